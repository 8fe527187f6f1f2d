//! The search: simulated annealing over exact figures, then everything that did not matter is put back.

use crate::aims::Movable;
use crate::random::Random;
use crate::score::{Cost, SAME, Scorer, is_still_why, is_true_to};
use scenario::{Effect, MeterName, Number, Scenario};

/// How many times the search begins anew, each time from the scenario as it is.
const STARTS: usize = 12;
/// How often numbers are tried each time in a scenario of few states, and at least.
const TRIALS: (usize, usize) = (4_000, 400);
/// How many states are looked at in all those trials together; of a scenario that has more of them, fewer are made.
const STATES: usize = 8_000_000;
/// How much worse what is tried may be, at first and at last, to be taken with a chance of 1 in e.
const HEAT: (f64, f64) = (3.0, 0.08);
/// In how many of a hundred trials a number of a step that has a dominated response is moved, where there is one.
const GUIDED: usize = 70;
/// After how many trials the caller is asked whether to go on.
const ASKED: usize = 64;
/// How many different proposals are looked for.
pub(crate) const PROPOSALS: usize = 3;

/// How far a search is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// How many evaluations were made.
    pub evaluations: usize,
    /// How many there are at most, but for those that put changes back.
    pub most: usize,
    /// What is missing from the aims in the best case so far: per cent of shares, and points for all else; 0 once all
    /// are met.
    pub missing: f64,
    /// What was found so far, each as the numbers that it changes: a search that is ended from outside, as by taking its
    /// thread away, is taken up from there by [`super::take_up`].
    pub found: Vec<Vec<(Number, i32)>>,
}

/// Values that were found, one for each movable number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub values: Vec<i32>,
    pub cost: Cost,
}

/// The caller did not want to go on.
struct Stopped;

/// What a search came to.
pub(crate) struct Search {
    /// What was found, the best first; no two of them alike.
    pub found: Vec<Found>,
    pub evaluations: usize,
    /// Whether the caller stopped it.
    pub stopped: bool,
}

/// Searches until enough was found, all was tried, or `go_on` says no.
pub(crate) fn search(
    scenario: &Scenario,
    scorer: &mut Scorer<'_>,
    most: u32,
    seed: u64,
    go_on: &mut dyn FnMut(Progress) -> bool,
) -> Search {
    let movable = scorer.movable();
    let trials = (STATES / scorer.states().max(1)).clamp(TRIALS.1, TRIALS.0);
    let mut walk = Walk::new(scenario, scorer, most, trials, go_on);
    let mut stopped = movable.is_empty();
    for start in 0..STARTS {
        let met = walk.found.iter().filter(|found| found.cost.is_met()).count();
        if stopped || met == PROPOSALS {
            break;
        }
        let mut random = Random::new(seed.wrapping_mul(STARTS as u64).wrapping_add(start as u64));
        let (best, end) = walk.anneal(&mut random);
        stopped = end.is_err();
        walk.keep(best);
    }
    Search { found: walk.found, evaluations: walk.evaluations, stopped: stopped && !movable.is_empty() }
}

/// Takes up a search that was ended, from the numbers that it had found: each is settled, as one that is asked to stop
/// does. Numbers that this search cannot have found are left out.
pub(crate) fn take_up(scenario: &Scenario, scorer: &mut Scorer<'_>, most: u32, found: &[Vec<(Number, i32)>]) -> Search {
    let movable = scorer.movable();
    let mut never = |_| false;
    let mut walk = Walk::new(scenario, scorer, most, 0, &mut never);
    for numbers in found {
        let value = |movable: &Movable| {
            let changed = numbers.iter().find(|(number, _)| *number == movable.number);
            changed.map_or(movable.value, |(_, value)| *value)
        };
        let values: Vec<i32> = movable.iter().map(value).collect();
        let fits = walk.points(&values) <= most && (0..values.len()).all(|at| walk.fits(at, &values));
        let cost = if fits { walk.score(&values) } else { None };
        walk.keep(cost.map(|cost| Found { values, cost }));
    }
    Search { found: walk.found, evaluations: walk.evaluations, stopped: true }
}

/// The best of what was found, no two of which change mostly the same numbers.
fn different(mut found: Vec<Found>, movable: &[Movable]) -> Vec<Found> {
    found.sort_by(|one, other| one.cost.total().total_cmp(&other.cost.total()));
    found.retain(|one| one.values.iter().zip(movable).any(|(value, movable)| *value != movable.value));
    let mut chosen: Vec<Found> = Vec::new();
    for one in found {
        if chosen.len() < PROPOSALS && chosen.iter().all(|other| !alike(&one.values, &other.values, movable)) {
            chosen.push(one);
        }
    }
    chosen
}

