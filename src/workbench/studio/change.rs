//! Changes of the text: each is made in the document, can be undone, and goes on to the check and to the text's field.

use super::super::{Effect, Model};
use super::begin::{free, slug};
use super::lines::{cleaned, to_write};
use super::map::Map;
use super::words::ENGLISH as WORDS;
use super::{Move, Pick, Refusal, View, begin};
use document::{Condition, Document, Edit, Line, Links, Next, Node, Patch, Path, Segment, Splice, Target, Value, Way};
use scenario::SyntaxKind;
use std::rc::Rc;

/// The key of a segment.
pub(super) fn key(segment: &Segment) -> Option<&str> {
    match segment {
        Segment::Key(key) => Some(key),
        Segment::At(_) => None,
    }
}

/// Whether a path leads to a line of a text.
pub(super) fn is_line(path: &Path) -> bool {
    let lists = ["situation", "consequence", "note", "story"];
    let list = path.parent().filter(|_| matches!(path.last(), Some(Segment::At(_))));
    list.is_some_and(|list| list.last().and_then(key).is_some_and(|key| lists.contains(&key)))
}

/// The id of a flag that says a text to the player: without the `You` that all of them begin with.
pub(super) fn flag_id(text: &str) -> String {
    let said = text.strip_prefix("You ").unwrap_or(text);
    slug(said, '_').unwrap_or_else(|| "flag".into())
}

impl Model {
    /// Takes up what was typed in the text's field as a change of its own.
    pub(super) fn take_up_text(&mut self) {
        if self.editing.document.text() == self.text {
            return;
        }
        let editing = &mut self.editing;
        editing.typing = None;
        let patch = between(editing.document.text(), &self.text);
        let document = Rc::make_mut(&mut editing.document);
        if editing.history.apply(document, &Edit::Patch(patch), WORDS.typed).is_err() {
            // A patch between two texts fits the first; where it does not, the text counts.
            *document = Document::new(self.text.clone());
            editing.history = Default::default();
        }
        self.forget_gone();
    }

    /// Another text stands in the field: its history begins.
    pub(in super::super) fn edit_anew(&mut self) {
        let editing = &mut self.editing;
        editing.document = Rc::new(Document::new(self.text.clone()));
        editing.history = Default::default();
        (editing.picked, editing.refused, editing.typing, editing.drag) = (None, None, None, None);
        editing.said.clear();
        editing.facts = Rc::default();
        editing.field_behind = false;
        if editing.view != View::Text {
            editing.map = Rc::new(Map::of(&editing.document));
        }
    }

    /// Makes a change, as one that is undone alone.
    pub(super) fn edit(&mut self, edit: &Edit, label: &'static str) -> Vec<Effect> {
        let editing = &mut self.editing;
        editing.typing = None;
        match editing.history.apply(Rc::make_mut(&mut editing.document), edit, label) {
            Ok(patch) if patch.is_empty() => Vec::new(),
            Ok(_) => self.go_on(),
            Err(why) => self.refuse(None, why.to_string()),
        }
    }

    /// Refuses a change, and says why.
    pub(super) fn refuse(&mut self, at: Option<Path>, why: String) -> Vec<Effect> {
        self.editing.refusals += 1;
        let is_placed = at.is_some();
        self.editing.refused = Some(Refusal { at, why });
        if is_placed { vec![Effect::Focus(".studio [data-refused]")] } else { Vec::new() }
    }

