//! Where runs end: the exact shares of the outcomes, and the players of habit.

use super::{Send, WORDS};
use crate::components::table_head;
use crate::ui::element::{classes, el};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{Budget, Fate, Model, Report, Survey};
use scenario::Outcome;
use std::rc::Rc;
use yew::Html;

/// The longest fraction that is shown: past that its per cent says more.
const LONGEST: usize = 24;

/// What is shown: the report, whether it is of an earlier text, and what the meters live on, which comes a moment later.
type Seen = (Option<Rc<Report>>, bool, Option<Rc<Survey>>);

pub(super) fn seen(model: &Model) -> Seen {
    let survey = model.plan.as_ref().map(|plan| Rc::clone(&plan.survey));
    (model.report.clone(), model.stale && model.report.is_some(), survey)
}

/// The outcomes of the text as it could last be read.
pub(super) fn draw((report, stale, survey): &Seen, _: &Send) -> Html {
    let inside = match report {
        Some(report) => whole(report),
        None => el!("p", "class" = "soft").text(WORDS.unknown).build(),
    };
    el!("section", "class" = classes("part outcomes", stale.then_some("stale")), "aria-labelledby" = "outcomes")
        .with(el!("h2", "id" = "outcomes").text(WORDS.outcomes))
        .maybe(stale.then(|| el!("p", "class" = "aside").text(WORDS.stale).build()))
        .put(inside)
        .maybe(survey.as_deref().and_then(|survey| budgets(&survey.budgets)))
        .build()
}

fn whole(report: &Report) -> Html {
    let summary = if report.fates.is_empty() {
        WORDS.undecided.to_owned()
    } else {
        fill(WORDS.paths, &[("paths", &report.paths), ("states", &report.states)])
    };
    let fates = Outcome::ALL.into_iter().zip(&report.fates).map(|(outcome, found)| fate(outcome, found));
    let names = [WORDS.always_leader, WORDS.always_manager, WORDS.alternating, WORDS.balancing];
    let personas = names
        .into_iter()
        .zip(&report.personas)
        .enumerate()
        .map(|(at, (name, outcome))| persona(name, *outcome, report.expected.get(at).and_then(Option::as_ref)));
    el!("div")
        .with(el!("ul", "class" = "fates").each(fates))
        .with(el!("p", "class" = "soft").text(summary))
        .with(el!("h3").text(WORDS.personas))
        .with(el!("ul", "class" = "personas").each(personas))
        .build()
}

fn fate(outcome: Outcome, fate: &Fate) -> Html {
    let never = !fate.bound.is_empty();
    let ways = if fate.paths == "1" { WORDS.one_way.into() } else { fill(WORDS.ways, &[("paths", &fate.paths)]) };
    let exact =
        if fate.share.len() > LONGEST || fate.share.len() < 2 { ways } else { format!("{} · {ways}", fate.share) };
    let under = if never { fill(WORDS.never, &[("why", &fate.bound)]) } else { exact };
    let wide = format!("{}.{}%", fate.thousandths / 10, fate.thousandths % 10);
    el!("li", "class" = outcome.name())
        .put(icon::draw(icon::outcome(outcome)))
        .with(el!("b").text(GAME.verdict(outcome)))
        .with(el!("span", "class" = "percent").text(fate.percent.clone()))
        .with(
            el!("svg", "class" = "bar", "aria-hidden" = "true")
                .with(&mut el!("rect", "class" = "whole", "width" = "100%", "height" = "100%"))
                .with(&mut el!("rect", "class" = "share", "width" = wide, "height" = "100%")),
        )
        .with(el!("span", "class" = "soft").text(under))
        .build()
}

fn persona(name: &'static str, outcome: Option<Outcome>, expected: Option<&(Outcome, String)>) -> Html {
    let ending = outcome.map(|outcome| {
        el!("span")
            .with(el!("span", "class" = "hidden").text(" ").text(WORDS.ends_in).text(" "))
            .put(icon::draw(icon::outcome(outcome)))
            .text(GAME.verdict(outcome))
            .build()
    });
    let expected = expected.map(|(goal, away)| {
        if Some(*goal) == outcome {
            return WORDS.as_expected.to_owned();
        }
        fill(WORDS.expected_else, &[("outcome", GAME.verdict(*goal)), ("away", away)])
    });
    el!("li")
        .with(el!("span").text(name))
        .maybe(ending)
        .maybe(expected.map(|words| el!("small", "class" = "soft").text(words).build()))
        .build()
}

/// What both meters live on; nothing where it is not decided.
fn budgets(budgets: &[Budget]) -> Option<Html> {
    let [leadership, management] = budgets else { return None };
    let rows = |budget: &Budget| {
        let [gains, costs, pressure] = budget.flows.clone();
        let (start, enough) = (budget.start.to_string(), budget.enough.to_string());
        [start, gains, costs, pressure, budget.end.clone(), enough, budget.slack.clone()]
    };
    let names = [
        WORDS.budget_start,
        WORDS.budget_gains,
        WORDS.budget_costs,
        WORDS.budget_pressure,
        WORDS.budget_end,
        WORDS.budget_enough,
        WORDS.budget_slack,
    ];
    let both = rows(leadership).into_iter().zip(rows(management));
    let row = |(name, (leadership, management)): (&'static str, (String, String))| {
        el!("tr")
            .with(el!("th", "scope" = "row").text(name))
            .with(el!("td").text(leadership))
            .with(el!("td").text(management))
            .build()
    };
    let table = el!("table", "class" = "both", "aria-labelledby" = "budgets")
        .put(table_head(&[WORDS.budget, GAME.leadership, GAME.management], false))
        .with(el!("tbody").each(names.into_iter().zip(both).map(row)))
        .build();
    Some(
        el!("div", "class" = "budgets")
            .with(el!("h3", "id" = "budgets").text(WORDS.budgets))
            .with(el!("p", "class" = "soft").text(WORDS.budgets_are))
            .put(table)
            .build(),
    )
}
