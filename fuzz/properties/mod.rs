//! What holds whatever the input is. One definition each: `cargo xtask fuzz` tries it with inputs that a fuzzer makes
//! up, `tests/fuzz_corpus.rs` with those that are kept in `fuzz/kept`.
//!
//! A property takes any bytes at all, and panics where something does not hold.
#![allow(dead_code, reason = "each target uses its own part of this")]

pub mod journal;
pub mod lines;
pub mod links;
pub mod packs;
pub mod places;
pub mod reports;
pub mod rooms;
pub mod scenario;
pub mod session;
pub mod storage;
pub mod stories;
pub mod twine;

/// The name of a property, and the property itself.
pub type Property = (&'static str, fn(&[u8]));

/// All of them; the names are those of the fuzzer's targets.
pub const ALL: [Property; 9] = [
    ("scenario", scenario::holds),
    ("reports", reports::holds),
    ("links", links::holds),
    ("packs", packs::holds),
    ("journal", journal::holds),
    ("session", session::holds),
    ("storage", storage::holds),
    ("twine", twine::holds),
    ("rooms", rooms::holds),
];
