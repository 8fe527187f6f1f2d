//! What numbers come to, worked out exactly and often: thousands of times a search.
//!
//! The rules are [`play`]'s. What is quicker than an analysis: only what aims ask for is summed, all is kept from one
//! evaluation to the next, and states that differ in flags which nothing asks for any more are one.

use analysis::{TooMany, poorer};
use play::{Moment, Place};
use scenario::{Condition, Flags, Goal, Outcome, Scenario, StepIndex};
use std::ops::{AddAssign, Div, Sub};

/// A machine word that holds a share of the uniform player's runs as a number of parts.
trait Word: Copy + Ord + Default + AddAssign + Sub<Output = Self> + Div<Output = Self> + From<u32> {
    fn percent_of(self, whole: Self) -> f64;
}

impl Word for u64 {
    fn percent_of(self, whole: u64) -> f64 {
        100.0 * self as f64 / whole as f64
    }
}

impl Word for u128 {
    fn percent_of(self, whole: u128) -> f64 {
        100.0 * self as f64 / whole as f64
    }
}

/// What the numbers of a scenario come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Evaluation {
    /// How many states were visited.
    pub states: usize,
    /// The uniform player's shares of the outcomes in per cent, in the order of [`Outcome::ALL`].
    pub shares: [f64; 4],
    /// Whether each outcome can be reached at all.
    pub reached: [bool; 4],
    /// The dominated responses, by step and place; and how many per cent of `balanced` each is short of the best in the
    /// state where it comes nearest to that.
    pub dominated: Vec<(StepIndex, usize, f64)>,
    /// The steps that wait in some run and whose responses lead to different shares in some state.
    pub weighty: Vec<StepIndex>,
    /// The responses that are offered in some run.
    pub offered: Vec<(StepIndex, usize)>,
}

#[derive(Clone, Copy)]
enum Target {
    State(u32, u32),
    End(Outcome),
}

/// The states of one step, what can be chosen in them, and the shares of what comes of it.
#[derive(Default)]
struct Layer<W> {
    states: Vec<Moment>,
    places: Places,
    starts: Vec<u32>,
    edges: Vec<(u32, Target)>,
    shares: Vec<[W; 4]>,
}

/// The steps in an order in which each stands before those it leads to, and what is known of them whatever their numbers.
struct Steps {
    order: Vec<u32>,
    /// By step, the flags that it or a step after it asks for.
    live: Vec<Flags>,
    limit: usize,
}

/// Evaluates a scenario whose numbers change.
pub(crate) struct Evaluator(Kind);

enum Kind {
    Narrow(Sums<u64>),
    Wide(Sums<u128>),
}

impl Evaluator {
    /// An evaluator that visits at most so many states each time.
    ///
    /// # Errors
    /// [`TooMany`] where shares are so fine that their parts pass two machine words: past some 120 decisions between two
    /// responses, or 76 between three.
    pub fn new(scenario: &Scenario, limit: usize) -> Result<Self, TooMany> {
        let steps = Steps::of(scenario, limit);
        let whole = whole(scenario, &steps.order).ok_or(TooMany { limit })?;
        let count = scenario.steps().len();
        // Up to six shares are summed before they are divided.
        Ok(Evaluator(match u64::try_from(whole) {
            Ok(whole) if whole < 1 << 60 => Kind::Narrow(Sums::new(steps, count, whole)),
            _ => Kind::Wide(Sums::new(steps, count, whole)),
        }))
    }

    /// Evaluates the scenario as its numbers are now; it must be the one that the evaluator was made for.
    ///
    /// # Errors
    /// [`TooMany`] where there are more states than the limit.
    pub fn evaluate(&mut self, scenario: &Scenario, into: &mut Evaluation) -> Result<(), TooMany> {
        match &mut self.0 {
            Kind::Narrow(sums) => sums.evaluate(scenario, into),
            Kind::Wide(sums) => sums.evaluate(scenario, into),
        }
    }
}

impl Steps {
    fn of(scenario: &Scenario, limit: usize) -> Self {
        let order = in_order(scenario);
        let mut live = vec![0; scenario.steps().len()];
        let asked = |when: &Condition| when.has | when.lacks;
        for step in order.iter().rev() {
            let responses = &scenario.step(StepIndex(*step)).responses;
            let mut flags = 0;
            for response in responses {
                flags |= asked(&response.when);
                for branch in &response.next {
                    flags |= asked(&branch.when);
                    if let Goal::Step(to) = branch.to {
                        flags |= live[to.0 as usize];
                    }
                }
            }
            live[*step as usize] = flags;
        }
        Steps { order, live, limit }
    }
}

