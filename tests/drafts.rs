//! The author's drafts: whatever is replaced, in one window or in two, none is lost.

use library::Draft;
use std::collections::BTreeMap;
use two_hats::workbench::{Effect, Event, MOST_DRAFTS as MOST, Model, Notice, Outcome};

/// What the keys of drafts begin with.
const KEY: &str = "author/draft/";
/// Where one text alone was kept, and the name of its file, before there were drafts.
const TEXT: &str = "author/text";
const STEM: &str = "author/file";

/// Windows on one browser's storage.
#[derive(Default)]
struct Browser {
    kept: BTreeMap<String, String>,
    windows: Vec<Model>,
    /// What each window has open, which outlives a reload.
    open: Vec<Option<String>>,
    full: bool,
}

impl Browser {
    fn opens(&mut self) -> usize {
        self.windows.push(Model::default());
        self.open.push(None);
        self.reloads(self.windows.len() - 1);
        self.windows.len() - 1
    }

    fn reloads(&mut self, window: usize) {
        let mut model = Model::default();
        model.now = 100 + self.windows[window].now;
        self.windows[window] = model;
        let started = Event::Started {
            kept: Some(self.kept.clone().into_iter().collect()),
            open: self.open[window].clone(),
            window: format!("w{window}x{}", self.kept.len()),
        };
        self.does(window, started);
    }

    fn does(&mut self, window: usize, event: Event) {
        self.windows[window].now += 1;
        let effects = self.windows[window].update(event);
        for effect in effects {
            let changed = match effect {
                Effect::KeepDraft { id, known, value } => {
                    let key = Draft::key(&id);
                    let now = self.kept.get(&key).cloned();
                    let outcome = match now {
                        now if now != known => Outcome::Changed(now),
                        _ if self.full => Outcome::NoRoom,
                        _ => Outcome::Kept,
                    };
                    if outcome == Outcome::Kept {
                        self.kept.insert(key.clone(), value.clone());
                    }
                    let changed = (outcome == Outcome::Kept).then_some((key, Some(value.clone())));
                    self.does(window, Event::Kept { id, known, value, outcome });
                    changed
                }
                Effect::Store(key, value) => {
                    self.kept.insert(key.clone(), value.clone());
                    Some((key, Some(value)))
                }
                Effect::Forget(key) => self.kept.remove(&key).map(|_| (key, None)),
                Effect::Remember(id) => {
                    self.open[window] = Some(id);
                    None
                }
                _ => None,
            };
            if let Some((key, value)) = changed {
                for other in (0..self.windows.len()).filter(|other| *other != window) {
                    self.does(other, Event::Stored(key.clone(), value.clone()));
                }
            }
        }
    }

    fn types(&mut self, window: usize, text: &str) {
        self.does(window, Event::Took(text.into()));
        self.does(window, Event::Keep);
    }

    fn texts(&self) -> Vec<&str> {
        let drafts = self.kept.iter().filter(|(key, _)| key.starts_with(KEY));
        drafts.filter_map(|(_, value)| value.split_once('\n')).map(|(_, text)| text).collect()
    }
}

#[test]
fn two_windows_on_one_draft_lose_nothing() {
    let mut browser = Browser::default();
    let one = browser.opens();
    browser.types(one, "start");
    let other = browser.opens();
    assert_eq!(browser.windows[other].text, "start");
    assert!(browser.windows[one].drafts.elsewhere && browser.windows[other].drafts.elsewhere);
    browser.types(one, "AAA");
    assert!(browser.windows[other].drafts.changed_elsewhere);
    browser.types(other, "BBB");
    assert!(matches!(browser.windows[other].notice, Some(Notice::Parted(_))));
    browser.types(one, "CCC");
    browser.reloads(one);
    browser.reloads(other);
    assert_eq!((browser.windows[one].text.as_str(), browser.windows[other].text.as_str()), ("CCC", "BBB"));
    assert_eq!(browser.windows[one].drafts.list.len(), 2);
    assert!(!browser.windows[one].drafts.elsewhere, "each has its own now");
}

#[test]
fn a_window_that_heard_nothing_replaces_nothing() {
    let mut browser = Browser::default();
    let one = browser.opens();
    browser.types(one, "start");
    // What a window that slept, or another version of the game, has kept meanwhile.
    let key = browser.kept.keys().find(|key| key.starts_with(KEY)).expect("a draft").clone();
    browser.kept.insert(key, "7\tdraft\t\nslept".into());
    browser.types(one, "woke");
    let mut texts = browser.texts();
    texts.sort_unstable();
    assert_eq!(texts, ["slept", "woke"]);
}

#[test]
fn what_is_replaced_stays_in_the_list_and_comes_back() {
    let mut browser = Browser::default();
    let one = browser.opens();
    browser.does(one, Event::Took("typed by hand".into()));
    for _ in 0..2 {
        browser.does(one, Event::Picked(String::new()));
        browser.does(one, Event::Start);
        assert_eq!(browser.windows[one].notice, Some(Notice::Replaced));
    }
    browser.does(one, Event::Keep);
    assert_eq!(browser.texts().len(), 2, "a story that nobody changed is there once");
    browser.does(one, Event::BringBack);
    assert_eq!(browser.windows[one].text, "typed by hand");
    assert_eq!(browser.texts(), ["typed by hand"]);
    // A text that was changed is a draft, however it came.
    browser.does(one, Event::FileCame("a.json".into(), Some(b"{}".to_vec())));
    browser.types(one, "{ }");
    browser.does(one, Event::FileCame("a.json".into(), Some(b"[]".to_vec())));
    browser.does(one, Event::Keep);
    let names: Vec<String> = browser.windows[one].drafts.list.iter().map(|draft| draft.name.clone()).collect();
    assert_eq!(names, ["a-2", "a", "scenario"]);
}

