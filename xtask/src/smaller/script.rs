//! A script without what only its writers need.

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
    sync::LazyLock,
};

use anyhow::{Context, Result, ensure};

use crate::tools;

/// A script that does the same in fewer and shorter words, where esbuild is here. Its own names are its own: nothing of it may be called by
/// another script, but for what it exports.
pub fn small(script: &str) -> Result<String> {
    static ESBUILD: LazyLock<Option<PathBuf>> = LazyLock::new(|| tools::esbuild().find());
    let Some(folder) = &*ESBUILD else { return Ok(script.to_owned()) };
    let mut child = Command::new(folder.join("esbuild"))
        .args(["--minify", "--tree-shaking=true", "--format=esm", "--target=es2022", "--log-level=error"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("esbuild does not start")?;
    let mut input = child.stdin.take().context("esbuild takes no script")?;
    input.write_all(without_warnings(script).as_bytes()).context("esbuild does not read the script")?;
    drop(input);
    let output = child.wait_with_output().context("esbuild does not end")?;
    ensure!(output.status.success(), "esbuild does not make a script smaller; the reason stands above");
    String::from_utf8(output.stdout).context("esbuild writes no text")
}

/// A script without the lines by which wasm-bindgen warns developers.
fn without_warnings(script: &str) -> String {
    let warns = |line: &&str| line.trim().starts_with("console.warn(") && line.ends_with([';', ')']);
    script.lines().filter(|line| !warns(line)).collect::<Vec<_>>().join("\n")
}
