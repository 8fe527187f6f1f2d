//! What is taken back and brought back, what is said of it, and where a reload lands.

use super::Browser;
use super::support::shipped_ids;
use play::Record;
use scenario::Stance;
use two_hats::app::{Done, Event, Key, Mode, Settings, Showing};
use two_hats::ui;
use two_hats::words::{ASIDE, ENGLISH as WORDS};

/// A browser in which the first response was given some times, each consequence read.
fn decided(times: usize) -> Browser {
    let mut browser = Browser::at("#/play/crisis");
    for _ in 0..times {
        browser.press(Key::Digit(1));
        browser.press(Key::Enter);
    }
    browser
}

fn record(browser: &Browser) -> Record {
    Record::of(&browser.model.run().expect("a run on the page").run)
}

fn showing(browser: &Browser) -> Showing {
    browser.model.run().expect("a run on the page").showing
}

/// What stands between two marks on the page as it is drawn.
fn between(browser: &Browser, before: &str, after: &str) -> String {
    let page = ui::still(&browser.model);
    let rest = page.split_once(before).unwrap_or_else(|| panic!("{before} is not on the page: {page}")).1;
    rest.split_once(after).expect("what begins ends").0.to_owned()
}

/// What the status region says.
fn said(browser: &Browser) -> String {
    between(browser, "<p role=\"status\" class=\"hidden\">", "</p>")
}

fn heading(browser: &Browser) -> String {
    between(browser, "<h1", "</h1>")
}

#[test]
fn all_that_was_taken_back_can_be_brought_back() {
    let mut browser = decided(6);
    let whole = record(&browser);
    for _ in 0..6 {
        browser.press(Key::Undo);
    }
    assert_eq!(record(&browser).responses.len(), 0);
    assert!(ui::still(&browser.model).contains(WORDS.bring_back));
    browser.press(Key::Redo);
    assert_eq!(showing(&browser), Showing::Consequence, "what came of it is shown");
    for _ in 0..4 {
        browser.press(Key::Redo);
    }
    browser.send(Event::Redo);
    assert_eq!(record(&browser), whole);
    assert_eq!(browser.kept["run/crisis"], whole.to_line(), "and it is kept");
    browser.press(Key::Redo);
    assert_eq!(record(&browser), whole, "there is no more of it");
    assert!(!ui::still(&browser.model).contains(WORDS.bring_back));
}

#[test]
fn another_answer_leaves_nothing_to_bring_back_and_the_same_one_leaves_the_rest() {
    let mut browser = decided(3);
    let whole = record(&browser);
    browser.press(Key::Undo);
    browser.press(Key::Undo);
    browser.press(Key::Digit(1));
    browser.press(Key::Redo);
    assert_eq!(record(&browser), whole);
    browser.press(Key::Undo);
    browser.press(Key::Undo);
    browser.press(Key::Digit(2));
    let other = record(&browser);
    browser.press(Key::Redo);
    assert_eq!(record(&browser), other);
}

#[test]
fn a_run_that_is_taken_back_to_its_start_stays_in_the_journal() {
    let mut browser = decided(6);
    let note = format!("crisis {}", record(&browser).to_line());
    for _ in 0..5 {
        browser.press(Key::Undo);
    }
    assert!(browser.notes.is_empty(), "it is not lost yet");
    browser.press(Key::Undo);
    assert_eq!(browser.notes, std::slice::from_ref(&note));
    browser.press(Key::Redo);
    browser.press(Key::Undo);
    browser.press(Key::Undo);
    assert_eq!(browser.notes, [note], "once is enough");

    let mut browser = decided(2);
    let note = format!("crisis {}", record(&browser).to_line());
    browser.send(Event::BackTo(0));
    assert_eq!(browser.notes, [note]);
}

