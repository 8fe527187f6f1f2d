//! The steps: what each is called, what it needs, what it runs.

use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use super::{
    Options, bytes,
    choice::Choice,
    journeys, schema,
    tally::{self, Tally},
};
use crate::{
    app, downloads,
    drivers::Browser,
    process,
    tools::{self, CHROMEDRIVER, CHROMIUM, MOSQUITTO, NODE, NPM, PIP, PYTHON, Package},
};

const WASM: &str = "wasm32-unknown-unknown";

/// The app, as Cargo compiles it for a browser.
const WEB: [&str; 4] = ["--package", "two-hats", "--target", WASM];

/// What of it runs in a browser: the rest of `tests` and the benchmarks use files, clocks and chance, which are not there.
const WEB_TESTS: [&str; 3] = ["--lib", "--test", "web*"];

/// A step of the checks, in the order in which they are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// The format of the sources
    Fmt,
    /// Lints of everything that runs natively
    Clippy,
    /// Lints of what runs in a browser
    ClippyWeb,
    /// Licences and sources of all that is built in, and that no wildcard asks for it
    Deny,
    /// Tests that run natively
    Native,
    /// A room over engines of MQTT, by the recipes of `docs/engine.md`
    Engines,
    /// The scenarios' schema, in two validators that know nothing of one another
    Schema,
    /// Stories of Twine, beside extwee, which reads them too
    Twine,
    /// Tests that run in a browser as WebAssembly
    Web,
    /// The release build
    Build,
    /// The bytes that a player waits for
    Bytes,
    /// The game in one file, and a course that the authors' tool makes
    Downloads,
    /// The journeys in Chromium
    Chromium,
    /// The journeys in Firefox; where no step is named, those in which engines differ
    Firefox,
    /// The journeys in WebKit; where no step is named, those in which engines differ
    Webkit,
}

impl Step {
    /// The name that it is called by on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What it checks.
    pub fn about(self) -> String {
        self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
    }

    /// The step whose result it looks at.
    pub fn needs(self) -> Option<Step> {
        match self {
            Step::Bytes | Step::Downloads => Some(Step::Build),
            Step::Chromium | Step::Firefox | Step::Webkit => Some(Step::Downloads),
            _ => None,
        }
    }

    /// Whether one of these looks at its result.
    pub fn is_needed_by(self, steps: &[Step]) -> bool {
        steps.iter().any(|step| step.needs().is_some_and(|needed| needed == self || self.is_needed_by(&[needed])))
    }

