//! The author's drafts: what is to be known of the one in the field, and the list that brings any of them back.

use super::{Send, WORDS, on};
use crate::platform::time;
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::fill;
use crate::workbench::{Event, Model};
use std::rc::Rc;
use yew::Html;

/// A draft in the list: its id, its name, when it was changed last, how many lines it has, whether it is in the field.
type Row = (String, String, u64, usize, bool);

pub(super) fn seen(model: &Model) -> Rc<[Row]> {
    let row = |draft: &library::Draft| {
        let lines = draft.text.lines().count();
        (draft.id.clone(), draft.name.clone(), draft.changed, lines, draft.id == model.drafts.open)
    };
    model.drafts.list.iter().map(row).collect()
}

/// The list, folded until it is wanted.
pub(super) fn draw(rows: &Rc<[Row]>, send: &Send) -> Html {
    if rows.is_empty() {
        return el!("div").build();
    }
    el!("details", "class" = "drafts")
        .with(el!("summary").text(fill(WORDS.drafts, &[("n", &rows.len().to_string())])))
        .with(el!("p", "class" = "soft").text(WORDS.drafts_line))
        .with(el!("ul").each(rows.iter().map(|of| row(of, send))))
        .build()
}

fn row((id, name, changed, lines, here): &Row, send: &Send) -> Html {
    let lines = match lines {
        1 => WORDS.draft_line.to_owned(),
        lines => fill(WORDS.draft_lines, &[("n", &lines.to_string())]),
    };
    let facts = fill(WORDS.draft_facts, &[("when", &time::local(*changed)), ("lines", &lines)]);
    let mut row = el!("li");
    row.key(id.clone())
        .with(el!("b").with(el!("bdi").text(name.clone())))
        .with(el!("span", "class" = "soft").text(facts));
    if *here {
        return row.with(el!("span", "class" = "here").text(WORDS.draft_here)).build();
    }
    let button = |word: &'static str, said: &'static str, event: Event| {
        el!("button", "class" = "button plain", "aria-label" = fill(said, &[("name", name)]))
            .text(word)
            .on_click(on(send, event))
            .build()
    };
    row.put(button(WORDS.draft_open, WORDS.draft_open_this, Event::OpenDraft(id.clone())))
        .put(button(WORDS.draft_remove, WORDS.draft_remove_this, Event::TakeAway(id.clone())))
        .build()
}

/// What is to be known of the draft in the field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing.
    Fine,
    /// It is not kept.
    NotStored,
    /// It was taken away in another window.
    Gone,
    /// It was changed in another window.
    Changed,
    /// It is open in another window, too.
    Elsewhere,
}

/// The weightiest thing that is to be known.
pub(super) fn state(model: &Model) -> State {
    let drafts = &model.drafts;
    match () {
        () if model.not_stored => State::NotStored,
        () if drafts.gone => State::Gone,
        () if drafts.changed_elsewhere => State::Changed,
        () if drafts.elsewhere => State::Elsewhere,
        () => State::Fine,
    }
}

/// A line that stands as long as it is true, in a region that is always there.
pub(super) fn draw_state(state: &State, send: &Send) -> Html {
    let (words, act) = match state {
        State::Fine => return el!("div", "role" = "status").build(),
        State::NotStored => (WORDS.not_stored, Some((WORDS.save, Event::Save))),
        State::Gone => (WORDS.gone, Some((WORDS.keep_after_all, Event::KeepAfterAll))),
        State::Changed => (WORDS.changed_elsewhere, Some((WORDS.show_newer, Event::ShowNewer))),
        State::Elsewhere => (WORDS.elsewhere, None),
    };
    let act =
        act.map(|(word, event)| el!("button", "class" = "button plain").text(word).on_click(on(send, event)).build());
    let line =
        el!("div", "class" = "aside state").put(icon::draw(icon::INFO)).with(el!("p").text(words)).maybe(act).build();
    el!("div", "role" = "status").put(line).build()
}
