//! Every state that any run can come to, each visited once.

use super::bound::Ends;
use play::{Ending, Moment, Place, variant};
use rustc_hash::FxHashMap;
use scenario::{Flags, Goal, Outcome, Scenario, StepIndex};
use std::fmt;

/// There are more states than were allowed to be visited; those with very long numbers, or with very many conditions to
/// judge, count for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// How many were allowed.
    pub limit: usize,
}

impl fmt::Display for TooMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a run can be in more states than the {} of the limit", self.limit)
    }
}

/// What a run is, while a given step waits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct State {
    pub leadership: i32,
    pub management: i32,
    pub flags: Flags,
}

/// Where a response leads.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// To a state of a step, by its place among that step's states.
    State(u32, u32),
    /// To an end, by its place among all ends.
    End(u32),
}

/// An end that runs come to; those with the same meters that end alike are one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct EndState {
    pub leadership: i32,
    pub management: i32,
    pub ending: Ending,
}

pub(super) struct Edge {
    pub response: u16,
    pub to: Target,
}

/// The states of one step and what can be chosen in them.
#[derive(Default)]
pub(super) struct Layer {
    pub states: Vec<State>,
    /// Where each state's edges begin, and last where they end.
    starts: Vec<u32>,
    edges: Vec<Edge>,
}

impl Explored {
    /// The outcome of an end.
    pub fn outcome(&self, end: u32) -> Outcome {
        self.end_states[end as usize].ending.outcome
    }
}

impl Layer {
    /// What can be chosen in a state.
    pub fn edges(&self, state: usize) -> &[Edge] {
        &self.edges[self.starts[state] as usize..self.starts[state + 1] as usize]
    }
}

/// All that can happen from a moment on.
pub(super) struct Explored {
    /// The steps that can be met, each before those it leads to.
    pub order: Vec<u32>,
    /// The states by step, in the order of the file; empty for a step that no run comes to.
    pub layers: Vec<Layer>,
    pub start: Target,
    pub states: usize,
    pub end_states: Vec<EndState>,
    pub ends: Ends,
    /// By step and response, which ways on are taken.
    pub taken: Vec<Vec<Vec<bool>>>,
}

/// How many ways and conditions a state may have looked at; a scenario whose states have more is given up at fewer states.
/// So a limit of states is one of time and memory, whatever stands in the file. Most states take about eight.
const WORK: usize = 32;

/// Visits every state from a moment on.
pub(super) fn explore(scenario: &Scenario, from: Moment, limit: usize) -> Result<Explored, TooMany> {
    let steps = scenario.steps();
    let taken = |step: &scenario::Step| step.responses.iter().map(|r| vec![false; r.next.len()]).collect();
    let mut explorer = Explorer {
        scenario,
        limit,
        work: 0,
        seen: (0..steps.len()).map(|_| FxHashMap::default()).collect(),
        seen_ends: FxHashMap::default(),
        found: Explored {
            order: Vec::new(),
            layers: (0..steps.len()).map(|_| Layer::default()).collect(),
            start: Target::End(0),
            states: 0,
            end_states: Vec::new(),
            ends: Ends::of(scenario),
            taken: steps.iter().map(taken).collect(),
        },
    };
    explorer.found.start = explorer.target(from)?;
    if let Target::State(start, _) = explorer.found.start {
        for step in in_order(scenario, StepIndex(start)) {
            explorer.visit(step)?;
        }
    }
    Ok(explorer.found)
}

struct Explorer<'s> {
    scenario: &'s Scenario,
    limit: usize,
    /// How many ways and conditions were looked at.
    work: usize,
    seen: Vec<FxHashMap<State, u32>>,
    seen_ends: FxHashMap<EndState, u32>,
    found: Explored,
}

impl Explorer<'_> {
    /// Tries every response in every state of a step, once all states that lead to it were tried.
    fn visit(&mut self, step: u32) -> Result<(), TooMany> {
        // No run comes here any more.
        self.seen[step as usize] = FxHashMap::default();
        let states = std::mem::take(&mut self.found.layers[step as usize].states);
        if states.is_empty() {
            return Ok(());
        }
        self.found.order.push(step);
        let scenario = self.scenario;
        let responses = &scenario.step(StepIndex(step)).responses;
        let mut starts = Vec::with_capacity(states.len() + 1);
        let mut edges = Vec::with_capacity(states.len() * responses.len());
        for state in &states {
            starts.push(edges.len() as u32);
            let State { leadership, management, flags } = *state;
            let now = Moment { place: Place::Step(StepIndex(step)), leadership, management, flags };
            self.spend(responses.len())?;
            for (at, response) in now.offered(scenario) {
                let after = now.after(response);
                if after.ending().is_none() {
                    let way = response.next.iter().position(|branch| after.holds(&branch.when));
                    if let Some(way) = way {
                        self.found.taken[step as usize][at][way] = true;
                        self.spend(way)?;
                    }
                }
                self.spend(1)?;
                let to = self.target(after.onward(scenario, response))?;
                edges.push(Edge { response: at as u16, to });
            }
        }
        starts.push(edges.len() as u32);
        self.found.layers[step as usize] = Layer { states, starts, edges };
        Ok(())
    }

    /// Counts what was looked at.
    fn spend(&mut self, work: usize) -> Result<(), TooMany> {
        self.work += work;
        if self.work > self.limit.saturating_mul(WORK) { Err(TooMany { limit: self.limit }) } else { Ok(()) }
    }

    /// The state of a moment, noted when it is new; or its end.
    fn target(&mut self, moment: Moment) -> Result<Target, TooMany> {
        let step = match moment.place {
            Place::Ended(ending) => {
                let told = variant(self.scenario, &moment).map(|(at, _)| at);
                self.spend(told.unwrap_or_default())?;
                self.found.ends.note(ending, &moment, told);
                let Moment { leadership, management, .. } = moment;
                let end = EndState { leadership, management, ending };
                let ends = &mut self.found.end_states;
                let at = *self.seen_ends.entry(end).or_insert(ends.len() as u32);
                if at as usize == ends.len() {
                    ends.push(end);
                }
                return Ok(Target::End(at));
            }
            Place::Step(step) => step.0,
        };
        let state = State { leadership: moment.leadership, management: moment.management, flags: moment.flags };
        let states = &mut self.found.layers[step as usize].states;
        let at = *self.seen[step as usize].entry(state).or_insert(states.len() as u32);
        if at as usize == states.len() {
            states.push(state);
            self.found.states += 1;
            if self.found.states > self.limit {
                return Err(TooMany { limit: self.limit });
            }
        }
        Ok(Target::State(step, at))
    }
}

/// The steps that can be reached from one when conditions are left aside, each before those it leads to.
pub fn in_order(scenario: &Scenario, start: StepIndex) -> Vec<u32> {
    let mut done = vec![false; scenario.steps().len()];
    let mut order = Vec::new();
    // Each entry is a step and whether all that it leads to is in the order already.
    let mut waiting = vec![(start.0, false)];
    while let Some((step, settled)) = waiting.pop() {
        if settled {
            order.push(step);
            continue;
        }
        if std::mem::replace(&mut done[step as usize], true) {
            continue;
        }
        waiting.push((step, true));
        let ways = scenario.step(StepIndex(step)).responses.iter().flat_map(|response| &response.next);
        waiting.extend(ways.filter_map(|branch| match branch.to {
            Goal::Step(to) if !done[to.0 as usize] => Some((to.0, false)),
            _ => None,
        }));
    }
    order.reverse();
    order
}
