//! What a seat that joins again keeps: its vote, its receipt, its place, whatever the broker does with its joins.

mod support;

use support::{Dice, Evil, Mail, Room, START};
use wire::host::{Effect, Host};
use wire::seat::{Seat, Standing};
use wire::{Engine, Heard, JOIN_FRAME, Now, Said, Way, Wire};

/// A broker that hands on everything but states.
fn without_states(room: &mut Room) -> Evil {
    let topic = room.host().room().state_topic();
    Box::new(move |mail, _| if mail.topic == topic { Vec::new() } else { vec![(0, mail.clone())] })
}

/// All joins of a phone, each once, the earliest first.
fn joins(room: &mut Room, phone: usize) -> Vec<Mail> {
    let topic = room.host().room().up_topic(room.phone(phone).id());
    let mut joins: Vec<Mail> = Vec::new();
    for mail in room.seen.iter().filter(|mail| mail.topic == topic && mail.payload.len() == JOIN_FRAME) {
        if !joins.contains(mail) {
            joins.push(mail.clone());
        }
    }
    joins
}

/// Lets a phone join so many times more: its votes are not receipted, so that it takes the host for one that forgot it.
fn join_again(room: &mut Room, phone: usize, times: usize) {
    let before = joins(room, phone).len();
    for round in 0..times {
        room.ask();
        room.vote(phone, 0);
        room.evil = Some(without_states(room));
        room.pass(6_500);
        room.evil = None;
        room.pass(6_000);
        assert_eq!(joins(room, phone).len(), before + round + 1, "it has joined again");
    }
}

#[test]
fn a_vote_is_receipted_after_its_seat_joined_again() {
    let mut room = Room::joined(2);
    room.ask();
    room.vote(0, 1);
    room.evil = Some(without_states(&mut room));
    room.pass(6_500);
    assert_eq!(joins(&mut room, 0).len(), 2, "without a receipt it has joined again");
    room.evil = None;
    room.pass(5_000);
    let now = room.now;
    assert!(room.phone(0).is_sent(now), "the first state says so");
    assert_eq!(room.host().said(), 1);
    assert_eq!(room.close(), [0, 1, 0]);
}

#[test]
fn a_vote_that_was_counted_under_the_keys_of_before_is_not_called_late() {
    let mut room = Room::joined(2);
    room.ask();
    room.vote(0, 1);
    // Nothing comes to the host any more after the vote and the second join, and no state to the phone.
    let (states, mut joined) = (room.host().room().state_topic(), false);
    let own = room.host().room().up_topic(room.phone(0).id());
    let evil: Evil = Box::new(move |mail, _| {
        let passes = mail.topic != states && !(joined && mail.topic == own);
        joined |= mail.topic == own && mail.payload.len() == JOIN_FRAME;
        if passes { vec![(0, mail.clone())] } else { Vec::new() }
    });
    room.evil = Some(evil);
    room.pass(6_500);
    assert_eq!(room.close(), [0, 1, 0]);
    room.evil = None;
    room.pass(6_000);
    let mine = room.phone(0).mine().expect("an answer").clone();
    assert!(mine.counted && !mine.late, "{mine:?}");
    room.reload_phone(0);
    room.pass(6_000);
    let mine = room.phone(0).mine().expect("an answer").clone();
    assert!(mine.counted && !mine.late, "nor after a reload: {mine:?}");
}

#[test]
fn a_vote_that_is_sent_again_counts_once_and_changes_no_other() {
    let mut room = Room::joined(1);
    room.ask();
    room.vote(0, 0);
    room.pass(500);
    let first = room.last_vote(0);
    room.vote(0, 2);
    room.pass(500);
    let second = room.last_vote(0);
    for _ in 0..5 {
        for mail in [&first, &second] {
            room.publish(mail.clone());
        }
        room.pass(300);
        let now = room.now;
        assert!(room.phone(0).is_sent(now));
    }
    assert_eq!(room.host().said(), 1);
    assert_eq!(room.host().dropped().late, 10, "none is new");
    assert_eq!(room.close(), [0, 0, 1]);
}

#[test]
fn joins_said_once_more_push_no_seat_out_of_its_keys() {
    let mut room = Room::joined(1);
    join_again(&mut room, 0, 4);
    let all = joins(&mut room, 0);
    assert_eq!(all.len(), 5);
    for mail in &all[..4] {
        room.publish(mail.clone());
        room.pass(200);
    }
    room.ask();
    room.vote(0, 2);
    room.pass(1_000);
    let now = room.now;
    assert!(room.phone(0).is_sent(now), "it is heard under the keys that it has");
    assert_eq!(room.host().dropped().sealed, 0);
}

