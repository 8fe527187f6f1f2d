//! Shorter names between the scripts and the wasm that a player waits for.
//!
//! wasm-bindgen names each function that a script lends to its wasm in full, with a hash of sixteen digits, on both
//! sides; no packer can make anything of those. wasm-opt gives them names of a letter or two, the script is told, and
//! loses its indents and comments.

use std::{ffi::OsStr, fs, path::Path};

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

use crate::process;

/// What of WebAssembly the app is built with, so that nothing newer is written than every browser knows.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// Shortens every script of a folder that has a wasm of its own, and that wasm, by the program `optimiser`.
pub fn shorten(folder: &Path, optimiser: &OsStr) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
        let path = entry?.path();
        let Some(stem) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".js")) else { continue };
        let wasm = folder.join(format!("{stem}_bg.wasm"));
        if !wasm.exists() {
            continue;
        }
        let script = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let script = renamed(&script, &rename(&wasm, optimiser)?)?;
        fs::write(&path, small(&script)).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// Gives what goes in and out of a wasm short names, and says which.
fn rename(wasm: &Path, optimiser: &OsStr) -> Result<Value> {
    let mut command = process::command(optimiser);
    command.args(FEATURES).arg("--minify-imports-and-exports-and-modules").arg(wasm).arg("-o").arg(wasm);
    let said = process::output(&mut command).context("wasm-opt does not shorten the names")?;
    serde_json::from_str(&said).context("wasm-opt does not say which names it has shortened")
}

/// A script with the short names: functions lent are keys of an object, functions borrowed are fields of `wasm`.
fn renamed(script: &str, names: &Value) -> Result<String> {
    let mut script = script.to_owned();
    // What is lent comes from one module, which is then named like this.
    if let Some(module) = names["imports"][0][0].as_str() {
        script = script.replace(&format!("\"{module}\": "), "a: ");
    }
    for (kind, before, after) in [("imports", "", ":"), ("exports", "wasm.", "")] {
        for row in names[kind].as_array().context("wasm-opt names nothing")? {
            let names: Vec<&str> = row.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let [.., long, short] = names[..] else { return Err(anyhow!("wasm-opt says {row}, which is no name")) };
            script = replaced(&script, &format!("{before}{long}{after}"), &format!("{before}{short}{after}"));
        }
    }
    Ok(script)
}

/// A text with a name replaced wherever it stands whole.
fn replaced(text: &str, long: &str, short: &str) -> String {
    let of_a_name = |mark: char| mark.is_alphanumeric() || mark == '_' || mark == '$';
    let mut left = text;
    let mut done = String::with_capacity(text.len());
    while let Some(at) = left.find(long) {
        let (before, rest) = (&left[..at], &left[at + long.len()..]);
        let whole = !before.ends_with(of_a_name) && (long.ends_with(':') || !rest.starts_with(of_a_name));
        done.push_str(before);
        done.push_str(if whole { short } else { long });
        left = rest;
    }
    done + left
}

/// A script without its indents, its lines of comment, and its warnings to developers: what stands in no string over
/// several lines can spare them, and wasm-bindgen writes none.
pub fn small(script: &str) -> String {
    let warns = |line: &str| line.starts_with("console.warn(") && line.ends_with([';', ')']);
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//") && !warns(line));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_sides_get_the_short_names() {
        let script =
            "({ \"./a.js\": { __wbg_get_1a: f, __wbg_get_1a2: g } }); wasm.take(1); wasm.take_all(2); x.wasm.taken";
        let names = json!({
            "imports": [["./a.js", "__wbg_get_1a", "a"], ["./a.js", "__wbg_get_1a2", "b"]],
            "exports": [["take", "c"], ["take_all", "d"]],
        });
        assert_eq!(renamed(script, &names).unwrap(), "({ a: { a: f, b: g } }); wasm.c(1); wasm.d(2); x.wasm.taken");
    }

    #[test]
    fn a_small_script_says_the_same() {
        let script = "f(() => {\n    // Why.\n    go('a  // b');\n    console.warn('beware (a)');\n\n});\n";
        assert_eq!(small(script), "f(() => {\ngo('a  // b');\n});");
    }
}
