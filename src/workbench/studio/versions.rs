//! Versions of drafts: a draft as it was when it was saved, begun or brought back; each is kept beside the drafts, in full.

use super::super::{Effect, Model};
use super::map::{steps, title};
use super::words::ENGLISH as WORDS;
use document::{Document, Edit, Node, Patch, Splice};
use library::Draft;
use std::collections::HashSet;

/// How many versions of a draft are kept; those that were given a name are not counted, and never go.
pub const MOST_VERSIONS: usize = 30;

/// The versions of all drafts, the newest first.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Versions {
    list: Vec<Draft>,
}

/// What became of a step between two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It is new.
    New,
    /// It is gone.
    Gone,
    /// It says or does something else.
    Other,
}

/// Whether a draft's id is that of a version.
pub(in super::super) fn is_version(id: &str) -> bool {
    Draft::of_version(id).is_some()
}

impl Versions {
    /// Takes up a version that is kept.
    pub(in super::super) fn put(&mut self, version: Draft) {
        self.list.retain(|other| other.id != version.id);
        let at = self.list.partition_point(|other| other.changed > version.changed);
        self.list.insert(at, version);
    }

    /// Forgets a version.
    pub(in super::super) fn forget(&mut self, id: &str) {
        self.list.retain(|version| version.id != id);
    }

    /// The versions of a draft, the newest first.
    pub fn of<'v>(&'v self, draft: &'v str) -> impl Iterator<Item = &'v Draft> {
        self.list.iter().filter(move |version| Draft::of_version(&version.id) == Some(draft))
    }

    fn find(&self, id: &str) -> Option<&Draft> {
        self.list.iter().find(|version| version.id == id)
    }
}

impl Model {
    /// Takes up the versions that are kept; those of a draft that is no longer kept are forgotten. `keys` are all that are kept.
    pub(in super::super) fn take_up_versions(&mut self, versions: Vec<Draft>, keys: &HashSet<String>) -> Vec<Effect> {
        self.versions = Versions::default();
        let mut effects = Vec::new();
        for version in versions {
            let draft = Draft::of_version(&version.id).unwrap_or_default();
            match keys.contains(&Draft::key(draft)) {
                true => self.versions.put(version),
                false => effects.push(Effect::Forget(Draft::key(&version.id))),
            }
        }
        effects
    }

    /// Keeps the text as a version of its draft, unless the last version is the same; `named` is never forgotten by itself.
    pub(in super::super) fn keep_version(&mut self, named: &str) -> Vec<Effect> {
        let open = self.drafts.open.clone();
        let same = self.versions.of(&open).next().is_some_and(|last| last.text == self.text);
        if open.is_empty() || self.is_blank() || same && named.is_empty() {
            return Vec::new();
        }
        let mut ids = (0..).map(|number| Draft::version(&open, self.now, number));
        let Some(id) = ids.find(|id| self.versions.find(id).is_none()) else { return Vec::new() };
        let name = named.replace(|letter: char| letter.is_control(), " ").trim().to_owned();
        let version = Draft { id, name, stem: None, changed: self.now, text: self.text.clone() };
        let mut effects = vec![Effect::KeepDraft { id: version.id.clone(), known: None, value: version.to_value() }];
        self.versions.put(version);
        let unnamed = self.versions.of(&open).filter(|version| version.name.is_empty());
        let old: Vec<String> = unnamed.skip(MOST_VERSIONS).map(|version| version.id.clone()).collect();
        effects.extend(old.iter().map(|id| Effect::Forget(Draft::key(id))));
        old.iter().for_each(|id| self.versions.forget(id));
        effects
    }

    /// Brings a version back: as a change that can be undone, and what stands there now is kept first.
    pub(super) fn bring_version_back(&mut self, id: &str) -> Vec<Effect> {
        let Some(text) = self.versions.find(id).map(|version| version.text.clone()) else { return Vec::new() };
        let mut effects = self.keep_version("");
        let whole = Patch::of([Splice { at: 0, removed: self.text.clone(), inserted: text }]);
        effects.extend(self.edit(&Edit::Patch(whole), WORDS.brought_back));
        effects
    }
}

