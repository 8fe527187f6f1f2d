//! The room's windows: what the stage may show, what windows tell each other, and what happens when things go wrong.

use crate::support;

use library::Packed;
use proptest::prelude::*;
use scenario::{Scenario, pack};
use session::{Act, ActError, Decides, How, Mode, Note, Phase, Review, Session};
use std::rc::Rc;
use support::browser::{Browser, id, shipped_source};
use support::room::{acts, after, go_to, offered, take};
use support::{scenario, shipped};
use two_hats::app::Source;
use two_hats::room::console::{Proposal, console};
use two_hats::room::stage::{
    ByHabit, Chance, Choice, Choices, Consequence, Ending, Last, Meaning, Place, Reveal, Shares, Situation, Slide,
    StageView, Told, Way, Welcome, WhatIf, stage,
};
use two_hats::room::{Event, Key, Kind, Notice, Page, Question};

/// Takes the stage's types apart, field by field: a new field does not compile here until somebody has said that the
/// whole room may see it.
fn is_public(view: &StageView<'_>) {
    let place = |place: &Place<'_>| {
        let Place { number: _, of: _, dimension: _, title: _, moment: _ } = place;
    };
    let choice = |choice: &Choice<'_>| {
        let Choice { number: _, hat: _, text: _ } = choice;
    };
    let shares = |shares: &Shares| {
        let Shares { chance, teams: _ } = shares;
        for Chance { percent: _, told: _ } in chance.iter().flatten() {}
    };
    let StageView { title: _, language: _, phase, left: _, stopped: _, scene: _, slide } = view;
    match slide {
        Slide::Blank | Slide::Rate { after: _ } | Slide::Teams(_) | Slide::Wall(_) | Slide::PlusDelta(_, _) => {}
        Slide::Welcome(Welcome { scene: _, image: _, role: _, summary: _ }) => {}
        Slide::Situation(Situation { place: at, image: _, lines: _, pressure: _, why: _, meters: _, enough: _ }) => {
            place(at)
        }
        Slide::Choices(Choices { place: at, choices }) => {
            place(at);
            choices.iter().for_each(choice);
        }
        Slide::Reveal(Reveal { place: at, choices, silent: _, moved: _, played: _ }) => {
            assert_eq!(*phase, Phase::Reveal, "votes are shown at no other time");
            place(at);
            choices.iter().for_each(|(it, _, _)| choice(it));
        }
        Slide::Consequence(it) => {
            let Consequence { note: _, place: at, choice: it, how: _, effect: _, lines: _, meters: _, enough: _ } = it;
            place(at);
            choice(it);
        }
        Slide::Told(Told { habit: _, decisions, meters: _, enough: _ }) => {
            for ByHabit { title: _, choice: it, effect: _, pressure: _, why: _ } in decisions {
                choice(it);
            }
        }
        Slide::Ending(Ending { outcome: _, title: _, lines: _ }) => {}
        Slide::Way(Way { map: _, teams: _, stop: _, last }) => {
            assert!(phase.is_debrief());
            if let Some(Last { step: _, choice: it, how: _, effect: _, pressure: _, why: _ }) = last {
                choice(it);
            }
        }
        Slide::Meaning(it) => {
            let Meaning { outcome: _, lesson: _, no_return: _, last_chance: _, parted: _, shares: all } = it;
            assert!(phase.is_debrief());
            shares(all);
        }
        Slide::WhatIf(it) => {
            let WhatIf { number: _, step: _, done, asked, before, shares: all, best: _, kept: _ } = &**it;
            assert!(phase.is_debrief());
            [done, asked].into_iter().for_each(choice);
            [before, all].into_iter().for_each(shares);
        }
        Slide::Close([_, _]) => assert_eq!(*phase, Phase::Close),
    }
}

