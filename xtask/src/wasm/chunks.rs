//! The chunks of the app, and the script that fetches them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, iter,
    path::Path,
};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_encoder::{CustomSection, Module};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

use crate::{
    minify::{self, Effort},
    workspace,
};

/// The script that fetches chunks.
pub const SCRIPT: &str = "lazy.js";

/// The script that says where the browser keeps what, which runs before the app as that one does.
const KEPT: &str = "kept.js";

/// The module by which chunks borrow from the app.
const APP: &str = "__wasm_split";

/// The lazy parts of the app that `src/lazy.rs` names, and whether each has a style.
const PARTS: [(&str, bool); 10] = [
    ("album", true),
    ("aside", true),
    ("below", true),
    ("counts", false),
    ("curious", false),
    ("debrief", true),
    ("exports", false),
    ("reader", false),
    ("room", true),
    ("workbench", true),
];

/// The part that is there to be quick: it checks an author's text at every keystroke.
const QUICK: &str = "workbench";

/// The parts that are asked for once another is there, and that other: what they share lies in its file alone.
const AFTER: [(&str, &str); 6] = [
    ("album", "aside"),
    ("debrief", "aside"),
    ("room", "aside"),
    ("below", "debrief"),
    ("curious", "below"),
    ("exports", "debrief"),
];

/// What players wait for.
const PLAYED: [&str; 6] = ["aside", "below", "counts", "debrief", "album", "curious"];

/// The part that is there when one is asked for.
fn first(part: &str) -> Option<&'static str> {
    AFTER.iter().find(|(after, _)| *after == part).map(|(_, first)| *first)
}

/// Each part, and the files of its chunks, the one of its own last.
pub struct Chunks(BTreeMap<String, Vec<String>>);

