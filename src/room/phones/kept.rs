//! What is kept of phones, in a place of its own: the room's keys are in no session's record and leave the device in no file.

use super::model::{Room, Typed};
use super::question::Question;
use super::{Means, Phones};
use serde::{Deserialize, Serialize};
use wire::Now;
use wire::host::{Host, LONGEST_ROOM};

const VERSION: u8 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    /// Since when, in milliseconds since 1970.
    pub(super) since: u64,
    pub(super) means: Means,
    pub(super) token: Option<String>,
    pub(super) engine: Typed,
    pub(super) room: Option<KeptRoom>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct KeptRoom {
    pub(super) session: String,
    small: bool,
    stream: bool,
    asked: Option<Question>,
    counted: Vec<(Question, Vec<u16>)>,
    floor: u32,
    shown: Vec<(u32, String)>,
    hidden: Vec<u32>,
    host: Vec<u8>,
}

impl Phones {
    /// What is to be kept; `None` where there is nothing. A room that is not gone on with yet stays, as long as its session
    /// is there.
    pub(super) fn kept(&self, is_there: impl Fn(&str) -> bool) -> Option<String> {
        let room = match &self.room {
            Some(room) if room.closing => None,
            Some(room) => Some(KeptRoom::of(room)),
            None => {
                let stored = self.stored.as_deref().and_then(|stored| Kept::read(stored, self.now)?.room);
                stored.filter(|room| is_there(&room.session))
            }
        };
        if room.is_none() && self.token.is_none() {
            return None;
        }
        let (token, engine) = (self.token.clone(), self.engine.clone());
        let kept = Kept { since: self.since, means: self.means, token, engine, room };
        let mut out = vec![VERSION];
        out.extend(postcard::to_allocvec(&kept).unwrap_or_default());
        Some(text(&out))
    }
}

impl Kept {
    /// Reads what is kept. `None` where it is of another version, not whole, or older than a day.
    pub(super) fn read(kept: &str, now: Now) -> Option<Self> {
        let bytes = bytes(kept)?;
        let (VERSION, rest) = bytes.split_first().map(|(version, rest)| (*version, rest))? else { return None };
        let kept: Self = postcard::from_bytes(rest).ok()?;
        (now.wall.saturating_sub(kept.since) <= LONGEST_ROOM).then_some(kept)
    }
}

impl KeptRoom {
    fn of(room: &Room) -> Self {
        KeptRoom {
            session: room.session.clone(),
            small: room.small,
            stream: room.stream,
            asked: room.asked,
            counted: room.counted.clone(),
            floor: room.floor as u32,
            shown: room.shown.clone(),
            hidden: room.hidden.clone(),
            host: room.host.kept(),
        }
    }

    /// The room, gone on with.
    pub(super) fn resume(self, now: Now) -> Option<Room> {
        let host = Host::resume(&self.host, now).ok()?;
        Some(Room {
            small: self.small,
            stream: self.stream,
            asked: self.asked,
            counted: self.counted,
            floor: self.floor as usize,
            shown: self.shown,
            hidden: self.hidden,
            ..Room::of(self.session, host)
        })
    }
}

/// Bytes as a text of as many signs, which is what a browser keeps and says.
pub(super) fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|sign| u8::try_from(u32::from(sign)).ok()).collect()
}
