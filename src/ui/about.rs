//! What the two hats are (A1 to A6), and where they differ (C1 to C8).

use super::element::el;
use super::{WORDS, decisions};
use crate::scenario::Stance;
use yew::Html;

/// The page about the two hats.
pub(super) fn page() -> Html {
    let hats =
        WORDS.hats.iter().map(|(title, means)| el!("li").with(el!("b").text(*title)).text(" ").text(*means).build());
    el!("main", "id" = "main", "class" = "page")
        .with(
            el!("div", "class" = "prose")
                .with(el!("h1", "tabindex" = "-1").text(WORDS.about))
                .with(el!("ol", "class" = "three").each(hats)),
        )
        .put(contrasts())
        .build()
}

fn contrasts() -> Html {
    let head =
        |hat: Stance, word| el!("th", "scope" = "col", "role" = "columnheader").put(decisions::hat(hat, word)).build();
    let cell =
        |label: &'static str, words: &'static str| el!("td", "role" = "cell", "data-label" = label).text(words).build();
    let rows = WORDS.contrasts.iter().map(|(aspect, managing, leading)| {
        el!("tr", "role" = "row")
            .with(el!("th", "scope" = "row", "role" = "rowheader").text(*aspect))
            .put(cell(WORDS.managing, managing))
            .put(cell(WORDS.leading, leading))
            .build()
    });
    el!("section", "class" = "prose wide")
        .with(el!("h2", "id" = "differ").text(WORDS.differ))
        .with(
            el!("table", "class" = "table contrast", "role" = "table", "aria-labelledby" = "differ")
                .with(
                    el!("thead", "role" = "rowgroup").with(
                        el!("tr", "role" = "row")
                            .with(&mut el!("td", "role" = "cell"))
                            .put(head(Stance::Manager, WORDS.managing))
                            .put(head(Stance::Leader, WORDS.leading)),
                    ),
                )
                .with(el!("tbody", "role" = "rowgroup").each(rows)),
        )
        .build()
}
