//! The runs that were played, the newest first.

use super::parts::Language;
use crate::album_view::en;
use crate::app::Route;
use crate::components::element::{Element, Html, classes, el};
use crate::components::{bar, icon};
use crate::pages::debrief::WORDS as DEBRIEF;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Report, link, take};
use crate::shapes;
use crate::words::{fill, shown};
use library::{Fate, Played, Source};
use scenario::Stance;

/// What stands for a run that has no outcome: the clock of what is past.
const PAST: &str = "M4.5 14a8 8 0 1 0 1.4-6.5L4 9.5M4 5v4.5h4.5M12 8v4.5l3 1.7";

/// The runs: the newest in the open, the older ones to be opened.
pub(super) fn runs(report: &Report) -> Html {
    let (recent, older) = report.recent();
    let mut section = el!("section", "id" = "runs", "tabindex" = "-1", "aria-labelledby" = "runs-title");
    section.with(el!("h2", "id" = "runs-title").text(WORDS.runs));
    if recent.is_empty() {
        let mut choose = el!("a", "class" = "button main", "href" = "#/");
        section.with(el!("p", "class" = "actions").with(choose.text(WORDS.choose)));
    } else {
        section.put(list(recent, report));
    }
    if !older.is_empty() {
        let summary = fill(WORDS.older, &[("n", &older.len().to_string())]);
        section.with(el!("details").with(el!("summary").text(summary)).put(list(older, report)));
    }
    section.build()
}

fn list(runs: &[Played], report: &Report) -> Html {
    let mut list = el!("ol", "class" = "runs");
    for played in runs {
        list.put(run(played, report));
    }
    list.build()
}

fn run(played: &Played, report: &Report) -> Html {
    let ended = played.ended();
    let class = ended.map_or("open", |(ending, _)| ending.outcome.name());
    let shape = ended.map_or(PAST, |(ending, _)| shapes::outcome(ending.outcome));
    let Language { lang, dir } = Language::of(played.run().map(|run| &**run.scenario()));
    let mut story = el!("p", "class" = "soft");
    if played.open {
        story.with(el!("b").text(WORDS.open_now));
    }
    story
        .beside(report.day(played).to_owned())
        .text(" ")
        .with(el!("span", "lang" = lang, "dir" = dir).text(shown(&report.title(played))));
    if is_own(played) {
        story.text(" ").with(el!("span").text(WORDS.own_file));
    }
    let mut about = el!("div");
    about.with(&mut story);
    fate(&mut about, played);
    about.maybe(played.tally().map(|(led, all)| tally(led, all)));
    el!("li", "class" = classes("run", Some(class)))
        .put(icon(shape))
        .with(&mut about)
        .with(el!("p", "class" = "actions").maybe(way(played)))
        .build()
}

fn is_own(played: &Played) -> bool {
    matches!(played.source, Source::Own(_))
}

/// Says in an element what became of a run.
fn fate(about: &mut Element, played: &Played) {
    let decisions = en::counted(played.record.responses.len(), en::DECISIONS);
    let decided = |words| fill(words, &[("decisions", &decisions)]);
    let mut plain = |heading: &'static str, means: &'static str| {
        about.with(el!("h3").text(heading)).with(el!("p").text(decided(means)));
    };
    let run = match &played.fate {
        Fate::Known(run) => run,
        Fate::Edited => return plain(WORDS.edited, WORDS.edited_means),
        Fate::Gone => return plain(WORDS.gone, WORDS.gone_means),
        Fate::Late => return plain(WORDS.late, WORDS.late_means),
    };
    let Language { lang, dir } = Language::of(Some(run.scenario()));
    let became = match played.ended() {
        Some((ending, _)) => {
            let mut verdict = format!("{}.", DEBRIEF.outcomes[ending.outcome as usize]);
            if ending.broke {
                verdict.push_str(WORDS.broke);
            }
            verdict
        }
        None => decided(WORDS.waits),
    };
    about.with(el!("h3", "lang" = lang, "dir" = dir).text(heading(played))).with(el!("p").text(became));
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
        let class = classes("tag", Some(stance.name()));
        el!("span", "class" = class).put(icon(shapes::hat(stance))).beside(words).build()
    };
    let wide = led * 1000 / all.max(1);
    el!("p", "class" = "tally")
        .put(tag(Stance::Leader, led))
        .text(" ")
        .put(bar("share".into(), "1000", "10", &[(Some("manager"), 1000), (Some("leader"), wide)]))
        .text(" ")
        .put(tag(Stance::Manager, all - led))
        .build()
}

/// The way from a run: to its debrief, to its end, or on.
fn way(played: &Played) -> Option<Html> {
    played.run()?;
    let (class, to, words) = match played.ended() {
        Some(_) if is_own(played) => ("button", take(played), WORDS.open_end),
        Some(_) => ("button", link(played).unwrap_or_default(), WORDS.see_debrief),
        None if played.open => ("button main", Route::Play(played.source.clone()).to_string(), WORDS.go_on),
        None => ("button", take(played), WORDS.go_on),
    };
    let mut of = el!("span", "class" = "hidden");
    of.beside(": ").with(el!("bdi").text(heading(played)));
    Some(el!("a", "class" = class, "href" = to).beside(words).with(&mut of).build())
}
