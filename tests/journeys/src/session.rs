//! A browser session: started without a window, with a profile of its own.

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::setting::{Browser, Setting};

/// What Chromium needs to start as any user, without a display, and without asking the network for anything.
const CHROMIUM: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
    // As a network's own names lead to a machine in it; see `INSECURE`.
    "--host-resolver-rules=MAP two-hats.test 127.0.0.1",
];

/// A name of the server that is no loopback name, so that its pages are not secure: they are as those that a laptop gives a
/// room. WebKit cannot be told of it.
pub const INSECURE: &str = "two-hats.test";

/// Starts a session; every driver gives each a new, empty profile and remove it at the end.
pub async fn start(setting: &Setting, driver: &str) -> Client {
    let capabilities = match capabilities(setting.browser, setting.program.as_deref()) {
        Value::Object(capabilities) => capabilities,
        _ => Capabilities::new(),
    };
    let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(driver).await;
    let client = client.unwrap_or_else(|fault| panic!("the browser does not start: {fault}"));
    if setting.browser == Browser::WebKit {
        // The others are told when they start.
        let sized = client.set_window_rect(0, 0, 1280, 900).await;
        sized.unwrap_or_else(|fault| panic!("the window cannot be made as large as the others': {fault}"));
    }
    client
}

fn capabilities(browser: Browser, program: Option<&str>) -> Value {
    let (key, mut options) = match browser {
        Browser::Chromium => ("goog:chromeOptions", json!({ "args": CHROMIUM })),
        // The screen that Firefox imagines is the largest that a window can be.
        Browser::Firefox => (
            "moz:firefoxOptions",
            json!({
                "args": ["-headless", "--width=1280", "--height=900"],
                "prefs": { "network.dns.localDomains": INSECURE },
                "env": { "MOZ_HEADLESS_WIDTH": "2560", "MOZ_HEADLESS_HEIGHT": "1440" },
            }),
        ),
        // Pages may open windows, for only such a one has no toolbar and can be narrow.
        Browser::WebKit => (
            "webkitgtk:browserOptions",
            json!({ "args": ["--automation", "--javascript-can-open-windows-automatically=true"] }),
        ),
    };
    if let Some(program) = program {
        options["binary"] = program.into();
    }
    // Scripts may run long on a busy machine; the limit is there to end one that hangs.
    json!({ key: options, "timeouts": { "script": 120_000, "pageLoad": 120_000 } })
}
