//! What the phones show of a session: never more than the stage, and votes only once they are revealed.

use crate::app::view::spoken;
use play::{Moment, Turn};
use scenario::{Response, Stance};
use session::{Ballot, Phase as At, State, Tally};
use wire::{Hat, Phase, Reveal, Shown, Step};

/// The longest line of what was before, in characters.
const LONGEST: usize = 160;
/// How long pairs talk, as phones are told; the stage has the clock.
const TALK: u16 = 150;

/// What of it is not the session's.
pub(super) struct Beside {
    /// Whether the question of the phase is asked on phones.
    pub(super) asked: bool,
    /// Whether too few voted to be shown apart.
    pub(super) hides: bool,
    /// How many went from one response to another between two votes.
    pub(super) moves: Vec<(u8, u8, u16)>,
    /// Whether groups of fewer than five are shown.
    pub(super) small: bool,
    /// How much is left out: the situation from 1 on, the responses from 2 on.
    pub(super) short: u8,
    /// Where the story can be played alone.
    pub(super) play: String,
}

/// What the phones show.
pub(super) fn shown(state: &State, beside: Beside) -> Shown {
    let scenario = state.scenario();
    Shown {
        room: state.label().to_owned(),
        story: scenario.title().to_owned(),
        language: scenario.language().to_owned(),
        step: step(state, beside.short),
        earlier: earlier(state),
        small_groups: beside.small,
        phase: phase(state, beside),
    }
}

fn phase(state: &State, beside: Beside) -> Phase {
    match state.phase() {
        At::SetUp | At::Gather => Phase::Welcome,
        At::RateBefore | At::Vote | At::VoteAgain | At::RateAfter if beside.asked => Phase::Ask,
        At::NowWhat | At::PlusDelta if beside.asked => Phase::Ask,
        At::Talk => Phase::Talk(TALK),
        At::Reveal => reveal(state, beside).map_or(Phase::Read, Phase::Reveal),
        At::Consequence => came_of_it(state, beside).map_or(Phase::Read, Phase::Reveal),
        At::What | At::SoWhat | At::NowWhat | At::PlusDelta => Phase::Debrief(hats(state, beside.small)),
        At::Close => Phase::Close { play: beside.play },
        At::RateBefore
        | At::RateAfter
        | At::Read
        | At::Think
        | At::Vote
        | At::VoteAgain
        | At::Told
        | At::Ending
        | At::Teams => Phase::Read,
    }
}

/// The responses that are offered at a moment, each with its place in the step's list.
fn offered<'s>(state: &'s State, at: &Moment) -> Vec<(usize, &'s Response)> {
    at.offered(state.scenario()).collect()
}

fn step(state: &State, short: u8) -> Option<Step> {
    let (run, at) = (state.run(), state.step()?);
    let is_past = state.phase() == At::Consequence;
    let moment = match run.turns().last().filter(|_| is_past) {
        Some(turn) => turn.before,
        None => run.now(),
    };
    let lines = if is_past || short > 0 { Vec::new() } else { situation(state) };
    let early = state.phase() == At::Read || at.is_passage() || short > 1;
    let responses = if early { Vec::new() } else { offered(state, &moment) };
    Some(Step {
        title: at.title.to_string(),
        situation: lines,
        responses: responses.into_iter().map(|(_, response)| response.text.to_string()).collect(),
    })
}

fn situation(state: &State) -> Vec<String> {
    let told = state.run().situation().map(|told| spoken(state.scenario(), told)).unwrap_or_default();
    told.into_iter().map(|line| said(line.who.map(|who| who.name), line.text)).collect()
}

/// A line with whoever says it.
fn said(who: Option<&str>, text: &str) -> String {
    who.map_or_else(|| text.to_owned(), |who| format!("{who}: {text}"))
}

/// The counts in the order of the stage; `None` where there are too few.
fn counts(tally: &Tally, offered: &[(usize, &Response)], hides: bool) -> Option<Vec<u16>> {
    let count = |place: usize| tally.counts().get(place).map_or(0, |count| u16::try_from(*count).unwrap_or(u16::MAX));
    (!hides).then(|| offered.iter().map(|(place, _)| count(*place)).collect())
}

