//! The decisions of the run, each with what it was worth.

use super::parts::{Language, hat_tag};
use super::what_if::table;
use crate::components::{Html, el};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{DecisionRow, Flag, Report, Worth, shown};
use crate::words::fill;

/// The decisions, the first one first.
pub(super) fn timeline(report: &Report, language: &Language) -> Html {
    let mut section = el!("section", "class" = "timeline", "aria-labelledby" = "decisions");
    section.with(el!("h2", "id" = "decisions").text(WORDS.decisions));
    if let Some(figures) = &report.figures {
        section.with(el!("p", "class" = "soft").text(WORDS.decisions_mean));
        if figures.last_chance.is_none() {
            section.with(el!("p").text(WORDS.never_balanced));
        }
    }
    let mut decisions = el!("ol");
    for row in report.decisions() {
        decisions.put(decision(&row, language));
    }
    section.with(&mut decisions).build()
}

fn decision(row: &DecisionRow<'_>, language: &Language) -> Html {
    let (number, lang) = (row.number.to_string(), || language.lang.clone());
    let moved = [("leadership", &*row.leadership), ("management", &*row.management)];
    let mut heading = el!("h3", "lang" = lang(), "dir" = language.dir);
    heading.with(el!("span", "class" = "hidden").text(number.clone()).text(". ")).beside(shown(row.step));
    let mut tags = el!("p", "class" = "tags");
    tags.put(hat_tag(row.stance)).text(" ").with(el!("span").text(fill(WORDS.moved, &moved)));
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
                .map(|visit| el!("p", "class" = "soft").text(fill(WORDS.visit, &[("n", &visit.to_string())])).build()),
        )
        .maybe(beside("soft", &row.why))
        .with(el!("p", "class" = "said", "lang" = lang(), "dir" = language.dir).text(shown(row.response)))
        .with(&mut tags);
    for line in &row.note {
        item.maybe(beside("note", line));
    }
    if let Some(worth) = &row.worth {
        item.with(el!("p", "class" = "worth").text(worth_of(worth)));
        for it in &worth.flags {
            item.put(flag(*it));
        }
        let mut summary = el!("summary");
        summary.beside(WORDS.what_if).put(language.span(Some("hidden"), row.step));
        let mut again = el!("a", "class" = "button", "href" = row.again.clone());
        item.with(
            el!("details")
                .with(&mut summary)
                .put(table(&worth.what_if, language))
                .with(el!("p").with(again.text(WORDS.decide_again))),
        );
    }
    item.build()
}

/// What a decision was worth, in words.
fn worth_of(worth: &Worth<'_>) -> String {
    let mut words = fill(WORDS.worth, &[("worth", worth.words), ("weight", &worth.weight)]);
    let odds = if worth.before == worth.after { WORDS.odds_stayed } else { WORDS.odds_moved };
    words.push_str(&fill(odds, &[("before", &worth.before), ("after", &worth.after)]));
    words
}

fn flag(flag: Flag) -> Html {
    let (name, means) = match flag {
        Flag::ChanceLost => (WORDS.last_chance, WORDS.chance_lost.into()),
        Flag::ChanceTaken => (WORDS.last_chance, WORDS.chance_taken.into()),
        Flag::NoReturn(outcome) => {
            let outcome = WORDS.outcomes_within[outcome as usize];
            (WORDS.no_return, fill(WORDS.no_return_means, &[("outcome", outcome)]))
        }
    };
    el!("p", "class" = "flag").with(el!("b").text(name)).beside(means).build()
}