/// Whether more than half of the numbers that either changes are changed by both in the same direction.
fn alike(one: &[i32], other: &[i32], movable: &[Movable]) -> bool {
    let (mut both, mut either) = (0, 0);
    for ((one, other), movable) in one.iter().zip(other).zip(movable) {
        let (one, other) = ((one - movable.value).signum(), (other - movable.value).signum());
        both += usize::from(one == other && one != 0);
        either += usize::from(one != 0 || other != 0);
    }
    both * 2 > either || either == 0
}

struct Walk<'s, 'a> {
    scenario: &'s Scenario,
    scorer: &'s mut Scorer<'a>,
    movable: &'a [Movable],
    most: u32,
    trials: usize,
    evaluations: usize,
    /// What the best so far misses.
    best: f64,
    /// The numbers of steps that have a dominated response now, by their places.
    blamed: Vec<usize>,
    /// What was found, the best first; no two of them alike.
    found: Vec<Found>,
    go_on: &'s mut dyn FnMut(Progress) -> bool,
}

impl<'s, 'a> Walk<'s, 'a> {
    fn new(
        scenario: &'s Scenario,
        scorer: &'s mut Scorer<'a>,
        most: u32,
        trials: usize,
        go_on: &'s mut dyn FnMut(Progress) -> bool,
    ) -> Self {
        let movable = scorer.movable();
        Walk {
            scenario,
            scorer,
            movable,
            most,
            trials,
            evaluations: 0,
            best: f64::INFINITY,
            blamed: Vec::new(),
            found: Vec::new(),
            go_on,
        }
    }

    /// Settles what was found, and keeps it.
    fn keep(&mut self, found: Option<Found>) {
        let settled = found.map(|found| self.settle(found));
        let mut all = std::mem::take(&mut self.found);
        all.extend(settled);
        self.found = different(all, self.movable);
    }

    /// What values cost; `None` where they lead to too many states.
    fn score(&mut self, values: &[i32]) -> Option<Cost> {
        self.evaluations += 1;
        let cost = self.scorer.score(values)?;
        self.best = self.best.min(cost.missing);
        Some(cost)
    }

    /// Asks whether to go on, now and then; `best` is the best of what is walked now.
    fn ask(&mut self, best: &Found) -> Result<(), Stopped> {
        if !self.evaluations.is_multiple_of(ASKED) {
            return Ok(());
        }
        let numbers = |found: &Found| {
            let changed = self.movable.iter().zip(&found.values).filter(|(movable, value)| movable.value != **value);
            changed.map(|(movable, value)| (movable.number, *value)).collect::<Vec<_>>()
        };
        let found = self.found.iter().chain([best]).map(numbers).filter(|numbers| !numbers.is_empty()).collect();
        let most = STARTS * self.trials;
        let progress = Progress { evaluations: self.evaluations, most, missing: self.best, found };
        if (self.go_on)(progress) { Ok(()) } else { Err(Stopped) }
    }

    /// Cools down once from the scenario as it is: the best that was come by, and whether the caller let it end.
    fn anneal(&mut self, random: &mut Random) -> (Option<Found>, Result<(), Stopped>) {
        let mut values: Vec<i32> = self.movable.iter().map(|movable| movable.value).collect();
        let Some(mut cost) = self.score(&values) else { return (None, Ok(())) };
        self.blamed.clear();
        self.scorer.blame(&mut self.blamed);
        let mut best = Found { values: values.clone(), cost };
        let mut tried = values.clone();
        for trial in 0..self.trials {
            tried.copy_from_slice(&values);
            if !self.step(&mut tried, random) {
                continue;
            }
            let next = self.score(&tried);
            if let Err(stopped) = self.ask(&best) {
                return (Some(best), Err(stopped));
            }
            let Some(next) = next else { continue };
            let worse = next.total() - cost.total();
            let heat = heat(trial as f64 / self.trials as f64);
            if worse <= 0.0 || random.share() < chance(worse / heat) {
                std::mem::swap(&mut values, &mut tried);
                cost = next;
                self.blamed.clear();
                self.scorer.blame(&mut self.blamed);
                if cost.total() < best.cost.total() {
                    best = Found { values: values.clone(), cost };
                }
            }
        }
        (Some(best), Ok(()))
    }

