//! Steps put on a way, and taken out of the story.

use super::container::remove;
use super::{Draft, EditError, Splice};
use crate::references::{ReferenceKind, references};
use crate::{Path, Target, Value};
use scenario::Id;
use scenario::layout::quoted;
use scenario::schema::Kind;

/// The response of a passage that a way's new step becomes where it has none.
const GO_ON: &str = "go-on";

impl Draft<'_> {
    /// Puts a new step on a way.
    pub fn insert_step(&mut self, on: &Path, id: &str, step: &Value) -> Result<(), EditError> {
        if Id::new(id).is_none() || id == "end" {
            return Err(EditError::InvalidId(id.into()));
        }
        let steps = Path::root().key("steps");
        let own = steps.clone().key(id);
        if self.document.node(&own).is_some() {
            return Err(EditError::Taken(own));
        }
        let way = self.node(on)?.text().filter(|_| is_way(self.document.kind(on), on));
        let target = way.ok_or_else(|| EditError::NotAWay(on.clone()))?.to_owned();
        let step = leading_on(step, &target);
        // Behind the step that the way comes from, so that the file reads in the order of the story.
        let from = on.step_id().and_then(|from| self.document.node(&steps.clone().key(from)));
        let at = from.map_or(0, |from| from.place() + 1);
        self.set(on, &Value::text(id))?;
        match self.document.node(&steps) {
            Some(_) => self.add(&steps, Some(id), Some(at), &step),
            None => self.set(&own, &step),
        }
    }

    /// Takes a step out, and lets what led to it lead elsewhere.
    pub fn remove_step(&mut self, id: &str, ways: Option<&Target>) -> Result<(), EditError> {
        let path = Path::step(id);
        let node = self.node(&path)?;
        let own = node.range();
        let mut splices = vec![remove(node)?];
        if let Some(target) = ways {
            if *target == Target::Step(id.into()) {
                return Err(EditError::Unknown(id.into()));
            }
            let led = references(self.document).into_iter();
            for it in led
                .filter(|it| it.kind == ReferenceKind::Step && it.name == id && !own.contains(&it.node.range().start))
            {
                if it.node.path() == Path::root().key("start") && !matches!(target, Target::Step(_)) {
                    return Err(EditError::StartAtEnd);
                }
                splices.push(Splice::new(self.document.text(), it.node.range(), quoted(&target.to_string())));
            }
        }
        self.splice(splices)
    }
}

/// Whether what a path leads to is one way to one place.
fn is_way(kind: Option<&Kind>, path: &Path) -> bool {
    match kind {
        Some(Kind::StepOrEnd) => true,
        Some(Kind::Either(kinds)) => kinds.iter().any(|kind| matches!(kind, Kind::StepOrEnd)),
        _ => *path == Path::root().key("start"),
    }
}

/// A step all of whose responses lead on, those to a target that do not say where.
fn leading_on(step: &Value, target: &str) -> Value {
    let Value::Object(members) = step else { return step.clone() };
    let mut members = members.clone();
    let next = || ("next".to_owned(), Value::text(target));
    match members.iter_mut().find(|(key, _)| key == "responses") {
        Some((_, Value::Object(responses))) if !responses.is_empty() => {
            for (_, response) in responses {
                if let Value::Object(fields) = response
                    && fields.iter().all(|(key, _)| key != "next")
                {
                    fields.push(next());
                }
            }
        }
        Some((_, responses)) => *responses = Value::object([(GO_ON, Value::Object(vec![next()]))]),
        None => members.push(("responses".into(), Value::object([(GO_ON, Value::Object(vec![next()]))]))),
    }
    Value::Object(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_nowhere_leads_on_and_a_step_without_responses_becomes_a_passage() {
        let step = |responses: &str| {
            let document = crate::Document::new(format!("{{\"title\":\"T\"{responses}}}"));
            let mut out = crate::Document::new("{}");
            let value = leading_on(&Value::of(document.root()), "b");
            let _ = out.apply(&crate::Edit::Set { path: Path::root(), value });
            out.text().replace([' ', '\n'], "")
        };
        let passage = r#"{"title":"T","responses":{"go-on":{"next":"b"}}}"#;
        assert_eq!(step(""), passage);
        assert_eq!(step(r#","responses":{}"#), passage);
        let two = r#","responses":{"x":{"text":"X"},"y":{"next":"end"}}"#;
        assert_eq!(step(two), r#"{"title":"T","responses":{"x":{"text":"X","next":"b"},"y":{"next":"end"}}}"#);
    }

    #[test]
    fn a_way_is_told_by_its_place() {
        assert!(is_way(Some(&Kind::StepOrEnd), &Path::root()) && is_way(None, &Path::root().key("start")));
        assert!(!is_way(Some(&Kind::Text), &Path::root().key("title")));
    }
}
