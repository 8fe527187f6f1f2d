//! What is kept, as pages: the journal of runs with the album of endings, and the field guide.
//!
//! Pure: texts and bytes in, texts out. The pages are templates in `en/`, filled by [`journal`] and [`guide`];
//! `src/bin/album.js` puts them into the browser's page.

mod adopt;
mod ask;
mod en;
mod endings;
mod guide;
mod import;
mod journal;
mod mirror;
mod preview;
mod runs;
mod shelf;

pub use adopt::adopted;

use crate::template::page;
use ask::{Kept, Told};
use delivery::escape;
use guide::Guide;
use import::Plan;
use journal::Journal;
use runs::Played;
use session::handed_on;
use shelf::Shelf;

/// The answer to what a page asks: a page or a part of it, or the lines of what is to be kept.
pub fn answer(packs: &[u8], ask: &str) -> String {
    let told = Told::read(ask);
    match &*told.what {
        "preview" => return page(en::PREVIEW, &Plan::of(&told)),
        "merge" => return merge(&told),
        "keep" => return keep(&told),
        _ => {}
    }
    let shelf = Shelf::of(&told, packs);
    let runs = Played::all(&told, &shelf);
    if told.what == "guide" {
        let guide = Guide::of(&told, &shelf, &runs);
        return [en::GUIDE, en::HANDOUT].iter().map(|part| page(part, &guide)).collect();
    }
    let journal = Journal::of(&told, &shelf, &runs);
    let parts: &[&'static str] = match &*told.what {
        "self" => &[en::SELF_CHECK, en::MIRROR],
        _ => &[en::JOURNAL, en::SELF_CHECK, en::MIRROR, en::KEEP],
    };
    parts.iter().map(|part| page(part, &journal)).collect()
}

/// What a file adds: a key and a value on each line.
fn merge(told: &Told) -> String {
    let plan = Plan::of(told).unwrap_or_default();
    plan.puts.iter().map(|(key, value)| line_of(key, value)).collect()
}

/// What a file is to hold of all that is kept. Of a room's sessions that is what stands: a file may reach others. One that
/// cannot be read cannot be cleared of the rest either, so it stays where it is.
fn keep(told: &Told) -> String {
    let lines = told.all().iter().map(|Kept { key, value, .. }| match is_session(key) {
        true => handed_on(value).map(|handed| line_of(key, &handed)),
        false => Some(line_of(key, value)),
    });
    lines.flatten().collect()
}

/// Whether a session of a group is kept under a key, or a copy of one.
fn is_session(key: &str) -> bool {
    key.starts_with("room/session/") || key.starts_with("room/copy/")
}

fn line_of(key: &str, value: &str) -> String {
    format!("{}\t{}\n", escape(key), escape(value))
}
