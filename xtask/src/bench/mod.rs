//! `cargo xtask bench`: figures, each beside its budget.

mod budget;
mod criterion;

use anyhow::Result;
use budget::Figure;
use clap::{Args, ValueEnum};

use crate::{app, drivers::Browser, process, test, tools, workspace};

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
    /// The bytes that a player waits for
    Bytes,
    /// The time to the first choice of a first visit
    Start,
    /// The time from a click to its paint
    Clicks,
    /// The memory that a page has to itself
    Memory,
    /// The time from a keystroke in the workbench to fresh problems and shares, and how long typing is held up
    Keystrokes,
}

/// Measures the library's benches and then the built app in Chromium.
pub fn run(options: &Options) -> Result<()> {
    let wanted = |part| options.only.is_none_or(|only| only == part);
    let budgets = budget::read(&workspace::root().join("xtask/budgets.toml"))?;
    let mut lines = Vec::new();
    if wanted(Part::Library) {
        lines.extend(criterion::measure()?);
    }
    if wanted(Part::Bytes) {
        app::build()?;
        lines.extend(test::sizes()?.into_iter().map(|(name, bytes)| (format!("bytes/{name}"), Figure::bytes(bytes))));
    }
    if wanted(Part::Start) {
        let visits = ["bare", "home-slow-4g", "home", "deep-link-slow-4g", "deep-link"]
            .map(|visit| format!("first-choice/{visit}"));
        lines.extend(in_chromium("time-to-first-choice", &visits)?);
    }
    if wanted(Part::Memory) {
        lines.extend(in_chromium("memory-of-page", &["memory/home", "memory/play"])?);
    }
    if wanted(Part::Clicks) {
        let names =
            ["click-to-paint", "click-to-paint-of-95-in-100", "click-over-inkjs", "click-over-inkjs-of-95-in-100"];
        lines.extend(in_chromium("click-to-paint", &names)?);
    }
    if wanted(Part::Keystrokes) {
        lines.extend(in_chromium("keystroke-to-shares", &["keystroke-to-shares", "typing-held-up"])?);
    }
    println!();
    for (name, figure) in &lines {
        println!("{}", budget::line(name, *figure, budgets.get(name).copied()));
    }
    Ok(())
}

/// What a program of the journeys measures in Chromium.
fn in_chromium(program: &str, names: &[impl AsRef<str>]) -> Result<Vec<(String, Figure)>> {
    tools::ensure_packages(Browser::Chromium.packages())?;
    app::build()?;
    let environment = test::journey_environment(Browser::Chromium, 1)?;
    let mut measures = process::cargo("run");
    measures.args(["--quiet", "--package", "journeys", "--bin", program]);
    if program == "click-to-paint" {
        measures.env("TWO_HATS_INKJS", tools::inkjs()?);
    }
    measures.envs(environment.variables.iter().map(|(name, value)| (name, value)));
    budget::said(measures, names)
}
