//! The steady layout of JSON that is written here: two spaces a level, and on one line what fits on one.

/// The widest line, in characters, as long as its content lets it.
pub const WIDEST: usize = 100;

/// A piece of JSON to be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A text, number or word, as JSON writes it.
    Plain(String),
    /// A list.
    List(Vec<Piece>),
    /// An object: its keys, as JSON writes them, and values.
    Object(Vec<(String, Piece)>),
    /// An object that stays on one line when only its last text is too long for one.
    Hugging(Vec<(String, Piece)>),
}

impl Piece {
    /// A text.
    pub fn text(text: &str) -> Piece {
        Piece::Plain(quoted(text))
    }

    /// A whole number.
    pub fn whole(number: impl Into<i128>) -> Piece {
        Piece::Plain(number.into().to_string())
    }

    /// `true` or `false`.
    pub fn truth(truth: bool) -> Piece {
        Piece::Plain(truth.to_string())
    }

    /// A list of texts.
    pub fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Piece {
        Piece::List(texts.into_iter().map(|text| Piece::text(text.as_ref())).collect())
    }

    /// An object.
    pub fn object<K: AsRef<str>>(members: impl IntoIterator<Item = (K, Piece)>) -> Piece {
        Piece::Object(members.into_iter().map(|(key, value)| (quoted(key.as_ref()), value)).collect())
    }

    /// The piece as it stands at a level, from 0, on a line that has some characters already; a comma behind it is one of
    /// them.
    pub fn placed(&self, level: usize, before: usize) -> String {
        let mut out = String::new();
        put(self, level, before, &mut out);
        out
    }

    /// The piece as a file: laid out, with a line break at the end.
    pub fn to_file(&self) -> String {
        let mut out = String::new();
        put(self, 0, 0, &mut out);
        out.push('\n');
        out
    }
}

/// A text as JSON writes it: quotes, and escapes where JSON asks for them.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut rest = text;
    // What needs an escape is one byte; what is between goes as it is.
    while let Some(at) = rest.bytes().position(|byte| byte < 0x20 || matches!(byte, b'"' | b'\\')) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        match from.as_bytes()[0] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            byte => out.push_str(&format!("\\u{byte:04x}")),
        }
        rest = &from[1..];
    }
    out.push_str(rest);
    out.push('"');
    out
}

/// Writes a piece; `before` is how many characters its line has already, and `level` how deep it is.
fn put(piece: &Piece, level: usize, before: usize, out: &mut String) {
    let start = out.len();
    if put_on_one_line(piece, before, out) {
        return;
    }
    out.truncate(start);
    match piece {
        Piece::Plain(text) => out.push_str(text),
        Piece::List(items) => put_lines(items.iter().map(|item| (None, item)), ['[', ']'], level, out),
        Piece::Object(members) | Piece::Hugging(members) => {
            let members = members.iter().map(|(key, value)| (Some(key.as_str()), value));
            put_lines(members, ['{', '}'], level, out);
        }
    }
}

/// Writes a container's items, each on lines of its own.
fn put_lines<'p>(
    items: impl ExactSizeIterator<Item = (Option<&'p str>, &'p Piece)>,
    brackets: [char; 2],
    level: usize,
    out: &mut String,
) {
    out.push(brackets[0]);
    let last = items.len().saturating_sub(1);
    for (at, (key, item)) in items.enumerate() {
        out.push('\n');
        indent(level + 1, out);
        let mut before = 2 * (level + 1);
        if let Some(key) = key {
            out.push_str(key);
            out.push_str(": ");
            before += key.chars().count() + 2;
        }
        // The comma after it takes a place as well.
        put(item, level + 1, before + usize::from(at < last), out);
        if at < last {
            out.push(',');
        }
    }
    out.push('\n');
    indent(level, out);
    out.push(brackets[1]);
}

fn indent(level: usize, out: &mut String) {
    for _ in 0..level {
        out.push_str("  ");
    }
}

