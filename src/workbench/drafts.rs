//! The author's drafts, kept on this device: each under a key of its own, so that no text takes another's place.
//!
//! A draft that is replaced (by a file, by a story to start from, by another draft) stays in the list. Two windows on one
//! draft lose nothing either: a window replaces only what it knows, and what it does not know leads to a draft of its own.

mod windows;

use super::{Effect, Model, Notice, Outcome, PictureFile, Pictures, is_version};
use library::{Draft, Key};

/// The id of the draft that is made of the one text that was kept before there were drafts.
const FIRST: &str = "first";

/// How many drafts are kept; of more, the one that was left longest ago goes.
pub const MOST: usize = 30;

/// The drafts, and what this window knows of the one in the field.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Drafts {
    /// All of them, the one that was changed last first.
    pub list: Vec<Draft>,
    /// Their pictures.
    pub pictures: Pictures,
    /// The id of the one in the field; empty before the workbench has started.
    pub open: String,
    /// Whether another window has it open, too.
    pub elsewhere: bool,
    /// Whether another window has changed it since it was put into the field.
    pub changed_elsewhere: bool,
    /// Whether it was taken away in another window: then it is kept no more until its author asks for that.
    pub gone: bool,
    /// What is kept of it, as far as this window knows.
    known: Option<String>,
    /// The draft that it took the place of.
    before: Option<String>,
    /// A draft that was taken away last.
    taken_away: Option<Draft>,
    /// Drafts that found no room when they left the field: each its id, what is kept of it, and what is to be kept.
    refused: Vec<(String, Option<String>, String)>,
    /// Whether its author has changed it, or it is kept from an earlier visit: then nothing takes its place.
    own: bool,
    /// This window's word for itself.
    window: String,
    /// How many words and ids this window has made.
    made: u32,
}

impl Drafts {
    /// A word that no other window makes.
    fn new_id(&mut self) -> String {
        self.made += 1;
        format!("{}-{}", self.window, self.made)
    }

    fn find(&self, id: &str) -> Option<&Draft> {
        self.list.iter().find(|draft| draft.id == id)
    }

    /// Takes up what another window has kept of a draft; a newer game's is no draft of this list.
    fn take_up(&mut self, id: &str, value: &str) {
        match Draft::of(id, value) {
            Some(draft) => self.put(draft),
            None => self.list.retain(|draft| draft.id != id),
        }
    }

    /// Puts a draft into the list.
    fn put(&mut self, draft: Draft) {
        self.list.retain(|other| other.id != draft.id);
        let at = self.list.partition_point(|other| other.changed > draft.changed);
        self.list.insert(at, draft);
    }

    /// A name that no other draft has.
    fn name(&self, wanted: &str, id: &str) -> String {
        // Tabs and line ends are between the parts of what is kept.
        let wanted = wanted.replace(|letter: char| letter.is_control(), " ");
        let taken = |name: &str| self.list.iter().any(|draft| draft.id != id && draft.name == name);
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        std::iter::once(wanted.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(wanted)
    }

    /// Whether there was no room for something, and it is tried again.
    pub(super) fn is_refused(&self) -> bool {
        !self.refused.is_empty() || self.pictures.is_refused()
    }

    /// Whether what was put into the field last can be exchanged for what stood there before.
    pub fn can_go_back(&self) -> bool {
        self.before.is_some() && !self.own
    }
}

impl Model {
    /// Takes up what the browser keeps: the drafts, and which of them this window had open.
    pub(super) fn take_up_drafts(
        &mut self,
        kept: Vec<(String, String)>,
        open: Option<String>,
        window: String,
    ) -> Vec<Effect> {
        self.drafts = Drafts { window, ..Drafts::default() };
        let keys = kept.iter().map(|(key, _)| key.clone()).collect();
        let kept = library::Drafts::of(kept);
        self.drafts.pictures = Pictures::of(kept.pictures);
        let (versions, list) = kept.list.into_iter().partition(|draft| is_version(&draft.id));
        let forgotten = self.take_up_versions(versions, &keys);
        let mut effects = self.take_up_list(list, kept.first, open);
        effects.extend(forgotten);
        effects
    }

    fn take_up_list(
        &mut self,
        list: Vec<Draft>,
        first: Option<(String, Option<String>)>,
        open: Option<String>,
    ) -> Vec<Effect> {
        list.into_iter().for_each(|draft| self.drafts.put(draft));
        if let Some((text, stem)) = first
            && self.drafts.find(FIRST).is_none()
        {
            return self.take_up_first(text, stem);
        }
        let wanted = open.and_then(|open| self.drafts.find(&open)).or(self.drafts.list.first()).cloned();
        match wanted {
            Some(draft) => self.show(draft),
            None => self.show_new(),
        }
    }

