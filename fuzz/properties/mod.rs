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
pub mod scenario;
pub mod session;
pub mod storage;
pub mod stories;

/// All of them, by the name of the target and of its folder.
pub const ALL: [(&str, fn(&[u8])); 7] = [
    ("scenario", scenario::holds),
    ("reports", reports::holds),
    ("links", links::holds),
    ("packs", packs::holds),
    ("journal", journal::holds),
    ("session", session::holds),
    ("storage", storage::holds),
];
