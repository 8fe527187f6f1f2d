//! Pages as text, made from templates.
//!
//! A template is a file of this program, so it may hold markup; what fills its gaps is data, and becomes text whatever
//! it holds. There is no other way to add anything, so a scenario's words never become markup or a script.
//!
//! `{key}` is a gap. `{#key}…{/}` stands once for each of a row, and within it the data know which one it is.
//! `{?key}…{/}` stands where something holds, `{!key}…{/}` where it does not.

/// What fills a template.
pub trait Data {
    /// The filling of a gap. `at` says which ones of their rows the parts around it are, the outermost first.
    fn text(&self, key: &str, at: &[usize]) -> String;

    /// How many a row has. `at` as in [`Data::text`].
    fn count(&self, key: &str, at: &[usize]) -> usize;

    /// Whether something holds. `at` as in [`Data::text`].
    fn holds(&self, key: &str, at: &[usize]) -> bool;
}

/// A template filled with data: as markup, HTML or XML, in which fillings stay text between tags and in double quotes.
pub fn page(template: &'static str, data: &impl Data) -> String {
    let mut out = String::new();
    fill(template, data, &mut Vec::new(), escape, &mut out);
    out
}

/// A template filled with data, as plain text.
pub fn plain(template: &'static str, data: &impl Data) -> String {
    let mut out = String::new();
    fill(template, data, &mut Vec::new(), |text, out| out.extend(text.chars().map(seen)), &mut out);
    out
}

fn fill(mut rest: &'static str, data: &dyn Data, at: &mut Vec<usize>, write: fn(&str, &mut String), out: &mut String) {
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((key, after)) = after.split_once('}') else { return };
        rest = after;
        let row = key.strip_prefix('#');
        let asked = key.strip_prefix(['?', '!']);
        if row.is_none() && asked.is_none() {
            write(&data.text(key, at), out);
            continue;
        }
        let (part, after) = part(after);
        rest = after;
        for which in 0..row.map_or(0, |row| data.count(row, at)) {
            at.push(which);
            fill(part, data, at, write, out);
            at.pop();
        }
        if asked.is_some_and(|asked| data.holds(asked, at) == key.starts_with('?')) {
            fill(part, data, at, write, out);
        }
    }
    out.push_str(rest);
}

/// A part up to its own end, and what comes after that.
fn part(text: &'static str) -> (&'static str, &'static str) {
    let mut open = 1;
    let mut length = 0;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        match after.as_bytes().first() {
            Some(b'#' | b'?' | b'!') => open += 1,
            Some(b'/') => open -= 1,
            _ => {}
        }
        length += before.len();
        if open == 0 {
            return (text.get(..length).unwrap_or_default(), after.get(2..).unwrap_or_default());
        }
        length += 1;
        rest = after;
    }
    (text, "")
}

fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(seen(other)),
        }
    }
}

/// A text as it is shown: what is no character of a text stands as a box, so that nothing obeys it where it is pasted.
pub fn shown(text: &str) -> String {
    text.chars().map(seen).collect()
}

/// What is no character of XML, and what a terminal obeys where a text is pasted into it, stands as a box.
fn seen(character: char) -> char {
    match character {
        '\t' | '\n' => character,
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        other if other.is_control() => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Words(&'static str);

    impl Data for Words {
        fn text(&self, key: &str, at: &[usize]) -> String {
            match key {
                "word" => self.0.into(),
                _ => format!("{key}{at:?}"),
            }
        }

        fn count(&self, key: &str, _: &[usize]) -> usize {
            key.parse().unwrap_or(0)
        }

        fn holds(&self, key: &str, at: &[usize]) -> bool {
            key == "yes" || at.last() == Some(&1)
        }
    }

    #[test]
    fn parts_stand_as_often_as_the_data_say() {
        let filled = plain("{word}: {#2}<{a}{#2}{b}{/}{#0}never{/}>{/}.", &Words("x"));
        assert_eq!(filled, "x: <a[0]b[0, 0]b[0, 1]><a[1]b[1, 0]b[1, 1]>.");
        assert_eq!(plain("{?yes}{!no}a{/}{!yes}b{/}{/}{#2}{?second}c{/}{/}", &Words("x")), "ac");
        assert_eq!(plain("{#1}no end", &Words("x")), "no end");
        assert_eq!(plain("no end {", &Words("x")), "no end ");
    }

    #[test]
    fn what_is_no_character_of_a_text_stands_as_a_box() {
        let bent = Words("a\u{1b}[31m\u{1}\u{9b}\u{ffff}\tb\n\u{202b}ü");
        for filled in [page("{word}", &bent), plain("{word}", &bent)] {
            assert_eq!(filled, "a\u{fffd}[31m\u{fffd}\u{fffd}\u{fffd}\tb\n\u{202b}ü");
        }
    }

    #[test]
    fn what_fills_a_gap_stays_text() {
        let hostile = Words("<script>alert('1')</script>\" onload=\"x & {word} {#2}");
        let filled = page("<p title=\"{word}\">{word}</p>", &hostile);
        let inside = filled.strip_prefix("<p title=\"").and_then(|filled| filled.strip_suffix("</p>"));
        let (title, text) = inside.and_then(|inside| inside.split_once("\">")).expect("one attribute, one text");
        for part in [title, text] {
            assert!(!part.contains(['<', '>', '"', '\'']), "{part}");
            let named = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
                .iter()
                .fold(part.to_owned(), |rest, name| rest.replace(name, ""));
            assert!(!named.contains('&'), "{part}");
            assert!(part.ends_with("{word} {#2}"), "a filling is never a template");
        }
    }
}
