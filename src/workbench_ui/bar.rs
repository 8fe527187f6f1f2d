//! What stands above the workbench: where a text comes from and goes to, and what the author is told.

use super::piece::piece;
use super::{MOST_READ, Send, WORDS, on};
use crate::app::Source;
use crate::platform::{file, page};
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::fill;
use crate::workbench::{Event, Model, Notice, Sheet};
use delivery::Catalogue;
use scenario::Scenario;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Html, TargetCast};

/// A drawn arrow down to a line.
const SAVE: &str = "M12 4v11M7 10.5l5 5 5-5M5 20h14";

/// A drawn face.
const FACE: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 10v.5M15 10v.5M8.5 14.5a4.5 4.5 0 0 0 7 0";

/// Opening, starting and saving, and how much is wrong.
pub(super) fn draw(model: &Model, send: &Send) -> Html {
    let came = send.clone();
    let picked = Callback::from(move |event: yew::events::Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            let came = came.clone();
            file::read_first(input.files(), MOST_READ, move |(name, bytes)| {
                came.send_message(Event::FileCame(name, bytes))
            });
            // So that the same file can be picked once more.
            input.set_value("");
        }
    });
    let open = Callback::from(|_| page::click("#author-file"));
    let button = |path, word: &'static str| el_button(path, word);
    el!("div", "class" = if model.hovering { "tools over" } else { "tools" })
        .with(button(icon::FILE, WORDS.open).on_click(open))
        .with(
            el!(
                "input",
                "type" = "file",
                "id" = "author-file",
                "accept" = ".json,application/json,.zip,.png,.jpg,.jpeg,.webp,.svg,.html,.htm,.twee,.tw,.txt",
                "hidden" = "",
                "aria-label" = WORDS.open
            )
            .on_change(picked),
        )
        .with(button(SAVE, WORDS.save).on_click(on(send, Event::Save)))
        .with(button(FACE, WORDS.sheet).on_click(on(send, Event::Sheet(Sheet::Open))))
        .put(piece((Rc::clone(&model.catalogue), Rc::clone(&model.own), model.picked.clone()), start, send))
        .with(el!("p", "class" = "counts", "role" = "status").text(counts(model)))
        .build()
}

fn el_button(path: &'static str, word: &'static str) -> crate::ui::element::Element {
    let mut button = el!("button", "class" = "button");
    button.put(icon::draw(path)).with(el!("span").text(word));
    button
}

/// The scenarios to start from.
fn start((catalogue, own, chosen): &(Rc<Catalogue>, Rc<Vec<Scenario>>, String), send: &Send) -> Html {
    let picked = send.callback(|event: yew::events::Event| {
        Event::Picked(event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default())
    });
    let shipped = catalogue.entries.iter().map(|entry| (entry.id.to_string(), entry.title.clone()));
    let own = own.iter().map(|own| {
        let title = fill(WORDS.own_title, &[("title", own.title())]);
        (Source::Own(own.id().clone()).key(), title)
    });
    let options = [(String::new(), WORDS.template.to_owned())].into_iter().chain(shipped).chain(own);
    let option = |(id, title): (String, String)| {
        // What the list shows is what starts; a browser left to itself shows the option that it was given first.
        let mut option = if id == *chosen {
            el!("option", "value" = id, "selected" = "selected")
        } else {
            el!("option", "value" = id)
        };
        option.text(title).build()
    };
    el!("div", "class" = "start")
        .with(
            el!("label")
                .with(el!("span").text(WORDS.start_from).text(" "))
                .with(el!("select", "autocomplete" = "off").on_change(picked).each(options.map(option))),
        )
        .with(el!("button", "class" = "button").text(WORDS.start).on_click(on(send, Event::Start)))
        .build()
}

/// How much is wrong, in words.
pub(super) fn counts(model: &Model) -> String {
    if model.hovering {
        return WORDS.let_go.into();
    }
    let Some(answer) = &model.answer else {
        return if model.is_blank() { WORDS.blank } else { WORDS.checking }.into();
    };
    let words = [(WORDS.error, WORDS.errors), (WORDS.warning, WORDS.warnings), (WORDS.note, WORDS.notes)];
    let told = answer.counts.iter().zip(words).filter(|(count, _)| **count > 0).map(|(count, (one, many))| {
        if *count == 1 { one.to_owned() } else { fill(many, &[("n", &count.to_string())]) }
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { WORDS.clean.into() } else { told.join(WORDS.and) }
}

/// The notice, in a region that is always there so that a screen reader hears of a new one.
pub(super) fn notice(notice: &Option<Notice>, send: &Send) -> Html {
    let toast = |notice: &Notice| {
        let back = matches!(notice, Notice::Replaced | Notice::TakenAway(_)).then(|| {
            el!("button", "class" = "button plain").text(WORDS.bring_back).on_click(on(send, Event::BringBack)).build()
        });
        el!("div", "class" = "toast")
            .put(icon::draw(icon::INFO))
            .with(el!("p").text(sentence(notice)))
            .maybe(back)
            .with(
                el!("button", "class" = "button plain", "aria-label" = WORDS.dismiss)
                    .put(icon::draw(icon::CLOSE))
                    .on_click(on(send, Event::Dismiss)),
            )
            .build()
    };
    el!("div", "role" = "status").maybe(notice.as_ref().map(toast)).build()
}

fn sentence(notice: &Notice) -> String {
    match notice {
        Notice::NotErased => WORDS.not_erased.into(),
        Notice::FileNotSaved => WORDS.file_not_saved.into(),
        Notice::Unreadable(file) => fill(WORDS.unreadable, &[("file", file)]),
        Notice::PictureCame(name) => fill(WORDS.picture_came, &[("name", name)]),
        Notice::NoText(file, what, help) => fill(WORDS.no_text, &[("file", file), ("what", what), ("help", help)]),
        Notice::NotCome => WORDS.not_come.into(),
        Notice::Replaced => WORDS.replaced.into(),
        Notice::TakenAway(name) => fill(WORDS.taken_away, &[("name", name)]),
        Notice::Parted(name) => fill(WORDS.parted, &[("name", name)]),
        Notice::Applied => WORDS.applied.into(),
        Notice::Fell => WORDS.fell.into(),
    }
}
