//! The attacks on the protocol, by their numbers: floods, and brokers that fail.

mod support;

use std::collections::BTreeSet;
use support::forged::fake;
use support::{Dice, Mail, Room};
use wire::host::AGREEMENTS_A_SECOND;
use wire::seat::{Seat, Standing};
use wire::{LINE_FRAME, RoomId, SHORT_FRAME, SeatId};

#[test]
fn attack_21_ten_thousand_junk_frames_a_second() {
    let mut room = Room::joined(10);
    room.ask();
    let (name, ids): (RoomId, Vec<SeatId>) = (room.host().room(), room.phones.iter().flatten().map(Seat::id).collect());
    let mut dice = Dice(21);
    let mut junk = |room: &mut Room| {
        for at in 0..500_usize {
            let length = if at % 5 == 0 { LINE_FRAME } else { SHORT_FRAME };
            let mut payload = vec![at as u8; length];
            payload[0] = if length == LINE_FRAME { 3 } else { 1 + (dice.roll(2) as u8) };
            let topic = name.up_topic(ids[dice.roll(10) as usize]);
            room.publish(Mail { topic, payload, retain: false });
        }
        room.seen.clear();
        room.pass(50);
    };
    for tick in 0..200 {
        if tick == 60 {
            for phone in 0..10 {
                room.vote(phone, 1);
            }
        }
        junk(&mut room);
        if tick == 120 {
            assert_eq!(room.host().said(), 10, "all votes count within 3 s");
        }
    }
    assert_eq!(room.close(), [0, 10, 0]);
}

#[test]
fn attack_22_twenty_thousand_joins_a_minute() {
    let mut room = Room::joined(3);
    room.ask();
    let mut dice = Dice(22);
    let crowd: Vec<Mail> = (0..600).map(|_| fake(&mut room, &mut dice)).collect();
    let before = room.host.as_ref().expect("a host").seats(room.now).len();
    let seconds = 6;
    for (at, mail) in crowd.iter().cycle().take(333 * seconds).enumerate() {
        room.publish(mail.clone());
        if at % 17 == 0 {
            room.pass(50);
        }
        if at == 333 * 2 {
            room.vote(0, 1);
        }
        if at == 333 * 3 {
            assert_eq!(room.host().said(), 1, "votes go first");
        }
    }
    let agreed = room.host.as_ref().expect("a host").seats(room.now).len() - before;
    let most = (seconds as u32 + 2) * AGREEMENTS_A_SECOND;
    assert!(agreed as u32 <= most && agreed > 0, "{agreed} of at most {most}");
    assert_eq!(room.phone(0).standing(), Standing::In);
}

#[test]
fn attack_23_four_thousand_retained_votes_at_the_connect() {
    let mut room = Room::joined(1);
    room.ask();
    room.vote(0, 2);
    room.pass(500);
    let vote = room.last_vote(0);
    let name = room.host().room();
    for at in 0..4_000_u32 {
        let mut public = [0; 32];
        public[..4].copy_from_slice(&at.to_le_bytes());
        let topic = if at == 0 { vote.topic.clone() } else { name.up_topic(SeatId::of(&public)) };
        room.retain(&topic, &vote.payload);
    }
    room.reload_host();
    room.pass(3_000);
    assert_eq!(room.host().dropped().retained, 4_000, "none is looked at");
    room.pass(4_000);
    assert_eq!(room.close(), [0, 0, 1]);
}

#[test]
fn attack_24_a_will_is_a_vote_of_before() {
    let mut room = Room::joined(2);
    room.ask();
    room.vote(0, 0);
    room.pass(500);
    let will = room.last_vote(0);
    room.vote(0, 1);
    room.pass(1_000);
    room.publish(will);
    room.pass(500);
    assert_eq!(room.close(), [0, 1, 0]);
}

#[test]
fn attack_25_client_ids_are_never_the_same() {
    let mut room = Room::joined(1);
    for _ in 0..20 {
        room.kill_broker();
        room.pass(200);
        room.broker = true;
        room.pass(3_000);
    }
    let mut seen = BTreeSet::new();
    for client in 0..=1 {
        for name in room.names(client) {
            assert!(name.len() == 26 && name.bytes().all(|sign| sign.is_ascii_alphanumeric()), "{name}");
            assert!(seen.insert(name));
        }
    }
    assert!(seen.len() >= 40, "{} connections", seen.len());
    assert_eq!(room.phone(0).standing(), Standing::In);
}

#[test]
fn attack_26_and_27_topics_that_are_none() {
    for topic in [
        "",
        "#",
        "th/+/s",
        "$SYS/#",
        "th//v/",
        "th/aaaaaaaaaaaaaaaa/v",
        "th/aaaaaaaaaaaaaaaa/v/aaaaaaaaaaaaaaaa/x",
        "th/aaaaaaaaaaaaaaaa/s/aaaaaaaaaaaaaaaa",
        "th/AAAAAAAAAAAAAAAA/v/aaaaaaaaaaaaaaaa",
        "th/aaaaaaaaaaaaaaa\0/v/aaaaaaaaaaaaaaaa",
        "th/aaaaaaaaaaaaaaaaa/v/aaaaaaaaaaaaaaaa",
        "xth/aaaaaaaaaaaaaaaa/v/aaaaaaaaaaaaaaaa",
    ] {
        assert!(RoomId::of_up_topic(topic).is_none(), "{topic}");
    }
    assert!(RoomId::of_up_topic("th/aaaaaaaaaaaaaaaa/v/aaaaaaaaaaaaaaaa").is_some());
    assert!(RoomId::of_up_topic(&"/".repeat(60_000)).is_none());
}

#[test]
fn attack_28_broker_killed_and_host_reloaded_in_mid_vote() {
    for (broker, host) in [(true, false), (false, true), (true, true)] {
        let mut room = Room::joined(8);
        room.ask();
        for phone in 0..4 {
            room.vote(phone, 0);
        }
        room.pass(100);
        if broker {
            room.kill_broker();
        }
        if host {
            room.reload_host();
        }
        for phone in 4..8 {
            room.vote(phone, 2);
        }
        room.pass(2_000);
        room.broker = true;
        room.pass(15_000);
        let now = room.now;
        assert!((0..8).all(|phone| room.phone(phone).is_sent(now)), "broker {broker}, host {host}");
        assert_eq!(room.close(), [4, 0, 4]);
    }
}
