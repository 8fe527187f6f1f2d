//! All bundles as one.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    house, process,
    shorten::{self, FEATURES},
    tools,
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
    const NAME: &str = "two-hats-whole";
    eprintln!("Building the game in one file; this takes a few minutes.");
    tools::ensure_wasm_target()?;
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown", "--features", "whole", "--bin", NAME]);
    process::run(&mut cargo, "the app as one does not build")?;
    let built = house::target().join(format!("wasm32-unknown-unknown/release/{NAME}.wasm"));
    let folder = folder.join("whole");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut bindgen = process::command(tools::ensure(&tools::wasm_bindgen()?)?.join("wasm-bindgen"));
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-dir"]).arg(&folder).arg(built);
    process::run(&mut bindgen, "wasm-bindgen does not bind the app")?;
    let (wasm, glue) = (folder.join(format!("{NAME}_bg.wasm")), folder.join(format!("{NAME}.js")));
    let optimiser = tools::ensure(&tools::binaryen()?)?.join("wasm-opt");
    let mut smaller = process::command(&optimiser);
    smaller.args(FEATURES).args(["-Oz", "--low-memory-unused", "--strip-producers", "--strip-target-features"]);
    process::run(smaller.arg(&wasm).arg("-o").arg(&wasm), "wasm-opt does not make the app smaller")?;
    shorten::shorten(&folder, optimiser.as_os_str())?;
    let wasm = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    let glue = fs::read_to_string(&glue).with_context(|| format!("{} cannot be read", glue.display()))?;
    Ok(Whole { wasm, glue })
}