#[test]
fn the_drafts_are_thirty_at_most_and_the_one_left_longest_goes() {
    let mut browser = Browser::default();
    let one = browser.opens();
    for number in 0..MOST + 3 {
        browser.does(one, Event::FileCame(format!("s{number}.json"), Some(b"{}".to_vec())));
        browser.types(one, &format!("text {number}"));
    }
    assert_eq!((browser.texts().len(), browser.windows[one].drafts.list.len()), (MOST, MOST));
    assert!(!browser.texts().contains(&"text 0") && browser.texts().contains(&"text 32"));
}

#[test]
fn a_draft_that_is_taken_away_comes_back_and_one_that_went_elsewhere_stays_gone() {
    let mut browser = Browser::default();
    let one = browser.opens();
    browser.types(one, "first");
    let first = browser.open[one].clone().expect("an open draft");
    browser.does(one, Event::TakeAway(first.clone()));
    assert_eq!(browser.texts(), ["first"], "what is in the field is not taken away");
    browser.does(one, Event::FileCame("b.json".into(), Some(b"{}".to_vec())));
    browser.does(one, Event::Keep);
    browser.does(one, Event::TakeAway(first.clone()));
    assert_eq!(browser.texts(), ["{}"]);
    browser.does(one, Event::BringBack);
    assert_eq!(browser.texts().len(), 2);

    // Everything is erased in another window: the next key does not keep it all again.
    let mut browser = Browser::default();
    let one = browser.opens();
    browser.types(one, "secret");
    for key in std::mem::take(&mut browser.kept).into_keys() {
        browser.does(one, Event::Stored(key, None));
    }
    browser.types(one, "secret!");
    assert!(browser.windows[one].drafts.gone && browser.texts().is_empty());
    browser.does(one, Event::KeepAfterAll);
    assert_eq!(browser.texts(), ["secret!"]);
}

#[test]
fn a_full_device_is_a_state_that_ends_once_there_is_room() {
    let mut browser = Browser { full: true, ..Browser::default() };
    let one = browser.opens();
    browser.types(one, "a");
    assert!(browser.windows[one].not_stored);
    browser.types(one, "ab");
    assert!(browser.windows[one].not_stored && browser.texts().is_empty());
    browser.full = false;
    browser.does(one, Event::Leave);
    assert!(!browser.windows[one].not_stored);
    assert_eq!(browser.texts(), ["ab"]);
}

#[test]
fn the_text_of_an_earlier_version_becomes_a_draft_and_leaves_its_place_once_kept() {
    for full in [true, false] {
        let mut browser = Browser { full, ..Browser::default() };
        browser.kept.insert(TEXT.into(), "old".into());
        browser.kept.insert(STEM.into(), "mine".into());
        let one = browser.opens();
        assert_eq!((browser.windows[one].text.as_str(), browser.windows[one].stem.as_deref()), ("old", Some("mine")));
        browser.does(one, Event::Keep);
        assert_eq!(browser.kept.contains_key(TEXT), full);
        assert_eq!(browser.texts().is_empty(), full);
    }
}

#[test]
fn a_draft_that_found_no_room_is_tried_again_and_its_state_stands_until_it_is_kept() {
    let mut browser = Browser { full: true, ..Browser::default() };
    let one = browser.opens();
    browser.types(one, "large");
    browser.does(one, Event::FileCame("b.json".into(), Some(b"{}".to_vec())));
    assert!(browser.windows[one].not_stored && browser.texts().is_empty());
    browser.full = false;
    browser.does(one, Event::Keep);
    assert!(!browser.windows[one].not_stored);
    let mut texts = browser.texts();
    texts.sort_unstable();
    assert_eq!(texts, ["large", "{}"]);
}

#[test]
fn what_is_brought_back_is_what_was_replaced_last() {
    let mut browser = Browser::default();
    let one = browser.opens();
    browser.types(one, "first");
    let first = browser.open[one].clone().expect("an open draft");
    browser.does(one, Event::FileCame("b.json".into(), Some(b"{}".to_vec())));
    browser.types(one, "second");
    browser.does(one, Event::TakeAway(first));
    browser.does(one, Event::FileCame("c.json".into(), Some(b"[]".to_vec())));
    browser.does(one, Event::BringBack);
    assert_eq!(browser.windows[one].text, "second");
}

#[test]
fn what_a_newer_version_wrote_is_no_draft_and_stays() {
    let newer = "two-hats/2 another form of a text";
    let mut browser = Browser::default();
    browser.kept.extend([(Draft::key("n"), newer.to_owned()), (TEXT.into(), newer.into())]);
    let one = browser.opens();
    assert!(browser.windows[one].drafts.list.is_empty() && browser.windows[one].text != newer);
    for number in 0..=MOST {
        browser.does(one, Event::FileCame(format!("s{number}.json"), Some(b"{}".to_vec())));
        browser.types(one, &format!("text {number}"));
    }
    assert_eq!(browser.windows[one].drafts.list.len(), MOST);
    assert_eq!((&*browser.kept[&Draft::key("n")], &*browser.kept[TEXT]), (newer, newer));

    // A newer version in another window takes the draft in the field on: what is typed here becomes another.
    let open = browser.open[one].clone().expect("an open draft");
    browser.kept.insert(Draft::key(&open), newer.into());
    browser.does(one, Event::Stored(Draft::key(&open), Some(newer.into())));
    browser.types(one, "typed on");
    assert_eq!(browser.kept[&Draft::key(&open)], newer);
    assert_eq!((&*browser.windows[one].text, browser.texts().contains(&"typed on")), ("typed on", true));
}
