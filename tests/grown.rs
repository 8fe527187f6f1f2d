//! What the format has grown by: counted by hand, played, and told on the pages.

use crate::support;

use analysis::{Analysis, STATE_LIMIT, analyse};
use delivery::{Catalogue, Entry};
use play::{ChoiceError, Code, Record, Run, play_as};
use scenario::{Outcome, Persona, Scenario, pack, written};
use session::{Act, Phase, Review};
use std::rc::Rc;
use support::room::{go_to, session, take};
use support::{SMALL, debrief, listed, reading, scenario};
use two_hats::app::{Event, Mode, Model, Settings};
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
    let _ = model.update(Event::Set(Settings {
        mode: if challenge { Mode::Challenge } else { Mode::Shown },
        ..Settings::default()
    }));
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

/// A hub of three rooms, each a passage that can be gone through once, and either hat's way out.
const HUB: &str = include_str!("fixtures/hub.json");

/// A step that can be tried twice.
const RETRY: &str = include_str!("fixtures/retry.json");

fn analysed(scenario: &Scenario) -> Analysis {
    analyse(scenario, STATE_LIMIT).expect("few states")
}

/// A run of some responses.
fn run(scenario: &Rc<Scenario>, responses: &[&str]) -> Run {
    let mut run = Run::start(Rc::clone(scenario));
    for response in responses {
        run.choose_id(response).unwrap_or_else(|why| panic!("{response}: {why:?}"));
    }
    run
}

fn offered(run: &Run) -> Vec<&str> {
    run.offered().map(|(_, response)| response.id.as_str()).collect()
}

#[test]
fn a_hub_of_three_is_gone_through_in_any_order() {
    let hub = scenario(HUB);
    let analysis = analysed(&hub);
    // No room, one, two or three of them in any order: 1 + 3 + 6 + 6; and then one of two ways out.
    assert_eq!(analysis.paths.to_string(), "32");
    // Balance takes all three: 3! orders. Chance takes one of 3 rooms and 2 ways out, then of 2, then of 1.
    let balanced = analysis.outcome(Outcome::Balanced);
    assert_eq!((balanced.paths.to_string(), balanced.share.to_string()), ("12".into(), "1/10".into()));
    let witness: Vec<&str> =
        balanced.witness.iter().flatten().map(|(at, it)| hub.step(*at).responses[*it].id.as_str()).collect();
    assert_eq!(witness, ["see-ana", "back", "see-ben", "back", "see-cai", "back", "leave"]);
    // The hub is met once, and once more after each room: 1 + 3/5 + 3/10 + 1/10.
    assert_eq!(analysis.steps[0].visits.to_string(), "2");
    assert!(analysis.steps[1..].iter().all(|room| room.visits.to_string() == "1/3"));
    assert!(analysis.steps[1..].iter().all(|room| !room.weightless && room.weight.to_string() == "0"));
    // Eight sets of rooms that were seen at the hub, and twelve in a room.
    assert_eq!(analysis.states, 8 + 12);

    let mut through = run(&hub, &["see-ben", "back"]);
    assert_eq!(offered(&through), ["see-ana", "see-cai", "leave", "stop"]);
    assert_eq!(through.choose_id("see-ben"), Err(ChoiceError::NotOffered));
    assert_eq!((through.turns().len(), through.decisions().count()), (2, 1));
    // `alternating` begins with leader, and a passage is no step to change hats at.
    let hats = play_as(Persona::Alternating, &hub);
    let ids: Vec<_> = Record::of(&hats).responses.iter().map(ToString::to_string).collect();
    assert_eq!(ids, ["see-ana", "back", "see-ben", "back", "leave"]);
}

