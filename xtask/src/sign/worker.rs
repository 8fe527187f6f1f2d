//! The worker that keeps the game on a device, and the script that asks for it on the page.

use std::{collections::BTreeMap, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use two_hats::words::OFFLINE;

use super::{File, PAGE, PHONES};
use crate::serve;

/// The worker's file.
pub const WORKER: &str = "worker.js";

/// The file of the script that asks for it.
pub const PAGE_SCRIPT: &str = "offline.js";

/// What stands in the place of both where nothing is to be kept: a worker from an earlier time is taken away.
pub const WITHDRAWN: [(&str, &str); 2] = [(WORKER, include_str!("withdrawn.js")), (PAGE_SCRIPT, "")];

/// How much of a hash is told, in bytes: enough that nobody makes another file that has the same.
const TOLD: usize = 9;

/// The worker of a version with these files, the smallest first: what the next pages need comes before what is large.
pub fn script(version: &str, files: &[File]) -> String {
    let kept = |file: &&File| file.path != WORKER && !file.path.starts_with(&format!("{PHONES}/"));
    let mut files: Vec<&File> = files.iter().filter(kept).collect();
    files.sort_by_key(|file| (file.path != PAGE, file.bytes.len()));
    // A host gives the page at the folder's own address; at the file's name some send a browser elsewhere.
    let path = |file: &File| if file.path == PAGE { String::new() } else { file.path.clone() };
    let list: Vec<String> = files.iter().map(|file| format!("{} {}", path(file), told(&file.bytes))).collect();
    include_str!("worker.js")
        .replace("{version}", version)
        .replace("{told}", &TOLD.to_string())
        .replace("{files}", &list.join("|"))
        .replace("{types}", &object(types(&files)))
        .replace("{headers}", &object(serve::HEADERS.into_iter().filter(|(name, _)| KEPT_HEADERS.contains(name))))
}

/// What the worker says beside each file; how long a file may be kept is no matter of its.
const KEPT_HEADERS: [&str; 3] = ["x-content-type-options", "referrer-policy", "cross-origin-opener-policy"];

/// The media type of each ending that there is; the page's own, which has none in its address, is among them.
fn types(files: &[&File]) -> BTreeMap<String, &'static str> {
    let paths = files.iter().map(|file| file.path.as_str()).chain([PAGE]);
    let ending = |path: &str| Some((path.rsplit_once('.')?.1.to_owned(), serve::media_type(Path::new(path))));
    paths.filter_map(ending).collect()
}

/// An object of JavaScript's.
fn object(members: impl IntoIterator<Item = (impl ToString, &'static str)>) -> String {
    let members = members.into_iter().map(|(name, value)| (name.to_string(), value.into()));
    serde_json::Value::Object(members.collect()).to_string()
}

/// The worker of a game that is played where it is built; see [`super::to_play`].
pub fn fresh(version: &str, files: &[File]) -> String {
    format!("{}\n{}", include_str!("fresh.js"), script(version, files))
}

/// What asks for the worker of a game that is played where it is built.
pub const FRESH_PAGE: &str = include_str!("fresh_page.js");

/// What is done where the game is in a frame, in the words of the interface.
pub fn framed() -> String {
    include_str!("framed.js")
        .replace("{file}", OFFLINE.file)
        .replace("{holds}", OFFLINE.holds)
        .replace("{picture}", OFFLINE.picture)
        .replace("{print}", OFFLINE.print)
        .replace("{close}", OFFLINE.close)
}

/// The page's script, in the words of the interface.
pub fn page_script() -> String {
    concat!(include_str!("offline.js"), "{framed}")
        .replace("{framed}", &framed())
        .replace("{waits}", OFFLINE.version_waits)
        .replace("{use}", OFFLINE.use_version)
        .replace("{later}", OFFLINE.later)
        .replace("{unkept}", OFFLINE.unkept)
        .replace("{beside}", OFFLINE.beside)
        .replace("{journal}", OFFLINE.journal)
}

/// A hash as the worker computes it.
fn told(bytes: &[u8]) -> String {
    STANDARD.encode(&Sha256::digest(bytes)[..TOLD])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_comes_first_and_the_largest_last() {
        let file = |path: &str, size: usize| File { path: path.into(), bytes: vec![b'x'; size] };
        let files = [file("a.wasm", 900), file("b.css", 20), file("index.html", 500), file(WORKER, 1)];
        let script = script("v1", &files);
        let list = script.split_once("\" ").map(|(_, list)| list).unwrap();
        assert!(script.contains("\"v1\""), "{script}");
        let at = |path: &str| list.find(path).unwrap_or_else(|| panic!("{path} is not in {list}"));
        assert!(at("b.css") < at("a.wasm") && !list.contains("index.html "), "{list}");
    }

    #[test]
    fn a_file_is_known_by_72_bits_of_its_hash() {
        let file = File { path: "a.css".into(), bytes: b"a".to_vec() };
        // printf a | sha256sum | head -c 18 | xxd -r -p | base64
        let script = script("v1", &[file]);
        assert!(script.contains("\"a.css ypeBEsobvcr6\"") && script.contains("TOLD = 9;"), "{script}");
        assert!(script.contains("await body.arrayBuffer()), 0, TOLD)"), "{script}");
    }

    #[test]
    fn the_words_of_the_message_are_put_in() {
        let script = page_script();
        assert!(script.contains(OFFLINE.use_version) && !script.contains("{use}"), "{script}");
        assert!(script.contains(OFFLINE.print) && !script.contains("{framed}"), "{script}");
        // Words stand in double quotes there.
        let words = [
            OFFLINE.version_waits,
            OFFLINE.use_version,
            OFFLINE.later,
            OFFLINE.unkept,
            OFFLINE.beside,
            OFFLINE.journal,
            OFFLINE.file,
            OFFLINE.holds,
            OFFLINE.picture,
            OFFLINE.print,
            OFFLINE.close,
        ];
        assert!(words.iter().all(|word| !word.contains(['"', '\\'])));
    }
}
