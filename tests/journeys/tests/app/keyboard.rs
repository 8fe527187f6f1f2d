//! Everything by keyboard alone: the focus is on each page's heading and is never lost.

use journeys::{Page, journey, selectors};
use play::Run;
use scenario::Outcome;
use two_hats::words::{ASIDE, ENGLISH as WORDS, guide::GUIDE};

use crate::{
    seen::{self, Mode},
    story,
};

/// The ways to give a response without a mouse, taken in turn.
const WAYS: [fn(usize, usize) -> Vec<String>; 3] = [by_digit, by_arrows_forth, by_arrows_back];

#[test]
fn a_story_is_played_by_keys_alone() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/").await;
        page.sees(way.scenario().title()).await;
        page.tabs_to("main.home a[href='#/story/crisis']").await;
        page.press("Enter").await;
        page.has(selectors::BEGIN).await;
        page.focuses_on("main h1").await;
        page.tabs_to(selectors::BEGIN).await;
        page.press("Enter").await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
        page.focuses_on("main h1").await;
        for (at, turn) in way.turns().iter().enumerate() {
            let offered = turn.before.offered(way.scenario()).count();
            for key in WAYS[at % WAYS.len()](story::number(way.scenario(), turn), offered) {
                page.press(&key).await;
            }
            arrives(page, &story::first(at + 1, &way), seen_consequence).await;
            page.press("Enter").await;
            arrives(page, &story::first(at + 1, &way), seen_now).await;
        }
    });
}

#[test]
fn the_tab_key_reaches_all_that_a_mouse_does() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Adrift);
        page.open("/").await;
        page.sees(way.scenario().title()).await;
        page.tabs_to(".skip").await;
        page.press("Enter").await;
        page.focuses_on("main h1").await;
        page.is_at("/").await;
        page.tabs_to("main .drop button").await;
        page.tabs_to("footer a[href='#/guide']").await;
        page.press("Enter").await;
        page.sees(GUIDE.differ.title).await;
        page.focuses_on("main h1").await;
        // The guide has more links than anybody tabs through.
        page.back().await;
        page.focuses_on("main h1").await;
        page.tabs_to("footer a[href='#/settings']").await;
        page.press("Enter").await;
        page.sees(ASIDE.kept_here).await;
        page.focuses_on("main h1").await;

        page.open("/#/story/crisis").await;
        for control in [selectors::BEGIN, "input[name=mode]", "input[name=at-once]"] {
            page.tabs_to(control).await;
        }

        page.open("/#/play/crisis").await;
        let first = story::first(1, &way);
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
        let wanted = story::number(way.scenario(), &way.turns()[0]);
        page.tabs_to(&format!("{}[aria-keyshortcuts='{wanted}']", selectors::RESPONSE)).await;
        page.press("Space").await;
        arrives(page, &first, seen_consequence).await;
        page.tabs_to(selectors::CONTINUE).await;
        page.press("Space").await;
        arrives(page, &first, seen_now).await;
    });
}

#[test]
fn a_held_key_acts_once() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/play/crisis").await;
        seen::played(page, &story::first(3, &way), Mode::Practice).await;
        // Moving between the responses may repeat.
        let offered = story::first(3, &way).offered().count();
        page.holds_key("Right", offered - 1).await;
        page.focuses_on(&format!(".responses li:nth-child({offered}) button")).await;

        let wanted = story::number(way.scenario(), &way.turns()[3]);
        let chosen = format!("{}[aria-keyshortcuts='{wanted}']", selectors::RESPONSE);
        page.script("document.querySelector(arguments[0]).focus()", vec![chosen.into()]).await;
        page.holds_key("Enter", 20).await;
        arrives(page, &story::first(4, &way), seen_consequence).await;
        page.press("Enter").await;
        arrives(page, &story::first(4, &way), seen_now).await;

        page.holds_key("u", 20).await;
        arrives(page, &story::first(3, &way), seen_now).await;
        page.press("Shift+U").await;
        arrives(page, &story::first(4, &way), seen_consequence).await;
        page.holds_key("u", 20).await;
        arrives(page, &story::first(3, &way), seen_now).await;

        // What a key opens stays open.
        page.script("document.querySelector('.topbar button').focus()", vec![]).await;
        page.holds_key("Enter", 20).await;
        page.has("dialog[open] .log").await;
    });
}

#[test]
fn letter_keys_can_be_turned_off() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/settings").await;
        page.click(ASIDE.no_keys).await;
        page.open("/#/play/crisis").await;
        seen_step(page, &way, 0).await;
        for typed in "You must? 1h".chars() {
            page.press(&if typed == ' ' { "Space".into() } else { typed.to_string() }).await;
        }
        seen_step(page, &way, 0).await;
        page.has_no("dialog").await;
        let wanted = story::number(way.scenario(), &way.turns()[0]);
        for _ in 0..wanted {
            page.press("Right").await;
        }
        page.press("Enter").await;
        page.has(selectors::CONTINUE).await;
        page.press("u").await;
        page.press("Enter").await;
        seen_step(page, &way, 1).await;
        page.open("/#/settings").await;
        page.click(ASIDE.no_keys).await;
        page.click(WORDS.back_home).await;
        page.click(way.scenario().title()).await;
        page.press("u").await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
    });
}

#[test]
fn keys_do_nothing_while_a_field_has_the_focus() {
    journey(async |page| {
        page.open("/").await;
        page.picks_file("small.json", story::SMALL.as_bytes()).await;
        let way = story::way_to(&story::small(), Outcome::Balanced);
        seen::played(page, &way, Mode::Practice).await;
        page.click_on("#self-check summary").await;
        for field in ["#mine", "#r0", "#r1"] {
            page.has(field).await;
            page.script("document.querySelector(arguments[0]).focus()", vec![field.into()]).await;
            for key in ["u", "1", "h", "?"] {
                page.press(key).await;
            }
        }
        page.has(selectors::OUTCOME).await;
        page.has_no("dialog").await;
    });
}

/// The page shows the step after so many decisions, of which no digit is shown.
async fn seen_step(page: &Page, way: &Run, decisions: usize) {
    let run = story::first(decisions, way);
    let step = run.step().map(|step| step.title.to_string()).unwrap_or_default();
    let heading = "return document.querySelector('main.play:has(.responses) h1')?.textContent";
    page.finds("the step waits", heading, &step.into()).await;
    page.has_no(".responses kbd").await;
}

async fn seen_consequence(page: &Page, run: &Run) {
    seen::consequence(page, run, Mode::Practice).await;
}

async fn seen_now(page: &Page, run: &Run) {
    seen::now(page, run, Mode::Practice).await;
}

/// The page shows what it must, and the focus is on its heading.
async fn arrives(page: &Page, run: &Run, is_seen: impl AsyncFn(&Page, &Run)) {
    is_seen(page, run).await;
    page.focuses_on("main h1").await;
}

fn by_digit(number: usize, _: usize) -> Vec<String> {
    vec![number.to_string()]
}

fn by_arrows_forth(number: usize, _: usize) -> Vec<String> {
    let mut keys = vec!["Right".to_owned(); number];
    keys.push("Enter".into());
    keys
}

/// Round the end, from the last response back.
fn by_arrows_back(number: usize, offered: usize) -> Vec<String> {
    let mut keys = vec!["Left".to_owned(); offered - number + 1];
    keys.push("Enter".into());
    keys
}
