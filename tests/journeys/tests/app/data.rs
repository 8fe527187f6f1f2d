//! A scenario's texts are data: whatever they hold is shown as text.

use archive::{File, zip};
use journeys::{Page, journey};
use play::Run;
use scenario::Outcome;
use serde_json::{Value, json};
use two_hats::words::ENGLISH as WORDS;

use crate::{
    seen::{self, Mode},
    story,
};

const HOSTILE: &str = "<img src=x onerror=\"window.struck=1\"><script>window.struck=1</script>&amp;</p></main>{n}${1}";
/// Right to left, zero width, an override that is never closed, a mark on a mark.
const ODD: &str = "\u{202e}evitcerid\u{200b}\u{200d}\u{feff} \u{2066}\u{5d0}\u{5d1} Z\u{310}\u{300}\u{301}\u{302} \u{1F469}\u{200d}\u{1F680}";

#[test]
fn texts_are_never_markup() {
    journey(async |page| {
        let text = hostile();
        let scenario = story::scenario(&text);
        page.open("/").await;
        page.drops_file(&format!("{HOSTILE}.json"), &text).await;
        page.is_at("#/play/own/small").await;
        let way = story::way_to(&scenario, Outcome::Balanced);
        seen::played(page, &story::first(1, &way), Mode::Practice).await;
        page.press("h").await;
        is_only_text(page).await;
        page.press("Escape").await;
        page.has_no("dialog").await;
        page.click(WORDS.back_home).await;
        page.has(".continue").await;
        is_only_text(page).await;
        page.click_on(".continue a").await;
        page.choose_number(story::number(&scenario, &way.turns()[1])).await;
        seen::consequence(page, &story::first(2, &way), Mode::Practice).await;
        is_only_text(page).await;
        page.goes_on().await;
        seen::outcome(page, &way).await;
        is_only_text(page).await;
        page.open("/").await;
        page.drops_file(&format!("{HOSTILE}.json"), "{}").await;
        page.has(".faults").await;
        is_only_text(page).await;
    });
}

#[test]
fn no_word_is_too_long_for_a_phone() {
    journey(async |page| {
        let text = story_with(&"long".repeat(1250));
        let scenario = story::scenario(&text);
        let way = story::way_to(&scenario, Outcome::Balanced);
        page.open_at_width(360, "/").await;
        page.drops_file("long.json", &text).await;
        seen::step(page, &Run::start(scenario.clone()), Mode::Practice).await;
        page.fits_its_width().await;
        page.choose_number(story::number(&scenario, &way.turns()[0])).await;
        page.has(".chosen").await;
        page.fits_its_width().await;
        page.press("h").await;
        page.has("dialog[open]").await;
        page.fits_its_width().await;
        let fits = "const it = document.querySelector('dialog'); return it.scrollWidth <= it.clientWidth";
        page.holds_that("the history fits its width", fits).await;
        page.press("Escape").await;
        page.has_no("dialog").await;
        page.goes_on().await;
        page.open("/").await;
        page.has(".continue").await;
        page.fits_its_width().await;
        page.click_on(".continue a").await;
        page.choose_number(story::number(&scenario, &way.turns()[1])).await;
        page.goes_on().await;
        seen::outcome(page, &way).await;
        page.fits_its_width().await;
    });
}

#[test]
fn a_picture_runs_nothing_and_asks_for_nothing() {
    /// A drawing with all that a drawing could do besides being one, beginning with what it draws.
    const DRAWING: &str =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='40'
            height='30' onload='localStorage.struck=1'><rect width='40' height='30' fill='red'/>
        <style>@import url(/struck-by-style); rect { fill: url(/struck-by-fill) }</style>
        <image xlink:href='/struck-by-image' width='4' height='4'/><use href='/struck-by-use#a'/>
        <foreignObject width='9' height='9'><iframe xmlns='http://www.w3.org/1999/xhtml' src='/struck-by-frame'/>
        </foreignObject><a href='javascript:localStorage.struck=1'><text y='9'>Click</text></a>
        <script>localStorage.struck = 1; fetch('/struck-by-script')</script></svg>";
    const STRUCK: &str = "return [localStorage.struck ?? null,
        performance.getEntriesByType('resource').map(it => it.name).filter(it => it.includes('struck'))]";
    journey(async |page| {
        let with = "\"minutes\": 2, \"image\": { \"file\": \"oven.svg\", \"alt\": \"A cold oven\" },";
        let text = story::SMALL.replacen("\"minutes\": 2,", with, 1);
        let files = [("small.json", text.as_str()), ("oven.svg", DRAWING)];
        let files = files.map(|(name, bytes)| File { name: name.into(), bytes: bytes.as_bytes().into() });
        page.open("/").await;
        page.picks_file("small.zip", &zip(&files).expect("a small archive")).await;
        page.is_at("#/play/own/small").await;
        page.holds_that("the picture is drawn", "return document.querySelector('img.picture')?.naturalWidth === 40")
            .await;
        page.finds("it did nothing", STRUCK, &json!([null, []])).await;
        // In a tab of its own it is no image, but a document, and may not be one of the game's.
        let alone = page.script("return document.querySelector('img.picture').src", vec![]).await;
        page.client().goto(alone.as_str().unwrap_or_default()).await.expect("the picture alone");
        page.holds_that("it is a document", "return document.contentType === 'image/svg+xml'").await;
        page.finds("it stands at no origin", "return self.origin", &json!("null")).await;
        page.open("/").await;
        page.finds("it reached nothing of the game", STRUCK, &json!([null, []])).await;
    });
}

/// The small scenario with marked-up and odd texts wherever it has a text.
fn hostile() -> String {
    story_with(&format!("{HOSTILE} {ODD}"))
}

/// The small scenario with a text put before each of its own.
fn story_with(before: &str) -> String {
    let mut file: Value = serde_json::from_str(story::SMALL).unwrap_or_default();
    put_before(&mut file, before);
    file.to_string()
}

/// Puts a text before whatever is shown; ids and the words of the format stay as they are.
fn put_before(value: &mut Value, before: &str) {
    const SHOWN: [&str; 9] = ["title", "summary", "role", "name", "text", "says", "lesson", "story", "situation"];
    const LINES: [&str; 3] = ["story", "situation", "consequence"];
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if SHOWN.contains(&key.as_str()) => *text = format!("{before} {text}"),
                    Value::Array(lines) if LINES.contains(&key.as_str()) => {
                        lines.iter_mut().for_each(|line| match line {
                            Value::String(text) => *text = format!("{before} {text}"),
                            other => put_before(other, before),
                        })
                    }
                    other => put_before(other, before),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| put_before(value, before)),
        _ => {}
    }
}

async fn is_only_text(page: &Page) {
    page.holds_that("the text is on the page", "return document.body.textContent.includes('<img src=x onerror=')")
        .await;
    let made = "return [window.struck ?? null, document.querySelectorAll('#app :is(img, script, iframe)').length]";
    page.finds("no text became an element", made, &json!([null, 0])).await;
}
