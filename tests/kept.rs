//! What is kept and handed on, as the game wrote it when each format was in use: every later version reads it.
//!
//! The files in `fixtures/kept` are never written anew. A version that keeps something otherwise adds files of its own.

use crate::support;

use delivery::Catalogue;
use library::{Commitment, Done, Draft, Kept, Packed, Plan, SavedFile};
use play::{Code, Record};
use scenario::{Outcome, Scenario, Stance, pack};
use serde_json::Value;
use session::{Habit, Head, How, Note, Phase, Session};
use std::collections::BTreeMap;
use std::rc::Rc;
use support::{SMALL, journal, scenario};
use two_hats::album_view::{Told, to_add};
use two_hats::app::{Mode, Route, Settings, Source, TextSize, Theme};
use two_hats::workbench;

/// What *Save everything as a file* wrote: runs, journal, answers, settings, an opened scenario, a session, drafts.
const SAVED: &str = include_str!("fixtures/kept/two-hats-journal.json");
/// The same, of what players set out to do, which came later.
const COMMITMENTS: &str = include_str!("fixtures/kept/commitments.json");
const INVITATIONS: &str = include_str!("fixtures/kept/invitations.json");
/// What players thought before their decisions, and that they want to be asked.
const REFLECTIONS: &str = include_str!("fixtures/kept/reflections.json");
/// A session of version 2: the room decides one step, the other goes by its habit.
const SESSION_2: &str = include_str!("fixtures/kept/session-2.txt");
/// A pack, as a host serves it.
const PACK: &[u8] = include_bytes!("fixtures/kept/small.pack");
/// Packs of scenarios that use every field of their time, and their files.
const EVERY_FIELD: [(&[u8], &str); 2] = [
    (include_bytes!("fixtures/kept/every-field.pack"), include_str!("fixtures/kept/every-field.json")),
    (include_bytes!("fixtures/kept/grown.pack"), include_str!("fixtures/kept/grown.json")),
];
/// The index beside packs.
const INDEX: &[u8] = include_bytes!("fixtures/kept/index.pack");
/// Addresses that were sent to others.
const LINKS: &str = include_str!("fixtures/kept/links.txt");

fn small() -> Rc<Scenario> {
    scenario(SMALL)
}

/// A pack holds all that is played, without the facilitator's notes.
fn is_small(unpacked: &Scenario) {
    assert_eq!((unpacked.title(), unpacked.fingerprint()), (small().title(), small().fingerprint()));
    assert_eq!(pack::pack(unpacked), PACK);
}

/// What is kept, by its keys.
fn saved() -> BTreeMap<String, String> {
    let file: Value = serde_json::from_str(SAVED).expect("JSON");
    assert_eq!((&file["app"], &file["format"]), (&Value::from("two-hats"), &Value::from(1)));
    let saved = file["saved"].as_object().expect("an object").iter();
    saved.map(|(key, value)| (key.clone(), value.as_str().expect("a text").to_owned())).collect()
}

fn value(key: &str) -> String {
    saved().remove(key).unwrap_or_else(|| panic!("{key} is in the file"))
}

#[test]
fn a_saved_file_is_taken_whole() {
    let told = Told { now: 1_795_000_000_000, file: Some(SavedFile::read(SAVED)), ..Told::default() };
    let taken: BTreeMap<String, String> = to_add(&told).into_iter().collect();
    assert_eq!(taken, saved());
}

#[test]
fn a_saved_file_is_read_as_json_and_nothing_in_it_is_unreadable_or_newer() {
    let file = SavedFile::read(SAVED).expect("a file");
    let plan = Plan::of(&[], &file, 1_795_000_000_000);
    assert_eq!((plan.puts.into_iter().collect::<BTreeMap<_, _>>(), plan.unread), (saved(), Vec::new()));
    for (key, value) in saved() {
        assert!(!matches!(Kept::read(&key, &value), Kept::Unreadable | Kept::Newer), "{key}");
    }
}

#[test]
fn runs_are_played_again_as_they_were() {
    let open = Record::from_line(&value("run/own/small")).expect("a record");
    let replay = open.replay(small()).expect("of this scenario");
    assert_eq!((replay.edited, replay.stop, replay.run.turns().len()), (false, None, 1));
    let (source, line) =
        value("journal/1795000000000").split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned())).expect("an entry");
    assert_eq!(Source::from_key(&source), Some(Source::Own(small().id().clone())));
    let replay = Record::from_line(&line).expect("a record").replay(small()).expect("of this scenario");
    assert_eq!((replay.edited, replay.stop), (false, None));
    assert_eq!(replay.run.ending().map(|ending| ending.outcome), Some(Outcome::Balanced));
}

#[test]
fn settings_answers_and_an_opened_scenario_are_read() {
    let settings = value("settings").parse::<Settings>().expect("settings");
    let wanted = Settings {
        text: TextSize::Large,
        theme: Theme::Dark,
        still: true,
        mode: Mode::Challenge,
        at_once: false,
        no_keys: true,
    };
    assert_eq!(settings, wanted);
    let opened = Packed::scenario(&value("scenario/small"));
    is_small(&opened.expect("a pack"));
    let lines = format!("journal\nkept\tself/1795000000000\t{}\ttoday", value("self/1795000000000"));
    let page = journal::page(&journal::told(&lines, &[]));
    assert!(page.contains("today"), "the answers stand in the journal");
}

