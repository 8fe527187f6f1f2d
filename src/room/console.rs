//! What the console shows, to the facilitator alone.

use super::slides::offered;
use super::stage::Choice;
use crate::play::Run;
use crate::scenario::{Outcome, Step};
use crate::workshop::{Act, Phase, State};

/// Where a response leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way<'s> {
    /// On to a step.
    Step(&'s str),
    /// To an end.
    Ends(Outcome),
}

/// A response that can be voted for.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch<'s> {
    /// Its place in the step's list.
    pub response: usize,
    /// What it is called and says, its hat shown.
    pub choice: Choice<'s>,
    /// What it does to leadership and management.
    pub effect: (i32, i32),
    /// Where it leads from here.
    pub to: Way<'s>,
    /// Hands in the first vote, and in the second.
    pub hands: (u32, Option<u32>),
}

/// What the facilitator should know or do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// The room is split by so many per cent: let pairs talk, and vote again.
    Talk(u32),
    /// Pick what is played.
    MustPick,
    /// The plan pauses here, after so many decisions.
    Pause(usize),
}

/// The console.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsoleView<'s> {
    /// The step with its notes and questions.
    pub step: Option<&'s Step>,
    /// Its responses, while the decision is open.
    pub branches: Vec<Branch<'s>>,
    /// The response that will be played, as its place in the step's list, and whether that was picked by hand.
    pub played: Option<(usize, bool)>,
    /// What is proposed.
    pub proposal: Option<Proposal>,
    /// What the next phase is; `None` where there is none, or something must be done before it.
    pub then: Option<Phase>,
}

/// What the console shows of a session.
pub fn console(state: &State) -> ConsoleView<'_> {
    let open = state.phase().is_step() && state.phase() != Phase::Consequence;
    let ballot = state.ballot().filter(|_| state.phase() == Phase::Reveal);
    ConsoleView {
        step: state.step(),
        branches: if open { branches(state) } else { Vec::new() },
        played: ballot
            .and_then(|ballot| ballot.result(state.pick()))
            .map(|(played, _)| (played, state.pick().is_some())),
        proposal: proposal(state),
        then: state.after(&Act::Next).map(|state| state.phase()),
    }
}

fn branches(state: &State) -> Vec<Branch<'_>> {
    let run = state.run();
    let hands = |at: usize| {
        let count = |tally: &crate::workshop::Tally| tally.counts().get(at).copied().unwrap_or(0);
        state.ballot().map_or((0, None), |ballot| (count(&ballot.first), ballot.second.as_ref().map(count)))
    };
    offered(state, &run.now(), true)
        .into_iter()
        .filter_map(|(response, choice)| {
            let effect = run.step()?.responses.get(response)?.effect;
            let to = way(state, run, response)?;
            let effect = (effect.leadership, effect.management);
            Some(Branch { response, choice, effect, to, hands: hands(response) })
        })
        .collect()
}

fn way<'s>(state: &'s State, run: &Run, response: usize) -> Option<Way<'s>> {
    let mut run = run.clone();
    run.choose(response).ok()?;
    Some(match (run.now().step(), run.ending()) {
        (Some(step), _) => Way::Step(&state.scenario().step(step).title),
        (None, ending) => Way::Ends(ending?.outcome),
    })
}

fn proposal(state: &State) -> Option<Proposal> {
    match state.phase() {
        Phase::Vote => {
            let first = &state.ballot()?.first;
            let most = first.counts().iter().copied().max().unwrap_or(0);
            first.is_split().then(|| Proposal::Talk((first.sum() - most) * 100 / first.sum()))
        }
        Phase::Reveal => state.ballot()?.result(state.pick()).is_none().then_some(Proposal::MustPick),
        Phase::Consequence => {
            let pause = state.plan().pause_after()?;
            let decided = state.run().turns().len();
            (state.run().ending().is_none() && decided >= pause).then_some(Proposal::Pause(decided))
        }
        _ => None,
    }
}
