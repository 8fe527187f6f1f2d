//! An idea of the guide.

use crate::components::icon;
use crate::pages::guide::WORDS;
use crate::pages::guide::model::{Idea, Kind, OUTCOMES, Practised, Report};
use crate::shapes::{hat, outcome};
use crate::words::guide::GUIDE;
use crate::words::shown;
use scenario::Stance;
use yew::prelude::*;

/// An idea, told as its part tells it.
pub(super) fn article(kind: Kind, idea: Idea, report: &Report) -> Html {
    let id = idea.words.id;
    let heading = format!("{id}-name");
    let shape = OUTCOMES.get(idea.at).filter(|_| kind == Kind::Ends).map(|end| icon(outcome(*end)));
    html! {
        <article class="idea" {id} tabindex="-1" aria-labelledby={heading.clone()}>
            <h3 id={heading}>{shape.unwrap_or_default()}{name(kind, idea)}</h3>
            <p class="text">{idea.words.text}</p>
            {more(kind, idea).unwrap_or_default()}
            <p class="practised">{practised(report, idea)}</p>
        </article>
    }
}

/// What the idea is called: a question stands under its own words, not under its short name.
fn name(kind: Kind, idea: Idea) -> &'static str {
    let question = match kind {
        Kind::Asked => GUIDE.questions.get(idea.at).map(|it| it.question),
        Kind::Mirror => GUIDE.reflections.get(idea.at).map(|it| it.question),
        _ => None,
    };
    question.unwrap_or(idea.words.name)
}

/// What a part tells of its ideas beside their texts.
fn more(kind: Kind, idea: Idea) -> Option<Html> {
    let labels = &GUIDE.labels;
    let told = match kind {
        Kind::Asked => html! { <p>{GUIDE.questions.get(idea.at)?.answer}</p> },
        Kind::Places => {
            let dimension = GUIDE.dimensions.get(idea.at)?;
            let way = |stance: Stance, name: &'static str, does: &'static str| {
                html! { <div class={stance.name()}><dt class="tag">{icon(hat(stance))}{name}</dt><dd>{does}</dd></div> }
            };
            html! {
                <dl class="ways">
                    {way(Stance::Manager, labels.managing, dimension.manager)}
                    {way(Stance::Leader, labels.leading, dimension.leader)}
                </dl>
            }
        }
        Kind::Ends => {
            let end = GUIDE.outcomes.get(idea.at)?;
            let told = [(labels.happens, end.happens), (labels.feels, end.feels), (labels.first, end.first)];
            html! {
                <dl class="told">
                    for (label, words) in told {
                        <div><dt>{label}</dt><dd>{words}</dd></div>
                    }
                </dl>
            }
        }
        Kind::Mirror => {
            let mirror = GUIDE.reflections.get(idea.at)?;
            let ends = [(Some("manager"), mirror.left), (None, WORDS.in_between), (Some("leader"), mirror.right)];
            html! {
                <dl class="ends-of">
                    for ((class, end), says) in ends.into_iter().zip(mirror.says) {
                        <div {class}><dt>{end}</dt><dd>{says}</dd></div>
                    }
                </dl>
            }
        }
        Kind::Plain | Kind::Managers | Kind::Leaders | Kind::Differ => return None,
    };
    Some(told)
}

/// Where an idea can be practised, and whether it was met.
pub(super) fn practised(report: &Report, idea: Idea) -> Html {
    let labels = &GUIDE.labels;
    let stories = match report.practised(idea.place) {
        Practised::Everywhere => html! { <>{labels.practised}{" "}<a href="#/">{WORDS.every_story}</a>{" "}</> },
        Practised::In(stories) => html! {
            <>
                {labels.practised}{" "}
                for (key, title) in stories {
                    <bdi><a href={format!("#/play/{key}")}>{shown(&title)}</a></bdi>{" "}
                }
            </>
        },
        Practised::Nowhere => html! { {labels.only_here} },
        Practised::Unknown => Html::default(),
    };
    let met = match report.met(idea.place) {
        Some(true) => html! { <em class="met">{labels.met}</em> },
        Some(false) => html! { <em>{labels.not_met}</em> },
        None => Html::default(),
    };
    html! { <>{stories}{" "}{met}</> }
}
