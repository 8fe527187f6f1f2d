//! The attacks on the protocol, by their numbers: what seats and brokers may try with frames.

mod support;

use support::forged::host_public;
use support::{Dice, Evil, Mail, Room, START};
use wire::host::Host;
use wire::seat::{Standing, Trouble};
use wire::{HostKeys, Join, Key, RoomId, SHORT_FRAME, Said, SeatId, Up, Way, joining, open_join, seal_join, seal_up};

/// A seat's keys as an attacker in the room has them: its own, taken by joining as the phone does.
struct Attacker {
    key: Key,
    id: SeatId,
    keys: wire::SeatKeys,
    frame: Vec<u8>,
}

/// Somebody who has the link and writes frames by hand.
fn attacker(room: &mut Room, seed: u64) -> Attacker {
    let (host, link) = (host_public(room), room.host().link(None).expect("a link"));
    let mut dice = Dice(seed);
    let key = Key::random(&mut dice).expect("chance");
    let join = Join { challenge: [9; 16], way: Way::Here };
    let (frame, keys) = seal_join((link.room(), &link.secret), &host, &key, &join, &mut dice)
        .expect("chance")
        .expect("a key that can be agreed with");
    let id = joining(&frame).expect("a join");
    room.publish(Mail { topic: link.room().up_topic(id), payload: frame.clone(), retain: false });
    room.pass(1_500);
    Attacker { key, id, keys, frame }
}

fn say(room: &mut Room, of: &Attacker, as_seat: SeatId, on: SeatId, up: &Up) {
    let name = room.host().room();
    let frame = seal_up(&of.keys.up, name, as_seat, up, &mut Dice(3)).expect("chance");
    room.publish(Mail { topic: name.up_topic(on), payload: frame, retain: false });
    room.pass(500);
}

#[test]
fn attack_01_vote_on_another_seats_topic() {
    let mut room = Room::joined(2);
    room.host().set_people(3);
    let mallory = attacker(&mut room, 11);
    let round = room.ask();
    let (victim, start) = (room.phone(0).id(), room.host().start());
    let up = Up { start, round, n: START * 2, said: Said::Vote(2) };
    say(&mut room, &mallory, mallory.id, victim, &up);
    say(&mut room, &mallory, victim, victim, &up);
    assert_eq!(room.host().said(), 0, "nobody votes for another seat");
    say(&mut room, &mallory, mallory.id, mallory.id, &up);
    assert_eq!(room.close(), [0, 0, 1]);
}

#[test]
fn attack_02_vote_with_a_number_of_2_to_the_63() {
    let mut room = Room::joined(2);
    room.host().set_people(3);
    let mallory = attacker(&mut room, 12);
    let round = room.ask();
    let start = room.host().start();
    for n in [1 << 63, u64::MAX, 5] {
        say(&mut room, &mallory, mallory.id, mallory.id, &Up { start, round, n, said: Said::Vote(0) });
    }
    room.vote(0, 1);
    room.vote(1, 1);
    room.pass(2_000);
    assert_eq!(room.close(), [1, 2, 0], "it has harmed nobody but itself");
}

#[test]
fn attack_03_own_vote_with_another_seats_topic_in_its_data() {
    let mut room = Room::joined(1);
    room.host().set_people(2);
    let mallory = attacker(&mut room, 13);
    let round = room.ask();
    let (victim, start) = (room.phone(0).id(), room.host().start());
    say(&mut room, &mallory, victim, mallory.id, &Up { start, round, n: START * 2, said: Said::Vote(0) });
    assert_eq!(room.close(), [0, 0, 0]);
}

#[test]
fn attack_04_join_without_the_secret() {
    let mut room = Room::joined(1);
    room.host().set_people(9);
    let (host, link) = (host_public(&room), room.host().link(None).expect("a link"));
    let mut dice = Dice(14);
    let (key, guess) = (Key::random(&mut dice).expect("chance"), Key::random(&mut dice).expect("chance"));
    let join = Join { challenge: [1; 16], way: Way::Here };
    let sealed = seal_join((link.room(), &guess), &host, &key, &join, &mut dice).expect("chance").expect("sealed");
    let topic = link.room().up_topic(joining(&sealed.0).expect("a join"));
    room.publish(Mail { topic, payload: sealed.0, retain: false });
    room.pass(2_000);
    assert_eq!(room.host.as_ref().expect("a host").seats(room.now).len(), 1);
    assert_eq!(room.host().dropped().sealed, 1);
}

