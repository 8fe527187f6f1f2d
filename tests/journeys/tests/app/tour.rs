//! A tour of all pages of the game and of their states, for whoever looks at each of them in one way.

use std::rc::Rc;

use journeys::Page;
use play::{Code, Record};
use scenario::{Outcome, Scenario};
use serde_json::json;
use two_hats::{
    room::ENGLISH as ROOM,
    words::{ASIDE, ENGLISH as WORDS, guide::GUIDE},
    workbench::ENGLISH as BENCH,
};

use crate::{kept, story};

/// What is done with each page of a tour.
pub trait Look {
    /// Looks at the page as it is now; `name` says which it is.
    async fn at(&mut self, page: &Page, name: &str);
}

/// A story that is played on a tour: the text of its file, and whether it is one of the shipped.
pub struct Story {
    /// The file.
    pub text: String,
    /// Read.
    pub scenario: Rc<Scenario>,
    /// Whether it is shipped, rather than opened by the player.
    pub shipped: bool,
}

impl Story {
    /// A shipped one.
    pub fn shipped(id: &str) -> Story {
        let text = story::text(id);
        Story { scenario: story::scenario(&text), text, shipped: true }
    }

    /// One that is written from right to left.
    pub fn from_right_to_left() -> Story {
        let text = include_str!("../../../fixtures/layl.json").to_owned();
        Story { scenario: story::scenario(&text), text, shipped: false }
    }

    fn key(&self) -> String {
        let id = self.scenario.id();
        if self.shipped { id.to_string() } else { format!("own/{id}") }
    }
}

/// Every page.
pub async fn every_page(page: &Page, story: &Story, settings: &str, look: &mut impl Look) {
    quiet(page, settings, look).await;
    home(page, story, look).await;
    run(page, story, settings, look).await;
    ends(page, story, look).await;
    albums(page, look).await;
    workbench(page, story, look).await;
    room(page, story, look).await;
}

/// Pages that are there without a run.
async fn quiet(page: &Page, settings: &str, look: &mut impl Look) {
    page.open("/").await;
    page.script("localStorage.clear()", vec![]).await;
    kept::set(page, "settings", settings).await;
    page.reload().await;
    page.sees(story::crisis().title()).await;
    look.at(page, "home").await;
    page.open("/#/settings").await;
    page.click(ASIDE.erase).await;
    page.sees(ASIDE.erase_sure).await;
    look.at(page, "settings").await;
    page.open("/#/nowhere").await;
    page.sees(ASIDE.no_page).await;
    look.at(page, "no page").await;
    page.open_with_fault("stall", "scenarios/crisis", "/#/play/crisis").await;
    page.sees(WORDS.loading).await;
    look.at(page, "on its way").await;
    page.open_with_fault("500", "scenarios", "/#/play/crisis").await;
    page.sees(WORDS.failed).await;
    look.at(page, "did not come").await;
    page.click(WORDS.home).await;
    page.sees(ASIDE.shelf_failed).await;
    look.at(page, "no shelf").await;
}

/// The first page in its states.
async fn home(page: &Page, story: &Story, look: &mut impl Look) {
    page.open("/").await;
    page.drops_file("faulty.json", "{\"format\": 2, // no\n}").await;
    page.has(".faults").await;
    look.at(page, "home, faults").await;
    page.drops_file("own.json", if story.shipped { story::SMALL } else { &story.text }).await;
    page.choose_number(1).await;
    page.goes_on().await;
    page.click(WORDS.back_home).await;
    page.has(".continue").await;
    look.at(page, "home, a run").await;
}