/// The same scenario with other words for its facilitator.
fn with_other_notes(id: &str) -> Rc<Scenario> {
    let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a shipped scenario");
    scenario(
        &text.replace("\"notes\": \"", "\"notes\": \"SECRET ").replace("\"discuss\": [\"", "\"discuss\": [\"SECRET "),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn the_stage_shows_nothing_that_is_the_facilitators(acts in acts(&shipped("remote-team"), 60), hands in 0..20u32) {
        let session = after(&shipped("remote-team"), &acts);
        let view = stage(session.state(), None, 9000);
        is_public(&view);
        // Other notes, the same stage.
        let noted = after(&with_other_notes("remote-team"), &acts);
        prop_assert_eq!(&view, &stage(noted.state(), None, 9000));
        let told = format!("{:?}", stage(noted.state(), None, 9000));
        prop_assert!(!told.contains("SECRET"));
        // On one screen the console is a drawer that the room sees, too.
        let drawer = console(noted.state(), true);
        let told = format!("{drawer:?}");
        prop_assert!(drawer.step.is_none() && !told.contains("SECRET"));
        prop_assert_eq!(&drawer, &console(session.state(), true));
        let hats = session.state().shows_hats();
        for branch in &drawer.branches {
            prop_assert!(branch.does.is_none(), "what an answer does");
            prop_assert!(hats || branch.choice.hat.is_none(), "a hat");
        }
        // Other hands, the same stage, until they are shown.
        let mut other = session.clone();
        if matches!(session.state().phase(), Phase::Vote | Phase::VoteAgain | Phase::RateBefore | Phase::RateAfter) {
            for id in offered(&other) {
                let _ = other.take(Act::Votes(id, hands), 9000);
            }
            let _ = other.take(Act::Rate(0, 1, hands), 9000);
            prop_assert_eq!(&view, &stage(other.state(), None, 9000));
        }
    }
}

#[test]
fn two_windows_are_in_step_and_either_can_be_opened_at_any_time() {
    let (mut browser, console) = Browser::begun();
    let stage = browser.open(Page::Stage);
    for _ in 0..120 {
        browser.take(console, Act::Next);
        if browser.session(console).state().phase() == Phase::Reveal {
            browser.tell(console, Event::Dismiss);
            let first = offered(browser.session(console))[0].clone();
            browser.take(console, Act::Pick(Some(first)));
        }
        assert_eq!(browser.session(stage), browser.session(console));
        let late = browser.open(Page::Stage);
        assert_eq!(browser.session(late), browser.session(console), "a window that opens late is where it should be");
        browser.windows.pop();
    }
    assert_eq!(browser.session(stage).state().phase(), Phase::Close);
    // A clicker's keys come to whichever window has the focus.
    browser.tell(stage, Event::Pressed(Key::Back));
    assert_eq!(browser.session(console).state().phase(), Phase::RateAfter);
}

#[test]
fn without_a_channel_the_stage_follows_what_is_stored() {
    let mut browser = Browser { silent: true, ..Browser::default() };
    let stage = browser.open(Page::Stage);
    let console = browser.open(Page::Console);
    assert!(!browser.windows[console].is_linked());
    browser.tell(console, Event::Begin);
    for _ in 0..4 {
        browser.take(console, Act::Next);
        assert_eq!(browser.session(stage), browser.session(console));
    }
    let second = browser.open(Page::Console);
    assert!(browser.windows[console].is_elsewhere() && !browser.windows[second].is_elsewhere());
    browser.tell(second, Event::Leave);
    assert!(browser.windows[stage].session().is_none());
}

#[test]
fn where_the_browser_keeps_nothing_the_stage_still_follows_and_it_is_said() {
    let mut browser = Browser { full: true, ..Browser::default() };
    let stage = browser.open(Page::Stage);
    let console = browser.open(Page::Console);
    browser.tell(console, Event::Begin);
    browser.take(console, Act::Next);
    assert!(browser.windows[console].is_unsaved());
    assert_eq!(browser.session(stage), browser.session(console));
    let late = browser.open(Page::Stage);
    assert_eq!(browser.session(late), browser.session(console), "it asks, and is told");
}

#[test]
fn a_second_console_takes_over_and_the_first_says_so() {
    let (mut browser, first) = Browser::begun();
    let second = browser.open(Page::Console);
    assert!(browser.windows[first].is_elsewhere());
    browser.take(first, Act::Next);
    assert_eq!(browser.session(second).state().phase(), Phase::SetUp, "a console that rests does nothing");
    browser.take(second, Act::Next);
    assert_eq!(browser.session(first).state().phase(), Phase::Gather, "and still shows what happens");
    browser.tell(first, Event::TakeOver);
    assert!(browser.windows[second].is_elsewhere() && !browser.windows[first].is_elsewhere());
}

#[test]
fn on_one_screen_the_console_is_a_drawer() {
    let (mut browser, console) = Browser::begun();
    browser.tell(console, Event::Moved(Page::Stage));
    browser.tell(console, Event::Pressed(Key::Drawer));
    assert!(browser.windows[console].has_drawer());
    browser.tell(console, Event::Pressed(Key::Next));
    assert_eq!(browser.session(console).state().phase(), Phase::Gather);
    browser.tell(console, Event::Pressed(Key::Escape));
    assert!(!browser.windows[console].has_drawer());
    browser.tell(console, Event::Pressed(Key::Blank));
    assert!(browser.session(console).state().is_blank());
    browser.tell(console, Event::Pressed(Key::Escape));
    assert!(!browser.session(console).state().is_blank());
}

#[test]
fn digits_count_hands() {
    let (mut browser, console) = Browser::begun();
    for _ in 0..5 {
        browser.tell(console, Event::Pressed(Key::Next));
    }
    assert_eq!(browser.session(console).state().phase(), Phase::Vote);
    for key in [Key::Hand(1, true), Key::Hand(2, true), Key::Hand(2, true), Key::Hand(1, false), Key::Hand(6, true)] {
        browser.tell(console, Event::Pressed(key));
    }
    let counts =
        |browser: &Browser| browser.session(console).state().ballot().map(|it| it.first.counts()[..2].to_vec());
    assert_eq!(counts(&browser), Some(vec![0, 2]));
    browser.tell(console, Event::Pressed(Key::Undo));
    assert_eq!(counts(&browser), Some(vec![1, 2]));
    browser.tell(console, Event::Pressed(Key::Redo));
    assert_eq!(counts(&browser), Some(vec![0, 2]));
}

#[test]
fn sessions_are_listed_resumed_and_erased() {
    let (mut browser, console) = Browser::begun();
    browser.take(console, Act::Label("Tuesday".into()));
    browser.take(console, Act::Next);
    let before = browser.session(console).clone();
    browser.tell(console, Event::Leave);
    let listed = browser.windows[console].listed();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].label, "Tuesday");
    let session = listed[0].id.to_owned();
    browser.tell(console, Event::Resume(session.clone()));
    assert_eq!(browser.session(console), &before);
    let again = browser.open(Page::Console);
    assert_eq!(browser.session(again), &before, "a page that is loaded again is where it was");
    browser.tell(again, Event::Leave);
    browser.tell(again, Event::AskErase(Some(session)));
    browser.tell(again, Event::Erase);
    assert!(browser.windows[again].listed().is_empty());
    assert!(!browser.stored.iter().any(|(key, _)| key.starts_with("room/session/")));
}

