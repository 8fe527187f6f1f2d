//! The attacks on the protocol, by their numbers: floods, reloads, clocks, doors and codes.

mod support;

use support::forged::fake;
use support::{Dice, Evil, Mail, Room, START};
use wire::host::{Event, Host};
use wire::seat::{Seat, Standing, Trouble};
use wire::{Asks, HostKeys, Key, RoomId, Said, SeatId, Way, plain_line};

#[test]
fn attack_29_storage_full_cleared_or_restored_from_yesterday() {
    let mut room = Room::joined(2);
    let yesterday = room.kept.clone();
    room.pass(5_000);
    for response in [0, 1] {
        room.ask();
        room.vote(0, response);
        room.pass(3_000);
        // Nothing could be kept since, or what was kept is an older copy.
        room.kept = yesterday.clone();
        room.reload_host();
        room.pass(8_000);
        let now = room.now;
        assert!(room.phone(0).trouble(now).is_none(), "no state is refused for ever");
        assert!(room.host().tally().is_none(), "that copy knows of no round");
        room.ask();
        room.vote(0, 2);
        room.vote(1, 2);
        room.pass(3_000);
        assert_eq!(room.close(), [0, 0, 2], "numbers of rounds are given once");
    }
    // With its store cleared there is no room to go on with, and none is made of nothing.
    assert!(Host::resume(&[], room.now).is_err());
    assert!(Host::resume(&[1, 2, 3], room.now).is_err());
    assert!(Host::resume(&[200, 2, 3], room.now).is_err());
    let mut later = room.now;
    later.wall += wire::host::LONGEST_ROOM + 120_000;
    assert_eq!(Host::resume(&yesterday.expect("it was kept"), later).err(), Some(wire::host::KeptError::Old));
}

#[test]
fn attack_29_no_nonce_twice_in_a_million_frames() {
    let mut dice = Dice(29);
    let key = Key::random(&mut dice).expect("chance");
    let (room, seat) = (RoomId::parse("aaaaaaaaaaaaaaaa").expect("a name"), SeatId::of(&[1; 32]));
    let up = wire::Up { start: 1, round: 1, n: 1, said: Said::Vote(1) };
    let mut seen = std::collections::HashSet::with_capacity(1_000_000);
    for _ in 0..1_000_000 {
        let frame = wire::seal_up(&key, room, seat, &up, &mut dice).expect("chance");
        let nonce: [u8; 24] = frame[1..25].try_into().expect("24 bytes");
        assert!(seen.insert(nonce));
    }
}

#[test]
fn attack_30_two_windows_of_one_host() {
    let mut room = Room::joined(2);
    room.ask();
    room.vote(0, 1);
    room.pass(2_000);
    let mut first = room.host.take().expect("a host");
    let kept = room.kept.clone().expect("it was kept");
    room.host = Some(first);
    room.reload_host();
    first = Host::resume(&kept, wire::Now { wall: START, run: 0 }).expect("the older window");
    let start = room.host().start();
    assert!(Host::start_of(&kept).expect("a start") < start);
    let said = first.replaced(start + 1, room.now);
    assert!(said.contains(&wire::host::Effect::Event(Event::TakenOver)));
    assert!(first.take(wire::Heard::Tick, room.now, &mut Dice(1)).is_empty(), "it is silent from then on");
    assert!(room.host().replaced(start, wire::Now::default()).is_empty(), "not by itself");
    room.pass(6_000);
    assert_eq!(room.close(), [0, 1, 0]);
}

#[test]
fn attack_31_two_tabs_of_a_seat_vote_at_once() {
    let mut room = Room::joined(2);
    let kept = room.stored[&0].clone();
    let tab = room.phones.len();
    room.phones.push(Some(Seat::resume(&kept, None, room.now).expect("the same seat")));
    room.pass(6_000);
    assert_eq!(room.phone(tab).id(), room.phone(0).id());
    room.ask();
    room.vote(0, 0);
    room.pass(50);
    room.vote(tab, 2);
    room.pass(3_000);
    let (one, other) = (room.phone(0).kept(), room.phone(tab).kept());
    let now = room.now;
    room.phone(tab).other(&one, now);
    room.phone(0).other(&other, now);
    room.pass(6_000);
    let now = room.now;
    assert!(room.phone(0).is_sent(now) && room.phone(tab).is_sent(now));
    assert_eq!(room.phone(0).mine().expect("an answer").said, Said::Vote(2), "both show what counts");
    assert_eq!(room.close(), [0, 0, 1], "one seat, one vote");
}

#[test]
fn attack_32_clocks_that_are_wrong() {
    for off in [-3_600_000_i64, 10 * 365 * 86_400_000] {
        let mut room = Room::joined(2);
        room.ask();
        room.vote(0, 0);
        room.pass(1_000);
        let real = room.now.wall;
        room.now.wall = real.checked_add_signed(off).expect("a time");
        room.vote(1, 1);
        room.vote(0, 2);
        room.pass(2_000);
        room.now.wall = real;
        room.vote(1, 2);
        room.pass(3_000);
        let now = room.now;
        assert!(room.phone(0).is_sent(now) && room.phone(1).is_sent(now));
        assert_eq!(room.close(), [0, 0, 2]);
    }
}

