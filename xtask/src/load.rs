//! `cargo xtask load`: how a room's messages fare with many phones, measured by `crates/server/examples/load`.

use anyhow::Result;
use clap::Args;

use crate::process;

/// What `cargo xtask load` can be told.
#[derive(Args)]
pub struct Options {
    /// What the generator is told: --phones 300, --seconds 20, --url of an engine on this machine; see its first page
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub words: Vec<String>,
}

/// Builds the generator with all optimisations, and runs it.
pub fn run(options: &Options) -> Result<()> {
    let mut load = process::cargo("run");
    load.args(["--profile", "bench", "--package", "two-hats-server", "--example", "load", "--"]).args(&options.words);
    process::run(&mut load, "the load generator says above what it could not do")
}
