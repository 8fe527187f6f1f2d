//! What waits to be sent to one connection: never more than a slow reader can be worth.

use crate::topic::Name;
use bytes::Bytes;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// Who a message is from, by the number of the connection.
pub type Sender = u64;

/// The most states of rooms that wait: the newest of each.
const ROOMS: usize = 8;

/// What waits for one connection. Of each room's states only the newest waits, of each sender's messages only the last
/// few; so a reader that stalls costs little, and finds what is true now once it reads again.
#[derive(Debug)]
pub struct Outbox {
    waiting: Mutex<Waiting>,
    bell: Notify,
    each: usize,
}

#[derive(Debug, Default)]
struct Waiting {
    states: VecDeque<(Name, Bytes)>,
    messages: VecDeque<(Sender, Bytes)>,
    counts: HashMap<Sender, usize>,
}

impl Outbox {
    /// Nothing waits; of one sender `each` messages may.
    pub fn new(each: usize) -> Self {
        Outbox { waiting: Mutex::default(), bell: Notify::new(), each: each.max(1) }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state of a room is to be sent, in place of an older one that still waits.
    pub fn put_state(&self, room: Name, frame: Bytes) {
        let mut waiting = self.waiting();
        match waiting.states.iter_mut().find(|(known, _)| *known == room) {
            Some((_, older)) => *older = frame,
            None => {
                if waiting.states.len() == ROOMS {
                    waiting.states.pop_front();
                }
                waiting.states.push_back((room, frame));
            }
        }
        drop(waiting);
        self.bell.notify_one();
    }

    /// A message is to be sent. Where too many of its sender wait, the oldest of them is dropped.
    pub fn put(&self, sender: Sender, frame: Bytes) {
        let mut waiting = self.waiting();
        let count = waiting.counts.entry(sender).or_default();
        *count += 1;
        if *count > self.each {
            *count -= 1;
            if let Some(at) = waiting.messages.iter().position(|(from, _)| *from == sender) {
                waiting.messages.remove(at);
            }
        }
        waiting.messages.push_back((sender, frame));
        drop(waiting);
        self.bell.notify_one();
    }

    /// What is to be sent next, if anything is: messages before states.
    pub fn take(&self) -> Option<Bytes> {
        let mut waiting = self.waiting();
        if let Some((sender, frame)) = waiting.messages.pop_front() {
            match waiting.counts.get_mut(&sender) {
                Some(count) if *count > 1 => *count -= 1,
                _ => {
                    waiting.counts.remove(&sender);
                }
            }
            return Some(frame);
        }
        waiting.states.pop_front().map(|(_, frame)| frame)
    }

    /// What is to be sent next, once there is something. Nothing is lost where this is given up.
    pub async fn next(&self) -> Bytes {
        loop {
            if let Some(frame) = self.take() {
                return frame;
            }
            self.bell.notified().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(sign: char) -> Name {
        Name::parse(&sign.to_string().repeat(Name::LENGTH)).expect("a name")
    }

    fn all(outbox: &Outbox) -> Vec<Bytes> {
        std::iter::from_fn(|| outbox.take()).collect()
    }

    #[test]
    fn a_slow_reader_finds_the_newest_state_of_each_room() {
        let outbox = Outbox::new(4);
        for (sign, state) in [('a', "1"), ('b', "1"), ('a', "2"), ('a', "3")] {
            outbox.put_state(room(sign), Bytes::from_static(state.as_bytes()));
        }
        assert_eq!(all(&outbox), ["3", "1"]);
        for sign in 'a'..='z' {
            outbox.put_state(room(sign), Bytes::from_static(b"x"));
        }
        assert_eq!(all(&outbox).len(), ROOMS);
    }

    #[test]
    fn a_sender_of_much_drops_its_own_oldest_and_nobody_elses() {
        let outbox = Outbox::new(2);
        outbox.put(7, Bytes::from_static(b"vote"));
        for number in 0..1_000_u32 {
            outbox.put(1, Bytes::from(number.to_string()));
        }
        assert_eq!(all(&outbox), ["vote", "998", "999"]);
        assert!(outbox.waiting().counts.is_empty());
        outbox.put(1, Bytes::from_static(b"again"));
        assert_eq!(all(&outbox), ["again"]);
    }

    #[tokio::test]
    async fn what_comes_wakes_who_waits() {
        let outbox = Outbox::new(1);
        let (frame, ()) = tokio::join!(outbox.next(), async { outbox.put(1, Bytes::from_static(b"x")) });
        assert_eq!(frame, "x");
    }
}
