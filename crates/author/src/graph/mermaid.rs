//! The picture in Mermaid's language, which many places that show Markdown draw by themselves.

use super::colour;
use super::picture::{Picture, Spot, words};
use analysis::Analysis;
use scenario::{Scenario, Stance};
use std::fmt::Write;

/// The picture of a scenario as a Mermaid flowchart, with the shares where they are proved.
pub fn mermaid(scenario: &Scenario, analysis: Option<&Analysis>) -> String {
    let picture = Picture::new(scenario, analysis);
    let mut out = String::from("flowchart TD\n");
    for (at, spot) in picture.spots.iter().enumerate() {
        let (title, note) = words(scenario, *spot, analysis);
        let label =
            if note.is_empty() { escaped(&title) } else { format!("{}<br/>{}", escaped(&title), escaped(&note)) };
        // Writing into a string cannot fail.
        let _ = match spot {
            Spot::Step(_) => writeln!(out, "  n{at}[\"{label}\"]"),
            Spot::End | Spot::Outcome(_) => writeln!(out, "  n{at}([\"{label}\"])"),
        };
    }
    for way in &picture.ways {
        let arrow = if way.stance == Some(Stance::Manager) { "-.->" } else { "-->" };
        let _ = writeln!(out, "  n{} {arrow} n{}", way.from, way.to);
    }
    for (at, way) in picture.ways.iter().enumerate() {
        let width = 1.0 + 4.0 * way.share.unwrap_or(0.1).min(1.0);
        let _ = writeln!(out, "  linkStyle {at} stroke:{},stroke-width:{width:.1}px", colour::of(way.stance));
    }
    out
}

/// A text between quotes in Mermaid, which knows `#…;` for what it would read as its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | ';' | '`' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mermaid_would_read_as_its_own_is_escaped() {
        assert_eq!(escaped("a \"b\" <c> #1;"), "a #34;b#34; #60;c#62; #35;1#59;");
    }
}
