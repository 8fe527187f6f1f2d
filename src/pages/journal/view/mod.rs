//! The journal's view: a function for each of its parts. Words that change stand in elements that are made anew with
//! them, by their keys, as in the debrief's.

mod chart;
mod commitments;
mod endings;
mod keep;
mod parts;
mod preview;
mod runs;
mod self_check;

use super::WORDS;
use super::model::{Message, Model, Shown, Stage};
use crate::components::element::{Callback, Event, Html, MouseEvent, el, keyed};
use crate::components::{loading, on_click};
use crate::words::fill;

/// The journal's place, and what stands in it; files that are picked go to `picked`.
pub fn page(model: &Model, dispatch: &Callback<Message>, picked: Callback<Event>) -> Html {
    let busy = matches!(model.stage, Stage::Loading);
    let inside = match &model.stage {
        Stage::Loading => loading(on_click(dispatch, || Message::Reload)),
        Stage::Shown(shown) => telling(model.banner.as_deref(), shown, dispatch, picked),
    };
    el!("div", "id" = "album", "data-page" = "journal", "aria-busy" = busy.then_some("true")).put(inside).build()
}

/// The whole journal.
fn telling(banner: Option<&str>, shown: &Shown, dispatch: &Callback<Message>, picked: Callback<Event>) -> Html {
    let report = &shown.report;
    let lead = match report.runs.is_empty() {
        true => WORDS.nothing_played.into(),
        false => fill(WORDS.lead, &[("counted", &report.counted())]),
    };
    let flag = |flag: bool, words: &'static str| match flag {
        true => el!("p", "class" = "flag", "role" = "status").text(words).build(),
        false => Html::default(),
    };
    let banner = banner
        .map(|banner| el!("p", "class" = "flag", "tabindex" = "-1", "role" = "status").text(banner.to_owned()).build());
    let mut jumps = el!("nav", "class" = "jumps", "aria-label" = WORDS.on_this_page);
    for (at, (anchor, name)) in WORDS.jumps.into_iter().enumerate() {
        if at > 0 {
            jumps.text(" ");
        }
        let mut jump = el!("a", "href" = format!("#/journal/{anchor}"));
        jumps.with(jump.text(name).on_click(follow(dispatch, anchor)));
    }
    let parts = vec![
        banner.unwrap_or_default(),
        el!("p", "class" = "lead").text(lead).build(),
        flag(report.kept.is_none(), WORDS.not_kept),
        flag(!report.shelf.came, WORDS.no_list),
        jumps.build(),
        commitments::commitments(shown, dispatch),
        runs::runs(report),
        endings::endings(report),
        self_check::self_check(shown, dispatch),
        keep::keep(shown, dispatch, picked),
    ];
    keyed("told", parts)
}

fn follow(dispatch: &Callback<Message>, anchor: &'static str) -> Callback<MouseEvent> {
    dispatch.reform(move |_| Message::Followed(anchor))
}
