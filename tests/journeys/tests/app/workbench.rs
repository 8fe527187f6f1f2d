//! The authors' workbench: from the foot of the first page to a scenario that is broken, mended, looked at and played.

use journeys::{Page, journey};
use lint::{Options, check};
use scenario::{Concept, FACES, Mood, SCENES, opened};
use serde_json::json;
use two_hats::{
    words::{ENGLISH as GAME, fill},
    workbench::{ENGLISH as WORDS, named, told},
};

use crate::story;

/// The field that holds the text.
const FIELD: &str = "document.querySelector('#author-text')";

/// From now on the first worker that starts is at work for ever.
const BUSY: &str = "
    const Real = Worker;
    window.workers = 0;
    window.Worker = function (...how) {
        const worker = new Real(...how);
        if (window.workers++ === 0) worker.postMessage = () => {};
        return worker;
    };";

#[test]
fn a_scenario_is_started_broken_mended_and_played() {
    journey(async |page| {
        page.open("/").await;
        page.click(GAME.guests[0]).await;
        page.is_at("#/author").await;
        page.sees(WORDS.blank).await;
        starts_from(page, "crisis").await;
        page.sees(WORDS.clean).await;
        page.has(".fates li").await;
        page.sees(WORDS.budgets).await;
        page.axe().await;

        // A response leads nowhere: that is said with its line, and a click lands on it.
        let text = page.script(&format!("return {FIELD}.value"), vec![]).await;
        let text = text.as_str().unwrap_or_default().to_owned();
        let first = text.find("\"next\": \"").unwrap_or_else(|| panic!("no step leads to another"));
        let faulty = format!("{}\"next\": \"nowhere-{}", &text[..first], &text[first + "\"next\": \"".len()..]);
        write(page, &faulty).await;
        let checked = check(faulty.as_bytes(), &Options::default());
        let fault = checked.diagnostics.iter().find(|found| found.code == "unknown-step");
        let fault = fault.unwrap_or_else(|| panic!("the planted fault is not found"));
        page.sees(&fault.message).await;
        page.sees(WORDS.stale).await;
        page.axe().await;
        page.click(&fault.message).await;
        page.focuses_on("#author-text").await;
        let marked = format!("return {FIELD}.value.slice({FIELD}.selectionStart, {FIELD}.selectionEnd)");
        let place = faulty.get(fault.span.start as usize..fault.span.end as usize).unwrap_or_default();
        page.finds("the fault is selected", &marked, &json!(place)).await;
        let seen = format!("return {FIELD}.scrollTop > 0");
        page.holds_that("the fault has come into view", &seen).await;

        write(page, &text).await;
        page.sees(WORDS.clean).await;
        page.sees_not(WORDS.stale).await;
        looks_and_plays(page).await;
    });
}

#[test]
fn a_text_survives_a_reload_and_being_left() {
    journey(async |page| {
        page.open("/#/author").await;
        page.has(".bench").await;
        page.drops_file("small.json", story::SMALL).await;
        holds(page, story::SMALL).await;
        page.is_at("#/author").await;
        let edited = story::SMALL.replace("Forty people.", "Fifty people.");
        write(page, &edited).await;
        is_kept(page, &edited).await;
        page.reload().await;
        holds(page, &edited).await;
        page.click(GAME.back_home).await;
        page.has("main.home").await;
        page.has_no("#workbench").await;
        page.click(GAME.guests[0]).await;
        holds(page, &edited).await;
        page.has(".fates li").await;

        // What takes its place can be taken back, by a button and by the keys for it.
        page.picks_file("other.json", b"{}").await;
        holds(page, "{}").await;
        page.click(WORDS.bring_back).await;
        holds(page, &edited).await;
        page.picks_file("other.json", b"{}").await;
        holds(page, "{}").await;
        page.script(&format!("{FIELD}.focus()"), vec![]).await;
        page.press("Control+z").await;
        holds(page, &edited).await;
        // Two in a row leave the author's own text in the list.
        for id in ["crisis", "remote-team"] {
            starts_from(page, id).await;
            page.holds_that("the story has come", &format!("return {FIELD}.value.includes('\"id\": \"{id}\"')")).await;
        }
        page.click_on(".drafts summary").await;
        page.axe().await;
        page.click(&fill(WORDS.draft_open_this, &[("name", "small")])).await;
        holds(page, &edited).await;
        let picture = b"\x89PNG\r\n\x1a\n";
        let what = opened(picture).expect_err("a picture");
        page.picks_file("picture.json", picture).await;
        let said = [("file", "picture.json"), ("what", &*what.message), ("help", &*what.help)];
        page.sees(&fill(WORDS.no_text, &said)).await;
        holds(page, &edited).await;
    });
}

