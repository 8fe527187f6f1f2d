//! The shipped scenarios hold what the game promises of them. Counted exactly, over every way to play them.

use crate::support;

use analysis::{Difficulty, STATE_LIMIT, analyse, survey};
use play::{Moment, Place, play_as, variant};
use scenario::{Condition, Dimension, Line, Outcome, Persona, Scenario, Stance};
use std::collections::{HashMap, HashSet};
use support::{shipped, shipped_ids};

/// The whole of the uniform player's share, so large that twenty decisions among up to six responses divide it
/// without a rest: 60 to the 20th.
const WHOLE: u128 = 60_u128.pow(20);

/// Every moment that a scenario can come to, with the uniform player's share of it, and the fewest and most decisions
/// of an unbroken run.
struct Walk {
    ends: HashMap<Moment, u128>,
    decisions: (usize, usize),
    responses: HashSet<(u32, usize)>,
}

fn walk(scenario: &Scenario) -> Walk {
    let mut here = HashMap::from([(Moment::first(scenario), WHOLE)]);
    let mut walk = Walk { ends: HashMap::new(), decisions: (usize::MAX, 0), responses: HashSet::new() };
    for decided in 0.. {
        let mut next: HashMap<Moment, u128> = HashMap::new();
        for (moment, share) in here {
            match moment.place {
                Place::Ended(ending) => {
                    *walk.ends.entry(moment).or_default() += share;
                    if !ending.broke {
                        walk.decisions = (walk.decisions.0.min(decided), walk.decisions.1.max(decided));
                    }
                }
                Place::Step(step) => {
                    let offered = moment.offered(scenario).count() as u128;
                    for (at, response) in moment.offered(scenario) {
                        walk.responses.insert((step.0, at));
                        *next.entry(moment.after(response).onward(scenario, response)).or_default() += share / offered;
                    }
                }
            }
        }
        if next.is_empty() {
            return walk;
        }
        here = next;
    }
    walk
}

fn share(walk: &Walk, holds: impl Fn(&Moment) -> bool) -> f64 {
    let sum: u128 = walk.ends.iter().filter(|(end, _)| holds(end)).map(|(_, share)| share).sum();
    sum as f64 / WHOLE as f64 * 100.0
}

fn each(check: impl Fn(&str, &Scenario)) {
    for id in shipped_ids() {
        check(&id, &shipped(&id));
    }
}

#[test]
fn the_launch_and_the_crisis_are_there() {
    let ids = shipped_ids();
    assert!(["product-launch", "crisis"].iter().all(|id| ids.iter().any(|there| there == id)), "{ids:?}");
}

#[test]
fn shares_are_exact() {
    each(|id, scenario| {
        let all: u128 = walk(scenario).ends.values().sum();
        assert_eq!(all, WHOLE, "{id}: no share is lost in dividing");
    });
}

#[test]
fn each_is_as_long_as_promised() {
    each(|id, scenario| {
        let steps = scenario.steps().len();
        let (fewest, most) = walk(scenario).decisions;
        let (words, cast) = (words(scenario), scenario.cast().len());
        let (lengths, decisions, texts, least_cast) =
            if is_short(scenario) { (7..=10, 4..=4, 1_000..=2_000, 3) } else { (16..=28, 8..=11, 3_000..=5_500, 4) };
        assert!(lengths.contains(&steps), "{id}: {steps} steps");
        assert!(decisions.contains(&fewest) && decisions.contains(&most), "{id}: {fewest} to {most} decisions");
        assert!(texts.contains(&words), "{id}: {words} words");
        assert!(cast >= least_cast, "{id}: {cast} in the cast");
    });
}

/// Whether it is a first story, for whoever has never played: five minutes and four decisions.
fn is_short(scenario: &Scenario) -> bool {
    scenario.minutes() <= 6
}

#[test]
fn one_story_is_short_and_it_is_gentle() {
    let short: Vec<String> = shipped_ids().into_iter().filter(|id| is_short(&shipped(id))).collect();
    assert_eq!(short, ["first-day"]);
    assert_eq!(difficulty(&shipped("first-day")), Difficulty::Gentle);
}

fn difficulty(scenario: &Scenario) -> Difficulty {
    let analysis = analyse(scenario, STATE_LIMIT).expect("a shipped scenario is small");
    Difficulty::of(&analysis.outcome(Outcome::Balanced).share)
}

#[test]
fn every_dimension_is_met_twice() {
    each(|id, scenario| {
        for dimension in Dimension::ALL {
            let count = scenario.steps().iter().filter(|step| step.dimension == Some(dimension)).count();
            assert!(count >= 2, "{id}: {} {count} times", dimension.name());
        }
    });
}

#[test]
fn every_outcome_variant_response_and_a_break_can_be_reached() {
    each(|id, scenario| {
        let walk = walk(scenario);
        let told: HashSet<(Outcome, usize)> =
            walk.ends.keys().filter_map(|end| Some((end.ending()?.outcome, variant(scenario, end)?.0))).collect();
        for outcome in Outcome::ALL {
            let variants = scenario.outcomes().of(outcome).len();
            for at in 0..variants {
                assert!(told.contains(&(outcome, at)), "{id}: variant {at} of {} is never told", outcome.name());
            }
            if matches!(outcome, Outcome::UnderLed | Outcome::UnderManaged) {
                assert!(variants >= 2, "{id}: {} is told in one way", outcome.name());
            }
        }
        // Four decisions are too few to bring a meter to nothing.
        let broken = share(&walk, |end| end.ending().is_some_and(|ending| ending.broke));
        assert_eq!(broken > 0.0, !is_short(scenario), "{id}: {broken} % of runs break");
        for (step, at) in scenario.steps().iter().zip(0..) {
            for (response, place) in step.responses.iter().zip(0..) {
                assert!(walk.responses.contains(&(at, place)), "{id}: {}/{} is never offered", step.id, response.id);
            }
        }
    });
}

