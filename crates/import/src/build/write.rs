//! A draft as the text of a scenario's file.
//!
//! What only drafts have stands here alone: the mark of what an author has to decide ([`TO_DO`]), steps with one response
//! and steps that a run enters a limited number of times.

use super::draft::{Draft, Goal, Line, Response, Step};
use crate::cases::Case;
use scenario::Outcome;
use scenario::layout::{Piece, quoted};

/// What stands where the author has to decide, and `check` says so once a step.
pub(crate) const TO_DO: &str = scenario::TO_DO;

/// A text that the author has to write.
pub(crate) fn to_write(what: &str) -> String {
    format!("{}: {what}", scenario::TO_WRITE)
}

/// The file, in its steady form.
pub(crate) fn file(draft: &Draft) -> String {
    let meter = |start: i64| Piece::object([("start", Piece::whole(start)), ("enough", Piece::whole(start))]);
    let [leadership, management] = draft.starts;
    let cast = draft.cast.iter().map(|(id, name)| {
        let role = Piece::text(&to_write("their role or trade"));
        (id, Piece::object([("name", Piece::text(name)), ("role", role)]))
    });
    let flags = draft.flags.iter().map(|(id, text)| (id, Piece::text(text)));
    let variant = |outcome: Outcome| {
        let story = Piece::texts([to_write("how the story ends here")]);
        let parts = [
            ("title", Piece::text(&to_write("the ending's title"))),
            ("story", story),
            ("lesson", Piece::text(&to_write("what to take from it"))),
        ];
        (outcome.name(), Piece::List(vec![Piece::object(parts)]))
    };
    let mut parts = vec![
        ("$schema", Piece::text("scenario.schema.json")),
        ("format", Piece::whole(1)),
        ("id", Piece::text(&draft.id)),
        ("title", Piece::text(&draft.title)),
        ("summary", Piece::text(&to_write("what it is about, in a sentence or two"))),
        ("role", Piece::text(&to_write("who the player is"))),
        ("language", Piece::text("en")),
        ("minutes", Piece::whole(draft.minutes as u64)),
        ("meters", Piece::object([("leadership", meter(leadership)), ("management", meter(management))])),
    ];
    if !draft.cast.is_empty() {
        parts.push(("cast", Piece::object(cast)));
    }
    if !draft.flags.is_empty() {
        parts.push(("flags", Piece::object(flags)));
    }
    let file = File { draft };
    parts.push(("start", Piece::text(file.id(draft.start))));
    parts.push(("steps", Piece::object(draft.steps.iter().map(|step| (&step.id, file.step(step))))));
    parts.push(("outcomes", Piece::object(Outcome::ALL.map(variant))));
    // Its keys stand in the documented order already.
    Piece::object(parts).to_file()
}

struct File<'d> {
    draft: &'d Draft,
}