#[test]
fn two_tabs_on_one_draft_lose_nothing() {
    journey(async |page| {
        page.open("/#/author").await;
        page.has(".bench").await;
        write(page, "{}").await;
        is_kept(page, "{}").await;
        let one = page.tab().await;
        page.open_in_new_tab("/#/author").await;
        let other = page.tab().await;
        holds(page, "{}").await;
        page.sees(WORDS.elsewhere).await;
        page.go_to_tab(one.clone()).await;
        page.sees(WORDS.elsewhere).await;
        let mut written = Vec::new();
        for (tab, text) in [(&one, "AAA"), (&other, "BBB"), (&one, "CCC")] {
            page.go_to_tab(tab.clone()).await;
            write(page, text).await;
            is_kept(page, text).await;
            written.push((tab.clone(), text));
        }
        for (tab, text) in written.drain(1..) {
            page.go_to_tab(tab).await;
            page.reload().await;
            holds(page, text).await;
        }
        page.axe().await;
    });
}

#[test]
fn what_is_shown_to_start_from_is_what_starts() {
    journey(async |page| {
        page.open("/#/author").await;
        page.has("option[value=crisis]").await;
        page.finds("the first is shown", "return document.querySelector('.start select').selectedIndex", &json!(0))
            .await;
        page.reload().await;
        page.has("option[value=crisis]").await;
        page.finds("the first is shown", "return document.querySelector('.start select').selectedIndex", &json!(0))
            .await;
        page.click(WORDS.start).await;
        page.holds_that("the template starts", &format!("return {FIELD}.value.includes('\"id\": \"new-story\"')"))
            .await;
    });
}

#[test]
fn the_map_opens_on_the_first_step_and_is_drawn_in_other_sizes() {
    /// How far the first step is off the middle of the map's frame, in CSS pixels.
    const OFF: &str = "
        const middle = it => { const { left, width } = it.getBoundingClientRect(); return left + width / 2; };
        const frame = document.querySelector('.graph');
        const off = Math.abs(middle(frame) - middle(document.querySelector('.graph .step')));";
    journey(async |page| {
        page.open_at_width(390, "/#/author").await;
        page.has(".bench").await;
        starts_from(page, "crisis").await;
        page.click(WORDS.steps).await;
        page.has(".graph .step").await;
        let centred = format!("{OFF} return off < 20 && frame.scrollWidth > frame.clientWidth");
        page.holds_that("the first step stands in the middle of the map", &centred).await;
        page.click(WORDS.fit).await;
        let whole = "const frame = document.querySelector('.graph'); return frame.scrollWidth <= frame.clientWidth";
        page.holds_that("the map is as wide as its frame", whole).await;
        page.click(WORDS.larger).await;
        page.holds_that("the map is larger", &format!("return !(() => {{ {whole} }})()")).await;
        page.click(WORDS.whole).await;
        page.holds_that("the first step stands in the middle again", &centred).await;
        page.fits_its_width().await;
        page.axe().await;
    });
}

