//! The exact analysis: shipped scenarios, rows of two-way choices, a scenario of 2,000 steps in twenty layers, and a hub of
//! six branches.

use analysis::{STATE_LIMIT, analyse};
use criterion::{Criterion, criterion_group, criterion_main};
use scenario::{Limits, Scenario, read};
use std::fmt::Write;
use std::hint::black_box;

const TOLD: &str = r#"[{"title":"T","story":["s"],"lesson":"l"}]"#;

/// A scenario whose steps are written by the caller.
fn story((start, enough): (i32, i32), steps: &str) -> Scenario {
    let flags = r#"{"a":"a","b":"b","c":"c"}"#;
    let text = format!(
        r#"{{"format":1,"id":"made","title":"T","summary":"S","role":"R","language":"en","minutes":1,"meters":{{"leadership":{{"start":{start},"enough":{enough}}},"management":{{"start":{start},"enough":{enough}}}}},"flags":{flags},"start":"s0","steps":{{{steps}}},"outcomes":{{"balanced":{TOLD},"under_led":{TOLD},"under_managed":{TOLD},"adrift":{TOLD}}}}}"#
    );
    let limits = Limits { bytes: usize::MAX, ..Limits::default() };
    read(text.as_bytes(), &limits).unwrap_or_else(|faults| panic!("{:?}", faults.iter().next()))
}

fn step(id: usize, responses: &[String]) -> String {
    let responses = responses.join(",");
    format!(r#""s{id}":{{"title":"T","dimension":"agenda","situation":["x"],"responses":{{{responses}}}}}"#)
}

fn response(id: &str, stance: &str, effect: (i32, i32), more: &str, next: &str) -> String {
    let (leadership, management) = effect;
    format!(
        r#""{id}":{{"stance":"{stance}","text":"t","effect":{{"leadership":{leadership},"management":{management}}},"consequence":["c"]{more},"next":{next}}}"#
    )
}

/// A row of choices between the two hats.
fn row(choices: usize, meters: (i32, i32)) -> Scenario {
    let steps: Vec<String> = (0..choices)
        .map(|at| {
            let next = if at + 1 < choices { format!("\"s{}\"", at + 1) } else { "\"end\"".into() };
            let hat = |id, stance, effect| response(id, stance, effect, "", &next);
            step(at, &[hat("lead", "leader", (1, 0)), hat("manage", "manager", (0, 1))])
        })
        .collect();
    story(meters, &steps.join(","))
}

/// Twenty layers of a hundred steps: three responses each, of which one asks for a flag and one sets one, and ways that
/// part by the meters.
fn layered() -> Scenario {
    const LAYERS: usize = 20;
    const WIDE: usize = 100;
    let mut steps = String::new();
    for at in 0..LAYERS * WIDE {
        let to = |salt: usize| {
            let layer = at / WIDE + 1;
            let place = (at * 31 + salt * 17 + 7) % WIDE;
            if layer < LAYERS { format!("\"s{}\"", layer * WIDE + place) } else { "\"end\"".into() }
        };
        let parted = format!(r#"[{{"when":{{"leadership":{{"at_least":8}}}},"to":{}}},{{"to":{}}}]"#, to(1), to(2));
        let flag = ["a", "b", "c"][at / WIDE % 3];
        let sets = if at.is_multiple_of(11) { format!(r#","sets":["{flag}"]"#) } else { String::new() };
        let asks = format!(r#","when":{{"has":["{flag}"]}}"#);
        let responses = [
            response("lead", "leader", (2, -1), &sets, &parted),
            response("manage", "manager", (-1, 2), "", &to(3)),
            response("both", "leader", (1, 1), &asks, &to(4)),
        ];
        let comma = if at > 0 { "," } else { "" };
        write!(steps, "{comma}{}", step(at, &responses)).expect("a string takes all");
    }
    story((5, 12), &steps)
}

/// Six branches of three decisions each, gone into once each in any order from one step; a door that is closed leads out.
fn hub() -> Scenario {
    let hats = |effects: [(i32, i32); 2], next: &str| {
        [response("lead", "leader", effects[0], "", next), response("manage", "manager", effects[1], "", next)]
    };
    let doors: Vec<String> = (0..6)
        .map(|door| {
            let stance = ["leader", "manager"][door % 2];
            let first = door * 3 + 1;
            let next = format!(r#"[{{"when":{{"leadership":{{"at_least":-9}}}},"to":"s{first}"}},{{"to":"end"}}]"#);
            response(&format!("door-{door}"), stance, (0, 0), "", &next)
        })
        .collect();
    let mut steps = vec![step(0, &doors)];
    for door in 0..6 {
        let first = door * 3 + 1;
        for at in first..first + 3 {
            let next = if at < first + 2 { format!("\"s{}\"", at + 1) } else { "\"s0\"".into() };
            let decision = step(at, &hats([(2, -1), (-1, 2)], &next));
            let once = r#""title":"T","visits":1,"#;
            steps.push(if at == first { decision.replacen(r#""title":"T","#, once, 1) } else { decision });
        }
    }
    story((20, 24), &steps.join(","))
}

fn paths(criterion: &mut Criterion) {
    let shipped = |id: &str| {
        let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
        read(&std::fs::read(path).expect("a shipped scenario"), &Limits::default()).expect("valid")
    };
    let scenarios = [
        ("product-launch", shipped("product-launch")),
        ("crisis", shipped("crisis")),
        ("14 choices", row(14, (1, 15))),
        ("40 choices", row(40, (1, 11))),
        ("2,000 steps", layered()),
        ("a hub of six", hub()),
    ];
    let mut group = criterion.benchmark_group("paths");
    group.sample_size(20);
    for (name, scenario) in scenarios {
        let analysis = analyse(&scenario, STATE_LIMIT).expect("within the limit");
        eprintln!("{name}: {} states, {} paths", analysis.states, analysis.paths);
        group.bench_function(name, |bencher| bencher.iter(|| analyse(black_box(&scenario), STATE_LIMIT).is_ok()));
    }
    group.finish();
}

criterion_group!(benches, paths);
criterion_main!(benches);
