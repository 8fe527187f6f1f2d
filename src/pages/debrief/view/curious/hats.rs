//! Which hats were worn where, and how players of fixed habits end.

use crate::components::{Html, bar, el, table_head};
use crate::pages::debrief::model::Report;
use crate::pages::debrief::{CURIOUS, WORDS};
use crate::words::{CONCEPT_NAMES, fill};
use analysis::debrief::{Hats, Tally};
use play::play_as;
use scenario::{Persona, Stance};

/// The hats of the run.
pub(super) fn worn(report: &Report) -> Html {
    let hats = report.hats();
    let mut dimensions = Vec::new();
    for (tally, name) in hats.dimensions.iter().zip(WORDS.dimensions) {
        dimensions.push(row(el!("th", "scope" = "row").text(name).build(), *tally, hats.all));
    }
    let mut concepts = Vec::new();
    for (concept, tally) in &hats.concepts {
        let mut guide = el!("a", "href" = format!("#/guide/{}", concept.id()));
        guide.text(CONCEPT_NAMES[concept.place() as usize]);
        concepts.push(row(el!("th", "scope" = "row").with(&mut guide).build(), *tally, hats.all));
    }
    el!("section", "class" = "hats", "aria-labelledby" = "hats")
        .with(el!("h3", "id" = "hats").text(CURIOUS.hats_worn))
        .with(el!("p").text(counted(&hats)))
        .put(tallies(CURIOUS.by_dimension, CURIOUS.about, dimensions))
        .with(el!("details").with(el!("summary").text(CURIOUS.more_tallies)).put(tallies(
            CURIOUS.by_concept,
            CURIOUS.concept,
            concepts,
        )))
        .build()
}

/// How often the one hat was worn, and how often the one that was short.
fn counted(hats: &Hats) -> String {
    let more = if hats.all.leader < hats.all.manager { Stance::Manager } else { Stance::Leader };
    let (times, all) = (hats.all.of(more).to_string(), hats.all.all().to_string());
    let hat = WORDS.hats_within[more as usize];
    let mut words = fill(CURIOUS.hat_worn, &[("hat", hat), ("n", &times), ("all", &all)]);
    if hats.uneven > 0 {
        let (answered, uneven) = (hats.answered.to_string(), hats.uneven.to_string());
        words.push_str(&fill(CURIOUS.hat_answered, &[("n", &answered), ("all", &uneven)]));
    }
    words
}

/// A table of how often each hat was worn.
fn tallies(caption: &'static str, first: &'static str, rows: Vec<Html>) -> Html {
    let [leader, manager] = WORDS.hats;
    el!("table", "class" = "table tallies")
        .with(el!("caption", "class" = "hidden").text(caption))
        .put(table_head(&[first, leader, manager], false))
        .with(el!("tbody").each(rows.into_iter()))
        .build()
}

fn row(head: Html, tally: Tally, all: Tally) -> Html {
    let mut row = el!("tr");
    row.put(head);
    for stance in [Stance::Leader, Stance::Manager] {
        let wide = tally.of(stance) * 1000 / all.all().max(1);
        row.with(el!("td", "class" = stance.name()).with(el!("b").text(tally.of(stance).to_string())).put(bar(
            "bar".into(),
            "1000",
            "8",
            &[(None, wide)],
        )));
    }
    row.build()
}

/// How players of fixed habits end.
pub(super) fn others(report: &Report) -> Html {
    let mut body = el!("tbody");
    body.put(end(CURIOUS.you, report.verdict()));
    for (persona, name) in Persona::ALL.into_iter().zip(CURIOUS.personas) {
        let ending = play_as(persona, report.run.scenario()).ending();
        body.put(end(name, ending.map_or("", |ending| WORDS.outcomes[ending.outcome as usize])));
    }
    el!("section", "aria-labelledby" = "others")
        .with(el!("h3", "id" = "others").text(CURIOUS.beside_others))
        .with(el!("table", "class" = "table two").put(table_head(&[CURIOUS.who, CURIOUS.ends], false)).with(&mut body))
        .build()
}

fn end(who: &'static str, how: &'static str) -> Html {
    el!("tr").with(el!("th", "scope" = "row").text(who)).with(el!("td").text(how)).build()
}
