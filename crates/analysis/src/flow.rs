//! Sums over all states: backwards, what can still come; forwards, who comes here.
//!
//! A share of the uniform player is held as a whole number of parts. A state's parts are its step's own: so many that
//! every way from it on divides them without a rest, so no share is ever rounded.

use super::amount::{Amount, Powers};
use super::explore::{Edge, Explored, State, Target};
use super::facts::{Dominated, Rival};
use scenario::Outcome;

/// No way leads there.
pub(super) const NEVER: u32 = u32::MAX;

/// What can still come from a state.
#[derive(Clone)]
pub(super) struct Outlook<N> {
    /// The uniform player's share of each outcome, in the step's parts.
    pub shares: [N; 4],
    /// How many ways lead to each outcome.
    pub paths: [N; 4],
    /// How many decisions the shortest way to each outcome takes, or [`NEVER`].
    pub nearest: [u32; 4],
    /// How far the decision here moves the shares, in the step's parts.
    pub weight: N,
}

impl<N: Amount> Outlook<N> {
    /// Whether one outcome alone can be reached.
    pub fn is_decided(&self) -> bool {
        self.nearest.iter().filter(|nearest| **nearest != NEVER).count() == 1
    }

    /// How many decisions are still to come at least.
    pub fn least_to_come(&self) -> u32 {
        self.nearest.iter().copied().min().unwrap_or(NEVER)
    }

    fn ended(outcome: Outcome, parts: &N) -> Self {
        let only = |value: &N| {
            let mut values = [(); 4].map(|()| N::default());
            values[outcome as usize] = value.clone();
            values
        };
        let mut nearest = [NEVER; 4];
        nearest[outcome as usize] = 0;
        Outlook { shares: only(parts), paths: only(&N::one()), nearest, weight: N::default() }
    }
}

/// Into how many parts each layer's share is cut.
pub(super) fn parts(explored: &Explored) -> Vec<Option<Powers>> {
    let mut parts: Vec<Option<Powers>> = vec![Some(Powers::default()); explored.layers.len()];
    for step in explored.order.iter().rev() {
        let layer = &explored.layers[*step as usize];
        let mut own = Some(Powers::default());
        let mut after = Some(Powers::default());
        let join = |one: &mut Option<Powers>, other: Option<Powers>| *one = one.zip(other).map(|(a, b)| a.with(b));
        let mut last = (usize::MAX, u32::MAX);
        for state in 0..layer.states.len() {
            let edges = layer.edges(state);
            if edges.len() != last.0 {
                join(&mut own, Powers::of(edges.len()));
                last.0 = edges.len();
            }
            for edge in edges {
                if let Target::State(to, _) = edge.to
                    && to != last.1
                {
                    join(&mut after, parts[to as usize]);
                    last.1 = to;
                }
            }
        }
        parts[*step as usize] = own.zip(after).map(|(own, after)| own.times(after));
    }
    parts
}

/// How many responses a step gives each other's consequences: what makes one of them no choice at all.
#[derive(Clone, Default)]
pub(super) struct Rivalry {
    /// Whether it was ever offered.
    pub offered: bool,
    /// Whether in some state no other gave `balanced` as large a share.
    unmatched: bool,
    /// The meters of the first state in which it was offered.
    meters: (i32, i32),
    /// Whether it was offered with other meters, too.
    varied: bool,
    /// In how many states it was offered, and in how many of them another gave `balanced` a larger share.
    states: (usize, usize),
    /// By response: in how many states both were offered, and in how many of them that one gave a larger share.
    others: Vec<(usize, usize)>,
}

impl Rivalry {
    /// What shows that it is no choice; nothing where it is one, or where the states are too alike to tell and it is not
    /// `poorer` than another by what stands in the file.
    pub fn dominated(&self, poorer: bool) -> Option<Dominated> {
        let (offered, worse) = self.states;
        let others = self.others.iter().enumerate().filter(|(_, (_, better))| *better > 0);
        let rivals = others.map(|(response, (beside, better))| Rival { response, beside: *beside, better: *better });
        ((self.varied || poorer) && !self.unmatched && worse > 0).then(|| Dominated {
            offered,
            worse,
            rivals: rivals.collect(),
        })
    }
}

/// What was summed for all states of all steps.
pub(super) struct Flow<N> {
    pub parts: Vec<N>,
    pub outlooks: Vec<Vec<Outlook<N>>>,
    pub rivalry: Vec<Vec<Rivalry>>,
}

