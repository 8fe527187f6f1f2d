//! The attacks of the wire's list that the server answers for, by their numbers.

mod support;

use proptest::prelude::*;
use std::time::Duration;
use support::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, sleep};
use tokio_tungstenite::tungstenite::Error;
use server::door::{Code, Door, Tried, WRONG};
use server::packet::Packets;
use server::talk::{Action, Rights, Talk};

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
    // Now the page reads nothing for a minute.
    sleep(Duration::from_secs(60)).await;
    flood.abort();
    sleep(Duration::from_secs(1)).await;
    let mut waited = 0;
    while host.next().await.packet()[0] == 0x30 {
        waited += 1;
        if waited == 1 {
            host.send(&[0xC0, 0]).await;
        }
    }
    assert!(waited < 60, "{waited}: what is in the pipes, and four that wait");
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
        "#", "+", "th/#", "th/+/s", "th/+/v/+", "th/+/a/+", "$SYS/#", "$SYS/broker/clients/total", "+/+/+/+", "",
        &format!("th/{ROOM}/#"), &format!("th/{ROOM}/+"), &format!("th/{ROOM}/v/+"), &format!("th/{ROOM}/a/+"),
        &format!("$share/all/th/{ROOM}/s"), &vote(SEAT), &vote(OTHER), &answer(OTHER),
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
    for number in 0..100 {
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
        "", "th", "#", "+", "$SYS/x", "th/\0/s", &format!("th/{ROOM}/v/{}\0", &SEAT[1..]), &"a/".repeat(6_000), &long,
        &format!("th/{ROOM}/v/{SEAT}/{SEAT}"), &format!("th/{ROOM}/v/+"), &state(ROOM), &answer(SEAT),
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
    for bytes in [no_text, publish(&vote(SEAT), b"vote", 2), publish(&vote(SEAT), b"vote", 8), publish(&vote(SEAT), &[0; 5_000], 0)] {
        let mut seat = running.seat().await;
        seat.send(&bytes).await;
        assert_eq!(seat.next().await, Got::Closed);
    }
    assert!(host.is_alive().await, "nothing of it came");
}

/// A generator that needs no chance: the same codes each time.
fn codes() -> impl FnMut() -> Option<Code> {
    let mut lots = 0x2545_F491_4F6C_DD1D_u64;
    move || {
        Code::by_chance(|| {
            lots ^= lots << 13;
            lots ^= lots >> 7;
            lots ^= lots << 17;
            Some((lots >> 32) as u8)
        })
    }
}

#[test]
fn attack_39_a_hundred_thousand_guesses_of_the_code() {
    let (mut fresh, mut guess) = (codes(), codes());
    let mut door = Door::default();
    assert!(door.open(0, "link", &mut fresh));
    // The guesser's codes are not those of the door.
    (0..7).for_each(|_| drop(guess()));
    let (mut looked_at, mut told) = (0, 0);
    for number in 0..100_000_u64 {
        // Ten a second, from however many phones.
        let (now, typed) = (number * 100, guess().expect("a code").to_string());
        match door.attempt(now, &typed, &mut fresh) {
            Tried::Right(_) => panic!("{typed} was guessed"),
            Tried::Wrong => looked_at += 1,
            Tried::TooSoon => {}
            Tried::Shut => panic!("the facilitator's page is there"),
        }
        let now = door.tell(now);
        assert!(now.wrong < WRONG);
        told = now.renewed;
    }
    // In 10,000 seconds one is looked at a second, and none of 20 looks at the same code.
    assert_eq!(looked_at, 10_000);
    assert_eq!(told, 10_000 / WRONG);
}