/// What became of the steps from one text to another, by their titles, and whether anything else is different.
pub fn compared(before: &str, after: &str) -> (Vec<(String, Became)>, bool) {
    let (one, other) = (Document::new(before), Document::new(after));
    let (old, new) = (steps(&one), steps(&other));
    let find = |all: &[(&str, Node<'_>)], id: &str| {
        all.iter().find(|(it, _)| *it == id).map(|(_, step)| step.source().to_owned())
    };
    let mut found: Vec<(String, Became)> = Vec::new();
    for (id, step) in &new {
        match find(&old, id) {
            None => found.push((title(id, *step), Became::New)),
            Some(source) if source != step.source() => found.push((title(id, *step), Became::Other)),
            Some(_) => {}
        }
    }
    let gone = old.iter().filter(|(id, _)| find(&new, id).is_none());
    found.extend(gone.map(|(id, step)| (title(id, *step), Became::Gone)));
    let rest = |document: &Document| {
        let fields = document.root().children().filter(|it| it.key() != Some("steps"));
        fields.map(|it| (it.key().unwrap_or_default().to_owned(), it.source().to_owned())).collect::<Vec<_>>()
    };
    (found, rest(&one) != rest(&other))
}

#[cfg(test)]
mod tests {
    use super::super::super::Event;
    use super::super::Studio;
    use super::*;

    const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

    fn started() -> Model {
        let mut model = Model { now: 100, ..Model::default() };
        model.update(Event::Started { kept: Some(Vec::new()), open: None, window: "w".into() });
        model
    }

    #[test]
    fn each_save_keeps_a_version_and_any_is_brought_back_as_a_change() {
        let mut model = started();
        let open = model.drafts.open.clone();
        model.update(Event::Took("{\"a\": 1}".into()));
        model.update(Event::Save);
        assert_eq!(model.update(Event::Save).len(), 1, "the same is kept once");
        for number in 0..40 {
            model.now += 1;
            model.update(Event::Took(format!("{{\"a\": 1{number}}}")));
            let effects = model.update(Event::Save);
            assert!(effects.iter().any(|it| matches!(it, Effect::KeepDraft { id, .. } if is_version(id))));
        }
        assert_eq!(model.versions.of(&open).count(), MOST_VERSIONS);
        let oldest = model.versions.of(&open).last().map(|version| version.id.clone()).expect("a version");
        model.update(Event::Studio(Studio::BringBack(oldest)));
        assert_eq!(model.text, "{\"a\": 110}");
        model.update(Event::Studio(Studio::Undo));
        assert_eq!(model.text, "{\"a\": 139}");
        // A version that is named stays, however many come.
        model.update(Event::Studio(Studio::KeepVersion("As shown".into())));
        for number in 0..40 {
            model.now += 1;
            model.update(Event::Took(format!("{{\"b\": 1{number}}}")));
            model.update(Event::Save);
        }
        assert!(model.versions.of(&open).any(|version| version.name == "As shown"));
    }

    #[test]
    fn versions_are_no_drafts_of_the_list_and_outlive_a_reload() {
        let kept = |id: &str, name: &str| {
            let draft = Draft { id: id.into(), name: name.into(), stem: None, changed: 5, text: "{}".into() };
            (Draft::key(id), draft.to_value())
        };
        let mut model = started();
        let kept = vec![kept("d", "small"), kept("d~5", ""), kept("d~6", "As shown"), kept("gone~5", "")];
        let effects = model.update(Event::Started { kept: Some(kept), open: None, window: "w".into() });
        assert_eq!(model.drafts.list.len(), 1);
        assert_eq!(model.versions.of("d").count(), 2);
        assert!(effects.contains(&Effect::Forget(Draft::key("gone~5"))) && model.versions.of("gone").count() == 0);
        // What found no room is no version.
        let version = model.versions.of("d").next().map(|it| it.id.clone()).expect("a version");
        let outcome = super::super::super::Outcome::NoRoom;
        model.update(Event::Kept { id: version, known: None, value: String::new(), outcome });
        assert_eq!((model.versions.of("d").count(), model.not_stored), (1, false));
    }

    #[test]
    fn versions_are_compared_by_step() {
        let after = SMALL.replace("Forty people.", "Fifty people.").replace("\"minutes\": 2", "\"minutes\": 3");
        let changed = vec![("A queue to the corner".to_owned(), Became::Other)];
        assert_eq!(compared(SMALL, &after), (changed, true));
        assert_eq!(compared(SMALL, SMALL), (Vec::new(), false));
        let (found, _) = compared(SMALL, "{");
        assert_eq!(found.iter().map(|(_, became)| *became).collect::<Vec<_>>(), [Became::Gone; 2]);
    }
}
