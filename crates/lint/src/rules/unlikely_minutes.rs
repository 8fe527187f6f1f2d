//! More minutes than anybody has for it, or fewer than anybody needs.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::{Branch, Condition, Goal, Line, Scenario, Segment, Step};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unlikely-minutes",
    severity: Severity::Warning,
    summary: "A run, or a step of a session, is said to take longer than anybody has, or less than it takes to read.",
    why: "The minutes of a scenario are shown on its card: how long a run takes, which is about ten minutes for ten \
          decisions. Over 90 it is hardly one sitting, and mostly a slip of the keys, or meant in seconds. The \
          minutes of a step are those that a room may spend on it; over 45 no session has room for a second step. \
          Fewer than it takes to read the shortest way to the end, or the step, at 300 words a minute, which is \
          quick, promise what nobody can keep. Lines and responses with a condition are not counted.",
    bad: &[(r#""minutes": 5"#, r#""minutes": 500"#)],
    mend: "Play it once with a clock beside you, and write what it took.",
    miss: &[(r#""minutes": 5"#, r#""minutes": 90"#)],
    check: Some(check),
};

/// The most that is likely: for a run, and for a step in a room.
const MOST: [u32; 2] = [90, 45];

/// How many words a quick reader reads in a minute.
const READ: usize = 300;

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let minutes = facts.scenario.minutes();
    let place = || Place::field("minutes").value();
    if minutes > MOST[0] {
        let message = format!("A run of {minutes} minutes is hardly one sitting.");
        let help = "Write how many minutes a run takes: about one for each decision.";
        found.push(Finding::at(place(), message, help));
    }
    if let Some(message) = unread(fewest_words(facts.scenario), minutes) {
        let message = format!("Even the shortest way to the end {message}");
        found.push(Finding::at(place(), message, "Play it once with a clock beside you, and write what it took."));
    }
    for (at, step) in facts.scenario.steps().iter().enumerate() {
        let Some(minutes) = step.facilitator.minutes else { continue };
        let place = || Place::step(at).then(Segment::Key("facilitator")).then(Segment::Key("minutes")).value();
        let help = "Write how many minutes a room may spend on this step: three to ten are usual.";
        if minutes > MOST[1] {
            let message = format!("{minutes} minutes on one step leave no time for the others.");
            found.push(Finding::in_step(at, place(), message, help));
        }
        if let Some(message) = unread(words_of(step), minutes) {
            found.push(Finding::in_step(at, place(), format!("This step {message}"), help));
        }
    }
    found
}

/// What is wrong where so many words are more than so many minutes are enough for.
fn unread(words: usize, minutes: u32) -> Option<String> {
    let least = words.div_ceil(READ);
    let minutes = minutes as usize;
    let (s, it) = if minutes == 1 { ("", "is") } else { ("s", "are") };
    let message = || format!("has {words} words, and {minutes} minute{s} {it} not enough to read them.");
    (minutes < least).then(message)
}

/// The words of lines that stand there in any case.
fn told(lines: &[Line]) -> usize {
    let always = lines.iter().filter(|line| line.when == Condition::ALWAYS);
    always.map(|line| line.text.split_whitespace().count()).sum()
}

/// The words of a step that are read before a decision in any case.
fn words_of(step: &Step) -> usize {
    let offered = step.responses.iter().filter(|response| response.when == Condition::ALWAYS);
    told(&step.situation) + offered.map(|response| response.text.split_whitespace().count()).sum::<usize>()
}

/// The words of the way from the start to the end that has the fewest. Looks at each step twice, however many ways lead to
/// it.
fn fewest_words(scenario: &Scenario) -> usize {
    let steps = scenario.steps();
    let mut fewest = vec![0; steps.len()];
    let mut met = vec![false; steps.len()];
    // Each entry is a step and whether all that it leads to is settled; what a loop leads back to counts for nothing.
    let mut waiting = vec![(scenario.start(), false)];
    while let Some((at, settled)) = waiting.pop() {
        let responses = &scenario.step(at).responses;
        if settled {
            let after = |branch: &Branch| match branch.to {
                Goal::Step(to) => fewest[to.0 as usize],
                Goal::End | Goal::Outcome(_) => 0,
            };
            let ways = responses.iter().filter_map(|response| {
                let after = response.next.iter().map(after).min()?;
                Some(after + told(&response.consequence))
            });
            fewest[at.0 as usize] = ways.min().unwrap_or(0) + words_of(scenario.step(at));
        } else if !std::mem::replace(&mut met[at.0 as usize], true) {
            waiting.push((at, true));
            let onward = responses.iter().flat_map(|response| &response.next).filter_map(|branch| match branch.to {
                Goal::Step(to) => Some((to, false)),
                Goal::End | Goal::Outcome(_) => None,
            });
            waiting.extend(onward.filter(|(to, _)| !met[to.0 as usize]));
        }
    }
    fewest[scenario.start().0 as usize]
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}

/// The codes that are said of the example's base with so many words more, for a run of a minute and a step of one.
#[cfg(test)]
fn said_of(words: usize) -> Vec<&'static str> {
    let text = super::trial::BASE.replacen(r#""minutes": 5"#, r#""minutes": 1"#, 1);
    let text = text.replacen("\"The team waits.\"", &format!("\"The team waits. {}\"", "Go on. ".repeat(words / 2)), 1);
    super::trial::said(&text).0.into_iter().collect()
}

#[test]
fn fewer_minutes_than_it_takes_to_read_are_told_too() {
    // The shortest way through has 125 words.
    assert_eq!(said_of(174), [""; 0]);
    assert_eq!(said_of(176), [RULE.code]);
    let step = |minutes| {
        let talk = "\"title\": \"The first talk\",";
        let text =
            super::trial::BASE.replacen(talk, &format!("{talk} \"facilitator\": {{ \"minutes\": {minutes} }},"), 1);
        let text = text.replacen("\"The team waits.\"", &format!("\"{}\"", "Go on. ".repeat(300)), 1);
        super::trial::said(&text).0.into_iter().collect::<Vec<_>>()
    };
    assert_eq!((step(2), step(3)), (vec![RULE.code], vec![]), "600 words and a few");
}
