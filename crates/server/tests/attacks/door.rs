//! The code, other origins and hosts, and the facilitator's token.

use crate::support::*;
use server::door::{Code, Door, Tried, WRONG};
use tokio_tungstenite::tungstenite::Error;

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
    assert!((0..7).all(|_| guess().is_some()));
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
    for nonsense in ["", "{}", &"x".repeat(300)] {
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
    for origin in
        ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1", "http://127.0.0.1:1", "file://"]
    {
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
    let near = async |token: &str| {
        let asked = request("GET /host", "localhost:8640", &bearer(token));
        ask(house.dial("127.0.0.1:50125", "127.0.0.1:8640"), asked).await
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