#[test]
fn the_concepts_are_told_and_put_in_where_their_ids_are_written() {
    journey(async |page| {
        page.open("/#/author").await;
        page.has(".bench").await;
        page.drops_file("small.json", story::SMALL).await;
        holds(page, story::SMALL).await;
        page.has_no(".concepts ul").await;
        let concept = |id: &str| Concept::new(id).unwrap_or_else(|| panic!("{id} is a concept"));
        let at = story::SMALL.find("L3\"]").unwrap_or_else(|| panic!("a response practises something")) + 1;
        let cursor = format!("{FIELD}.focus(); {FIELD}.setSelectionRange({at}, {at})");
        page.script(&cursor, vec![]).await;
        page.press("Shift").await;
        page.sees(&told(concept("L3"))).await;
        page.axe().await;
        page.click(&named(concept("L4"))).await;
        holds(page, &story::SMALL.replacen("[\"L3\"]", "[\"L4\"]", 1)).await;
        page.focuses_on("#author-text").await;
        page.sees(&told(concept("L4"))).await;

        // By keys alone: what is written narrows the choice, Tab leads to it, Enter back.
        page.press("Backspace").await;
        page.sees_not(&named(concept("D1"))).await;
        page.press("Tab").await;
        page.focuses(&named(concept("L1"))).await;
        page.press("Enter").await;
        holds(page, &story::SMALL.replacen("[\"L3\"]", "[\"L1\"]", 1)).await;
        page.focuses_on("#author-text").await;

        // Under the mouse.
        let rest = format!(
            "const field = {FIELD}, style = getComputedStyle(field), high = parseFloat(style.lineHeight);
            const before = field.value.slice(0, {at}).split('\\n'), box = field.getBoundingClientRect();
            field.scrollTop = 0; field.scrollLeft = 0;
            field.dispatchEvent(new MouseEvent('mousemove', {{ bubbles: true,
                clientX: box.left + parseFloat(style.paddingLeft) + (before.at(-1).length + .2) * high * .4,
                clientY: box.top + parseFloat(style.paddingTop) + (before.length - .5) * high }}));
            return field.title"
        );
        page.finds("the concept under the mouse is told", &rest, &json!(told(concept("L1")))).await;
    });
}

#[test]
fn a_file_dropped_before_the_workbench_has_come_waits_for_it() {
    journey(async |page| {
        page.open_with_fault("503x1", "workbench.wasm", "/#/author").await;
        page.sees(GAME.late).await;
        page.drops_file("small.json", story::SMALL).await;
        // Nothing is played while it could be.
        page.is_at("#/author").await;
        page.click(GAME.retry).await;
        holds(page, story::SMALL).await;
        page.is_at("#/author").await;
    });
}

#[test]
fn a_workbench_that_does_not_come_is_asked_for_again() {
    journey(async |page| {
        page.open_with_fault("503x1", "workbench.wasm", "/#/author").await;
        page.sees(GAME.late).await;
        page.axe().await;
        page.click(GAME.retry).await;
        page.has(".bench").await;
        page.sees_not(GAME.late).await;
    });
}

#[test]
fn a_newer_text_does_not_wait_for_a_busy_worker() {
    journey(async |page| {
        page.open("/").await;
        page.script(BUSY, vec![]).await;
        page.click(GAME.guests[0]).await;
        page.has(".bench").await;
        write(page, "{").await;
        page.sees(WORDS.checking).await;
        write(page, story::SMALL).await;
        page.has(".fates li").await;
        page.finds("another worker was started", "return window.workers", &json!(2)).await;
    });
}

#[test]
fn numbers_are_searched_put_into_the_text_and_taken_back_at_once() {
    journey(async |page| {
        page.open("/#/author").await;
        page.has(".bench").await;
        page.drops_file("small.json", story::SMALL).await;
        page.has(".aims").await;
        page.axe().await;
        // What cannot be is refused at its field.
        sets(page, ".share.adrift input", "900").await;
        page.sees(WORDS.share_refused).await;
        page.click(WORDS.search).await;
        page.focuses_on(".share.adrift input").await;
        page.axe().await;
        sets(page, ".share.adrift input", "10").await;
        page.sees_not(WORDS.share_refused).await;
        page.click(WORDS.choices).await;
        page.click(WORDS.search).await;
        page.has(".proposals .offer").await;
        page.axe().await;
        page.click(&fill(WORDS.apply_this, &[("n", "1")])).await;
        page.focuses_on("#author-text").await;
        page.sees(WORDS.applied).await;
        page.sees(WORDS.of_earlier).await;
        page.has(".proposals button:disabled").await;
        let other = format!("return {FIELD}.value !== {}", json!(story::SMALL));
        page.holds_that("the text is another", &other).await;
        page.axe().await;
        page.press("Control+z").await;
        holds(page, story::SMALL).await;
        page.sees_not(WORDS.of_earlier).await;
        // The file's own aims take the place of what was typed.
        page.click(WORDS.as_in_file).await;
        page.finds("the field is empty", "return document.querySelector('.share.adrift input').value", &json!(""))
            .await;
    });
}

