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

/// A step of a grown story to be written.
#[derive(Clone, Debug)]
pub struct GrownStep {
    /// How often a run may come to it; 0 where that is not limited.
    visits: u8,
    passage: bool,
    pressure: (i8, i8),
    answers: Vec<GrownAnswer>,
    /// Whether there is a third answer, which is not always offered.
    third: bool,
}

/// A response of a grown story to be written.
#[derive(Clone, Debug)]
pub struct GrownAnswer {
    effect: (i8, i8),
    sets: Option<u8>,
    when: When,
    /// The visit that a condition asks for, and whether at least or at most, where its step counts them.
    visit: Option<(u8, bool)>,
    ways: Vec<(Option<When>, u8)>,
    last: u8,
}

/// The text of a valid scenario of the grown format: up to five steps with passages, loops over steps with visits, and ends
/// that the story decides. At most 15 decisions follow each other.
pub fn grown_text() -> impl Strategy<Value = String> {
    let answer = (
        (-2..3i8, -2..3i8),
        proptest::option::of(0..FLAGS),
        when(),
        proptest::option::of((1..4u8, any::<bool>())),
        proptest::collection::vec((proptest::option::of(when()), any::<u8>()), 0..3),
        any::<u8>(),
    );
    let answer = answer.prop_map(|(effect, sets, when, visit, ways, last)| GrownAnswer {
        effect,
        sets,
        when,
        visit,
        ways,
        last,
    });
    let visits = prop_oneof![3 => Just(0u8), 2 => Just(1), 2 => Just(2), 1 => Just(3)];
    let passage = proptest::bool::weighted(0.25);
    let answers = proptest::collection::vec(answer, 3);
    let step = (visits, passage, (-1..2i8, -1..2i8), answers, proptest::bool::weighted(0.4)).prop_map(
        |(visits, passage, pressure, answers, third)| GrownStep { visits, passage, pressure, answers, third },
    );
    let meters = (1..7i8, 0..9i8, 1..7i8, 0..9i8);
    (meters, proptest::collection::vec(step, 1..6)).prop_map(|(meters, steps)| grown(meters, steps))
}

/// Where a response may lead from a step: on to a later one, over any with visits, to an end. What must stay open leads to
/// no step with visits.
fn goals(at: usize, steps: &[GrownStep], open: bool) -> Vec<String> {
    let fits = |to: &usize| if steps[*to].visits > 0 { !open } else { *to > at };
    let ends = ["end", "end", "end:balanced", "end:under_led", "end:under_managed", "end:adrift"];
    let there: Vec<String> = (0..steps.len()).filter(fits).map(|to| format!("s{to}")).collect();
    // As many ways lead on as to an end.
    there.iter().cycle().take(there.len().min(1) * 9).cloned().chain(ends.map(str::to_owned)).collect()
}

fn grown((l, le, m, me): (i8, i8, i8, i8), mut steps: Vec<GrownStep>) -> String {
    let mut left = if steps.len() <= 4 { 3 } else { 2 };
    for step in &mut steps {
        step.visits = step.visits.min(left);
        left -= step.visits;
    }
    let mut written = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let count = if step.passage { 1 } else { 2 + usize::from(step.third) };
        let answers = step.answers.iter().take(count).enumerate().map(|(number, answer)| {
            let always = number < 2;
            let way = |(when, to): &(Option<When>, u8)| {
                let goals = goals(at, &steps, false);
                let when = when.as_ref().map(|when| format!("\"when\":{},", condition(when))).unwrap_or_default();
                format!("{{{when}\"to\":\"{}\"}}", goals[usize::from(*to) % goals.len()])
            };
            let goals = goals(at, &steps, always);
            let last = format!("{{\"to\":\"{}\"}}", goals[usize::from(answer.last) % goals.len()]);
            let ways: Vec<String> = answer.ways.iter().map(way).chain([last]).collect();
            let (leadership, management) = answer.effect;
            let mut parts = vec![
                format!("\"effect\":{{\"leadership\":{leadership},\"management\":{management}}}"),
                format!("\"next\":[{}]", ways.join(",")),
            ];
            if !step.passage {
                let stance = ["leader", "manager", "leader"][number];
                parts.push(format!("\"stance\":\"{stance}\",\"text\":\"t\",\"consequence\":[\"c\"]"));
            }
            parts.extend(answer.sets.map(|flag| format!("\"sets\":[\"f{flag}\"]")));
            if !always {
                let asked = condition(&answer.when);
                let visit = answer.visit.filter(|_| step.visits > 0).map(|(visit, least)| {
                    let bound = if least { "at_least" } else { "at_most" };
                    asked.replacen('{', &format!("{{\"visit\":{{\"{bound}\":{visit}}},"), 1)
                });
                parts.push(format!("\"when\":{}", visit.unwrap_or(asked)));
            }
            format!("\"r{number}\":{{{}}}", parts.join(","))
        });
        let (leadership, management) = step.pressure;
        let mut parts = vec![
            "\"title\":\"T\",\"situation\":[\"x\"]".to_owned(),
            format!("\"pressure\":{{\"leadership\":{leadership},\"management\":{management}}}"),
            format!("\"responses\":{{{}}}", answers.collect::<Vec<_>>().join(",")),
        ];
        parts.extend((!step.passage).then(|| "\"dimension\":\"agenda\"".to_owned()));
        parts.extend((step.visits > 0).then(|| format!("\"visits\":{}", step.visits)));
        written.push(format!("\"s{at}\":{{{}}}", parts.join(",")));
    }
    let told =
        r#"[{"when":{"broke":true},"title":"B","story":["b"],"lesson":"b"},{"title":"T","story":["s"],"lesson":"l"}]"#;
    format!(
        r#"{{"format":1,"id":"made","title":"T","summary":"S","role":"R","language":"en","minutes":1,
"meters":{{"leadership":{{"start":{l},"enough":{le}}},"management":{{"start":{m},"enough":{me}}}}},
"flags":{{"f0":"a","f1":"b","f2":"c"}},"start":"s0","steps":{{{}}},
"outcomes":{{"balanced":{told},"under_led":{told},"under_managed":{told},"adrift":{told}}}}}"#,
        written.join(",")
    )
}
