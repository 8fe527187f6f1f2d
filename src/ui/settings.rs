//! The settings.

use super::element::{Html, el};
use super::{Send, WORDS, frame, icon, on, start};
use crate::app::{Event, Model, Settings, TextSize, Theme};
use crate::words::ASIDE;

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
        .put(kept(model, send))
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
    el!("section", "aria-labelledby" = "kept")
        .with(el!("h2", "id" = "kept").text(ASIDE.kept_here))
        .with(el!("p").text(ASIDE.kept_here_is))
        .put(actions)
        .build()
}
