//! A mouse: what is aimed at stays under it, so that a click on its very edge counts, and a double click acts once.

use journeys::{journey, selectors};
use play::Run;
use scenario::Outcome;
use two_hats::words::ASIDE;

use crate::{
    kept,
    seen::{self, Mode},
    story,
};

/// Screens that are met: of laptops, of a tablet, of a phone.
const SIZES: [(u32, u32); 4] = [(1366, 768), (1280, 800), (1024, 768), (360, 740)];

#[test]
fn a_click_on_an_edge_counts() {
    journey(async |page| {
        let scenario = story::crisis();
        for edge in ["top", "bottom"] {
            page.open("/").await;
            page.script("localStorage.clear()", vec![]).await;
            page.reload().await;
            page.clicks_on_edge("main.home .scenario:has(a[href$='#/story/crisis'])", edge).await;
            page.clicks_on_edge(selectors::BEGIN, edge).await;
            seen::step(page, &Run::start(scenario.clone()), Mode::Practice).await;
            page.clicks_on_edge(selectors::RESPONSE, edge).await;
            page.has(selectors::CONTINUE).await;
            page.clicks_on_edge(selectors::CONTINUE, edge).await;
            page.has_no(selectors::CONTINUE).await;
        }
    });
}

#[test]
fn a_double_click_decides_once_and_goes_on_once() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        for (width, height) in SIZES {
            page.open_at_size(width, height, "/").await;
            page.script("localStorage.clear()", vec![]).await;
            page.reload().await;
            page.double_clicks("main.home .scenario a[href='#/story/crisis']").await;
            page.double_clicks(selectors::BEGIN).await;
            seen::step(page, &story::first(0, &way), Mode::Practice).await;
            for (at, turn) in way.turns().iter().enumerate() {
                let number = story::number(way.scenario(), turn);
                page.double_clicks(&format!("main.play .responses li:nth-child({number}) button")).await;
                seen::consequence(page, &story::first(at + 1, &way), Mode::Practice).await;
                if at == 1 {
                    page.double_clicks("main.play .afterwards .button.plain").await;
                    seen::step(page, &story::first(at, &way), Mode::Practice).await;
                    page.double_clicks("main.play .step > section > .actions button").await;
                    seen::consequence(page, &story::first(at + 1, &way), Mode::Practice).await;
                }
                page.double_clicks(selectors::CONTINUE).await;
                seen::now(page, &story::first(at + 1, &way), Mode::Practice).await;
            }
            page.double_clicks("main.outcome .actions .button.main").await;
            seen::step(page, &story::first(0, &way), Mode::Practice).await;
        }
    });
}

#[test]
fn a_double_click_opens_closes_and_asks_once() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        for (width, height) in SIZES {
            page.open_at_size(width, height, "/").await;
            page.script("localStorage.clear()", vec![]).await;
            page.reload().await;
            page.open("/#/play/crisis").await;
            seen::played(page, &story::first(2, &way), Mode::Practice).await;
            page.double_clicks(".topbar button:first-of-type").await;
            page.has("dialog[open] .log").await;
            page.double_clicks("dialog header button").await;
            page.has_no("dialog").await;
            page.double_clicks(".topbar button:last-of-type").await;
            page.has("dialog[open] .keys").await;
            page.double_clicks("dialog header button").await;
            page.has_no("dialog").await;
            seen::step(page, &story::first(2, &way), Mode::Practice).await;
            page.press("h").await;
            page.double_clicks("dialog .log li:nth-child(2) button").await;
            seen::step(page, &story::first(1, &way), Mode::Practice).await;
            page.has_no("dialog").await;

            page.open("/#/settings").await;
            page.double_clicks(".settings .danger").await;
            page.sees(ASIDE.erase_sure).await;
            assert!(kept::get(page, "run/crisis").await.is_some(), "nothing is erased by a double click");
            page.double_clicks(".settings .sure .button:last-child").await;
            page.sees_not(ASIDE.erase_sure).await;
            page.double_clicks(".topbar a").await;
            page.has("main.home").await;

            page.open("/#/journal").await;
            page.has("[data-do=erase]").await;
            page.double_clicks("[data-do=erase]").await;
            page.has("#erase-1:not([hidden])").await;
            page.double_clicks("[data-do=erase-on]").await;
            page.has("#erase-2:not([hidden])").await;
            assert!(kept::get(page, "run/crisis").await.is_some(), "nothing is erased by double clicks");
            page.double_clicks("#erase-2 [data-do=erase-no]").await;
            page.has("#erase-2[hidden]").await;
        }
    });
}
