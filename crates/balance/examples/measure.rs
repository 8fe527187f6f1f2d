//! Prints how the helper does on scenarios, for each of ten seeds: `measure [--aim BALANCED] FILE...`.

use balance::{Aims, Band, Options, balance};
use scenario::{Limits, Number, Outcome, SourceMap, read};
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let mut band: Option<Band> = None;
    if arguments.next_if(|argument| argument == "--aim").is_some() {
        band = Some(arguments.next().ok_or("--aim asks for a range")?.parse()?);
    }
    for file in arguments {
        let bytes = std::fs::read(&file)?;
        let scenario = read(&bytes, &Limits::default())?;
        let source_map = SourceMap::new(&bytes, &Limits::default());
        let mut aims = Aims::of(&scenario);
        band.iter().for_each(|band| aims.share(Outcome::Balanced, *band));
        println!("{file}");
        for seed in 0..10 {
            let written = |number: Number| source_map.has(&number.path());
            let options = Options { seed, ..Options::default() };
            let begun = Instant::now();
            let found = balance(&scenario, &aims, written, options, &mut |_| true)?;
            let proposals: Vec<String> = found
                .proposals
                .iter()
                .map(|one| format!("{} points, {} missed", one.points(), one.missed.len()))
                .collect();
            let (took, evaluations) = (begun.elapsed().as_secs_f64(), found.evaluations);
            println!("  seed {seed}: {took:.2} s, {evaluations} evaluations: {}", proposals.join("; "));
        }
    }
    Ok(())
}
