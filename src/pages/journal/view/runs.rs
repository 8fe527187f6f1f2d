//! The runs that were played, the newest first.

use super::parts::Language;
use crate::album_view::en;
use crate::app::Route;
use crate::components::icon;
use crate::pages::debrief::WORDS as DEBRIEF;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Report, link, take};
use crate::shapes;
use crate::words::{fill, shown};
use library::{Fate, Played, Source};
use scenario::Stance;
use std::rc::Rc;
use yew::prelude::*;

/// What stands for a run that has no outcome: the clock of what is past.
const PAST: &str = "M4.5 14a8 8 0 1 0 1.4-6.5L4 9.5M4 5v4.5h4.5M12 8v4.5l3 1.7";

/// Whose runs are told.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RunsProps {
    pub report: Rc<Report>,
}

/// The runs: the newest in the open, the older ones to be opened.
#[component]
pub(super) fn Runs(RunsProps { report }: &RunsProps) -> Html {
    let (recent, older) = report.recent();
    html! {
        <section id="runs" tabindex="-1" aria-labelledby="runs-title">
            <h2 id="runs-title">{WORDS.runs}</h2>
            if recent.is_empty() {
                <p class="actions"><a class="button main" href="#/">{WORDS.choose}</a></p>
            } else {
                {list(recent, report)}
            }
            if !older.is_empty() {
                <details>
                    <summary>{fill(WORDS.older, &[("n", &older.len().to_string())])}</summary>
                    {list(older, report)}
                </details>
            }
        </section>
    }
}

fn list(runs: &[Played], report: &Report) -> Html {
    html! {
        <ol class="runs">
            for played in runs {
                {run(played, report)}
            }
        </ol>
    }
}

fn run(played: &Played, report: &Report) -> Html {
    let ended = played.ended();
    let class = ended.map_or("open", |(ending, _)| ending.outcome.name());
    let shape = ended.map_or(PAST, |(ending, _)| shapes::outcome(ending.outcome));
    let Language { lang, dir } = Language::of(played.run().map(|run| &**run.scenario()));
    html! {
        <li class={classes!("run", class)}>
            {icon(shape)}
            <div>
                <p class="soft">
                    if played.open {
                        <b>{WORDS.open_now}</b>
                    }
                    {report.day(played)}{" "}<span {lang} {dir}>{shown(&report.title(played))}</span>
                    if matches!(played.source, Source::Own(_)) {
                        {" "}<span>{WORDS.own_file}</span>
                    }
                </p>
                {fate(played)}
                if let Some((led, all)) = played.tally() {
                    {tally(led, all)}
                }
            </div>
            <p class="actions">{ways(played)}</p>
        </li>
    }
}

/// What became of a run, in words.
fn fate(played: &Played) -> Html {
    let decisions = en::counted(played.record.responses.len(), en::DECISIONS);
    let decided = |words| fill(words, &[("decisions", &decisions)]);
    let run = match &played.fate {
        Fate::Known(run) => run,
        Fate::Edited => return html! { <><h3>{WORDS.edited}</h3><p>{decided(WORDS.edited_means)}</p></> },
        Fate::Gone => return html! { <><h3>{WORDS.gone}</h3><p>{decided(WORDS.gone_means)}</p></> },
        Fate::Late => return html! { <><h3>{WORDS.late}</h3><p>{decided(WORDS.late_means)}</p></> },
    };
    let Language { lang, dir } = Language::of(Some(run.scenario()));
    match played.ended() {
        Some((ending, _)) => {
            let mut verdict = format!("{}.", DEBRIEF.outcomes[ending.outcome as usize]);
            if ending.broke {
                verdict.push_str(WORDS.broke);
            }
            html! { <><h3 {lang} {dir}>{heading(played)}</h3><p>{verdict}</p></> }
        }
        None => html! { <><h3 {lang} {dir}>{heading(played)}</h3><p>{decided(WORDS.waits)}</p></> },
    }
}

/// How the end of a run is called, or the step that waits.
fn heading(played: &Played) -> String {
    let run = played.run();
    let end = run.and_then(|run| run.variant()).map(|variant| &variant.title);
    end.or_else(|| run.and_then(|run| run.step()).map(|step| &step.title)).map(|title| shown(title)).unwrap_or_default()
}

/// How often each hat was worn.
fn tally(led: usize, all: usize) -> Html {
    let tag = |stance: Stance, times: usize| {
        let words = format!("{} {times}", DEBRIEF.hats[stance as usize]);
        html! { <span class={classes!("tag", stance.name())}>{icon(shapes::hat(stance))}{words}</span> }
    };
    html! {
        <p class="tally">
            {tag(Stance::Leader, led)}{" "}
            <svg class="share" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="manager" width="1000" height="10" />
                <rect class="leader" width={(led * 1000 / all.max(1)).to_string()} height="10" />
            </svg>{" "}
            {tag(Stance::Manager, all - led)}
        </p>
    }
}

/// The ways from a run: to its debrief, to its end, or on.
fn ways(played: &Played) -> Html {
    let way = |class: &'static str, href: String, words: &'static str| {
        html! {
            <a {class} {href}>{words}<span class="hidden">{": "}<bdi>{heading(played)}</bdi></span></a>
        }
    };
    let own = matches!(played.source, Source::Own(_));
    match (played.run(), played.ended()) {
        (Some(_), Some(_)) if own => way("button", take(played), WORDS.open_end),
        (Some(_), Some(_)) => way("button", link(played).unwrap_or_default(), WORDS.see_debrief),
        (Some(_), None) if played.open => {
            way("button main", Route::Play(played.source.clone()).to_string(), WORDS.go_on)
        }
        (Some(_), None) => way("button", take(played), WORDS.go_on),
        (None, _) => Html::default(),
    }
}
