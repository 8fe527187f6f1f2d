//! Who follows what: messages from one connection to the others.

use crate::outbox::{Outbox, Sender};
use crate::packet;
use crate::topic::{Filter, Name, Topic};
use bytes::Bytes;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most rooms of which the state is kept for those who come later.
const KEPT: usize = 16;

/// All rooms.
#[derive(Debug, Default)]
pub struct Hub {
    rooms: Mutex<Rooms>,
}

#[derive(Debug, Default)]
struct Rooms {
    rooms: HashMap<Name, Room>,
    /// How many states were ever kept: the order in which they were.
    kept: u64,
}

#[derive(Debug, Default)]
struct Room {
    /// The state that is kept, and when it was.
    state: Option<(u64, Bytes)>,
    states: Vec<Follower>,
    votes: Vec<Follower>,
    seats: HashMap<Name, Seat>,
}

#[derive(Debug, Default)]
struct Seat {
    votes: Vec<Follower>,
    answers: Vec<Follower>,
}

/// A connection, and what waits for it.
#[derive(Clone, Debug)]
pub struct Follower {
    /// The connection's number.
    pub number: Sender,
    /// What waits for it.
    pub outbox: Arc<Outbox>,
}

impl Room {
    /// Those who follow a filter.
    fn followers(&mut self, filter: Filter) -> &mut Vec<Follower> {
        match filter {
            Filter::Votes(_) => &mut self.votes,
            Filter::One(Topic::State(_)) => &mut self.states,
            Filter::One(Topic::Vote(_, seat)) => &mut self.seats.entry(seat).or_default().votes,
            Filter::One(Topic::Answer(_, seat)) => &mut self.seats.entry(seat).or_default().answers,
        }
    }

    fn is_empty(&self) -> bool {
        self.state.is_none() && self.states.is_empty() && self.votes.is_empty() && self.seats.is_empty()
    }
}

fn room(filter: Filter) -> Name {
    match filter {
        Filter::Votes(room) | Filter::One(Topic::State(room) | Topic::Vote(room, _) | Topic::Answer(room, _)) => room,
    }
}

impl Hub {
    fn rooms(&self) -> MutexGuard<'_, Rooms> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection follows a filter from now on, and gets the state that is kept.
    pub fn follow(&self, filter: Filter, follower: &Follower) {
        let mut rooms = self.rooms();
        let of_room = rooms.rooms.entry(room(filter)).or_default();
        let followers = of_room.followers(filter);
        if followers.iter().all(|known| known.number != follower.number) {
            followers.push(follower.clone());
        }
        if let (Filter::One(Topic::State(name)), Some((_, state))) = (filter, &of_room.state) {
            let frame = packet::publish(&Topic::State(name).to_string(), state, true);
            follower.outbox.put_state(name, frame);
        }
    }

    /// A connection follows a filter no more.
    pub fn leave(&self, filter: Filter, number: Sender) {
        let mut rooms = self.rooms();
        let name = room(filter);
        let Some(of_room) = rooms.rooms.get_mut(&name) else { return };
        of_room.followers(filter).retain(|follower| follower.number != number);
        of_room.seats.retain(|_, seat| !seat.votes.is_empty() || !seat.answers.is_empty());
        if of_room.is_empty() {
            rooms.rooms.remove(&name);
        }
    }

    /// A message for those who follow its topic. A state that is to be kept takes the place of what was kept of its room;
    /// an empty one clears it.
    pub fn pass(&self, from: Sender, topic: Topic, payload: &Bytes, keep: bool) {
        let frame = packet::publish(&topic.to_string(), payload, false);
        let mut rooms = self.rooms();
        match topic {
            Topic::State(name) => {
                if keep {
                    rooms.keep(name, payload);
                }
                let Some(of_room) = rooms.rooms.get(&name) else { return };
                of_room.states.iter().for_each(|follower| follower.outbox.put_state(name, frame.clone()));
            }
            Topic::Vote(name, seat) => {
                let Some(of_room) = rooms.rooms.get(&name) else { return };
                let of_seat = of_room.seats.get(&seat).into_iter().flat_map(|seat| &seat.votes);
                of_room.votes.iter().chain(of_seat).for_each(|follower| follower.outbox.put(from, frame.clone()));
            }
            Topic::Answer(name, seat) => {
                let seat = rooms.rooms.get(&name).and_then(|of_room| of_room.seats.get(&seat));
                let Some(seat) = seat else { return };
                seat.answers.iter().for_each(|follower| follower.outbox.put(from, frame.clone()));
            }
        }
    }

