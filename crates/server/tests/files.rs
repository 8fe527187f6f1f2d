//! Files over HTTP: what is served, what is not, and for how long anybody waits.

mod support;

use server::Limits;
use std::time::Duration;
use support::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, sleep};

#[tokio::test]
async fn the_game_and_the_phones_page_are_served_with_their_types() {
    let running = House::new().on_loopback().await;
    let host = running.address.to_string();
    let get = async |path: &str, more: &str| running.ask(&request(&format!("GET {path}"), &host, more)).await;
    let page = get("/", "").await;
    assert!(page.contains("content-type: text/html") && body(&page) == "<p>The game");
    assert!(page.contains("nosniff") && page.contains("no-referrer") && page.contains("frame-ancestors 'none'"));
    assert_eq!(body(&get("/join/?x#y", "").await), "<p>Join");
    let drawing = get("/oven.svg", "").await;
    assert!(drawing.contains("image/svg+xml") && drawing.contains("frame-ancestors 'none'"), "{drawing}");
    assert!(drawing.contains("content-security-policy: sandbox") && !page.contains("sandbox"), "{drawing}");
    let plain = get("/app.wasm", "").await;
    assert!(plain.contains("application/wasm") && !plain.contains("content-encoding"));
    let packed = get("/app.wasm", "Accept-Encoding: br, gzip\r\n").await;
    assert!(packed.contains("application/wasm") && packed.contains("content-encoding: gzip"));
    assert!(packed.contains("vary: Accept-Encoding") && body(&packed) == "compressed");
    let head = running.ask(&request("HEAD /", &host, "")).await;
    assert!(status(&head) == 200 && head.contains("content-length: 11") && body(&head).is_empty());
    assert_eq!(
        status(&running.ask(&request("GET /", &format!("localhost:{}", running.address.port()), "")).await),
        200
    );
}

#[tokio::test]
async fn there_is_no_path_out_and_no_listing() {
    let running = House::new().on_loopback().await;
    std::fs::create_dir(running.house.folder.path().join("game/late")).expect("a folder");
    let host = running.address.to_string();
    let paths = [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/join/../../secret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/.secret",
        "/%2esecret",
        "/join",
        "/late",
        "/late/",
        "/.",
        "/..",
        "/%00",
        "/index.html%00.txt",
        "/%ff",
        "/%",
        "/%2",
        "/join/..",
        "/C:/secret.txt",
        "/index.html/",
        "/./",
        "/etc/passwd",
        "//etc/passwd",
        "/*",
    ];
    for path in paths {
        let answer = running.ask(&request(&format!("GET {path}"), &host, "")).await;
        assert_eq!(status(&answer), 404, "{path}");
        assert!(!answer.contains("secret"), "{path}");
    }
    for (line, wanted) in
        [("POST /", 405), ("DELETE /index.html", 405), ("PUT /new.html", 405), ("TRACE /", 405), ("GET /mqtt", 403)]
    {
        assert_eq!(status(&running.ask(&request(line, &host, "")).await), wanted, "{line}");
    }
    // By its own origin a page gets as far as to be told what is here.
    let origin = format!("Origin: http://{host}\r\n");
    assert_eq!(status(&running.ask(&request("GET /mqtt", &host, &origin)).await), 426);
    let other = "Upgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAA\r\n";
    assert_eq!(status(&running.ask(&request("GET /mqtt", &host, &format!("{origin}{other}"))).await), 400);
}

#[tokio::test]
async fn what_is_no_request_gets_an_end_and_harms_nobody() {
    let running = House::new().on_loopback().await;
    let host = running.address.to_string();
    let long = request(&format!("GET /{}", "x".repeat(100_000)), &host, "");
    let wide = request("GET /", &host, &"X: y\r\n".repeat(200));
    let huge = request("GET /", &host, &format!("X: {}\r\n", "y".repeat(100_000)));
    let smuggled = request("POST /code", &host, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
    let nonsense: [&[u8]; 9] = [
        b"\r\n\r\n\r\n",
        b"GET\r\n\r\n",
        b"\0\0\0\0\0\0\0\0",
        &[0xFF; 3_000],
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        &long,
        &wide,
        &huge,
        &smuggled,
    ];
    for bytes in nonsense {
        let mut stream = running.tcp().await;
        let _ = stream.write_all(bytes).await;
        let _ = stream.shutdown().await;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.is_empty() || (400..500).contains(&status(&answer)), "{answer}");
    }
    assert_eq!(status(&running.ask(&request("GET /", &host, "")).await), 200);
}

/// Who fetches a file and takes it slowly, or asks for nothing, gives its place back.
#[tokio::test(start_paused = true)]
async fn a_slow_client_gives_its_place_back() {
    let limits = Limits { requests: 2, queue: 1, ..Limits::default() };
    let house = House::with(limits.clone());
    std::fs::write(house.folder.path().join("game/index.html"), vec![b'x'; 1_000_000]).expect("a file");
    let mut slow = house.dial(PHONE, HERE);
    slow.write_all(&request("GET /", HERE, "")).await.expect("it is open");
    let idle = house.dial(PHONE, HERE);
    sleep(Duration::from_millis(1)).await;
    // The third waits for its turn, the fourth is turned away at once, and this device's own page is served meanwhile.
    let began = Instant::now();
    let get = |local: &str| request("GET /join/", local, "");
    let third = tokio::spawn(ask(house.dial(PHONE, HERE), get(HERE)));
    tokio::task::yield_now().await;
    assert_eq!(ask(house.dial(PHONE, HERE), get(HERE)).await, "");
    let near = "127.0.0.1:8640";
    assert_eq!(status(&ask(house.dial("127.0.0.1:50000", near), get(near)).await), 200);
    assert_eq!(third.await.expect("no panic"), "", "its turn did not come in time");
    assert!(began.elapsed() < limits.turn_within + Duration::from_secs(1));
    // What asks for nothing is gone first, what takes its file slowly later.
    sleep(limits.head_within).await;
    assert_eq!(status(&ask(house.dial(PHONE, HERE), get(HERE)).await), 200);
    let mut taken = Vec::new();
    while slow.read_buf(&mut taken).await.is_ok_and(|read| read > 0) {
        sleep(Duration::from_secs(1)).await;
    }
    assert!(began.elapsed() < limits.files_within + Duration::from_secs(10) && taken.len() < 1_000_000);
    drop(idle);
}
