//! Scenario files of the player's own: good ones, faulty ones, and things that are no scenarios at all.

use journeys::{Page, journey};
use play::Run;
use scenario::Outcome;
use serde_json::{Value, json};
use two_hats::{
    app::{FaultyFile, read_file},
    words::{ASIDE, ENGLISH as WORDS, fill},
};

use crate::{
    seen::{self, Mode},
    story,
};

/// The list of a file's faults, as it is seen.
const FAULTS: &str = "
    const text = (css, within) => within.querySelector(css).textContent;
    return [...document.querySelectorAll('.faults li')].map(it =>
        [text('code [aria-hidden]', it), text('code .hidden', it), text(':scope > b', it), text(':scope > span', it)]);";

#[test]
fn an_opened_file_is_played_and_kept() {
    journey(async |page| {
        let small = story::small();
        let way = story::way_to(&small, Outcome::Balanced);
        page.open("/").await;
        page.picks_file("small.json", story::SMALL.as_bytes()).await;
        page.is_at("#/play/own/small").await;
        page.focuses_on("main h1").await;
        seen::played(page, &story::first(1, &way), Mode::Practice).await;
        page.reload().await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;
        page.click(WORDS.back_home).await;
        page.sees(ASIDE.own).await;
        page.sees(small.summary()).await;
        page.click_on(".continue a").await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;
        page.open("/").await;
        let remove = fill(ASIDE.remove, &[("title", small.title())]);
        page.click(&remove).await;
        page.sees_not(small.title()).await;
        page.has_no(".continue").await;
        page.focuses_on("main h1").await;
        page.reload().await;
        page.sees(story::crisis().title()).await;
        page.sees_not(small.title()).await;
        page.open("/#/play/own/small").await;
        page.sees(WORDS.no_scenario).await;
        // The run went with it.
        page.click(WORDS.home).await;
        page.picks_file("small.json", story::SMALL.as_bytes()).await;
        seen::step(page, &Run::start(small), Mode::Practice).await;
    });
}

#[test]
fn an_edited_file_takes_the_place_of_the_one_before() {
    journey(async |page| {
        let way = story::way_to(&story::small(), Outcome::Balanced);
        page.open("/").await;
        page.drops_file("small.json", story::SMALL).await;
        page.is_at("#/play/own/small").await;
        seen::played(page, &story::first(1, &way), Mode::Practice).await;

        let edited = story::SMALL.replace("Forty people.", "Fifty people.");
        page.drops_file("other-name.json", &edited).await;
        page.sees(ASIDE.edited).await;
        let edited = story::scenario(&edited);
        let mut run = Run::start(edited);
        run.choose(way.turns()[0].response).expect("the edited file offers the same");
        seen::step(page, &run, Mode::Practice).await;
        page.click(ASIDE.close).await;
        page.sees_not(ASIDE.edited).await;
        page.open("/").await;
        let cards = "return document.querySelectorAll('.scenario .remove').length";
        page.finds("one card stands for both", cards, &json!(1)).await;
    });
}

#[test]
fn a_faulty_file_is_explained_and_nothing_else_changes() {
    journey(async |page| {
        let faulty = story::SMALL
            .replace("\"stance\": \"leader\"", "\"stance\": \"ledaer\"")
            .replacen("\"next\": \"rush\"", "\"next\": \"rusch\"", 1)
            .replace("\"role\": \"Baker\",", "");
        page.open("/#/play/crisis").await;
        page.choose_number(1).await;
        page.goes_on().await;
        page.drops_file("bakery.json", &faulty).await;
        page.is_at("#/").await;
        is_explained(page, &faults_of("bakery.json", faulty.as_bytes())).await;
        page.has(".continue").await;
        page.click(ASIDE.close).await;
        page.has_no(".faults").await;
        page.focuses_on("main h1").await;

        let one = story::SMALL.replace("\"minutes\": 2", "\"minutes\": \"two\"");
        page.picks_file("bakery.json", one.as_bytes()).await;
        is_explained(page, &faults_of("bakery.json", one.as_bytes())).await;
        page.sees(&fill(ASIDE.faults_one, &[("file", "bakery.json")])).await;
        // The same file again, mended.
        page.picks_file("bakery.json", story::SMALL.as_bytes()).await;
        seen::step(page, &Run::start(story::small()), Mode::Practice).await;
        page.click(WORDS.back_home).await;
        page.has_no(".faults").await;
    });
}

#[test]
fn whatever_is_opened_the_game_goes_on() {
    journey(async |page| {
        let utf_16: Vec<u8> =
            std::iter::once(0xfeff).chain(story::SMALL.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let large: Vec<u8> = [b"[\"", vec![b'x'; 3 << 20].as_slice(), b"\"]"].concat();
        let larger: Vec<u8> = [large.as_slice(), large.as_slice()].concat();
        let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89".to_vec();
        let files = [
            ("empty.json", vec![], "empty"),
            ("utf-16.json", utf_16, "UTF-16"),
            ("deep.json", vec![b'['; 2 << 20], "nested"),
            ("large.json", large, "bytes"),
            ("larger.json", larger, "bytes"),
            ("picture.json", picture, "This is a picture (PNG)"),
            ("letter.json", b"PK\x03\x04\x14\0\x06\0word/document.xml".to_vec(), "This is a Word document"),
            ("story.html", b"<html><tw-storydata name=\"x\"></tw-storydata></html>".to_vec(), "made with Twine"),
            ("null.json", b"null".to_vec(), "object"),
        ];
        page.open("/").await;
        for (name, bytes, word) in files {
            page.picks_file(name, &bytes).await;
            // A larger file than any scenario is not read to its end: that it is too large is said all the same.
            if name == "larger.json" {
                page.sees(&fill(ASIDE.faults_one, &[("file", name)])).await;
            } else {
                is_explained(page, &faults_of(name, &bytes)).await;
            }
            page.sees(word).await;
        }
        let crisis = story::crisis();
        seen::begins(page, crisis.title()).await;
        seen::played(page, &story::first(1, &story::way_to(&crisis, Outcome::Balanced)), Mode::Practice).await;
    });
}

/// What is wrong with a file, as the library says it.
fn faults_of(name: &str, bytes: &[u8]) -> FaultyFile {
    match read_file(name.into(), bytes) {
        Err(file) => file,
        Ok(_) => panic!("{name} has no fault"),
    }
}

/// The page lists a file's faults, each with its place, and the focus is on the list.
async fn is_explained(page: &Page, file: &FaultyFile) {
    let listed = file.faults.iter().map(|fault| {
        assert!(!fault.message.is_empty(), "a fault says nothing");
        let (line, column) = (fault.line.to_string(), fault.column.to_string());
        let place = fill(ASIDE.fault_place, &[("line", &line), ("column", &column)]);
        json!([format!("{line}:{column}"), place, fault.message, fault.help])
    });
    let listed: Value = listed.collect();
    let template = if file.count == 1 { ASIDE.faults_one } else { ASIDE.faults_many };
    page.sees(&fill(template, &[("file", &file.name), ("n", &file.count.to_string())])).await;
    page.finds(&format!("the faults of {} are listed", file.name), FAULTS, &listed).await;
    page.focuses_on(".faults h2").await;
}
