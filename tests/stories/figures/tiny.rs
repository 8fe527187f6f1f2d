//! Stories so small that their figures can be worked out by hand.

use super::Story;
use scenario::{Limits, read};

/// A response to be written.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    pub stance: &'a str,
    pub text: &'a str,
    pub effect: (i32, i32),
    /// A condition, as JSON; empty where it is always offered.
    pub when: &'a str,
    /// The consequence, as JSON.
    pub consequence: &'a str,
    pub concept: &'a str,
    pub to: &'a str,
}

/// A leader's response that changes nothing and ends the run.
pub const LEAD: Answer<'_> = Answer {
    stance: "leader",
    text: "Ask them.",
    effect: (0, 0),
    when: "",
    consequence: r#"["So it goes."]"#,
    concept: "L2",
    to: "end",
};

/// A manager's response that changes nothing and ends the run.
pub const MANAGE: Answer<'_> = Answer { stance: "manager", text: "Count them.", concept: "M4", ..LEAD };

/// A story of steps `s0`, `s1` and so on, each a situation as JSON and responses `r0`, `r1` and so on. Both meters start at
/// 5, and 6 is enough.
pub fn story(steps: &[(&str, &[Answer<'_>])]) -> Story {
    told(steps, r#"[{ "title": "T", "story": ["Over."], "lesson": "L" }]"#)
}

/// As [`story`]; each outcome is told in these variants.
pub fn told(steps: &[(&str, &[Answer<'_>])], variants: &str) -> Story {
    let steps = steps.iter().zip(0..).map(|((situation, answers), at)| {
        let responses = answers.iter().zip(0..).map(|(answer, at)| written(answer, at)).collect::<Vec<_>>().join(",");
        format!(
            r#""s{at}": {{ "title": "T", "dimension": "agenda", "situation": {situation}, "responses": {{ {responses} }} }}"#
        )
    });
    let text = format!(
        r#"{{ "format": 1, "id": "tiny", "title": "T", "summary": "S", "role": "R", "language": "en", "minutes": 1,
            "meters": {{ "leadership": {{ "start": 5, "enough": 6 }}, "management": {{ "start": 5, "enough": 6 }} }},
            "cast": {{ "ana": {{ "name": "Ana Duarte", "role": "Baker" }} }},
            "start": "s0", "steps": {{ {} }},
            "outcomes": {{ "balanced": {variants}, "under_led": {variants}, "under_managed": {variants},
                "adrift": {variants} }} }}"#,
        steps.collect::<Vec<_>>().join(",")
    );
    Story::new(read(text.as_bytes(), &Limits::default()).unwrap_or_else(|errors| panic!("{errors:?}")))
}

fn written(answer: &Answer<'_>, at: usize) -> String {
    let Answer { stance, text, effect: (leadership, management), when, consequence, concept, to } = answer;
    let when = if when.is_empty() { String::new() } else { format!("\"when\": {when},") };
    format!(
        r#""r{at}": {{ "stance": "{stance}", "text": "{text}", {when} "consequence": {consequence},
            "effect": {{ "leadership": {leadership}, "management": {management} }}, "concepts": ["{concept}"],
            "next": "{to}" }}"#
    )
}

/// The value of one of some figures, by a part of its name.
pub fn value(figures: &[super::Figure], name: &str) -> f64 {
    figures.iter().find(|figure| figure.name.contains(name)).expect("a figure").value
}
