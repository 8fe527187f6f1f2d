//! The app as a machine: a player's journeys, with a browser made of two maps.

#[path = "app/adds_up.rs"]
mod adds_up;
#[path = "app/newer.rs"]
mod newer;
#[path = "app/signed_out.rs"]
mod signed_out;
#[path = "app/start.rs"]
mod start;
use crate::support;
#[path = "app/taken_back.rs"]
mod taken_back;

use delivery::{Catalogue, Entry};
use library::{Packed, Unkept, Write, may_replace};
use play::{Record, Run};
use scenario::{Id, Outcome, Stance, pack};
use std::collections::BTreeMap;
use support::{SMALL, looped, scenario, shipped, shipped_ids};
use two_hats::app::{
    Dialog, Effect, Event, FetchFault, Focus, Key, Loading, Mode, Model, Notice, Route, Settings, Showing, Source,
    TextSize, Theme, read_file, view,
};

/// A browser: what it keeps, what the host has, what the app asked for last.
struct Browser {
    model: Model,
    kept: BTreeMap<String, String>,
    host: BTreeMap<String, Vec<u8>>,
    /// Whether the browser keeps anything.
    keeps: bool,
    /// What it does not keep, where it keeps anything.
    no_room_for: fn(&Write) -> bool,
    unkept: Unkept,
    /// The files that were saved.
    files: usize,
    focus: Option<Focus>,
    /// Whether its tab is behind another, where nothing is painted.
    hidden: bool,
    /// What was written into the journal.
    notes: Vec<String>,
}

impl Browser {
    /// A browser with the shipped scenarios on the host and nothing kept, not yet opened.
    fn new() -> Self {
        let scenarios: Vec<_> = shipped_ids().iter().map(|id| shipped(id)).collect();
        let index = Catalogue {
            entries: scenarios.iter().map(|scenario| Entry::of(scenario)).collect(),
            ..Catalogue::default()
        };
        let packs = scenarios.iter().map(|scenario| (scenario.id().to_string(), pack::pack(scenario)));
        let host = packs.chain([("index".into(), index.pack())]).collect();
        Browser {
            model: Model::default(),
            kept: BTreeMap::new(),
            host,
            keeps: true,
            no_room_for: |_| false,
            unkept: Unkept::default(),
            files: 0,
            focus: None,
            hidden: false,
            notes: vec![],
        }
    }

    /// Opens the app at an address, as after a reload.
    fn open(&mut self, hash: &str) {
        self.model = Model::default();
        self.unkept = Unkept::default();
        let stored = self.keeps.then(|| self.kept.clone().into_iter().collect());
        self.send(Event::Started { hash: hash.into(), stored });
    }

    fn at(hash: &str) -> Self {
        let mut browser = Browser::new();
        browser.open(hash);
        browser
    }

    /// Sends an event, and does to the browser what the app asks for.
    fn send(&mut self, event: Event) {
        for effect in self.model.update(event) {
            let answer = match effect {
                Effect::FetchIndex => Some(Event::IndexCame(self.fetch("index"))),
                Effect::FetchScenario(source, _) => {
                    let answer = self.fetch(source.id().as_str());
                    Some(Event::ScenarioCame(source, answer))
                }
                Effect::ReadFile { name, bytes } => Some(Event::FileRead(read_file(name, &bytes))),
                Effect::Store(key, value) => Some(self.write(Write::Value(key, value))),
                Effect::Note(line) => Some(self.write(Write::Line(line))),
                Effect::Forget(key) => {
                    self.unkept.forget(&key);
                    self.kept.retain(|kept, value| !key.is_empty() && (*kept != key || !may_replace(Some(value))));
                    None
                }
                Effect::Opening(mark) => {
                    self.kept.remove("opening");
                    self.kept.extend(mark.map(|mark| ("opening".into(), mark)));
                    None
                }
                Effect::Unpack(source) => Some(Event::Unpack(source, self.hidden)),
                Effect::SaveFile => {
                    self.files += 1;
                    None
                }
                Effect::PutAside(from, to) => {
                    let value = self.kept.remove(&from).expect("what is put aside is there");
                    self.kept.insert(to, value);
                    None
                }
                Effect::Go(route) => Some(Event::Moved(route.to_string())),
                Effect::Focus(focus) => {
                    self.focus = Some(focus);
                    None
                }
                Effect::AwaitPaint => (!self.hidden).then_some(Event::Painted),
                Effect::Replace(route) => Some(Event::Moved(route.to_string())),
                Effect::Look(_) | Effect::Reload => None,
            };
            answer.into_iter().for_each(|answer| self.send(answer));
        }
    }