/// A copy of a shipped scenario, as it is kept once it was opened from a file.
fn own_copy(id: &str, title: &str) -> (String, String) {
    let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a shipped scenario");
    let own = scenario(&text.replacen(shipped(id).title(), title, 1));
    assert_eq!((own.title(), own.id().as_str()), (title, id));
    (format!("scenario/{id}"), Packed(pack::pack(&own)).to_text())
}

#[test]
fn an_own_copy_of_a_shipped_story_stands_beside_it() {
    let mut browser = Browser { stored: vec![own_copy("crisis", "My own crisis")], ..Browser::default() };
    let console = browser.open(Page::Console);
    let own = Source::Own(id("crisis"));
    let model = &browser.windows[console];
    assert_eq!(model.own().len(), 1);
    let titles = [&own, &shipped_source("crisis")].map(|source| model.entry(source).expect("listed").title.clone());
    assert_eq!(titles, ["My own crisis", shipped("crisis").title()]);
    for source in [own.clone(), shipped_source("crisis")] {
        browser.tell(console, Event::Picked(source.clone()));
        browser.tell(console, Event::Begin);
        browser.take(console, Act::Next);
        let title = browser.windows[console].entry(&source).expect("listed").title.clone();
        assert_eq!(browser.session(console).state().scenario().title(), title);
        let stage = browser.open(Page::Stage);
        assert_eq!(browser.session(stage), browser.session(console), "the other windows play the same");
        browser.windows.pop();
        browser.tell(console, Event::Leave);
        browser.tell(console, Event::Tick(1001));
    }
    // Both are taken up as they were, also after the own copy was edited.
    browser.stored.retain(|(key, _)| key != "scenario/crisis");
    browser.stored.push(own_copy("crisis", "My own crisis, edited"));
    let again = browser.open(Page::Console);
    let mut sources = Vec::new();
    let listed: Vec<String> = browser.windows[again].listed().iter().map(|listed| listed.id.to_owned()).collect();
    for session in listed {
        browser.tell(again, Event::Resume(session));
        let session = browser.session(again);
        assert_eq!(session.state().phase(), Phase::Gather);
        sources.push((session.head().own, session.state().scenario().title().to_owned()));
        browser.tell(again, Event::Leave);
    }
    sources.sort();
    let expected = [(false, shipped("crisis").title().to_owned()), (true, "My own crisis, edited".to_owned())];
    assert_eq!(sources, expected);
}

