//! Balance.
mod aims;
mod evaluate;
mod random;
mod score;
mod search;
pub use aims::*;
pub use search::Progress;
pub fn measure(scenario: &scenario::Scenario, aims: &Aims, movable: &[Movable], seed: u64, evals: &mut usize) -> Vec<(Vec<i32>, f64, f64)> {
    let mut scorer = score::Scorer::new(scenario, aims, movable, 1_000_000).unwrap();
    let found = search::search(scenario, &mut scorer, movable, aims.most, seed, &mut |p| { *evals = p.evaluations; true }).unwrap();
    found.into_iter().map(|f| (f.values, f.cost.missing, f.cost.changes)).collect()
}
