//! Checking: all rules but those that need an analysis, on stories far longer than any that is played.
//! And a file of nothing but faults.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use lint::render::{File, json};
use lint::{Options, Severity, check};
use scenario::Limits;
use std::fmt::Write;
use std::hint::black_box;

/// A story of many steps in a row, each with two ways on and a line of speech, in which nothing is wrong but that its
/// decisions are all alike.
fn story(steps: usize) -> Vec<u8> {
    let mut text = String::from(
        r#"{"format":1,"id":"large","title":"T","summary":"S","role":"R","language":"en","minutes":1,"meters":{"leadership":{"start":900,"enough":900},"management":{"start":900,"enough":900}},"cast":{"a":{"name":"A","role":"B"}},"flags":{"f":"F"},"start":"s0","steps":{"#,
    );
    let dimensions = ["agenda", "network", "execution", "outcomes"];
    for at in 0..steps {
        let next = |ahead: usize| if at + ahead < steps { format!("s{}", at + ahead) } else { "end".into() };
        let comma = if at > 0 { ",\n" } else { "" };
        let dimension = dimensions[at % 4];
        let (near, far) = (next(1), next(2));
        write!(
            text,
            r#"{comma}"s{at}":{{"title":"Step {at}","dimension":"{dimension}","situation":["The press stands still.",{{"who":"a","says":"What now?"}}],"responses":{{"l":{{"stance":"leader","text":"Say where this goes.","effect":{{"leadership":1,"management":-1}},"sets":["f"],"consequence":["They nod."],"next":"{near}"}},"m":{{"stance":"manager","text":"Say who does what.","effect":{{"leadership":-1,"management":1}},"consequence":["They start."],"next":[{{"when":{{"has":["f"]}},"to":"{far}"}},{{"to":"{near}"}}]}}}}}}"#
        )
        .expect("a string takes all");
    }
    let told = r#"[{"title":"T","story":["s"],"lesson":"l"}]"#;
    write!(text, r#"}},"outcomes":{{"balanced":{told},"under_led":{told},"under_managed":{told},"adrift":{told}}}}}"#)
        .expect("a string takes all");
    text.into_bytes()
}

fn checking(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    for (name, steps) in [("10,000 steps", 10_000), ("100,000 steps", 100_000)] {
        let bytes = story(steps);
        let limits = Limits { bytes: bytes.len(), steps, ..Limits::default() };
        let options = Options { limits, states: 0, ..Options::default() };
        let checked = check(&bytes, &options);
        let wrong = checked.diagnostics.iter().any(|found| found.severity != Severity::Note);
        assert!(checked.scenario.is_some() && !wrong, "{:?}", checked.diagnostics);
        drop(checked);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| check(black_box(&bytes), &options).diagnostics.len()));
    }
    group.finish();
}

/// A file of more faults than are listed: each of its fields is unknown, and all are on one line.
fn faulty() -> Vec<u8> {
    let fields: Vec<String> = (0..12_345).map(|at| format!("\"field-{at}\": {at}")).collect();
    format!("{{{}}}", fields.join(",")).into_bytes()
}

/// Checking and telling as text what is wrong, as the tool does.
fn telling(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    let bytes = faulty();
    group.bench_function("10,000 faults", |bencher| {
        bencher.iter(|| {
            let checked = check(black_box(&bytes), &Options::default());
            assert_eq!(checked.diagnostics.len(), 10_000);
            json(&[File { name: "faulty.json", bytes: &bytes, checked: &checked }]).len()
        });
    });
    group.finish();
}

/// A file with a slip in each of its texts, each of which can be read in several ways.
fn slips() -> Vec<u8> {
    format!("{{\"a\": [{}]}}", "\"He says \"no\" to it.\",\n".repeat(20_000)).into_bytes()
}

/// Reading on after slips.
fn recovering(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    let bytes = slips();
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("20,000 slips", |bencher| {
        bencher.iter(|| check(black_box(&bytes), &Options::default()).omitted);
    });
    group.finish();
}

criterion_group!(benches, checking, telling, recovering);
criterion_main!(benches);
