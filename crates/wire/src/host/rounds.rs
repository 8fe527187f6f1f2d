//! Rounds: what is asked, who has answered, and what it comes to once it is closed.

use crate::body::{Asked, Asks, FEWEST, HIGHEST_RATING, plain_line};
use crate::up::Said;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a closed round came to. It knows no seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The round.
    pub round: u64,
    /// How many people answered.
    pub voices: u32,
    /// How many answered what: responses or words in their order, or the five values of the first row, then of the second.
    pub counts: Vec<u16>,
}

impl Tally {
    /// The counts, where there are enough voices to show them apart, or the room was told before that it is small.
    pub fn shown(&self, small_groups: bool) -> Option<&[u16]> {
        (small_groups || self.voices >= FEWEST).then_some(&self.counts)
    }
}

/// A line that was typed, and a name for it that tells nothing of its seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What to call it.
    pub id: u32,
    /// The line, as it may be shown.
    pub text: String,
}

/// An answer, and how many people it counts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Voice {
    people: u16,
    id: u32,
    said: Said,
}

/// One question, and its answers by seat.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Round {
    pub(super) number: u64,
    pub(super) asks: Asks,
    pub(super) open: bool,
    voices: BTreeMap<u16, Voice>,
}

/// The rounds of a room: the last one, and the one before it, which tells who moved.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Rounds {
    last: u64,
    pub(super) now: Option<Round>,
    before: Option<Round>,
}

impl Rounds {
    /// Opens a round. Its number is given once, also where what is kept is older than what was.
    pub(super) fn open(&mut self, asks: Asks, wall: u64) -> u64 {
        self.last = wall.max(self.last.saturating_add(1));
        let round = Round { number: self.last, asks, open: true, voices: BTreeMap::new() };
        self.before = self.now.replace(round);
        self.last
    }

    /// Takes an answer. Whether it counts is said.
    pub(super) fn take(&mut self, number: u64, seat: u16, people: u16, id: u32, said: &Said) -> bool {
        let Some(round) = self.now.as_mut().filter(|round| round.open && round.number == number) else {
            return false;
        };
        let counts = round.asks.accepts(said);
        if counts {
            round.voices.insert(seat, Voice { people, id, said: said.clone() });
        }
        counts
    }

    /// Whether this is what a seat has said in the last round, be it open or closed.
    pub(super) fn holds(&self, number: u64, seat: u16, said: &Said) -> bool {
        let round = self.now.as_ref().filter(|round| round.number == number);
        round.and_then(|round| round.voices.get(&seat)).is_some_and(|voice| voice.said == *said)
    }

    /// Takes back what a seat said in the open round.
    pub(super) fn forget(&mut self, seat: u16) {
        for round in [&mut self.now, &mut self.before].into_iter().flatten() {
            round.voices.remove(&seat);
        }
    }

    pub(super) fn asked(&self) -> Option<Asked> {
        let round = self.now.as_ref()?;
        let said = u16::try_from(round.voices()).unwrap_or(u16::MAX);
        Some(Asked { round: round.number, asks: round.asks.clone(), open: round.open, said })
    }

    /// How many went from one response to another between the last two rounds, where both were votes on one step.
    pub(super) fn moves(&self) -> Vec<(u8, u8, u16)> {
        let (Some(now), Some(before)) = (&self.now, &self.before) else {
            return Vec::new();
        };
        if now.open || !matches!(now.asks, Asks::Choice { again: true, .. }) {
            return Vec::new();
        }
        let mut moves: BTreeMap<(u8, u8), u16> = BTreeMap::new();
        for (seat, voice) in &now.voices {
            if let (Some(Said::Vote(from)), Said::Vote(to)) =
                (before.voices.get(seat).map(|one| &one.said), &voice.said)
                && from != to
            {
                *moves.entry((*from, *to)).or_default() += voice.people;
            }
        }
        moves.into_iter().map(|((from, to), people)| (from, to, people)).collect()
    }
}

impl Round {
    fn voices(&self) -> u32 {
        self.voices.values().map(|voice| u32::from(voice.people)).sum()
    }

    /// What the round comes to, once it is closed.
    pub(super) fn tally(&self) -> Option<Tally> {
        if self.open {
            return None;
        }
        let places = match &self.asks {
            Asks::Choice { offered, .. } => usize::from(*offered),
            Asks::Rating { .. } => 2 * usize::from(HIGHEST_RATING),
            Asks::Reaction(words) => words.len(),
            Asks::Line { .. } => 0,
        };
        let mut counts = vec![0_u16; places];
        let mut add = |place: usize, people: u16| {
            if let Some(count) = counts.get_mut(place) {
                *count = count.saturating_add(people);
            }
        };
        for voice in self.voices.values() {
            match &voice.said {
                Said::Vote(place) | Said::Reaction(place) => add(usize::from(*place), voice.people),
                Said::Rating(values) => {
                    for (row, value) in values.iter().enumerate() {
                        let row = row * usize::from(HIGHEST_RATING);
                        add(row + usize::from(value.saturating_sub(1)), voice.people);
                    }
                }
                Said::Line(_) | Said::Here(_) => {}
            }
        }
        Some(Tally { round: self.number, voices: self.voices(), counts })
    }

    /// The lines that were typed, in the order of their letters, which tells nobody who was first.
    pub(super) fn typed(&self) -> Vec<Typed> {
        let mut typed: Vec<Typed> = Vec::new();
        for voice in self.voices.values() {
            if let Said::Line(text) = &voice.said {
                typed.push(Typed { id: voice.id, text: plain_line(text) });
            }
        }
        typed.sort_by(|one, other| one.text.cmp(&other.text).then(one.id.cmp(&other.id)));
        typed
    }
}