    /// How many rooms there are: with a state that is kept, or with somebody in them.
    pub fn count(&self) -> usize {
        self.rooms().rooms.len()
    }
}

impl Rooms {
    fn keep(&mut self, name: Name, payload: &Bytes) {
        if payload.is_empty() {
            if let Some(of_room) = self.rooms.get_mut(&name) {
                of_room.state = None;
                if of_room.is_empty() {
                    self.rooms.remove(&name);
                }
            }
            return;
        }
        self.kept += 1;
        self.rooms.entry(name).or_default().state = Some((self.kept, payload.clone()));
        let kept = || self.rooms.iter().filter_map(|(name, room)| Some((room.state.as_ref()?.0, *name)));
        if kept().count() > KEPT
            && let Some((_, oldest)) = kept().min_by_key(|(when, _)| *when)
        {
            self.keep(oldest, &Bytes::new());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(sign: char) -> Name {
        Name::parse(&sign.to_string().repeat(Name::LENGTH)).expect("a name")
    }

    fn follower(number: Sender) -> Follower {
        Follower { number, outbox: Arc::new(Outbox::new(4)) }
    }

    #[test]
    fn a_message_reaches_those_who_follow_and_nobody_else() {
        let (hub, host, seat, other) = (Hub::default(), follower(1), follower(2), follower(3));
        hub.follow(Filter::Votes(name('r')), &host);
        hub.follow(Filter::One(Topic::Answer(name('r'), name('a'))), &seat);
        hub.follow(Filter::One(Topic::Answer(name('r'), name('b'))), &other);
        hub.pass(2, Topic::Vote(name('r'), name('a')), &Bytes::from_static(b"vote"), false);
        hub.pass(1, Topic::Answer(name('r'), name('a')), &Bytes::from_static(b"number"), false);
        hub.pass(2, Topic::Vote(name('x'), name('a')), &Bytes::from_static(b"elsewhere"), false);
        let vote = packet::publish("th/rrrrrrrrrrrrrrrr/v/aaaaaaaaaaaaaaaa", &Bytes::from_static(b"vote"), false);
        assert_eq!((host.outbox.take(), host.outbox.take()), (Some(vote), None));
        assert!(seat.outbox.take().is_some() && seat.outbox.take().is_none() && other.outbox.take().is_none());
    }

    #[test]
    fn what_is_kept_is_bounded_and_cleared_by_an_empty_state() {
        let hub = Hub::default();
        for sign in ('a'..='z').chain('A'..='Z') {
            hub.pass(1, Topic::State(name(sign)), &Bytes::from_static(b"state"), true);
        }
        assert_eq!(hub.count(), KEPT);
        let late = follower(2);
        hub.follow(Filter::One(Topic::State(name('Z'))), &late);
        assert!(late.outbox.take().is_some());
        hub.pass(1, Topic::State(name('Z')), &Bytes::new(), true);
        assert!(late.outbox.take().is_some());
        hub.leave(Filter::One(Topic::State(name('Z'))), 2);
        hub.follow(Filter::One(Topic::State(name('Z'))), &late);
        assert_eq!(late.outbox.take(), None);
    }

    #[test]
    fn a_room_that_everybody_left_is_forgotten() {
        let (hub, one) = (Hub::default(), follower(1));
        let filters = [
            Filter::Votes(name('r')),
            Filter::One(Topic::State(name('r'))),
            Filter::One(Topic::Vote(name('r'), name('a'))),
            Filter::One(Topic::Answer(name('r'), name('a'))),
        ];
        filters.iter().for_each(|filter| hub.follow(*filter, &one));
        assert_eq!(hub.count(), 1);
        filters.iter().for_each(|filter| hub.leave(*filter, 1));
        assert_eq!(hub.count(), 0);
    }
}