#[test]
fn a_step_is_tried_twice_and_knows_which_time_it_is() {
    let retry = scenario(RETRY);
    let analysis = analysed(&retry);
    // Stop at once; or try again, and then again, stop, or do what is offered the second time alone.
    assert_eq!(analysis.paths.to_string(), "4");
    let shares = Outcome::ALL.map(|outcome| analysis.outcome(outcome).share.to_string());
    assert_eq!(shares, ["1/6", "1/6", "2/3", "0"]);
    assert_eq!(analysis.steps[0].visits.to_string(), "3/2");
    assert_eq!(analysis.steps[0].responses[0].taken, [true, true]);
    let bound = analysis.outcome(Outcome::Adrift).bound.as_deref();
    assert_eq!(
        bound,
        Some(
            "no run comes to an `end:adrift`, and where the meters are judged, no run breaks on both meters at once, and leadership is at least 4 at the end, and 4 is enough"
        )
    );

    let told =
        |run: &Run| run.situation().expect("a step").iter().map(|line| line.text.to_string()).collect::<Vec<_>>();
    let first = run(&retry, &[]);
    assert_eq!((offered(&first), told(&first)), (vec!["again", "stop"], vec!["The bell rings.".to_owned()]));
    let second = run(&retry, &["again"]);
    assert_eq!(offered(&second), ["again", "stop", "own-up"]);
    assert_eq!(told(&second), ["The bell rings.", "It rings once more."]);
    // Used up: the way back is closed, and the next one is taken.
    assert_eq!(run(&retry, &["again", "again"]).ending().map(|it| it.outcome), Some(Outcome::Balanced));
    // What the story decides stands, whatever the meters say.
    let owned = run(&retry, &["again", "own-up"]);
    assert_eq!(owned.ending().map(|it| (it.outcome, it.broke)), Some((Outcome::UnderLed, false)));
    let code = Code::of(&owned).expect("it has ended");
    assert_eq!(Code::read(code.as_str(), &retry).expect("its code"), owned);
    assert_eq!(Record::of(&owned).replay(Rc::clone(&retry)).expect("its record").run, owned);
}

#[test]
fn grown_stories_are_written_and_packed_as_they_are() {
    for text in [HUB, RETRY, EVERY_FIELD] {
        let story = scenario(text);
        assert!(scenario(&written(&story)) == story, "{}", written(&story));
        let packed = pack::unpack_untrusted(&pack::pack(&story)).expect("a pack that anybody may send");
        assert_eq!(packed.fingerprint(), story.fingerprint());
        assert_eq!(
            packed.steps().iter().map(|step| step.entries).collect::<Vec<_>>(),
            story.steps().iter().map(|step| step.entries).collect::<Vec<_>>()
        );
    }
}

/// An editor that goes by the schema lets an author lead to an end that the story decides.
#[test]
fn the_schema_knows_the_ends_that_a_story_decides() {
    let schema: serde_json::Value = serde_json::from_str(&author::schema(|_| String::new())).expect("JSON");
    let ends = &schema["$defs"]["branch"]["properties"]["to"]["anyOf"][1]["enum"];
    assert_eq!(*ends, serde_json::json!(["end:balanced", "end:under_led", "end:under_managed", "end:adrift"]));
}

/// The codes and messages of what is wrong with a text.
fn said(text: &str) -> Vec<(String, String)> {
    let errors = reading(text).expect_err("an error");
    let codes = listed(text.as_bytes(), &errors);
    codes
        .into_iter()
        .zip(errors.iter())
        .map(|(code, error)| (code.split(' ').next().unwrap_or_default().to_owned(), error.message.clone()))
        .collect()
}

