//! Seats: who has joined, who waits, who was removed, and what the host knows of each.

use crate::chance::{Chance, NoChance, draw};
use crate::join::{Agreed, Agreements, SeatKeys, Way};
use crate::keys::{RoomId, SeatId};
use crate::receipt::Receipt;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most seats of a room, whether they were let in or wait.
pub const MOST_SEATS: usize = 600;
/// Without a word for so long, in milliseconds, a seat counts as gone.
const GONE: u64 = 30_000;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Seated {
    pub(super) id: SeatId,
    /// The one under which it spoke last in front. Each tab of a phone that joined by itself has its own.
    pub(super) agreed: Agreements,
    pub(super) way: Way,
    pub(super) words: [u8; 2],
    pub(super) admitted: bool,
    pub(super) n: u64,
    pub(super) here_n: u64,
    pub(super) receipt: Receipt,
    /// The room in which it was heard last: after a new code it may still be in an older one.
    pub(super) room: RoomId,
    #[serde(skip)]
    pub(super) heard: Option<u64>,
    #[serde(skip)]
    pub(super) answered: Option<u64>,
    /// A second, and how many of its frames were opened in it.
    #[serde(skip)]
    pub(super) opened: (u64, u32),
}

/// A seat as the facilitator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatView {
    /// Its number.
    pub number: u16,
    /// Two words that stand on the phone, too.
    pub words: [u8; 2],
    /// How somebody takes part.
    pub way: Way,
    /// Whether it is let in, or waits.
    pub admitted: bool,
    /// Whether it was heard of in the last half minute.
    pub here: bool,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Seats {
    /// By number. A number is given once: its receipt's place is nobody else's.
    all: Vec<Option<Seated>>,
    removed: Vec<SeatId>,
    #[serde(skip)]
    places: BTreeMap<SeatId, u16>,
}

impl Seats {
    /// Finds places again after what was kept is read.
    pub(super) fn find_places(&mut self) {
        let seated = self.all.iter().enumerate();
        self.places = seated.filter_map(|(at, seat)| Some((seat.as_ref()?.id, at as u16))).collect();
    }

    pub(super) fn place(&self, id: SeatId) -> Option<u16> {
        self.places.get(&id).copied()
    }

    pub(super) fn get(&self, number: u16) -> Option<&Seated> {
        self.all.get(usize::from(number))?.as_ref()
    }

    pub(super) fn get_mut(&mut self, number: u16) -> Option<&mut Seated> {
        self.all.get_mut(usize::from(number))?.as_mut()
    }

    pub(super) fn is_removed(&self, id: SeatId) -> bool {
        self.removed.contains(&id)
    }

    pub(super) fn numbers(&self) -> Vec<u16> {
        self.places.values().copied().collect()
    }

    /// How many people the seats that are let in speak for.
    pub(super) fn people(&self) -> u16 {
        let people = self.all.iter().flatten().filter(|seat| seat.admitted).map(|seat| seat.way.people());
        people.fold(0, u16::saturating_add)
    }

    /// How many people are behind the seats that are let in and were heard of lately.
    pub(super) fn here(&self, run: u64) -> u16 {
        let here = self.all.iter().flatten().filter(|seat| seat.admitted && seat.is_here(run));
        here.map(|seat| seat.way.people()).fold(0, u16::saturating_add)
    }

    pub(super) fn receipts(&self) -> Vec<Receipt> {
        self.all.iter().map(|seat| seat.as_ref().map_or([0; 2], |seat| seat.receipt)).collect()
    }

    pub(super) fn view(&self, run: u64) -> Vec<SeatView> {
        let seats = self.all.iter().enumerate().filter_map(|(at, seat)| Some((at as u16, seat.as_ref()?)));
        let view = seats.map(|(number, seat)| SeatView {
            number,
            words: seat.words,
            way: seat.way,
            admitted: seat.admitted,
            here: seat.is_here(run),
        });
        view.collect()
    }

    /// Gives a new seat its number, or a known one its new keys. `None` where there is no room for more.
    pub(super) fn join(
        &mut self,
        (id, room, run): (SeatId, RoomId, u64),
        (join, keys): (crate::join::Join, SeatKeys),
        admitted: bool,
        chance: &mut dyn Chance,
    ) -> Result<Option<u16>, NoChance> {
        let agreed = Agreed { keys, challenge: join.challenge };
        if let Some(number) = self.place(id) {
            if let Some(seat) = self.get_mut(number) {
                // The same join once more, as whoever carries it may send it, changes nothing.
                if seat.agreed.add(agreed) {
                    seat.room = room;
                    if !seat.admitted {
                        seat.way = join.way;
                    }
                }
                seat.heard = Some(run);
            }
            return Ok(Some(number));
        }
        // Words tell phones apart as long as there are enough of them.
        let words = draw::<2>(chance)?.map(|byte| byte % 32);
        if self.places.len() >= MOST_SEATS || self.all.len() >= 4 * MOST_SEATS {
            return Ok(None);
        }
        let number = self.all.len() as u16;
        let mut agreements = Agreements::default();
        agreements.speak_under(agreed);
        self.all.push(Some(Seated {
            id,
            agreed: agreements,
            way: join.way,
            words,
            admitted,
            n: 0,
            here_n: 0,
            receipt: [0; 2],
            room,
            heard: Some(run),
            answered: None,
            opened: (0, 0),
        }));
        self.places.insert(id, number);
        Ok(Some(number))
    }

    /// Drops seats with their keys; those that were removed on purpose never come back by the same key.
    pub(super) fn drop_where(&mut self, mut gone: impl FnMut(u16, &Seated) -> bool, on_purpose: bool) {
        for (number, place) in self.all.iter_mut().enumerate() {
            if let Some(seat) = place
                && gone(number as u16, seat)
            {
                self.places.remove(&seat.id);
                if on_purpose {
                    self.removed.push(seat.id);
                }
                *place = None;
            }
        }
    }
}

impl Seated {
    /// Whether nothing that it has said is as new as this.
    pub(super) fn is_newest(&self, n: u64) -> bool {
        n > self.n.max(self.here_n)
    }

    pub(super) fn is_here(&self, run: u64) -> bool {
        self.heard.is_some_and(|heard| heard + GONE > run)
    }
}
