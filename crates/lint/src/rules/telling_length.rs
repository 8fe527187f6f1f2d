//! Responses whose length tells their stance.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::{Segment, Stance, Step};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "telling-length",
    severity: Severity::Warning,
    summary: "The responses of one stance are longer than those of the other.",
    why: "Players learn quickly that the long answer is the leader's, and stop reading. So over the whole scenario \
          one stance's responses should not be longer on average by over 30 per cent, and within a step not by \
          over 80 per cent. Length is counted in characters.",
    bad: &[(
        r#""text": "Split the work, so that they need not meet now.""#,
        r#""text": "Split the work between the two of them by room and by hour, so that for now they need not meet.""#,
    )],
    mend: "Cut the longer one, or give the shorter one something to say.",
    miss: &[(
        r#""text": "Split the work, so that they need not meet now.""#,
        r#""text": "Split the work between the two by room, so that for now they need not meet.""#,
    )],
    check: Some(check),
};

/// By how much one stance's mean may be that of the other, in per cent: over the whole scenario, and within a step.
const MOST: [u64; 2] = [130, 180];

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut whole = Lengths::default();
    let mut found = Vec::new();
    for (at, step) in facts.scenario.steps().iter().enumerate() {
        let here = Lengths::of(step);
        whole.add(&here);
        if let Some((longer, percent)) = here.telling(MOST[1]) {
            found.push(in_step(at, step, longer, percent));
        }
    }
    if let Some((longer, percent)) = whole.telling(MOST[0]) {
        let message = format!("The {} responses are {percent} % longer on average than the others.", longer.name());
        let help = "Cut them, or give the others more to say, until nobody can tell a stance by its length.";
        found.push(Finding::at(Place::field("steps"), message, help));
    }
    found
}

fn in_step(at: usize, step: &Step, longer: Stance, percent: u64) -> Finding {
    let lengths =
        || step.responses.iter().enumerate().map(|(number, response)| (response.text.len(), number, response));
    let longest =
        lengths().filter(|(_, _, response)| response.stance == Some(longer)).max_by_key(|(length, ..)| *length);
    let shortest =
        lengths().filter(|(_, _, response)| response.stance != Some(longer)).min_by_key(|(length, ..)| *length);
    let text = |found: Option<(usize, usize, _)>| {
        Place::response(at, found.map_or(0, |(_, number, _)| number)).then(Segment::Key("text")).value()
    };
    let message = format!("The {} responses of this step are {percent} % longer than the others.", longer.name());
    let help = "Cut them, or give the others more to say, until nobody can tell a stance by its length.";
    Finding::in_step(at, text(longest), message, help).beside(text(shortest), "This is one of the others.")
}

/// How many responses each stance has, and how many characters they have together.
#[derive(Clone, Copy, Default)]
struct Lengths {
    responses: [u64; 2],
    characters: [u64; 2],
}

impl Lengths {
    fn of(step: &Step) -> Self {
        let mut lengths = Lengths::default();
        for response in &step.responses {
            let Some(stance) = response.stance else { continue };
            lengths.responses[stance as usize] += 1;
            lengths.characters[stance as usize] += response.text.chars().count() as u64;
        }
        lengths
    }

    fn add(&mut self, other: &Lengths) {
        for stance in Stance::ALL {
            self.responses[stance as usize] += other.responses[stance as usize];
            self.characters[stance as usize] += other.characters[stance as usize];
        }
    }

    /// The stance whose mean is over so many per cent of the other's, and by how many per cent it is longer.
    fn telling(&self, most: u64) -> Option<(Stance, u64)> {
        let [leader, manager] = Stance::ALL;
        [(leader, manager), (manager, leader)].into_iter().find_map(|(long, short)| {
            // a / n over b / m, without the fractions: a * m over b * n.
            let long_sum = self.characters[long as usize] * self.responses[short as usize];
            let short_sum = self.characters[short as usize] * self.responses[long as usize];
            (long_sum * 100 > short_sum * most).then(|| (long, long_sum * 100 / short_sum.max(1) - 100))
        })
    }
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
