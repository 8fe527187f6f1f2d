//! The sliders of the self-check.

use super::element::{Callback, Html, InputEvent, el};
use super::field;
use crate::pages::debrief::BELOW;
use crate::pages::debrief::model::Answers;

/// The questions of the self-check, each with its slider; it is told which of them was moved, and where to.
pub(crate) fn sliders(answers: Answers, on_move: &Callback<(usize, u8)>) -> Html {
    let mut sliders = el!("div", "class" = "sliders");
    for which in 0..3 {
        sliders.put(slider(which, answers, on_move));
    }
    sliders.build()
}

fn slider(which: usize, answers: Answers, on_move: &Callback<(usize, u8)>) -> Html {
    let (question, ends) = BELOW.sliders[which];
    let id = format!("r{which}");
    let [low, high] = ["0", "10"].map(|end| format!("{id}-{end}"));
    let described = format!("{low} {high}");
    let end = |id: String, at: usize| {
        el!("span", "id" = id)
            .with(el!("span", "class" = "hidden").text(BELOW.slider_ends[at]))
            .beside(ends[at])
            .build()
    };
    let on_move = on_move.clone();
    let moved = Callback::from(move |event: InputEvent| {
        let answer = field::value(&event).and_then(|value| value.parse().ok());
        on_move.emit((which, answer.unwrap_or_default()));
    });
    let mut field =
        el!("input", "type" = "range", "id" = id.clone(), "min" = "0", "max" = "10", "aria-describedby" = described);
    field.holds(answers.0[which].to_string()).on_input(moved);
    el!("div", "class" = "slider")
        .with(el!("label", "for" = id).text(question))
        .put(end(low, 0))
        .with(&mut field)
        .put(end(high, 1))
        .build()
}
