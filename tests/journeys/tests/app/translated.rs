//! A page that a browser translates: its text nodes are moved into elements of the translator's, or replaced by them.

use journeys::{Page, journey, selectors};
use scenario::Outcome;
use serde_json::json;
use two_hats::words::{ASIDE, ENGLISH as WORDS};

use crate::{
    seen::{self, Mode},
    story,
};

/// Moves each text node into a `<font>`, every second one as a copy, and does so with all that come.
const TRANSLATE: &str = "
    let count = 0;
    const wrap = node => {
        const parent = node.parentElement;
        if (!parent || parent.closest('font, svg, script, style, template, [translate=no]')) return;
        const font = document.createElement('font');
        node.replaceWith(font);
        font.append(count++ % 2 ? node.nodeValue : node);
    };
    const all = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        nodes.forEach(wrap);
    };
    all(document.body);
    new MutationObserver(changes => changes.forEach(({ addedNodes }) => addedNodes.forEach(node => {
        if (!node.isConnected) return;
        node.nodeType === 3 ? wrap(node) : node.nodeType === 1 && node.localName !== 'font' && all(node);
    }))).observe(document.body, { childList: true, subtree: true });";

/// The page is still the app's own, and is translated.
async fn is_whole(page: &Page) {
    page.has("main font").await;
    page.has_no("[data-fallen]").await;
    page.has_no("[data-unloaded]").await;
}

#[test]
fn a_translated_story_goes_on() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/play/crisis").await;
        page.script(TRANSLATE, vec![]).await;
        is_whole(page).await;
        // The meters and the number of the decision are compared with each page, too.
        seen::played(page, &story::first(3, &way), Mode::Practice).await;
        page.press("u").await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;
        page.press("Shift+U").await;
        seen::consequence(page, &story::first(3, &way), Mode::Practice).await;
        page.goes_on().await;
        for dialog in ["h", "?"] {
            page.press(dialog).await;
            page.has("dialog[open] font").await;
            page.press("Escape").await;
            page.has_no("dialog").await;
        }
        page.click(WORDS.back_home).await;
        page.has(".continue font").await;
        page.click(WORDS.settings).await;
        page.click(ASIDE.themes[2]).await;
        page.click(ASIDE.erase).await;
        page.sees(ASIDE.erase_sure).await;
        page.click(ASIDE.erase_no).await;
        page.sees_not(ASIDE.erase_sure).await;
        page.click(ASIDE.modes[2][0]).await;
        page.click(ASIDE.modes[0][0]).await;
        page.click(WORDS.back_home).await;
        page.click_on(".continue a").await;
        for (at, turn) in way.turns().iter().enumerate().skip(3) {
            page.choose_number(story::number(way.scenario(), turn)).await;
            seen::consequence(page, &story::first(at + 1, &way), Mode::Practice).await;
            page.goes_on().await;
        }
        page.has(selectors::OUTCOME).await;
        page.has("#debrief .timeline font").await;
        page.click(WORDS.play_again).await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
        is_whole(page).await;
    });
}

#[test]
fn stories_may_be_translated_and_codes_may_not() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/play/crisis").await;
        let may = "return ['html', 'h1', '.story p', '.words'].map(it => document.querySelector(it).translate)";
        page.finds("a story may be translated", may, &json!([true, true, true, true])).await;
        seen::played(page, &way, Mode::Practice).await;
        let may = "return document.querySelector('#debrief .code')?.translate";
        page.finds("a code may not", may, &json!(false)).await;
        page.open("/#/author").await;
        page.has("#author-text").await;
        let may = "return document.querySelector('#author-text').translate";
        page.finds("an author's text may not", may, &json!(false)).await;
    });
}
