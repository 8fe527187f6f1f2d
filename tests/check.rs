//! Checking scenarios: what is said of shipped ones, of bent ones and of rubbish.

use crate::support;

use lint::render::{self, File};
use lint::{Checked, Options, Severity, check, checks_page, rule, rules};
use proptest::prelude::*;
use scenario::{Limits, Positions, WARNINGS};
use support::{SMALL, made};

/// What is said of a text that is in a file of a name.
fn checked(text: &str, stem: &str) -> Checked {
    check(text.as_bytes(), &Options { file_stem: Some(stem), ..Options::default() })
}

/// What is said, as `code line:column`.
fn listed(text: &str, stem: &str) -> Vec<String> {
    let positions = Positions::new(text.as_bytes());
    let place = |start: u32| (positions.at(start).line, positions.at(start).column);
    let said = checked(text, stem).diagnostics.into_iter().map(|found| (found.code, place(found.span.start)));
    said.map(|(code, (line, column))| format!("{code} {line}:{column}")).collect()
}

/// The codes of what is said of the small scenario with one piece of it replaced.
fn with(old: &str, new: &str) -> Vec<&'static str> {
    assert_eq!(SMALL.matches(old).count(), 1, "{old:?} must stand once in the small scenario");
    let mut codes: Vec<_> =
        checked(&SMALL.replacen(old, new, 1), "small").diagnostics.iter().map(|found| found.code).collect();
    codes.dedup();
    codes
}

#[test]
fn the_shipped_scenarios_have_no_error_and_no_warning() {
    let mut said = Vec::new();
    for id in support::shipped_ids() {
        let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a shipped scenario");
        let positions = Positions::new(text.as_bytes());
        for found in checked(&text, &id).diagnostics.into_iter().filter(|found| found.severity != Severity::Note) {
            let line = positions.at(found.span.start).line;
            said.push(format!("{id}.json:{line}: {}: {}", found.code, found.message));
        }
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn the_page_of_all_rules_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/CHECKS.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, checks_page()).expect("the page is written");
    }
    let page = std::fs::read_to_string(path).unwrap_or_default();
    assert!(page == checks_page(), "{path} is stale: run `UPDATE=1 cargo test --test all check`");
}

#[test]
fn every_rule_is_found_by_its_code_and_every_warning_can_be_allowed() {
    for known in rules() {
        assert_eq!(rule(known.code).map(|found| found.code), Some(known.code));
        let allow = format!("\"start\": \"oven\", \"allow\": {{ \"{}\": \"as it is meant\" }}", known.code);
        let said = with("\"start\": \"oven\"", &allow);
        assert_eq!(said.contains(&"unknown-value"), known.severity != Severity::Warning, "{}", known.code);
    }
    assert!(rule("no-such-code").is_none());
}

#[test]
fn the_warnings_that_a_file_may_allow_are_the_rules_that_warn() {
    let warns = rules().iter().filter(|rule| rule.severity == Severity::Warning).map(|rule| rule.code);
    assert_eq!(warns.collect::<Vec<_>>(), WARNINGS);
}

#[test]
fn what_is_allowed_with_a_reason_is_not_said() {
    let ana = "\"name\": \"Ana Duarte\", \"role\": \"Apprentice\" }";
    let ben = format!("{ana}, \"ben\": {{ \"name\": \"Ben\", \"role\": \"Guest\" }}");
    let text = SMALL.replacen(ana, &ben, 1);
    assert!(listed(&text, "small").contains(&"unused-speaker 13:68".to_owned()), "{:?}", listed(&text, "small"));
    let meant = text.replacen("\"start\": ", "\"allow\": { \"unused-speaker\": \"he is asleep\" },\n  \"start\": ", 1);
    assert!(!listed(&meant, "small").iter().any(|said| said.starts_with("unused-speaker")));

    let long = format!("\"text\": \"Hand Ana the list of the day{}.\"", ", and of the next".repeat(9));
    let text = SMALL.replacen("\"text\": \"Hand Ana the list of the day.\"", &long, 1);
    let in_step = |text: &str| listed(text, "small").iter().filter(|said| said.starts_with("telling-length 3")).count();
    assert_eq!(in_step(&text), 1, "{:?}", listed(&text, "small"));
    let meant = text.replacen(
        "\"title\": \"The oven is cold\",",
        "\"title\": \"The oven is cold\", \"allow\": { \"telling-length\": \"it is a list\" },",
        1,
    );
    assert_eq!(in_step(&meant), 0);
}

#[test]
fn an_id_that_is_not_the_files_name_is_said_beside_all_other_faults() {
    assert_eq!(listed(SMALL, "large").first().map(String::as_str), Some("id-mismatch 3:9"));
    let text = SMALL.replacen("\"minutes\": 2", "\"minutes\": 0", 1);
    assert_eq!(listed(&text, "large"), ["id-mismatch 3:9", "invalid-number 8:14"]);
    let text = SMALL.replacen("\"id\": \"small\"", "\"id\": \"Small!\"", 1);
    assert_eq!(listed(&text, "large"), ["invalid-id 3:9"], "one fault is enough for one id");
}

