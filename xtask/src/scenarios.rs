//! Checks every `scenarios/*.json`, and puts them beside the app, as they are and packed, with an index of them.
//!
//! An error fails the build, with all that is wrong in all files; a warning is said, and
//! does not.

use std::path::{Path, PathBuf};
use std::{env, fs};

use analysis::Difficulty;
use anyhow::{Context, Result, anyhow, bail};
use delivery::course::Story;
use delivery::{Catalogue, Entry};
use lint::render::{self, File};
use lint::{Folder, Options, Severity, check};
use scenario::{Beside, Id, Outcome, pack};
use sha2::{Digest, Sha256};

use crate::prerender::{self, Host};
use crate::workspace;

/// Files beside the scenarios that are not scenarios.
const SCHEMA: &str = "scenario.schema.json";

/// Checks all scenarios; writes them and their index to where Trunk builds, if Trunk called.
pub fn run() -> Result<()> {
    let mut stories = Vec::new();
    let mut faulty = 0;
    for path in scenario_files(&workspace::root().join("scenarios"))? {
        let bytes = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        match read(&path, bytes) {
            Ok((story, report)) => {
                eprint!("{report}");
                stories.push(story);
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
    in_order(&mut stories);
    if let Some(staging) = env::var_os("TRUNK_STAGING_DIR") {
        let folder = Path::new(&staging).join("scenarios");
        fs::create_dir_all(&folder)?;
        let index = catalogue(&stories).pack();
        let packs = packs(&stories);
        // What the journal and the guide need to know of all scenarios, so that a player need not wait for it.
        let album: String = stories.iter().map(|story| delivery::album_line(&story.scenario)).collect();
        // What few open lies apart from the index, which every player waits for.
        let objectives: String = stories.iter().map(|story| delivery::objectives_line(&story.scenario)).collect();
        let mut files = vec![("index.bin".to_owned(), index.clone()), ("album.txt".into(), album.into_bytes())];
        files.push(("objectives.txt".into(), objectives.into_bytes()));
        let weightiest = |story: &Story| delivery::weightiest_line(&story.scenario, &story.weightiest);
        files.push(("weightiest.txt".into(), stories.iter().map(weightiest).collect::<String>().into_bytes()));
        files.extend(packs.iter().map(|(id, pack)| (format!("{id}.bin"), pack.clone())));
        for story in &stories {
            for picture in story.scenario.pictures() {
                let path = Path::new(&staging).join(delivery::picture_address(story.scenario.id(), &picture.file));
                fs::create_dir_all(path.parent().unwrap_or(&folder))?;
                fs::write(path, &picture.bytes)?;
            }
        }
        // What an author can start from.
        files.extend(stories.into_iter().map(|story| (format!("{}.json", story.scenario.id()), story.source)));
        prerender::put(Path::new(&staging), &Host { index: &index, packs: &packs }, &build(&files))?;
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes)?;
        }
    }
    Ok(())
}

/// The name of what all files of the stories are together.
fn build(files: &[(String, Vec<u8>)]) -> String {
    let mut digest = Sha256::new();
    for (name, bytes) in files {
        digest.update(format!("{name} {}\n", bytes.len()));
        digest.update(bytes);
    }
    digest.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// The shipped scenarios, as a course has them.
pub fn shipped() -> Result<Vec<Story>> {
    let read = |path: &PathBuf| {
        let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
        let (story, _) = read(path, bytes).map_err(|report| anyhow!(report))?;
        Ok(story)
    };
    let mut stories =
        scenario_files(&workspace::root().join("scenarios"))?.iter().map(read).collect::<Result<Vec<_>>>()?;
    in_order(&mut stories);
    Ok(stories)
}

/// The index of scenarios.
pub fn catalogue(stories: &[Story]) -> Catalogue {
    let entry = |story: &Story| Entry { difficulty: story.difficulty, ..Entry::of(&story.scenario) };
    Catalogue { entries: stories.iter().map(entry).collect(), ..Catalogue::default() }
}

/// Each scenario's id, and its pack.
pub fn packs(stories: &[Story]) -> Vec<(Id, Vec<u8>)> {
    stories.iter().map(|story| (story.scenario.id().clone(), pack::pack(&story.scenario.without_pictures()))).collect()
}

/// Puts scenarios into the order in which the home page shows them: from gentle to hard, so that a newcomer begins at the
/// top, and the shorter first; otherwise as their ids come.
fn in_order(stories: &mut [Story]) {
    stories.sort_by_cached_key(|story| (story.difficulty, story.scenario.minutes(), story.scenario.id().to_string()));
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
/// all the same comes with the story.
fn read(path: &Path, source: Vec<u8>) -> Result<(Story, String), String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let folder = path.parent().unwrap_or(Path::new(""));
    let look = |file: &str| beside(folder, file);
    let checked =
        check(&source, &Options { file_stem: Some(&stem), folder: Some(Folder(&look)), ..Options::default() });
    let name = format!("scenarios/{stem}.json");
    let balanced = checked.analysis.as_ref().map(|analysis| &analysis.outcome(Outcome::Balanced).share);
    let difficulty = balanced.map(Difficulty::of);
    let report = render::text(&[File { name: &name, bytes: &source, checked: &checked }], false);
    match checked.scenario {
        Some(scenario) if checked.diagnostics.iter().all(|found| found.severity != Severity::Error) => {
            let found = checked.analysis.as_ref();
            let weightiest = found.map(|found| delivery::weightiest(&scenario, found)).unwrap_or_default();
            Ok((Story { scenario, difficulty, weightiest, source }, report))
        }
        _ => Err(report),
    }
}

/// The picture of a name in the folder of the scenarios.
fn beside(folder: &Path, file: &str) -> Beside {
    fs::read(folder.join(file)).map_or(Beside::Missing(None), |bytes| Beside::File(bytes.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_home_page_goes_from_gentle_to_hard_and_begins_with_the_first_day() {
        let entries = catalogue(&shipped().expect("the shipped scenarios")).entries;
        assert_eq!(entries[0].id.as_str(), "first-day");
        let order: Vec<_> = entries.iter().map(|entry| (entry.difficulty, entry.minutes, entry.id.as_str())).collect();
        assert!(order.is_sorted(), "{order:?}");
    }

    #[test]
    fn every_fault_of_a_file_is_shown_where_it_is() {
        let report = read(Path::new("scenarios/night.json"), b"{\n  \"format\": 2,\n  \"id\": \"NO\",\n}".to_vec())
            .err()
            .unwrap();
        for part in
            ["error[unsupported-format]", "scenarios/night.json:2:13", "error[invalid-id]", "error[invalid-json]"]
        {
            assert!(report.contains(part), "{part} is not in\n{report}");
        }
    }

    #[test]
    fn a_place_past_the_end_or_inside_a_character_is_still_shown() {
        let report = read(Path::new("scenarios/night.json"), "{\"title\": \"åäö".into()).err().unwrap();
        assert!(report.contains("This text is not closed."), "{report}");
    }
}
