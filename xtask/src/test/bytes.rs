//! What a player waits for, in bytes: a budget on the built files.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use super::tally::Tally;
use crate::{
    release::pack,
    sign::{self, File},
    workspace,
};

/// The page that a scenario's first choice can be read and made on, in bytes of brotli at its best: 14.2 KB, which a host
/// sends in one go.
const FIRST_CHOICE: usize = 14_200;

/// All that carries the first choice out, in bytes of brotli at its best: 115 KB.
const CARRIED_OUT: usize = 115_000;

/// What draws the debrief's first screen, in bytes of brotli at its best: 40 KB, fetched while the run is
/// played. Its goal is 35 KB.
const FIRST_SCREEN: usize = 40_000;

/// What counts for it in a worker, in bytes of brotli at its best: 13.5 KB, fetched after it while the run is
/// played.
const COUNTS: usize = 13_500;

/// What stands below it, in bytes of brotli at its best: 15 KB, fetched once it is drawn.
const BELOW: usize = 15_000;

/// The worker that keeps the game: 2.9 KB, of which more than half is the list of its files: each place and each face that
/// is drawn is one. No choice waits for it, and every visit asks for it.
const KEEPER: usize = 2_900;

/// All that a phone in a room loads up to its first vote, in bytes of brotli at its best: 40 KB.
const FIRST_VOTE: usize = 40_000;

/// Counts the built files, says what each takes, and holds their sum against the budget.
pub fn run() -> Result<Tally> {
    let dist = workspace::dist();
    hold("the first choice", &dist, &["index.html".into()], FIRST_CHOICE)?;
    hold("the first choice carried out", &dist, &first_choice(&dist)?, CARRIED_OUT)?;
    hold("the debrief's first screen", &dist, &debrief(&dist, &["debrief.css", "debrief.wasm"])?, FIRST_SCREEN)?;
    hold("what counts for it", &dist, &debrief(&dist, &["counts.wasm"])?, COUNTS)?;
    hold("what stands below it", &dist, &debrief(&dist, &["below.css", "below.wasm"])?, BELOW)?;
    hold("what keeps the game", &dist, &[sign::WORKER.into()], KEEPER)?;
    hold("a phone's first vote", &dist, &phones(&dist)?, FIRST_VOTE)?;
    let files = sign::built(&dist)?;
    let needless = needless(&files);
    if !needless.is_empty() {
        bail!("no other file names {}: what the game does not need is not put on a host", needless.join(", "));
    }
    Ok(Tally::good())
}

/// Holds a file that is handed on against what it may weigh, as it is.
pub fn of_file(file: &Path, budget: usize) -> Result<Tally> {
    let size = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    println!("{size:>8} bytes of {budget} that {} may weigh", file.display());
    if size > budget {
        bail!("{} weighs {} bytes more than it may", file.display(), size - budget);
    }
    Ok(Tally::good())
}

