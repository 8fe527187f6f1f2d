//! What a host keeps, in a store of its own: in no record, export, journal or backup.

use super::rounds::Rounds;
use super::seats::Seats;
use super::{Closing, Dropped, Host, LONGEST_ROOM};
use crate::body::Shown;
use crate::chance::Now;
use crate::keys::{HostKeys, Key, RoomId};
use crate::line::Line;
use crate::link::Engine;
use crate::seal::{pack, unpack};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::error::Error;
use std::fmt;

const VERSION: u8 = 2;

/// A room as it is kept.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) keys: HostKeys,
    pub(super) secret: Key,
    pub(super) engine: Option<Engine>,
    pub(super) old: Vec<(RoomId, Key)>,
    pub(super) opened: u64,
    pub(super) start: u64,
    pub(super) people: u16,
    pub(super) door: bool,
    pub(super) stream: bool,
    pub(super) seats: Seats,
    pub(super) rounds: Rounds,
    pub(super) shown: Shown,
}

/// Why a room cannot be gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptError {
    /// A later version of the game kept it.
    Newer,
    /// It is not whole.
    Damaged,
    /// It is older than a day.
    Old,
}

impl fmt::Display for KeptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Newer => "a newer version of the game keeps this room",
            Self::Damaged => "what was kept of this room is damaged",
            Self::Old => "this room is older than a day: its keys are forgotten",
        })
    }
}

impl Error for KeptError {}

impl Host {
    /// What is to be kept.
    pub fn kept(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        out.extend_from_slice(&pack(&Kept {
            keys: self.keys.clone(),
            secret: self.secret.clone(),
            engine: self.engine.clone(),
            old: self.old.clone(),
            opened: self.opened,
            start: self.start,
            people: self.people,
            door: self.door,
            stream: self.stream,
            seats: self.seats.clone(),
            rounds: self.rounds.clone(),
            shown: self.shown.clone(),
        }));
        out
    }

    /// Goes on with a room. It gets a start of its own, after the one that is kept.
    ///
    /// # Errors
    /// [`KeptError`] says why not.
    pub fn resume(kept: &[u8], now: Now) -> Result<Self, KeptError> {
        let (version, rest) = kept.split_first().ok_or(KeptError::Damaged)?;
        if *version > VERSION {
            return Err(KeptError::Newer);
        }
        let kept: Kept = unpack(rest).filter(|_| *version == VERSION).ok_or(KeptError::Damaged)?;
        if now.wall.saturating_sub(kept.opened) > LONGEST_ROOM {
            return Err(KeptError::Old);
        }
        Ok(Self::of(kept, now))
    }

    /// A room with what is kept of it, from now on.
    pub(super) fn of(kept: Kept, now: Now) -> Self {
        let room = RoomId::of(&kept.keys.pin(), &kept.secret);
        let mut seats = kept.seats;
        seats.find_places();
        let filters = std::iter::once(room).chain(kept.old.iter().map(|(room, _)| *room));
        let filters = filters.map(|room| room.up_filter()).collect();
        Self {
            line: Line::new(filters, kept.engine.as_ref().and_then(|engine| engine.login.clone())),
            keys: kept.keys,
            secret: kept.secret,
            room,
            engine: kept.engine,
            old: kept.old,
            opened: kept.opened,
            began: now.run,
            start: now.wall.max(kept.start.saturating_add(1)),
            seq: 0,
            people: kept.people,
            door: kept.door,
            stream: kept.stream,
            seats,
            rounds: kept.rounds,
            shown: kept.shown,
            was_up: false,
            joins: VecDeque::new(),
            budget: (0, 0, 0),
            dropped: Dropped::default(),
            changed: true,
            told: 0,
            here: 0,
            unkept: true,
            kept: 0,
            to_tell: Vec::new(),
            to_clear: Vec::new(),
            resubscribe: false,
            closing: Closing::No,
        }
    }

    /// The start of the host whose bytes these are: a window that sees a later one than its own has been replaced.
    pub fn start_of(kept: &[u8]) -> Option<u64> {
        let (version, rest) = kept.split_first()?;
        (*version == VERSION).then_some(())?;
        Some(unpack::<Kept>(rest)?.start)
    }
}
