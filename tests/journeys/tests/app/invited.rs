//! An invitation: a run is shared, whoever opens the link plays first, and then sees both runs.

use journeys::journey;
use play::{Record, Run, play_as};
use scenario::Persona;
use serde_json::json;
use two_hats::{
    pages::debrief::words::{ENGLISH as TOLD, below::ENGLISH as BELOW},
    words::ASIDE,
};

use crate::{
    kept,
    seen::{self, Mode},
    story,
};

/// What is copied, in the place of a clipboard that headless browsers do not have; they have no sheet to share with.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'share', { value: undefined });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => void (window.copied = text) } })";

/// What stands behind the `#` of the link that was copied.
const LINK: &str = "return window.copied?.split('#').at(-1) ?? null";

/// Two runs of a story that end.
fn runs() -> [Run; 2] {
    [Persona::Balancing, Persona::AlwaysLeader].map(|persona| play_as(persona, &story::crisis()))
}

#[test]
fn whoever_opens_an_invitation_plays_first_and_then_sees_both_runs() {
    journey(async |page| {
        let [theirs, run] = runs();
        let scenario = story::crisis();
        page.open("/").await;
        kept::set(page, "run/crisis", &Record::of(&theirs).to_line()).await;
        page.reload().await;
        page.open("/#/play/crisis").await;
        page.has("#first").await;
        page.script(CLIPBOARD, vec![]).await;
        page.click(TOLD.share).await;
        page.sees(TOLD.shared).await;
        page.holds_that("it tells the story", &format!("return copied.startsWith({})", json!(scenario.title()))).await;
        let ending = theirs.variant().expect("it has ended").title.to_string();
        page.holds_that("it tells no ending", &format!("return !copied.includes({})", json!(ending))).await;
        let link = page.script(LINK, vec![]).await;
        let link = link.as_str().expect("a link").to_owned();
        assert!(link.len() <= 80, "{link}");

        // Somebody else's device: nothing is kept there.
        page.open("/").await;
        page.script("localStorage.clear()", vec![]).await;
        page.reload().await;
        page.open(&format!("/#{link}")).await;
        page.sees(ASIDE.invited).await;
        page.sees(ASIDE.invited_first).await;
        let worn = "return document.querySelectorAll('.coach .kicker > span').length";
        page.finds("the hats that were worn", worn, &json!(theirs.hats().count())).await;
        page.axe().await;
        page.fits_its_width().await;
        page.click(ASIDE.begin).await;
        seen::played(page, &run, Mode::Practice).await;
        page.has("#debrief .beside").await;
        page.sees(BELOW.other_run).await;
        let strips = "return [...document.querySelectorAll('.beside .strip')].map(it => it.children.length)";
        page.finds("both strips", strips, &json!([run.hats().count(), theirs.hats().count()])).await;
        let first = "return document.querySelector('#debrief section:not(#first)').className";
        page.finds("they stand first of what is below", first, &json!("beside")).await;
        page.axe().await;
    });
}

#[test]
fn an_invitation_that_was_cut_short_is_refused_and_the_story_is_there() {
    journey(async |page| {
        let [theirs, _] = runs();
        let code = play::Code::of(&theirs).expect("it has ended").to_string();
        for cut in [&code[..code.len() - 1], "7Q", ""] {
            page.open(&format!("/#/with/crisis/{cut}")).await;
            page.reload().await;
            page.sees(ASIDE.invited_cut).await;
            page.axe().await;
        }
        page.click(ASIDE.begin).await;
        seen::step(page, &Run::start(story::crisis()), Mode::Practice).await;
        page.open_at_width(360, &format!("/#/with/crisis/{code}")).await;
        page.sees(ASIDE.invited_first).await;
        page.fits_its_width().await;
    });
}
