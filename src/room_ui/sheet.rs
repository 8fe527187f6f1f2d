//! Paper after a session: its debrief sheet.

use super::{WORDS, debrief, map, paper};
use crate::room::{Model, debriefed, hours};
use crate::scenario::direction;
use crate::ui::element::el;
use crate::words::{ENGLISH as GAME, fill, signed};
use crate::workshop::{Note, SCALES, State};
use yew::Html;

/// The session's debrief sheet.
pub(super) fn page(model: &Model, state: &State) -> Html {
    let scenario = state.scenario();
    let began = model.session().map(|session| hours::date(session.head().began)).unwrap_or_default();
    let label = Some(state.label()).filter(|label| !label.is_empty()).unwrap_or(WORDS.untitled);
    let way = debriefed::way(state, usize::MAX).map(|way| map::draw(&way.map, &way.teams, &way.map));
    let meaning = debriefed::meaning(state, model.review()).map(|meaning| debrief::told(&meaning, scenario.language()));
    el!("article", "class" = "paper debrief-sheet")
        .put(paper::print())
        .with(
            el!("header", "class" = "paper-head")
                .with(el!("p", "class" = "kicker").text(format!("{} · {began}", WORDS.sheet)))
                .with(
                    el!(
                        "h1",
                        "tabindex" = "-1",
                        "lang" = scenario.language().to_owned(),
                        "dir" = direction(scenario.language())
                    )
                    .text(scenario.title().to_owned()),
                )
                .with(el!("p", "class" = "line").with(el!("bdi").text(label.to_owned())).text(format!(
                    " · {} {}",
                    state.people(),
                    WORDS.h_people
                ))),
        )
        .with(el!("div", "class" = "two").maybe(meaning).maybe(way))
        .put(decisions(state))
        .put(notes(state))
        .put(ratings(state))
        .build()
}

/// The decisions of the run that is debriefed, with the room's votes.
fn decisions(state: &State) -> Html {
    let Some(run) = state.debriefed() else { return Html::default() };
    let language = state.scenario().language();
    let heads = [WORDS.h_step, WORDS.h_response, WORDS.h_hat, WORDS.votes, WORDS.map];
    let rows = run.turns().iter().enumerate().map(|(at, turn)| {
        let response = run.response(turn);
        let ballot = state.ballots().iter().find(|ballot| ballot.decision == at && !ballot.taken_back);
        let votes = ballot.map(|ballot| {
            let hands = |tally: &crate::workshop::Tally| {
                let counts: Vec<String> = tally.counts().iter().map(u32::to_string).collect();
                counts.join(" : ")
            };
            match &ballot.second {
                Some(second) => format!("{} → {}", hands(&ballot.first), hands(second)),
                None => hands(&ballot.first),
            }
        });
        let effect = response.effect;
        let cell = |text: String| el!("td").text(text).build();
        el!("tr")
            .with(
                el!("th", "scope" = "row").text(format!("{}. ", at + 1)).with(
                    el!("bdi", "lang" = language.to_owned(), "dir" = direction(language))
                        .text(state.scenario().step(turn.step).title.to_string()),
                ),
            )
            .with(el!("td", "lang" = language.to_owned(), "dir" = direction(language)).text(response.text.to_string()))
            .put(cell(GAME.stance(response.stance).into()))
            .put(cell(votes.unwrap_or_default()))
            .put(cell(format!("{} / {}", signed(effect.leadership), signed(effect.management))))
            .build()
    });
    el!("section")
        .with(el!("h2").text(WORDS.way))
        .with(
            el!("table", "class" = "sheet")
                .with(
                    el!("thead").with(
                        el!("tr").each(heads.into_iter().map(|word| el!("th", "scope" = "col").text(word).build())),
                    ),
                )
                .with(el!("tbody").each(rows)),
        )
        .build()
}

fn notes(state: &State) -> Html {
    let part = |(note, head): (Note, &'static str)| {
        let notes = state.notes(note);
        if notes.is_empty() {
            return Html::default();
        }
        el!("div")
            .with(el!("h2").text(head))
            .with(
                el!("ul", "class" = "questions")
                    .each(notes.iter().map(|note| el!("li", "dir" = "auto").text(note.clone()).build())),
            )
            .build()
    };
    let parts = [(Note::Commitment, WORDS.wall), (Note::Plus, WORDS.plus), (Note::Delta, WORDS.delta)];
    el!("section").each(parts.into_iter().map(part)).build()
}

fn ratings(state: &State) -> Html {
    let line = |scale: usize| {
        let (before, after) = state.shift(scale)?;
        let shift = fill(WORDS.shift, &[("before", &debrief::tenths(before)), ("after", &debrief::tenths(after))]);
        Some(el!("li").text(format!("{} – {}: {shift}", WORDS.low_ends[scale], WORDS.high_ends[scale])).build())
    };
    let lines: Vec<Html> = (0..SCALES).filter_map(line).collect();
    if lines.is_empty() {
        return Html::default();
    }
    el!("section")
        .with(el!("h2").text(WORDS.t_ratings))
        .with(el!("ul", "class" = "questions").each(lines.into_iter()))
        .build()
}