#[test]
fn a_search_is_stopped_and_a_worker_that_does_not_start_is_said() {
    /// From now on workers are at work for ever, until they are let go.
    const HELD: &str = "
        window.Real = Worker;
        window.Worker = function (...how) {
            const worker = new Real(...how);
            worker.postMessage = () => {};
            return worker;
        };";
    journey(async |page| {
        page.open("/#/author").await;
        page.has(".bench").await;
        page.drops_file("small.json", story::SMALL).await;
        page.has(".aims").await;
        page.script(HELD, vec![]).await;
        page.click(WORDS.search).await;
        page.has(".search progress").await;
        page.sees(&fill(WORDS.searching, &[("percent", "0")])).await;
        page.axe().await;
        page.click(WORDS.search_stop).await;
        page.has_no(".search progress").await;
        page.focuses_on(".search .button.main").await;
        page.script("window.Worker = function () { return new Real('none.js'); }", vec![]).await;
        page.click(WORDS.search).await;
        page.sees(WORDS.not_started).await;
        page.axe().await;
        page.script("window.Worker = Real", vec![]).await;
        page.click(WORDS.search).await;
        page.sees_not(WORDS.not_started).await;
        page.has_no(".search progress").await;
    });
}

#[test]
fn a_story_made_with_twine_is_dropped_and_becomes_a_draft() {
    const TWEE: &str = ":: StoryTitle\nThe belt\n\n:: Start\nThe press has stopped.\n\n[[Ask Mara->Ask]]\n\n\
        :: Ask\n<<set $trust += 2>>Mara: It is the belt.\n";
    journey(async |page| {
        page.open("/#/author").await;
        page.has(".bench").await;
        page.drops_file("belt.twee", TWEE).await;
        page.focuses_on("#import").await;
        page.holds_that("the draft is there", &format!("return {FIELD}.value.includes('Ask Mara')")).await;
        page.click_on(".import summary").await;
        page.axe().await;
        // A file that is neither is said, and the draft stays.
        page.drops_file("page.html", "<html><body>Hello</body></html>").await;
        page.sees(&fill(WORDS.not_imported, &[("file", "page.html")])).await;
        page.axe().await;
        page.holds_that("the draft stays", &format!("return {FIELD}.value.includes('Ask Mara')")).await;
        page.click(WORDS.import_close).await;
        page.has_no(".import").await;
    });
}

#[test]
fn faces_and_places_are_shown_and_their_ids_copied() {
    journey(async |page| {
        page.open("/#/author").await;
        page.has(".bench").await;
        page.has_no(".sheet").await;
        let focus = "[...document.querySelectorAll('.tools button')].find(it => it.innerText === arguments[0]).focus()";
        page.script(focus, vec![json!(WORDS.sheet)]).await;
        page.press("Enter").await;
        page.has("dialog.sheet[open]").await;
        let count = "return document.querySelectorAll('.sheet ' + arguments[0]).length";
        for (what, number) in [(".faces .face", FACES.len() * Mood::ALL.len()), (".places .scene", SCENES.len())] {
            let found = page.script(count, vec![json!(what)]).await;
            assert_eq!(found, json!(number), "{what}");
        }
        page.axe().await;
        let said = [("id", FACES[0])];
        page.click(&fill(WORDS.copy, &said)).await;
        page.until("what came of it is said", async || {
            let text = page.text().await;
            text.contains(&fill(WORDS.copied, &said)) || text.contains(&fill(WORDS.not_copied, &said))
        })
        .await;
        page.press("Escape").await;
        page.has_no(".sheet").await;
        page.focuses(WORDS.sheet).await;
    });
}

