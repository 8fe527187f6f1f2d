//! A text that a draft leaves to its author.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::Segment::{At, Key};
use scenario::{Line, Outcome, Step, TO_WRITE};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unwritten-text",
    severity: Severity::Warning,
    summary: "A text begins with `TO DO`: it is still to be written.",
    why: "A draft that was imported has such texts where the other program's story has none: what happens after a \
          response, how each outcome is told. The draft can be played with them, and players would read them. Each step is \
          named once, at its first such text; so is what stands outside of steps.",
    bad: &[(r#""consequence": ["There is cake."]"#, r#""consequence": ["TO DO: what happens next"]"#)],
    mend: "Write the text.",
    miss: &[(r#""consequence": ["There is cake."]"#, r#""consequence": ["A note says TO DO: cake."]"#)],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let scenario = facts.scenario;
    let mut whole = Unwritten::default();
    for (key, text) in [("title", scenario.title()), ("summary", scenario.summary()), ("role", scenario.role())] {
        whole.text(Place::field(key), text);
    }
    for (at, member) in scenario.cast().iter().enumerate() {
        let place = Place::field("cast").then(At(at));
        whole.text(place.then(Key("name")), &member.name);
        whole.text(place.then(Key("role")), &member.role);
    }
    for (at, flag) in scenario.flags().iter().enumerate() {
        whole.text(Place::field("flags").then(At(at)), &flag.text);
    }
    for outcome in Outcome::ALL {
        for (at, variant) in scenario.outcomes().of(outcome).iter().enumerate() {
            let place = Place::field("outcomes").then(Key(outcome.name())).then(At(at));
            whole.text(place.then(Key("title")), &variant.title);
            whole.lines(place.then(Key("story")), &variant.story);
            whole.text(place.then(Key("lesson")), &variant.lesson);
        }
    }
    let steps = scenario.steps().iter().enumerate().filter_map(|(at, step)| {
        let Unwritten { first, count } = of_step(at, step);
        let message = unwritten(count, "of this step");
        first.map(|place| Finding::in_step(at, place.value(), message, HELP))
    });
    let message = unwritten(whole.count, "outside of the steps");
    whole.first.map(|place| Finding::at(place.value(), message, HELP)).into_iter().chain(steps).collect()
}

const HELP: &str = "Write each text in place of its `TO DO`.";

fn unwritten(count: usize, place: &str) -> String {
    match count {
        1 => format!("1 text {place} is still to be written."),
        _ => format!("{count} texts {place} are still to be written."),
    }
}

fn of_step(at: usize, step: &Step) -> Unwritten {
    let mut found = Unwritten::default();
    let place = Place::step(at);
    found.text(place.then(Key("title")), &step.title);
    found.lines(place.then(Key("situation")), &step.situation);
    for (number, response) in step.responses.iter().enumerate() {
        let place = Place::response(at, number);
        found.text(place.then(Key("text")), &response.text);
        found.lines(place.then(Key("consequence")), &response.consequence);
    }
    found
}

/// The texts that are to be written: the place of the first, and how many they are.
#[derive(Default)]
struct Unwritten {
    first: Option<Place>,
    count: usize,
}

impl Unwritten {
    fn text(&mut self, place: Place, text: &str) {
        let is_unwritten =
            text.strip_prefix(TO_WRITE).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ' ']));
        if is_unwritten {
            self.first = self.first.or(Some(place));
            self.count += 1;
        }
    }

    fn lines(&mut self, place: Place, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            self.text(place.then(At(at)), &line.text);
        }
    }
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}

#[test]
fn a_step_is_named_once_however_much_is_to_be_written() {
    let unwritten =
        super::trial::BASE.replace("There is cake.", "TO DO").replace("She says yes.", "TO DO: what she says");
    let checked = crate::check(unwritten.as_bytes(), &crate::Options::default());
    let found: Vec<&str> = checked
        .diagnostics
        .iter()
        .filter(|found| found.code == RULE.code)
        .map(|found| found.message.as_str())
        .collect();
    assert!(!found.is_empty() && found.iter().all(|message| message.contains("of this step")));
    let whole = super::trial::BASE.replace("Ida Berg", "TO DO: a name").replace("Tom Falk", "TO DO: a name");
    let (codes, messages) = super::trial::said(&whole);
    assert!(
        codes.contains(RULE.code) && messages.contains("2 texts outside of the steps are still to be written."),
        "{messages}"
    );
}
