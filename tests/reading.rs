//! Reading scenarios: every fault at once, where it is, and no input that makes it fall.

use crate::support;

use proptest::prelude::*;
use scenario::{Limits, read};
use support::{SMALL, listed, made, reading};

/// The faults of the small scenario with one piece of it replaced, as `code line:column`.
fn with(old: &str, new: &str) -> Vec<String> {
    assert_eq!(SMALL.matches(old).count(), 1, "{old:?} must stand once in the small scenario");
    let text = SMALL.replacen(old, new, 1);
    reading(&text).err().map(|faults| listed(text.as_bytes(), &faults)).unwrap_or_default()
}

/// What is wrong with some bytes, as the codes and messages.
fn said(bytes: &[u8]) -> Vec<String> {
    let faults = read(bytes, &Limits::default()).expect_err("not a scenario");
    faults.iter().map(|fault| format!("{}: {}", fault.code.name(), fault.message)).collect()
}

#[test]
fn the_small_scenario_is_valid() {
    let scenario = support::scenario(SMALL);
    assert_eq!((scenario.id().as_str(), scenario.steps().len(), scenario.flags().len()), ("small", 2, 1));
}

#[test]
fn each_planted_fault_is_named_and_placed_and_nothing_else_is() {
    let planted = [
        ("\"format\": 1", "\"format\": 2", "unsupported-format 2:13"),
        ("\"format\": 1", "\"format\": \"1\"", "wrong-type 2:13"),
        ("\"id\": \"small\"", "\"id\": \"Small!\"", "invalid-id 3:9"),
        ("  \"title\": \"A small one\",\n", "", "missing-field 1:1"),
        ("\"role\": \"Baker\"", "\"rolle\": 1, \"role\": \"Baker\"", "unknown-field 6:3"),
        ("\"minutes\": 2", "\"minutes\": 0", "invalid-number 8:14"),
        ("\"minutes\": 2", "\"minutes\": 2.5", "wrong-type 8:14"),
        ("\"minutes\": 2", "\"minutes\": 99999999999999999999", "invalid-number 8:14"),
        ("\"language\": \"en\"", "\"language\": \" \"", "empty-text 7:15"),
        ("\"title\": \"The oven is cold\"", "\"title\": \"a\", \"title\": \"b\"", "duplicate-key 18:21"),
        ("\"start\": \"oven\"", "\"start\": \"over\"", "unknown-step 15:12"),
        ("[\"promised\"],\n", "[\"promise\"],\n", "unknown-flag 27:20"),
        (
            "{ \"who\": \"ana\", \"says\": \"Which one first?\" }",
            "{ \"who\": \"anna\", \"says\": \"W\" }",
            "unknown-speaker 21:60",
        ),
        ("[\"L3\"]", "[\"L9\"]", "unknown-concept 29:24"),
        ("\"execution\"", "\"execusion\"", "unknown-value 19:20"),
        ("\"balanced\": [", "\"balancd\": [", "unknown-value 73:5"),
        ("\"next\": \"rush\"", "\"next\": \"oven\"", "cycle 30:19"),
        ("{ \"to\": \"rush\" }]", "{ \"when\": {}, \"to\": \"rush\" }]", "missing-fallback 37:82"),
        ("{ \"title\": \"Order\",", "{ \"when\": {}, \"title\": \"Order\",", "missing-fallback 76:7"),
        ("[\"Forty people.\", { \"when\"", "[\"\", { \"when\"", "empty-text 44:21"),
        ("[\"She grins.\"]", "[]", "empty-text 51:26"),
        ("[\"She grins.\"]", "\"She grins.\"", "wrong-type 51:26"),
        ("{ \"leadership\": 3 }", "{ \"leadership\": 3000 }", "invalid-number 65:37"),
        ("\"start\": 4, \"enough\": 5 },", "\"start\": 0, \"enough\": 5 },", "invalid-number 10:30"),
        ("{ \"broke\": true }", "{ \"broke\": 1 }", "wrong-type 75:28"),
        ("\"when\": { \"has\": [\"promised\"] },\n", "\"when\": { \"broke\": true },\n", "unknown-field 64:21"),
        ("\"balancing\": \"balanced\"", "\"balancing\": \"fine\"", "unknown-value 81:28"),
        ("\"text\": \"Ana looks at you.\"", "\"says\": \"Ana\"", "missing-field 44:38"),
    ];
    let wrong: Vec<String> = planted
        .iter()
        .map(|(old, new, expected)| (new, with(old, new).join("|"), *expected))
        .filter(|(_, found, expected)| found != expected)
        .map(|(new, found, expected)| format!("{new}\n  found    {found}\n  expected {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_hat_that_cannot_always_be_worn_is_a_fault() {
    let conditional =
        "\"stance\": \"manager\",\n          \"when\": { \"has\": [\"promised\"] },\n          \"text\": \"Make two";
    assert_eq!(with("\"stance\": \"manager\",\n          \"text\": \"Make two", conditional), ["missing-stance 41:5"]);
}

#[test]
fn one_slip_of_syntax_does_not_hide_the_rest() {
    let text = SMALL
        .replacen("\"title\": \"A small one\",", "\"title\": \"A small one\"", 1)
        .replacen("\"dimension\": \"network\"", "\"dimension\": \"netwerk\"", 1)
        .replacen("\"next\": \"rush\"\n", "\"next\": \"rusch\",\n", 1);
    let faults = reading(&text).expect_err("three faults");
    let expected = ["invalid-json 4:24", "unknown-step 30:19", "invalid-json 30:26", "unknown-value 43:20"];
    assert_eq!(listed(text.as_bytes(), &faults), expected);
}

#[test]
fn slips_of_syntax_are_told_apart() {
    let slips = [
        (r#"{"format": 1,}"#, "JSON has no comma before a closing bracket."),
        (r#"{"format" 1}"#, "There is no `:` after this key."),
        ("{format: 1}", "A key stands between double quotes."),
        ("{'format': 1}", "`'` stands here, where JSON has `\"`."),
        (r#"{"title": 'a b'}"#, "`'` stands here, where JSON has `\"`."),
        (r#"{"title": a b}"#, "This text stands without quotes."),
        (r#"{"title": a b"}"#, "This text has no `\"` at its beginning."),
        ("{\"title\": \"a\nb\"}", "This text goes on in the next line, and a text stands on one line."),
        ("{\"title\": \"a b\n}", "This text is not closed."),
        (r#"{"title": "a "b" c"}"#, "These `\"` stand inside of a text, and the first of them would end it."),
        (r#"{"title": "a b" c"}"#, "This `\"` stands inside of a text, and would end it."),
        ("{\"title\": \"a\tb\"}", "A tab stands in a text, which may not hold one as it is."),
        (r#"{"title": "\q"}"#, "JSON has no such escape."),
        (r#"{"title": "\ud800"}"#, "This `\\u` escape names no character."),
        (r#"{"minutes": 012}"#, "A number does not begin with a 0."),
        (r#"{"minutes": +1}"#, "JSON has no plus sign before a number."),
        (r#"{"minutes": 2.}"#, "A number does not end with a point."),
        (r#"{"minutes": .5}"#, "A number does not begin with a point."),
        (r#"{"minutes": 2,5}"#, "JSON has no decimal comma, and a scenario has no fractions."),
        (r#"{"minutes": 1_000}"#, "A number has nothing between its digits."),
        (r#"{"minutes": 1O}"#, "A letter stands among the digits of this number."),
        (r#"{"minutes": 12 min}"#, "This is not a number as JSON writes it."),
        (r#"{"minutes": - 1}"#, "A number has one sign, right before its first digit."),
        (r#"{"minutes": }"#, "A value is missing after this key."),
        (r#"{"minutes": two}"#, "This is not a number."),
        (r#"{"minutes": True}"#, "JSON has no `True`."),
        (r#"{"minutes": None}"#, "JSON has no `None`."),
        ("{ // a note\n}", "JSON has no comments."),
        ("{ # a note\n}", "JSON has no comments."),
        ("{ /* a note */ }", "JSON has no comments."),
        (r#"{"steps": {"a": {"concepts": {"L1"]}}}"#, "This bracket is wrong: a list begins here, with `[`."),
        (r#"{"steps": {"a": {"concepts": ["L1"}}}"#, "The list that ends here has no closing `]`."),
        (
            r#"{"steps": {"a": {"concepts": ["L1"}, "title": "T"}}}"#,
            "This bracket is wrong: the list that it closes ends with `]`.",
        ),
        (r#"{"minutes"= 1}"#, "`=` stands here, where JSON has `:` after a key."),
        (r#"{"minutes": 1; "title": "a"}"#, "`;` stands here, where JSON has a comma."),
        ("{} {}", "There is more after the end of the JSON value."),
        (r#"{"a": 1,, "b": 2}"#, "This comma is one too many."),
        (r#"{"a": 1 "b": 2}"#, "A comma is missing after this."),
        (r#"{"title": "a""#, "The file ends inside of an object."),
    ];
    for (text, message) in slips {
        let all = said(text.as_bytes());
        let slips: Vec<&String> = all.iter().filter(|said| said.starts_with("invalid-json: ")).collect();
        assert_eq!(slips, [&format!("invalid-json: {message}")], "{text}");
    }
}

#[test]
fn escapes_are_read() {
    let text = SMALL.replacen("A small one", "\\u0041 \\ud83c\\udf5e \\\"q\\\" \\/ \\\\ \\n", 1);
    assert_eq!(support::scenario(&text).title(), "A \u{1f35e} \"q\" / \\ \n");
}

#[test]
fn files_that_are_no_scenario_at_all_get_a_plain_sentence() {
    assert_eq!(said(b""), ["invalid-json: The file is empty."]);
    assert_eq!(said(b" \n "), ["invalid-json: The file is empty."]);
    assert_eq!(said(b"\xEF\xBB\xBF"), ["invalid-json: The file is empty."]);
    assert_eq!(said(b"{\"title\": \"\xFF\"}")[0].matches("This is not UTF-8 text").count(), 1);
    assert_eq!(said(b"[]"), ["wrong-type: This should be an object (a scenario), and it is a list."]);
    assert_eq!(said(b"null"), ["wrong-type: This should be an object (a scenario), and it is null."]);
}

#[test]
fn a_file_that_is_something_else_is_named_once_with_what_to_do() {
    let utf_16 = |unit: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        format!("{mark}{SMALL}").encode_utf16().flat_map(unit).collect()
    };
    let zip = |name: &str| [b"PK\x03\x04\x14\0\x06\0\x08\0", name.as_bytes()].concat();
    let tar = [vec![b'a'; 257], b"ustar\x0000".to_vec(), vec![0; 200]].concat();
    let files: Vec<(Vec<u8>, &str)> = vec![
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "a picture (PNG)"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), "a picture (JPEG)"),
        (b"GIF89a".to_vec(), "a picture (GIF)"),
        (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), "a picture (WebP)"),
        (b"\0\0\0\x18ftypheic".to_vec(), "a picture (HEIC)"),
        (b"\0\0\0\x18ftypmp42".to_vec(), "a video"),
        (b"BM\x10\0\0\0\0\0\0\0".to_vec(), "a picture (BMP)"),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), "a picture (SVG)"),
        (b"%PDF-1.7\n%\xE2\xE3".to_vec(), "a PDF document"),
        (b"{\\rtf1\\ansi Hello}".to_vec(), "a text of a word processor (RTF)"),
        (zip("word/document.xml"), "a Word document"),
        (zip("xl/workbook.xml"), "an Excel workbook"),
        (zip("ppt/slides/slide1.xml"), "a PowerPoint presentation"),
        (zip("mimetypeapplication/vnd.oasis.opendocument.text"), "a document of LibreOffice"),
        (zip("mimetypeapplication/epub+zip"), "an e-book (EPUB)"),
        (zip("night-train.json"), "an archive (ZIP)"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "an older Word, Excel or PowerPoint file"),
        (b"\x1F\x8B\x08\0".to_vec(), "a compressed file (gzip)"),
        (tar, "an archive (tar)"),
        (b"7z\xBC\xAF\x27\x1C".to_vec(), "an archive (7-Zip)"),
        (b"\x7FELF\x02\x01".to_vec(), "a program"),
        (b"MZ\x90\0\x03".to_vec(), "a program"),
        (b"\0asm\x01\0\0\0".to_vec(), "a program (WebAssembly)"),
        (b"#!/bin/sh\necho".to_vec(), "a script"),
        (b"\n<!DOCTYPE html>\n<html><body>".to_vec(), "a web page (HTML)"),
        (b"<html><tw-storydata name=\"x\"></tw-storydata></html>".to_vec(), "a story made with Twine"),
        (b":: StoryTitle\nThe night\n\n:: Start\nA room. [[Go->Hall]]\n".to_vec(), "a story in Twee"),
        (b"<?xml version=\"1.0\"?><story/>".to_vec(), "an XML file"),
        (b"step,title,text\n1,Two days,Ask\n2,Rain,Wait\n".to_vec(), "a table (CSV)"),
        (b"\"step\";\"title\"\r\n\"1\";\"Rain\"\r\n".to_vec(), "a table (CSV)"),
        (b"# The night train\n\nOnce there was a train.\n".to_vec(), "a text, but no scenario"),
        (utf_16(u16::to_le_bytes, "\u{feff}"), "UTF-16"),
        (utf_16(u16::to_be_bytes, "\u{feff}"), "UTF-16"),
        (utf_16(u16::to_le_bytes, ""), "UTF-16"),
        (utf_16(u16::to_be_bytes, ""), "UTF-16"),
        (SMALL.replace("Ana", "\u{1}").bytes().map(|byte| if byte == 1 { 0xC9 } else { byte }).collect(), "`É`"),
        (b"a\0\0\xFF\xFE\0\0\x80\x80".to_vec(), "holds no text"),
    ];
    for (bytes, word) in files {
        let faults = read(&bytes, &Limits::default()).expect_err(word);
        let all: Vec<_> = faults.iter().collect();
        assert!(all.len() == 1 && all[0].message.contains(word), "{word}: {all:#?}");
        assert!(all[0].help.len() > 20 && all[0].help.ends_with('.'), "{word}: {:?}", all[0].help);
    }
}

#[test]
fn a_scenario_without_its_first_bracket_is_still_one() {
    let text = SMALL.trim_start().strip_prefix('{').expect("a bracket").trim_start();
    let faults = reading(text).expect_err("a bracket is missing");
    assert_eq!(listed(text.as_bytes(), &faults), ["invalid-json 1:1"]);
    assert_eq!(said(text.as_bytes()), ["invalid-json: The file begins without its `{`."]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let text = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    assert_eq!(support::scenario(&text).fingerprint(), support::scenario(SMALL).fingerprint());
}

#[test]
fn limits_are_stated_faults() {
    let brackets = vec![b'['; 2 * 1024 * 1024];
    assert_eq!(
        said(&brackets),
        [
            "wrong-type: This should be an object (a scenario), and it is a list.",
            "over-limit: This is nested more than 32 levels deep.",
            "invalid-json: The file ends inside of a list.",
        ]
    );
    let long = vec![b' '; 2 * 1024 * 1024 + 1];
    assert_eq!(said(&long), ["over-limit: The file has 2097153 bytes, and a scenario has at most 2097152."]);
    let flags: String = (0..65).map(|at| format!("\"f{at}\": \"x\", ")).collect();
    assert_eq!(with("\"promised\": \"You", &format!("{flags}\"promised\": \"You")), ["over-limit 14:772"]);
    let answer = |at| {
        format!(
            "\"more-{at}\": {{\"stance\": \"leader\", \"text\": \"t\", \"consequence\": [\"c\"], \"next\": \"end\"}}, "
        )
    };
    let answers: String = (0..5).map(answer).collect();
    assert_eq!(with("\"ask\": {", &format!("{answers}\"ask\": {{")), ["over-limit 32:9"]);
    let limits = Limits { steps: 1, ..Limits::default() };
    let faults = read(SMALL.as_bytes(), &limits).expect_err("two steps");
    assert_eq!(listed(SMALL.as_bytes(), &faults), ["over-limit 41:5"]);
}

#[test]
fn lists_that_are_longer_than_a_player_could_ask_for_are_over_the_limit_at_the_first_item_too_many() {
    let branch = "{ \"when\": {}, \"to\": \"end\" }, ";
    let branches = |count: usize| format!("\"next\": [\n{}\n{{ \"to\": \"rush\" }}]", branch.repeat(count));
    assert_eq!(with("\"next\": \"rush\"", &branches(31)), [""; 0]);
    assert_eq!(with("\"next\": \"rush\"", &branches(32)), ["over-limit 32:1"]);
    let variant = "{ \"when\": { \"broke\": true }, \"title\": \"T\", \"story\": [\"s\"], \"lesson\": \"l\" },\n";
    let variants = |count: usize| format!("\"adrift\": [\n{}{{ \"title\": \"Closed\"", variant.repeat(count));
    assert_eq!(with("\"adrift\": [{ \"title\": \"Closed\"", &variants(63)), [""; 0]);
    assert_eq!(with("\"adrift\": [{ \"title\": \"Closed\"", &variants(64)), ["over-limit 144:1"]);
    let lines = |count: usize| format!("[\n{}\"She grins.\"]", "\"A line.\",\n".repeat(count));
    assert_eq!(with("[\"She grins.\"]", &lines(199)), [""; 0]);
    assert_eq!(with("[\"She grins.\"]", &lines(200)), ["over-limit 252:1"]);
    assert_eq!(with("[\"Sold out by nine.\"]", &lines(200)), ["over-limit 274:1"]);
}

#[test]
fn a_flood_of_faults_is_cut_and_counted() {
    let flood = "{".to_owned() + &"\"k\": x, ".repeat(20_000) + "}";
    let faults = reading(&flood).expect_err("a flood");
    assert_eq!(faults.iter().count(), 10_000);
    assert!(faults.count() > 20_000, "{}", faults.count());
}

/// A step of the small scenario's kind whose every response leads to the same step.
fn leading_to(at: usize, to: &str) -> String {
    let response = |id: &str, stance: &str| {
        format!(r#""{id}":{{"stance":"{stance}","text":"t","consequence":["c"],"next":"{to}"}}"#)
    };
    let responses: Vec<String> = ["a", "b", "c", "d", "e", "f"]
        .iter()
        .map(|id| response(id, if *id == "a" { "leader" } else { "manager" }))
        .collect();
    format!(r#""s{at}":{{"title":"T","dimension":"agenda","situation":["x"],"responses":{{{}}}}}"#, responses.join(","))
}

#[test]
fn thousands_of_long_loops_are_told_briefly() {
    let steps: Vec<String> = (0..1000)
        .map(|at| {
            leading_to(at, &format!("s{}", at + 1)).replacen(&format!("\"next\":\"s{}\"", at + 1), "\"next\":\"s0\"", 5)
        })
        .chain([leading_to(1000, "s0")])
        .collect();
    let from = SMALL.find("\"steps\"").expect("steps");
    let to = SMALL.find("\"outcomes\"").expect("outcomes");
    let text = format!("{}\"steps\":{{{}}},{}", &SMALL[..from], steps.join(","), &SMALL[to..]).replacen(
        "\"start\": \"oven\"",
        "\"start\": \"s0\"",
        1,
    );
    let faults = reading(&text).expect_err("loops");
    assert_eq!(faults.iter().filter(|fault| fault.code == scenario::Code::Cycle).count(), 5006);
    assert!(faults.iter().all(|fault| fault.message.len() < 400 && fault.related.len() <= 8));
}

#[test]
fn the_fingerprint_is_of_the_content_not_of_the_layout() {
    let same = SMALL.replace("\n      ", "\n").replacen("\"format\": 1,", "\"$schema\": \"s\", \"format\": 1,", 1);
    assert_eq!(support::scenario(&same).fingerprint(), support::scenario(SMALL).fingerprint());
    let meant = "\"allow\": { \"unused-flag\": \"as it is meant\" }, ";
    let allowed = SMALL.replacen("\"start\": \"oven\"", &format!("{meant}\"start\": \"oven\""), 1);
    let allowed =
        allowed.replacen("\"title\": \"The oven is cold\"", &format!("{meant}\"title\": \"The oven is cold\""), 1);
    assert_eq!(support::scenario(&allowed).fingerprint(), support::scenario(SMALL).fingerprint(), "what is allowed");
    let other = SMALL.replacen("\"sets\": [\"promised\"],", "", 1);
    assert_ne!(support::scenario(&other).fingerprint(), support::scenario(SMALL).fingerprint());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Text that is nearly a scenario: cut, doubled and changed in places.
    #[test]
    fn no_bent_scenario_makes_reading_fall(
        cuts in proptest::collection::vec((0..SMALL.len(), 0..40usize, "\\PC{0,6}|[\\[\\]{}:,\"\\\\\n'/0-9a-z-]{0,6}"), 1..6)
    ) {
        let mut text = SMALL.to_owned();
        for (at, length, new) in cuts {
            let at = at.min(text.len());
            text.replace_range(at..(at + length).min(text.len()), &new.replace(|c: char| !c.is_ascii(), "?"));
        }
        if let Err(faults) = reading(&text) {
            prop_assert!(faults.count() > 0);
            for fault in faults.iter() {
                prop_assert!(fault.span.start <= fault.span.end && !fault.message.is_empty());
            }
        }
    }

    /// Any bytes at all.
    #[test]
    fn no_bytes_make_reading_fall(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes, &Limits::default()).is_err());
    }

    /// Any text at all, and any text made of JSON's own signs.
    #[test]
    fn no_text_makes_reading_fall(text in "\\PC{0,80}", signs in "[\\[\\]{}:,\"\\\\\n\t '/0-9.eE+a-z-]{0,80}") {
        prop_assert!(reading(&text).is_err());
        prop_assert!(reading(&signs).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// What the maker of random scenarios writes is valid, and every cut of it is not.
    #[test]
    fn made_scenarios_are_valid_and_cut_ones_are_not((text, cut) in made::scenario_text().prop_flat_map(|text| {
        let length = text.len();
        (Just(text), 0..length)
    })) {
        prop_assert!(reading(&text).is_ok());
        prop_assert!(reading(&text[..cut]).is_err());
    }
}