    /// The text that was kept before there were drafts becomes one; its old place is given up once it is kept.
    fn take_up_first(&mut self, text: String, stem: Option<String>) -> Vec<Effect> {
        self.drafts.open = FIRST.into();
        self.drafts.own = true;
        let mut effects = self.put(text, stem);
        effects.extend(self.say_hello());
        effects
    }

    /// Puts a kept draft into the field.
    fn show(&mut self, draft: Draft) -> Vec<Effect> {
        let refused = self.drafts.refused.iter().position(|(id, ..)| *id == draft.id);
        let refused = refused.map(|at| self.drafts.refused.remove(at));
        let unkept = refused.is_some();
        self.drafts.known = refused.map_or_else(|| Some(draft.to_value()), |(_, known, _)| known);
        self.drafts.open = draft.id;
        self.drafts.own = true;
        let mut effects = self.put(draft.text, draft.stem);
        self.unkept = unkept;
        effects.extend(self.say_hello());
        effects
    }

    /// What is in the field is a draft of its own from now on.
    fn show_new(&mut self) -> Vec<Effect> {
        self.drafts.known = None;
        self.drafts.open = self.drafts.new_id();
        self.say_hello()
    }

    /// The same, with the pictures of the one that it was.
    fn show_copy(&mut self) -> Vec<Effect> {
        let before = self.drafts.open.clone();
        let effects = self.show_new();
        self.drafts.pictures.copy(&before, &self.drafts.open);
        effects
    }

    fn say_hello(&mut self) -> Vec<Effect> {
        let drafts = &mut self.drafts;
        (drafts.elsewhere, drafts.changed_elsewhere, drafts.gone) = (false, false, false);
        vec![Effect::Remember(drafts.open.clone()), self.tell("hello")]
    }

    /// Tells the other windows something of the draft in the field; no two words are the same, for a browser tells of
    /// changes alone.
    fn tell(&mut self, word: &str) -> Effect {
        self.drafts.made += 1;
        let Drafts { open, window, made, .. } = &self.drafts;
        Effect::Store(Key::Windows.to_text(), format!("{word} {open} {window} {made}"))
    }

    /// The page is left: what is not kept yet is, and the other windows hear of it.
    pub(super) fn leave(&mut self) -> Vec<Effect> {
        let mut effects = self.keep();
        if !self.drafts.open.is_empty() {
            effects.push(self.tell("bye"));
        }
        effects
    }

    /// Puts another text into the field: as a draft of its own where what stands there is its author's, in its place
    /// where that was put there by a click and never changed.
    pub(super) fn replace(&mut self, text: String, stem: Option<String>) -> Vec<Effect> {
        self.replace_with(text, stem, Vec::new())
    }

    /// The same, of a text that has pictures.
    pub(super) fn replace_with(
        &mut self,
        text: String,
        stem: Option<String>,
        pictures: Vec<PictureFile>,
    ) -> Vec<Effect> {
        let mut effects = self.keep();
        self.drafts.taken_away = None;
        if !self.is_blank() && (self.drafts.own || self.drafts.elsewhere) {
            self.drafts.before = Some(self.drafts.open.clone());
            effects.push(self.tell("bye"));
            effects.extend(self.show_new());
        }
        let open = self.drafts.open.clone();
        effects.extend(self.drafts.pictures.put(&open, pictures));
        effects.extend(self.put(text, stem));
        self.drafts.own = false;
        self.notice = self.drafts.before.is_some().then_some(Notice::Replaced);
        effects
    }

    /// Opens a draft of the list; what stands in the field stays in the list.
    pub(super) fn open_draft(&mut self, id: &str) -> Vec<Effect> {
        let mut effects = self.keep();
        self.drafts.taken_away = None;
        let Some(draft) = self.drafts.find(id).cloned() else { return effects };
        self.drafts.before = (id != self.drafts.open && !self.is_blank()).then(|| self.drafts.open.clone());
        effects.push(self.tell("bye"));
        effects.extend(self.show(draft));
        effects
    }

