//! Other programs: starting them, and saying in a sentence when they fail.

use std::{
    env,
    ffi::OsStr,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Result, bail};

use crate::workspace;

/// A command that runs at the root of the checkout.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).stdin(Stdio::null());
    command
}

/// One of Cargo's commands that builds something, with the versions that Cargo.lock names and no others.
pub fn cargo(subcommand: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.args([subcommand, "--locked"]);
    cargo
}

/// Has what a command builds for browsers inlined when all crates are there: where each does so by itself, the app is 1 %
/// larger; and a little more of it than is usual where every byte counts, which packs better. Relocations stay in it, for it
/// may be split; and it names no folder of this machine. For release builds alone.
pub fn for_browsers(command: &mut Command) -> &mut Command {
    let mut flags: Vec<String> = ["-Clinker-plugin-lto", "-Cllvm-args=-inline-threshold=10"].map(str::to_owned).into();
    let folders = [
        (output(self::command("rustc").args(["--print", "sysroot"])).map(PathBuf::from), "/toolchain"),
        (env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(dirs::home_dir()?.join(".cargo"))), "/cargo"),
        (Some(workspace::root()), "/two-hats"),
    ];
    for (folder, name) in folders {
        flags.extend(folder.map(|folder| format!("--remap-path-prefix={}={name}", folder.display())));
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}

/// Runs a command in the developer's sight; `trouble` is the sentence for its failure.
pub fn run(command: &mut Command, trouble: &str) -> Result<()> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => bail!("{trouble}"),
        Err(fault) => bail!("{trouble} ({} does not start: {fault})", command.get_program().display()),
    }
}

/// Runs a command of which nothing is heard unless it fails.
pub fn run_quietly(command: &mut Command, trouble: &str) -> Result<()> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => bail!("{}{trouble}", String::from_utf8_lossy(&output.stderr)),
        Err(fault) => bail!("{trouble} ({} does not start: {fault})", command.get_program().display()),
    }
}

/// What a command prints, when it runs and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// What is called without Cargo.lock, or reads one of its own.
    const UNLOCKED: [&str; 3] = ["process.rs", "fuzz/mod.rs", "test/step.rs"];

    #[test]
    fn nothing_is_built_of_other_versions_than_cargo_lock_names() {
        let sources = workspace::root().join("xtask/src");
        let mut waiting = vec![sources.clone()];
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let calls = text.matches(&format!("command({:?})", "cargo")).count();
            let may = UNLOCKED.iter().any(|name| path == sources.join(name));
            assert_eq!(calls, usize::from(may), "{} calls Cargo by itself", path.display());
        }
        let alias = fs::read_to_string(workspace::root().join(".cargo/config.toml")).unwrap();
        assert!(alias.contains("xtask = \"run --locked "), "{alias}");
    }
}
