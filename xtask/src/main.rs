//! The developer's chores, run as `cargo xtask <chore>`.
//!
//! One chore, one module: [`play`] builds and serves the app, [`release`] makes the folder for a host and [`downloads`] the
//! files that are handed on, [`test`] runs every check, [`bench`] measures, [`fuzz`] tries hostile input, [`faults`] breaks
//! what is around the page, [`load`] measures a room of many phones. They share [`tools`] (what must be installed), [`app`]
//! (the release build), [`minify`] (what takes from its files what nobody needs), [`sign`] (what makes them one version),
//! [`serve`] (the static server) and [`drivers`] (browsers under remote control).

mod after_build;
mod app;
mod bench;
mod downloads;
mod drivers;
mod faults;
mod fuzz;
mod load;
mod minify;
mod play;
mod prerender;
mod process;
mod release;
mod scenarios;
mod serve;
mod sign;
mod stamp;
mod test;
mod tools;
mod wasm;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "The developer's chores of Two Hats")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build the app and play it in a browser; installs whatever is missing for that
    Play(play::Options),
    /// Make the folder to put on a host: any host of static files, at any address
    Dist(release::Options),
    /// Run every check: format, lints, native and browser tests, the release build, the journeys
    Test(test::Options),
    /// Measure the library and the built app, each figure beside its budget
    Bench(bench::Options),
    /// Try hostile input that a fuzzer makes up; needs a nightly toolchain
    Fuzz(fuzz::Options),
    /// Make faults in the built app, by chance: of storage, files, clock, tabs; no run may be lost, and no page dead
    Faults(faults::Options),
    /// Measure a room of many phones: over `two-hats host` beside a raw pipe, or over an engine on this machine
    Load(load::Options),
    /// Check every scenario, put it beside the app, sign the app (Trunk calls this after a build)
    #[command(hide = true)]
    AfterBuild,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Play(options) => play::run(&options).map(|()| ExitCode::SUCCESS),
        Chore::Dist(options) => release::run(&options).map(|()| ExitCode::SUCCESS),
        Chore::Test(options) => test::run(&options),
        Chore::Bench(options) => bench::run(&options).map(|()| ExitCode::SUCCESS),
        Chore::Fuzz(options) => fuzz::run(&options),
        Chore::Faults(options) => faults::run(&options).map(|()| ExitCode::SUCCESS),
        Chore::Load(options) => load::run(&options).map(|()| ExitCode::SUCCESS),
        Chore::AfterBuild => after_build::run().map(|()| ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|fault| {
        eprintln!("error: {fault:#}");
        ExitCode::FAILURE
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_hold_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn play_takes_a_port_and_says_when_it_is_none() {
        let parse = |words: &[&str]| Arguments::try_parse_from([&["xtask"], words].concat());
        assert!(
            matches!(parse(&["play", "--port", "9000"]).unwrap().chore, Chore::Play(options) if options.port == Some(9000))
        );
        assert!(parse(&["play", "--port", "70000"]).is_err());
        assert!(parse(&["plai"]).is_err());
    }

    #[test]
    fn fuzz_takes_targets_and_minutes() {
        let parse = |words: &[&str]| Arguments::try_parse_from([&["xtask", "fuzz"], words].concat());
        let chore = parse(&["scenario", "links", "--minutes", "20"]).unwrap().chore;
        assert!(matches!(chore, Chore::Fuzz(options) if options.minutes == 20
            && options.targets == [fuzz::Target::Scenario, fuzz::Target::Links]));
        assert!(parse(&["--minutes", "0"]).is_err() && parse(&["nothing"]).is_err());
    }

    #[test]
    fn load_hands_its_words_on() {
        let arguments = Arguments::try_parse_from(["xtask", "load", "--phones", "300", "--url", "ws://127.0.0.1:1/"]);
        let Chore::Load(options) = arguments.unwrap().chore else { panic!("another chore") };
        assert_eq!(options.words, ["--phones", "300", "--url", "ws://127.0.0.1:1/"]);
    }

    #[test]
    fn test_takes_the_names_of_steps() {
        let arguments = Arguments::try_parse_from(["xtask", "test", "fmt", "chromium"]).unwrap();
        assert!(
            matches!(arguments.chore, Chore::Test(options) if options.steps == [test::Step::Fmt, test::Step::Chromium])
        );
    }
}
