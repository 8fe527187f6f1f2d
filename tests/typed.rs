//! What is typed into the console's fields: it counts at once, or its field says why not.

use crate::support;

use session::{Act, ActError, Mode, Note, Phase};
use support::browser::Browser;
use support::room::offered;
use support::shipped;
use two_hats::room::{Event, Field, Key, Notice, Page, Slip};

/// A console at a first vote of so many, and the fields of its first two responses.
fn at_vote(people: u32) -> (Browser, usize, [Field; 2]) {
    let (mut browser, console) = Browser::begun();
    browser.take(console, Act::People(people));
    for _ in 0..5 {
        browser.take(console, Act::Next);
    }
    let ids = offered(browser.session(console));
    (browser, console, [0, 1].map(|at| Field::Votes(ids[at].clone())))
}

fn types(browser: &mut Browser, window: usize, field: &Field, text: &str) {
    // Key by key, as it is typed.
    for end in 1..=text.len() {
        browser.tell(window, Event::Typed(field.clone(), text[..end].into()));
    }
}

fn first_counts(browser: &Browser, window: usize) -> Vec<u32> {
    let ballot = browser.session(window).state().ballot().expect("a vote");
    ballot.first.counts()[..2].to_vec()
}

#[test]
fn what_is_typed_counts_at_once_whatever_follows() {
    let on: [(&str, Vec<Event>, Phase); 5] = [
        ("a clicker", vec![Event::Pressed(Key::Next)], Phase::Reveal),
        ("a button", vec![Event::Take(Act::Next)], Phase::Reveal),
        ("pair talk", vec![Event::Pressed(Key::Talk)], Phase::Talk),
        ("a step back", vec![Event::Pressed(Key::Back)], Phase::Think),
        ("the stage", Vec::new(), Phase::Reveal),
    ];
    for (name, events, phase) in on {
        let (mut browser, console, boxes) = at_vote(14);
        let stage = browser.open(Page::Stage);
        types(&mut browser, console, &boxes[0], "9");
        browser.tell(console, Event::Left(boxes[0].clone()));
        types(&mut browser, console, &boxes[1], "5");
        match &events[..] {
            [] => browser.tell(stage, Event::Pressed(Key::Next)),
            _ => events.into_iter().for_each(|event| browser.tell(console, event)),
        }
        assert_eq!(browser.session(stage).state().phase(), phase, "{name}");
        assert_eq!(first_counts(&browser, stage), [9, 5], "{name}");
        assert_eq!(browser.session(stage), browser.session(console));
    }
}

#[test]
fn a_self_rating_and_a_name_that_are_typed_count_at_once() {
    let (mut browser, console) = Browser::begun();
    types(&mut browser, console, &Field::Label, "Tuesday ");
    types(&mut browser, console, &Field::People, "12");
    assert_eq!(browser.windows[console].typed(&Field::Label), Some("Tuesday "), "what is typed stays as it is typed");
    for _ in 0..2 {
        browser.tell(console, Event::Pressed(Key::Next));
    }
    let state = browser.session(console).state();
    assert_eq!((state.phase(), state.label(), state.people()), (Phase::RateBefore, "Tuesday", 12));
    types(&mut browser, console, &Field::Rate(0, 1), "7");
    types(&mut browser, console, &Field::Rate(0, 2), "5");
    browser.tell(console, Event::Pressed(Key::Next));
    assert_eq!(browser.session(console).state().ratings(false)[0].counts(), [0, 7, 5, 0, 0]);
    // What was typed key by key is undone as one.
    let acts = browser.session(console).acts().iter().map(|stamped| &stamped.act);
    assert_eq!(acts.filter(|act| matches!(act, Act::Label(_) | Act::People(_) | Act::Rate(..))).count(), 4);
}

