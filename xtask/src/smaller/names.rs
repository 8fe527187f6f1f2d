//! Shorter names between the scripts and the wasm that a player waits for.
//!
//! wasm-bindgen names each function that a script lends to its wasm in full, with a hash of sixteen digits, on both
//! sides; no packer can make anything of those. wasm-opt gives them names of a letter or two, and the script is told.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

use super::FEATURES;
use crate::process;

/// A script with short names for what goes between it and its wasm, which gets them by the program `optimiser`.
pub fn shorten(script: &str, wasm: &Path, optimiser: &Path) -> Result<String> {
    renamed(script, &rename(wasm, optimiser)?)
}

/// Gives what goes in and out of a wasm short names, and says which.
fn rename(wasm: &Path, optimiser: &Path) -> Result<Value> {
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
    Ok(without_unused(&script))
}

/// A script without the functions that it lends under their long names still: the wasm that they were for has lost them.
/// wasm-bindgen writes each from a line with its name to one with the brace that closes it.
fn without_unused(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut unused = false;
    for line in script.split_inclusive('\n') {
        unused |= line.starts_with("        __wbg_") && line.contains(": function(");
        if !unused {
            kept.push_str(line);
        }
        unused &= !line.starts_with("        }");
    }
    kept
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_no_wasm_calls_is_not_lent() {
        let lent = |name: &str| format!("        {name}: function(a) {{\n            return a;\n        }},\n");
        let may_fail = "        __wbg_b_2: function() { return handleError(function (a) {\n            return a;\n        }, arguments); },\n";
        let script = format!("return {{\n{}{}{may_fail}{}    }};\n", lent("__wbg_a_1"), lent("a"), lent("c"));
        assert_eq!(without_unused(&script), format!("return {{\n{}{}    }};\n", lent("a"), lent("c")));
    }

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
}