    /// Changes one or two numbers at random; whether that is allowed.
    fn step(&self, values: &mut [i32], random: &mut Random) -> bool {
        let count = self.movable.len();
        if count == 0 {
            return false;
        }
        match random.below(10) {
            // Nearer to the scenario as it is.
            ..2 => {
                let changed: Vec<usize> = (0..count).filter(|at| values[*at] != self.movable[*at].value).collect();
                if changed.is_empty() {
                    return false;
                }
                let at = changed[random.below(changed.len())];
                self.put_back(at, values, random.below(2) == 0);
            }
            kind => {
                self.move_one(values, random);
                if kind >= 8 {
                    self.move_one(values, random);
                }
            }
        }
        self.points(values) <= self.most && (0..count).all(|at| self.fits(at, values))
    }

    /// Moves a number by a point or two: any, or one of a step that has a dominated response now.
    fn move_one(&self, values: &mut [i32], random: &mut Random) {
        let guided = !self.blamed.is_empty() && random.below(100) < GUIDED;
        let at = if guided { self.blamed[random.below(self.blamed.len())] } else { random.below(values.len()) };
        let far = if random.below(5) == 0 { 2 } else { 1 };
        values[at] += if random.below(2) == 0 { far } else { -far };
    }

    fn put_back(&self, at: usize, values: &mut [i32], whole: bool) {
        let was = self.movable[at].value;
        values[at] = if whole { was } else { values[at] + (was - values[at]).signum() };
    }

    fn points(&self, values: &[i32]) -> u32 {
        self.movable.iter().zip(values).map(|(movable, value)| movable.value.abs_diff(*value)).sum()
    }

    /// Whether a number is within its range, and true to its response, or to why its step takes or gives.
    fn fits(&self, at: usize, values: &[i32]) -> bool {
        let Movable { number, value, low, high } = self.movable[at];
        if values[at] == value {
            return true;
        }
        let is_true = match number {
            Number::Effect(step, response, _) => {
                let of = |meter| {
                    let number = Number::Effect(step, response, meter);
                    // The effects of one response stand side by side.
                    let near = at.saturating_sub(1)..(at + 2).min(values.len());
                    let moved = near.into_iter().find(|near| self.movable[*near].number == number);
                    moved.map_or_else(|| self.scenario.number(number).unwrap_or_default(), |at| values[at])
                };
                let effect = Effect { leadership: of(MeterName::Leadership), management: of(MeterName::Management) };
                let response = self.scenario.step(step).responses.get(response);
                response.is_some_and(|response| is_true_to(response, effect))
            }
            Number::Pressure(step, _) => is_still_why(self.scenario.step(step), value, values[at]),
            Number::Start(_) | Number::Enough(_) => true,
        };
        is_true && (low..=high).contains(&values[at])
    }

    /// Puts back what did not matter: as long as that takes nothing from the aims that are met, each change whole, or a
    /// point of it.
    fn settle(&mut self, mut found: Found) -> Found {
        loop {
            let mut best: Option<Found> = None;
            for at in 0..self.movable.len() {
                for whole in [true, false] {
                    let mut values = found.values.clone();
                    self.put_back(at, &mut values, whole);
                    if values == found.values || !self.fits(at, &values) {
                        continue;
                    }
                    let Some(cost) = self.score(&values) else { continue };
                    let kept = cost.missing <= found.cost.missing + SAME && cost.changes < found.cost.changes;
                    if kept && best.as_ref().is_none_or(|best| cost.total() < best.cost.total()) {
                        best = Some(Found { values, cost });
                    }
                }
            }
            match best {
                Some(better) => found = better,
                None => return found,
            }
        }
    }
}

/// How much worse what is tried may be after a part of the trials, to be taken with a chance of 1 in e: from the first
/// heat to the last, ever more slowly.
fn heat(part: f64) -> f64 {
    let left = 1.0 - part;
    HEAT.1 + (HEAT.0 - HEAT.1) * left * left * left
}

/// Nearly e to the power of minus `worse`, by operations that give the same on every machine.
fn chance(worse: f64) -> f64 {
    1.0 / (1.0 + worse * (1.0 + worse * (0.5 + worse * (1.0 / 6.0 + worse / 24.0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_falls_as_it_gets_worse_and_heat_as_time_goes() {
        assert!(chance(0.0) == 1.0 && (chance(1.0) - (-1.0_f64).exp()).abs() < 0.003 && chance(50.0) < 1e-5);
        assert!(heat(0.0) == HEAT.0 && heat(1.0) == HEAT.1 && heat(0.5) < HEAT.0 / 4.0);
    }
}
