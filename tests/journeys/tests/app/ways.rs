//! A way to each outcome and to a break, in two shipped scenarios; each other one is played to one of these ends in turn,
//! for which end it is makes no difference to how a page is drawn.

use journeys::journey;
use play::Run;
use scenario::Outcome;
use serde_json::json;

use crate::{
    kept,
    seen::{self, Mode},
    story,
};

#[test]
fn stories_can_end_in_balance() {
    each_ends(0, |scenario| story::way_to(scenario, Outcome::Balanced));
}

#[test]
fn stories_can_end_under_led() {
    each_ends(1, |scenario| story::way_to(scenario, Outcome::UnderLed));
}

#[test]
fn stories_can_end_under_managed() {
    each_ends(2, |scenario| story::way_to(scenario, Outcome::UnderManaged));
}

#[test]
fn stories_can_end_adrift() {
    each_ends(3, |scenario| story::way_to(scenario, Outcome::Adrift));
}

#[test]
fn stories_can_break() {
    each_ends(4, |scenario| story::way(scenario, |ending| ending.broke));
}

/// The scenarios that are played to every end.
const TO_EVERY_END: [&str; 2] = ["crisis", "product-launch"];

/// Plays a way through the scenarios whose turn it is at this end, then tries its middle decision again.
fn each_ends(end: usize, way: impl Fn(&std::rc::Rc<scenario::Scenario>) -> Run) {
    journey(async |page| {
        for (at, scenario) in story::shipped().into_iter().enumerate() {
            if at % 5 != end && !TO_EVERY_END.contains(&scenario.id().as_str()) {
                continue;
            }
            let way = way(&scenario);
            // These are long, and how things move is looked at elsewhere.
            page.open("/").await;
            kept::set(page, "settings", "text-1 system still").await;
            page.reload().await;
            seen::begins(page, scenario.title()).await;
            page.is_at(&format!("#/play/{}", scenario.id())).await;
            seen::played(page, &way, Mode::Practice).await;
            let middle = way.turns().len() / 2;
            page.has(".timeline .stop").await;
            // Where there are three decisions at most, none of them is folded.
            let decide_again = "document.querySelector('.timeline details')?.setAttribute('open', '');
                const stops = [...document.querySelectorAll('.timeline li')];
                const of = stops.find(it => parseInt(it.querySelector('.stop').textContent) === arguments[0]);
                (of.querySelector('a.again') ?? document.querySelector('[data-do=try-again]')).click()";
            page.script(decide_again, vec![json!(middle + 1)]).await;
            seen::step(page, &story::first(middle, &way), Mode::Practice).await;
            page.focuses_on("main h1").await;
            // The address holds the run until something is decided in it.
            page.choose_number(1).await;
            page.is_at(&format!("#/play/{}", scenario.id())).await;
        }
    });
}
