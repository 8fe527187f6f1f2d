//! Hostile files: whatever an author's file holds, it is told with its place, or it is a scenario that reads, checks,
//! packs, unpacks and plays as any other.

use crate::properties;
use crate::support;

use analysis::{TooMany, analyse};
use play::{Record, Run};
use scenario::{Code, Limits, ReadErrors, read};
use serde_json::Value;
use support::{SMALL, listed, reading};
use two_hats::album_view::{Told, to_add};

/// The small scenario as JSON, its every text that a player or a facilitator reads replaced by another.
fn with_texts(text: &str) -> String {
    const TEXTS: [&str; 9] = ["title", "summary", "role", "name", "text", "says", "lesson", "notes", "promised"];
    fn fill(value: &mut Value, text: &str) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| match item {
                // Lines of a text; ids stand in lists of their own.
                Value::String(line) if line.contains([' ', '.']) => *line = text.into(),
                item => fill(item, text),
            }),
            Value::Object(members) => members.iter_mut().for_each(|(key, member)| match member {
                Value::String(old) if TEXTS.contains(&key.as_str()) => *old = text.into(),
                member => fill(member, text),
            }),
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(SMALL).expect("JSON");
    fill(&mut value, text);
    serde_json::to_string(&value).expect("JSON")
}

/// What is wrong with some bytes, as `code line:column`.
fn told(bytes: &[u8]) -> Vec<String> {
    read(bytes, &Limits::default()).err().map(|faults| listed(bytes, &faults)).unwrap_or_default()
}

/// What is wrong with the small scenario with one piece of it replaced.
fn with(old: &str, new: &str) -> Vec<String> {
    assert_eq!(SMALL.matches(old).count(), 1, "{old:?} must stand once in the small scenario");
    told(SMALL.replacen(old, new, 1).as_bytes())
}

#[test]
fn a_text_may_hold_anything_that_is_text() {
    let texts = [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "</title><svg/onload=alert(1)>&lt;b&gt;&amp;&#60;{title}{#steps}{/}",
        "\"'`${alert(1)} javascript:alert(1) ]]> --> */ // \\u003cscript\\u003e",
        "\u{202e}dna\u{202c} \u{2066}x\u{2069} \u{200b}\u{200d}\u{feff}\u{ad}\u{2060}.",
        "a\u{0}b\u{1}\u{1f}\u{7f}\u{80}\u{9f}\u{2028}\u{2029}\u{85}",
        "\u{fffd}\u{fffe}\u{ffff}\u{10ffff}\u{e000}\u{e0041}\u{fe0f}",
        "e\u{301}\u{301}\u{301}\u{301} \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1f1e9}\u{1f1ea}",
        "日本語 한국어 العربية עברית हिन्दी ไทย ქართული ελληνικά кириллица አማርኛ ខ្មែរ မြန်မာ 𒀀𓀀𐍈",
        "=HYPERLINK(\"x\")\t@SUM(1)\r\n-1+1",
        " x\u{a0}",
    ];
    for text in texts {
        let file = with_texts(text);
        assert_eq!(told(file.as_bytes()), [""; 0], "{text:?}");
        assert_eq!(reading(&file).expect("a scenario").title(), text);
        properties::scenario::holds(file.as_bytes());
        properties::reports::holds(file.as_bytes());
    }
}

#[test]
fn a_word_of_a_hundred_thousand_characters_is_a_word() {
    for letter in ["x", "å", "\u{1f35e}", "<"] {
        let word = letter.repeat(100_000);
        let file = SMALL.replacen("A small one", &word, 1).replacen("Ask Ana what she would do.", &word, 1);
        assert_eq!(told(file.as_bytes()), [""; 0]);
        properties::scenario::holds(file.as_bytes());
        properties::reports::holds(file.as_bytes());
    }
}

