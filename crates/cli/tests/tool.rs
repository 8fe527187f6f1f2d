//! The command-line tool as authors meet it: what it prints, how it exits, and what bad files do to it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

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
    for command in ["analyse", "graph", "fmt"] {
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
        for command in ["check", "analyse", "graph", "fmt"] {
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
const ANSWERING: [(&[&str], &str); 16] = [
    (&["check", "small.json"], ""),
    (&["check", "small.json", "--format", "json"], ""),
    (&["check", "small.json", "--format", "sarif"], ""),
    (&["check", "small.json", "--format", "github"], ""),
    (&["analyse", "small.json"], ""),
    (&["analyse", "small.json", "--format", "json"], ""),
    (&["graph", "small.json"], ""),
    (&["graph", "small.json", "--format", "dot"], ""),
    (&["graph", "small.json", "--format", "mermaid"], ""),
    (&["fmt", "-"], SMALL),
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
        let faulty = i32::from(command.0.contains(&"packed.json"));
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

/// Links, rights and devices as Unix has them.
#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    /// A scenario that `fmt` would lay out anew.
    fn packed() -> String {
        SMALL.lines().map(str::trim).collect()
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").mode() & 0o7777
    }

    fn read(path: &Path) -> String {
        fs::read_to_string(path).expect("a file")
    }

    fn fifo(folder: &Path, name: &str) {
        let made = Command::new("mkfifo").arg(folder.join(name)).status().expect("mkfifo runs");
        assert!(made.success());
    }

    /// The same as [`run`], of what must end by itself: a tool that waits for a pipe is stopped.
    fn ends(folder: &Path, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new("timeout");
        command.arg("20").arg(env!("CARGO_BIN_EXE_two-hats")).args(arguments).current_dir(folder).stdin(Stdio::null());
        let (code, _, err) = said(command.output().expect("the tool runs"));
        (code, err)
    }

    #[test]
    fn laying_a_file_out_touches_nothing_beside_it() {
        let folder = folder("beside");
        put(&folder, "small.json", &packed());
        put(&folder, "victim", "mine");
        fs::set_permissions(folder.join("victim"), fs::Permissions::from_mode(0o600)).expect("rights");
        fs::set_permissions(folder.join("small.json"), fs::Permissions::from_mode(0o664)).expect("rights");
        symlink("victim", folder.join("small.json.fmt")).expect("a link");
        put(&folder, "other.json", &packed());
        put(&folder, "other.json.fmt", "mine, too");
        assert_eq!(run(&folder, &["fmt", "small.json", "other.json"]).0, 0);
        assert_eq!((read(&folder.join("victim")), mode(&folder.join("victim"))), ("mine".into(), 0o600));
        assert_eq!(read(&folder.join("other.json.fmt")), "mine, too");
        assert_eq!(mode(&folder.join("small.json")), 0o664, "a file keeps its rights");
        assert_eq!(run(&folder, &["fmt", "--check", "small.json", "other.json"]).0, 0);
        assert_eq!(names(&folder), ["other.json", "other.json.fmt", "small.json", "small.json.fmt", "victim"]);
    }

    #[test]
    fn a_link_stays_a_link_and_what_is_protected_stays_as_it_is() {
        let folder = folder("linked");
        fs::create_dir(folder.join("far")).expect("a folder");
        put(&folder, "far/small.json", &packed());
        symlink("far/small.json", folder.join("link.json")).expect("a link");
        assert_eq!(run(&folder, &["fmt", "link.json"]).0, 0);
        assert!(fs::symlink_metadata(folder.join("link.json")).expect("a link").is_symlink());
        assert_eq!(run(&folder, &["fmt", "--check", "far/small.json"]).0, 0);
        put(&folder, "kept.json", &packed());
        fs::set_permissions(folder.join("kept.json"), fs::Permissions::from_mode(0o444)).expect("rights");
        let (code, _, err) = run(&folder, &["fmt", "kept.json"]);
        assert!(code == 2 && err.contains("protected from writing"), "{err}");
        assert_eq!(read(&folder.join("kept.json")), packed());
        symlink("nowhere", folder.join("lost.json")).expect("a link");
        let (code, _, err) = run(&folder, &["new", "night-train", "-o", "lost.json"]);
        assert!(code == 2 && err.contains("is there already") && !folder.join("nowhere").exists(), "{err}");
    }

    #[test]
    fn nothing_waits_for_a_pipe_or_writes_to_a_device() {
        let folder = folder("devices");
        fifo(&folder, "pipe.json");
        for arguments in [&["fmt", "pipe.json"][..], &["fmt", "/dev/zero"], &["new", "a", "-o", "pipe.json"]] {
            let (code, err) = ends(&folder, arguments);
            assert!(code == 2 && err.starts_with("error: "), "{arguments:?}: {code} {err}");
        }
        assert_eq!(names(&folder), ["pipe.json"]);
    }

    #[test]
    fn a_new_file_has_the_rights_of_any_other() {
        let folder = folder("rights");
        assert_eq!(run(&folder, &["new", "night-train"]).0, 0);
        put(&folder, "other", "");
        assert_eq!(mode(&folder.join("night-train.json")), mode(&folder.join("other")));
    }

    #[test]
    fn a_disk_that_takes_nothing_more_leaves_the_old_file_whole() {
        let folder = folder("no-room-anew");
        put(&folder, "small.json", &packed());
        let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" fmt small.json";
        let mut command = Command::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_two-hats")]).current_dir(&folder).stdin(Stdio::null());
        let (code, _, err) = said(command.output().expect("the tool runs"));
        assert!(code == 2 && err.contains("could not be written"), "{code} {err}");
        assert_eq!((read(&folder.join("small.json")), names(&folder)), (packed(), vec!["small.json".to_owned()]));
    }

    #[test]
    fn no_name_and_no_title_is_obeyed_by_a_terminal_or_a_build_server() {
        let folder = folder("obeyed");
        let hostile = "\u{1b}]0;owned\u{7}\n::error::owned ##[error]owned \u{202e}x\u{9b}31m";
        let written = hostile.chars().map(|sign| match sign {
            sign if sign.is_control() => format!("\\u{:04x}", u32::from(sign)),
            sign => sign.to_string(),
        });
        let written: String = written.collect();
        let titled = SMALL.replacen("\"title\": \"", &format!("\"title\": \"{written}"), 1);
        let faulty = titled.replacen("\"oven\",", &format!("\"{written}\","), 1).replacen(
            "\"flags\"",
            &format!("\"{written}\": 1, \"flags\""),
            1,
        );
        let name = "::error::a\u{1b}[31m\n::error::b##[error]c\u{202e}.json";
        for text in [titled.as_str(), faulty.as_str(), "{}", "{"] {
            put(&folder, name, text);
            for arguments in [
                &["check", name][..],
                &["check", "--format", "json", name],
                &["check", "--format", "sarif", name],
                &["check", "--format", "github", name],
                &["analyse", name],
                &["analyse", "--format", "json", name],
                &["graph", name],
                &["graph", "--format", "dot", name],
                &["graph", "--format", "mermaid", name],
                &["fmt", "--check", name],
                &["check", &format!("gone {name}")],
                &["explain", name],
                &["new", name],
                &["pack", name, "-o", name],
                &[&format!("--{name}")],
            ] {
                let (_, out, err) = run(&folder, arguments);
                let own = arguments.contains(&"github");
                let terminal = |sign: char| sign.is_control() && sign != '\n' && sign != '\t' || sign == '\u{202e}';
                // A picture keeps the direction of its words.
                let picture = |sign: char| arguments.contains(&"graph") && sign == '\u{202e}';
                for said in [&out, &err] {
                    let bad = said.chars().find(|sign| terminal(*sign) && !picture(*sign));
                    assert_eq!(bad, None, "{arguments:?}\n{}", said.escape_debug());
                }
                // `:::` stands before the second place of a diagnostic, and is the name of no order.
                let order = |line: &&str| line.trim_start().starts_with("::") && !line.trim_start().starts_with("::: ");
                for line in err.lines().chain(out.lines().filter(|_| !own)) {
                    assert!(!order(&line), "{arguments:?}: {line}");
                }
                let starts = ["::error file=", "::warning file=", "::notice file="];
                let orders =
                    out.lines().filter(order).filter(|line| !starts.iter().any(|start| line.starts_with(start)));
                assert_eq!(orders.count(), 0, "{arguments:?}\n{out}");
            }
        }
    }
}
