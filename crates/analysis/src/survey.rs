//! What an author balances a scenario by: how each response stands beside the others, and what each meter lives on.

use super::amount::{Amount, Powers};
use super::analyse::explored;
use super::explore::{Explored, Target, TooMany};
use super::flow::{Flow, backwards};
use super::{Fraction, Mean};
use num_bigint::{BigInt, BigUint};
use play::Moment;
use scenario::{Effect, MeterName, Outcome, Scenario};

/// How a response stands beside the others that are offered with it: what is the best answer for ending `balanced`.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// In how many states it gives `balanced` a larger share than any other.
    pub best: usize,
    /// In how many no other gives it a larger share, and one as large a share.
    pub tied: usize,
    /// In how many another gives it a larger share.
    pub worse: usize,
    /// The share of `balanced` after it, for the uniform player's runs that take it.
    pub balanced: Fraction,
    /// What that share would be if each of those runs took the best of the others.
    pub other: Fraction,
    /// How much larger its share is than that of the best other, in the state where it leads by most; 0 where it never does.
    pub ahead: Fraction,
    /// How much smaller, in the state where it trails by most.
    pub behind: Fraction,
}

/// What a meter lives on, as means over the uniform player's runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// Which meter.
    pub meter: MeterName,
    /// Where it starts.
    pub start: i32,
    /// What responses add.
    pub gains: Mean,
    /// What responses take; 0 or below.
    pub costs: Mean,
    /// What steps add or take on entering them.
    pub pressure: Mean,
    /// Where it ends: all of the above together.
    pub end: Mean,
    /// How much of it the end asks for.
    pub enough: i32,
    /// What is over at the end; below 0 where it falls short.
    pub slack: Mean,
}

/// What an author balances a scenario by.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// By step and response, in the order of the file; `None` where it is never offered beside another.
    pub standings: Vec<Vec<Option<Standing>>>,
    /// Leadership's and management's.
    pub budgets: [Budget; 2],
}

/// Surveys a scenario, visiting at most `limit` states.
///
/// # Errors
/// As [`super::analyse`].
pub fn survey(scenario: &Scenario, limit: usize) -> Result<Survey, TooMany> {
    let (explored, parts, bits) = explored(scenario, Moment::first(scenario), limit)?;
    Ok(match bits {
        ..=64.0 => gather::<u64>(scenario, &explored, &parts),
        ..=128.0 => gather::<u128>(scenario, &explored, &parts),
        _ => gather::<BigUint>(scenario, &explored, &parts),
    })
}

/// What is summed of one response over the states in which it is offered.
#[derive(Clone, Default)]
struct Sums<N> {
    best: usize,
    tied: usize,
    worse: usize,
    /// The runs that take it, and of those that take it beside another, what becomes of them; all in the start's parts.
    takers: N,
    beside: N,
    balanced: N,
    other: N,
    ahead: N,
    behind: N,
}

fn gather<N: Amount>(scenario: &Scenario, explored: &Explored, parts: &[Powers]) -> Survey {
    let responses: Vec<usize> = scenario.steps().iter().map(|step| step.responses.len()).collect();
    let flow = backwards::<N>(explored, parts, &responses);
    let mut sums: Vec<Vec<Sums<N>>> = responses.iter().map(|count| vec![Sums::default(); *count]).collect();
    let mut ends = vec![N::default(); explored.end_states.len()];
    let whole = follow(explored, &flow, &mut sums, &mut ends);
    let standings = sums.iter().map(|sums| sums.iter().map(|one| standing(one, &whole)).collect());
    let budgets = MeterName::ALL.map(|meter| budget(scenario, explored, meter, &sums, &ends, &whole));
    Survey { standings: standings.collect(), budgets }
}

