//! Signs that look like another, or like nothing: what a word processor, a keyboard or a copied text puts where JSON and
//! ids have plain ones.

/// What a sign is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// `"`, or a mark that stands for a pair of them.
    Quote,
    /// `'`, or a mark like it: the other kind of quotation mark, and the apostrophe.
    Single,
    /// A space, or nothing at all.
    Space,
    Comma,
    Colon,
    Minus,
    Plus,
    Point,
    Open(u8),
    Close(u8),
    /// A small Latin letter, a capital, a digit, or `_`.
    Plain(char),
}

/// A sign that is not what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    /// What it is, with its article: `a curly quotation mark`.
    pub name: &'static str,
    /// What it is taken for.
    pub meant: Meant,
}

/// What a sign that is not ASCII is, where it is one that is easily taken for another.
pub(super) fn sign(c: char) -> Option<Sign> {
    use Meant::{Close, Colon, Comma, Minus, Open, Plus, Point, Quote, Single, Space};
    let (name, meant) = match c {
        '“' | '”' | '‟' => ("a curly quotation mark", Quote),
        '„' | '⹂' => ("a low quotation mark", Quote),
        '«' | '»' | '《' | '》' => ("an angled quotation mark", Quote),
        '″' | '‶' => ("a double prime", Quote),
        '＂' => ("a full-width quotation mark", Quote),
        '〝' | '〞' | '〟' => ("a double prime quotation mark", Quote),
        '「' | '」' | '『' | '』' | '｢' | '｣' => ("a corner bracket", Quote),
        '❝' | '❞' | '🙶' | '🙷' | '🙸' => ("an ornamental quotation mark", Quote),
        '˝' | 'ˮ' | '״' | '〃' => ("a sign like a quotation mark", Quote),
        '‘' | '’' | '‛' => ("a curly single quotation mark", Single),
        '‚' => ("a low single quotation mark", Single),
        '‹' | '›' | '〈' | '〉' => ("an angled single quotation mark", Single),
        '′' | '‵' => ("a prime", Single),
        '＇' => ("a full-width apostrophe", Single),
        '´' | '｀' | 'ˋ' | 'ˊ' => ("an accent that stands alone", Single),
        'ʼ' | 'ʻ' | 'ʽ' | 'ʹ' | '׳' | '❛' | '❜' => ("a sign like an apostrophe", Single),
        '，' => ("a full-width comma", Comma),
        '،' | '٬' => ("an Arabic comma", Comma),
        '、' | '､' => ("an ideographic comma", Comma),
        '﹐' | '﹑' => ("a small comma", Comma),
        '؛' => ("an Arabic semicolon", Comma),
        '；' | '\u{37e}' | '﹔' => ("a sign like a semicolon", Comma),
        '：' => ("a full-width colon", Colon),
        '﹕' | '∶' | 'ː' | '׃' | '։' | '፡' | '꞉' => ("a sign like a colon", Colon),
        '＝' => ("a full-width equals sign", Colon),
        '→' | '⇒' => ("an arrow", Colon),
        '−' => ("a minus sign as word processors write it", Minus),
        '–' => ("an en dash", Minus),
        '—' | '―' => ("a long dash", Minus),
        '‐' => ("a typographic hyphen", Minus),
        '‑' => ("a hyphen that does not break", Minus),
        '‒' => ("a figure dash", Minus),
        '﹣' | '－' => ("a full-width hyphen", Minus),
        '⁃' | '˗' | '➖' | '⁻' | '₋' => ("a sign like a minus", Minus),
        '＋' | '﹢' => ("a full-width plus", Plus),
        '⁺' | '➕' => ("a sign like a plus", Plus),
        '．' | '｡' | '。' => ("a full-width full stop", Point),
        '٫' => ("an Arabic decimal mark", Point),
        '｛' | '﹛' => ("a full-width bracket", Open(b'{')),
        '｝' | '﹜' => ("a full-width bracket", Close(b'}')),
        '［' | '〔' | '【' => ("a full-width bracket", Open(b'[')),
        '］' | '〕' | '】' => ("a full-width bracket", Close(b']')),
        '（' | '﹙' => ("a full-width bracket", Open(b'(')),
        '）' | '﹚' => ("a full-width bracket", Close(b')')),
        _ => match blank(c) {
            Some(name) => (name, Space),
            None => return letter(c).map(|(name, plain)| Sign { name, meant: Meant::Plain(plain) }),
        },
    };
    Some(Sign { name, meant })
}

/// What a sign is that shows as a space or as nothing.
fn blank(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{a0}' | '\u{202f}' => "a no-break space",
        '\u{3000}' => "a full-width space",
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' => "a space of another width",
        '\u{200b}' => "a zero width space",
        '\u{200c}' | '\u{200d}' => "a zero width joiner",
        '\u{2060}' | '\u{180e}' => "a sign without a width",
        '\u{feff}' => "a byte order mark",
        '\u{ad}' => "a soft hyphen",
        '\u{2028}' | '\u{2029}' => "a line separator",
        '\u{85}' | '\u{b}' | '\u{c}' => "a line break of another kind",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a mark of the writing direction"
        }
        '\u{206a}'..='\u{206f}'
        | '\u{2061}'..='\u{2064}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}' => "a sign that cannot be seen",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}' => "a mark of another sign's looks",
        '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => "a control character",
        _ => return None,
    })
}

