//! The journeys: a server of the built app and a browser's drivers, and `cargo test` in their midst.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::{
    choice::{self, Choice},
    tally::{self, Tally},
};
use crate::{
    downloads::{self, Build},
    drivers::{Browser, Driver},
    process, release,
    serve::{Server, Site},
    sign::{self, Use},
    tools, workspace,
};

/// A name by which a browser is told to look for the server here, as it does on a network: what it keeps for secure pages
/// alone is not there.
const INSECURE: &str = "two-hats.test";

/// How many journeys are under way at once.
const AT_ONCE: usize = 2;

/// Where pages report what their policy kept them from.
const REPORTS: &str = "/~reports";

/// What stands in the address of a page on which a journey breaks the policy, to see that it holds.
const ON_PURPOSE: &str = "on-purpose";

/// A server and drivers, and the environment variables that tell the journeys where they are.
pub struct Environment {
    /// The names and values; `tests/journeys/src/setting.rs` says what each means.
    pub variables: Vec<(&'static str, String)>,
    server: Server,
    _drivers: Vec<Driver>,
}

impl Environment {
    /// What pages were kept from by their policy, where no journey wanted it.
    fn broken_policy(&self) -> Option<String> {
        let reports: Vec<String> =
            self.server.reports().into_iter().filter(|report| !report.contains(ON_PURPOSE)).collect();
        (!reports.is_empty()).then(|| format!("the page's policy was broken: {}", reports.join("\n")))
    }
}

/// Makes the chosen journeys in one browser, on a fresh server.
pub fn run(browser: Browser, choice: Choice) -> Result<Tally> {
    let environment = environment(browser, AT_ONCE)?;
    for sentence in choice::left_out(browser, choice) {
        println!("{sentence}");
    }
    let mut tests = process::cargo("test");
    tests.args(["--package", "journeys", "--no-fail-fast", "--", "--test-threads", &AT_ONCE.to_string()]);
    tests.args(choice::arguments(browser, choice));
    tests.envs(environment.variables.iter().map(|(name, value)| (name, value)));
    // A journey tells in sentences how far it came; the harness's own calls say nothing beside them.
    tests.env_remove("RUST_BACKTRACE");
    let mut tally = tally::of_tests(tests)?;
    if let Some(broken) = environment.broken_policy() {
        tally.failed += 1;
        tally.failures.push(broken);
    }
    Ok(tally)
}

/// Starts what the journeys need in a browser, for so many of them at once.
pub fn environment(browser: Browser, at_once: usize) -> Result<Environment> {
    release::make(&workspace::dist(), &workspace::release())?;
    // Each journey has a browser of its own: keeping the game there anew would only take its time.
    let site = Site::of(workspace::dist())
        .keeping_nothing()
        .also_called(&[INSECURE])
        .and("~harness", workspace::root().join("tests/journeys/page"))
        .and("~file", downloads::tried())
        .with_faults()
        .with_versions(versions()?)
        .reporting_to(REPORTS);
    let server = Server::start(site)?;
    let count = browser.drivers(at_once);
    let drivers = (0..count).map(|number| Driver::start(browser, number)).collect::<Result<Vec<_>>>()?;
    let addresses: Vec<String> = (0..at_once).map(|number| drivers[number % count].address()).collect();
    let mut variables = vec![
        ("TWO_HATS_ADDRESS", server.address()),
        ("TWO_HATS_BROWSER", browser.name().to_owned()),
        ("TWO_HATS_DRIVERS", addresses.join(",")),
        ("TWO_HATS_AXE", tools::axe()?.display().to_string()),
        ("TWO_HATS_SHOTS", workspace::target().join("journeys").display().to_string()),
        ("TWO_HATS_HANDED_ON", downloads::tried().display().to_string()),
        ("TWO_HATS_TOOL", downloads::tool(Build::Plain)?.display().to_string()),
        ("TWO_HATS_APP", workspace::dist().display().to_string()),
    ];
    if let Some(program) = browser.program() {
        variables.push(("TWO_HATS_BROWSER_PROGRAM", program.display().to_string()));
    }
    Ok(Environment { variables, server, _drivers: drivers })
}

/// The versions that a host can have: the app as it is; as it could be next, which its debrief's style says; and that one while it
/// is being put on the host, with a file that is not yet there; and the app as it is served where it is built.
fn versions() -> Result<Vec<PathBuf>> {
    let place = workspace::target().join("journeys/versions");
    if place.is_dir() {
        fs::remove_dir_all(&place).context("the versions cannot be made anew")?;
    }
    let [next, torn, played] = ["next", "torn", "played"].map(|name| place.join(name));
    let before = sign::built(&workspace::dist())?;
    copy(&before, &next)?;
    let debrief = before.iter().find(|file| file.path.ends_with("/debrief.css"));
    let debrief = &debrief.context("the debrief has no style")?.path;
    let (before_it, debrief) = (workspace::dist().join(debrief), next.join(debrief));
    let mut text = fs::read_to_string(&debrief).context("the debrief's style cannot be read")?;
    text.push_str("\n#debrief { --version: next }\n");
    fs::write(&debrief, text)?;
    sign::sign(&next, Use::Delivery)?;
    copy(&sign::built(&next)?, &torn)?;
    fs::copy(before_it, torn.join(debrief.strip_prefix(&next)?))?;
    copy(&before, &played)?;
    for (name, text) in sign::to_play(&played)? {
        fs::write(played.join(name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(vec![workspace::release(), next, torn, played])
}

fn copy(files: &[sign::File], folder: &Path) -> Result<()> {
    for file in files {
        let place = folder.join(&file.path);
        place.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&place, &file.bytes).with_context(|| format!("{} cannot be written", place.display()))?;
    }
    Ok(())
}