/// Writes the piece on one line, where it fits there or is better so; false where not, and what was written is to go.
fn put_on_one_line(piece: &Piece, before: usize, out: &mut String) -> bool {
    let room = WIDEST.saturating_sub(before);
    let start = out.len();
    match piece {
        Piece::Hugging(members) => {
            let Some((last, others)) = members.split_last() else { return put_flat(None, piece, room, start, out) };
            out.push_str("{ ");
            let fits = others.iter().all(|(key, value)| put_member(key, value, room, start, out));
            // What stands before the long text must fit, and the text must be the one that is long.
            let fits = fits && matches!(last.1, Piece::Plain(_));
            if fits {
                put_member(&last.0, &last.1, usize::MAX, start, out);
                finish(out, " }");
            }
            fits
        }
        Piece::Plain(_) => put_flat(None, piece, usize::MAX, start, out),
        Piece::List(_) | Piece::Object(_) => put_flat(None, piece, room, start, out) && fits(&out[start..], room),
    }
}

/// Whether a line has so many characters at most. They are at most as many as bytes: most lines need no count.
fn fits(line: &str, room: usize) -> bool {
    line.len() <= room || line.chars().count() <= room
}

/// Adds a member and a comma to the line that begins at `start`; false when it no longer fits.
fn put_member(key: &str, value: &Piece, room: usize, start: usize, line: &mut String) -> bool {
    put_item(Some(key), value, room, start, line)
}

/// Adds an item and a comma to a line; false when it no longer fits, so that no long text is written in vain.
fn put_item(key: Option<&str>, piece: &Piece, room: usize, start: usize, line: &mut String) -> bool {
    let is_flat = put_flat(key, piece, room, start, line);
    line.push_str(", ");
    is_flat && fits(&line[start..], room.saturating_add(2))
}

/// Adds a piece to a line.
fn put_flat(key: Option<&str>, piece: &Piece, room: usize, start: usize, line: &mut String) -> bool {
    if let Some(key) = key {
        line.push_str(key);
        line.push_str(": ");
    }
    match piece {
        Piece::Plain(text) => {
            line.push_str(text);
            true
        }
        Piece::List(items) if items.is_empty() => {
            line.push_str("[]");
            true
        }
        Piece::List(items) => {
            line.push('[');
            let fits = items.iter().all(|item| put_item(None, item, room, start, line));
            finish(line, "]");
            fits
        }
        Piece::Object(members) | Piece::Hugging(members) if members.is_empty() => {
            line.push_str("{}");
            true
        }
        Piece::Object(members) | Piece::Hugging(members) => {
            line.push_str("{ ");
            let fits = members.iter().all(|(key, value)| put_member(key, value, room, start, line));
            finish(line, " }");
            fits
        }
    }
}

fn finish(line: &mut String, bracket: &str) {
    if line.ends_with(", ") {
        line.truncate(line.len() - 2);
    }
    line.push_str(bracket);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_on_one_line() {
        let small = Piece::object([("start", Piece::whole(4)), ("enough", Piece::List(vec![]))]);
        assert_eq!(small.to_file(), "{ \"start\": 4, \"enough\": [] }\n");
        let long = Piece::texts(["a".repeat(60), "b".repeat(60)]);
        assert_eq!(long.to_file(), format!("[\n  \"{}\",\n  \"{}\"\n]\n", "a".repeat(60), "b".repeat(60)));
    }

    #[test]
    fn a_line_of_speech_stays_together_however_long() {
        let says = "x".repeat(200);
        let members = vec![("\"who\"".into(), Piece::text("ana")), ("\"says\"".into(), Piece::text(&says))];
        assert_eq!(Piece::Hugging(members).to_file(), format!("{{ \"who\": \"ana\", \"says\": \"{says}\" }}\n"));
    }

    #[test]
    fn the_widest_line_has_a_hundred_characters() {
        let of = |length: usize| Piece::texts(["é".repeat(length)]).to_file();
        assert_eq!(of(96).trim_end().chars().count(), 100);
        assert_eq!(of(97).lines().count(), 3);
    }

    #[test]
    fn a_text_is_escaped_where_json_asks_for_it() {
        assert_eq!(quoted("a\"b\\c\n\u{1}é/"), "\"a\\\"b\\\\c\\n\\u0001é/\"");
    }
}
