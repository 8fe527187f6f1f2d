//! The facilitator's room: whole sessions with two windows, by vote and in teams.

use fantoccini::wd::WindowHandle;
use journeys::{Page, journey};
use play::Code;
use scenario::Outcome;
use serde_json::{Value, json};
use two_hats::room::{ENGLISH as WORDS, HOUR};
use two_hats::words::ENGLISH as GAME;

use crate::story;

mod in_the_open;
mod phones;
mod pressed;
mod stage;
mod taken_along;
mod typed;

/// A session in two windows.
struct Room<'p> {
    page: &'p Page,
    console: WindowHandle,
    stage: WindowHandle,
}

/// Writes into a field and leaves it, as a person does who types.
const WRITE: &str = "
    const field = document.querySelector(arguments[0]);
    field.value = arguments[1];
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// Keeps what is saved, so that it can be read: a driver sees no downloads.
const CATCH: &str = "
    window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { window.saved.push(blob); return make.call(URL, blob); };";

impl<'p> Room<'p> {
    /// Begins a session of a story, and opens the stage.
    async fn begins(page: &'p Page, id: &str) -> Room<'p> {
        page.open("/#/room").await;
        page.click_on(&format!("input[name=story][value={id}]")).await;
        page.click(WORDS.begin).await;
        page.has(".console[data-phase=set-up]").await;
        page.click(HOUR.decides_all).await;
        let all = "return [...document.querySelectorAll('[name=decides]')].at(-1).checked";
        page.holds_that("the room takes all decisions", all).await;
        let console = page.open_in_new_tab("/#/room/stage").await;
        let stage = page.client().window().await.expect("the stage has a window");
        let room = Room { page, console, stage };
        room.is_at("set-up").await;
        room
    }

    async fn at_console(&self) {
        self.page.go_to_tab(self.console.clone()).await;
    }

    async fn at_stage(&self) {
        self.page.go_to_tab(self.stage.clone()).await;
    }

    /// Waits until both windows are in a phase; the console is in front then.
    async fn is_at(&self, phase: &str) {
        self.at_stage().await;
        self.page.has(&format!(".stage[data-phase={phase}]")).await;
        if matches!(phase, "read" | "think" | "vote" | "talk" | "vote-again") {
            assert!(!self.page.holds(".stage .bars").await, "no votes on the stage before they are revealed");
        }
        self.at_console().await;
        self.page.has(&format!(".console[data-phase={phase}]")).await;
    }

    /// On to a phase.
    async fn goes_on_to(&self, phase: &str) {
        self.page.click_on(".controls .next").await;
        self.is_at(phase).await;
    }

    /// Counts hands for the responses, in their order.
    async fn counts(&self, hands: &[u32]) {
        for (at, hands) in hands.iter().enumerate() {
            self.writes(&format!("#hands-{}", at + 1), &hands.to_string()).await;
        }
    }

    async fn writes(&self, field: &str, text: &str) {
        self.page.has(field).await;
        self.page.script(WRITE, vec![json!(field), json!(text)]).await;
    }

    /// Types into a field and presses Enter.
    async fn types(&self, field: &str, text: &str) {
        self.writes(field, text).await;
        self.page.script("document.querySelector(arguments[0]).focus()", vec![json!(field)]).await;
        self.page.press("Enter").await;
    }

    /// The phase that the console is in.
    async fn phase(&self) -> String {
        let phase = self.page.script("return document.querySelector('.console')?.dataset.phase ?? ''", vec![]).await;
        phase.as_str().unwrap_or_default().to_owned()
    }

    /// To the first step, by way of the self-rating.
    async fn comes_to_play(&self, first: &str) {
        self.goes_on_to("gather").await;
        self.goes_on_to("rate-before").await;
        self.writes("#rate-0-1", "12").await;
        self.writes("#rate-1-2", "4").await;
        self.goes_on_to(first).await;
    }

    /// From a step that is read to its vote.
    async fn comes_to_vote(&self) {
        self.goes_on_to("think").await;
        self.goes_on_to("vote").await;
    }

    /// Plays a step by a clear majority, counted by digits; true where the story goes on.
    async fn plays(&self, key: &str) -> bool {
        self.comes_to_vote().await;
        for _ in 0..3 {
            self.page.press(key).await;
        }
        self.goes_on_to("reveal").await;
        self.goes_on_to("consequence").await;
        self.goes_past_the_consequence().await
    }

    async fn goes_past_the_consequence(&self) -> bool {
        self.page.click_on(".controls .next").await;
        self.page.until("the story goes on or ends", async || self.phase().await != "consequence").await;
        self.phase().await == "read"
    }

    /// All debrief screens, from *what?* to the end.
    async fn debriefs(&self) {
        self.is_at("what").await;
        self.page
            .until("the way is walked to its end", async || {
                let _ = self.page.client().find(fantoccini::Locator::Css(".controls .next")).await.ok();
                self.page.press("PageDown").await;
                self.phase().await == "so-what"
            })
            .await;
        self.is_at("so-what").await;
        self.at_stage().await;
        self.page.sees(WORDS.shares).await;
        self.at_console().await;
        self.page.click_on(".what-ifs li li .button").await;
        self.at_stage().await;
        self.page.has(".stage .what-if .shares").await;
        self.at_console().await;
        self.page.click(WORDS.what_if_off).await;
        self.goes_on_to("now-what").await;
        self.types("#commitment", "I ask before I answer").await;
        self.at_stage().await;
        self.page.sees("I ask before I answer").await;
        self.at_console().await;
        self.goes_on_to("plus-delta").await;
        self.types("#plus", "Talk").await;
        self.page.sees("Talk").await;
        self.types("#delta", "=1+1").await;
        self.at_stage().await;
        self.page.sees("=1+1").await;
        self.at_console().await;
        self.goes_on_to("rate-after").await;
        self.writes("#rate-0-3", "12").await;
        self.goes_on_to("close").await;
        self.at_stage().await;
        self.page.sees("2.0 before, 4.0 after").await;
        // Four people's rating is nobody else's business.
        self.page.sees(WORDS.no_shift).await;
        self.at_console().await;
    }

    /// Saves the record in a form, and gives its bytes as text.
    async fn saves(&self, name: &str) -> String {
        self.page.script(CATCH, vec![]).await;
        self.page.click(name).await;
        self.page.holds_that("a file is saved", "return window.saved.length > 0").await;
        self.saved().await
    }

    /// The bytes of what was saved last, as text.
    async fn saved(&self) -> String {
        let read = "
            const done = arguments[arguments.length - 1];
            window.saved.at(-1).arrayBuffer().then(it => done(Array.from(new Uint8Array(it), c => String.fromCharCode(c)).join('')));";
        let text = self.page.client().execute_async(read, vec![]).await.expect("the file can be read");
        text.as_str().unwrap_or_default().to_owned()
    }

    async fn saves_everything(&self) {
        let json = self.saves(WORDS.save_json).await;
        let parsed: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(parsed["record"][0], "two-hats session 2");
        assert!(self.saves(WORDS.save_csv).await.contains("\"'=1+1\""), "what looks like a formula is none");
        let sheet = self.saves(WORDS.save_xlsx).await;
        assert!(sheet.starts_with("PK") && sheet.len() > 4000, "{} bytes", sheet.len());
    }
}

/// A whole session of a story: a split room, a tie, an override, a decision taken back, and the debrief. Every other
/// story's pages are led through on the stage, in `stage.rs`.
fn a_whole_session_of(id: &str) {
    journey(async |page| {
        let room = Room::begins(page, id).await;
        room.comes_to_play("read").await;
        // A split room talks, and votes again.
        room.comes_to_vote().await;
        room.counts(&[11, 8]).await;
        page.click(WORDS.talk).await;
        room.is_at("talk").await;
        room.goes_on_to("vote-again").await;
        room.counts(&[5, 15]).await;
        room.goes_on_to("reveal").await;
        room.at_stage().await;
        page.sees("At least 7 changed their minds").await;
        room.at_console().await;
        room.goes_on_to("consequence").await;
        assert!(room.goes_past_the_consequence().await, "one decision ends no story");
        // On a tie the facilitator must choose.
        room.comes_to_vote().await;
        room.counts(&[10, 10]).await;
        room.goes_on_to("reveal").await;
        page.sees(WORDS.must_pick).await;
        page.click_on(".controls .next").await;
        page.sees(WORDS.refused[3]).await;
        page.click_on(".branches li:nth-child(1) .picked button").await;
        room.goes_on_to("consequence").await;
        let mut goes_on = room.goes_past_the_consequence().await;
        assert!(goes_on, "two decisions end no story");
        // The facilitator plays another than the room, and takes it back.
        room.comes_to_vote().await;
        room.counts(&[18, 2]).await;
        room.goes_on_to("reveal").await;
        page.click_on(".branches li:nth-child(2) .picked button").await;
        room.goes_on_to("consequence").await;
        page.click_on(".take-back").await;
        page.click(WORDS.take_back_yes).await;
        room.is_at("read").await;
        for key in ["1", "2", "1", "2", "1", "2", "1", "2", "1", "2", "1", "2"] {
            if goes_on {
                goes_on = room.plays(key).await;
            }
        }
        room.is_at("ending").await;
        page.click_on(".controls .next").await;
        room.debriefs().await;
        room.saves_everything().await;
        // It is listed, and can be taken up where it was.
        page.click(WORDS.leave).await;
        page.click(WORDS.leave_yes).await;
        page.sees(WORDS.resume).await;
        page.click(WORDS.resume).await;
        room.is_at("close").await;
    });
}

#[test]
fn a_room_plays_the_first_day() {
    a_whole_session_of("first-day");
}

#[test]
fn a_room_plays_slack_water() {
    a_whole_session_of("crisis");
}

#[test]
fn teams_report_their_codes() {
    journey(async |page| {
        let code = |outcome| Code::of(&story::way_to(&story::crisis(), outcome)).expect("it ended").to_string();
        let (balanced, adrift) = (code(Outcome::Balanced), code(Outcome::UnderManaged));
        let room = Room::begins(page, "crisis").await;
        page.click(WORDS.modes[1]).await;
        room.comes_to_play("teams").await;
        let report = async |name: &str, code: &str| {
            room.writes("#team-name", name).await;
            room.types("#team-code", code).await;
        };
        report("=1+1", &balanced).await;
        page.sees(&balanced).await;
        report("Blue", &adrift[1..]).await;
        page.sees(WORDS.not_this[0]).await;
        report("Blue", &adrift.to_lowercase()).await;
        page.sees(GAME.verdict(Outcome::UnderManaged)).await;
        room.at_stage().await;
        page.sees("Blue").await;
        room.at_console().await;
        page.click_on(".controls .next").await;
        room.at_stage().await;
        page.has(".big-map .end").await;
        room.at_console().await;
        room.debriefs().await;
        room.saves_everything().await;
    });
}

#[test]
fn a_window_that_is_loaded_again_is_at_once_where_it_was() {
    journey(async |page| {
        let room = Room::begins(page, "remote-team").await;
        let kept = "return Object.entries(localStorage).filter(([key]) => key.includes('room/session')).map(it => it[1]).join()";
        // All of its words, those too that are held back for a moment.
        let shown = "return document.querySelector('.slide, .now').textContent";
        // A hundred points by chance, the same in every run.
        let mut lot: u32 = 0x2545_f491;
        let mut point = 0;
        while point < 100 {
            lot ^= lot << 13;
            lot ^= lot >> 17;
            lot ^= lot << 5;
            match lot % 5 {
                0 => page.press("PageUp").await,
                1 => page.press("1").await,
                2 => page.press("2").await,
                _ => page.press("PageDown").await,
            }
            if room.phase().await == "reveal" && page.holds(".proposal.must").await {
                page.click_on(".branches li:nth-child(1) .picked button").await;
            }
            let phase = room.phase().await;
            room.is_at(&phase).await;
            if lot & 64 == 0 {
                room.at_stage().await;
            }
            let before = (page.script(kept, vec![]).await, page.script(shown, vec![]).await);
            page.reload().await;
            let slide = format!(":is(.stage, .console)[data-phase={phase}]");
            page.has(&slide).await;
            page.finds("it shows what it showed", shown, &before.1).await;
            assert_eq!(page.script(kept, vec![]).await, before.0, "nothing is lost by loading the page again");
            room.at_console().await;
            point += 1;
        }
    });
}

#[test]
fn a_second_console_takes_over_and_the_first_says_so() {
    journey(async |page| {
        let room = Room::begins(page, "crisis").await;
        page.open_in_new_tab("/#/room").await;
        page.has(".console[data-phase=set-up] .next").await;
        room.at_console().await;
        page.sees(WORDS.elsewhere).await;
        page.axe().await;
        page.click(WORDS.take_over).await;
        page.has(".controls .next").await;
        room.goes_on_to("gather").await;
    });
}

#[test]
fn one_screen_is_enough_and_a_clicker_leads() {
    journey(async |page| {
        page.open("/#/room").await;
        page.click(WORDS.begin).await;
        page.has(".console[data-phase=set-up]").await;
        page.click(WORDS.one_screen).await;
        page.has(".stage[data-phase=set-up]").await;
        page.press("PageDown").await;
        page.has(".stage[data-phase=gather]").await;
        page.press("c").await;
        page.has(".drawer .console[data-phase=gather]").await;
        page.axe().await;
        page.press("Escape").await;
        page.has_no(".drawer").await;
        page.press("b").await;
        page.has(".stage.blank").await;
        page.press("b").await;
        page.has_no(".stage.blank").await;
        page.press("PageUp").await;
        page.has(".stage[data-phase=set-up]").await;
    });
}

/// Whether all that is on the stage is within its window, on one page or on several.
const WITHIN: &str = "
    const stage = document.querySelector('.stage');
    return stage.scrollHeight <= stage.clientHeight + 1";

/// What on the stage is smaller than 28 pixels, or stands out by less than seven to one.
const HARD_TO_READ: &str = include_str!("hard-to-read.js");

#[test]
fn every_page_of_the_room_is_open_to_all_and_the_stage_is_read_from_the_last_row() {
    journey(async |page| {
        page.open("/#/room").await;
        page.has(".story").await;
        page.axe().await;
        let room = Room::begins(page, "quiet-voice").await;
        page.axe().await;
        page.click(HOUR.decides_some).await;
        page.sees(HOUR.stage_open).await;
        let mut seen = Vec::new();
        for _ in 0..120 {
            let phase = room.phase().await;
            room.is_at(&phase).await;
            if !seen.contains(&phase) {
                page.axe().await;
                room.at_stage().await;
                page.axe().await;
                page.finds("all of it can be read from the last row", HARD_TO_READ, &json!([])).await;
                page.holds_that("nothing is below the edge", WITHIN).await;
                room.at_console().await;
                seen.push(phase.clone());
            }
            match &*phase {
                "close" => break,
                "vote" if !seen.iter().any(|seen| seen == "talk") => {
                    room.counts(&[11, 9]).await;
                    page.click(WORDS.talk).await;
                    room.is_at("talk").await;
                    continue;
                }
                "now-what" => room.types("#commitment", "One thing").await,
                _ => {}
            }
            if phase == "reveal" && page.holds(".proposal.must").await {
                page.click_on(".branches li:nth-child(1) .picked button").await;
            }
            page.press("PageDown").await;
        }
        assert_eq!(seen.len(), 18, "all phases but the teams' are met: {seen:?}");
        for paper in ["sheet", "handout/quiet-voice", "guide/quiet-voice", "before/quiet-voice"] {
            page.open(&format!("/#/room/{paper}")).await;
            page.has(".paper").await;
            page.axe().await;
        }
    });
}

#[test]
fn a_story_comes_to_its_end_by_the_rooms_habit() {
    journey(async |page| {
        page.open("/#/room").await;
        page.click_on("input[name=story][value=crisis]").await;
        page.click(WORDS.begin).await;
        page.has(".console[data-phase=set-up]").await;
        page.click("30 minutes").await;
        page.sees(HOUR.habit_is).await;
        page.axe().await;
        let now = "return document.querySelector('.console').dataset.phase";
        let mut phase = json!("set-up");
        let mut seen = Vec::new();
        while phase != json!("ending") && seen.len() < 60 {
            if phase == json!("reveal") {
                page.click_on(".branches li:nth-child(1) .picked button").await;
                page.has(".picked .played").await;
            }
            page.press("PageDown").await;
            page.until("the session goes on", async || page.script(now, vec![]).await != phase).await;
            phase = page.script(now, vec![]).await;
            seen.push(phase.clone());
        }
        page.has(".console[data-phase=ending]").await;
        assert!(seen.contains(&json!("told")), "what was not put to the vote was told: {seen:?}");
    });
}

#[test]
fn a_rehearsal_leaves_no_trace() {
    journey(async |page| {
        let room = Room::begins(page, "crisis").await;
        let kept =
            "return JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('room/')).sort())";
        let before = page.script(kept, vec![]).await;
        page.click(HOUR.rehearse).await;
        room.is_at("read").await;
        room.at_stage().await;
        page.sees(HOUR.rehearsal).await;
        room.at_console().await;
        for phase in ["think", "vote", "reveal", "consequence", "set-up"] {
            room.goes_on_to(phase).await;
        }
        page.sees_not(HOUR.rehearsing).await;
        assert_eq!(page.script(kept, vec![]).await, before);
    });
}

#[test]
fn an_own_copy_of_a_shipped_story_stands_beside_it_and_is_told_apart() {
    journey(async |page| {
        let copy =
            include_str!("../../../../scenarios/crisis.json").replacen(story::crisis().title(), "My own crisis", 1);
        page.open("/").await;
        page.drops_file("crisis.json", &copy).await;
        page.is_at("#/play/own/crisis").await;
        page.open("/#/room").await;
        page.has("input[name=story][value=crisis]").await;
        page.sees(WORDS.own).await;
        page.axe().await;
        page.click_on("input[name=story][value='own/crisis']").await;
        page.click(WORDS.begin).await;
        page.has(".console[data-phase=set-up]").await;
        page.sees("My own crisis").await;
        page.reload().await;
        page.has(".console[data-phase=set-up]").await;
        page.sees("My own crisis").await;
        page.sees_not(story::crisis().title()).await;
    });
}
