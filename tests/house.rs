//! The walls of the house: who may know of whom.

use std::fs;
use std::path::{Path, PathBuf};

/// What neither knows a browser nor anything that is not the same every time.
const PURE: [&str; 13] = [
    "pages/debrief/model",
    "pages/debrief/words.rs",
    "pages/debrief/words",
    "pages/guide/model",
    "pages/guide/words.rs",
    "pages/journal/model",
    "pages/journal/words.rs",
    "words",
    "app",
    "album_view",
    "workbench",
    "room",
    "share",
];

/// The author's command-line tool, the one crate that knows files beside the server.
const TOOL: &str = "crates/cli";

/// The server of a room, which knows files, sockets and clocks; and what of it does not.
const SERVER: &str = "crates/server";
const SERVER_PURE: [&str; 5] = ["door.rs", "hub.rs", "packet.rs", "talk.rs", "topic.rs"];

/// All crates beside the app.
fn crates() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    entries.map(|name| format!("crates/{}", name.to_string_lossy())).collect()
}

/// What of `src` is pure, and the crates but the tool and the server.
fn pure() -> Vec<String> {
    let places = PURE.into_iter().map(str::to_owned);
    places.chain(crates().into_iter().filter(|place| place != TOOL && place != SERVER)).collect()
}

/// All Rust sources of a folder of `src`, of one file of it, or of a crate beside it.
fn sources(place: &str) -> Vec<PathBuf> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = match place.strip_prefix("crates/") {
        Some(name) => {
            let (name, file) = name.split_once('/').unwrap_or((name, ""));
            house.join("crates").join(name).join("src").join(file)
        }
        None => house.join("src").join(place),
    };
    let mut found = Vec::new();
    let mut waiting = vec![root.clone()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    assert!(!found.is_empty(), "there is nothing at {}", root.display());
    found
}

/// The lines of a place that name any of some words, outside of comments and of a file's own tests, which come last.
fn naming(place: &str, words: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    for path in sources(place) {
        let text = fs::read_to_string(&path).expect("a source");
        let tried = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
        for (number, line) in tried.enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if words.iter().any(|word| code.contains(word)) {
                lines.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    lines
}

fn never(place: &str, words: &[&str]) {
    let lines = naming(place, words);
    assert!(lines.is_empty(), "{place} must not know of {words:?}:\n{}", lines.join("\n"));
}

/// What one crate may know of another stands in its manifest, and the compiler keeps it. That none knows a browser or the
/// app is kept here.
#[test]
fn no_crate_beside_the_app_knows_it_or_a_browser() {
    for place in crates() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&place).join("Cargo.toml");
        let manifest = fs::read_to_string(&path).expect("a manifest");
        for line in manifest.lines() {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            let above =
                ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"].iter().any(|above| name.starts_with(above));
            assert!(!above && name != "two-hats", "{place} must not know of {name}");
        }
    }
}

#[test]
fn knowledge_goes_one_way() {
    let above = ["crate::app", "crate::ui", "crate::platform", "crate::words"];
    never("words", &["crate::app", "crate::ui", "crate::platform"]);
    never("app", &["crate::ui", "crate::platform", "crate::words"]);
    never("platform", &["crate::"]);
    never("album_view", &["crate::ui", "crate::platform", "lint::", "author::", "crate::workbench"]);
    never("shapes.rs", &above);
    never("workbench", &["crate::ui", "crate::platform", "crate::workbench_ui"]);
    never("pages/debrief/model", &["crate::ui", "crate::platform", "debrief::view", "lint::", "author::"]);
    for place in ["pages/guide/model", "pages/journal/model"] {
        never(place, &["crate::ui", "crate::platform", "::view", "lint::", "author::"]);
    }
    never("pages/debrief", &["crate::album_view", "session::"]);
    never("pages", &["crate::workbench", "crate::room"]);
    for place in ["components", "pages/debrief/view", "pages/guide/view", "pages/journal/view"] {
        never(place, &["crate::platform"]);
    }
    never("share", &["crate::"]);
    never("room", &["crate::ui", "crate::platform", "crate::room_ui", "crate::workbench"]);
    // The author's bundle and the player's share what pages are made of, and nothing else.
    never("ui", &["crate::workbench"]);
    never("app", &["crate::workbench"]);
    for place in ["ui", "app", "workbench", "workbench_ui"] {
        never(place, &["crate::room", "session::"]);
    }
}