#[test]
fn a_text_of_nothing_that_can_be_seen_is_empty_where_unicode_says_so() {
    for blank in ["", " ", "\\t\\n", "\u{2003}\u{a0}", "\u{85}\u{2028}"] {
        assert_eq!(with("\"title\": \"A small one\"", &format!("\"title\": \"{blank}\"")), ["empty-text 4:12"]);
    }
}

#[test]
fn numbers_at_their_limits_fit_or_are_told() {
    let long = "9".repeat(100_000);
    for (number, fault) in [
        ("1000", ""),
        ("1", ""),
        ("0", "invalid-number"),
        ("-0", "invalid-number"),
        ("1001", "invalid-number"),
        ("2147483648", "invalid-number"),
        ("9223372036854775807", "invalid-number"),
        ("-9223372036854775808", "invalid-number"),
        ("18446744073709551616", "invalid-number"),
        (&long, "invalid-number"),
        ("1.0", "wrong-type"),
        ("-0.0", "wrong-type"),
        ("1e0", "wrong-type"),
        ("1e308", "wrong-type"),
        ("1E-999999999999", "wrong-type"),
        ("0.1e+99999999999999999999", "wrong-type"),
        ("00", "invalid-json"),
        ("007", "invalid-json"),
        ("-", "invalid-json"),
        ("1.", "invalid-json"),
        ("0x10", "invalid-json"),
        ("1_000", "invalid-json"),
        ("+1", "invalid-json"),
        (".5", "invalid-json"),
        ("NaN", "invalid-json"),
        ("Infinity", "invalid-json"),
        ("٣", "invalid-json"),
        ("\"12\"", "wrong-type"),
        ("null", "wrong-type"),
    ] {
        let found = with("\"minutes\": 2", &format!("\"minutes\": {number}"));
        let expected: Vec<String> = Some(format!("{fault} 8:14")).filter(|_| !fault.is_empty()).into_iter().collect();
        assert_eq!(found, expected, "{}", &number[..number.len().min(30)]);
    }
    assert_eq!(with("{ \"leadership\": 3 }", "{ \"leadership\": -0 }"), [""; 0], "minus nothing is nothing");
}

#[test]
fn what_no_text_may_hold_is_told_where_it_is() {
    let title = "\"title\": \"A small one\"";
    for (inside, fault) in [
        ("a\u{0}b", "invalid-json 4:14"),
        ("a\u{1f}", "invalid-json 4:14"),
        ("\\ud800", "invalid-json 4:13"),
        ("a\\udc00", "invalid-json 4:14"),
        ("\\ud800\\ud800", "invalid-json 4:13"),
        ("\\ud83d x", "invalid-json 4:13"),
        ("\\u12g4", "invalid-json 4:13"),
        ("\\u00é", "invalid-json 4:13"),
        ("\\x41", "invalid-json 4:13"),
        ("\\é", "invalid-json 4:13"),
    ] {
        assert_eq!(with(title, &format!("\"title\": \"{inside}\"")), [fault], "{inside:?}");
    }
    assert_eq!(with(title, "\"title\": \"\\ud83c\\udf5e\""), [""; 0], "two halves are a character");
}

#[test]
fn bytes_that_are_no_text_are_told_where_they_begin() {
    let around = |bytes: &[u8]| [b"{\n \"t\": \"", bytes, b"\"}"].concat();
    for bytes in [&b"\xFF"[..], b"\xC0\xAF", b"\xED\xA0\x80", b"\xF4\x90\x80\x80", b"\xE2\x82", b"\x80"] {
        assert_eq!(told(&around(bytes)), ["invalid-json 2:8"], "{bytes:x?}");
    }
    assert_eq!(told(b"\xFE\xFF\0{"), ["invalid-json 1:1"]);
    assert_eq!(told(b"\0\0\0\0")[0], "invalid-json 1:1");
}

#[test]
fn a_byte_order_mark_stands_first_or_is_told() {
    assert_eq!(told(format!("\u{feff}{SMALL}").as_bytes()), [""; 0]);
    assert_eq!(told(format!("\u{feff}\u{feff}{SMALL}").as_bytes())[0], "invalid-json 1:1");
    assert_eq!(with("\"format\": 1", "\u{feff}\"format\": 1")[0], "invalid-json 2:3");
    assert_eq!(told("\u{feff}{\r\n\"x\": 1}".as_bytes()).last().map(String::as_str), Some("unknown-field 2:1"));
}