#[test]
fn a_paper_of_an_own_story_is_found_by_either_address_and_one_of_none_is_nowhere() {
    let path = format!("{}/scenarios/crisis.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a shipped scenario").replacen("\"crisis\"", "\"lone\"", 1);
    let lone = scenario(&text.replacen(shipped("crisis").title(), "Mine", 1));
    let stored = vec![("scenario/lone".to_owned(), Packed(pack::pack(&lone)).to_text())];
    let mut browser = Browser { stored, ..Browser::default() };
    for (address, title) in [
        ("own/lone", Some("Mine")),
        ("lone", Some("Mine")),
        ("crisis", Some(shipped("crisis").title())),
        ("gone", None),
    ] {
        let window = browser.open(Page::of(&format!("#/room/handout/{address}")));
        let model = &browser.windows[window];
        let source = model.page().source().expect("a paper");
        assert_eq!(model.scenario(source).map(|scenario| scenario.title()), title, "{address}");
        assert_eq!(model.is_nowhere(source), title.is_none(), "{address}");
    }
}

#[test]
fn a_session_that_began_before_its_storys_source_was_written_down_plays_the_story_of_its_version() {
    let (key, value) = own_copy("crisis", "My own crisis");
    let own = Packed::scenario(&value).expect("a scenario");
    for (scenario, title) in [(Rc::new(own), "My own crisis"), (shipped("crisis"), shipped("crisis").title())] {
        let record = Session::begin("a1".into(), scenario, 1000).record();
        let stored = vec![(key.clone(), value.clone()), ("room/session/a1".into(), record)];
        let mut browser = Browser { stored, ..Browser::default() };
        let console = browser.open(Page::Console);
        browser.tell(console, Event::Resume("a1".into()));
        assert_eq!(browser.session(console).state().scenario().title(), title);
    }
}

#[test]
fn the_list_of_sessions_asks_for_no_story_and_the_one_that_is_opened_for_its_own() {
    let small = shipped("crisis");
    let mut stored = vec![("room/session/a1".to_owned(), Session::begin("a1".into(), small, 1000).record())];
    for at in 0..4_000 {
        let record = format!("two-hats session 1\nx{at}\tmade-up-{at}\t0123456789abcdef\t{at}\n");
        stored.push((format!("room/session/x{at}"), record));
    }
    let mut browser = Browser { stored, ..Browser::default() };
    let console = browser.open(Page::Console);
    assert_eq!((browser.windows[console].listed().len(), browser.fetched.len()), (4_001, 0));
    browser.tell(console, Event::Resume("a1".into()));
    assert_eq!(browser.fetched, [id("crisis")]);
    assert!(browser.windows[console].session().is_some());
}

