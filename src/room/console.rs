//! What the console shows: to the facilitator alone, or as a drawer on the one screen that the room sees, too.

use super::slides::offered;
use super::stage::Choice;
use play::Run;
use scenario::{Outcome, Step};
use session::{Act, Phase, State};

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
    /// What it is called and says; its hat where the room may see it.
    pub choice: Choice<'s>,
    /// What it does to leadership and management, and where it leads from here; `None` where the room sees it.
    pub does: Option<((i32, i32), Way<'s>)>,
    /// Hands in the first vote, and in the second.
    pub hands: (u32, Option<u32>),
}

/// What the facilitator should know or do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// The room is split by so many per cent: let pairs talk, and vote again.
    Talk(u32),
    /// Pick what is played; or let pairs talk, where that is true, because they have not.
    MustPick(bool),
}

/// The console.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsoleView<'s> {
    /// The step with its notes and questions; `None` where the room sees it.
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

/// What the console shows of a session. `seen`: the room sees it, so nothing that is the facilitator's alone is in it.
pub fn console(state: &State, seen: bool) -> ConsoleView<'_> {
    let open = matches!(
        state.phase(),
        Phase::Read | Phase::Think | Phase::Vote | Phase::Talk | Phase::VoteAgain | Phase::Reveal
    );
    let ballot = state.ballot().filter(|_| state.phase() == Phase::Reveal);
    ConsoleView {
        step: state.step().filter(|_| !seen),
        branches: if open { branches(state, seen) } else { Vec::new() },
        played: ballot
            .and_then(|ballot| ballot.result(state.pick()))
            .map(|(played, _)| (played, state.pick().is_some())),
        proposal: proposal(state),
        then: state.after(&Act::Next).map(|state| state.phase()),
    }
}

fn branches(state: &State, seen: bool) -> Vec<Branch<'_>> {
    let run = state.run();
    let hands = |at: usize| {
        let count = |tally: &session::Tally| tally.counts().get(at).copied().unwrap_or(0);
        state.ballot().map_or((0, None), |ballot| (count(&ballot.first), ballot.second.as_ref().map(count)))
    };
    let does = |response: usize| {
        let effect = run.step()?.responses.get(response)?.effect;
        Some(((effect.leadership, effect.management), way(state, run, response)?))
    };
    let branch = |(response, choice)| {
        let does = if seen { None } else { does(response) };
        Branch { response, choice, does, hands: hands(response) }
    };
    offered(state, &run.now(), !seen || state.shows_hats()).into_iter().map(branch).collect()
}

fn way<'s>(state: &'s State, run: &Run, response: usize) -> Option<Way<'s>> {
    let mut run = run.clone();
    run.choose(response).ok()?;
    Some(match (run.now().step(), run.ending()) {
        (Some(step), _) => Way::Step(&state.scenario().step(step).title),
        (None, ending) => Way::Ends(ending?.outcome),
    })
}

/// How many of a hundred are not with the most, where that splits the room and pairs have not talked yet.
pub(super) fn split(state: &State) -> Option<u32> {
    let ballot = state.ballot()?;
    (ballot.second.is_none() && ballot.first.is_split()).then(|| ballot.first.apart())
}

fn proposal(state: &State) -> Option<Proposal> {
    match state.phase() {
        Phase::Vote => split(state).map(Proposal::Talk),
        Phase::Reveal if state.ballot()?.result(state.pick()).is_none() => {
            Some(Proposal::MustPick(split(state).is_some()))
        }
        Phase::Reveal => split(state).map(Proposal::Talk),
        _ => None,
    }
}