#[tokio::test]
async fn attack_39_guesses_over_the_network() {
    let running = House::new().on_loopback().await;
    let (host, token) = (running.address.to_string(), running.house.token.clone());
    let bearer = format!("Authorization: Bearer {token}\r\n");
    let post = |code: &str| {
        let mut asked = request("POST /code", &host, &format!("Content-Length: {}\r\n", code.len()));
        asked.extend(code.as_bytes());
        asked
    };
    assert_eq!(status(&running.ask(&post("K3V8TQ")).await), 410);
    let mut put = request("PUT /host", &host, &format!("{bearer}Content-Length: 4\r\n"));
    put.extend(b"link");
    let answer = running.ask(&put).await;
    let code = body(&answer).split("\"code\":\"").nth(1).expect("a code")[..6].to_owned();
    assert_eq!(body(&running.ask(&post(&code)).await), "link");
    let mut counts = [0; 2];
    for _ in 0..200 {
        match status(&running.ask(&post("222222")).await) {
            404 => counts[0] += 1,
            429 => counts[1] += 1,
            other => panic!("{other}"),
        }
    }
    assert!(counts[0] >= 1 && counts[1] >= 100, "{counts:?}");
    assert!(running.ask(&request("GET /host", &host, &bearer)).await.contains(&format!("\"wrong\":{}", counts[0])));
    assert!(running.ask(&request("DELETE /host", &host, &bearer)).await.contains("\"code\":null"));
    assert_eq!(status(&running.ask(&post(&code)).await), 410);
    // What is no code at all is wrong, or not read.
    for nonsense in ["", "{}", &"x".repeat(100_000)] {
        assert!(matches!(status(&running.ask(&post(nonsense)).await), 410));
    }
}

#[tokio::test]
async fn attack_40_origins_and_hosts_of_others() {
    let running = House::new().on_loopback().await;
    let host = running.address.to_string();
    let refused = async |host: &str, origin: Option<&str>| match open(running.tcp().await, host, origin).await {
        Err(Error::Http(answer)) => answer.status().as_u16(),
        Err(other) => panic!("{other}"),
        Ok(_) => 101,
    };
    assert_eq!(refused(&host, Some(&format!("http://{host}"))).await, 101);
    assert_eq!(refused(&host, None).await, 403);
    for origin in ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1", "http://127.0.0.1:1", "file://"] {
        assert_eq!(refused(&host, Some(origin)).await, 403, "{origin}");
    }
    let port = running.address.port();
    for other in ["evil.example", &format!("evil.example:{port}"), "127.0.0.1:1", &format!("10.0.0.1:{port}")] {
        // A name that was made to lead here: host and origin agree with each other.
        assert_eq!(refused(other, Some(&format!("http://{other}"))).await, 421, "{other}");
    }
    for line in ["GET /", "GET /host", "POST /code", "GET /join/", "OPTIONS *", "GET http://evil.example/"] {
        assert_eq!(status(&running.ask(&request(line, "evil.example", "")).await), 421, "{line}");
    }
    assert_eq!(status(&running.ask(&request("GET http://evil.example/", &host, "")).await), 421);
    assert_eq!(status(&running.ask(&request("GET /", &host, &format!("Host: {host}\r\n"))).await), 421);
    assert_eq!(status(&running.ask(b"GET / HTTP/1.0\r\n\r\n").await), 421);
    let foreign = "Origin: http://evil.example\r\n";
    for line in ["POST /code", "PUT /host", "GET /"] {
        assert_eq!(status(&running.ask(&request(line, &host, foreign)).await), 403, "{line}");
    }
    assert_eq!(status(&running.ask(&request("GET /", &host, "")).await), 200);
}

