//! What stands in the page before the app is there: it can be read and answered, and the app takes it over as it is.

use journeys::{Page, journey, selectors};
use serde_json::Value;
use two_hats::words::ENGLISH as WORDS;

/// Lets the app come to a page that it did not come to.
const COME: &str = r"
    const folder = document.documentElement.dataset.worker.match(/app-\w+/)[0];
    import(`/${folder}/two-hats.js`).then(app => app.default());";

/// The stories whose start sheets and first steps stand in the page: the first one of the home page.
const STANDING: [&str; 1] = ["first-day"];

/// Opens an address to which the app does not come by itself.
async fn without_app(page: &Page, path: &str) {
    // Another address of a page that is open would be shown by its app.
    page.client().goto("about:blank").await.unwrap_or_else(|fault| panic!("no page can be left: {fault}"));
    page.open_with_fault("500", "two-hats", path).await;
    page.has("[data-unloaded]").await;
}

async fn the_app_comes(page: &Page) {
    page.script(COME, vec![]).await;
    page.is_taken_over().await;
    page.has_no("[data-unloaded]").await;
}

/// What a place says, where the focus is, and the page's title. What players learn arrives after the app.
fn saying(place: &str) -> String {
    format!(
        "document.querySelectorAll('.start .objectives ul').forEach(it => it.hidden = true);
        return [document.querySelector({place:?}).innerText, document.activeElement.tagName, document.title]"
    )
}

/// The app says it, too; its title may come after its first paint.
async fn says_as_before(page: &Page, before: &Value) {
    page.finds("the app says the same", &saying("#app"), before).await;
}

#[test]
fn the_app_takes_over_what_stands_there_word_for_word() {
    journey(async |page| {
        // So low that each step has to be scrolled.
        let sized = page.client().set_window_size(1280, 520).await;
        sized.unwrap_or_else(|fault| panic!("the window has no size: {fault}"));
        for id in STANDING {
            without_app(page, &format!("/#/play/{id}")).await;
            page.has("#still .response").await;
            let before = page.script(&saying("#still"), vec![]).await;
            // By what extensions and assistive scripts scroll with.
            page.script("scrollTo(0, 100)", vec![]).await;
            the_app_comes(page).await;
            says_as_before(page, &before).await;
            let scrolled = page.script("return document.documentElement.scrollTop", vec![]).await;
            assert_eq!(scrolled.as_f64().map(f64::round), Some(100.0), "{id}");
            page.script("localStorage.clear()", vec![]).await;
        }
        for id in STANDING {
            without_app(page, &format!("/#/story/{id}")).await;
            page.has("#still .start").await;
            let before = page.script(&saying("#still"), vec![]).await;
            the_app_comes(page).await;
            says_as_before(page, &before).await;
        }
        without_app(page, "/").await;
        page.has("#still .shelf").await;
        page.axe().await;
        let before = page.script(&saying("#still"), vec![]).await;
        the_app_comes(page).await;
        says_as_before(page, &before).await;
    });
}

#[test]
fn the_first_decision_is_carried_out_before_the_app_is_there() {
    journey(async |page| {
        without_app(page, "/").await;
        page.click_on("#still a[href='#/story/first-day']").await;
        page.has("#still main.start").await;
        page.axe().await;
        page.click_on("#still a[href='#/play/first-day']").await;
        page.has("#still .response").await;
        let words = "return document.querySelector(arguments[0]).innerText.trim()";
        let asked = page.script(words, vec!["#still li:nth-child(2) .response .words".into()]).await;
        page.click_on("#still li:nth-child(2) .response").await;
        page.has("#still .chosen").await;
        page.axe().await;
        let before = page.script(&saying("#still"), vec![]).await;
        assert_eq!(before[1].as_str(), Some("H1"), "what came of it is read from its heading on");
        the_app_comes(page).await;
        says_as_before(page, &before).await;
        let chosen = page.script(words, vec![".chosen .words".into()]).await;
        assert!(chosen.as_str().is_some_and(|chosen| chosen.ends_with(asked.as_str().unwrap_or("?"))), "{chosen}");
        page.click(WORDS.go_on).await;
        page.has(selectors::RESPONSE).await;
    });
}

