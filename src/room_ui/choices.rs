//! Responses on the stage: asked, and revealed with their votes.

use super::{HOUR, PHONES, WORDS, board};
use crate::room::phones::Board;
use crate::room::stage::{Choice, Choices, Reveal};
use crate::ui::element::{Element, classes, el};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use scenario::{Stance, direction};
use session::Phase;
use yew::Html;

/// A response as the room knows it: its number, its hat where that is known, its words.
pub(super) fn choice(choice: &Choice<'_>, language: String) -> Element {
    let hat = choice.hat.map(|hat| {
        el!("span", "class" = "tag", "lang" = "en", "dir" = "ltr")
            .put(icon::draw(icon::hat(hat)))
            .text(GAME.stance(hat))
            .build()
    });
    let mut card = el!(
        "div",
        "class" = classes("card", choice.hat.map(Stance::name)),
        "dir" = direction(&language),
        "lang" = language
    );
    card.with(el!("b", "class" = "number").text(choice.number.to_string()))
        .with(el!("div", "class" = "words").maybe(hat).with(el!("p").text(choice.text.to_owned())));
    card
}

/// The responses, while people think, vote or talk.
pub(super) fn asked(shown: &Choices<'_>, phase: Phase, language: String, board: Option<&Board>) -> Html {
    let by_phone = board.and_then(|board| board::ask(board, phase));
    let ask = by_phone.unwrap_or(match phase {
        Phase::Vote => WORDS.vote,
        Phase::Talk => WORDS.talk_now,
        Phase::VoteAgain => WORDS.vote_again,
        _ => WORDS.think,
    });
    let cards = shown.choices.iter().map(|it| el!("li").with(&mut choice(it, language.clone())).build());
    el!("section", "class" = "slide choices-slide", "data-count" = shown.choices.len().to_string())
        .with(
            el!("h1", "tabindex" = "-1", "lang" = language.clone(), "dir" = direction(&language))
                .text(shown.place.title.to_owned()),
        )
        .with(el!("p", "class" = "ask").text(ask))
        .maybe(board.and_then(|board| board::said(board, phase)))
        .with(el!("ol", "class" = "cards").each(cards))
        .build()
}

/// The votes.
pub(super) fn revealed(reveal: &Reveal<'_>, language: String, board: Option<&Board>) -> Html {
    let hides = board.is_some_and(|board| board.hides);
    // Somebody may have come between the votes.
    let room = reveal.choices.iter().map(|(_, first, _)| *first).sum::<u32>() + reveal.silent.0;
    let again = reveal.choices.iter().filter_map(|(_, _, second)| *second).sum::<u32>() + reveal.silent.1.unwrap_or(0);
    let rows = reveal.choices.iter().map(|(it, first, second)| {
        let played = reveal.played.filter(|(number, _)| *number == it.number);
        let mark = played.map(|(_, how)| {
            let words = WORDS.played[how as usize];
            el!("p", "class" = "played").put(icon::draw(icon::NEXT)).text(words).build()
        });
        el!("li", "class" = if played.is_some() { "on" } else { "off" })
            .with(&mut choice(it, language.clone()))
            .with(
                el!("div", "class" = "bars")
                    .maybe((!hides).then(|| bar(WORDS.first_vote, *first, room, second.is_some())))
                    .maybe(second.filter(|_| !hides).map(|second| bar(WORDS.second_vote, second, again, true)))
                    .maybe(mark),
            )
            .build()
    });
    let silent = reveal.silent.1.unwrap_or(reveal.silent.0);
    let mut notes = Vec::new();
    let by_phone = board.and_then(board::moved);
    notes.extend(reveal.moved.filter(|_| !hides).map(|moved| match moved {
        _ if by_phone.is_some() => by_phone.clone().unwrap_or_default(),
        0 => WORDS.moved_none.to_owned(),
        1 => WORDS.moved_one.to_owned(),
        count => fill(WORDS.moved, &[("n", &count.to_string())]),
    }));
    notes.extend(hides.then(|| PHONES.hidden.to_owned()));
    notes.extend((silent > 0 && !hides).then(|| fill(WORDS.silent, &[("n", &silent.to_string())])));
    notes.extend(reveal.played.is_none().then(|| WORDS.no_majority.to_owned()));
    el!("section", "class" = "slide reveal", "data-count" = reveal.choices.len().to_string())
        .with(
            el!("h1", "tabindex" = "-1", "lang" = language.clone(), "dir" = direction(&language))
                .text(reveal.place.title.to_owned()),
        )
        .with(el!("p", "class" = "held", "aria-hidden" = "true").text(HOUR.votes_are_in))
        .with(el!("ol", "class" = "rows").each(rows))
        .with(el!("p", "class" = "ask").text(notes.join(" · ")))
        .build()
}

/// Hands as a bar; which vote it was is said where there were two.
fn bar(vote: &'static str, hands: u32, room: u32, named: bool) -> Html {
    let percent = f64::from(hands) * 100.0 / f64::from(room.max(1));
    let name = named.then(|| el!("span").text(vote).text(" ").build());
    el!("p", "class" = "hands")
        .maybe(name)
        .with(
            el!("svg", "class" = "bar", "aria-hidden" = "true")
                .with(&mut el!("rect", "class" = "room", "width" = "100%", "height" = "100%", "rx" = "4"))
                .with(&mut el!(
                    "rect",
                    "class" = "up",
                    "width" = format!("{percent:.1}%"),
                    "height" = "100%",
                    "rx" = "4"
                )),
        )
        .text(" ")
        .with(el!("b").text(hands.to_string()))
        .build()
}
