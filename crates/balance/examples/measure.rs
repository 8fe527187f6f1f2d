//! Prints how the helper does on scenarios, for each of ten seeds: `measure [--aim BALANCED] [--spoil NUMBERS] FILE...`.

use balance::{Aims, Band, Options, balance, changed, movable};
use scenario::{Limits, Number, Outcome, Scenario, SourceMap, read};
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let mut band: Option<Band> = None;
    if arguments.next_if(|argument| argument == "--aim").is_some() {
        band = Some(arguments.next().ok_or("--aim asks for a range")?.parse()?);
    }
    let mut spoiled = 0;
    if arguments.next_if(|argument| argument == "--spoil").is_some() {
        spoiled = arguments.next().ok_or("--spoil asks for a number")?.parse()?;
    }
    for file in arguments {
        let bytes = std::fs::read(&file)?;
        let sound = read(&bytes, &Limits::default())?;
        let source_map = SourceMap::new(&bytes, &Limits::default());
        let written = |number: Number| source_map.has(&number.path());
        let mut aims = Aims::of(&sound);
        band.iter().for_each(|band| aims.share(Outcome::Balanced, *band));
        println!("{file}");
        for seed in 0..10 {
            let scenario = spoil(&sound, &aims, written, spoiled, seed)?;
            let options = Options { seed, ..Options::default() };
            let begun = Instant::now();
            let found = balance(&scenario, &aims, written, options, &mut |_| true)?;
            let took = begun.elapsed().as_secs_f64();
            let proposals: Vec<String> = found
                .proposals
                .iter()
                .map(|one| format!("{} points, {} missed", one.points(), one.missed.len()))
                .collect();
            let (missed, evaluations) = (found.missed.len(), found.evaluations);
            println!("  seed {seed}: {missed} missed; {took:.2} s, {evaluations} evaluations: {}", proposals.join("; "));
        }
    }
    Ok(())
}

/// A scenario with so many of its numbers set to values that the search could have chosen, at random.
fn spoil(
    scenario: &Scenario,
    aims: &Aims,
    written: impl Fn(Number) -> bool,
    count: usize,
    seed: u64,
) -> Result<Scenario, Box<dyn Error>> {
    let mut free = movable(scenario, aims, written);
    // Knuth's linear congruence, of which the upper bits are taken.
    let mut state = seed.wrapping_mul(0x2545_f491_4f6c_dd1d) + 1;
    let mut below = |end: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % end
    };
    let mut numbers = Vec::new();
    while numbers.len() < count && !free.is_empty() {
        let one = free.swap_remove(below(free.len()));
        let others: Vec<i32> = (one.low..=one.high).filter(|value| *value != one.value).collect();
        numbers.push((one.number, others[below(others.len())]));
    }
    Ok(changed(scenario, &numbers)?)
}
