//! The debrief once it is told, from how the run ended to how it is kept.

use super::parts::{Dispatch, Language};
use super::{beside, hats, keep, map, self_check, timeline, verdict};
use crate::components::element::{Html, el, keyed};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::Told;

/// The whole debrief.
pub(super) fn telling(told: &Told, dispatch: &Dispatch) -> Html {
    let report = &told.report;
    let language = Language::of(report);
    let counted = report.figures.is_some();
    let parts = vec![
        if report.alone { verdict::verdict(report, &language) } else { Html::default() },
        map::map(report, told.beside),
        if counted { Html::default() } else { el!("p").text(WORDS.not_counted).build() },
        timeline::timeline(report, &language),
        if counted { hats::hats(report) } else { Html::default() },
        beside::beside(told, &language, dispatch),
        self_check::self_check(told, dispatch),
        keep::keep(told, dispatch),
    ];
    keyed("told", parts)
}
