//! Steps that lead anywhere: what can be read is played to an end whatever is used up on the way, and where a loop does
//! not end, or somebody could be stuck, it is an error.

use crate::support;

use analysis::{BigUint, STATE_LIMIT, analyse};
use play::{Moment, Run};
use proptest::collection::vec;
use proptest::prelude::*;
use scenario::{ReadErrors, Stance};
use std::collections::HashMap;
use std::rc::Rc;
use support::reading;

/// A step to be written. Its ways lead to steps by their numbers, counted round; one more is the end.
#[derive(Clone, Debug)]
struct Step {
    /// How often a run may come to it; 0 where that is not limited.
    visits: u8,
    passage: bool,
    answers: Vec<Answer>,
}

/// A response to be written.
#[derive(Clone, Debug)]
struct Answer {
    leader: bool,
    effect: (i8, i8),
    sets: Option<u8>,
    when: Option<Asked>,
    /// Ways that are taken where their condition holds.
    ways: Vec<(Asked, u8)>,
    last: u8,
}

/// What a condition asks for.
#[derive(Clone, Debug)]
enum Asked {
    Has(u8),
    Lacks(u8),
    Led(i8),
    Visit(u8),
}

const FLAGS: u8 = 2;

/// Meters that nothing here brings down: no run ends before its time.
const START: i8 = 100;