#[test]
fn each_part_has_a_phone_to_itself() {
    journey(async |page| {
        page.open_at_width(360, "/#/author").await;
        page.has(".bench").await;
        page.drops_file("small.json", story::SMALL).await;
        holds(page, story::SMALL).await;
        page.has(".graph .step").await;
        for (name, part) in [
            (WORDS.problems, ".problems"),
            (WORDS.outcomes, ".outcomes"),
            (WORDS.steps, ".steps"),
            (WORDS.balance, ".balance"),
            (WORDS.text, ".field"),
        ] {
            page.click(name).await;
            page.holds_that(
                &format!("{name} is shown"),
                &format!("return document.querySelector({part:?}).checkVisibility()"),
            )
            .await;
            page.fits_its_width().await;
            page.axe().await;
        }
    });
}

/// Opens the first step by its key, plays from it, and leaves it again.
async fn looks_and_plays(page: &Page) {
    let crisis = story::crisis();
    let start = crisis.step(crisis.start());
    page.script("document.querySelector('.graph .step').focus()", vec![]).await;
    page.press("Enter").await;
    page.focuses_on("#look").await;
    page.finds("the step is opened", "return document.querySelector('#look').textContent", &json!(&*start.title)).await;
    page.has(".look .standing").await;
    page.axe().await;
    // What no run has at that step is refused with what can be chosen.
    let set = "const field = document.querySelector('.from input[type=number]'); field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true })); return field.max";
    let most = page.script(set, vec![json!("900")]).await;
    page.click_on(".from .button.main").await;
    page.focuses_on(".from [aria-invalid]").await;
    page.axe().await;
    page.script(set, vec![most]).await;
    page.click_on(".from .button.main").await;
    page.focuses_on("#trial").await;
    page.axe().await;
    page.click_on(".offers .answer").await;
    page.sees(&start.responses[0].consequence[0].text).await;
    let more = async || page.holds(".offers .answer").await;
    for _ in 0..crisis.steps().len() {
        if more().await {
            page.click_on(".offers .answer").await;
        }
    }
    page.has_no(".offers").await;
    page.axe().await;
    page.click(WORDS.play_again).await;
    page.has(".offers").await;
    page.click(WORDS.stop).await;
    page.focuses_on("#look").await;
}

/// Starts from a shipped scenario.
async fn starts_from(page: &Page, id: &str) {
    page.has(&format!("option[value={id}]")).await;
    let pick = "const list = document.querySelector('.start select'); list.value = arguments[0];
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(pick, vec![json!(id)]).await;
    page.click(WORDS.start).await;
    page.holds_that("the text is there", &format!("return {FIELD}.value.length > 100")).await;
}

/// Sets a field, as who leaves it has.
async fn sets(page: &Page, css: &str, value: &str) {
    let set = "const field = document.querySelector(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(set, vec![json!(css), json!(value)]).await;
}

/// Writes a whole text, as a paste does.
async fn write(page: &Page, text: &str) {
    let write = format!("{FIELD}.value = arguments[0]; {FIELD}.dispatchEvent(new Event('input', {{ bubbles: true }}))");
    page.script(&write, vec![json!(text)]).await;
}

/// Waits until a draft holds the text.
async fn is_kept(page: &Page, text: &str) {
    let kept = "return Object.keys(localStorage).some(key =>
        key.startsWith('two-hats:author/draft/') && localStorage.getItem(key).replace(/^.*\\n/, '') === arguments[0])";
    page.until("the text is kept", async || page.script(kept, vec![json!(text)]).await == json!(true)).await;
}

async fn holds(page: &Page, text: &str) {
    page.finds("the field holds the text", &format!("return {FIELD}?.value"), &json!(text)).await;
}
