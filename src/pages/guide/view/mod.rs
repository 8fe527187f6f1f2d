//! The guide's view.

mod handout;
mod idea;
mod part;

use super::WORDS;
use super::model::{Message, Model, PARTS, Report, Stage};
use crate::components::element::{Callback, Html, MouseEvent, el, keyed};
use crate::components::{button, loading, on_click, share};
use crate::words::fill;
use crate::words::guide::GUIDE;

/// The guide's place, and what stands in it.
pub fn page(model: &Model, dispatch: &Callback<Message>) -> Html {
    let busy = matches!(model.stage, Stage::Loading);
    let inside = match &model.stage {
        Stage::Loading => loading(on_click(dispatch, || Message::Reload)),
        Stage::Shown(report) => telling(report, dispatch),
    };
    el!("div", "id" = "album", "data-page" = "guide", "aria-busy" = busy.then_some("true")).put(inside).build()
}

/// The whole guide.
fn telling(report: &Report, dispatch: &Callback<Message>) -> Html {
    let mut parts = vec![el!("p", "class" = "lead").text(GUIDE.page.line).build()];
    if !report.came() {
        parts.push(el!("p", "class" = "flag", "role" = "status").text(WORDS.no_list).build());
    }
    if let Some((met, all)) = report.counted() {
        let counted = fill(GUIDE.labels.met_of, &[("n", &met.to_string()), ("of", &all.to_string())]);
        let mut found = el!("p", "class" = "found");
        parts.push(found.with(el!("b").text(counted)).text(" ").put(share(met * 1000 / all.max(1))).build());
    }
    let print = button("button", "print", GUIDE.labels.print, on_click(dispatch, || Message::Print));
    parts.push(el!("p", "class" = "actions").put(print).build());
    let mut jumps = el!("nav", "class" = "jumps", "aria-label" = WORDS.on_this_page);
    for part in &PARTS {
        let mut jump = el!("a", "href" = format!("#/guide/{}", part.id()));
        jumps.with(jump.text(part.heading.title).on_click(follow(dispatch, part.id()))).text(" ");
    }
    parts.push(jumps.build());
    parts.extend(PARTS.iter().map(|part| part::section(part, report)));
    parts.push(handout::handout());
    keyed("told", parts)
}

fn follow(dispatch: &Callback<Message>, anchor: &'static str) -> Callback<MouseEvent> {
    dispatch.reform(move |_| Message::Followed(anchor))
}