#[test]
fn a_field_says_what_it_refuses_until_it_is_mended() {
    let (mut browser, console, boxes) = at_vote(14);
    let slip = |browser: &Browser, field: &Field| browser.windows[console].slip(field);
    let hands = Some(Slip::Refused(ActError::TooManyHands));
    types(&mut browser, console, &boxes[0], "6");
    types(&mut browser, console, &boxes[0], "62");
    assert_eq!((slip(&browser, &boxes[0]), first_counts(&browser, console)), (hands, vec![6, 0]));
    // With a slip in sight nobody goes on by accident.
    for event in [Event::Pressed(Key::Next), Event::Take(Act::Next), Event::Pressed(Key::Talk)] {
        browser.tell(console, event);
        assert_eq!(browser.windows[console].notice(), Some(Notice::Held));
        assert_eq!(browser.session(console).state().phase(), Phase::Vote);
    }
    types(&mut browser, console, &boxes[0], "7");
    assert_eq!((slip(&browser, &boxes[0]), browser.windows[console].notice()), (None, None));
    for text in ["2.5", "-1", "1e1", "x", "2,5", "½"] {
        browser.tell(console, Event::Typed(boxes[0].clone(), text.into()));
        browser.tell(console, Event::Left(boxes[0].clone()));
        assert_eq!(slip(&browser, &boxes[0]), Some(Slip::NotWhole), "{text}");
        assert_eq!(browser.windows[console].typed(&boxes[0]), Some(text), "and shows it beside what counts");
        assert_eq!(first_counts(&browser, console), [7, 0]);
    }
    for (text, counts) in [("", 0), (" 9 ", 9), ("\u{ff18}", 8), ("\u{663}", 3), ("007", 7)] {
        browser.tell(console, Event::Typed(boxes[0].clone(), text.into()));
        assert_eq!((slip(&browser, &boxes[0]), first_counts(&browser, console)), (None, vec![counts, 0]), "{text}");
    }
    browser.tell(console, Event::Left(boxes[0].clone()));
    assert_eq!(browser.windows[console].typed(&boxes[0]), None, "what counts is shown as it counts");
    for text in ["0", "501", "99999999999999999999", "many"] {
        browser.tell(console, Event::Typed(Field::People, text.into()));
        assert!(slip(&browser, &Field::People).is_some(), "{text}");
    }
    assert_eq!(browser.session(console).state().people(), 14);
    browser.tell(console, Event::Typed(Field::People, String::new()));
    browser.tell(console, Event::Left(Field::People));
    browser.tell(console, Event::Pressed(Key::Next));
    assert_eq!(browser.session(console).state().phase(), Phase::Reveal, "an empty field that was left is no slip");
}

#[test]
fn what_did_not_count_counts_once_its_cause_is_mended() {
    let (mut browser, console, boxes) = at_vote(14);
    types(&mut browser, console, &boxes[0], "9");
    // Two came late: seven hands, and only five would fit.
    types(&mut browser, console, &boxes[1], "7");
    assert!(browser.windows[console].slip(&boxes[1]).is_some());
    browser.take(console, Act::People(16));
    assert_eq!((first_counts(&browser, console), browser.windows[console].slip(&boxes[1])), (vec![9, 7], None));
    types(&mut browser, console, &boxes[1], "8");
    browser.tell(console, Event::Pressed(Key::Hand(1, false)));
    assert_eq!((first_counts(&browser, console), browser.windows[console].slip(&boxes[1])), (vec![8, 8], None));
    // A refusal of a button is gone with the next thing that is typed, too.
    browser.tell(console, Event::Pressed(Key::Hand(1, true)));
    assert_eq!(browser.windows[console].notice(), Some(Notice::Refused(ActError::TooManyHands)));
    types(&mut browser, console, &boxes[0], "5");
    assert_eq!(browser.windows[console].notice(), None);
}

#[test]
fn buttons_keys_and_undo_show_what_counts_and_not_what_was_typed() {
    let (mut browser, console, boxes) = at_vote(14);
    types(&mut browser, console, &boxes[0], "6");
    browser.tell(console, Event::Pressed(Key::Hand(1, true)));
    assert_eq!((first_counts(&browser, console), browser.windows[console].typed(&boxes[0])), (vec![7, 0], None));
    types(&mut browser, console, &boxes[0], "12");
    browser.tell(console, Event::Undo);
    assert_eq!((first_counts(&browser, console), browser.windows[console].typed(&boxes[0])), (vec![7, 0], None));
    browser.tell(console, Event::Redo);
    types(&mut browser, console, &boxes[0], "1");
    assert_eq!(first_counts(&browser, console), [1, 0]);
    browser.tell(console, Event::Undo);
    assert_eq!(first_counts(&browser, console), [12, 0], "what was typed before is an act of its own");
}

