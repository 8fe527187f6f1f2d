//! What the host says: answers and new codes to seats, states to all, and at last that the room is over.

use super::{Closing, Effect, Event, Host, LONGEST_ROOM};
use crate::body::State;
use crate::chance::{Chance, NoChance, Now};
use crate::codec::publish;
use crate::down::{Answer, Down, seal_down};
use crate::line::Wire;
use crate::state::{StateError, Told, seal_state};

/// A state goes out at most once in so many milliseconds.
const SHORTEST: u64 = 200;
/// A state goes out at least once in so many milliseconds.
const LONGEST: u64 = 5_000;
/// What is known is kept at most once in so many milliseconds.
const KEPT: u64 = 500;
/// When it is said that the room is over, in milliseconds after the one before: a message may be lost.
const OVER: [u64; 3] = [1_000, 2_000, 1_000];

impl Host {
    pub(super) fn speak(&mut self, now: Now, chance: &mut dyn Chance, out: &mut Vec<Effect>) -> Result<(), NoChance> {
        if now.run.saturating_sub(self.began) > LONGEST_ROOM {
            self.close(now);
        }
        if let Closing::Saying(times, at) = self.closing {
            return self.say_over(times, at, now, chance, out);
        }
        // What seats are told must not be forgotten before they are: a new code that only they know would be the room's end.
        if self.unkept && (now.run.saturating_sub(self.kept) >= KEPT || self.kept == 0) {
            (self.unkept, self.kept) = (false, now.run.max(1));
            out.push(Effect::Keep);
        }
        let mut wires = Vec::new();
        if std::mem::take(&mut self.resubscribe) {
            let filters = std::iter::once(self.room).chain(self.old.iter().map(|(room, _)| *room));
            self.line.subscribe_now(filters.map(|room| room.up_filter()).collect(), now, &mut wires);
        }
        if self.line.is_up() {
            for room in std::mem::take(&mut self.to_clear) {
                self.line.send(publish(&room.state_topic(), &[], true), now, &mut wires);
            }
            // An answer names the last state, and the next one is to come after it.
            for number in std::mem::take(&mut self.to_tell) {
                self.tell_seat(number, now, chance, &mut wires)?;
            }
            let here = self.seats.here(now.run);
            self.changed |= here != self.here;
            let since = now.run.saturating_sub(self.told);
            if (self.changed && (since >= SHORTEST || self.told == 0)) || since >= LONGEST {
                (self.changed, self.told, self.here) = (false, now.run.max(1), here);
                self.tell_all(now, chance, &mut wires, out)?;
            }
        }
        out.extend(wires.into_iter().map(Effect::Wire));
        Ok(())
    }

    fn tell_seat(
        &mut self,
        number: u16,
        now: Now,
        chance: &mut dyn Chance,
        out: &mut Vec<Wire>,
    ) -> Result<(), NoChance> {
        let Some(seat) = self.seats.get(number) else {
            return Ok(());
        };
        let topic = seat.room.down_topic(seat.id);
        // Each tab that joined by itself knows one of the keys, and waits for the challenge that it has drawn with it.
        for agreed in seat.agreed.iter() {
            let down = if seat.room == self.room {
                Down::Answer(Answer {
                    challenge: agreed.challenge,
                    number,
                    words: seat.words,
                    admitted: seat.admitted,
                    start: self.start,
                    seq: self.seq,
                })
            } else {
                Down::NewCode(self.secret.clone())
            };
            let frame = seal_down(&agreed.keys.down, seat.room, seat.id, &down, chance)?;
            self.line.send(publish(&topic, &frame, false), now, out);
        }
        Ok(())
    }

    fn tell_all(
        &mut self,
        now: Now,
        chance: &mut dyn Chance,
        wires: &mut Vec<Wire>,
        out: &mut Vec<Effect>,
    ) -> Result<(), NoChance> {
        let state = State {
            shown: self.shown.clone(),
            asked: self.rounds.asked(),
            people: self.people,
            here: self.here,
            door: self.door,
            receipts: self.seats.receipts(),
        };
        self.seq += 1;
        let told = Told::State(Box::new(state));
        match seal_state(&self.keys, (self.room, &self.secret), (self.start, self.seq), &told, chance) {
            Ok(frame) => self.line.send(publish(&self.room.state_topic(), &frame, true), now, wires),
            Err(StateError::TooLong(bytes)) => out.push(Effect::Event(Event::TooLong(bytes))),
            Err(StateError::NoChance) => return Err(NoChance),
        }
        Ok(())
    }

    fn say_over(
        &mut self,
        times: u32,
        at: u64,
        now: Now,
        chance: &mut dyn Chance,
        out: &mut Vec<Effect>,
    ) -> Result<(), NoChance> {
        if now.run < at {
            return Ok(());
        }
        let rooms: Vec<_> = std::iter::once(&self.room).chain(self.old.iter().map(|(room, _)| room)).copied().collect();
        let mut wires = Vec::new();
        match OVER.get(times as usize) {
            Some(next) => {
                self.seq += 1;
                let secrets = std::iter::once(&self.secret).chain(self.old.iter().map(|(_, secret)| secret));
                for (room, secret) in rooms.iter().zip(secrets) {
                    match seal_state(&self.keys, (*room, secret), (self.start, self.seq), &Told::Over, chance) {
                        Ok(frame) => self.line.send(publish(&room.state_topic(), &frame, true), now, &mut wires),
                        Err(StateError::NoChance) => return Err(NoChance),
                        Err(StateError::TooLong(_)) => {}
                    }
                }
                self.closing = Closing::Saying(times + 1, now.run + next);
                out.extend(wires.into_iter().map(Effect::Wire));
            }
            None => {
                for room in rooms {
                    self.line.send(publish(&room.state_topic(), &[], true), now, &mut wires);
                }
                self.line.end(now, &mut wires);
                out.extend(wires.into_iter().map(Effect::Wire));
                self.forget();
                out.extend([Effect::Wipe, Effect::Event(Event::Closed)]);
            }
        }
        Ok(())
    }

    /// Forgets all keys, seats and answers. Keys are wiped as they are dropped.
    fn forget(&mut self) {
        self.closing = Closing::Done;
        self.secret = crate::Key::new([0; 32]);
        self.keys.wipe();
        self.old.clear();
        self.joins.clear();
        (self.seats, self.rounds) = (Default::default(), Default::default());
        (self.shown, self.engine) = (Default::default(), None);
    }
}
