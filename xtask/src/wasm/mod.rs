//! The app's wasm: one program, compiled, split into lazy chunks, bound to the browser, and made smaller.
//!
//! All of it lies in one folder that is named by what is in it, so that chunks of two builds never meet.

pub mod chunks;
pub mod phones;

use std::{
    collections::BTreeSet,
    fs, iter,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
    thread,
};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{
    minify::{
        self, Effort, names,
        script::{small, small_style},
    },
    process,
    sign::{self, PAGE, Use},
    tools, workspace,
};

/// The program, and what its files are called.
const BIN: &str = "two-hats-web";
const NAME: &str = "two-hats";

/// What it is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// The folder of the app, as `index.html` calls it.
const FOLDER: &str = "app";

/// The script that a worker starts with.
const BACKGROUND: &str = "src/background.js";

/// The styles of lazy pages.
const STYLES: [&str; 6] = [
    "src/ui/aside.css",
    "src/pages/debrief/debrief.css",
    "src/pages/debrief/below.css",
    "src/pages/album.css",
    "src/workbench_ui/workbench.css",
    "src/room_ui/room.css",
];

/// Sheets of a part of a lazy page, each behind the page's own.
const PARTS: [(&str, &str); 1] = [("src/workbench_ui/workbench.css", "src/workbench_ui/studio/studio.css")];

/// Builds the app into a folder of a page, which names it from then on.
pub fn build(staging: &Path, used: Use) -> Result<()> {
    let folder = emptied(&staging.join(FOLDER))?;
    let mut page = without_skipped(&read(&staging.join(PAGE))?)?;
    for path in STYLES.into_iter().chain([BACKGROUND]) {
        let path = workspace::root().join(path);
        let mut text = read(&path)?;
        for (_, part) in PARTS.iter().filter(|(page, _)| path.ends_with(page)) {
            text.push_str(&read(&workspace::root().join(part))?);
        }
        let is_script = path.extension().is_some_and(|extension| extension == "js");
        let text = if is_script { small(&text)? } else { small_style(&text)? };
        write(&folder.join(path.file_name().unwrap_or_default()), text)?;
    }
    if used == Use::Watching {
        whole(&folder)?;
        page.extend(STYLES.iter().filter_map(|path| path.rsplit('/').next()).map(link));
    } else {
        split(&folder)?;
        let named = format!("{FOLDER}-{}", hash(&folder)?);
        fs::rename(&folder, staging.join(&named)).context("the app's folder cannot be named")?;
        page = page.replace(&format!("./{FOLDER}/"), &format!("./{named}/"));
    }
    write(&staging.join(PAGE), page)
}

/// The app as it is while its sources change: one wasm, as quickly as it can be had.
fn whole(folder: &Path) -> Result<()> {
    let compiled = compile(process::cargo("build").args(["--bin", BIN, "--target", TARGET]), "debug")?;
    bind(&compiled, folder, "web")
}

/// The app as it is delivered: split, and made smaller.
fn split(folder: &Path) -> Result<()> {
    let compiled = released(&["split"])?;
    let place = emptied(&workspace::target().join("split"))?;
    let chunks = chunks::split(&compiled, &place, NAME)?;
    bind(&place.join(format!("{NAME}.wasm")), folder, "web")?;
    for name in chunks.names() {
        fs::rename(place.join(format!("{name}.wasm")), folder.join(format!("{name}.wasm")))
            .with_context(|| format!("{name} cannot be put beside the app"))?;
    }
    write(&folder.join(chunks::SCRIPT), small(&chunks.script()?)?)?;
    let (glue, main) = (folder.join(format!("{NAME}.js")), folder.join(format!("{NAME}_bg.wasm")));
    let lent = chunks::borrowed(folder, &chunks.names())?;
    let works = chunks.names().into_iter().map(|name| (folder.join(format!("{name}.wasm")), chunks.effort(&name)));
    let works: Vec<(PathBuf, Effort)> = works.collect();
    // Whoever is done with the app itself goes on with its chunks.
    let queue = Mutex::new(works.iter());
    let next = || queue.lock().ok()?.next();
    let parts = || iter::from_fn(next).try_for_each(|(path, effort)| minify::wasm(path, *effort).map(drop));
    thread::scope(|scope| {
        let bound = scope.spawn(|| shorten(&glue, &main, &lent, Effort::Small).and_then(|()| parts()));
        let others = scope.spawn(parts);
        let ended = |work: thread::ScopedJoinHandle<'_, Result<()>>| {
            work.join().unwrap_or_else(|_| bail!("the app is not made smaller"))
        };
        ended(bound).and(ended(others))
    })?;
    write(&glue, small(&read(&glue)?)?)?;
    chunks.join(folder)
}

