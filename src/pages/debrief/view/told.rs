//! The debrief once it is told, from how the run ended to how it is kept.

use super::beside::Beside;
use super::hats::Hats;
use super::keep::Keep;
use super::map::Map;
use super::self_check::SelfCheck;
use super::timeline::Timeline;
use super::verdict::Verdict;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Message, Told};
use std::rc::Rc;
use yew::prelude::*;

/// All that is told.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TellingProps {
    pub told: Rc<Told>,
    pub dispatch: Callback<Message>,
}

/// The whole debrief.
#[component]
pub(super) fn TellingAll(TellingProps { told, dispatch }: &TellingProps) -> Html {
    let report = &told.report;
    let counted = report.figures.is_some();
    html! {
        <>
            if report.alone {
                <Verdict {report} />
            }
            <Map {report} beside={told.beside} />
            if !counted {
                <p>{WORDS.not_counted}</p>
            }
            <Timeline {report} />
            if counted {
                <Hats {report} />
            }
            <Beside {report} beside={told.beside} compared={told.compared} {dispatch} />
            <SelfCheck {told} {dispatch} />
            <Keep {told} {dispatch} />
        </>
    }
}
