//! A way to each outcome of each shipped scenario, and one to a break.

use journeys::journey;
use two_hats::{play::Run, scenario::Outcome};

use crate::{
    kept,
    seen::{self, Mode},
    story,
};

#[test]
fn every_story_can_end_in_balance() {
    each_ends(|scenario| story::way_to(scenario, Outcome::Balanced));
}

#[test]
fn every_story_can_end_under_led() {
    each_ends(|scenario| story::way_to(scenario, Outcome::UnderLed));
}

#[test]
fn every_story_can_end_under_managed() {
    each_ends(|scenario| story::way_to(scenario, Outcome::UnderManaged));
}

#[test]
fn every_story_can_end_adrift() {
    each_ends(|scenario| story::way_to(scenario, Outcome::Adrift));
}

#[test]
fn every_story_can_break() {
    each_ends(|scenario| story::way(scenario, |ending| ending.broke));
}

/// Plays a way through each shipped scenario, then tries its middle decision again.
fn each_ends(way: impl Fn(&std::rc::Rc<two_hats::scenario::Scenario>) -> Run) {
    journey(async |page| {
        for scenario in story::shipped() {
            let way = way(&scenario);
            // These are long, and how things move is looked at elsewhere.
            page.open("/").await;
            kept::set(page, "settings", "text-1 system still").await;
            page.reload().await;
            page.click(scenario.title()).await;
            page.is_at(&format!("#/play/{}", scenario.id())).await;
            seen::played(page, &way, Mode::Practice).await;
            let middle = way.turns().len() / 2;
            let decision = format!(".timeline > ol > li:nth-child({})", middle + 1);
            page.click_on(&format!("{decision} summary")).await;
            page.click_on(&format!("{decision} details > p a")).await;
            page.is_at(&format!("#/play/{}", scenario.id())).await;
            seen::step(page, &story::first(middle, &way), Mode::Practice).await;
            page.focuses_on("main h1").await;
        }
    });
}