/// What a player waits for, in bytes of brotli at its best, by name.
pub fn sizes() -> Result<[(&'static str, usize); 2]> {
    let dist = workspace::dist();
    let sum = |names: &[String]| names.iter().map(|name| Ok(packed(&dist, name)?.0)).sum::<Result<usize>>();
    Ok([("first-choice", sum(&["index.html".into()])?), ("first-choice-carried-out", sum(&first_choice(&dist)?)?)])
}

/// Holds the sum of some files against what they may take.
fn hold(what: &str, dist: &Path, names: &[String], budget: usize) -> Result<()> {
    let mut sum = 0;
    for name in names {
        let (packed, plain) = packed(dist, name)?;
        println!("{packed:>8} of {plain:>8} bytes: {name}");
        sum += packed;
    }
    println!("{sum:>8} bytes of {budget} that {what} may take");
    if sum > budget {
        bail!("{what} takes {sum} bytes, {} more than it may", sum - budget);
    }
    Ok(())
}

/// How many bytes a file has in brotli, and as it is.
fn packed(dist: &Path, name: &str) -> Result<(usize, usize)> {
    let plain = fs::read(dist.join(name)).with_context(|| format!("{name} cannot be read"))?;
    Ok((pack::brotli(&plain)?.len(), plain.len()))
}

/// What the page names for later: how it looks on a home screen, what keeps it once it is idle, and what a worker starts
/// with.
const LATER: [&str; 5] = ["two-hats.webmanifest", "apple.png", sign::PAGE_SCRIPT, sign::WORKER, "background.js"];

/// The files that carry out the first choice: the page, its scripts, wasm, style and picture, the index, and the largest
/// scenario.
fn first_choice(dist: &Path) -> Result<Vec<String>> {
    let page = fs::read_to_string(dist.join(sign::PAGE)).context("the app is not built")?;
    let files = sign::built(dist)?;
    let later = |path: &str| LATER.iter().any(|name| path.rsplit('/').next() == Some(name));
    let named = |path: &str| page.contains(&format!("./{path}")) && !later(path);
    let mut needed: Vec<String> = vec![sign::PAGE.into(), "scenarios/index.bin".into()];
    needed.extend(files.iter().map(|file| file.path.clone()).filter(|path| named(path)));
    if needed.len() < 7 {
        bail!(
            "the page names only {} files beside it, and it needs two scripts, wasm, a style and a picture",
            needed.len() - 2
        );
    }
    let packs = files.iter().filter(|file| file.path.ends_with(".bin") && file.path != "scenarios/index.bin");
    let largest = packs.max_by_key(|file| file.bytes.len()).context("no scenario was built")?;
    needed.push(largest.path.clone());
    Ok(needed)
}

/// The files of the debrief of some names.
fn debrief(dist: &Path, parts: &[&str]) -> Result<Vec<String>> {
    let files = sign::built(dist)?.into_iter().map(|file| file.path);
    let needed: Vec<String> =
        files.filter(|path| path.rsplit('/').next().is_some_and(|name| parts.contains(&name))).collect();
    if needed.len() != parts.len() {
        bail!("the debrief is {needed:?}, and not {}", parts.join(", "));
    }
    Ok(needed)
}

/// The files of the phones' page: each of them is needed before the first vote.
fn phones(dist: &Path) -> Result<Vec<String>> {
    let folder = format!("{}/", sign::PHONES);
    let files: Vec<String> =
        sign::built(dist)?.into_iter().map(|file| file.path).filter(|path| path.starts_with(&folder)).collect();
    if files.len() != 5 {
        bail!("the phones' page is {}, and not a page, a style, two scripts and wasm", files.join(", "));
    }
    Ok(files)
}

/// The files whose name stands in no other file, as it is or without its ending; that the worker lists all says nothing.
fn needless(files: &[File]) -> Vec<&str> {
    let stem = |file: &File| {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or(name).to_owned()
    };
    let names = |other: &File, stem: &str| other.bytes.windows(stem.len()).any(|window| window == stem.as_bytes());
    let is_named = |file: &File| {
        let stem = stem(file);
        files.iter().any(|other| other.path != file.path && other.path != sign::WORKER && names(other, &stem))
    };
    let of_itself = |file: &File| file.path == sign::PAGE;
    files.iter().filter(|file| !of_itself(file) && !is_named(file)).map(|file| file.path.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_that_carry_out_the_first_choice_are_those_that_the_page_names() {
        let dist = tempfile::tempdir().unwrap();
        let put = |name: &str, holds: &str| {
            let path = dist.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, holds).unwrap();
        };
        put(
            "index.html",
            "<html data-worker=./app-1/background.js><link href=./logo-1.svg><link href=./style-1.css>\
             <script>import './app-1/two-hats.js'; './app-1/lazy.js' './app-1/two-hats_bg.wasm'",
        );
        let app =
            ["two-hats.js", "two-hats_bg.wasm", "background.js", "lazy.js", "debrief.wasm", "room.wasm", "debrief.css"];
        for name in app.map(|name| format!("app-1/{name}")) {
            put(&name, "x");
        }
        for name in ["logo-1.svg", "style-1.css", "scenarios/index.bin"] {
            put(name, "x");
        }
        put("scenarios/long.bin", "xxxx");
        put("scenarios/short.bin", "xx");
        // What authors start from is nothing that a player waits for.
        put("scenarios/long.json", "xxxxxxxx");
        let needed = first_choice(dist.path()).unwrap();
        assert_eq!(
            needed,
            [
                "index.html",
                "scenarios/index.bin",
                "app-1/lazy.js",
                "app-1/two-hats.js",
                "app-1/two-hats_bg.wasm",
                "logo-1.svg",
                "style-1.css",
                "scenarios/long.bin"
            ]
        );
        let parts = |names: &[&str]| debrief(dist.path(), names);
        assert_eq!(parts(&["debrief.css", "debrief.wasm"]).unwrap(), ["app-1/debrief.css", "app-1/debrief.wasm"]);
        assert!(parts(&["counts.wasm"]).is_err(), "what counts was not built");
        assert!(phones(dist.path()).is_err(), "nor was the phones' page");
        for name in ["index.html", "app-2/phones.css", "app-2/phones.js", "app-2/phones_bg.wasm", "app-2/start.js"] {
            put(&format!("join/{name}"), "x");
        }
        assert_eq!(phones(dist.path()).unwrap().len(), 5);
        assert_eq!(first_choice(dist.path()).unwrap(), needed, "no player loads it");
    }

    #[test]
    fn a_file_that_nothing_names_is_needless() {
        let file = |path: &str, text: &str| File { path: path.into(), bytes: text.into() };
        let files = [
            file("index.html", "import './app.js'; './offline.js'"),
            file("app.js", "scenes/harbour.svg worker.js"),
            file("offline.js", ""),
            file("scenes/harbour.svg", "notes"),
            file("scenes/attic.svg", ""),
            file("worker.js", "app.js attic.svg"),
        ];
        assert_eq!(needless(&files), ["scenes/attic.svg"]);
    }
}
