//! Stories for SugarCube: passages, links, what is set and asked, and the rows of the report.

mod support;

use import::Fate;
use scenario::{Limits, read};
use serde_json::json;
use support::Story;

#[test]
fn links_lead_on_in_all_their_spellings() {
    let story = Story::of("links.twee");
    assert_eq!(story.counts(), (5, 10, 5, 11));
    assert_eq!(
        story.ways("hall"),
        "yard>yard go-to-the-yard>yard go-down>cellar go-up>attic ask-the-porter>yard climb>attic"
    );
    assert_eq!(story.draft["start"], "hall");
    assert_eq!(story.step("hall")["dimension"], "agenda");
    assert_eq!(story.situation("yard"), ["A yard. You can go in or look up."]);
    assert_eq!(story.ways("yard"), "go-in>hall2 look-up>attic");
    assert_eq!(story.response("cellar", "attic"), &json!({ "text": "Attic", "next": "attic" }));
    story.left_out("Hall2", 1, "[[Nowhere->No such passage]]");
    story.left_out("Cellar", 1, "[[Read more->https://example.com/]]");
    story.left_out("Cellar", 1, "[img[dark.png][Attic]]");
    story.changed("Attic", 0, "");
    story.carried("Hall", 5, "[[Go up|Attic]]");
    story.carried("Hall", 7, "<a data-passage=\"Attic\">");
}

#[test]
fn setters_are_effects_and_flags_and_say_which_hat_a_response_wears() {
    let story = Story::of("setters.twee");
    assert_eq!(story.counts(), (7, 10, 6, 11));
    let asked = story.response("start", "ask-the-crew-what-they-heard");
    assert_eq!(asked["effect"], json!({ "leadership": 2, "management": -1 }));
    assert_eq!((&asked["stance"], &asked["sets"]), (&json!("leader"), &json!(["asked"])));
    assert_eq!(story.response("start", "open-the-log-and-count-the-stops")["stance"], "manager");
    assert_eq!(story.step("belt")["pressure"], json!({ "management": -1 }));
    assert_eq!(story.draft["meters"]["leadership"]["start"], 4);
    assert_eq!(story.draft["meters"]["management"]["start"], 5);
    assert_eq!(story.ids().len(), 6);
    assert_eq!(story.ways("later"), "go-on>end");
    story.carried("StoryInit", 1, "<<set $trust to 4>>");
    story.changed("Belt", 1, "<<set $order -= 1>>");
    story.changed("Belt", 1, "Mara:");
    story.carried("Belt", 2, "<<if $asked>>");
    story.left_out("StoryInit", 0, "StoryInit");
}

/// All that a scenario needs stands in the story, once its last passage is a step with two responses.
#[test]
fn a_story_that_says_all_is_a_scenario_but_for_its_texts() {
    let story = Story::of("setters.twee");
    assert!(!story.text.contains("to-do"), "{}", story.text);
    let passage = "\"later\": {\n      \"title\": \"Later\",\n      \"situation\": [\"Done.\"],";
    assert!(story.text.contains(passage), "{}", story.text);
    let text = story.text.replacen("\"next\": \"later\"", "\"next\": \"end\"", 2);
    let from = text.find(",\n    \"later\": {").expect("the last step");
    let to = text.find("\n  },\n  \"outcomes\"").expect("the outcomes");
    let finished = format!("{}{}", &text[..from], &text[to..]);
    let scenario =
        read(finished.as_bytes(), &Limits::default()).map_err(|errors| errors.to_string()).expect("a scenario");
    assert_eq!(scenario.steps().len(), 5);
    let belt = &scenario.steps()[1];
    assert_eq!(belt.situation.len(), 2);
    assert_eq!(belt.situation[0].who, Some(0));
    assert_eq!(scenario.cast()[0].name.as_ref(), "Mara");
    assert_eq!(scenario::formatted(finished.as_bytes(), &Limits::default()).ok().as_deref(), Some(finished.as_str()));
}

