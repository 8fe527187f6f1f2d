//! The tools folder: outside the checkout, one folder a tool and version.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::Tool;

/// The tools folder: `TWO_HATS_TOOLS`, or else `two-hats/tools` in the user's cache.
pub fn folder() -> Result<PathBuf> {
    match env::var_os("TWO_HATS_TOOLS").filter(|folder| !folder.is_empty()) {
        Some(folder) => std::path::absolute(&folder).context("TWO_HATS_TOOLS does not name a folder"),
        None => dirs::cache_dir()
            .map(|cache| cache.join("two-hats").join("tools"))
            .context("this user has no cache folder for the tools; set TWO_HATS_TOOLS to one"),
    }
}

/// Where a tool at its version belongs.
pub fn home(tool: &Tool) -> Result<PathBuf> {
    Ok(folder()?.join(format!("{}-{}", tool.name, tool.version)))
}

/// Where `cargo install --root` and `npm ci` put programs below a tool's folder.
pub fn bin(home: &Path) -> PathBuf {
    let modules = home.join("node_modules/.bin");
    if modules.is_dir() { modules } else { home.join("bin") }
}

/// Where pip puts packages below a tool's folder.
pub fn python(home: &Path) -> PathBuf {
    home.join("python")
}

/// A file of an npm package below a tool's folder.
pub fn module(home: &Path, file: &str) -> Option<PathBuf> {
    Some(home.join("node_modules").join(file)).filter(|file| file.is_file())
}
