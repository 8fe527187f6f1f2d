//! A step, and the consequence of a decision.

use super::aside::Aside;
use super::element::{Html, classes, el};
use super::{Send, WORDS, frame, icon, meters, on, outcome, scene, speech};
use crate::app::view::{Decision, Offer, PlayView};
use crate::app::{Dialog, Event, Model, Playing, Source};
use crate::words::fill;
use scenario::{Stance, direction};

/// The bar of a run's page.
pub(super) fn bar(view: &PlayView<'_>, send: &Send) -> Html {
    let place = if view.over.is_some() { WORDS.decision_last } else { WORDS.decision_of };
    let place = fill(place, &[("n", &view.decision.to_string()), ("of", &view.of.to_string())]);
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
pub(super) fn page(
    model: &Model,
    (source, playing): (&Source, &Playing),
    view: &PlayView<'_>,
    aside: Option<Aside>,
    send: &Send,
) -> Html {
    // What a choice did is seen to move; a player who goes on is not kept waiting by what still moves.
    let class = if view.chosen.is_some() { "page play after" } else { "page play" };
    // A phone shows the place once.
    let class = classes(class, (view.decision == 1).then_some("first"));
    let now = view.arrival.as_ref().filter(|_| view.chosen.is_none());
    el!("main", "id" = "main", "class" = class)
        .with(
            el!("div", "class" = "side")
                .put(place(playing, view, aside))
                .put(view.meters.as_ref().map_or_else(meters::hidden, meters::both))
                .maybe(now.and_then(meters::why))
                .maybe(view.coached.map(|page| el!("p", "class" = "coach").text(WORDS.coach[page]).build())),
        )
        .put(article(view, send, aside.map(|aside| (aside.reflect)(source, playing))))
        .put(dialog(model, playing, aside, send))
        .build()
}

/// The picture of the step, once what draws it is there; or the place.
fn place(playing: &Playing, view: &PlayView<'_>, aside: Option<Aside>) -> Html {
    match view.image.zip(aside) {
        Some((image, aside)) => (aside.picture)(playing.run.scenario(), image),
        None => scene::draw(view.scene),
    }
}

/// The dialog that is open, once what draws it is there.
fn dialog(model: &Model, playing: &Playing, aside: Option<Aside>, send: &Send) -> Html {
    let open = playing.dialog.zip(aside).map(|(dialog, aside)| (aside.dialog)(dialog, model, playing, send));
    el!("div").maybe(open).build()
}

fn article(view: &PlayView<'_>, send: &Send, asked: Option<Html>) -> Html {
    // The article stays and its texts change: that is quicker than a new one.
    let (title, class, foot) = match &view.chosen {
        Some(chosen) => {
            (el!("p", "class" = "title").text(view.heading.to_owned()).build(), "after", came(chosen, view, send))
        }
        None => (heading(view, view.done.map(|_| WORDS.asked_again)), "before", responses(view, send)),
    };
    el!(
        "article",
        "class" = classes("step", Some(class)),
        "lang" = view.language.to_owned(),
        "dir" = direction(view.language)
    )
    .with(
        el!("header")
            .with(
                el!("p", "class" = "kicker", "lang" = WORDS.tag, "dir" = direction(WORDS.tag))
                    .maybe(view.dimension.map(|it| icon::draw(icon::dimension(it))))
                    .text(view.dimension.map_or("", |it| WORDS.dimension(it))),
            )
            .maybe(speech::beside("kicker", view.moment, view.language))
            .put(title),
    )
    .with(el!("div", "class" = "story situation").put(speech::lines(&view.situation)))
    .maybe(asked.filter(|_| view.chosen.is_none()))
    .put(foot)
    .build()
}

/// A heading of its own for each page: where it has the focus, the next one is announced. Who hears it must know it from the
/// one before, by what it adds to the step's title.
fn heading(view: &PlayView<'_>, adds: Option<&'static str>) -> Html {
    let mut heading = el!("h1", "class" = view.chosen.as_ref().map(|_| "hidden"), "tabindex" = "-1");
    heading.key(format!("{}{}{}", view.decision, view.chosen.is_some(), view.heading)).text(view.heading.to_owned());
    if let Some(adds) = adds {
        heading.with(el!("span", "class" = "hidden", "lang" = WORDS.tag, "dir" = direction(WORDS.tag)).text(adds));
    }
    heading.build()
}

/// What came of a decision, below the response that was taken: that stays in its place, and the others are gone.
fn came(chosen: &Decision<'_>, view: &PlayView<'_>, send: &Send) -> Html {
    let hat = chosen
        .hat
        .map(|hat| el!("figcaption", "class" = "hat").put(icon::draw(icon::hat(hat))).text(WORDS.stance(hat)).build());
    let note = (!view.note.is_empty()).then(|| el!("aside", "class" = "lesson").put(speech::lines(&view.note)).build());
    el!("section", "class" = "came")
        .with(
            el!("div", "class" = "responses").each((0..chosen.at).map(|_| el!("span").build())).with(
                el!("figure", "class" = classes("chosen", chosen.hat.map(Stance::name))).maybe(hat).with(
                    el!("blockquote", "class" = "body").with(
                        el!("span", "class" = "words")
                            .with(el!("span", "class" = "hidden").text(WORDS.you_answered).text(" "))
                            .text(chosen.text.to_owned()),
                    ),
                ),
            ),
        )
        .put(heading(view, Some(WORDS.what_came)))
        .with(el!("div", "class" = "story").put(speech::lines(&view.consequence)))
        .maybe(note)
        .maybe(chosen.effect.and_then(meters::changes))
        .put(afterwards(view, send))
        .build()
}

/// What moved the meters besides, and the way on. What the decision did stands at the meters.
fn afterwards(view: &PlayView<'_>, send: &Send) -> Html {
    let broke = view
        .over
        .and_then(outcome::broke)
        .map(|words| el!("p", "class" = "means").with(el!("b").text(words).text(" ")).text(WORDS.story_over).build());
    el!("div", "class" = "afterwards", "lang" = WORDS.tag, "dir" = direction(WORDS.tag))
        .maybe(view.arrival.as_ref().and_then(meters::why))
        .maybe(view.arrival.as_ref().and_then(|arrival| meters::changes(arrival.step.pressure)))
        .maybe(broke)
        .with(
            el!("p", "class" = "actions")
                .with(
                    el!("button", "class" = "button main go-on")
                        .text(if view.over.is_some() { WORDS.see_end } else { WORDS.go_on })
                        .put(icon::draw(icon::NEXT))
                        .on_click(on(send, Event::GoOn)),
                )
                .put(frame::button("button plain", icon::UNDO, WORDS.take_back, on(send, Event::Undo)))
                .maybe(bring_back(view, send)),
        )
        .build()
}

/// The way back to a decision that was taken back.
fn bring_back(view: &PlayView<'_>, send: &Send) -> Option<Html> {
    let button = || frame::button("button plain", icon::REDO, WORDS.bring_back, on(send, Event::Redo));
    view.can_redo.then(button)
}

fn responses(view: &PlayView<'_>, send: &Send) -> Html {
    let offers = view.offers.iter().enumerate();
    el!("section", "aria-labelledby" = "ask")
        .with(el!("h2", "id" = "ask", "class" = "hidden").text(WORDS.what_do_you_do))
        .with(el!("ol", "class" = "responses").each(offers.map(|(at, offer)| response(at, offer, view.keys, send))))
        .maybe(bring_back(view, send).map(|button| el!("p", "class" = "actions").put(button).build()))
        .build()
}

fn response(at: usize, offer: &Offer<'_>, keys: bool, send: &Send) -> Html {
    let words = if offer.text.is_empty() { WORDS.go_on } else { offer.text };
    let digit = if keys { (at + 1).to_string() } else { String::new() };
    let key = keys.then(|| el!("kbd", "aria-hidden" = "true", "translate" = "no").text(digit.clone()).build());
    let hat = offer
        .hat
        .map(|hat| el!("span", "class" = "hat").put(icon::draw(icon::hat(hat))).text(WORDS.stance(hat)).build());
    let mut button =
        el!("button", "class" = classes("response", offer.hat.map(Stance::name)), "aria-keyshortcuts" = digit.clone());
    button
        .maybe(hat)
        .with(el!("span", "class" = "body").with(el!("span", "class" = "words").text(words.to_owned())).maybe(key))
        .on_click(on(send, Event::Chose(offer.response)))
        .on_focus(on(send, Event::Focused(at)));
    el!("li").with(&mut button).build()
}
