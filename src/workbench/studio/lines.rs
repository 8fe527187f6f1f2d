//! Texts in fields: what is still to be written, and lines out of what is pasted.

use document::{Document, Line, Node, Path, Value};
use scenario::{SyntaxKind, TO_WRITE};

/// A text that is still to be written.
pub(super) fn to_write() -> Value {
    Value::text(TO_WRITE)
}

/// Whether a text is still to be written.
pub fn is_to_write(text: &str) -> bool {
    text.strip_prefix(TO_WRITE).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ' ']))
}

/// A text as a field shows it: nothing where it is still to be written.
pub fn shown(text: &str) -> &str {
    if is_to_write(text) { "" } else { text }
}

/// The path of a line's own words.
pub(super) fn words_of(document: &Document, line: &Path) -> Path {
    let Some(node) = document.node(line).filter(|node| node.kind() == SyntaxKind::Object) else { return line.clone() };
    line.clone().key(if node.get("says").is_some() { "says" } else { "text" })
}

/// What is said without the signs that nobody sees and word processors leave behind; their soft breaks end lines.
pub(super) fn cleaned(text: &str) -> String {
    let plain = text
        .replace("\r\n", "\n")
        .chars()
        .map(|sign| match sign {
            '\r' | '\u{b}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' => ' ',
            sign => sign,
        })
        .collect::<String>();
    let unseen = |sign: &char| {
        matches!(sign, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || sign.is_control() && *sign != '\n'
    };
    plain.chars().filter(|sign| !unseen(sign)).collect()
}

/// The lines of a text of several: `Name: “…”` becomes speech of whoever of the cast is called so.
pub(super) fn lines_of(document: &Document, text: &str) -> Vec<Line> {
    let cast = document.node(&Path::root().key("cast"));
    let members: Vec<(String, String)> = cast
        .into_iter()
        .flat_map(Node::children)
        .filter_map(|member| Some((member.key()?.to_owned(), member.get("name").and_then(Node::text)?.to_owned())))
        .collect();
    let lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
    lines.map(str::trim).filter(|line| !line.is_empty()).map(|line| spoken(line, &members)).collect()
}

/// One line, spoken where it begins with the name of somebody and a colon.
fn spoken(line: &str, members: &[(String, String)]) -> Line {
    let narration = || Line { text: line.to_owned(), ..Line::default() };
    let Some((name, said)) = line.split_once(':') else { return narration() };
    let name = name.trim();
    let is = |whole: &str| whole == name || whole.split(' ').next() == Some(name);
    let Some((id, _)) = members.iter().find(|(_, whole)| is(whole)) else { return narration() };
    let said = said.trim();
    let marks = [('“', '”'), ('"', '"'), ('„', '“'), ('«', '»'), ('‘', '’')];
    let inside = marks.into_iter().find_map(|(open, close)| said.strip_prefix(open)?.strip_suffix(close));
    Line { who: Some(id.clone()), text: inside.unwrap_or(said).to_owned(), ..Line::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_lines_are_lines_and_speech_where_somebody_is_named() {
        let document = Document::new(r#"{ "cast": { "ana": { "name": "Ana Duarte", "role": "Baker" } } }"#);
        let lines = lines_of(&document, "It is four.\r\n\n Ana: “Which one?” \nAna Duarte: Now.\nSomebody: No.");
        let read: Vec<(Option<&str>, &str)> = lines.iter().map(|line| (line.who.as_deref(), &*line.text)).collect();
        let ana = Some("ana");
        assert_eq!(read, [(None, "It is four."), (ana, "Which one?"), (ana, "Now."), (None, "Somebody: No.")]);
    }

    #[test]
    fn signs_that_nobody_sees_are_left_out() {
        assert_eq!(cleaned("a\u{200b}b\u{ad}c\td\u{b}e\r\nf\u{feff}\u{1}"), "abc d\ne\nf");
        assert_eq!(cleaned("é “x” 🎩\u{a0}y"), "é “x” 🎩\u{a0}y");
    }

    #[test]
    fn what_is_to_be_written_is_shown_as_nothing() {
        assert_eq!([shown("TO DO"), shown("TO DO: what"), shown("TO DOS"), shown("x")], ["", "", "TO DOS", "x"]);
    }
}
