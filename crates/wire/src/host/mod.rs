//! The facilitator's side of the wire, as a machine: it takes what happens and says what is to be done.
//!
//! Commands (`show`, `open_round`, `admit` …) change what it knows; what follows from them goes out with the next
//! [`Host::take`], for which a tick will do.

mod hear;
mod kept;
mod rounds;
mod seats;
mod speak;

use kept::Kept;
pub use kept::KeptError;
pub use rounds::{Tally, Typed};
pub use seats::{MOST_SEATS, SeatView};

use crate::body::{Asks, Shown};
use crate::chance::{Chance, NoChance, Now};
use crate::keys::{HostKeys, Key, RoomId, SeatId};
use crate::line::{Heard, Line, Wire};
use crate::link::{Engine, Link};
use rounds::Rounds;
use seats::Seats;
use std::collections::VecDeque;

/// The most key agreements in a second: one takes almost a millisecond, and votes go first.
pub const AGREEMENTS_A_SECOND: u32 = 10;
/// The most frames that are opened in a second, of all seats and of one.
pub const OPENED_A_SECOND: (u32, u32) = (12_000, 2_000);
/// A room and its keys are forgotten after this many milliseconds.
pub const LONGEST_ROOM: u64 = 24 * 60 * 60 * 1000;
/// The most rooms of older codes in which seats are still looked for.
const MOST_OLD: usize = 8;

/// What is to be done, or what is to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Something for the socket.
    Wire(Wire),
    /// [`Host::kept`] has changed and is to be kept, in a store of its own.
    Keep,
    /// What was kept is to be forgotten: the room is closed.
    Wipe,
    /// Something for the facilitator's page.
    Event(Event),
}

/// What the facilitator's page may want to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Messages go through.
    Up,
    /// The connection is gone; it is tried again by itself.
    Down,
    /// Somebody joined, waits, or came back.
    Seats,
    /// Somebody answered.
    Said,
    /// The phones cannot be shown this: it has so many bytes.
    TooLong(usize),
    /// The device gives no random bytes any longer.
    NoChance,
    /// Another window has taken the room over.
    TakenOver,
    /// The room is closed, and nothing of it is known any more.
    Closed,
}

/// How many frames were not counted, and why, for whoever wonders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Kept by an engine from before, which no frame of a seat is.
    pub retained: u64,
    /// Of no seat, no room of this host, or no known length.
    pub foreign: u64,
    /// Beyond what is looked at in a second.
    pub busy: u64,
    /// Opened by no key.
    pub sealed: u64,
    /// Said before, or too late, or to no question that is open.
    pub late: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    No,
    /// How often it was said, and when next.
    Saying(u32, u64),
    Done,
}

/// The host of a room.
#[derive(Debug)]
pub struct Host {
    keys: HostKeys,
    secret: Key,
    room: RoomId,
    engine: Option<Engine>,
    /// Older codes, the latest last.
    old: Vec<(RoomId, Key)>,
    opened: u64,
    /// Since when this page has it, by the clock that nobody sets.
    began: u64,
    start: u64,
    seq: u64,
    people: u16,
    door: bool,
    stream: bool,
    seats: Seats,
    rounds: Rounds,
    shown: Shown,

    line: Line,
    was_up: bool,
    joins: VecDeque<(RoomId, SeatId, Vec<u8>)>,
    /// A second, how many keys were agreed in it, and how many frames were opened.
    budget: (u64, u32, u32),
    dropped: Dropped,
    changed: bool,
    told: u64,
    here: u16,
    unkept: bool,
    kept: u64,
    /// Seats that have to be told something: their answer, or the new code.
    to_tell: Vec<u16>,
    /// Rooms of older codes whose last state is to be cleared.
    to_clear: Vec<RoomId>,
    resubscribe: bool,
    closing: Closing,
}

