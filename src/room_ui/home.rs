//! The list of sessions, and how to begin one.

use super::root::waiting;
use super::{Send, WORDS, field, notices, numbered, on, opening};
use crate::app::Source;
use crate::platform::time;
use crate::room::{Asked, Event, Listed, Model, Page, hours};
use crate::ui::element::el;
use crate::ui::{icon, scene};
use crate::words::fill;
use delivery::Entry;
use scenario::direction;
use yew::Html;

/// The page without an open session.
pub(super) fn page(model: &Model, send: &Send) -> Html {
    let stories = match model.catalogue() {
        Asked::Here(catalogue) => el!("ul", "class" = "stories")
            .each(
                catalogue
                    .entries
                    .iter()
                    .map(|entry| (Source::Shipped(entry.id.clone()), entry))
                    .chain(model.own().iter().map(|entry| (Source::Own(entry.id.clone()), entry)))
                    .map(|(source, entry)| story(&source, entry, model.picked() == Some(&source), send)),
            )
            .build(),
        Asked::Waiting | Asked::Failed => waiting(model, send),
    };
    // Before there are stories there is nothing to begin.
    let begin = model
        .picked()
        .is_some()
        .then(|| field::drawn("button main begin", icon::PLAY, WORDS.begin, on(send, Event::Begin)));
    el!("div", "class" = "rooms")
        .with(
            el!("header")
                .with(el!("h1", "tabindex" = "-1").text(WORDS.title))
                .with(el!("p", "class" = "line").text(WORDS.line)),
        )
        .put(notices::all(model, send))
        .with(
            el!("section", "aria-labelledby" = "new")
                .with(el!("h2", "id" = "new").text(WORDS.choose_story))
                .put(stories)
                .with(el!("p", "class" = "actions").maybe(begin).maybe(opening::link(model))),
        )
        .put(sessions(model, send))
        .build()
}

/// A title, told apart from that of a shipped scenario.
fn titled(source: &Source, title: &str) -> String {
    match source {
        Source::Shipped(_) => title.to_owned(),
        Source::Own(_) => fill(WORDS.own_title, &[("title", title)]),
    }
}

fn story(source: &Source, entry: &Entry, picked: bool, send: &Send) -> Html {
    let own = matches!(source, Source::Own(_)).then(|| el!("span", "class" = "own").text(WORDS.own).build());
    let paper = |page: Page, word: &'static str, label: &'static str| {
        let label = fill(label, &[("title", &titled(source, &entry.title))]);
        el!("a", "href" = page.address(), "aria-label" = label).text(word).build()
    };
    let mut radio = el!("input", "type" = "radio", "name" = "story", "value" = source.key());
    radio.checked(picked).on_change(on(send, Event::Picked(source.clone())));
    el!("li", "class" = "story")
        .with(
            el!("label", "class" = "choice", "lang" = entry.language.clone(), "dir" = direction(&entry.language))
                .put(scene::draw(Some(&entry.scene)))
                .with(&mut radio)
                .with(el!("b").text(entry.title.clone()))
                .with(el!("small").text(entry.summary.clone())),
        )
        .with(
            el!("p", "class" = "papers")
                .with(el!("span").text(numbered(WORDS.minute, WORDS.minutes, entry.minutes)))
                .maybe(own)
                .put(paper(Page::Handout(source.clone()), WORDS.handout, WORDS.handout_of))
                .put(paper(Page::Guide(source.clone()), WORDS.guide, WORDS.guide_of)),
        )
        .build()
}

fn sessions(model: &Model, send: &Send) -> Html {
    let listed = model.listed();
    let none = listed.is_empty().then(|| el!("p", "class" = "soft").text(WORDS.no_sessions).build());
    el!("section", "aria-labelledby" = "sessions")
        .with(el!("h2", "id" = "sessions", "tabindex" = "-1").text(WORDS.sessions))
        .maybe(none)
        .with(el!("ul", "class" = "sessions").each(listed.iter().map(|listed| session(model, listed, send))))
        .build()
}

fn session(model: &Model, listed: &Listed<'_>, send: &Send) -> Html {
    let id = || listed.id.to_owned();
    let title = listed.head.as_ref().ok().map(|head| {
        let source = model.source(head);
        let title = model.entry(&source).map_or_else(|| head.scenario.to_string(), |entry| entry.title.clone());
        titled(&source, &title)
    });
    let name = match (&*listed.label, &title) {
        ("", Some(title)) => title.clone(),
        ("", None) => WORDS.untitled.into(),
        (label, Some(title)) => format!("{label} – {title}"),
        (label, None) => label.into(),
    };
    let named = |words: &'static str| fill(words, &[("name", &name)]);
    let about = match &listed.head {
        Ok(head) => hours::date(head.began, time::ahead(head.began)),
        Err(_) => WORDS.unreadable.into(),
    };
    let open = match listed.head {
        Ok(_) => el!("button", "class" = "button", "aria-label" = named(WORDS.resume_of))
            .text(WORDS.resume)
            .on_click(on(send, Event::Resume(id())))
            .build(),
        Err(_) => field::button("button", WORDS.save_as_is, on(send, Event::SaveAsIs(id()))),
    };
    let sure = (model.erasing() == Some(listed.id)).then(|| {
        el!("div", "class" = "sure", "role" = "group", "aria-label" = named(WORDS.erase_sure))
            .with(el!("p").text(named(WORDS.erase_sure)))
            .put(field::button("button danger", WORDS.erase_yes, on(send, Event::Erase)))
            .put(field::button("button", WORDS.erase_no, on(send, Event::AskErase(None))))
            .build()
    });
    el!("li")
        .with(
            el!("div")
                .with(el!("b", "dir" = "auto").text(name.clone()))
                .with(el!("span", "class" = "soft").text(about)),
        )
        .with(
            el!("p", "class" = "actions").put(open).with(
                el!("button", "class" = "button plain", "aria-label" = named(WORDS.erase_of))
                    .put(icon::draw(icon::TRASH))
                    .text(WORDS.erase)
                    .on_click(on(send, Event::AskErase(Some(id())))),
            ),
        )
        .maybe(sure)
        .build()
}
