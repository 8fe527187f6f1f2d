//! Stories for Harlowe, Chapbook and Snowman; published pages, archives and JSON; loops, speakers, ids.

mod support;

use import::{Options, import};
use serde_json::json;
use support::{Story, file};

#[test]
fn harlowe_s_links_lead_on() {
    let story = Story::of("harlowe-links.twee");
    assert_eq!(story.counts(), (2, 7, 2, 7));
    assert_eq!(story.ways("start"), "yard>yard go-out>yard leave>yard run>yard knock>yard shout>yard");
    assert_eq!(story.response("start", "knock")["effect"], json!({ "leadership": 1 }));
    assert_eq!(story.response("start", "shout")["effect"], json!({ "leadership": -2 }));
    assert_eq!(story.ways("yard"), "back>start");
    assert_eq!(story.step("yard")["pressure"], json!({ "management": 2 }));
    assert_eq!(
        story.draft["meters"],
        json!({
            "leadership": { "start": 4, "enough": 4 },
            "management": { "start": 3, "enough": 3 },
        })
    );
    let words = story.situation("start").join("\n");
    assert!(words.contains("It is late. A door. A window.") && words.contains("You sit."), "{words}");
    story.changed("Start", 2, "|door>");
    story.changed("Start", 2, "<pane|");
    story.changed("Start", 9, "(link-reveal: \"Look\")");
    story.carried("Start", 6, "(link-goto: \"Run\", \"Yard\")");
}

#[test]
fn harlowe_s_conditions_are_whens() {
    let story = Story::of("harlowe-conditions.twee");
    assert_eq!(
        story.situation("room"),
        [
            r#"{"text":"You sit here.","when":{"has":["told"]}}"#,
            r#"{"text":"You stand here.","when":{"lacks":["told"]}}"#,
            r#"{"text":"They cheer.","when":{"leadership":{"at_least":6}}}"#,
            r#"{"text":"They sigh.","when":{"leadership":{"at_most":2}}}"#,
            r#"{"text":"They wait.","when":{"leadership":{"at_least":3,"at_most":5}}}"#,
            r#"{"text":"They whisper.","when":{"lacks":["told"]}}"#,
            "You were there.",
            r#"{"text":"Deep.","when":{"has":["told"],"leadership":{"at_least":8}}}"#,
        ]
    );
    assert_eq!(story.response("start", "tell")["sets"], json!(["told"]));
    assert_eq!(story.response("room", "go-on"), &json!({ "text": "Go", "next": "out" }));
    assert_eq!(story.situation("out").len(), 2);
    story.left_out("Room", 4, "(if: (history:) contains");
    story.changed("Out", 1, "(text-style:");
    story.changed("Room", 7, "[[Creep->Out]]");
    assert_eq!(story.counts(), (3, 4, 3, 4));
}

#[test]
fn harlowe_s_macros_have_their_rows() {
    let story = Story::of("harlowe-macros.twee");
    for (line, what) in [
        (1, "$gold"),
        (1, "(print:"),
        (1, "(either:"),
        (4, "(input-box:"),
        (5, "(cycling-link:"),
        (12, "(display:"),
        (12, "(unknown-thing:"),
    ] {
        story.left_out("Start", line, what);
    }
    for (line, what) in
        [(2, "(text-style:"), (2, "(color:"), (3, "(live:"), (3, "(stop:)"), (6, "{ }"), (9, "#"), (10, "*")]
    {
        story.changed("Start", line, what);
    }
    for what in ["(alert:", "(save-game:", "(a:"] {
        story.left_out("Note", 1, what);
    }
    story.changed("Note", 1, "(after:");
    story.left_out("Startup", 1, "(set: $gold");
    let words = story.situation("start");
    assert!(words.contains(&"Bold i strong em gone".to_owned()), "{words:?}");
    assert!(words.contains(&"(Not a macro: just words) and brackets stay words.".to_owned()), "{words:?}");
    assert!(words.contains(&"Heading".to_owned()) && words.contains(&"an item".to_owned()), "{words:?}");
    assert_eq!(story.counts(), (3, 1, 2, 2));
}

