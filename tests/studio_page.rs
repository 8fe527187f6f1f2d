//! The studio: what an author reads and does in its forms and on its map, and what becomes of the file by it.

use document::{Condition, Document, Name, Path, Value};
use scenario::{Outcome, Stance};
use two_hats::workbench::{
    Effect, Event, Model, Move, Part, Pick, STUDIO as WORDS, Studio, View, answer_to, with_clauses,
};
use two_hats::workbench_ui::written;

const SMALL: &str = include_str!("fixtures/small.json");

/// Lets a worker answer what an event asks, and takes up its answer.
fn act(model: &mut Model, event: impl Into<Event>) -> Vec<Effect> {
    let effects = model.update(event.into());
    for effect in &effects {
        let Effect::Ask(question) = effect else { continue };
        let mut parts = Vec::new();
        answer_to(question, &mut |part| parts.push(part));
        for part in parts {
            act(model, Event::Told(Some(part)));
        }
        act(model, Event::Painted);
    }
    effects
}

/// The studio with a text, on a view.
fn on(view: View, text: &str) -> Model {
    let mut model = Model::default();
    act(&mut model, Event::FileCame("small.json".into(), Some(text.into())));
    act(&mut model, Studio::View(view));
    model
}

fn open(model: &mut Model, step: &str) {
    act(model, Studio::Pick(Some(Pick::Step(step.into()))));
}

/// The page as text, with what it says unescaped.
fn page(model: &Model) -> String {
    written(model.clone()).replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&").replace("&gt;", ">")
}

#[track_caller]
fn reads(page: &str, words: &str) {
    assert!(page.contains(words), "{words:?} is not on\n{page}");
}

fn path(text: &str) -> Path {
    text.parse().expect("a path")
}