    /// Keeps what waits, and then this, as far as it can be kept.
    fn write(&mut self, write: Write) -> Event {
        self.unkept.add(write);
        let (keeps, no_room_for) = (self.keeps, self.no_room_for);
        let all = self.unkept.keep(|write| {
            let mut fits = keeps && !no_room_for(write);
            match write {
                Write::Value(key, value) => {
                    fits &= may_replace(self.kept.get(key).map(String::as_str));
                    if fits {
                        self.kept.insert(key.clone(), value.clone());
                    }
                }
                Write::Line(line) if fits => self.notes.push(line.clone()),
                Write::Line(_) => {}
            }
            fits
        });
        Event::Unkept(!all)
    }

    fn fetch(&self, name: &str) -> Result<Vec<u8>, FetchFault> {
        self.host.get(name).cloned().ok_or(FetchFault::NotThere)
    }

    fn drop_file(&mut self, name: &str, bytes: &[u8]) {
        self.send(Event::FileCame { name: name.into(), bytes: bytes.into() });
    }

    fn press(&mut self, key: Key) {
        self.send(Event::Pressed(key));
    }

    /// The title of the step or the outcome that is shown.
    fn heading(&self) -> String {
        let playing = self.model.run().expect("a run on the page");
        match view::play(&self.model, playing) {
            Some(view) => view.heading.into(),
            None => playing.run.variant().expect("an outcome").title.to_string(),
        }
    }

    /// Plays on with the keyboard, always the first response of a hat where it is offered, to the outcome.
    fn play_as(&mut self, stance: Stance) -> Outcome {
        loop {
            let playing = self.model.run().expect("a run on the page");
            if let Some(ending) = playing.run.ending().filter(|_| playing.showing == Showing::Now) {
                return ending.outcome;
            }
            let digit =
                playing.run.offered().position(|(_, response)| response.stance == Some(stance)).unwrap_or(0) + 1;
            self.press(Key::Digit(digit));
            self.press(Key::Enter);
        }
    }
}

fn own(id: &str) -> Source {
    Source::Own(Id::new(id).expect("an id"))
}

#[test]
fn home_shows_every_shipped_scenario_and_nothing_to_continue() {
    let browser = Browser::at("");
    let home = view::home(&browser.model);
    assert_eq!(home.cards.len(), shipped_ids().len());
    assert_eq!(home.resume, None);
    assert!(home.cards.iter().all(|card| card.best.is_none()));
}

#[test]
fn a_scenario_is_fetched_when_it_is_chosen_and_not_before() {
    let mut browser = Browser::new();
    browser.host.retain(|name, _| name == "index");
    browser.open("");
    assert!(matches!(browser.model.catalogue, Loading::Ready(_)));
    browser.send(Event::Moved("#/play/crisis".into()));
    assert!(matches!(browser.model.playing, Some((_, Loading::Failed(FetchFault::NotThere)))));
}

#[test]
fn the_keyboard_alone_leads_to_an_outcome_of_each_scenario() {
    for id in shipped_ids() {
        let mut browser = Browser::at(&format!("#/play/{id}"));
        assert_eq!(browser.play_as(Stance::Leader), Outcome::UnderManaged, "{id}");
        browser.send(Event::PlayAgain);
        assert_eq!(browser.play_as(Stance::Manager), Outcome::UnderLed, "{id}");
    }
}

#[test]
fn a_reload_in_mid_run_goes_on_where_it_was() {
    let mut browser = Browser::at("#/play/crisis");
    for _ in 0..3 {
        browser.press(Key::Digit(1));
        browser.press(Key::Enter);
    }
    let (heading, run) = (browser.heading(), browser.model.run().map(|playing| playing.run.clone()));
    browser.open("#/play/crisis");
    assert_eq!(browser.heading(), heading);
    assert_eq!(browser.model.run().map(|playing| playing.run.clone()), run);
    browser.open("");
    let resume = view::home(&browser.model).resume.expect("something to continue");
    assert_eq!((resume.step, resume.decision), (heading, Some(4)));
}

