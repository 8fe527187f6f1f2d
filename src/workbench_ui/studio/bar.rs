//! The views to choose from, and what can be taken back.

use super::fields::act;
use super::{Send, WORDS};
use crate::ui::element::{Html, el, list};
use crate::ui::icon;
use crate::words::fill;
use crate::workbench::{Model, Studio, View};

/// What is shown: the view, whether the text stands beside the map, what can be undone and redone, what was.
type Seen = (View, bool, [Option<String>; 2], String);

pub(super) fn seen(model: &Model) -> Seen {
    let editing = &model.editing;
    let last = |changes: &[document::Change]| changes.last().map(|change| change.label.clone());
    let both = [last(editing.history.done()), last(editing.history.undone())];
    (editing.view, editing.beside, both, editing.said.clone())
}

/// The bar.
pub(super) fn draw((shown, beside, [undo, redo], said): &Seen, send: &Send) -> Html {
    let view = |view: View| {
        let words = match view {
            View::Map => WORDS.view_map,
            View::Story => WORDS.view_story,
            View::People => WORDS.view_people,
            View::Shelf => WORDS.view_shelf,
            View::Text => WORDS.view_text,
        };
        let current = if view == *shown { "true" } else { "false" };
        el!("button", "class" = "button plain", "aria-current" = current, "data-view" = view.name())
            .text(words)
            .on_click(act(send, Studio::View(view)))
            .build()
    };
    let history = |path: &'static str, words: &'static str, of: &Option<String>, event: Studio| {
        // It stays where it is, and keeps the focus, when there is nothing more to do.
        let off = of.is_none().then_some("true");
        let title = of.as_ref().map(|label| fill(WORDS.of_change, &[("act", words), ("change", label)]));
        el!("button", "class" = "button plain", "aria-disabled" = off, "title" = title)
            .put(icon::draw(path))
            .with(el!("span").text(words))
            .on_click(act(send, event))
            .build()
    };
    let beside = (*shown == View::Map).then(|| {
        el!("button", "class" = "button plain wide-only", "aria-pressed" = if *beside { "true" } else { "false" })
            .text(WORDS.beside)
            .on_click(act(send, Studio::Beside))
            .build()
    });
    // There is nothing to take back before anything was done.
    let is_new = undo.is_none() && redo.is_none();
    let history = (!is_new).then(|| {
        list(vec![
            history(icon::UNDO, WORDS.undo, undo, Studio::Undo),
            history(icon::REDO, WORDS.redo, redo, Studio::Redo),
        ])
    });
    el!("div", "class" = "views")
        .with(el!("nav", "aria-label" = WORDS.views).each(View::ALL.into_iter().map(view)))
        .maybe(beside)
        .with(
            el!("div", "class" = "history")
                .maybe(history)
                .with(el!("span", "class" = "soft", "role" = "status").text(said.clone())),
        )
        .build()
}