#[test]
fn attack_05_keys_of_low_order() {
    let mut dice = Dice(15);
    let (keys, secret) = (HostKeys::random(&mut dice).expect("chance"), Key::random(&mut dice).expect("chance"));
    let room = RoomId::of(&keys.pin(), &secret);
    let one = {
        let mut one = [0; 32];
        one[0] = 1;
        one
    };
    let (mut eight, mut p, mut above) = ([0xFF; 32], [0xFF; 32], [0xFF; 32]);
    eight.copy_from_slice(&hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"));
    (p[0], p[31]) = (0xED, 0x7F);
    (above[0], above[31]) = (0xEE, 0x7F);
    let key = Key::random(&mut dice).expect("chance");
    let join = Join { challenge: [1; 16], way: Way::Here };
    let good = seal_join((room, &secret), &keys.public(), &key, &join, &mut dice).expect("chance").expect("sealed").0;
    assert!(open_join((room, &secret), &keys, &good).is_some());
    for low in [[0; 32], one, eight, p, above] {
        for at in [0, 32] {
            let mut frame = good.clone();
            frame[at..at + 32].copy_from_slice(&low);
            assert!(open_join((room, &secret), &keys, &frame).is_none(), "no agreement with {low:?} at {at}");
        }
        let host = (keys.public().0, low);
        assert!(
            seal_join((room, &secret), &host, &key, &join, &mut dice).expect("chance").is_none(),
            "a phone agrees with no host whose key is {low:?}"
        );
    }
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hex")).collect()
}

#[test]
fn attack_06_join_sent_again_after_removal() {
    let mut room = Room::joined(2);
    room.host().set_people(3);
    let mallory = attacker(&mut room, 16);
    let number = room.host.as_ref().expect("a host").seats(room.now).last().expect("seats").number;
    let old = room.host().room();
    room.host.as_mut().expect("a host").new_code(&[number], &mut Dice(1)).expect("chance");
    room.pass(5_000);
    assert_ne!(old, room.host().room());
    for name in [old, room.host().room()] {
        room.publish(Mail { topic: name.up_topic(mallory.id), payload: mallory.frame.clone(), retain: false });
        room.pass(2_000);
        assert_eq!(room.host.as_ref().expect("a host").seats(room.now).len(), 2, "who was removed stays away");
    }
    // Its own key in the new room would need the new secret.
    let _ = mallory.key;
}

#[test]
fn attack_07_join_from_another_room() {
    let mut other = Room::joined(1);
    let frame = other.last_frame(0, wire::JOIN_FRAME).payload;
    let mut room = Room::of(9, 0);
    room.dice = Dice(99);
    room.host = Some(Host::open(9, None, room.now, &mut room.dice).expect("chance"));
    room.pass(1_000);
    let topic = room.host().room().up_topic(joining(&frame).expect("a join"));
    room.publish(Mail { topic, payload: frame, retain: false });
    room.pass(2_000);
    assert!(room.host.as_ref().expect("a host").seats(room.now).is_empty());
}

#[test]
fn attack_08_one_kind_of_frame_as_another() {
    let mut room = Room::joined(2);
    let round = room.ask();
    room.vote(0, 1);
    room.pass(500);
    let vote = room.last_vote(0);
    let (name, id) = (room.host().room(), room.phone(0).id());
    let down = room.seen.iter().rev().find(|mail| mail.topic == name.down_topic(id)).expect("an answer").clone();
    assert_eq!(down.payload.len(), SHORT_FRAME, "both ways, frames look alike");
    let join = room.last_frame(0, wire::JOIN_FRAME);
    let said = room.host().said();
    for kind in [2, 3, 4, 5] {
        let mut rating = vote.clone();
        rating.payload[0] = kind;
        room.publish(rating);
    }
    room.publish(Mail { topic: vote.topic.clone(), ..down });
    room.publish(Mail { topic: vote.topic.clone(), payload: join.payload[..SHORT_FRAME].to_vec(), retain: false });
    // What a seat says does not come back to it as the host's word either.
    room.publish(Mail { topic: name.down_topic(id), ..vote });
    room.pass(1_000);
    assert_eq!(room.host().said(), said);
    assert!(room.host().dropped().sealed >= 4, "{:?}", room.host().dropped());
    assert_eq!(room.phone(0).standing(), Standing::In);
    assert!(round > 0);
    assert_eq!(room.close(), [0, 1, 0]);
}

#[test]
fn attack_09_vote_of_a_round_that_was_undone() {
    let mut room = Room::joined(2);
    room.ask();
    room.vote(0, 0);
    room.pass(500);
    let old = room.last_vote(0);
    let again = room.ask();
    room.publish(old);
    room.pass(500);
    assert_eq!(room.host().said(), 0, "round {again} is another one");
    room.vote(0, 1);
    room.pass(500);
    assert_eq!(room.close(), [0, 1, 0]);
}

#[test]
fn attack_10_vote_of_an_earlier_start_after_a_reload() {
    let mut room = Room::joined(2);
    room.ask();
    room.pass(1_000);
    let kept = room.kept.clone();
    room.vote(0, 2);
    room.pass(200);
    let old = room.last_vote(0);
    // The page is gone before the vote was kept.
    room.kept = kept;
    room.reload_host();
    room.pass(200);
    room.publish(old);
    room.pass(20_000);
    let now = room.now;
    assert!(room.phone(0).is_sent(now), "it was said again to the host that is there now");
    assert_eq!(room.close(), [0, 0, 1], "and counted once");
}

#[test]
fn attack_11_two_seats_frames_swapped() {
    let mut room = Room::joined(2);
    room.ask();
    let ids = [room.phone(0).id(), room.phone(1).id()];
    let evil: Evil = Box::new(move |mail, _| {
        let (a, b) = (ids[0].to_string(), ids[1].to_string());
        let topic = if mail.topic.ends_with(&a) { mail.topic.replace(&a, &b) } else { mail.topic.replace(&b, &a) };
        vec![(0, Mail { topic, ..mail.clone() })]
    });
    room.evil = Some(evil);
    room.vote(0, 0);
    room.vote(1, 1);
    room.pass(4_000);
    assert_eq!(room.host().said(), 0, "what was swapped is not counted");
    room.evil = None;
    room.pass(20_000);
    assert_eq!(room.close(), [1, 1, 0]);
}

#[test]
fn attack_12_every_third_dropped_doubled_reordered_or_late() {
    let mut room = Room::of(12, 12);
    room.join_all();
    let evil: Evil = Box::new(|mail, dice| match dice.roll(6) {
        0 | 1 => Vec::new(),
        2 => vec![(0, mail.clone()), (dice.roll(900), mail.clone())],
        3 => vec![(30_000, mail.clone()), (dice.roll(2_000), mail.clone())],
        _ => vec![(dice.roll(700), mail.clone())],
    });
    room.evil = Some(evil);
    for _ in 0..3 {
        room.ask();
        room.pass(25_000);
        for phone in 0..12 {
            room.vote(phone, (phone % 3) as u8);
        }
        // Somebody thinks again, while the first answer may still be on its way.
        room.vote(4, 0);
        room.pass(45_000);
        let now = room.now;
        for phone in 0..12 {
            assert!(room.phone(phone).mine().expect("an answer").counted, "{phone} at {now:?}");
        }
        assert_eq!(room.host().close_round().expect("a round").counts, [5, 3, 4]);
    }
}

#[test]
fn attack_13_old_state_for_a_new_phone() {
    let mut room = Room::joined(1);
    let topic = room.host().room().state_topic();
    let old = room.seen.iter().rev().find(|mail| mail.topic == topic).expect("a state").clone();
    room.host().set_people(5);
    room.ask();
    room.pass(10_000);
    let at = room.add_phone();
    // The broker shows the newcomer nothing but the old state.
    let (first, name) = (old.payload.clone(), topic.clone());
    let evil: Evil = Box::new(move |mail, _| {
        let payload = if mail.topic == name { first.clone() } else { mail.payload.clone() };
        vec![(0, Mail { payload, ..mail.clone() })]
    });
    room.evil = Some(evil);
    room.retain(&topic, &old.payload);
    room.pass(1_000);
    assert!(room.phone(at).state().expect("the old state").asked.is_none());
    room.phone(at).join(Way::Here);
    room.host().set_door(true);
    room.pass(3_000);
    assert_eq!(room.phone(at).standing(), Standing::In);
    assert!(room.phone(at).state().is_none(), "the answer to the join says that it is an old one");
    room.pass(13_000);
    let now = room.now;
    assert_eq!(room.phone(at).trouble(now), Some(Trouble::HostSilent));
}

#[test]
fn attack_14_states_stop() {
    let mut room = Room::joined(1);
    room.ask();
    room.vote(0, 1);
    room.pass(1_000);
    let now = room.now;
    assert!(room.phone(0).is_sent(now) && room.phone(0).trouble(now).is_none());
    let topic = room.host().room().state_topic();
    let evil: Evil = Box::new(move |mail, _| if mail.topic == topic { Vec::new() } else { vec![(0, mail.clone())] });
    room.evil = Some(evil);
    room.pass(12_050);
    let now = room.now;
    assert_eq!(room.phone(0).trouble(now), Some(Trouble::HostSilent));
    assert!(!room.phone(0).is_sent(now), "the tick is taken back");
    room.evil = None;
    room.pass(6_000);
    let now = room.now;
    assert!(room.phone(0).is_sent(now) && room.phone(0).trouble(now).is_none());
}