#[test]
fn what_would_leave_somebody_stuck_is_an_error() {
    let one = |text: String, code: &str, says: &str| {
        let found = said(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].0 == code && found[0].1.contains(says), "{found:?}");
    };
    let back = "\"next\": \"office\"";
    let hub = |from: &str, to: &str| {
        assert!(HUB.contains(from), "{from}");
        HUB.replacen(from, to, 1)
    };
    // Each of these loops is closed by another step without visits.
    let found = said(&HUB.replace("\"visits\": 1,", ""));
    assert!(found.iter().all(|(code, _)| code == "cycle") && found.len() == 3, "{found:?}");
    assert!(found[0].1.contains("office -> ana"), "{found:?}");
    one(hub(back, "\"next\": \"ben\""), "missing-stance", "this passage");
    one(hub("\"next\": \"end\"", "\"next\": \"ana\""), "missing-stance", "each leader response");
    one(
        hub("\"back\": {", "\"back\": { \"when\": { \"leadership\": { \"at_least\": 3 } },"),
        "missing-stance",
        "not always offered",
    );
    one(hub("\"stance\": \"manager\",\n          \"text\": \"Close", "\"text\": \"Close"), "missing-field", "stance");
    one(RETRY.replacen("\"visits\": 2", "\"visits\": 4", 1), "invalid-number", "from 1 to 3");
    one(RETRY.replacen("end:under_led", "end:underled", 1), "unknown-value", "no outcome");
    one(
        hub(
            "\"text\": \"Go and see Ana.\",",
            "\"text\": \"Go and see Ana.\", \"when\": { \"visit\": { \"at_least\": 2 } },",
        ),
        "unknown-field",
        "with `visits`",
    );
    let flags: Vec<String> = (0..62).map(|at| format!("\"f{at}\": \"F\"")).collect();
    one(
        HUB.replacen(
            "\"start\": \"office\"",
            &format!("\"flags\": {{ {} }}, \"start\": \"office\"", flags.join(",")),
            1,
        ),
        "over-limit",
        "65",
    );
}

#[test]
fn a_passage_has_one_button_and_no_number() {
    let hub = scenario(HUB);
    let room = page(&hub, false, [Event::Chose(0), Event::GoOn]);
    assert!(room.contains("Ana shows you the shelf") && room.contains(">Continue<"), "{room}");
    assert_eq!(room.matches("class=\"response\"").count(), 1, "{room}");
    // It says nothing of its own, so what comes next is shown at once.
    let office = page(&hub, false, [Event::Chose(0), Event::GoOn, Event::Chose(0)]);
    assert!(office.contains("Decision 2 of about 4") && office.contains("The office"), "{office}");
    let named = page(&hub, false, [Event::Chose(1), Event::GoOn]);
    assert!(named.contains("Thank him, and go."), "{named}");
}

#[test]
fn a_room_is_shown_a_passage_and_votes_on_none() {
    let mut session = session(&scenario(HUB));
    go_to(&mut session, Phase::Read);
    go_to(&mut session, Phase::Reveal);
    go_to(&mut session, Phase::Consequence);
    take(&mut session, [Act::Next]);
    assert!(session.state().step().is_some_and(|step| step.is_passage()));
    assert_eq!(session.state().phase(), Phase::Read);
    // Without words of its own it leads on at once; and back.
    take(&mut session, [Act::Next]);
    assert_eq!((session.state().phase(), session.state().run().turns().len()), (Phase::Read, 2));
    take(&mut session, [Act::Back]);
    assert_eq!((session.state().phase(), session.state().run().turns().len()), (Phase::Read, 1));
    take(&mut session, [Act::Next, Act::TakeBack]);
    assert_eq!((session.state().phase(), session.state().run().turns().len()), (Phase::Read, 0));
    assert!(session.state().ballots().iter().all(|ballot| ballot.taken_back));
}

#[test]
fn the_coachs_note_stands_under_the_consequence_and_never_in_a_challenge() {
    let story = scenario(EVERY_FIELD);
    let told = page(&story, false, [Event::Chose(0)]);
    let (came, note) = (told.find("She lights the left one.").expect("it is told"), told.find("You asked first."));
    assert!(note.is_some_and(|note| came < note) && told.contains("Well asked."), "{told}");
    assert!(!page(&story, false, []).contains("You asked first."), "before the answer");
    assert!(!page(&story, true, [Event::Chose(0)]).contains("You asked first."), "in a challenge");
    let at_end = EVERY_FIELD.replacen("at-once", "at-end", 1);
    assert!(!page(&scenario(&at_end), false, [Event::Chose(0)]).contains("You asked first."), "at the end alone");
    // In the debrief it is told in any case.
    for text in [EVERY_FIELD, &at_end] {
        let debriefed = debrief::page(&debrief::told(&run(&scenario(text), &["ask", "talk"])));
        assert!(debriefed.contains("You asked first.") && debriefed.contains("Well asked."), "{debriefed}");
    }
}
