//! What windows of the workbench do to each other's drafts.

use super::super::{Effect, Model, Notice, is_version};
use library::{Draft, Key};

impl Model {
    /// What is in the field becomes a draft of its own: another window has changed the one that it came from.
    pub(super) fn part(&mut self) -> Vec<Effect> {
        let mut effects = self.show_copy();
        self.unkept = true;
        effects.extend(self.keep());
        let name = self.drafts.list.first().map(|draft| draft.name.clone()).unwrap_or_default();
        self.notice = Some(Notice::Parted(name));
        effects
    }

    /// Keeps a draft that was taken away in another window after all.
    pub(in super::super) fn keep_after_all(&mut self) -> Vec<Effect> {
        let mut effects = self.show_copy();
        self.unkept = true;
        effects.extend(self.keep());
        effects.push(Effect::Focus("#author-text"));
        effects
    }

    /// Shows the draft in the field as another window left it; what stands there is kept first, if it is not yet.
    pub(in super::super) fn show_newer(&mut self) -> Vec<Effect> {
        let open = self.drafts.open.clone();
        let mut effects = Vec::new();
        if self.unkept {
            effects = self.part();
        }
        if let Some(draft) = self.drafts.find(&open).cloned() {
            effects.extend(self.show(draft));
            effects.push(Effect::Focus("#author-text"));
        }
        effects
    }

    /// Hears what another window keeps under a key.
    pub(in super::super) fn heard(&mut self, key: &str, value: Option<String>) -> Vec<Effect> {
        let key = key.parse();
        if let Ok(Key::Draft(id)) = &key {
            if is_version(id) {
                match value.and_then(|value| Draft::of(id, &value)) {
                    Some(version) => self.versions.put(version),
                    None => self.versions.forget(id),
                }
                return Vec::new();
            }
            let is_open = *id == self.drafts.open;
            match value {
                Some(value) => {
                    self.drafts.changed_elsewhere |= is_open && self.drafts.known.as_ref() != Some(&value);
                    self.drafts.take_up(id, &value);
                }
                None => {
                    self.drafts.gone |= is_open && self.drafts.known.is_some();
                    self.drafts.list.retain(|draft| draft.id != *id);
                }
            }
            return Vec::new();
        }
        if let (Ok(Key::Picture(draft, file)), Some(value)) = (&key, &value) {
            self.drafts.pictures.take_up(draft, file, value);
            return Vec::new();
        }
        let words: Vec<&str> = value.as_deref().unwrap_or_default().split(' ').collect();
        match (key, &words[..]) {
            (Ok(Key::Windows), [word, id, window, _]) if *id == self.drafts.open && *window != self.drafts.window => {
                self.drafts.elsewhere = *word != "bye";
                if *word == "hello" { vec![self.tell("here")] } else { Vec::new() }
            }
            _ => Vec::new(),
        }
    }
}
