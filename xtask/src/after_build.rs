//! `cargo xtask after-build`: what Trunk leaves to be done when all else is built.

use std::{env, path::Path};

use anyhow::Result;

use crate::{
    scenarios,
    seal::{self, Use},
};

/// The variable that says that Trunk serves and watches.
pub const WATCHING: &str = "TWO_HATS_WATCHING";

/// Checks the scenarios and puts them beside the app; then seals what is to be delivered. The seal comes last, for it
/// holds all files.
pub fn run() -> Result<()> {
    scenarios::run()?;
    let used = if env::var_os(WATCHING).is_some() { Use::Watching } else { Use::Delivery };
    match env::var_os("TRUNK_STAGING_DIR") {
        Some(staging) => seal::seal(Path::new(&staging), used),
        None => Ok(()),
    }
}