#[test]
fn undo_and_history_go_back_to_any_decision() {
    let mut browser = Browser::at("#/play/product-launch");
    let first = browser.heading();
    browser.press(Key::Digit(2));
    assert_eq!(browser.heading(), first, "the consequence is told under the step's title");
    browser.press(Key::Undo);
    assert_eq!(browser.model.run().map(|playing| playing.run.turns().len()), Some(0));
    for _ in 0..4 {
        browser.press(Key::Digit(1));
        browser.press(Key::Enter);
    }
    browser.press(Key::History);
    assert_eq!(browser.model.run().and_then(|playing| playing.dialog), Some(Dialog::History));
    browser.press(Key::Digit(1));
    assert_eq!(
        browser.model.run().map(|playing| playing.run.turns().len()),
        Some(4),
        "a dialog has the keys to itself"
    );
    browser.send(Event::BackTo(1));
    let playing = browser.model.run().expect("a run");
    assert_eq!((playing.run.turns().len(), playing.dialog), (1, None));
    assert_eq!(browser.focus, Some(Focus::Heading));
}

#[test]
fn arrows_go_round_the_responses() {
    let mut browser = Browser::at("#/play/crisis");
    let count = browser.model.run().map(|playing| playing.run.offered().count()).expect("a run");
    browser.press(Key::Next);
    assert_eq!(browser.focus, Some(Focus::Response(0)));
    browser.press(Key::Previous);
    assert_eq!(browser.focus, Some(Focus::Response(count - 1)));
    browser.press(Key::Next);
    assert_eq!(browser.focus, Some(Focus::Response(0)));
}

#[test]
fn challenge_hides_every_hat_and_effect_until_the_outcome() {
    let mut browser = Browser::at("#/play/crisis");
    browser.send(Event::Set(Settings { mode: Mode::Challenge, ..Settings::default() }));
    while let Some(view) = browser.model.run().and_then(|playing| view::play(&browser.model, playing)) {
        assert!(view.offers.iter().all(|offer| offer.hat.is_none()));
        assert!(view.meters.is_none());
        assert!(view.chosen.is_none_or(|chosen| chosen.hat.is_none() && chosen.effect.is_none()));
        let playing = browser.model.run().expect("a run");
        assert!(view::decisions(&playing.run, true).iter().all(|decision| decision.hat.is_none()));
        browser.press(Key::Digit(1));
        browser.press(Key::Enter);
    }
    assert!(browser.model.run().expect("a run").run.ending().is_some());
}

#[test]
fn what_was_reached_is_on_the_card() {
    let mut browser = Browser::at("#/play/crisis");
    browser.play_as(Stance::Leader);
    browser.open("");
    let best = |browser: &Browser| {
        let home = view::home(&browser.model);
        home.cards.iter().find(|card| card.entry.id.as_str() == "crisis").and_then(|card| card.best)
    };
    assert_eq!(best(&browser), Some(Outcome::UnderManaged));
    assert_eq!(view::home(&browser.model).resume, None, "an ended run is not continued");
}

#[test]
fn an_opened_file_is_played_and_kept() {
    let mut browser = Browser::at("");
    browser.drop_file("small.json", SMALL.as_bytes());
    assert_eq!(browser.model.route, Route::Play(own("small")));
    browser.press(Key::Digit(1));
    browser.press(Key::Enter);
    browser.open("#/play/own/small");
    assert_eq!(browser.heading(), "A queue to the corner");
    browser.open("");
    let home = view::home(&browser.model);
    assert!(home.cards.iter().any(|card| card.source == own("small")));
    browser.send(Event::Remove(own("small")));
    browser.open("");
    assert!(view::home(&browser.model).cards.iter().all(|card| card.source != own("small")));
    assert!(browser.kept.keys().all(|key| !key.contains("small")), "{:?}", browser.kept.keys());
}

#[test]
fn a_broken_file_is_listed_and_changes_nothing() {
    let mut browser = Browser::at("#/play/crisis");
    browser.press(Key::Digit(1));
    let run = browser.model.run().map(|playing| playing.run.clone());
    browser.drop_file("a.json", SMALL.replacen("\"next\": \"rush\"", "\"next\": \"rusch\"", 1).as_bytes());
    let file = browser.model.faulty.clone().expect("faults");
    assert_eq!((browser.model.route.clone(), file.count), (Route::Home, 1));
    assert_eq!((file.faults[0].line, &*file.faults[0].help), (30, "Did you mean `rush`?"));
    assert_eq!(browser.focus, Some(Focus::Faults));
    browser.send(Event::Moved("#/play/crisis".into()));
    assert_eq!(browser.model.run().map(|playing| playing.run.clone()), run);
    assert_eq!(browser.model.faulty, None);
}

