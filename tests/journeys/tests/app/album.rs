//! The journal: what was played, the album of endings, the self-check; all of it saved, erased and brought back.

use journeys::{Page, journey};
use play::{Code, Record, Run};
use scenario::Outcome;
use serde_json::{Value, json};

use crate::{kept, story};

/// What is saved is held back and given to the journey, as a browser's folder of downloads is not.
const CATCHES_WHAT_IS_SAVED: &str = "
    URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return '#/journal' };
    addEventListener('click', event => event.target.download && event.preventDefault(), true);";

/// All that is kept for the game.
const ALL_KEPT: &str = "return Object.entries(localStorage).sort()";

/// Nothing more can be written after two more things.
const FILLS_UP: &str = "
    let left = 2;
    const truly = Storage.prototype.setItem;
    Storage.prototype.setItem = function(...things) {
        if (!left--) throw new DOMException('full', 'QuotaExceededError');
        truly.apply(this, things);
    };";

/// Keeps two finished runs and one that waits, as the app writes them down.
async fn keeps_three_runs(page: &Page) -> [Run; 2] {
    let crisis = story::crisis();
    let runs = [Outcome::Balanced, Outcome::Adrift].map(|outcome| story::way_to(&crisis, outcome));
    page.open("/~harness/").await;
    for (at, run) in runs.iter().enumerate() {
        let moment = 1_790_000_000_000_u64 + at as u64 * 1_000_000;
        kept::set(page, &format!("journal/{moment}"), &format!("crisis {}", Record::of(run).to_line())).await;
    }
    kept::set(page, "self/1790000500000", "3 5 7").await;
    let left = story::first(2, &runs[0]);
    kept::set(page, "run/crisis", &Record::of(&left).to_line()).await;
    kept::set(page, "waiting/crisis", left.step().map(|step| &*step.title).unwrap_or_default()).await;
    runs
}

#[test]
fn the_journal_tells_of_every_run_and_leads_back_into_it() {
    journey(async |page| {
        let runs = keeps_three_runs(page).await;
        page.open("/#/journal").await;
        for run in &runs {
            page.sees(run.variant().map(|variant| &*variant.title).unwrap_or_default()).await;
            let code = Code::of(run).map(|code| code.to_string()).unwrap_or_default();
            page.has(&format!(".run a[href='#/run/crisis/{code}']")).await;
        }
        page.has(".runs li:nth-child(3)").await;
        page.finds("two endings are found", "return document.querySelectorAll('.stamp a').length", &json!(2)).await;
        page.axe().await;
        page.click("Go on with it").await;
        page.is_at("#/play/crisis").await;
        page.choose_number(1).await;
        page.goes_on().await;
        page.back().await;
        page.click("See the debrief").await;
        page.has("#first .strip").await;
        page.click("For the curious").await;
        page.has("#debrief .map").await;
    });
}

#[test]
fn a_run_that_ends_stands_in_the_journal() {
    journey(async |page| {
        let way = story::way(&story::crisis(), |_| true);
        page.open("/#/play/crisis").await;
        for turn in way.turns() {
            page.choose_number(story::number(way.scenario(), turn)).await;
            page.goes_on().await;
        }
        page.has("main.outcome").await;
        page.open("/#/journal").await;
        page.has(".runs .tally").await;
        page.sees(way.variant().map(|variant| &*variant.title).unwrap_or_default()).await;
    });
}

#[test]
fn all_that_is_kept_can_be_saved_erased_and_brought_back() {
    journey(async |page| {
        keeps_three_runs(page).await;
        page.open("/#/journal").await;
        let all = page.script(ALL_KEPT, vec![]).await;
        page.has("[data-do=export]").await;
        page.script(CATCHES_WHAT_IS_SAVED, vec![]).await;
        page.click_on("[data-do=export]").await;
        page.holds_that("a file is saved", "return !!window.saved").await;
        let saved = page.script("return window.saved", vec![]).await;
        let saved = saved.as_str().unwrap_or_default();

        page.click_on("[data-do=erase]").await;
        page.focuses_on("#erase-1 h3").await;
        page.axe().await;
        page.click("Keep everything").await;
        page.focuses_on("[data-do=erase]").await;
        page.finds("all is kept", ALL_KEPT, &all).await;
        page.click_on("[data-do=erase]").await;
        page.click_on("[data-do=erase-on]").await;
        page.focuses_on("#erase-2 h3").await;
        page.click_on("[data-do=erase-yes]").await;
        page.sees("Everything was erased from this device.").await;
        kept::nothing(page).await;

        page.picks_file("journal.json", saved.as_bytes()).await;
        page.sees("This adds 3 runs and 1 answer").await;
        page.focuses_on("#import-said h3").await;
        page.axe().await;
        page.click("Add it").await;
        page.sees("Added: 3 runs and 1 answer.").await;
        page.finds("all is back", ALL_KEPT, &all).await;
        page.picks_file("journal.json", saved.as_bytes()).await;
        page.sees("There is nothing new in this file").await;
    });
}