#[test]
fn an_old_join_said_once_more_leaves_nobody_at_the_door() {
    let mut room = Room::of(0, 1);
    room.pass(3_000);
    let kept = room.stored[&0].clone();
    room.phone(0).join(Way::Here);
    room.pass(2_000);
    assert_eq!(room.phone(0).standing(), Standing::Waiting);
    let first = joins(&mut room, 0).remove(0);
    // The phone is reloaded and has nothing of what it was answered: it joins anew.
    let mut tab = Seat::resume(&kept, None, room.now).expect("the same seat");
    tab.join(Way::Here);
    room.phones[0] = Some(tab);
    room.pass(3_000);
    assert_eq!(joins(&mut room, 0).len(), 2);
    room.publish(first);
    room.pass(1_000);
    let number = room.phone(0).given().expect("a number").number;
    room.host().admit(number);
    room.pass(1_000);
    assert_eq!(room.phone(0).standing(), Standing::In, "the answer names the challenge of its own join");
}

#[test]
fn two_tabs_that_joined_by_themselves_do_not_take_each_others_tick() {
    let mut room = Room::joined(1);
    let kept = room.stored[&0].clone();
    room.phones.push(Some(Seat::resume(&kept, None, room.now).expect("the same seat")));
    room.pass(6_000);
    // The first tab alone joins again.
    room.cut(1);
    join_again(&mut room, 0, 1);
    room.cut.clear();
    room.pass(6_000);
    room.ask();
    room.vote(1, 2);
    room.pass(1_000);
    let other = room.phone(1).kept();
    let now = room.now;
    room.phone(0).other(&other, now);
    let own = room.phone(0).kept();
    room.phone(1).other(&own, now);
    room.pass(1_000);
    for _ in 0..100 {
        room.pass(100);
        let now = room.now;
        assert!(room.phone(0).is_sent(now) && room.phone(1).is_sent(now));
    }
    assert_eq!(room.close(), [0, 0, 1]);
}

/// Whatever happens while votes are open, once messages go through again each phone's last answer is receipted and is
/// what counts.
#[test]
fn no_vote_is_lost_whatever_happens_in_mid_vote() {
    for seed in 0..24 {
        let mut room = Room::joined(5);
        let mut dice = Dice(1_000 + seed);
        room.ask();
        let mut last = [None; 5];
        let evil: Evil = Box::new(|mail, dice| match dice.roll(5) {
            0 | 1 => Vec::new(),
            2 => vec![(0, mail.clone()), (dice.roll(9_000), mail.clone())],
            _ => vec![(dice.roll(1_500), mail.clone())],
        });
        room.evil = Some(evil);
        for _ in 0..30 {
            let phone = dice.roll(5) as usize;
            match dice.roll(9) {
                0 => room.kill_broker(),
                1 | 2 => (room.broker, room.cut) = (true, Default::default()),
                3 => room.reload_host(),
                4 if room.stored.contains_key(&phone) => room.reload_phone(phone),
                5 => room.cut(phone),
                6 => room.host.as_mut().expect("a host").new_code(&[], &mut dice).expect("chance"),
                _ => {
                    let (response, now) = (dice.roll(3) as u8, room.now);
                    if room.phone(phone).say(Said::Vote(response), now) {
                        last[phone] = Some(response);
                    }
                }
            }
            room.pass(1 + dice.roll(3_000));
        }
        (room.broker, room.cut, room.evil) = (true, Default::default(), None);
        // A phone's longest waits: for its connection, and for its next word.
        room.pass(45_000);
        let now = room.now;
        let mut counts = [0; 3];
        for (phone, response) in last.iter().enumerate() {
            let Some(response) = response else { continue };
            let mine = room.phone(phone).mine().cloned();
            assert!(room.phone(phone).is_sent(now), "seed {seed}, phone {phone}: {mine:?}");
            assert_eq!(mine.expect("an answer").said, Said::Vote(*response), "seed {seed}, phone {phone}");
            counts[usize::from(*response)] += 1;
        }
        assert_eq!(room.close(), counts, "seed {seed}");
    }
}

#[test]
fn the_pages_own_host_may_ask_the_facilitator_for_a_login_that_no_link_holds() {
    let (mut dice, now) = (Dice(3), Now { wall: START, run: 0 });
    let by = |token: &str| Engine { address: String::new(), login: Some(("host".into(), token.into())) };
    let mut host = Host::open(5, Some(by("old-token")), now, &mut dice).expect("chance");
    let link = host.link(None).expect("a link");
    assert!(link.engine.is_none() && !link.fragment().contains("token"));
    let greeting = |host: &mut Host, dice: &mut Dice| {
        let effects = [Heard::Tick, Heard::Opened].map(|heard| host.take(heard, now, dice)).concat();
        let sent = effects.into_iter().filter_map(|effect| match effect {
            Effect::Wire(Wire::Send(bytes)) => Some(bytes),
            _ => None,
        });
        String::from_utf8_lossy(&sent.collect::<Vec<_>>().concat()).into_owned()
    };
    assert!(greeting(&mut host, &mut dice).contains("old-token"));
    // The program was started anew, and has another token; the room is the same.
    let room = host.room();
    assert!(!host.use_engine(Some(by("new-token")), now).is_empty());
    assert!(host.use_engine(Some(by("new-token")), now).is_empty(), "it is told once");
    assert!(greeting(&mut host, &mut dice).contains("new-token"));
    let kept = Host::resume(&host.kept(), now).expect("a room");
    assert_eq!((kept.room(), kept.engine()), (room, Some(&by("new-token"))));
}
