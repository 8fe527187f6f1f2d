//! What can still come at each moment of a scenario's runs, looked up rather than worked out anew.
//!
//! The debrief asks this of one run in a player's browser, so it is small: all shares are cut into the same number of
//! parts, which every way through the scenario divides without a rest, and that number fits a machine word.

use super::Share;
use super::amount::Powers;
use super::explore::{EndState, Explored, State, Target, TooMany, explore};
use play::{Ending, Moment, Place};
use scenario::{Outcome, Scenario};

/// The uniform player's shares in the order of [`Outcome::ALL`]. An outcome can be reached where its share is not 0.
pub type Shares = [Share; 4];

/// A place where runs end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Leadership at the end.
    pub leadership: i32,
    /// Management at the end.
    pub management: i32,
    /// The outcome there, and whether the run broke.
    pub ending: Ending,
    /// The uniform player's share of runs that end here so.
    pub share: Share,
}

/// What can still come from every moment that a run from the start can come to.
pub struct Prospects {
    explored: Explored,
    /// Into how many parts every share is cut.
    whole: u64,
    /// By layer and state, the shares of the outcomes.
    shares: Vec<Vec<[u64; 4]>>,
}

impl Prospects {
    /// The prospects of a scenario, visiting at most `limit` states.
    ///
    /// # Errors
    /// [`TooMany`] when there are more states than that, or when the shares are so fine that their parts pass a
    /// machine word: past some 60 decisions between two responses, or 38 between three.
    pub fn of(scenario: &Scenario, limit: usize) -> Result<Self, TooMany> {
        let explored = explore(scenario, Moment::first(scenario), limit)?;
        let whole = whole(&explored).ok_or(TooMany { limit })?;
        let mut found = Prospects { whole, shares: vec![Vec::new(); explored.layers.len()], explored };
        for step in (0..found.explored.order.len()).rev() {
            let step = found.explored.order[step] as usize;
            let layer = &found.explored.layers[step];
            let shares = (0..layer.states.len()).map(|state| {
                let edges = layer.edges(state);
                let mut sum = [0; 4];
                for edge in edges {
                    found.of_target(edge.to).iter().zip(&mut sum).for_each(|(share, sum)| *sum += share);
                }
                sum.map(|sum| sum / edges.len() as u64)
            });
            found.shares[step] = shares.collect();
        }
        Ok(found)
    }

    fn of_target(&self, target: Target) -> [u64; 4] {
        match target {
            Target::State(step, at) => self.shares[step as usize][at as usize],
            Target::End(end) => self.all(self.explored.outcome(end)),
        }
    }

    fn all(&self, outcome: Outcome) -> [u64; 4] {
        Outcome::ALL.map(|other| if other == outcome { self.whole } else { 0 })
    }

    /// What can still come after a moment; nothing for a moment that no run from the start comes to.
    pub fn shares(&self, moment: &Moment) -> Shares {
        let parts = match moment.place {
            Place::Ended(ending) => self.all(ending.outcome),
            Place::Step(step) => {
                let Moment { leadership, management, flags, .. } = *moment;
                let state = State { leadership, management, flags };
                let layer = self.explored.layer(step, flags) as usize;
                let states = self.explored.layers[layer].states.iter();
                let at = states.zip(&self.shares[layer]).find(|(known, _)| **known == state);
                at.map(|(_, shares)| *shares).unwrap_or_default()
            }
        };
        parts.map(|part| Share::new(part, self.whole))
    }

    /// Where the uniform player's runs end: each place on the map of the two meters.
    pub fn ends(&self) -> Vec<Spot> {
        let explored = &self.explored;
        let mut come = vec![0; explored.end_states.len()];
        let mut here: Vec<Vec<u64>> = explored.layers.iter().map(|layer| vec![0; layer.states.len()]).collect();
        let mut go = |target: Target, share: u64, here: &mut Vec<Vec<u64>>| match target {
            Target::End(end) => come[end as usize] += share,
            Target::State(step, at) => here[step as usize][at as usize] += share,
        };
        go(explored.start, self.whole, &mut here);
        for step in explored.order.iter().map(|step| *step as usize) {
            for (state, share) in std::mem::take(&mut here[step]).into_iter().enumerate() {
                let edges = explored.layers[step].edges(state);
                edges.iter().for_each(|edge| go(edge.to, share / edges.len() as u64, &mut here));
            }
        }
        let spot = |(end, share): (&EndState, u64)| Spot {
            leadership: end.leadership,
            management: end.management,
            ending: end.ending,
            share: Share::new(share, self.whole),
        };
        explored.end_states.iter().zip(come).map(spot).collect()
    }
}

/// A number that the counts of responses offered along any way divide without a rest, one after the other; `None`
/// where it passes a machine word.
fn whole(explored: &Explored) -> Option<u64> {
    let mut powers = vec![Powers::default(); explored.layers.len()];
    let mut most = Powers::default();
    for step in explored.order.iter().rev() {
        let layer = &explored.layers[*step as usize];
        let (mut own, mut after) = (Powers::default(), Powers::default());
        for state in 0..layer.states.len() {
            let edges = layer.edges(state);
            own = own.with(Powers::of(edges.len())?);
            for edge in edges {
                if let Target::State(to, _) = edge.to {
                    after = after.with(powers[to as usize]);
                }
            }
        }
        powers[*step as usize] = own.times(after);
        most = most.with(own.times(after));
    }
    let power = |base: u64, to: u32| base.checked_pow(to);
    let whole = power(2, most.twos)?.checked_mul(power(3, most.threes)?)?.checked_mul(power(5, most.fives)?)?;
    // Up to six shares are summed before they are divided.
    (whole < 1 << 60).then_some(whole)
}
