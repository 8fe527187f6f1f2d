//! What the facilitator is told.

use super::{Send, WORDS, field, numbered, on};
use crate::room::{Event, Model, Notice, Page};
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::fill;
use session::Refused;
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
        Notice::Refused(Refused::Code(not_this)) => WORDS.not_this[not_this as usize].into(),
        Notice::Refused(refused @ (Refused::TooLong(number) | Refused::Full(number))) => {
            fill(refusal(refused), &[("n", &number.to_string())])
        }
        Notice::Refused(refused) => refusal(refused).into(),
        Notice::TooLarge => WORDS.too_large.into(),
        Notice::NotErased => WORDS.not_erased.into(),
        Notice::FileNotSaved => WORDS.file_not_saved.into(),
        Notice::Held => WORDS.held.into(),
        Notice::Edited(0) => WORDS.edited.into(),
        Notice::Edited(count) => numbered(WORDS.edited_cut_one, WORDS.edited_cut, count as u32),
    }
}

fn refusal(refused: Refused) -> &'static str {
    let at = match refused {
        Refused::NotNow => 0,
        Refused::Unknown => 1,
        Refused::TooManyHands => 2,
        Refused::MustPick => 3,
        Refused::NoTeams => 4,
        Refused::SameName => 5,
        Refused::Code(_) => 6,
        Refused::NoTalkNow => 7,
        Refused::NoPeople => 8,
        Refused::TooManyPeople => 9,
        Refused::NoName => 10,
        Refused::NoCode => 11,
        Refused::Empty => 12,
        Refused::TooLong(_) => 13,
        Refused::Full(_) => 14,
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
