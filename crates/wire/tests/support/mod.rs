//! A room in memory: a host, phones, and a broker that does what a test wants it to.

#![allow(dead_code, reason = "each test file uses its own part of it")]

pub mod forged;
mod server;

use server::{Answer, Asked, Server};
use std::collections::{BTreeMap, BTreeSet};
use wire::codec::publish;
use wire::host::{Effect as HostEffect, Event, Host};
use wire::seat::{Effect as SeatEffect, Seat};
use wire::{Asks, Chance, Heard, NoChance, Now, Said, Way, Wire};

/// Chance that is the same in every run.
pub struct Dice(pub u64);

impl Chance for Dice {
    fn fill(&mut self, out: &mut [u8]) -> Result<(), NoChance> {
        for byte in out {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = self.0;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            *byte = (mixed ^ (mixed >> 31)) as u8;
        }
        Ok(())
    }
}

impl Dice {
    pub fn roll(&mut self, below: u64) -> u64 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes).expect("dice always fall");
        u64::from_le_bytes(bytes) % below
    }
}

/// No chance at all.
pub struct Broken;

impl Chance for Broken {
    fn fill(&mut self, _: &mut [u8]) -> Result<(), NoChance> {
        Err(NoChance)
    }
}

/// A message on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    pub topic: String,
    pub payload: Vec<u8>,
    pub retain: bool,
}

/// What a broker does with a message: it may hand on none, one, or others, each after so many milliseconds.
pub type Evil = Box<dyn FnMut(&Mail, &mut Dice) -> Vec<(u64, Mail)>>;

pub const START: u64 = 1_750_000_000_000;

#[derive(Default)]
struct Client {
    open: bool,
    server: Server,
    filters: Vec<String>,
}

/// The whole of it. Client 0 is the host, the others are phones.
pub struct Room {
    pub now: Now,
    pub dice: Dice,
    pub host: Option<Host>,
    pub kept: Option<Vec<u8>>,
    pub events: Vec<Event>,
    pub phones: Vec<Option<Seat>>,
    pub stored: BTreeMap<usize, Vec<u8>>,
    clients: BTreeMap<usize, Client>,
    retained: BTreeMap<String, Vec<u8>>,
    on_the_way: Vec<(u64, Mail)>,
    pending: Vec<(usize, Answer)>,
    names: BTreeMap<usize, Vec<String>>,
    /// Everything that was ever published.
    pub seen: Vec<Mail>,
    pub evil: Option<Evil>,
    /// Whether anybody reaches the broker.
    pub broker: bool,
    /// Phones that reach nobody.
    pub cut: BTreeSet<usize>,
}

impl Room {
    /// A room of so many people, and as many phones that have seen the link and not joined.
    pub fn of(people: u16, phones: usize) -> Self {
        let mut dice = Dice(7);
        let now = Now { wall: START, run: 0 };
        let host = Host::open(people, None, now, &mut dice).expect("chance");
        let mut room = Self {
            now,
            dice,
            host: Some(host),
            kept: None,
            events: Vec::new(),
            phones: Vec::new(),
            stored: BTreeMap::new(),
            clients: BTreeMap::new(),
            retained: BTreeMap::new(),
            on_the_way: Vec::new(),
            pending: Vec::new(),
            names: BTreeMap::new(),
            seen: Vec::new(),
            evil: None,
            broker: true,
            cut: BTreeSet::new(),
        };
        for _ in 0..phones {
            room.add_phone();
        }
        room
    }

    /// A room in which so many have joined.
    pub fn joined(phones: usize) -> Self {
        let mut room = Self::of(phones as u16, phones);
        room.join_all();
        room
    }

    pub fn host(&mut self) -> &mut Host {
        self.host.as_mut().expect("a host")
    }

    pub fn phone(&mut self, at: usize) -> &mut Seat {
        self.phones[at].as_mut().expect("a phone")
    }

    /// A phone that opens the room's link.
    pub fn add_phone(&mut self) -> usize {
        let link = self.host.as_ref().expect("a host").link(None).expect("a link");
        let seat = Seat::new(link, self.now, &mut self.dice).expect("chance");
        self.phones.push(Some(seat));
        self.phones.len() - 1
    }

    pub fn join_all(&mut self) {
        self.pass(3_000);
        for phone in self.phones.iter_mut().flatten() {
            phone.join(Way::Here);
        }
        let seconds = 3 + self.phones.len() as u64 / 10;
        self.pass(seconds * 1000);
        let phones = self.phones.iter().flatten();
        assert!(phones.into_iter().all(|phone| phone.standing() == wire::seat::Standing::In), "all are in");
    }

