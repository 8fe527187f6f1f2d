//! Paper after a session: its debrief sheet.

use super::{WORDS, debrief, map, numbered, paper};
use crate::platform::time;
use crate::room::steps::passed;
use crate::room::{Model, debriefed, hours};
use crate::ui::element::el;
use crate::ui::speech;
use crate::words::{ENGLISH as GAME, fill, signed};
use scenario::{Effect, direction};
use session::{Ballot, How, Note, SCALES, State, Tally};
use yew::Html;

/// The session's debrief sheet.
pub(super) fn page(model: &Model, state: &State) -> Html {
    let scenario = state.scenario();
    let began = model.session().map(|session| session.head().began);
    let began = began.map(|began| hours::date(began, time::ahead(began))).unwrap_or_default();
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
                .with(
                    el!("p", "class" = "line")
                        .with(el!("bdi").text(label.to_owned()))
                        .text(format!(" · {}", numbered(WORDS.person_there, WORDS.people_there, state.people()))),
                ),
        )
        .with(el!("div", "class" = "two").maybe(meaning).maybe(way))
        .put(decisions(state))
        .put(notes(state))
        .put(ratings(state))
        .build()
}

/// The steps of the run that is debriefed, with the room's votes, and all that moved the meters on the way.
fn decisions(state: &State) -> Html {
    let Some(run) = state.debriefed() else { return Html::default() };
    let language = state.scenario().language();
    let heads = [
        WORDS.h_step,
        WORDS.h_response,
        WORDS.h_hat,
        WORDS.votes,
        WORDS.the_situation,
        WORDS.the_answer,
        WORDS.come_to,
    ];
    let row = |name: Html, answer: Html, cells: [String; 5]| {
        el!("tr")
            .with(el!("th", "scope" = "row").put(name))
            .put(answer)
            .each(cells.into_iter().map(|cell| el!("td").text(cell).build()))
            .build()
    };
    let changed = |effect: Effect| format!("{} / {}", signed(effect.leadership), signed(effect.management));
    let come_to = |meters: (i32, i32)| format!("{} / {}", meters.0, meters.1);
    let meters = state.scenario().meters();
    let nothing = String::new;
    let start = come_to((meters.leadership.start, meters.management.start));
    let name = el!("span").text(WORDS.start).build();
    let start = row(name, el!("td").build(), [nothing(), nothing(), nothing(), nothing(), start]);
    let rows = passed(run).into_iter().enumerate().map(|(at, step)| {
        let about = state.scenario().step(step.step);
        let title = el!("div")
            .maybe(speech::beside("soft", &about.moment, language))
            .put(own_name(at + 1, &about.title, language))
            .maybe(speech::beside("soft", &about.why, language))
            .build();
        let (pressure, after) = (changed(step.pressure), come_to(step.after));
        let Some((turn, effect)) = step.answer else {
            let answer = el!("td").text(WORDS.not_answered).build();
            return row(title, answer, [nothing(), nothing(), pressure, nothing(), after]);
        };
        let response = run.response(&turn);
        let answer = el!("td", "lang" = language.to_owned(), "dir" = direction(language))
            .text(response.text.to_string())
            .build();
        let votes = votes(state, at).unwrap_or_default();
        row(
            title,
            answer,
            [response.stance.map_or("", |hat| GAME.stance(hat)).into(), votes, pressure, changed(effect), after],
        )
    });
    let rows: Vec<Html> = std::iter::once(start).chain(rows).collect();
    let about = format!("{} / {}", GAME.leadership, GAME.management);
    el!("section")
        .with(el!("h2").text(WORDS.way))
        .with(
            el!("table", "class" = "sheet")
                .with(el!("caption", "class" = "soft").text(about))
                .with(
                    el!("thead").with(
                        el!("tr").each(heads.into_iter().map(|word| el!("th", "scope" = "col").text(word).build())),
                    ),
                )
                .with(el!("tbody").each(rows.into_iter())),
        )
        .build()
}

/// A step's number, and its name in the story's language.
fn own_name(number: usize, title: &str, language: &str) -> Html {
    let name = el!("bdi", "lang" = language.to_owned(), "dir" = direction(language)).text(title.to_owned()).build();
    el!("span").text(format!("{number}. ")).put(name).build()
}

/// The votes on a decision of the room, and how it was decided where that was not by most of them.
fn votes(state: &State, decision: usize) -> Option<String> {
    let stands = |ballot: &&Ballot| ballot.decision == decision && !ballot.taken_back;
    let ballot = state.ballots().iter().find(stands)?;
    let hands = |tally: &Tally| {
        let counts: Vec<String> = tally.counts().iter().map(u32::to_string).collect();
        counts.join(" : ")
    };
    let mut told = hands(&ballot.first);
    if let Some(second) = &ballot.second {
        told = format!("{told} → {}", hands(second));
    }
    match ballot.played {
        // Nobody raised a hand, for nobody was asked.
        Some((_, How::Habit)) => Some(WORDS.hows[How::Habit as usize].into()),
        None | Some((_, How::Majority)) => Some(told),
        Some((_, how)) => Some(format!("{told}, {}", WORDS.hows[how as usize])),
    }
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
