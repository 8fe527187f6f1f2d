//! How diagnostics are shown: for people in a terminal, for programs, for code scanning, for a pull request.
//!
//! Renderers are siblings: none knows another, and none decides what is an error.

mod github;
mod json;
mod sarif;
mod shown;
#[cfg(feature = "terminal")]
mod text;

pub use github::github;
pub use json::json;
pub use sarif::sarif;
pub use shown::{shown, shown_lines};
#[cfg(feature = "terminal")]
pub use text::text;

use super::Checked;

/// A file that was checked.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name, as reports show it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// What was found in it.
    pub checked: &'a Checked,
}

/// A text as JSON, quotes included, put at the end of what is written so far.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // A report may be read in a terminal, which would obey some of these and turn what follows others around.
            sign if u32::from(sign) < 0x20 || shown::is_unseen(sign) => {
                out.push_str(&format!("\\u{:04x}", u32::from(sign)));
            }
            sign => out.push(sign),
        }
    }
    out.push('"');
}

/// Puts items one after the other with commas between them.
fn commas<T>(out: &mut String, items: impl IntoIterator<Item = T>, mut put: impl FnMut(&mut String, T)) {
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        put(out, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check};

    #[test]
    fn a_text_is_quoted_whatever_is_in_it() {
        let mut out = String::new();
        quote(&mut out, "a \"b\" \\ \n\r\t\0 å\u{9b}\u{202e}");
        assert_eq!(out, r#""a \"b\" \\ \n\r\t\u0000 å\u009b\u202e""#);
    }

    /// A file with a byte order mark, Windows line ends and two errors.
    const BENT: &[u8] = "\u{feff}{\r\n  \"å\": 1, \"id\": \"x\",\r\n  \"id\": \"y\" }".as_bytes();

    fn shown(render: impl Fn(&[File<'_>]) -> String) -> String {
        let checked = check(BENT, &Options::default());
        render(&[File { name: "a b/ö.json", bytes: BENT, checked: &checked }])
    }

    #[test]
    fn json_counts_lines_and_characters_from_one() {
        let report = shown(json);
        assert!(report.starts_with("[{\"code\":\"missing-field\",\"severity\":\"error\",\"message\":\""), "{report}");
        let field = r#""file":"a b/ö.json","line":2,"column":3,"end_line":2,"end_column":6,"#;
        assert!(report.contains(field), "{report}");
        let twice = r#""line":3,"column":3,"end_line":3,"end_column":7,"help":"Rename one of them, or take one out.","related":[{"message":"It stands here first.","line":2,"column":11}]}"#;
        assert!(report.contains(twice), "{report}");
        assert_eq!(json(&[]), "[]\n");
    }

    #[test]
    fn github_gets_one_line_each_with_signs_escaped() {
        let report = shown(github);
        let line = "::error file=a b/ö.json,line=3,endLine=3,col=3,endColumn=7,title=duplicate-key::The key `id` stands twice in this object.%0ARename one of them, or take one out.\n";
        assert!(report.contains(line), "{report}");
    }

    #[test]
    fn sarif_names_the_rule_and_the_place() {
        let report = shown(sarif);
        for part in [
            r#""version":"2.1.0""#,
            r#""columnKind":"unicodeCodePoints""#,
            r#""ruleId":"duplicate-key""#,
            r#""uri":"a%20b/%C3%B6.json""#,
            r#""region":{"startLine":3,"startColumn":3,"endLine":3,"endColumn":7}"#,
        ] {
            assert!(report.contains(part), "{part} is not in\n{report}");
        }
    }
}
