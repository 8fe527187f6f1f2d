//! A script, or a style sheet, without what only its writers need.

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
    minified(without_warnings(script), &["--tree-shaking=true", "--format=esm", "--target=es2022"])
}

/// A style sheet that says the same in fewer words, where esbuild is here.
pub fn small_style(style: &str) -> Result<String> {
    minified(style.to_owned(), &["--loader=css", "--target=esnext"])
}

fn minified(text: String, how: &[&str]) -> Result<String> {
    static ESBUILD: LazyLock<Option<PathBuf>> = LazyLock::new(|| tools::esbuild().find());
    let Some(folder) = &*ESBUILD else { return Ok(text) };
    let mut child = Command::new(folder.join("esbuild"))
        .args(["--minify", "--log-level=error"])
        .args(how)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("esbuild does not start")?;
    let mut input = child.stdin.take().context("esbuild takes no text")?;
    input.write_all(text.as_bytes()).context("esbuild does not read the text")?;
    drop(input);
    let output = child.wait_with_output().context("esbuild does not end")?;
    ensure!(output.status.success(), "esbuild does not make a script or a style smaller; the reason stands above");
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
    fn a_style_says_the_same_in_fewer_words() {
        let style = "/* Why. */\n#a {\n  color: red;\n  .b & { margin: 0 }\n  > * + * { margin-top: 1rem }\n}\n";
        let small = small_style(style).unwrap();
        let is_there = |part: &str| small.replace([' ', '\n'], "").contains(part);
        assert!(
            small.len() <= style.len() && is_there(".b&{margin:0}") && is_there(">*+*{margin-top:1rem}"),
            "{small}"
        );
    }

    #[test]
    fn what_is_exported_keeps_its_name() {
        let script = "const unused = 1;\nexport function go(long) {\n  // Why.\n  return long + 1;\n}\n";
        let small = small(script).unwrap();
        assert!(small.len() <= script.len() && small.contains("go"), "{small}");
    }
}
