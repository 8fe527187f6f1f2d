//! The scripts beside the app, as one: what the bundles' own scripts do, without fetching.

use std::fs;

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::house;

/// The guests whose scripts do more than start them.
const GUESTS: [&str; 1] = ["album"];

/// The guests' scripts, each with its name.
pub fn sources() -> Result<Vec<(&'static str, String)>> {
    let read = |name| {
        let path = house::root().join(format!("src/bin/{name}.js"));
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    GUESTS.into_iter().map(|name| Ok((name, read(name)?))).collect()
}

/// One script of the app's glue and the guests' scripts, each a function that starts it.
pub fn script(glue: &str, guests: &[(&str, String)]) -> Result<String> {
    let mut out = format!("window.twoHats = {{\nglue: () => {{\n{glue}\nreturn wasm_bindgen;\n}},\n");
    for (name, source) in guests {
        let body = alone(source).with_context(|| format!("{name}.js is not written as the others are"))?;
        out.push_str(&format!("{name}: (answer) => {{\n\"use strict\";\n{body}\n}},\n"));
    }
    Ok(out + "};\n")
}

/// A guest's script without what it fetches: the library that it imports, and its looks; and without its comments.
fn alone(source: &str) -> Option<String> {
    let mut lines = source.lines().peekable();
    let mut out: Vec<&str> = Vec::new();
    let mut found = [false; 2];
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        if line.starts_with("import init, { answer } from ") {
            found[0] = true;
        } else if line.starts_with("const looks = ") {
            found[1] = lines.by_ref().any(|line| line.starts_with("await Promise.all([init(), "));
        } else {
            out.push(line);
        }
    }
    let out = out.join("\n").replace("import.meta.url", "document.baseURI");
    let fetches = out.lines().any(|line| line.starts_with("import ") || line.starts_with("await "));
    (found == [true; 2] && !fetches).then_some(out)
}

/// Bytes as base64, for an address that holds what it names.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guests_scripts_stand_alone() {
        let script = script("let wasm_bindgen = {};", &sources().unwrap()).unwrap();
        for gone in ["import init", "import(", "import.meta", "looks", "init()", ".css"] {
            assert!(!script.contains(gone), "{gone} is still there");
        }
        for there in ["glue: () => {", "album: (answer) => {", "document.baseURI"] {
            assert_eq!(script.matches(there).count().min(1), 1, "{there}");
        }
    }

    #[test]
    fn a_script_written_otherwise_is_not_taken() {
        assert_eq!(alone("const a = 1;"), None);
        assert_eq!(alone("import init, { answer } from \"./a.js\";\nconst looks = 1;\ngo();"), None);
    }
}
