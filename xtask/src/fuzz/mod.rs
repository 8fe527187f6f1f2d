//! `cargo xtask fuzz`: hostile input, made up by a fuzzer that watches what the library does with it.
//!
//! The properties stand in `fuzz/properties`, and `tests/fuzz_corpus.rs` holds them against the inputs that are kept in
//! `fuzz/kept`; so whoever only changes the library needs none of this.

mod figures;
mod target;

use std::{
    fs::{self, File},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::{process, tools, workspace};
use figures::Figures;
pub use target::Target;

/// What `cargo xtask fuzz` can be told.
#[derive(Args)]
pub struct Options {
    /// Fuzz these only
    #[arg(value_enum)]
    pub targets: Vec<Target>,
    /// How long each is fuzzed
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub minutes: u32,
}

/// The most memory that a target may use, in megabytes, and the longest that an input may take, in seconds.
const MOST_MEMORY: u32 = 1024;
const LONGEST: u32 = 10;

/// Fuzzes the targets one after the other; all of them, whatever one finds.
pub fn run(options: &Options) -> Result<ExitCode> {
    let targets = if options.targets.is_empty() { Target::value_variants() } else { &options.targets };
    tools::ensure_nightly()?;
    tools::ensure_packages(&[tools::COMPILER])?;
    let programs = tools::ensure(&tools::cargo_fuzz())?;
    // cargo-fuzz knows no `--locked`: it finds what this has looked at, and has nothing left to choose.
    let mut fetch = process::cargo("fetch");
    process::run(
        fetch.args(["--manifest-path", "fuzz/Cargo.toml"]),
        "fuzz/Cargo.lock is not up to date, or crates.io away",
    )?;
    let mut good = true;
    for target in targets {
        good &= try_one(*target, options.minutes, &programs)?;
    }
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `cargo fuzz`, on a toolchain of its own. No sanitizer: the library has no unsafe code, and runs twice as fast so.
fn fuzz(programs: &PathBuf, what: &str) -> Result<std::process::Command> {
    let mut cargo = process::command("cargo");
    cargo.env("PATH", tools::path_with(std::slice::from_ref(programs))?);
    cargo.args(["+nightly", "fuzz", what, "--fuzz-dir", "fuzz", "--sanitizer", "none", "--target-dir"]);
    cargo.arg(folder("build"));
    Ok(cargo)
}

/// Where what is no part of the checkout is put.
fn folder(of: &str) -> PathBuf {
    workspace::target().join("fuzz").join(of)
}

/// Fuzzes a target, and says what came of it. False where it found something.
fn try_one(target: Target, minutes: u32, programs: &PathBuf) -> Result<bool> {
    let (name, kept) = (target.name(), workspace::root().join("fuzz/kept").join(target.folder()));
    let (corpus, found) = (folder("corpus").join(&name), folder("found").join(&name));
    for place in [&corpus, &found] {
        fs::create_dir_all(place).with_context(|| format!("{} cannot be made", place.display()))?;
    }
    println!("Compiling {name}: the first time for a few minutes.");
    let mut build = fuzz(programs, "build")?;
    process::run(build.arg(&name), "the target does not compile; what the compiler says stands above")?;
    let log = folder(&format!("{name}.log"));
    println!("Fuzzing {name} for {minutes} min: {}.", target.about());
    let mut fuzz = fuzz(programs, "run")?;
    fuzz.arg(&name).arg(&corpus).arg(&kept).arg("--");
    fuzz.arg(format!("-artifact_prefix={}/", found.display()));
    fuzz.arg(format!("-dict={}", workspace::root().join("fuzz/words").join(target.words()).display()));
    fuzz.arg(format!("-max_len={}", target.longest()));
    fuzz.arg(format!("-max_total_time={}", u64::from(minutes) * 60));
    fuzz.arg(format!("-rss_limit_mb={MOST_MEMORY}")).arg(format!("-timeout={LONGEST}")).arg("-print_final_stats=1");
    fuzz.stderr(File::create(&log).with_context(|| format!("{} cannot be written", log.display()))?);
    let status = fuzz.status().context("cargo fuzz does not start")?;
    let figures = Figures::of(&String::from_utf8_lossy(&fs::read(&log).unwrap_or_default()));
    println!("  {figures}");
    if !status.success() {
        println!(
            "  {name} found something: {} says what, and the input lies in {}.\n  Give the input a name that says what it \
             is, put it into {}, and `cargo test --test all fuzz_corpus` fails until it is mended.",
            log.display(),
            found.display(),
            kept.display()
        );
    }
    Ok(status.success())
}