#[test]
fn a_key_that_stands_twice_is_told_however_it_is_spelt_and_wherever() {
    for (old, new, place) in [
        ("\"format\": 1", "\"format\": 1, \"f\\u006frmat\": 2", "2:16"),
        ("\"role\": \"Baker\"", "\"role\": \"Baker\", \"title\": {}", "6:20"),
        ("\"oven\": {", "\"oven\": {}, \"oven\": {", "17:17"),
        ("\"ask\": {", "\"ask\": {}, \"ask\": {", "23:20"),
        ("{ \"leadership\": 3 }", "{ \"leadership\": 3, \"leadership\": 3 }", "65:40"),
    ] {
        let found = with(old, new);
        let twice: Vec<&str> = found.iter().filter_map(|fault| fault.strip_prefix("duplicate-key ")).collect();
        assert_eq!(twice, [place], "{new}: {found:?}");
    }
    let keys = "\"k\":0,".repeat(20_000);
    let faults = reading(&format!("{{{}\"k\":0}}", keys)).expect_err("keys");
    assert!(faults.count() >= 20_000 && faults.iter().count() <= 10_000);
}

#[test]
fn what_is_nested_deep_is_told_once_and_the_rest_is_read() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(1_000), close.repeat(1_000));
    for value in [deep("[", "]"), deep("{\"a\":", "}"), deep("[{\"a\":", "}]"), deep("[ \"]\", ", "]")] {
        let found = with("\"role\": \"Baker\"", &format!("\"role\": {value}"));
        assert_eq!(found.iter().filter(|fault| fault.starts_with("over-limit 6:")).count(), 1, "{found:?}");
        assert!(found.contains(&"wrong-type 6:11".into()) && found.len() == 2, "{found:?}");
    }
    for open in ["[", "{\"a\":", "[[{\"a\":", "{\"a\\u0041\":["] {
        let faults = reading(&open.repeat(200_000)).expect_err("brackets");
        assert!(faults.count() <= 4, "{open}: {}", faults.count());
    }
}

/// Texts that ask for a decision at each of their signs, of about so many bytes.
fn slips(bytes: usize) -> Vec<String> {
    let repeated = |begin: &str, piece: &str| begin.to_owned() + &piece.repeat(bytes / piece.len());
    vec![
        repeated("", "{[(\""),
        repeated("{", "{"),
        repeated("{", "\"a\" \""),
        repeated("{", "}]"),
        repeated("[", "\"a\" \"b\" "),
        repeated("{\"a\": [\"", "x \"y\" z, "),
        repeated("{", "\"k\": x, "),
        repeated("[", "a b c \""),
        repeated("", "[\"a\n"),
        repeated("", "[+2, 3 4,"),
        repeated("", "[\u{a0}"),
        repeated("[", "/* "),
        repeated("", "{“a” "),
        repeated("{", "'a\": «"),
        repeated("", "[<!-- "),
        repeated("{\"steps\":", "{\"a\":[{\"b\":]"),
        repeated("{", "\"a\":1 "),
        repeated("[\"", "\\q"),
        repeated("{\"a\": ", "\\\"“ ,"),
        support::shipped_text("crisis").replace('"', "”").repeat(bytes / 50_000 + 1),
        support::shipped_text("crisis").replace('}', "]").repeat(bytes / 50_000 + 1),
    ]
}

#[test]
fn slips_without_end_are_told_as_far_as_they_go() {
    // A reader that goes over the file again for each slip would be at this for minutes.
    for text in slips(1024 * 1024) {
        let faults = reading(&text).expect_err("slips");
        let begins: String = text.chars().take(20).collect();
        assert!(faults.iter().count() <= 10_000 && said(&faults) < 4_000_000, "{begins}: {} bytes", said(&faults));
        assert!(faults.iter().is_sorted_by_key(|fault| fault.span), "{begins}");
    }
    let text = slips(512 * 1024).remove(6);
    assert!(reading(&text).expect_err("slips").count() > 60_000, "each is counted");
}

