//! The style sheets: what holds on one page alone, and what every sheet keeps to.

use std::fs;
use std::path::Path;

/// The sheets that are loaded with a page of their own and stay when it is left, each with what its rules hold within.
const LAZY: [(&str, &[&str]); 7] = [
    (
        "ui/aside.css",
        &[
            ".coach :is",
            ".continue",
            ".faults",
            ".reflect",
            ".stop",
            ".tag",
            ".said",
            ".toast",
            ".remove",
            "dialog",
            ".log",
            ".help",
            ".keys",
            ".with-keys",
            ".picture",
            ".settings",
        ],
    ),
    ("room_ui/room.css", &["#room", "main.room"]),
    ("workbench_ui/workbench.css", &["#workbench", ".author"]),
    ("workbench_ui/studio/studio.css", &[".author"]),
    ("pages/album.css", &["#album", "main:is(.journal, .guide)", "main.guide"]),
    ("pages/debrief/debrief.css", &["#debrief"]),
    ("pages/debrief/below.css", &["#debrief"]),
];

/// A sheet without its comments.
fn sheet(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
    let text = fs::read_to_string(&path).expect("a style sheet");
    let mut plain = String::new();
    for (at, part) in text.split("/*").enumerate() {
        plain.push_str(if at == 0 { part } else { part.split_once("*/").expect("a comment ends").1 });
    }
    plain
}

/// The rules of a sheet or of a block that stand side by side: the selector or condition, and what is within.
fn rules(text: &str) -> Vec<(&str, &str)> {
    let mut rules = Vec::new();
    let (mut depth, mut start, mut open) = (0, 0, 0);
    for (at, sign) in text.char_indices() {
        match sign {
            '{' => {
                depth += 1;
                if depth == 1 {
                    open = at;
                }
            }
            '}' => {
                depth -= 1;
                if depth == 0 {
                    rules.push((text[start..open].trim(), &text[open + 1..at]));
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every block is closed");
    rules
}

/// The rules that hold elsewhere, too: those whose selector names none of the places of their sheet.
fn strays(text: &str, places: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (selector, inside) in rules(text) {
        if selector.starts_with("@media") {
            found.extend(strays(inside, places));
        } else if !selector.starts_with("@keyframes") {
            let named = places.iter().any(|place| selector.contains(place));
            found.extend((!named).then(|| selector.to_owned()));
        }
    }
    found
}

#[test]
fn a_sheet_that_stays_when_its_page_is_left_holds_within_that_page_alone() {
    for (name, places) in LAZY {
        let strays = strays(&sheet(name), places);
        assert!(strays.is_empty(), "{name} also holds elsewhere: {strays:#?}");
    }
    // The check sees a stray that stands beside others, and one under a condition.
    let stray = "#room { color: red } @media print { .story { color: red } } .time { color: red }";
    assert_eq!(strays(stray, &["#room"]), [".story", ".time"]);
}

/// The files of a folder of `src` and of its folders, with one of these endings.
fn files(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let ends = endings.iter().any(|ending| path.extension().is_some_and(|extension| extension == *ending));
        if path.is_dir() {
            files(&path, endings, found);
        } else if ends {
            let text = fs::read_to_string(&path).expect("a source");
            found.push((path.display().to_string(), text));
        }
    }
}

fn source(endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), endings, &mut found);
    assert!(!found.is_empty(), "there is no source that ends in {endings:?}");
    found
}

/// The elements of a page's source that say a language, each up to the end of its attributes.
fn in_a_language(text: &str, open: &str, close: char, named: &str) -> Vec<String> {
    let element = |at: usize| {
        let start = text[..at].rfind(open).unwrap_or(at);
        let mut depth = 0;
        let end = text[start..].char_indices().find(|(_, sign)| {
            depth += i32::from(*sign == '(') - i32::from(*sign == ')');
            *sign == close && depth == 0
        });
        text[start..end.map_or(text.len(), |(end, _)| start + end)].to_owned()
    };
    text.match_indices(named).map(|(at, _)| element(at)).collect()
}

#[test]
fn whatever_says_its_language_says_which_way_it_is_written() {
    let mut seen = 0;
    for (name, text) in source(&["rs", "html"]) {
        let (open, close, named, wanted) = if name.ends_with("rs") {
            ("el!(", ')', "\"lang\" = ", "\"dir\" = ")
        } else {
            ("<", '>', " lang=\"", " dir=\"")
        };
        for element in in_a_language(&text, open, close, named) {
            seen += 1;
            assert!(element.contains(wanted), "{name}: {element}");
        }
        // What `html!` writes, which no page does now.
        for named in [" {lang}", " lang={"] {
            for element in in_a_language(&text, "<", '>', named) {
                assert!(element.contains(" {dir}") || element.contains(" dir={"), "{name}: {element}");
            }
        }
    }
    assert!(seen > 60, "what is looked for is called otherwise: {seen}");
}

/// What says left or right where a text of the other direction needs the other side.
fn sided(sheet: &str) -> Vec<&str> {
    let declarations = sheet.split(['{', '}', ';']).map(str::trim);
    let one_sided = |value: &str| {
        // top, right, bottom, left
        let sides: Vec<&str> = value.split_whitespace().take_while(|part| *part != "/").collect();
        sides.len() == 4 && !value.contains('(') && sides[1] != sides[3]
    };
    declarations
        .filter(|declaration| {
            let Some((property, value)) = declaration.split_once(':') else { return false };
            let value = value.trim();
            let named = property.split('-').any(|word| word == "left" || word == "right");
            let aligned = matches!(property, "text-align" | "float" | "clear") && matches!(value, "left" | "right");
            let four = matches!(property, "margin" | "padding" | "inset" | "border-width") && one_sided(value);
            named || aligned || four
        })
        .collect()
}

#[test]
fn no_sheet_says_left_or_right() {
    for (name, text) in source(&["css"]) {
        let name = name.rsplit_once("src/").map_or(&*name, |(_, name)| name);
        assert!(!text.is_empty());
        let plain = sheet(name);
        assert!(sided(&plain).is_empty(), "{name}: {:#?}", sided(&plain));
    }
    let sheet =
        ".a { margin-left: 0; margin: 0 0 0 auto; padding: 1rem 2rem; text-align: left; inset-inline-start: 0 }";
    assert_eq!(sided(sheet), ["margin-left: 0", "margin: 0 0 0 auto", "text-align: left"]);
}
