//! What the studio knows, and what each event does to it.

use super::super::{Effect, Event, Model};
use super::begin::{self, RESPONSE, STEP, free, slug};
use super::map::{responses, steps};
use super::{Drop, Facts, Map, Studio, lines};
use document::{Document, Edit, History, Name, Patch, Path, Splice, Target, Value};
use scenario::Outcome;
use std::rc::Rc;

/// A view of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// The text, with what is wrong and what it does beside it.
    #[default]
    Text,
    /// The map, with the card of what is picked.
    Map,
    /// What the story is as a whole, and how it ends.
    Story,
    /// The people, and what a run remembers.
    People,
    /// The drafts, and the versions of the open one.
    Shelf,
}

impl View {
    /// All of them, in the order in which they are shown.
    pub const ALL: [View; 5] = [View::Shelf, View::Map, View::Story, View::People, View::Text];

    /// The name that the style knows it by.
    pub fn name(self) -> &'static str {
        match self {
            View::Text => "text",
            View::Map => "map",
            View::Story => "story",
            View::People => "people",
            View::Shelf => "shelf",
        }
    }
}

/// What is open in a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A step, by its id.
    Step(String),
    /// An ending.
    Ending(Outcome),
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which place it was to change; `None` where it is told above all.
    pub at: Option<Path>,
    /// Why not, and what helps.
    pub why: String,
}

/// What the studio knows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Editing {
    /// The view that is shown.
    pub view: View,
    /// Whether the text stands beside the map.
    pub beside: bool,
    /// The text as it was when it was last taken up.
    pub document: Rc<Document>,
    /// What was done to it.
    pub history: History,
    /// What is open in a card.
    pub picked: Option<Pick>,
    /// How often something else was opened.
    pub opened: u32,
    /// Why the last thing was not done.
    pub refused: Option<Refusal>,
    /// How often something was refused.
    pub refusals: u32,
    /// What was taken back or done again last.
    pub said: String,
    /// The map.
    pub map: Rc<Map>,
    /// What is proved of the steps.
    pub facts: Rc<Facts>,
    /// What is looked for on the map.
    pub find: String,
    /// The version that the text is compared with, by its id.
    pub compared: Option<String>,
    /// The player of habit whose way is shown, by the place in [`scenario::Persona::ALL`].
    pub followed: Option<usize>,
    /// A way that is dragged.
    pub drag: Option<Drop>,
    /// The text that is being typed.
    pub(super) typing: Option<Path>,
    /// Whether the text's field does not hold the text yet.
    pub(super) field_behind: bool,
}

impl Editing {
    /// Whether a text is being typed in a form.
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }
}

impl Model {
    /// Opens something else in the card.
    pub(super) fn open_pick(&mut self, pick: Option<Pick>) {
        if self.editing.picked != pick {
            self.editing.picked = pick;
            self.editing.opened += 1;
        }
        self.look_at_picked();
    }