/// An object of so many members that is closed early so often, and how often that was told as one bracket too many.
fn closed_early(members: usize, times: usize) -> (String, usize) {
    let members: String = (0..members).map(|at| format!("\"k{at}\":1,")).collect();
    // Further apart than is looked ahead.
    let long = "long ".repeat(70);
    let closed: String = (0..times).map(|at| format!("}},\"c{at}\":\"{long}\"")).collect();
    let text = format!("{{{members}\"z\":1{closed}}}");
    let faults = reading(&text).expect_err("slips");
    let told = faults.iter().filter(|fault| fault.message.contains("closes too early")).count();
    (text, told)
}

#[test]
fn what_is_closed_early_is_gone_on_with_as_far_as_the_work_can_be_paid() {
    assert_eq!(closed_early(20, 30).1, 30, "in a story each such bracket is told");
    let (text, told) = closed_early(20_000, 1_000);
    // Each time all members are taken up again.
    assert!(told * 20_000 * 16 <= 400_000 + 8 * text.len(), "{told} times");
    assert!(told > 0);
}

/// The bytes of all that is said.
fn said(faults: &ReadErrors) -> usize {
    faults
        .iter()
        .map(|it| it.message.len() + it.help.len() + it.related.iter().map(|it| it.message.len()).sum::<usize>())
        .sum()
}

#[test]
fn names_of_any_length_make_no_message_longer() {
    let name = "x".repeat(500_000);
    for file in [
        format!("{{\"{name}\": 1}}"),
        format!("{{\"a\": 1, \"{name}\": 1, \"{name}\": 2}}"),
        SMALL.replace("oven\"", &format!("{name}\"")),
        SMALL.replace("promised\"", &format!("{name}\"")),
        SMALL.replace("\"ana\"", &format!("\"{name}\"")),
        SMALL.replacen("\"balanced\"", &format!("\"{name}\""), 1),
        SMALL.replacen("\"leader\"", &format!("\"{name}\""), 1),
        SMALL.replacen("\"D3\"", &format!("\"{name}\""), 1),
        SMALL.replacen("\"rush\": {", &format!("\"{name}\": {{"), 1),
    ] {
        let faults = reading(&file).expect_err("a fault");
        assert!(said(&faults) < 20_000, "{} bytes for {} faults", said(&faults), faults.count());
    }
}

