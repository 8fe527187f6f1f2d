//! A step, and the consequence of a decision.

use super::element::{Html, classes, el};
use super::{Send, WORDS, dialogs, frame, icon, meters, on, scene, speech};
use crate::app::view::{Decision, Offer, PlayView};
use crate::app::{Dialog, Event, Model, Playing};
use crate::scenario::{Stance, direction};
use crate::words::fill;

/// The bar of a run's page.
pub(super) fn bar(view: &PlayView<'_>, send: &Send) -> Html {
    let place = fill(WORDS.decision_of, &[("n", &view.decision.to_string()), ("of", &view.of.to_string())]);
    let opener = |dialog, path, word: &'static str| {
        el!("button", "class" = "button plain")
            .put(icon::draw(path))
            .with(el!("span").text(word))
            .on_click(on(send, Event::Open(Some(dialog))))
            .build()
    };
    el!("header", "class" = "topbar")
        .put(frame::back())
        .put(frame::place(view.title, view.language, &place))
        .put(opener(Dialog::History, icon::HISTORY, WORDS.history))
        .put(opener(Dialog::Help, icon::HELP, WORDS.help))
        .build()
}

/// The page of a step, or of a consequence.
pub(super) fn page(model: &Model, playing: &Playing, view: &PlayView<'_>, send: &Send) -> Html {
    let (backdrop, id) = view.scene;
    // What a choice did is seen to move; a player who goes on is not kept waiting by what still moves.
    let class = if view.chosen.is_some() { "page play after" } else { "page play" };
    el!("main", "id" = "main", "class" = class)
        .with(el!("div", "class" = "side").put(scene::draw(backdrop, id)).put(meters::both(&view.meters)))
        .put(article(view, send))
        .put(dialogs::dialog(model, playing, send))
        .build()
}

fn article(view: &PlayView<'_>, send: &Send) -> Html {
    // The article stays and its texts change: that is quicker than a new one.
    let after = view.chosen.is_some();
    let key = format!("{}{after}", view.decision);
    let foot = if after { afterwards(view, send) } else { responses(view, send) };
    // A step comes in; a consequence is there at once.
    let class = if after { "step after" } else { "step before" };
    el!("article", "class" = class, "lang" = view.language.to_owned(), "dir" = direction(view.language))
        .with(
            el!("header")
                .with(
                    el!("p", "class" = "kicker", "lang" = WORDS.tag, "dir" = direction(WORDS.tag))
                        .put(icon::draw(icon::dimension(view.dimension)))
                        .text(WORDS.dimension(view.dimension)),
                )
                // A heading of its own for each page: where it has the focus, the next one is announced.
                .with(el!("h1", "tabindex" = "-1").key(key).text(view.heading.to_owned())),
        )
        .maybe(view.chosen.as_ref().map(chosen))
        .with(el!("div", "class" = "story").put(speech::lines(&view.lines)))
        .put(foot)
        .build()
}

/// What the player did.
fn chosen(chosen: &Decision<'_>) -> Html {
    let hat = chosen
        .hat
        .map(|hat| el!("figcaption", "class" = "hat").put(icon::draw(icon::hat(hat))).text(WORDS.stance(hat)).build());
    el!("figure", "class" = classes("chosen", chosen.hat.map(Stance::name)))
        .maybe(hat)
        .with(
            el!("blockquote", "class" = "body").with(
                el!("span", "class" = "words")
                    .with(el!("span", "class" = "hidden").text(WORDS.you_answered).text(" "))
                    .text(chosen.text.to_owned()),
            ),
        )
        .build()
}

/// What it did to the meters, and the way on.
fn afterwards(view: &PlayView<'_>, send: &Send) -> Html {
    el!("div", "class" = "afterwards", "lang" = WORDS.tag, "dir" = direction(WORDS.tag))
        .maybe(view.chosen.as_ref().and_then(|chosen| chosen.effect).and_then(meters::changes))
        .with(
            el!("p", "class" = "actions")
                .with(
                    el!("button", "class" = "button main go-on")
                        .text(WORDS.go_on)
                        .put(icon::draw(icon::NEXT))
                        .on_click(on(send, Event::GoOn)),
                )
                .put(frame::button("button plain", icon::UNDO, WORDS.take_back, on(send, Event::Undo))),
        )
        .build()
}

fn responses(view: &PlayView<'_>, send: &Send) -> Html {
    let offers = view.offers.iter().enumerate();
    el!("section", "aria-labelledby" = "ask")
        .with(el!("h2", "id" = "ask", "class" = "hidden").text(WORDS.what_do_you_do))
        .with(el!("ol", "class" = "responses").each(offers.map(|(at, offer)| response(at, offer, send))))
        .build()
}

fn response(at: usize, offer: &Offer<'_>, send: &Send) -> Html {
    let digit = (at + 1).to_string();
    let hat = offer
        .hat
        .map(|hat| el!("span", "class" = "hat").put(icon::draw(icon::hat(hat))).text(WORDS.stance(hat)).build());
    let mut button =
        el!("button", "class" = classes("response", offer.hat.map(Stance::name)), "aria-keyshortcuts" = digit.clone());
    button
        .maybe(hat)
        .with(
            el!("span", "class" = "body")
                .with(el!("span", "class" = "words").text(offer.text.to_owned()))
                .with(el!("kbd", "aria-hidden" = "true").text(digit)),
        )
        .on_click(on(send, Event::Chose(offer.response)))
        .on_focus(on(send, Event::Focused(at)));
    el!("li").with(&mut button).build()
}
