//! What is asked in a phase, and how its counts stand in the session.

use crate::room::ENGLISH as WORDS;
use serde::{Deserialize, Serialize};
use session::{Act, Ballot, Note, Phase, SCALES, State, Tally};
use wire::Asks;

/// A question of the session: asked again after it was taken back, it is the same with empty hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Question {
    /// The self-rating before play, or after it.
    Rate(bool),
    /// A vote on a decision, which is so manieth, at a step; the second one, or the first.
    Vote(u32, u32, bool),
    /// Something to type, as [`Note::ALL`] has it.
    Line(u8),
}

/// The question of the phase that a session is in.
pub(super) fn of(state: &State) -> Option<Question> {
    let vote = |again| state.ballot().map(|ballot| vote_of(ballot, again));
    match state.phase() {
        Phase::RateBefore => Some(Question::Rate(false)),
        Phase::RateAfter => Some(Question::Rate(true)),
        Phase::Vote => vote(false),
        Phase::VoteAgain => vote(true),
        Phase::NowWhat => Some(Question::Line(Note::Commitment as u8)),
        Phase::PlusDelta => Some(Question::Line(Note::Plus as u8)),
        _ => None,
    }
}

/// The vote that a ballot holds: the first, or the second.
pub(super) fn vote_of(ballot: &Ballot, again: bool) -> Question {
    Question::Vote(ballot.decision as u32, ballot.step.0, again)
}

/// The question as the phones are asked it.
pub(super) fn asks(state: &State, question: Question) -> Asks {
    match question {
        Question::Rate(after) => {
            let row = |scale: usize| format!("1: {} – 5: {}", WORDS.low_ends[scale], WORDS.high_ends[scale]);
            Asks::Rating { rows: [row(0), row(1)], after }
        }
        Question::Vote(_, _, again) => Asks::Choice { offered: state.run().offered().count() as u8, again },
        Question::Line(note) if note == Note::Commitment as u8 => {
            Asks::Line { prompt: super::super::PHONES.promise.into(), promise: true }
        }
        Question::Line(_) => Asks::Line { prompt: super::super::PHONES.plus_delta.into(), promise: false },
    }
}

/// What stands in the session for a question: for each response that is offered, or for the five values of each scale in
/// turn.
pub(super) fn standing(state: &State, question: Question) -> Vec<u32> {
    match question {
        Question::Rate(after) => state.ratings(after).iter().flat_map(|tally| tally.counts().to_vec()).collect(),
        Question::Vote(_, _, again) => {
            let tally = state.ballot().and_then(|ballot| tally_of(ballot, again));
            let count = |place: usize| tally.and_then(|tally| tally.counts().get(place).copied()).unwrap_or(0);
            state.run().offered().map(|(place, _)| count(place)).collect()
        }
        Question::Line(_) => Vec::new(),
    }
}

fn tally_of(ballot: &Ballot, again: bool) -> Option<&Tally> {
    if again { ballot.second.as_ref() } else { Some(&ballot.first) }
}

/// In how many parts the counts are to add up to no more than the people: each scale is answered by all.
pub(super) fn parts(question: Question) -> usize {
    if matches!(question, Question::Rate(_)) { SCALES } else { 1 }
}

/// The acts by which counts come to stand in the session, what is lowered first; `all` also where they stand already.
pub(super) fn acts(state: &State, question: Question, counts: &[u32], all: bool) -> Vec<Act> {
    let before = standing(state, question);
    let ids: Vec<_> = state.run().offered().map(|(_, response)| response.id.clone()).collect();
    let values = before.len() / SCALES;
    let act = |place: usize, count: u32| match question {
        Question::Rate(_) => Some(Act::Rate(place / values.max(1), place % values.max(1), count)),
        Question::Vote(..) => ids.get(place).map(|id| Act::Votes(id.clone(), count)),
        Question::Line(_) => None,
    };
    let changes = before.iter().zip(counts).enumerate();
    let mut changes: Vec<(bool, Act)> = changes
        .filter(|(_, (before, count))| all || before != count)
        .filter_map(|(place, (before, count))| Some((count > before, act(place, *count)?)))
        .collect();
    scenario::sorted::sort_by_key(&mut changes, |(raises, _)| *raises);
    changes.into_iter().map(|(_, act)| act).collect()
}

/// Whether nothing stands in the session for a vote that the room can still be asked: it is asked anew then.
pub(super) fn is_anew(state: &State, question: Question) -> bool {
    let (Question::Vote(decision, _, again), Some(ballot)) = (question, state.ballot()) else { return false };
    let early = match state.phase() {
        Phase::Read | Phase::Think => true,
        Phase::Talk => again,
        _ => false,
    };
    let empty = tally_of(ballot, again).is_none_or(|tally| tally.sum() == 0);
    early && (decision as usize) >= ballot.decision && empty
}