#[test]
fn an_edited_scenario_says_where_the_run_stops() {
    let mut browser = Browser::at("");
    browser.drop_file("small.json", SMALL.as_bytes());
    browser.press(Key::Digit(1));
    browser.press(Key::Enter);
    browser.press(Key::Digit(3));
    browser.drop_file("small.json", SMALL.replacen("\"keep-the-word\"", "\"keys\"", 1).as_bytes());
    let Some(Notice::Edited(Some(stop))) = &browser.model.notice else { panic!("{:?}", browser.model.notice) };
    assert_eq!((stop.decision, stop.response.as_str()), (1, "keep-the-word"));
    assert_eq!(browser.heading(), "A queue to the corner");
    // The file as it was brings the run back as it was; what is decided meanwhile takes its place.
    browser.drop_file("small.json", SMALL.as_bytes());
    assert_eq!(browser.model.run().map(|playing| playing.run.turns().len()), Some(2));
    browser.drop_file("small.json", SMALL.replacen("\"keep-the-word\"", "\"keys\"", 1).as_bytes());
    browser.press(Key::Digit(3));
    browser.drop_file("small.json", SMALL.as_bytes());
    assert_eq!(browser.model.run().map(|playing| playing.run.turns().len()), Some(1));
}

#[test]
fn an_edited_scenario_that_the_run_fits_says_so_once() {
    let mut browser = Browser::at("");
    browser.drop_file("small.json", SMALL.as_bytes());
    browser.press(Key::Digit(1));
    browser.drop_file("small.json", SMALL.replacen("A queue to the corner", "A queue", 1).as_bytes());
    assert_eq!(browser.model.notice, Some(Notice::Edited(None)));
    browser.open("#/play/own/small");
    assert_eq!((browser.model.notice.clone(), browser.heading().as_str()), (None, "A queue"));
}

#[test]
fn another_scenarios_file_is_not_played_under_this_ones_name() {
    let mut browser = Browser::at("#/play/crisis");
    browser.press(Key::Digit(1));
    let (kept, truly) = (browser.kept.clone(), browser.host.get("crisis").cloned().expect("there"));
    let other = browser.host.get("product-launch").cloned().expect("there");
    browser.host.insert("crisis".into(), other);
    browser.open("#/play/crisis");
    assert!(matches!(browser.model.playing, Some((_, Loading::Failed(FetchFault::Failed)))));
    assert_eq!(browser.kept, kept, "and nothing that is kept is touched");
    browser.host.insert("crisis".into(), truly);
    browser.send(Event::Retry);
    assert_eq!(browser.model.run().map(|playing| playing.run.turns().len()), Some(1));
}

#[test]
fn a_run_that_is_looked_at_in_one_tab_stays_as_another_left_it() {
    let mut browser = Browser::at("");
    let here = browser.model.clone();
    browser.send(Event::Moved("#/play/crisis".into()));
    browser.press(Key::Digit(1));
    browser.press(Key::Enter);
    let after_one = std::mem::replace(&mut browser.model, here);
    browser.open("");
    let stale = browser.model.clone();
    browser.model = after_one;
    browser.press(Key::Digit(2));
    let kept = browser.kept.get("run/crisis").cloned();
    browser.model = stale;
    browser.send(Event::Moved("#/play/crisis".into()));
    assert_eq!(browser.kept.get("run/crisis"), kept.as_ref());
}

