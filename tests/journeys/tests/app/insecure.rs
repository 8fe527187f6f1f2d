//! The game over plain http by a name of a network, where a browser has less to give: each thing has another way, or says
//! what it cannot do. Likewise where a permission is refused.

use journeys::{Host, Page, journey};
use play::{Record, Run, play_as};
use scenario::Persona;
use serde_json::json;
use two_hats::words::OFFLINE;

use crate::{kept, story};

/// What is there only where a page is secure.
const SECURE: &str = "return [isSecureContext, 'serviceWorker' in navigator, 'clipboard' in navigator]";

/// What was selected as the browser copied.
const CATCH: &str = "
    const copy = document.execCommand.bind(document);
    document.execCommand = what => {
        window.copied = String(document.activeElement.value);
        return copy(what);
    }";

fn run() -> Run {
    play_as(Persona::Balancing, &story::crisis())
}

#[test]
fn a_page_that_is_not_secure_copies_in_the_older_way() {
    journey(async |page| {
        page.is_insecure();
        at_its_debrief(page).await;
        page.finds("the page is not secure", SECURE, &json!([false, false, false])).await;
        page.script(CATCH, vec![]).await;
        page.click("Copy as text").await;
        page.sees("Copied.").await;
        let whole = format!("return copied.startsWith({:?})", run().scenario().title());
        page.holds_that("the text was copied", &whole).await;
        page.focuses("Copy as text").await;
        page.has_no(".keep textarea").await;
        page.click("Copy the link").await;
        page.holds_that("the link was copied", "return copied === document.querySelector('#link').value").await;
    });
}

#[test]
fn what_may_not_be_copied_is_shown_and_selected() {
    journey(async |page| {
        at_its_debrief(page).await;
        let refuse = "
            Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new Error('no') } } });
            document.execCommand = () => false;";
        page.script(refuse, vec![]).await;
        page.click("Copy as text").await;
        page.sees("Your browser does not let this page copy.").await;
        let shown = format!(
            "const field = document.activeElement;
            return field.matches('.keep textarea') && field.value.startsWith({:?})
                && field.selectionStart === 0 && field.selectionEnd === field.value.length",
            run().scenario().title()
        );
        page.holds_that("the text stands there, selected", &shown).await;
        page.axe().await;
        page.click("Copy as text").await;
        page.finds("it stands there once", "return document.querySelectorAll('.keep textarea').length", &json!(1))
            .await;
    });
}

#[test]
fn a_picture_that_is_not_saved_is_said() {
    journey(async |page| {
        at_its_debrief(page).await;
        page.script("HTMLCanvasElement.prototype.toBlob = go => go(null)", vec![]).await;
        page.click("Picture (PNG)").await;
        page.sees("The picture could not be saved.").await;
        page.script("URL.createObjectURL = () => { throw new Error('no') }", vec![]).await;
        page.click("Copy as text").await;
        page.sees_not("The picture could not be saved.").await;
        page.click("Picture (SVG)").await;
        page.sees("The picture could not be saved.").await;
    });
}

#[test]
fn a_device_that_does_not_keep_the_game_says_so() {
    journey(async |page| {
        page.is_insecure();
        let host = Host::of(page).await;
        host.open("/").await;
        page.sees(OFFLINE.unkept).await;
        host.open("/#/room").await;
        page.has("input[name=story]").await;
        page.sees(OFFLINE.unkept).await;
        host.open("/#/play/crisis").await;
        page.has("main.play").await;
        page.sees_not(OFFLINE.unkept).await;
    });
}

#[test]
fn what_is_not_erased_is_said() {
    journey(async |page| {
        at_its_debrief(page).await;
        page.open("/#/journal").await;
        page.has("#album h2").await;
        page.script("Storage.prototype.removeItem = () => {}", vec![]).await;
        page.click("Erase everything on this device").await;
        page.click("Go on to erase").await;
        page.click("Yes, erase everything").await;
        page.sees("Your browser did not erase all of it.").await;
        page.sees_not("Everything was erased from this device.").await;
    });
}

/// Goes to the debrief of a run that ended.
async fn at_its_debrief(page: &Page) {
    page.open("/").await;
    kept::set(page, "run/crisis", &Record::of(&run()).to_line()).await;
    page.reload().await;
    page.open("/#/play/crisis").await;
    page.has(".timeline").await;
    page.click_on(".keep summary").await;
}
