//! What the facilitator does in each phase.

use super::{HOUR, Send, WORDS, debrief, field};
use crate::room::console::{Branch, ConsoleView, Way};
use crate::room::stage::{Slide, stage};
use crate::room::phones::Means;
use crate::room::{Field, Model};
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill, signed};
use scenario::{Id, Stance, direction};
use session::{Act, Mode, Phase, SCALES, State, Tally};
use yew::Html;

/// The part of a phase.
pub(super) fn part(model: &Model, state: &State, view: &ConsoleView<'_>, send: &Send) -> Html {
    let tip = |words: &'static str| el!("p", "class" = "tip").text(words).build();
    match state.phase() {
        Phase::SetUp => super::set_up::part(model, state, send),
        Phase::Gather => tip(WORDS.gather_tip),
        Phase::RateBefore | Phase::RateAfter => rating(model, state, send),
        Phase::Read => el!("div").put(tip(WORDS.read_tip)).put(branches(model, state, view, send)).build(),
        Phase::Think => el!("div").put(tip(WORDS.think_tip)).put(branches(model, state, view, send)).build(),
        Phase::Vote | Phase::Talk | Phase::VoteAgain => branches(model, state, view, send),
        Phase::Reveal => el!("div").put(tip(WORDS.reveal_tip)).put(branches(model, state, view, send)).build(),
        Phase::Consequence => tip(WORDS.consequence_tip),
        Phase::Told => tip(HOUR.told_tip),
        Phase::Ending => tip(WORDS.ending_tip),
        Phase::Teams => super::written::teams(model, state, send),
        Phase::What => {
            el!("div").put(tip(WORDS.what_tip)).maybe(looked_at(state, send)).put(stops(state, send)).build()
        }
        Phase::SoWhat => el!("div")
            .put(tip(WORDS.so_what_tip))
            .maybe(looked_at(state, send))
            .put(what_ifs(model, state, send))
            .build(),
        Phase::NowWhat | Phase::PlusDelta => super::written::notes(model, state, send),
        Phase::Close => el!("div").put(tip(WORDS.close_tip)).put(shifts(state)).build(),
    }
}

/// How many are in the room, at any time: whoever comes late, or leaves.
pub(super) fn people(model: &Model, state: &State, send: &Send) -> Html {
    let words = (WORDS.people.to_owned(), format!("{} −1", WORDS.people), format!("{} +1", WORDS.people));
    el!("div", "class" = "people")
        .with(el!("p", "aria-hidden" = "true").text(WORDS.people))
        .put(field::counter("people".into(), words, Field::People, (state.people(), 500), model, send))
        .build()
}

fn counted(tally: &Tally) -> Html {
    let gaps = [("n", tally.sum().to_string()), ("room", tally.room().to_string())];
    let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, filling)| (*gap, filling.as_str())).collect();
    let silent = fill(WORDS.silent, &[("n", &tally.silent().to_string())]);
    el!("p", "class" = "counted", "role" = "status").text(format!("{} · {silent}", fill(WORDS.counted, &gaps))).build()
}

/// The responses: where each leads, and while hands are counted, how many are up.
fn branches(model: &Model, state: &State, view: &ConsoleView<'_>, send: &Send) -> Html {
    let tally = match (state.phase(), state.ballot()) {
        (Phase::Vote, Some(ballot)) => Some(&ballot.first),
        (Phase::VoteAgain, Some(ballot)) => ballot.second.as_ref(),
        _ => None,
    };
    let head = match state.phase() {
        Phase::Vote => WORDS.votes,
        Phase::VoteAgain => WORDS.second_votes,
        Phase::Reveal => WORDS.will_play,
        _ => WORDS.branches,
    };
    let rows = view.branches.iter().map(|branch| row(model, state, view, branch, tally, send));
    el!("div", "class" = "branches")
        .with(el!("h2").text(head))
        .maybe(tally.map(counted))
        .maybe(tally.filter(|_| !by_phone_alone(model, state)).map(|_| el!("p", "class" = "soft").text(WORDS.count_tip).build()))
        .with(el!("ol").each(rows))
        .build()
}

