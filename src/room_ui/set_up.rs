//! Setting a session up: its name, its time, who plays, and which decisions are the room's.

use super::{HOUR, Send, WORDS, field, on, opening, phones};
use crate::room::hour::{Decision, PlanView, plan};
use crate::room::{Event, Field, Model, Page};
use crate::ui::element::el;
use crate::words::fill;
use scenario::direction;
use session::{Act, Decides, Length, Mode, Session, State};
use yew::Html;

/// What is set up before people come in.
pub(super) fn part(model: &Model, state: &State, send: &Send) -> Html {
    let mut label = el!("input", "type" = "text", "id" = "label", "maxlength" = "280", "autocomplete" = "off");
    field::typed(&mut label, model, &Field::Label, state.label(), send);
    let lengths = Length::ALL.into_iter().map(|length| {
        let word = fill(WORDS.minutes, &[("n", &length.minutes().to_string())]);
        field::radio("length", word, state.length() == length, Act::Length(length), send)
    });
    let modes = [Mode::Room, Mode::Teams].into_iter().map(|mode| {
        field::radio("mode", WORDS.modes[mode as usize].into(), state.mode() == mode, Act::Mode(mode), send)
    });
    let weights = model.weights().filter(|_| state.mode() == Mode::Room);
    let decisions = weights.map(|weights| decides(&plan(state, weights), state.scenario().language(), send));
    let head = model.session().map(Session::head);
    let before = head.map(|head| opening::before(model, &Page::Opening(model.source(head)), send));
    let hats = state.shows_hats();
    el!("div", "class" = "set-up")
        .with(el!("label", "class" = "label").with(el!("span").text(WORDS.label)).with(&mut label))
        .with(
            el!("fieldset").with(el!("legend").text(WORDS.length)).with(el!("div", "class" = "choices").each(lengths)),
        )
        .with(el!("fieldset").with(el!("legend").text(WORDS.mode)).with(el!("div", "class" = "choices").each(modes)))
        .maybe(phones::set_up(model, state, send))
        .maybe(decisions)
        .maybe(before)
        .with(
            el!("label", "class" = "choice")
                .with(
                    el!("input", "type" = "checkbox").checked(hats).on_change(on(send, Event::Take(Act::Hats(!hats)))),
                )
                .with(el!("b").text(WORDS.hats))
                .with(el!("small").text(WORDS.hats_is)),
        )
        .build()
}

/// Which decisions are the room's, and how long the story takes so.
fn decides(plan: &PlanView<'_>, language: &str, send: &Send) -> Html {
    let some = plan.some.clone().map(|some| field::radio("decides", HOUR.decides_some.into(), !plan.all, some, send));
    let all = Act::Decides(Decides::All);
    let all = field::radio("decides", HOUR.decides_all.into(), plan.all, all, send);
    let fits = plan.needs <= plan.has;
    let gaps = [("needs", minutes(plan.needs)), ("has", (plan.has / 60).to_string())];
    let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, filling)| (*gap, filling.as_str())).collect();
    let needs = fill(if fits { HOUR.plan_fits } else { HOUR.plan_over }, &gaps);
    let votes = fill(HOUR.plan_votes, &[("n", &plan.votes.to_string()), ("longest", &plan.longest.to_string())]);
    let propose = plan.propose.clone().map(|act| field::act("button propose", HOUR.propose, act, send));
    let each = plan.decisions.iter().map(|decision| ticked(decision, language, send));
    el!("fieldset", "class" = "decides")
        .with(el!("legend").text(HOUR.decides))
        .with(el!("div", "class" = "choices").maybe(some).put(all))
        .with(el!("p", "class" = "soft").text(HOUR.habit_is))
        .with(el!("p", "role" = "status").text(votes).text(" ").text(needs))
        .maybe(propose)
        .with(el!("ul", "class" = "ticks").each(each))
        .build()
}

fn minutes(seconds: u32) -> String {
    seconds.div_ceil(60).to_string()
}

/// A decision that is given to the room by a tick.
fn ticked(decision: &Decision<'_>, language: &str, send: &Send) -> Html {
    let weight = decision.weight.map(|weight| el!("small").text(turns(weight)).build());
    el!("li")
        .with(
            el!("label")
                .with(
                    el!("input", "type" = "checkbox")
                        .checked(decision.taken)
                        .on_change(on(send, Event::Take(decision.change.clone()))),
                )
                .with(
                    el!("b", "lang" = language.to_owned(), "dir" = direction(language)).text(decision.title.to_owned()),
                )
                .text(" ")
                .maybe(weight),
        )
        .build()
}

/// How much hangs on a decision, of so many thousandths: in words, and in tenths of ten endings.
fn turns(thousandths: u32) -> String {
    let word = match thousandths {
        0 => 0,
        1..100 => 1,
        100..250 => 2,
        _ => 3,
    };
    let tenths = (thousandths + 5) / 10;
    let tenths = format!("{}.{}", tenths / 10, tenths % 10);
    fill(HOUR.turns, &[("hangs", HOUR.hangs[word]), ("n", &tenths)])
}
