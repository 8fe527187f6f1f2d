//! What the format has grown by, as it is told on the pages: why a point goes, where one is.

mod support;

use delivery::{Catalogue, Entry};
use play::{Run, play_as};
use scenario::{Persona, Scenario, pack};
use session::{Phase, Review};
use support::room::{go_to, session, take};
use support::{SMALL, debrief, scenario};
use two_hats::app::{Event, Model, Settings};
use two_hats::room::export::{Cell, tables};
use two_hats::ui::still;

/// A scenario that uses every field.
const EVERY_FIELD: &str = include_str!("fixtures/every-field.json");

/// A page of a run of a scenario that the host has, after some events.
fn page(scenario: &Scenario, challenge: bool, events: impl IntoIterator<Item = Event>) -> String {
    let mut model = Model::default();
    let _ = model.update(Event::Started { hash: format!("#/play/{}", scenario.id()), stored: None });
    let index = Catalogue { entries: vec![Entry::of(scenario)], ..Catalogue::default() };
    let _ = model.update(Event::IndexCame(Ok(index.pack())));
    let source = model.playing.as_ref().expect("a story is asked for").0.clone();
    let _ = model.update(Event::ScenarioCame(source, Ok(pack::pack(scenario))));
    let _ = model.update(Event::Set(Settings { challenge, ..Settings::default() }));
    for event in events {
        let _ = model.update(event);
    }
    still(&model)
}

#[test]
fn why_a_point_goes_is_told_where_it_goes_and_a_moment_above_its_title() {
    let story = scenario(EVERY_FIELD);
    let practice = page(&story, false, []);
    let why = practice.rfind("Nobody slept.").expect("why the meters moved is told");
    let meters = practice.find("class=\"meters\"").expect("the meters are there");
    let moment = practice.find("Monday, four in the morning").expect("the moment is told");
    let title = practice.find("The oven is cold").expect("the title is told");
    assert!(meters < why && why < moment && moment < title, "{practice}");
    // What is not told has no reason that is.
    let challenge = page(&story, true, []);
    assert!(!challenge.contains("Nobody slept.") && challenge.contains("Monday, four in the morning"), "{challenge}");
    let after = page(&story, false, [Event::Chose(0)]);
    assert!(!after.contains("Nobody slept.") && after.contains("Monday, four in the morning"), "{after}");
    let plain = page(&scenario(SMALL), false, []);
    assert_eq!(plain.matches("class=\"kicker\"").count(), 1, "{plain}");
}

#[test]
fn the_debrief_and_the_record_of_a_session_tell_both() {
    let story = scenario(EVERY_FIELD);
    let run = play_as(Persona::Balancing, &story);
    let told = debrief::page(&debrief::told(&run));
    assert!(told.contains("Nobody slept.") && told.contains("Monday, four in the morning"), "{told}");

    let way = |text: &str| {
        let mut session = session(&scenario(text));
        go_to(&mut session, Phase::Reveal);
        take(&mut session, []);
        let review = Review::of(session.state(), 1_000_000);
        tables(&session, &review, 60).into_iter().find(|table| table.name == "Way").expect("a table")
    };
    let table = way(EVERY_FIELD);
    assert_eq!(table.head.last(), Some(&"why the situation did so"));
    assert_eq!(table.rows[1].last(), Some(&Cell::from("Nobody slept.")));
    assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    assert!(!way(SMALL).head.contains(&"why the situation did so"), "a column of nothing");
}

#[test]
fn a_story_without_any_of_it_has_the_pack_that_it_had() {
    let packed = pack::pack(&scenario(SMALL));
    let run = Run::start(scenario(SMALL));
    assert_eq!(pack::unpack(&packed).map(|it| it.fingerprint()), Some(run.scenario().fingerprint()));
    // The last text of the last variant ends it: nothing stands behind.
    let lesson = run.scenario().outcomes().of(scenario::Outcome::Adrift).last().expect("a variant").lesson.len();
    assert_eq!(usize::from(packed[packed.len() - lesson - 1]), lesson);
}
