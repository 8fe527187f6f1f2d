//! `cargo xtask bench`: figures, each beside its budget.

mod budget;
mod criterion;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{app, drivers::Browser, house, process, test, tools};

/// What `cargo xtask bench` can be told.
#[derive(Args)]
pub struct Options {
    /// Measure this only
    #[arg(value_enum)]
    pub only: Option<Part>,
}

/// A part of what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The library's benches
    Library,
    /// The time from a click to its paint
    Clicks,
    /// The time from a keystroke in the workbench to fresh problems and shares, and how long typing is held up
    Keystrokes,
}

/// Measures the library's benches and then the built app in Chromium.
pub fn run(options: &Options) -> Result<()> {
    let wanted = |part| options.only.is_none_or(|only| only == part);
    let budgets = budget::read(&house::root().join("xtask/budgets.toml"))?;
    let mut lines = Vec::new();
    if wanted(Part::Library) {
        lines.extend(criterion::measure()?);
    }
    if wanted(Part::Clicks) {
        lines.extend(in_chromium("click-to-paint", &["click-to-paint"])?);
    }
    if wanted(Part::Keystrokes) {
        lines.extend(in_chromium("keystroke-to-shares", &["keystroke-to-shares", "typing-held-up"])?);
    }
    println!();
    for (name, seconds) in &lines {
        println!("{}", budget::line(name, *seconds, budgets.get(name).copied()));
    }
    Ok(())
}

/// What a program of the journeys measures, in a Chromium slowed down four times.
fn in_chromium(program: &str, names: &[&str]) -> Result<Vec<(String, f64)>> {
    tools::ensure_packages(Browser::Chromium.packages())?;
    app::build()?;
    let environment = test::journey_environment(Browser::Chromium, 1)?;
    let mut measures = process::command("cargo");
    measures.args(["run", "--quiet", "--package", "journeys", "--bin", program]);
    measures.envs(environment.variables.iter().map(|(name, value)| (name, value)));
    budget::said(measures, names)
}
