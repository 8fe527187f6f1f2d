//! What stands under *For the curious*: the map, how often each end comes by chance, how others end, which hats were worn
//! where, and every what-if. It lies in a chunk of its own.

mod hats;
mod map;
mod odds;
mod what_if;

use super::parts::Language;
use crate::components::Html;
use crate::components::element::list;
use crate::pages::debrief::model::Report;

/// All of it, perhaps with another run on the map.
pub(in crate::pages::debrief) fn all(report: &Report, beside: Option<usize>) -> Html {
    let language = Language::of(report);
    let mut parts = vec![map::map(report, beside)];
    parts.extend(odds::by_chance(report));
    parts.extend([hats::others(report), hats::worn(report)]);
    parts.extend(what_if::all(report, &language));
    list(parts)
}
