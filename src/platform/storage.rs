//! What the browser keeps for the game: texts under keys, each with the game's own prefix.

use super::page;
use gloo_events::EventListener;
use library::{Beside, COURSE, ERASED, JOURNAL, PREFIX, Unkept, Write, may_replace, moment_key};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// The event by which windows hear of what others keep.
const STORED: &str = "storage";

/// What stands before each key: that of the game, of another folder of the host that has it, or of the course that the
/// file is.
pub(super) fn prefix() -> String {
    page::marked("data-kept").unwrap_or_else(|| PREFIX.to_owned())
}

/// Whether what is stored is there when the page is opened again: where the browser refuses to keep it, `kept.js` has it
/// stored in the page itself.
pub fn lasts() -> bool {
    page::marked("data-passing").is_none()
}

fn storage() -> Option<Storage> {
    // Reading the property itself throws where storage is forbidden.
    web_sys::window()?.local_storage().ok()?
}

/// Everything that is kept, keys without the prefix, in no order; `None` where the browser keeps nothing.
pub fn all() -> Option<Vec<(String, String)>> {
    under(&prefix())
}

/// What other folders of this host with the game keep on this device.
pub fn beside() -> Vec<Beside> {
    library::beside(&under("").unwrap_or_default(), &prefix())
}

/// Everything that is kept under a prefix.
fn under(prefix: &str) -> Option<Vec<(String, String)>> {
    let storage = storage()?;
    let mut kept = Vec::new();
    for at in 0..storage.length().ok()? {
        let Some(key) = storage.key(at).ok()? else { continue };
        if let (Some(short), Ok(Some(value))) = (key.strip_prefix(prefix), storage.get_item(&key)) {
            kept.push((short.to_owned(), value));
        }
    }
    Some(kept)
}

/// A key with the prefix.
fn named(key: &str) -> String {
    [&*prefix(), key].concat()
}

/// Begins a course: the first time, what it takes over of what is kept for the plain game is copied to its own.
pub fn begin(adopt: impl FnOnce(&[(String, String)]) -> Vec<(String, String)>) {
    let prefix = prefix();
    // It says that there was a first time, also once everything was erased.
    let mark = prefix.trim_end_matches(':');
    let Some(storage) = storage().filter(|_| prefix.starts_with(COURSE)) else { return };
    if storage.get_item(mark).is_ok_and(|marked| marked.is_some()) {
        return;
    }
    let adopted = adopt(&under(PREFIX).unwrap_or_default());
    if adopted.iter().all(|(key, value)| get(key).is_some() || store(key, value)) {
        // Where there is no room for it, the next start tries once more.
        let _ = storage.set_item(mark, "");
    }
}

/// What is kept under a key.
/// What is kept under a key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&named(key)).ok()?
}

/// Keeps a text. False where there is no room, or storing is forbidden, or a newer game's is there.
pub fn store(key: &str, value: &str) -> bool {
    may_replace(get(key).as_deref()) && storage().is_some_and(|storage| storage.set_item(&named(key), value).is_ok())
}

thread_local! {
    /// What the player's page could not keep yet.
    static WAITING: RefCell<Unkept> = RefCell::default();
}

/// Keeps a value or a line of the journal, after what waits; where it cannot be kept, it waits for the next time. Whether
/// nothing waits any more, and what is kept [`lasts`].
pub fn keep(write: Write) -> bool {
    WAITING.with_borrow_mut(|waiting| {
        waiting.add(write);
        waiting.keep(|write| match write {
            Write::Value(key, value) => store(key, value),
            Write::Line(line) => note(JOURNAL, line),
        }) && lasts()
    })
}

/// Another window keeps a value, and an older one of this window that waits is dropped. Whether nothing waits any more, and
/// what is kept [`lasts`].
pub fn hear(key: &str) -> bool {
    WAITING.with_borrow_mut(|waiting| {
        waiting.hear(key);
        waiting.is_empty() && lasts()
    })
}

/// Drops what waits under a key; an empty key drops all of it.
pub fn drop_waiting(key: &str) {
    WAITING.with_borrow_mut(|waiting| waiting.forget(key));
}

/// All that is kept and what waits to be, as if there were room for it; `None` where there is nothing, and the browser
/// keeps nothing.
pub fn known() -> Option<Vec<(String, String)>> {
    let kept = all();
    let nothing = kept.is_none() && WAITING.with_borrow(Unkept::is_empty);
    (!nothing).then(|| WAITING.with_borrow(|waiting| waiting.with(kept.unwrap_or_default(), now())))
}

