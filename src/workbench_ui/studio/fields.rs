//! Fields: a text, a number with a button for one more and one less, one of a few.

use super::desk::Desk;
use super::picker::{Choice, Choose, Props, picker};
use super::{Send, WORDS};
use crate::components::field;
use crate::ui::element::{Element, Html, el};
use crate::ui::icon;
use crate::words::fill;
use crate::workbench::{Aid, Event, Measure, Studio};
use document::Path;
use scenario::direction;
use yew::Callback;

/// A callback that sends an event of the studio.
pub(super) fn act<E: 'static>(send: &Send, event: Studio) -> Callback<E> {
    super::super::on(send, Event::Studio(event))
}

/// A button that sends an event of the studio.
pub(super) fn button(words: &'static str, event: Studio, send: &Send) -> Html {
    el!("button", "class" = "button plain").text(words).on_click(act(send, event)).build()
}

/// A button with a sign, and words for who does not see it.
pub(super) fn sign(path: &'static str, words: impl Into<String>, event: Studio, send: &Send) -> Html {
    let words: String = words.into();
    el!("button", "class" = "button plain sign", "aria-label" = words.clone(), "title" = words)
        .put(icon::draw(path))
        .on_click(act(send, event))
        .build()
}

/// How a text is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    One,
    Many,
}

/// A field for a text of the story, in its language, without a label of its own.
pub(super) fn bare(
    desk: &Desk<'_>,
    path: &Path,
    value: String,
    names: (String, &'static str),
    lines: Lines,
) -> Element {
    let (label, hint) = names;
    let typed = {
        let path = path.clone();
        desk.send.batch_callback(move |event| {
            field::written(&event).map(|text| Event::Studio(Studio::Type(path.clone(), text)))
        })
    };
    let invalid = desk.has_error(path).then_some("true");
    let language = desk.language.clone();
    let dir = direction(&language);
    let mut field = match lines {
        Lines::One => el!(
            "input",
            "type" = "text",
            "aria-label" = label,
            "placeholder" = hint,
            "lang" = language,
            "dir" = dir,
            "aria-invalid" = invalid,
            "autocomplete" = "off"
        ),
        Lines::Many => {
            let rows = (value.chars().count() / 52 + 1).min(9).to_string();
            el!(
                "textarea",
                "rows" = rows,
                "aria-label" = label,
                "placeholder" = hint,
                "lang" = language,
                "dir" = dir,
                "aria-invalid" = invalid
            )
        }
    };
    field.holds(value).on_input(typed).on_blur(act(desk.send, Studio::Left));
    field
}

/// A text with its label, and what is wrong with it.
pub(super) fn text(desk: &Desk<'_>, path: &Path, label: &'static str, hint: &'static str, lines: Lines) -> Html {
    let mut field = bare(desk, path, desk.text(path), (label.into(), hint), lines);
    el!("div", "class" = "field-of")
        .with(el!("span", "class" = "label", "aria-hidden" = "true").text(label))
        .with(&mut field)
        .maybe(desk.faults(path))
        .build()
}

/// A number with its label, a button for one less and one for one more.
pub(super) fn stepper(desk: &Desk<'_>, path: &Path, label: &str, shown: Option<i32>, class: &'static str) -> Html {
    let value = shown.map(|number| number.to_string()).unwrap_or_default();
    let changed = {
        let path = path.clone();
        desk.send.batch_callback(move |event: yew::events::Event| {
            field::changed(&event).map(|text| Event::Studio(Studio::Number(path.clone(), text)))
        })
    };
    let nudge = |sign: &'static str, words: &'static str, by: i32| {
        el!("button", "class" = "button plain nudge", "aria-label" = format!("{label}: {words}"))
            .text(sign)
            .on_click(act(desk.send, Studio::Nudge(path.clone(), by)))
            .build()
    };
    let is_refused = desk.has_error(path);
    let mut field = el!(
        "input",
        "type" = "text",
        "inputmode" = "numeric",
        "size" = "3",
        "autocomplete" = "off",
        "aria-label" = label.to_owned(),
        "aria-invalid" = is_refused.then_some("true"),
        "data-refused" = is_refused.then_some("")
    );
    field.holds(value).on_change(changed);
    el!("div", "class" = format!("stepper {class}"))
        .put(nudge("−", WORDS.less, -1))
        .with(&mut field)
        .put(nudge("+", WORDS.more, 1))
        .maybe(desk.faults(path))
        .build()
}

/// One of a few at a path, with its label.
pub(super) fn choice(desk: &Desk<'_>, path: &Path, label: &'static str, choices: Vec<Choice>) -> Html {
    let chosen = desk.document.read::<String>(path).value().unwrap_or_default();
    let place = path.clone();
    let list = list(desk, path, label, chosen, choices, move |name| Studio::Choose(place.clone(), name));
    el!("div", "class" = "field-of")
        .with(el!("span", "class" = "label", "aria-hidden" = "true").text(label))
        .put(list)
        .maybe(desk.faults(path))
        .build()
}

/// A list to choose from: what is chosen becomes an event.
pub(super) fn list(
    desk: &Desk<'_>,
    path: &Path,
    label: impl Into<String>,
    chosen: String,
    choices: Vec<Choice>,
    event: impl Fn(String) -> Studio + 'static,
) -> Html {
    let on_choose = Choose(desk.send.callback(move |name| Event::Studio(event(name))));
    let is_refused = desk.seen.refused.as_ref().is_some_and(|refused| refused.at.as_ref() == Some(path));
    let props =
        Props { label: label.into(), chosen, choices: choices.into(), turn: desk.seen.turn, is_refused, on_choose };
    picker(props)
}

/// How long a text is beside what reads well, and how hard it is.
pub(super) fn measured(measure: Measure, aid: Aid) -> Html {
    let (low, high) = aid.range();
    let is_off = measure.words > high || measure.words > 0 && measure.words < low / 2;
    let words = fill(WORDS.words, &[("n", &measure.words.to_string())]);
    let range = fill(WORDS.words_range, &[("low", &low.to_string()), ("high", &high.to_string())]);
    let grade = measure.grade.map(|grade| {
        let said = fill(WORDS.grade, &[("grade", &format!("{:.0}", grade.max(1.0)))]);
        let class = if measure.is_hard() { "off" } else { "fine" };
        let hard = if measure.is_hard() { format!("{said}, {}", WORDS.hard) } else { said };
        el!("span", "class" = class).text(hard).build()
    });
    el!("p", "class" = "measure")
        .with(el!("span", "class" = if is_off { "off" } else { "fine" }).text(words))
        .with(el!("span", "class" = "soft").text(if is_off { range } else { String::new() }))
        .maybe(grade)
        .build()
}
