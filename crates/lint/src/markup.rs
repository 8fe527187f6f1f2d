//! What looks like markup in a text. Texts are plain, so a player would read it as it stands.

/// A piece of a text that looks like markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup<'t> {
    /// A tag of HTML or of BBCode: `<b>`, `[/b]`.
    Tag(&'t str),
    /// A sign by its name or number in HTML: `&eacute;`, `&#233;`.
    Entity(&'t str),
    /// A gap for something to be put in: `{{name}}`, `${name}`.
    Gap(&'t str),
    /// A link of another program: `[[link]]`, `<<link>>`, `[words](address)`.
    Link(&'t str),
    /// Signs around words to make them bold or slanted: `**so**`, `_so_`.
    Stress(&'t str),
}

/// The longest piece of markup that is looked for, in bytes.
const LONGEST: usize = 200;

impl<'t> Markup<'t> {
    /// The piece as it stands.
    pub(super) fn piece(self) -> &'t str {
        match self {
            Markup::Tag(piece)
            | Markup::Entity(piece)
            | Markup::Gap(piece)
            | Markup::Link(piece)
            | Markup::Stress(piece) => piece,
        }
    }
}

/// The pieces of a text that look like markup, in their order; none within another.
pub(super) fn markup(text: &str) -> impl Iterator<Item = Markup<'_>> {
    let mut read = 0;
    text.char_indices().filter_map(move |(at, sign)| {
        let found = if at < read { None } else { piece_at(text, at, sign) };
        read = found.map_or(read, |markup| at + markup.piece().len());
        found
    })
}

fn piece_at(text: &str, at: usize, sign: char) -> Option<Markup<'_>> {
    let rest = beginning(text.get(at..)?);
    let before = text.get(..at)?.chars().next_back();
    match sign {
        '<' => between(rest, "<<", ">>").map(Markup::Link).or_else(|| tag(rest)),
        '&' => entity(rest),
        '{' => between(rest, "{{", "}}").map(Markup::Gap),
        '$' => between(rest, "${", "}").map(Markup::Gap),
        '[' => between(rest, "[[", "]]").map(Markup::Link).or_else(|| address(rest)).or_else(|| closing(rest)),
        '*' | '_' => stress(rest, sign, before),
        _ => None,
    }
}

/// As much of a text as a piece of markup takes at most, so that each sign is looked at a few times alone.
fn beginning(text: &str) -> &str {
    let end = (0..=text.len().min(LONGEST)).rev().find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

/// What stands between two signs on one line, with them; nothing where that is nothing, or long.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    let inside = text.strip_prefix(open)?;
    let length = inside.find(close)?;
    let words = inside.get(..length)?;
    let fits = !words.trim().is_empty() && !words.contains('\n');
    fits.then(|| text.get(..open.len() + length + close.len())).flatten()
}

/// A tag: a name alone; or, so that `x<y and z>y` is none, one that HTML has, or one with an `=`.
fn tag(text: &str) -> Option<Markup<'_>> {
    const KNOWN: [&str; 34] = [
        "a",
        "abbr",
        "b",
        "big",
        "blockquote",
        "br",
        "center",
        "code",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "style",
        "sub",
        "sup",
        "table",
        "td",
        "tr",
        "u",
        "ul",
    ];
    let length = text.find('>')?;
    let whole = text.get(..=length)?;
    if whole.starts_with("<!--") {
        return Some(Markup::Tag(whole));
    }
    let inside = whole.get(1..length)?.trim_start_matches('/');
    let name_ends = inside.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').unwrap_or(inside.len());
    let (name, more) = inside.split_at(name_ends);
    let named = name.starts_with(|sign: char| sign.is_ascii_alphabetic());
    let known = || KNOWN.contains(&name.to_ascii_lowercase().as_str()) || more.contains('=');
    let ends = more.is_empty() || more.trim() == "/" || more.starts_with(' ') && known();
    (named && ends).then_some(Markup::Tag(whole))
}

/// The end of a tag of BBCode.
fn closing(text: &str) -> Option<Markup<'_>> {
    let whole = between(text, "[/", "]")?;
    whole.bytes().skip(2).rev().skip(1).all(|sign| sign.is_ascii_alphabetic()).then_some(Markup::Tag(whole))
}

/// Words in square brackets with an address in round ones behind them.
fn address(text: &str) -> Option<Markup<'_>> {
    let words = between(text, "[", "]")?;
    let to = between(text.get(words.len()..)?, "(", ")")?;
    let is_address = to.contains("//") || to.contains('#') || to.contains("mailto:");
    is_address.then(|| text.get(..words.len() + to.len())).flatten().map(Markup::Link)
}

fn entity(text: &str) -> Option<Markup<'_>> {
    let whole = between(text, "&", ";")?;
    let name = whole.trim_matches(['&', ';']);
    let number = name.strip_prefix('#');
    let is_entity = match number {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let of = |digits: &str, base| !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(base));
            hex.map_or_else(|| of(number, 10), |hex| of(hex, 16))
        }
        None => sign_of(name).is_some() || is_accented(name),
    };
    is_entity.then_some(Markup::Entity(whole))
}

