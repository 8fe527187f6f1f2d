//! What a player waits for, in bytes: a budget on the built files.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use super::tally::Tally;
use crate::house;

/// The page that a scenario's first choice can be read and made on, in bytes of brotli at its best: 14 KB, which a host
/// sends in one go.
const FIRST_CHOICE: usize = 14_000;

/// All that carries the first choice out, in bytes of brotli at its best: 112.5 KB.
const CARRIED_OUT: usize = 112_500;

/// All that the debrief adds, in bytes of brotli at its best: 42 KB.
const DEBRIEF: usize = 42_000;

/// The files that the debrief adds.
const DEBRIEF_FILES: [&str; 4] = ["debrief.js", "debrief.css", "two-hats-debrief.js", "two-hats-debrief_bg.wasm"];

/// Counts the built files, says what each takes, and holds their sum against the budget.
pub fn run() -> Result<Tally> {
    let dist = house::dist();
    hold("the first choice", &dist, &["index.html".into()], FIRST_CHOICE)?;
    hold("the first choice carried out", &dist, &first_choice(&dist)?, CARRIED_OUT)?;
    hold("the debrief", &dist, &DEBRIEF_FILES.map(String::from), DEBRIEF)?;
    Ok(Tally::good())
}

/// Holds the sum of some files against what they may take.
fn hold(what: &str, dist: &Path, names: &[String], budget: usize) -> Result<()> {
    let mut sum = 0;
    for name in names {
        let plain = fs::read(dist.join(name)).with_context(|| format!("{name} cannot be read"))?;
        let packed = brotli_11(&plain)?;
        println!("{packed:>8} of {:>8} bytes: {name}", plain.len());
        sum += packed;
    }
    println!("{sum:>8} bytes of {budget} that {what} may take");
    if sum > budget {
        bail!("{what} takes {sum} bytes, {} more than it may", sum - budget);
    }
    Ok(())
}

/// The files that carry out the first choice: the page, its script, wasm, style and picture, the index, and the largest
/// scenario.
fn first_choice(dist: &Path) -> Result<Vec<String>> {
    let page = fs::read_to_string(dist.join("index.html")).context("the app is not built")?;
    let named = |name: &String| page.contains(name.as_str());
    let mut needed: Vec<String> = vec!["index.html".into(), "scenarios/index.pack".into()];
    let beside = files(dist)?;
    needed.extend(beside.into_iter().filter(|name| name != "index.html").filter(named));
    if needed.len() < 6 {
        bail!(
            "the page names only {} files beside it, and it needs a script, wasm, a style and a picture",
            needed.len() - 2
        );
    }
    let scenarios =
        files(&dist.join("scenarios"))?.into_iter().filter(|name| name.ends_with(".pack") && name != "index.pack");
    let sized: Vec<(u64, String)> = scenarios
        .map(|name| Ok((fs::metadata(dist.join("scenarios").join(&name))?.len(), format!("scenarios/{name}"))))
        .collect::<Result<_>>()?;
    needed.push(sized.into_iter().max().context("no scenario was built")?.1);
    Ok(needed)
}

/// The names of a folder's files.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// How many bytes brotli makes of some at quality 11, as a host that takes care would send them.
fn brotli_11(plain: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters)?;
    Ok(packed.len())
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
            "<link href=./logo-1.svg><link href=./style-1.css><script>import './app-1.js'; './app-1.wasm'",
        );
        for name in ["logo-1.svg", "style-1.css", "app-1.js", "app-1.wasm", "reader.js", "scenarios/index.pack"] {
            put(name, "x");
        }
        put("scenarios/long.pack", "xxxx");
        put("scenarios/short.pack", "xx");
        // What authors start from is nothing that a player waits for.
        put("scenarios/long.json", "xxxxxxxx");
        let needed = first_choice(dist.path()).unwrap();
        assert_eq!(
            needed,
            [
                "index.html",
                "scenarios/index.pack",
                "app-1.js",
                "app-1.wasm",
                "logo-1.svg",
                "style-1.css",
                "scenarios/long.pack"
            ]
        );
    }

    #[test]
    fn brotli_packs() {
        assert!(brotli_11(&[b'a'; 10_000]).unwrap() < 50);
    }
}
