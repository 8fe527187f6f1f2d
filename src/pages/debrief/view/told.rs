//! The debrief once it is told: the first screen, what stands below it, and what is told when it is asked for.

use super::parts::{Dispatch, Language};
use super::{beside, first, fold, keep, over_time, self_check, timeline, verdict};
use crate::components::element::{Html, keyed};
use crate::pages::debrief::Curious;
use crate::pages::debrief::model::Told;

/// The whole debrief.
pub(super) fn telling(told: &Told, curious: Option<Curious>, dispatch: &Dispatch) -> Html {
    let report = &told.report;
    let language = Language::of(report);
    let parts = vec![
        if report.alone { verdict::verdict(report, &language) } else { Html::default() },
        first::first(told, &language, dispatch),
        timeline::timeline(report, &language),
        over_time::over_time(report, &language),
        self_check::self_check(told, dispatch),
        beside::beside(told, &language, dispatch),
        fold::fold(told, curious, dispatch),
        keep::keep(told, dispatch),
    ];
    keyed("told", parts)
}