#[test]
fn a_run_that_ended_is_not_written_down_again_when_it_is_taken_back() {
    let mut browser = Browser::at("#/play/crisis");
    browser.play_as(Stance::Leader);
    browser.send(Event::PlayAgain);
    assert_eq!(browser.notes.len(), 1);
    assert!(!browser.model.run().expect("a run").can_redo(), "a new run begins with nothing to bring back");
    browser.play_as(Stance::Leader);
    browser.send(Event::BackTo(0));
    assert_eq!(browser.notes.len(), 2);
}

#[test]
fn a_reload_on_a_consequence_lands_on_it_again() {
    let mut browser = decided(2);
    browser.press(Key::Digit(1));
    let before = ui::still(&browser.model);
    assert_eq!(showing(&browser), Showing::Consequence);
    browser.open("#/play/crisis");
    assert_eq!(showing(&browser), Showing::Consequence);
    let story = |page: &str| page.split_once("class=\"story\"").expect("a story").1.to_owned();
    assert_eq!(story(&ui::still(&browser.model)), story(&before));
    browser.press(Key::Enter);
    browser.open("#/play/crisis");
    assert_eq!(showing(&browser), Showing::Now, "it was read");
    browser.press(Key::Digit(1));
    browser.press(Key::Undo);
    browser.open("#/play/crisis");
    assert_eq!(showing(&browser), Showing::Now, "it was taken back");
}

#[test]
fn a_reload_on_the_consequence_that_ends_a_run_lands_on_it_again() {
    let mut browser = Browser::at("#/play/crisis");
    while browser.model.run().expect("a run").run.ending().is_none() {
        browser.press(Key::Enter);
        browser.press(Key::Digit(1));
    }
    let noted = browser.notes.len();
    browser.open("#/play/crisis");
    assert_eq!(showing(&browser), Showing::Consequence);
    browser.open("");
    assert!(two_hats::app::view::home(&browser.model).resume.is_none(), "it has ended");
    browser.open("#/play/crisis");
    browser.press(Key::Enter);
    browser.open("#/play/crisis");
    assert_eq!((showing(&browser), browser.notes.len()), (Showing::Now, noted));
}

#[test]
fn a_run_that_has_just_broken_says_so_and_that_it_is_over() {
    // Whoever lets a meter fall whenever they can breaks some story.
    let breaks = |id: &String| {
        let mut browser = Browser::at(&format!("#/play/{id}"));
        while browser.model.run().expect("a run").run.ending().is_none() {
            assert!(!ui::still(&browser.model).contains(WORDS.story_over));
            browser.press(Key::Enter);
            let run = &browser.model.run().expect("a run").run;
            let worst = run.offered().map(|(at, response)| (response.effect.management, at)).min();
            browser.send(Event::Chose(worst.expect("a response").1));
        }
        let ending = browser.model.run().and_then(|playing| playing.run.ending()).expect("an ending");
        ending.broke.then_some(browser)
    };
    let browser = shipped_ids().iter().find_map(breaks).expect("a story that breaks");
    let page = ui::still(&browser.model);
    let broke = WORDS.broke.into_iter().filter(|words| page.contains(words)).count();
    assert!(broke > 0 && page.contains(WORDS.story_over) && page.contains(WORDS.see_end), "{page}");
    assert!(!page.contains(" of about ") && !page.contains(&format!("<span>{}</span>", WORDS.go_on)), "{page}");
    assert!(said(&browser).contains(WORDS.story_over), "{}", said(&browser));
}

