//! The bars that the shipped scenarios' writing is held to.

mod support;

use analysis::{Fraction, STATE_LIMIT, StepFacts, analyse};
use lint::grade;
use scenario::{Line, Outcome, Scenario, Stance, Step};
use std::collections::HashSet;
use support::{shipped, shipped_ids};

/// The highest grade of school that a whole scenario may ask for.
const HIGHEST_GRADE: f64 = 9.0;
/// The most words of a response.
const RESPONSE_WORDS: usize = 45;
/// The most words of a situation, whatever is told of it.
const SITUATION_WORDS: usize = 140;
/// The words that no two responses of a step may share at their start.
const OPENING_WORDS: usize = 3;
/// Of how many steps in a hundred the leader's best response should be the better one.
const LEADERS_SHARE: std::ops::RangeInclusive<f64> = 40.0..=60.0;
/// The questions that a step gives a facilitator.
const QUESTIONS: std::ops::RangeInclusive<usize> = 2..=4;

fn each(check: impl Fn(&str, &Scenario)) {
    for id in shipped_ids() {
        check(&id, &shipped(&id));
    }
}

/// A text that a player reads, as its lines, and where it stands.
struct Text {
    place: String,
    lines: Vec<String>,
}

fn texts(scenario: &Scenario) -> Vec<Text> {
    let text = |place: String, lines: &[Line]| {
        let lines = lines.iter().map(|line| line.text.to_string()).collect();
        Text { place, lines }
    };
    let one = |place: String, line: &str| Text { place, lines: vec![line.into()] };
    let mut all = vec![one("summary".into(), scenario.summary())];
    for step in scenario.steps() {
        all.push(text(format!("{}", step.id), &step.situation));
        for response in &step.responses {
            all.push(one(format!("{}/{}", step.id, response.id), &response.text));
            all.push(text(format!("{}/{}, consequence", step.id, response.id), &response.consequence));
        }
    }
    for outcome in Outcome::ALL {
        for variant in scenario.outcomes().of(outcome) {
            all.push(text(format!("{}: {}", outcome.name(), variant.title), &variant.story));
            all.push(one(format!("{}: {}, lesson", outcome.name(), variant.title), &variant.lesson));
        }
    }
    all
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn a_scenario_asks_for_nine_years_of_school_at_most() {
    each(|id, scenario| {
        let all = texts(scenario);
        let whole = grade(all.iter().flat_map(|text| text.lines.iter().map(String::as_str))).unwrap_or_default();
        let graded = all.iter().filter_map(|text| Some((grade(text.lines.iter().map(String::as_str))?, text)));
        let worst = graded.max_by(|one, other| one.0.total_cmp(&other.0));
        let worst = worst.map(|(grade, text)| format!("{grade:.1} at {}", text.place)).unwrap_or_default();
        println!("{id}: grade {whole:.1}; the hardest text is {worst}");
        assert!(whole > 0.0 && whole <= HIGHEST_GRADE, "{id} has grade {whole:.1}; its hardest text is {worst}");
    });
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

#[test]
fn the_leader_is_right_about_as_often_as_the_manager() {
    let mut found = Vec::new();
    let mut unfair = Vec::new();
    for id in shipped_ids() {
        let scenario = shipped(&id);
        let analysis = analyse(&scenario, STATE_LIMIT).expect("a shipped scenario is small");
        let (leaders, others): (Vec<_>, Vec<_>) =
            scenario.steps().iter().zip(&analysis.steps).partition(|(step, facts)| leader_is_better(step, facts));
        let share = leaders.len() as f64 * 100.0 / scenario.steps().len() as f64;
        let names = |steps: &[(&Step, &StepFacts)]| {
            steps.iter().map(|(step, _)| step.id.to_string()).collect::<Vec<_>>().join(", ")
        };
        let line = format!("{id}: {share:.0} %; leader: {}; manager: {}", names(&leaders), names(&others));
        if !LEADERS_SHARE.contains(&share) {
            unfair.push(line.clone());
        }
        found.push(line);
    }
    println!("{}", found.join("\n"));
    assert!(unfair.is_empty(), "one hat is the better answer too often:\n{}", unfair.join("\n"));
}

/// Whether the best leader response of a step leaves a larger share of balanced ends than its best manager response.
fn leader_is_better(step: &Step, facts: &StepFacts) -> bool {
    let best = |stance: Stance| {
        let of_stance = step.responses.iter().zip(&facts.responses).filter(|(response, _)| response.stance == stance);
        let shares = of_stance.map(|(_, facts)| &facts.shares[Outcome::Balanced as usize]);
        shares.fold(Fraction::zero(), |most, share| if share.is_over(&most) { share.clone() } else { most })
    };
    best(Stance::Leader).is_over(&best(Stance::Manager))
}
