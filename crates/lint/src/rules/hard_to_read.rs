//! A text that is hard to read.

use crate::finding::{Facts, Finding, Place};
use crate::grade::grade;
use crate::{Rule, Severity};
use scenario::{Line, Outcome, Segment};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "hard-to-read",
    severity: Severity::Warning,
    summary: "A text is harder to read than it should be in a game.",
    why: "It is above grade 10 by the formula of Flesch and Kincaid, which counts words in a sentence and \
          syllables in a word: a reader of sixteen would stumble. Players read it once, on a projector or a phone. \
          Only scenarios whose language is English are looked at, and only texts of 20 words or more.",
    bad: &[(
        r#""Two weeks to go.""#,
        r#""Approximately fourteen days before the commencement of the event, the administrative coordination of all participating departments necessitates considerable prioritisation of interdependent responsibilities.""#,
    )],
    mend: "Write short sentences of short words.",
    miss: &[(
        r#""Two weeks to go.""#,
        r#""There are two weeks left to go, and half of the things on your list are still not done, while the phone rings all day long.""#,
    )],
    check: Some(check),
};

/// The highest grade of school that a text may ask for.
const HIGHEST: f64 = 10.0;

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let language = facts.scenario.language().as_bytes();
    // `en` and `en-GB`, and not `enm`, which is Chaucer's.
    let english = language.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(b"en"))
        && language.get(2).is_none_or(|next| *next == b'-');
    if !english {
        return Vec::new();
    }
    let mut found = in_steps(facts);
    for outcome in Outcome::ALL {
        for (at, variant) in facts.scenario.outcomes().of(outcome).iter().enumerate() {
            let place = Place::field("outcomes").then(Segment::Key(outcome.name())).then(Segment::At(at));
            found.extend(hard(place.then(Segment::Key("story")), None, texts(&variant.story)));
            found.extend(hard(place.then(Segment::Key("lesson")), None, std::iter::once(&*variant.lesson)));
        }
    }
    found
}

fn in_steps(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, step) in facts.scenario.steps().iter().enumerate() {
        found.extend(hard(Place::step(at).then(Segment::Key("situation")), Some(at), texts(&step.situation)));
        for (number, response) in step.responses.iter().enumerate() {
            let place = Place::response(at, number);
            found.extend(hard(place.then(Segment::Key("text")), Some(at), std::iter::once(&*response.text)));
            found.extend(hard(place.then(Segment::Key("consequence")), Some(at), texts(&response.consequence)));
            found.extend(hard(place.then(Segment::Key("note")), Some(at), texts(&response.note)));
        }
    }
    found
}

fn texts(lines: &[Line]) -> impl Iterator<Item = &str> + Clone {
    lines.iter().map(|line| &*line.text)
}

fn hard<'t>(place: Place, step: Option<usize>, lines: impl Iterator<Item = &'t str> + Clone) -> Option<Finding> {
    let grade = grade(lines).filter(|grade| *grade > HIGHEST)?;
    // Rounded up, so that it is over ten as it is said, too.
    let grade = (grade * 10.0).ceil() / 10.0;
    let message = format!("This text asks for {grade:.1} years of school, and {HIGHEST:.0} are plenty.");
    let help = "Split long sentences, and put short words for long ones.";
    Some(Finding { step, ..Finding::at(place, message, help) })
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