/// The steps that can be reached when conditions are left aside, each before those it leads to.
fn in_order(scenario: &Scenario) -> Vec<u32> {
    let mut done = vec![false; scenario.steps().len()];
    let mut order = Vec::new();
    // Each entry is a step and whether all that it leads to is in the order already.
    let mut waiting = vec![(scenario.start().0, false)];
    while let Some((step, settled)) = waiting.pop() {
        if settled {
            order.push(step);
        } else if !std::mem::replace(&mut done[step as usize], true) {
            waiting.push((step, true));
            let ways = scenario.step(StepIndex(step)).responses.iter().flat_map(|response| &response.next);
            waiting.extend(ways.filter_map(|branch| match branch.to {
                Goal::Step(to) if !done[to.0 as usize] => Some((to.0, false)),
                _ => None,
            }));
        }
    }
    order.reverse();
    order
}

fn common_multiple(one: u128, other: u128) -> Option<u128> {
    let (mut large, mut small) = (one, other);
    while small != 0 {
        (large, small) = (small, large % small);
    }
    one.checked_mul(other / large)
}

/// A number that the counts of responses offered along any way divide without a rest, one after the other, whatever the
/// numbers are.
fn whole(scenario: &Scenario, order: &[u32]) -> Option<u128> {
    let mut parts = vec![1_u128; scenario.steps().len()];
    let mut whole = 1;
    for step in order.iter().rev() {
        let responses = &scenario.step(StepIndex(*step)).responses;
        let always = responses.iter().filter(|response| response.when == Condition::ALWAYS).count();
        let own = (always.max(1)..=responses.len()).try_fold(1, |all, count| common_multiple(all, count as u128))?;
        let ways = responses.iter().flat_map(|response| &response.next);
        let after = ways.filter_map(|branch| match branch.to {
            Goal::Step(to) => Some(parts[to.0 as usize]),
            Goal::End => None,
        });
        let after = after.into_iter().try_fold(1, common_multiple)?;
        parts[*step as usize] = own.checked_mul(after)?;
        whole = common_multiple(whole, parts[*step as usize])?;
    }
    (whole < 1 << 124).then_some(whole)
}

struct Sums<W> {
    steps: Steps,
    whole: W,
    layers: Vec<Layer<W>>,
    /// The shares after each response that is offered in a state.
    after: Vec<[W; 4]>,
    rivalry: Vec<Rivalry<W>>,
}

/// How a response stands beside the others of its step, over the states in which it is offered.
#[derive(Clone, Default)]
struct Rivalry<W> {
    first: Option<(i32, i32)>,
    /// Whether it is offered with different meters.
    varied: bool,
    /// Whether in some state no other gives `balanced` as large a share.
    unmatched: bool,
    /// Whether in some state another gives `balanced` a larger share.
    beaten: bool,
    /// How many parts of `balanced` it is behind the best in the state where it is nearest.
    short: Option<W>,
}

impl<W: Word> Sums<W> {
    fn new(steps: Steps, count: usize, whole: W) -> Self {
        let layers = (0..count).map(|_| Layer::default()).collect();
        Sums { steps, whole, layers, after: Vec::new(), rivalry: Vec::new() }
    }

    fn evaluate(&mut self, scenario: &Scenario, into: &mut Evaluation) -> Result<(), TooMany> {
        let start;
        (start, into.states) = self.explore(scenario)?;
        into.dominated.clear();
        into.weighty.clear();
        into.offered.clear();
        for at in (0..self.steps.order.len()).rev() {
            self.sum(self.steps.order[at], scenario, into);
        }
        let shares = self.of(start);
        into.shares = shares.map(|share| share.percent_of(self.whole));
        into.reached = shares.map(|share| share > W::default());
        Ok(())
    }

    /// Visits every state of every step.
    fn explore(&mut self, scenario: &Scenario) -> Result<(Target, usize), TooMany> {
        for layer in &mut self.layers {
            layer.states.clear();
            layer.places.clear();
        }
        let mut states = 0;
        let start = target(&mut self.layers, &self.steps.live, Moment::first(scenario), &mut states);
        for at in 0..self.steps.order.len() {
            let step = self.steps.order[at] as usize;
            let mut layer = std::mem::take(&mut self.layers[step]);
            layer.starts.clear();
            layer.edges.clear();
            for now in &layer.states {
                layer.starts.push(layer.edges.len() as u32);
                for (response, chosen) in now.offered(scenario) {
                    let next = now.after(chosen).onward(scenario, chosen);
                    let to = target(&mut self.layers, &self.steps.live, next, &mut states);
                    layer.edges.push((response as u32, to));
                }
            }
            layer.starts.push(layer.edges.len() as u32);
            self.layers[step] = layer;
            if states > self.steps.limit {
                return Err(TooMany { limit: self.steps.limit });
            }
        }
        Ok((start, states))
    }

