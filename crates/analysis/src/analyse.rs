//! From a scenario to all that is proved about it.

use super::amount::{Amount, Powers};
use super::bound::widen;
use super::explore::{Explored, Target, TooMany, explore};
use super::flow::{Flow, NEVER, Visits, backwards, forwards, parts};
use super::{Analysis, End, Fate, Fraction, Ranges, ResponseFacts, StepFacts};
use num_bigint::BigUint;
use play::{Ending, Moment, choice_of};
use scenario::sorted::sort_by_key;
use scenario::{Condition, Goal, Outcome, Persona, Scenario, Step, StepIndex};

/// How many bits a state's numbers may take each; a state with longer ones counts for as many states as they fill. So
/// a limit of states is one of time and memory, however long the story is.
const ROOM: f64 = 64.0;

/// Analyses all runs of a scenario, visiting at most `limit` states.
///
/// # Errors
/// [`TooMany`] when there are more states than that: nothing is decided then, and nothing is guessed. In a story of
/// hundreds of decisions, whose shares are written with very long numbers, a state counts for several.
pub fn analyse(scenario: &Scenario, limit: usize) -> Result<Analysis, TooMany> {
    analyse_from(scenario, Moment::first(scenario), limit)
}

/// Analyses all that can come after a moment of a run; as [`analyse`].
///
/// # Errors
/// As [`analyse`].
pub fn analyse_from(scenario: &Scenario, from: Moment, limit: usize) -> Result<Analysis, TooMany> {
    let (explored, parts, bits) = explored(scenario, from, limit)?;
    let facts = Facts { scenario, explored: &explored, from };
    Ok(match bits {
        ..=64.0 => facts.gather::<u64>(&parts),
        ..=128.0 => facts.gather::<u128>(&parts),
        _ => facts.gather::<BigUint>(&parts),
    })
}

/// All that can come after a moment, into how many parts each step's share is cut, and how many bits its numbers take.
///
/// # Errors
/// As [`analyse`].
pub(super) fn explored(
    scenario: &Scenario,
    from: Moment,
    limit: usize,
) -> Result<(Explored, Vec<Powers>, f64), TooMany> {
    let explored = explore(scenario, from, limit)?;
    let parts: Option<Vec<Powers>> = parts(&explored).into_iter().collect();
    // Seven offered responses are past the format's six; under raised limits their share has no place here.
    let Some(parts) = parts else { return Err(TooMany { limit }) };
    let sizes = explored.layers.iter().zip(&parts).map(|(layer, parts)| (layer.states.len() as f64, parts.bits()));
    if sizes.map(|(states, bits)| states * (bits / ROOM).max(1.0)).sum::<f64>() > limit as f64 {
        return Err(TooMany { limit });
    }
    // Four outcomes are summed, and halves and pairs are compared: a few bits more than the largest number.
    let bits = 4.0 + parts.iter().map(|parts| parts.bits()).fold(paths_bits(scenario, &explored), f64::max);
    Ok((explored, parts, bits))
}

/// How many bits the number of all paths takes at most.
fn paths_bits(scenario: &Scenario, explored: &Explored) -> f64 {
    let mut bits = vec![0.0_f64; explored.layers.len()];
    for layer in explored.order.iter().rev() {
        let responses = &scenario.steps()[explored.step_of(*layer)].responses;
        let ways = responses.iter().flat_map(|response| &response.next);
        let made = *layer as usize - explored.step_of(*layer);
        let most = ways.map(|way| match way.to {
            // An entry leads on to the layers after one more; after the last there is none.
            Goal::Step(to) if scenario.step(to).entries != 0 => {
                bits.get(made + explored.steps + to.0 as usize).copied().unwrap_or(0.0)
            }
            Goal::Step(to) => bits[made + to.0 as usize],
            Goal::End | Goal::Outcome(_) => 0.0,
        });
        bits[*layer as usize] = most.fold(0.0, f64::max) + (responses.len() as f64).log2();
    }
    bits.into_iter().fold(0.0, f64::max)
}

/// Whether another response of the step leads on the same way with the same flags, costs no more of either meter, and
/// less of one. A place that the step's list does not have is no poorer.
pub fn poorer(step: &Step, at: usize) -> bool {
    let Some(one) = step.responses.get(at) else { return false };
    step.responses.iter().any(|other| {
        let (mine, theirs) = (one.effect, other.effect);
        other.when == Condition::ALWAYS
            && (&other.next, other.sets) == (&one.next, one.sets)
            && theirs.leadership >= mine.leadership
            && theirs.management >= mine.management
            && theirs != mine
    })
}

struct Facts<'a> {
    scenario: &'a Scenario,
    explored: &'a Explored,
    from: Moment,
}

