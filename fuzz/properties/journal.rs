//! The journal's file read back: whatever somebody sent, nothing that is kept here is lost, and nothing comes that the
//! app cannot read.
//!
//! An input is lines of fields: what is kept here, and what the file holds.

use super::lines::{field, rows};
use super::stories::small;
use delivery::album_line;
use scenario::pack::pack;
use std::collections::BTreeMap;
use two_hats::album_view::{Told, to_add};
use two_hats::app::{Effect, Event, Model};
use two_hats::pages::guide::model as guide;
use two_hats::pages::journal::model as journal;

type Kept = BTreeMap<String, String>;

pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    // Both a browser's storage and a JSON object hold each key once.
    let (mut kept, mut came) = (Kept::new(), BTreeMap::new());
    for row in rows(&text) {
        match row.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["kept", key, value, ..] => drop(kept.insert(key.into(), value.into())),
            ["came", key, value, ..] => {
                drop(came.insert(key.to_owned(), format!("came\t{}\t{}", field(key), field(value))))
            }
            ["odd", key, ..] => drop(came.insert(key.to_owned(), format!("odd\t{}", field(key)))),
            _ => {}
        }
    }
    let came: Vec<String> = came.into_values().collect();
    let whole = format!("\nfile\ttwo-hats\t1\n{}", came.join("\n"));
    picked_holds(&kept, &whole);
    let puts = merged(&kept, &whole);
    let mut after = kept.clone();
    after.extend(puts.iter().cloned());
    nothing_is_lost(&kept, &puts);
    assert_eq!(merged(&after, &whole), [], "a file that came once adds nothing more");
    all_is_read(&after, &puts);
    picked_holds(&after, "");
    // Whatever the guide may be told, it tells something.
    let mut model = guide::Model::new(String::new());
    let _ = model.update(guide::Message::Loaded(Box::new(Told::read(&text)), bytes.to_vec()));
    assert!(matches!(model.stage, guide::Stage::Shown(_)));
}

/// The journal is told of what is kept, and of a file whatever it holds.
fn picked_holds(kept: &Kept, file: &str) {
    let told = told(kept, file);
    let mut model = journal::Model::new(String::new(), None);
    let _ = model.update(journal::Message::Loaded(told.clone(), pack(&small())));
    let _ = model.update(journal::Message::Picked(told));
    let journal::Stage::Shown(shown) = &model.stage else { panic!("what came is shown") };
    assert!(shown.preview.as_ref().is_some_and(|preview| !preview.heading().is_empty()));
}

/// What is kept and what a file holds, with a small scenario at hand.
fn told(kept: &Kept, file: &str) -> Told {
    let packed = pack(&small());
    let shelf = format!("\nshelf\t{}\npack\tsmall\t{}", album_line(&small()).trim_end(), packed.len());
    let kept: String =
        kept.iter().map(|(key, value)| format!("\nkept\t{}\t{}\ta day", field(key), field(value))).collect();
    Told::read(&format!("journal\nnow\t1795000000000{shelf}{kept}{file}"))
}

/// What a file puts among what is kept.
fn merged(kept: &Kept, file: &str) -> Vec<(String, String)> {
    to_add(&told(kept, file))
}

/// What stands here stays: outcomes that were reached are joined, and the start of a run that nobody played gives way.
fn nothing_is_lost(kept: &Kept, puts: &[(String, String)]) {
    for (key, value) in puts {
        let Some(now) = kept.get(key) else { continue };
        match key.split_once('/').map(|(kind, _)| kind) {
            Some("reached") => {
                assert!(
                    now.split_ascii_whitespace().all(|outcome| value.contains(outcome)),
                    "{key}: {now} and {value}"
                );
            }
            Some("run") => assert!(now.split(' ').count() <= 3, "{key}: {now}"),
            Some("waiting") => {
                let run = kept.get(&key.replacen("waiting", "run", 1));
                assert!(run.is_none_or(|run| run.split(' ').count() <= 3), "{key}: {now}");
            }
            _ => panic!("{key} stood here already"),
        }
    }
}

/// The app reads all that came.
fn all_is_read(kept: &Kept, puts: &[(String, String)]) {
    let stored = Some(kept.iter().map(|(key, value)| (key.clone(), value.clone())).collect());
    let effects = Model::default().update(Event::Started { hash: String::new(), stored });
    for (key, _) in puts {
        let aside = |effect: &Effect| matches!(effect, Effect::PutAside(from, _) if from == key);
        assert!(!effects.iter().any(aside), "{key} came and cannot be read");
    }
}
