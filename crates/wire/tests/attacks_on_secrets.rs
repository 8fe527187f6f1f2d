//! The attacks on the protocol, by their numbers: chance, small rooms, and what a frame tells by itself.

mod support;

use support::{Broken, Dice, Room, START};
use wire::host::{Event, Host};
use wire::seat::{Seat, Trouble};
use wire::{Asks, Hat, Key, Link, Now, Phase, Reveal, RoomId, SHORT_FRAME, Said, SeatId, Shown, Up, open_up, seal_up};

#[test]
fn attack_33_no_random_bytes() {
    let now = Now { wall: START, run: 0 };
    assert!(Host::open(5, None, now, &mut Broken).is_err(), "none, no room");
    let mut room = Room::joined(1);
    let link: Link = room.host().link(None).expect("a link");
    assert!(Seat::new(link, now, &mut Broken).is_err());
    room.ask();
    room.vote(0, 1);
    let now = room.now;
    let sent = room.phone(0).take(wire::Heard::Tick, now, &mut Broken);
    assert!(sent.iter().all(|effect| !matches!(effect, wire::seat::Effect::Wire(wire::Wire::Send(_)))));
    assert_eq!(room.phone(0).trouble(now), Some(Trouble::NoChance));
    let host = room.host.as_mut().expect("a host");
    let later = Now { run: now.run + 6_000, ..now };
    assert!(host.take(wire::Heard::Tick, later, &mut Broken).contains(&wire::host::Effect::Event(Event::NoChance)));
}

#[test]
fn attack_35_rooms_of_1_4_and_5_voters() {
    for voters in [1, 4, 5_usize] {
        let mut room = Room::joined(voters);
        let round = room.ask();
        for phone in 0..voters {
            room.vote(phone, 1);
        }
        room.pass(1_500);
        assert!(room.host().tally().is_none(), "no bars before closing");
        let state = room.phone(0).state().expect("a state").clone();
        assert_eq!(state.asked.expect("a round").said, voters as u16, "how many, not what");
        assert!(matches!(state.shown.phase, Phase::Welcome));
        let tally = room.host().close_round().expect("a round");
        assert_eq!((tally.round, tally.voices), (round, voters as u32));
        assert_eq!(tally.shown(false).is_some(), voters >= 5);
        assert_eq!(tally.shown(true), Some(&[0, voters as u16, 0][..]), "where the room was told before");
        let reveal = Reveal {
            counts: tally.shown(false).map(<[u16]>::to_vec),
            hats: vec![Some(Hat::Leader); 3],
            ..Reveal::default()
        };
        room.host().show(Shown { phase: Phase::Reveal(reveal), ..Shown::default() });
        room.pass(1_000);
        let state = room.phone(0).state().expect("a state");
        let Phase::Reveal(reveal) = &state.shown.phase else { panic!("it is revealed") };
        assert_eq!(reveal.counts.is_some(), voters >= 5);
        assert_eq!(room.phone(0).notes()[0].hat, Some(Hat::Leader));
    }
}

#[test]
fn attack_36_frames_of_all_choices_have_one_length() {
    let (mut dice, room, seat) = (Dice(1), RoomId::parse("aaaaaaaaaaaaaaaa").expect("a name"), SeatId::of(&[1; 32]));
    let key = Key::random(&mut dice).expect("chance");
    let said = (0..=255).map(Said::Vote).chain((0..=255).map(Said::Reaction));
    let said = said.chain((1..=5).flat_map(|one| (1..=5).map(move |two| Said::Rating([one, two]))));
    for said in said.chain([Said::Here(true), Said::Here(false)]) {
        for number in [0, 1, 300, u64::MAX] {
            let up = Up { start: number, round: number, n: number, said: said.clone() };
            let frame = seal_up(&key, room, seat, &up, &mut dice).expect("chance");
            assert_eq!(frame.len(), SHORT_FRAME);
            assert_eq!(open_up(&key, room, seat, &frame), Some(up));
        }
    }
    for text in ["", "a", &"\u{1F3A9}".repeat(280), &"\u{1F3A9}".repeat(900)] {
        let up = Up { start: 1, round: 1, n: 1, said: Said::Line(text.to_owned()) };
        assert_eq!(seal_up(&key, room, seat, &up, &mut dice).expect("chance").len(), wire::LINE_FRAME);
    }
}

#[test]
fn attack_44_receipts_guessed_by_another_seat() {
    let mut room = Room::joined(6);
    let round = room.ask();
    for phone in 0..6 {
        room.vote(phone, 1);
    }
    room.pass(2_000);
    let receipts = room.phone(0).state().expect("a state").receipts.clone();
    let n = room.phone(1).mine().expect("an answer").n;
    // Whoever knows the round, the number and every choice learns nothing without the seat's key: under 65,536 keys each
    // choice fits about as often as any other.
    let mut dice = Dice(44);
    let mut fits = [0_u32; 3];
    for _ in 0..65_536 {
        let guess = Key::random(&mut dice).expect("chance");
        for (choice, fits) in fits.iter_mut().enumerate() {
            *fits += u32::from(wire::receipt(&guess, round, n, &Said::Vote(choice as u8)) == receipts[1]);
        }
    }
    assert!(fits.iter().all(|fits| *fits < 12), "{fits:?}");
    let mut distinct = receipts.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert!(distinct.len() >= 5, "the same choice has another receipt for each seat: {receipts:?}");
    let asks = Asks::Choice { offered: 3, again: false };
    assert!(asks.accepts(&Said::Vote(1)) && !asks.accepts(&Said::Vote(3)));
}
