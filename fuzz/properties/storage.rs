//! What the app finds in a browser's storage and in the address when it starts: taken up, or put aside as it is, and
//! what the app keeps from then on is read again.
//!
//! An input is an address and then lines of a key and a value.

use super::lines::rows;
use super::stories::small;
use delivery::{Catalogue, Entry};
use library::{NEWER, may_replace};
use scenario::pack::pack;
use std::collections::BTreeMap;
use two_hats::app::view::{decisions, home, meters, outcome, play};
use two_hats::app::{Effect, Event, FetchFault, Key, Loading, Model, Notice, Route};

type Kept = BTreeMap<String, String>;

pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = rows(&text).into_iter();
    let hash = lines.next().unwrap_or_default().concat();
    let mut kept = Kept::new();
    for row in lines {
        if let [key, value, ..] = &row[..] {
            kept.insert(key.clone(), value.clone());
        }
    }
    let before = kept.clone();
    let mut model = Model::default();
    perform(&mut kept, &model.update(started(&hash, &before)));
    nothing_is_lost(&before, &kept, &model, &hash);
    play_on(&mut model, &mut kept, bytes);
    let mut again = Model::default();
    let effects = again.update(started("", &kept));
    let aside = |effect: &Effect| matches!(effect, Effect::PutAside(..));
    assert!(!effects.iter().any(aside), "what the app kept, it reads: {effects:?}");
    assert!(!matches!(again.notice, Some(Notice::PutAside(_) | Notice::Newer(_))), "what was said is not said again");
    let _ = home(&again);
}

fn started(hash: &str, kept: &Kept) -> Event {
    let stored = kept.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
    Event::Started { hash: hash.into(), stored: Some(stored) }
}

/// Does to the storage what the app asks for.
fn perform(kept: &mut Kept, effects: &[Effect]) {
    for effect in effects {
        match effect {
            Effect::Store(key, value) if may_replace(kept.get(key).map(String::as_str)) => {
                drop(kept.insert(key.clone(), value.clone()));
            }
            Effect::Forget(key) => kept.retain(|kept, value| kept != key || !may_replace(Some(value))),
            Effect::PutAside(from, to) => drop(kept.remove(from).map(|value| kept.insert(to.clone(), value))),
            _ => {}
        }
    }
}

/// What was there is there, or lies aside; an address that holds a run changes nothing before a decision is made.
fn nothing_is_lost(before: &Kept, kept: &Kept, model: &Model, hash: &str) {
    let plays = matches!(Route::parse(hash), Route::Play(_));
    for (key, value) in before.iter().filter(|(key, _)| *key != NEWER) {
        let aside = |(name, other): (&String, &String)| name.ends_with(&format!("/{key}")) && other == value;
        let there = kept.get(key) == Some(value) || kept.iter().any(aside);
        let kind = key.split('/').next().unwrap_or_default();
        let moves_on = plays && may_replace(Some(value)) && ["run", "waiting", "reached", "last"].contains(&kind);
        assert!(there || moves_on, "{key} is lost: {model:?}");
    }
}

/// Plays on from what was found, and looks at every page.
fn play_on(model: &mut Model, kept: &mut Kept, lots: &[u8]) {
    let index = Catalogue { entries: vec![Entry::of(&small())], ..Catalogue::default() }.pack();
    perform(kept, &model.update(Event::IndexCame(Ok(index))));
    if let Some((source, Loading::Waiting)) = model.playing.clone() {
        let file = (source.id() == small().id()).then(|| pack(&small())).ok_or(FetchFault::NotThere);
        perform(kept, &model.update(Event::ScenarioCame(source, file)));
    }
    for lot in lots.iter().take(8) {
        let event = match lot % 8 {
            0..=3 => Event::Chose(usize::from(lot / 8)),
            4 => Event::GoOn,
            5 => Event::Undo,
            6 => Event::Pressed(Key::Digit(usize::from(lot / 8))),
            _ => Event::BackTo(usize::from(lot / 8)),
        };
        perform(kept, &model.update(event));
        let _ = home(model);
        if let (Some(playing), Some((source, _))) = (model.run(), &model.playing) {
            let _ = (play(model, playing), meters(playing), outcome(source, playing));
            let _ = decisions(&playing.run, false);
        }
    }
}
