//! The decisions of the run: three in the open, the others folded.

use crate::components::{Html, el};
use crate::pages::debrief::model::{DecisionRow, Flag, Report, shown};
use crate::pages::debrief::view::parts::{Language, hat_tag};
use crate::pages::debrief::{BELOW, WORDS};
use crate::words::fill;
use library::Reflection;

/// The moments that mattered, then the other decisions; each in the order of the story.
pub(super) fn timeline(report: &Report, language: &Language) -> Html {
    let rows = report.decisions();
    let list = |mattered: bool| {
        let rows = rows.iter().filter(|row| row.mattered == mattered);
        el!("ol").each(rows.map(|row| decision(row, report.thought(row.at), language))).build()
    };
    let mut section = el!("section", "class" = "timeline", "aria-labelledby" = "decisions");
    section.with(el!("h2", "id" = "decisions").text(BELOW.decisions));
    if report.figures.as_ref().is_some_and(|figures| figures.last_chance.is_none()) {
        section.with(el!("p").text(BELOW.never_balanced));
    }
    let calibration = report.calibration().map(|words| el!("p", "class" = "soft").text(words).build());
    section.maybe(calibration).put(list(true));
    let summary = match rows.iter().filter(|row| !row.mattered).count() {
        0 => return section.build(),
        1 => BELOW.one_more_decision.into(),
        more => fill(BELOW.more_decisions, &[("n", &more.to_string())]),
    };
    section.with(el!("details").with(el!("summary").text(summary)).put(list(false))).build()
}

fn decision(row: &DecisionRow<'_>, thought: Option<&Reflection>, language: &Language) -> Html {
    let (number, lang) = (row.number.to_string(), || language.lang.clone());
    let moved = [("leadership", &*row.leadership), ("management", &*row.management)];
    let mut heading = el!("h3", "lang" = lang(), "dir" = language.dir);
    heading.with(el!("span", "class" = "hidden").text(number.clone()).text(". ")).beside(shown(row.step));
    let mut tags = el!("p", "class" = "tags");
    tags.put(hat_tag(row.stance)).text(" ").with(el!("span").text(fill(BELOW.moved, &moved)));
    let mut item = el!("li", "class" = row.stance.name());
    let beside = |class: &'static str, words: &str| {
        (!words.is_empty())
            .then(|| el!("p", "class" = class, "lang" = lang(), "dir" = language.dir).text(shown(words)).build())
    };
    item.with(el!("span", "class" = "stop", "aria-hidden" = "true").text(number))
        .maybe(beside("kicker", row.moment))
        .with(&mut heading)
        .maybe(
            row.visit
                .map(|visit| el!("p", "class" = "soft").text(fill(BELOW.visit, &[("n", &visit.to_string())])).build()),
        )
        .maybe(beside("soft", &row.why))
        .maybe(thought.map(thought_first))
        .with(el!("p", "class" = "said", "lang" = lang(), "dir" = language.dir).text(shown(row.response)))
        .with(&mut tags);
    for line in &row.note {
        item.maybe(beside("note", line));
    }
    for it in &row.flags {
        item.put(flag(*it));
    }
    // The one that turned the run has a button of its own on the first screen.
    if !row.flags.contains(&Flag::Turned) {
        let mut again = el!("a", "class" = "again", "href" = row.again.clone());
        let mut of = el!("span", "class" = "hidden");
        of.beside(": ").put(language.span(None, row.step));
        again.beside(BELOW.decide_again).with(&mut of);
        item.with(el!("p").with(&mut again));
    }
    item.build()
}

/// What the player wrote before they answered, and how sure they were.
fn thought_first(thought: &Reflection) -> Html {
    let mut said = el!("p", "class" = "soft");
    if !thought.words.is_empty() {
        said.with(el!("span").text(BELOW.own_words))
            .text(" ")
            .with(el!("q", "dir" = "auto").text(shown(&thought.words)));
    }
    if let Some(sure) = thought.sure {
        said.text(" ").with(el!("span").text(fill(BELOW.said_sure, &[("sure", BELOW.sureness[sure as usize])])));
    }
    said.build()
}

fn flag(flag: Flag) -> Html {
    let (name, means) = match flag {
        Flag::Turned => (BELOW.moment_turned, String::new()),
        Flag::ChanceLost => (BELOW.last_chance, BELOW.chance_lost.into()),
        Flag::NoReturn(outcome) => {
            let outcome = WORDS.outcomes_within[outcome as usize];
            (BELOW.no_return, fill(BELOW.no_return_means, &[("outcome", outcome)]))
        }
    };
    let class = if means.is_empty() { "flag alone" } else { "flag" };
    el!("p", "class" = class).with(el!("b").text(name)).beside(means).build()
}