impl<N: Amount> Flow<N> {
    /// What can still come after a response, in the parts of the step it was taken at.
    pub fn after(&self, explored: &Explored, step: u32, edge: &Edge) -> Outlook<N> {
        match edge.to {
            Target::End(end) => Outlook::ended(explored.outcome(end), &self.parts[step as usize]),
            Target::State(to, at) => {
                let outlook = &self.outlooks[to as usize][at as usize];
                let factor = self.parts[step as usize].over(&self.parts[to as usize]);
                Outlook { shares: outlook.shares.each_ref().map(|share| share.times(&factor)), ..outlook.clone() }
            }
        }
    }
}

/// Sums what can still come, from the ends back to the start.
pub(super) fn backwards<N: Amount>(explored: &Explored, parts: &[Powers], responses: &[usize]) -> Flow<N> {
    let mut flow = Flow {
        parts: parts.iter().map(|parts| N::product(*parts)).collect(),
        outlooks: parts.iter().map(|_| Vec::new()).collect(),
        rivalry: responses.iter().map(|count| vec![Rivalry::default(); *count]).collect(),
    };
    let mut after: Vec<Outlook<N>> = Vec::new();
    for step in explored.order.iter().rev() {
        let layer = &explored.layers[*step as usize];
        let mut outlooks = Vec::with_capacity(layer.states.len());
        for state in 0..layer.states.len() {
            let edges = layer.edges(state);
            after.clear();
            after.extend(edges.iter().map(|edge| flow.after(explored, *step, edge)));
            outlooks.push(before(&after, explored.decisions(*step)));
            compare(&layer.states[state], edges, &after, &mut flow.rivalry[explored.step_of(*step)]);
        }
        flow.outlooks[*step as usize] = outlooks;
    }
    flow
}

/// What can come from a state, of what can come after each response, which takes so many decisions.
fn before<N: Amount>(after: &[Outlook<N>], decisions: u32) -> Outlook<N> {
    let offered = N::of(after.len());
    let mut nearest = [NEVER; 4];
    let sum = |part: fn(&Outlook<N>) -> &[N; 4]| {
        std::array::from_fn(|at| {
            let mut sum = N::default();
            after.iter().for_each(|outlook| sum.add(&part(outlook)[at]));
            sum
        })
    };
    let shares: [N; 4] = sum(|outlook| &outlook.shares);
    let paths = sum(|outlook| &outlook.paths);
    for outlook in after {
        for (nearest, next) in nearest.iter_mut().zip(outlook.nearest) {
            *nearest = (*nearest).min(next.saturating_add(decisions));
        }
    }
    let mut weight = N::default();
    for (at, one) in after.iter().enumerate() {
        for other in &after[at + 1..] {
            let mut moved = N::default();
            one.shares.iter().zip(&other.shares).for_each(|(one, other)| moved.add(&one.distance(other)));
            weight = weight.max(moved);
        }
    }
    let shares = shares.map(|share| share.over(&offered));
    Outlook { shares, paths, nearest, weight: weight.over(&N::of(2)) }
}

/// Sets each response's share of `balanced` in a state beside those of the others.
fn compare<N: Amount>(state: &State, edges: &[Edge], after: &[Outlook<N>], rivalry: &mut [Rivalry]) {
    let balanced = |at: usize| &after[at].shares[Outcome::Balanced as usize];
    let meters = (state.leadership, state.management);
    for (at, edge) in edges.iter().enumerate() {
        let count = rivalry.len();
        let Some(own) = rivalry.get_mut(edge.response as usize) else { continue };
        if !own.offered {
            *own = Rivalry { offered: true, meters, others: vec![(0, 0); count], ..Rivalry::default() };
        }
        own.varied |= meters != own.meters;
        let (mut matched, mut beaten) = (false, false);
        for (other, rival) in edges.iter().enumerate().filter(|(other, _)| *other != at) {
            let better = balanced(other) > balanced(at);
            matched |= better || balanced(other) == balanced(at);
            beaten |= better;
            if let Some((beside, times)) = own.others.get_mut(rival.response as usize) {
                *beside += 1;
                *times += usize::from(better);
            }
        }
        own.unmatched |= !matched;
        own.states.0 += 1;
        own.states.1 += usize::from(beaten);
    }
}

/// Who comes to each step, and where outcomes are settled; all in the start's parts.
pub(super) struct Visits<N> {
    pub visits: Vec<N>,
    pub weight: Vec<N>,
    pub decides: Vec<N>,
    pub early: N,
    /// By end, how many come to it.
    pub ends: Vec<N>,
    /// By step and response: how many take it, and what becomes of them.
    pub chosen: Vec<Vec<(N, [N; 4])>>,
}