#[test]
fn attack_34_nothing_is_left_after_closing() {
    let mut room = Room::joined(2);
    room.ask();
    room.vote(0, 1);
    room.pass(2_000);
    let link = room.host().link(None).expect("a link");
    let (topic, now) = (room.host().room().state_topic(), room.now);
    assert!(room.is_retained(&topic) && room.kept.is_some() && room.stored.len() == 2);
    room.host().close(now);
    room.pass(8_000);
    assert!(!room.is_retained(&topic), "the broker keeps nothing");
    assert!(room.kept.is_none() && room.stored.is_empty());
    assert!(room.events.contains(&Event::Closed));
    for phone in 0..2 {
        assert_eq!(room.phone(phone).standing(), Standing::Over);
    }
    let kept = [room.host().kept(), room.phone(0).kept()].concat();
    let text = link.fragment();
    let secret = Link48::of(&text);
    assert!(!kept.windows(32).any(|bytes| bytes == &secret[16..]), "no secret in what either still knows");
    assert!(room.host.as_ref().expect("a host").seats(room.now).is_empty());
    assert!(!format!("{:?}", link).contains(&text[22..40]), "no message for developers shows it");
}

/// The bytes of a link's text.
struct Link48;
impl Link48 {
    fn of(text: &str) -> Vec<u8> {
        const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let places = text.bytes().map(|sign| SIGNS.iter().position(|one| *one == sign).expect("a sign") as u32);
        let places: Vec<u32> = places.collect();
        let bits = places.chunks(4).map(|four| four.iter().fold(0, |bits, place| bits << 6 | place));
        bits.flat_map(|bits| bits.to_be_bytes()[1..].to_vec()).collect()
    }
}

#[test]
fn attack_37_three_hundred_fake_seats() {
    let mut room = Room::of(20, 0);
    room.pass(1_000);
    let mut dice = Dice(37);
    let crowd: Vec<Mail> = (0..300).map(|_| fake(&mut room, &mut dice)).collect();
    for mail in crowd {
        room.publish(mail);
    }
    room.pass(35_000);
    let seats = room.host.as_ref().expect("a host").seats(room.now);
    assert_eq!(seats.iter().filter(|seat| seat.admitted).count(), 20, "no more than there are people");
    assert_eq!(seats.len(), 300);
    // One press: a new code, for nobody that is there now.
    let all: Vec<u16> = seats.iter().map(|seat| seat.number).collect();
    room.host.as_mut().expect("a host").new_code(&all, &mut dice).expect("chance");
    room.pass(500);
    for _ in 0..20 {
        room.add_phone();
    }
    room.join_all();
    room.ask();
    for phone in 0..20 {
        room.vote(phone, 1);
    }
    room.pass(3_000);
    assert_eq!(room.close(), [0, 20, 0]);
}

#[test]
fn attack_38_new_code_in_mid_vote() {
    let mut room = Room::joined(6);
    room.ask();
    for phone in 0..3 {
        room.vote(phone, 0);
    }
    room.pass(100);
    let (old, removed) = (room.host().room(), room.phone(5).given().expect("a number").number);
    // Two of them hear nothing of it at first.
    room.cut(1);
    room.cut(3);
    room.host.as_mut().expect("a host").new_code(&[removed], &mut Dice(38)).expect("chance");
    let new = room.host().room();
    room.vote(3, 1);
    room.vote(4, 1);
    room.vote(5, 2);
    room.pass(4_000);
    room.cut.clear();
    room.pass(25_000);
    let now = room.now;
    for phone in 0..5 {
        assert_eq!(room.phone(phone).link().room(), new, "{phone}");
    }
    assert!((0..5).all(|phone| room.phone(phone).is_sent(now)));
    assert_eq!(room.close(), [3, 2, 0], "no admitted vote is lost");
    assert_eq!(room.phone(5).link().room(), old);
    assert_eq!(room.phone(5).trouble(now), Some(Trouble::HostSilent));
    assert!(!room.is_retained(&old.state_topic()), "nothing is left there to read");
    let told = room.seen.iter().filter(|mail| mail.topic == old.down_topic(room.phones[5].as_ref().expect("it").id()));
    assert!(told.count() >= 1);
    let secret = room.host().link(None).expect("a link").secret;
    assert!(room.phone(5).link().secret != secret);
}

