//! The settings.

use super::element::{Html, el};
use super::{Send, WORDS, frame, icon, on, reflect, start};
use crate::app::{Event, Model, Settings, TextSize, Theme};
use crate::words::{ASIDE, fill};

/// The settings' page.
pub(super) fn page(model: &Model, send: &Send) -> Html {
    let now = model.settings;
    let choice = |kind, group, words, checked, settings| {
        frame::choice(kind, group, words, checked, on(send, Event::Set(settings)))
    };
    let sizes = [TextSize::Normal, TextSize::Large, TextSize::Largest].into_iter().zip(ASIDE.text_sizes);
    let sizes =
        sizes.map(|(text, name)| choice("radio", "text", [name, ""], text == now.text, Settings { text, ..now }));
    let themes = [Theme::System, Theme::Light, Theme::Dark].into_iter().zip(ASIDE.themes);
    let themes =
        themes.map(|(theme, name)| choice("radio", "theme", [name, ""], theme == now.theme, Settings { theme, ..now }));
    let still = Settings { still: !now.still, ..now };
    let no_keys = Settings { no_keys: !now.no_keys, ..now };
    let boxes = [
        choice("checkbox", "still", [ASIDE.less_motion, ASIDE.less_motion_is], now.still, still),
        choice("checkbox", "at-once", ASIDE.at_once, now.at_once, start::at_once(model)),
        choice("checkbox", "no-keys", [ASIDE.no_keys, ASIDE.no_keys_is], now.no_keys, no_keys),
    ];
    el!("main", "id" = "main", "class" = "page settings")
        .with(el!("h1", "tabindex" = "-1").text(WORDS.settings))
        .put(group(ASIDE.text_size, sizes))
        .put(group(ASIDE.light_or_dark, themes))
        .put(start::modes(model, send))
        .put(group(ASIDE.while_you_play, boxes.into_iter()))
        .with(el!("fieldset").with(el!("legend").text(ASIDE.think_first)).put(reflect::settings()))
        .put(kept(model, send))
        .put(about())
        .build()
}

fn group(name: &'static str, choices: impl Iterator<Item = Html>) -> Html {
    el!("fieldset").with(el!("legend").text(name)).with(el!("div", "class" = "choices").each(choices)).build()
}

/// What is kept on this device, and how to erase it: asked once more before it is done.
fn kept(model: &Model, send: &Send) -> Html {
    let erase = |word| frame::button("button danger", icon::TRASH, word, on(send, Event::Erase(true)));
    let actions =
        if model.erasing {
            el!("div", "class" = "sure", "role" = "group", "aria-label" = ASIDE.erase_sure)
                .with(el!("p").with(el!("b").text(ASIDE.erase_sure)))
                .with(el!("p", "class" = "actions").put(erase(ASIDE.erase_yes)).with(
                    el!("button", "class" = "button").text(ASIDE.erase_no).on_click(on(send, Event::Erase(false))),
                ))
                .build()
        } else {
            el!("p", "class" = "actions").put(erase(ASIDE.erase)).build()
        };
    let folders = beside();
    let stays = (!folders.is_empty())
        .then(|| el!("p").text(fill(ASIDE.kept_beside, &[("folders", &folders.join(", "))])).build());
    el!("section", "aria-labelledby" = "kept")
        .with(el!("h2", "id" = "kept").text(ASIDE.kept_here))
        .with(el!("p").text(ASIDE.kept_here_is))
        .maybe(stays)
        .put(actions)
        .build()
}

/// Which version this is, and whether it is kept for when there is no network: `offline.js` shows which of these is so.
fn about() -> Html {
    let version = version().map(|version| el!("p").text(fill(ASIDE.version, &[("version", &version)])).build());
    let state = |class: &'static str, words: &'static str| {
        let hidden = (!cfg!(feature = "one-file")).then_some("");
        el!("p", "class" = class, "hidden" = hidden).text(words).build()
    };
    let states = if cfg!(feature = "one-file") {
        vec![state("", ASIDE.is_file)]
    } else {
        vec![state("if-kept", ASIDE.is_kept), state("if-coming", ASIDE.is_coming), state("if-unkept", ASIDE.is_unkept)]
    };
    el!("section", "aria-labelledby" = "about")
        .with(el!("h2", "id" = "about").text(ASIDE.about))
        .maybe(version)
        .each(states.into_iter())
        .build()
}

/// The version of the game, as the page names it.
#[cfg(target_arch = "wasm32")]
fn version() -> Option<String> {
    use crate::platform::page;
    let script = page::find("script[src*='offline.js?']").and_then(|script| script.get_attribute("src"));
    let named = script.as_deref().and_then(|script| script.split_once('?')).map(|(_, version)| version.to_owned());
    named.or_else(|| page::marked("data-version"))
}

#[cfg(not(target_arch = "wasm32"))]
fn version() -> Option<String> {
    None
}

/// The other folders of the host whose game keeps something on this device.
#[cfg(target_arch = "wasm32")]
fn beside() -> Vec<String> {
    let folders = crate::platform::storage::beside().into_iter().map(|other| other.folder);
    folders.map(|folder| if folder.is_empty() { ASIDE.another_folder.into() } else { folder }).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn beside() -> Vec<String> {
    Vec::new()
}
