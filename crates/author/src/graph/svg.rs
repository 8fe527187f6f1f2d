//! The picture as SVG: one file that needs nothing beside it.

use super::colour::{self, GROUND, INK, QUIET};
use super::layout::{Edge, Layout, Node};
use super::picture::Spot;
use scenario::{Scenario, Stance};
use std::fmt::Write;

/// The height of the legend below the picture.
const LEGEND: f64 = 80.0;

/// The widest and the narrowest line.
const WIDTHS: (f64, f64) = (1.2, 6.0);

/// Draws a scenario that is laid out.
pub fn svg(scenario: &Scenario, layout: &Layout) -> String {
    let (width, height) = (layout.width.max(600.0), layout.height + LEGEND);
    let mut out = String::new();
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
             viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" font-family=\"system-ui, sans-serif\">\n\
             <title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{GROUND}\"/>\n",
            escaped(scenario.title())
        ),
    );
    out.push_str("<g fill=\"none\" stroke-linecap=\"butt\" stroke-opacity=\"0.8\">\n");
    for edge in &layout.edges {
        put_edge(scenario, layout, edge, &mut out);
    }
    out.push_str("</g>\n");
    for node in &layout.nodes {
        put_node(node, &mut out);
    }
    put_legend(layout.height, &mut out);
    out.push_str("</svg>\n");
    out
}

/// Writing into a string cannot fail.
fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

fn put_edge(scenario: &Scenario, layout: &Layout, edge: &Edge, out: &mut String) {
    let width = WIDTHS.0 + (WIDTHS.1 - WIDTHS.0) * edge.share.unwrap_or(0.2).clamp(0.0, 1.0).sqrt();
    let dash = match edge.stance {
        Some(Stance::Manager) => " stroke-dasharray=\"7 4\"",
        _ => "",
    };
    put(
        out,
        format_args!(
            "<path d=\"{}\" stroke=\"{}\" stroke-width=\"{width:.1}\"{dash}>",
            curve(&edge.points),
            colour::of(edge.stance)
        ),
    );
    let response = match (layout.nodes.get(edge.from).map(|node| node.spot), edge.response) {
        (Some(Spot::Step(step)), Some(at)) => scenario.steps().get(step).and_then(|step| step.responses.get(at)),
        _ => None,
    };
    if let Some(response) = response {
        let (id, stance) = (response.id.as_str(), response.stance.map_or("passage", Stance::name));
        put(out, format_args!("<title>{id} ({stance}): {}</title>", escaped(&response.text)));
    }
    out.push_str("</path>\n");
}

/// A line through points that leaves and meets each of them straight from above.
fn curve(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    let mut before: Option<(f64, f64)> = None;
    for (x, y) in points {
        match before {
            None => put(&mut path, format_args!("M{x:.1} {y:.1}")),
            Some((from, _)) if (from - x).abs() < 0.05 => put(&mut path, format_args!("V{y:.1}")),
            Some((from, top)) => {
                let half = (top + y) / 2.0;
                put(&mut path, format_args!("C{from:.1} {half:.1} {x:.1} {half:.1} {x:.1} {y:.1}"));
            }
        }
        before = Some((*x, *y));
    }
    path
}

fn put_node(node: &Node, out: &mut String) {
    let Node { x, y, w, h, .. } = node;
    let round = if matches!(node.spot, Spot::Step(_)) { 8.0 } else { h / 2.0 };
    let (dash, faded) = if node.reached { ("", "") } else { (" stroke-dasharray=\"3 3\"", " opacity=\"0.55\"") };
    put(
        out,
        format_args!(
            "<g{faded}><rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{round:.1}\" \
             fill=\"#fff\" stroke=\"{INK}\"{dash}/>\n"
        ),
    );
    let middle = x + w / 2.0;
    let mut line = y + 23.0;
    for text in &node.title {
        put_text(middle, line, 13, INK, text, out);
        line += 17.0;
    }
    if !node.note.is_empty() {
        put_text(middle, line, 11, QUIET, &node.note, out);
    }
    out.push_str("</g>\n");
}

fn put_text(x: f64, y: f64, size: u32, colour: &str, text: &str, out: &mut String) {
    let text = escaped(text);
    put(
        out,
        format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\" text-anchor=\"middle\">{text}</text>\n"
        ),
    );
}

fn put_legend(top: f64, out: &mut String) {
    let signs = [
        (Some(Stance::Leader), "", "a leader response"),
        (Some(Stance::Manager), " stroke-dasharray=\"7 4\"", "a manager response"),
        (None, "", "how runs end"),
    ];
    for (at, (stance, dash, says)) in signs.into_iter().enumerate() {
        let (x, y) = (26.0 + 176.0 * at as f64, top + 16.0);
        let (end, words, colour) = (x + 30.0, x + 38.0, colour::of(stance));
        put(
            out,
            format_args!(
                "<path d=\"M{x:.1} {y:.1}H{end:.1}\" stroke=\"{colour}\" stroke-width=\"3\"{dash}/>\
                 <text x=\"{words:.1}\" y=\"{:.1}\" font-size=\"12\" fill=\"{INK}\">{says}</text>\n",
                y + 4.0
            ),
        );
    }
    let notes = [
        "The more runs come to a step, the wider the ways from it. Shares: where each response offered is as likely.",
        "A run that breaks on the way, a meter at or below 0, counts with its outcome.",
    ];
    for (at, note) in notes.into_iter().enumerate() {
        let y = top + 44.0 + 16.0 * at as f64;
        put(out, format_args!("<text x=\"26\" y=\"{y:.1}\" font-size=\"11\" fill=\"{QUIET}\">{note}</text>\n"));
    }
}

/// A text as XML writes it. Characters that XML cannot hold, or that a terminal would obey, stand as a box.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_would_read_as_markup_is_escaped() {
        assert_eq!(escaped("<b> & \"x\"\u{1}\u{9b}\n"), "&lt;b&gt; &amp; &quot;x&quot;\u{fffd}\u{fffd} ");
    }

    #[test]
    fn a_line_goes_straight_where_it_can() {
        assert_eq!(curve(&[(1.0, 0.0), (1.0, 5.0), (3.0, 9.0)]), "M1.0 0.0V5.0C1.0 7.0 3.0 7.0 3.0 9.0");
    }
}