    /// Asks for one of three responses.
    pub fn ask(&mut self) -> u64 {
        let now = self.now;
        let round = self.host().open_round(Asks::Choice { offered: 3, again: false }, now);
        self.pass(500);
        round
    }

    pub fn vote(&mut self, phone: usize, response: u8) {
        let now = self.now;
        assert!(self.phone(phone).say(Said::Vote(response), now), "the vote is open");
    }

    /// The counts, after the round is closed.
    pub fn close(&mut self) -> Vec<u16> {
        let tally = self.host().close_round().expect("a round");
        self.pass(1_000);
        tally.counts
    }

    /// Lets time pass, in steps of 50 milliseconds.
    pub fn pass(&mut self, milliseconds: u64) {
        for _ in 0..milliseconds.div_ceil(50) {
            (self.now.run, self.now.wall) = (self.now.run + 50, self.now.wall + 50);
            self.deliver();
            self.tick();
        }
    }

    fn tick(&mut self) {
        self.hear(0, Heard::Tick);
        for at in 1..=self.phones.len() {
            self.hear(at, Heard::Tick);
        }
    }

    /// Tells a client something, and whatever follows from it, until there is silence.
    fn hear(&mut self, client: usize, heard: Heard<'_>) {
        self.tell(client, heard);
        while !self.pending.is_empty() {
            let (client, answer) = self.pending.remove(0);
            match answer {
                Answer::Opened => self.tell(client, Heard::Opened),
                Answer::Closed => self.tell(client, Heard::Closed),
                Answer::Bytes(bytes) => self.tell(client, Heard::Bytes(&bytes)),
            }
        }
    }

    fn tell(&mut self, client: usize, heard: Heard<'_>) {
        let (now, mut wires) = (self.now, Vec::new());
        if client == 0 {
            let Some(mut host) = self.host.take() else {
                return;
            };
            for effect in host.take(heard, now, &mut self.dice) {
                match effect {
                    HostEffect::Wire(wire) => wires.push(wire),
                    HostEffect::Keep => self.kept = Some(host.kept()),
                    HostEffect::Wipe => self.kept = None,
                    HostEffect::Event(event) => self.events.push(event),
                }
            }
            self.host = Some(host);
        } else {
            let Some(mut phone) = self.phones.get_mut(client - 1).and_then(Option::take) else {
                return;
            };
            for effect in phone.take(heard, now, &mut self.dice) {
                match effect {
                    SeatEffect::Wire(wire) => wires.push(wire),
                    SeatEffect::Keep => drop(self.stored.insert(client - 1, phone.kept())),
                    SeatEffect::Wipe => drop(self.stored.remove(&(client - 1))),
                }
            }
            self.phones[client - 1] = Some(phone);
        }
        for wire in wires {
            self.wire(client, wire);
        }
    }

    fn reaches(&self, client: usize) -> bool {
        self.broker && !(client > 0 && self.cut.contains(&(client - 1)))
    }

    fn wire(&mut self, client: usize, wire: Wire) {
        let reaches = self.reaches(client);
        let it = self.clients.entry(client).or_default();
        match wire {
            Wire::Open => {
                *it = Client { open: reaches, ..Client::default() };
                self.pending.push((client, if reaches { Answer::Opened } else { Answer::Closed }));
            }
            Wire::Close => it.open = false,
            Wire::Send(bytes) if it.open && reaches => {
                for asked in it.server.read(&bytes) {
                    self.asked(client, asked);
                }
            }
            Wire::Send(_) => {}
        }
    }

    fn asked(&mut self, client: usize, asked: Asked) {
        let it = self.clients.entry(client).or_default();
        match asked {
            Asked::Connect(name) => {
                self.names.entry(client).or_default().push(name);
                self.pending.push((client, Answer::Bytes(vec![0x20, 2, 0, 0])));
            }
            Asked::Subscribe(id, filters) => {
                let [high, low] = id.to_be_bytes();
                let mut granted = vec![0x90, 2 + filters.len() as u8, high, low];
                granted.extend(filters.iter().map(|_| 0));
                it.filters.extend(filters);
                self.pending.push((client, Answer::Bytes(granted)));
                let kept = self.retained.iter().filter(|(topic, _)| self.clients[&client].wants(topic));
                let kept = kept.map(|(topic, payload)| Answer::Bytes(publish(topic, payload, true)));
                let kept: Vec<_> = kept.map(|answer| (client, answer)).collect();
                self.pending.extend(kept);
            }
            Asked::Publish(mail) => self.publish(mail),
            Asked::Ping => self.pending.push((client, Answer::Bytes(vec![0xD0, 0]))),
            Asked::Disconnect => it.open = false,
        }
    }

