//! One connection to whatever carries the messages: it is opened, kept, given up and opened anew.

use crate::chance::{Chance, NoChance, Now, draw, wait};
use crate::codec::{Connect, Decoder, Packet, Publish, connect, disconnect, ping, subscribe};
use crate::keys::base32;

const KEEP_ALIVE: u16 = 20;
/// A word goes out at least this often, in milliseconds.
const IDLE: u64 = 10_000;
/// Without any word for so long, in milliseconds, the connection is given up.
const SILENT: u64 = 16_000;
/// A device that has come back gives its connection so many milliseconds to answer.
const PROBE: u64 = 4_000;
/// A connection that is not there after so many milliseconds is given up.
const OPENING: u64 = 8_000;
/// The longest wait before another try, in milliseconds, before chance adds to it.
const LONGEST_WAIT: u64 = 8_000;

/// What happens to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard<'a> {
    /// The socket is open.
    Opened,
    /// The socket is closed, or could not be opened.
    Closed,
    /// The socket brought these bytes.
    Bytes(&'a [u8]),
    /// Time has passed; four times a second are enough.
    Tick,
    /// The device has come back: the page is shown again, or the network is there.
    Back,
}

/// What is to be done with the socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wire {
    /// Open a WebSocket with the subprotocol `mqtt`. One that is still there is closed first.
    Open,
    /// Send these bytes, as one binary message.
    Send(Vec<u8>),
    /// Close it.
    Close,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Closed until then.
    Waiting(u64),
    /// Opening since then.
    Opening(u64),
    /// Greeting since then.
    Greeting(u64),
    /// There.
    Up,
    /// Closed for good.
    Ended,
}

/// A connection.
#[derive(Debug)]
pub struct Line {
    stage: Stage,
    filters: Vec<String>,
    login: Option<(String, String)>,
    decoder: Decoder,
    tries: u32,
    spoke: u64,
    heard: u64,
    /// Since when an answer is waited for, after the device came back.
    probe: Option<u64>,
    packets: u16,
    /// How the last try ended.
    refused: Option<u8>,
    was_up: bool,
}

impl Line {
    /// A connection that subscribes to these filters, and will be opened at the first tick.
    pub fn new(filters: Vec<String>, login: Option<(String, String)>) -> Self {
        Self {
            stage: Stage::Waiting(0),
            filters,
            login,
            decoder: Decoder::default(),
            tries: 0,
            spoke: 0,
            heard: 0,
            probe: None,
            packets: 0,
            refused: None,
            was_up: false,
        }
    }

    /// Whether messages go through.
    pub fn is_up(&self) -> bool {
        self.stage == Stage::Up
    }

    /// Whether it was ever there.
    pub fn was_up(&self) -> bool {
        self.was_up
    }

    /// The code with which a server refused the last try: 4 and 5 are a wrong user or password.
    pub fn refused(&self) -> Option<u8> {
        self.refused
    }

    /// What is subscribed to, from the next connection on.
    pub fn subscribe_to(&mut self, filters: Vec<String>) {
        self.filters = filters;
    }

    /// What is subscribed to, now and in later connections.
    pub fn subscribe_now(&mut self, filters: Vec<String>, now: Now, out: &mut Vec<Wire>) {
        self.filters = filters;
        if self.is_up() {
            self.packets = self.packets % 1000 + 1;
            let packet = subscribe(self.packets, &self.filters);
            self.send(packet, now, out);
        }
    }

    /// Sends a packet, where there is a connection to send it on.
    pub fn send(&mut self, packet: Vec<u8>, now: Now, out: &mut Vec<Wire>) {
        if self.is_up() {
            self.spoke = now.run;
            out.push(Wire::Send(packet));
        }
    }

    /// Leaves, and comes back after a short while with the present filters.
    ///
    /// # Errors
    /// [`NoChance`] where the device has no random bytes.
    pub fn again(&mut self, now: Now, chance: &mut dyn Chance, out: &mut Vec<Wire>) -> Result<(), NoChance> {
        self.send(disconnect(), now, out);
        out.push(Wire::Close);
        self.tries = 0;
        self.stage = Stage::Waiting(now.run + wait(chance, 400)?);
        Ok(())
    }

    /// Leaves for good.
    pub fn end(&mut self, now: Now, out: &mut Vec<Wire>) {
        self.send(disconnect(), now, out);
        out.push(Wire::Close);
        self.stage = Stage::Ended;
    }

