//! The tools that the chores need: found where they are, installed where they are not.
//!
//! [`Tool`] is one that lives in the tools folder at one version, [`Package`] one that comes from the system's
//! package manager. Nothing else in this crate knows where a tool comes from.

mod install;
mod install_dir;
mod list;
mod nightly;
mod package;
mod target;
mod version;

pub use install::ensure;
pub use list::{
    Tool, ajv, axe, binaryen, cargo_deny, cargo_fuzz, esbuild, extwee, geckodriver, inkjs, jsonschema, nats_server,
    trunk, wasm_bindgen,
};
pub use nightly::ensure_nightly;
pub use package::{
    CHROMEDRIVER, CHROMIUM, COMPILER, FIREFOX, MOSQUITTO, NODE, NPM, PIP, PYTHON, Package, WEBKIT_DRIVER, XVFB,
    ensure_packages, same_major,
};
pub use target::ensure_wasm_target;

use std::{env, ffi::OsString, path::PathBuf};

use anyhow::{Context, Result};

/// The `PATH` with these folders before everything else.
pub fn path_with(first: &[PathBuf]) -> Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.iter().cloned().chain(env::split_paths(&rest)))
        .context("the tools folder's name holds a character that PATH cannot; set TWO_HATS_TOOLS to another folder")
}
