//! All bundles as one, and the wasm that unpacks it.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{house, process, smaller, tools};

/// What a browser runs of it.
pub struct Whole {
    /// The app.
    pub wasm: Vec<u8>,
    /// The script that lends it the browser.
    pub glue: String,
}

/// Builds it in a folder.
pub fn build(folder: &Path) -> Result<Whole> {
    const NAME: &str = "two-hats-whole";
    eprintln!("Building the game in one file; this takes a few minutes.");
    tools::ensure_wasm_target()?;
    let mut cargo = process::cargo("build");
    cargo.args(["--release", "--target", "wasm32-unknown-unknown", "--features", "whole", "--bin", NAME]);
    process::run(process::inline_at_the_link(&mut cargo), "the app as one does not build")?;
    let built = house::target().join(format!("wasm32-unknown-unknown/release/{NAME}.wasm"));
    let folder = folder.join("whole");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut bindgen = process::command(tools::ensure(&tools::wasm_bindgen()?)?.join("wasm-bindgen"));
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-dir"]).arg(&folder).arg(built);
    process::run(&mut bindgen, "wasm-bindgen does not bind the app")?;
    let glue = smaller::with_its_wasm(&folder.join(format!("{NAME}.js")))?;
    let wasm = folder.join(format!("{NAME}_bg.wasm"));
    let wasm = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    Ok(Whole { wasm, glue })
}

/// Builds the unpacker in a folder.
pub fn unpacker(folder: &Path) -> Result<Vec<u8>> {
    let mut cargo = process::cargo("build");
    cargo.args(["--release", "--target", "wasm32-unknown-unknown", "--package", "unpacker"]);
    process::run(process::inline_at_the_link(&mut cargo), "the unpacker does not build")?;
    let built = house::target().join("wasm32-unknown-unknown/release/unpacker.wasm");
    let wasm = folder.join("unpacker.wasm");
    fs::copy(&built, &wasm).with_context(|| format!("{} cannot be copied", built.display()))?;
    smaller::wasm(&wasm)?;
    fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))
}
