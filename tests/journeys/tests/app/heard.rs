//! A run and its debrief as a screen reader tells them: what has the focus, and what regions say that were there before.

use journeys::{Page, journey};
use play::play_as;
use scenario::Persona;
use two_hats::{app::Done, words::ENGLISH as WORDS};

use crate::{
    seen::{self, Mode},
    story,
};

/// Notes what is heard: a region's words when they change, and the words of what gets the focus.
const LISTEN: &str = "
    window.heard = [];
    const regions = '[role=status], [role=alert], [aria-live], output';
    const hear = words => { if (words.trim()) heard.push(words.trim().replace(/\\s+/g, ' ')); };
    const near = node => (node.nodeType === 1 ? node : node.parentElement)?.closest(regions);
    new MutationObserver(changes => new Set(changes.map(({ target }) => near(target))).forEach(it => it && hear(it.textContent)))
        .observe(document, { childList: true, characterData: true, subtree: true });
    addEventListener('focusin', ({ target }) => hear('on ' + target.textContent));";

/// Something is heard that begins so; what was heard before is forgotten.
async fn hears(page: &Page, words: &str) {
    let heard = format!("return heard.some(it => it.startsWith({words:?}))");
    page.holds_that(&format!("{words:?} is heard"), &heard).await;
}

async fn forgets(page: &Page) {
    page.script("heard.length = 0", vec![]).await;
}

#[test]
fn a_whole_run_and_its_debrief_are_told() {
    journey(async |page| {
        let way = play_as(Persona::AlwaysLeader, &story::crisis());
        page.open("/#/play/crisis").await;
        page.script(LISTEN, vec![]).await;
        for (at, turn) in way.turns().iter().enumerate() {
            let title = &way.scenario().step(turn.step).title;
            let came = format!("on {title}{}", WORDS.what_came);
            let run = story::first(at + 1, &way);
            page.choose_number(story::number(way.scenario(), turn)).await;
            seen::consequence(page, &run, Mode::Practice).await;
            hears(page, WORDS.done[Done::Answered as usize]).await;
            hears(page, &came).await;
            forgets(page).await;
            if at == 0 {
                page.press("u").await;
                hears(page, "Taken back.").await;
                hears(page, &format!("on {title}{}", WORDS.asked_again)).await;
                page.press("Shift+U").await;
                hears(page, WORDS.done[Done::BroughtBack as usize]).await;
                hears(page, &came).await;
                forgets(page).await;
            }
            page.goes_on().await;
            seen::now(page, &run, Mode::Practice).await;
            if let Some(step) = run.step() {
                hears(page, &format!("on {}", step.title)).await;
            }
        }
        let variant = way.variant().map(|variant| variant.title.to_string()).unwrap_or_default();
        hears(page, &format!("on {variant}")).await;
        hears(page, "The end, after").await;
        hears(page, "Your run in short").await;

        forgets(page).await;
        page.click_on(".keep summary").await;
        page.click_on("[data-do=svg]").await;
        hears(page, "Saved: two-hats.svg.").await;
        page.click_on("[data-do=png]").await;
        hears(page, "Saved: two-hats.png.").await;
        page.sees_not("Saved: two-hats.svg.").await;
        page.click_on("#self-check summary").await;
        page.click_on("[data-do=answers]").await;
        hears(page, "Kept on this device.").await;
        page.sees_not("Saved: two-hats.png.").await;
    });
}
