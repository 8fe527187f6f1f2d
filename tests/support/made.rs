//! Valid scenarios made at random, as the JSON an author would write.

use proptest::prelude::*;
use std::fmt::Write;

/// One response to be written.
#[derive(Clone, Debug)]
pub struct Answer {
    leader: bool,
    effect: (i8, i8),
    sets: Option<u8>,
    when: Option<When>,
    /// Ways on before the last, each with its condition; steps are counted from the one after this.
    branches: Vec<(When, u8)>,
    to: u8,
}

/// A condition to be written.
#[derive(Clone, Debug)]
pub enum When {
    Has(u8),
    Lacks(u8),
    Leadership(i8),
    Management(i8),
}

const FLAGS: u8 = 3;

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        (0..FLAGS).prop_map(When::Has),
        (0..FLAGS).prop_map(When::Lacks),
        (0..9i8).prop_map(When::Leadership),
        (0..9i8).prop_map(When::Management),
    ]
}

fn answer(leader: bool, always: bool) -> impl Strategy<Value = Answer> {
    let condition = if always { Just(None).boxed() } else { when().prop_map(Some).boxed() };
    let branches = proptest::collection::vec((when(), 0..4u8), 0..3);
    ((-3..4i8, -3..4i8), proptest::option::of(0..FLAGS), condition, branches, 0..4u8)
        .prop_map(move |(effect, sets, when, branches, to)| Answer { leader, effect, sets, when, branches, to })
}

fn step() -> impl Strategy<Value = (Vec<Answer>, (i8, i8))> {
    let both = (answer(true, true), answer(false, true));
    let more = proptest::collection::vec(any::<bool>().prop_flat_map(|leader| answer(leader, false)), 0..3);
    ((both, more), (-1..2i8, -1..2i8)).prop_map(|(((leader, manager), more), pressure)| {
        ([leader, manager].into_iter().chain(more).collect(), pressure)
    })
}

/// The text of a valid scenario: up to seven steps with flags, conditions, pressure and breaks.
pub fn scenario_text() -> impl Strategy<Value = String> {
    let meters = (1..7i8, 0..9i8, 1..7i8, 0..9i8);
    (meters, proptest::collection::vec(step(), 1..8)).prop_map(|(meters, steps)| written(meters, &steps))
}

fn condition(when: &When) -> String {
    match when {
        When::Has(flag) => format!("{{\"has\":[\"f{flag}\"]}}"),
        When::Lacks(flag) => format!("{{\"lacks\":[\"f{flag}\"]}}"),
        When::Leadership(least) => format!("{{\"leadership\":{{\"at_least\":{least}}}}}"),
        When::Management(most) => format!("{{\"management\":{{\"at_most\":{most}}}}}"),
    }
}

/// A later step, or the end: steps lead forward only.
fn goal(from: usize, ahead: u8, count: usize) -> String {
    let to = from + 1 + usize::from(ahead);
    if to < count { format!("\"s{to}\"") } else { "\"end\"".into() }
}

fn written((l, le, m, me): (i8, i8, i8, i8), steps: &[(Vec<Answer>, (i8, i8))]) -> String {
    let mut out = format!(
        r#"{{"format":1,"id":"made","title":"T","summary":"S","role":"R","language":"en","minutes":1,
"meters":{{"leadership":{{"start":{l},"enough":{le}}},"management":{{"start":{m},"enough":{me}}}}},
"flags":{{"f0":"a","f1":"b","f2":"c"}},"start":"s0","steps":{{"#
    );
    let mut put = |text: std::fmt::Arguments<'_>| out.write_fmt(text).expect("a string takes all");
    for (at, (answers, pressure)) in steps.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        put(format_args!(
            r#"{comma}"s{at}":{{"title":"T","dimension":"agenda","situation":["x"],"pressure":{{"leadership":{},"management":{}}},"responses":{{"#,
            pressure.0, pressure.1
        ));
        for (number, answer) in answers.iter().enumerate() {
            let comma = if number > 0 { "," } else { "" };
            let stance = if answer.leader { "leader" } else { "manager" };
            let (leadership, management) = answer.effect;
            put(format_args!(
                r#"{comma}"r{number}":{{"stance":"{stance}","text":"t","effect":{{"leadership":{leadership},"management":{management}}},"consequence":["c"]"#
            ));
            if let Some(flag) = answer.sets {
                put(format_args!(r#","sets":["f{flag}"]"#));
            }
            if let Some(when) = &answer.when {
                put(format_args!(r#","when":{}"#, condition(when)));
            }
            put(format_args!(r#","next":["#));
            for (when, ahead) in &answer.branches {
                put(format_args!(r#"{{"when":{},"to":{}}},"#, condition(when), goal(at, *ahead, steps.len())));
            }
            put(format_args!(r#"{{"to":{}}}]}}"#, goal(at, answer.to, steps.len())));
        }
        put(format_args!("}}}}"));
    }
    let told =
        r#"[{"when":{"broke":true},"title":"B","story":["b"],"lesson":"b"},{"title":"T","story":["s"],"lesson":"l"}]"#;
    put(format_args!(
        r#"}},"outcomes":{{"balanced":{told},"under_led":{told},"under_managed":{told},"adrift":{told}}}}}"#
    ));
    out
}
