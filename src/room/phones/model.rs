//! What a window knows of phones, and what the facilitator can do with them.

use super::question::{self, Question};
use super::{Board, Served};
use serde::{Deserialize, Serialize};
use session::{Note, State};
use wire::host::{Host, SeatView};
use wire::{Engine, Now};

/// How people answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Means {
    /// By show of hands alone.
    #[default]
    Hands,
    /// By phone alone.
    Phones,
    /// By phone, and by show of hands where somebody has none.
    Both,
}

impl Means {
    /// All of them.
    pub const ALL: [Means; 3] = [Means::Hands, Means::Phones, Means::Both];
}

/// A field of the settings of an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EngineField {
    /// Its address.
    Address,
    /// The facilitator's user.
    User,
    /// The facilitator's password.
    Password,
    /// The phones' user, where they need one.
    SeatUser,
    /// The phones' password.
    SeatPassword,
}

impl EngineField {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [EngineField; 5] = [Self::Address, Self::User, Self::Password, Self::SeatUser, Self::SeatPassword];
}

/// What the facilitator typed of an engine, in the order of [`EngineField::ALL`].
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed([String; 5]);

/// Passwords are in no trace.
impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed")
    }
}

impl Typed {
    /// What a field holds.
    pub fn field(&self, field: EngineField) -> &str {
        &self.0[field as usize]
    }

    pub(super) fn set(&mut self, field: EngineField, text: String) {
        self.0[field as usize] = text;
    }

    /// Whether no engine is named.
    pub fn is_empty(&self) -> bool {
        self.field(EngineField::Address).trim().is_empty()
    }

    fn login(&self, user: EngineField, password: EngineField) -> Option<(String, String)> {
        let user = self.field(user).trim();
        (!user.is_empty()).then(|| (user.to_owned(), self.field(password).to_owned()))
    }

    /// The phones' login.
    pub(super) fn of_seats(&self) -> Option<(String, String)> {
        self.login(EngineField::SeatUser, EngineField::SeatPassword).filter(|_| !self.is_empty())
    }

    /// The engine as the facilitator enters it; `None` where the address is none of a WebSocket.
    pub(super) fn engine(&self) -> Option<Engine> {
        let address = self.field(EngineField::Address).trim();
        let rest = address.strip_prefix("wss://").or_else(|| address.strip_prefix("ws://"))?;
        let plain = !rest.is_empty() && address.chars().all(|sign| !sign.is_control() && !sign.is_whitespace());
        let login = self.login(EngineField::User, EngineField::Password);
        plain.then(|| Engine { address: address.to_owned(), login })
    }
}

/// What the facilitator does.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The program that serves this page knows the facilitator by this.
    Token(String),
    /// Where this page is, up to its file's name.
    Base(String),
    /// How people answer.
    Means(Means),
    /// Something is typed of an engine.
    Engine(EngineField, String),
    /// Phones are let join.
    Open,
    /// New phones enter by themselves, or wait.
    Door(bool),
    /// The window is shown to people far away.
    Stream(bool),
    /// Groups of fewer than five are shown, and the room was told so.
    Small(bool),
    /// The phone that waits under this number is let in.
    Admit(u16),
    /// All phones that wait are let in.
    AdmitAll,
    /// The phone of this number is to go, by a new code.
    Remove(u16),
    /// A new code, for whoever is not in.
    NewCode,
    /// The question is closed, and what phones said of it counted.
    Count,
    /// The question is asked anew.
    Again,
    /// A line that was typed becomes a note.
    Show(u32, Note),
    /// A line is not to be shown.
    Hide(u32),
    /// All lines that were hidden come back.
    Unhide,
    /// A line is picked to be merged with others, or no longer.
    Pick(u32),
    /// The lines that are picked become one note.
    Merge(Note),
    /// The room is over for phones.
    Close,
    /// What the program that serves this page answered; `None` where it did not.
    Served(Option<String>),
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing carries the messages: neither the program that serves this page nor an engine.
    NoEngine,
    /// The engine's address is none of a WebSocket.
    BadAddress,
    /// The device gives no random numbers.
    NoChance,
    /// The user or the password is wrong.
    Refused,
    /// Nothing goes through yet.
    Connecting,
    /// Nothing goes through any more.
    Down,
    /// No phone has been heard of lately.
    NoPhone,
    /// What is kept of the room cannot be gone on with: phones join anew.
    Lost,
}

/// An open room.
#[derive(Debug)]
pub(in super::super) struct Room {
    /// The session whose room it is.
    pub(super) session: String,
    pub(super) host: Host,
    pub(super) small: bool,
    pub(super) stream: bool,
    pub(super) closing: bool,
    /// What was asked last.
    pub(super) asked: Option<Question>,
    /// What phones came to of questions that are closed: so much of what stands in the session is theirs.
    pub(super) counted: Vec<(Question, Vec<u16>)>,
    /// How many acts of the session cannot be undone one by one, because counts of phones are among them.
    pub(super) floor: usize,
    /// Lines that became notes, as they were then.
    pub(super) shown: Vec<(u32, String)>,
    pub(super) hidden: Vec<u32>,
    pub(super) picked: Vec<u32>,
    pub(super) people: Option<u16>,
    /// How much is left out of what the phones are shown, because it was too long: the situation, then the responses.
    pub(super) short: u8,
    /// Which link the program that serves the page was told, and when it was asked last.
    pub(super) told: Option<String>,
    pub(super) asked_at: Option<u64>,
    pub(super) was_up: bool,
    pub(super) no_chance: bool,
}

