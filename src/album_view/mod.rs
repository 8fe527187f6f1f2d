//! What is kept, as pages: the journal of runs with the album of endings, and the field guide. And what is not worth a
//! bundle of its own: the picture of a result code, for the debrief.
//!
//! Pure: texts and bytes in, texts out. The pages are templates in `en/`, filled by [`journal`] and [`guide`];
//! `src/bin/album.js` puts them into the browser's page.

mod ask;
mod en;
mod endings;
mod guide;
mod journal;
mod mirror;
mod preview;
mod qr;
mod shelf;

use crate::debrief_view::SELF_CHECK;
use crate::template::page;
use ask::Told;
use delivery::escape;
use guide::Guide;
use journal::Journal;
use library::{Played, exported};
use qr::Picture;
use shelf::Shelf;

/// The answer to what a page asks: a page or a part of it, or the lines of what is to be kept.
pub fn answer(packs: &[u8], ask: &str) -> String {
    let told = Told::read(ask);
    match &*told.what {
        "preview" => return page(en::PREVIEW, &told.plan()),
        "merge" => return lines_of(&told.plan().unwrap_or_default().puts),
        "keep" => return lines_of(&exported(told.all())),
        "qr" => return Picture::of(&told.code, &told.link).map(|picture| page(en::QR, &picture)).unwrap_or_default(),
        _ => {}
    }
    let shelf = Shelf::of(&told, packs);
    let runs = Played::all(told.all(), |source| shelf.story(source));
    if told.what == "guide" {
        let guide = Guide::of(&told, &shelf, &runs);
        return [en::GUIDE, en::HANDOUT].iter().map(|part| page(part, &guide)).collect();
    }
    let journal = Journal::of(&told, &shelf, &runs);
    let parts: &[&'static str] = match &*told.what {
        "self" => &[SELF_CHECK, en::MIRROR],
        _ => &[en::JOURNAL, SELF_CHECK, en::MIRROR, en::KEEP],
    };
    parts.iter().map(|part| page(part, &journal)).collect()
}

/// A key and a value on each line.
fn lines_of(texts: &[(String, String)]) -> String {
    texts.iter().map(|(key, value)| format!("{}\t{}\n", escape(key), escape(value))).collect()
}