#[test]
fn what_is_asked_is_the_when_of_lines_and_ways() {
    let story = Story::of("conditions.twee");
    assert_eq!(story.counts(), (3, 5, 3, 6));
    assert_eq!(
        story.situation("room"),
        [
            r#"{"text":"You see smiles here.","when":{"has":["told"]}}"#,
            r#"{"text":"You see frowns here.","when":{"lacks":["told"]}}"#,
            r#"{"text":"They cheer.","when":{"has":["told"],"leadership":{"at_least":6}}}"#,
            r#"{"text":"They sigh.","when":{"lacks":["told"]}}"#,
            r#"{"text":"They sigh.","when":{"has":["told"],"leadership":{"at_most":2}}}"#,
            r#"{"text":"They wait.","when":{"has":["told"],"leadership":{"at_least":3,"at_most":5}}}"#,
            "You are rich.",
            r#"{"text":"Low.","when":{"leadership":{"at_least":1,"at_most":2}}}"#,
            r#"{"text":"Some.","when":{"leadership":{"at_most":0}}}"#,
            r#"{"text":"High.","when":{"leadership":{"at_least":9,"at_most":9}}}"#,
            r#"{"text":"Some.","when":{"leadership":{"at_least":3,"at_most":8}}}"#,
            r#"{"text":"Some.","when":{"leadership":{"at_least":10}}}"#,
        ]
    );
    assert_eq!(story.response("room", "go-on-together")["when"], json!({ "has": ["told"] }));
    assert_eq!(story.response("room", "go-on-alone")["when"], json!({ "lacks": ["told"] }));
    assert_eq!(story.response("room", "stay")["stance"], "to-do");
    story.carried("Room", 2, "<<elseif $trust lt 3 or not $told>>");
    story.left_out("Room", 3, "<<if $gold > 3>>");
    story.left_out("Out", 1, "<<set $told to true>>");
}

#[test]
fn every_macro_has_its_row() {
    let story = Story::of("macros.twee");
    for (line, what) in [
        (1, "<<print $gold>>"),
        (1, "$gold"),
        (1, "<<= either"),
        (2, "<<textbox"),
        (4, "<<audio"),
        (5, "<<script>>"),
        (6, "<<include"),
        (7, "<<speech"),
        (11, "<<widget"),
        (12, "/* a comment */"),
        (12, "/% another %/"),
        (12, "<!-- a third -->"),
        (13, "<<set $gold to 3>>"),
        (13, "<<set $list"),
        (13, "<<unset"),
        (15, "<<else>>"),
    ] {
        story.left_out("Start", line, what);
    }
    for (line, what) in [(3, "<<timed 2s>>"), (8, "<<nobr>>"), (14, "''"), (14, "//")] {
        story.changed("Start", line, what);
    }
    story.carried("Start", 10, "<<silently>>");
    story.left_out("Note", 1, "<<checkbox");
    story.changed("Note", 1, "<<repeat");
    story.left_out("PassageHeader", 1, "<<set $turn");
    story.left_out("PassageHeader", 1, "[[Menu|Note]]");
    story.left_out("", 0, "Story JavaScript");
    story.left_out("", 0, "Story Stylesheet");
    story.left_out("", 0, "$gold");
    let words = story.situation("start").join("\n");
    assert!(words.contains("You have … coins and … more. …") && words.contains("Hello there."), "{words}");
    assert!(words.contains("raw") && words.contains("Bold slanted and"), "{words}");
    for gone in ["Hidden words", "inside", "State.variables", "comment"] {
        assert!(!story.text.contains(gone), "{gone}");
    }
    assert_eq!(story.counts(), (3, 2, 2, 2));
}

#[test]
fn of_what_players_do_not_see_only_what_is_silent_happens() {
    let text = ":: StoryData\n{\"format\":\"SugarCube\"}\n\n:: Start\nWords.<<widget \"w\">><<set $a to true>>[[Hall]]<</widget>>\n\
                <<silently>><<set $b to true>><<link \"x\" \"Hall\">><</link>><</silently>>\n[[Hall]]\n\n:: Hall\n<<set $c to true>>Hall.\n";
    let imported = import::import(text.as_bytes(), &support::OPTIONS).expect("a story");
    assert_eq!((imported.report.counts.links, imported.report.counts.responses), (1, 2));
    let left_out = |what: &str| imported.report.rows.iter().any(|row| row.fate == Fate::LeftOut && row.what == what);
    assert!(left_out("<<set $a to true>>") && left_out("[[Hall]]") && left_out("<<link \"x\" \"Hall\">>"));
    let draft: serde_json::Value = serde_json::from_str(&imported.text).expect("JSON");
    assert_eq!(draft["steps"]["start"]["responses"]["hall"]["sets"], json!(["c"]));
    assert!(!left_out("<<set $b to true>>"));
}