impl Host {
    /// Opens a room for so many people. An engine without an address is the page's own host, which the phones' page knows
    /// by itself; it may still ask the facilitator for a login.
    ///
    /// # Errors
    /// [`NoChance`] where the device has no random bytes: there is no room then.
    pub fn open(people: u16, engine: Option<Engine>, now: Now, chance: &mut dyn Chance) -> Result<Self, NoChance> {
        let (keys, secret) = (HostKeys::random(chance)?, Key::random(chance)?);
        Ok(Self::of(
            Kept {
                keys,
                secret,
                engine,
                old: Vec::new(),
                opened: now.wall,
                start: 0,
                people,
                door: true,
                stream: false,
                seats: Seats::default(),
                rounds: Rounds::default(),
                shown: Shown::default(),
            },
            now,
        ))
    }

    /// The link by which phones enter, with an engine's seat login where phones need one. None of a stream, whose code
    /// everybody would see.
    pub fn link(&self, login: Option<(String, String)>) -> Option<Link> {
        (!self.stream).then(|| self.invitation(login))
    }

    /// The same link for those who are sent it one by one: of a stream, too, for it leads no further than to its waiting
    /// list.
    pub fn invitation(&self, login: Option<(String, String)>) -> Link {
        let engine = self.engine.as_ref().filter(|engine| !engine.address.is_empty());
        let engine = engine.map(|engine| Engine { address: engine.address.clone(), login });
        Link { pin: self.keys.pin(), secret: self.secret.clone(), engine }
    }

    /// Goes on by another engine, or as another user of it: the connection is opened anew.
    pub fn use_engine(&mut self, engine: Option<Engine>, now: Now) -> Vec<Effect> {
        if self.engine == engine || self.closing != Closing::No {
            return Vec::new();
        }
        let mut wires = Vec::new();
        self.line.end(now, &mut wires);
        let filters = std::iter::once(self.room).chain(self.old.iter().map(|(room, _)| *room));
        let login = engine.as_ref().and_then(|engine| engine.login.clone());
        self.line = Line::new(filters.map(|room| room.up_filter()).collect(), login);
        self.engine = engine;
        self.change();
        wires.into_iter().map(Effect::Wire).collect()
    }

    /// Where its messages go; no address where that is the page's own host.
    pub fn engine(&self) -> Option<&Engine> {
        self.engine.as_ref()
    }

    /// The room's name on the wire.
    pub fn room(&self) -> RoomId {
        self.room
    }

    /// The start that this host has given itself. A window that sees a later one in what is kept has been replaced.
    pub fn start(&self) -> u64 {
        self.start
    }

    /// Whether new seats enter without a tap.
    pub fn is_door_open(&self) -> bool {
        self.door
    }

    /// Whether messages go through.
    pub fn is_up(&self) -> bool {
        self.line.is_up()
    }

    /// The code with which a server refused the last try: 4 and 5 are a wrong user or password.
    pub fn refused(&self) -> Option<u8> {
        self.line.refused()
    }

    /// How many frames were not counted.
    pub fn dropped(&self) -> Dropped {
        self.dropped
    }

    /// All seats, by number.
    pub fn seats(&self, now: Now) -> Vec<SeatView> {
        self.seats.view(now.run)
    }

    /// How many people have answered the last question.
    pub fn said(&self) -> u16 {
        self.rounds.asked().map_or(0, |asked| asked.said)
    }

    /// What the last round came to; `None` as long as it is open.
    pub fn tally(&self) -> Option<Tally> {
        self.rounds.now.as_ref()?.tally()
    }

    /// How many went from one response to another between the last two votes, once the second is closed.
    pub fn moves(&self) -> Vec<(u8, u8, u16)> {
        self.rounds.moves()
    }

    /// The lines that were typed in the last round. They reach the stage after the facilitator's tap alone.
    pub fn typed(&self) -> Vec<Typed> {
        self.rounds.now.as_ref().map(|round| round.typed()).unwrap_or_default()
    }

    /// Says what the phones are to show.
    pub fn show(&mut self, shown: Shown) {
        if self.shown != shown {
            self.shown = shown;
            self.change();
        }
    }

    /// Says how many people are in the room.
    pub fn set_people(&mut self, people: u16) {
        self.people = people;
        self.change();
    }

    /// Opens or closes the door.
    pub fn set_door(&mut self, open: bool) {
        self.door = open;
        self.change();
    }

