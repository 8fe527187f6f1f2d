//! Whether a text is a language's tag (BCP 47), and which one may have been meant.

/// What is wrong with a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// It is nearly this one.
    Meant(String),
    /// It is nothing that is known.
    Unknown,
}

/// The languages that have two letters (ISO 639-1), each behind a blank.
const TWO_LETTERS: &str = " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
    dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
    jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl \
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta \
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

/// What people write for a language instead of its tag: its name, its country, its three letters.
const MEANT: [(&str, &str); 51] = [
    ("english", "en"),
    ("eng", "en"),
    ("german", "de"),
    ("deutsch", "de"),
    ("deu", "de"),
    ("ger", "de"),
    ("french", "fr"),
    ("français", "fr"),
    ("francais", "fr"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("spanish", "es"),
    ("español", "es"),
    ("espanol", "es"),
    ("spa", "es"),
    ("italian", "it"),
    ("italiano", "it"),
    ("ita", "it"),
    ("portuguese", "pt"),
    ("português", "pt"),
    ("portugues", "pt"),
    ("por", "pt"),
    ("dutch", "nl"),
    ("nederlands", "nl"),
    ("nld", "nl"),
    ("polish", "pl"),
    ("polski", "pl"),
    ("czech", "cs"),
    ("cz", "cs"),
    ("greek", "el"),
    ("gr", "el"),
    ("russian", "ru"),
    ("ukrainian", "uk"),
    ("arabic", "ar"),
    ("ara", "ar"),
    ("hebrew", "he"),
    ("iw", "he"),
    ("turkish", "tr"),
    ("swedish", "sv"),
    ("danish", "da"),
    ("dk", "da"),
    ("norwegian", "no"),
    ("finnish", "fi"),
    ("japanese", "ja"),
    ("jp", "ja"),
    ("korean", "ko"),
    ("chinese", "zh"),
    ("cn", "zh"),
    ("hindi", "hi"),
    ("persian", "fa"),
    ("vietnamese", "vi"),
];

/// What is wrong with a language's tag; nothing where it can be one.
pub(super) fn doubt(tag: &str) -> Option<Doubt> {
    if is_tag(tag) {
        return None;
    }
    let lower = lower(tag.trim());
    if let Some((_, meant)) = MEANT.iter().find(|(written, _)| *written == lower) {
        return Some(Doubt::Meant((*meant).into()));
    }
    let dashed = tag.trim().replace(['_', ' ', '\u{2010}', '\u{2011}', '\u{2013}'], "-");
    // `en_GB.UTF-8` is how a system calls it.
    let plain = dashed.split('.').next().unwrap_or_default();
    Some(if is_tag(plain) { Doubt::Meant(plain.into()) } else { Doubt::Unknown })
}

/// A text in small letters, of which [`MEANT`] has none beyond Latin-1: the tables for all others weigh more than they say.
fn lower(text: &str) -> String {
    let lower = |letter| match letter {
        'À'..='Ö' | 'Ø'..='Þ' => char::from(letter as u8 + 32),
        _ => letter.to_ascii_lowercase(),
    };
    text.chars().map(lower).collect()
}

/// Whether it has the form of a tag and begins with a language that can be.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-').peekable();
    let first = parts.next().unwrap_or_default();
    if first.eq_ignore_ascii_case("x") {
        return private(parts);
    }
    if !is_language(first) {
        return false;
    }
    // In their order: up to three extensions of the language, a script, a region, variants, other extensions.
    let letters = |part: &str, length| part.len() == length && part.bytes().all(|sign| sign.is_ascii_alphabetic());
    for _ in 0..3 {
        parts.next_if(|part| letters(part, 3));
    }
    parts.next_if(|part| letters(part, 4));
    parts.next_if(|part| letters(part, 2) || part.len() == 3 && part.bytes().all(|sign| sign.is_ascii_digit()));
    while parts.next_if(|part| is_variant(part)).is_some() {}
    while let Some(part) = parts.next() {
        if part.eq_ignore_ascii_case("x") {
            return private(parts);
        }
        let extends = part.len() == 1 && part.bytes().all(|sign| sign.is_ascii_alphanumeric());
        let mut more = 0;
        while parts.next_if(|part| (2..=8).contains(&part.len()) && is_plain(part)).is_some() {
            more += 1;
        }
        if !extends || more == 0 {
            return false;
        }
    }
    true
}

fn is_language(part: &str) -> bool {
    let lower = part.to_ascii_lowercase();
    match part.len() {
        2 => TWO_LETTERS.contains(&format!(" {lower} ")),
        // Of three letters there are thousands; those that have two are written so.
        3 => lower.bytes().all(|sign| sign.is_ascii_lowercase()) && !MEANT.iter().any(|(written, _)| *written == lower),
        _ => false,
    }
}

fn is_variant(part: &str) -> bool {
    let digit_first = part.len() == 4 && part.starts_with(|sign: char| sign.is_ascii_digit());
    ((5..=8).contains(&part.len()) || digit_first) && is_plain(part)
}

fn is_plain(part: &str) -> bool {
    part.bytes().all(|sign| sign.is_ascii_alphanumeric())
}

/// What somebody agreed on with themselves.
fn private<'p>(mut parts: impl Iterator<Item = &'p str>) -> bool {
    let mut any = false;
    parts.all(|part| {
        any = true;
        (1..=8).contains(&part.len()) && is_plain(part)
    }) && any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_one_in_any_of_its_forms() {
        let tags = [
            "en",
            "EN",
            "pt-BR",
            "zh-Hant-TW",
            "es-419",
            "sl-rozaj-biske",
            "de-1996",
            "de-CH-1901",
            "gsw",
            "zh-cmn-Hans",
            "ar-u-nu-latn",
            "en-x-ours",
            "x-klingon",
            "hy-Latn-IT-arevela",
            "uk",
            "ca-valencia",
        ];
        for tag in tags {
            assert_eq!(doubt(tag), None, "{tag}");
        }
    }

    #[test]
    fn what_is_none_is_told_with_the_one_that_was_meant() {
        let meant = |tag: &str| Some(Doubt::Meant(tag.into()));
        for (written, tag) in [("english", "en"), ("Deutsch", "de"), ("eng", "en"), ("en_GB", "en-GB"), (" en ", "en")]
        {
            assert_eq!(doubt(written), meant(tag), "{written}");
        }
        assert_eq!(doubt("cz"), meant("cs"));
        assert_eq!(doubt("pt_BR.UTF-8"), meant("pt-BR"));
        for rubbish in
            ["xx", "e", "en-", "-en", "en--GB", "language", "en-GB-", "x", "en-a", "日本語", "en-toolonganame"]
        {
            assert_eq!(doubt(rubbish), Some(Doubt::Unknown), "{rubbish}");
        }
    }
}
