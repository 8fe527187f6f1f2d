//! What a player waits for, made smaller when it has been built.
//!
//! A wasm loses what it would only say while it falls ([`panics`], [`places`]), goes through wasm-opt, and gets short names
//! for what goes in and out of it ([`names`]); every script loses what only its writers need ([`script`]).

pub mod names;
mod panics;
mod places;
pub mod script;

use std::{
    fs,
    io::Read,
    ops::Range,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use anyhow::{Context, Result};
use wasm_encoder::RawSection;

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

/// What a wasm is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Small, where all that it calls is in it or lent to it.
    SmallAlone,
    /// Small, where it shares its table with others: what it calls by that table cannot be known.
    Small,
    /// Quick, and shares its table.
    Quick,
}

/// What wasm-opt does for what is to be quick.
const QUICKER: &[&str] = &["-O3"];

/// What it does for all else: loops are found anew in flat code, and all of it is looked at until little is found. Putting
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
    GUESSES,
    "-Oz",
    "--reorder-functions-by-name",
];

/// The pass that looks at what can be called by a table at all.
const GUESSES: &str = "--gufa";

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

/// A section of a wasm as it is.
fn raw(wasm: &[u8], id: u8, range: Range<u64>) -> RawSection<'_> {
    RawSection { id, data: &wasm[range.start as usize..range.end as usize] }
}

/// A wasm that is yet to be split, without what the app of a split one would say while it falls: all else stays at its
/// place. `split` gives the app of a split wasm.
pub fn silent_before(wasm: &[u8], split: impl FnOnce(&[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    panics::out_before(wasm, split)
}

/// Takes out of a wasm what it would only say while it falls.
pub fn silence(path: &Path) -> Result<()> {
    let whole = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    fs::write(path, places::out(&panics::out(&whole)?)?)
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// The largest wasm, in bytes, for which wasm-opt need not be quick itself.
const SOON_DONE: u64 = 30_000;

/// What a script for Node.js starts with.
const SCRIPT: &[u8; 19] = b"#!/usr/bin/env node";

/// wasm-opt, for a file. What npm installs is a script for Node.js with the program as wasm, and to compile that well at each
/// start takes far longer than a small file does.
fn optimizer(program: &Path, file: &Path) -> Command {
    let is_script = || {
        let mut first = [0; SCRIPT.len()];
        fs::File::open(program).and_then(|mut file| file.read_exact(&mut first)).is_ok() && first == *SCRIPT
    };
    if fs::metadata(file).is_ok_and(|about| about.len() < SOON_DONE) && is_script() {
        let mut node = process::command("node");
        node.arg("--liftoff-only").arg(program);
        return node;
    }
    process::command(program)
}

/// Makes a wasm what it is to be. False where the program that does is not here: then it stays as it is.
pub fn wasm(path: &Path, effort: Effort) -> Result<bool> {
    // Asked once: each answer starts the program, and an app has some two hundred chunks.
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    let Some(folder) = FOLDER.get_or_init(|| tools::binaryen().find()) else { return Ok(false) };
    let mut command = optimizer(&folder.join("wasm-opt"), path);
    command.args(FEATURES);
    match effort {
        Effort::SmallAlone => command.args(SMALLER),
        Effort::Small => command.args(SMALLER.iter().filter(|pass| **pass != GUESSES)),
        Effort::Quick => command.args(QUICKER),
    };
    command.args(["--low-memory-unused", "--strip-producers", "--strip-target-features"]);
    // It warns of names that it does not know and leaves out.
    process::run_quietly(command.arg(path).arg("-o").arg(path), "wasm-opt does not make the app smaller")?;
    Ok(true)
}
