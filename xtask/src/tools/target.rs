//! Rust's target for WebAssembly.

use anyhow::Result;

use crate::process;

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that this toolchain compiles to WebAssembly.
pub fn ensure_wasm_target() -> Result<()> {
    let libraries = process::output(process::command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(());
    }
    eprintln!("Installing Rust's target {TARGET}: rustup downloads it, which takes a moment, once.");
    process::run(
        process::command("rustup").args(["target", "add", TARGET]),
        &format!("Rust's target {TARGET} could not be installed; run `rustup target add {TARGET}` and start again"),
    )
}