/// A step and a consequence in both modes, and the dialogs over them.
async fn run(page: &Page, story: &Story, settings: &str, look: &mut impl Look) {
    let place = format!("/#/play/{}", story.key());
    for (name, mode) in [("challenge", " challenge"), ("practice", "")] {
        page.script("localStorage.removeItem('two-hats:run/' + arguments[0])", vec![json!(story.key())]).await;
        kept::set(page, "settings", &format!("{settings}{mode}")).await;
        page.open("/").await;
        page.reload().await;
        page.open(&place).await;
        page.has("main.play .response").await;
        look.at(page, &format!("{name}, step")).await;
        page.choose_number(1).await;
        page.has(".chosen").await;
        look.at(page, &format!("{name}, consequence")).await;
        page.press("h").await;
        page.has("dialog[open]").await;
        look.at(page, &format!("{name}, the way so far")).await;
        page.press("Escape").await;
        page.has_no("dialog").await;
    }
    page.press("?").await;
    page.has("dialog[open]").await;
    look.at(page, "keys").await;
    page.press("Escape").await;
    page.has_no("dialog").await;
}

/// How runs end, and their debriefs.
async fn ends(page: &Page, story: &Story, look: &mut impl Look) {
    for outcome in [Outcome::UnderLed, Outcome::Balanced] {
        let way = story::way(&story.scenario, |ending| ending.outcome == outcome);
        page.open("/").await;
        kept::set(page, &format!("run/{}", story.key()), &Record::of(&way).to_line()).await;
        page.reload().await;
        page.open(&format!("/#/play/{}", story.key())).await;
        page.has("main.outcome #self-check").await;
        page.click_on("[data-do=curious]").await;
        page.has("#curious .map").await;
        page.script("document.querySelectorAll('details').forEach(it => { it.open = true; })", vec![]).await;
        look.at(page, &format!("the end, {}", outcome.name())).await;
    }
    if story.shipped {
        let way = story::way_to(&story.scenario, Outcome::Adrift);
        let code = Code::of(&way).unwrap_or_else(|| panic!("the run has ended"));
        page.open(&format!("/#/run/{}/{code}", story.key())).await;
        page.has("#debrief #self-check").await;
        page.click_on(".keep summary").await;
        page.click_on("[data-do=qr]").await;
        page.has(".qr").await;
        look.at(page, "a debrief by its link").await;
    }
}

/// The guide, and the journal with runs, answers and questions.
async fn albums(page: &Page, look: &mut impl Look) {
    page.open("/#/guide").await;
    page.sees(GUIDE.differ.title).await;
    look.at(page, "guide").await;
    for (moment, answers) in [("1700000000000", "2 3 4"), ("1700000500000", "5 6 7")] {
        kept::set(page, &format!("self/{moment}"), answers).await;
    }
    let run = Record::of(&story::way_to(&story::crisis(), Outcome::Adrift)).to_line();
    kept::set(page, "journal/1700000400000", &format!("crisis {run}")).await;
    page.open("/#/journal").await;
    page.has(".years").await;
    page.click_on("[data-do=erase]").await;
    look.at(page, "journal").await;
}

/// The workbench: empty, faulty, and with a step that is looked at and played.
async fn workbench(page: &Page, story: &Story, look: &mut impl Look) {
    page.open("/#/author").await;
    page.sees(BENCH.blank).await;
    look.at(page, "workbench, empty").await;
    page.drops_file("faulty.json", &story.text.replacen("\"next\": \"", "\"next\": \"nowhere-", 1)).await;
    page.has(".problems li").await;
    // It is kept a moment after it came, and then stands among the drafts.
    page.has(".drafts").await;
    tabs(page, "faulty", look).await;
    page.drops_file(&format!("{}.json", story.scenario.id()), &story.text).await;
    page.has_no(".problems li.error").await;
    page.until("a step is looked at", async || {
        let press = "document.querySelector('.graph .step')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))";
        page.script(press, vec![]).await;
        page.holds(".look").await
    })
    .await;
    tabs(page, "a step", look).await;
    page.script("document.querySelector('.from .button.main').click()", vec![]).await;
    page.has(".trial .answer").await;
    page.script("document.querySelector('.trial .answer').click()", vec![]).await;
    page.has(".trial .last").await;
    tabs(page, "a trial", look).await;
}

