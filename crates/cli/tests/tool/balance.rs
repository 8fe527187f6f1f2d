//! `two-hats balance`: what it proposes, what it writes, and how it says no.

use super::{SMALL, fed, folder, put, run};
use std::fs;

const DRAFT: &str = include_str!("../../../balance/tests/fixtures/ward-merger.json");

/// Aims that the small scenario does not meet, and can.
const SMALL_AIMS: [&str; 3] = ["balance", "small.json", "--aim=adrift=10.."];

/// The small scenario with its dominated response allowed.
fn small() -> String {
    let allowed = "\"allow\": { \"dominated-response\": \"It is small.\" },\n  \"start\": \"oven\",";
    SMALL.replacen("\"start\": \"oven\",", allowed, 1)
}

#[test]
fn proposals_are_told_and_one_is_written_to_the_byte() {
    let folder = folder("balance");
    // A mark and the line breaks of Windows stay, too.
    let file = format!("\u{feff}{}", DRAFT.replace('\n', "\r\n"));
    put(&folder, "ward-merger.json", &file);
    let asked = ["balance", "ward-merger.json", "--aim", "balanced=18..25", "--lock", "meters", "--seed", "3"];
    let (code, out, err) = run(&folder, &asked);
    assert!(code == 0 && err.contains("--write 1"), "{out}{err}");
    for part in ["  missed: balanced comes in 0.9 % of runs", "Proposal 1: ", "      alone: ", "All aims are met."] {
        assert!(out.contains(part), "{part} is not in\n{out}");
    }
    assert!(!out.contains(" enough: ") && !out.contains(" start: "), "{out}");
    assert_eq!(fs::read_to_string(folder.join("ward-merger.json")).expect("a file"), file, "nothing is written yet");

    let (code, json, _) = run(&folder, &[&asked[..], &["--format", "json"]].concat());
    assert!(code == 0 && json.contains("\"met\": true"), "{json}");
    let (code, said, err) = run(&folder, &[&asked[..], &["--write", "1"]].concat());
    assert!(code == 0 && said.starts_with("ward-merger.json is written: "), "{said}{err}");
    let written = fs::read_to_string(folder.join("ward-merger.json")).expect("a file");
    assert_eq!(without_numbers(&written), without_numbers(&file), "only numbers are changed");
    let changed = changes(&file, &written);
    let first = json.split("\"met\": ").nth(2).expect("a proposal");
    assert_eq!(changed, first.matches("\"from\": ").count(), "{json}");

    // What it promised is what it comes to.
    let promised = first.split("\"after\": ").nth(1).expect("figures");
    let (_, analysed, _) = run(&folder, &["analyse", "ward-merger.json", "--format", "json"]);
    let share = |text: &str| {
        text.split("\"balanced\":").nth(1)?.split("\"share\": ").nth(1)?.split(',').next().map(str::to_owned)
    };
    assert_eq!(share(promised), share(&analysed));
    assert!(share(promised).is_some());
    let (code, out, err) = run(&folder, &["check", "ward-merger.json", "--deny-warnings"]);
    assert!(!out.contains("dominated-response") && !out.contains("failed-expectation"), "{code} {out}{err}");
    let (code, out, _) = run(&folder, &asked);
    assert!(code == 0 && out.contains("  All aims are met.") && !out.contains("Proposal"), "{out}");
    let (code, _, err) = run(&folder, &[&asked[..], &["--write", "1"]].concat());
    assert!(code == 2 && err.contains("there is nothing to write"), "{err}");
}

/// A text with a mark in the place of each number.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| *c != '-') {
        match c {
            '0'..='9' if out.ends_with('#') => {}
            '0'..='9' => out.push('#'),
            c => out.push(c),
        }
    }
    out
}

/// How many numbers of two texts, which have as many, differ.
fn changes(one: &str, other: &str) -> usize {
    let numbers = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_ascii_digit() && c != '-');
        parts.filter(|part| part.chars().any(|c| c.is_ascii_digit())).map(str::to_owned).collect()
    };
    numbers(one).iter().zip(numbers(other)).filter(|(one, other)| *one != other).count()
}

#[test]
fn the_standard_input_is_answered_on_the_standard_output() {
    let folder = folder("balance-piped");
    put(&folder, "small.json", &small());
    let (code, out, err) = run(&folder, &SMALL_AIMS);
    assert!(code == 0 && out.contains("Proposal 1: "), "{out}{err}");
    let (code, out, err) = fed(&folder, &["balance", "-", "--aim=adrift=10..", "--write=1"], &small());
    assert!(code == 0, "{err}");
    assert_ne!(out, small());
    assert_eq!(without_numbers(&out), without_numbers(&small()));
    put(&folder, "small.json", &out);
    let (code, out, _) = run(&folder, &SMALL_AIMS);
    assert!(code == 0 && out.contains("  All aims are met.") && !out.contains("Proposal"), "{out}");
}

#[test]
fn aims_that_are_not_met_exit_with_1_and_say_how_near_it_came() {
    let folder = folder("balance-unmet");
    put(&folder, "small.json", SMALL);
    let (code, out, _) = run(&folder, &["balance", "small.json", "--most", "1"]);
    assert!(code == 1 && out.contains("No change of at most 1 point was found that meets all aims"), "{out}");
    assert!(out.contains("  missed: rush/step-aside is dominated"), "{out}");
    let (code, _, err) = run(&folder, &["balance", "small.json", "--most", "1", "--write", "9"]);
    assert!(code == 2 && err.contains("There is no proposal 9"), "{err}");
    let (code, _, err) = run(&folder, &["balance", "small.json", "--limit", "1"]);
    assert!(code == 2 && err.contains("more states than the 1 of the limit"), "{err}");
    assert_eq!(fs::read_to_string(folder.join("small.json")).expect("a file"), SMALL);
}

#[test]
fn wrong_aims_are_told_with_what_could_be_meant() {
    let folder = folder("balance-wrong");
    put(&folder, "small.json", SMALL);
    for (wrong, help) in [
        (["--aim", "balanced"], "--aim balanced=18..25"),
        (["--aim", "balansed=18..25"], "There is no outcome `balansed`. Did you mean balanced?"),
        (["--aim", "balanced=25..18"], "write 18..25, 2.. or ..40"),
        (["--aim", "balanced=0..0"], "balancing cannot end balanced"),
        (["--persona", "always_lead=balanced"], "Did you mean always_leader?"),
        (["--persona", "balancing=x"], "There are balanced, under_led, under_managed, adrift."),
        (["--lock", "ovn"], "There is no step `ovn`. Did you mean oven?"),
        (["--lock", "oven/lisst"], "There is no response of oven `lisst`. Did you mean list?"),
    ] {
        let (code, out, err) = run(&folder, &[&["balance", "small.json"][..], &wrong].concat());
        assert!(code == 2 && out.is_empty() && err.contains(help), "{wrong:?}: {err}");
    }
    let (code, _, err) = run(&folder, &["balance", "small.json", "--write", "1", "--format", "json"]);
    assert!(code == 2 && err.contains("--write"), "{err}");
}
