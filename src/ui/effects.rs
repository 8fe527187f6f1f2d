//! Performs the model's effects.

use super::{Send, WORDS};
use crate::app::{Effect, Event, FetchFault, Focus, Settings, TextSize, Theme, opened_file};
use crate::platform::{address, fetch, page, reader, storage};

/// Performs an effect; a focus that is asked for is returned, because it waits until the page is drawn.
pub(super) fn perform(effect: Effect, send: &Send) -> Option<Focus> {
    match effect {
        Effect::FetchIndex => {
            fetch("scenarios/index.pack".into(), send, Event::IndexCame);
        }
        Effect::FetchScenario(source, version) => {
            // The version keeps a browser from answering with a stale copy.
            let address = format!("scenarios/{}.pack?{version}", source.id());
            fetch(address, send, move |answer| Event::ScenarioCame(source, answer));
        }
        Effect::ReadFile { name, bytes } => {
            let answered = send.clone();
            reader::read(&bytes, move |answer| answered.send_message(read(name, answer)));
        }
        Effect::Store(key, value) => {
            if !storage::store(&key, &value) {
                send.send_message(Event::NotStored);
            }
        }
        Effect::Forget(key) => storage::forget(&key),
        Effect::PutAside(from, to) => storage::put_aside(&from, &to),
        Effect::Go(route) => address::go(&route.to_string()),
        Effect::Replace(route) => address::replace(&route.to_string()),
        Effect::Focus(focus) => {
            // Were the focus taken away with what has it, the browser would look at a page that is half drawn, and once
            // more at the whole.
            if focus == Focus::Heading {
                page::let_go();
            }
            return Some(focus);
        }
        Effect::AwaitPaint => {
            let painted = send.clone();
            page::after_paint(move || painted.send_message(Event::Painted));
        }
        Effect::Reload => address::reload(),
        Effect::Note(line) => {
            if !storage::note("journal", &line) {
                send.send_message(Event::NotStored);
            }
        }
        Effect::Look(settings) => look(settings),
    }
    None
}

fn fetch(address: String, send: &Send, event: impl FnOnce(Result<Vec<u8>, FetchFault>) -> Event + 'static) {
    send.send_future(async move {
        let answer = fetch::bytes(&address).await.map_err(|failure| match failure {
            fetch::Failure::NotThere => FetchFault::NotThere,
            fetch::Failure::Failed => FetchFault::Failed,
        });
        event(answer)
    });
}

/// The event of a reader's answer: `None` where there is no reader to be had.
fn read(name: String, answer: Option<Vec<u8>>) -> Event {
    match answer.and_then(|answer| opened_file::from_answer(&answer, &name)) {
        Some(read) => Event::FileRead(read),
        None => Event::FileUnreadable(name),
    }
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
}
