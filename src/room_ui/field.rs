//! Small parts that the facilitator works with: buttons, numbers, texts.

use super::{Send, WORDS, notices, on};
use crate::platform::page;
use crate::room::{Event, Field, Model, Notice, Slip};
use crate::ui::element::{Element, el};
use crate::ui::icon;
use crate::words::fill;
use session::{Act, ActError};
use yew::events::{InputEvent, KeyboardEvent, MouseEvent};
use yew::{Callback, Html, TargetCast};

/// A button with a word.
pub(super) fn button(class: &'static str, word: &'static str, act: Callback<MouseEvent>) -> Html {
    el!("button", "class" = class).text(word).on_click(act).build()
}

/// A button with an icon and a word.
pub(super) fn drawn(class: &'static str, path: &'static str, word: &'static str, act: Callback<MouseEvent>) -> Html {
    el!("button", "class" = class).put(icon::draw(path)).text(word).on_click(act).build()
}

/// A button that does something to the session.
pub(super) fn act(class: &'static str, word: &'static str, act: Act, send: &Send) -> Html {
    button(class, word, on(send, Event::Take(act)))
}

/// What somebody types into a field, told at once, and that the field was left.
pub(super) fn typed(element: &mut Element, model: &Model, field: &Field, otherwise: &str, send: &Send) {
    let (typing, left, told) = (field.clone(), field.clone(), send.clone());
    element
        .holds(model.typed(field).unwrap_or(otherwise).to_owned())
        .on_input(Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                told.send_message(Event::Typed(typing.clone(), input.value()));
            }
        }))
        .on_blur(on(send, Event::Left(left)));
}

/// Whether a field holds something that does not count, as an attribute says it.
pub(super) fn invalid(model: &Model, field: &Field) -> &'static str {
    if model.slip(field).is_some() { "true" } else { "false" }
}

/// Why what a field holds does not count, and what counts instead; a place for it where all of it counts.
fn slip(model: &Model, field: &Field, id: &str, counts: &str) -> Html {
    let words = model.slip(field).map(|slip| {
        let words = match (slip, field) {
            (Slip::NotWhole, _) => WORDS.slip_whole,
            (Slip::Refused(ActError::TooManyHands), Field::People) => WORDS.slip_fewer,
            (Slip::Refused(ActError::TooManyHands), _) => WORDS.slip_hands,
            (Slip::Refused(ActError::NoPeople | ActError::TooManyPeople), Field::People) => WORDS.slip_people,
            (Slip::Refused(refused), _) => return notices::sentence(Notice::Refused(refused)),
        };
        fill(words, &[("typed", model.typed(field).unwrap_or_default().trim()), ("n", counts)])
    });
    let said = words.map(|words| el!("span", "role" = "alert").text(words).build());
    el!("p", "class" = "slip", "id" = format!("{id}-slip")).maybe(said).build()
}

/// A number with a minus and a plus beside it: what it is called, where it stands, what each is for.
pub(super) fn counter(
    id: String,
    (label, less, more): (String, String, String),
    field: Field,
    (count, most): (u32, u32),
    model: &Model,
    send: &Send,
) -> Html {
    let to = |count: u32| field.counts(count).map(Event::Take);
    let (down, up) = (to(count.saturating_sub(1)), to(count + 1));
    let step = |sign: &'static str, label: String, event: &Option<Event>| {
        let mut button = el!("button", "class" = "button", "aria-label" = label);
        button.with(el!("span", "aria-hidden" = "true").text(sign));
        if let Some(event) = event {
            button.on_click(on(send, event.clone()));
        }
        button.build()
    };
    let buttons = (step("−", less, &down), step("+", more, &up));
    let sent = send.clone();
    let key = Callback::from(move |key: KeyboardEvent| {
        let event = match key.key().as_str() {
            "ArrowDown" => down.clone(),
            "ArrowUp" => up.clone(),
            // Whoever is done with a number counts by keys again.
            "Enter" => {
                key.prevent_default();
                return page::focus("#room .console :is(h1, h2)[tabindex]", false);
            }
            _ => return,
        };
        key.prevent_default();
        // A key that is held acts once.
        event.filter(|_| !key.repeat()).into_iter().for_each(|event| sent.send_message(event));
    });
    // A field for numbers would take letters in one browser, change under a wheel in another, and hide what it refuses.
    let mut input: Element = el!(
        "input",
        "type" = "text",
        "role" = "spinbutton",
        "id" = id.clone(),
        "inputmode" = "numeric",
        "autocomplete" = "off",
        "aria-valuemin" = "0",
        "aria-valuemax" = most.to_string(),
        "aria-valuenow" = count.to_string(),
        "aria-label" = label,
        "aria-invalid" = invalid(model, &field),
        "aria-describedby" = format!("{id}-slip")
    );
    let shown = count.to_string();
    typed(&mut input, model, &field, &shown, send);
    input.on_key(key);
    el!("div", "class" = "counter")
        .put(buttons.0)
        .with(&mut input)
        .put(buttons.1)
        .put(slip(model, &field, &id, &shown))
        .build()
}

/// One of several to choose from, as a radio button.
pub(super) fn radio(name: &'static str, word: String, checked: bool, act: Act, send: &Send) -> Html {
    el!("label", "class" = "choice")
        .with(el!("input", "type" = "radio", "name" = name).checked(checked).on_change(on(send, Event::Take(act))))
        .with(el!("b").text(word))
        .build()
}