#[test]
fn a_session_that_does_not_fit_is_said_until_it_is_kept() {
    let (mut browser, console) = Browser::begun();
    browser.full = true;
    browser.take(console, Act::Next);
    assert!(browser.windows[console].is_unsaved());
    browser.tell(console, Event::Kept("room/console".into(), true));
    assert!(browser.windows[console].is_unsaved(), "what fits beside it does not save it");
    browser.full = false;
    browser.take(console, Act::Next);
    assert!(!browser.windows[console].is_unsaved(), "the next write has it whole");
    browser.tell(console, Event::Told(false));
    assert!(browser.windows[console].is_unheard());
    browser.tell(console, Event::Told(true));
    assert!(!browser.windows[console].is_unheard());
}

#[test]
fn what_another_window_erased_is_not_stored_again() {
    let (mut browser, console) = Browser::begun();
    browser.take(console, Act::Next);
    browser.stored.clear();
    browser.tell(console, Event::Erased);
    browser.take(console, Act::Next);
    browser.tell(console, Event::Pressed(Key::Next));
    assert!(browser.windows[console].session().is_none() && browser.windows[console].listed().is_empty());
    assert!(browser.stored.is_empty(), "{:?}", browser.stored);
    // One session alone likewise.
    let (mut browser, console) = Browser::begun();
    let other = browser.open(Page::Stage);
    let session = browser.session(console).head().id.clone();
    browser.tell(console, Event::AskErase(Some(session)));
    browser.tell(console, Event::Erase);
    assert!(browser.windows[other].session().is_none());
}

#[test]
fn a_session_of_another_version_is_kept_as_it_is() {
    let record = "two-hats session 9\nabc\twhatever\n";
    let mut browser = Browser { stored: vec![("room/session/abc".into(), record.into())], ..Browser::default() };
    let console = browser.open(Page::Console);
    assert!(browser.windows[console].listed()[0].head.is_err());
    browser.tell(console, Event::Resume("abc".into()));
    assert!(browser.windows[console].session().is_none() && !browser.windows[console].is_waiting());
    browser.tell(console, Event::SaveAsIs("abc".into()));
    assert_eq!(browser.saved[0].1, record.as_bytes());
    assert!(browser.stored.iter().any(|(_, value)| value == record));
}

#[test]
fn a_session_of_an_edited_scenario_is_said_to_be_one_and_what_no_longer_fits_is_copied() {
    let (mut browser, console) = Browser::begun();
    for _ in 0..5 {
        browser.take(console, Act::Next);
    }
    let known = offered(browser.session(console))[0].clone();
    browser.take(console, Act::Votes(known.clone(), 3));
    browser.tell(console, Event::Leave);
    // As if the response had had another name when the session was played.
    for (key, value) in &mut browser.stored {
        if key.starts_with("room/session/") {
            *value = value.replace(known.as_str(), "former-name");
        }
    }
    let again = browser.open(Page::Console);
    let session = browser.windows[again].listed()[0].id.to_owned();
    browser.tell(again, Event::Resume(session));
    assert_eq!(browser.windows[again].notice(), Some(Notice::Edited(1)));
    let copy = browser.stored.iter().find(|(key, _)| key.starts_with("room/copy/")).expect("a copy");
    assert!(copy.1.contains("former-name"));
}

#[test]
fn the_console_scrolls_the_stage_alone() {
    let (mut browser, console) = Browser::begun();
    let stage = browser.open(Page::Stage);
    browser.tell(console, Event::Scroll(true));
    browser.tell(stage, Event::Scroll(false));
    assert_eq!(browser.scrolled, [(stage, true), (stage, false)]);
}

#[test]
fn what_is_refused_is_said_and_changes_nothing() {
    let (mut browser, console) = Browser::begun();
    browser.take(console, Act::Back);
    assert_eq!(browser.windows[console].notice(), Some(Notice::Refused(ActError::NotNow)));
    browser.take(console, Act::Next);
    assert_eq!(browser.windows[console].notice(), None);
}

