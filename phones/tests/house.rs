//! The house's rules, for this program beside the app.

use std::fs;
use std::path::Path;

fn sources(folder: &Path, out: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, out);
        } else {
            out.push((path.display().to_string(), fs::read_to_string(&path).expect("a source")));
        }
    }
}

#[test]
fn only_the_browsers_part_knows_a_browser_and_nothing_panics_on_purpose() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 8);
    for (path, text) in files {
        assert!(text.lines().count() <= 400, "{path} is long: split it");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            let at = format!("{path}:{}: {line}", number + 1);
            for word in [".unwrap()", ".expect(\"", "panic!", "unreachable!", ":?}", "inner_html", "innerHTML", "eval("]
            {
                assert!(!line.contains(word), "{at}");
            }
            if !path.contains("browser") && !path.ends_with("lib.rs") {
                for word in ["web_sys", "js_sys", "wasm_bindgen", "std::time", "rand::"] {
                    assert!(!line.contains(word), "{at}");
                }
            }
        }
    }
}

#[test]
fn the_page_allows_nothing_but_its_own() {
    let page = include_str!("../page/index.html");
    let policy = page.split("Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
    let policy = policy.expect("a policy");
    assert!(
        policy.starts_with("default-src 'none'")
            && !policy.contains("unsafe-inline")
            && !policy.contains("'unsafe-eval'")
    );
    assert!(!page.contains("user-scalable") && !page.contains("maximum-scale"), "large text can be made larger");
    assert!(page.contains("no-referrer"), "an address with a secret is told to nobody");
    for word in ["onclick", "onload", "style=\"", "http://", "https://"] {
        assert!(!page.contains(word), "{word}");
    }
}