    /// Makes the check, of those tests and journeys that are wanted.
    pub fn run(self, options: &Options) -> Result<Tally> {
        let only = options.only.as_deref();
        match self {
            Step::Fmt => {
                let mut format = process::command("cargo");
                format.args(["fmt", "--all", "--check"]);
                tally::of_check([format], "run `cargo fmt --all`")
            }
            Step::Clippy => {
                let lints = build(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]);
                tally::of_check([lints], "clippy's findings stand above")
            }
            Step::ClippyWeb => {
                let mut lints = build(&["clippy"]);
                lints
                    .args(WEB)
                    .args(["--features", "split", "--bins"])
                    .args(WEB_TESTS)
                    .args(["--", "--deny", "warnings"]);
                // By itself, for beside the game it would have the library's other half.
                let unpacker =
                    build(&["clippy", "--package", "unpacker", "--target", WASM, "--", "--deny", "warnings"]);
                tally::of_check([lints, unpacker], "clippy's findings stand above")
            }
            Step::Deny => deny(),
            Step::Native => {
                let mut tests = build(&["test", "--workspace", "--exclude", "journeys"]);
                tests.arg("--no-fail-fast").args(only);
                tally::of_tests(tests)
            }
            Step::Engines => {
                let mut tests = build(&["test", "--package", "two-hats-server", "--test", "engines"]);
                tests.env("TWO_HATS_ENGINES", "all").env("TWO_HATS_NATS_SERVER", tools::nats_server()?);
                tally::of_tests(tests)
            }
            Step::Schema => schema::run(),
            Step::Twine => {
                let mut tests = build(&["test", "--package", "two-hats-import", "--test", "extwee"]);
                tests.env("TWO_HATS_EXTWEE", tools::extwee()?);
                tally::of_tests(tests)
            }
            Step::Web => tally::of_tests(web_tests(only)?),
            Step::Build => app::build().map(|()| Tally::good()),
            Step::Bytes => bytes::run(),
            Step::Downloads => bytes::of_file(&downloads::try_out()?, downloads::budget()?),
            Step::Chromium => journeys::run(Browser::Chromium, Choice::All(only)),
            Step::Firefox if options.is_whole() => journeys::run(Browser::Firefox, Choice::Core),
            Step::Firefox => journeys::run(Browser::Firefox, Choice::All(only)),
            Step::Webkit if options.is_whole() => journeys::run(Browser::WebKit, Choice::Core),
            Step::Webkit => journeys::run(Browser::WebKit, Choice::All(only)),
        }
    }

    /// What must be installed by the system for it.
    pub fn packages(self) -> &'static [Package] {
        match self {
            Step::Fmt | Step::Clippy | Step::ClippyWeb | Step::Deny | Step::Native | Step::Bytes => &[],
            Step::Web => &[CHROMIUM, CHROMEDRIVER],
            Step::Engines => &[MOSQUITTO, PYTHON, PIP],
            Step::Schema => &[NODE, NPM, PYTHON, PIP],
            Step::Twine | Step::Build | Step::Downloads => &[NODE, NPM],
            Step::Chromium => Browser::Chromium.packages(),
            Step::Firefox => Browser::Firefox.packages(),
            Step::Webkit => Browser::WebKit.packages(),
        }
    }
}

fn web_tests(only: Option<&str>) -> Result<Command> {
    let mut tests = build(&["test", "--no-fail-fast"]);
    tests.args(WEB).args(WEB_TESTS).args(only);
    tests.env("PATH", tools::path_with(&[tools::ensure(&tools::wasm_bindgen()?)?])?);
    if let Some(driver) = CHROMEDRIVER.find() {
        tests.env("CHROMEDRIVER", driver).env_remove("GECKODRIVER");
    }
    // Seconds; only there to end a run that hangs.
    tests.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "120").env("WASM_BINDGEN_TEST_TIMEOUT", "600");
    Ok(tests)
}

/// One of Cargo's commands that builds, with its arguments.
fn build(arguments: &[&str]) -> Command {
    let (command, rest) = arguments.split_first().unwrap_or((&"build", &[]));
    let mut cargo = process::cargo(command);
    cargo.args(rest);
    cargo
}

/// cargo-deny over each workspace. Advisories are not asked for: their list is no crate, and changes without this code.
fn deny() -> Result<Tally> {
    let program = tools::ensure(&tools::cargo_deny())?.join("cargo-deny");
    let over = |manifest: &str| {
        let mut deny = process::command(&program);
        deny.args(["--locked", "--all-features", "--config", "deny.toml", "--manifest-path", manifest, "check"]);
        deny.args(["bans", "licenses", "sources"]);
        deny
    };
    tally::of_check(
        ["Cargo.toml", "fuzz/Cargo.toml"].map(over),
        "what cargo-deny finds stands above; deny.toml has the rules",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_name_and_says_what_it_checks() {
        for step in Step::value_variants() {
            assert!(!step.name().is_empty() && !step.about().is_empty(), "{step:?}");
        }
    }

    #[test]
    fn the_journeys_need_the_build() {
        assert!(Step::Build.is_needed_by(&[Step::Firefox]) && Step::Build.is_needed_by(&[Step::Webkit]));
        assert!(Step::Downloads.is_needed_by(&[Step::Firefox]));
        assert!(!Step::Build.is_needed_by(&[Step::Fmt, Step::Web]));
    }
}