    /// Says whether the window is shared with others: there is no link then, and all who come wait.
    pub fn set_stream(&mut self, stream: bool) {
        self.stream = stream;
        self.change();
    }

    /// Lets a seat in that waits.
    pub fn admit(&mut self, number: u16) {
        if let Some(seat) = self.seats.get_mut(number).filter(|seat| !seat.admitted) {
            seat.admitted = true;
            self.to_tell.push(number);
            self.change();
        }
    }

    /// Asks something. The first vote closes the door. The round's number is answered.
    pub fn open_round(&mut self, asks: Asks, now: Now) -> u64 {
        if matches!(asks, Asks::Choice { .. }) {
            self.door = false;
        }
        self.change();
        self.rounds.open(asks, now.wall)
    }

    /// Closes the round: what comes later counts for nothing.
    pub fn close_round(&mut self) -> Option<Tally> {
        let round = self.rounds.now.as_mut()?;
        round.open = false;
        let tally = round.tally();
        self.change();
        tally
    }

    /// Makes a new code, for all seats that are let in but these. Those and whoever waits are forgotten.
    ///
    /// # Errors
    /// [`NoChance`] where the device has no random bytes: the code stays as it is.
    pub fn new_code(&mut self, without: &[u16], chance: &mut dyn Chance) -> Result<(), NoChance> {
        let secret = Key::random(chance)?;
        let room = RoomId::of(&self.keys.pin(), &secret);
        for number in without {
            self.rounds.forget(*number);
        }
        self.seats.drop_where(|number, _| without.contains(&number), true);
        self.seats.drop_where(|_, seat| !seat.admitted, false);
        let old = (std::mem::replace(&mut self.room, room), std::mem::replace(&mut self.secret, secret));
        self.to_clear.push(old.0);
        self.old.push(old);
        if self.old.len() > MOST_OLD {
            self.old.remove(0);
        }
        self.joins.clear();
        self.to_tell = self.seats.numbers();
        (self.resubscribe, self.kept) = (true, 0);
        self.change();
        Ok(())
    }

    /// Closes the room. Phones are told, and everything is forgotten a few seconds later.
    pub fn close(&mut self, now: Now) {
        if self.closing == Closing::No {
            self.closing = Closing::Saying(0, now.run);
        }
    }

    /// Says that what is kept shows a host of a later start: this one must be silent.
    pub fn replaced(&mut self, start: u64, now: Now) -> Vec<Effect> {
        let mut out = Vec::new();
        if start > self.start && self.closing != Closing::Done {
            self.closing = Closing::Done;
            let mut wires = Vec::new();
            self.line.end(now, &mut wires);
            out.extend(wires.into_iter().map(Effect::Wire));
            out.push(Effect::Event(Event::TakenOver));
        }
        out
    }

    /// Takes what happened to the connection, or a tick.
    pub fn take(&mut self, heard: Heard<'_>, now: Now, chance: &mut dyn Chance) -> Vec<Effect> {
        let mut out = Vec::new();
        if self.closing != Closing::Done && self.go_on(heard, now, chance, &mut out).is_err() {
            out.push(Effect::Event(Event::NoChance));
        }
        out
    }

    fn change(&mut self) {
        self.changed = true;
        self.unkept = true;
    }

    fn go_on(
        &mut self,
        heard: Heard<'_>,
        now: Now,
        chance: &mut dyn Chance,
        out: &mut Vec<Effect>,
    ) -> Result<(), NoChance> {
        let (mut got, mut wires) = (Vec::new(), Vec::new());
        let ready = self.line.take(heard, now, chance, &mut got, &mut wires)?;
        out.extend(wires.into_iter().map(Effect::Wire));
        // Whoever subscribes while a host is away finds what it told last.
        self.changed |= ready;
        if self.was_up != self.line.is_up() {
            self.was_up = !self.was_up;
            out.push(Effect::Event(if self.was_up { Event::Up } else { Event::Down }));
        }
        for publish in got {
            self.hear(&publish, now, out);
        }
        self.agree(now, chance, out)?;
        self.speak(now, chance, out)
    }
}
