//! The list of the shipped scenarios that lies beside them, for the journal and the field guide.

use scenario::{Concept, Scenario};

/// The line of a shipped scenario in the list that lies beside it: id, version, title, the concepts it practises.
pub fn album_line(scenario: &Scenario) -> String {
    let ids: Vec<&str> = practised(scenario).map(Concept::id).collect();
    format!("{}\t{}\t{}\t{}\n", scenario.id(), scenario.fingerprint(), escape(scenario.title()), ids.join(" "))
}

/// The concepts that a scenario's steps and responses are tagged with, in the list's order.
pub fn practised(scenario: &Scenario) -> impl Iterator<Item = Concept> {
    Concept::all().filter(|concept| {
        scenario.steps().iter().any(|step| {
            let responses = step.responses.iter().flat_map(|response| &response.concepts);
            step.concepts.iter().chain(responses).any(|tag| tag == concept)
        })
    })
}

/// A text as a field of a line whose fields stand between tabs.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out
}