#[test]
fn a_team_without_a_name_is_refused_and_the_field_of_its_name_says_so() {
    let (mut browser, console) = Browser::begun();
    browser.take(console, Act::Mode(Mode::Teams));
    for _ in 0..3 {
        browser.take(console, Act::Next);
    }
    let code = support::room::code(&shipped("crisis"), &[1, 0]);
    browser.take(console, Act::Team("Red".into(), code.clone()));
    types(&mut browser, console, &Field::TeamCode, &code);
    for event in [Event::Take(Act::Team(String::new(), code.clone())), Event::Pressed(Key::Next)] {
        browser.tell(console, event);
        let window = &browser.windows[console];
        assert_eq!(window.slip(&Field::TeamName), Some(Slip::Refused(ActError::NoName)));
        assert_eq!((window.slip(&Field::TeamCode), window.typed(&Field::TeamCode)), (None, Some(&*code)));
        assert_eq!(browser.session(console).state().teams().len(), 1);
        assert_eq!(browser.session(console).state().phase(), Phase::Teams);
    }
    // Whoever takes the code out again adds no team, and goes on.
    browser.tell(console, Event::Typed(Field::TeamCode, String::new()));
    browser.tell(console, Event::Pressed(Key::Next));
    assert_eq!(browser.session(console).state().phase(), Phase::What);
}

#[test]
fn a_text_that_was_typed_and_not_added_is_added_before_its_phase_is_left() {
    let (mut browser, console) = Browser::begun();
    browser.take(console, Act::Mode(Mode::Teams));
    for _ in 0..3 {
        browser.take(console, Act::Next);
    }
    let code = support::room::code(&shipped("crisis"), &[1, 0]);
    types(&mut browser, console, &Field::TeamName, "Blue");
    types(&mut browser, console, &Field::TeamCode, &code[1..]);
    browser.tell(console, Event::Pressed(Key::Next));
    assert_eq!(browser.session(console).state().phase(), Phase::Teams, "a report with a slip is not left behind");
    assert!(browser.windows[console].slip(&Field::TeamCode).is_some());
    assert_eq!(browser.windows[console].slip(&Field::TeamName), None);
    types(&mut browser, console, &Field::TeamCode, &code);
    browser.tell(console, Event::Pressed(Key::Next));
    assert_eq!(browser.session(console).state().teams().len(), 1);
    assert_eq!(browser.windows[console].typed(&Field::TeamName), None);
    while browser.session(console).state().phase() != Phase::NowWhat {
        browser.tell(console, Event::Pressed(Key::Next));
    }
    let commitment = Field::Note(Note::Commitment);
    types(&mut browser, console, &commitment, "I ask first");
    browser.tell(console, Event::Pressed(Key::Next));
    let state = browser.session(console).state();
    assert_eq!((state.phase(), state.notes(Note::Commitment)), (Phase::PlusDelta, &["I ask first".to_owned()][..]));
    types(&mut browser, console, &Field::Note(Note::Delta), "Longer");
    browser.tell(console, Event::Leave);
    let session = browser.windows[console].listed()[0].id.to_owned();
    browser.tell(console, Event::Resume(session));
    assert_eq!(browser.session(console).state().notes(Note::Delta), ["Longer"]);
}

#[test]
fn the_number_of_people_can_be_typed_in_every_phase() {
    let (mut browser, console) = Browser::begun();
    let mut people = 20;
    while browser.session(console).state().phase() != Phase::Close {
        people += 1;
        types(&mut browser, console, &Field::People, &people.to_string());
        assert_eq!(browser.session(console).state().people(), people);
        if browser.session(console).state().phase() == Phase::Reveal {
            let first = offered(browser.session(console))[0].clone();
            browser.take(console, Act::Pick(Some(first)));
        }
        browser.tell(console, Event::Pressed(Key::Next));
    }
    assert!(people > 30);
}
