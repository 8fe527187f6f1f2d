//! Connections that are too slow, too many, too long, or no MQTT at all.

use crate::support::*;
use proptest::prelude::*;
use server::packet::Packets;
use server::talk::{Action, Rights, Talk};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, sleep};
use tokio_tungstenite::tungstenite::Error;

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
        (any::<u8>(), prop::collection::vec(any::<u8>(), 0..200)).prop_map(|(flags, payload)| publish(
            &vote(SEAT),
            &payload,
            flags & 15
        )),
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
