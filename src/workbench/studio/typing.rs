//! What is typed into the studio's fields: texts, key by key, and numbers.

use super::super::{Effect, Model};
use super::begin::{self, RESPONSE, STEP, free, slug};
use super::change::{is_line, key};
use super::lines::{self, cleaned, lines_of, words_of};
use super::words::ENGLISH as WORDS;
use document::{Edit, Line, Name, Path, Segment, Value};
use scenario::schema::Kind;
use std::rc::Rc;

/// The last keys of texts that a file need not have.
const OPTIONAL: [&str; 5] = ["moment", "notes", "why", "scene", "face"];

impl Model {
    /// Takes what was typed into a text. Several lines in a list of lines become as many.
    pub(super) fn type_text(&mut self, path: Path, text: &str) -> Vec<Effect> {
        let text = cleaned(text);
        if self.editing.typing.as_ref() != Some(&path) {
            self.take_up_text();
        }
        let document = &self.editing.document;
        if text.contains('\n') && is_line(&path) {
            return self.type_lines(&path, &text);
        }
        // A line has its words in it, or is its words.
        let own = if is_line(&path) { words_of(document, &path) } else { path.clone() };
        let text = text.replace('\n', " ");
        let edit = match text.trim().is_empty() {
            true if own.last().and_then(key).is_some_and(|key| OPTIONAL.contains(&key)) => Edit::Unset { path: own },
            true => Edit::Set { path: own, value: super::lines::to_write() },
            false => Edit::set(own, text),
        };
        let editing = &mut self.editing;
        let goes_on = editing.typing.replace(path) == editing.typing;
        let document = Rc::make_mut(&mut editing.document);
        let done = match goes_on {
            true => editing.history.extend(document, &edit, WORDS.wrote),
            false => editing.history.apply(document, &edit, WORDS.wrote),
        };
        match done {
            Ok(patch) if patch.is_empty() => Vec::new(),
            Ok(_) => self.change_text(),
            Err(why) => self.refuse(None, why.to_string()),
        }
    }

    /// Puts several lines in the place of one. A line that is ended, and is as it was, has one more behind it.
    fn type_lines(&mut self, path: &Path, text: &str) -> Vec<Effect> {
        let document = &self.editing.document;
        let mut lines = lines_of(document, text).into_iter();
        let (Some(list), Some(Segment::At(at))) = (path.parent(), path.last()) else { return Vec::new() };
        let as_it_was = document.read::<Line>(path).value().unwrap_or_default();
        let first = lines.next().unwrap_or_else(|| Line { text: as_it_was.text.clone(), ..Line::default() });
        let mut others: Vec<Value> = lines.map(|line| Value::from(&line)).collect();
        if others.is_empty() && first.text == as_it_was.text {
            others.push(lines::to_write());
        }
        let first = Line { text: first.text, who: first.who.or(as_it_was.who.clone()), ..as_it_was };
        let mut edits = vec![Edit::Set { path: path.clone(), value: Value::from(&first) }];
        edits.extend(others.into_iter().enumerate().map(|(number, value)| Edit::Add {
            to: list.clone(),
            key: None,
            at: Some(at + 1 + number),
            value,
        }));
        let effects = self.edit(&Edit::All(edits), WORDS.wrote);
        self.then_focus(effects, ".studio li:focus-within + li textarea")
    }

    /// Renames what is called by the text that was just typed, as a part of that change.
    pub(super) fn rename_as_typed(&mut self, name: Name, to: &str) -> Vec<Effect> {
        let picked = self.renamed_pick(&name, to);
        let editing = &mut self.editing;
        let edit = Edit::Rename { name, to: to.to_owned() };
        if editing.history.extend(Rc::make_mut(&mut editing.document), &edit, WORDS.wrote).is_err() {
            return Vec::new();
        }
        editing.picked = picked.or(editing.picked.take());
        self.go_on()
    }

    /// Takes a number that was typed.
    pub(super) fn set_number(&mut self, path: &Path, text: &str) -> Vec<Effect> {
        let text = text.trim().replace('−', "-");
        if text.is_empty() && !is_required(path) {
            return self.edit(&Edit::Unset { path: path.clone() }, WORDS.number);
        }
        match text.strip_prefix('+').unwrap_or(&text).parse() {
            Ok(number) => self.put_number(path, number),
            Err(_) => self.refuse(Some(path.clone()), WORDS.no_number.into()),
        }
    }

    /// Puts a number where it may stand. An effect of 0 is none.
    pub(super) fn put_number(&mut self, path: &Path, number: i32) -> Vec<Effect> {
        if let Some(Kind::Whole(low, high)) = self.editing.document.kind(path)
            && !(*low..=*high).contains(&number)
        {
            let limits = [("low", &*low.to_string()), ("high", &*high.to_string())];
            return self.refuse(Some(path.clone()), crate::words::fill(WORDS.outside, &limits));
        }
        let is_change = path
            .parent()
            .and_then(|it| it.last().cloned())
            .is_some_and(|parent| matches!(key(&parent), Some("effect" | "pressure")));
        let edit = match number {
            0 if is_change => Edit::Unset { path: path.clone() },
            _ => Edit::set(path.clone(), number),
        };
        self.edit(&edit, WORDS.number)
    }

    /// Leaves a field: what is typed next is a change of its own. Something new is called by its first words.
    pub(super) fn leave_field(&mut self) -> Vec<Effect> {
        let Some(path) = self.editing.typing.take() else { return Vec::new() };
        self.redraw_map();
        let mut effects = self.fill_field();
        if let Some((name, id)) = self.named_by_text(&path) {
            effects.extend(self.rename_as_typed(name, &id));
        }
        effects
    }

    /// What takes its id from a text that was typed: a new step from its title, a new answer from its words.
    fn named_by_text(&self, path: &Path) -> Option<(Name, String)> {
        let document = &self.editing.document;
        let text = document.read::<String>(path).value()?;
        let words = lines::shown(&text);
        let keys: Vec<&str> = path.segments().iter().map(key).collect::<Option<_>>()?;
        let (name, map, given, own) = match keys.as_slice() {
            ["steps", id, "title"] => (Name::Step((*id).into()), Path::root().key("steps"), STEP, *id),
            ["steps", step, "responses", id, "text"] => {
                let map = Path::step(step).key("responses");
                (Name::Response((*step).into(), (*id).into()), map, RESPONSE, *id)
            }
            _ => return None,
        };
        let is_given = begin::is_given(own, given) || given == RESPONSE && matches!(own, "as-leader" | "as-manager");
        let id = slug(words, '-').filter(|_| is_given)?;
        Some((name, free(document, &map, &id)))
    }
}

/// Whether a number must stand where it is.
fn is_required(path: &Path) -> bool {
    let keys: Vec<&str> = path.segments().iter().filter_map(key).collect();
    matches!(keys.as_slice(), ["minutes"] | ["meters", ..])
}