/// The same for a file.
pub fn to_save() -> Vec<(String, String)> {
    WAITING.with_borrow(|waiting| waiting.beside(all().unwrap_or_default(), now()))
}

/// The time, in milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Why a text was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no room, or storing is forbidden, or a newer game's is there.
    NoRoom,
    /// Something else is kept there than was thought: this, or nothing.
    Changed(Option<String>),
}

/// Keeps a text where that is kept there which is `known`: what another window has kept there meanwhile stays.
///
/// # Errors
/// Says what kept it from being kept.
pub fn replace(key: &str, known: Option<&str>, value: &str) -> Result<(), Refusal> {
    let now = get(key);
    if now.as_deref() != known {
        return Err(Refusal::Changed(now));
    }
    if store(key, value) { Ok(()) } else { Err(Refusal::NoRoom) }
}

/// Remembers a text in this window alone, as long as it is open.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = web_sys::window().and_then(|window| window.session_storage().ok().flatten()) {
        // Without it a window that is loaded again opens what was changed last.
        let _ = storage.set_item(&named(key), value);
    }
}

/// What this window remembers.
pub fn remembered(key: &str) -> Option<String> {
    web_sys::window()?.session_storage().ok()??.get_item(&named(key)).ok()?
}

/// Keeps a text under a kind and the time. False as in [`store`].
pub fn note(kind: &str, value: &str) -> bool {
    let mut moment = now();
    loop {
        // A clock may stand still, or be set back: to when something was written down, or to before there was time.
        moment = moment.wrapping_add(1);
        let key = moment_key(kind, moment);
        if get(&key).is_none() {
            return store(&key, value);
        }
    }
}

fn remove(key: &str) -> bool {
    if let Some(storage) = storage() {
        // Whether it is gone is looked up: a browser may refuse without a word.
        let _ = storage.remove_item(&named(key));
    }
    get(key).is_none()
}

/// Forgets a text, but leaves a newer game's; an empty key forgets all of them, and the other windows hear of it.
/// False where something is still there that was to go.
pub fn forget(key: &str) -> bool {
    drop_waiting(key);
    if !key.is_empty() {
        return !may_replace(get(key).as_deref()) || remove(key);
    }
    let gone = all().unwrap_or_default().iter().fold(true, |gone, (key, _)| remove(key) && gone);
    store(ERASED, "");
    remove(ERASED);
    gone
}

/// Keeps texts under their keys: all of them, or none where there is no room. Says how many fitted.
pub fn put_all(texts: &[(String, String)]) -> usize {
    let mut before: Vec<(&str, Option<String>)> = Vec::new();
    for (key, value) in texts {
        before.push((key, get(key)));
        if !store(key, value) {
            for (key, _) in &before {
                remove(key);
            }
            for (key, value) in &before {
                if let Some(value) = value {
                    store(key, value);
                }
            }
            return before.len() - 1;
        }
    }
    if !lasts() {
        texts.iter().for_each(|(key, value)| tell(key, value));
    }
    texts.len()
}

/// Tells this window what it has kept itself: where the page alone keeps it, no other will be loaded that finds it.
fn tell(key: &str, value: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), StorageEvent::new(STORED)) {
        event.init_storage_event_with_can_bubble_and_cancelable_and_key_and_old_value_and_new_value(
            STORED,
            false,
            false,
            Some(&named(key)),
            None,
            Some(value),
        );
        // Fails for no event that is new.
        let _ = window.dispatch_event(&event);
    }
}

/// Tells of what other windows keep, until the listener is dropped: the key, and what is kept there now, which may be
/// newer than what was told of; `None` where it was forgotten.
pub fn on_stored(stored: impl Fn(String, Option<String>) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, STORED, move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        // Without a key everything of this address was cleared, by another page or by hand.
        let key = event.key().unwrap_or_else(|| named(ERASED));
        if let Some(key) = key.strip_prefix(&*prefix()) {
            stored(key.to_owned(), get(key));
        }
    }))
}

/// Tells when another window has erased everything, until the listener is dropped.
pub fn on_erased(erased: fn()) -> Option<EventListener> {
    on_stored(move |key, _| {
        if key == ERASED {
            erased();
        }
    })
}

/// Keeps a text under another key, or leaves it where it is: a full device has no room for it twice.
pub fn put_aside(from: &str, to: &str) {
    if get(from).is_some_and(|value| store(to, &value)) {
        remove(from);
    }
}
