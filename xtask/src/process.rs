//! Other programs: starting them, and saying in a sentence when they fail.

use std::{
    ffi::OsStr,
    process::{Command, Stdio},
};

use anyhow::{Result, bail};

use crate::house;

/// A command that runs at the root of the checkout.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(house::root()).stdin(Stdio::null());
    command
}

/// Runs a command in the developer's sight; `trouble` is the sentence for its failure.
pub fn run(command: &mut Command, trouble: &str) -> Result<()> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => bail!("{trouble}"),
        Err(fault) => bail!("{trouble} ({} does not start: {fault})", command.get_program().display()),
    }
}

/// What a command prints, when it runs and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