#[tokio::test]
async fn attack_41_a_phone_opens_the_hosts_page_and_guesses_tokens() {
    let house = House::new();
    let bearer = |token: &str| format!("Authorization: Bearer {token}\r\n");
    // Even the right token is worth nothing on another device.
    for token in ["", "0", &"0".repeat(32), &house.token, &house.token.to_uppercase(), &house.token[..31]] {
        for line in ["GET /host", "PUT /host", "DELETE /host", "POST /host"] {
            let answer = ask(house.dial(PHONE, HERE), &request(line, HERE, &bearer(token))).await;
            assert_eq!(status(&answer), 403, "{line} {token}");
            assert!(!answer.contains("addresses"));
        }
        let mut phone = house.phone().await;
        phone.send(&connect("host", Some(("host", token)))).await;
        assert_eq!(phone.next().await.packet(), [0x20, 2, 0, 4][..]);
        assert_eq!(phone.next().await, Got::Closed);
    }
    // On this device the right one alone is.
    let near = |token: &str| {
        ask(house.dial("127.0.0.1:50125", "127.0.0.1:8640"), &request("GET /host", "localhost:8640", &bearer(token)))
    };
    assert_eq!(status(&near(&house.token).await), 200);
    assert_eq!(status(&near(&"0".repeat(32)).await), 403);
    // Another user's name is nobody's, and a seat has no rights of a host.
    let mut phone = house.phone().await;
    phone.send(&connect("x", Some(("admin", &house.token)))).await;
    assert_eq!(phone.next().await.packet(), [0x20, 2, 0, 4][..]);
    let mut seat = house.seat().await;
    seat.send(&publish(&state(ROOM), b"forged", 1)).await;
    assert_eq!(seat.next().await, Got::Closed);
    let mut seat = house.seat().await;
    assert_eq!(seat.follow(&state(ROOM)).await, 0);
    assert!(seat.is_alive().await, "nothing was forged");
}

/// 500 halves of a CONNECT: all are closed after five seconds, and a seat connects meanwhile.
#[tokio::test(start_paused = true)]
async fn attack_42_half_a_connect_five_hundred_times() {
    let house = House::new();
    let whole = connect("seat", None);
    let began = Instant::now();
    let mut halves = Vec::new();
    for _ in 0..500 {
        let mut client = house.phone().await;
        client.send(&whole[..whole.len() / 2]).await;
        halves.push(client);
    }
    assert!(house.seat().await.is_alive().await);
    for half in &mut halves {
        assert_eq!(half.next().await, Got::Closed);
    }
    assert!(began.elapsed() < Duration::from_secs(7), "{:?}", began.elapsed());
    assert_eq!(house.server.summary().seats, 0);
}

/// More sockets than there may be are told so, and the facilitator's page still gets in.
#[tokio::test(start_paused = true)]
async fn attack_42_more_sockets_than_there_may_be() {
    let house = House::with(server::Limits { sockets: 3, ..Default::default() });
    let mut seats = Vec::new();
    for _ in 0..3 {
        seats.push(house.seat().await);
    }
    match open(house.dial(PHONE, HERE), HERE, Some(&format!("http://{HERE}"))).await {
        Err(Error::Http(answer)) => assert_eq!(answer.status(), 503),
        other => panic!("{other:?}"),
    }
    assert!(house.host().await.is_alive().await);
    seats.pop();
    sleep(Duration::from_secs(1)).await;
    assert!(house.seat().await.is_alive().await);
}

/// A byte a second, of a socket's frame, of a request's head, and of a body.
#[tokio::test(start_paused = true)]
async fn attack_42_a_byte_a_second() {
    let house = House::new();
    let upgrade = format!(
        "GET /mqtt HTTP/1.1\r\nHost: {HERE}\r\nOrigin: http://{HERE}\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n"
    );
    let frame = [&[0x82, 0x80 | 14, 0, 0, 0, 0][..], &connect("", None)].concat();
    let post = format!("POST /code HTTP/1.1\r\nHost: {HERE}\r\nContent-Length: 60\r\n\r\n");
    for (at_once, slowly, longest) in [
        (upgrade.as_bytes(), &frame[..], 8),
        (b"".as_slice(), format!("GET / HTTP/1.1\r\nHost: {HERE}\r\nX: {}", "x".repeat(200)).as_bytes(), 12),
        (post.as_bytes(), &[b'x'; 200][..], 20),
    ] {
        let mut stream = house.dial(PHONE, HERE);
        stream.write_all(at_once).await.expect("it is open");
        let began = Instant::now();
        for byte in slowly {
            if stream.write_all(&[*byte]).await.is_err() {
                break;
            }
            sleep(Duration::from_secs(1)).await;
        }
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest).await;
        assert!(began.elapsed() <= Duration::from_secs(longest), "{:?} of {longest}", began.elapsed());
    }
}