#[test]
fn one_hat_alone_falls_short_and_changing_hats_does_not() {
    each(|id, _| {
        let scenario = shipped(id);
        let end = |persona| play_as(persona, &scenario).ending().map(|ending| ending.outcome);
        assert_eq!(end(Persona::AlwaysLeader), Some(Outcome::UnderManaged), "{id}");
        assert_eq!(end(Persona::AlwaysManager), Some(Outcome::UnderLed), "{id}");
        // To wear the hat of the lower meter is not enough in a hard story, which then says so itself.
        let says_so = scenario.expect().iter().any(|(persona, _)| *persona == Persona::Balancing);
        if !says_so || difficulty(&scenario) != Difficulty::Hard {
            assert_eq!(end(Persona::Balancing), Some(Outcome::Balanced), "{id}");
        }
        for (persona, outcome) in scenario.expect() {
            assert_eq!(end(*persona), Some(*outcome), "{id}: {}", persona.name());
        }
    });
}

#[test]
fn there_is_a_gentle_one_a_fair_one_and_a_hard_one() {
    let found: Vec<(String, Difficulty)> =
        shipped_ids().into_iter().map(|id| (id.clone(), difficulty(&shipped(&id)))).collect();
    for one in Difficulty::ALL {
        assert!(found.iter().any(|(_, difficulty)| *difficulty == one), "none is {one:?}: {found:?}");
    }
}

#[test]
fn three_choices_or_more_come_back() {
    each(|id, scenario| {
        let mut read = 0;
        let texts = |scenario: &Scenario| -> Vec<Line> {
            let steps = scenario.steps().iter();
            let told = steps.flat_map(|step| {
                step.situation.iter().chain(step.responses.iter().flat_map(|response| &response.consequence))
            });
            let ends = Outcome::ALL.into_iter().flat_map(|outcome| scenario.outcomes().of(outcome));
            told.chain(ends.flat_map(|variant| &variant.story)).cloned().collect()
        };
        for line in texts(scenario) {
            read |= line.when.has | line.when.lacks;
        }
        for response in scenario.steps().iter().flat_map(|step| &step.responses) {
            read |= response.when.has | response.when.lacks;
        }
        assert!(read.count_ones() >= 3, "{id}: {} flags come back in words or responses", read.count_ones());
    });
}

#[test]
fn both_hats_are_as_long_and_open_differently() {
    each(|id, scenario| {
        for step in scenario.steps() {
            let lengths: Vec<usize> = step.responses.iter().map(|response| response.text.chars().count()).collect();
            let (shortest, longest) = (lengths.iter().min().copied(), lengths.iter().max().copied());
            let fair = shortest.zip(longest).is_some_and(|(short, long)| long * 10 <= short * 13);
            assert!(fair, "{id}: {} has responses of {lengths:?} characters", step.id);
            let openings: HashSet<Vec<&str>> =
                step.responses.iter().map(|response| response.text.split_whitespace().take(3).collect()).collect();
            assert_eq!(openings.len(), step.responses.len(), "{id}: {} opens two responses alike", step.id);
        }
    });
}

#[test]
fn what_gains_on_both_meters_was_earned_before_or_is_not_always_best() {
    each(|id, scenario| {
        let survey = survey(scenario, STATE_LIMIT).expect("a shipped scenario is small");
        for (step, standings) in scenario.steps().iter().zip(&survey.standings) {
            for stance in Stance::ALL {
                let count = step.responses.iter().filter(|response| response.stance == Some(stance)).count();
                assert!(count >= 1, "{id}: {} has no {} response", step.id, stance.name());
            }
            for (response, standing) in step.responses.iter().zip(standings) {
                let both = response.effect.leadership > 0 && response.effect.management > 0;
                let earned = response.when != Condition::ALWAYS;
                // Of a step that is met in one state alone, some answer is always the best.
                let is_beaten = standing.as_ref().is_some_and(|it| it.worse > 0 || it.best + it.tied + it.worse == 1);
                assert!(
                    !both || earned || is_beaten,
                    "{id}: {}/{} costs nothing, and is always best",
                    step.id,
                    response.id
                );
            }
        }
    });
}

/// All words that a player can read.
fn words(scenario: &Scenario) -> usize {
    let count = |text: &str| text.split_whitespace().count();
    let lines = |lines: &[Line]| lines.iter().map(|line| count(&line.text)).sum::<usize>();
    let steps = scenario.steps().iter().map(|step| {
        let responses = step.responses.iter().map(|response| count(&response.text) + lines(&response.consequence));
        count(&step.title) + lines(&step.situation) + responses.sum::<usize>()
    });
    let endings = Outcome::ALL.into_iter().flat_map(|outcome| scenario.outcomes().of(outcome));
    let endings = endings.map(|variant| count(&variant.title) + lines(&variant.story) + count(&variant.lesson));
    steps.sum::<usize>() + endings.sum::<usize>()
}
