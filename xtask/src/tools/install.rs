//! Installing a tool into the tools folder, whole or not at all.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};

use super::{
    Tool, install_dir,
    list::{Lock, Source},
};
use crate::process;

/// The folder of the tool's programs, which are installed first where they are missing.
pub fn ensure(tool: &Tool) -> Result<PathBuf> {
    if let Some(folder) = tool.find() {
        return Ok(folder);
    }
    install(tool)?;
    tool.installed().with_context(|| {
        format!(
            "{} {} was installed, but does not run or says another version; put it on PATH yourself",
            tool.name, tool.version
        )
    })
}

/// Installs into a folder beside the final one and renames it at the end, so that what is in place is complete.
pub fn install(tool: &Tool) -> Result<()> {
    let install_dir = install_dir::folder()?;
    let unusable =
        || format!("the tools folder {} cannot be written; set TWO_HATS_TOOLS to another one", install_dir.display());
    fs::create_dir_all(&install_dir).with_context(unusable)?;
    // A second chore that needs the same tool waits here instead of installing it twice.
    let lock = File::create(install_dir.join(".lock")).with_context(unusable)?;
    lock.lock().with_context(unusable)?;
    if tool.installed().is_some() {
        return Ok(());
    }
    let home = install_dir::home(tool)?;
    let incoming = install_dir.join(format!(".incoming-{}-{}", tool.name, tool.version));
    discard(&incoming).with_context(unusable)?;
    match &tool.source {
        Source::Crate(name) => compile(tool, name, &incoming)?,
        Source::Npm(lock) => unpack(tool, *lock, &incoming)?,
        Source::Pip(list) => collect(tool, list, &incoming)?,
    }
    discard(&home).with_context(unusable)?;
    fs::rename(&incoming, &home).with_context(unusable)
}

fn compile(tool: &Tool, name: &str, into: &Path) -> Result<()> {
    eprintln!(
        "Installing {} {} into {}: cargo compiles it from its source, which takes several minutes, once.",
        tool.name,
        tool.version,
        into.parent().unwrap_or(into).display()
    );
    let mut cargo = process::cargo("install");
    cargo.args([name, "--version", &tool.version, "--root"]).arg(into);
    // The wait is worth more than a tool's speed.
    for (setting, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1")] {
        cargo.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    process::run(
        &mut cargo,
        &format!(
            "{} {} could not be installed; check that crates.io can be reached, or put this version of it on PATH, and start again",
            tool.name, tool.version
        ),
    )
}

/// Takes what the lock names and nothing else, and runs nothing of it.
fn unpack(tool: &Tool, lock: Lock, into: &Path) -> Result<()> {
    let npm = which::which("npm").map_err(|_| {
        anyhow!(
            "{} {} could not be installed, for npm is not here; install Node.js with npm and start again",
            tool.name,
            tool.version
        )
    })?;
    eprintln!("Installing {} {}: npm downloads it, which takes a moment, once.", tool.name, tool.version);
    let unwritable = || format!("{} cannot be written", into.display());
    fs::create_dir_all(into).with_context(unwritable)?;
    fs::write(into.join("package.json"), lock.package).with_context(unwritable)?;
    fs::write(into.join("package-lock.json"), lock.lock).with_context(unwritable)?;
    let mut npm = process::command(npm);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]).current_dir(into);
    process::run(
        &mut npm,
        &format!(
            "{} {} could not be installed; check that npm's registry can be reached and start again",
            tool.name, tool.version
        ),
    )
}

/// Takes packages whose hashes are known and which need no building, so that nothing of them is run.
fn collect(tool: &Tool, list: &str, into: &Path) -> Result<()> {
    eprintln!("Installing {} {}: pip downloads it, which takes a moment, once.", tool.name, tool.version);
    let unwritable = || format!("{} cannot be written", into.display());
    fs::create_dir_all(into).with_context(unwritable)?;
    let wanted = into.join("requirements.txt");
    fs::write(&wanted, list).with_context(unwritable)?;
    // A folder of its own, so that nothing of the system's Python changes.
    let mut pip = process::command("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action", "ignore"]);
    pip.args(["--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement"]).arg(&wanted);
    pip.arg("--target").arg(install_dir::python(into));
    process::run(
        &mut pip,
        &format!(
            "{} {} could not be installed; check that PyPI can be reached and start again",
            tool.name, tool.version
        ),
    )
}

fn discard(folder: &Path) -> std::io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}
