//! Files that are no stories, and stories that are broken: an error or a draft, in time that grows with the file alone.

mod support;

use import::{Imported, LARGEST, Options, import};
use proptest::collection::vec;
use proptest::prelude::*;
use support::{OPTIONS, file, folder};

#[test]
fn what_is_no_story_is_called_by_its_name() {
    let page = |inside: &str| format!("<!doctype html>\n<html><body>{inside}</body></html>").into_bytes();
    let known: [(Vec<u8>, u32, &str); 11] = [
        (Vec::new(), 0, "The file is empty."),
        (b"Once upon a time".to_vec(), 1, "This is no story of Twine:"),
        (page("<p>Hello</p>"), 1, "it has no `<tw-storydata>`"),
        (page("\n<div id=\"storeArea\"><div tiddler=\"Start\">x</div></div>"), 3, "made with Twine 1"),
        (b"{\"format\": 1, \"steps\": {}}".to_vec(), 1, "This is a scenario already."),
        (b"{\"name\": 1}".to_vec(), 1, "This is no story of Twine in JSON:"),
        (b"{\"a\": [\n1,\n}".to_vec(), 3, "This is no story of Twine in JSON:"),
        (b"{\"name\": \"x\"}".to_vec(), 1, "it has no `passages`"),
        (b"{\"passages\": []}".to_vec(), 0, "The story has no passage"),
        (b":: Start\na\n\xFFb".to_vec(), 3, "This is not UTF-8 text."),
        (vec![b' '; LARGEST + 1], 0, "at most 33554432 are read"),
    ];
    for (bytes, line, message) in known {
        let error = import(&bytes, &Options::default()).expect_err(message);
        assert!(error.message.contains(message) && error.line == line && !error.help.is_empty(), "{error:?}");
    }
}

