//! All runs of a player who picks by chance among some of the offered responses, state by state.

use play::{Moment, Place};
use scenario::{Response, Scenario, Stance, StepIndex};
use std::cmp::Ordering;
use std::collections::HashMap;

/// The uniform player: all that are offered.
pub fn anything<'s>(scenario: &'s Scenario, moment: &Moment) -> Vec<(usize, &'s Response)> {
    moment.offered(scenario).collect()
}

/// The player who never reads: those of the lower meter's hat, and all when the meters are equal.
pub fn lower_meter<'s>(scenario: &'s Scenario, moment: &Moment) -> Vec<(usize, &'s Response)> {
    let hat = match moment.leadership.cmp(&moment.management) {
        Ordering::Less => Some(Stance::Leader),
        Ordering::Greater => Some(Stance::Manager),
        Ordering::Equal => None,
    };
    moment.offered(scenario).filter(|(_, response)| hat.is_none_or(|hat| response.stance == Some(hat))).collect()
}

/// The share of runs in which each moment is met: the sums over all runs, in floats, which are off by far less than
/// any bar is fine.
#[derive(Default)]
pub struct Walk {
    /// Moments at which a step waits.
    pub waiting: HashMap<Moment, f64>,
    /// Responses taken, by their step and place in its list, with the moment that their consequence is told at.
    pub taken: HashMap<(StepIndex, usize, Moment), f64>,
    /// How runs end.
    pub ends: HashMap<Moment, f64>,
}

impl Walk {
    /// The share of runs whose end is such.
    pub fn share(&self, is_such: impl Fn(&Moment) -> bool) -> f64 {
        self.ends.iter().filter(|(end, _)| is_such(end)).fold(0.0, |sum, (_, share)| sum + share)
    }
}

/// Walks all runs of a player.
pub fn walk(scenario: &Scenario, picks: for<'s> fn(&'s Scenario, &Moment) -> Vec<(usize, &'s Response)>) -> Walk {
    let mut walk = Walk::default();
    let mut here = HashMap::from([(Moment::first(scenario), 1.0)]);
    // Each round is a decision. A step may be met after more or fewer of them, so the shares of a moment are added up.
    while !here.is_empty() {
        let mut next: HashMap<Moment, f64> = HashMap::new();
        for (moment, share) in here {
            let Place::Step(step) = moment.place else {
                *walk.ends.entry(moment).or_default() += share;
                continue;
            };
            *walk.waiting.entry(moment).or_default() += share;
            let picked = picks(scenario, &moment);
            let each = share / picked.len() as f64;
            for (at, response) in picked {
                let after = moment.after(response);
                *walk.taken.entry((step, at, after)).or_default() += each;
                *next.entry(after.onward(scenario, response)).or_default() += each;
            }
        }
        here = next;
    }
    walk
}

#[cfg(test)]
mod tests {
    use super::super::tiny::{Answer, LEAD, MANAGE, story};
    use super::*;

    #[test]
    fn the_lower_meter_picks_the_hat_and_a_tie_picks_among_all() {
        let up = Answer { effect: (1, 0), to: "s1", ..LEAD };
        let also = Answer { text: "Tell them.", ..up };
        let count = Answer { effect: (0, 1), to: "s1", ..MANAGE };
        let last = [Answer { effect: (1, 0), ..LEAD }, Answer { effect: (0, 1), ..MANAGE }];
        let story = story(&[(r#"["Go?"]"#, &[up, also, count]), (r#"["Go?"]"#, &last)]);
        let ends = |walk: &Walk, meters| walk.share(|end| (end.leadership, end.management) == meters);
        let rule = walk(&story.scenario, lower_meter);
        assert!((ends(&rule, (6, 6)) - 1.0).abs() < 1e-9);
        let second = |leadership| rule.waiting.iter().filter(move |(moment, _)| moment.leadership == leadership);
        assert!(
            second(6).any(|(_, share)| (share - 2.0 / 3.0).abs() < 1e-9),
            "two of three tied responses are a leader's"
        );
        // By chance: a leader's response twice, with 2/3 and 1/2.
        assert!((ends(&story.runs, (7, 5)) - 1.0 / 3.0).abs() < 1e-9);
        assert_eq!(story.runs.taken.len(), 3 + 4);
    }
}
