//! What is kept and cannot be read, or no longer fits: it is put aside or told, and nothing else is lost.

use journeys::journey;
use play::ChoiceError;
use scenario::Outcome;
use two_hats::words::{ASIDE, ENGLISH as WORDS, fill};

use crate::{
    kept,
    seen::{self, Mode},
    story,
};

#[test]
fn rubbish_is_put_aside_and_the_rest_stays() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/play/crisis").await;
        seen::played(page, &story::first(2, &way), Mode::Practice).await;
        let rubbish = [
            ("run/product-launch", "product-launch 0000000000000000 3 only-one"),
            ("run/own/small", "{\"json\": true}"),
            ("reached/crisis", "balanced nonsense"),
            ("settings", "dark side"),
            ("scenario/small", "\u{1F3A9} no pack"),
            ("Nonsense", ""),
        ];
        for (key, text) in rubbish {
            kept::set(page, key, text).await;
        }
        page.reload().await;
        page.sees(&fill(ASIDE.put_aside_many, &[("n", &rubbish.len().to_string())])).await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;
        for (key, text) in rubbish {
            assert_eq!(kept::get(page, key).await, None, "{key} is out of the way");
            let aside = kept::get(page, &format!("unreadable/{key}")).await;
            assert_eq!(aside.as_deref(), Some(text), "{key} is put aside as it was");
        }
        page.click(ASIDE.close).await;
        page.has_no(".toast").await;
        page.keeps_the_focus().await;
        page.reload().await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;
        page.has_no(".toast").await;

        kept::set(page, "last", "").await;
        page.reload().await;
        page.sees(ASIDE.put_aside).await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;
    });
}

#[test]
fn what_a_newer_version_keeps_is_left_alone_and_said_once() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        let newer = [("team/a", "anything"), ("run/crisis", "two-hats/2 a run in another form")];
        page.open("/").await;
        for (key, text) in newer {
            kept::set(page, key, text).await;
        }
        page.reload().await;
        page.sees(ASIDE.newer).await;
        page.reload().await;
        page.sees(ASIDE.choose_story).await;
        page.has_no(".toast").await;
        // Its story can be played, and the page says that the run is not stored.
        page.open("/#/play/crisis").await;
        seen::played(page, &story::first(2, &way), Mode::Practice).await;
        page.sees(ASIDE.not_stored).await;
        for (key, text) in newer {
            assert_eq!(kept::get(page, key).await.as_deref(), Some(text), "{key} is as it was");
        }
    });
}

#[test]
fn a_run_of_an_edited_story_goes_on_as_far_as_it_fits() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        let first = way.response(&way.turns()[0]).id.clone();
        page.open("/").await;
        kept::set(page, "run/crisis", &format!("crisis 0000000000000000 2 {first} no-such-id")).await;
        page.reload().await;
        page.click(way.scenario().title()).await;
        let gaps = [("n", "2"), ("response", "no-such-id"), ("why", WORDS.refusal(ChoiceError::Unknown))];
        page.sees(&fill(ASIDE.edited_stop, &gaps)).await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;

        kept::set(page, "run/crisis", &format!("crisis 0000000000000000 1 {first}")).await;
        page.reload().await;
        page.sees(ASIDE.edited).await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;
        // It was told, and the run is one of the story as it is now.
        page.reload().await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;
        page.has_no(".toast").await;
    });
}