#[test]
fn a_first_decision_is_kept_though_the_app_never_comes() {
    journey(async |page| {
        without_app(page, "/#/play/first-day").await;
        page.click_on("#still li:nth-child(1) .response").await;
        page.has("#still .chosen").await;
        let before = page.script(&saying("#still"), vec![]).await;
        page.open("/#/play/first-day").await;
        page.reload().await;
        page.has(selectors::CONTINUE).await;
        says_as_before(page, &before).await;
    });
}

#[test]
fn what_is_asked_for_before_the_app_is_there_is_done_when_it_comes() {
    journey(async |page| {
        without_app(page, "/#/play/first-day").await;
        page.click_on("#still li:nth-child(2) .response").await;
        page.click_on("#still .go-on").await;
        page.has("#still .go-on[data-asked]").await;
        page.axe().await;
        the_app_comes(page).await;
        page.has(selectors::RESPONSE).await;
        page.has_no(selectors::CONTINUE).await;
    });
}

#[test]
fn where_nothing_can_be_kept_a_first_decision_is_taken_over_too() {
    journey(async |page| {
        without_app(page, "/#/play/first-day").await;
        page.script(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
            vec![],
        )
        .await;
        page.click_on("#still li:nth-child(2) .response").await;
        let words = "return document.querySelector(arguments[0]).innerText.trim()";
        let chosen = page.script(words, vec!["#still .chosen .words".into()]).await;
        page.click_on("#still .go-on").await;
        the_app_comes(page).await;
        page.has(selectors::RESPONSE).await;
        page.press("u").await;
        page.has(selectors::RESPONSE).await;
        page.press("Shift+U").await;
        page.finds("the same decision", "return document.querySelector('.chosen .words').innerText.trim()", &chosen)
            .await;
    });
}

#[test]
fn keys_pressed_before_the_app_is_there_count() {
    journey(async |page| {
        without_app(page, "/#/play/first-day").await;
        page.has("#still .response").await;
        page.press("1").await;
        page.has("#still .chosen").await;
        page.press("Enter").await;
        page.has("#still .go-on[data-asked]").await;
        the_app_comes(page).await;
        page.has(selectors::RESPONSE).await;
    });
}

#[test]
fn where_something_is_kept_only_the_app_knows_what_to_show() {
    journey(async |page| {
        without_app(page, "/").await;
        page.click_on("#still a[href='#/story/first-day']").await;
        page.click_on("#still label:nth-of-type(3) input").await;
        page.click_on("#still a[href='#/play/first-day']").await;
        page.has("#still:empty").await;
        the_app_comes(page).await;
        page.has(selectors::RESPONSE).await;
        assert!(!page.holds(".response .hat").await, "a challenge shows no hats");
        without_app(page, "/#/play/first-day").await;
        page.has("#still:empty").await;
    });
}

#[test]
fn a_story_whose_first_step_does_not_stand_there_is_said_to_come_and_comes() {
    journey(async |page| {
        without_app(page, "/").await;
        page.click_on("#still a[href='#/story/crisis']").await;
        page.has("#still main[aria-busy=true]").await;
        page.axe().await;
        let says = page.script("return document.querySelector('#still main').innerText", vec![]).await;
        assert!(says.as_str().is_some_and(|says| says.contains(WORDS.loading)), "{says}");
        // Nobody has read what these would choose.
        page.press("1").await;
        the_app_comes(page).await;
        page.has(selectors::BEGIN).await;
        page.is_at("#/story/crisis").await;
        let focused = page.script("return document.activeElement.tagName", vec![]).await;
        assert_eq!(focused.as_str(), Some("H1"));
    });
}

#[test]
fn what_stands_there_can_be_left_for_another_page() {
    journey(async |page| {
        without_app(page, "/#/play/crisis").await;
        page.has("#still main[aria-busy=true]").await;
        page.script("location.hash = '#/play/first-day'", vec![]).await;
        page.has("#still .response").await;
        page.script("location.hash = ''", vec![]).await;
        page.has("#still .shelf").await;
    });
}