#[test]
fn two_tabs_on_one_run_go_along_with_each_other() {
    let mut browser = Browser::at("#/play/crisis");
    let other = browser.model.clone();
    let stored = |before: &BTreeMap<String, String>, after: &BTreeMap<String, String>| -> Vec<Event> {
        let changed = after.iter().filter(|(key, value)| before.get(*key) != Some(value));
        changed.map(|(key, value)| Event::Stored(key.clone(), value.clone())).collect()
    };
    let decisions = |model: &Model| model.run().map(|playing| playing.run.turns().len());
    let before = browser.kept.clone();
    browser.press(Key::Digit(1));
    let events = stored(&before, &browser.kept);
    // The other tab shows the step after, and says why; this one is still at the consequence.
    let one = std::mem::replace(&mut browser.model, other);
    let at_first = browser.kept.clone();
    for event in events {
        browser.send(event);
    }
    assert_eq!(browser.kept, at_first, "what another tab keeps is not written anew");
    assert_eq!(decisions(&browser.model), Some(1));
    assert_eq!(browser.model.run().map(|playing| playing.showing), Some(Showing::Now));
    assert_eq!(browser.model.notice, Some(Notice::Elsewhere));
    assert_eq!(browser.focus, Some(Focus::Heading));
    // Its own decision comes on top, and the first one follows.
    browser.press(Key::Digit(2));
    assert_eq!(browser.model.notice, None);
    let events = stored(&at_first, &browser.kept);
    let two = std::mem::replace(&mut browser.model, one);
    for event in events {
        browser.send(event);
    }
    let run = |model: &Model| model.run().map(|playing| Record::of(&playing.run));
    assert_eq!(decisions(&browser.model), Some(2));
    assert_eq!(run(&browser.model), run(&two));
    // What it has done itself, and rubbish, change nothing.
    let line = browser.kept["run/crisis"].clone();
    let model = browser.model.clone();
    for (key, value) in [("run/crisis", &*line), ("run/crisis", "{]"), ("run/none", "{]"), ("", ""), ("settings", "?")]
    {
        browser.send(Event::Stored(key.into(), value.into()));
        assert_eq!(browser.model, model, "{key} {value}");
    }
}

#[test]
fn settings_and_opened_scenarios_are_those_of_every_tab() {
    let mut browser = Browser::at("");
    let other = browser.model.clone();
    browser.drop_file("small.json", SMALL.as_bytes());
    browser.send(Event::Set(Settings { text: TextSize::Largest, ..Settings::default() }));
    browser.model = other;
    for (key, value) in browser.kept.clone() {
        browser.send(Event::Stored(key, value));
    }
    assert_eq!(browser.model.settings.text, TextSize::Largest);
    assert!(view::home(&browser.model).cards.iter().any(|card| card.source == own("small")));
}

#[test]
fn a_story_that_was_asked_for_twice_is_begun_once() {
    let mut browser = Browser::at("#/play/crisis");
    let source = Source::Shipped(Id::new("crisis").expect("an id"));
    browser.press(Key::Digit(1));
    let late = browser.fetch("crisis");
    browser.send(Event::ScenarioCame(source, late));
    assert_eq!(browser.model.run().map(|playing| playing.showing), Some(Showing::Consequence));
}

#[test]
fn a_browser_that_keeps_nothing_says_so_on_every_page_and_plays() {
    let mut browser = Browser::new();
    browser.keeps = false;
    browser.open("#/play/crisis");
    assert!(browser.model.unkept);
    browser.press(Key::Digit(1));
    assert_eq!(browser.model.run().map(|playing| playing.run.turns().len()), Some(1));
    browser.send(Event::Moved("#/".into()));
    assert!(browser.model.unkept, "it is so until it is not");
    browser.send(Event::SaveFile);
    assert_eq!(browser.files, 1);
}

#[test]
fn a_full_store_is_said_until_what_did_not_fit_is_kept() {
    let mut browser = Browser::at("#/play/crisis");
    browser.press(Key::Digit(1));
    browser.press(Key::Enter);
    let kept = browser.kept.clone();
    browser.no_room_for = |write| matches!(write, Write::Value(key, _) if key.starts_with("run/"));
    for _ in 0..2 {
        browser.press(Key::Digit(1));
        browser.press(Key::Enter);
        assert!(browser.model.unkept && browser.kept == kept, "each write tries what waits once more");
    }
    browser.no_room_for = |_| false;
    browser.send(Event::Set(Settings::default()));
    assert!(!browser.model.unkept, "there is room again");
    let line = Record::of(&browser.model.run().expect("a run").run).to_line();
    assert_eq!(browser.kept["run/crisis"], line, "what waited is kept, too");
}

#[test]
fn rubbish_in_storage_is_put_aside_and_the_rest_is_used() {
    let mut browser = Browser::at("#/play/crisis");
    browser.press(Key::Digit(1));
    browser.press(Key::Enter);
    let heading = browser.heading();
    for (key, rubbish) in [
        ("settings", "{]"),
        ("run/product-launch", "cut sh"),
        ("reached/crisis", "won"),
        ("scenario/mine", "\u{fffd}"),
        ("what/is/this", ""),
        // As the app's own order to forget everything is written.
        ("", "all"),
    ] {
        browser.kept.insert(key.into(), rubbish.into());
    }
    browser.open("#/play/crisis");
    assert_eq!(browser.model.notice, Some(Notice::Newer(5)), "what a newer game may know is no rubbish");
    assert_eq!(browser.heading(), heading);
    assert_eq!(browser.kept.get("unreadable/run/product-launch").map(String::as_str), Some("cut sh"));
    assert_eq!(browser.kept.get("unreadable/").map(String::as_str), Some("all"));
    assert_eq!(browser.kept.get("what/is/this").map(String::as_str), Some(""));
    browser.open("#/play/crisis");
    assert_eq!(browser.model.notice, None, "said once");
}

