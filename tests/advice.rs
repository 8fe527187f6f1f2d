//! What an author is told to do: that it is true, whatever is wrong, and that following it helps.

use crate::support;

use lint::{Checked, Diagnostic, Options, check};
use support::SMALL;

/// What is said of the small scenario with one piece of it replaced.
fn with(old: &str, new: &str) -> Checked {
    assert_eq!(SMALL.matches(old).count(), 1, "{old:?} must stand once in the small scenario");
    said(&SMALL.replacen(old, new, 1))
}

fn said(text: &str) -> Checked {
    check(text.as_bytes(), &Options { file_stem: Some("small"), ..Options::default() })
}

/// The first that is said under a code.
fn of<'c>(checked: &'c Checked, code: &str) -> &'c Diagnostic {
    let all = || checked.diagnostics.iter().map(|it| format!("{}: {}", it.code, it.message)).collect::<Vec<_>>();
    checked.diagnostics.iter().find(|it| it.code == code).unwrap_or_else(|| panic!("no {code} among {:#?}", all()))
}

/// Tries a table of a piece of the small scenario, what stands there instead, the code and the help. All that fail are
/// shown.
fn helps(table: &[(&str, &str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (old, new, code, help) in table {
        let checked = with(old, new);
        let found = of(&checked, code);
        if found.help != *help {
            wrong.push(format!("{new}\n  {}\n  says    {}\n  instead {help}", found.message, found.help));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const EFFECT: &str = "\"effect\": { \"leadership\": 3 }";
const MINUTES: &str = "\"minutes\": 2";
const ANSWERS: &str = "\"consequence\": [\"She grins.\"]";
const EXPECTED: &str = "\"balancing\": \"balanced\"";
const SETS: &str = "\"sets\": [\"promised\"],\n";

#[test]
fn a_value_of_another_type_is_shown_as_it_should_be_written() {
    helps(&[
        (EFFECT, "\"effect\": 3", "wrong-type", "Write it as `{ \"leadership\": 2, \"management\": -1 }`."),
        (EFFECT, "\"effect\": [3, 1]", "wrong-type", "Write it as `{ \"leadership\": 2, \"management\": -1 }`."),
        (EFFECT, "\"effect\": \"+3\"", "wrong-type", "Write it as `{ \"leadership\": 2, \"management\": -1 }`."),
        (MINUTES, "\"minutes\": \"6\"", "wrong-type", "Take the quotation marks away: `6`."),
        (MINUTES, "\"minutes\": \"\u{2212}6\"", "wrong-type", "Take the quotation marks away: `-6`."),
        (MINUTES, "\"minutes\": 2.5", "wrong-type", "Round it: meters and minutes have no fractions."),
        (MINUTES, "\"minutes\": \"six\"", "wrong-type", "Write a number without quotation marks, such as `2`."),
        (MINUTES, "\"minutes\": null", "wrong-type", "Write a number without quotation marks, such as `2`."),
        (SETS, "\"sets\": \"promised\",\n", "wrong-type", "Put square brackets around it: `[\"promised\"]`."),
        (SETS, "\"sets\": { \"promised\": true },\n", "wrong-type", "Put square brackets around it: `[{ … }]`."),
        (SETS, "\"sets\": 1,\n", "wrong-type", "Write a list: `[ … ]`."),
        (
            ANSWERS,
            "\"consequence\": \"She grins.\"",
            "wrong-type",
            "Put square brackets around it: `[\"She grins.\"]`.",
        ),
        (ANSWERS, "\"consequence\": [7]", "wrong-type", "Put it between double quotes: `\"7\"`."),
        (
            ANSWERS,
            "\"consequence\": [[\"She grins.\"]]",
            "wrong-type",
            "Take its square brackets away: the lines of a text stand in one list.",
        ),
        ("\"role\": \"Baker\"", "\"role\": 7", "wrong-type", "Put it between double quotes: `\"7\"`."),
        ("\"role\": \"Baker\"", "\"role\": [\"Baker\"]", "wrong-type", "Take the square brackets away: `\"Baker\"`."),
        ("\"role\": \"Baker\"", "\"role\": {}", "wrong-type", "Write a text between double quotes: `\"…\"`."),
        (
            "\"next\": \"rush\"",
            "\"next\": { \"to\": \"rush\" }",
            "wrong-type",
            "Put square brackets around it: `[{ \"to\": … }]`.",
        ),
        ("\"next\": \"rush\"", "\"next\": 2", "wrong-type", "Write a step's id, such as `\"the-gap\"`, or `\"end\"`."),
        ("{ \"broke\": true }", "{ \"broke\": \"true\" }", "wrong-type", "Take the quotation marks away: `true`."),
        ("{ \"broke\": true }", "{ \"broke\": 1 }", "wrong-type", "Write `true` or `false`, without quotation marks."),
        (
            "\"format\": 1",
            "\"format\": \"1\"",
            "wrong-type",
            "Write `\"format\": 1`, without quotation marks around the number.",
        ),
    ]);
}

#[test]
fn every_kind_of_value_has_a_cure_where_it_should_be_another() {
    // Each value of the small scenario in turn becomes each of these.
    let file: serde_json::Value = serde_json::from_str(SMALL).expect("JSON");
    let mut paths = Vec::new();
    places(&file, "", &mut paths);
    let mut tried = 0;
    for path in paths {
        for instead in ["null", "true", "7", "2.5", "\"7\"", "[]", "[\"a\"]", "{}"] {
            let mut bent = file.clone();
            *bent.pointer_mut(&path).expect("a place") = serde_json::from_str(instead).expect("JSON");
            for found in said(&bent.to_string()).diagnostics.iter().filter(|found| found.code == "wrong-type") {
                tried += 1;
                assert!(!found.help.is_empty(), "{path} = {instead}: {} has no help", found.message);
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

fn places(value: &serde_json::Value, at: &str, found: &mut Vec<String>) {
    if !at.is_empty() {
        found.push(at.to_owned());
    }
    match value {
        serde_json::Value::Object(members) => {
            members.iter().for_each(|(key, value)| places(value, &format!("{at}/{key}"), found));
        }
        serde_json::Value::Array(items) => {
            items.iter().enumerate().for_each(|(number, value)| places(value, &format!("{at}/{number}"), found));
        }
        _ => {}
    }
}

#[test]
fn no_name_is_taken_for_its_opposite() {
    let all = "There is `balanced`, `under_led`, `under_managed`, `adrift`.";
    helps(&[
        (EXPECTED, "\"balancing\": \"over_led\"", "unknown-value", "Here that is called `under_managed`."),
        (EXPECTED, "\"balancing\": \"over-managed\"", "unknown-value", "Here that is called `under_led`."),
        (EXPECTED, "\"balancing\": \"unbalanced\"", "unknown-value", all),
        (EXPECTED, "\"balancing\": \"under-led\"", "unknown-value", "Did you mean `under_led`?"),
        (EXPECTED, "\"balancing\": \"Adrift\"", "unknown-value", "Did you mean `adrift`?"),
        (
            "{ \"management\": { \"at_least\": 7 } }",
            "{ \"hasnt\": [\"promised\"] }",
            "unknown-field",
            "Here that is called `lacks`.",
        ),
        (
            "{ \"management\": { \"at_least\": 7 } }",
            "{ \"management\": { \"max\": 7 } }",
            "unknown-field",
            "Here that is called `at_most`.",
        ),
        ("\"dimension\": \"execution\"", "\"dimension\": \"EXECUTION\"", "unknown-value", "Did you mean `execution`?"),
    ]);
}

#[test]
fn a_name_that_nothing_has_is_told_with_what_there_is() {
    helps(&[
        ("\"start\": \"oven\"", "\"start\": \"over\"", "unknown-step", "Did you mean `oven`?"),
        (
            "\"start\": \"oven\"",
            "\"start\": \"kitchen\"",
            "unknown-step",
            "Write the id of a step in `steps`, or `end`.",
        ),
        ("\"next\": \"rush\"", "\"next\": \"END\"", "unknown-step", "Did you mean `end`?"),
        (SETS, "\"sets\": [\"promise\"],\n", "unknown-flag", "Did you mean `promised`?"),
        (
            SETS,
            "\"sets\": [\"lied\"],\n",
            "unknown-flag",
            "List it in `flags`, with a sentence that tells the player what it means.",
        ),
        (
            "{ \"who\": \"ana\", \"says\": \"Which one first?\" }",
            "{ \"who\": \"boris\", \"says\": \"W\" }",
            "unknown-speaker",
            "Add them to `cast`, with a name and a role.",
        ),
        ("[\"L3\"]", "[\"l3\"]", "unknown-concept", "Did you mean `L3`?"),
        ("[\"L3\"]", "[\"L-03\"]", "unknown-concept", "Did you mean `L3`?"),
        ("[\"L3\"]", "[\"L9\"]", "unknown-concept", "With `L` there are `L1` to `L5`."),
        ("[\"L3\"]", "[\"Q11\"]", "unknown-concept", "With `Q` there are `Q1` to `Q10`."),
        (
            "\"start\": \"oven\"",
            "\"allow\": { \"unknown-step\": \"no\" }, \"start\": \"oven\"",
            "unknown-value",
            "Mend what it says, and take this out.",
        ),
        (
            "\"start\": \"oven\"",
            "\"allow\": { \"unused\": \"no\" }, \"start\": \"oven\"",
            "unknown-value",
            "`two-hats explain` tells what a code means.",
        ),
        ("{ \"broke\": true }", "{ \"borke\": true }", "unknown-field", "Did you mean `broke`?"),
        (
            "\"when\": { \"has\": [\"promised\"] },\n",
            "\"when\": { \"broke\": true },\n",
            "unknown-field",
            "Only a `when` in `outcomes` can ask for it.",
        ),
    ]);
    let text = SMALL.replace("\"oven\"", "\"ruse\"").replacen("\"next\": \"rush\"", "\"next\": \"rusk\"", 1);
    assert_eq!(of(&said(&text), "unknown-step").help, "Did you mean `ruse` or `rush`?", "as near as each other");
}

#[test]
fn what_is_missing_is_told_as_it_can_be_mended() {
    helps(&[
        (
            "{ \"to\": \"rush\" }]",
            "{ \"when\": {}, \"to\": \"rush\" }]",
            "missing-fallback",
            "Take its `when` away, or add a branch without one for all other cases.",
        ),
        (
            "\"next\": \"rush\"",
            "\"next\": []",
            "missing-fallback",
            "Write at least one branch; the last has no `when`.",
        ),
        (
            "{ \"title\": \"Order\",",
            "{ \"when\": {}, \"title\": \"Order\",",
            "missing-fallback",
            "Take its `when` away, or add a variant without one for all other cases.",
        ),
        (
            "\"stance\": \"manager\",\n          \"text\": \"Make two",
            "\"stance\": \"manager\",\n          \"when\": { \"has\": [\"promised\"] },\n          \"text\": \"Make two",
            "missing-stance",
            "Take the `when` of `two-lines` away, or add one without.",
        ),
        ("\"role\": \"Baker\"", "\"role\": \" \"", "empty-text", "Write it. Only what is optional can be left out."),
    ]);
}

/// What is said of the small scenario in a file of a name.
fn called(stem: &str, name: &str) -> Checked {
    check(SMALL.as_bytes(), &Options { file_stem: Some(stem), file_name: Some(name), ..Options::default() })
}

#[test]
fn a_file_that_is_called_otherwise_is_called_by_its_name_and_given_one_that_it_can_have() {
    let cases = [
        ("small (1)", "small (1).json", "Rename the file to `small.json`: what it is called now cannot be an id."),
        ("small.json", "small.json.txt", "Rename the file to `small.json`: what it is called now cannot be an id."),
        ("large", "large.json", "Write `\"id\": \"large\"`, or rename the file to `small.json`."),
    ];
    for (stem, name, help) in cases {
        let checked = called(stem, name);
        let found = of(&checked, "id-mismatch");
        assert_eq!(found.message, format!("The scenario's id is `small`, and its file is called `{name}`."));
        assert_eq!(found.help, help);
    }
}

/// What is said of a story of two steps: `first` is the effects of the first step's leader and manager response, `second`
/// the responses of the second.
fn two_steps(first: [(i32, i32); 2], second: &str, more: &str) -> Checked {
    let response = |id: &str, stance: &str, (l, m): (i32, i32)| {
        format!(
            r#""{id}": {{ "stance": "{stance}", "text": "t", "effect": {{ "leadership": {l}, "management": {m} }}, "consequence": ["c"], "next": "two" }}"#
        )
    };
    let first = [response("lead", "leader", first[0]), response("manage", "manager", first[1])].join(",");
    let step = |id: &str, responses: &str| {
        format!(
            r#""{id}": {{ "title": "T", "dimension": "agenda", "situation": ["x"], "responses": {{ {responses} }} }}"#
        )
    };
    let from = SMALL.find("\"start\": \"oven\"").expect("a start");
    let to = SMALL.find("\"outcomes\"").expect("outcomes");
    let tail = SMALL[to..].rfind("\"expect\"").map_or(&SMALL[to..], |end| &SMALL[to..to + end]);
    let steps = format!("{},{}{more}", step("one", &first), step("two", second));
    said(&format!(
        "{}\"start\": \"one\", \"steps\": {{ {steps} }}, {} }}",
        &SMALL[..from],
        tail.trim_end().trim_end_matches(',')
    ))
}

fn answer(id: &str, stance: &str, effect: &str, more: &str) -> String {
    format!(
        r#""{id}": {{ "stance": "{stance}", "text": "{id}", "effect": {{ {effect} }}, "consequence": ["c"], {more}"next": "end" }}"#
    )
}

#[test]
fn a_first_step_is_compared_in_one_state_and_that_says_nothing() {
    let second = [answer("go", "leader", "\"leadership\": 2", ""), answer("stay", "manager", "\"management\": 2", "")];
    let checked = two_steps([(1, 1), (-1, 3)], &second.join(","), "");
    assert!(checked.scenario.is_some());
    let analysis = checked.analysis.as_ref().expect("it is small");
    let shares = analysis.steps[0].responses.iter().map(|response| response.shares[0].percent()).collect::<Vec<_>>();
    assert_ne!(shares[0], shares[1], "one of them is better in the only state there is");
    let dominated = checked.diagnostics.iter().filter(|found| found.code == "dominated-response");
    let said: Vec<&str> = dominated.map(|found| found.message.as_str()).collect();
    assert!(!said.iter().any(|said| said.contains("`lead`") || said.contains("`manage`")), "{said:?}");
    assert_eq!(said.len(), 1, "and at the second, in two states, it is said: {said:?}");
}

#[test]
fn what_costs_more_on_the_same_way_is_dominated_at_a_first_step_too() {
    let text = SMALL.replacen(
        "\"responses\": {\n        \"",
        "\"responses\": {\n        \"poor\": { \"stance\": \"leader\", \"text\": \"t\", \"effect\": { \"leadership\": -3, \
         \"management\": -3 }, \"consequence\": [\"c\"], \"next\": \"rush\" }, \"rich\": { \"stance\": \"leader\", \"text\": \
         \"t\", \"consequence\": [\"c\"], \"next\": \"rush\" },\n        \"",
        1,
    );
    let checked = said(&text);
    let found: Vec<_> = checked.diagnostics.iter().filter(|found| found.code == "dominated-response").collect();
    assert!(found.iter().any(|found| found.message.contains("`poor`")), "{found:#?}");
}

#[test]
fn each_rival_is_said_to_be_better_where_it_is_and_nowhere_else() {
    // `both` is beaten by leading where leadership is short, by managing where management is: by neither in both.
    let second = [
        answer("lead", "leader", "\"leadership\": 6", ""),
        answer("manage", "manager", "\"management\": 6", ""),
        answer("both", "leader", "\"leadership\": -1, \"management\": -1", ""),
    ];
    let checked = two_steps([(-2, 4), (4, -2)], &second.join(","), "");
    let found = of(&checked, "dominated-response");
    assert_eq!(
        found.message,
        "The response `both` is never the one best answer for ending `balanced`: in each of the 2 states in which it is \
         offered another is better."
    );
    let related: Vec<&str> = found.related.iter().map(|related| related.message.as_str()).collect();
    assert_eq!(related, ["This one is better in 1 of the 2 states in which both are offered."; 2]);
}

#[test]
fn a_way_on_that_is_never_taken_is_told_why_truly() {
    let branches = |ways: &str| {
        let second = [
            answer("lead", "leader", "\"leadership\": 2", ""),
            answer("manage", "manager", "\"management\": 2", "").replacen("\"end\"", ways, 1),
        ];
        two_steps([(2, 1), (-1, 3)], &second.join(","), "")
    };
    let checked = branches(
        r#"[{ "when": { "leadership": { "at_least": 5 } }, "to": "end" }, { "when": { "leadership": { "at_most": 4 } }, "to": "end" }, { "to": "end" }]"#,
    );
    let last = "Those before it take all runs: ask for more in one of them, or take this one out and the `when` of the one \
                before.";
    assert_eq!(of(&checked, "unreachable-branch").help, last);
    let checked = branches(r#"[{ "when": { "leadership": { "at_least": 50 } }, "to": "end" }, { "to": "end" }]"#);
    let never = "Its `when` never holds where those before it have left a run: change it, or take it out.";
    assert_eq!(of(&checked, "unreachable-branch").help, never);
    let breaking = answer("manage", "manager", "\"management\": -100", "").replacen(
        "\"end\"",
        r#"[{ "when": { "leadership": { "at_least": 3 } }, "to": "end" }, { "to": "end" }]"#,
        1,
    );
    let second = [answer("lead", "leader", "\"leadership\": 2", ""), breaking].join(",");
    let checked = two_steps([(2, 1), (-1, 3)], &second, "");
    let found: Vec<_> = checked.diagnostics.iter().filter(|found| found.code == "unreachable-branch").collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].message.ends_with("this response breaks every run."), "{}", found[0].message);
}

#[test]
fn a_variant_that_is_never_told_is_told_why_truly() {
    let variants = |when: &str| {
        let first =
            format!("\"balanced\": [{{ \"when\": {when}, \"title\": \"A\", \"story\": [\"a\"], \"lesson\": \"a\" }},");
        let checked = with("\"balanced\": [", &first);
        let found = of(&checked, "unreachable-variant");
        (found.message.clone(), found.help.clone())
    };
    let (message, help) = variants("{ \"broke\": true }");
    assert_eq!(message, "No run that ends `balanced` is ever told \"A\".");
    assert_eq!(help, "Its `when` never holds for those who were not told one before it: change it, or take it out.");
    let (message, help) = variants("{ \"broke\": false }");
    assert_eq!(message, "No run that ends `balanced` is ever told \"Bread\".");
    let last = "Those before it are told to all: ask for more in one of them, or take this one out and the `when` of the \
                one before.";
    assert_eq!(help, last);
}

#[test]
fn what_follows_the_advice_is_no_longer_told() {
    // A piece of the small scenario with something wrong, its code, and what the help says to write.
    let cures = [
        ("\"start\": \"oven\"", "\"start\": \"over\"", "unknown-step", "\"start\": \"oven\""),
        (EFFECT, "\"effect\": 3", "wrong-type", "\"effect\": { \"leadership\": 2, \"management\": -1 }"),
        (MINUTES, "\"minutes\": \"6\"", "wrong-type", "\"minutes\": 6"),
        (SETS, "\"sets\": \"promised\",\n", "wrong-type", "\"sets\": [\"promised\"],\n"),
        (EXPECTED, "\"balancing\": \"over_led\"", "unknown-value", "\"balancing\": \"under_managed\""),
        ("[\"L3\"]", "[\"l3\"]", "unknown-concept", "[\"L3\"]"),
        ("\"next\": \"rush\"", "\"next\": []", "missing-fallback", "\"next\": [{ \"to\": \"rush\" }]"),
        ("\"language\": \"en\"", "\"language\": \"english\"", "unknown-language", "\"language\": \"en\""),
        ("\"role\": \"Baker\"", "\"role\": \"R&amp;D\"", "markup-in-text", "\"role\": \"R&D\""),
    ];
    for (old, wrong, code, right) in cures {
        of(&with(old, wrong), code);
        let mended = with(old, right);
        assert!(!mended.diagnostics.iter().any(|found| found.code == code), "{right}");
    }
}

#[test]
fn a_step_whose_pressure_breaks_every_run_is_not_said_to_be_empty() {
    let second = [
        answer("lead", "leader", "\"leadership\": 2", "").replacen("\"end\"", "\"three\"", 1),
        answer("manage", "manager", "\"management\": 2", ""),
    ];
    let third = [answer("lead", "leader", "", ""), answer("manage", "manager", "", "")].join(",");
    let third = format!(
        r#", "three": {{ "title": "T", "dimension": "agenda", "situation": ["x"], "pressure": {{ "leadership": -99 }}, "responses": {{ {third} }} }}"#
    );
    let checked = two_steps([(2, 1), (-1, 3)], &second.join(","), &third);
    let found = of(&checked, "unreachable-step");
    assert_eq!(found.message, "Every run that comes to the step `three` breaks on coming there, by its `pressure`.");
    assert!(found.help.contains("`pressure`"), "{}", found.help);
}

#[test]
fn two_responses_that_are_never_offered_together_are_not_the_same() {
    let twins = |first: &str, second: &str| {
        let second = [
            answer("lead", "leader", "\"leadership\": 2", ""),
            answer("manage", "manager", "\"management\": 2", ""),
            answer("one", "leader", "\"leadership\": 1", first),
            answer("other", "leader", "\"leadership\": 1", second),
        ];
        let checked = two_steps([(2, 1), (-1, 3)], &second.join(","), "");
        checked.diagnostics.iter().filter(|found| found.code == "identical-responses").count()
    };
    assert_eq!(twins("", ""), 1);
    assert_eq!(twins(r#""when": { "has": ["promised"] }, "#, r#""when": { "lacks": ["promised"] }, "#), 0);
    let apart = (r#""when": { "leadership": { "at_least": 5 } }, "#, r#""when": { "leadership": { "at_most": 4 } }, "#);
    assert_eq!(twins(apart.0, apart.1), 0);
    let meeting =
        (r#""when": { "leadership": { "at_least": 4 } }, "#, r#""when": { "leadership": { "at_most": 4 } }, "#);
    assert_eq!(twins(meeting.0, meeting.1), 1);
}

#[test]
fn a_flag_that_is_asked_for_is_not_to_be_taken_out_alone() {
    let checked = with(SETS, "");
    assert_eq!(
        of(&checked, "unused-flag").help,
        "Add it to a response, as `\"sets\": [\"promised\"]`, or take it out, and what asks for it."
    );
}

#[test]
fn a_decision_without_weight_is_told_what_it_lacks() {
    let alike = [answer("lead", "leader", "", ""), answer("manage", "manager", "", "")].join(",");
    let checked = two_steps([(2, 1), (-1, 3)], &alike, "");
    let found = of(&checked, "weightless-decision");
    assert_eq!(found.help, "Let its responses move the meters, or lead on to different steps.");
    let settled =
        [answer("lead", "leader", "\"leadership\": 1", ""), answer("manage", "manager", "\"management\": 1", "")];
    let checked = two_steps([(90, 90), (90, 91)], &settled.join(","), "");
    let found = checked.diagnostics.iter().rfind(|found| found.code == "weightless-decision").expect("no weight");
    assert!(found.help.starts_with("What its responses do to the meters changes no outcome"), "{}", found.help);
}

#[test]
fn a_scene_a_language_markup_and_hours_are_warned_of() {
    let text = SMALL
        .replacen("\"language\": \"en\"", "\"language\": \"english\", \"scene\": \"hospital\"", 1)
        .replacen(MINUTES, "\"minutes\": 400", 1)
        .replacen("\"She grins.\"", "\"Ren&eacute; <b>grins</b>, {{name}}. [[on]]\"", 1);
    let checked = said(&text);
    for code in ["unknown-language", "unknown-scene", "unlikely-minutes", "markup-in-text"] {
        let found = of(&checked, code);
        assert!(!found.help.is_empty() && found.span.start < found.span.end, "{found:?}");
    }
    assert_eq!(of(&checked, "unknown-language").help, "Did you mean `en`?");
    assert_eq!(
        of(&checked, "markup-in-text").message,
        "Players will read `&eacute;`, `<b>`, `</b>` and 2 more as they stand: texts are plain."
    );
}

#[test]
fn each_backdrop_and_each_face_that_has_a_name_is_a_file() {
    let holds = |folder: &str, names: &[&str], pictures: &[&str]| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("art").join(folder);
        let files = std::fs::read_dir(&folder).expect("a folder").filter_map(Result::ok);
        let mut found: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        let mut named: Vec<String> = names.iter().map(|name| format!("{name}.svg")).collect();
        found.sort();
        named.sort();
        assert_eq!(found, named);
        for file in named {
            let drawn = std::fs::read_to_string(folder.join(&file)).expect("a picture");
            for picture in pictures {
                assert_eq!(drawn.matches(&format!("<symbol id=\"{picture}\"")).count(), 1, "{picture} of {file}");
            }
        }
    };
    holds("scenes", &scenario::SCENES, &["scene"]);
    holds("faces", &scenario::FACES, &scenario::Mood::NAMES);
}

#[test]
fn a_face_and_a_steps_place_are_warned_of_where_nobody_drew_them() {
    let text = SMALL.replacen("\"Apprentice\" }", "\"Apprentice\", \"face\": \"yow\" }", 1).replacen(
        "\"dimension\": ",
        "\"scene\": \"wards\", \"dimension\": ",
        1,
    );
    let checked = said(&text);
    assert_eq!(of(&checked, "unknown-face").help, "Did you mean `yew`?");
    assert_eq!(of(&checked, "unknown-scene").help, "Did you mean `ward`?");
}

#[test]
fn a_mood_is_one_of_four_and_somebodys() {
    let says = "{ \"who\": \"ana\", \"says\": \"Which one first?\" }";
    let (sad, nobody) =
        (says.replace(" }", ", \"mood\": \"sad\" }"), "{ \"text\": \"It rains.\", \"mood\": \"glad\" }");
    let known = with(says, &sad);
    assert!(of(&known, "unknown-value").help.contains("`glad`"), "{}", of(&known, "unknown-value").help);
    let help = "Take `mood` out, or say who speaks: `who` and `says`.";
    assert_eq!(of(&with(says, nobody), "unknown-field").help, help);
    let fine = with(says, &says.replace(" }", ", \"mood\": \"worried\" }"));
    assert!(fine.diagnostics.iter().all(|found| found.code != "unknown-value" && found.code != "unknown-field"));
}