/// The sign that a name of HTML stands for, of those that are met in prose.
pub(super) fn sign_of(name: &str) -> Option<&'static str> {
    const SIGNS: [(&str, &str); 24] = [
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", "\u{a0}"),
        ("shy", "\u{ad}"),
        ("mdash", "—"),
        ("ndash", "–"),
        ("hellip", "…"),
        ("lsquo", "‘"),
        ("rsquo", "’"),
        ("ldquo", "“"),
        ("rdquo", "”"),
        ("laquo", "«"),
        ("raquo", "»"),
        ("euro", "€"),
        ("pound", "£"),
        ("copy", "©"),
        ("deg", "°"),
        ("times", "×"),
        ("middot", "·"),
        ("szlig", "ß"),
        ("eacute", "é"),
    ];
    SIGNS.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}

/// Whether it names a letter with something on it: `eacute`, `ouml`.
fn is_accented(name: &str) -> bool {
    let marks = ["acute", "grave", "circ", "tilde", "uml", "cedil", "ring", "slash", "lig", "caron"];
    marks.iter().any(|mark| {
        name.strip_suffix(mark).is_some_and(|letter| {
            (1..=2).contains(&letter.len()) && letter.bytes().all(|sign| sign.is_ascii_alphabetic())
        })
    })
}

/// Signs around words, as people write who are used to Markdown: close to the words inside, and not in the middle of a
/// word outside.
fn stress(text: &str, sign: char, before: Option<char>) -> Option<Markup<'_>> {
    let marks = text.len() - text.trim_start_matches(sign).len();
    if marks > 3 || before.is_some_and(|before| before.is_alphanumeric() || before == sign || before == '\\') {
        return None;
    }
    let inside = text.get(marks..)?;
    let close = text.get(..marks)?;
    let length = inside.find(close)?;
    let words = inside.get(..length)?;
    let after = inside.get(length + marks..)?.chars().next();
    let near = words.starts_with(|first: char| first.is_alphanumeric() || "\"'“‘¿¡".contains(first))
        && words.ends_with(|last: char| !last.is_whitespace() && last != sign)
        && words.contains(char::is_alphabetic);
    let whole_words = after.is_none_or(|after| !after.is_alphanumeric() && after != sign);
    let fits = near && whole_words && !words.contains('\n');
    fits.then(|| text.get(..marks + length + marks)).flatten().map(Markup::Stress)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_found_as_it_stands() {
        let found = [
            ("A <b>bold</b> word", Markup::Tag("<b>")),
            ("One</p>", Markup::Tag("</p>")),
            ("A<br/>B", Markup::Tag("<br/>")),
            ("A<br />B", Markup::Tag("<br />")),
            ("<span class=\"x\">", Markup::Tag("<span class=\"x\">")),
            ("<!-- later --> Hello", Markup::Tag("<!-- later -->")),
            ("Dear <name>,", Markup::Tag("<name>")),
            ("[b]so[/b]", Markup::Tag("[/b]")),
            ("Ren&eacute; &amp; Ana", Markup::Entity("&eacute;")),
            ("R&amp;D", Markup::Entity("&amp;")),
            ("&#8217; and &#x2019;", Markup::Entity("&#8217;")),
            ("Hello {{name}}.", Markup::Gap("{{name}}")),
            ("Hello ${player}.", Markup::Gap("${player}")),
            ("Go [[on->Next]] now", Markup::Link("[[on->Next]]")),
            ("<<set $x to 1>>", Markup::Link("<<set $x to 1>>")),
            ("See [here](https://example.org/a).", Markup::Link("[here](https://example.org/a)")),
            ("That is **not** it", Markup::Stress("**not**")),
            ("*Never* again", Markup::Stress("*Never*")),
            ("so _very_ late", Markup::Stress("_very_")),
            ("“__Stop__”", Markup::Stress("__Stop__")),
        ];
        for (text, wanted) in found {
            assert_eq!(markup(text).next(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn each_piece_is_found_once() {
        let pieces: Vec<&str> = markup("Ren&eacute; <b>**so**</b> {{a}} <<b>>").map(Markup::piece).collect();
        assert_eq!(pieces, ["&eacute;", "<b>", "**so**", "</b>", "{{a}}", "<<b>>"]);
    }

    #[test]
    fn prose_is_left_alone() {
        let prose = [
            "5 < 6 and 7 > 6",
            "x<y and z>y",
            "He is <3 years in.",
            "R&D; then sales",
            "Smith & Sons; a firm",
            "Tom&Ida; both",
            "2 * 3 * 4 and 5*6*7",
            "sh*t, f*** and d**n",
            "* A note at the foot",
            "*) See there",
            "a_file_name and __ to fill in __",
            "The note [sic] says (twice) so",
            "[see the list] (it is short)",
            "{ all of it } $5 and ${",
            "Table [1][2]",
            "It costs $20 { or more }.",
            "-> next, <- back, => so",
            "[[ ]] and {{}} and <>",
            "&; & ;",
        ];
        for text in prose {
            assert_eq!(markup(text).next(), None, "{text}");
        }
    }
}
