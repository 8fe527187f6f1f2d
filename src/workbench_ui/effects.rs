//! Performs the machine's effects.

use super::Send;
use super::root::Workbench;
use super::text::{FIELD, NUMBERS};
use crate::platform::background::{Background, Reply};
use crate::platform::{copy, editor, fetch, page, save, storage};
use crate::workbench::{Balance, Effect, Event, Helper, Import, Outcome, Sheet, Trouble, answer_to};
use library::{Draft, Key};

/// How long a typing author pauses before the text is kept, in milliseconds.
const PAUSE: u32 = 500;

/// A worker whose answers are sent, part by part.
pub(super) fn checker(send: &Send) -> Background {
    let answered = send.clone();
    Background::start_or("check", answer_to, move |reply| {
        answered.send_message(Event::Told(match reply {
            Reply::Part(part) => Some(part),
            Reply::NotStarted | Reply::Fallen => None,
        }));
    })
}

/// Performs an effect; what needs the page as it will be is returned, because it waits until that is drawn.
pub(super) fn perform(bench: &mut Workbench, effect: Effect, send: &Send) -> Option<Effect> {
    match effect {
        Effect::FetchIndex => fetch("scenarios/index.bin".into(), send, Event::IndexCame),
        Effect::FetchSource(id) => {
            fetch(format!("scenarios/{id}.json"), send, move |answer| Event::SourceCame(id, answer));
        }
        Effect::Ask(question) => ask(bench, &question, send),
        Effect::EndWorker => bench.checker = None,
        Effect::AskHelper(helper, question) => ask_helper(bench, helper, &question, send),
        Effect::EndHelper(helper) => bench.helpers[helper as usize] = None,
        Effect::Wait(milliseconds) => bench.wait.begin(milliseconds),
        Effect::AwaitPaint => {
            let painted = send.clone();
            page::after_paint(move || painted.send_message(Event::Painted));
        }
        Effect::KeepSoon => bench.pause.begin(PAUSE),
        Effect::KeepDraft { id, known, value } => {
            let outcome = match storage::replace(&Draft::key(&id), known.as_deref(), &value) {
                Ok(()) => Outcome::Kept,
                Err(storage::Refusal::NoRoom) => Outcome::NoRoom,
                Err(storage::Refusal::Changed(now)) => Outcome::Changed(now),
            };
            bench.take_up(send, Event::Kept { id, known, value, outcome });
        }
        Effect::KeepPicture(key, value) => {
            let fits = storage::store(&key, &value);
            bench.take_up(send, Event::PictureKept(key, fits));
        }
        Effect::Forget(key) => {
            if !storage::forget(&key) {
                send.send_message(Event::NotErased);
            }
        }
        Effect::Remember(id) => storage::remember(&Key::OpenDraft.to_text(), &id),
        Effect::Store(key, value) => {
            // Only the other windows would hear of it.
            storage::store(&key, &value);
        }
        Effect::SaveFile(name, text) => {
            if !save::text(&name, &text) {
                send.send_message(Event::FileNotSaved);
            }
        }
        Effect::SaveArchive(name, bytes) => {
            if !save::bytes(&name, "application/zip", &bytes) {
                send.send_message(Event::FileNotSaved);
            }
        }
        Effect::CopyId(id) => send.send_future(async move {
            // What is behind the dialog is out of reach.
            Event::Sheet(Sheet::Copied(id, copy::text(id, "dialog .copied").await))
        }),
        Effect::PutText(_)
        | Effect::Select(..)
        | Effect::Write(..)
        | Effect::ShowDialog
        | Effect::Centre
        | Effect::CentreMap
        | Effect::Focus(_) => return Some(effect),
    }
    None
}

/// Performs an effect that needs the page as it is drawn.
pub(super) fn land(effect: Effect) {
    match effect {
        Effect::PutText(text) => editor::put(FIELD, &text),
        Effect::Select(spot, lines) => {
            editor::select(FIELD, (spot.start, spot.end), (spot.line, spot.column), lines);
            if let Some(field) = page::find(FIELD) {
                editor::follow(&field, NUMBERS);
            }
        }
        Effect::Write(from, to, text) => editor::write(FIELD, (from, to), &text),
        Effect::ShowDialog => page::show_dialog(),
        Effect::Centre => editor::centre(".graph", ".graph .step[aria-pressed=true], .graph .step"),
        Effect::CentreMap => editor::reveal(".map", &[".map [aria-pressed=true]", ".map .start", ".map .step"]),
        Effect::Focus(selector) => page::focus(selector, false),
        _ => {}
    }
}

/// Asks the worker, or a new one where it has fallen.
fn ask(bench: &mut Workbench, question: &[u8], send: &Send) {
    bench.checker.get_or_insert_with(|| checker(send)).ask(question);
}

/// Asks a helper's worker, or a new one where there is none.
fn ask_helper(bench: &mut Workbench, helper: Helper, question: &[u8], send: &Send) {
    let told = move |part| match helper {
        Helper::Balance => Event::Balance(Balance::Told(part)),
        Helper::Import => Event::Import(Import::Told(part)),
    };
    let answered = send.clone();
    let worker = bench.helpers[helper as usize].take().unwrap_or_else(|| {
        // It is the checker's program, asked for something else.
        Background::start_or("check", answer_to, move |reply| {
            answered.send_message(told(match reply {
                Reply::Part(part) => Ok(part),
                Reply::NotStarted => Err(Trouble::NotStarted),
                Reply::Fallen => Err(Trouble::Fallen),
            }));
        })
    });
    worker.ask(question);
    bench.helpers[helper as usize] = Some(worker);
}

fn fetch(address: String, send: &Send, event: impl FnOnce(Option<Vec<u8>>) -> Event + 'static) {
    send.send_future(async move { event(fetch::bytes(&address).await.ok()) });
}
