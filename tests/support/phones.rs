//! A room with phones in memory: the windows of a browser, phones, and a broker between them.

use super::shipped;
use delivery::{Catalogue, Entry};
use scenario::Id;
use session::{Act, Session, State};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use two_hats::app::Source;
use two_hats::room::phones::{Ask, Board, Means};
use two_hats::room::{Effect, Event, Model, Opened, Page};
use wire::codec::{Decoder, Packet, publish};
use wire::seat::{Effect as SeatEffect, Seat, Standing};
use wire::{Chance, Heard, Link, NoChance, Now, Said, Way, Wire};

/// Chance that is the same in every run.
pub struct Dice(u64);

impl Chance for Dice {
    fn fill(&mut self, out: &mut [u8]) -> Result<(), NoChance> {
        for byte in out {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (self.0 >> 33) as u8;
        }
        Ok(())
    }
}

/// Who is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A window of the facilitator's.
    Window(usize),
    /// A phone.
    Phone(usize),
}

enum Answer {
    Opened,
    Closed,
    Bytes(Vec<u8>),
}

/// What the program that serves the page says.
const SERVED: &str = "{\"addresses\":[\"http://192.168.1.5:8640/\"],\"code\":\"K3V8TQ\",\"wrong\":0,\"renewed\":0,\"seats\":0,\"devices\":0}";

/// All of it.
pub struct Party {
    pub now: Now,
    pub dice: Dice,
    pub windows: Vec<Model>,
    pub stored: BTreeMap<String, String>,
    pub phones: Vec<Option<Seat>>,
    pub kept: BTreeMap<usize, Vec<u8>>,
    /// What the program that serves the page was asked: how, and about which link.
    pub asked: Vec<(&'static str, String)>,
    /// Everything that went over the wire.
    pub seen: Vec<Vec<u8>>,
    /// Who reaches nobody.
    pub cut: BTreeSet<Who>,
    /// Windows that are gone.
    pub gone: BTreeSet<usize>,
    clients: BTreeMap<Who, Vec<String>>,
    retained: BTreeMap<String, Vec<u8>>,
    pending: VecDeque<(Who, Answer)>,
}

impl Party {
    /// No window and no phone.
    pub fn empty() -> Self {
        Party {
            now: Now { wall: 1_750_000_000_000, run: 0 },
            dice: Dice(11),
            windows: Vec::new(),
            stored: BTreeMap::new(),
            phones: Vec::new(),
            kept: BTreeMap::new(),
            asked: Vec::new(),
            seen: Vec::new(),
            cut: BTreeSet::new(),
            gone: BTreeSet::new(),
            clients: BTreeMap::new(),
            retained: BTreeMap::new(),
            pending: VecDeque::new(),
        }
    }

    /// A console that sets a session of the crisis up.
    pub fn begun(token: Option<&str>) -> Self {
        let mut party = Party::empty();
        let console = party.open(Page::Console);
        token.iter().for_each(|token| party.ask(Ask::Token((*token).into())));
        party.tell(console, Event::Picked(Source::Shipped(Id::new("crisis").expect("an id"))));
        party.tell(console, Event::Begin);
        party
    }

    /// The same for so many people, with phones that can join.
    pub fn of(people: u32, means: Means) -> Self {
        let mut party = Party::begun(Some("0123456789abcdef0123456789abcdef"));
        party.take(Act::People(people));
        party.ask(Ask::Means(means));
        party.ask(Ask::Open);
        party.pass(1_000);
        party
    }

    /// The same, with as many phones that have joined, and the session at its first vote where `vote` says so.
    pub fn joined(people: u32, phones: usize, means: Means, vote: bool) -> Self {
        let mut party = Party::of(people, means);
        for _ in 0..phones {
            party.add_phone(Way::Here);
        }
        party.pass(4_000);
        assert!((0..phones).all(|phone| party.phone(phone).standing() == Standing::In), "all are in");
        if vote {
            (0..5).for_each(|_| party.take(Act::Next));
            party.pass(1_000);
        }
        party
    }

    /// Opens a window.
    pub fn open(&mut self, page: Page) -> usize {
        let window = self.windows.len();
        self.windows.push(Model::default());
        self.start(window, page);
        window
    }

    fn start(&mut self, window: usize, page: Page) {
        let stored = Some(self.stored.clone().into_iter().collect());
        let opened = Opened { page, stored, now: self.seconds(), window: format!("w{window}"), linked: true };
        self.tell(window, Event::Started(opened));
        self.tell(window, Event::Phones(Ask::Base("http://127.0.0.1:8640/".into())));
    }

