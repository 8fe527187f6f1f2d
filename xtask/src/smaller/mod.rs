//! What a player waits for, made smaller when it has been built.
//!
//! A wasm loses what it would only say while it falls ([`panics`], [`places`]), goes through wasm-opt, and gets short names
//! for what goes in and out of it ([`names`]); every script loses what only its writers need ([`script`]).

mod names;
mod panics;
mod places;
pub mod script;

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context, Result, bail};

use crate::{process, tools};

/// What of WebAssembly the app is built with, so that nothing newer is written than every browser knows.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// The bundle that is there to be quick: it checks an author's text at every keystroke.
const QUICK: &str = "two-hats-workbench_bg";

/// What wasm-opt does for it.
const QUICKER: &[&str] = &["-O3"];

/// What it does for all others: loops are found anew in flat code, and all of it is looked at until little is found. Putting
/// large functions into their only callers would make fewer bytes of them that are harder to pack; the smallest ones are put
/// everywhere. In the order of their names functions stand beside those that are like them.
const SMALLER: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size",
    "20",
    "--always-inline-max-function-size",
    "4",
    "--local-cse",
    "-Oz",
    "--gufa",
    "-Oz",
    "--reorder-functions-by-name",
];

/// Installs what makes things smaller, where it is missing.
pub fn ensure_tools() -> Result<()> {
    for tool in [tools::binaryen(), tools::esbuild()] {
        tools::ensure(&tool)?;
    }
    Ok(())
}

/// Whether what makes things smaller is here. What is not here is done without.
pub fn has_tools() -> bool {
    [tools::binaryen(), tools::esbuild()].iter().all(|tool| tool.find().is_some())
}

/// Makes every script of a folder smaller, and every wasm that has one; all at once, for wasm-opt takes its time.
pub fn all(folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    thread::scope(|scope| {
        let scripts = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "js"));
        let works: Vec<_> = scripts.map(|script| scope.spawn(|| one(script))).collect();
        works.into_iter().try_for_each(|work| work.join().unwrap_or_else(|_| bail!("a script is not made smaller")))
    })
}

/// Makes a script smaller, and its wasm.
fn one(path: &Path) -> Result<()> {
    let text = script::small(&with_its_wasm(path)?)?;
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// A script as it calls its wasm, which is made smaller; where it has none, or wasm-opt is not here, as it is.
pub fn with_its_wasm(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let wasm = path.with_file_name(format!("{stem}_bg.wasm"));
    if !wasm.exists() {
        return Ok(text);
    }
    match self::wasm(&wasm)? {
        Some(optimiser) => names::shorten(&text, &wasm, &optimiser),
        None => Ok(text),
    }
}

/// Takes out of a wasm what it can do without, by the program that it returns; where that is not here, nothing.
pub fn wasm(path: &Path) -> Result<Option<PathBuf>> {
    let Some(folder) = tools::binaryen().find() else { return Ok(None) };
    let optimiser = folder.join("wasm-opt");
    let whole = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    fs::write(path, places::out(&panics::out(&whole)?)?)
        .with_context(|| format!("{} cannot be written", path.display()))?;
    let quick = path.file_stem().is_some_and(|stem| stem == QUICK);
    let mut command = process::command(&optimiser);
    command.args(FEATURES).args(if quick { QUICKER } else { SMALLER });
    command.args(["--low-memory-unused", "--strip-producers", "--strip-target-features"]);
    process::run(command.arg(path).arg("-o").arg(path), "wasm-opt does not make the app smaller")?;
    Ok(Some(optimiser))
}
