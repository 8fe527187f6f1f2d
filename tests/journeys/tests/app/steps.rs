//! How much of a step is seen at once: on a phone where the responses begin, on a laptop both of them.

use journeys::{Page, journey};
use play::play_as;
use scenario::Persona;

use crate::story;

/// How many steps of a hundred have to be seen so at least.
const LEAST: usize = 80;

/// A response begins in sight where this much of it is seen, in pixels: its hat, and that words follow.
const BEGINS: u32 = 40;

/// Of how many steps of the shipped stories something holds, out of how many: each story is played by two who always
/// answer in one way.
async fn of_all(page: &Page, width: u32, height: u32, holds: &str) -> (usize, usize) {
    let (mut good, mut all) = (0, 0);
    for scenario in story::shipped() {
        for persona in [Persona::AlwaysLeader, Persona::AlwaysManager] {
            page.open_at_size(width, height, "/").await;
            page.script("localStorage.clear()", vec![]).await;
            page.client().goto("about:blank").await.unwrap_or_else(|fault| panic!("no page is left: {fault}"));
            page.open(&format!("/#/play/{}", scenario.id())).await;
            for turn in play_as(persona, &scenario).turns() {
                page.has(".step:not(.after) .response").await;
                let seen = page.script(&format!("scrollTo(0, 0); return {holds}"), vec![]).await;
                (good, all) = (good + usize::from(seen == true), all + 1);
                page.choose_number(story::number(&scenario, turn)).await;
                page.goes_on().await;
            }
        }
    }
    (good, all)
}

#[test]
fn on_a_phone_the_responses_begin_on_the_first_screen() {
    journey(async |page| {
        let begins =
            format!("document.querySelector('.response').getBoundingClientRect().top + {BEGINS} <= innerHeight");
        let (good, all) = of_all(page, 390, 844, &begins).await;
        assert!(good * 100 >= all * LEAST, "{good} of {all}");
    });
}

#[test]
fn on_a_laptop_two_responses_are_seen_whole() {
    journey(async |page| {
        let whole = "[...document.querySelectorAll('.response')].slice(0, 2)
            .every(it => it.getBoundingClientRect().bottom <= innerHeight)";
        let (good, all) = of_all(page, 1280, 720, whole).await;
        assert!(good * 100 >= all * LEAST, "{good} of {all}");
    });
}