/// Cyrillic, Greek, Armenian and other letters, each before the Latin one that it looks like.
const LETTERS: [(&str, &str); 4] = [
    ("a Cyrillic letter", "аaеeоoрpсcхxуyіiјjѕsһhԁdԛqԝwѵvӏlкkмmтtвbнhьbёeАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSҮYԌGԚQԜWЁE"),
    ("a Greek letter", "οoαaνvρpυuιiκkεeτtχxγyϲcϳjηnωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϹC"),
    ("an Armenian letter", "ոnսuօoցgհhզqՕOՍUԼL"),
    ("a letter that looks like a Latin one", "ıiɑaɡgſsǀlⅰiⅴvⅹxⅼlⅽcⅾdⅿmℓlℎhℯeℊgℴoɩiƖlꮯcꓲI"),
];

/// Where the decimal digits of other scripts begin.
const DIGITS: [(u32, &str); 12] = [
    (0x660, "an Arabic digit"),
    (0x6F0, "a Persian digit"),
    (0x7C0, "a digit of another script"),
    (0x966, "a Devanagari digit"),
    (0x9E6, "a Bengali digit"),
    (0xA66, "a digit of another script"),
    (0xBE6, "a Tamil digit"),
    (0xE50, "a Thai digit"),
    (0x1040, "a digit of another script"),
    (0x17E0, "a Khmer digit"),
    (0x2080, "a small digit"),
    (0xFF10, "a full-width digit"),
];

fn letter(c: char) -> Option<(&'static str, char)> {
    let code = u32::from(c);
    let ascii = |first: u8, at: u32| char::from(first + at as u8);
    for (first, name) in DIGITS {
        if (first..first + 10).contains(&code) {
            return Some((name, ascii(b'0', code - first)));
        }
    }
    match code {
        0xFF21..=0xFF3A => return Some(("a full-width letter", ascii(b'A', code - 0xFF21))),
        0xFF41..=0xFF5A => return Some(("a full-width letter", ascii(b'a', code - 0xFF41))),
        0xFF3F => return Some(("a full-width low line", '_')),
        0xB2 | 0xB3 => return Some(("a small digit", ascii(b'2', code - 0xB2))),
        0xB9 => return Some(("a small digit", '1')),
        0x1D400..=0x1D6A3 => {
            let at = (code - 0x1D400) % 52;
            let plain = if at < 26 { ascii(b'A', at) } else { ascii(b'a', at - 26) };
            return Some(("a mathematical letter", plain));
        }
        0x1D7CE..=0x1D7FF => return Some(("a mathematical digit", ascii(b'0', (code - 0x1D7CE) % 10))),
        _ => {}
    }
    LETTERS.iter().find_map(|(name, pairs)| {
        let mut signs = pairs.chars();
        while let (Some(like), Some(plain)) = (signs.next(), signs.next()) {
            if like == c {
                return Some((*name, plain));
            }
        }
        None
    })
}

/// A sign with its name and number, for a message: `“ is a curly quotation mark (U+201C)`.
pub(super) fn named(c: char, name: &str) -> String {
    match blank(c) {
        Some(_) => format!("This is {name} ({})", number(c)),
        None => format!("`{c}` is {name} ({})", number(c)),
    }
}

/// A sign's number in Unicode, as people look it up.
pub(super) fn number(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// A name as it was meant, where signs in it look like others, and the first such sign.
pub(super) struct Folded {
    /// The name with plain signs in their places.
    pub name: String,
    /// The first sign that is none of them.
    pub first: char,
    /// What that sign is.
    pub sign: Sign,
}

/// What a name was meant as, where each of its signs is plain or looks like a plain one, and not all are plain.
pub(super) fn folded(name: &str) -> Option<Folded> {
    // A name that is far too long was not meant as one.
    if name.is_ascii() && !name.bytes().any(|byte| byte < b' ' || byte == 0x7F) || name.len() > 400 {
        return None;
    }
    let mut plain = String::with_capacity(name.len());
    let mut first = None;
    for c in name.chars() {
        if (' '..'\u{7f}').contains(&c) {
            plain.push(c);
            continue;
        }
        let found = sign(c)?;
        match found.meant {
            Meant::Space => {}
            Meant::Minus => plain.push('-'),
            Meant::Plain(letter) => plain.push(letter),
            _ => return None,
        }
        first = first.or(Some((c, found)));
    }
    // A space at an end that does not show was not meant as a part of the name.
    let name = plain.trim().to_owned();
    first.map(|(first, sign)| Folded { name, first, sign })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_in_pairs_of_one_and_its_latin_likeness() {
        for (name, pairs) in LETTERS {
            assert_eq!(pairs.chars().count() % 2, 0, "{name}");
            let plain = pairs.chars().skip(1).step_by(2);
            assert!(plain.clone().all(|c| c.is_ascii_alphabetic()), "{name}: {:?}", plain.collect::<String>());
            assert!(pairs.chars().step_by(2).all(|c| !c.is_ascii() && c.is_alphabetic() || c == 'ǀ'), "{name}");
        }
    }

    #[test]
    fn a_name_is_folded_to_what_it_looks_like() {
        for (written, meant) in [
            ("thе-list", "the-list"),
            ("the\u{2011}list", "the-list"),
            ("the\u{200b}-list", "the-list"),
            ("ｔｈｅ＿list", "the_list"),
            ("𝐭he-list１", "the-list1"),
        ] {
            assert_eq!(folded(written).map(|it| it.name).as_deref(), Some(meant), "{written}");
        }
        for not in ["the-list", "", "café", "список", "日本"] {
            assert!(folded(not).is_none(), "{not}");
        }
    }

    #[test]
    fn no_sign_of_ascii_but_controls_is_taken_for_another() {
        for c in ' '..'\u{7f}' {
            assert_eq!(sign(c), None, "{c}");
        }
        assert_eq!(named('“', "a curly quotation mark"), "`“` is a curly quotation mark (U+201C)");
        assert_eq!(named('\u{200b}', "a zero width space"), "This is a zero width space (U+200B)");
    }
}
