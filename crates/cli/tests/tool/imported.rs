//! `two-hats import`: what it writes and says, and what it refuses.

use super::{fed, folder, put, run};

/// A story of two passages.
pub(super) const STORY: &str = ":: StoryTitle\nThe press\n\n:: StoryData\n{\"format\":\"SugarCube\"}\n\n:: Start [agenda]\nIt has stopped.\n\
                     [[Ask|End][$trust += 1]]\n[[Count|End]]\n\n:: End\n<<audio \"a\">>Done.\n";

#[test]
fn a_story_becomes_a_draft_and_check_names_each_step_once() {
    let folder = folder("import");
    put(&folder, "story.twee", STORY);
    let (code, out, err) =
        run(&folder, &["import", "story.twee", "-o", "s.json", "--leadership", "trust", "--management", "order"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(
        out.starts_with("The press (SugarCube): 2 passages and 2 links became 2 steps and 3 responses.\n"),
        "{out}"
    );
    assert!(out.contains("End:1  <<audio \"a\">>") && out.contains("Start:2  [[Ask|End][$trust += 1]]"), "{out}");
    assert!(err.starts_with("s.json is written: ") && err.contains("See: two-hats check s.json"), "{err}");
    let (code, out, _) = run(&folder, &["check", "s.json"]);
    assert!(code == 1 && out.matches("error[to-do]").count() == 1, "{out}");
    assert!(out.contains("This step has 1 `to-do` where you have to decide."), "{out}");
    assert_eq!(run(&folder, &["fmt", "--check", "s.json"]).0, 0);
}

#[test]
fn the_report_is_json_where_that_is_asked_for_and_without_a_place_the_id_is_the_name() {
    let folder = folder("import-json");
    let (code, out, err) = fed(&folder, &["import", "-", "--format", "json"], STORY);
    assert_eq!(code, 0, "{err}");
    assert!(out.starts_with("{\n  \"story\": \"The press\",") && out.contains("\"passages\": 2"), "{out}");
    assert!(out.contains("\"fate\": \"left_out\"") && folder.join("the-press.json").exists(), "{out}");
    let (code, _, err) = fed(&folder, &["import", "-"], STORY);
    assert!(code == 2 && err.contains("the-press.json is there already, and is left as it is."), "{err}");
}

#[test]
fn what_cannot_be_imported_is_said_and_nothing_is_written() {
    let folder = folder("import-refused");
    put(&folder, "story.twee", STORY);
    put(&folder, "page.html", "<html>\n<p>Hello</p></html>");
    put(&folder, "two.html", "<tw-storydata name=\"A\"></tw-storydata><tw-storydata name=\"B\"></tw-storydata>");
    for (arguments, expected, says) in [
        (&["import", "page.html", "-o", "s.json"][..], 1, "error: page.html:1: This page holds no story of Twine"),
        (&["import", "two.html", "-o", "s.json"], 1, "Name it with `--story`. Its stories are `A`, `B`."),
        (&["import", "gone.twee", "-o", "s.json"], 2, "gone.twee does not exist."),
        (&["import", "story.twee", "-o", "My Story.json"], 2, "My Story is not an id."),
        (&["import", "story.twee", "-o", "gone/s.json"], 2, "there is no folder gone; make it first"),
        (&["import", "story.twee", "-o", "s.json", "--leadership", "a", "--management", "$a"], 2, "the same variable"),
        (&["import"], 2, "Usage"),
    ] {
        let (code, out, err) = run(&folder, arguments);
        assert!(code == expected && out.is_empty() && err.contains(says), "{arguments:?}: {code} {out}{err}");
    }
    assert!(!folder.join("s.json").exists());
    let (_, out, _) = run(&folder, &["check", "page.html"]);
    assert!(out.contains("not a scenario"), "{out}");
    let (_, out, _) = run(&folder, &["check", "story.twee"]);
    assert!(out.contains("`two-hats import`"), "{out}");
}
