//! `cargo xtask after-build`: what Trunk leaves to be done when all else is built.

use std::{env, path::Path};

use anyhow::Result;

use crate::{
    scenarios,
    sign::{self, Use},
    wasm,
};

/// The variable that says that Trunk serves and watches.
pub const WATCHING: &str = "TWO_HATS_WATCHING";

/// Checks the scenarios and builds the app and the phones' page beside them; what is to be delivered is signed. That comes last, for it holds
/// all files.
pub fn run() -> Result<()> {
    let used = if env::var_os(WATCHING).is_some() { Use::Watching } else { Use::Delivery };
    let staging = env::var_os("TRUNK_STAGING_DIR");
    scenarios::run()?;
    let Some(staging) = staging else { return Ok(()) };
    wasm::build(Path::new(&staging), used)?;
    wasm::phones::build(Path::new(&staging), used)?;
    sign::sign(Path::new(&staging), used)
}
