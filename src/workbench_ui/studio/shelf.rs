//! The shelf: the drafts on this device as cards, and the versions of the one that is open.

use super::fields::{act, button};
use super::{Send, WORDS};
use crate::components::field;
use crate::ui::element::{Html, el};
use crate::words::fill;
use crate::workbench::{Became, Event, Model, Studio, compared};
use library::Draft;
use std::rc::Rc;

/// A draft: its id, its name, when it was changed last, how many steps it has, whether it is open.
type Card = (String, String, u64, usize, bool);

/// What is shown: the drafts, the versions of the open one, the text, and the version that it is compared with.
#[derive(Clone, PartialEq)]
pub(super) struct Seen {
    cards: Rc<[Card]>,
    versions: Rc<[Draft]>,
    text: String,
    compared: Option<String>,
}

pub(super) fn seen(model: &Model) -> Seen {
    let card = |draft: &Draft| {
        let steps = document::Document::new(draft.text.clone()).ids(&document::Path::root().key("steps")).len();
        (draft.id.clone(), draft.name.clone(), draft.changed, steps, draft.id == model.drafts.open)
    };
    Seen {
        cards: model.drafts.list.iter().map(card).collect(),
        versions: model.versions.of(&model.drafts.open).cloned().collect(),
        text: model.text.clone(),
        compared: model.editing.compared.clone(),
    }
}

/// When something was, as the reader's clock has it.
#[cfg(target_arch = "wasm32")]
fn local(moment: u64) -> String {
    crate::platform::time::local(moment)
}

/// When something was.
#[cfg(not(target_arch = "wasm32"))]
fn local(moment: u64) -> String {
    moment.to_string()
}

/// The page.
pub(super) fn draw(seen: &Seen, send: &Send) -> Html {
    let versions = seen.versions.iter().map(|version| row(seen, version, send));
    let named = send.batch_callback(|event: yew::events::Event| {
        let name = field::changed(&event).filter(|name| !name.trim().is_empty())?;
        Some(Event::Studio(Studio::KeepVersion(name)))
    });
    let mut name = el!(
        "input",
        "type" = "text",
        "aria-label" = WORDS.version_name,
        "placeholder" = WORDS.version_hint,
        "maxlength" = "80",
        "autocomplete" = "off"
    );
    name.holds(String::new()).on_change(named);
    el!("div", "class" = "shelf")
        .with(
            el!("section", "aria-labelledby" = "shelf")
                .with(el!("h2", "id" = "shelf").text(WORDS.shelf))
                .with(el!("p", "class" = "soft").text(crate::workbench::ENGLISH.drafts_line))
                .with(el!("ul", "class" = "drafts-shelf").each(seen.cards.iter().map(|it| card(it, send)))),
        )
        .with(
            el!("section", "aria-labelledby" = "versions")
                .with(el!("h2", "id" = "versions").text(WORDS.versions))
                .with(el!("p", "class" = "soft").text(WORDS.versions_line))
                .with(
                    el!("div", "class" = "field-of fresh")
                        .with(el!("span", "class" = "label", "aria-hidden" = "true").text(WORDS.version_name))
                        .with(&mut name),
                )
                .with(el!("ol", "class" = "versions").each(versions)),
        )
        .build()
}

fn card((id, name, changed, steps, is_open): &Card, send: &Send) -> Html {
    let bench = &crate::workbench::ENGLISH;
    let facts = fill(WORDS.draft_facts, &[("when", &local(*changed)), ("steps", &steps.to_string())]);
    let mut card = el!("li", "class" = "card");
    card.key(id.clone())
        .with(el!("h3").with(el!("bdi").text(name.clone())))
        .with(el!("p", "class" = "soft").text(facts));
    if *is_open {
        return card.with(el!("p").text(bench.draft_here)).build();
    }
    let press = |words: &'static str, said: &'static str, event: Event| {
        el!("button", "class" = "button", "aria-label" = fill(said, &[("name", name)]))
            .text(words)
            .on_click(super::super::on(send, event))
            .build()
    };
    card.with(
        el!("p", "class" = "actions")
            .put(press(bench.draft_open, bench.draft_open_this, Event::OpenDraft(id.clone())))
            .put(press(bench.draft_remove, bench.draft_remove_this, Event::TakeAway(id.clone()))),
    )
    .build()
}

/// A version: when it was, what it is called, what is different now.
fn row(seen: &Seen, version: &Draft, send: &Send) -> Html {
    let when = local(version.changed);
    let title = if version.name.is_empty() { when.clone() } else { format!("{} · {when}", version.name) };
    let is_compared = seen.compared.as_ref() == Some(&version.id);
    let differences = is_compared.then(|| differences(&version.text, &seen.text));
    el!("li", "class" = "version")
        .key(version.id.clone())
        .with(el!("b").with(el!("bdi").text(title)))
        .with(
            el!("span", "class" = "few-buttons")
                .with(
                    el!(
                        "button",
                        "class" = "button plain",
                        "aria-expanded" = if is_compared { "true" } else { "false" }
                    )
                    .text(WORDS.compare)
                    .on_click(act(send, Studio::Compare(version.id.clone()))),
                )
                .put(button(WORDS.bring_version, Studio::BringBack(version.id.clone()), send)),
        )
        .maybe(differences)
        .build()
}

/// What became of each step since.
fn differences(before: &str, after: &str) -> Html {
    let (steps, others) = compared(before, after);
    if steps.is_empty() && !others {
        return el!("p", "class" = "soft").text(WORDS.same).build();
    }
    let said = |became: Became| match became {
        Became::New => WORDS.became_new,
        Became::Gone => WORDS.became_gone,
        Became::Other => WORDS.became_other,
    };
    let rows = steps
        .into_iter()
        .map(|(title, became)| el!("li").with(el!("bdi").text(title)).text(": ").text(said(became)).build());
    el!("ul", "class" = "differences")
        .each(rows)
        .maybe(others.then(|| el!("li").text(WORDS.became_rest).build()))
        .build()
}
