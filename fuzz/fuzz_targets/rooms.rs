//! The fuzzer tries the property of the same name.
#![no_main]

#[path = "../properties/mod.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| properties::rooms::holds(bytes));