#[test]
fn line_breaks_and_encodings_of_windows_change_nothing() {
    let text = String::from_utf8(file("conditions.twee")).expect("UTF-8");
    let plain = import(text.as_bytes(), &OPTIONS).expect("a story");
    let wide =
        |text: &str| [&[0xFF, 0xFE][..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
    let crlf = text.replace('\n', "\r\n");
    for bytes in [crlf.clone().into_bytes(), format!("\u{feff}{text}").into_bytes(), wide(&text), wide(&crlf)] {
        assert_eq!(import(&bytes, &OPTIONS).as_ref(), Ok(&plain));
    }
}

#[test]
fn what_is_nested_without_end_is_read_to_its_end() {
    let open = [
        "<<if $a>>",
        "<<link 'x'>>",
        "<<switch $a>>",
        "(if: $a)[",
        "(link: 'x')[",
        "[",
        "{",
        "(a: (b: ",
        "[[",
        "<a ",
        "<!--",
        "/*",
        "\"\"\"",
        "|x>[",
        "<<",
        "''",
        "<%",
        "`",
        "<<if (((((((((",
        "{reveal link: '",
    ];
    for format in ["SugarCube", "Harlowe", "Chapbook", "Snowman"] {
        for piece in open {
            let body = piece.repeat(20_000);
            let text = format!(":: StoryData\n{{\"format\":\"{format}\"}}\n\n:: Start\n{body}\n[[End]]\n\n:: End\nx\n");
            let imported = import(text.as_bytes(), &OPTIONS).expect("a story");
            assert_eq!(imported.report.counts.passages, 2, "{format} {piece}");
        }
    }
    let deep = "[".repeat(100_000);
    assert!(import(format!("{{\"passages\": {deep}").as_bytes(), &OPTIONS).is_err());
}

#[test]
fn a_line_of_many_forms_comes_apart() {
    let body = "<<if $a>>x<</if>><<if $b>>y<</if>> ".repeat(20_000);
    let sets = "<<set $a to true>><<set $b to true>>";
    let text = format!(":: Start\n[[Go|On]]\n[[Stay|End]]\n\n:: On\n{sets}\nWords {body}\n\n:: End\nx\n");
    let Imported { text, report, .. } = import(text.as_bytes(), &OPTIONS).expect("a story");
    assert!(report.rows.iter().any(|row| row.why.contains("so many forms")));
    assert!(text.contains("Words"));
}

#[test]
fn much_of_one_kind_is_read_in_no_time() {
    let numbered = |count: usize, piece: fn(usize) -> String| (0..count).map(piece).collect::<String>();
    let bodies = [
        numbered(5_000, |_| "<a data-passage=\"B\">".into()) + "x</a>",
        numbered(5_000, |at| format!("<<if $f{at}>>[[a{at}|B]]<</if>>")),
        numbered(5_000, |at| format!("<<if $f0>><<goto \"B\">><<elseif $f{at}>><<goto \"Start\">><</if>>")),
        "<<if $f0>>x".to_owned() + &numbered(5_000, |at| format!("<<elseif $f{at}>>[[a{at}|B]]")) + "<</if>>",
        numbered(5_000, |at| format!("[[a{at}|B]]")),
        numbered(5_000, |at| format!("[[B{at}]]")),
    ];
    let sets = numbered(5_000, |at| format!("<<set $f{at} to true>>"));
    for body in bodies {
        let text =
            format!(":: StoryData\n{{\"format\":\"SugarCube\"}}\n\n:: Start\n{body}\n[[C|B]]\n\n:: B\n{sets}\nx\n");
        let imported = import(text.as_bytes(), &OPTIONS).expect("a story");
        let draft: serde_json::Value = serde_json::from_str(&imported.text).expect("JSON");
        assert_eq!(draft["flags"].as_object().map(serde_json::Map::len), Some(64));
    }
}

/// Words of all formats' markup, which random texts are made of.
const WORDS: [&str; 60] = [
    "[[",
    "]]",
    "->",
    "<-",
    "|",
    "][",
    "<<",
    ">>",
    "<<if $told>>",
    "<<elseif $trust > 3>>",
    "<<else>>",
    "<</if>>",
    "<<link \"a\" \"B\">>",
    "<</link>>",
    "<<goto \"B\">>",
    "<<set $trust += 1>>",
    "<<set $told to true>>",
    "<<back>>",
    "<<switch $trust>>",
    "<<case 1>>",
    "<</switch>>",
    "<<script>>",
    "<</script>>",
    "(if: $told)[",
    "(else:)[",
    "]",
    "(link: \"a\")[",
    "(goto: \"B\")",
    "(set: $order to it + 1)",
    "(link-undo: \"a\")",
    "|a>[",
    "]<a|",
    "(print: $x)",
    "--\n",
    "told: true\n",
    "trust: trust - 1\n",
    "[if told]\n",
    "[else]\n",
    "[continue]\n",
    "{back link}",
    "{reveal link: 'a', text: 'b'}",
    "{x}",
    "''",
    "//",
    "**",
    "_",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<%",
    "%>",
    "\"",
    "'",
    "Mara: ",
    "é…北",
    "\n",
    "\n:: B\n",
    "\n:: Start [agenda]\n",
    " ",
];

/// What holds of any draft: it is JSON in its steady form, and reading it says nothing of ids, ways or syntax.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(imported) = import(bytes, &OPTIONS) else { return Ok(()) };
    let limits = scenario::Limits { bytes: usize::MAX, ..scenario::Limits::default() };
    prop_assert_eq!(scenario::formatted(imported.text.as_bytes(), &limits).ok(), Some(imported.text.clone()));
    let wrong = [
        "invalid-json",
        "duplicate-key",
        "invalid-id",
        "unknown-step",
        "unknown-flag",
        "unknown-speaker",
        "wrong-type",
        "missing-fallback",
    ];
    if let Err(errors) = scenario::read(imported.text.as_bytes(), &limits) {
        for error in errors.iter() {
            prop_assert!(!wrong.contains(&error.code.name()), "{}: {}", error, imported.text);
        }
    }
    prop_assert!(imported.report.text().lines().count() > imported.report.rows.len());
    prop_assert!(serde_json::from_str::<serde_json::Value>(&imported.report.json()).is_ok());
    Ok(())
}

/// The fixtures, by the order of their names.
fn fixtures() -> Vec<Vec<u8>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder()).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a fixture")).collect()
}

#[test]
fn every_fixture_holds_and_they_are_twenty_or_more() {
    let all = fixtures();
    assert!(all.len() >= 20, "{}", all.len());
    for bytes in all.iter().filter(|bytes| !bytes.starts_with(b"<tw-storydata name=\"First\"")) {
        assert!(import(bytes, &OPTIONS).is_ok());
        holds(bytes).expect("a draft");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn of_words_by_chance_comes_a_draft(words in vec(0..WORDS.len(), 0..80), format in 0..4_usize) {
        let format = ["SugarCube", "Harlowe", "Chapbook", ""][format];
        let words: String = words.into_iter().map(|at| WORDS[at]).collect();
        holds(format!(":: StoryData\n{{\"format\":\"{format}\"}}\n:: Start\n{words}").as_bytes())?;
    }

    #[test]
    fn of_a_fixture_with_changes_comes_a_draft_or_an_error(
        which in 0..22_usize,
        cuts in vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
    ) {
        let all = fixtures();
        let mut bytes = all[which % all.len()].clone();
        for (from, length, to) in cuts {
            let from = from.index(bytes.len() + 1);
            let length = length.index((bytes.len() - from).min(40) + 1);
            let piece: Vec<u8> = bytes.drain(from..from + length).collect();
            let to = to.index(bytes.len() + 1);
            bytes.splice(to..to, piece);
        }
        holds(&bytes)?;
    }

    #[test]
    fn of_any_text_comes_a_draft_or_an_error(text in "\\PC{0,200}") {
        holds(text.as_bytes())?;
        holds(format!(":: Start\n{text}").as_bytes())?;
    }
}
