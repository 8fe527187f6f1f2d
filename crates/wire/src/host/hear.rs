//! What the host makes of frames. Votes are opened as they come; joins wait for their turn.

use super::{AGREEMENTS_A_SECOND, Closing, Effect, Event, Host, OPENED_A_SECOND};
use crate::chance::{Chance, NoChance, Now};
use crate::codec::Publish;
use crate::join::{Agreed, joining, open_join};
use crate::keys::{Key, RoomId, SeatId};
use crate::receipt::receipt;
use crate::up::{Said, Up, fits, open_up};

/// The most joins that wait.
const MOST_JOINS: usize = 512;
/// A seat that asks again and again is answered this often, in milliseconds.
const ANSWERED: u64 = 900;

impl Host {
    /// The secret of a room, if it is one of this host.
    fn secret_of(&self, room: RoomId) -> Option<&Key> {
        if room == self.room {
            return Some(&self.secret);
        }
        self.old.iter().find(|(old, _)| *old == room).map(|(_, secret)| secret)
    }

    pub(super) fn hear(&mut self, publish: &Publish, now: Now, out: &mut Vec<Effect>) {
        // An engine that keeps what a seat published would hand it on for ever.
        if publish.retained {
            self.dropped.retained += 1;
            return;
        }
        let from = RoomId::of_up_topic(&publish.topic).filter(|(room, _)| self.secret_of(*room).is_some());
        let Some((room, id)) = from.filter(|_| self.closing == Closing::No) else {
            self.dropped.foreign += 1;
            return;
        };
        let frame = &publish.payload;
        if joining(frame) == Some(id) {
            self.queue(room, id, frame);
        } else if let Some(number) = self.seats.place(id).filter(|_| fits(frame)) {
            self.open_frame(room, id, number, frame, now, out);
        } else {
            self.dropped.foreign += 1;
        }
    }

    /// Known seats go first, so that a crowd of strangers does not keep them from coming back.
    fn queue(&mut self, room: RoomId, id: SeatId, frame: &[u8]) {
        if self.seats.is_removed(id) || (room != self.room && self.seats.place(id).is_none()) {
            self.dropped.foreign += 1;
            return;
        }
        if let Some(waits) = self.joins.iter_mut().find(|(_, waits, _)| *waits == id) {
            *waits = (room, id, frame.to_vec());
            return;
        }
        let known = self.seats.place(id).is_some();
        if self.joins.len() >= MOST_JOINS {
            self.dropped.busy += 1;
            if !known {
                return;
            }
            self.joins.pop_back();
        }
        if known {
            self.joins.push_front((room, id, frame.to_vec()));
        } else {
            self.joins.push_back((room, id, frame.to_vec()));
        }
    }

    fn open_frame(&mut self, room: RoomId, id: SeatId, number: u16, frame: &[u8], now: Now, out: &mut Vec<Effect>) {
        let second = now.run / 1000;
        if self.budget.0 != second {
            self.budget = (second, 0, 0);
        }
        let Some(seat) = self.seats.get_mut(number) else {
            return;
        };
        if seat.opened.0 != second {
            seat.opened = (second, 0);
        }
        if self.budget.2 >= OPENED_A_SECOND.0 || seat.opened.1 >= OPENED_A_SECOND.1 {
            self.dropped.busy += 1;
            return;
        }
        self.budget.2 += 1;
        seat.opened.1 += 1;
        let under = |agreed: &Agreed| Some((open_up(&agreed.keys.up, room, id, frame)?, agreed.clone()));
        let opened = seat.agreed.iter().find_map(under);
        match opened {
            Some((up, agreed)) => self.heard_from((room, number), &up, agreed, now, out),
            None => self.dropped.sealed += 1,
        }
    }

    fn heard_from(&mut self, (room, number): (RoomId, u16), up: &Up, agreed: Agreed, now: Now, out: &mut Vec<Effect>) {
        let down = agreed.keys.down.clone();
        let Some(seat) = self.seats.get_mut(number) else {
            return;
        };
        let mut may_answer = |seat: &mut super::seats::Seated| {
            let may = seat.answered.is_none_or(|at| at + ANSWERED <= now.run);
            if may {
                seat.answered = Some(now.run);
                self.to_tell.push(number);
            }
        };
        if let Said::Here(told) = up.said {
            if up.n <= seat.here_n {
                self.dropped.late += 1;
                return;
            }
            let was_here = seat.is_here(now.run);
            if seat.is_newest(up.n) {
                seat.room = room;
                seat.agreed.speak_under(agreed);
            }
            (seat.here_n, seat.heard) = (up.n, Some(now.run));
            if room != self.room || told != seat.admitted {
                may_answer(seat);
            }
            if !was_here {
                self.changed = true;
                out.push(Effect::Event(Event::Seats));
            }
            return;
        }
        let receipt = receipt(&down, up.round, up.n, &up.said);
        if up.start == self.start && up.n == seat.n && self.rounds.holds(up.round, number, &up.said) {
            // It has joined again since, and reads no receipt under the keys of before.
            self.dropped.late += 1;
            seat.heard = Some(now.run);
            if seat.room != self.room {
                may_answer(seat);
            }
            if seat.receipt != receipt {
                seat.receipt = receipt;
                self.change();
            }
            return;
        }
        let fits = seat.admitted && up.start == self.start && up.n > seat.n;
        let id = line_id(&down, up.round);
        if !fits || !self.rounds.take(up.round, number, seat.way.people(), id, &up.said) {
            self.dropped.late += 1;
            return;
        }
        if seat.is_newest(up.n) {
            seat.room = room;
            seat.agreed.speak_under(agreed);
        }
        (seat.n, seat.receipt, seat.heard) = (up.n, receipt, Some(now.run));
        if room != self.room {
            may_answer(seat);
        }
        self.change();
        out.push(Effect::Event(Event::Said));
    }

    /// Agrees on keys with those who wait for it, as many as a second allows.
    pub(super) fn agree(&mut self, now: Now, chance: &mut dyn Chance, out: &mut Vec<Effect>) -> Result<(), NoChance> {
        let second = now.run / 1000;
        if self.budget.0 != second {
            self.budget = (second, 0, 0);
        }
        while self.budget.1 < AGREEMENTS_A_SECOND {
            let Some((room, id, frame)) = self.joins.pop_front() else {
                break;
            };
            let Some(secret) = self.secret_of(room).cloned() else {
                continue;
            };
            self.budget.1 += 1;
            let Some((join, keys)) = open_join((room, &secret), &self.keys, &frame) else {
                self.dropped.sealed += 1;
                continue;
            };
            let fits = self.seats.people().saturating_add(join.way.people()) <= self.people;
            let admitted = self.door && !self.stream && fits;
            match self.seats.join((id, room, now.run), (join, keys), admitted, chance)? {
                Some(number) => {
                    self.to_tell.push(number);
                    self.change();
                    out.push(Effect::Event(Event::Seats));
                }
                None => self.dropped.busy += 1,
            }
        }
        Ok(())
    }
}

/// A name for what a seat typed in a round, which nobody else can tell from any other.
fn line_id(down: &Key, round: u64) -> u32 {
    let hash =
        blake3::Hasher::new_keyed(down.bytes()).update(b"two-hats 1 line\0").update(&round.to_le_bytes()).finalize();
    let [a, b, c, d, ..] = *hash.as_bytes();
    u32::from_le_bytes([a, b, c, d])
}