#[test]
fn what_did_not_come_can_be_tried_again() {
    let mut browser = Browser::new();
    let whole = browser.host.insert("crisis".into(), b"<!doctype html>".to_vec());
    let index = browser.host.remove("index");
    browser.open("#/play/crisis");
    assert!(matches!(browser.model.playing, Some((_, Loading::Failed(FetchFault::Failed)))));
    browser.host.extend([("crisis".into(), whole.expect("there")), ("index".into(), index.expect("there"))]);
    browser.send(Event::Retry);
    assert!(browser.model.run().is_some());
    assert!(matches!(browser.model.catalogue, Loading::Ready(_)));
}

#[test]
fn unknown_addresses_get_a_page_of_their_own() {
    assert_eq!(Browser::at("#/nowhere").model.route, Route::Unknown);
    let browser = Browser::at("#/play/own/gone");
    assert!(matches!(browser.model.playing, Some((_, Loading::Failed(FetchFault::NotThere)))));
}

#[test]
fn settings_are_kept_and_everything_can_be_erased() {
    let mut browser = Browser::at("#/settings");
    let settings = Settings {
        text: TextSize::Largest,
        theme: Theme::Dark,
        still: true,
        mode: Mode::Challenge,
        at_once: true,
        no_keys: true,
    };
    browser.send(Event::Set(settings));
    browser.drop_file("small.json", SMALL.as_bytes());
    browser.open("#/settings");
    assert_eq!(browser.model.settings, settings);
    browser.send(Event::Erase(true));
    assert!(browser.model.erasing && !browser.kept.is_empty(), "asked once more");
    browser.send(Event::Erase(false));
    assert!(!browser.model.erasing && !browser.kept.is_empty());
    browser.send(Event::Erase(true));
    browser.send(Event::Erase(true));
    assert!(browser.kept.is_empty());
    assert_eq!((browser.model.settings, &browser.model.notice), (Settings::default(), &Some(Notice::Erased)));
}

#[test]
fn what_the_browser_did_not_do_is_said() {
    let mut browser = Browser::at("#/settings");
    browser.send(Event::Erase(true));
    browser.send(Event::Erase(true));
    browser.send(Event::NotErased);
    assert_eq!(browser.model.notice, Some(Notice::NotErased), "and not that it was");
    browser.send(Event::FileNotSaved);
    assert_eq!(browser.model.notice, Some(Notice::FileNotSaved));
}

#[test]
fn what_another_window_erased_is_not_stored_again() {
    for hash in ["#/play/crisis", "#/play/own/small", "#/settings"] {
        let mut browser = Browser::at("");
        browser.drop_file("small.json", SMALL.as_bytes());
        browser.send(Event::Moved(hash.into()));
        for key in [Key::Digit(1), Key::Enter, Key::Digit(1)] {
            browser.press(key);
        }
        browser.no_room_for = |_| true;
        browser.send(Event::Set(Settings { still: true, ..Settings::default() }));
        // The other window erases, and this one hears of it; there is room now.
        browser.kept.clear();
        browser.notes.clear();
        browser.no_room_for = |_| false;
        browser.unkept.forget("");
        browser.send(Event::Erased);
        assert_eq!((browser.model.settings, &browser.model.notice), (Settings::default(), &Some(Notice::Erased)));
        for key in [Key::Enter, Key::Digit(1), Key::Undo, Key::Enter] {
            browser.press(key);
        }
        assert!(browser.kept.is_empty() && browser.notes.is_empty(), "{hash}: {:?}", browser.kept);
        browser.send(Event::Moved("#/play/crisis".into()));
        assert_eq!(browser.model.run().map(|playing| playing.run.turns().len()), Some(0), "{hash}");
    }
}

