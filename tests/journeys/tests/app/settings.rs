//! The settings: at once, kept, and erased with everything else when asked twice.

use journeys::{Page, journey};
use scenario::Outcome;
use serde_json::{Value, json};
use two_hats::words::{ASIDE, ENGLISH as WORDS};

use crate::{
    kept,
    seen::{self, Mode},
    story,
};

const LOOK: &str = "
    const look = document.documentElement.dataset;
    return [look.theme ?? null, look.text ?? null, look.motion ?? null];";

/// The sizes of the text and the colour of the page, as they come out.
const SIZE: &str = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
const GROUND: &str = "return getComputedStyle(document.documentElement).backgroundColor";

#[test]
fn settings_take_effect_and_are_kept() {
    journey(async |page| {
        page.open("/").await;
        page.click(WORDS.settings).await;
        looks(page, json!([null, null, null])).await;
        let [_, light, dark] = ASIDE.themes;
        page.click(light).await;
        looks(page, json!(["light", null, null])).await;
        let paper = page.script(GROUND, vec![]).await;
        page.click(dark).await;
        looks(page, json!(["dark", null, null])).await;
        assert_ne!(page.script(GROUND, vec![]).await, paper, "dark is dark");
        let [_, large, largest] = ASIDE.text_sizes;
        page.click(large).await;
        looks(page, json!(["dark", "2", null])).await;
        page.finds("the text is a quarter larger", SIZE, &json!(20)).await;
        page.click(largest).await;
        looks(page, json!(["dark", "3", null])).await;
        page.finds("the text is half as large again", SIZE, &json!(24)).await;
        page.click(ASIDE.less_motion).await;
        looks(page, json!(["dark", "3", "less"])).await;
        page.click(ASIDE.modes[2][0]).await;

        page.reload().await;
        looks(page, json!(["dark", "3", "less"])).await;
        let checked = "return [...document.querySelectorAll('main input:checked')].map(it => it.closest('label').querySelector('b').textContent)";
        let wanted = json!([largest, dark, ASIDE.modes[2][0], ASIDE.less_motion]);
        page.finds("what is set is checked", checked, &wanted).await;
        page.click(WORDS.back_home).await;
        page.click(story::crisis().title()).await;
        page.finds("challenge is chosen", checked, &json!([ASIDE.modes[2][0]])).await;
        page.click(ASIDE.begin).await;
        let moving = "return document.getAnimations().length";
        page.finds("nothing moves", moving, &json!(0)).await;

        page.open("/#/settings").await;
        for name in [ASIDE.text_sizes[0], ASIDE.themes[0], ASIDE.less_motion, ASIDE.modes[0][0]] {
            page.click(name).await;
        }
        looks(page, json!([null, null, null])).await;
    });
}

#[test]
fn everything_can_be_erased_and_is_asked_for_first() {
    journey(async |page| {
        let crisis = story::crisis();
        let way = story::first(1, &story::way_to(&crisis, Outcome::Balanced));
        page.open("/").await;
        page.picks_file("small.json", story::SMALL.as_bytes()).await;
        page.is_at("#/play/own/small").await;
        page.open("/#/play/crisis").await;
        seen::played(page, &way, Mode::Practice).await;
        page.open("/#/settings").await;
        page.click(ASIDE.themes[2]).await;
        looks(page, json!(["dark", null, null])).await;

        page.click(ASIDE.erase).await;
        page.sees(ASIDE.erase_sure).await;
        page.focuses(ASIDE.erase_no).await;
        page.press("Enter").await;
        page.sees_not(ASIDE.erase_sure).await;
        page.focuses_on("main h1").await;
        looks(page, json!(["dark", null, null])).await;
        assert!(kept::get(page, "run/crisis").await.is_some(), "the run is kept");

        page.click(ASIDE.erase).await;
        page.click(ASIDE.erase_yes).await;
        page.sees(ASIDE.erased).await;
        page.focuses_on("main h1").await;
        looks(page, json!([null, null, null])).await;
        kept::nothing(page).await;
        page.click(WORDS.back_home).await;
        page.sees(crisis.title()).await;
        page.has_no(".continue").await;
        page.has_no(".scenario .remove").await;
        seen::begins(page, crisis.title()).await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
    });
}

async fn looks(page: &Page, wanted: Value) {
    page.finds("the page looks as it is set", LOOK, &wanted).await;
}