impl Room {
    pub(super) fn of(session: String, host: Host) -> Self {
        Room {
            session,
            host,
            small: false,
            stream: false,
            closing: false,
            asked: None,
            counted: Vec::new(),
            floor: 0,
            shown: Vec::new(),
            hidden: Vec::new(),
            picked: Vec::new(),
            people: None,
            short: 0,
            told: None,
            asked_at: None,
            was_up: false,
            no_chance: false,
        }
    }

    /// The question of the phase, as long as it is open to phones.
    pub(super) fn open(&self, state: &State) -> Option<Question> {
        let asked = self.asked.filter(|asked| question::of(state) == Some(*asked));
        asked.filter(|_| self.host.tally().is_none() && !self.closing)
    }

    /// What phones came to of a question that is closed.
    pub(super) fn counted(&self, question: Question) -> Option<&[u16]> {
        self.counted.iter().find(|(of, _)| *of == question).map(|(_, counts)| counts.as_slice())
    }
}

/// What a window knows of phones.
#[derive(Debug, Default)]
pub struct Phones {
    pub(super) means: Means,
    pub(super) engine: Typed,
    pub(super) token: Option<String>,
    pub(super) base: String,
    pub(super) since: u64,
    pub(super) room: Option<Room>,
    /// What is kept, as this window knows it.
    pub(super) stored: Option<String>,
    /// Whether what is kept was read, and for which session last.
    pub(super) read: bool,
    pub(super) looked: Option<String>,
    /// What waits for time and chance.
    pub(super) opening: bool,
    pub(super) new_code: Option<Vec<u16>>,
    pub(super) resting: bool,
    pub(super) served: Option<Served>,
    pub(super) trouble: Option<Trouble>,
    /// Since when nothing goes through, or no phone is there, in seconds since 1970.
    pub(super) silent: Option<u64>,
    /// How many hands were left out when the last question was closed.
    pub(super) left_out: u32,
    pub(super) now: Now,
    /// What the other windows were told last.
    pub(super) told: Option<Board>,
    /// What another window told, and when.
    pub(super) heard: Option<(u64, Board)>,
    /// Counts what may have changed on the page.
    pub(super) changes: u64,
}

impl Phones {
    /// How people answer.
    pub fn means(&self) -> Means {
        self.means
    }

    /// What was typed of an engine.
    pub fn engine(&self) -> &Typed {
        &self.engine
    }

    /// Whether the program that serves this page carries the messages.
    pub fn is_served(&self) -> bool {
        self.token.is_some()
    }

    /// What that program says of itself.
    pub fn served(&self) -> Option<&Served> {
        self.served.as_ref()
    }

    /// Whether phones can join this session, or are about to.
    pub fn is_open(&self) -> bool {
        self.room.as_ref().is_some_and(|room| !room.closing) || self.opening
    }

    /// Whether phones are being told that the room is over.
    pub fn is_closing(&self) -> bool {
        self.room.as_ref().is_some_and(|room| room.closing)
    }

    /// Whether nothing is to be done as time goes on.
    pub fn is_idle(&self) -> bool {
        self.room.is_none() && !self.opening && !self.resting && self.stored.is_none()
    }

    /// Counts what may have changed on the page.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Where the socket is to be opened; `None` where it is beside this page.
    pub fn socket(&self) -> Option<&str> {
        let engine = self.room.as_ref()?.host.engine()?;
        Some(engine.address.as_str()).filter(|address| !address.is_empty())
    }

    /// What is wrong, and since when in seconds since 1970, where that is known.
    pub fn trouble(&self) -> Option<(Trouble, Option<u64>)> {
        self.trouble.map(|trouble| (trouble, self.silent.filter(|_| self.is_open())))
    }

    /// All seats, by number.
    pub fn seats(&self) -> Vec<SeatView> {
        self.room.as_ref().map(|room| room.host.seats(self.now)).unwrap_or_default()
    }

    /// Whether new phones enter by themselves.
    pub fn is_door_open(&self) -> bool {
        self.room.as_ref().is_some_and(|room| room.host.is_door_open())
    }

    /// Whether the window is shown to people far away.
    pub fn is_stream(&self) -> bool {
        self.room.as_ref().is_some_and(|room| room.stream)
    }

    /// Whether groups of fewer than five are shown.
    pub fn is_small(&self) -> bool {
        self.room.as_ref().is_some_and(|room| room.small)
    }

    /// For how many people phones have answered the question of the phase that is open.
    pub fn said(&self, state: &State) -> Option<u16> {
        let room = self.room.as_ref()?;
        room.open(state).map(|_| room.host.said())
    }

    /// How many answers of phones are among the counts of the question of the phase, once it is closed to them.
    pub fn counted(&self, state: &State) -> Option<u32> {
        let room = self.room.as_ref()?;
        let question = question::of(state)?;
        let counts = room.counted(question)?;
        // Each scale of the self-rating was answered by the same people.
        let sum = counts.iter().map(|count| u32::from(*count)).sum::<u32>();
        Some(sum / question::parts(question) as u32)
    }

    /// How many hands were left out when the last question was closed: there are not so many people.
    pub fn left_out(&self) -> u32 {
        self.left_out
    }

    /// For how many people phones that were let in speak: all, and those that were heard of lately.
    pub fn people(&self) -> (u16, u16) {
        let seats = self.seats().into_iter().filter(|seat| seat.admitted);
        seats.fold((0, 0), |(all, here), seat| {
            let people = seat.way.people();
            (all + people, here + if seat.here { people } else { 0 })
        })
    }
}