#[test]
fn attack_43_lines_that_are_no_text() {
    let mut room = Room::joined(3);
    let now = room.now;
    let asks = Asks::Line { prompt: "What will you try?".into(), promise: false };
    room.host().open_round(asks.clone(), now);
    room.pass(500);
    let lines = [
        "\u{1F3A9}".repeat(280),
        "\u{202E}txt.exe\u{202C} <script>alert(1)</script>\u{0}\u{7}\r\n::error:: =cmd|' /C calc'!A0".to_owned(),
        format!("z{}a{}lgo", "\u{300}\u{301}\u{302}".repeat(20), "\u{489}".repeat(30)),
    ];
    for (phone, line) in lines.iter().enumerate() {
        let now = room.now;
        assert!(room.phone(phone).say(Said::Line(line.clone()), now) || phone == 99);
    }
    room.pass(3_000);
    let now = room.now;
    assert!((0..3).all(|phone| room.phone(phone).is_sent(now)));
    let typed: Vec<String> = room.host().typed().into_iter().map(|typed| typed.text).collect();
    assert_eq!(typed.len(), 3);
    for text in &typed {
        assert!(text.chars().all(|sign| !sign.is_control() && !('\u{202A}'..='\u{202E}').contains(&sign)), "{text}");
        assert!(!text.contains('\n'));
    }
    assert!(typed.contains(&"\u{1F3A9}".repeat(280)));
    assert!(typed.contains(&"txt.exe <script>alert(1)</script> ::error:: =cmd|' /C calc'!A0".to_owned()));
    assert!(typed.iter().any(|text| text.chars().count() == 9), "two marks a letter at most: {typed:?}");
    for none in ["", "  \n ", "\u{202E}\u{200B}", &"x".repeat(281)] {
        assert!(!asks.accepts(&Said::Line(none.to_owned())));
    }
    assert_eq!(plain_line("שלום עולם"), "שלום עולם");
}

#[test]
fn a_door_and_what_is_shared() {
    let mut room = Room::of(3, 4);
    room.pass(2_000);
    room.phone(0).join(Way::Shared(2));
    room.pass(1_500);
    room.phone(1).join(Way::Afar);
    room.pass(1_500);
    room.phone(2).join(Way::Here);
    room.pass(2_000);
    assert_eq!(room.phone(1).standing(), Standing::In);
    assert_eq!(room.phone(2).standing(), Standing::Waiting, "three people are here");
    let number = room.phone(2).given().expect("a number").number;
    room.host().admit(number);
    room.pass(500);
    assert_eq!(room.phone(2).standing(), Standing::In);
    room.ask();
    assert!(!room.host().is_door_open(), "the first vote closes it");
    room.vote(0, 1);
    room.vote(2, 0);
    room.pass(1_500);
    assert_eq!(room.host().said(), 3);
    assert_eq!(room.close(), [1, 2, 0], "a shared phone speaks for two");
    let open = room.host().link(None).expect("a link");
    room.host().set_stream(true);
    assert!(room.host().link(None).is_none(), "no code where everybody sees it");
    assert_eq!(room.host().invitation(None).fragment(), open.fragment(), "it is sent to whoever is far away");
    room.phone(3).join(Way::Here);
    room.pass(2_000);
    assert_eq!(room.phone(3).standing(), Standing::Waiting);
}

#[test]
fn late_and_changed_answers() {
    let mut room = Room::joined(2);
    room.ask();
    room.vote(0, 0);
    room.pass(2_000);
    room.vote(0, 1);
    room.cut(1);
    room.vote(1, 2);
    room.pass(4_000);
    let now = room.now;
    assert!(!room.phone(1).is_sent(now));
    assert_eq!(room.close(), [0, 1, 0]);
    room.cut.clear();
    room.pass(12_000);
    assert!(room.phone(1).mine().expect("an answer").late, "too late for this one");
    assert!(room.phone(0).mine().expect("an answer").counted);
    assert_eq!(room.phone(0).notes().len(), 1);
    assert!(room.phone(1).notes().is_empty());
    let now = room.now;
    assert!(!room.phone(1).say(Said::Vote(1), now), "it is closed");
    // The second vote on the same step tells who moved.
    room.host().open_round(Asks::Choice { offered: 3, again: true }, now);
    room.pass(500);
    room.vote(0, 2);
    room.vote(1, 2);
    room.pass(2_000);
    assert_eq!(room.close(), [0, 0, 2]);
    assert_eq!(room.host().moves(), [(1, 2, 1)]);
}

#[test]
fn a_phone_that_is_reloaded_is_the_same_seat() {
    let mut room = Room::joined(2);
    room.ask();
    room.vote(0, 1);
    room.pass(100);
    room.reload_phone(0);
    room.pass(5_000);
    let now = room.now;
    assert!(room.phone(0).is_sent(now));
    assert_eq!(room.host.as_ref().expect("a host").seats(now).len(), 2);
    assert_eq!(room.close(), [0, 1, 0]);
    let kept = room.stored[&0].clone();
    let mut later = room.now;
    later.wall += wire::host::LONGEST_ROOM + 60_000;
    assert!(Seat::resume(&kept, None, later).is_err(), "after a day it is forgotten");
    let other = HostKeys::random(&mut Dice(5)).expect("chance");
    let link = wire::Link { pin: other.pin(), secret: Key::new([1; 32]), engine: None };
    assert!(Seat::resume(&kept, Some(&link), room.now).is_err(), "another room, another seat");
    let effects = room.phone(0).erase(now);
    assert!(effects.contains(&wire::seat::Effect::Wipe));
    let evil: Evil = Box::new(|mail, _| vec![(0, mail.clone())]);
    room.evil = Some(evil);
    assert_eq!(room.phone(0).standing(), Standing::Over);
}