/// Splits a wasm into a folder: the app of a name, and its chunks.
pub fn split(wasm: &Path, folder: &Path, name: &str) -> Result<Chunks> {
    let bytes = fs::read(wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    let (main, script, glue) = (folder.join(format!("{name}.wasm")), format!("./{SCRIPT}"), format!("./{name}.js"));
    let split = |bytes: &[u8]| {
        let mut options = Options::new(bytes);
        (options.output_dir, options.main_out_path) = (folder, &main);
        (options.link_name, options.main_module) = (&script, &glue);
        transform(options).map_err(|fault| anyhow!("the app is not split: {fault:#}"))
    };
    // Before it is split, for what only panics read then lies in no chunk.
    let bytes = minify::silent_before(&bytes, |bytes| {
        split(bytes)?;
        fs::read(&main).context("the app is split and not there")
    })?;
    let split = split(&bytes)?;
    let chunks = Chunks(split.prefetch_map.into_iter().collect());
    let known: BTreeSet<&str> = PARTS.iter().map(|(part, _)| *part).collect();
    let parts: BTreeSet<&str> = chunks.0.keys().map(String::as_str).collect();
    ensure!(parts == known, "the app has the lazy parts {parts:?}, and {known:?} are known");
    let written = fs::read_to_string(folder.join(SCRIPT)).context("the app is split without a script")?;
    for part in parts {
        ensure!(written.contains(&format!("export const {} ", loader(part))), "{part} is fetched by another name");
    }
    Ok(chunks)
}

/// What of the app chunks borrow from each other's folder, by name.
pub fn borrowed(folder: &Path, names: &BTreeSet<String>) -> Result<BTreeSet<String>> {
    // The script calls the app by it.
    let mut borrowed = BTreeSet::from(["__indirect_function_table".to_owned()]);
    for name in names {
        let bytes = fs::read(folder.join(format!("{name}.wasm"))).with_context(|| format!("{name} cannot be read"))?;
        for payload in Parser::new(0).parse_all(&bytes) {
            let Payload::ImportSection(imports) = payload? else { continue };
            for import in imports.into_imports() {
                let import = import?;
                ensure!(import.module == APP, "{name} borrows from {}", import.module);
                borrowed.insert(import.name.to_owned());
            }
        }
    }
    Ok(borrowed)
}

/// What the app calls to have a part fetched.
fn loader(part: &str) -> String {
    format!("__wasm_split_load_{part}")
}

impl Chunks {
    /// The names of all files.
    pub fn names(&self) -> BTreeSet<String> {
        self.0.values().flatten().cloned().collect()
    }

    /// How a chunk is made smaller.
    pub fn effort(&self, name: &str) -> Effort {
        let of = |part: &str| self.0.get(part).is_some_and(|files| files.iter().any(|file| file == name));
        if of(QUICK) && !PLAYED.into_iter().any(of) { Effort::Quick } else { Effort::Small }
    }

    /// The chunks that the file of a part holds.
    fn held(&self, part: &str) -> Vec<&String> {
        let of = |part: &str| self.0.get(part).map_or(&[][..], Vec::as_slice);
        let first: Vec<&str> = iter::successors(first(part), |part| first(part)).collect();
        of(part).iter().filter(|name| !first.iter().any(|first| of(first).contains(name))).collect()
    }

    /// Puts the chunks of each part into one file of the part's name: they are packed better together, and fetched at
    /// once. The file is a wasm that holds each chunk in a section of its own, so that a host knows what it is.
    pub fn join(&self, folder: &Path) -> Result<()> {
        let path = |name: &str| folder.join(format!("{name}.wasm"));
        let mut files = Vec::new();
        for part in self.0.keys() {
            let mut file = Module::new();
            for name in self.held(part) {
                let bytes = fs::read(path(name)).with_context(|| format!("{name} cannot be read"))?;
                let section = self.number(name).to_string();
                file.section(&CustomSection { name: section.into(), data: bytes.into() });
            }
            files.push((part, file.finish()));
        }
        for name in self.names() {
            fs::remove_file(path(&name)).with_context(|| format!("{name} cannot be removed"))?;
        }
        files.into_iter().try_for_each(|(part, file)| {
            fs::write(path(part), file).with_context(|| format!("the chunks of {part} cannot be written"))
        })
    }

    /// The number of a chunk among all of them.
    fn number(&self, name: &str) -> usize {
        self.names().iter().take_while(|other| *other != name).count()
    }

    /// The script that fetches them.
    pub fn script(&self) -> Result<String> {
        let mut script = fs::read_to_string(workspace::root().join("src").join(SCRIPT))
            .context("the script that fetches chunks cannot be read")?;
        let kept =
            fs::read_to_string(workspace::root().join("src").join(KEPT)).context("what is kept where is not said")?;
        // A worker has it, too, and no page.
        script.push_str(&format!("if (self.document) {kept}"));
        for (part, has_style) in PARTS {
            let names = self.0.get(part).into_iter().flatten();
            let numbers: String = names.map(|name| format!(", {}", self.number(name))).collect();
            script.push_str(&format!(
                "export const {} = lazy({part:?}, {has_style}, {:?}{numbers});\n",
                loader(part),
                first(part).unwrap_or_default()
            ));
        }
        Ok(script)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks() -> Chunks {
        let files = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect();
        let parts = [
            ("album", files(&["chunk_1", "split_album"])),
            ("below", files(&["chunk_1", "chunk_4", "split_below"])),
            ("debrief", files(&["chunk_1", "chunk_2", "split_debrief"])),
            ("reader", files(&["chunk_3", "split_reader"])),
            ("room", files(&["chunk_2", "split_room"])),
            ("workbench", files(&["chunk_1", "chunk_3", "split_workbench"])),
        ];
        Chunks(parts.into_iter().map(|(part, files)| (part.to_owned(), files)).collect())
    }

    #[test]
    fn the_script_fetches_every_part_with_its_chunks_and_its_style() {
        let script = chunks().script().unwrap();
        assert!(
            script.contains("export const __wasm_split_load_reader = lazy(\"reader\", false, \"\", 2, 7);"),
            "{script}"
        );
        assert!(
            script.contains("export const __wasm_split_load_debrief = lazy(\"debrief\", true, \"aside\", 0, 1, 6);"),
            "{script}"
        );
    }

    #[test]
    fn a_part_is_one_wasm_that_holds_its_chunks() {
        let folder = tempfile::tempdir().unwrap();
        for name in chunks().names() {
            fs::write(folder.path().join(format!("{name}.wasm")), &name).unwrap();
        }
        chunks().join(folder.path()).unwrap();
        let sections = |part: &str| {
            let bytes = fs::read(folder.path().join(format!("{part}.wasm"))).unwrap();
            let sections = Parser::new(0).parse_all(&bytes).filter_map(|payload| match payload.unwrap() {
                Payload::CustomSection(section) => {
                    Some(format!("{}: {}", section.name(), section.data().escape_ascii()))
                }
                _ => None,
            });
            sections.collect::<Vec<_>>()
        };
        assert_eq!(sections("debrief"), ["0: chunk_1", "1: chunk_2", "6: split_debrief"]);
        assert_eq!(
            sections("below"),
            ["3: chunk_4", "5: split_below"],
            "the debrief's file holds what it shares with it"
        );
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, chunks().0.len(), "nothing else is left");
    }

    #[test]
    fn what_the_workbench_alone_needs_is_quick_and_what_players_fetch_is_small() {
        let quick = chunks().names().into_iter().filter(|name| chunks().effort(name) == Effort::Quick);
        assert_eq!(quick.collect::<Vec<_>>(), ["chunk_3", "split_workbench"]);
    }
}