fn row(
    model: &Model,
    state: &State,
    view: &ConsoleView<'_>,
    branch: &Branch<'_>,
    tally: Option<&Tally>,
    send: &Send,
) -> Html {
    let number = branch.choice.number;
    let language = state.scenario().language();
    let id =
        state.run().step().and_then(|step| step.responses.get(branch.response)).map(|response| response.id.clone());
    let counter = match (tally, id.clone()) {
        (Some(tally), Some(id)) if !by_phone_alone(model, state) => {
            let name = fill(WORDS.option, &[("n", &number.to_string())]);
            let named = |words: &'static str| fill(words, &[("response", &name)]);
            let words = (named(WORDS.hands_for), named(WORDS.one_less), named(WORDS.one_more));
            let count = (tally.counts()[branch.response], state.people().max(tally.room()));
            Some(field::counter(format!("hands-{number}"), words, Field::Votes(id), count, model, send))
        }
        _ => None,
    };
    let reveal = (state.phase() == Phase::Reveal).then(|| picked(view, branch, id, send));
    let does = branch.does.map(|((leadership, management), to)| {
        let to = match to {
            Way::Step(step) => fill(WORDS.leads_to, &[("step", step)]),
            Way::Ends(outcome) => fill(WORDS.ends_as, &[("outcome", GAME.verdict(outcome))]),
        };
        format!(" {} {}, {} {} · {to}", GAME.leadership, signed(leadership), GAME.management, signed(management))
    });
    let hat = branch.choice.hat;
    let tag =
        hat.map(|hat| el!("span", "class" = "tag").put(icon::draw(icon::hat(hat))).text(GAME.stance(hat)).build());
    let about = (tag.is_some() || does.is_some())
        .then(|| el!("p", "class" = "to").maybe(tag).text(does.unwrap_or_default()).build());
    el!("li", "class" = hat.map_or("hatless", Stance::name))
        .with(el!("b", "class" = "number").text(number.to_string()))
        .with(
            el!("div", "class" = "words")
                .with(
                    el!("p", "lang" = language.to_owned(), "dir" = direction(language))
                        .text(branch.choice.text.to_owned()),
                )
                .maybe(about),
        )
        .maybe(counter)
        .maybe(reveal)
        .build()
}

/// Whether no hands are counted now, because all answer by phone.
fn by_phone_alone(model: &Model, state: &State) -> bool {
    let phones = model.phones();
    phones.means() == Means::Phones && phones.said(state).is_some()
}

/// The votes on a response, whether it will be played, and how to play it instead.
fn picked(view: &ConsoleView<'_>, branch: &Branch<'_>, id: Option<Id>, send: &Send) -> Html {
    let (first, second) = branch.hands;
    let hands = second.map_or_else(|| first.to_string(), |second| format!("{first} → {second}"));
    let played = view.played.filter(|(played, _)| *played == branch.response);
    let button = match played {
        Some((_, true)) => Some(field::act("button", WORDS.back_to_votes, Act::Pick(None), send)),
        Some((_, false)) => None,
        None => id.map(|id| field::act("button", WORDS.play_this, Act::Pick(Some(id)), send)),
    };
    let mark =
        played.map(|_| el!("span", "class" = "played").put(icon::draw(icon::NEXT)).text(WORDS.will_play).build());
    el!("div", "class" = "picked").with(el!("b", "class" = "hands").text(hands)).maybe(mark).maybe(button).build()
}