    /// The document has changed: the text is its text, is checked and kept, and what is shown follows.
    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        let mut effects = self.change_text();
        self.forget_gone();
        self.redraw_map();
        effects.extend(self.fill_field());
        effects
    }

    pub(super) fn change_text(&mut self) -> Vec<Effect> {
        self.editing.document.text().clone_into(&mut self.text);
        self.unkept = true;
        self.editing.field_behind = true;
        self.touch();
        let mut effects = self.ask();
        effects.push(Effect::KeepSoon);
        effects
    }

    /// Puts the text into its field, where it is seen and does not hold it yet.
    pub(super) fn fill_field(&mut self) -> Vec<Effect> {
        let editing = &mut self.editing;
        let is_seen = editing.view == View::Text || editing.beside && editing.view == View::Map;
        if !is_seen || !std::mem::take(&mut editing.field_behind) {
            return Vec::new();
        }
        vec![Effect::PutText(self.text.clone())]
    }

    /// Draws the map anew, where it is another.
    pub(super) fn redraw_map(&mut self) {
        if self.editing.view == View::Text {
            return;
        }
        let map = Map::of(&self.editing.document);
        if map != *self.editing.map {
            self.editing.map = Rc::new(map);
        }
    }

    /// Closes the card of what is no longer there.
    fn forget_gone(&mut self) {
        let gone = match &self.editing.picked {
            Some(Pick::Step(id)) => self.editing.document.node(&Path::step(id)).is_none(),
            _ => false,
        };
        if gone {
            self.open_pick(None);
        }
    }

    /// Undoes the last change, or does again what was undone.
    pub(super) fn step_through_history(&mut self, again: bool) -> Vec<Effect> {
        let editing = &mut self.editing;
        editing.typing = None;
        let document = Rc::make_mut(&mut editing.document);
        let done = if again { editing.history.redo(document) } else { editing.history.undo(document) };
        let change = match done {
            Ok(Some(change)) => change,
            Ok(None) => return Vec::new(),
            Err(why) => return self.refuse(None, why.to_string()),
        };
        let words = if again { WORDS.redone } else { WORDS.undone };
        editing.said = crate::words::fill(words, &[("change", &change.label)]);
        // The card shows where it was.
        let place = change.patch.splices().first().map(|splice| editing.document.node_at(splice.at));
        let step = place.and_then(Node::step_id).map(str::to_owned);
        if let Some(step) = step.filter(|_| editing.view == View::Map) {
            self.open_pick(Some(Pick::Step(step)));
        }
        let effects = self.go_on();
        self.look_at_picked();
        effects
    }

    /// Sets a condition. A line that has none is a text, and becomes one again.
    pub(super) fn set_condition(&mut self, path: Path, condition: &Condition) -> Vec<Effect> {
        let line = path.parent().filter(is_line);
        let edit = match line.and_then(|line| Some((self.editing.document.read::<Line>(&line).value()?, line))) {
            Some((now, path)) => {
                let when = Some(condition.clone()).filter(|condition| !condition.is_always());
                Edit::Set { path, value: Value::from(&Line { when, ..now }) }
            }
            None => Edit::condition(path, condition),
        };
        self.edit(&edit, WORDS.condition)
    }

    pub(super) fn set_speaker(&mut self, path: &Path, who: String) -> Vec<Effect> {
        let Some(line) = self.editing.document.read::<Line>(path).value() else { return Vec::new() };
        let who = Some(who).filter(|who| !who.is_empty());
        let mood = line.mood.clone().filter(|_| who.is_some());
        let line = Line { who, mood, ..line };
        self.edit(&Edit::Set { path: path.clone(), value: Value::from(&line) }, WORDS.speaker)
    }

    pub(super) fn toggle(&mut self, list: &Path, name: String) -> Vec<Effect> {
        if name.is_empty() {
            return Vec::new();
        }
        let names: Vec<String> = self.editing.document.read(list).value().unwrap_or_default();
        match names.iter().position(|it| *it == name) {
            Some(_) if names.len() == 1 => self.edit(&Edit::Unset { path: list.clone() }, WORDS.listed),
            Some(at) => self.edit(&Edit::Remove { path: list.clone().at(at) }, WORDS.listed),
            None => self.push(list, Value::text(name)),
        }
    }

    /// Puts a value at the end of a list, which is made where there is none.
    pub(super) fn push(&mut self, list: &Path, value: Value) -> Vec<Effect> {
        let is_there = self.editing.document.node(list).is_some_and(|node| node.kind() == SyntaxKind::List);
        let edit = match is_there {
            true => Edit::push(list.clone(), value),
            false => Edit::Set { path: list.clone(), value: Value::List(vec![value]) },
        };
        self.edit(&edit, WORDS.added)
    }

    /// Takes a value out; of a list that may be missing, the list with its last.
    pub(super) fn remove(&mut self, path: Path) -> Vec<Effect> {
        let list = path.parent().filter(|list| {
            let node = self.editing.document.node(list);
            let required = matches!(list.last().and_then(key), Some("situation" | "consequence" | "story" | "next"));
            node.is_some_and(|node| node.kind() == SyntaxKind::List && node.len() == 1) && !required
        });
        let effects = self.edit(&list.map_or(Edit::Remove { path }, |path| Edit::Unset { path }), WORDS.removed);
        self.then_focus(effects, "#card")
    }

    pub(super) fn shift(&mut self, path: Path, to: Move) -> Vec<Effect> {
        let Some(node) = self.editing.document.node(&path) else { return Vec::new() };
        let (at, last) = (node.place(), node.parent().map_or(0, Node::len).saturating_sub(1));
        let to = match to {
            Move::Up | Move::Before => at.saturating_sub(1),
            Move::Down | Move::Behind => (at + 1).min(last),
        };
        if to == at { Vec::new() } else { self.edit(&Edit::Move { path, to }, WORDS.moved) }
    }

    /// Lets a response set a flag: one that there is, or one that says this text.
    pub(super) fn remember(&mut self, response: &Path, text: &str) -> Vec<Effect> {
        let text = cleaned(text);
        let text = text.trim();
        if text.is_empty() {
            return Vec::new();
        }
        let flags = Path::root().key("flags");
        let id = free(&self.editing.document, &flags, &flag_id(text));
        let sets = response.clone().key("sets");
        let mut edits = vec![Edit::Set { path: flags.key(&id), value: Value::text(text) }];
        edits.push(match self.editing.document.node(&sets) {
            Some(_) => Edit::push(sets, &*id),
            None => Edit::Set { path: sets, value: Value::List(vec![Value::text(id)]) },
        });
        self.edit(&Edit::All(edits), WORDS.remembered)
    }

    /// Lets a way lead elsewhere, unless a run could go round for ever then.
    pub(super) fn lead(&mut self, way: &Path, to: String) -> Vec<Effect> {
        if to.is_empty() {
            return self.lead_to_new(way);
        }
        let target = Target::of(&to);
        if let Err(why) = Links::of(&self.editing.document).check(way, &target) {
            return self.refuse(Some(way.clone()), why.to_string());
        }
        self.edit(&Edit::link(way.clone(), &target), WORDS.led)
    }

    /// A new step, to which a way leads; its answers lead where the way led.
    fn lead_to_new(&mut self, way: &Path) -> Vec<Effect> {
        let steps = Path::root().key("steps");
        let id = free(&self.editing.document, &steps, begin::STEP);
        let before = self.editing.document.read::<String>(way).value().unwrap_or_else(|| "end".into());
        let from = way.step_id().and_then(|id| self.editing.document.node(&Path::step(id)));
        let step = begin::step(WORDS.new_step_title, Some(&before));
        let at = from.map(|from| from.place() + 1);
        let edits = vec![Edit::set(way.clone(), &*id), Edit::Add { to: steps, key: Some(id.clone()), at, value: step }];
        let effects = self.edit(&Edit::All(edits), WORDS.new_step);
        self.open_new(id, effects)
    }

    /// Lets a response lead one of two ways: by a condition that is to be said, and where it led.
    pub(super) fn branch(&mut self, next: &Path) -> Vec<Effect> {
        let Some(now) = self.editing.document.read::<Next>(next).value() else { return Vec::new() };
        let first =
            Condition { management: document::Bounds { at_least: Some(5), at_most: None }, ..Condition::default() };
        let ways = match now {
            Next::Plain(to) => {
                vec![Way { when: Some(first), to: Some(to.clone()) }, Way { when: None, to: Some(to) }]
            }
            Next::Branches(mut ways) => {
                let to = ways.last().and_then(|last| last.to.clone());
                let at = ways.len().saturating_sub(1);
                ways.insert(at, Way { when: Some(first), to });
                ways
            }
        };
        self.edit(&Edit::next(next.clone(), &Next::Branches(ways)), WORDS.led)
    }

    /// Lets an ending be told in another way before the others, where the run broke.
    pub(super) fn tell_otherwise(&mut self, ending: &Path) -> Vec<Effect> {
        let telling = Value::object([
            ("when", Value::object([("broke", Value::Bool(true))])),
            ("title", to_write()),
            ("story", Value::list([to_write()])),
            ("lesson", to_write()),
        ]);
        self.edit(&Edit::Add { to: ending.clone(), key: None, at: Some(0), value: telling }, WORDS.added)
    }
}

/// The change from one text to another: the one piece in which they differ.
fn between(from: &str, to: &str) -> Patch {
    let (one, other) = (from.as_bytes(), to.as_bytes());
    let mut start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    while !from.is_char_boundary(start) || !to.is_char_boundary(start) {
        start -= 1;
    }
    let most = one.len().min(other.len()) - start;
    let mut end = one.iter().rev().zip(other.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    while !from.is_char_boundary(from.len() - end) || !to.is_char_boundary(to.len() - end) {
        end -= 1;
    }
    let piece = |text: &str| text.get(start..text.len() - end).unwrap_or_default().to_owned();
    Patch::of([Splice { at: start, removed: piece(from), inserted: piece(to) }])
}