#[test]
fn what_players_set_out_to_do_is_read_and_taken_from_a_file() {
    let file = SavedFile::read(COMMITMENTS).expect("a file");
    let plan = Plan::of(&[], &file, 1_795_000_000_000);
    assert_eq!((plan.puts.len(), plan.others, plan.unread.len()), (3, 3, 0));
    let read = plan.puts.iter().map(|(key, value)| {
        assert_eq!(Kept::read(key, value), Kept::Later, "{key}");
        value.parse::<Commitment>().expect("a commitment")
    });
    let read: Vec<Commitment> = read.collect();
    assert_eq!(read.iter().map(|it| it.done).collect::<Vec<_>>(), [Done::Open, Done::Yes, Done::No]);
    assert_eq!(read[0].words(), "Call Mara, and say why");
    // What stands here stays.
    let again = Plan::of(&[("commitment/1795000000000".into(), "crisis done Mine".into())], &file, 1);
    assert_eq!((again.puts.len(), again.stays), (2, 1));
}

#[test]
fn invitations_are_taken_from_a_file_where_they_hold_a_code() {
    let file = SavedFile::read(INVITATIONS).expect("a file");
    let plan = Plan::of(&[], &file, 1);
    assert_eq!(plan.puts, [("invitation/crisis".into(), "5P7R3RYKQ8".into())]);
    assert_eq!((plan.others, plan.unread), (1, vec!["invitation/remote-team".to_owned()]));
    assert_eq!(Kept::read("invitation/crisis", "5P7R3RYKQ8"), Kept::Later);
    // The one that came here last stays.
    let again = Plan::of(&[("invitation/crisis".into(), "7Q2M4KX90ABC".into())], &file, 1);
    assert_eq!((again.puts.len(), again.stays), (0, 1));
}

#[test]
fn what_was_thought_is_read_as_it_was_written() {
    let file = SavedFile::read(REFLECTIONS).expect("a file");
    let plan = Plan::of(&[], &file, 1);
    let taken: Vec<&str> = plan.puts.iter().map(|(key, _)| &**key).collect();
    assert_eq!(taken, ["reflection", "reflection/crisis", "reflection/own/small"]);
    assert_eq!((plan.others, plan.unread), (3, vec!["reflection/remote-team".to_owned()]));
    for (key, value) in &plan.puts[..2] {
        let again = if key == "reflection" {
            value.parse::<library::Reflecting>().expect("settings").to_text()
        } else {
            value.parse::<library::Reflections>().expect("what was thought").to_text()
        };
        assert_eq!(again, *value);
    }
}

#[test]
fn a_session_is_taken_up_where_it_was() {
    let record = value("room/session/a1");
    let head = Head::of(&record).expect("a head");
    assert_eq!((head.scenario.as_str(), head.own, head.began), ("small", true, 1000));
    let resumed = Session::resume(&record, small()).expect("a session");
    assert_eq!((resumed.edited, resumed.left_over), (false, 0));
    let state = resumed.session.state();
    assert_eq!((state.phase(), state.people(), state.label()), (Phase::Consequence, 12, "Tuesday"));
    let ballot = &state.ballots()[0];
    assert_eq!(
        (ballot.first.counts(), ballot.second.as_ref().map(|tally| tally.counts())),
        (&[7, 5][..], Some(&[9, 3][..]))
    );
    assert_eq!(state.notes(Note::Commitment).len(), 0);
    assert_eq!(resumed.session.record(), record);
}

#[test]
fn a_session_in_which_the_room_left_decisions_to_its_habit_is_taken_up() {
    let resumed = Session::resume(SESSION_2, small()).expect("a session");
    assert_eq!((resumed.edited, resumed.left_over), (false, 0));
    let state = resumed.session.state();
    assert_eq!((state.phase(), state.plan().debrief), (Phase::Told, 25 * 60));
    assert_eq!((state.how(0), state.how(1)), (Some(How::Majority), Some(How::Habit)));
    assert_eq!(state.habit(), Habit::Hat(Stance::Leader));
    assert_eq!(resumed.session.record(), SESSION_2);
}

#[test]
fn drafts_stand_in_the_workbenchs_list() {
    let mut model = workbench::Model::default();
    let kept = Some(saved().into_iter().collect());
    model.update(workbench::Event::Started { kept, open: Some("d1".into()), window: "w".into() });
    assert!(saved().contains_key(&Draft::key("d1")));
    assert_eq!(model.drafts.list.iter().map(|draft| draft.name.as_str()).collect::<Vec<_>>(), ["night-train"]);
}

#[test]
fn packs_and_codes_and_links_are_read() {
    is_small(&pack::unpack(PACK).expect("a pack"));
    for (packed, file) in EVERY_FIELD {
        let unpacked = pack::unpack_untrusted(packed).expect("a pack");
        assert_eq!((pack::pack(&unpacked), pack::pack(&scenario(file))), (packed.to_vec(), packed.to_vec()));
    }
    let index = Catalogue::unpack(INDEX).expect("an index");
    assert_eq!(index.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["small"]);
    let [run, take, play] = LINKS.lines().collect::<Vec<_>>().try_into().expect("three addresses");
    let code = run.rsplit('/').next().expect("a code");
    assert_eq!(Code::read(code, &small()).expect("a whole run").ending().map(|it| it.outcome), Some(Outcome::Balanced));
    let Route::Take(source, record) = Route::parse(take) else { panic!("{take} takes a run over") };
    assert_eq!((source.key(), record.responses.len()), ("own/small".to_owned(), 1));
    assert_eq!(Route::parse(play), Route::Play(Source::Own(small().id().clone())));
}
