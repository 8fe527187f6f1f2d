//! The fuzzer tries the property of the same name, half of the time with inputs whose words are put in other places.
#![no_main]

#[path = "../properties/mod.rs"]
mod properties;
mod tokens;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|bytes: &[u8]| properties::reports::holds(bytes));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes changed at random are hardly ever JSON any more; words that change places often are.
    if seed % 2 == 0 {
        let changed = tokens::changed(&data[..size], seed);
        if !changed.is_empty() && changed.len() <= max_size {
            data[..changed.len()].copy_from_slice(&changed);
            return changed.len();
        }
    }
    fuzzer_mutate(data, size, max_size)
});
