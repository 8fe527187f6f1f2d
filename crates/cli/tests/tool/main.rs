//! The command-line tool as authors meet it: what it prints, how it exits, and what bad files do to it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

mod balance;
#[cfg(feature = "host")]
mod host;
mod imported;
#[cfg(unix)]
mod on_unix;
mod pictures;

const SMALL: &str = include_str!("../../../../tests/fixtures/small.json");

/// A folder of its own for a test, empty at first.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tool").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("a file can be written");
}

fn tool(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_two-hats"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null()).env_remove("NO_COLOR");
    command
}

/// The exit code, the standard output and the standard error of the tool in a folder.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    said(tool(folder, arguments).output().expect("the tool runs"))
}

fn said(output: Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(!err.contains("panicked"), "{err}");
    (output.status.code().expect("it ended by itself"), out, err)
}

/// The same, with a text on the standard input.
fn fed(folder: &Path, arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut command = tool(folder, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the tool runs");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    said(child.wait_with_output().expect("it ends"))
}

#[test]
fn a_faulty_file_exits_with_1_and_every_fault_is_placed() {
    let folder = folder("faulty");
    let faulty = SMALL.replacen("\"oven\",", "\"over\",", 1).replacen("\"execution\"", "\"execusion\"", 1);
    put(&folder, "small.json", &faulty);
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert_eq!(code, 1);
    for part in ["error[unknown-step]", "small.json:15:12", "error[unknown-value]", "small.json:19:20"] {
        assert!(out.contains(part), "{part} is not in\n{out}");
    }
    for format in ["json", "sarif", "github"] {
        let (code, out, _) = run(&folder, &["check", "small.json", "--format", format]);
        assert!(code == 1 && out.contains("unknown-step") && out.contains("unknown-value"), "{format}: {out}");
    }
}

#[test]
fn a_tool_without_the_app_makes_no_course_and_says_which_does() {
    let folder = folder("pack");
    put(&folder, "small.json", SMALL);
    let (code, _, err) = run(&folder, &["pack", "small.json", "-o", "course.html"]);
    assert!(code == 2 && err.contains("cargo xtask dist"), "{err}");
    assert!(!folder.join("course.html").exists());
}

#[test]
fn warnings_fail_a_check_only_where_they_are_denied() {
    let folder = folder("warned");
    put(&folder, "small.json", SMALL);
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert!(code == 0 && out.contains("warning["), "{out}");
    assert_eq!(run(&folder, &["check", "small.json", "--deny-warnings"]).0, 1);
}

#[test]
fn the_shipped_scenarios_have_no_error_and_no_warning() {
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios");
    // As a shell gives `*.json`: the schema among them.
    let files = ["check", "--deny-warnings", "crisis.json", "product-launch.json", "scenario.schema.json"];
    let (code, out, err) = run(&scenarios, &files);
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn a_file_that_cannot_be_read_is_a_sentence_and_the_others_are_checked() {
    let folder = folder("unreadable");
    put(&folder, "small.json", &SMALL.replacen("\"oven\",", "\"over\",", 1));
    fs::create_dir(folder.join("inside")).expect("a folder");
    let (code, out, err) = run(&folder, &["check", "inside", "gone.json", "small.json"]);
    assert_eq!(code, 2);
    assert!(out.contains("unknown-step"), "{out}");
    assert!(err.contains("inside is a folder") && err.contains("gone.json does not exist."), "{err}");
    for command in ["analyse", "balance", "graph", "fmt"] {
        assert_eq!(run(&folder, &[command, "gone.json"]).0, 2, "{command}");
        assert_eq!(run(&folder, &[command, "inside"]).0, 2, "{command}");
    }
}

#[test]
fn rubbish_is_told_and_never_makes_it_fall() {
    let folder = folder("rubbish");
    let nested = "[".repeat(50_000);
    for rubbish in ["", "\0\0\0", "\u{feff}", "{\"a\"", &nested, "\r\n\r\n"] {
        put(&folder, "rubbish.json", rubbish);
        for command in ["check", "analyse", "balance", "graph", "fmt"] {
            assert_eq!(run(&folder, &[command, "rubbish.json"]).0, 1, "{command}");
        }
        assert_eq!(fs::read_to_string(folder.join("rubbish.json")).expect("still there"), rubbish);
    }
}

#[test]
fn marks_and_line_breaks_of_windows_change_nothing() {
    let folder = folder("windows");
    put(&folder, "small.json", &format!("\u{feff}{}", SMALL.replace('\n', "\r\n")));
    let (code, out, err) = run(&folder, &["check", "small.json"]);
    assert_eq!(code, 0, "{out}{err}");
    let places = |out: &str| out.lines().filter(|line| line.contains("small.json:")).map(str::to_owned).collect();
    let windows: Vec<String> = places(&out);
    put(&folder, "small.json", SMALL);
    assert_eq!(windows, places(&run(&folder, &["check", "small.json"]).1) as Vec<String>);
}

#[test]
fn the_standard_input_is_a_file_without_a_name() {
    let folder = folder("piped");
    let (code, out, err) = fed(&folder, &["check", "-"], SMALL);
    assert!(code == 0 && !out.contains("id-mismatch"), "{out}{err}");
    let (code, out, _) = fed(&folder, &["fmt", "-"], SMALL);
    assert!(code == 0 && out.starts_with("{\n  \"format\": 1,\n"), "{out}");
    assert_eq!(fed(&folder, &["analyse", "-", "--format", "json"], SMALL).0, 0);
}

#[test]
fn wrong_use_exits_with_2() {
    let folder = folder("usage");
    for wrong in [&["chekc"][..], &["check"], &["check", "--format", "xml", "a.json"], &["analyse"], &["new"], &[]] {
        assert_eq!(run(&folder, wrong).0, 2, "{wrong:?}");
    }
    assert_eq!(run(&folder, &["--help"]).0, 0);
}

#[test]
fn a_code_is_explained_and_a_slip_is_guessed() {
    let folder = folder("explained");
    let (code, out, _) = run(&folder, &["explain", "unreachable-step"]);
    assert!(code == 0 && out.contains("unreachable-step"), "{out}");
    let (code, _, err) = run(&folder, &["explain", "unreachable-stepp"]);
    assert!(code == 2 && err.contains("Did you mean unreachable-step?"), "{err}");
}

#[test]
fn an_analysis_is_exact_or_says_that_it_is_not_decided() {
    let folder = folder("analysed");
    put(&folder, "small.json", SMALL);
    let (code, out, _) = run(&folder, &["analyse", "small.json", "--format", "json"]);
    assert_eq!(code, 0);
    for part in ["\"paths\": \"5\"", "\"always_leader\": \"", "\"unreachable_steps\": []", "\"share\": \"1/6\""] {
        assert!(out.contains(part), "{part} is not in\n{out}");
    }
    assert!(run(&folder, &["analyse", "small.json"]).1.contains("5 ways to play it"));
    let (code, out, _) = run(&folder, &["analyse", "small.json", "--format", "json", "--limit", "1"]);
    assert!(code == 0 && out.contains("\"not_decided\"") && !out.contains("\"share\""), "{out}");
    let (code, out, err) = run(&folder, &["graph", "small.json", "--limit", "1"]);
    assert!(code == 0 && out.starts_with("<svg") && err.contains("without shares"), "{err}");
    put(&folder, "faulty.json", "{}");
    let (code, out, err) = run(&folder, &["analyse", "faulty.json"]);
    assert!(code == 1 && out.is_empty() && err.contains("error[missing-field]"), "{err}");
}

#[test]
fn a_new_scenario_has_no_fault_and_overwrites_nothing() {
    let folder = folder("new");
    assert_eq!(run(&folder, &["new", "night-train", "--title", "The \"last\" one"]).0, 0);
    let (code, out, err) = run(&folder, &["check", "night-train.json", "--deny-warnings"]);
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(run(&folder, &["fmt", "--check", "night-train.json"]).0, 0);
    put(&folder, "night-train.json", "mine");
    let (code, _, err) = run(&folder, &["new", "night-train"]);
    assert!(code == 2 && err.contains("is there already"), "{err}");
    assert_eq!(fs::read_to_string(folder.join("night-train.json")).expect("a file"), "mine");
    for bad in ["Night", "a b", "../up", "a--b", ""] {
        assert_eq!(run(&folder, &["new", bad]).0, 2, "{bad}");
    }
    assert_eq!(run(&folder, &["new", "a", "-o", "gone/a.json"]).0, 2);
}

#[test]
fn a_file_is_laid_out_once_and_a_faulty_one_left_alone() {
    let folder = folder("laid-out");
    let packed: String = SMALL.lines().map(str::trim).collect();
    put(&folder, "small.json", &packed);
    let (code, out, _) = run(&folder, &["fmt", "--check", "small.json"]);
    assert!(code == 1 && out == "small.json would change.\n", "{out}");
    assert_eq!(fs::read_to_string(folder.join("small.json")).expect("a file"), packed);
    assert_eq!(run(&folder, &["fmt", "small.json"]).0, 0);
    assert_eq!(run(&folder, &["fmt", "--check", "small.json"]).0, 0);
    let twice = SMALL.replacen("\"format\": 1,", "\"format\": 1, \"format\": 1,", 1);
    put(&folder, "twice.json", &twice);
    let (code, _, err) = run(&folder, &["fmt", "twice.json"]);
    assert!(code == 1 && err.contains("error[duplicate-key]") && err.contains("left as it is"), "{err}");
    assert_eq!(fs::read_to_string(folder.join("twice.json")).expect("a file"), twice);
}

#[test]
fn a_story_of_any_length_is_checked_where_that_is_asked_for() {
    let folder = folder("any-length");
    put(&folder, "small.json", &format!("{SMALL}{}", " ".repeat(2 * 1024 * 1024)));
    let (code, out, _) = run(&folder, &["check", "small.json"]);
    assert!(code == 1 && out.contains("error[over-limit]"), "{out}");
    let (code, out, err) = run(&folder, &["check", "small.json", "--any-length", "--limit", "0"]);
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn a_pattern_that_no_shell_has_expanded_is_the_files_that_have_it() {
    let folder = folder("patterns");
    fs::create_dir(folder.join("stories")).expect("a folder");
    put(&folder, "stories/small.json", SMALL);
    put(&folder, "stories/other.json", &SMALL.replacen("\"id\": \"small\"", "\"id\": \"othre\"", 1));
    put(&folder, "stories/scenario.schema.json", "{}");
    put(&folder, "stories/notes.txt", "no scenario");
    let (code, out, err) = run(&folder, &["check", "stories/*.json"]);
    assert!(code == 1 && err.contains("2 scenarios checked"), "{out}{err}");
    assert!(out.contains("error[id-mismatch]") && out.contains("other.json"), "{out}");
    assert!(run(&folder, &["check", "*/sm?ll.json"]).2.contains("1 scenario checked"));
    let (code, _, err) = run(&folder, &["check", "stories/*.jsn"]);
    assert!(code == 2 && err.contains("No file is called stories/*.jsn."), "{err}");
    let (code, out, _) = run(&folder, &["fmt", "--check", "stories/sm*.json"]);
    assert!(code == 1 && out == "stories/small.json would change.\n", "{out}");
    let (code, _, err) = run(&folder, &["pack", "none*.json", "-o", "course.html"]);
    assert!(code == 2 && !folder.join("course.html").exists(), "{err}");
}

#[test]
fn a_second_download_and_a_hidden_ending_are_called_by_their_names() {
    let folder = folder("names");
    for (name, help) in [("small (1).json", "small.json"), ("small.json.txt", "small.json")] {
        put(&folder, name, SMALL);
        let (code, out, _) = run(&folder, &["check", name]);
        assert!(code == 1 && out.contains(&format!("its file is called `{name}`")), "{out}");
        assert!(out.contains(&format!("Rename the file to `{help}`")) && !out.contains("Write `\"id\""), "{out}");
    }
}

/// Every command that answers on the standard output, with what it may read from the standard input.
#[cfg(target_os = "linux")]
const ANSWERING: [(&[&str], &str); 18] = [
    (&["check", "small.json"], ""),
    (&["check", "small.json", "--format", "json"], ""),
    (&["check", "small.json", "--format", "sarif"], ""),
    (&["check", "small.json", "--format", "github"], ""),
    (&["analyse", "small.json"], ""),
    (&["analyse", "small.json", "--format", "json"], ""),
    (&["balance", "small.json", "--most", "0"], ""),
    (&["graph", "small.json"], ""),
    (&["graph", "small.json", "--format", "dot"], ""),
    (&["graph", "small.json", "--format", "mermaid"], ""),
    (&["fmt", "-"], SMALL),
    (&["import", "-"], imported::STORY),
    (&["fmt", "--check", "packed.json"], ""),
    (&["explain", "cycle"], ""),
    (&["--help"], ""),
    (&["--version"], ""),
    (&["help", "check"], ""),
    (&["check", "--help"], ""),
];

/// Runs a command with a standard output of the caller's.
#[cfg(target_os = "linux")]
fn into(folder: &Path, (arguments, input): (&[&str], &str), out: Stdio) -> (i32, String) {
    let mut child = tool(folder, arguments)
        .stdin(Stdio::piped())
        .stdout(out)
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool runs");
    // Who asks for nothing on the standard input may have ended before it is written.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let (code, _, err) = said(child.wait_with_output().expect("it ends"));
    (code, err)
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_finds_no_room_is_said_and_fails() {
    let folder = folder("full");
    put(&folder, "small.json", SMALL);
    put(&folder, "packed.json", &SMALL.lines().map(str::trim).collect::<String>());
    for command in ANSWERING {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
        let (code, err) = into(&folder, command, full.into());
        assert!(code == 2 && err.contains("could not be written to the standard output"), "{command:?}: {code} {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_that_is_closed_is_no_trouble() {
    let folder = folder("closed");
    put(&folder, "small.json", SMALL);
    put(&folder, "packed.json", &SMALL.lines().map(str::trim).collect::<String>());
    for command in ANSWERING {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let (code, err) = into(&folder, command, writer.into());
        let faulty = i32::from(command.0.contains(&"packed.json") || command.0.contains(&"balance"));
        assert!(code == faulty && !err.contains("error:"), "{command:?}: {code} {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn where_nobody_can_be_told_the_exit_code_tells() {
    let folder = folder("mute");
    put(&folder, "faulty.json", "{");
    for (arguments, expected) in [
        (&["check", "faulty.json"][..], 1),
        (&["check", "gone.json"], 2),
        (&["analyse", "faulty.json"], 1),
        (&["graph", "gone.json"], 2),
        (&["fmt", "faulty.json"], 1),
        (&["explain", "nothing"], 2),
        (&["nonsense"], 2),
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
        let status = tool(&folder, arguments).stdout(Stdio::null()).stderr(full).status().expect("the tool runs");
        assert_eq!(status.code(), Some(expected), "{arguments:?}");
    }
}

/// Runs the tool where a file can hold nothing, as on a full disk.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_finds_no_room_leaves_nothing_behind() {
    let folder = folder("no-room");
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"";
    let output = Command::new("sh")
        .current_dir(&folder)
        .args(["-c", script, env!("CARGO_BIN_EXE_two-hats"), "new", "night-train"])
        .stdin(Stdio::null())
        .output()
        .expect("a shell");
    let (code, out, err) = said(output);
    assert!(code == 2 && out.is_empty() && err.contains("could not be written"), "{code} {out}{err}");
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 0, "no half file");
}

#[test]
fn a_new_file_is_made_whole_or_not_at_all() {
    let folder = folder("made-whole");
    for taken in ["file", "folder"] {
        match taken {
            "file" => put(&folder, taken, "mine"),
            _ => fs::create_dir(folder.join(taken)).expect("a folder"),
        }
        let (code, _, err) = run(&folder, &["new", "night-train", "-o", taken]);
        assert!(code == 2 && err.contains("is there already"), "{taken}: {err}");
    }
    let (code, _, err) = run(&folder, &["new", "night-train", "-o", "gone/night-train.json"]);
    assert!(code == 2 && err.contains("there is no folder gone; make it first"), "{err}");
    assert_eq!(names(&folder), ["file", "folder"]);
}

/// What lies in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