#[test]
fn chapbook_s_variables_and_modifiers_are_read() {
    let story = Story::of("chapbook.twee");
    assert_eq!(
        story.situation("start"),
        [
            "It is late, and cold. See the map.",
            r#"{"text":"They smile.","when":{"leadership":{"at_least":6}}}"#,
            r#"{"text":"They wait.","when":{"leadership":{"at_most":5}}}"#,
        ]
    );
    assert_eq!(story.ways("start"), "tell-them>told say-nothing>silent");
    let told = story.response("start", "tell-them");
    assert_eq!((&told["sets"], &told["effect"]), (&json!(["told"]), &json!({ "leadership": 2 })));
    assert_eq!(story.step("silent")["pressure"], json!({ "leadership": -1, "management": 1 }));
    assert_eq!(story.situation("told"), [r#"{"text":"Never told.","when":{"lacks":["told"]}}"#, "… nods."]);
    assert_eq!(story.situation("silent"), ["Later."]);
    for (passage, line, what) in [
        ("Start", 4, "config.style"),
        ("Start", 5, "name: 'Ada'"),
        ("Start", 7, "[the map]"),
        ("Told", 3, "luck (trust > 3): 2"),
        ("Told", 9, "{name}"),
        ("Silent", 7, "[JavaScript]"),
        ("Silent", 11, "[note]"),
    ] {
        story.left_out(passage, line, what);
    }
    story.carried("Start", 9, "[if trust > 5]");
    story.changed("Told", 5, "[align center]");
    story.changed("Silent", 4, "[after 2s]");
    assert_eq!(story.counts(), (3, 3, 3, 4));
}

#[test]
fn chapbook_s_inserts_have_their_rows() {
    let story = Story::of("chapbook-inserts.twee");
    assert_eq!(story.situation("start")[0], "A door which is shut here.");
    assert_eq!(story.ways("start"), "go-on>more");
    assert_eq!(story.ways("more"), "go-back>start");
    for (passage, line, what) in [
        ("Start", 2, "{reveal link: 'more'"),
        ("Start", 4, "{link to: 'https"),
        ("Start", 5, "{embed image"),
        ("Start", 5, "{ambient sound"),
        ("Start", 6, "{text input"),
        ("Start", 6, "{dropdown menu"),
        ("Start", 7, "{random.d6}"),
        ("Start", 7, "{unheard of"),
        ("Start", 8, "![A dog](dog.png)"),
        ("More", 2, "{restart link"),
        ("More", 2, "{embed passage"),
    ] {
        story.left_out(passage, line, what);
    }
    story.changed("Start", 1, "{reveal link: 'door'");
    assert_eq!(story.counts(), (2, 2, 2, 2));
}

#[test]
fn of_another_format_links_are_read_and_code_is_left_out() {
    let story = Story::of("snowman.twee");
    assert_eq!((story.counts(), story.ways("start").as_str()), ((2, 2, 2, 3), "yard>yard go>yard"));
    assert_eq!(story.situation("start"), ["You have … hats."]);
    story.left_out("Start", 1, "<% s.x = 1; %>");
    story.left_out("Start", 1, "<%= s.x %>");
    story.changed("", 0, "Snowman");
}

#[test]
fn a_published_page_is_read_with_its_escapes_undone_once() {
    let story = Story::of("published.html");
    assert_eq!(story.counts(), (3, 3, 3, 4));
    assert_eq!((&story.draft["title"], &story.draft["start"]), (&json!("Salt & Wind"), &json!("shed")));
    assert_eq!(story.situation("quay"), ["The quay. &lt;b&gt; is bold & \"quoted\"."]);
    assert_eq!(story.step("quay")["dimension"], "network");
    assert_eq!(story.situation("shed")[0], "It's cold.");
    assert_eq!(story.response("shed", "take-the-rope")["sets"], json!(["rope"]));
    assert_eq!(story.ids(), ["quay", "sea", "shed"]);
    story.left_out("", 0, "Story JavaScript");
    story.left_out("", 0, "Story Stylesheet");
    story.left_out("Quay", 0, "#dark");
    assert!(!story.text.contains("[[no]]"));
}

#[test]
fn what_only_tells_of_a_story_is_no_passage_whatever_the_file_is() {
    let page = "<tw-storydata name=\"\" startnode=\"3\"><tw-passagedata pid=\"1\" name=\"StoryTitle\">Salt</tw-passagedata>\
                <tw-passagedata pid=\"2\" name=\"Code\" tags=\"script\">x()</tw-passagedata>\
                <tw-passagedata pid=\"3\" name=\"Quay\">Wind.</tw-passagedata></tw-storydata>";
    let imported = import(page.as_bytes(), &support::OPTIONS).expect("a story");
    assert_eq!((imported.report.counts.passages, imported.report.story.as_str()), (1, "Salt"));
    assert!(imported.report.rows.iter().any(|row| row.what == "Story JavaScript"));
}

#[test]
fn a_story_of_an_archive_is_named() {
    let error = import(&file("archive.html"), &Options::default()).expect_err("two stories");
    assert!(error.message.contains("2 stories") && error.help.contains("`First`, `Second`"), "{error}");
    for (name, counts) in [("First", (2, 1, 2, 2)), ("Second", (1, 0, 1, 1))] {
        let story = Story::with("archive.html", &Options { story: Some(name), ..support::OPTIONS });
        assert_eq!(story.counts(), counts, "{name}");
    }
    let error =
        import(&file("archive.html"), &Options { story: Some("Secnod"), ..Options::default() }).expect_err("none");
    assert!(error.help.contains("Did you mean `Second`?"), "{error}");
}

#[test]
fn json_of_twine_and_of_others_is_read() {
    let story = Story::of("story.json");
    assert_eq!((story.counts(), &story.draft["start"]), ((3, 3, 3, 4), &json!("second")));
    assert_eq!(story.situation("second"), ["Second & last."]);
    assert_eq!(story.step("first")["dimension"], "outcomes");
    story.left_out("First", 0, "#a");
    story.left_out("Second", 1, "(set: $x to 3)");
    let story = Story::of("twison.json");
    assert_eq!((story.counts(), &story.draft["start"]), ((2, 1, 2, 2), &json!("a")));
    story.left_out("B", 0, "#dark");
}

#[test]
fn loops_have_steps_with_visits() {
    let story = Story::of("hub.twee");
    let visits = |story: &Story, id: &str| story.step(id).get("visits").cloned();
    for id in ["the-baker", "the-smith", "the-mill"] {
        assert_eq!(visits(&story, id), Some(json!(1)), "{id}");
        story.changed(story.step(id)["title"].as_str().expect("a title"), 0, "visits");
    }
    assert_eq!((visits(&story, "square"), visits(&story, "the-road")), (None, None));
    assert_eq!(story.counts(), (5, 7, 5, 8));
    let story = Story::of("retry.twee");
    assert_eq!(
        (visits(&story, "wrong"), visits(&story, "why"), visits(&story, "question")),
        (Some(json!(2)), None, None)
    );
    assert_eq!(story.counts(), (4, 4, 4, 5));
    assert_eq!(story.response("why", "try-once-more"), &json!({ "text": "Try once more", "next": "question" }));
}

#[test]
fn who_speaks_is_of_the_cast() {
    let story = Story::of("speakers.twee");
    assert_eq!(
        story.situation("start"),
        [
            r#"{"says":"We lose the order.","who":"mara-lindqvist"}"#,
            r#"{"says":"Then we call.","who":"sami"}"#,
            "mara: no.",
            "Note: it rains.",
            r#"{"says":"Call whom?","who":"mara-lindqvist"}"#,
            "The clock says 12:30.",
        ]
    );
    let said = |who: &str, says: &str| format!(r#"{{"says":"{says}","who":"{who}"}}"#);
    assert_eq!(story.situation("call"), [said("sami", "Hello?"), said("dr-oneill", "Who is this: you?")]);
    let cast = story.draft["cast"].as_object().expect("a cast");
    assert_eq!(
        cast.values().map(|member| member["name"].as_str().expect("a name")).collect::<Vec<_>>(),
        ["Dr. O'Neill", "Mara Lindqvist", "Sami"]
    );
    story.changed("Start", 1, "Mara Lindqvist:");
    story.changed("Call", 2, "Dr. O'Neill:");
    assert_eq!(story.counts(), (2, 1, 2, 2));
}

#[test]
fn ids_are_valid_and_stand_once() {
    let story = Story::of("ids.twee");
    assert_eq!(story.ids(), ["a-b", "a-b-2", "elan-grosse", "end-2", "end-3", "odd-name", "passage-4"]);
    assert_eq!(story.ways("end-2"), "elan-grosse>elan-grosse response>passage-4 end>end-3 dont-stop>a-b");
    assert_eq!(story.ways("a-b"), "told-the-truth>a-b-2 told-the-truth-2>end-2");
    assert_eq!(story.step("odd-name")["title"], "[odd] {name}");
    story.changed("end", 0, "visits");
    assert_eq!(story.counts(), (7, 7, 7, 11));
}
