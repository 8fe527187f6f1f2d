//! The app's release build, by Trunk, into `dist`.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{
    minify, process, stamp,
    tools::{self, Tool},
    workspace,
};

/// How far the build is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polish {
    /// Made smaller, as it is delivered.
    Small,
    /// As it was compiled, where the tools that make it smaller cannot be had: it plays the same and is larger.
    Plain,
}

/// Builds the app as it is delivered, with every tool installed first.
pub fn build() -> Result<()> {
    if is_fresh(Polish::Small)? {
        eprintln!("Nothing has changed since the last build.");
        return Ok(());
    }
    minify::ensure_tools()?;
    bundle(Polish::Small)
}

/// Builds the app for playing, as it was compiled where the tools that make it smaller cannot be had.
pub fn build_to_play() -> Result<()> {
    if is_fresh(Polish::Small)? {
        return Ok(());
    }
    // What could not be had for the last build is not asked for again until there is something to build.
    if !minify::has_tools() && is_fresh(Polish::Plain)? {
        return Ok(());
    }
    match minify::ensure_tools() {
        Ok(()) => bundle(Polish::Small),
        Err(fault) => {
            eprintln!("The app is not made smaller than it was compiled: {fault:#}.");
            bundle(Polish::Plain)
        }
    }
}

/// Trunk, with all that is called after it installed.
pub fn trunk() -> Result<Command> {
    tools::ensure_wasm_target()?;
    tools::ensure(&tools::wasm_bindgen()?)?;
    let trunk = tools::ensure(&tools::trunk())?;
    let mut command = process::command(trunk.join("trunk"));
    // Trunk takes NO_COLOR for an option of its own and refuses the values that others set it to.
    command.env_remove("NO_COLOR");
    // Its errors say what failed; where in Trunk's own code they arose helps nobody here.
    command.env_remove("RUST_BACKTRACE");
    Ok(command)
}

fn bundle(polish: Polish) -> Result<()> {
    let mut trunk = trunk()?;
    let inputs = inputs(polish)?;
    eprintln!("Building the app; the first time this takes a minute or two.");
    trunk.args(["build", "--locked"]);
    process::run(&mut trunk, "the app does not build; what is wrong stands above")?;
    let outputs = stamp::of_folder(&workspace::dist()).context("the build left no folder dist")?;
    fs::write(stamp_file(), format!("{inputs} {outputs}\n")).context("the stamp of the build cannot be written")
}

/// Whether `dist` is what a build would make of the inputs as they are.
fn is_fresh(polish: Polish) -> Result<bool> {
    let Ok(written) = fs::read_to_string(stamp_file()) else { return Ok(false) };
    let Some((inputs_then, outputs_then)) = written.trim().split_once(' ') else { return Ok(false) };
    Ok(inputs_then == inputs(polish)? && stamp::of_folder(&workspace::dist()).as_deref() == Some(outputs_then))
}

fn inputs(polish: Polish) -> Result<String> {
    let said = |tool: &Tool| format!("{} {}", tool.name, tool.version);
    let rustc = process::output(process::command("rustc").arg("--version")).unwrap_or_default();
    let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    let tools = [
        said(&tools::trunk()),
        said(&tools::wasm_bindgen()?),
        said(&tools::binaryen()),
        said(&tools::esbuild()),
        rustc,
        flags,
        format!("{polish:?}"),
    ];
    stamp::of_inputs(&workspace::root(), &tools).context("what the app is built from cannot be read")
}

/// What a build as it is delivered would be made of now.
pub fn inputs_now() -> Result<String> {
    inputs(Polish::Small)
}

fn stamp_file() -> PathBuf {
    workspace::target().join("app.stamp")
}
