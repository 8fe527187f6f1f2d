//! What is typed in: teams' codes, commitments, what was good and what should be different.

use super::{Send, WORDS, field};
use crate::platform::page;
use crate::room::{Event, Field, Model};
use crate::ui::element::{Element, el};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use session::{Act, Note, Phase, State};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::events::KeyboardEvent;
use yew::{Callback, Html};

fn input(selector: &str) -> Option<HtmlInputElement> {
    page::find(selector)?.dyn_into().ok()
}

fn text_field(
    (id, label, most): (&'static str, &'static str, &'static str),
    model: &Model,
    holds: &Field,
    send: &Send,
) -> Element {
    let mut input = el!(
        "input",
        "type" = "text",
        "id" = id,
        "maxlength" = most,
        "dir" = "auto",
        "autocomplete" = "off",
        "spellcheck" = "false",
        "aria-label" = label,
        "placeholder" = label,
        "aria-invalid" = field::invalid(model, holds)
    );
    field::typed(&mut input, model, holds, "", send);
    input
}

/// Does something on a click, and on Enter in a field.
fn submit(act: impl Fn() + Clone + 'static) -> (Callback<yew::MouseEvent>, Callback<KeyboardEvent>) {
    let pressed = act.clone();
    let key = Callback::from(move |key: KeyboardEvent| {
        if key.key() == "Enter" {
            key.prevent_default();
            if !key.repeat() {
                pressed();
            }
        }
    });
    (Callback::from(move |_| act()), key)
}

/// The teams that have reported, and a place for the next.
pub(super) fn teams(model: &Model, state: &State, send: &Send) -> Html {
    let sent = send.clone();
    let (click, key) = submit(move || {
        let (Some(name), Some(code)) = (input("#team-name"), input("#team-code")) else { return };
        sent.send_message(Event::Take(Act::Team(name.value(), code.value())));
    });
    let team = |(at, team): (usize, &session::Team)| {
        let outcome = team.run.ending().map_or(WORDS.not_over, |ending| GAME.verdict(ending.outcome));
        let label = fill(WORDS.drop_team, &[("name", &team.name)]);
        el!("li")
            .with(el!("b", "dir" = "auto").text(team.name.clone()))
            .with(el!("code", "translate" = "no").text(team.code.clone()))
            .with(el!("span", "class" = "soft").text(outcome))
            .with(
                el!("button", "class" = "button plain")
                    .put(icon::draw(icon::CLOSE))
                    // As words of its own, by which a second click knows that another line has come up under it.
                    .with(el!("span", "class" = "hidden").text(label))
                    .on_click(super::on(send, Event::Take(Act::DropTeam(at)))),
            )
            .build()
    };
    let none = state.teams().is_empty().then(|| el!("p", "class" = "soft").text(WORDS.no_teams).build());
    el!("div", "class" = "reports")
        .with(el!("p", "class" = "tip").text(WORDS.teams_tip))
        .with(
            el!("div", "class" = "typed")
                .with(&mut text_field(("team-name", WORDS.team_name, "280"), model, &Field::TeamName, send))
                .with(text_field(("team-code", WORDS.team_code, "40"), model, &Field::TeamCode, send).on_key(key))
                .with(el!("button", "class" = "button").text(WORDS.add_team).on_click(click)),
        )
        .maybe(none)
        .with(el!("ul", "class" = "team-list").each(state.teams().iter().enumerate().map(team)))
        .build()
}

/// What is written down in this phase.
pub(super) fn notes(model: &Model, state: &State, send: &Send) -> Html {
    if state.phase() == Phase::NowWhat {
        return el!("div")
            .with(el!("p", "class" = "tip").text(WORDS.now_what_tip))
            .put(written(model, state, (Note::Commitment, WORDS.wall, "#commitment"), send))
            .build();
    }
    el!("div")
        .with(el!("p", "class" = "tip").text(WORDS.plus_delta_tip))
        .put(written(model, state, (Note::Plus, WORDS.plus, "#plus"), send))
        .put(written(model, state, (Note::Delta, WORDS.delta, "#delta"), send))
        .build()
}

fn written(
    model: &Model,
    state: &State,
    (note, head, selector): (Note, &'static str, &'static str),
    send: &Send,
) -> Html {
    let sent = send.clone();
    let (click, key) = submit(move || {
        if let Some(text) = input(selector) {
            sent.send_message(Event::Take(Act::Write(note, text.value())));
        }
    });
    let notes = state.notes(note);
    let line = |(at, text): (usize, &String)| {
        let label = fill(WORDS.strike, &[("text", text)]);
        el!("li")
            .with(el!("span", "dir" = "auto").text(text.clone()))
            .with(
                el!("button", "class" = "button plain")
                    .put(icon::draw(icon::CLOSE))
                    // As words of its own, by which a second click knows that another line has come up under it.
                    .with(el!("span", "class" = "hidden").text(label))
                    .on_click(super::on(send, Event::Take(Act::Strike(note, at)))),
            )
            .build()
    };
    let id = selector.trim_start_matches('#');
    let mut field = text_field((id, head, "280"), model, &Field::Note(note), send);
    field.on_key(key);
    el!("div", "class" = "written")
        .with(el!("h2").text(head))
        .with(
            el!("div", "class" = "typed")
                .with(&mut field)
                .with(el!("button", "class" = "button").text(WORDS.add).on_click(click)),
        )
        .with(el!("ul", "class" = "lines").each(notes.iter().enumerate().map(line)))
        .build()
}