#[test]
fn what_the_browser_did_not_do_is_said() {
    let (mut browser, console) = Browser::begun();
    for (event, notice) in [(Event::FileNotSaved, Notice::FileNotSaved), (Event::NotErased, Notice::NotErased)] {
        browser.tell(console, event);
        assert_eq!(browser.windows[console].notice(), Some(notice));
    }
}

#[test]
fn a_stage_that_may_not_open_or_does_not_answer_is_said() {
    let (mut browser, console) = Browser::begun();
    let notice = |browser: &Browser| browser.windows[console].notice();
    browser.tell(console, Event::StageOpened(false));
    assert_eq!(notice(&browser), Some(Notice::NoStage));
    // One that opens hears the console, and says so.
    browser.tell(console, Event::StageOpened(true));
    browser.open(Page::Stage);
    (1001..1030).for_each(|now| browser.tell(console, Event::Tick(now)));
    assert_eq!(notice(&browser), None);
    // It stands there already, and is shown once more.
    browser.tell(console, Event::StageOpened(true));
    (1030..1060).for_each(|now| browser.tell(console, Event::Tick(now)));
    assert_eq!(notice(&browser), None);
    // The browser keeps them apart.
    browser.silent = true;
    browser.tell(console, Event::StageOpened(true));
    (1060..1074).for_each(|now| browser.tell(console, Event::Tick(now)));
    assert_eq!(notice(&browser), None, "it may still be on its way");
    (1074..1080).for_each(|now| browser.tell(console, Event::Tick(now)));
    assert_eq!(notice(&browser), Some(Notice::StageApart));
    browser.tell(console, Event::Heard("stage 1 1".into()));
    assert_eq!(notice(&browser), None, "it came late");
}

#[test]
fn a_record_can_be_saved_at_any_moment() {
    let (mut browser, console) = Browser::begun();
    for _ in 0..7 {
        browser.tell(console, Event::Save(Kind::Csv, 0));
        browser.tell(console, Event::Save(Kind::Json, 0));
        browser.take(console, Act::Next);
    }
    assert_eq!(browser.saved.len(), 14);
    let (name, bytes) = browser.saved.pop().expect("a file");
    assert_eq!(name, "two-hats-crisis-1970-01-01.json");
    let json = String::from_utf8(bytes).expect("text");
    assert!(json.contains("\"record\": [") && json.contains("two-hats session 2"), "{json}");
}

#[test]
fn the_wall_and_the_teams_are_on_the_stage_as_they_were_typed() {
    let mut session = support::room::session(&shipped("crisis"));
    take(&mut session, [Act::Mode(Mode::Teams)]);
    go_to(&mut session, Phase::Teams);
    let code = support::room::code(&shipped("crisis"), &[1, 0]);
    take(&mut session, [Act::Team("=1+1".into(), code), Act::Next]);
    let review = Review::of(session.state(), 1_000_000);
    let view = stage(session.state(), Some(&review), 2000);
    assert!(matches!(&view.slide, Slide::Way(way) if way.teams[0].0 == "=1+1"));
    go_to(&mut session, Phase::NowWhat);
    take(&mut session, [Act::Write(Note::Commitment, "<b>ask</b> first".into())]);
    let view = stage(session.state(), Some(&review), 2000);
    assert!(matches!(&view.slide, Slide::Wall(notes) if *notes == ["<b>ask</b> first"]));
}

#[test]
fn a_file_is_named_by_whom_the_session_was_for_and_when() {
    let (mut browser, console) = Browser::begun();
    let mut name = |label: &str, ahead: i32| {
        browser.take(console, Act::Label(label.into()));
        browser.tell(console, Event::Save(Kind::Xlsx, ahead));
        browser.saved.pop().expect("a file").0
    };
    assert_eq!(name("Acme AG, Führung 2", 0), "two-hats-Acme-AG-Führung-2-crisis-1970-01-01.xlsx");
    assert_eq!(name("../../a\\b:c*?.exe ", 0), "two-hats-a-b-c-exe-crisis-1970-01-01.xlsx");
    assert_eq!(name("קבוצה", -60), "two-hats-קבוצה-crisis-1970-01-01.xlsx", "no clock is before the first");
    assert_eq!(name("", 24 * 60), "two-hats-crisis-1970-01-02.xlsx", "the day that is lived in");
    assert!(name(&"x".repeat(200), 0).len() < 100);
}

