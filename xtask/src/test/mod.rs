//! `cargo xtask test`: every check, each a named step, with one count at the end.

mod bytes;
mod choice;
mod journeys;
mod prepare;
mod report;
mod schema;
mod step;
mod tally;

use std::{process::ExitCode, time::Instant};

use anyhow::Result;
use clap::{Args, ValueEnum};

pub use bytes::sizes;
pub use journeys::environment as journey_environment;
use report::Report;
pub use step::Step;

/// What `cargo xtask test` can be told.
#[derive(Args)]
pub struct Options {
    /// Run these steps only
    #[arg(value_enum)]
    pub steps: Vec<Step>,
    /// Run those tests and journeys only whose names contain this
    #[arg(long, value_name = "PART")]
    pub only: Option<String>,
    /// Make every journey in every browser, also where engines hardly differ
    #[arg(long)]
    pub all: bool,
}

impl Options {
    /// Whether everything is to be run, for which time is short.
    pub fn is_whole(&self) -> bool {
        self.steps.is_empty() && self.only.is_none() && !self.all
    }
}

/// Runs the steps; those that need the build are failures when it fails, all others run whatever happens.
pub fn run(options: &Options) -> Result<ExitCode> {
    let steps: Vec<Step> = match options.steps.as_slice() {
        [] => Step::value_variants().to_vec(),
        some => Step::value_variants()
            .iter()
            .copied()
            .filter(|step| some.contains(step) || step.is_needed_by(some))
            .collect(),
    };
    prepare::prepare(&steps)?;
    let mut report = Report::default();
    for step in steps {
        let name = step.name();
        println!("\n── {name}: {}", step.about());
        let started = Instant::now();
        let tally = match step.needs().filter(|needed| report.has_failed(needed.name())) {
            Some(needed) => tally::Tally::fault(&format!("not run, for {} failed", needed.name())),
            None => step.run(options).unwrap_or_else(|fault| tally::Tally::fault(&format!("{fault:#}"))),
        };
        report.add(&name, tally, started.elapsed());
    }
    println!("\n{report}");
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
