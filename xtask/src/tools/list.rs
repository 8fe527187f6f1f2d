//! The tools by name, and the version of each that the chores are written for.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::{shelf, version};
use crate::{house, process};

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132";
const ESBUILD: &str = "0.28.2";
const GECKODRIVER: &str = "0.37.1";
const CARGO_FUZZ: &str = "0.13.2";
const AXE: &str = "4.14.1";
const AJV: &str = "8.20.0";
const JSONSCHEMA: &str = "4.26.0";

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
    /// An npm package, with its exact version.
    Npm(String),
    /// A Python package, with its exact version.
    Pip(String),
}

impl Tool {
    /// The folder that holds the tool's programs, where it is already here: in the tools folder or on `PATH`.
    pub fn find(&self) -> Option<PathBuf> {
        self.on_shelf().or_else(|| self.on_path())
    }

    /// The folder of the tool's programs in the tools folder, where it is complete.
    pub fn on_shelf(&self) -> Option<PathBuf> {
        let folder = shelf::bin(&shelf::home(self).ok()?);
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
    let lock = fs::read_to_string(house::root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    Ok(Tool {
        name: "wasm-bindgen",
        version: version::locked(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?,
        source: Source::Crate("wasm-bindgen-cli"),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    })
}

/// Binaryen's wasm-opt, which makes wasm smaller.
pub fn binaryen() -> Tool {
    let package = format!("binaryen@{BINARYEN}.0.0");
    Tool { name: "binaryen", version: BINARYEN.into(), source: Source::Npm(package), programs: &["wasm-opt"] }
}

/// esbuild, which makes scripts smaller.
pub fn esbuild() -> Tool {
    let source = Source::Npm(format!("esbuild@{ESBUILD}"));
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

/// axe-core's script, which finds barriers in a page.
pub fn axe() -> Result<PathBuf> {
    let package = format!("axe-core@{AXE}");
    let tool = Tool { name: "axe-core", version: AXE.into(), source: Source::Npm(package), programs: &[] };
    library(&tool, |home| shelf::module(home, "axe-core/axe.min.js"))
}

/// ajv's module for JSON Schema 2020-12, for Node.js.
pub fn ajv() -> Result<PathBuf> {
    let tool = Tool { name: "ajv", version: AJV.into(), source: Source::Npm(format!("ajv@{AJV}")), programs: &[] };
    library(&tool, |home| shelf::module(home, "ajv/dist/2020.js"))
}

/// The folder that Python finds jsonschema in.
pub fn jsonschema() -> Result<PathBuf> {
    let source = Source::Pip(format!("jsonschema=={JSONSCHEMA}"));
    let tool = Tool { name: "jsonschema", version: JSONSCHEMA.into(), source, programs: &[] };
    library(&tool, |home| home.join("jsonschema/__init__.py").is_file().then(|| home.to_path_buf()))
}

/// What is wanted of a tool that is no program, which is installed first where it is missing.
fn library(tool: &Tool, find: impl Fn(&std::path::Path) -> Option<PathBuf>) -> Result<PathBuf> {
    let find = || find(&shelf::home(tool).ok()?);
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