#[test]
fn a_kept_file_that_the_page_falls_over_twice_is_put_aside() {
    let mut browser = Browser::at("");
    browser.drop_file("small.json", SMALL.as_bytes());
    browser.press(Key::Digit(1));
    assert!(!browser.kept.contains_key("opening"), "it has been opened");
    let run = browser.kept["run/own/small"].clone();
    browser.kept.insert("scenario/small".into(), Packed(looped()).to_text());
    let place = format!("{}", Route::Play(own("small")));
    for fall in 1..=2 {
        browser.model = Model::default();
        let stored = Some(browser.kept.clone().into_iter().collect());
        let effects = browser.model.update(Event::Started { hash: place.clone(), stored });
        // The page falls while it unpacks what it was asked to, after what comes before that.
        let Some(Effect::Opening(Some(mark))) =
            effects.iter().find(|effect| matches!(effect, Effect::Opening(_) | Effect::Unpack(_)))
        else {
            panic!("it is not written down what is opened: {effects:?}");
        };
        assert_eq!(mark, &format!("own/small {fall}"));
        browser.kept.insert("opening".into(), mark.clone());
    }
    browser.open(&place);
    assert_eq!(browser.model.notice, Some(Notice::PutAside(1)));
    assert!(matches!(browser.model.playing, Some((_, Loading::Failed(FetchFault::NotThere)))));
    let aside = browser.kept.get("unreadable/scenario/small");
    assert_eq!(aside, Some(&Packed(looped()).to_text()), "nothing is lost");
    assert_eq!(browser.kept.get("run/own/small"), Some(&run));
    assert!(!browser.kept.contains_key("opening") && !browser.kept.contains_key("scenario/small"));
    // Another file of that name is opened as any other.
    browser.drop_file("small.json", SMALL.as_bytes());
    assert_eq!(browser.model.run().map(|playing| playing.run.turns().len()), Some(1));
}

#[test]
fn a_kept_file_that_is_opened_in_tabs_that_nobody_sees_stays() {
    let mut browser = Browser::at("");
    browser.drop_file("small.json", SMALL.as_bytes());
    browser.hidden = true;
    for _ in 0..4 {
        browser.open(&Route::Play(own("small")).to_string());
        assert!(browser.model.run().is_some() && browser.model.notice.is_none(), "{:?}", browser.model.notice);
        assert!(!browser.kept.contains_key("opening"));
    }
    assert!(browser.kept.contains_key("scenario/small"));
}

#[test]
fn a_late_answer_for_a_scenario_that_was_left_changes_nothing() {
    let mut browser = Browser::at("#/play/crisis");
    let before = browser.model.clone();
    let late = Source::Shipped(Id::new("product-launch").expect("an id"));
    browser.send(Event::ScenarioCame(late, Err(FetchFault::Failed)));
    assert_eq!(browser.model, before);
}

#[test]
fn a_run_that_ends_is_noted_once() {
    let mut browser = Browser::at("#/play/crisis");
    assert!(browser.notes.is_empty());
    browser.play_as(Stance::Leader);
    let line = Record::of(&browser.model.run().expect("a run").run).to_line();
    assert_eq!(browser.notes, [format!("crisis {line}")]);
    browser.open("");
    browser.open("#/play/crisis");
    assert_eq!(browser.notes.len(), 1, "looking at it again is not ending again");
}

/// The address that holds a run.
fn taking(record: &Record) -> String {
    format!("#/take/{}+{}", record.scenario, record.to_line().replace(' ', "+"))
}

/// The run on the page.
fn on_page(browser: &Browser) -> Record {
    Record::of(&browser.model.run().expect("a run").run)
}

#[test]
fn an_address_that_holds_a_run_asks_before_it_replaces_an_open_one() {
    let mut browser = Browser::at("#/play/crisis");
    browser.press(Key::Digit(1));
    browser.press(Key::Enter);
    let shorter = on_page(&browser);
    browser.press(Key::Digit(2));
    browser.press(Key::Enter);
    let (open, kept) = (on_page(&browser), browser.kept.clone());
    browser.open(&taking(&shorter));
    assert!(browser.model.taking && browser.model.run().is_none(), "it asks");
    assert_eq!((&browser.kept, browser.notes.len()), (&kept, 0));
    // Mine goes on as it was.
    browser.send(Event::Moved("#/play/crisis".into()));
    assert_eq!(on_page(&browser), open);
    // The other one is looked at, and nothing is replaced before a decision is made in it.
    browser.open(&taking(&shorter));
    browser.send(Event::Take);
    assert_eq!(on_page(&browser), shorter);
    assert_eq!((&browser.kept, browser.notes.len()), (&kept, 0));
    browser.press(Key::Digit(1));
    assert_eq!(browser.notes, [format!("crisis {}", open.to_line())], "what was open is not lost");
    assert_eq!(browser.kept["run/crisis"], on_page(&browser).to_line());
    assert_eq!(browser.model.route, Route::Play(Source::Shipped(Id::new("crisis").expect("an id"))));
    assert_eq!(browser.model.run().map(|playing| playing.showing), Some(Showing::Consequence));
}

