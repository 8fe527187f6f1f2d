//! What numbers come to, worked out exactly and often: thousands of times a search.
//!
//! The rules are [`play`]'s. What is quicker than an analysis: only what aims ask for is summed, all is kept from one
//! evaluation to the next, and states that differ in flags which nothing asks for any more are one.

use crate::figures::Figures;
use crate::places::Places;
use crate::steps::{Steps, whole};
use analysis::{Fraction, TooMany, analyse, poorer};
use play::{Moment, Place};
use scenario::{Flags, Outcome, Scenario, StepIndex};
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

/// Evaluates a scenario whose numbers change.
pub(crate) struct Evaluator(Kind);

enum Kind {
    Narrow(Sums<u64>),
    Wide(Sums<u128>),
    /// A story that leads back; or shares so fine that no machine word holds their parts: past some 120 decisions between
    /// two responses, or 76 between three. An analysis takes its time, and any story.
    Analysis(usize),
}

impl Evaluator {
    /// An evaluator that visits at most so many states each time.
    pub fn new(scenario: &Scenario, limit: usize) -> Self {
        if scenario.entries() != 0 {
            return Evaluator(Kind::Analysis(limit));
        }
        let steps = Steps::of(scenario, limit);
        let count = scenario.steps().len();
        let Some(whole) = whole(scenario, &steps.order) else { return Evaluator(Kind::Analysis(limit)) };
        // Up to six shares are summed before they are divided.
        Evaluator(match u64::try_from(whole) {
            Ok(whole) if whole < 1 << 60 => Kind::Narrow(Sums::new(steps, count, whole)),
            _ => Kind::Wide(Sums::new(steps, count, whole)),
        })
    }

    /// Evaluates the scenario as its numbers are now; it must be the one that the evaluator was made for.
    ///
    /// # Errors
    /// [`TooMany`] where there are more states than the limit.
    pub fn evaluate(&mut self, scenario: &Scenario, into: &mut Evaluation) -> Result<(), TooMany> {
        match &mut self.0 {
            Kind::Narrow(sums) => sums.evaluate(scenario, into),
            Kind::Wide(sums) => sums.evaluate(scenario, into),
            Kind::Analysis(limit) => {
                *into = analysed(scenario, *limit)?;
                Ok(())
            }
        }
    }
}

/// An evaluation by an analysis, which does not say how short a dominated response is.
fn analysed(scenario: &Scenario, limit: usize) -> Result<Evaluation, TooMany> {
    let analysis = analyse(scenario, limit)?;
    let Figures { shares, dominated, offered, weighty, .. } = Figures::new(scenario, &analysis);
    Ok(Evaluation {
        states: analysis.states,
        shares: shares.each_ref().map(Fraction::percent),
        reached: shares.each_ref().map(|share| *share != Fraction::zero()),
        dominated: dominated.into_iter().map(|(step, at)| (step, at, 0.0)).collect(),
        weighty,
        offered,
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;
    use crate::{Aims, movable};
    use scenario::{Limits, Number, Trial, read};

    const STORIES: [&str; 5] = [
        include_str!("../tests/fixtures/ward-merger.json"),
        include_str!("../../../scenarios/crisis.json"),
        include_str!("../../../scenarios/product-launch.json"),
        include_str!("../../../tests/fixtures/small.json"),
        include_str!("../../../tests/fixtures/hub.json"),
    ];

    /// An evaluation against the analysis, which sums the same in another way and leaves no flag out.
    fn agrees(scenario: &Scenario, found: &Evaluation) {
        let figures = Figures::of(scenario, usize::MAX).expect("few enough states");
        for (outcome, share) in Outcome::ALL.into_iter().zip(found.shares) {
            let exact = figures.share(outcome);
            assert!((share - exact.percent()).abs() < 1e-9, "{share} is not {exact}");
            assert_eq!(found.reached[outcome as usize], *exact != analysis::Fraction::zero());
        }
        let mut dominated: Vec<(StepIndex, usize)> = found.dominated.iter().map(|(step, at, _)| (*step, *at)).collect();
        let (mut offered, mut weighty) = (found.offered.clone(), found.weighty.clone());
        dominated.sort_unstable();
        offered.sort_unstable();
        weighty.sort_unstable();
        assert_eq!(dominated, figures.dominated);
        assert_eq!(offered, figures.offered);
        assert_eq!(weighty, figures.weighty);
    }

    #[test]
    fn an_evaluation_is_what_the_analysis_finds_whatever_the_numbers_are() {
        let mut random = Random::new(11);
        for text in STORIES {
            let scenario = read(text.as_bytes(), &Limits::default()).expect("a scenario");
            let free = movable(&scenario, &Aims::of(&scenario), |_: Number| true);
            let mut evaluator = Evaluator::new(&scenario, usize::MAX);
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
    fn shares_too_fine_for_a_machine_word_are_analysed() {
        let response = |id: &str, stance: &str, effect: &str, next: &str| {
            format!(
                r#""{id}":{{"stance":"{stance}","text":"t","effect":{{{effect}}},"consequence":["c"],"next":"{next}"}}"#
            )
        };
        let steps: Vec<String> = (0..130)
            .map(|at| {
                let next = if at < 129 { format!("s{}", at + 1) } else { "end".into() };
                let lead = response("lead", "leader", r#""leadership":1,"management":-1"#, &next);
                let manage = response("manage", "manager", r#""leadership":-1,"management":1"#, &next);
                format!(
                    r#""s{at}":{{"title":"T","dimension":"agenda","situation":["x"],"responses":{{{lead},{manage}}}}}"#
                )
            })
            .collect();
        let told = r#"[{"title":"T","story":["s"],"lesson":"l"}]"#;
        let text = format!(
            r#"{{"format":1,"id":"made","title":"T","summary":"S","role":"R","language":"en","minutes":1,"meters":
            {{"leadership":{{"start":9,"enough":9}},"management":{{"start":9,"enough":9}}}},"start":"s0","steps":{{{}}},
            "outcomes":{{"balanced":{told},"under_led":{told},"under_managed":{told},"adrift":{told}}}}}"#,
            steps.join(",")
        );
        let scenario = read(text.as_bytes(), &Limits::default()).expect("a scenario");
        let mut evaluator = Evaluator::new(&scenario, 100_000);
        assert!(matches!(evaluator.0, Kind::Analysis(100_000)));
        let mut found = Evaluation::default();
        evaluator.evaluate(&scenario, &mut found).expect("few enough states");
        agrees(&scenario, &found);
        assert!(found.states > 130 && found.reached[Outcome::Balanced as usize]);
        let summed = &mut Evaluation::default();
        let small = read(STORIES[3].as_bytes(), &Limits::default()).expect("a scenario");
        Evaluator::new(&small, 100).evaluate(&small, summed).expect("few enough states");
        let analysed = analysed(&small, 100).expect("few enough states");
        assert_eq!(summed.shares, analysed.shares);
        assert_eq!((summed.dominated.len(), summed.offered.len()), (analysed.dominated.len(), analysed.offered.len()));
    }

    #[test]
    fn more_states_than_the_limit_are_too_many() {
        let scenario = read(STORIES[1].as_bytes(), &Limits::default()).expect("a scenario");
        let mut evaluator = Evaluator::new(&scenario, 10);
        assert_eq!(evaluator.evaluate(&scenario, &mut Evaluation::default()), Err(TooMany { limit: 10 }));
    }
}