fn asked() -> impl Strategy<Value = Asked> {
    prop_oneof![
        (0..FLAGS).prop_map(Asked::Has),
        (0..FLAGS).prop_map(Asked::Lacks),
        (START - 2..START + 3).prop_map(Asked::Led),
        (1..4u8).prop_map(Asked::Visit),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    let when = proptest::option::weighted(0.15, asked());
    let parts = ((-1..2i8, -1..2i8), proptest::option::of(0..FLAGS), when, vec((asked(), any::<u8>()), 0..2));
    (any::<bool>(), parts, any::<u8>()).prop_map(|(leader, (effect, sets, when, ways), last)| Answer {
        leader,
        effect,
        sets,
        when,
        ways,
        last,
    })
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let visits = prop_oneof![2 => Just(0u8), 2 => Just(1), 1 => Just(2), 1 => Just(3)];
    let step =
        (visits, proptest::bool::weighted(0.3), vec(answer(), 2..5)).prop_map(|(visits, passage, mut answers)| {
            // One of each stance, most of the time.
            for (answer, leader) in answers.iter_mut().zip([true, false]) {
                answer.leader = leader;
            }
            answers.truncate(if passage { 1 } else { 4 });
            Step { visits, passage, answers }
        });
    (vec(step, 1..6), proptest::bool::weighted(0.8)).prop_map(|(mut steps, careful)| {
        let closes = |way: u8, steps: &[Step]| goal(way, steps.len()).is_some_and(|to| steps[to].visits > 0);
        let count = steps.len();
        for step in 0..if careful { count } else { 0 } {
            for at in 0..steps[step].answers.len().min(2) {
                let ends = closes(steps[step].answers[at].last, &steps);
                let answer = &mut steps[step].answers[at];
                (answer.when, answer.last) = (None, if ends { count as u8 } else { answer.last });
            }
        }
        steps
    })
}

impl Asked {
    /// As JSON; a visit only where it is counted.
    fn written(&self, visits: u8) -> String {
        match self {
            Asked::Has(flag) => format!(r#"{{"has":["f{flag}"]}}"#),
            Asked::Visit(visit) if visits > 0 => format!(r#"{{"visit":{{"at_least":{visit}}}}}"#),
            Asked::Lacks(flag) | Asked::Visit(flag) => format!(r#"{{"lacks":["f{}"]}}"#, flag % FLAGS),
            Asked::Led(least) => format!(r#"{{"leadership":{{"at_least":{least}}}}}"#),
        }
    }
}

/// Where a way leads: a step, or the end.
fn goal(to: u8, count: usize) -> Option<usize> {
    // Half of all ways lead to an end, so that many of these stories are valid.
    Some(usize::from(to) % (2 * count)).filter(|to| *to < count)
}

fn written(steps: &[Step]) -> String {
    let to = |way: u8| goal(way, steps.len()).map_or_else(|| "end".to_owned(), |to| format!("s{to}"));
    let answers = |step: &Step| {
        let written = step.answers.iter().enumerate().map(|(at, answer)| {
            let way = |(asked, way): &(Asked, u8)| {
                format!(r#"{{"when":{},"to":"{}"}},"#, asked.written(step.visits), to(*way))
            };
            let ways: String = answer.ways.iter().map(way).collect();
            let (leadership, management) = answer.effect;
            let mut text = format!(
                r#""r{at}":{{"effect":{{"leadership":{leadership},"management":{management}}},"next":[{ways}{{"to":"{}"}}]"#,
                to(answer.last)
            );
            if !step.passage {
                let stance = if answer.leader { "leader" } else { "manager" };
                text += &format!(r#","stance":"{stance}","text":"t","consequence":["c"]"#);
            }
            text.extend(answer.sets.map(|flag| format!(r#","sets":["f{flag}"]"#)));
            text.extend(answer.when.as_ref().map(|when| format!(r#","when":{}"#, when.written(step.visits))));
            text + "}"
        });
        written.collect::<Vec<_>>().join(",")
    };
    let of = |(at, step): (usize, &Step)| {
        let dimension = if step.passage { "" } else { r#""dimension":"agenda","# };
        let visits = if step.visits > 0 { format!(r#""visits":{},"#, step.visits) } else { String::new() };
        format!(r#""s{at}":{{"title":"T",{dimension}{visits}"situation":["x"],"responses":{{{}}}}}"#, answers(step))
    };
    let meter = format!(r#"{{"start":{START},"enough":{START}}}"#);
    let told = r#"[{"title":"T","story":["s"],"lesson":"l"}]"#;
    let steps = steps.iter().enumerate().map(of).collect::<Vec<_>>().join(",");
    format!(
        r#"{{"format":1,"id":"made","title":"T","summary":"S","role":"R","language":"en","minutes":1,
"meters":{{"leadership":{meter},"management":{meter}}},"flags":{{"f0":"a","f1":"b"}},"start":"s0","steps":{{{steps}}},
"outcomes":{{"balanced":{told},"under_led":{told},"under_managed":{told},"adrift":{told}}}}}"#
    )
}

/// Whether a way leads from a step to another.
fn leads(steps: &[Step], from: usize, to: usize) -> bool {
    let answers = steps[from].answers.iter();
    let mut ways = answers.flat_map(|it| it.ways.iter().map(|(_, way)| *way).chain([it.last]));
    ways.any(|way| goal(way, steps.len()) == Some(to))
}

/// Whether steps without visits lead back to one of them: what is closed under "leads on to one of these" is not empty.
fn goes_round(steps: &[Step]) -> bool {
    let mut left: Vec<usize> = (0..steps.len()).filter(|at| steps[*at].visits == 0).collect();
    loop {
        let on: Vec<usize> =
            left.iter().copied().filter(|from| left.iter().any(|to| leads(steps, *from, *to))).collect();
        if on.len() == left.len() {
            return !left.is_empty();
        }
        left = on;
    }
}

/// Whether a step can be left by each hat, or its passage, when all steps with visits are used up.
fn stays_open(steps: &[Step], step: &Step) -> bool {
    let opens = |it: &&Answer| {
        it.when.is_none() && goal(it.last, steps.len()).is_none_or(|to| steps.get(to).is_some_and(|to| to.visits == 0))
    };
    let hats: Vec<bool> = step.answers.iter().filter(opens).map(|it| it.leader).collect();
    if step.passage { !hats.is_empty() } else { hats.contains(&true) && hats.contains(&false) }
}

/// Whether each loop that is told is one: its steps lead to one another, and none of them has visits.
fn told_loops_are_loops(steps: &[Step], errors: &ReadErrors) -> Result<(), TestCaseError> {
    for error in errors.iter().filter(|error| error.code.name() == "cycle") {
        let (_, names) = error.message.rsplit_once(": ").unwrap_or(("", &error.message));
        let names = names.trim_start_matches("The step `").trim_end_matches("` leads to itself.").trim_end_matches('.');
        let on: Vec<usize> = names.split(" -> ").filter_map(|name| name[1..].parse().ok()).collect();
        prop_assert_eq!(on.len(), error.related.len(), "{}", error.message);
        for (from, to) in on.iter().zip(on.iter().cycle().skip(1)) {
            prop_assert!(leads(steps, *from, *to) && steps[*from].visits == 0, "{}", error.message);
        }
    }
    Ok(())
}

/// How many paths lead on from here. `known` holds what was counted; nothing while it is being counted.
fn paths(run: &mut Run, known: &mut HashMap<Moment, Option<BigUint>>) -> Result<BigUint, TestCaseError> {
    let now = run.now();
    if now.step().is_none() {
        return Ok(BigUint::from(1_u32));
    }
    if let Some(counted) = known.get(&now) {
        return counted.clone().ok_or_else(|| TestCaseError::fail("a run comes back to where it was"));
    }
    known.insert(now, None);
    let offered: Vec<usize> = run.offered().map(|(at, _)| at).collect();
    let hats: Vec<Option<Stance>> = run.offered().map(|(_, response)| response.stance).collect();
    let both = Stance::ALL.iter().all(|stance| hats.contains(&Some(*stance)));
    prop_assert!(both || hats == [None], "nobody is stuck, and either hat can be worn: {hats:?}");
    let mut count = BigUint::default();
    for response in offered {
        prop_assert!(run.choose(response).is_ok());
        count += paths(run, known)?;
        run.undo();
    }
    known.insert(now, Some(count.clone()));
    Ok(count)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_is_never_stuck_and_what_could_be_is_an_error(steps in steps()) {
        let text = written(&steps);
        let stuck = steps.iter().any(|step| !stays_open(&steps, step));
        match reading(&text) {
            Ok(scenario) => {
                prop_assert!(!goes_round(&steps) && !stuck, "{text}");
                let scenario = Rc::new(scenario);
                let counted = paths(&mut Run::start(Rc::clone(&scenario)), &mut HashMap::new())?;
                let analysis = analyse(&scenario, STATE_LIMIT).expect("a small scenario");
                prop_assert_eq!(analysis.paths, counted, "{}", text);
            }
            Err(errors) => {
                let has = |code: &str| errors.iter().any(|error| error.code.name() == code);
                let known = errors.iter().all(|error| ["cycle", "missing-stance"].contains(&error.code.name()));
                prop_assert!(known && has("cycle") == goes_round(&steps) && has("missing-stance") == stuck, "{text}\n{errors:?}");
                told_loops_are_loops(&steps, &errors)?;
            }
        }
    }
}
