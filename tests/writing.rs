//! The bars that the shipped scenarios' writing is held to.

use crate::support;

use scenario::Scenario;
use std::collections::HashSet;
use support::{shipped, shipped_ids};

/// The most words of a response.
const RESPONSE_WORDS: usize = 45;
/// The most words of a situation, whatever is told of it.
const SITUATION_WORDS: usize = 140;
/// The words that no two responses of a step may share at their start.
const OPENING_WORDS: usize = 3;
/// The questions that a step gives a facilitator.
const QUESTIONS: std::ops::RangeInclusive<usize> = 2..=4;

fn each(check: impl Fn(&str, &Scenario)) {
    for id in shipped_ids() {
        check(&id, &shipped(&id));
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn a_response_is_read_at_a_glance_and_a_situation_in_a_minute() {
    each(|id, scenario| {
        for step in scenario.steps() {
            let situation: usize = step.situation.iter().map(|line| words(&line.text)).sum();
            assert!(situation <= SITUATION_WORDS, "{id}: the situation of {} has {situation} words", step.id);
            for response in &step.responses {
                let count = words(&response.text);
                assert!(count <= RESPONSE_WORDS, "{id}: {}/{} has {count} words", step.id, response.id);
            }
        }
    });
}

#[test]
fn no_two_responses_of_a_step_open_alike() {
    let opening = |text: &str| -> Vec<String> {
        let plain = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
        text.split_whitespace().take(OPENING_WORDS).map(plain).collect()
    };
    each(|id, scenario| {
        for step in scenario.steps() {
            let openings: HashSet<_> = step.responses.iter().map(|response| opening(&response.text)).collect();
            assert_eq!(openings.len(), step.responses.len(), "{id}: {} opens two responses alike", step.id);
        }
    });
}

#[test]
fn a_step_gives_a_room_something_to_talk_about() {
    each(|id, scenario| {
        for step in scenario.steps() {
            let questions = step.facilitator.discuss.len();
            assert!(QUESTIONS.contains(&questions), "{id}: {} has {questions} questions", step.id);
        }
    });
}
