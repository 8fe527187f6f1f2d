//! What stands below the first screen, in the order in which it is read: what mattered in the run, the player, another
//! run, and what only the curious ask for.

mod beside;
mod fold;
mod keep;
mod over_time;
mod self_check;
mod timeline;

use crate::components::element::{Html, keyed};
use crate::pages::debrief::Curious;
use crate::pages::debrief::model::Told;
use crate::pages::debrief::view::parts::{Dispatch, Language};

/// All of it; with what stands under *For the curious*, once it was fetched.
pub(in crate::pages::debrief) fn all(told: &Told, curious: Option<Curious>, dispatch: &Dispatch) -> Html {
    let report = &told.report;
    let language = Language::of(report);
    let mut parts = vec![
        timeline::timeline(report, &language),
        over_time::over_time(report, &language),
        self_check::self_check(told, dispatch),
        fold::fold(told, curious, dispatch),
        keep::keep(told, dispatch),
    ];
    // Who was asked to play wants to see both.
    parts.insert(if told.was_invited() { 0 } else { 3 }, beside::beside(told, &language, dispatch));
    keyed("below", parts)
}
