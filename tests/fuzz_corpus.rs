//! The properties that `cargo xtask fuzz` tries with inputs of its own, tried with the inputs that are kept: seeds, and
//! each input that once made something fall, under a name that says what it was.

use crate::properties;

use std::fs;
use std::path::Path;

/// The inputs of a folder, each with its name.
fn kept(folder: &str) -> Vec<(String, Vec<u8>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/kept").join(folder);
    let entries = fs::read_dir(&path).expect("a folder of inputs").map(|entry| entry.expect("an entry").path());
    entries.map(|path| (path.display().to_string(), fs::read(&path).expect("an input"))).collect()
}

/// Where the inputs of a property lie: what is said of a file is tried with the files themselves.
fn folder(property: &str) -> &str {
    if property == "reports" { "scenario" } else { property }
}

fn holds_for_all_kept(name: &str) {
    let (_, holds) = properties::ALL.iter().find(|(known, _)| *known == name).expect("a property");
    let inputs = kept(folder(name));
    assert!(!inputs.is_empty(), "nothing is kept for {name}");
    for (input, bytes) in inputs {
        let held = std::panic::catch_unwind(|| holds(&bytes));
        assert!(held.is_ok(), "{name} does not hold for {input}");
    }
}

#[test]
fn a_file_is_faulty_at_a_place_or_a_scenario_that_stays_what_it_is() {
    holds_for_all_kept("scenario");
}

#[test]
fn what_is_said_of_a_file_is_well_formed_whatever_stands_in_it() {
    holds_for_all_kept("reports");
}

#[test]
fn an_address_or_a_code_is_a_run_or_refused() {
    holds_for_all_kept("links");
}

#[test]
fn a_row_of_bytes_is_refused_or_can_be_played() {
    holds_for_all_kept("packs");
}

#[test]
fn a_journal_that_comes_takes_nothing_away() {
    holds_for_all_kept("journal");
}

#[test]
fn a_session_that_is_read_is_written_alike() {
    holds_for_all_kept("session");
}

#[test]
fn what_a_browser_keeps_is_taken_up_or_put_aside() {
    holds_for_all_kept("storage");
}

#[test]
fn a_story_of_another_tool_is_refused_or_becomes_a_draft_with_a_report() {
    holds_for_all_kept("twine");
}

#[test]
fn what_comes_to_the_server_of_a_room_is_refused_or_carried() {
    holds_for_all_kept("rooms");
}

#[test]
fn the_kept_inputs_are_small() {
    let sizes = properties::ALL.iter().filter(|(name, _)| folder(name) == *name).flat_map(|(name, _)| kept(name));
    let sum: usize = sizes.map(|(_, bytes)| bytes.len()).sum();
    assert!(sum <= 200_000, "{sum} bytes are kept");
}
