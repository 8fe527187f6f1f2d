//! A story's start sheet, when hats are shown, and what a card says before a story was finished.

use super::Browser;
use super::support::{shipped, shipped_ids};
use play::{Code, play_as};
use scenario::{Persona, Stance};
use two_hats::app::{Event, Key, Mode, Route, Settings, Source, view};
use two_hats::ui;
use two_hats::words::{ASIDE, ENGLISH as WORDS};

fn crisis() -> Source {
    Source::from_key("crisis").expect("a scenario's key")
}

/// Follows a link of the page.
fn follow(browser: &mut Browser, route: &Route) {
    browser.send(Event::Moved(route.to_string()));
}

#[test]
fn the_sheet_tells_who_one_is_and_whom_one_meets_and_leads_to_the_first_step() {
    for id in shipped_ids() {
        let source = Source::from_key(&id).expect("a scenario's key");
        let mut browser = Browser::at(&Route::Start(source.clone()).to_string());
        let page = ui::still(&browser.model);
        let entry = browser.model.entry(&source).expect("it is in the list").clone();
        let scenario = browser.model.run().expect("its texts came").run.scenario().clone();
        for words in [&entry.title, &entry.role, &entry.summary] {
            assert!(page.contains(&escaped(words)), "{id}: {words}");
        }
        for member in scenario.cast() {
            assert!(page.contains(&*escaped(&member.name)), "{id}: {}", member.name);
        }
        for [name, means] in ASIDE.modes {
            assert!(page.contains(name) && page.contains(means), "{id}: {name}");
        }
        assert!(!page.contains("class=\"response"), "{id}: nothing is decided on it");
        assert_eq!(browser.kept.get("last"), None, "{id}: who reads the sheet has not begun");
        assert!(page.contains(&format!("href=\"{}\"", Route::Play(source.clone()))), "{id}");
        follow(&mut browser, &Route::Play(source));
        assert_eq!(browser.model.run().expect("the same run").run.turns(), []);
        assert_eq!(browser.kept.get("last"), Some(&id), "{id}: now it has begun");
    }
}

/// A text as it stands in a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn a_sheet_of_no_story_says_so() {
    let browser = Browser::at("#/story/no-such-story");
    assert!(ui::still(&browser.model).contains(WORDS.no_scenario));
}

#[test]
fn a_card_leads_to_the_sheet_until_the_story_has_begun_or_sheets_are_not_wanted() {
    let mut browser = Browser::at("#/");
    let route = |browser: &Browser| {
        let cards = view::home(&browser.model).cards;
        cards.into_iter().find(|card| card.source == crisis()).expect("its card").route
    };
    assert_eq!(route(&browser), Route::Start(crisis()));
    browser.send(Event::Set(Settings { at_once: true, ..Settings::default() }));
    assert_eq!(route(&browser), Route::Play(crisis()));
    browser.send(Event::Set(Settings::default()));
    follow(&mut browser, &Route::Play(crisis()));
    follow(&mut browser, &Route::Home);
    assert_eq!(route(&browser), Route::Start(crisis()), "nothing is decided yet");
    follow(&mut browser, &Route::Play(crisis()));
    browser.press(Key::Digit(1));
    follow(&mut browser, &Route::Home);
    assert_eq!(route(&browser), Route::Play(crisis()), "it goes on");
}

#[test]
fn a_newcomer_is_shown_where_to_start_and_what_is_new() {
    let mut browser = Browser::at("#/");
    let starts = |browser: &Browser| -> Vec<Source> {
        view::home(&browser.model).cards.into_iter().filter(|card| card.start).map(|card| card.source).collect()
    };
    let home = view::home(&browser.model);
    assert!(home.newcomer && home.cards.iter().all(|card| card.new));
    let gentlest = home.cards.iter().map(|card| (card.entry.difficulty, card.entry.minutes)).min();
    let [first] = &starts(&browser)[..] else { panic!("one story to start with") };
    let entry = browser.model.entry(first).expect("it is in the list");
    assert_eq!(Some((entry.difficulty, entry.minutes)), gentlest);
    assert!(ui::still(&browser.model).contains(ASIDE.start_here));

    follow(&mut browser, &Route::Play(crisis()));
    follow(&mut browser, &Route::Home);
    let new = |browser: &Browser| view::home(&browser.model).cards.iter().filter(|card| card.new).count();
    assert_eq!(new(&browser), shipped_ids().len() - 1, "what was opened is not new");
    follow(&mut browser, &Route::Play(crisis()));
    browser.play_as(Stance::Leader);
    follow(&mut browser, &Route::Home);
    let sheet = |browser: &Browser| ui::still(&browser.model).contains(ASIDE.try_after);
    follow(&mut browser, &Route::Start(crisis()));
    assert!(sheet(&browser), "the hats after the answer are suggested");
    browser.send(Event::Set(Settings { mode: Mode::After, ..Settings::default() }));
    assert!(!sheet(&browser));
    follow(&mut browser, &Route::Home);
    assert_eq!((view::home(&browser.model).newcomer, starts(&browser)), (false, Vec::new()));
    assert!(!ui::still(&browser.model).contains(ASIDE.start_here));
}

