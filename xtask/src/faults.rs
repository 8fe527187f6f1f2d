//! `cargo xtask faults`: whatever happens to the storage, the files, the clock or beside the page, no run is lost and no
//! page is dead. A few such faults are part of every test; this makes as many as one likes.

use anyhow::Result;
use clap::Args;

use crate::{app, drivers::Browser, process, test, tools};

/// What `cargo xtask faults` can be told.
#[derive(Args)]
pub struct Options {
    /// How many faults are made
    #[arg(long, default_value_t = 500)]
    pub count: u32,
    /// The first one's seed; the others' follow it, and each can be made again by its own
    #[arg(long, default_value_t = 0)]
    pub seed: u32,
    /// Make them in Firefox, instead of Chromium
    #[arg(long)]
    pub firefox: bool,
}

/// Makes the faults in the built app, one after the other.
pub fn run(options: &Options) -> Result<()> {
    let browser = if options.firefox { Browser::Firefox } else { Browser::Chromium };
    tools::ensure_packages(browser.packages())?;
    app::build()?;
    let environment = test::journey_environment(browser, 1)?;
    let mut faults = process::cargo("test");
    faults.args(["--quiet", "--package", "journeys", "--test", "app", "faults::"]).args(["--", "--show-output"]);
    faults.env("TWO_HATS_FAULTS", options.count.to_string()).env("TWO_HATS_SEED", options.seed.to_string());
    faults.envs(environment.variables.iter().map(|(name, value)| (name, value))).env_remove("RUST_BACKTRACE");
    process::run(&mut faults, "a run was lost or a page dead: the steps to it stand above")
}