#[test]
fn what_undoes_much_is_asked_first() {
    let (mut browser, console) = Browser::begun();
    let stage = browser.open(Page::Stage);
    browser.tell(console, Event::Ask(Some(Question::Leave)));
    assert_eq!(browser.windows[console].asking(), Some(Question::Leave));
    assert_eq!(browser.session(stage), browser.session(console), "one click drops no stage");
    browser.tell(console, Event::Pressed(Key::Escape));
    assert_eq!(browser.windows[console].asking(), None);
    browser.take(console, Act::Decides(Decides::All));
    for _ in 0..5 {
        browser.take(console, Act::Next);
    }
    let first = offered(browser.session(console))[0].clone();
    for act in [Act::Votes(first, 20), Act::Next, Act::Next, Act::Next] {
        browser.take(console, act);
    }
    assert_eq!(browser.session(console).state().phase(), Phase::Read);
    browser.tell(console, Event::Ask(Some(Question::TakeBack)));
    assert_eq!(browser.session(console).state().run().turns().len(), 1, "the decision before stands until it is said");
    browser.take(console, Act::Next);
    assert_eq!(browser.windows[console].asking(), None, "whoever goes on means no");
    assert_eq!(browser.session(console).state().run().turns().len(), 1);
    browser.tell(console, Event::Ask(Some(Question::TakeBack)));
    browser.take(console, Act::TakeBack);
    assert_eq!(browser.session(console).state().run().turns().len(), 0);
    assert_eq!(browser.windows[console].asking(), None);
    browser.tell(console, Event::Ask(Some(Question::Leave)));
    browser.tell(console, Event::Leave);
    assert!(browser.windows[stage].session().is_none() && browser.windows[console].asking().is_none());
    browser.tell(console, Event::Ask(Some(Question::Leave)));
    assert_eq!(browser.windows[console].asking(), None, "there is nothing to leave");
}

/// A session at the first vote of a story, with so many hands for the first two responses.
fn voted(id: &str, hands: [u32; 2]) -> Session {
    let mut session = support::room::session(&shipped(id));
    go_to(&mut session, Phase::Vote);
    let ids = offered(&session);
    take(&mut session, ids.into_iter().zip(hands).map(|(id, hands)| Act::Votes(id, hands)));
    session
}

#[test]
fn pair_talk_is_proposed_for_a_split_room_before_and_after_the_votes_are_shown() {
    let proposed = |session: &Session| console(session.state(), false).proposal;
    for (hands, percent) in [([8, 6], 43), ([9, 5], 36), ([11, 8], 42)] {
        let mut session = voted("crisis", hands);
        assert_eq!(proposed(&session), Some(Proposal::Talk(percent)), "rounded to the nearest");
        take(&mut session, [Act::Next]);
        assert_eq!(proposed(&session), Some(Proposal::Talk(percent)), "and not only before");
    }
    let mut tied = voted("crisis", [7, 7]);
    take(&mut tied, [Act::Next]);
    assert_eq!(proposed(&tied), Some(Proposal::MustPick(true)));
    take(&mut tied, [Act::Talk, Act::Next]);
    let ids = offered(&tied);
    take(&mut tied, [Act::Votes(ids[0].clone(), 6), Act::Votes(ids[1].clone(), 6), Act::Next]);
    assert_eq!(proposed(&tied), Some(Proposal::MustPick(false)), "pairs have talked");
    let mut clear = voted("crisis", [18, 2]);
    assert_eq!(proposed(&clear), None);
    take(&mut clear, [Act::Next]);
    assert_eq!(proposed(&clear), None);
}

