//! Measures the time from a click on a response to the paint after it, for `cargo xtask bench`.
//!
//! Chromium is slowed down four times, as a phone is. The clock is the page's own: from the click's time stamp, seen
//! before anything else handles it, to the first message after the next frame's callbacks. Beside it stands the same
//! figure for a bare page that swaps as many words for others: no game can be quicker than that on this machine.

use std::process::ExitCode;

use journeys::{Page, journey, selectors};
use serde_json::{Value, json};

const CHOICES: usize = 100;
const SLOW_DOWN: f64 = 4.0;

/// A page with no engine: a click on a button swaps its words.
const BARE: &str = "data:text/html,<!doctype html><body><main></main><script>
    const words = 'Forty of a hundred and ten people go by Friday, and the rest will hear why from you. '.repeat(2);
    let page = 0;
    const turn = () => document.querySelector('main').innerHTML = `<h1>Page ${++page}</h1>` + `<p>${words}</p>`.repeat(4)
        + (page % 2 ? '<button class=one>One</button> <button class=two>Two</button>' : '<button class=on>On</button>');
    addEventListener('click', event => { if (event.target.closest('button')) turn() });
    turn();
</script>";

/// Notes each click's time to paint; argument 0 is the selector of what counts.
const PROBE: &str = "
    window.paints = [];
    addEventListener('click', click => {
        if (!click.target.closest(arguments[0])) return;
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => window.paints.push(performance.now() - click.timeStamp);
            after.port2.postMessage(0);
        });
    }, true);";

fn main() -> ExitCode {
    let mut paints: Vec<f64> = Vec::new();
    let mut bare: Vec<f64> = Vec::new();
    journey(async |page| {
        page.slows_down(SLOW_DOWN).await;
        bare = swap_words(page).await;
        while paints.len() < CHOICES {
            let left = CHOICES - paints.len();
            play_through(page, left, &mut paints).await;
        }
    });
    bare.sort_by(f64::total_cmp);
    paints.sort_by(f64::total_cmp);
    eprintln!("a bare page on this machine: {:.3} ms, 95 in 100 {:.3} ms", share(&bare, 50), share(&bare, 95));
    println!("click-to-paint: {:.3} ms", share(&paints, 50));
    println!("click-to-paint-of-95-in-100: {:.3} ms", share(&paints, 95));
    ExitCode::SUCCESS
}

/// What so many in a hundred do not go over; the figures are in order.
fn share(figures: &[f64], in_a_hundred: usize) -> f64 {
    figures[(figures.len() * in_a_hundred / 100).min(figures.len() - 1)]
}

/// What the choices take on the bare page.
async fn swap_words(page: &Page) -> Vec<f64> {
    page.client().goto(BARE).await.unwrap_or_else(|fault| panic!("the bare page does not open: {fault}"));
    page.script(&PROBE.replace("arguments[0]", "'.one, .two'"), vec![]).await;
    for turn in 0..CHOICES {
        page.click_on(if turn % 2 == 0 { ".one" } else { ".two" }).await;
        page.holds_that("the click is painted", &format!("return window.paints.length > {turn}")).await;
        page.click_on(".on").await;
    }
    painted(page).await
}

/// What was noted.
async fn painted(page: &Page) -> Vec<f64> {
    let taken = page.script("return window.paints", vec![]).await;
    taken.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// Plays one run from its start to its end, wearing the hats in turn, and keeps what each choice took.
async fn play_through(page: &Page, at_most: usize, paints: &mut Vec<f64>) {
    page.open("/").await;
    page.script("localStorage.clear(); sessionStorage.clear()", vec![]).await;
    page.reload().await;
    page.script(&PROBE.replace("arguments[0]", &json!(selectors::RESPONSE).to_string()), vec![]).await;
    page.click_on(selectors::START).await;
    for turn in 0..at_most {
        let arrived = async || page.holds(selectors::RESPONSE).await || page.holds(selectors::OUTCOME).await;
        page.until("there is a response or an outcome", arrived).await;
        if page.holds(selectors::OUTCOME).await {
            break;
        }
        page.choose_number(turn % 2 + 1).await;
        page.holds_that("the click is painted", &format!("return window.paints.length > {turn}")).await;
        page.goes_on().await;
    }
    paints.extend(painted(page).await);
}
