//! A room: a facilitator's page and its phones, over real sockets.

mod support;

use server::Limits;
use std::time::Duration;
use support::*;
use tokio::time::sleep;

fn name(number: usize) -> String {
    format!("seat{number:012}")
}

#[tokio::test]
async fn forty_phones_hear_the_room_vote_and_get_their_answers() {
    let running = House::new().on_loopback().await;
    let mut host = running.host().await;
    assert_eq!(host.follow(&format!("th/{ROOM}/v/+")).await, 0);
    let mut phones = Vec::new();
    for number in 0..40 {
        let mut phone = running.seat().await;
        assert_eq!((phone.follow(&state(ROOM)).await, phone.follow(&answer(&name(number))).await), (0, 0));
        phones.push(phone);
    }
    // A state of the greatest size.
    let told = publish(&state(ROOM), &[7; 8_000], 0);
    host.send(&told).await;
    for (number, phone) in phones.iter_mut().enumerate() {
        assert_eq!(phone.next().await.packet(), told);
        phone.send(&publish(&vote(&name(number)), &[number as u8; 140], 0)).await;
    }
    let mut votes = Vec::new();
    for _ in 0..40 {
        let vote = host.next().await.packet();
        host.send(&publish(&answer(std::str::from_utf8(&vote[27..43]).expect("a seat")), &vote[43..], 0)).await;
        votes.push(vote[43]);
    }
    votes.sort_unstable();
    assert_eq!(votes, (0..40).collect::<Vec<u8>>());
    for (number, phone) in phones.iter_mut().enumerate() {
        assert_eq!(phone.next().await.packet(), publish(&answer(&name(number)), &[number as u8; 140], 0));
    }
    phones.truncate(12);
    while running.house.server.summary().seats > 12 {
        sleep(Duration::from_millis(5)).await;
    }
    let summary = running.stop().await;
    assert_eq!((summary.seats, summary.most, summary.hosts), (12, 40, 1));
    let said = "The facilitator's page was connected, and 12 phones were; at most 40 at once.";
    assert_eq!(summary.to_string(), said);
    assert_eq!(phones[0].next().await, Got::Closed);
}

#[tokio::test]
async fn who_comes_late_gets_the_state_that_was_kept_and_none_once_it_is_cleared() {
    let running = House::new().on_loopback().await;
    let mut host = running.host().await;
    host.send(&publish(&state(ROOM), b"first", 1)).await;
    host.send(&publish(&state(ROOM), b"second", 1)).await;
    host.send(&publish(&state(ROOM), b"not kept", 0)).await;
    assert!(host.is_alive().await);
    let mut late = running.seat().await;
    late.follow(&state(ROOM)).await;
    assert_eq!(late.next().await.packet(), publish(&state(ROOM), b"second", 1));
    // The page that went leaves it behind.
    drop(host);
    let mut later = running.seat().await;
    later.follow(&state(ROOM)).await;
    assert_eq!(later.next().await.packet(), publish(&state(ROOM), b"second", 1));
    let mut host = running.host().await;
    host.send(&publish(&state(ROOM), b"", 1)).await;
    assert_eq!(late.next().await.packet(), publish(&state(ROOM), b"", 0));
    let mut last = running.seat().await;
    last.follow(&state(ROOM)).await;
    assert!(last.is_alive().await, "nothing was kept");
}

#[tokio::test]
async fn a_phone_that_stalls_finds_the_newest_state() {
    // It may stall for as long as the test takes, and the states come as fast as they can.
    let limits = Limits { host_rate: 1_000_000, send_within: Duration::from_secs(600), ..Limits::default() };
    let running = House::with(limits).on_loopback().await;
    let (mut host, mut phone) = (running.host().await, running.seat().await);
    phone.follow(&state(ROOM)).await;
    // More than all that any system holds of what is on its way.
    for number in 0..4_000_u32 {
        host.send(&publish(&state(ROOM), &[&number.to_be_bytes()[..], &[0; 8_000]].concat(), 0)).await;
    }
    assert!(host.is_alive().await);
    let (mut came, mut last) = (0, 0);
    while last < 3_999 {
        let state = phone.next().await.packet();
        let number = u32::from_be_bytes(state[state.len() - 8_004..state.len() - 8_000].try_into().expect("a number"));
        assert!(number >= last, "never an older one");
        (came, last) = (came + 1, number);
    }
    assert!(came < 3_000, "{came}");
}

#[tokio::test]
async fn two_tabs_of_a_seat_and_two_consoles_all_hear() {
    let running = House::new().on_loopback().await;
    let (mut one, mut two) = (running.host().await, running.host().await);
    let (mut tab, mut other) = (running.seat().await, running.seat().await);
    for host in [&mut one, &mut two] {
        host.follow(&format!("th/{ROOM}/v/+")).await;
        host.follow(&state(ROOM)).await;
    }
    for tab in [&mut tab, &mut other] {
        tab.follow(&answer(SEAT)).await;
        tab.send(&publish(&vote(SEAT), b"vote", 0)).await;
    }
    for host in [&mut one, &mut two] {
        assert_eq!(host.next().await.packet(), publish(&vote(SEAT), b"vote", 0));
        assert_eq!(host.next().await.packet(), publish(&vote(SEAT), b"vote", 0));
    }
    one.send(&publish(&answer(SEAT), b"number", 0)).await;
    one.send(&publish(&state(ROOM), b"state", 0)).await;
    assert_eq!(tab.next().await, other.next().await);
    assert_eq!(two.next().await.packet(), publish(&state(ROOM), b"state", 0));
    // What is left is heard no more.
    tab.send(&packet(0xA2, &[&[0, 9][..], &[0, 38], answer(SEAT).as_bytes()].concat())).await;
    assert_eq!(tab.next().await.packet(), [0xB0, 2, 0, 9][..]);
    one.send(&publish(&answer(SEAT), b"again", 0)).await;
    assert_eq!(other.next().await.packet(), publish(&answer(SEAT), b"again", 0));
    assert!(tab.is_alive().await);
    tab.send(&[0xE0, 0]).await;
    assert_eq!(tab.next().await, Got::Closed);
}
