//! Phones on the stage: how to join, how many are here, how many have voted.

use super::PHONES;
use crate::room::phones::{Board, Means};
use crate::share::Qr;
use crate::ui::element::el;
use crate::words::fill;
use session::Phase;
use yew::Html;

fn counted(words: &'static str, gap: &'static str, number: u16, people: u16) -> String {
    fill(words, &[(gap, &number.to_string()), ("people", &people.to_string())])
}

/// The code that phones read, the address, and the short code.
pub(super) fn code(board: &Board) -> Html {
    let qr = board.link.as_deref().and_then(Qr::of);
    let none = (board.link.is_none() && board.address.is_empty()).then_some(PHONES.no_address);
    let none = none.map(|words| el!("p").text(words).build());
    let address = (board.link.is_some() && board.code.is_some()).then(|| {
        let bare = board.address.trim_start_matches("http://").trim_start_matches("https://");
        let code = board.code.clone().unwrap_or_default();
        el!("p", "class" = "typed-in", "translate" = "no")
            .with(el!("span").text(fill(PHONES.or_open, &[("address", bare)])))
            .text(" ")
            .with(el!("b").text(fill(PHONES.and_type, &[("code", &code)])))
            .build()
    });
    el!("div", "class" = "join-by")
        .maybe(qr.map(|qr| drawn(&qr)))
        .with(
            el!("div")
                .maybe(board.link.as_ref().map(|_| el!("p").text(PHONES.scan).build()))
                .maybe(address)
                .maybe(none)
                .with(el!("p", "class" = "here").text(counted(PHONES.here, "here", board.here, board.people))),
        )
        .build()
}

fn drawn(qr: &Qr) -> Html {
    let side = qr.side.to_string();
    el!(
        "svg",
        "class" = "qr",
        "viewBox" = format!("0 0 {side} {side}"),
        "role" = "img",
        "aria-label" = PHONES.scan,
        "shape-rendering" = "crispEdges"
    )
    .with(&mut el!("rect", "width" = side.clone(), "height" = side, "fill" = "#fff"))
    .with(&mut el!("path", "fill" = "#000", "d" = qr.path.clone()))
    .build()
}

/// What people are asked to do in a vote.
pub(super) fn ask(board: &Board, phase: Phase) -> Option<&'static str> {
    board.said?;
    match (phase, board.means) {
        (Phase::Vote, Means::Both) => Some(PHONES.vote_both),
        (Phase::Vote, _) => Some(PHONES.vote),
        (Phase::VoteAgain, Means::Both) => Some(PHONES.vote_again_both),
        (Phase::VoteAgain, _) => Some(PHONES.vote_again),
        _ => None,
    }
}

/// How many have answered by phone, and nothing of what.
pub(super) fn said(board: &Board, phase: Phase) -> Option<Html> {
    let asks = matches!(phase, Phase::Vote | Phase::VoteAgain | Phase::RateBefore | Phase::RateAfter);
    let said = board.said.filter(|_| asks)?;
    let words = counted(PHONES.have_voted, "said", said, board.people);
    Some(el!("p", "class" = "have-voted", "role" = "status").text(words).build())
}

/// Who moved between two votes, as phones know it.
pub(super) fn moved(board: &Board) -> Option<String> {
    let each = board.moves.iter().map(|(from, to, people)| {
        let gaps = [from + 1, to + 1].map(|place| place.to_string());
        fill(PHONES.moved, &[("from", &gaps[0]), ("to", &gaps[1]), ("n", &people.to_string())])
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| each.join(" · "))
}