    fn of(&self, target: Target) -> [W; 4] {
        match target {
            Target::State(step, at) => self.layers[step as usize].shares[at as usize],
            Target::End(outcome) => {
                let mut shares = [W::default(); 4];
                shares[outcome as usize] = self.whole;
                shares
            }
        }
    }

    /// The shares of a step's states, once those of all steps after it are known, and what they say of its responses.
    fn sum(&mut self, step: u32, scenario: &Scenario, into: &mut Evaluation) {
        let mut layer = std::mem::take(&mut self.layers[step as usize]);
        let index = StepIndex(step);
        let responses = &scenario.step(index).responses;
        self.rivalry.clear();
        self.rivalry.resize(responses.len(), Rivalry::default());
        layer.shares.clear();
        let mut weighty = false;
        for (state, bounds) in layer.states.iter().zip(layer.starts.windows(2)) {
            let edges = &layer.edges[bounds[0] as usize..bounds[1] as usize];
            let mut sum = [W::default(); 4];
            self.after.clear();
            for (_, to) in edges {
                let shares = self.of(*to);
                sum.iter_mut().zip(shares).for_each(|(sum, share)| *sum += share);
                self.after.push(shares);
            }
            let offered = W::from(edges.len() as u32);
            layer.shares.push(sum.map(|sum| sum / offered));
            weighty |= self.after.iter().any(|shares| *shares != self.after[0]);
            compare(state, edges, &self.after, &mut self.rivalry);
        }
        for (at, rivalry) in self.rivalry.iter().enumerate().filter(|(_, rivalry)| rivalry.first.is_some()) {
            into.offered.push((index, at));
            let choice = rivalry.unmatched || !rivalry.beaten;
            if !choice && (rivalry.varied || poorer(scenario.step(index), at)) {
                let short = rivalry.short.unwrap_or_default();
                into.dominated.push((index, at, short.percent_of(self.whole)));
            }
        }
        if weighty {
            into.weighty.push(index);
        }
        self.layers[step as usize] = layer;
    }
}

/// Where a moment leads: its state, noted when it is new, or its end.
fn target<W>(layers: &mut [Layer<W>], live: &[Flags], moment: Moment, states: &mut usize) -> Target {
    match moment.place {
        Place::Ended(ending) => Target::End(ending.outcome),
        Place::Step(step) => {
            let at = step.0 as usize;
            let moment = Moment { flags: moment.flags & live[at], ..moment };
            let layer = &mut layers[at];
            let known = layer.states.len();
            let place = layer.places.place(moment, &mut layer.states);
            *states += layer.states.len() - known;
            Target::State(step.0, place)
        }
    }
}

/// Sets each response's share of `balanced` in a state beside those of the others, as an analysis does.
fn compare<W: Word>(state: &Moment, edges: &[(u32, Target)], after: &[[W; 4]], rivalry: &mut [Rivalry<W>]) {
    let meters = (state.leadership, state.management);
    let balanced = |at: usize| after[at][Outcome::Balanced as usize];
    for (at, (response, _)) in edges.iter().enumerate() {
        let own = balanced(at);
        let mut best = None;
        for other in (0..after.len()).filter(|other| *other != at) {
            best = best.max(Some(balanced(other)));
        }
        let rivalry = &mut rivalry[*response as usize];
        rivalry.varied |= *rivalry.first.get_or_insert(meters) != meters;
        match best {
            Some(best) if best >= own => {
                rivalry.beaten |= best > own;
                let behind = best - own;
                rivalry.short = Some(rivalry.short.map_or(behind, |short| short.min(behind)));
            }
            _ => rivalry.unmatched = true,
        }
    }
}

/// Where the states of a step stand in its list: a table that is cleared and filled thousands of times, and whose key is
/// mostly three small numbers.
#[derive(Default)]
struct Places {
    /// A power of two of them, no more than half of them taken.
    slots: Vec<u32>,
}

/// A slot that is not taken.
const FREE: u32 = u32::MAX;

impl Places {
    fn clear(&mut self) {
        self.slots.fill(FREE);
    }

