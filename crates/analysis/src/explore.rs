//! Every state that any run can come to, each visited once.

use super::bound::Ends;
use play::{Ending, Moment, Place, variant};
use rustc_hash::FxHashMap;
use scenario::{Flags, Goal, Outcome, Scenario, Step, StepIndex};
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
    /// To a state, by its layer and its place there.
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

/// The states of one step after so many entries of steps with visits, and what can be chosen in them.
#[derive(Default)]
pub(super) struct Layer {
    pub states: Vec<State>,
    /// Where each state's edges begin, and last where they end.
    starts: Vec<u32>,
    edges: Vec<Edge>,
}

impl Explored {
    /// The step of a layer.
    pub fn step_of(&self, layer: u32) -> usize {
        layer as usize % self.steps
    }

    /// The layers of a step.
    pub fn layers_of(&self, step: usize) -> impl Iterator<Item = usize> {
        (step..self.layers.len()).step_by(self.steps)
    }

    /// The layer of a step in a run with these flags.
    pub fn layer(&self, step: StepIndex, flags: Flags) -> u32 {
        // Nearly no story has steps with visits.
        let made = if self.entries == 0 { 0 } else { (flags & self.entries).count_ones() };
        made * self.steps as u32 + step.0
    }

    /// How many decisions a layer asks for.
    pub fn decisions(&self, layer: u32) -> u32 {
        u32::from(!self.passages[self.step_of(layer)])
    }

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
    /// The layers that have states, each before those it leads to.
    pub order: Vec<u32>,
    /// The states by how many entries were made and by step, in the order of the file; empty where no run comes.
    pub layers: Vec<Layer>,
    /// How many steps there are, and so layers for each count of entries.
    pub steps: usize,
    /// The flags that count entries.
    pub entries: Flags,
    /// By step, whether it is a passage, which is no decision.
    pub passages: Vec<bool>,
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
    let entries = scenario.entries();
    let count = steps.len() * (entries.count_ones() as usize + 1);
    let mut explorer = Explorer {
        scenario,
        limit,
        work: 0,
        seen: (0..count).map(|_| FxHashMap::default()).collect(),
        seen_ends: FxHashMap::default(),
        found: Explored {
            order: Vec::new(),
            layers: (0..count).map(|_| Layer::default()).collect(),
            steps: steps.len(),
            entries,
            passages: steps.iter().map(Step::is_passage).collect(),
            start: Target::End(0),
            states: 0,
            end_states: Vec::new(),
            ends: Ends::of(scenario),
            taken: steps.iter().map(taken).collect(),
        },
    };
    explorer.found.start = explorer.target(from, None)?;
    if let Target::State(start, _) = explorer.found.start {
        let order = in_order(scenario, StepIndex(explorer.found.step_of(start) as u32));
        // Each entry leads on to the layers after one more.
        for made in 0..=entries.count_ones() {
            for step in &order {
                explorer.visit(made * steps.len() as u32 + step)?;
            }
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
    /// Tries every response in every state of a layer, once all states that lead to it were tried.
    fn visit(&mut self, layer: u32) -> Result<(), TooMany> {
        // No run comes here any more.
        self.seen[layer as usize] = FxHashMap::default();
        let states = std::mem::take(&mut self.found.layers[layer as usize].states);
        if states.is_empty() {
            return Ok(());
        }
        self.found.order.push(layer);
        let step = self.found.step_of(layer) as u32;
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
                let mut goal = None;
                if after.ending().is_none() {
                    let way = response.next.iter().position(|branch| after.holds(&branch.when));
                    if let Some(way) = way {
                        self.found.taken[step as usize][at][way] = true;
                        self.spend(way)?;
                        goal = Some(response.next[way].to);
                    }
                }
                self.spend(1)?;
                let to = self.target(after.onward(scenario, response), goal)?;
                edges.push(Edge { response: at as u16, to });
            }
        }
        starts.push(edges.len() as u32);
        self.found.layers[layer as usize] = Layer { states, starts, edges };
        Ok(())
    }

    /// Counts what was looked at.
    fn spend(&mut self, work: usize) -> Result<(), TooMany> {
        self.work += work;
        if self.work > self.limit.saturating_mul(WORK) { Err(TooMany { limit: self.limit }) } else { Ok(()) }
    }

    /// The state of a moment, noted when it is new; or its end, to which the way led.
    fn target(&mut self, moment: Moment, way: Option<Goal>) -> Result<Target, TooMany> {
        let layer = match moment.place {
            Place::Ended(ending) => {
                let told = variant(self.scenario, &moment).map(|(at, _)| at);
                self.spend(told.unwrap_or_default())?;
                self.found.ends.note(ending, &moment, told, matches!(way, Some(Goal::Outcome(_))));
                let Moment { leadership, management, .. } = moment;
                let end = EndState { leadership, management, ending };
                let ends = &mut self.found.end_states;
                let at = *self.seen_ends.entry(end).or_insert(ends.len() as u32);
                if at as usize == ends.len() {
                    ends.push(end);
                }
                return Ok(Target::End(at));
            }
            Place::Step(step) => self.found.layer(step, moment.flags),
        };
        let state = State { leadership: moment.leadership, management: moment.management, flags: moment.flags };
        let states = &mut self.found.layers[layer as usize].states;
        let at = *self.seen[layer as usize].entry(state).or_insert(states.len() as u32);
        if at as usize == states.len() {
            states.push(state);
            self.found.states += 1;
            if self.found.states > self.limit {
                return Err(TooMany { limit: self.limit });
            }
        }
        Ok(Target::State(layer, at))
    }
}

/// The steps that can be reached from one when conditions are left aside, each before those it leads to. Ways to steps with
/// visits are left aside, too: those count an entry, and may lead back.
pub fn in_order(scenario: &Scenario, start: StepIndex) -> Vec<u32> {
    let limited = |step: u32| scenario.step(StepIndex(step)).entries != 0;
    let mut done = vec![false; scenario.steps().len()];
    let mut order = Vec::new();
    // Each entry is a step and whether all that it leads to is in the order already.
    let mut waiting: Vec<(u32, bool)> =
        (0..done.len() as u32).filter(|step| limited(*step)).map(|it| (it, false)).collect();
    waiting.push((start.0, false));
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
            Goal::Step(to) if !done[to.0 as usize] && !limited(to.0) => Some((to.0, false)),
            _ => None,
        }));
    }
    order.reverse();
    order
}
