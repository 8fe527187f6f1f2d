//! What a player is told beside the page.

use super::aside::Aside;
use super::element::{Html, el};
use super::{Send, WORDS, icon, on};
use crate::app::{Event, Model, Notice};
use crate::words::{ASIDE, fill};

/// The notice, in a region that is always there so that a screen reader hears of a new one.
pub(super) fn notice(model: &Model, aside: Option<Aside>, send: &Send) -> Html {
    el!("div", "role" = "status")
        .maybe(model.unkept.then(|| unkept(send)))
        .maybe(model.notice.as_ref().zip(aside).map(|(notice, aside)| (aside.notice)(notice, send)))
        .build()
}

/// A notice, and what closes it.
pub(super) fn toast(notice: &Notice, send: &Send) -> Html {
    el!("div", "class" = "toast")
        .put(icon::draw(icon::INFO))
        .with(el!("p").text(sentence(notice)))
        .with(
            el!("button", "class" = "button plain", "aria-label" = ASIDE.close)
                .put(icon::draw(icon::CLOSE))
                .on_click(on(send, Event::Dismiss)),
        )
        .build()
}

/// What stands while something could not be stored, and the way out.
fn unkept(send: &Send) -> Html {
    el!("div", "class" = "toast unkept")
        .put(icon::draw(icon::INFO))
        .with(el!("p").text(ASIDE.not_stored))
        .with(el!("button", "class" = "button").text(ASIDE.save_file).on_click(on(send, Event::SaveFile)))
        .build()
}

fn sentence(notice: &Notice) -> String {
    match notice {
        Notice::FileNotSaved => ASIDE.file_not_saved.into(),
        Notice::NotErased => ASIDE.not_erased.into(),
        Notice::PutAside(1) => ASIDE.put_aside.into(),
        Notice::PutAside(count) => fill(ASIDE.put_aside_many, &[("n", &count.to_string())]),
        Notice::Newer(0) => ASIDE.newer.into(),
        Notice::Newer(aside) => [ASIDE.newer, " ", &sentence(&Notice::PutAside(*aside))].concat(),
        Notice::Edited(None) => ASIDE.edited.into(),
        Notice::Edited(Some(stop)) => {
            let decision = (stop.decision + 1).to_string();
            let gaps = [("n", &*decision), ("response", stop.response.as_str()), ("why", WORDS.refusal(stop.reason))];
            fill(ASIDE.edited_stop, &gaps)
        }
        Notice::FileUnreadable(file) => fill(ASIDE.unreadable, &[("file", file)]),
        Notice::Elsewhere => ASIDE.elsewhere.into(),
        Notice::Erased => ASIDE.erased.into(),
    }
}
