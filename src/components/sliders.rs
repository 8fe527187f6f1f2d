//! The sliders of the self-check.

use super::field;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::Answers;
use yew::prelude::*;

/// Where the sliders stand.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SlidersProps {
    pub answers: Answers,
    /// Is told which slider was moved, and where to.
    pub on_move: Callback<(usize, u8)>,
}

/// The questions of the self-check, each with its slider.
#[component]
pub(crate) fn Sliders(SlidersProps { answers, on_move }: &SlidersProps) -> Html {
    html! {
        <div class="sliders">
            for which in 0..3 {
                {slider(which, *answers, on_move)}
            }
        </div>
    }
}

fn slider(which: usize, answers: Answers, on_move: &Callback<(usize, u8)>) -> Html {
    let (question, ends) = WORDS.sliders[which];
    let id = format!("r{which}");
    let [low, high] = [0, 10].map(|end| format!("{id}-{end}"));
    let end = |id: &String, at: usize| {
        html! { <span id={id.clone()}><span class="hidden">{WORDS.slider_ends[at]}</span>{ends[at]}</span> }
    };
    let oninput = on_move.reform(move |event: InputEvent| {
        let answer = field::value(&event).and_then(|value| value.parse().ok());
        (which, answer.unwrap_or_default())
    });
    html! {
        <div class="slider">
            <label for={id.clone()}>{question}</label>
            {end(&low, 0)}
            <input type="range" {id} min="0" max="10" value={answers.0[which].to_string()}
                aria-describedby={format!("{low} {high}")} {oninput} />
            {end(&high, 1)}
        </div>
    }
}
