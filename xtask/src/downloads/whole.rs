//! The app as one wasm, and the wasm that unpacks it.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    minify::{self, Effort},
    process, tools, wasm, workspace,
};

/// What a browser runs of it.
pub struct Whole {
    /// The app.
    pub wasm: Vec<u8>,
    /// The script that lends it the browser.
    pub glue: String,
}

/// Builds it in a folder.
pub fn build(folder: &Path) -> Result<Whole> {
    eprintln!("Building the game in one file; this takes a few minutes.");
    let built = wasm::released(&["one-file"])?;
    let folder = folder.join("whole");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    wasm::bind(&built, &folder, "no-modules")?;
    let (glue, wasm) = (folder.join("two-hats.js"), folder.join("two-hats_bg.wasm"));
    wasm::shorten(&glue, &wasm, &BTreeSet::new(), Effort::SmallAlone)?;
    let wasm = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    let glue = fs::read_to_string(&glue).with_context(|| format!("{} cannot be read", glue.display()))?;
    Ok(Whole { wasm, glue })
}

/// Builds the unpacker in a folder.
pub fn unpacker(folder: &Path) -> Result<Vec<u8>> {
    tools::ensure_wasm_target()?;
    let mut cargo = process::cargo("build");
    cargo.args(["--release", "--target", "wasm32-unknown-unknown", "--package", "unpacker"]);
    process::run(process::for_browsers(&mut cargo), "the unpacker does not build")?;
    let built = workspace::target().join("wasm32-unknown-unknown/release/unpacker.wasm");
    let wasm = folder.join("unpacker.wasm");
    fs::copy(&built, &wasm).with_context(|| format!("{} cannot be copied", built.display()))?;
    minify::silence(&wasm)?;
    minify::wasm(&wasm, Effort::SmallAlone)?;
    fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))
}
