//! Reading scenarios: every fault at once, where it is, and no input that makes it fall.

mod support;

use proptest::prelude::*;
use support::{SMALL, listed, made, reading};
use two_hats::scenario::{Limits, read};

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
        ("\"balanced\": [", "\"balancd\": [", "missing-outcome 72:3|unknown-value 73:5"),
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
    let expected = ["invalid-json 5:3", "unknown-step 30:19", "invalid-json 30:26", "unknown-value 43:20"];
    assert_eq!(listed(text.as_bytes(), &faults), expected);
}

#[test]
fn slips_of_syntax_are_told_apart() {
    let slips = [
        (r#"{"format": 1,}"#, "JSON has no comma before a closing bracket."),
        (r#"{"format" 1}"#, "There is no `:` after this key."),
        ("{format: 1}", "A key stands between double quotes."),
        ("{'format': 1}", "A key stands between double quotes."),
        (r#"{"title": 'a b'}"#, "This is not a JSON value."),
        ("{\"title\": \"a\nb\"}", "This text is not closed."),
        ("{\"title\": \"a\tb\"}", "A text may not hold a control character as it is."),
        (r#"{"title": "\q"}"#, "JSON has no such escape."),
        (r#"{"title": "\ud800"}"#, "This `\\u` escape names no character."),
        (r#"{"minutes": 012}"#, "This is not a number."),
        (r#"{"minutes": +1}"#, "This is not a JSON value."),
        (r#"{"minutes": }"#, "A value is missing here."),
        (r#"{"minutes": True}"#, "This is not a JSON value."),
        ("{ // a note\n}", "JSON has no comments."),
        (r#"{"cast": [1}"#, "The list before this has no closing `]`."),
        ("{} {}", "There is more after the end of the JSON value."),
        (r#"{"a": 1,, "b": 2}"#, "This comma is one too many."),
        (r#"{"title": "a""#, "The file ends inside of an object."),
    ];
    for (text, message) in slips {
        let all = said(text.as_bytes());
        assert!(all.contains(&format!("invalid-json: {message}")), "{text}\n{all:#?}");
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
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(SMALL.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(said(&utf16), ["invalid-json: The file is UTF-16, not UTF-8."]);
    assert_eq!(said(b"{\"title\": \"\xFF\"}"), ["invalid-json: This is not UTF-8 text."]);
    assert_eq!(said(b"[]"), ["wrong-type: This should be an object (a scenario), and it is a list."]);
    assert_eq!(said(b"null"), ["wrong-type: This should be an object (a scenario), and it is null."]);
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
    assert_eq!(faults.iter().filter(|fault| fault.code == two_hats::scenario::Code::Cycle).count(), 5006);
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
