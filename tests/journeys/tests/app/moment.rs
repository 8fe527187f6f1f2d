//! What comes of an answer, as a moment: the response that was taken stays where it is, what came of it comes into sight,
//! and what the player thought before is kept beside it.

use journeys::{Page, journey, selectors};
use play::play_as;
use scenario::Persona;
use serde_json::{Value, json};
use two_hats::{pages::debrief::words::below::ENGLISH as BELOW, words::ASIDE};

use crate::{
    kept,
    seen::{self, Mode},
    story,
};

/// From now on notes, after each frame, how far down the screen the response stands that was taken.
const WATCH: &str = "
    window.tops = [];
    const note = () => {
        const taken = document.querySelector('.chosen');
        if (taken) tops.push(taken.getBoundingClientRect().top);
    };
    const look = () => {
        setTimeout(note);
        if (tops.length < 90) requestAnimationFrame(look);
    };
    look();";

/// Takes the last response that is offered: how far down the screen it stood, and where it stands from then on.
async fn takes_the_last(page: &Page) -> (f64, Vec<f64>) {
    page.script("[...document.querySelectorAll('.response')].at(-1).scrollIntoView({ block: 'center' })", vec![]).await;
    let top = "return [...document.querySelectorAll('.response')].at(-1).getBoundingClientRect().top";
    let before = page.script(top, vec![]).await.as_f64().expect("a number");
    page.script(WATCH, vec![]).await;
    page.script("[...document.querySelectorAll('.response')].at(-1).click()", vec![]).await;
    page.has(selectors::CONTINUE).await;
    page.holds_that("time passes", "return tops.length >= 90").await;
    let tops = page.script("return tops", vec![]).await;
    let tops = tops.as_array().expect("a list").iter().filter_map(Value::as_f64).collect();
    (before, tops)
}

#[test]
fn the_response_that_was_taken_stays_where_it_is_until_what_came_of_it_comes_into_sight() {
    journey(async |page| {
        for (width, height) in [(360, 740), (390, 844), (1280, 720)] {
            page.open_at_size(width, height, "/").await;
            page.script("localStorage.clear()", vec![]).await;
            page.reload().await;
            page.open("/#/play/crisis").await;
            for _ in 0..3 {
                page.has(selectors::RESPONSE).await;
                let (before, tops) = takes_the_last(page).await;
                let first = tops.first().copied().expect("it is there");
                // Where little stands above it, it can only come nearer.
                assert!((first - before).abs() < 1.5 || first < before, "from {before} to {first} at {width}");
                let moved_on = tops.iter().zip(&tops[1..]).all(|(one, next)| next - one < 40.0);
                assert!(moved_on, "it comes and goes at {width}: {tops:?}");
                let seen = "const { top, bottom } = document.querySelector('.go-on').getBoundingClientRect();
                    return top > 0 && bottom <= innerHeight";
                page.holds_that("the way on is in sight", seen).await;
                page.axe().await;
                page.fits_its_width().await;
                page.goes_on().await;
            }
        }
    });
}

#[test]
fn a_change_of_the_meters_is_told_once_and_the_situation_stays() {
    journey(async |page| {
        page.open("/#/play/crisis").await;
        page.has(selectors::RESPONSE).await;
        let situation = "return document.querySelector('.situation').innerText";
        let asked = page.script(situation, vec![]).await;
        page.choose_number(1).await;
        page.has(selectors::CONTINUE).await;
        page.finds("the same situation", situation, &asked).await;
        let turn = "return [...document.querySelectorAll('main .chip')].filter(it => it.checkVisibility()).map(it => it.closest('.meter') !== null)";
        page.finds("each change stands at its meter alone", turn, &json!([true, true])).await;
        page.holds_that("one heading", "return document.querySelectorAll('h1').length === 1").await;
    });
}

#[test]
fn who_wants_to_think_first_is_asked_and_finds_it_beside_what_came_of_it() {
    journey(async |page| {
        let way = play_as(Persona::Balancing, &story::crisis());
        let weighty = delivery::weightiest(
            way.scenario(),
            &analysis::analyse(way.scenario(), analysis::STATE_LIMIT).expect("it is counted"),
        );
        page.open("/#/settings").await;
        page.sees(ASIDE.own_words[0]).await;
        page.click_on("input[name=own-words]").await;
        page.click_on("input[name=sure]").await;
        page.until("both are kept", async || kept::get(page, "reflection").await.as_deref() == Some("words sure"))
            .await;
        page.axe().await;
        page.open("/#/play/crisis").await;
        let mut wrote = 0;
        for (at, turn) in way.turns().iter().enumerate() {
            seen::step(page, &story::first(at, &way), Mode::Practice).await;
            let sure = format!(".reflect label:nth-of-type({}) input", at % 3 + 1);
            if weighty.contains(&way.scenario().step(turn.step).id) {
                page.has(".reflect.closed #own-words").await;
                page.axe().await;
                // The responses are covered, and no key gives one.
                let covered = "return !document.querySelector('.response').checkVisibility()";
                page.holds_that("the responses are covered", covered).await;
                page.press("1").await;
                page.click_on("#own-words").await;
                page.types("1 call, then <i>wait</i> ").await;
                page.click(ASIDE.own_words_done).await;
                page.focuses_on(".reflect [type=radio]").await;
                // A key of a field answers nothing, and what was typed is there after a reload.
                page.reload().await;
                page.has("#own-words").await;
                let typed = "return document.querySelector('#own-words').value";
                page.finds("what was typed", typed, &json!("1 call, then <i>wait</i>")).await;
                page.click_on(&sure).await;
                page.axe().await;
                wrote += 1;
            } else {
                page.click_on(&sure).await;
                assert!(!page.holds("#own-words").await, "it is asked where most hangs alone");
            }
            // The keys of the responses work on where one has said how sure one is.
            page.press(&story::number(way.scenario(), turn).to_string()).await;
            page.has(selectors::CONTINUE).await;
            assert!(!page.holds(".reflect").await, "nobody is asked afterwards");
            page.goes_on().await;
        }
        assert!(wrote > 0, "the way comes to one of them");
        page.has("#debrief .timeline").await;
        page.click_on("#debrief .timeline summary").await;
        page.sees(BELOW.calibration).await;
        page.sees("1 call, then <i>wait</i>").await;
        let said = "return document.querySelectorAll('.timeline q').length";
        page.finds("as often as it was written", said, &json!(wrote)).await;
        page.axe().await;
    });
}

#[test]
fn what_players_learn_stands_on_the_cards_and_the_start_sheet() {
    journey(async |page| {
        let learns = delivery::objectives(&story::crisis());
        page.open("/").await;
        page.has(".scenario .objectives").await;
        let cards = "return document.querySelectorAll('.scenario').length === document.querySelectorAll('.scenario .objectives').length";
        page.holds_that("every card has them", cards).await;
        let within = ".scenario:has(a[href$='/crisis']) .objectives";
        page.click_on(&format!("{within} summary")).await;
        page.finds(
            "they are there once they are asked for",
            &format!("return [...document.querySelectorAll({:?})].map(it => it.innerText)", format!("{within} li")),
            &json!(learns),
        )
        .await;
        page.axe().await;
        page.open("/#/story/crisis").await;
        let shown = "return [...document.querySelectorAll('.start .objectives li')].map(it => it.innerText)";
        page.finds("and on the sheet", shown, &json!(learns)).await;
        page.axe().await;
        page.open_at_width(360, "/#/story/crisis").await;
        page.finds("on a phone", shown, &json!(learns)).await;
        page.fits_its_width().await;
    });
}
