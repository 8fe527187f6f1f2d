use balance::*;
use scenario::*;
use std::time::Instant;
fn main() {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file).unwrap();
        let scenario = read(&bytes, &Limits::default()).unwrap();
        let map = SourceMap::new(&bytes, &Limits::default());
        let mut aims = Aims::of(&scenario);
        if file.contains("ward") { aims.share(Outcome::Balanced, "15..25".parse().unwrap()); }
        let t = Instant::now();
        let a = analysis::analyse(&scenario, 1_000_000).unwrap();
        println!("{file}: states {} analysis {:?}", a.states, t.elapsed());
        let movable = movable(&scenario, &aims, |n| map.has(&n.path()));
        for seed in 0..10 {
            let t = Instant::now();
            let mut evals = 0;
            let found = measure(&scenario, &aims, &movable, seed, &mut evals);
            let e = t.elapsed();
            print!("seed {seed}: {e:?} evals {evals} {:?}/eval:", e / evals.max(1) as u32);
            for (v, m, c) in found {
                let p: i32 = v.iter().zip(&movable).map(|(v, m)| (v - m.value).abs()).sum();
                let k = v.iter().zip(&movable).filter(|(v, m)| **v != m.value).count();
                print!("  missing {m:.2} points {p} numbers {k} cost {c:.2};");
            }
            println!();
        }
    }
}
