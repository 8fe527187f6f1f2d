//! A phone's side of the wire, as a machine: it takes what happens and says what is to be done.

mod hear;
mod kept;
mod mine;
mod speak;

pub use kept::KeptError;
pub use mine::{Mine, Note};

use crate::body::State;
use crate::chance::{Chance, NoChance, Now};
use crate::join::{Agreed, Agreements, Way};
use crate::keys::{Key, RoomId, SeatId, public_of};
use crate::line::{Heard, Line, Wire};
use crate::link::Link;
use crate::state::{Order, Watch};
use crate::up::Said;
use serde::{Deserialize, Serialize};

/// Without a fresh state for so long, in milliseconds, a phone says that it is not connected.
pub const FRESH: u64 = 12_000;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Something for the socket.
    Wire(Wire),
    /// [`Seat::kept`] has changed and is to be kept on this phone.
    Keep,
    /// What was kept is to be forgotten.
    Wipe,
}

/// What the host has given a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Its number.
    pub number: u16,
    /// Two words by which the facilitator can tell the phone.
    pub words: [u8; 2],
    /// Whether it is let in, or waits.
    pub admitted: bool,
}

/// Why nothing comes or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The device gives no random bytes, so that nothing can be sealed.
    NoChance,
    /// The room speaks a version of the protocol that this page does not.
    Version,
    /// The server wants another user or password.
    Refused,
    /// The server was never reached: the network may keep devices apart.
    Unreachable,
    /// The phone's own connection is gone.
    Lost,
    /// The server is there, and the facilitator's page is silent.
    HostSilent,
}

/// Where a phone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has not seen the room yet.
    Looking,
    /// It sees the room, and nobody has pressed *Join*.
    Found,
    /// It has asked to join.
    Joining,
    /// It waits for the facilitator.
    Waiting,
    /// It is let in.
    In,
    /// The room is over.
    Over,
}

/// A join that was sent.
#[derive(Debug)]
struct Joining {
    agreed: Agreed,
    frame: Vec<u8>,
    due: u64,
    tries: u32,
}

/// A phone in a room.
#[derive(Debug)]
pub struct Seat {
    link: Link,
    room: RoomId,
    key: Key,
    id: SeatId,
    line: Line,
    watch: Watch,
    began: u64,
    kept_at: u64,

    way: Option<Way>,
    joining: Option<Joining>,
    /// The joins that were answered, the last in front. Under the keys of those before it a receipt may still come.
    agreed: Agreements,
    given: Option<Given>,
    /// The start and the number of the state that the latest answer named.
    answered: Order,

    state: Option<State>,
    fresh: Option<u64>,
    other_version: bool,
    no_chance: bool,
    over: bool,

    n: u64,
    here: u64,
    mine: Option<Mine>,
    due: u64,
    tries: u32,
    notes: Vec<Note>,
    /// Whether its owner has said something since it was kept.
    unkept: bool,
}

fn line_of(room: RoomId, id: SeatId, link: &Link) -> Line {
    let login = link.engine.as_ref().and_then(|engine| engine.login.clone());
    Line::new(filters(room, id), login)
}

fn filters(room: RoomId, id: SeatId) -> Vec<String> {
    vec![room.state_topic(), room.down_topic(id)]
}

impl Seat {
    /// A phone that has just opened a link.
    ///
    /// # Errors
    /// [`NoChance`] where the device has no random bytes.
    pub fn new(link: Link, now: Now, chance: &mut dyn Chance) -> Result<Self, NoChance> {
        Ok(Self::with(link, Key::random(chance)?, (0, 0), now))
    }

    fn with(link: Link, key: Key, newest: Order, now: Now) -> Self {
        let (room, id) = (link.room(), SeatId::of(&public_of(&key)));
        Self {
            line: line_of(room, id, &link),
            watch: Watch::new(link.pin, (room, &link.secret), newest),
            link,
            room,
            key,
            id,
            began: now.run,
            kept_at: now.wall,
            way: None,
            joining: None,
            agreed: Agreements::default(),
            given: None,
            answered: (0, 0),
            state: None,
            fresh: None,
            other_version: false,
            no_chance: false,
            over: false,
            n: 0,
            here: 0,
            mine: None,
            due: 0,
            tries: 0,
            notes: Vec::new(),
            unkept: false,
        }
    }

    /// The room's link, as it is now.
    pub fn link(&self) -> &Link {
        &self.link
    }

    /// The seat's name on the wire.
    pub fn id(&self) -> SeatId {
        self.id
    }

    /// The last state, however old.
    pub fn state(&self) -> Option<&State> {
        self.state.as_ref()
    }

    /// What the host has given.
    pub fn given(&self) -> Option<Given> {
        self.given
    }

    /// How somebody takes part, once they have said so.
    pub fn way(&self) -> Option<Way> {
        self.way
    }

    /// The answer to the last question that was answered.
    pub fn mine(&self) -> Option<&Mine> {
        self.mine.as_ref()
    }

    /// Whether an answer stands as counted in a state that is fresh.
    pub fn is_sent(&self, now: Now) -> bool {
        self.is_fresh(now) && self.mine.as_ref().is_some_and(|mine| mine.counted)
    }

