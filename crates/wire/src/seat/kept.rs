//! What a phone keeps, so that a reload, a call, or another network is the same seat.

use super::{Given, Mine, Note, Seat};
use crate::chance::Now;
use crate::host::LONGEST_ROOM;
use crate::join::{Agreements, Way};
use crate::keys::Key;
use crate::link::Link;
use crate::seal::{pack, unpack};
use crate::state::Order;
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;

const VERSION: u8 = 2;

#[derive(Serialize, Deserialize)]
struct Kept {
    at: u64,
    link: Link,
    key: Key,
    way: Option<Way>,
    agreed: Agreements,
    given: Option<Given>,
    answered: Order,
    newest: Order,
    n: u64,
    mine: Option<Mine>,
    notes: Vec<Note>,
}

/// Why a seat cannot be gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptError {
    /// A later version of this page kept it.
    Newer,
    /// It is not whole.
    Damaged,
    /// It is older than a day, or of a time that has not come.
    Old,
}

impl fmt::Display for KeptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Newer => "a newer version of this page keeps this seat",
            Self::Damaged => "what was kept of this seat is damaged",
            Self::Old => "this seat is older than a day: it is forgotten",
        })
    }
}

impl Error for KeptError {}

fn read(kept: &[u8]) -> Result<Kept, KeptError> {
    let (version, rest) = kept.split_first().ok_or(KeptError::Damaged)?;
    if *version > VERSION {
        return Err(KeptError::Newer);
    }
    unpack(rest).filter(|_| *version == VERSION).ok_or(KeptError::Damaged)
}

impl Seat {
    /// What is to be kept.
    pub fn kept(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        out.extend_from_slice(&pack(&Kept {
            at: self.kept_at,
            link: self.link.clone(),
            key: self.key.clone(),
            way: self.way,
            agreed: self.agreed.clone(),
            given: self.given,
            answered: self.answered,
            newest: self.watch.newest(),
            n: self.n,
            mine: self.mine.clone(),
            notes: self.notes.clone(),
        }));
        out
    }

    /// Goes on with a seat that was kept: with that of a link, where one was opened, or with any.
    ///
    /// # Errors
    /// [`KeptError`] says why not. A seat of another room is [`KeptError::Old`].
    pub fn resume(kept: &[u8], link: Option<&Link>, now: Now) -> Result<Self, KeptError> {
        let kept = read(kept)?;
        // A clock that was set back must not keep a seat for ever.
        let age = now.wall.abs_diff(kept.at);
        // A link with an older code leads to the same room, whose seat knows the newer one.
        if age > LONGEST_ROOM || link.is_some_and(|link| link.pin != kept.link.pin) {
            return Err(KeptError::Old);
        }
        let mut seat = Self::with(kept.link, kept.key, kept.newest, now);
        seat.kept_at = kept.at;
        (seat.way, seat.agreed, seat.given, seat.answered) = (kept.way, kept.agreed, kept.given, kept.answered);
        (seat.n, seat.mine, seat.notes) = (kept.n, kept.mine, kept.notes);
        if let Some(mine) = &mut seat.mine {
            // What the host has is for its next state to say.
            mine.counted = false;
        }
        Ok(seat)
    }

    /// Takes what another tab of this phone has kept, so that both say the same.
    pub fn other(&mut self, kept: &[u8], now: Now) {
        let Ok(kept) = read(kept) else {
            return;
        };
        if kept.link.pin != self.link.pin || kept.link.secret != self.link.secret || self.over {
            return;
        }
        self.n = self.n.max(kept.n);
        if crate::SeatId::of(&crate::keys::public_of(&kept.key)) != self.id {
            return;
        }
        let mut others = kept.agreed;
        if kept.given.is_some() && (self.given.is_none() || kept.answered > self.answered) {
            // The later answer says what the host has now: both tabs come to speak under the same keys.
            if self.given.is_none() {
                (self.way, self.joining) = (kept.way, None);
            }
            (self.given, self.answered) = (kept.given, kept.answered);
            std::mem::swap(&mut self.agreed, &mut others);
        }
        for agreed in others.iter() {
            self.agreed.add(agreed.clone());
        }
        let is_later = |other: &Mine| match &self.mine {
            // Two tabs may have given one number to two answers: what was counted is what was said.
            Some(mine) if mine.n == other.n => mine.said != other.said && other.counted && !mine.counted,
            Some(mine) => other.n > mine.n,
            None => true,
        };
        if let Some(mine) = kept.mine.filter(is_later) {
            self.mine = Some(Mine { counted: false, ..mine });
            (self.due, self.tries) = (now.run, 0);
            if let Some(state) = self.state.take() {
                self.receive(state);
            }
        }
    }
}
