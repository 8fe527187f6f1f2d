//! The library's benches, and what Criterion writes down about them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use super::budget::Figure;
use crate::{process, workspace};

/// Runs the benches in `benches/` and gives each one's median, by its name.
pub fn measure() -> Result<Vec<(String, Figure)>> {
    let results = workspace::target().join("criterion");
    // What a bench of another day wrote is no result of this run.
    for stale in reports(&results) {
        fs::remove_dir_all(&stale).with_context(|| format!("{} cannot be removed", stale.display()))?;
    }
    if has_benches() {
        let mut bench = process::cargo("bench");
        bench.args(["--package", "two-hats", "--bench", "*"]);
        process::run(&mut bench, "the benches do not run; what is wrong stands above")?;
    }
    let mut figures: Vec<_> = reports(&results).iter().filter_map(|report| figure(report)).collect();
    figures.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(figures.into_iter().map(|(name, seconds)| (name, Figure::seconds(seconds))).collect())
}

fn has_benches() -> bool {
    let entries = fs::read_dir(workspace::root().join("benches")).into_iter().flatten().filter_map(Result::ok);
    entries.into_iter().any(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"))
}

/// The folders named `new`, in which Criterion keeps the latest result of each bench.
fn reports(folder: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    folders
        .filter(|path| path.is_dir())
        .flat_map(|path| if path.file_name().is_some_and(|name| name == "new") { vec![path] } else { reports(&path) })
        .collect()
}

fn figure(report: &Path) -> Option<(String, f64)> {
    let read = |file: &str| serde_json::from_str::<Value>(&fs::read_to_string(report.join(file)).ok()?).ok();
    let name = read("benchmark.json")?.get("full_id")?.as_str()?.to_owned();
    let nanoseconds = read("estimates.json")?.get("median")?.get("point_estimate")?.as_f64()?;
    Some((name, nanoseconds * 1e-9))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_read_by_name() {
        let results = tempfile::tempdir().unwrap();
        let report = results.path().join("paths/largest/new");
        fs::create_dir_all(&report).unwrap();
        fs::write(report.join("benchmark.json"), r#"{"full_id":"paths/largest"}"#).unwrap();
        fs::write(report.join("estimates.json"), r#"{"median":{"point_estimate":2500.0}}"#).unwrap();
        let figures: Vec<_> = reports(results.path()).iter().filter_map(|report| figure(report)).collect();
        assert_eq!(figures.len(), 1);
        assert_eq!(figures[0].0, "paths/largest");
        assert!((figures[0].1 - 2.5e-6).abs() < 1e-12);
    }
}
