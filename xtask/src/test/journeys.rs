//! The journeys: a server of the built app and a browser's drivers, and `cargo test` in their midst.

use anyhow::Result;

use super::tally::{self, Tally};
use crate::{
    drivers::{Browser, Driver},
    house, process,
    serve::{Server, Site},
    tools,
};

/// How many journeys are under way at once.
const AT_ONCE: usize = 2;

/// A server and drivers, and the environment variables that tell the journeys where they are.
pub struct Environment {
    /// The names and values; `tests/journeys/src/setting.rs` says what each means.
    pub variables: Vec<(&'static str, String)>,
    _drivers: Vec<Driver>,
}

/// Makes the journeys in one browser, on a fresh server.
pub fn run(browser: Browser) -> Result<Tally> {
    let environment = environment(browser, AT_ONCE)?;
    let mut tests = process::command("cargo");
    tests.args(["test", "--package", "journeys", "--no-fail-fast", "--", "--test-threads", &AT_ONCE.to_string()]);
    tests.envs(environment.variables.iter().map(|(name, value)| (name, value)));
    // A journey tells in sentences how far it came; the harness's own calls say nothing beside them.
    tests.env_remove("RUST_BACKTRACE");
    tally::of_tests(tests)
}

/// Starts what the journeys need in a browser, for so many of them at once.
pub fn environment(browser: Browser, at_once: usize) -> Result<Environment> {
    let site = Site::of(house::dist()).and("~harness", house::root().join("tests/journeys/page")).with_faults();
    let server = Server::start(site)?;
    // A chromedriver drives many browsers, a geckodriver one.
    let count = if browser == Browser::Firefox { at_once } else { 1 };
    let drivers = (0..count).map(|number| Driver::start(browser, number)).collect::<Result<Vec<_>>>()?;
    let addresses: Vec<String> = (0..at_once).map(|number| drivers[number % count].address()).collect();
    let mut variables = vec![
        ("TWO_HATS_ADDRESS", server.address()),
        ("TWO_HATS_BROWSER", browser.name().to_owned()),
        ("TWO_HATS_DRIVERS", addresses.join(",")),
        ("TWO_HATS_AXE", tools::axe()?.display().to_string()),
        ("TWO_HATS_SHOTS", house::target().join("journeys").display().to_string()),
    ];
    if let Some(program) = browser.program() {
        variables.push(("TWO_HATS_BROWSER_PROGRAM", program.display().to_string()));
    }
    Ok(Environment { variables, _drivers: drivers })
}
