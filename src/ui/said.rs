//! What is said of a page to who does not see it: what was done, and what came of it.

use super::element::{Html, el};
use super::{WORDS, outcome};
use crate::app::view::{self, MeterView, PlayView};
use crate::app::{Loading, Model, Route};
use crate::words::{fill, signed};

/// The region that says it; it is always there, so that a screen reader hears when it says something else.
pub(super) fn region(model: &Model) -> Html {
    el!("p", "role" = "status", "class" = "hidden").text(sentence(model)).build()
}

fn sentence(model: &Model) -> String {
    let (Route::Play(_) | Route::Take(..), Some((source, Loading::Ready(playing)))) = (&model.route, &model.playing)
    else {
        return String::new();
    };
    // What a choice did is painted first.
    if !playing.painted {
        return String::new();
    }
    match (view::play(model, playing), view::outcome(source, playing)) {
        (Some(view), _) => of_step(&view),
        (None, Some(end)) => format!("{}: {}.", outcome::after(end.decisions), WORDS.verdict(end.ending.outcome)),
        (None, None) => String::new(),
    }
}

fn of_step(view: &PlayView<'_>) -> String {
    let mut said = String::new();
    let mut say = |sentence: &str| {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(sentence);
    };
    if let Some(done) = view.done {
        say(&fill(WORDS.done[done as usize], &[("step", view.heading)]));
    }
    // At a step nothing is said of a meter that stands as it stood.
    for heard in view.meters.iter().filter(|meter| view.chosen.is_some() || meter.change.is_some()) {
        say(&meter(heard));
    }
    if let Some(arrival) = &view.arrival {
        say(&WORDS.why(arrival.step));
    }
    if let Some(broke) = view.over.and_then(outcome::broke) {
        say(broke);
        say(WORDS.story_over);
    }
    said
}

fn meter(view: &MeterView) -> String {
    let change = view.change.map(signed);
    let template = if change.is_some() { WORDS.meter_moved } else { WORDS.meter_now };
    let gaps = [
        ("meter", WORDS.meter(view.stance)),
        ("value", &view.value.to_string()),
        ("change", &change.unwrap_or_default()),
    ];
    fill(template, &gaps)
}
