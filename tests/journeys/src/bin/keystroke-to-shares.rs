//! Measures the time from a keystroke in the workbench to fresh diagnostics and shares, and how long typing is held up,
//! for `cargo xtask bench`.
//!
//! Chromium's page is slowed down four times. The clock is the page's own: from the time stamp of a key that changes a
//! number of a shipped scenario, so that both its problems and its shares are others, to the end of the first frame in
//! which all of both are those of the text as it is then. What they are was noted beforehand, from a page at rest.
//! Then a word is typed into a title, as quickly as a quick typist does, and what is told is the longest that the page's
//! thread was taken by anything in either: the browser notes what takes 50 ms and more, which is nothing where it is 0.

use std::{process::ExitCode, time::Duration};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use journeys::{Page, journey};
use serde_json::{Value, json};

const KEYS: usize = 30;
const SLOW_DOWN: f64 = 4.0;
const NUMBERS: [&str; 2] = ["2", "3"];
/// What is typed, and the time from key to key: eleven keys a second.
const TYPED: &str = "the quick brown fox jumps over the lazy dog";
const RHYTHM: Duration = Duration::from_millis(90);

/// Picks a shipped scenario to start from.
const PICK: &str = "const list = document.querySelector('.start select'); list.value = 'crisis';
    list.dispatchEvent(new Event('change', { bubbles: true }))";

/// Selects the last digit of what leadership is enough with, and tells what the page says of the text.
const PROBE: &str = r#"
    const field = document.querySelector('#author-text');
    const found = /"enough":\s*\d+/.exec(field.value);
    const at = found.index + found[0].length;
    field.focus();
    field.setSelectionRange(at - 1, at);
    window.said = () => document.querySelector('.problems').textContent + document.querySelector('.outcomes').textContent;
    window.known = {};
    window.fresh = [];
    window.held = [];
    new PerformanceObserver(list => list.getEntries().forEach(it => window.held.push(it.duration))).observe({ type: 'longtask' });"#;

/// Notes what is said of the number that was typed (argument 0), once it has been the same for a while.
const LEARN: &str = "
    const done = arguments[1];
    let last, since;
    const look = () => {
        const now = window.said();
        if (now !== last) { last = now; since = performance.now(); }
        if (performance.now() - since < 1500) return setTimeout(look, 50);
        window.known[arguments[0]] = now;
        done(null);
    };
    look();";

/// From now on, notes the time from each key to the end of the first frame that shows what is known of its number.
const MEASURE: &str = "
    let pressed = 0, wanted;
    addEventListener('keydown', key => { pressed = key.timeStamp; wanted = window.known[key.key] }, true);
    const look = () => {
        if (!pressed || window.said() !== wanted) return;
        const then = pressed;
        pressed = 0;
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => window.fresh.push(performance.now() - then);
            after.port2.postMessage(0);
        });
    };
    const changes = { subtree: true, characterData: true, childList: true };
    for (const part of ['.problems', '.outcomes']) new MutationObserver(look).observe(document.querySelector(part), changes);
    window.held.length = 0;";

/// Selects the number again, so that the next key replaces it.
const AGAIN: &str = "const field = document.querySelector('#author-text'), at = field.selectionStart; field.setSelectionRange(at - 1, at)";

/// Moves to the end of the first title.
const TO_TITLE: &str = r#"const field = document.querySelector('#author-text'), title = /"title": "[^"]*/.exec(field.value);
    field.setSelectionRange(title.index + title[0].length, title.index + title[0].length)"#;

fn main() -> ExitCode {
    let mut fresh: Vec<f64> = Vec::new();
    let mut held = 0.0;
    journey(async |page| {
        page.open("/#/author").await;
        page.has("option[value=crisis]").await;
        page.script(PICK, vec![]).await;
        page.click_on(".start .button").await;
        page.has(".fates .percent").await;
        page.slows_down(SLOW_DOWN).await;
        page.script(PROBE, vec![]).await;
        for number in NUMBERS {
            page.press(number).await;
            let learned = page.client().execute_async(LEARN, vec![json!(number)]).await;
            learned.unwrap_or_else(|fault| panic!("what is said of {number} is not learned: {fault}"));
            page.script(AGAIN, vec![]).await;
        }
        page.holds_that("the numbers differ in what is said", "return known['2'] !== known['3']").await;
        page.script(MEASURE, vec![]).await;
        for key in 0..KEYS {
            page.press(NUMBERS[key % NUMBERS.len()]).await;
            page.holds_that("the answer is fresh", &format!("return window.fresh.length > {key}")).await;
            page.script(AGAIN, vec![]).await;
        }
        let noted = async |name: &str| page.script(&format!("return window.{name}"), vec![]).await;
        fresh = figures(&noted("fresh").await);
        types(page).await;
        held = figures(&noted("held").await).into_iter().fold(0.0, f64::max);
    });
    fresh.sort_by(f64::total_cmp);
    eprintln!("the slowest of {KEYS} keys: {:.1} ms", fresh.last().copied().unwrap_or_default());
    println!("keystroke-to-shares: {:.3} ms", fresh[fresh.len() / 2]);
    println!("typing-held-up: {held:.3} ms");
    ExitCode::SUCCESS
}

/// Types into a title in a steady rhythm.
async fn types(page: &Page) {
    page.script(TO_TITLE, vec![]).await;
    let strokes = TYPED.chars().fold(KeyActions::new("keyboard".into()), |strokes, value| {
        strokes
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Pause { duration: RHYTHM })
    });
    let typed = page.client().perform_actions(strokes).await;
    typed.unwrap_or_else(|fault| panic!("nothing can be typed: {fault}"));
    let there = format!("return document.querySelector('#author-text').value.includes({TYPED:?})");
    page.holds_that("the words are in the text", &there).await;
}

fn figures(noted: &Value) -> Vec<f64> {
    noted.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}
