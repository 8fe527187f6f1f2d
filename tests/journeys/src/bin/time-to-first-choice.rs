//! Measures the time from going to an address to the first choice that can be made there, for `cargo xtask bench`.
//!
//! Each visit is a browser's first, with nothing kept, in a Chromium slowed down four times; once on a network as slow as a
//! phone's, and once without a limit, which shows what is the machine's. The clock is the page's own: to the first message
//! after the callbacks of the frame in which what is to be clicked can be seen. Beside it stands the same figure for a page
//! of one link (`bare`): no game can be quicker than that on this machine.

use std::process::ExitCode;

use journeys::{Host, Page, journey, selectors};
use serde_json::json;

const VISITS: usize = 7;
const SLOW_DOWN: f64 = 4.0;

/// A page with nothing else to do.
const BARE: &str = "data:text/html,<!doctype html><h1>Two Hats</h1><a href=%23on>On</a>";

/// What is visited: its name, the address (else the bare page), what is to be clicked there, and whether the network is slow.
const VISITED: [(&str, Option<&str>, &str, bool); 5] = [
    ("bare", None, "a", false),
    ("home-slow-4g", Some("/"), CARD, true),
    ("home", Some("/"), CARD, false),
    ("deep-link-slow-4g", Some("/#/play/first-day"), selectors::RESPONSE, true),
    ("deep-link", Some("/#/play/first-day"), selectors::RESPONSE, false),
];

/// A scenario's card on the first page.
const CARD: &str = "main.home .scenario a";

/// Notes when what is to be clicked (in the place of `SELECTOR`) can first be clicked.
const PROBE: &str = "
    const look = () => {
        const it = document.querySelector(SELECTOR);
        requestAnimationFrame(it?.checkVisibility({ visibilityProperty: true }) ? () => {
            const after = new MessageChannel();
            after.port1.onmessage = () => window.ready ??= performance.now();
            after.port2.postMessage(0);
        } : look);
    };
    look();";

fn main() -> ExitCode {
    let mut figures = VISITED.map(|_| Vec::new());
    // In turns, so that a machine that is busy for a while is so for all of them.
    for _ in 0..VISITS {
        for ((_, path, css, slow), taken) in VISITED.iter().zip(&mut figures) {
            taken.push(visit(*path, css, *slow));
        }
    }
    for ((name, ..), taken) in VISITED.iter().zip(&mut figures) {
        taken.sort_by(f64::total_cmp);
        println!("first-choice/{name}: {:.3} ms", taken[taken.len() / 2]);
    }
    ExitCode::SUCCESS
}

/// What one visit takes, to a page of the game or else to the bare one, in milliseconds.
fn visit(path: Option<&str>, css: &str, on_a_slow_network: bool) -> f64 {
    let mut taken = f64::NAN;
    journey(async |page| {
        if on_a_slow_network {
            page.has_a_slow_network().await;
        }
        page.slows_down(SLOW_DOWN).await;
        page.begins_each_page_with(&PROBE.replace("SELECTOR", &json!(css).to_string())).await;
        match path {
            Some(path) => Host::of(page).await.arrive(path).await,
            None => {
                page.client().goto(BARE).await.unwrap_or_else(|fault| panic!("the bare page does not open: {fault}"))
            }
        }
        taken = ready(page).await;
    });
    taken
}

async fn ready(page: &Page) -> f64 {
    page.holds_that("the first choice can be made", "return window.ready > 0").await;
    page.script("return window.ready", vec![]).await.as_f64().unwrap_or(f64::NAN)
}
