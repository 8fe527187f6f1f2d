//! Topics, wills, retained messages, client ids: what seats say that they may not.

use crate::support::*;
use std::time::Duration;
use tokio::time::{Instant, sleep};

#[tokio::test]
async fn attack_01_a_vote_on_another_seats_topic() {
    let running = House::new().on_loopback().await;
    let mut host = running.host().await;
    assert_eq!(host.follow(&format!("th/{ROOM}/v/+")).await, 0);
    let mut seat = running.seat().await;
    seat.send(&publish(&vote(SEAT), b"mine", 0)).await;
    assert_eq!(host.next().await, Got::Packet(publish(&vote(SEAT), b"mine", 0).into()));
    seat.send(&publish(&vote(OTHER), b"not mine", 0)).await;
    assert_eq!(seat.next().await, Got::Closed);
    assert!(host.is_alive().await, "nothing came of it");
}

/// Junk as fast as it is taken, from 20 sockets: each is read 20 times a second, and a vote comes through.
#[tokio::test(start_paused = true)]
async fn attack_21_ten_thousand_junk_frames_a_second() {
    let house = House::new();
    let mut host = house.host().await;
    host.follow(&format!("th/{ROOM}/v/+")).await;
    let mut floods = Vec::new();
    for number in 0..20 {
        let mut client = house.seat().await;
        floods.push(tokio::spawn(async move {
            let frame = publish(&vote(&format!("{number:016}")), &[0xFF; 500], 0);
            for _ in 0..5_000 {
                if !client.send(&frame).await {
                    break;
                }
            }
        }));
    }
    sleep(Duration::from_secs(5)).await;
    let mut seat = house.seat().await;
    let sent = Instant::now();
    seat.send(&publish(&vote(SEAT), b"vote", 0)).await;
    let wanted = publish(&vote(SEAT), b"vote", 0);
    let mut junk = 0;
    while host.next().await.packet() != wanted {
        junk += 1;
    }
    assert!(sent.elapsed() < Duration::from_secs(3), "{:?}", sent.elapsed());
    assert!(junk <= 20 * 20 * 8, "{junk} frames before it");
    floods.iter().for_each(tokio::task::JoinHandle::abort);
}

/// 20,000 joins in a minute from one phone: 20 a second are passed on. What waits for a page that does not read is few.
#[tokio::test(start_paused = true)]
async fn attack_22_twenty_thousand_joins_a_minute() {
    let house = House::new();
    let mut host = house.host().await;
    host.follow(&format!("th/{ROOM}/v/+")).await;
    let mut phone = house.seat().await;
    let flood = tokio::spawn(async move {
        for _ in 0..20_000 {
            phone.send(&publish(&vote(SEAT), &[1; 176], 0)).await;
        }
    });
    let mut came = 0;
    let minute = sleep(Duration::from_secs(60));
    tokio::pin!(minute);
    loop {
        tokio::select! {
            () = &mut minute => break,
            got = host.next() => { got.packet(); came += 1 }
        }
    }
    assert!((1_000..=20 * 61).contains(&came), "{came}");
    // Now the page reads nothing for nine seconds.
    sleep(Duration::from_secs(9)).await;
    flood.abort();
    sleep(Duration::from_secs(1)).await;
    let mut waited = 0;
    while host.next().await.packet()[0] == 0x30 {
        waited += 1;
        if waited == 1 {
            host.send(&[0xC0, 0]).await;
        }
    }
    assert!(waited < 100, "{waited}: what is on its way, and four that wait");
}

#[tokio::test]
async fn attack_23_four_thousand_retained_votes() {
    let running = House::new().on_loopback().await;
    for _ in 0..400 {
        let mut seat = running.seat().await;
        let votes: Vec<u8> = (0..10).flat_map(|_| publish(&vote(SEAT), b"vote", 1)).collect();
        seat.send(&votes).await;
        assert_eq!(seat.next().await, Got::Closed);
    }
    let mut host = running.host().await;
    for filter in [format!("th/{ROOM}/v/+"), vote(SEAT)] {
        assert_eq!(host.follow(&filter).await, 0);
    }
    assert!(host.is_alive().await, "nothing was kept");
}

#[tokio::test]
async fn attack_24_wills() {
    let running = House::new().on_loopback().await;
    let mut host = running.host().await;
    host.follow(&format!("th/{ROOM}/v/+")).await;
    host.follow(&state(ROOM)).await;
    for (topic, retain) in [(vote(SEAT), false), (state(ROOM), false), (state(ROOM), true), ("#".into(), false)] {
        let mut seat = running.socket().await;
        seat.send(&connect_with_will(&topic, retain)).await;
        assert_eq!(seat.next().await.packet(), [0x20, 2, 0, 5][..]);
        assert_eq!(seat.next().await, Got::Closed);
    }
    assert!(host.is_alive().await, "nobody's will was done");
}