    /// Takes what happened; `got` receives the messages, `out` what is to be done. Whether the connection has just
    /// become ready is answered.
    ///
    /// # Errors
    /// [`NoChance`] where the device has no random bytes.
    pub fn take(
        &mut self,
        heard: Heard<'_>,
        now: Now,
        chance: &mut dyn Chance,
        got: &mut Vec<Publish>,
        out: &mut Vec<Wire>,
    ) -> Result<bool, NoChance> {
        match (heard, self.stage) {
            (_, Stage::Ended) => Ok(false),
            (Heard::Opened, Stage::Opening(_)) => {
                self.greet(now, chance, out)?;
                Ok(false)
            }
            (Heard::Closed, Stage::Opening(_) | Stage::Greeting(_) | Stage::Up) => {
                self.give_up(now, chance, &mut Vec::new())?;
                Ok(false)
            }
            (Heard::Bytes(bytes), Stage::Greeting(_) | Stage::Up) => self.read(bytes, now, chance, got, out),
            (Heard::Back, Stage::Waiting(_)) => {
                self.tries = 0;
                self.open(now, out);
                Ok(false)
            }
            (Heard::Back, Stage::Up) => {
                // While a phone slept its connection may have gone, without a word to it.
                self.probe = Some(now.run);
                self.send(ping(), now, out);
                Ok(false)
            }
            (Heard::Tick | Heard::Back, _) => {
                self.tick(now, chance, out)?;
                Ok(false)
            }
            _ => Ok(false),
        }
    }

    fn open(&mut self, now: Now, out: &mut Vec<Wire>) {
        self.stage = Stage::Opening(now.run);
        out.push(Wire::Open);
    }

    /// The same client twice would throw the other out, so that each connection is one of its own.
    fn greet(&mut self, now: Now, chance: &mut dyn Chance, out: &mut Vec<Wire>) -> Result<(), NoChance> {
        let client = base32(&draw::<16>(chance)?);
        self.stage = Stage::Greeting(now.run);
        (self.decoder, self.packets) = (Decoder::default(), 1);
        let (user, password) = match &self.login {
            Some((user, password)) => (Some(user.as_str()), Some(password.as_str())),
            None => (None, None),
        };
        out.push(Wire::Send(connect(&Connect { client: &client, keep_alive: KEEP_ALIVE, user, password })));
        Ok(())
    }

    fn give_up(&mut self, now: Now, chance: &mut dyn Chance, out: &mut Vec<Wire>) -> Result<(), NoChance> {
        out.push(Wire::Close);
        let longest = (500_u64 << self.tries.min(4)).min(LONGEST_WAIT);
        self.tries += 1;
        self.stage = Stage::Waiting(now.run + 100 + longest / 2 + wait(chance, longest)?);
        Ok(())
    }

    fn tick(&mut self, now: Now, chance: &mut dyn Chance, out: &mut Vec<Wire>) -> Result<(), NoChance> {
        match self.stage {
            Stage::Waiting(until) if until <= now.run => self.open(now, out),
            Stage::Opening(since) | Stage::Greeting(since) if since + OPENING <= now.run => {
                self.give_up(now, chance, out)?;
            }
            Stage::Up if self.heard + SILENT <= now.run || self.probe.is_some_and(|since| since + PROBE <= now.run) => {
                self.give_up(now, chance, out)?;
            }
            Stage::Up if self.spoke.min(self.heard) + IDLE <= now.run && self.spoke + 1000 <= now.run => {
                self.send(ping(), now, out);
            }
            _ => {}
        }
        Ok(())
    }

    fn read(
        &mut self,
        bytes: &[u8],
        now: Now,
        chance: &mut dyn Chance,
        got: &mut Vec<Publish>,
        out: &mut Vec<Wire>,
    ) -> Result<bool, NoChance> {
        let mut packets = Vec::new();
        let read = self.decoder.feed(bytes, &mut packets);
        (self.heard, self.probe) = (now.run, None);
        let mut ready = false;
        for packet in packets {
            match (packet, self.stage) {
                (Packet::ConnAck(0), Stage::Greeting(_)) => {
                    out.push(Wire::Send(subscribe(self.packets, &self.filters)));
                    (self.stage, self.spoke, self.probe) = (Stage::Up, now.run, None);
                    (self.refused, self.was_up, ready) = (None, true, true);
                }
                (Packet::ConnAck(code), Stage::Greeting(_)) => {
                    self.refused = Some(code);
                    self.give_up(now, chance, out)?;
                    return Ok(false);
                }
                (Packet::SubAck(_, true), Stage::Up) => self.tries = 0,
                (Packet::SubAck(_, false), Stage::Up) => {
                    self.refused = Some(5);
                    self.give_up(now, chance, out)?;
                    return Ok(false);
                }
                (Packet::Publish(publish), Stage::Up) => got.push(publish),
                (Packet::PingResp, Stage::Up) => {}
                _ => {
                    self.give_up(now, chance, out)?;
                    return Ok(false);
                }
            }
        }
        if read.is_err() {
            self.give_up(now, chance, out)?;
            return Ok(false);
        }
        Ok(ready)
    }
}
