//! What the facilitator is told.

use super::{PHONES, Send, WORDS, field, numbered, on};
use crate::platform::address;
use crate::room::{Event, Model, Notice, Page};
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::fill;
use session::ActError;
use yew::Html;

/// The notices, in a region that is always there so that a screen reader hears of a new one.
pub(super) fn all(model: &Model, send: &Send) -> Html {
    let said = model.notice().map(|notice| {
        el!("div", "class" = "toast")
            .put(icon::draw(icon::INFO))
            .with(el!("p").text(sentence(notice)))
            .with(
                el!("button", "class" = "button plain", "aria-label" = WORDS.dismiss)
                    .put(icon::draw(icon::CLOSE))
                    .on_click(on(send, Event::Dismiss)),
            )
            .build()
    });
    let stands = [
        (model.is_unsaved(), WORDS.not_saved),
        (model.is_unheard(), WORDS.not_told),
        (!model.is_linked(), WORDS.no_channel),
    ];
    let stands = stands
        .into_iter()
        .filter(|(stands, _)| *stands)
        .map(|(_, words)| el!("p", "class" = "stands").put(icon::draw(icon::WARNING)).text(words).build());
    el!("div", "role" = "status", "class" = "notices").each(stands).maybe(said).build()
}

pub(super) fn sentence(notice: Notice) -> String {
    match notice {
        Notice::Refused(ActError::Code(not_this)) => WORDS.not_this[not_this as usize].into(),
        Notice::Refused(refused @ (ActError::TooLong(number) | ActError::Full(number))) => {
            fill(refusal(refused), &[("n", &number.to_string())])
        }
        Notice::Refused(refused) => refusal(refused).into(),
        Notice::TooLarge => WORDS.too_large.into(),
        Notice::NotErased => WORDS.not_erased.into(),
        Notice::FileNotSaved => WORDS.file_not_saved.into(),
        Notice::NoStage => by_itself(WORDS.no_stage),
        Notice::StageApart => by_itself(WORDS.stage_apart),
        Notice::Held => WORDS.held.into(),
        Notice::Counted => PHONES.not_undone.into(),
        Notice::Edited(0) => WORDS.edited.into(),
        Notice::Edited(count) => numbered(WORDS.edited_cut_one, WORDS.edited_cut, count as u32),
    }
}

/// Words that end with where the game is by itself; a file on a disk is where it is.
fn by_itself(words: &'static str) -> String {
    let base = address::base();
    let address = if base.is_empty() { base } else { base + &Page::Console.address() };
    fill(words, &[("address", &address)])
}

fn refusal(refused: ActError) -> &'static str {
    let at = match refused {
        ActError::NotNow => 0,
        ActError::Unknown => 1,
        ActError::TooManyHands => 2,
        ActError::MustPick => 3,
        ActError::NoTeams => 4,
        ActError::SameName => 5,
        ActError::Code(_) => 6,
        ActError::NoTalkNow => 7,
        ActError::NoPeople => 8,
        ActError::TooManyPeople => 9,
        ActError::NoName => 10,
        ActError::NoCode => 11,
        ActError::Empty => 12,
        ActError::TooLong(_) => 13,
        ActError::Full(_) => 14,
    };
    WORDS.refused[at]
}

/// The address names a story that is not here.
pub(super) fn nowhere() -> Html {
    el!("div", "class" = "stands", "role" = "alert")
        .put(icon::draw(icon::WARNING))
        .with(el!("p").text(WORDS.nowhere))
        .with(el!("a", "class" = "button", "href" = Page::Console.address()).text(WORDS.leave))
        .build()
}

/// Something did not come.
pub(super) fn failed(send: &Send) -> Html {
    el!("div", "class" = "stands", "role" = "alert")
        .put(icon::draw(icon::WARNING))
        .with(el!("p").text(WORDS.failed))
        .put(field::button("button", WORDS.retry, on(send, Event::Retry)))
        .build()
}
