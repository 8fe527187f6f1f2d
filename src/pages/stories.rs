//! What the journal and the guide are told: the stories that there are, and what is kept.

use crate::album_view::{Kept, Told};
use crate::platform::{fetch, storage, time};
use library::Key;

/// All that is kept or waits to be, with the day of what has one; `None` where the browser keeps nothing and nothing waits.
pub(super) fn kept() -> Option<Kept> {
    let texts = storage::known()?;
    let day = |key: &str| match key.parse() {
        Ok(Key::Journal(moment) | Key::Answers(moment) | Key::Commitment(moment)) => time::day(moment),
        _ => String::new(),
    };
    let days = texts.iter().map(|(key, _)| day(key)).collect();
    let beside = storage::beside().into_iter().map(|other| other.folder).collect();
    Some(Kept { texts, days, beside })
}

/// The list of the stories and the packs of those that are wanted by their ids, as far as they come, with what is kept.
pub(super) async fn stories(wanted: impl Fn(&str) -> bool) -> (Told, Vec<u8>) {
    let list = fetch::bytes("scenarios/album.txt").await.ok().and_then(|list| String::from_utf8(list).ok());
    let rows = list.as_deref().and_then(rows);
    let told = match &rows {
        Some(rows) => rows.iter().map(|row| format!("\nshelf\t{row}")).collect::<String>(),
        None => "\nno-shelf".into(),
    };
    let mut told = Told::read(&told);
    let names = rows.iter().flatten().filter_map(|row| named(row)).filter(|(id, _)| wanted(id));
    let names: Vec<(&str, &str)> = names.collect();
    let addresses = names.iter().map(|(id, version)| format!("scenarios/{id}.bin?{version}"));
    let mut packs = Vec::new();
    for ((id, _), pack) in names.iter().zip(fetch::all(addresses.collect()).await) {
        let start = packs.len();
        packs.extend(pack);
        told.packs.push(((*id).to_owned(), start..packs.len()));
    }
    (told.kept, told.now) = (kept(), storage::now());
    (told, packs)
}

/// The rows of the list; `None` where it is something else, as a host's own page is that it answers everything with.
fn rows(list: &str) -> Option<Vec<&str>> {
    let rows: Vec<&str> = list.split('\n').filter(|row| !row.is_empty()).collect();
    let fits = |row: &&str| row.split('\t').count() == 4 && named(row).is_some();
    rows.iter().all(fits).then_some(rows)
}

/// A story's id and version, in its row of the list.
fn named(row: &str) -> Option<(&str, &str)> {
    let mut fields = row.split('\t');
    let (id, version) = (fields.next()?, fields.next()?);
    let word = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    (!id.is_empty() && id.chars().all(word)).then_some((id, version))
}