/// Makes a wasm and its script smaller, but for the names of what it lends to others.
pub fn shorten(glue: &Path, wasm: &Path, lent: &BTreeSet<String>, effort: Effort) -> Result<()> {
    let script = read(glue)?;
    let bytes = || fs::read(wasm).with_context(|| format!("{} cannot be read", wasm.display()));
    write(wasm, names::without_unused(&script, &bytes()?, lent)?)?;
    minify::silence(wasm)?;
    minify::wasm(wasm, effort)?;
    let (script, bytes) = names::shorten(&script, &bytes()?, lent)?;
    write(wasm, bytes)?;
    write(glue, script)
}

/// Compiles the app as it is delivered, with some features.
pub fn released(features: &[&str]) -> Result<PathBuf> {
    let mut cargo = process::cargo("rustc");
    cargo.args(["--release", "--bin", BIN, "--features", &features.join(","), "--target", TARGET, "--"]);
    // The splitter finds by relocations what calls what; the splitter alone takes them out again.
    cargo.args(features.contains(&"split").then_some("-Clink-args=--emit-relocs"));
    compile(process::for_browsers(&mut cargo), "release")
}

fn compile(cargo: &mut Command, profile: &str) -> Result<PathBuf> {
    tools::ensure_wasm_target()?;
    process::run(cargo, "the app does not build; what is wrong stands above")?;
    Ok(workspace::target().join(format!("{TARGET}/{profile}/{BIN}.wasm")))
}

/// Binds the app's wasm to the browser, for a kind of page.
pub fn bind(wasm: &Path, folder: &Path, kind: &str) -> Result<()> {
    bind_as(wasm, folder, kind, NAME)
}

/// Binds a wasm to the browser, for a kind of page; its files have a name.
fn bind_as(wasm: &Path, folder: &Path, kind: &str, name: &str) -> Result<()> {
    let mut bindgen = process::command(tools::ensure(&tools::wasm_bindgen()?)?.join("wasm-bindgen"));
    bindgen.args(["--no-typescript", "--no-demangle", "--keep-lld-exports", "--target", kind, "--out-name", name]);
    process::run(bindgen.arg("--out-dir").arg(folder).arg(wasm), "wasm-bindgen does not bind the app")
}

/// A folder with nothing in it.
fn emptied(folder: &Path) -> Result<PathBuf> {
    if folder.is_dir() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder.to_owned())
}

/// A hash of all that a folder holds.
fn hash(folder: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    for sign::File { path, bytes } in sign::built(folder)? {
        digest.update(format!("{path} {}\n", bytes.len()));
        digest.update(bytes);
    }
    Ok(digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect())
}

/// A page without the tag by which Trunk is told that it builds no app.
fn without_skipped(page: &str) -> Result<String> {
    let tag = page.split_inclusive('>').map(|part| &part[part.rfind('<').unwrap_or_default()..]);
    let tag = tag.into_iter().find(|tag| tag.starts_with("<link") && tag.contains("data-trunk-skip"));
    Ok(page.replacen(tag.context("index.html lets Trunk build an app of its own")?, "", 1))
}

fn link(style: &str) -> String {
    format!("<link rel=stylesheet href=./{FOLDER}/{style}>")
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_does_not_tell_what_trunk_skipped() {
        let page = "<p>a</p><link data-trunk-skip rel=rust><link rel=icon>";
        assert_eq!(without_skipped(page).unwrap(), "<p>a</p><link rel=icon>");
        assert!(without_skipped("<link rel=icon>").is_err());
    }

    #[test]
    fn a_folder_is_named_by_all_that_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let mut seen = Vec::new();
        for (name, text) in [("a.wasm", "1"), ("a.wasm", "2"), ("b.css", ""), ("b.css", "x")] {
            write(&folder.path().join(name), text).unwrap();
            let hash = hash(folder.path()).unwrap();
            assert!(!seen.contains(&hash), "{name}: {text}");
            seen.push(hash);
        }
    }
}
