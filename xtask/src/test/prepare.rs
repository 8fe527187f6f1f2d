//! Everything that the steps need, installed before the first of them.

use anyhow::Result;

use super::Step;
use crate::{
    minify,
    tools::{self, CHROMEDRIVER, CHROMIUM},
};

/// Installs what the steps need, so that they measure and say nothing but their own work.
pub fn prepare(steps: &[Step]) -> Result<()> {
    let mut packages = Vec::new();
    for package in steps.iter().flat_map(|step| step.packages()) {
        if !packages.contains(package) {
            packages.push(*package);
        }
    }
    tools::ensure_packages(&packages)?;
    let any = |wanted: &[Step]| steps.iter().any(|step| wanted.contains(step));
    if any(&[Step::ClippyWeb, Step::Web, Step::Build]) {
        tools::ensure_wasm_target()?;
    }
    if any(&[Step::Deny]) {
        tools::ensure(&tools::cargo_deny())?;
    }
    if any(&[Step::Web, Step::Build]) {
        tools::ensure(&tools::wasm_bindgen()?)?;
    }
    if any(&[Step::Build]) {
        minify::ensure_tools()?;
        tools::ensure(&tools::trunk())?;
    }
    if any(&[Step::Web, Step::Chromium]) {
        tools::same_major(CHROMIUM, CHROMEDRIVER)?;
    }
    if any(&[Step::Chromium, Step::Firefox, Step::Webkit]) {
        tools::axe()?;
    }
    if any(&[Step::Schema]) {
        tools::ajv()?;
        tools::jsonschema()?;
    }
    if any(&[Step::Twine]) {
        tools::extwee()?;
    }
    if any(&[Step::Firefox]) {
        tools::ensure(&tools::geckodriver())?;
    }
    Ok(())
}