#[test]
fn the_stage_says_how_it_came_to_what_is_played() {
    for (hands, pick, how) in [
        ([12, 3], None, How::Majority),
        ([12, 3], Some(1), How::Override),
        ([8, 8], Some(1), How::Tie),
        ([0, 0], Some(0), How::NoVotes),
    ] {
        let mut session = voted("crisis", hands);
        let ids = offered(&session);
        take(&mut session, [Act::Next]);
        take(&mut session, pick.map(|pick: usize| Act::Pick(Some(ids[pick].clone()))));
        let Slide::Reveal(reveal) = stage(session.state(), None, 2000).slide else { panic!("no votes are shown") };
        assert_eq!(reveal.played, Some((pick.unwrap_or(0) + 1, how)));
        take(&mut session, [Act::Next]);
        let Slide::Consequence(shown) = stage(session.state(), None, 2000).slide else { panic!("nothing came of it") };
        assert_eq!(shown.how, Some(how));
        take(&mut session, [Act::ToDebrief, Act::Next]);
        let Slide::Way(way) = stage(session.state(), None, 2000).slide else { panic!("no way is shown") };
        assert_eq!(way.last.expect("a decision").how, Some(how));
    }
}

#[test]
fn no_meter_on_the_stage_moves_without_a_word() {
    for id in support::shipped_ids() {
        let scenario = shipped(&id);
        let mut session = support::room::session(&scenario);
        let meters = scenario.meters();
        let mut at = (meters.leadership.start, meters.management.start);
        go_to(&mut session, Phase::Read);
        while session.state().phase() == Phase::Read {
            let Slide::Situation(shown) = stage(session.state(), None, 2000).slide else { panic!("no situation") };
            at = (at.0 + shown.pressure.leadership, at.1 + shown.pressure.management);
            assert_eq!(at, shown.meters, "{id}: what a situation did is told");
            go_to(&mut session, Phase::Consequence);
            let Slide::Consequence(shown) = stage(session.state(), None, 2000).slide else { panic!("no consequence") };
            at = (at.0 + shown.effect.leadership, at.1 + shown.effect.management);
            assert_eq!(at, shown.meters, "{id}: what an answer did is told");
            take(&mut session, [Act::Next]);
        }
        // On the map of the debrief, from stop to stop, all is told too.
        go_to(&mut session, Phase::What);
        let mut at = (meters.leadership.start, meters.management.start);
        for _ in 0..session.state().run().turns().len() {
            take(&mut session, [Act::Next]);
            let Slide::Way(way) = stage(session.state(), None, 2000).slide else { panic!("no way") };
            let last = way.last.expect("a decision");
            at = (at.0 + last.effect.leadership, at.1 + last.effect.management);
            at = (at.0 + last.pressure.leadership, at.1 + last.pressure.management);
            let stop = way.map.stops.last().expect("a stop");
            assert_eq!(at, (stop.leadership, stop.management), "{id}");
        }
    }
}

#[test]
fn the_shares_on_the_stage_are_a_hundred_together() {
    for id in support::shipped_ids() {
        let mut session = support::room::session(&shipped(&id));
        go_to(&mut session, Phase::SoWhat);
        let review = Review::of(session.state(), 1_000_000);
        let Slide::Meaning(meaning) = stage(session.state(), Some(&review), 2000).slide else { panic!("no meaning") };
        let told: u32 = meaning.shares.chance.iter().flatten().map(|chance| chance.told).sum();
        assert_eq!(told, 100, "{id}");
    }
}

#[test]
fn a_session_of_a_newer_version_is_neither_listed_nor_taken_up() {
    let newer = "two-hats/2 a session in another form";
    let known = Session::begin("b2".into(), shipped("crisis"), 1000).record();
    let stored = vec![("room/session/a1".into(), newer.to_owned()), ("room/session/b2".into(), known)];
    let mut browser = Browser { stored, ..Browser::default() };
    let console = browser.open(Page::Console);
    let listed: Vec<&str> = browser.windows[console].listed().iter().map(|listed| listed.id).collect();
    assert_eq!(listed, ["b2"]);
    browser.tell(console, Event::Resume("a1".into()));
    assert!(browser.windows[console].session().is_none());
    browser.tell(console, Event::Stored("room/session/b2".into(), Some(newer.into())));
    assert_eq!(browser.windows[console].listed().len(), 1);
    assert!(browser.stored.iter().any(|(key, value)| key == "room/session/a1" && value == newer));
}