    /// Back to what was replaced, or what was taken away.
    pub(super) fn bring_back(&mut self) -> Vec<Effect> {
        if let Some(draft) = self.drafts.taken_away.take() {
            self.notice = None;
            let effect = Effect::KeepDraft { id: draft.id.clone(), known: None, value: draft.to_value() };
            self.drafts.put(draft);
            let pictures = self.drafts.pictures.keep(&self.drafts.list);
            return std::iter::once(effect).chain(pictures).collect();
        }
        let Some(before) = self.drafts.before.take() else { return Vec::new() };
        let (left, own) = (self.drafts.open.clone(), self.drafts.own);
        let mut effects = self.open_draft(&before);
        self.drafts.before = None;
        if !own && left != before {
            // It came by a click, and can come again.
            self.drafts.list.retain(|draft| draft.id != left);
            effects.push(Effect::Forget(Draft::key(&left)));
            effects.extend(self.drafts.pictures.take_away(&left, true));
        }
        effects
    }

    /// Takes a draft off the list.
    pub(super) fn take_away(&mut self, id: &str) -> Vec<Effect> {
        let Some(draft) = self.drafts.find(id).filter(|draft| draft.id != self.drafts.open).cloned() else {
            return Vec::new();
        };
        self.drafts.list.retain(|other| other.id != id);
        if self.drafts.before.as_deref() == Some(id) {
            self.drafts.before = None;
        }
        self.notice = Some(Notice::TakenAway(draft.name.clone()));
        self.drafts.taken_away = Some(draft);
        let mut effects = vec![Effect::Forget(Draft::key(id)), Effect::Focus(".drafts summary")];
        effects.extend(self.drafts.pictures.take_away(id, false));
        effects
    }

    /// The author has changed what is in the field.
    pub(super) fn touch(&mut self) {
        self.drafts.own = true;
    }

    /// Keeps the text, where it has changed.
    pub(super) fn keep(&mut self) -> Vec<Effect> {
        let refused = std::mem::take(&mut self.drafts.refused).into_iter();
        let mut effects: Vec<Effect> =
            refused.map(|(id, known, value)| Effect::KeepDraft { id, known, value }).collect();
        let open = !self.drafts.open.is_empty() && !self.drafts.gone && std::mem::take(&mut self.unkept);
        if open && (!self.is_blank() || self.drafts.known.is_some()) {
            self.keep_open(&mut effects);
        }
        // A draft that is kept comes before its pictures.
        effects.extend(self.drafts.pictures.keep(&self.drafts.list));
        effects
    }

    /// Keeps the draft in the field.
    fn keep_open(&mut self, effects: &mut Vec<Effect>) {
        let id = self.drafts.open.clone();
        let name = self.drafts.name(&self.title(), &id);
        let draft = Draft { id, name, stem: self.stem.clone(), changed: self.now, text: self.text.clone() };
        let (id, value) = (draft.id.clone(), draft.to_value());
        let known = self.drafts.known.clone();
        self.drafts.put(draft);
        effects.push(Effect::KeepDraft { id, known, value });
        while self.drafts.list.len() > MOST {
            let oldest = self
                .drafts
                .list
                .iter()
                .rposition(|draft| draft.id != self.drafts.open && Some(&draft.id) != self.drafts.before.as_ref());
            let Some(oldest) = oldest else { break };
            let oldest = self.drafts.list.remove(oldest).id;
            effects.push(Effect::Forget(Draft::key(&oldest)));
            effects.extend(self.drafts.pictures.take_away(&oldest, true));
        }
    }

    /// Hears what came of keeping a draft.
    pub(super) fn kept(&mut self, id: &str, known: Option<String>, value: String, outcome: Outcome) -> Vec<Effect> {
        if is_version(id) {
            // A version is what can be done without; the draft itself says where there is no room.
            if !matches!(outcome, Outcome::Kept) {
                self.versions.forget(id);
            }
            return Vec::new();
        }
        match outcome {
            Outcome::Kept => {
                self.not_stored = self.drafts.is_refused();
                if id == self.drafts.open {
                    self.drafts.known = Some(value);
                }
                let first = (id == FIRST).then_some([Key::FirstDraft, Key::FirstDraftFile]);
                first.into_iter().flatten().map(|key| Effect::Forget(key.to_text())).collect()
            }
            Outcome::NoRoom => {
                self.not_stored = true;
                if id == self.drafts.open {
                    // The next change tries again, and so does leaving.
                    self.unkept = true;
                } else {
                    self.drafts.refused.push((id.to_owned(), known, value));
                }
                Vec::new()
            }
            Outcome::Changed(None) if id == self.drafts.open => {
                self.drafts.list.retain(|draft| draft.id != id);
                (self.drafts.gone, self.unkept) = (true, true);
                Vec::new()
            }
            Outcome::Changed(Some(value)) if id == self.drafts.open => {
                self.drafts.take_up(id, &value);
                self.part()
            }
            Outcome::Changed(_) => Vec::new(),
        }
    }
}
