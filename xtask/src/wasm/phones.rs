//! The page that phones in a room open: a small program of its own, in a folder of its own beside the app. No player
//! downloads any of it.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result};

use super::{FOLDER, TARGET, bind_as, emptied, hash, read, shorten, write};
use crate::{
    minify::{Effort, script::small},
    process,
    sign::{PAGE, PHONES, Use},
    tools, workspace,
};

/// The program, and what its files are called.
const PACKAGE: &str = "two-hats-phones";
const NAME: &str = "phones";

/// What the page names of its own, each in the folder that is named by what it holds.
const NAMED: [&str; 3] = ["phones.css", "phones.js", "start.js"];

/// Builds it into its folder beside the app.
pub fn build(staging: &Path, used: Use) -> Result<()> {
    let (source, join) = (workspace::root().join("phones/page"), emptied(&staging.join(PHONES))?);
    let folder = emptied(&join.join(FOLDER))?;
    let style = "phones.css";
    write(&folder.join(style), read(&source.join(style))?)?;
    let start = read(&source.join("start.js"))?;
    bind_as(&compiled(used)?, &folder, "web", NAME)?;
    if used == Use::Watching {
        write(&folder.join("start.js"), start)?;
    } else {
        write(&folder.join("start.js"), small(&start)?)?;
        let (glue, wasm) = (folder.join(format!("{NAME}.js")), folder.join(format!("{NAME}_bg.wasm")));
        shorten(&glue, &wasm, &BTreeSet::new(), Effort::SmallAlone)?;
        write(&glue, small(&read(&glue)?)?)?;
    }
    let named = format!("{FOLDER}-{}", hash(&folder)?);
    fs::rename(&folder, join.join(&named)).context("the folder of the phones' page cannot be named")?;
    write(&join.join(PAGE), naming(&read(&source.join(PAGE))?, &named))
}

/// The page, which names its files in a folder.
fn naming(page: &str, folder: &str) -> String {
    let name = |page: String, file: &str| page.replace(&format!("=\"{file}\""), &format!("=\"{folder}/{file}\""));
    NAMED.into_iter().fold(page.to_owned(), name)
}

fn compiled(used: Use) -> Result<std::path::PathBuf> {
    tools::ensure_wasm_target()?;
    let mut cargo = process::cargo("rustc");
    cargo.args(["--package", PACKAGE, "--lib", "--target", TARGET, "--crate-type", "cdylib"]);
    let profile = if used == Use::Watching { "debug" } else { "release" };
    if used != Use::Watching {
        process::for_browsers(cargo.arg("--release"));
    }
    process::run(&mut cargo, "the phones' page does not build; what is wrong stands above")?;
    Ok(workspace::target().join(format!("{TARGET}/{profile}/{NAME}.wasm")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_its_files_where_they_are() {
        let page = fs::read_to_string(workspace::root().join("phones/page/index.html")).unwrap();
        let named = naming(&page, "app-1");
        for file in NAMED {
            assert!(named.contains(&format!("\"app-1/{file}\"")), "{file}: {named}");
            assert!(!named.contains(&format!("\"{file}\"")), "{file}: {named}");
        }
        let start = fs::read_to_string(workspace::root().join("phones/page/start.js")).unwrap();
        assert!(start.contains("\"./phones.js\""), "beside it lies what it starts");
    }
}
