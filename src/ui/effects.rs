//! Performs the model's effects.

use super::{Aside, Send, WORDS};
use crate::app::{Effect, Event, FetchFault, Focus, Settings, TextSize, Theme};
use crate::platform::{address, fetch, keys, page, storage};
use library::OPENING;

/// Performs an effect; a focus that is asked for is returned, because it waits until the page is drawn.
pub(super) fn perform(effect: Effect, aside: Option<Aside>, send: &Send) -> Option<Focus> {
    match effect {
        Effect::FetchIndex => {
            fetch("scenarios/index.bin".into(), send, Box::new(Event::IndexCame));
        }
        Effect::FetchScenario(source, version) => {
            // The version keeps a browser from answering with a stale copy.
            let address = format!("scenarios/{}.bin?{version}", source.id());
            fetch(address, send, Box::new(move |answer| Event::ScenarioCame(source, answer)));
        }
        // Files are opened by what draws the page that asks for them.
        Effect::ReadFile { name, bytes } => match aside {
            Some(aside) => (aside.read)(name, &bytes, send),
            None => send.send_message(Event::FileUnreadable(name)),
        },
        Effect::Forget(key) => {
            if !storage::forget(&key) {
                send.send_message(Event::NotErased);
            }
        }
        Effect::PutAside(from, to) => storage::put_aside(&from, &to),
        Effect::Go(route) => address::go(&route.to_string()),
        Effect::Replace(route) => address::replace(&route.to_string()),
        Effect::Focus(focus) => {
            // Were the focus taken away with what has it, the browser would look at a page that is half drawn, and once
            // more at the whole.
            if matches!(focus, Focus::Heading | Focus::Came(_)) {
                page::let_go();
            }
            return Some(focus);
        }
        Effect::AwaitPaint => {
            let painted = send.clone();
            page::after_paint(move || painted.send_message(Event::Painted));
        }
        Effect::Reload => address::reload(),
        Effect::Opening(Some(mark)) => {
            // Where it cannot be kept, nothing is known of a fall, as it was before there was such a mark.
            storage::store(OPENING, &mark);
        }
        Effect::Opening(None) => {
            storage::forget(OPENING);
        }
        Effect::Unpack(source) => send.send_message(Event::Unpack(source, page::hidden())),
        Effect::Look(settings) => look(settings),
        // What is kept goes through what waits to be kept.
        Effect::Store(..) | Effect::Note(_) | Effect::SaveFile => {}
    }
    None
}

/// What is made of a file that came, or did not.
type Came = Box<dyn FnOnce(Result<Vec<u8>, FetchFault>) -> Event>;

fn fetch(address: String, send: &Send, event: Came) {
    send.send_future(async move {
        let answer = fetch::bytes(&address).await.map_err(|failure| match failure {
            fetch::Failure::NotThere => FetchFault::NotThere,
            fetch::Failure::SignedOut => FetchFault::SignedOut,
            fetch::Failure::Failed => FetchFault::Failed,
        });
        event(answer)
    });
}

fn look(settings: Settings) {
    page::mark("lang", Some(WORDS.tag));
    page::mark(
        "data-theme",
        match settings.theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        },
    );
    page::mark(
        "data-text",
        match settings.text {
            TextSize::Normal => None,
            TextSize::Large => Some("2"),
            TextSize::Largest => Some("3"),
        },
    );
    page::mark("data-motion", settings.still.then_some("less"));
    page::mark(keys::OFF, settings.no_keys.then_some(""));
}