#[test]
fn an_answer_its_consequence_and_a_take_back_are_each_said_otherwise() {
    let mut browser = decided(1);
    let situation = (heading(&browser), said(&browser));
    browser.press(Key::Digit(1));
    let view = |browser: &Browser| {
        let playing = browser.model.run().expect("a run");
        two_hats::app::view::play(&browser.model, playing).expect("a step").meters
    };
    let consequence = (heading(&browser), said(&browser));
    assert!(consequence.0.contains(WORDS.what_came), "{consequence:?}");
    assert!(consequence.1.starts_with(WORDS.done[Done::Answered as usize]), "{consequence:?}");
    for meter in view(&browser).into_iter().flatten() {
        let value = format!(" {}.", meter.value);
        assert!(consequence.1.contains(&value) && consequence.1.contains(WORDS.meter(meter.stance)), "{consequence:?}");
    }
    browser.press(Key::Undo);
    let back = (heading(&browser), said(&browser));
    assert!(back.0.contains(WORDS.asked_again) && back.1.starts_with("Taken back."), "{back:?}");
    browser.press(Key::Redo);
    let again = (heading(&browser), said(&browser));
    assert!(again.1.starts_with(WORDS.done[Done::BroughtBack as usize]), "{again:?}");
    let mut all = [situation, consequence, back, again].map(|(_, said)| said).to_vec();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 4, "{all:?}");
    browser.press(Key::Enter);
    assert!(!heading(&browser).contains("hidden"), "the next step is what it is");
}

#[test]
fn the_end_is_said_and_a_challenge_says_nothing_of_the_meters() {
    let mut browser = Browser::at("#/play/crisis");
    browser.send(Event::Set(Settings { mode: Mode::Challenge, ..Settings::default() }));
    browser.press(Key::Digit(1));
    assert!(!said(&browser).contains("now") && !said(&browser).contains("eadership"), "{}", said(&browser));
    let outcome = browser.play_as(Stance::Leader);
    assert!(said(&browser).contains(WORDS.verdict(outcome)), "{}", said(&browser));
}

#[test]
fn without_letter_keys_none_is_shown() {
    let mut browser = decided(1);
    assert!(ui::still(&browser.model).contains("<kbd"));
    browser.send(Event::Set(Settings { no_keys: true, ..Settings::default() }));
    assert!(!ui::still(&browser.model).contains("<kbd"));
    browser.send(Event::Open(Some(two_hats::app::Dialog::Help)));
    let dialog = between(&browser, "<dl class=\"keys\">", "</dl>");
    for (does, single) in ASIDE.keys_do.iter().zip([true, false, false, true, true, true, true, false]) {
        assert_eq!(dialog.contains(&format!("<dd>{does}</dd>")), !single, "{does}");
    }
}

#[test]
fn the_help_says_what_meters_hats_dimensions_and_modes_are() {
    let mut browser = decided(0);
    browser.send(Event::Open(Some(two_hats::app::Dialog::Help)));
    let dialog = between(&browser, "<dialog", "</dialog>");
    let means = ASIDE.help.iter().chain(&ASIDE.modes).map(|[_, means]| *means);
    let places: Vec<usize> =
        means.map(|means| dialog.find(means).unwrap_or_else(|| panic!("{means}: {dialog}"))).collect();
    assert!(places.is_sorted() && dialog.find(ASIDE.keys_do[0]) > places.last().copied(), "the keys come last");
}

#[test]
fn a_newcomer_is_coached_on_three_pages_and_not_in_a_challenge() {
    let coached = |browser: &Browser| {
        let page = ui::still(&browser.model);
        let found = WORDS.coach.iter().position(|line| page.contains(line));
        assert_eq!(found.is_some(), page.contains("class=\"coach\""), "{page}");
        found
    };
    let mut browser = decided(0);
    let mut found = vec![coached(&browser)];
    for key in [Key::Digit(1), Key::Enter, Key::Digit(1), Key::Enter] {
        browser.press(key);
        found.push(coached(&browser));
    }
    assert_eq!(found, [Some(0), Some(1), Some(2), None, None]);
    let mut hidden = Browser::at("#/play/crisis");
    hidden.send(Event::Set(Settings { mode: Mode::Challenge, ..Settings::default() }));
    assert_eq!(coached(&hidden), None);
    browser.play_as(Stance::Leader);
    browser.send(Event::PlayAgain);
    assert_eq!(coached(&browser), None, "who has finished a story knows");
}