impl Facts<'_> {
    fn gather<N: Amount>(&self, parts: &[Powers]) -> Analysis {
        let responses: Vec<usize> = self.scenario.steps().iter().map(|step| step.responses.len()).collect();
        let flow = backwards::<N>(self.explored, parts, &responses);
        let visits = forwards(self.explored, &flow, &responses);
        let outcomes = Outcome::ALL.map(|outcome| self.fate(outcome, &flow));
        let mut paths = BigUint::ZERO;
        outcomes.iter().for_each(|fate| paths += &fate.paths);
        Analysis {
            states: self.explored.states,
            paths,
            outcomes,
            end: self.explored.ends.all,
            ends: self.ends(&flow, &visits),
            steps: (0..self.explored.steps).map(|step| self.step(step, &flow, &visits)).collect(),
            told: self.explored.ends.told.clone(),
            decided_early: Fraction::new(visits.early.to_big(), self.whole(&flow)),
            personas: Persona::ALL.map(|persona| (persona, self.persona(persona))),
        }
    }

    /// Into how many parts the start's share is cut.
    fn whole<N: Amount>(&self, flow: &Flow<N>) -> BigUint {
        match self.explored.start {
            Target::State(step, _) => flow.parts[step as usize].to_big(),
            Target::End(_) => BigUint::from(1_u32),
        }
    }

    fn ends<N: Amount>(&self, flow: &Flow<N>, visits: &Visits<N>) -> Vec<End> {
        let whole = self.whole(flow);
        let ends = self.explored.end_states.iter().zip(&visits.ends);
        let mut ends: Vec<End> = ends
            .map(|(end, share)| End {
                leadership: end.leadership,
                management: end.management,
                ending: end.ending,
                share: Fraction::new(share.to_big(), whole.clone()),
            })
            .collect();
        sort_by_key(&mut ends, |end| (end.leadership, end.management, end.ending.broke));
        ends
    }

    fn fate<N: Amount>(&self, outcome: Outcome, flow: &Flow<N>) -> Fate {
        let at = outcome as usize;
        let (paths, share) = match self.explored.start {
            Target::End(end) => {
                let only = BigUint::from(u32::from(self.explored.outcome(end) == outcome));
                (only.clone(), Fraction::new(only, BigUint::from(1_u32)))
            }
            Target::State(step, state) => {
                let outlook = &flow.outlooks[step as usize][state as usize];
                let whole = flow.parts[step as usize].to_big();
                (outlook.paths[at].to_big(), Fraction::new(outlook.shares[at].to_big(), whole))
            }
        };
        let witness = self.witness(outcome, flow);
        let bound = witness.is_none().then(|| self.explored.ends.rules_out(outcome));
        Fate { paths, share, witness, bound }
    }

    /// A shortest run to an outcome, by its decisions; of several, the one whose responses stand first in the file.
    fn witness<N: Amount>(&self, outcome: Outcome, flow: &Flow<N>) -> Option<Vec<(StepIndex, usize)>> {
        let away = |target: Target| match target {
            Target::End(end) => (self.explored.outcome(end) == outcome).then_some(0),
            Target::State(step, at) => {
                let nearest = flow.outlooks[step as usize][at as usize].nearest[outcome as usize];
                (nearest != NEVER).then_some(nearest)
            }
        };
        let mut left = away(self.explored.start)?;
        let mut target = self.explored.start;
        let mut run = Vec::new();
        while let Target::State(step, at) = target {
            left = left.checked_sub(self.explored.decisions(step))?;
            let edges = self.explored.layers[step as usize].edges(at as usize);
            let edge = edges.iter().find(|edge| away(edge.to) == Some(left))?;
            run.push((StepIndex(self.explored.step_of(step) as u32), edge.response as usize));
            target = edge.to;
        }
        Some(run)
    }

    fn step<N: Amount>(&self, step: usize, flow: &Flow<N>, visits: &Visits<N>) -> StepFacts {
        let mut ranges: Option<Ranges> = None;
        for state in self.explored.layers_of(step).flat_map(|layer| &self.explored.layers[layer].states) {
            widen(&mut ranges, state.leadership, state.management);
        }
        let mut outlooks = self.explored.layers_of(step).flat_map(|layer| &flow.outlooks[layer]);
        let here = visits.visits[step].to_big();
        let whole = self.whole(flow);
        let responses = flow.rivalry[step].iter().enumerate().map(|(at, rivalry)| {
            let (takers, ends) = &visits.chosen[step][at];
            ResponseFacts {
                offered: rivalry.offered,
                taken: self.explored.taken[step][at].clone(),
                dominated: rivalry.dominated(poorer(&self.scenario.steps()[step], at)),
                shares: ends.each_ref().map(|end| Fraction::new(end.to_big(), takers.to_big())),
            }
        });
        StepFacts {
            ranges,
            weight: Fraction::new(visits.weight[step].to_big(), here.clone()),
            visits: Fraction::new(here, whole.clone()),
            decides: Fraction::new(visits.decides[step].to_big(), whole),
            weightless: ranges.is_some()
                && !self.explored.passages[step]
                && outlooks.all(|outlook| outlook.weight.is_zero()),
            responses: responses.collect(),
        }
    }

    fn persona(&self, persona: Persona) -> Option<Ending> {
        let mut now = self.from;
        let mut decided = 0;
        while let Some(response) = choice_of(persona, decided, &now, self.scenario) {
            let response = &self.scenario.step(now.step()?).responses[response];
            now = now.after(response).onward(self.scenario, response);
            decided += usize::from(response.stance.is_some());
        }
        now.ending()
    }
}
