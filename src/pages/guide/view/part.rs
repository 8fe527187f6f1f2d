//! A part of the guide.

use super::idea::{article, practised};
use crate::components::icon;
use crate::pages::guide::WORDS;
use crate::pages::guide::model::{Idea, Kind, Part, Report};
use crate::shapes::hat;
use crate::words::guide::GUIDE;
use scenario::Stance;
use std::rc::Rc;
use yew::prelude::*;

/// Which part.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PartProps {
    pub report: Rc<Report>,
    pub part: Part,
}

/// The part's heading, and its ideas.
#[component]
pub(super) fn PartSection(PartProps { report, part }: &PartProps) -> Html {
    let (class, stance) = match part.kind {
        Kind::Managers => (Some("manager"), Some(Stance::Manager)),
        Kind::Leaders => (Some("leader"), Some(Stance::Leader)),
        Kind::Asked => (Some("asked"), None),
        _ => (None, None),
    };
    let id = format!("part-{}", part.id());
    html! {
        <section class={classes!("part", class)} aria-labelledby={id.clone()}>
            <header>
                <h2 {id}>{stance.map(|stance| icon(hat(stance))).unwrap_or_default()}{part.heading.title}</h2>
                <p>{part.heading.line}</p>
            </header>
            if part.kind == Kind::Differ {
                {table(part, report)}
            } else {
                <div class="ideas">
                    for idea in part.ideas() {
                        {article(part.kind, idea, report)}
                    }
                </div>
            }
            if part.kind == Kind::Mirror {
                <p class="actions"><a class="button" href="#/journal/self-check">{WORDS.set_sliders}</a></p>
            }
        </section>
    }
}

/// Where managing and leading differ, side by side.
fn table(part: &Part, report: &Report) -> Html {
    let title = part.heading.title;
    let labels = &GUIDE.labels;
    let head = |stance: Stance, name: &'static str| {
        html! {
            <th scope="col" role="columnheader" class={stance.name()}>
                <span class="tag">{icon(hat(stance))}{name}</span>
            </th>
        }
    };
    let row = |idea: Idea| {
        let Some(contrast) = GUIDE.contrasts.get(idea.at) else { return Html::default() };
        html! {
            <tr id={idea.words.id} role="row" tabindex="-1">
                <th scope="row" role="rowheader">
                    <b>{idea.words.name}</b>{" "}<span>{idea.words.text}</span>{" "}
                    <span class="practised">{practised(report, idea)}</span>
                </th>
                <td role="cell" class="manager" data-label={labels.managing}>{contrast.managing}</td>
                <td role="cell" class="leader" data-label={labels.leading}>{contrast.leading}</td>
            </tr>
        }
    };
    html! {
        <table class="table differ" role="table">
            <caption class="hidden">{title}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader"><span class="hidden">{title}</span></th>
                    {head(Stance::Manager, labels.managing)}
                    {head(Stance::Leader, labels.leading)}
                </tr>
            </thead>
            <tbody role="rowgroup">{part.ideas().map(row).collect::<Html>()}</tbody>
        </table>
    }
}
