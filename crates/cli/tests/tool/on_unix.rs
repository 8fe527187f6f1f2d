//! Links, rights and devices as Unix has them.

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
            let orders = out.lines().filter(order).filter(|line| !starts.iter().any(|start| line.starts_with(start)));
            assert_eq!(orders.count(), 0, "{arguments:?}\n{out}");
        }
    }
}
