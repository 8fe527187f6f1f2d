//! What the player set out to do, and whether they did.

use crate::components::element::{Callback, Html, el};
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Asked, Message, Notice, Shown};
use crate::words::shown as plain;
use library::Done;

/// What was set out to do and waits for an answer; what was answered before is folded. Nothing where there is none.
pub(super) fn commitments(shown: &Shown, dispatch: &Callback<Message>) -> Html {
    let all = &shown.report.commitments;
    if all.is_empty() {
        return Html::default();
    }
    let said = match shown.notice {
        Some(Notice::Noted(true)) => Some(WORDS.noted),
        Some(Notice::Noted(false)) => Some(WORDS.not_noted),
        _ => None,
    };
    let list = |open: bool| {
        let some = all.iter().filter(|asked| (asked.commitment.done == Done::Open) == open);
        let rows: Vec<Html> = some.map(|asked| row(asked, dispatch)).collect();
        (!rows.is_empty()).then(|| el!("ul", "class" = "asked").each(rows.into_iter()).build())
    };
    let before = list(false).map(|list| el!("details").with(el!("summary").text(WORDS.did_before)).put(list).build());
    el!("section", "id" = "commitments", "tabindex" = "-1", "aria-labelledby" = "commitments-title")
        .with(el!("h2", "id" = "commitments-title").text(WORDS.commitments))
        .maybe(list(true))
        .with(el!("output").maybe(said.map(|said| el!("span").key(said.into()).text(said).build())))
        .maybe(before)
        .build()
}

fn row(asked: &Asked, dispatch: &Callback<Message>) -> Html {
    let commitment = &asked.commitment;
    let mut row = el!("li");
    row.key(asked.key.clone())
        .with(el!("p", "class" = "soft").text(asked.day.clone()))
        .with(el!("p", "dir" = "auto").text(plain(commitment.words())));
    let answered = match commitment.done {
        Done::Open if asked.due => {
            let answer = |act, words: &'static str, did: bool| {
                let (dispatch, key) = (dispatch.clone(), asked.key.clone());
                let click = Callback::from(move |_| dispatch.emit(Message::Did(key.clone(), did)));
                crate::components::button("button", act, words, click)
            };
            let mut question = el!("p", "class" = "actions");
            question.with(el!("b").text(WORDS.did_you)).text(" ").put(answer("did", WORDS.did_yes, true)).text(" ");
            question.put(answer("did-not", WORDS.did_no, false));
            return row.with(&mut question).build();
        }
        Done::Open => WORDS.did_later,
        Done::Yes => WORDS.did[0],
        Done::No => WORDS.did[1],
    };
    row.with(el!("p").text(answered)).build()
}
