//! An ending, in all the ways in which it is told.

use super::WORDS;
use super::condition::{self, Asks};
use super::desk::Desk;
use super::fields::{Lines, button, sign, text};
use super::lines;
use crate::ui::element::{Html, el};
use crate::ui::icon;
use crate::workbench::{Aid, Studio};
use document::{Node, Path, Value};
use scenario::{Outcome, TO_WRITE};

/// The form of an ending.
pub(super) fn form(desk: &Desk<'_>, outcome: Outcome) -> Html {
    let path = Path::root().key("outcomes").key(outcome.name());
    let count = desk.document.node(&path).map_or(0, Node::len);
    let tellings = (0..count).map(|at| telling(desk, &path.clone().at(at), at + 1 == count, count));
    let fresh = Value::object([
        ("title", Value::text(TO_WRITE)),
        ("story", Value::list([TO_WRITE])),
        ("lesson", Value::text(TO_WRITE)),
    ]);
    let first = desk.document.node(&path).is_none() || count == 0;
    let add = match first {
        true => button(WORDS.ending_first, Studio::Push(path.clone(), fresh), desk.send),
        false => button(WORDS.ending_add, Studio::Tell(path.clone()), desk.send),
    };
    el!("div", "class" = "ending").with(el!("ol").each(tellings)).put(add).maybe(desk.own_faults_of_list(&path)).build()
}

/// One way in which it is told.
fn telling(desk: &Desk<'_>, path: &Path, is_last: bool, count: usize) -> Html {
    let when = path.clone().key("when");
    let always = is_last && desk.document.node(&when).is_none();
    let when = match always {
        true => el!("p", "class" = "soft").text(if count > 1 { WORDS.ending_else } else { WORDS.always }).build(),
        false => condition::form(desk, &when, WORDS.ending_when, WORDS.always, Asks::Ending),
    };
    let away = (count > 1).then(|| sign(icon::TRASH, WORDS.ending_away, Studio::Remove(path.clone()), desk.send));
    el!("li", "class" = "telling")
        .put(when)
        .put(text(desk, &path.clone().key("title"), WORDS.ending_title, "", Lines::One))
        .put(lines::form(
            desk,
            &path.clone().key("story"),
            WORDS.ending_story,
            WORDS.line_hint,
            (Some(Aid::Story), Asks::Ending),
        ))
        .put(text(desk, &path.clone().key("lesson"), WORDS.ending_lesson, "", Lines::Many))
        .maybe(away)
        .maybe(desk.own_faults(path, &["when", "title", "story", "lesson"]))
        .build()
}