    /// Whether an answer was sent more than once without a receipt.
    pub fn is_slow(&self) -> bool {
        self.tries > 1
    }

    /// Keeps a line on this phone, and sends it to nobody: a promise that its owner keeps to themselves. It is one for each
    /// round.
    pub fn keep_line(&mut self, text: &str) {
        let asked = self.state.as_ref().and_then(|state| state.asked.as_ref());
        if let Some(note) = asked.and_then(|asked| Note::kept(asked, text)) {
            note.add_to(&mut self.notes);
            self.unkept = true;
        }
    }

    /// What was answered in rounds that are closed, the earliest first.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Whether a state came lately.
    pub fn is_fresh(&self, now: Now) -> bool {
        self.fresh.is_some_and(|fresh| now.run < fresh + FRESH)
    }

    /// Where the phone stands.
    pub fn standing(&self) -> Standing {
        match (self.over, self.given, self.way) {
            (true, ..) => Standing::Over,
            (_, Some(Given { admitted: true, .. }), _) => Standing::In,
            (_, Some(_), _) => Standing::Waiting,
            (_, None, Some(_)) => Standing::Joining,
            _ if self.state.is_some() => Standing::Found,
            _ => Standing::Looking,
        }
    }

    /// What keeps messages from coming, once that has lasted.
    pub fn trouble(&self, now: Now) -> Option<Trouble> {
        if self.over {
            return None;
        }
        if self.no_chance {
            return Some(Trouble::NoChance);
        }
        if self.is_fresh(now) {
            return None;
        }
        let waited = now.run >= self.fresh.unwrap_or(self.began) + FRESH;
        match self.line.is_up() {
            _ if self.other_version => Some(Trouble::Version),
            false if matches!(self.line.refused(), Some(4 | 5)) => Some(Trouble::Refused),
            _ if !waited => None,
            true => Some(Trouble::HostSilent),
            false if self.line.was_up() => Some(Trouble::Lost),
            false => Some(Trouble::Unreachable),
        }
    }

    /// Joins, in some way.
    pub fn join(&mut self, way: Way) {
        if self.given.is_none() && !self.over {
            (self.way, self.unkept) = (Some(way), true);
        }
    }

    /// Answers the question that is open. Whether it is open, and the answer fits it, is said.
    pub fn say(&mut self, said: Said, now: Now) -> bool {
        let asked = self.state.as_ref().and_then(|state| state.asked.as_ref());
        let Some(asked) = asked.filter(|asked| asked.open && asked.asks.accepts(&said)) else {
            return false;
        };
        if self.standing() != Standing::In {
            return false;
        }
        if self.mine.as_ref().is_some_and(|mine| mine.round == asked.round && mine.said == said) {
            return true;
        }
        self.n = now.wall.max(self.n.saturating_add(1));
        self.mine = Some(Mine { round: asked.round, n: self.n, said, counted: false, late: false });
        (self.due, self.tries, self.unkept) = (now.run, 0, true);
        true
    }

    /// Forgets all of it.
    pub fn erase(&mut self, now: Now) -> Vec<Effect> {
        let mut wires = Vec::new();
        self.line.end(now, &mut wires);
        self.forget();
        self.notes.clear();
        (self.state, self.mine) = (None, None);
        wires.into_iter().map(Effect::Wire).chain([Effect::Wipe]).collect()
    }

    fn forget(&mut self) {
        self.over = true;
        (self.agreed, self.joining, self.given) = (Agreements::default(), None, None);
        self.key = Key::new([0; 32]);
        self.link.secret = Key::new([0; 32]);
        self.watch.follow((self.room, &self.link.secret));
    }

    /// Takes what happened to the connection, or a tick.
    pub fn take(&mut self, heard: Heard<'_>, now: Now, chance: &mut dyn Chance) -> Vec<Effect> {
        let mut out = Vec::new();
        if !self.over {
            self.no_chance = self.go_on(heard, now, chance, &mut out).is_err();
        }
        out
    }

    fn go_on(
        &mut self,
        heard: Heard<'_>,
        now: Now,
        chance: &mut dyn Chance,
        out: &mut Vec<Effect>,
    ) -> Result<(), NoChance> {
        let (mut got, mut wires) = (Vec::new(), Vec::new());
        if self.line.take(heard, now, chance, &mut got, &mut wires)? {
            // Whatever waits for a connection goes out at once.
            (self.due, self.tries, self.here) = (now.run, 0, 0);
            if let Some(joining) = &mut self.joining {
                joining.due = now.run;
            }
        }
        for publish in got {
            if publish.topic == self.room.state_topic() {
                self.hear_state(&publish.payload, now, &mut wires, out);
            } else if publish.topic == self.room.down_topic(self.id) {
                self.hear_down(&publish.payload, now, chance, &mut wires, out)?;
            }
        }
        if !self.over {
            // Kept before it is sent: a page may go while there is nothing to send it on.
            if std::mem::take(&mut self.unkept) {
                out.push(Effect::Keep);
            }
            self.speak(now, chance, &mut wires)?;
        }
        out.extend(wires.into_iter().map(Effect::Wire));
        Ok(())
    }
}