fn hat(response: &Response) -> Option<Hat> {
    response.stance.map(|stance| match stance {
        Stance::Leader => Hat::Leader,
        Stance::Manager => Hat::Manager,
    })
}

fn reveal(state: &State, beside: Beside) -> Option<Reveal> {
    let ballot = state.ballot()?;
    let offered = offered(state, &state.run().now());
    let chosen = ballot.result(state.pick()).map(|(response, _)| response);
    let hats =
        if state.shows_hats() { offered.iter().map(|(_, response)| hat(response)).collect() } else { Vec::new() };
    Some(Reveal {
        chosen: place(&offered, chosen),
        counts: counts(ballot.last(), &offered, beside.hides),
        moves: if beside.hides { Vec::new() } else { beside.moves },
        consequence: Vec::new(),
        hats,
    })
}

fn place(offered: &[(usize, &Response)], response: Option<usize>) -> Option<u8> {
    offered.iter().position(|(place, _)| Some(*place) == response).map(|at| at as u8)
}

/// What a vote led to; `None` where nobody voted on it.
fn came_of_it(state: &State, beside: Beside) -> Option<Reveal> {
    let (turn, ballot) = last_vote(state)?;
    let offered = offered(state, &turn.before);
    let told = spoken(state.scenario(), state.run().consequence(turn));
    let consequence = told.into_iter().map(|line| said(line.who.map(|who| who.name), line.text));
    let chosen = place(&offered, Some(turn.response));
    let shown = |at: usize, response: &Response| {
        let is_seen = state.shows_hats() || chosen.is_some_and(|chosen| usize::from(chosen) == at);
        hat(response).filter(|_| is_seen)
    };
    Some(Reveal {
        chosen,
        counts: counts(ballot.last(), &offered, beside.hides),
        moves: if beside.hides { Vec::new() } else { beside.moves },
        consequence: if beside.short > 0 { Vec::new() } else { consequence.collect() },
        hats: offered.iter().enumerate().map(|(at, (_, response))| shown(at, response)).collect(),
    })
}

/// The last turn and its vote, where it was put to one.
pub(super) fn last_vote(state: &State) -> Option<(&Turn, &Ballot)> {
    let at = state.run().turns().len().checked_sub(1)?;
    let ballot = state.ballots().iter().rev().find(|ballot| ballot.decision == at && !ballot.taken_back)?;
    Some((&state.run().turns()[at], ballot))
}

/// How many votes the room had for each hat, leader first; `None` where they are too few.
fn hats(state: &State, small: bool) -> Option<[u16; 2]> {
    let mut sums = [0_u32; 2];
    for ballot in state.ballots().iter().filter(|ballot| !ballot.taken_back) {
        let responses = &state.scenario().step(ballot.step).responses;
        for (response, count) in responses.iter().zip(ballot.last().counts()) {
            match hat(response) {
                Some(Hat::Leader) => sums[0] = sums[0].saturating_add(*count),
                Some(Hat::Manager) => sums[1] = sums[1].saturating_add(*count),
                None => {}
            }
        }
    }
    let voted = state.ballots().iter().filter(|ballot| !ballot.taken_back && ballot.last().sum() > 0);
    let fewest = voted.map(|ballot| ballot.last().sum()).min()?;
    (small || fewest >= wire::FEWEST).then(|| sums.map(|sum| u16::try_from(sum).unwrap_or(u16::MAX)))
}

/// What the room decided last, for whoever comes late.
fn earlier(state: &State) -> Vec<String> {
    if !state.phase().is_step() {
        return Vec::new();
    }
    let run = state.run();
    let now = usize::from(state.phase() == At::Consequence);
    let decided: Vec<&Turn> = run.decisions().map(|(_, turn)| turn).collect();
    let decided = &decided[..decided.len().saturating_sub(now)];
    let line = |turn: &&Turn| -> String {
        let line = said(Some(&state.scenario().step(turn.step).title), &run.response(turn).text);
        line.chars().take(LONGEST).collect()
    };
    decided.iter().skip(decided.len().saturating_sub(3)).map(line).collect()
}