    /// Publishes something, as any client of the broker may.
    pub fn publish(&mut self, mail: Mail) {
        self.seen.push(mail.clone());
        let evil = self.evil.take();
        let handed_on = match evil {
            Some(mut evil) => {
                let handed_on = evil(&mail, &mut self.dice);
                self.evil = Some(evil);
                handed_on
            }
            None => vec![(0, mail)],
        };
        for (after, mail) in handed_on {
            self.on_the_way.push((self.now.run + after, mail));
        }
    }

    fn deliver(&mut self) {
        let now = self.now.run;
        let (due, later): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.on_the_way).into_iter().partition(|(at, _)| *at <= now);
        self.on_the_way = later;
        for (_, mail) in due {
            if mail.retain && mail.payload.is_empty() {
                self.retained.remove(&mail.topic);
            } else if mail.retain {
                self.retained.insert(mail.topic.clone(), mail.payload.clone());
            }
            let packet = publish(&mail.topic, &mail.payload, false);
            let wanting = self.clients.iter().filter(|(_, client)| client.open && client.wants(&mail.topic));
            let wanting: Vec<usize> = wanting.map(|(at, _)| *at).collect();
            for client in wanting {
                if self.reaches(client) {
                    self.hear(client, Heard::Bytes(&packet));
                }
            }
        }
    }

    /// Leaves something with the broker for whoever subscribes.
    pub fn retain(&mut self, topic: &str, payload: &[u8]) {
        self.retained.insert(topic.to_owned(), payload.to_vec());
    }

    /// What the broker keeps.
    pub fn is_retained(&self, topic: &str) -> bool {
        self.retained.contains_key(topic)
    }

    /// Kills the broker: it forgets all, and everybody's connection is gone.
    pub fn kill_broker(&mut self) {
        self.broker = false;
        self.retained.clear();
        self.on_the_way.clear();
        for at in 0..=self.phones.len() {
            self.clients.remove(&at);
            self.hear(at, Heard::Closed);
        }
    }

    /// Takes a phone's network away, and tells it so.
    pub fn cut(&mut self, phone: usize) {
        self.cut.insert(phone);
        self.clients.remove(&(phone + 1));
        self.hear(phone + 1, Heard::Closed);
    }

    /// Reloads the facilitator's page.
    pub fn reload_host(&mut self) {
        self.clients.remove(&0);
        let kept = self.kept.clone().expect("it was kept");
        self.host = Some(Host::resume(&kept, self.now).expect("a room"));
    }

    /// Reloads a phone's page.
    pub fn reload_phone(&mut self, phone: usize) {
        self.clients.remove(&(phone + 1));
        let kept = self.stored[&phone].clone();
        self.phones[phone] = Some(Seat::resume(&kept, None, self.now).expect("a seat"));
    }

    /// The names by which a client has introduced itself.
    pub fn names(&self, client: usize) -> Vec<String> {
        self.names.get(&client).cloned().unwrap_or_default()
    }

    /// The last frame of a phone that has so many bytes.
    pub fn last_frame(&mut self, phone: usize, length: usize) -> Mail {
        let room = self.host.as_ref().expect("a host").room();
        let topic = room.up_topic(self.phone(phone).id());
        let found = self.seen.iter().rev().find(|mail| mail.topic == topic && mail.payload.len() == length);
        found.expect("it said so").clone()
    }

    /// The last vote of a phone, as it went over the wire.
    pub fn last_vote(&mut self, phone: usize) -> Mail {
        let room = self.host.as_ref().expect("a host").room();
        let topic = room.up_topic(self.phone(phone).id());
        let found = self.seen.iter().rev().find(|mail| mail.topic == topic && mail.payload[0] == 1);
        found.expect("it has voted").clone()
    }
}

impl Client {
    fn wants(&self, topic: &str) -> bool {
        self.filters.iter().any(|filter| match filter.strip_suffix('+') {
            Some(start) => topic.strip_prefix(start).is_some_and(|rest| !rest.contains('/')),
            None => filter == topic,
        })
    }
}
