//! Every page and state has no barrier that axe finds: light and dark, large and narrow.

use journeys::{Page, journey};
use scenario::{Outcome, Scenario};
use two_hats::words::{ASIDE, ENGLISH as WORDS, guide::GUIDE};

use crate::{
    kept,
    seen::{self, Mode},
    story,
};

#[test]
fn the_quiet_pages() {
    journey(async |page| {
        for settings in ["text-1 light", "text-1 dark"] {
            quiet_pages(page, settings).await;
            page.script("localStorage.clear()", vec![]).await;
        }
    });
}

#[test]
fn the_pages_of_a_run_in_light() {
    journey(async |page| {
        page.open("/").await;
        run_pages(page, "text-1 light").await;
    });
}

#[test]
fn the_pages_of_a_run_in_the_dark() {
    journey(async |page| {
        page.open("/").await;
        run_pages(page, "text-1 dark").await;
    });
}

#[test]
fn the_pages_of_a_run_on_a_phone_in_large_letters() {
    journey(async |page| {
        page.open_at_width(360, "/").await;
        run_pages(page, "text-3 light").await;
    });
}

/// All that is not a run: home in each of its states, settings, the guide, the journal, and what went wrong.
async fn quiet_pages(page: &Page, settings: &str) {
    page.open("/").await;
    looks(page, settings).await;
    page.sees(story::crisis().title()).await;
    page.axe().await;
    page.drops_file("faulty.json", "{\"format\": 2, // no\n}").await;
    page.has(".faults").await;
    page.axe().await;
    page.drops_file("small.json", story::SMALL).await;
    page.choose_number(1).await;
    page.goes_on().await;
    page.click(WORDS.back_home).await;
    page.has(".continue").await;
    page.has(".remove").await;
    page.axe().await;

    page.open("/#/settings").await;
    page.sees(ASIDE.kept_here).await;
    page.axe().await;
    page.click(ASIDE.erase).await;
    page.sees(ASIDE.erase_sure).await;
    page.axe().await;
    page.open("/#/guide").await;
    page.sees(GUIDE.differ.title).await;
    page.axe().await;
    page.open("/#/journal").await;
    page.has("#self-check").await;
    page.axe().await;
    page.open("/#/nowhere").await;
    page.sees(ASIDE.no_page).await;
    page.axe().await;
    page.open("/#/play/no-such").await;
    page.sees(WORDS.no_scenario).await;
    page.axe().await;
    page.open_with_fault("stall", "scenarios/crisis", "/#/play/crisis").await;
    page.sees(WORDS.loading).await;
    page.axe().await;
    page.open_with_fault("500", "scenarios", "/#/play/crisis").await;
    page.sees(WORDS.failed).await;
    page.axe().await;
    page.click(WORDS.home).await;
    page.sees(ASIDE.shelf_failed).await;
    page.axe().await;
    // A notice over a page.
    page.open("/#/guide").await;
    // Before the app stands, what is put there would be found at once, and not again after the reload.
    page.sees(GUIDE.differ.title).await;
    kept::set(page, "run/nonsense", "nonsense").await;
    page.reload().await;
    page.sees(ASIDE.put_aside).await;
    page.axe().await;
}

/// A step and a consequence in both modes, the dialogs, and every outcome.
async fn run_pages(page: &Page, settings: &str) {
    looks(page, settings).await;
    let crisis = story::crisis();
    page.open("/#/play/crisis").await;
    for (mode, settings) in [(Mode::Challenge, format!("{settings} challenge")), (Mode::Practice, settings.to_owned())]
    {
        looks(page, &settings).await;
        let start = story::way_to(&crisis, Outcome::Balanced);
        seen::step(page, &story::first(0, &start), mode).await;
        has_no_barrier(page).await;
        page.choose_number(story::number(&crisis, &start.turns()[0])).await;
        seen::consequence(page, &story::first(1, &start), mode).await;
        has_no_barrier(page).await;
        page.press("h").await;
        page.has("dialog[open]").await;
        has_no_barrier(page).await;
        page.press("Escape").await;
        page.has_no("dialog").await;
        page.press("u").await;
    }
    page.press("?").await;
    page.has("dialog[open]").await;
    has_no_barrier(page).await;
    for outcome in Outcome::ALL {
        ends(page, &crisis, outcome).await;
        has_no_barrier(page).await;
    }
}

/// The page of an outcome, from a run that is kept: how it is come by is told elsewhere.
async fn ends(page: &Page, scenario: &std::rc::Rc<Scenario>, outcome: Outcome) {
    let way = story::way_to(scenario, outcome);
    kept::set(page, &format!("run/{}", scenario.id()), &play::Record::of(&way).to_line()).await;
    page.reload().await;
    seen::outcome(page, &way).await;
}

async fn looks(page: &Page, settings: &str) {
    kept::set(page, "settings", settings).await;
    page.reload().await;
}

async fn has_no_barrier(page: &Page) {
    page.axe().await;
    page.fits_its_width().await;
}