    /// What each event does to the studio. Never fails: what does not fit is refused, and said.
    pub(in super::super) fn studio(&mut self, event: Studio) -> Vec<Effect> {
        let typed = matches!(event, Studio::Type(..) | Studio::Find(_) | Studio::Over(_));
        if !typed {
            self.take_up_text();
            self.editing.said.clear();
            self.editing.refused = None;
        }
        match event {
            Studio::View(view) => self.show_view(view),
            Studio::Beside => {
                self.editing.beside = !self.editing.beside;
                self.fill_field()
            }
            Studio::Undo => self.step_through_history(false),
            Studio::Redo => self.step_through_history(true),
            Studio::Pick(pick) => self.pick(pick),
            Studio::Type(path, text) => self.type_text(path, &text),
            Studio::Left => self.leave_field(),
            Studio::Number(path, text) => self.set_number(&path, &text),
            Studio::Nudge(path, by) => {
                let number = self.editing.document.read::<i32>(&path).value().unwrap_or_default();
                self.put_number(&path, number.saturating_add(by))
            }
            Studio::Choose(path, name) if name.is_empty() => self.edit(&Edit::Unset { path }, WORDS.chose),
            Studio::Choose(path, name) => self.edit(&Edit::set(path, name), WORDS.chose),
            Studio::Speaker(path, who) => self.set_speaker(&path, who),
            Studio::Toggle(path, name) => self.toggle(&path, name),
            Studio::When(path, condition) => self.set_condition(path, &condition),
            Studio::Lead(way, to) => self.lead(&way, to),
            Studio::Branch(next) => self.branch(&next),
            Studio::Push(list, value) => self.push(&list, value),
            Studio::Remove(path) => self.remove(path),
            Studio::Move(path, to) => self.shift(path, to),
            Studio::Remember(response, text) => self.remember(&response, &text),
            Studio::NewStep => self.new_step(),
            Studio::Insert(way) => self.insert_step(&way),
            Studio::RemoveStep(id) => self.remove_step(id),
            Studio::NewResponse(step, stance) => {
                let map = Path::step(&step).key("responses");
                let id = free(&self.editing.document, &map, RESPONSE);
                let to = self.onward(&step);
                let effects = self.edit(&Edit::add(map, &id, begin::response(stance, Some(&to))), WORDS.new_response);
                self.then_focus(effects, ".card .response:last-child textarea")
            }
            Studio::Tell(ending) => self.tell_otherwise(&ending),
            Studio::Rename(name, to) => self.rename(name, to.trim()),
            Studio::NewPerson(name) => self.new_person(&name),
            Studio::NewFlag(text) => self.new_flag(&text).map(|(_, effects)| effects).unwrap_or_default(),
            Studio::Find(words) => {
                self.editing.find = words;
                Vec::new()
            }
            Studio::KeepVersion(name) => self.keep_version(&name),
            Studio::Compare(id) => {
                let now = self.editing.compared.take();
                self.editing.compared = Some(id).filter(|id| now.as_ref() != Some(id));
                Vec::new()
            }
            Studio::BringBack(id) => self.bring_version_back(&id),
            Studio::Follow(habit) => {
                self.editing.followed = habit;
                Vec::new()
            }
            Studio::FindNext => self.find_next(),
            Studio::Walk(to) => self.walk(to),
            Studio::Grab(way) => {
                self.editing.drag = Some(Drop { way, over: String::new(), refused: None });
                Vec::new()
            }
            Studio::Over(over) => self.drag_over(over),
            Studio::LetGo => self.let_go(),
            Studio::GiveUp => {
                self.editing.drag = None;
                Vec::new()
            }
        }
    }

    /// Opens a card, or closes it.
    fn pick(&mut self, pick: Option<Pick>) -> Vec<Effect> {
        self.trial = None;
        self.open_pick(pick);
        match &self.editing.picked {
            Some(_) => vec![Effect::CentreMap, Effect::Focus("#card")],
            None => vec![Effect::Focus(".map")],
        }
    }

    /// Looks at the step that is picked, so that it can be played from.
    pub(super) fn look_at_picked(&mut self) {
        let known = match &self.editing.picked {
            Some(Pick::Step(id)) => self.editing.facts.steps.get(id).map(|known| known.place),
            _ => None,
        };
        if known != self.look.map(|look| look.0) {
            // What it asks for is a focus elsewhere.
            let _ = self.look_at(known);
        }
    }

    /// Where a new answer of a step leads: where its first does, or to the end.
    pub(super) fn onward(&self, step: &str) -> String {
        let node = self.editing.document.node(&Path::step(step));
        let first = node.and_then(|step| responses(step).next());
        let targets = first.map(|(_, response)| super::map::targets(response)).unwrap_or_default();
        targets.last().map_or_else(|| Target::End.to_string(), |to| (*to).to_owned())
    }

    fn new_step(&mut self) -> Vec<Effect> {
        let map = Path::root().key("steps");
        let id = free(&self.editing.document, &map, STEP);
        let step = begin::step(WORDS.new_step_title, Some("end"));
        if self.is_blank() {
            let inserted = begin::story(&id, WORDS.new_step_title);
            let removed = self.text.clone();
            let whole = Edit::Patch(Patch::of([Splice { at: 0, removed, inserted }]));
            let effects = self.edit(&whole, WORDS.new_step);
            return self.open_new(id, effects);
        }
        let is_first = steps(&self.editing.document).is_empty();
        let mut edits = vec![Edit::Set { path: map.key(&id), value: step }];
        edits.extend(is_first.then(|| Edit::set(Path::root().key("start"), &*id)));
        let effects = self.edit(&Edit::All(edits), WORDS.new_step);
        self.open_new(id, effects)
    }

    fn insert_step(&mut self, way: &Path) -> Vec<Effect> {
        let id = free(&self.editing.document, &Path::root().key("steps"), STEP);
        let step = begin::step(WORDS.new_step_title, None);
        let effects = self.edit(&Edit::InsertStep { on: way.clone(), id: id.clone(), step }, WORDS.new_step);
        self.open_new(id, effects)
    }

    /// What is proved of the steps has come.
    pub(in super::super) fn take_up_facts(&mut self) {
        let facts = self.plan.as_deref().map(Facts::of).unwrap_or_default();
        if facts != *self.editing.facts {
            self.editing.facts = Rc::new(facts);
        }
        if self.editing.view == View::Map {
            self.look_at_picked();
        }
    }

