//! The browser's time and chance, as the wire takes them.

use crate::platform::socket::{self, Heard};
use wire::{Chance, NoChance, Now};

/// Chance by `crypto.getRandomValues`, which there is over plain http, too.
pub(super) struct Browser;

impl Chance for Browser {
    fn fill(&mut self, out: &mut [u8]) -> Result<(), NoChance> {
        if socket::random(out) { Ok(()) } else { Err(NoChance) }
    }
}

/// This moment.
pub(super) fn now() -> Now {
    Now { wall: js_sys::Date::now() as u64, run: socket::run() }
}

/// What happened, as the wire takes it.
pub(super) fn heard(heard: &Heard) -> wire::Heard<'_> {
    match heard {
        Heard::Opened => wire::Heard::Opened,
        Heard::Closed => wire::Heard::Closed,
        Heard::Bytes(bytes) => wire::Heard::Bytes(bytes),
        Heard::Tick => wire::Heard::Tick,
        Heard::Back => wire::Heard::Back,
    }
}
