//! Scenarios whose numbers were spoiled.

use balance::{Aims, changed, movable};
use scenario::{Number, Scenario};

/// A scenario with so many of its numbers set to other values that the search could have chosen, at random.
pub fn spoiled(scenario: &Scenario, written: impl Fn(Number) -> bool, count: usize, seed: u64) -> Scenario {
    let mut free = movable(scenario, &Aims::of(scenario), written);
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
    changed(scenario, &numbers).expect("numbers of the scenario, within their ranges")
}