/// The uniform player's shares by how many decisions were taken, from the first count on that has any.
#[derive(Clone)]
struct ByDecisions<N> {
    first: u32,
    shares: Vec<N>,
}

impl<N: Amount> ByDecisions<N> {
    fn none() -> Self {
        ByDecisions { first: 0, shares: Vec::new() }
    }

    fn add(&mut self, decisions: u32, share: &N) {
        if self.shares.is_empty() {
            self.first = decisions;
        }
        if decisions < self.first {
            let missing = (self.first - decisions) as usize;
            self.shares.splice(0..0, std::iter::repeat_n(N::default(), missing));
            self.first = decisions;
        }
        let at = (decisions - self.first) as usize;
        if self.shares.len() <= at {
            self.shares.resize(at + 1, N::default());
        }
        self.shares[at].add(share);
    }
}

/// Follows the uniform player from the start to the ends.
pub(super) fn forwards<N: Amount>(explored: &Explored, flow: &Flow<N>, responses: &[usize]) -> Visits<N> {
    let none = || vec![N::default(); explored.steps];
    let nobody = || (N::default(), [(); 4].map(|()| N::default()));
    let mut visits = Visits {
        visits: none(),
        weight: none(),
        decides: none(),
        early: N::default(),
        ends: vec![N::default(); explored.end_states.len()],
        chosen: responses.iter().map(|count| vec![nobody(); *count]).collect(),
    };
    let Target::State(start, at) = explored.start else {
        visits.ends.fill(N::one());
        return visits;
    };
    // By layer; a row is made when the first run comes to it, and dropped once all have left it.
    let mut here: Vec<Vec<N>> = vec![Vec::new(); explored.layers.len()];
    let mut open: Vec<Vec<ByDecisions<N>>> = vec![Vec::new(); explored.layers.len()];
    let come = |layer: usize, here: &mut Vec<Vec<N>>, open: &mut Vec<Vec<ByDecisions<N>>>| {
        let states = explored.layers[layer].states.len();
        here[layer].resize(states, N::default());
        open[layer].resize(states, ByDecisions::none());
    };
    come(start as usize, &mut here, &mut open);
    let whole = flow.parts[start as usize].clone();
    here[start as usize][at as usize] = whole.clone();
    if flow.outlooks[start as usize][at as usize].is_decided() {
        visits.early = whole;
    } else {
        open[start as usize][at as usize].add(0, &whole);
    }
    for at in &explored.order {
        let (layer, step, decisions) = (*at as usize, explored.step_of(*at), explored.decisions(*at));
        let shares = std::mem::take(&mut here[layer]);
        let undecided = std::mem::take(&mut open[layer]);
        for (state, (share, undecided)) in shares.iter().zip(undecided).enumerate() {
            visits.visits[step].add(share);
            let outlook = &flow.outlooks[layer][state];
            visits.weight[step].add(&share.over(&flow.parts[layer]).times(&outlook.weight));
            let edges = explored.layers[layer].edges(state);
            let offered = N::of(edges.len());
            let each = share.over(&offered);
            for edge in edges {
                let (takers, ends) = &mut visits.chosen[step][edge.response as usize];
                takers.add(&each);
                match edge.to {
                    Target::End(end) => {
                        ends[explored.outcome(end) as usize].add(&each);
                        visits.ends[end as usize].add(&each);
                    }
                    Target::State(to, at) => {
                        let (to, at) = (to as usize, at as usize);
                        let groups = each.over(&flow.parts[to]);
                        let shares = &flow.outlooks[to][at].shares;
                        ends.iter_mut().zip(shares).for_each(|(end, share)| end.add(&groups.times(share)));
                        if here[to].is_empty() {
                            come(to, &mut here, &mut open);
                        }
                        here[to][at].add(&each);
                    }
                }
                for (taken, share) in (undecided.first + decisions..).zip(&undecided.shares) {
                    let each = share.over(&offered);
                    match edge.to {
                        Target::State(to, at) if !flow.outlooks[to as usize][at as usize].is_decided() => {
                            open[to as usize][at as usize].add(taken, &each);
                        }
                        Target::State(to, at) => {
                            visits.decides[step].add(&each);
                            if flow.outlooks[to as usize][at as usize].least_to_come() >= taken {
                                visits.early.add(&each);
                            }
                        }
                        Target::End(_) => visits.decides[step].add(&each),
                    }
                }
            }
        }
    }
    visits
}
