//! Rust's nightly toolchain, which the fuzzer alone needs.

use anyhow::{Result, bail};

use crate::process;

/// Makes sure that there is one; a second toolchain is for whoever wants it to install.
pub fn ensure_nightly() -> Result<()> {
    if process::output(process::command("rustc").args(["+nightly", "--version"])).is_some() {
        return Ok(());
    }
    bail!(
        "fuzzing needs Rust's nightly toolchain, which is not here: run `rustup toolchain install nightly --profile \
         minimal` and start again (`cargo test --test all fuzz_corpus` tries the kept inputs without it)"
    )
}
