//! A script without what only its writers need.

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
    sync::LazyLock,
};

use anyhow::{Context, Result, ensure};

use crate::tools;

/// A script that does the same in fewer and shorter words, where esbuild is here. Its names are its own: another script
/// can call nothing of it but what it exports.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_warns_nobody() {
        let script = "f(() => {\n  go('a');\n  console.warn('beware (a)');\n});";
        assert_eq!(without_warnings(script), "f(() => {\n  go('a');\n});");
    }

    #[test]
    fn what_is_exported_keeps_its_name() {
        let script = "const unused = 1;\nexport function go(long) {\n  // Why.\n  return long + 1;\n}\n";
        let small = small(script).unwrap();
        assert!(small.len() <= script.len() && small.contains("go"), "{small}");
    }
}