    /// Loads a window again: what it did not store is forgotten.
    pub fn reload(&mut self, window: usize, page: Page) {
        self.clients.remove(&Who::Window(window));
        self.windows[window] = Model::default();
        self.start(window, page);
    }

    /// Loads a phone's page again.
    pub fn reload_phone(&mut self, phone: usize) {
        self.clients.remove(&Who::Phone(phone));
        self.phones[phone] = Some(Seat::resume(&self.kept[&phone], None, self.now).expect("a seat"));
    }

    fn seconds(&self) -> u64 {
        self.now.wall / 1000
    }

    /// The console's link, as the stage's code holds it.
    pub fn link(&self) -> String {
        self.board().link.clone().expect("a link")
    }

    /// What the first window knows for the stage.
    pub fn board(&self) -> &Board {
        self.windows[0].board().expect("a board")
    }

    /// A phone that scans the code and joins.
    pub fn add_phone(&mut self, way: Way) -> usize {
        let link = self.link();
        let (_, fragment) = link.split_once('#').expect("a fragment");
        let link = Link::parse(fragment).expect("a link");
        let mut seat = Seat::new(link, self.now, &mut self.dice).expect("chance");
        seat.join(way);
        self.phones.push(Some(seat));
        self.phones.len() - 1
    }

    pub fn phone(&mut self, phone: usize) -> &mut Seat {
        self.phones[phone].as_mut().expect("a phone")
    }

    /// A phone answers; whether it could is said.
    pub fn say(&mut self, phone: usize, said: Said) -> bool {
        let now = self.now;
        self.phone(phone).say(said, now)
    }

    /// What a phone is shown.
    pub fn shown(&mut self, phone: usize) -> wire::State {
        self.phone(phone).state().expect("a state").clone()
    }

    pub fn session(&self) -> &Session {
        self.windows[0].session().expect("a session")
    }

    pub fn state(&self) -> &State {
        self.session().state()
    }

    /// The facilitator does something at the console.
    pub fn take(&mut self, act: Act) {
        self.tell(0, Event::Take(act));
    }

    /// The facilitator does something with phones at the console.
    pub fn ask(&mut self, ask: Ask) {
        self.tell(0, Event::Phones(ask));
    }

    /// Tells a window of an event, as its root does.
    pub fn tell(&mut self, window: usize, event: Event) {
        let effects = self.windows[window].update(event);
        self.perform(window, effects);
        self.wire(window, Heard::Tick);
    }

    fn wire(&mut self, window: usize, heard: Heard<'_>) {
        let effects = self.windows[window].hear_phones(heard, self.now, &mut self.dice);
        self.perform(window, effects);
    }

    fn others(&self, window: usize) -> Vec<usize> {
        (0..self.windows.len()).filter(|other| *other != window && !self.gone.contains(other)).collect()
    }

