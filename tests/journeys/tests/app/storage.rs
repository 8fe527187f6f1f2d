//! Browsers that keep nothing: it is said once, and play goes on.

use journeys::{Page, journey};
use two_hats::{scenario::Outcome, words::ENGLISH as WORDS};

use crate::{
    seen::{self, Mode},
    story,
};

/// Nothing can be written any more, as on a device that is full.
const IS_FULL: &str = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";

/// The app is started anew where reading throws, and then where there is no storage at all: on a page beside it, which
/// becomes the app's own with everything that its file says.
const STARTS_FORBIDDEN: &str = "
    const done = arguments[arguments.length - 1];
    const forbid = () => { throw new DOMException('forbidden', 'SecurityError') };
    const start = html => {
        if (HOW === 'reads') {
            for (const name of ['getItem', 'setItem', 'removeItem', 'key']) Storage.prototype[name] = forbid;
            Object.defineProperty(Storage.prototype, 'length', { get: forbid });
        } else {
            Object.defineProperty(window, 'localStorage', { get: forbid });
        }
        history.replaceState(null, '', '/');
        const app = new DOMParser().parseFromString(html, 'text/html');
        document.head.replaceChildren(...[...app.head.children].filter(it => it.localName !== 'script'));
        document.body.replaceChildren(...app.body.children);
        for (const it of app.querySelectorAll('script')) {
            const script = document.createElement('script');
            script.type = it.type;
            script.textContent = it.textContent;
            if (it.src) script.src = it.src;
            document.head.append(script);
        }
    };
    fetch('/').then(it => it.text()).then(start).then(() => done(true), fault => done(String(fault)));";

#[test]
fn a_full_device_is_told_of_and_the_run_goes_on() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/").await;
        page.sees(way.scenario().title()).await;
        page.script(IS_FULL, vec![]).await;
        page.click(way.scenario().title()).await;
        page.sees(WORDS.not_stored).await;
        page.click(WORDS.close).await;
        seen::played(page, &story::first(2, &way), Mode::Practice).await;
        // It is said once.
        page.sees_not(WORDS.not_stored).await;
        page.click(WORDS.back_home).await;
        page.click_on(".continue a").await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;
    });
}

#[test]
fn a_browser_that_keeps_nothing_can_play() {
    journey(async |page| {
        for how in ["reads", "all"] {
            starts_without_storage(page, how).await;
        }
    });
}

async fn starts_without_storage(page: &Page, how: &str) {
    let way = story::way_to(&story::crisis(), Outcome::Balanced);
    page.open("/~harness/").await;
    let start = format!("const HOW = {how:?};{STARTS_FORBIDDEN}");
    let started = page.client().execute_async(&start, vec![]).await;
    assert_eq!(started.ok(), Some(true.into()), "the app can be started by hand");
    page.sees(WORDS.not_stored).await;
    page.click(way.scenario().title()).await;
    seen::played(page, &story::first(2, &way), Mode::Practice).await;
    page.click(WORDS.back_home).await;
    page.click_on("footer a[href='#/settings']").await;
    page.click(WORDS.themes[2]).await;
    page.has("html[data-theme=dark]").await;
}