#[test]
fn a_link_with_something_within_does_and_tells_it() {
    let story = Story::of("bodies.twee");
    assert_eq!(story.counts(), (3, 6, 3, 6));
    let knock = story.response("start", "knock");
    assert_eq!((&knock["sets"], &knock["next"]), (&json!(["knocked"]), &json!("inside")));
    assert_eq!(knock["consequence"], json!(["It is late."]));
    assert_eq!(story.response("start", "break-it")["effect"], json!({ "leadership": -2 }));
    assert_eq!(
        story.response("start", "wait")["next"],
        json!([{ "when": { "has": ["knocked"] }, "to": "inside" }, { "to": "away" }])
    );
    assert_eq!(story.situation("start"), ["A door.", "It says: no.", "There is a bell."]);
    assert_eq!(story.ways("inside"), "back>start away>away");
    // A run comes there from two passages, so that it is not known which of them is meant.
    assert_eq!(story.ways("away"), "go-on>end");
    story.left_out("Away", 1, "<<return \"Go back\">>");
    story.carried("Start", 2, "<<goto \"Inside\">>");
    story.left_out("Start", 3, "<<set $trust += random(1, 3)>>");
    story.changed("Start", 4, "<<link \"Read the sign\">>");
    story.changed("Start", 5, "<<linkreplace");
}

#[test]
fn a_meter_from_0_is_moved_and_a_flag_that_begins_as_true_is_turned() {
    let options = import::Options { leadership: Some("score"), ..support::OPTIONS };
    let story = Story::with("init.twee", &options);
    assert_eq!(story.draft["meters"]["leadership"]["start"], 5);
    assert_eq!(story.situation("begin")[1], r#"{"text":"It is calm.","when":{"lacks":["no-longer-calm"]}}"#);
    assert_eq!(story.response("begin", "shout")["sets"], json!(["no-longer-calm"]));
    assert_eq!(story.situation("next"), [r#"{"text":"Good.","when":{"leadership":{"at_least":7}}}"#]);
    story.left_out("Next", 2, "<<set $calm to true>>");
    story.left_out("Next", 3, "<<set $score to 9>>");
    story.row(Fate::LeftOut, "", 0, "order");
    story.changed("", 0, "$score");
    assert_eq!(story.counts(), (3, 3, 3, 4));
}

#[test]
fn tags_are_taken_away_and_media_are_named() {
    let story = Story::of("media.twee");
    assert_eq!(story.situation("start"), ["A bold word.", "Another", "line.", "the web", "A < B and C > D & E"]);
    for (line, what) in [(2, "<img src"), (3, "<audio"), (4, "<script>"), (4, "<style>"), (5, "<input"), (5, "<a href")]
    {
        story.left_out("Start", line, what);
    }
    story.changed("Start", 1, "<b>");
    story.left_out("Next", 1, "<iframe");
    story.left_out("Next", 1, "<source");
    assert_eq!(story.counts(), (2, 1, 2, 2));
    assert!(story.text.contains("TO DO: what the player meets here"));
}

#[test]
fn what_is_taken_by_itself_is_one_response_with_its_ways() {
    let story = Story::of("redirect.twee");
    assert_eq!(
        story.response("gate", "go-on"),
        &json!({ "next": [
            { "when": { "has": ["led"] }, "to": "left" },
            { "when": { "lacks": ["led"], "leadership": { "at_least": 14 } }, "to": "right" },
            { "to": "end" },
        ] })
    );
    assert_eq!(story.response("left", "go-on")["next"], "right");
    assert_eq!(story.step("right")["pressure"], json!({ "leadership": 1 }));
    assert_eq!(
        story.response("right", "go-on"),
        &json!({ "text": "Hidden", "next": [{ "when": { "has": ["led"] }, "to": "start" }, { "to": "end" }] })
    );
    assert_eq!(story.counts(), (4, 6, 4, 5));
}
