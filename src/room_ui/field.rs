//! Small parts that the facilitator works with: buttons, numbers, texts.

use super::{Send, on};
use crate::room::Event;
use crate::ui::element::{Element, el};
use crate::ui::icon;
use crate::workshop::Act;
use yew::events::{Event as Changed, MouseEvent};
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

/// What a field's new value does to the session; nothing where it is none.
pub(super) fn changed(send: &Send, act: impl Fn(String) -> Option<Act> + 'static) -> Callback<Changed> {
    let send = send.clone();
    Callback::from(move |event: Changed| {
        let value = event.target_dyn_into::<web_sys::HtmlInputElement>().map(|input| input.value());
        if let Some(act) = value.and_then(&act) {
            send.send_message(Event::Take(act));
        }
    })
}

/// A number with a minus and a plus beside it: what it is called, where it stands, what each is for.
pub(super) fn counter(
    id: String,
    (label, less, more): (String, String, String),
    count: u32,
    most: u32,
    act: impl Fn(u32) -> Act + Clone + 'static,
    send: &Send,
) -> Html {
    let step = |sign: &'static str, label: String, to: u32| {
        el!("button", "class" = "button", "aria-label" = label)
            .with(el!("span", "aria-hidden" = "true").text(sign))
            .on_click(on(send, Event::Take(act(to))))
            .build()
    };
    let typed = act.clone();
    let mut field: Element = el!(
        "input",
        "type" = "number",
        "id" = id,
        "inputmode" = "numeric",
        "min" = "0",
        "max" = most.to_string(),
        "aria-label" = label
    );
    field.holds(count.to_string()).on_change(changed(send, move |value| value.trim().parse().ok().map(&typed)));
    el!("div", "class" = "counter")
        .put(step("−", less, count.saturating_sub(1)))
        .with(&mut field)
        .put(step("+", more, count + 1))
        .build()
}

/// One of several to choose from, as a radio button.
pub(super) fn radio(name: &'static str, word: String, checked: bool, act: Act, send: &Send) -> Html {
    el!("label", "class" = "choice")
        .with(el!("input", "type" = "radio", "name" = name).checked(checked).on_change(on(send, Event::Take(act))))
        .with(el!("b").text(word))
        .build()
}
