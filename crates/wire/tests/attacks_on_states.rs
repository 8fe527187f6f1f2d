//! The attacks on the protocol, by their numbers: what a broker may do to states.

mod support;

use support::{Dice, START};
use wire::{
    Dropped, HostKeys, Key, LARGEST_FRAME, Now, Order, RoomId, Shown, State, StateError, Told, VERIFIED_A_SECOND,
    Watch, seal_state,
};

struct Sealed {
    keys: HostKeys,
    secret: Key,
    room: RoomId,
    dice: Dice,
}

impl Sealed {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let (keys, secret) = (HostKeys::random(&mut dice).expect("chance"), Key::random(&mut dice).expect("chance"));
        let room = RoomId::of(&keys.pin(), &secret);
        Self { keys, secret, room, dice }
    }

    fn state(&mut self, order: Order, title: &str) -> Vec<u8> {
        let shown = Shown { story: title.to_owned(), ..Shown::default() };
        let told = Told::State(Box::new(State { shown, people: 300, ..State::default() }));
        seal_state(&self.keys, (self.room, &self.secret), order, &told, &mut self.dice).expect("it fits")
    }

    fn watch(&self) -> Watch {
        Watch::new(self.keys.pin(), (self.room, &self.secret), (0, 0))
    }
}

fn at(run: u64) -> Now {
    Now { wall: START + run, run }
}

#[test]
fn attack_15_state_signed_by_another_key() {
    let (mut own, mut other) = (Sealed::new(1), Sealed::new(2));
    let mut watch = own.watch();
    assert_eq!(watch.take(&other.state((9, 9), "no"), at(0)), Err(Dropped::Keys));
    // The right keys in front of another's signature.
    let (good, foreign) = (own.state((9, 9), "yes"), other.state((9, 9), "no"));
    let mut frame = good.clone();
    let end = frame.len() - 64;
    frame[end..].copy_from_slice(&foreign[foreign.len() - 64..]);
    assert_eq!(watch.take(&frame, at(0)), Err(Dropped::Signature));
    // The right keys and text under another secret of the same host: the signature names the room.
    let later = Key::random(&mut own.dice).expect("chance");
    let room = RoomId::of(&own.keys.pin(), &later);
    let frame = seal_state(&own.keys, (room, &later), (9, 9), &Told::Over, &mut own.dice).expect("it fits");
    assert_eq!(watch.take(&frame, at(0)), Err(Dropped::Signature));
    assert!(watch.take(&good, at(0)).is_ok());
}

