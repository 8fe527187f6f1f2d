//! A mouse: what is aimed at stays under it, so that a click on its very edge counts.

use journeys::{journey, selectors};
use two_hats::play::Run;

use crate::{
    seen::{self, Mode},
    story,
};

#[test]
fn a_click_on_an_edge_counts() {
    journey(async |page| {
        let scenario = story::crisis();
        for edge in ["top", "bottom"] {
            page.open("/").await;
            page.script("localStorage.clear()", vec![]).await;
            page.reload().await;
            page.clicks_on_edge("main.home .scenario:has(a[href$='#/play/crisis'])", edge).await;
            seen::step(page, &Run::start(scenario.clone()), Mode::Practice).await;
            page.clicks_on_edge(selectors::RESPONSE, edge).await;
            page.has(selectors::CONTINUE).await;
            page.clicks_on_edge(selectors::CONTINUE, edge).await;
            page.has_no(selectors::CONTINUE).await;
        }
    });
}
