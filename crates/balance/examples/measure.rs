//! Prints how the helper does on scenarios, for each of ten seeds: `measure [--aim BALANCED] [--spoil NUMBERS] FILE...`.

#[path = "../tests/spoil/mod.rs"]
mod spoil;

use balance::{Aims, Band, Options, balance};
use scenario::{Limits, Number, Outcome, SourceMap, read};
use spoil::spoiled;
use std::error::Error;
use std::time::Instant;

/// How many points may be changed in a spoiled scenario: ten numbers, by up to five points each, were.
const SPOILED_MOST: u32 = 30;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let mut band: Option<Band> = None;
    if arguments.next_if(|argument| argument == "--aim").is_some() {
        band = Some(arguments.next().ok_or("--aim asks for a range")?.parse()?);
    }
    let mut count = 0;
    if arguments.next_if(|argument| argument == "--spoil").is_some() {
        count = arguments.next().ok_or("--spoil asks for a number")?.parse()?;
    }
    for file in arguments {
        let bytes = std::fs::read(&file)?;
        let sound = read(&bytes, &Limits::default())?;
        let source_map = SourceMap::new(&bytes, &Limits::default());
        let written = |number: Number| source_map.has(&number.path());
        let mut aims = Aims::of(&sound);
        if count > 0 {
            aims.most = SPOILED_MOST;
        }
        band.iter().for_each(|band| aims.share(Outcome::Balanced, *band));
        println!("{file}");
        for seed in 0..10 {
            let scenario = spoiled(&sound, written, count, seed);
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
            println!(
                "  seed {seed}: {missed} missed; {took:.2} s, {evaluations} evaluations: {}",
                proposals.join("; ")
            );
        }
    }
    Ok(())
}
