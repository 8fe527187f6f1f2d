//! Which way a language is written, from its tag.

/// Languages that are written from right to left, where their tag names no script.
const LANGUAGES: [&str; 16] =
    ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr", "iw", "ks", "azb", "nqo", "arc"];

/// Scripts that are.
const SCRIPTS: [&str; 10] = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Aran", "Samr", "Mand"];

/// The value of `dir` beside a `lang`: `rtl` or `ltr`. A script that a tag names, its second or third part, counts for
/// more than its language.
pub fn direction(tag: &str) -> &'static str {
    let is = |part: &str, of: &[&str]| of.iter().any(|known| known.eq_ignore_ascii_case(part));
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let rtl = match parts.take(2).find(|part| part.len() == 4) {
        Some(script) => is(script, &SCRIPTS),
        None => is(language, &LANGUAGES),
    };
    if rtl { "rtl" } else { "ltr" }
}

/// Whether a text has a letter that is written from right to left.
pub fn has_rtl(text: &str) -> bool {
    let rtl = |letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    text.chars().any(rtl)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_says_which_way_its_language_is_written() {
        for rtl in ["ar", "AR", "ar-EG", "he", "fa-IR", "ur", "az-Arab", "ku-arab-IQ", "zh-yue-Arab"] {
            assert_eq!(direction(rtl), "rtl", "{rtl}");
        }
        for ltr in ["", "en", "en-GB", "ar-Latn", "he-latn-IL", "arn", "ru", "zh-Hant", "de-1996", "x-ar"] {
            assert_eq!(direction(ltr), "ltr", "{ltr}");
        }
    }

    #[test]
    fn a_letter_tells_which_way_a_text_runs() {
        for rtl in ["قطار", "a ש b", "\u{1e900}"] {
            assert!(has_rtl(rtl), "{rtl}");
        }
        for ltr in ["", "Night train, 17:30", "Ελληνικά", "漢字 🎩", "\u{feff}x"] {
            assert!(!has_rtl(ltr), "{ltr}");
        }
    }
}