#[test]
fn an_expectation_that_fails_shows_the_personas_responses() {
    let text = SMALL.replacen("\"balancing\": \"balanced\"", "\"balancing\": \"adrift\"", 1);
    let all = checked(&text, "small");
    let failed = all.diagnostics.iter().find(|found| found.code == "failed-expectation").expect("it fails");
    assert_eq!(
        (failed.severity, failed.message.as_str()),
        (Severity::Error, "`balancing` is expected to end `adrift`, and ends `balanced`.")
    );
    assert_eq!(failed.witness.as_ref().map(Vec::len), Some(2));
    assert!(all.scenario.is_some(), "it can be played all the same");
}

#[test]
fn places_are_counted_after_a_byte_order_mark_and_in_windows_lines() {
    let text = SMALL.replacen("\"title\": \"A small one\"", "\"title\": \"ä ö\", \"rolle\": 1", 1);
    let bent = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(listed(&text, "small"), ["unknown-field 4:19"]);
    assert_eq!(listed(&bent, "small"), ["unknown-field 4:19"]);
    let bent = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    assert_eq!(listed(&bent, "small"), listed(SMALL, "small"), "warnings too");
}

/// Whatever is said can be shown, in every way.
fn show(bytes: &[u8]) -> Checked {
    let checked = check(bytes, &Options { file_stem: Some("small"), states: 20_000, ..Options::default() });
    let files = [File { name: "small.json", bytes, checked: &checked }];
    let shown = [render::json(&files), render::sarif(&files), render::github(&files)];
    assert!(shown.iter().all(|report| report.ends_with('\n') || checked.diagnostics.is_empty()));
    assert_eq!(render::text(&files, false).is_empty(), checked.diagnostics.is_empty());
    for found in &checked.diagnostics {
        assert!(rule(found.code).is_some_and(|rule| rule.severity == found.severity), "{}", found.code);
    }
    checked
}

#[test]
fn rubbish_gets_an_answer() {
    let deep = "[".repeat(100_000);
    let nulls = SMALL.replace(' ', "\0");
    for bytes in
        [b"".as_slice(), b"\0", b"\xEF\xBB\xBF", b"\xFF\xFE\0{", b"\r\n\r\n", deep.as_bytes(), nulls.as_bytes()]
    {
        let checked = show(bytes);
        assert!(checked.scenario.is_none() && checked.count(Severity::Error) > 0);
    }
}

#[test]
fn ten_thousand_faults_are_listed_and_the_rest_is_counted() {
    for sign in ["\n", ""] {
        let fields: Vec<String> = (0..12_345).map(|at| format!("\"field-{at}\": {at}")).collect();
        let text = format!("{{{}}}", fields.join(&format!(",{sign}")));
        let checked = show(text.as_bytes());
        // Every field is unknown, and eleven that must be there are missing.
        assert_eq!((checked.diagnostics.len(), checked.omitted), (10_000, 2_345 + 11));
    }
}

#[test]
fn thirty_thousand_variants_are_one_fault_and_nothing_is_counted_over_them() {
    let variant = r#"{"when":{"leadership":{"at_least":900}},"title":"T","story":["s"],"lesson":"l"},"#;
    let text = SMALL.replacen("\"balanced\": [", &format!("\"balanced\": [{}", variant.repeat(30_000)), 1);
    let limits = Limits { bytes: usize::MAX, ..Limits::default() };
    let checked = check(text.as_bytes(), &Options { limits, ..Options::default() });
    assert_eq!(checked.diagnostics.iter().map(|found| found.code).collect::<Vec<_>>(), ["over-limit"]);
    assert!(checked.scenario.is_none() && checked.analysis.is_none());
}

#[test]
fn a_great_many_warnings_are_listed_as_far_as_they_go() {
    let names: Vec<String> = (0..30_000).map(|at| format!("\"c{at}\":{{\"name\":\"N\",\"role\":\"R\"}}")).collect();
    let text = SMALL.replacen("\"cast\": {", &format!("\"cast\": {{{},", names.join(",")), 1);
    let checked = checked(&text, "small");
    assert_eq!(checked.diagnostics.len(), 10_000);
    assert!(checked.omitted >= 20_000, "{}", checked.omitted);
    assert!(text.len() < Limits::default().bytes);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_bent_text_never_makes_it_fall(
        bends in proptest::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "[\\PC\\x00\"{}\\[\\],:]{0,3}"), 1..6),
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (at, cut, put) in bends {
            let from = at.index(bytes.len());
            let to = (from + cut).min(bytes.len());
            bytes.splice(from..to, put.bytes());
        }
        show(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_valid_has_warnings_with_places_in_the_file(text in made::scenario_text()) {
        let checked = show(text.as_bytes());
        prop_assert!(checked.scenario.is_some());
        for found in &checked.diagnostics {
            prop_assert!(found.span.end as usize <= text.len());
            prop_assert!(found.span.start < found.span.end || found.code == "not-decided");
        }
    }
}
