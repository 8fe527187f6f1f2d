//! The rules alone: random choices in the longest shipped scenario, played over and over.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use play::Run;
use scenario::{Limits, Scenario, read};
use std::hint::black_box;
use std::rc::Rc;

/// Choices in one measured round.
const CHOICES: u64 = 100_000;

fn shipped(id: &str) -> Rc<Scenario> {
    let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("a shipped scenario");
    Rc::new(read(&bytes, &Limits::default()).expect("valid"))
}

/// A number from a sequence that is the same every time (xorshift over 64 bits).
fn lot(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

fn rules(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rules");
    group.throughput(Throughput::Elements(CHOICES));
    for id in ["product-launch", "crisis"] {
        let scenario = shipped(id);
        group.bench_function(id, |bencher| {
            let mut run = Run::start(Rc::clone(&scenario));
            let mut state = 0x9e37_79b9_7f4a_7c15;
            bencher.iter(|| {
                for _ in 0..CHOICES {
                    if run.ending().is_some() {
                        run.restart();
                    }
                    let (mut offered, mut count) = ([0; 6], 0);
                    for (response, _) in run.offered() {
                        offered[count] = response;
                        count += 1;
                    }
                    // One of them with equal chance: the upper half of a product spares a division.
                    let pick = ((lot(&mut state) >> 32) * count as u64) >> 32;
                    let chosen = run.choose(offered[pick as usize]);
                    debug_assert!(chosen.is_ok());
                }
                black_box(run.now())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, rules);
criterion_main!(benches);
