//! Measures the time from a keystroke in the workbench to fresh diagnostics and shares, for `cargo xtask bench`.
//!
//! Chromium's page is slowed down four times. The clock is the page's own: from the time stamp of a key that changes a
//! number of a shipped scenario, so that both its warnings and its shares are others, to the first frame that shows
//! them. The longest that any frame was held up meanwhile is told beside it.

use std::process::ExitCode;

use journeys::journey;
use serde_json::Value;

const KEYS: usize = 30;
const SLOW_DOWN: f64 = 4.0;

/// Picks a shipped scenario to start from.
const PICK: &str = "const list = document.querySelector('.start select'); list.value = 'crisis';
    list.dispatchEvent(new Event('change', { bubbles: true }))";

/// Selects the last digit of what leadership is enough with, and notes the time from each key to the
/// first frame in which the shares are others.
const PROBE: &str = r#"
    const field = document.querySelector('#author-text');
    const found = /"enough":\s*\d+/.exec(field.value);
    const at = found.index + found[0].length;
    field.focus();
    field.setSelectionRange(at - 1, at);
    window.fresh = [];
    window.held = [];
    new PerformanceObserver(list => list.getEntries().forEach(it => window.held.push(it.duration))).observe({ type: 'longtask' });
    let pressed = 0;
    addEventListener('keydown', key => { pressed = key.timeStamp }, true);
    new MutationObserver(() => {
        if (!pressed) return;
        const then = pressed;
        pressed = 0;
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => window.fresh.push(performance.now() - then);
            after.port2.postMessage(0);
        });
    }).observe(document.querySelector('.outcomes'), { subtree: true, characterData: true, childList: true, attributes: true });"#;

/// Selects the number again, so that the next key replaces it.
const AGAIN: &str = "const field = document.querySelector('#author-text'), at = field.selectionStart; field.setSelectionRange(at - 1, at)";

fn main() -> ExitCode {
    let mut fresh: Vec<f64> = Vec::new();
    journey(async |page| {
        page.open("/#/author").await;
        page.has("option[value=crisis]").await;
        page.script(PICK, vec![]).await;
        page.click_on(".start .button").await;
        page.has(".fates .percent").await;
        page.slows_down(SLOW_DOWN).await;
        page.script(PROBE, vec![]).await;
        for key in 0..KEYS {
            page.press(if key % 2 == 0 { "2" } else { "3" }).await;
            page.holds_that("the shares are fresh", &format!("return window.fresh.length > {key}")).await;
            page.script(AGAIN, vec![]).await;
        }
        let noted = async |name: &str| page.script(&format!("return window.{name}"), vec![]).await;
        fresh = figures(&noted("fresh").await);
        let held = figures(&noted("held").await).into_iter().fold(0.0, f64::max);
        eprintln!("the longest that a frame was held up: {held:.0} ms (0 is under 50)");
    });
    fresh.sort_by(f64::total_cmp);
    eprintln!("the slowest of {KEYS} keys: {:.1} ms", fresh.last().copied().unwrap_or_default());
    println!("keystroke-to-shares: {:.3} ms", fresh[fresh.len() / 2]);
    ExitCode::SUCCESS
}

fn figures(noted: &Value) -> Vec<f64> {
    noted.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}
