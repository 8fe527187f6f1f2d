//! The studio: a story is changed on its map and in its forms, and all of it is taken back.

use journeys::{Page, journey};
use serde_json::json;
use two_hats::workbench::STUDIO as WORDS;

use crate::story;

/// The field that holds the text.
const FIELD: &str = "document.querySelector('#author-text')";

/// Writes into a field as keys do, and leaves it.
const WRITE: &str = "
    const field = document.querySelector(arguments[0]);
    field.focus(); field.value = arguments[1];
    field.dispatchEvent(new Event('input', { bubbles: true })); field.blur();";

async fn opened(page: &Page) {
    page.open("/#/author").await;
    page.has(".bench").await;
    page.drops_file("small.json", story::SMALL).await;
    page.click(WORDS.view_map).await;
    page.has(".map [data-to=oven]").await;
}

async fn text_holds(page: &Page, what: &str) {
    page.holds_that(&format!("the text holds {what}"), &format!("return {FIELD}.value.includes({})", json!(what)))
        .await;
}

#[test]
fn a_step_is_opened_changed_and_taken_back() {
    journey(async |page| {
        opened(page).await;
        page.axe().await;
        page.click_on(".map [data-to=oven]").await;
        page.focuses_on("#card").await;
        page.axe().await;
        page.script(WRITE, vec![json!("#card-title input"), json!("The oven is warm")]).await;
        page.sees("The oven is warm").await;
        page.click(WORDS.view_text).await;
        text_holds(page, "The oven is warm").await;
        page.click(WORDS.view_map).await;
        page.click(WORDS.undo).await;
        page.sees("The oven is cold").await;
        page.press("Control+Shift+z").await;
        page.sees("The oven is warm").await;
        // By keys alone: along a way to the next step, and into its card.
        page.script("document.querySelector('.map [aria-pressed=true]').focus()", vec![]).await;
        page.press("Down").await;
        page.holds_that(
            "the next step is picked",
            "return document.querySelector('.map [data-to=rush]').getAttribute('aria-pressed') === 'true'",
        )
        .await;
        page.press("Enter").await;
        page.focuses_on("#card").await;
    });
}

#[test]
fn every_view_of_the_studio_fits_a_phone() {
    journey(async |page| {
        page.open_at_width(390, "/#/author").await;
        page.has(".bench").await;
        page.drops_file("small.json", story::SMALL).await;
        for view in [WORDS.view_map, WORDS.view_story, WORDS.view_people, WORDS.view_shelf] {
            page.click(view).await;
            page.has(".studio").await;
            page.fits_its_width().await;
            page.axe().await;
        }
        page.click(WORDS.view_map).await;
        page.click_on(".outline li button").await;
        page.focuses_on("#card").await;
        page.fits_its_width().await;
    });
}

#[test]
fn a_way_is_drawn_to_a_step_and_refused_where_it_would_go_round() {
    /// Drags from an element to another as a mouse does.
    const DRAG: &str = "
        const middle = css => {
            const it = document.querySelector(css);
            it.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = it.getBoundingClientRect();
            return { clientX: left + width / 2, clientY: top + height / 2 };
        };
        const point = (name, on, place) =>
            on.dispatchEvent(new PointerEvent(name, { bubbles: true, ...place }));
        const knob = document.querySelector(arguments[0]);
        point('pointerdown', knob, middle(arguments[0]));
        const to = middle(arguments[1]);
        point('pointermove', document.documentElement, { clientX: to.clientX - 9, clientY: to.clientY });
        point('pointermove', document.documentElement, to);
        if (arguments[2]) point('pointerup', document.documentElement, to);";
    journey(async |page| {
        opened(page).await;
        let knob = "[data-way=\"steps.rush.responses.two-lines.next\"]";
        page.script(DRAG, vec![json!(knob), json!(".map [data-to=oven] rect"), json!(false)]).await;
        page.has(".map .not-there").await;
        page.has(".map-part .refused:not(:empty)").await;
        page.script(DRAG, vec![json!(knob), json!(".map [data-to=\"end:adrift\"] rect"), json!(true)]).await;
        page.has_no(".map .not-there").await;
        page.click(WORDS.view_text).await;
        text_holds(page, "end:adrift").await;
    });
}