#[test]
fn a_file_that_is_no_journal_changes_nothing() {
    journey(async |page| {
        let runs = keeps_three_runs(page).await;
        page.open("/#/journal").await;
        page.has("#import").await;
        let all = page.script(ALL_KEPT, vec![]).await;
        let entry = format!("crisis {}", Record::of(&runs[0]).to_line());
        let file =
            |format: Value, saved: Value| json!({"app": "two-hats", "format": format, "saved": saved}).to_string();
        let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
        let hostile = json!({
            "__proto__": "x", "Constructor": "x", "<img src=x onerror='window.struck=1'>": "x", "run/crisis": 7,
            "self/1": {"a": []}, "journal/1": null, "settings": "<script>", "\u{0}": "", "scenario/crisis": "\u{1}\u{2}",
        });
        let refused = [
            ("{\"app\":\"two-hats\",\"format\":1,\"saved\":{".to_owned(), "This file cannot be read"),
            (String::new(), "This file cannot be read"),
            ("null".into(), "This file cannot be read"),
            (file(json!(1), json!(["x"])), "This file cannot be read"),
            (file(json!("1"), json!({})), "This file cannot be read"),
            (deep, "Nothing was changed."),
            (story::SMALL.into(), "This is another kind of file"),
            (file(json!(2), json!({"self/1": "1 2 3"})), "This file is from a newer version"),
            (file(json!(1), hostile), "There is nothing new in this file"),
        ];
        for (at, (text, sentence)) in refused.iter().enumerate() {
            page.picks_file(&format!("{at}.json"), text.as_bytes()).await;
            page.sees(sentence).await;
            page.finds("nothing changed", ALL_KEPT, &all).await;
            page.click("Close").await;
        }
        page.finds("nothing ran", "return window.struck ?? null", &Value::Null).await;

        // A kind that is not known here may be a newer game's: it is carried along, as a text and nothing else.
        page.picks_file("newer.json", file(json!(1), json!({ "constructor": "x" })).as_bytes()).await;
        page.sees("This adds 1 other thing").await;
        page.click("Add it").await;
        page.finds("it is kept", "return localStorage.getItem('two-hats:constructor')", &json!("x")).await;
        page.script("localStorage.removeItem('two-hats:constructor')", vec![]).await;
        page.reload().await;
        page.has("#import").await;
        // The page loads itself anew with what was added, and notes that it told of it.
        page.finds("it is gone", "return localStorage.getItem('two-hats:newer')", &json!("0")).await;
        page.script("localStorage.removeItem('two-hats:newer')", vec![]).await;
        page.finds("nothing else changed", ALL_KEPT, &all).await;

        // No room for the third thing: the first two are taken out again.
        let three: serde_json::Map<String, Value> = (1..4).map(|at| (format!("journal/{at}"), json!(entry))).collect();
        page.picks_file("three.json", file(json!(1), Value::Object(three)).as_bytes()).await;
        page.script(FILLS_UP, vec![]).await;
        page.click("Add it").await;
        page.sees("There is no room for all of it: 2 of 3 parts fitted").await;
        page.finds("nothing changed", ALL_KEPT, &all).await;
    });
}

#[test]
fn answers_are_kept_and_shown_over_time() {
    journey(async |page| {
        keeps_three_runs(page).await;
        page.open("/#/journal/self-check").await;
        page.focuses_on("#self-check").await;
        page.click_on("#r0").await;
        page.click("Keep these answers").await;
        page.sees("Kept on this device.").await;
        page.has(".years svg").await;
        page.has(".answers tbody tr:nth-child(2)").await;
        page.focuses_on("[data-do=answers]").await;
        page.axe().await;
    });
}

#[test]
fn the_journal_reads_well_in_the_dark_and_on_a_phone() {
    journey(async |page| {
        keeps_three_runs(page).await;
        kept::set(page, "settings", "text-1 dark").await;
        kept::set(page, "self/1790002000000", "6 5 4").await;
        page.open_at_width(360, "/#/journal").await;
        page.has(".stamp").await;
        page.fits_its_width().await;
        page.axe().await;
    });
}