/// What a seat promised is held against it, and what it is sent must be taken.
#[tokio::test(start_paused = true)]
async fn attack_42_a_connection_that_is_half_open() {
    let house = House::new();
    let mut silent = house.seat().await;
    let began = Instant::now();
    assert_eq!(silent.next().await, Got::Closed);
    assert_eq!(began.elapsed().as_secs(), 90);
    let mut host = house.host().await;
    let mut deaf = house.seat().await;
    assert_eq!(deaf.follow(&state(ROOM)).await, 0);
    let began = Instant::now();
    while house.server.summary().seats > 0 {
        host.send(&publish(&state(ROOM), &[0; 8_000], 0)).await;
        sleep(Duration::from_secs(1)).await;
        assert!(began.elapsed() < Duration::from_secs(15));
    }
}

#[tokio::test]
async fn attack_42_a_packet_of_sixteen_megabytes() {
    let running = House::new().on_loopback().await;
    for first in [connect("seat", None), Vec::new()] {
        // In one message, and as many that never end.
        let mut seat = running.socket().await;
        seat.send(&first).await;
        seat.send(&vec![0x30; 16 * 1024 * 1024]).await;
        while seat.next().await != Got::Closed {}
        let mut seat = running.socket().await;
        seat.send(&first).await;
        seat.send(&[0x30, 0xFF, 0xFF, 0xFF, 0x07, 0, 4]).await;
        while seat.next().await != Got::Closed {}
    }
    assert!(running.host().await.is_alive().await);
}

/// More in one message than anybody means.
#[tokio::test]
async fn attack_42_thousands_of_packets_in_one_message() {
    let running = House::new().on_loopback().await;
    let mut seat = running.seat().await;
    seat.send(&[0xC0, 0].repeat(8_000)).await;
    assert_eq!(seat.next().await.packet(), [0xD0, 0].repeat(32));
    assert_eq!(seat.next().await, Got::Closed);
}

struct Nobody;

impl Rights for Nobody {
    fn is_host(&self, password: &[u8]) -> bool {
        password == b"token"
    }
}

/// A few packets, whole or broken.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..64),
        Just(connect("seat", None)),
        Just(connect("host", Some(("host", "token")))),
        Just(connect_with_will(&vote(SEAT), true)),
        Just(subscribe(1, &state(ROOM))),
        Just(subscribe(1, "#")),
        (any::<u8>(), prop::collection::vec(any::<u8>(), 0..200)).prop_map(|(flags, payload)| publish(&vote(SEAT), &payload, flags & 15)),
        (any::<u8>(), prop::collection::vec(any::<u8>(), 0..64)).prop_map(|(first, body)| packet(first, &body)),
        Just(vec![0xC0, 0]),
        Just(vec![0xE0, 0]),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// However bytes are cut, the same comes of them, and nothing after a close.
    #[test]
    fn attack_42_the_codec_tried_by_chance(bytes in bytes(), cuts in prop::collection::vec(1_usize..40, 1..20)) {
        let mut whole = Packets::new(1_024);
        whole.push(&bytes);
        let mut expected = Vec::new();
        let end = loop {
            match whole.take() {
                Ok(Some(packet)) => expected.push(packet),
                Ok(None) => break None,
                Err(error) => break Some(error),
            }
        };
        let (mut pieces, mut came, mut failed) = (Packets::new(1_024), Vec::new(), None);
        let mut talk = Talk::new(1_024, 128);
        let (mut rest, mut closed) = (&bytes[..], false);
        for cut in cuts.iter().cycle() {
            if rest.is_empty() { break }
            let (piece, more) = rest.split_at((*cut).min(rest.len()));
            rest = more;
            pieces.push(piece);
            while failed.is_none() {
                match pieces.take() {
                    Ok(Some(packet)) => came.push(packet),
                    Ok(None) => break,
                    Err(error) => failed = Some(error),
                }
            }
            let (actions, _) = talk.receive(piece, &Nobody);
            prop_assert!(!closed || actions.is_empty());
            closed = closed || actions.iter().any(|action| matches!(action, Action::Close(_)));
        }
        prop_assert_eq!(came, expected);
        prop_assert_eq!(failed, end);
    }
}