#[test]
fn attack_15_a_signature_that_is_not_written_as_it_must_be() {
    let mut own = Sealed::new(3);
    let mut frame = own.state((9, 9), "yes");
    let mut watch = own.watch();
    // s + L is the same number to a careless reader.
    let order: [u8; 32] = [
        0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let (end, mut carry) = (frame.len() - 32, 0_u16);
    for (place, add) in order.iter().enumerate() {
        let sum = u16::from(frame[end + place]) + u16::from(*add) + carry;
        (frame[end + place], carry) = (sum as u8, sum >> 8);
    }
    assert_eq!(watch.take(&frame, at(0)), Err(Dropped::Signature));
}

#[test]
fn attack_16_a_bit_flipped_in_each_field() {
    let mut own = Sealed::new(4);
    let good = own.state((START, 77), "as it was told");
    for bit in 0..good.len() * 8 {
        let mut frame = good.clone();
        frame[bit / 8] ^= 1 << (bit % 8);
        let mut watch = own.watch();
        assert!(watch.take(&frame, at(0)).is_err(), "bit {bit} of {}", good.len() * 8);
        assert_eq!(watch.newest(), (0, 0), "nothing changed");
        assert!(watch.take(&good, at(0)).is_ok());
    }
}

#[test]
fn attack_17_bytes_behind_and_bytes_missing() {
    let mut own = Sealed::new(5);
    let good = own.state((1, 1), "whole");
    for more in [1, 64, 4000] {
        let mut frame = good.clone();
        frame.resize(good.len() + more, 0);
        assert!(own.watch().take(&frame, at(0)).is_err());
    }
    for length in 0..good.len() {
        assert!(own.watch().take(&good[..length], at(0)).is_err(), "the first {length} bytes");
    }
}

#[test]
fn attack_19_lengths_beyond_all_bounds() {
    let mut own = Sealed::new(6);
    let mut watch = own.watch();
    assert_eq!(watch.take(&vec![0; LARGEST_FRAME + 1], at(0)), Err(Dropped::Length));
    assert_eq!(watch.take(&vec![0xFF; 8 * LARGEST_FRAME], at(0)), Err(Dropped::Length));
    // What cannot be told is said before it is sent: a lot of text, and text that does not deflate.
    let mut told = |text: String| {
        let state = State { shown: Shown { story: text, ..Shown::default() }, ..State::default() };
        seal_state(&own.keys, (own.room, &own.secret), (1, 1), &Told::State(Box::new(state)), &mut own.dice)
    };
    assert!(matches!(told("a".repeat(12_289)), Err(StateError::TooLong(_))));
    assert!(told("a".repeat(12_000)).is_ok());
    let mut dice = Dice(1);
    let noise: String = (0..11_000).map(|_| char::from(33 + dice.roll(90) as u8)).collect();
    assert!(matches!(told(noise), Err(StateError::TooLong(_))));
}

#[test]
fn a_full_step_in_a_long_script_fits() {
    // 140 words of situation and six responses, three bytes a letter, hardly any of them alike.
    let mut dice = Dice(8);
    let mut words = |count: usize| -> String {
        let word = |dice: &mut Dice| -> String {
            (0..5).map(|_| char::from_u32(0x0905 + dice.roll(50) as u32).expect("a letter")).collect()
        };
        (0..count).map(|_| word(&mut dice)).collect::<Vec<_>>().join(" ")
    };
    let step = wire::Step {
        title: words(5),
        situation: (0..7).map(|_| words(20)).collect(),
        responses: (0..6).map(|_| words(20)).collect(),
    };
    let shown = Shown { step: Some(step), ..Shown::default() };
    let state = State { shown, receipts: vec![[7, 9]; 200], ..State::default() };
    let mut own = Sealed::new(9);
    let told = Told::State(Box::new(state));
    let frame = seal_state(&own.keys, (own.room, &own.secret), (1, 1), &told, &mut own.dice).expect("it fits");
    assert!(frame.len() < LARGEST_FRAME, "{}", frame.len());
    assert_eq!(own.watch().take(&frame, at(0)), Ok(told));
}

#[test]
fn attack_20_the_same_number_with_another_body() {
    let mut own = Sealed::new(10);
    let (first, second) = (own.state((5, 5), "first"), own.state((5, 5), "second"));
    let mut watch = own.watch();
    assert!(watch.take(&first, at(0)).is_ok());
    for frame in [&first, &second, &own.state((5, 4), "older"), &own.state((4, 900), "of an older start")] {
        assert_eq!(watch.take(frame, at(0)), Err(Dropped::Old));
    }
    assert!(watch.take(&own.state((5, 6), "newer"), at(0)).is_ok());
    assert!(watch.take(&own.state((6, 1), "of a later start"), at(0)).is_ok());
}

#[test]
fn signatures_are_verified_at_most_twenty_times_a_second() {
    let mut own = Sealed::new(11);
    let mut frame = own.state((5, 5), "good");
    let good = frame.clone();
    let end = frame.len() - 1;
    frame[end] ^= 1;
    let mut watch = own.watch();
    for _ in 0..VERIFIED_A_SECOND {
        assert_eq!(watch.take(&frame, at(10)), Err(Dropped::Signature));
    }
    assert_eq!(watch.take(&frame, at(999)), Err(Dropped::Busy));
    assert_eq!(watch.take(&good, at(999)), Err(Dropped::Busy));
    assert!(watch.take(&good, at(1_000)).is_ok(), "the next second is another one");
}