/// Follows the uniform player from the start to the ends; into how many parts all runs are cut.
fn follow<N: Amount>(explored: &Explored, flow: &Flow<N>, sums: &mut [Vec<Sums<N>>], ends: &mut [N]) -> N {
    let Target::State(start, at) = explored.start else {
        ends.fill(N::one());
        return N::one();
    };
    let mut here: Vec<Vec<N>> = explored.layers.iter().map(|layer| vec![N::default(); layer.states.len()]).collect();
    let whole = flow.parts[start as usize].clone();
    here[start as usize][at as usize] = whole.clone();
    for step in &explored.order {
        let at = *step as usize;
        for (state, share) in std::mem::take(&mut here[at]).iter().enumerate() {
            let edges = explored.layers[at].edges(state);
            let offered = N::of(edges.len());
            let each = share.over(&offered);
            let after: Vec<N> = edges.iter().map(|edge| balanced_after(explored, flow, *step, edge.to)).collect();
            for (place, edge) in edges.iter().enumerate() {
                match edge.to {
                    Target::End(end) => ends[end as usize].add(&each),
                    Target::State(to, at) => here[to as usize][at as usize].add(&each),
                }
                let sums = &mut sums[explored.step_of(*step)][edge.response as usize];
                sums.takers.add(&each);
                let others = after.iter().enumerate().filter(|(other, _)| *other != place);
                let Some(best) = others.map(|(_, share)| share).max() else { continue };
                let own = &after[place];
                // A step's share is as many of the start's parts as each of its own parts goes into, and those after a
                // response divide by the number of responses.
                let each_part = share.over(&flow.parts[at]);
                sums.beside.add(&each);
                sums.balanced.add(&each_part.times(&own.over(&offered)));
                sums.other.add(&each_part.times(&best.over(&offered)));
                let apart = own.distance(best).times(&whole.over(&flow.parts[at]));
                match own.cmp(best) {
                    std::cmp::Ordering::Greater => {
                        (sums.best, sums.ahead) = (sums.best + 1, apart.max(sums.ahead.clone()))
                    }
                    std::cmp::Ordering::Equal => sums.tied += 1,
                    std::cmp::Ordering::Less => {
                        (sums.worse, sums.behind) = (sums.worse + 1, apart.max(sums.behind.clone()));
                    }
                }
            }
        }
    }
    whole
}

/// The share of `balanced` after a response, in the parts of the step it is taken at.
fn balanced_after<N: Amount>(explored: &Explored, flow: &Flow<N>, step: u32, to: Target) -> N {
    let parts = &flow.parts[step as usize];
    match to {
        Target::End(end) if explored.outcome(end) == Outcome::Balanced => parts.clone(),
        Target::End(_) => N::default(),
        Target::State(to, at) => {
            let share = &flow.outlooks[to as usize][at as usize].shares[Outcome::Balanced as usize];
            share.times(&parts.over(&flow.parts[to as usize]))
        }
    }
}

fn standing<N: Amount>(sums: &Sums<N>, whole: &N) -> Option<Standing> {
    let share = |part: &N, whole: &N| Fraction::new(part.to_big(), whole.to_big());
    (sums.best + sums.tied + sums.worse > 0).then(|| Standing {
        best: sums.best,
        tied: sums.tied,
        worse: sums.worse,
        balanced: share(&sums.balanced, &sums.beside),
        other: share(&sums.other, &sums.beside),
        ahead: share(&sums.ahead, whole),
        behind: share(&sums.behind, whole),
    })
}

fn budget<N: Amount>(
    scenario: &Scenario,
    explored: &Explored,
    meter: MeterName,
    sums: &[Vec<Sums<N>>],
    ends: &[N],
    whole: &N,
) -> Budget {
    let of = |effect: &Effect| match meter {
        MeterName::Leadership => effect.leadership,
        MeterName::Management => effect.management,
    };
    let settings = match meter {
        MeterName::Leadership => scenario.meters().leadership,
        MeterName::Management => scenario.meters().management,
    };
    let whole = whole.to_big();
    let mean = |sum: BigInt| Mean::new(sum, whole.clone());
    let (mut gains, mut costs) = (BigInt::ZERO, BigInt::ZERO);
    for (step, sums) in scenario.steps().iter().zip(sums) {
        for (response, sums) in step.responses.iter().zip(sums) {
            let points = of(&response.effect);
            let sum = if points > 0 { &mut gains } else { &mut costs };
            *sum += BigInt::from(sums.takers.to_big()) * points;
        }
    }
    let mut end = BigInt::ZERO;
    for (state, share) in explored.end_states.iter().zip(ends) {
        let value = of(&Effect { leadership: state.leadership, management: state.management });
        end += BigInt::from(share.to_big()) * value;
    }
    let (gains, costs, end) = (mean(gains), mean(costs), mean(end));
    Budget {
        meter,
        start: settings.start,
        pressure: end.less(&Mean::whole(settings.start)).less(&gains).less(&costs),
        gains,
        costs,
        slack: end.less(&Mean::whole(settings.enough)),
        end,
        enough: settings.enough,
    }
}