    fn perform(&mut self, window: usize, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::FetchIndex => {
                    let index = Catalogue { entries: vec![Entry::of(&shipped("crisis"))], ..Catalogue::default() };
                    self.tell(window, Event::IndexCame(Some(index.pack())));
                }
                Effect::FetchSource(id) => {
                    let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
                    self.tell(window, Event::SourceCame(id, std::fs::read(path).ok()));
                }
                Effect::Store(key, value) => {
                    self.stored.insert(key.clone(), value.clone());
                    for other in self.others(window) {
                        let effects = self.windows[other].update(Event::Stored(key.clone(), Some(value.clone())));
                        self.perform(other, effects);
                    }
                }
                Effect::Forget(key) => {
                    self.stored.remove(&key);
                    for other in self.others(window) {
                        let effects = self.windows[other].update(Event::Stored(key.clone(), None));
                        self.perform(other, effects);
                    }
                }
                Effect::Say(words) => {
                    self.others(window).into_iter().for_each(|other| self.tell(other, Event::Heard(words.clone())));
                }
                Effect::Wire(wire) => self.carry(Who::Window(window), wire),
                Effect::AskHost { token, method, link } => {
                    assert_eq!(token.len(), 32);
                    self.asked.push((method, link));
                    let effects = self.windows[window].update(Event::Phones(Ask::Served(Some(SERVED.into()))));
                    self.perform(window, effects);
                }
                Effect::SaveFile(..) | Effect::Scroll(_) | Effect::Focus(_) | Effect::FullScreen => {}
            }
        }
    }

    /// Lets time pass, in steps of 50 milliseconds.
    pub fn pass(&mut self, milliseconds: u64) {
        for step in 0..milliseconds.div_ceil(50) {
            (self.now.run, self.now.wall) = (self.now.run + 50, self.now.wall + 50);
            self.deliver();
            for window in self.others(usize::MAX) {
                if step % 20 == 0 {
                    let seconds = self.seconds();
                    self.tell(window, Event::Tick(seconds));
                }
                self.wire(window, Heard::Tick);
            }
            for phone in 0..self.phones.len() {
                self.tell_phone(phone, Heard::Tick);
            }
        }
    }

    fn deliver(&mut self) {
        while let Some((who, answer)) = self.pending.pop_front() {
            let heard = match &answer {
                Answer::Opened => Heard::Opened,
                Answer::Closed => Heard::Closed,
                Answer::Bytes(bytes) => Heard::Bytes(bytes),
            };
            match who {
                Who::Window(window) if self.gone.contains(&window) => {}
                Who::Window(window) => self.wire(window, heard),
                Who::Phone(phone) => self.tell_phone(phone, heard),
            }
        }
    }

    fn tell_phone(&mut self, phone: usize, heard: Heard<'_>) {
        let Some(mut seat) = self.phones[phone].take() else { return };
        let effects = seat.take(heard, self.now, &mut self.dice);
        for effect in effects {
            match effect {
                SeatEffect::Wire(wire) => self.carry(Who::Phone(phone), wire),
                SeatEffect::Keep => drop(self.kept.insert(phone, seat.kept())),
                SeatEffect::Wipe => drop(self.kept.remove(&phone)),
            }
        }
        self.phones[phone] = Some(seat);
    }

    /// The broker's part.
    fn carry(&mut self, who: Who, wire: Wire) {
        let reaches = !self.cut.contains(&who);
        let bytes = match wire {
            Wire::Open => {
                self.clients.insert(who, Vec::new());
                self.pending.push_back((who, if reaches { Answer::Opened } else { Answer::Closed }));
                return;
            }
            Wire::Close => {
                self.clients.remove(&who);
                return;
            }
            Wire::Send(bytes) => bytes,
        };
        if !reaches || !self.clients.contains_key(&who) {
            return;
        }
        let answer = match bytes[0] {
            0x10 => vec![0x20, 2, 0, 0],
            0xC0 => vec![0xD0, 0],
            0x82 => {
                let (id, filters) = subscribed(&bytes);
                let mut granted = vec![0x90, 2 + filters.len() as u8, id[0], id[1]];
                granted.extend(filters.iter().map(|_| 0));
                self.pending.push_back((who, Answer::Bytes(granted)));
                let kept = self.retained.iter().filter(|(topic, _)| wants(&filters, topic));
                let kept: Vec<_> = kept.map(|(topic, payload)| publish(topic, payload, true)).collect();
                self.pending.extend(kept.into_iter().map(|bytes| (who, Answer::Bytes(bytes))));
                self.clients.entry(who).or_default().extend(filters);
                return;
            }
            _ => {
                self.hand_on(&bytes);
                return;
            }
        };
        self.pending.push_back((who, Answer::Bytes(answer)));
    }

    fn hand_on(&mut self, bytes: &[u8]) {
        let mut packets = Vec::new();
        let _ = Decoder::default().feed(bytes, &mut packets);
        for packet in packets {
            let Packet::Publish(message) = packet else { continue };
            self.seen.push(message.payload.clone());
            if message.retained && message.payload.is_empty() {
                self.retained.remove(&message.topic);
            } else if message.retained {
                self.retained.insert(message.topic.clone(), message.payload.clone());
            }
            let sent = publish(&message.topic, &message.payload, false);
            let wanting = self.clients.iter().filter(|(_, filters)| wants(filters, &message.topic));
            let wanting: Vec<Who> = wanting.map(|(who, _)| *who).filter(|who| !self.cut.contains(who)).collect();
            self.pending.extend(wanting.into_iter().map(|who| (who, Answer::Bytes(sent.clone()))));
        }
    }
}

fn wants(filters: &[String], topic: &str) -> bool {
    filters.iter().any(|filter| match filter.strip_suffix('+') {
        Some(start) => topic.strip_prefix(start).is_some_and(|rest| !rest.contains('/')),
        None => filter == topic,
    })
}

/// The number and the filters of a SUBSCRIBE.
fn subscribed(bytes: &[u8]) -> ([u8; 2], Vec<String>) {
    let body = 1 + bytes[1..].iter().take_while(|byte| **byte >= 128).count() + 1;
    let (id, mut rest) = ([bytes[body], bytes[body + 1]], &bytes[body + 2..]);
    let mut filters = Vec::new();
    while !rest.is_empty() {
        let length = usize::from(u16::from_be_bytes([rest[0], rest[1]]));
        filters.push(String::from_utf8(rest[2..2 + length].to_vec()).expect("a topic"));
        rest = &rest[3 + length..];
    }
    (id, filters)
}