    /// The place of a state, which is put at the end of the list when it is new.
    fn place(&mut self, moment: Moment, states: &mut Vec<Moment>) -> u32 {
        if states.len() * 2 >= self.slots.len() {
            self.slots = vec![FREE; (self.slots.len() * 2).max(64)];
            for (at, state) in states.iter().enumerate() {
                let slot = self.slot(state, states);
                self.slots[slot] = at as u32;
            }
        }
        let slot = self.slot(&moment, states);
        if self.slots[slot] == FREE {
            self.slots[slot] = states.len() as u32;
            states.push(moment);
        }
        self.slots[slot]
    }

    /// The slot of a state, or the free one that it is to take.
    fn slot(&self, moment: &Moment, states: &[Moment]) -> usize {
        let meters = u64::from(moment.leadership as u32) << 32 | u64::from(moment.management as u32);
        let mixed = (meters ^ moment.flags.rotate_left(17)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut slot = (mixed ^ mixed >> 32) as usize & (self.slots.len() - 1);
        while self.slots[slot] != FREE && states[self.slots[slot] as usize] != *moment {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;
    use crate::{Aims, Figures, movable};
    use scenario::{Limits, Number, Trial, read};

    const STORIES: [&str; 4] = [
        include_str!("../tests/fixtures/ward-merger.json"),
        include_str!("../../../scenarios/crisis.json"),
        include_str!("../../../scenarios/product-launch.json"),
        include_str!("../../../tests/fixtures/small.json"),
    ];

    /// An evaluation against the analysis, which sums the same in another way and leaves no flag out.
    fn agrees(scenario: &Scenario, found: &Evaluation) {
        let figures = Figures::of(scenario, usize::MAX).expect("few enough states");
        for (outcome, share) in Outcome::ALL.into_iter().zip(found.shares) {
            let exact = figures.share(outcome);
            assert!((share - exact.percent()).abs() < 1e-9, "{share} is not {exact}");
            assert_eq!(found.reached[outcome as usize], *exact != analysis::Fraction::zero());
        }
        let sorted = |list: &[(StepIndex, usize)]| {
            let mut list = list.to_vec();
            list.sort_unstable();
            list
        };
        let dominated: Vec<(StepIndex, usize)> = found.dominated.iter().map(|(step, at, _)| (*step, *at)).collect();
        assert_eq!(sorted(&dominated), figures.dominated);
        assert_eq!(sorted(&found.offered), figures.offered);
        let mut weighty = found.weighty.clone();
        weighty.sort_unstable();
        assert_eq!(weighty, figures.weighty);
    }

    #[test]
    fn an_evaluation_is_what_the_analysis_finds_whatever_the_numbers_are() {
        let mut random = Random::new(11);
        for text in STORIES {
            let scenario = read(text.as_bytes(), &Limits::default()).expect("a scenario");
            let free = movable(&scenario, &Aims::of(&scenario), |_: Number| true);
            let mut evaluator = Evaluator::new(&scenario, usize::MAX).expect("shares that fit");
            let mut found = Evaluation::default();
            let mut trial = Trial::of(&scenario);
            for _ in 0..60 {
                evaluator.evaluate(trial.scenario(), &mut found).expect("few enough states");
                agrees(trial.scenario(), &found);
                for _ in 0..3 {
                    let one = free[random.below(free.len())];
                    let value = one.low + random.below((one.high - one.low + 1) as usize) as i32;
                    trial.set(one.number, value).expect("within its range");
                }
            }
        }
    }

    #[test]
    fn wide_shares_are_summed_as_narrow_ones_are() {
        let scenario = read(STORIES[1].as_bytes(), &Limits::default()).expect("a scenario");
        let steps = || Steps::of(&scenario, usize::MAX);
        let whole = whole(&scenario, &steps().order).expect("it fits");
        let count = scenario.steps().len();
        let mut found = [Evaluation::default(), Evaluation::default()];
        let narrow = u64::try_from(whole).expect("it is narrow");
        Sums::new(steps(), count, narrow).evaluate(&scenario, &mut found[0]).expect("few enough states");
        Sums::new(steps(), count, whole << 50).evaluate(&scenario, &mut found[1]).expect("few enough states");
        assert_eq!(found[0].dominated.len(), found[1].dominated.len());
        assert_eq!((&found[0].offered, &found[0].weighty), (&found[1].offered, &found[1].weighty));
        for (one, other) in found[0].shares.iter().zip(found[1].shares) {
            assert!((one - other).abs() < 1e-9);
        }
    }

    #[test]
    fn more_states_than_the_limit_are_too_many() {
        let scenario = read(STORIES[1].as_bytes(), &Limits::default()).expect("a scenario");
        let mut evaluator = Evaluator::new(&scenario, 10).expect("shares that fit");
        assert_eq!(evaluator.evaluate(&scenario, &mut Evaluation::default()), Err(TooMany { limit: 10 }));
    }
}