fn rating(model: &Model, state: &State, send: &Send) -> Html {
    let after = state.phase() == Phase::RateAfter;
    let scale = |scale: usize| {
        let tally = &state.ratings(after)[scale];
        let values = tally.counts().iter().enumerate().map(|(value, count)| {
            let name = format!("{} {}", WORDS.h_scale, scale + 1);
            let name = format!("{name}: {}", value + 1);
            let named = |words: &'static str| fill(words, &[("response", &name)]);
            let words = (named(WORDS.hands_for), named(WORDS.one_less), named(WORDS.one_more));
            let count = (*count, state.people().max(tally.room()));
            let id = format!("rate-{scale}-{value}");
            let counter = field::counter(id, words, Field::Rate(scale, value), count, model, send);
            el!("li").with(el!("b", "class" = "number").text((value + 1).to_string())).put(counter).build()
        });
        el!("div", "class" = "rating")
            .with(el!("p").text(format!("1: {}", WORDS.low_ends[scale])))
            .with(el!("p").text(format!("5: {}", WORDS.high_ends[scale])))
            .put(counted(tally))
            .with(el!("ol").each(values))
            .build()
    };
    el!("div")
        .with(el!("p", "class" = "tip").text(WORDS.rate_tip))
        .with(el!("div", "class" = "ratings").each((0..SCALES).map(scale)))
        .build()
}

fn shifts(state: &State) -> Html {
    let shift = |scale: usize| {
        let words = match state.shift(scale) {
            Some((before, after)) => {
                fill(WORDS.shift, &[("before", &debrief::tenths(before)), ("after", &debrief::tenths(after))])
            }
            None => WORDS.no_shift.into(),
        };
        el!("p").text(format!("{} – {}: {words}", WORDS.low_ends[scale], WORDS.high_ends[scale])).build()
    };
    el!("div").each((0..SCALES).map(shift)).build()
}

/// Which team's run is debriefed.
fn looked_at(state: &State, send: &Send) -> Option<Html> {
    (state.mode() == Mode::Teams).then(|| {
        let teams = state.teams().iter().enumerate();
        let teams =
            teams.map(|(at, team)| field::radio("team", team.name.clone(), state.focus() == at, Act::Focus(at), send));
        el!("fieldset")
            .with(el!("legend").text(WORDS.debrief_team))
            .with(el!("div", "class" = "choices").each(teams))
            .build()
    })
}

/// Up to which decision the way is shown.
fn stops(state: &State, send: &Send) -> Html {
    let Some(run) = state.debriefed() else { return Html::default() };
    let stop = |at: usize| {
        let name = match at.checked_sub(1).and_then(|at| run.turns().get(at)) {
            Some(turn) => format!("{at}. {}", state.scenario().step(turn.step).title),
            None => WORDS.start.into(),
        };
        let current = if state.stop() == at { "true" } else { "false" };
        let mut button = el!("button", "class" = "button", "aria-pressed" = current);
        button.text(name).on_click(super::on(send, crate::room::Event::Take(Act::Stop(at))));
        el!("li").with(&mut button).build()
    };
    el!("div")
        .with(el!("h2").text(WORDS.decision_shown))
        .with(el!("ul", "class" = "stops").each((0..=run.turns().len()).map(stop)))
        .build()
}

/// One click to what if, for any response to any decision.
fn what_ifs(model: &Model, state: &State, send: &Send) -> Html {
    let Some(run) = state.debriefed() else { return Html::default() };
    let decisions = run.decisions().enumerate().map(|(number, (at, turn))| {
        let step = state.scenario().step(turn.step);
        let offered = turn.before.offered(state.scenario()).enumerate();
        let others = offered.filter(|(_, (place, _))| *place != turn.response).map(|(called, (place, response))| {
            let asked = state.what_if() == Some((at, place));
            let act = Act::WhatIf((!asked).then_some((at, place)));
            let mut button = el!("button", "class" = "button", "aria-pressed" = if asked { "true" } else { "false" });
            button
                .text(format!("{}: {}. {}", WORDS.what_if, called + 1, response.text))
                .on_click(super::on(send, crate::room::Event::Take(act)));
            el!("li").with(&mut button).build()
        });
        el!("li").with(el!("h3").text(format!("{}. {}", number + 1, step.title))).with(el!("ul").each(others)).build()
    });
    let shown = matches!(stage(state, model.review(), model.now()).slide, Slide::WhatIf(_));
    let off = shown.then(|| field::act("button main", WORDS.what_if_off, Act::WhatIf(None), send));
    el!("div", "class" = "what-ifs").maybe(off).with(el!("ol").each(decisions)).build()
}
