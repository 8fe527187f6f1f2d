//! Reading scenario files: a shipped one, and one of 2 MiB, the largest that is read.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use scenario::{Limits, read};
use std::hint::black_box;

/// A valid scenario of nearly 2 MiB: steps in a row, filled with text.
fn largest() -> Vec<u8> {
    const STEPS: usize = 1131;
    let words = "The press stands still and forty people look at you. ".repeat(4);
    let response = |stance: &str, next: &str| {
        format!(
            r#"{{"stance":"{stance}","text":"{words}","effect":{{"leadership":1}},"consequence":["{words}",{{"who":"a","says":"{words}"}}],"concepts":["L1"],"next":"{next}"}}"#
        )
    };
    let step = |at: usize| {
        let next = if at + 1 < STEPS { format!("s{}", at + 1) } else { "end".into() };
        format!(
            r#""s{at}":{{"title":"T","dimension":"agenda","situation":["{words}"],"responses":{{"l":{},"m":{}}}}}"#,
            response("leader", &next),
            response("manager", &next)
        )
    };
    let steps: Vec<String> = (0..STEPS).map(step).collect();
    let told = r#"[{"title":"T","story":["s"],"lesson":"l"}]"#;
    let text = format!(
        r#"{{"format":1,"id":"large","title":"T","summary":"S","role":"R","language":"en","minutes":1,"meters":{{"leadership":{{"start":1,"enough":1}},"management":{{"start":1,"enough":1}}}},"cast":{{"a":{{"name":"A","role":"B"}}}},"start":"s0","steps":{{{}}},"outcomes":{{"balanced":{told},"under_led":{told},"under_managed":{told},"adrift":{told}}}}}"#,
        steps.join(",\n")
    );
    // White space up to the limit, as an editor would indent.
    let mut bytes = text.into_bytes();
    assert!(bytes.len() > 1_900_000 && bytes.len() <= Limits::default().bytes, "{} bytes", bytes.len());
    bytes.resize(Limits::default().bytes, b' ');
    bytes
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("reading");
    let shipped = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/crisis.json")).expect("shipped");
    for (name, bytes) in [("crisis", shipped), ("2 MiB", largest())] {
        assert!(read(&bytes, &Limits::default()).is_ok(), "{name}");
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| read(black_box(&bytes), &Limits::default()).is_ok()));
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
