//! Checks every `scenarios/*.json`, and puts them beside the app, as they are and packed, with an index of them.
//!
//! An error fails the build, with all that is wrong in all files; a warning is said, and
//! does not.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs};

use analysis::Difficulty;
use anyhow::{Context, Result, anyhow, bail};
use delivery::course::Story;
use delivery::{Catalogue, Entry};
use lint::render::{self, File};
use lint::{Options, Severity, check};
use scenario::{Outcome, Scenario, pack};

use crate::house;
use crate::stills::{self, Host};

/// Files beside the scenarios that are not scenarios.
const SCHEMA: &str = "scenario.schema.json";

/// Checks all scenarios; writes them and their index to where Trunk builds, if Trunk called.
pub fn run() -> Result<()> {
    let mut catalogue = Catalogue::default();
    let mut album = String::new();
    let mut files = Vec::new();
    let mut packs = Vec::new();
    let mut faulty = 0;
    for path in scenario_files(&house::root().join("scenarios"))? {
        let bytes = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        match read(&path, &bytes) {
            Ok((scenario, difficulty, report)) => {
                eprint!("{report}");
                catalogue.entries.push(Entry { difficulty, ..Entry::of(&scenario) });
                album.push_str(&delivery::album_line(&scenario));
                packs.push((scenario.id().clone(), pack::pack(&scenario)));
                // What an author can start from.
                files.push((format!("{}.json", scenario.id()), bytes));
            }
            Err(report) => {
                faulty += 1;
                eprint!("{report}");
            }
        }
    }
    if faulty > 0 {
        bail!("{faulty} of the scenarios cannot be played; see above what to mend");
    }
    if let Some(staging) = env::var_os("TRUNK_STAGING_DIR") {
        let folder = Path::new(&staging).join("scenarios");
        fs::create_dir_all(&folder)?;
        let index = catalogue.pack();
        stills::put(Path::new(&staging), &Host { index: &index, packs: &packs })?;
        fs::write(folder.join("index.bin"), index)?;
        // What the journal and the guide need to know of all scenarios, so that a player need not wait for it.
        fs::write(folder.join("album.txt"), album)?;
        for (id, pack) in packs {
            fs::write(folder.join(format!("{id}.bin")), pack)?;
        }
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes)?;
        }
    }
    Ok(())
}

/// The shipped scenarios, as a course has them.
pub fn shipped() -> Result<Vec<Story>> {
    let read = |path: &PathBuf| {
        let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
        let (scenario, difficulty, _) = read(path, &bytes).map_err(|report| anyhow!(report))?;
        Ok(Story { scenario, difficulty, source: bytes })
    };
    scenario_files(&house::root().join("scenarios"))?.iter().map(read).collect()
}

/// The scenario files of a folder, in the order of their names.
fn scenario_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} could not be listed", folder.display()))? {
        let path = entry?.path();
        let json = path.extension().is_some_and(|extension| extension == "json");
        if json && path.file_name().is_some_and(|name| name != SCHEMA) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Reads one file, whose name must be its scenario's id; or says all that is wrong with it. What its author should know
/// all the same comes with the scenario, and so does how hard it is.
fn read(path: &Path, bytes: &[u8]) -> Result<(Rc<Scenario>, Option<Difficulty>, String), String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let checked = check(bytes, &Options { file_stem: Some(&stem), ..Options::default() });
    let name = format!("scenarios/{stem}.json");
    let balanced = checked.analysis.as_ref().map(|analysis| &analysis.outcome(Outcome::Balanced).share);
    let difficulty = balanced.map(Difficulty::of);
    let report = render::text(&[File { name: &name, bytes, checked: &checked }], false);
    match checked.scenario {
        Some(scenario) if checked.diagnostics.iter().all(|found| found.severity != Severity::Error) => {
            Ok((scenario, difficulty, report))
        }
        _ => Err(report),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_file_is_shown_where_it_is() {
        let report = read(Path::new("scenarios/night.json"), b"{\n  \"format\": 2,\n  \"id\": \"NO\",\n}").unwrap_err();
        for part in
            ["error[unsupported-format]", "scenarios/night.json:2:13", "error[invalid-id]", "error[invalid-json]"]
        {
            assert!(report.contains(part), "{part} is not in\n{report}");
        }
    }

    #[test]
    fn a_place_past_the_end_or_inside_a_character_is_still_shown() {
        let report = read(Path::new("scenarios/night.json"), "{\"title\": \"åäö".as_bytes()).unwrap_err();
        assert!(report.contains("This text is not closed."), "{report}");
    }
}