    /// Opens the card of a step that was just made.
    pub(super) fn open_new(&mut self, id: String, mut effects: Vec<Effect>) -> Vec<Effect> {
        if self.editing.refused.is_none() {
            self.trial = None;
            self.open_pick(Some(Pick::Step(id)));
            effects.extend([Effect::CentreMap, Effect::Focus("#card-title input")]);
        }
        effects
    }

    pub(super) fn then_focus(&self, mut effects: Vec<Effect>, selector: &'static str) -> Vec<Effect> {
        if self.editing.refused.is_none() {
            effects.push(Effect::Focus(selector));
        }
        effects
    }

    /// Takes a step out. What led to it leads where its first answer did.
    fn remove_step(&mut self, id: String) -> Vec<Effect> {
        let onward = self.onward(&id);
        let is_start = self.editing.document.read::<&str>(&Path::root().key("start")).value() == Some(&*id);
        let others = || steps(&self.editing.document).into_iter().map(|(other, _)| other).find(|other| *other != id);
        let ways = match Target::of(&onward) {
            Target::Step(to) if to != id => Some(Target::Step(to)),
            // A story begins at a step, whatever else led here.
            _ if is_start => others().map(|other| Target::Step(other.to_owned())),
            Target::Step(_) => Some(Target::End),
            end => Some(end),
        };
        let effects = self.edit(&Edit::RemoveStep { id, ways }, WORDS.removed_step);
        if self.editing.refused.is_none() {
            self.open_pick(None);
        }
        self.then_focus(effects, ".map")
    }

    fn rename(&mut self, name: Name, to: &str) -> Vec<Effect> {
        let before = self.editing.picked.clone();
        // The card of what is renamed stays open.
        self.editing.picked = self.renamed_pick(&name, to).or(before.clone());
        let effects = self.edit(&Edit::Rename { name, to: to.to_owned() }, WORDS.renamed);
        if self.editing.refused.is_some() {
            self.editing.picked = before;
        }
        effects
    }

    /// What is picked once something has another id, where that is what is picked.
    pub(super) fn renamed_pick(&self, name: &Name, to: &str) -> Option<Pick> {
        match (name, &self.editing.picked) {
            (Name::Step(id), Some(Pick::Step(picked))) if id == picked => Some(Pick::Step(to.to_owned())),
            _ => None,
        }
    }

    fn new_person(&mut self, name: &str) -> Vec<Effect> {
        let name = lines::cleaned(name);
        let name = name.trim();
        if name.is_empty() {
            return Vec::new();
        }
        let first = name.split_whitespace().next().unwrap_or(name);
        let map = Path::root().key("cast");
        let id = free(&self.editing.document, &map, &slug(first, '-').unwrap_or_else(|| "person".into()));
        let member = Value::object([("name", Value::text(name)), ("role", lines::to_write())]);
        let effects = self.edit(&Edit::Set { path: map.key(&id), value: member }, WORDS.new_person);
        self.then_focus(effects, ".people li:last-child input")
    }

    /// Adds a flag that says a text, and gives its id.
    pub(super) fn new_flag(&mut self, text: &str) -> Option<(String, Vec<Effect>)> {
        let text = lines::cleaned(text);
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let map = Path::root().key("flags");
        let id = free(&self.editing.document, &map, &super::change::flag_id(text));
        let effects = self.edit(&Edit::Set { path: map.key(&id), value: Value::text(text) }, WORDS.new_flag);
        self.editing.refused.is_none().then_some((id, effects))
    }

    /// Shows the text's view.
    pub(in super::super) fn show_text(&mut self) -> Vec<Effect> {
        if self.editing.view == View::Text || self.editing.beside && self.editing.view == View::Map {
            return self.fill_field();
        }
        self.show_view(View::Text)
    }

    fn show_view(&mut self, view: View) -> Vec<Effect> {
        self.editing.view = view;
        self.trial = None;
        self.editing.drag = None;
        let mut effects = self.leave_field();
        self.redraw_map();
        effects.extend(self.fill_field());
        if view == View::Map && self.editing.picked.is_none() {
            effects.push(Effect::CentreMap);
        }
        effects
    }

    /// The typing has paused: what was typed in the text is a change, and what is shown follows.
    pub(in super::super) fn pause(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.editing.typing.is_none() {
            self.take_up_text();
        } else {
            effects.extend(self.fill_field());
        }
        if self.editing.view == View::Map {
            self.redraw_map();
        }
        effects.extend(self.keep());
        effects
    }
}

static WORDS: &super::words::Words = &super::words::ENGLISH;

/// An event of the studio.
impl From<Studio> for Event {
    fn from(event: Studio) -> Self {
        Event::Studio(event)
    }
}