#[test]
fn only_the_ui_knows_yew_and_only_it_and_the_platform_know_a_browser() {
    for place in PURE {
        never(place, &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"]);
    }
    never("platform", &["yew"]);
}

/// What writes values out for developers is taken out of the built app.
#[test]
fn nobody_reads_a_value_as_developers_write_it() {
    for place in [String::new()].into_iter().chain(crates()) {
        never(&place, &[":?}", ":#?}"]);
    }
}

#[test]
fn nothing_below_the_ui_knows_files_clocks_or_chance() {
    for place in pure() {
        never(&place, &["std::fs", "std::time", "std::net", "std::env", "rand::", "Instant", "SystemTime"]);
    }
    for file in SERVER_PURE {
        let above = ["std::fs", "std::time", "std::net", "std::env", "random", "Instant", "SystemTime", "tokio::"];
        never(&format!("{SERVER}/{file}"), &above);
    }
}

#[test]
fn no_test_depends_on_a_clock() {
    for test in sources("../tests") {
        // A journey waits for a browser, and gives up on one that hangs.
        if test.components().any(|part| part.as_os_str() == "journeys") || test.ends_with("house.rs") {
            continue;
        }
        let text = fs::read_to_string(&test).expect("a source");
        assert!(!text.contains("Instant") && !text.contains("SystemTime"), "{}", test.display());
    }
}

#[test]
fn pages_never_import_pages() {
    let pages = ["home", "play", "outcome", "settings", "guest", "quiet"];
    for page in pages {
        let others: Vec<String> =
            pages.iter().filter(|other| **other != page).map(|other| format!("{other}::page")).collect();
        never(&format!("ui/{page}.rs"), &others.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// Scenario text is data. What is handed to the browser as markup is drawn here, to the last character.
#[test]
fn only_drawings_are_markup() {
    let known = ["ui/icon.rs", "components/element.rs", "pages/debrief/view/curious/map.rs", "room_ui/paper.rs"];
    let words = ["drawing(", "html_unchecked(", "inner_html("];
    let places = [String::new()].into_iter().chain(crates());
    let found: Vec<String> = places.flat_map(|place| naming(&place, &words)).collect();
    assert!(found.len() > known.len(), "what is looked for is called otherwise");
    let others: Vec<&String> = found.iter().filter(|line| !known.iter().any(|known| line.contains(known))).collect();
    assert!(others.is_empty(), "{others:#?}");
}

/// Where something is kept, and under which name, is the library's alone.
#[test]
fn no_key_is_named_outside_of_the_library() {
    const LIBRARY: &str = "crates/library";
    let known = ["\"two-hats:\"", "author/draft", "author/windows", "room/session", "room/copy", "room/open"];
    let others = ["waiting/", "reached/", "unreadable/", "\"scenario/", "\"journal/", "\"self/", "\"commitment/"];
    for key in known {
        assert!(!naming(LIBRARY, &[key]).is_empty(), "{key} is called otherwise");
    }
    let keys = [&known[..], &others[..]].concat();
    for place in [String::new()].into_iter().chain(crates()).filter(|place| place != LIBRARY) {
        never(&place, &keys);
    }
}

#[test]
fn what_runs_on_a_players_page_does_not_panic_on_purpose() {
    let others = ["components", "pages", "ui", "workbench_ui", "room_ui", "platform", "main.rs", TOOL, SERVER]
        .map(str::to_owned);
    for place in pure().into_iter().chain(others) {
        let code: Vec<String> = naming(&place, &[".unwrap()", ".expect(\"", "panic!", "unreachable!"]);
        assert!(code.is_empty(), "{}", code.join("\n"));
    }
}

#[test]
fn a_file_has_one_reason_to_be_opened() {
    for path in [String::new()].into_iter().chain(crates()).flat_map(|place| sources(&place)) {
        let lines = fs::read_to_string(&path).expect("a source").lines().count();
        assert!(lines <= 400, "{} has {lines} lines: split it", path.display());
    }
}
