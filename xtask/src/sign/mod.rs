//! What signs a build: the page's policy, the version that all files together make, and the worker that keeps that
//! version whole on a player's device.
//!
//! Trunk calls it after a build, when all files are there. It can be put on anew after a file was changed.

mod files;
mod page;
mod policy;
mod worker;

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::minify::script::small;
pub use files::{File, built};
pub use policy::{allowing, of_page as policy_of, with_inline as policy_with_inline};
pub use worker::{PAGE_SCRIPT, WITHDRAWN, WORKER, framed};

/// What the page is called among the files.
pub const PAGE: &str = "index.html";

/// The folder of the phones' page among the files: it is no part of what a player keeps.
pub const PHONES: &str = "join";

/// What the built app is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is delivered as it is.
    Delivery,
    /// Each change to a source replaces it at once: Trunk puts a script of its own on the page, and nothing may be kept.
    Watching,
}

/// Seals a folder of built files.
pub fn sign(folder: &Path, used: Use) -> Result<()> {
    let write = |name: &str, text: &str| {
        fs::write(folder.join(name), text).with_context(|| format!("{name} cannot be written"))
    };
    let page = fs::read_to_string(folder.join(PAGE)).context("the app has no page")?;
    if used == Use::Watching {
        for (name, text) in WITHDRAWN {
            write(name, text)?;
        }
        return write(PAGE, &policy::without(&page));
    }
    let page = page::in_utf8(&policy::with_inline(&page::with_version(&page, "")));
    write(PAGE, &page)?;
    write(PAGE_SCRIPT, &small(&worker::page_script())?)?;
    let files = files::built(folder)?;
    // An address would say another name in another way than a folder does.
    let plain = |mark: char| mark.is_ascii_alphanumeric() || "-_./".contains(mark);
    if let Some(File { path, .. }) = files.iter().find(|file| !file.path.chars().all(plain)) {
        bail!("{path:?} cannot be kept offline: a file's name has letters a to z, digits, - _ and . only");
    }
    let version = version(&files);
    write(PAGE, &page::with_version(&page, &version))?;
    write(WORKER, &small(&worker::script(&version, &files::built(folder)?))?)
}

/// What stands in the place of some files of a built folder where it is played: the game is kept for when the server is
/// gone, and while it is there every build is seen at once.
pub fn to_play(folder: &Path) -> Result<Vec<(&'static str, String)>> {
    let mut files = files::built(folder)?;
    for file in files.iter_mut().filter(|file| file.path == PAGE_SCRIPT) {
        file.bytes = worker::FRESH_PAGE.into();
    }
    let worker = worker::fresh(&version(&files), &files);
    Ok(vec![(WORKER, worker), (PAGE_SCRIPT, worker::FRESH_PAGE.to_owned())])
}

/// The name of what all files together are; the page's own mention of it and the worker made of it do not count.
fn version(files: &[File]) -> String {
    let mut digest = Sha256::new();
    digest.update(worker::script("", &[]));
    for File { path, bytes } in files.iter().filter(|file| file.path != WORKER) {
        digest.update(format!("{path} {}\n", bytes.len()));
        digest.update(bytes);
    }
    digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'none'; \
        script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\"><script src=./offline.js type=module></script><script>start()</script>";

    fn workspace() -> tempfile::TempDir {
        let workspace = tempfile::tempdir().unwrap();
        for folder in ["scenarios", PHONES] {
            fs::create_dir(workspace.path().join(folder)).unwrap();
        }
        for (name, text) in [(PAGE, SOURCE), ("app.js", "app"), ("scenarios/a.bin", "a"), ("join/phones.js", "join")] {
            fs::write(workspace.path().join(name), text).unwrap();
        }
        workspace
    }

    fn read(workspace: &tempfile::TempDir, name: &str) -> String {
        fs::read_to_string(workspace.path().join(name)).unwrap()
    }

    #[test]
    fn the_worker_names_every_file_and_itself_not() {
        let workspace = workspace();
        sign(workspace.path(), Use::Delivery).unwrap();
        let worker = read(&workspace, WORKER);
        for path in ["app.js ", "scenarios/a.bin ", "offline.js "] {
            assert!(worker.contains(path), "{path} is not in\n{worker}");
        }
        assert!(!worker.contains("join/"), "no player keeps the phones' page: {worker}");
        assert!(!worker.contains("worker.js ") && !worker.contains("index.html "), "{worker}");
    }

    #[test]
    fn a_second_signing_changes_nothing_and_another_file_makes_another_version() {
        let workspace = workspace();
        let signed = || {
            sign(workspace.path(), Use::Delivery).unwrap();
            (read(&workspace, PAGE), read(&workspace, WORKER))
        };
        let first = signed();
        assert_eq!(first, signed());
        fs::write(workspace.path().join("scenarios/a.bin"), "b").unwrap();
        let second = signed();
        assert!(first.0 != second.0 && first.1 != second.1);
        fs::write(workspace.path().join("scenarios/a.bin"), "a").unwrap();
        assert_eq!(first, signed());
    }

    #[test]
    fn what_is_played_where_it_is_built_is_kept_as_it_is_served() {
        let workspace = workspace();
        sign(workspace.path(), Use::Delivery).unwrap();
        let instead = to_play(workspace.path()).unwrap();
        let [(WORKER, worker), (PAGE_SCRIPT, page)] = &instead[..] else { panic!("{instead:?}") };
        let hash =
            |text: &str| base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &Sha256::digest(text)[..9]);
        for (path, text) in [("offline.js", page.as_str()), ("app.js", "app"), ("", &read(&workspace, PAGE))] {
            let known = format!("{path} {}", hash(text));
            assert!(worker.contains(&known), "{known} is not in\n{worker}");
        }
        assert!(!read(&workspace, WORKER).contains("stopImmediatePropagation"));
        fs::write(workspace.path().join("app.js"), "app, changed").unwrap();
        assert_ne!(to_play(workspace.path()).unwrap(), instead);
    }

    #[test]
    fn what_is_watched_keeps_nothing_and_lets_trunks_script_run() {
        let workspace = workspace();
        sign(workspace.path(), Use::Watching).unwrap();
        assert!(!read(&workspace, PAGE).contains("Content-Security-Policy"));
        assert!(read(&workspace, WORKER).contains("unregister"));
        assert!(!read(&workspace, PAGE_SCRIPT).contains("register("));
    }
}
