//! Pictures beside a scenario, and archives of both.

use super::{SMALL, folder, put, run};
use archive::{File, zip};
use std::fs;

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg'/>";

fn text(file: &str) -> String {
    let image = format!("\"minutes\": 2,\n  \"image\": {{ \"file\": \"{file}\", \"alt\": \"The oven is cold.\" }},");
    SMALL.replacen("\"minutes\": 2,", &image, 1)
}

#[test]
fn a_picture_is_looked_for_beside_the_file_by_its_very_name() {
    let folder = folder("pictures");
    put(&folder, "small.json", &text("oven.svg"));
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert_eq!(code, 1);
    assert!(out.contains("missing-picture") && out.contains("small.json:9:22"), "{out}");
    put(&folder, "Oven.svg", DRAWING);
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert!(code == 1 && out.contains("`Oven.svg`"), "{out}");
    put(&folder, "oven.svg", DRAWING);
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert!(code == 0 && !out.contains("picture"), "{out}");
    put(&folder, "oven.svg", &format!("<svg><!--{}--></svg>", "a".repeat(310 * 1024)));
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert!(code == 1 && out.contains("over-limit") && out.contains("311 KB"), "{out}");
    put(&folder, "oven.svg", "<p>A page.");
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert!(code == 1 && out.contains("invalid-picture"), "{out}");
    put(&folder, "oven.svg", "<svg onload='alert(1)'/>");
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert!(code == 0 && out.contains("script-in-picture"), "{out}");
    fs::remove_file(folder.join("oven.svg")).expect("it goes");
    fs::create_dir(folder.join("oven.svg")).expect("a folder");
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert!(code == 1 && out.contains("it is no file"), "{out}");
}

#[test]
fn an_archive_is_checked_as_its_file_is_and_is_never_written() {
    let folder = folder("archives");
    let file = |name: &str, text: &str| File { name: name.into(), bytes: text.into() };
    let write = |name: &str, files: &[File]| fs::write(folder.join(name), zip(files).expect("small")).expect("a file");
    write("whole.zip", &[file("story/small.json", &text("oven.svg")), file("story/oven.svg", DRAWING)]);
    for command in ["check", "analyse", "graph"] {
        let (code, out, err) = run(&folder, &[command, "whole.zip"]);
        assert!(code == 0 && !out.contains("picture"), "{command}: {out}{err}");
    }
    write("without.zip", &[file("small.json", &text("oven.svg"))]);
    let (code, out, _) = run(&folder, &["check", "without.zip"]);
    assert!(code == 1 && out.contains("missing-picture") && out.contains("without.zip:9:22"), "{out}");
    // The scenario's id is held against the name of the file in it.
    write("named.zip", &[file("other.json", SMALL)]);
    let (code, out, _) = run(&folder, &["check", "named.zip"]);
    assert!(code == 1 && out.contains("id-mismatch") && out.contains("`other.json`"), "{out}");
    let before = fs::read(folder.join("whole.zip")).expect("a file");
    for arguments in [&["fmt", "whole.zip"][..], &["balance", "whole.zip", "--write", "1"]] {
        let (code, _, err) = run(&folder, arguments);
        assert!(code == 2 && err.contains("archive"), "{arguments:?}: {err}");
    }
    assert!(fs::read(folder.join("whole.zip")).expect("a file") == before);
    let cut = &before[..before.len() - 1];
    fs::write(folder.join("cut.zip"), cut).expect("a file");
    let (code, _, err) = run(&folder, &["check", "cut.zip"]);
    assert!(code == 2 && err.contains("cut.zip: The archive is not whole"), "{err}");
    write("two.zip", &[file("small.json", SMALL), file("more/small-2.json", SMALL)]);
    let (code, _, err) = run(&folder, &["check", "two.zip"]);
    assert!(code == 2 && err.contains("more than one scenario"), "{err}");
    write("away.zip", &[file("small.json", SMALL), file("../../oven.svg", DRAWING)]);
    let (code, _, err) = run(&folder, &["check", "away.zip"]);
    assert!(code == 2 && err.contains("leads elsewhere"), "{err}");
}