#[test]
fn thousands_of_loops_through_a_step_of_a_long_name_are_told_briefly() {
    let name = "x".repeat(200_000);
    let step = |id: &str, to: &str| {
        let response =
            |stance: &str| format!(r#"{{"stance":"{stance}","text":"t","consequence":["c"],"next":"{to}"}}"#);
        format!(
            r#""{id}":{{"title":"T","dimension":"agenda","situation":["x"],"responses":{{"a":{},"b":{}}}}}"#,
            response("leader"),
            response("manager")
        )
    };
    // Every step leads on and back to the first, and each of these loops goes through the step of the long name.
    let mut steps = vec![step("s0", &name), step(&name, "s1")];
    let back =
        |at: usize| step(&format!("s{at}"), &format!("s{}", at + 1)).replacen(&format!("s{}\"", at + 1), "s0\"", 1);
    steps.extend((1..300).map(back));
    steps.push(step("s300", "end"));
    let (from, to) = (SMALL.find("\"steps\"").expect("steps"), SMALL.find("\"outcomes\"").expect("outcomes"));
    let file = format!("{}\"steps\":{{{}}},{}", &SMALL[..from], steps.join(","), &SMALL[to..]).replacen(
        "\"start\": \"oven\"",
        "\"start\": \"s0\"",
        1,
    );
    let faults = reading(&file).expect_err("loops");
    assert!(faults.iter().filter(|fault| fault.code == Code::Cycle).count() == 299);
    assert!(said(&faults) < 1_000_000, "{} bytes are said", said(&faults));
}

/// A story of so many steps one after the other; in each a meter can gain one point or none.
fn long_story(count: usize) -> String {
    let answer = |stance: &str, gain: u32, to: &str| {
        format!(
            r#"{{"stance":"{stance}","text":"t","effect":{{"leadership":{gain}}},"consequence":["c"],"next":"{to}"}}"#
        )
    };
    let step = |at: usize| {
        let to = if at + 1 < count { format!("s{}", at + 1) } else { "end".into() };
        let (one, other) = (answer("leader", 1, &to), answer("manager", 0, &to));
        format!(
            r#""s{at}":{{"title":"T","dimension":"agenda","situation":["x"],"responses":{{"a":{one},"b":{other}}}}}"#
        )
    };
    let steps: Vec<String> = (0..count).map(step).collect();
    let (from, to) = (SMALL.find("\"steps\"").expect("steps"), SMALL.find("\"outcomes\"").expect("outcomes"));
    let file = format!("{}\"steps\":{{{}}},{}", &SMALL[..from], steps.join(","), &SMALL[to..]);
    file.replacen("\"start\": \"oven\"", "\"start\": \"s0\"", 1)
}

#[test]
fn a_state_with_very_long_numbers_counts_for_several() {
    // 1 + 2 + … + 600 states; shares of up to 600 bits.
    let scenario = support::scenario(&long_story(600));
    assert_eq!(analyse(&scenario, 190_000), Err(TooMany { limit: 190_000 }));
    // 1 + 2 + … + 60 states; a machine word holds the shares, and each counts for one.
    let scenario = support::scenario(&long_story(60));
    assert_eq!(analyse(&scenario, 1_830).map(|analysis| analysis.states), Ok(1_830));
}

/// A line of what the journal's page is told.
fn line(kind: &str, key: &str, value: &str) -> String {
    format!("\n{kind}\t{key}\t{value}\ta day")
}

#[test]
fn thousands_of_things_that_want_the_same_place_find_one_each() {
    // Each run stands here in another form, and each moment is taken: a search for each from the start would be lost.
    let record = |at: usize, response: &str| format!("s{at} 0123456789abcdef 1 {response}");
    let (mut here, mut came) = (String::new(), String::new());
    for at in 0..2_400 {
        let key = format!("run/own/s{at}");
        here += &line("kept", &key, &record(at, "here"));
        came += &line("came", &key, &record(at, "there"));
        let moment = format!("journal/{}", at + 1);
        here += &line("kept", &moment, &format!("own/s{at} {}", record(at, "before")));
        came += &line("came", &moment, &format!("own/s{at} {}", record(at, "later")));
    }
    let told = Told::read(&format!("merge\nnow\t1{here}\nfile\ttwo-hats\t1{came}"));
    let added = to_add(&told);
    let mut keys: Vec<&str> = added.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 4_800, "each has a place of its own");
    assert!(keys.iter().all(|key| key.starts_with("journal/")));
}

#[test]
fn a_record_longer_than_any_run_stops_where_the_run_ends() {
    let scenario = support::scenario(SMALL);
    let line = format!("small {} 100000{}", scenario.fingerprint(), " ask".repeat(100_000));
    let replay = Record::from_line(&line).expect("a record").replay(scenario).expect("its scenario");
    assert_eq!((replay.run.turns().len(), replay.stop.map(|stop| stop.decision)), (1, Some(1)));
}

#[test]
fn a_code_of_any_length_is_refused_before_it_is_worked_out() {
    let scenario = support::scenario(SMALL);
    for text in ["0".repeat(1_000_000), " -".repeat(500_000), "Z".repeat(1_000_000), "\u{1f35e}".repeat(250_000)] {
        assert!(play::Code::read(&text, &scenario).is_err());
    }
    assert!(Run::start(scenario).ending().is_none());
}
