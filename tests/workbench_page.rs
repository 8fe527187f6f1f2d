//! The workbench's page: what an author reads of the figures, the proposals, an import, and the sheet of faces.

use scenario::{FACES, Mood, Outcome, SCENES};
use two_hats::words::{ENGLISH as GAME, fill};
use two_hats::workbench::{
    Aim, Balance, ENGLISH as WORDS, Effect, Event, Helper, Import, Model, Search, Sheet, Trouble, answer_to,
};
use two_hats::workbench_ui::written;

const SMALL: &str = include_str!("fixtures/small.json");

/// Lets a worker answer what the effects of an event ask, and takes up its answers.
fn act(model: &mut Model, event: Event) {
    for effect in model.update(event) {
        let (question, told): (_, fn(Vec<u8>) -> Event) = match effect {
            Effect::Ask(question) => (question, |part| Event::Told(Some(part))),
            Effect::AskHelper(Helper::Balance, question) => (question, |part| Event::Balance(Balance::Told(Ok(part)))),
            Effect::AskHelper(_, question) => (question, |part| Event::Import(Import::Told(Ok(part)))),
            _ => continue,
        };
        let mut parts = Vec::new();
        answer_to(&question, &mut |part| parts.push(part));
        parts.into_iter().for_each(|part| act(model, told(part)));
        model.update(Event::Painted);
    }
}

fn with(text: &str) -> Model {
    let mut model = Model::default();
    act(&mut model, Event::Took(text.into()));
    model
}

fn aim(model: &mut Model, aim: Aim) {
    act(model, Event::Balance(Balance::Aim(aim)));
}

/// The page as text, with what it says unescaped.
fn page(model: &Model) -> String {
    written(model.clone()).replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

fn reads(page: &str, words: &str) {
    assert!(page.contains(words), "{words:?} is not on\n{page}");
}

#[test]
fn the_budgets_and_what_a_persona_misses_stand_beside_the_outcomes() {
    let page_of = |text: &str| page(&with(text));
    let as_it_is = page_of(SMALL);
    for words in [WORDS.budgets, WORDS.budget_slack, WORDS.as_expected] {
        reads(&as_it_is, words);
    }
    let other = page_of(&SMALL.replace("{ \"balancing\": \"balanced\" }", "{ \"balancing\": \"adrift\" }"));
    let said = fill(WORDS.expected_else, &[("outcome", GAME.verdict(Outcome::Adrift)), ("away", "it needs ")]);
    reads(&other, said.trim_end_matches('.'));
    assert!(!other.contains(WORDS.as_expected));
    assert!(!page_of("{").contains(WORDS.budgets), "nothing is known of it");
}

#[test]
fn proposals_are_read_with_their_words_and_only_put_into_their_text() {
    let mut model = with(SMALL);
    reads(&page(&model), WORDS.balance_line);
    aim(&mut model, Aim::Low(Outcome::Adrift, "10".into()));
    aim(&mut model, Aim::Choices);
    act(&mut model, Event::Balance(Balance::Start));
    let Search::Found(found) = model.balancing.search.clone() else { panic!("{:?}", model.balancing.search) };
    let shown = page(&model);
    reads(&shown, &fill(WORDS.proposal, &[("n", "1")]));
    reads(&shown, &fill(WORDS.apply_this, &[("n", "1")]));
    reads(&shown, WORDS.meets_all);
    let change = &found.offers[0].changes[0];
    for words in [&change.place, &change.words, &format!("{} → {}", change.from, change.to)] {
        reads(&shown, words);
    }
    for after in &found.offers[0].after.shares {
        reads(&shown, &format!("<td>{after}</td>"));
    }
    assert!(!shown.contains(WORDS.of_earlier) && !shown.contains("disabled"));
    act(&mut model, Event::Took(SMALL.replace("Forty people.", "Fifty people.")));
    let shown = page(&model);
    reads(&shown, WORDS.of_earlier);
    reads(&shown, "disabled");
}

#[test]
fn what_is_refused_stands_at_its_field_and_what_cannot_be_met_is_said() {
    let mut model = with(SMALL);
    aim(&mut model, Aim::High(Outcome::Balanced, "900".into()));
    let shown = page(&model);
    reads(&shown, "aria-invalid=\"true\"");
    reads(&shown, WORDS.share_refused);
    act(&mut model, Event::Balance(Balance::AsInFile));
    assert!(!page(&model).contains("aria-invalid"));
    aim(&mut model, Aim::Low(Outcome::Adrift, "60".into()));
    aim(&mut model, Aim::Most("2".into()));
    act(&mut model, Event::Balance(Balance::Start));
    let Search::Found(found) = model.balancing.search.clone() else { panic!("{:?}", model.balancing.search) };
    let words = if found.offers.is_empty() { WORDS.found_none } else { WORDS.found_near };
    let shown = page(&model);
    reads(&shown, &fill(words, &[("most", "2")]));
    reads(&shown, WORDS.as_it_is);
    assert!(!shown.contains(WORDS.meets_all));
}

#[test]
fn a_search_under_way_can_be_stopped_and_one_that_fell_is_said() {
    let mut model = with(SMALL);
    model.update(Event::Balance(Balance::Start));
    let shown = page(&model);
    reads(&shown, &fill(WORDS.searching, &[("percent", "0")]));
    reads(&shown, "<progress");
    reads(&shown, WORDS.search_stop);
    model.update(Event::Balance(Balance::Told(Err(Trouble::NotStarted))));
    let shown = page(&model);
    reads(&shown, WORDS.not_started);
    assert!(!shown.contains("<progress") && shown.contains(WORDS.search));
    model.update(Event::Balance(Balance::Start));
    model.update(Event::Balance(Balance::Told(Err(Trouble::Fallen))));
    reads(&page(&model), WORDS.fallen);
}

#[test]
fn an_import_says_what_became_of_each_piece_or_why_there_is_none() {
    let twee = ":: StoryTitle\nThe belt\n\n:: Start\nIt has stopped.\n\n[[Ask Mara->Ask]]\n\n:: Ask\n(unknown-macro: 3)\nIt is the belt.\n";
    let mut model = Model::default();
    act(&mut model, Event::FileCame("belt.twee".into(), Some(twee.into())));
    let shown = page(&model);
    for words in ["The belt", "2 passages and 1 links", "<summary>", WORDS.import_again, WORDS.import_leadership] {
        reads(&shown, words);
    }
    act(&mut model, Event::FileCame("page.html".into(), Some("<html><body>Hello</body></html>".into())));
    reads(&page(&model), &fill(WORDS.not_imported, &[("file", "page.html")]));
    act(&mut model, Event::Import(Import::Dismiss));
    assert!(!page(&model).contains("page.html"));
}

#[test]
fn the_sheet_shows_each_face_in_each_mood_and_each_place_once_it_is_open() {
    let mut model = Model::default();
    assert!(!page(&model).contains("<use"), "nothing is fetched before");
    model.update(Event::Sheet(Sheet::Open));
    let shown = page(&model);
    for face in FACES {
        for mood in Mood::ALL {
            reads(&shown, &format!("href=\"faces/{face}.svg#{}\"", mood.name()));
        }
        reads(&shown, &fill(WORDS.copy, &[("id", face)]));
    }
    for place in SCENES {
        reads(&shown, &format!("href=\"scenes/{place}.svg#scene\""));
        reads(&shown, &fill(WORDS.copy, &[("id", place)]));
    }
    model.update(Event::Sheet(Sheet::Copied("fern", true)));
    reads(&page(&model), &fill(WORDS.copied, &[("id", "fern")]));
}
