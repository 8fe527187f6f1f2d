//! `cargo xtask scenarios`: reads every `scenarios/*.json`, and puts them, packed, beside the app with an index of them.
//!
//! Trunk calls it after each build. A faulty scenario fails the build, with all that is wrong in all files.

use std::path::{Path, PathBuf};
use std::{env, fs};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anyhow::{Context, Result, bail};
use two_hats::app::{Catalogue, Entry};
use two_hats::scenario::{self, Code, Fault, Limits, Scenario, Span, pack};

use crate::house;

/// Files beside the scenarios that are not scenarios.
const SCHEMA: &str = "scenario.schema.json";

/// Checks all scenarios; writes them and their index to where Trunk builds, if Trunk called.
pub fn run() -> Result<()> {
    let mut catalogue = Catalogue::default();
    let mut files = Vec::new();
    let mut faulty = 0;
    for path in scenario_files(&house::root().join("scenarios"))? {
        let bytes = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        match read(&path, &bytes) {
            Ok(scenario) => {
                catalogue.entries.push(Entry::of(&scenario));
                files.push((format!("{}.pack", scenario.id()), pack::pack(&scenario)));
            }
            Err(report) => {
                faulty += 1;
                eprintln!("{report}\n");
            }
        }
    }
    if faulty > 0 {
        bail!("{faulty} of the scenarios cannot be played; see above what to mend");
    }
    if let Some(staging) = env::var_os("TRUNK_STAGING_DIR") {
        let folder = Path::new(&staging).join("scenarios");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.pack"), catalogue.pack())?;
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes)?;
        }
    }
    Ok(())
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

/// Reads one file, whose name must be its scenario's id; or says all that is wrong with it.
fn read(path: &Path, bytes: &[u8]) -> Result<Scenario, String> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let shown = format!("scenarios/{name}.json");
    let scenario = scenario::read(bytes, &Limits::default())
        .map_err(|faults| faults.iter().map(|fault| render(&shown, bytes, fault)).collect::<Vec<_>>().join("\n\n"))?;
    if scenario.id().as_str() != name {
        let fault = Fault {
            code: Code::IdMismatch,
            span: Span::new(0, 0),
            message: format!("The scenario's id is `{}`, and its file is called `{name}.json`.", scenario.id()),
            help: format!("Write `\"id\": \"{name}\"`, or rename the file."),
            related: Vec::new(),
        };
        return Err(render(&shown, bytes, &fault));
    }
    Ok(scenario)
}

/// A fault in the manner of rustc: code, file, line, column, the line itself with a mark under it, what to do next.
fn render(file: &str, bytes: &[u8], fault: &Fault) -> String {
    let text = String::from_utf8_lossy(bytes);
    let place = |span: Span| {
        let start = floor(&text, span.start as usize);
        start..floor(&text, span.end as usize).max(start)
    };
    let related =
        fault.related.iter().map(|related| AnnotationKind::Context.span(place(related.span)).label(&*related.message));
    let snippet = Snippet::source(&*text)
        .path(file)
        .annotation(AnnotationKind::Primary.span(place(fault.span)))
        .annotations(related);
    let title = Level::ERROR.primary_title(&*fault.message).id(fault.code.name());
    let mut groups = vec![title.element(snippet)];
    if !fault.help.is_empty() {
        groups.push(Group::with_title(Level::HELP.secondary_title(&*fault.help)));
    }
    Renderer::plain().render(&groups)
}

/// The nearest place at or before a byte where a character begins.
fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
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
