//! What a picked file would add.

use crate::album_view::en;
use crate::album_view::preview::named;
use crate::components::element::{Callback, Html, el};
use crate::components::{button, on_click};
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Message, Preview};
use crate::words::{fill, shown};
use library::Plan;

/// What the file would add, or why it is refused.
pub(super) fn preview(preview: &Preview, dispatch: &Callback<Message>) -> Html {
    let heading = preview.heading();
    let adds = preview.plan.as_ref().is_ok_and(Plan::adds);
    let mut actions = el!("p", "class" = "actions");
    if adds && preview.fitted.is_none() {
        actions.put(button("button main", "import-yes", WORDS.add, on_click(dispatch, || Message::Add))).text(" ");
    }
    let leave = if adds { WORDS.leave } else { WORDS.close };
    actions.put(button("button", "import-no", leave, on_click(dispatch, || Message::Leave)));
    el!("div", "class" = "sure", "role" = "region", "aria-labelledby" = "import-title")
        .key(heading.clone())
        .with(el!("h3", "id" = "import-title", "tabindex" = "-1").text(heading))
        .put(match &preview.plan {
            Err(refusal) => el!("p").text(WORDS.refused[*refusal as usize].1).build(),
            Ok(plan) => planned(plan),
        })
        .with(&mut actions)
        .build()
}

fn planned(plan: &Plan) -> Html {
    let are = |words, count| fill(words, &[("things", &en::counted(count, en::ARE))]);
    let unread = en::counted(plan.unread.len(), en::THINGS_ALONE);
    let mut list = el!("ul");
    if !plan.sessions.is_empty() {
        let mut keys = el!("span", "class" = "keys", "dir" = "auto");
        list.with(el!("li").beside(WORDS.from_groups).with(keys.text(shown(&named(&plan.sessions)))));
    }
    for (count, words) in [(plan.here, WORDS.here), (plan.stays, WORDS.stays)] {
        if count > 0 {
            list.with(el!("li").text(are(words, count)));
        }
    }
    if !plan.unread.is_empty() {
        let mut keys = el!("span", "class" = "keys", "translate" = "no");
        list.with(
            el!("li").beside(fill(WORDS.unread, &[("things", &unread)])).with(keys.text(shown(&named(&plan.unread)))),
        );
    }
    list.build()
}
