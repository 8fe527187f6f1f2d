//! Beside extwee, a compiler of Twee by others: of its own test files as many passages and links are read as it reads.
//!
//! `cargo xtask test twine` installs extwee. Without it the test says so and ends.

use import::{Options, import};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const SCRIPT: &str = include_str!("support/extwee.mjs");

/// Files of a folder and those in it, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        if path.is_dir() {
            found.extend(files(&path));
        } else if ["html", "twee", "json"].contains(&extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What extwee reads of each file: its stories.
fn read(extwee: &Path, files: &[PathBuf]) -> Vec<Vec<Value>> {
    let mut node = Command::new("node");
    node.args(["--input-type=module", "-e", SCRIPT]).arg(extwee).args(files);
    let output = node.output().expect("Node.js");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("text");
    lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn of_extwee_s_own_files_as_many_passages_and_links_are_read() {
    let Some(extwee) = env::var_os("TWO_HATS_EXTWEE").map(PathBuf::from) else {
        eprintln!("extwee is not here: nothing is read beside it. `cargo xtask test twine` installs it.");
        return;
    };
    let files = files(&extwee.with_file_name("test"));
    let told = read(&extwee, &files);
    assert_eq!(told.len(), files.len());
    let (mut wrong, mut stories, mut sum) = (Vec::new(), 0, (0, 0));
    for (file, told) in files.iter().zip(told) {
        let bytes = fs::read(file).expect("a file");
        let told: Vec<&Value> = told.iter().filter(|story| story["passages"] != 0).collect();
        if told.is_empty() {
            if let Ok(imported) = import(&bytes, &Options::default()) {
                wrong.push(format!("{}: no story, but {:?}", file.display(), imported.report.counts));
            }
            continue;
        }
        for story in &told {
            let name = story["story"].as_str().filter(|_| told.len() > 1);
            let counted = import(&bytes, &Options { story: name, ..Options::default() }).map(|it| it.report.counts);
            let counted = counted.map(|it| (it.passages as u64, it.links as u64)).map_err(|error| error.to_string());
            let count = |of: &str| story[of].as_u64().expect("a number");
            let expected = (count("passages"), count("links"));
            stories += 1;
            sum = (sum.0 + expected.0, sum.1 + expected.1);
            if counted != Ok(expected) {
                wrong.push(format!("{}: {expected:?} by extwee, {counted:?} here", file.display()));
            }
        }
    }
    eprintln!("{} files, {stories} stories with {} passages and {} links", files.len(), sum.0, sum.1);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(stories >= 50 && sum.0 >= 100 && sum.1 >= 40, "fewer of them than there were");
}