#[tokio::test]
async fn attack_25_client_ids_taken_twenty_times() {
    let running = House::new().on_loopback().await;
    let (mut host, mut seat) = (running.host().await, running.seat().await);
    host.follow(&format!("th/{ROOM}/v/+")).await;
    seat.follow(&state(ROOM)).await;
    let mut others = Vec::new();
    for id in ["host", "seat"].into_iter().cycle().take(40) {
        let mut other = running.socket().await;
        other.send(&connect(id, None)).await;
        assert_eq!(other.next().await, CONNECTED);
        others.push(other);
    }
    host.send(&publish(&state(ROOM), b"state", 0)).await;
    assert_eq!(seat.next().await.packet(), publish(&state(ROOM), b"state", 0));
    seat.send(&publish(&vote(SEAT), b"vote", 0)).await;
    assert_eq!(host.next().await.packet(), publish(&vote(SEAT), b"vote", 0));
    for other in &mut others {
        assert!(other.is_alive().await);
    }
}

#[tokio::test]
async fn attack_26_wildcards_and_what_is_others() {
    let running = House::new().on_loopback().await;
    let mut seat = running.seat().await;
    assert_eq!(seat.follow(&answer(SEAT)).await, 0);
    let others = [
        "#",
        "+",
        "th/#",
        "th/+/s",
        "th/+/v/+",
        "th/+/a/+",
        "$SYS/#",
        "$SYS/broker/clients/total",
        "+/+/+/+",
        "",
        &format!("th/{ROOM}/#"),
        &format!("th/{ROOM}/+"),
        &format!("th/{ROOM}/v/+"),
        &format!("th/{ROOM}/a/+"),
        &format!("$share/all/th/{ROOM}/s"),
        &vote(SEAT),
        &vote(OTHER),
        &answer(OTHER),
    ];
    for filter in others {
        assert_eq!(seat.follow(filter).await, 0x80, "{filter}");
    }
    let mut host = running.host().await;
    host.send(&publish(&answer(OTHER), b"for another", 0)).await;
    host.send(&publish(&state(ROOM), b"to all who follow", 1)).await;
    running.seat().await.send(&publish(&vote(OTHER), b"for the host", 0)).await;
    assert!(host.is_alive().await && seat.is_alive().await, "nothing of it came");
    // The page of the facilitator has one wildcard, and no more.
    for filter in ["#", "th/+/v/+", "$SYS/#", &format!("th/{ROOM}/a/+")] {
        assert_eq!(host.follow(filter).await, 0x80, "{filter}");
    }
    // Of many filters the first few are followed.
    for number in 0..6 {
        let code = seat.follow(&state(&format!("{number:016}"))).await;
        assert_eq!(code, if number < 3 { 0 } else { 0x80 }, "{number}");
    }
}

#[tokio::test]
async fn attack_27_topics_that_are_none() {
    let running = House::new().on_loopback().await;
    let mut host = running.host().await;
    host.follow(&format!("th/{ROOM}/v/+")).await;
    let long = "x".repeat(12_000);
    let topics = [
        "",
        "th",
        "#",
        "+",
        "$SYS/x",
        "th/\0/s",
        &format!("th/{ROOM}/v/{}\0", &SEAT[1..]),
        &"a/".repeat(6_000),
        &long,
        &format!("th/{ROOM}/v/{SEAT}/{SEAT}"),
        &format!("th/{ROOM}/v/+"),
        &state(ROOM),
        &answer(SEAT),
    ];
    for topic in topics {
        let mut seat = running.seat().await;
        seat.send(&publish(topic, b"vote", 0)).await;
        assert_eq!(seat.next().await, Got::Closed, "{}", &topic[..topic.len().min(30)]);
    }
    // A topic as long as MQTT allows makes a packet that is too long, as a filter does.
    let longest = "x".repeat(65_000);
    for bytes in [publish(&longest, b"", 0), subscribe(1, &longest)] {
        let mut seat = running.seat().await;
        seat.send(&bytes).await;
        assert_eq!(seat.next().await, Got::Closed);
    }
    // Bytes that are no text, QoS, and a message longer than any seat's.
    let no_text = packet(0x30, &[0, 2, 0xFF, 0xFE, 1]);
    for bytes in [
        no_text,
        publish(&vote(SEAT), b"vote", 2),
        publish(&vote(SEAT), b"vote", 8),
        publish(&vote(SEAT), &[0; 5_000], 0),
    ] {
        let mut seat = running.seat().await;
        seat.send(&bytes).await;
        assert_eq!(seat.next().await, Got::Closed);
    }
    assert!(host.is_alive().await, "nothing of it came");
}
