//! The picture in Graphviz's language.

use super::colour;
use super::picture::{Picture, Spot, words};
use analysis::Analysis;
use scenario::layout::quoted;
use scenario::{Scenario, Stance};
use std::fmt::Write;

/// The picture of a scenario for `dot`, with the shares where they are proved.
pub fn dot(scenario: &Scenario, analysis: Option<&Analysis>) -> String {
    let picture = Picture::new(scenario, analysis);
    let mut out = format!("digraph {} {{\n", quoted(scenario.id().as_str()));
    out.push_str("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
    for spot in &picture.spots {
        let (title, note) = words(scenario, *spot, analysis);
        // A terminal would obey some of these.
        let title = title.replace(char::is_control, " ");
        let label = if note.is_empty() { title } else { format!("{title}\n{note}") };
        let shape = if matches!(spot, Spot::Step(_)) { "box" } else { "oval" };
        // Writing into a string cannot fail.
        let _ = writeln!(out, "  {} [shape={shape}, label={}];", name(scenario, *spot), quoted(&label));
    }
    for way in &picture.ways {
        let (from, to) = (name(scenario, picture.spots[way.from]), name(scenario, picture.spots[way.to]));
        let style = if way.stance == Some(Stance::Manager) { "dashed" } else { "solid" };
        let width = 1.0 + 4.0 * way.share.unwrap_or(0.1);
        let colour = colour::of(way.stance);
        let _ = write!(out, "  {from} -> {to} [color=\"{colour}\", style={style}, penwidth={width:.2}");
        if let (Spot::Step(step), Some(at)) = (picture.spots[way.from], way.response) {
            let response = scenario.steps().get(step).and_then(|step| step.responses.get(at));
            let tip = response.map_or_else(String::new, |response| response.id.to_string());
            let _ = write!(out, ", tooltip={}", quoted(&tip));
        }
        out.push_str("];\n");
    }
    let foot = picture.spots.iter().filter(|spot| matches!(spot, Spot::Outcome(_)));
    let foot: Vec<String> = foot.map(|spot| name(scenario, *spot)).collect();
    let _ = writeln!(out, "  {{ rank=sink; {}; }}\n}}", foot.join("; "));
    out
}

/// A name that no other spot has: ids hold no `:`.
fn name(scenario: &Scenario, spot: Spot) -> String {
    quoted(&match spot {
        Spot::Step(at) => scenario.steps()[at].id.to_string(),
        Spot::End => ":end".into(),
        Spot::Outcome(outcome) => format!(":{}", outcome.name()),
    })
}