/// The lines of a text that another does not have at the same place from either end.
fn changed_lines(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let (one, other): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let most = one.len().min(other.len()) - start;
    let end = one.iter().rev().zip(other.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let piece = |lines: &[&str]| lines[start..lines.len() - end].iter().map(|line| (*line).to_owned()).collect();
    (piece(&one), piece(&other))
}

#[test]
fn the_map_is_read_with_its_steps_its_shares_and_what_to_do() {
    let mut model = on(View::Map, SMALL);
    let shown = page(&model);
    for words in [WORDS.view_map, WORDS.view_text, WORDS.map_keys, WORDS.pick_one, WORDS.outline] {
        reads(&shown, words);
    }
    reads(&shown, "data-to=\"oven\"");
    reads(&shown, "data-way=\"steps.oven.responses.list.next[0].to\"");
    reads(&shown, "100 % of runs");
    assert!(!shown.contains(WORDS.shares_unknown));
    open(&mut model, "oven");
    let shown = page(&model);
    for words in [
        "The oven is cold",
        "It is four in the morning.",
        "Which one first?",
        "Ask Ana what she would do.",
        "You promised Ana the morning shift",
        "Getting it done",
        WORDS.way_else,
        WORDS.add_leader,
        "faces/",
        "end balanced after it",
    ] {
        reads(&shown, words);
    }
    assert!(!shown.contains("class=\"error\""), "nothing is wrong with it");
}

#[test]
fn the_other_views_are_read() {
    let story = page(&on(View::Story, SMALL));
    for words in
        [WORDS.story_role, "Baker", WORDS.endings, "Sold out by nine.", "Nobody sings.", WORDS.broke, WORDS.ending_else]
    {
        reads(&story, words);
    }
    let people = page(&on(View::People, SMALL));
    for words in
        ["Ana Duarte", "Apprentice", "speaks 2 lines", WORDS.flag_set, "The oven is cold", "A queue to the corner"]
    {
        reads(&people, words);
    }
    assert!(!people.contains(WORDS.flag_forgotten));
    let lost = SMALL.replace("\"has\": [\"promised\"]", "\"broke\": false");
    reads(&page(&on(View::People, &lost)), WORDS.flag_forgotten);
    let text = page(&on(View::Text, SMALL));
    assert!(text.contains(WORDS.view_map) && !text.contains("class=\"studio\""));
}

#[test]
fn a_draft_with_faults_is_edited_like_any_other_and_has_them_at_their_places() {
    let faulty = SMALL.replacen("\"next\": \"rush\"", "\"next\": \"rusch\"", 1).replacen(
        "\"Ask Ana what she would do.\"",
        "7",
        1,
    );
    let mut model = on(View::Map, &faulty);
    open(&mut model, "oven");
    let shown = page(&model);
    reads(&shown, WORDS.shares_unknown);
    reads(&shown, "class=\"faults\"");
    reads(&shown, "aria-invalid=\"true\"");
    reads(&shown, "node step has-error");
    act(&mut model, Studio::Lead(path("steps.oven.responses.ask.next"), "rush".into()));
    act(&mut model, Studio::Type(path("steps.oven.responses.ask.text"), "Ask her.".into()));
    assert_eq!(model.text, SMALL.replacen("Ask Ana what she would do.", "Ask her.", 1));
    assert!(!page(&model).contains("has-error"));
    // Whatever the text is, there is a page of it.
    for text in
        ["", "{", "[]", "{\"steps\": 3}", "{\"steps\": {\"oven\": []}, \"cast\": [1], \"flags\": {\"a\": 1}}", "\u{0}"]
    {
        for view in View::ALL {
            let mut model = on(view, text);
            open(&mut model, "oven");
            act(&mut model, Studio::Pick(Some(Pick::Ending(Outcome::Adrift))));
            assert!(!page(&model).is_empty());
        }
    }
}

#[test]
fn what_is_typed_is_one_change_and_changes_its_own_line() {
    let mut model = on(View::Map, SMALL);
    let title = path("steps.oven.title");
    for text in ["T", "Th", "The", "The oven"] {
        act(&mut model, Studio::Type(title.clone(), text.into()));
    }
    act(&mut model, Studio::Left);
    let (before, after) = changed_lines(SMALL, &model.text);
    assert_eq!((before.len(), after), (1, vec!["      \"title\": \"The oven\",".to_owned()]));
    assert_eq!(model.editing.history.done().len(), 1);
    act(&mut model, Studio::Undo);
    assert_eq!(model.text, SMALL);
    assert!(model.editing.said.contains(WORDS.wrote));
    act(&mut model, Studio::Redo);
    assert!(model.text.contains("\"title\": \"The oven\""));
    // What is typed in the text's field is a change like any other.
    act(&mut model, Event::Took(SMALL.replace("Forty", "Fifty")));
    act(&mut model, Studio::Nudge(path("steps.rush.responses.two-lines.effect.management"), 1));
    assert!(model.text.contains("Fifty") && model.text.contains("\"management\": 4 }"));
    for _ in 0..3 {
        act(&mut model, Studio::Undo);
    }
    assert_eq!(model.text, SMALL);
}

#[test]
fn every_change_of_a_form_can_be_undone_to_the_byte() {
    let oven = |rest: &str| path(&format!("steps.oven.{rest}"));
    let changes = [
        Studio::Choose(oven("dimension"), "network".into()),
        Studio::Choose(oven("dimension"), String::new()),
        Studio::Choose(oven("scene"), "harbour".into()),
        Studio::Type(oven("moment"), "Friday".into()),
        Studio::Type(oven("situation[0]"), "It is five.\nAna: “Now?”\n\nYou wait.".into()),
        Studio::Type(oven("situation[0]"), "It is four in the morning.\n".into()),
        Studio::Type(oven("situation[1]"), "Now?".into()),
        Studio::Type(oven("responses.ask.text"), String::new()),
        Studio::Speaker(oven("situation[0]"), "ana".into()),
        Studio::Speaker(oven("situation[1]"), String::new()),
        Studio::Choose(oven("situation[1].mood"), "glad".into()),
        Studio::Move(oven("situation[1]"), Move::Up),
        Studio::Push(oven("situation"), Value::text("More.")),
        Studio::Remove(oven("situation[0]")),
        Studio::When(oven("situation[0].when"), with_clauses([Part::Has("promised".into())])),
        Studio::When(oven("responses.ask.when"), with_clauses([Part::AtLeast(Stance::Leader, 3)])),
        Studio::When(oven("responses.list.next[0].when"), Condition::default()),
        Studio::Number(oven("responses.ask.effect.leadership"), "+3".into()),
        Studio::Number(oven("responses.ask.effect.management"), "0".into()),
        Studio::Number(oven("visits"), "2".into()),
        Studio::Nudge(oven("pressure.management"), -1),
        Studio::Toggle(oven("concepts"), "D3".into()),
        Studio::Toggle(oven("concepts"), "L1".into()),
        Studio::Toggle(oven("responses.ask.sets"), "promised".into()),
        Studio::Remember(oven("responses.list"), "You kept to the list".into()),
        Studio::Lead(oven("responses.ask.next"), "end".into()),
        Studio::Lead(oven("responses.ask.next"), String::new()),
        Studio::Branch(oven("responses.ask.next")),
        Studio::Branch(oven("responses.list.next")),
        Studio::Insert(oven("responses.ask.next")),
        Studio::NewStep,
        Studio::RemoveStep("rush".into()),
        Studio::RemoveStep("oven".into()),
        Studio::NewResponse("oven".into(), Stance::Manager),
        Studio::Remove(oven("responses.list")),
        Studio::Rename(Name::Step("rush".into()), "queue".into()),
        Studio::Rename(Name::Flag("promised".into()), "gave_word".into()),
        Studio::Rename(Name::Cast("ana".into()), "anna".into()),
        Studio::NewPerson("Mara Lindqvist".into()),
        Studio::NewFlag("You told them".into()),
        Studio::Tell(path("outcomes.balanced")),
        Studio::Push(oven("facilitator.discuss"), Value::text("Who?")),
        Studio::Type(oven("facilitator.notes"), "Wait for it.".into()),
    ];
    for change in changes {
        let mut model = on(View::Map, SMALL);
        open(&mut model, "oven");
        act(&mut model, change.clone());
        act(&mut model, Studio::Left);
        assert_eq!(model.editing.refused, None, "{change:?}");
        assert_ne!(model.text, SMALL, "{change:?} changed nothing");
        assert!(Document::new(model.text.clone()).is_json(), "{change:?}\n{}", model.text);
        assert_eq!(model.editing.document.text(), model.text);
        assert_eq!(model.editing.history.done().len(), 1, "{change:?} is one change");
        assert!(!page(&model).is_empty());
        act(&mut model, Studio::Undo);
        assert_eq!(model.text, SMALL, "{change:?}");
        act(&mut model, Studio::Redo);
        assert_ne!(model.text, SMALL);
    }
}

#[test]
fn a_rename_mends_what_refers_to_it_and_the_card_stays() {
    let mut model = on(View::Map, SMALL);
    open(&mut model, "rush");
    act(&mut model, Studio::Rename(Name::Step("rush".into()), "queue".into()));
    assert_eq!(model.editing.picked, Some(Pick::Step("queue".into())));
    assert!(!model.text.contains("\"rush\"") && model.answer.as_ref().is_some_and(|answer| answer.counts[0] == 0));
    act(&mut model, Studio::Rename(Name::Step("queue".into()), "oven".into()));
    assert!(model.editing.refused.is_some(), "there is an oven");
    reads(&page(&model), "role=\"alert\"");
    act(&mut model, Studio::Undo);
    assert_eq!(model.text, SMALL);
}

#[test]
fn something_new_is_called_by_its_first_words_in_one_change() {
    let mut model = on(View::Map, SMALL);
    act(&mut model, Studio::Insert(path("steps.oven.responses.ask.next")));
    assert_eq!(model.editing.picked, Some(Pick::Step("new-step".into())));
    reads(&page(&model), WORDS.line_hint);
    assert!(model.report.is_some() && !model.stale, "a new step is at once a part of a story that can be counted");
    act(&mut model, Studio::Type(path("steps.new-step.title"), "The flour is late".into()));
    act(&mut model, Studio::Left);
    assert_eq!(model.editing.picked, Some(Pick::Step("the-flour-is-late".into())));
    assert!(model.text.contains("\"next\": \"the-flour-is-late\""));
    act(&mut model, Studio::NewResponse("the-flour-is-late".into(), Stance::Leader));
    act(
        &mut model,
        Studio::Type(path("steps.the-flour-is-late.responses.new-answer.text"), "Call the mill yourself.".into()),
    );
    act(&mut model, Studio::Left);
    assert!(model.text.contains("\"call-the-mill-yourself\""));
    // What has a name of its own keeps it.
    act(&mut model, Studio::Type(path("steps.oven.title"), "Cold".into()));
    act(&mut model, Studio::Left);
    assert!(model.text.contains("\"oven\": {"));
    for _ in 0..5 {
        act(&mut model, Studio::Undo);
    }
    assert_eq!(model.text, SMALL);
}

#[test]
fn a_way_that_would_go_round_for_ever_is_refused_with_the_reason_before_it_is_let_go() {
    let mut model = on(View::Map, SMALL);
    let way = path("steps.rush.responses.two-lines.next");
    act(&mut model, Studio::Lead(way.clone(), "oven".into()));
    let refused = model.editing.refused.clone().expect("a reason");
    assert!(refused.at == Some(way.clone()) && refused.why.contains("oven"), "{refused:?}");
    assert_eq!(model.text, SMALL);
    act(&mut model, Studio::Grab(way.clone()));
    act(&mut model, Studio::Over("oven".into()));
    let shown = page(&model);
    reads(&shown, "over not-there");
    reads(&shown, "visits");
    reads(&shown, "class=\"band\"");
    act(&mut model, Studio::LetGo);
    assert_eq!(model.text, SMALL);
    // To an ending it may lead; on paper it makes a step.
    act(&mut model, Studio::Grab(way.clone()));
    act(&mut model, Studio::Over("end:adrift".into()));
    act(&mut model, Studio::LetGo);
    assert!(model.text.contains("\"next\": \"end:adrift\""));
    act(&mut model, Studio::Grab(way.clone()));
    act(&mut model, Studio::Over(String::new()));
    act(&mut model, Studio::LetGo);
    assert_eq!(model.editing.picked, Some(Pick::Step("new-step".into())));
    act(&mut model, Studio::Grab(way));
    act(&mut model, Studio::GiveUp);
    assert_eq!(act(&mut model, Studio::LetGo), Vec::new());
}

#[test]
fn numbers_that_cannot_be_are_refused_at_their_field() {
    let mut model = on(View::Map, SMALL);
    open(&mut model, "oven");
    for (place, number) in [
        ("steps.oven.responses.ask.effect.leadership", "many"),
        ("steps.oven.responses.ask.effect.leadership", "2000"),
        ("meters.leadership.start", "0"),
        ("meters.leadership.start", ""),
        ("minutes", "-4"),
        ("steps.oven.visits", "9"),
    ] {
        act(&mut model, Studio::Number(path(place), number.into()));
        assert_eq!(model.editing.refused.as_ref().and_then(|it| it.at.clone()), Some(path(place)), "{place} {number}");
        assert_eq!(model.text, SMALL);
    }
}

#[test]
fn arrow_keys_walk_the_ways_and_words_are_found() {
    let mut model = on(View::Map, SMALL);
    let mut walks = |to| {
        act(&mut model, Studio::Walk(to));
        model.editing.picked.clone()
    };
    let step = |id: &str| Some(Pick::Step(id.into()));
    assert_eq!(walks(Move::Down), step("oven"), "the first key opens the start");
    assert_eq!(walks(Move::Down), step("rush"));
    assert_eq!(walks(Move::Up), step("oven"));
    assert_eq!(walks(Move::Before), step("oven"), "nothing stands beside it");
    act(&mut model, Studio::Find("forty PEOPLE".into()));
    act(&mut model, Studio::FindNext);
    assert_eq!(model.editing.picked, step("rush"));
    act(&mut model, Studio::Find("nowhere at all".into()));
    act(&mut model, Studio::FindNext);
    assert!(model.editing.refused.is_some() && model.editing.picked == step("rush"));
}

#[test]
fn a_story_is_written_from_nothing_without_its_text() {
    let mut model = on(View::Map, "");
    act(&mut model, Studio::NewStep);
    assert!(model.editing.refused.is_none(), "{:?}", model.editing.refused);
    assert!(model.text.contains("\"start\": \"new-step\""), "{}", model.text);
    assert!(model.report.is_some(), "it is a story at once");
    reads(&page(&model), "data-to=\"new-step\"");
    for (place, words) in [("title", "The mill"), ("role", "Miller"), ("outcomes.adrift[0].lesson", "Begin.")] {
        act(&mut model, Studio::Type(path(place), words.into()));
        act(&mut model, Studio::Left);
        assert!(model.text.contains(words));
    }
    while !model.editing.history.done().is_empty() {
        act(&mut model, Studio::Undo);
    }
    assert_eq!(model.text, "");
}

#[test]
fn the_text_is_put_into_its_field_where_it_is_seen() {
    let mut model = on(View::Map, SMALL);
    let puts = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::PutText(_)));
    let nudge = || Studio::Nudge(path("meters.leadership.start"), 1);
    assert!(!puts(&act(&mut model, nudge())));
    assert!(puts(&act(&mut model, Studio::View(View::Text))));
    assert!(!puts(&act(&mut model, Studio::View(View::Map))));
    act(&mut model, Studio::Beside);
    assert!(puts(&act(&mut model, nudge())));
    // While a word is typed in a form the field waits until the form is left.
    assert!(!puts(&act(&mut model, Studio::Type(path("title"), "Other".into()))));
    assert!(puts(&act(&mut model, Studio::Left)));
    // Another text has a history of its own.
    act(&mut model, Event::FileCame("other.json".into(), Some(b"{}".to_vec())));
    assert!(model.editing.history.done().is_empty() && model.editing.document.text() == "{}");
    assert_eq!(act(&mut model, Studio::Undo), Vec::new());
}

#[test]
fn a_hostile_texts_words_are_words() {
    let hostile = SMALL.replace("Which one first?", "<script>alert(1)</script>");
    let mut model = on(View::Map, &hostile);
    open(&mut model, "oven");
    let written = written(model);
    assert!(!written.contains("<script") && written.contains("&lt;script&gt;"));
}