#[test]
fn hats_after_the_answer_are_shown_with_what_it_did_and_not_before() {
    let mut browser = Browser::at("#/play/crisis");
    browser.send(Event::Set(Settings { mode: Mode::After, ..Settings::default() }));
    let view = |browser: &Browser| {
        let playing = browser.model.run().expect("a run");
        let page = view::play(&browser.model, playing).expect("a step");
        (page.offers.iter().map(|offer| offer.hat).collect::<Vec<_>>(), page.chosen.and_then(|chosen| chosen.hat))
    };
    for _ in 0..3 {
        let (offered, chosen) = view(&browser);
        assert!(!offered.is_empty() && offered.iter().all(Option::is_none) && chosen.is_none());
        let page = ui::still(&browser.model);
        assert!(!page.contains("class=\"hat") && !page.contains("response leader"), "nothing tells the hats apart");
        assert!(page.contains("class=\"meter leader"), "the meters are there");
        browser.press(Key::Digit(1));
        assert!(view(&browser).1.is_some() && ui::still(&browser.model).contains("class=\"chip\""));
        browser.press(Key::Enter);
    }
}

#[test]
fn a_challenge_shows_no_meter_before_the_end() {
    let mut browser = Browser::at("#/play/crisis");
    browser.send(Event::Set(Settings { mode: Mode::Challenge, ..Settings::default() }));
    while browser.model.run().is_some_and(|playing| view::play(&browser.model, playing).is_some()) {
        let page = ui::still(&browser.model);
        assert!(page.contains(ASIDE.modes[2][1]), "it is said why");
        for told in ["class=\"meter", "gauge", "class=\"chip", "class=\"changes", WORDS.low, WORDS.breaks] {
            assert!(!page.contains(told), "{told}");
        }
        browser.press(Key::Digit(1));
        browser.press(Key::Enter);
    }
}

#[test]
fn a_sheet_waits_for_the_list_of_stories_and_says_where_that_does_not_come() {
    let mut browser = Browser::new();
    browser.host.remove("index");
    browser.open("#/story/crisis");
    assert!(browser.model.run().is_some(), "the story came");
    let page = ui::still(&browser.model);
    assert!(page.contains(WORDS.failed) && page.contains(WORDS.retry) && !page.contains("class=\"response"), "{page}");
}

#[test]
fn an_invitation_shows_the_hats_that_were_worn_and_is_kept_for_the_end() {
    let scenario = shipped("crisis");
    let run = play_as(Persona::Balancing, &scenario);
    let code = Code::of(&run).expect("it has ended").to_string();
    let invited = Route::Invited(crisis(), code.clone());
    let mut browser = Browser::at(&invited.to_string());
    let page = ui::still(&browser.model);
    let first = scenario.step(scenario.start()).situation.last().expect("it asks something");
    for words in [ASIDE.invited, ASIDE.invited_first, ASIDE.begin, &first.text] {
        assert!(page.contains(&escaped(words)), "{words}");
    }
    let (_, strip) = page.split_once("id=\"invited\"").expect("the invitation");
    let (strip, _) = strip.split_once("</section>").expect("its end");
    let worn = strip.matches("Leader, ").count() + strip.matches("Manager, ").count();
    assert_eq!(worn, run.hats().count());
    assert_eq!(browser.kept.get("invitation/crisis"), Some(&code));
    assert_eq!(browser.kept.get("last"), None, "who reads the sheet has not begun");
    follow(&mut browser, &Route::Play(crisis()));
    assert_eq!(browser.model.run().expect("the story").run.turns(), []);
}

#[test]
fn an_invitation_that_was_cut_short_says_so_and_the_story_is_there() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let code = Code::of(&run).expect("it has ended").to_string();
    let elsewhere = Code::of(&play_as(Persona::Balancing, &shipped("remote-team"))).expect("it has ended").to_string();
    for cut in ["", "7Q", &code[..code.len() - 1], &code[1..], &elsewhere] {
        let browser = Browser::at(&Route::Invited(crisis(), cut.into()).to_string());
        let page = ui::still(&browser.model);
        assert!(page.contains(ASIDE.invited_cut) && page.contains(ASIDE.begin), "{cut}");
        assert!(!page.contains(ASIDE.invited_first), "{cut}");
    }
    assert!(ui::still(&Browser::at("#/with/no-such-story/7Q2M4KX90ABC").model).contains(WORDS.no_scenario));
}