#[test]
fn the_journal_comes_before_the_run_that_is_replaced() {
    let mut browser = Browser::at("#/play/crisis");
    browser.press(Key::Digit(1));
    browser.press(Key::Enter);
    let mut other = on_page(&browser);
    other.responses.clear();
    let kept = browser.kept.clone();
    browser.no_room_for = |write| matches!(write, Write::Line(_));
    browser.open(&taking(&other));
    browser.send(Event::Take);
    browser.press(Key::Digit(2));
    assert!(browser.model.unkept, "it is said");
    assert_eq!(browser.kept, kept, "the journal has no room for the open run, so that it stays where it is");
    browser.no_room_for = |_| false;
    browser.press(Key::Enter);
    browser.press(Key::Digit(2));
    assert_eq!((browser.model.unkept, browser.notes.len()), (false, 1));
    assert_eq!(browser.kept["run/crisis"], on_page(&browser).to_line());
}

#[test]
fn a_page_that_opens_addresses_again_and_again_adds_nothing_unasked() {
    let mut browser = Browser::at("");
    let crisis = Record::of(&Run::start(shipped("crisis")));
    let ids: Vec<Id> = ["one", "two", "three"].map(|id| Id::new(id).expect("an id")).to_vec();
    let kept = browser.kept.clone();
    for open in [false, true] {
        if open {
            browser.send(Event::Moved("#/play/crisis".into()));
            browser.press(Key::Digit(1));
        }
        let kept = if open { browser.kept.clone() } else { kept.clone() };
        for at in 0..120 {
            let responses = ids.iter().cycle().take(at).cloned().collect();
            let gone = Id::new(&format!("gone-{at}")).expect("an id");
            let scenario = if at % 2 == 0 { crisis.scenario.clone() } else { gone };
            browser.send(Event::Moved(taking(&Record { scenario, responses, ..crisis.clone() })));
        }
        assert_eq!((&browser.kept, browser.notes.len()), (&kept, 0));
    }
}

#[test]
fn a_run_of_an_address_is_kept_from_its_first_decision_on_and_the_way_back_leads_to_ones_own() {
    let mut browser = Browser::at("#/play/crisis");
    browser.play_as(Stance::Leader);
    let ended = on_page(&browser);
    let mut first = ended.clone();
    first.responses.truncate(2);
    browser.send(Event::Moved(taking(&first)));
    assert_eq!(on_page(&browser), first, "an ended run is in the journal: nothing is asked");
    browser.open(&taking(&first));
    assert_eq!(on_page(&browser), first, "a reload shows the same");
    assert_eq!(browser.kept["run/crisis"], ended.to_line());
    browser.send(Event::Moved("#/play/crisis".into()));
    assert_eq!(on_page(&browser), ended);
    browser.send(Event::Moved(taking(&first)));
    browser.press(Key::Digit(1));
    assert_eq!(browser.kept["run/crisis"], on_page(&browser).to_line());
}

#[test]
fn a_run_of_another_storys_course_is_put_by_before_it_is_replaced_and_not_offered_as_it_is() {
    let mut browser = Browser::at("");
    browser.drop_file("small.json", SMALL.as_bytes());
    browser.press(Key::Digit(1));
    browser.press(Key::Enter);
    let open = on_page(&browser);
    // The same id, and another story: none of its responses has the recorded id.
    let other = SMALL.replace("\"ask\"", "\"asking\"").replace("A small one", "Another");
    browser.kept.insert("scenario/small".into(), Packed(pack::pack(&scenario(&other))).to_text());
    browser.open("");
    let resume = view::home(&browser.model).resume.expect("something to continue");
    assert_eq!((&*resume.step, resume.decision), ("Another", None), "no step is named that may not be there");
    browser.open("#/play/own/small");
    assert!(matches!(browser.model.notice, Some(Notice::Edited(Some(_)))));
    assert!(browser.notes.is_empty(), "a look replaces nothing");
    browser.press(Key::Digit(1));
    assert_eq!(browser.notes, [format!("own/small {}", open.to_line())]);
}
