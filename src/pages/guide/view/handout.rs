//! The page to keep: the guide on one sheet of paper.

use crate::components::icon;
use crate::pages::guide::model::{Idea, Kind, OUTCOMES, PARTS};
use crate::shapes::{hat, outcome};
use crate::words::guide::GUIDE;
use scenario::Stance;
use yew::prelude::*;

/// The sheet.
#[component]
pub(super) fn Handout() -> Html {
    let handout = &GUIDE.handout;
    let labels = &GUIDE.labels;
    html! {
        <section class="sheet" aria-labelledby="sheet-title">
            <h2 id="sheet-title">{handout.page.title}</h2>
            <p class="lead">{handout.page.line}</p>
            <div class="hats">
                {does(Stance::Manager, GUIDE.managers.title, Kind::Managers)}
                {does(Stance::Leader, GUIDE.leaders.title, Kind::Leaders)}
            </div>
            <h3>{GUIDE.differ.title}</h3>
            <table>
                <thead>
                    <tr><td></td><th scope="col">{labels.managing}</th><th scope="col">{labels.leading}</th></tr>
                </thead>
                <tbody>
                    for contrast in GUIDE.contrasts.iter() {
                        <tr>
                            <th scope="row">{contrast.aspect}</th>
                            <td>{contrast.managing}</td>
                            <td>{contrast.leading}</td>
                        </tr>
                    }
                </tbody>
            </table>
            <h3>{GUIDE.ends.title}</h3>
            <ul class="four">
                for (idea, end) in ideas(Kind::Ends).zip(OUTCOMES) {
                    <li>{icon(outcome(end))}<span><b>{idea.words.name}</b>{" "}{idea.words.text}</span></li>
                }
            </ul>
            <h3>{handout.ask_title}</h3>
            <ol class="ask">
                for ask in handout.ask.iter() {
                    <li>{*ask}</li>
                }
            </ol>
            <p class="sheet-foot">{handout.foot}</p>
        </section>
    }
}

/// The ideas of the part of a kind.
fn ideas(kind: Kind) -> impl Iterator<Item = Idea> {
    PARTS.iter().filter(move |part| part.kind == kind).flat_map(|part| part.ideas())
}

/// What who wears a hat does.
fn does(stance: Stance, title: &'static str, kind: Kind) -> Html {
    html! {
        <div class={stance.name()}>
            <h3>{icon(hat(stance))}{title}</h3>
            <ul>
                for idea in ideas(kind) {
                    <li>{idea.words.name}</li>
                }
            </ul>
        </div>
    }
}