impl File<'_> {
    fn id(&self, step: usize) -> &str {
        self.draft.steps.get(step).map(|step| step.id.as_str()).unwrap_or_default()
    }

    fn step(&self, step: &Step) -> Piece {
        let decides = step.responses.len() > 1;
        let mut parts = vec![("title", Piece::text(&step.title))];
        if let Some(dimension) = step.dimension.or(decides.then_some(TO_DO)) {
            parts.push(("dimension", Piece::text(dimension)));
        }
        parts.push(("situation", self.lines(&step.situation)));
        if step.pressure != [0; 2] {
            parts.push(("pressure", effect(step.pressure)));
        }
        if let Some(visits) = step.visits {
            parts.push(("visits", Piece::whole(visits)));
        }
        let responses = step.responses.iter().map(|response| (&response.id, self.response(response, decides)));
        parts.push(("responses", Piece::object(responses)));
        Piece::object(parts)
    }

    fn response(&self, response: &Response, decides: bool) -> Piece {
        let mut parts = Vec::new();
        if decides {
            parts.push(("stance", Piece::text(stance(response.effect))));
        }
        let text = match response.text.as_str() {
            "" if decides => to_write("what the player would do"),
            text => text.to_owned(),
        };
        if !text.is_empty() {
            parts.push(("text", Piece::text(&text)));
        }
        if !response.when.is_always() {
            parts.push(("when", self.when(&response.when)));
        }
        if response.effect != [0; 2] {
            parts.push(("effect", effect(response.effect)));
        }
        if !response.sets.is_empty() {
            parts.push(("sets", Piece::texts(response.sets.iter().filter_map(|flag| self.flag(*flag)))));
        }
        if !response.consequence.is_empty() {
            parts.push(("consequence", self.lines(&response.consequence)));
        } else if decides {
            parts.push(("consequence", Piece::texts([to_write("what happens next")])));
        }
        parts.push(("next", self.next(&response.next)));
        Piece::object(parts)
    }

    fn next(&self, next: &[(Case, Goal)]) -> Piece {
        let goal = |goal: &Goal| match goal {
            Goal::Step(step) => Piece::text(self.id(*step)),
            Goal::End => Piece::text("end"),
        };
        match next {
            [(_, to)] => goal(to),
            _ => Piece::List(
                next.iter()
                    .map(|(when, to)| {
                        let when = (!when.is_always()).then(|| ("when", self.when(when)));
                        Piece::object(when.into_iter().chain([("to", goal(to))]))
                    })
                    .collect(),
            ),
        }
    }

    fn lines(&self, lines: &[Line]) -> Piece {
        Piece::List(lines.iter().map(|line| self.line(line)).collect())
    }

    fn line(&self, line: &Line) -> Piece {
        let who = line.who.and_then(|who| self.draft.cast.get(who));
        if who.is_none() && line.when.is_always() {
            return Piece::text(&line.text);
        }
        let mut members = Vec::new();
        if !line.when.is_always() {
            members.push((quoted("when"), self.when(&line.when)));
        }
        match who {
            Some((id, _)) => {
                members.push((quoted("who"), Piece::text(id)));
                members.push((quoted("says"), Piece::text(&line.text)));
            }
            None => members.push((quoted("text"), Piece::text(&line.text))),
        }
        Piece::Hugging(members)
    }

    fn when(&self, case: &Case) -> Piece {
        let flags = |set: bool| {
            let ids = case.flags.iter().filter(move |(_, is)| *is == set).filter_map(|(flag, _)| self.flag(*flag));
            ids.collect::<Vec<&str>>()
        };
        let mut parts = Vec::new();
        for (key, set) in [("has", true), ("lacks", false)] {
            let ids = flags(set);
            if !ids.is_empty() {
                parts.push((key, Piece::texts(ids)));
            }
        }
        for (meter, key) in ["leadership", "management"].into_iter().enumerate() {
            let (low, high) = case.bounds(meter);
            let low = low.map(|low| ("at_least", Piece::whole(low)));
            let high = high.map(|high| ("at_most", Piece::whole(high)));
            if low.is_some() || high.is_some() {
                parts.push((key, Piece::object(low.into_iter().chain(high))));
            }
        }
        Piece::object(parts)
    }

    fn flag(&self, flag: usize) -> Option<&str> {
        self.draft.flags.get(flag).map(|(id, _)| id.as_str())
    }
}

fn effect([leadership, management]: [i64; 2]) -> Piece {
    let parts = [("leadership", leadership), ("management", management)];
    Piece::object(parts.into_iter().filter(|(_, by)| *by != 0).map(|(key, by)| (key, Piece::whole(by))))
}

/// The hat that a response wears by what it does to the meters; where that says nothing, the author has to.
pub(crate) fn stance([leadership, management]: [i64; 2]) -> &'static str {
    match leadership.cmp(&management) {
        std::cmp::Ordering::Greater => "leader",
        std::cmp::Ordering::Less => "manager",
        std::cmp::Ordering::Equal => TO_DO,
    }
}
