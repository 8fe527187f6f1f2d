//! What players learn from a scenario, as its author counts it in the notes for facilitators.

use scenario::Scenario;

/// What begins the sentence; whatever else notes count is the facilitator's.
const BEGINS: &str = "After this story players can (1) ";

/// What players can do after a scenario: what the notes of its first step count, as in "After this story players can (1) …;
/// (2) …; (3) …."; nothing where they count nothing.
pub fn objectives(scenario: &Scenario) -> Vec<String> {
    counted(&scenario.step(scenario.start()).facilitator.notes)
}

/// The line of a scenario in the list of objectives that lies beside the index: its id and each of them, between tabs.
pub fn objectives_line(scenario: &Scenario) -> String {
    let fields: Vec<String> = std::iter::once(scenario.id().to_string()).chain(objectives(scenario)).collect();
    fields.join("\t") + "\n"
}

/// The objectives of a scenario in that list.
pub fn objectives_of(list: &str, id: &str) -> Vec<String> {
    let fields = list.lines().map(|line| line.split('\t'));
    let mut found = fields.filter_map(|mut fields| (fields.next() == Some(id)).then_some(fields));
    found.next().map_or(Vec::new(), |fields| fields.map(str::to_owned).collect())
}

/// What that sentence counts as (1), (2) and so on: each ends where the next begins, and the last with the sentence.
fn counted(text: &str) -> Vec<String> {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = plain.split_once(BEGINS).and_then(|(_, rest)| rest.split(". ").next());
    let (mut found, mut rest) = (Vec::new(), sentence);
    while let Some(text) = rest {
        let next = text.split_once(&format!("({}) ", found.len() + 2));
        let words = next.map_or(text, |(words, _)| words);
        found.push(words.trim_end_matches([' ', '.', ';', ',']).to_owned());
        rest = next.map(|(_, rest)| rest);
    }
    found.retain(|words| !words.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_notes_count_are_the_objectives() {
        let text = "After this story players can (1) tell a; (2) weigh\tb,\n(3) name c. Here: (4) let the room talk.";
        assert_eq!(counted(text), ["tell a", "weigh b", "name c"]);
        let text = "A cut. After this story players can (1) tell a; (2) name b. Here: let them talk.";
        assert_eq!(counted(text), ["tell a", "name b"]);
        assert_eq!(counted("After this story players can (1) only one."), ["only one"]);
        for none in ["", "Ask: (1) who lied; (2) who knew.", "(2) not the first", "After this story players can (1) "] {
            assert!(counted(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn the_list_holds_each_scenarios_own() {
        let list = "one\ttell a\tname b\ntwo\nthree\tweigh c\n";
        assert_eq!(objectives_of(list, "one"), ["tell a", "name b"]);
        assert!(objectives_of(list, "two").is_empty() && objectives_of(list, "four").is_empty());
        assert_eq!(objectives_of(list, "three"), ["weigh c"]);
    }
}