/// Each part of the workbench: one after the other where only one is shown.
async fn tabs(page: &Page, name: &str, look: &mut impl Look) {
    let count = "return [...document.querySelectorAll('.tabs .button')].filter(it => it.checkVisibility()).length";
    let count = page.script(count, vec![]).await.as_u64().unwrap_or_default();
    for at in 1..=count.max(1) {
        if count > 0 {
            page.click_on(&format!(".tabs > :nth-child({at})")).await;
        }
        look.at(page, &format!("workbench, {name}, {at}")).await;
    }
}

/// The room: its list, the console and the stage in each phase, and paper.
async fn room(page: &Page, story: &Story, look: &mut impl Look) {
    let id = story.scenario.id();
    page.open("/#/room").await;
    page.has(&format!("input[name=story][value$='{id}']")).await;
    look.at(page, "the room").await;
    page.script(
        "document.querySelector(`input[name=story][value$='${arguments[0]}']`).click()",
        vec![json!(id.as_str())],
    )
    .await;
    page.click(ROOM.begin).await;
    page.has(".console[data-phase=set-up]").await;
    let mut seen: Vec<String> = Vec::new();
    let mut noted = false;
    for _ in 0..90 {
        page.open("/#/room").await;
        page.has(".console").await;
        let phase = "return document.querySelector('.console').dataset.phase";
        let phase = page.script(phase, vec![]).await.as_str().unwrap_or_default().to_owned();
        let new = !seen.contains(&phase);
        if new {
            look.at(page, &format!("console, {phase}")).await;
            page.open("/#/room/stage").await;
            page.has(&format!(".stage[data-phase={phase}]")).await;
            look.at(page, &format!("stage, {phase}")).await;
            for next in 2..9 {
                if !page.holds(".stage > .more .icon").await {
                    break;
                }
                page.press("PageDown").await;
                let turned = format!("return document.querySelector('.stage > .more').innerText.includes(' {next} ')");
                page.holds_that("the next page is shown", &turned).await;
                look.at(page, &format!("stage, {phase}, page {next}")).await;
            }
            page.open("/#/room").await;
            page.has(".console").await;
            seen.push(phase.clone());
        }
        match &*phase {
            "close" => break,
            "vote" if new => {
                for (at, hands) in ["11", "9"].into_iter().enumerate() {
                    let count = "const it = document.querySelector(arguments[0]); it.value = arguments[1]; it.dispatchEvent(new Event('input', { bubbles: true }));";
                    page.script(count, vec![json!(format!("#hands-{}", at + 1)), json!(hands)]).await;
                }
                let talk = "[...document.querySelectorAll('.console button')].find(it => it.textContent === arguments[0]).click()";
                page.has(".proposal button").await;
                page.script(talk, vec![json!(ROOM.talk)]).await;
                continue;
            }
            "now-what" if !noted => {
                for note in ["I ask before I answer", "أسأل قبل أن أجيب (17:30)."] {
                    // As by typing: what the page does not know of, its next drawing takes away.
                    let fill = "const it = document.querySelector('#commitment'); it.value = arguments[0]; it.dispatchEvent(new Event('input', { bubbles: true })); it.focus();";
                    page.script(fill, vec![json!(note)]).await;
                    page.press("Enter").await;
                    page.sees(note).await;
                }
                seen.pop();
                noted = true;
                continue;
            }
            _ => {}
        }
        if phase == "reveal" && page.holds(".proposal").await {
            page.script("document.querySelector('.branches li .picked button').click()", vec![]).await;
        }
        page.script("document.querySelector('.controls .next').click()", vec![]).await;
        let moved = format!("return document.querySelector('.console')?.dataset.phase !== '{phase}'");
        if phase != "what" {
            page.holds_that("the session goes on", &moved).await;
        }
    }
    assert!(seen.iter().any(|phase| phase == "close"), "the session comes to its end: {seen:?}");
    page.open("/#/room/stage").await;
    page.press("c").await;
    page.has(".drawer .console").await;
    look.at(page, "the drawer").await;
    let key = story.key();
    for paper in ["sheet".to_owned(), format!("handout/{key}"), format!("guide/{key}")] {
        page.open(&format!("/#/room/{paper}")).await;
        page.has(".paper").await;
        look.at(page, &paper).await;
    }
}
