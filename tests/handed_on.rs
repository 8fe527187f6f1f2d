//! What leaves the device: nothing by which few could be told from others, and nothing that no longer stands.
//!
//! Most of it is shown by sessions that differ in private things alone: their files do not differ by a single byte.

use crate::support;

use proptest::prelude::*;
use session::{Act, Mode, Note, Phase, Review, Session, handed_on};
use std::collections::BTreeMap;
use support::room::{acts, after, code, go_to, offered, session, take};
use support::{journal, shipped};
use two_hats::album_view::Told;
use two_hats::room::export::{Cell, Table, csv, json, tables, xlsx};

fn tables_of(session: &Session) -> Vec<Table> {
    // Ratings and names change no figure of a debrief, and a small limit finds none.
    tables(session, &Review::of(session.state(), 1), 0)
}

/// A journal's file, as its lines: what is kept of a session, and of a copy of it.
fn journal_file(session: &Session) -> String {
    let record = session.record().replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n");
    saved(&format!("keep\nkept\troom/session/a1\t{record}\t\nkept\troom/copy/a1\t{record}\t"))
}

/// What a journal's file holds of what is kept, a key and a value on each line.
fn saved(lines: &str) -> String {
    library::exported(Told::read(lines).all()).into_iter().map(|(key, value)| format!("{key}\t{value}\n")).collect()
}

/// Everything that can be taken along of a session.
fn files(session: &Session) -> [(&'static str, Vec<u8>); 4] {
    let tables = tables_of(session);
    [
        ("JSON", json(&tables, session).into_bytes()),
        ("CSV", csv(&tables).into_bytes()),
        ("XLSX", xlsx(&tables).expect("it fits a spreadsheet")),
        ("the journal's file", journal_file(session).into_bytes()),
    ]
}

/// Takes acts in the second of the last one: a session with more of them does not take longer.
fn at_once(session: &mut Session, acts: &[Act]) {
    let at = session.acts().last().map_or(1000, |last| last.at);
    for act in acts {
        session.take(act.clone(), at).expect("it fits");
    }
}

fn holds(file: &[u8], words: &str) -> bool {
    file.windows(words.len()).any(|part| part == words.as_bytes())
}

/// All ways in which up to so many hands go up for five values.
fn all_counts(most: u32) -> Vec<[u32; 5]> {
    let mut all = vec![[0; 5]];
    for value in 0..5 {
        let wider = all.iter().flat_map(|counts| {
            let left = most - counts.iter().sum::<u32>();
            (0..=left).map(move |hands| {
                let mut counts = *counts;
                counts[value] = hands;
                counts
            })
        });
        all = wider.collect();
    }
    all
}

/// A session of so many people in which a scale is rated before play, or after it.
fn rated(people: u32, scale: usize, after: bool, counts: [u32; 5]) -> Session {
    let mut session = session(&shipped("crisis"));
    take(&mut session, [Act::People(people)]);
    go_to(&mut session, Phase::RateBefore);
    let rate = |session: &mut Session| {
        for (value, hands) in counts.into_iter().enumerate().filter(|(_, hands)| *hands > 0) {
            at_once(session, &[Act::Rate(scale, value, hands)]);
        }
    };
    if !after {
        rate(&mut session);
    }
    go_to(&mut session, Phase::Read);
    take(&mut session, [Act::ToDebrief]);
    go_to(&mut session, Phase::RateAfter);
    if after {
        rate(&mut session);
    }
    take(&mut session, [Act::Next]);
    session
}

/// The files that leave the device, each with its name.
type Files = [(&'static str, Vec<u8>); 4];

#[test]
fn the_ratings_of_fewer_than_five_are_in_no_file_whatever_they_are() {
    for (scale, after) in [(0, false), (0, true), (1, false), (1, true)] {
        let nobody = files(&rated(12, scale, after, [0; 5]));
        for counts in all_counts(4) {
            for ((name, file), (_, none)) in files(&rated(12, scale, after, counts)).iter().zip(&nobody) {
                assert!(file == none, "{name} tells {counts:?} from no rating");
            }
        }
    }
}

/// The figures of a table, where they stand for hands or a mean.
fn shown(session: &Session) -> Vec<(Option<u32>, Option<u32>)> {
    let tables = tables_of(session);
    let table = tables.iter().find(|table| table.name == "Self-rating").expect("a table");
    let number = |cell: &Cell| match cell {
        Cell::Number(number) => Some((number * 10.0).round() as u32),
        _ => None,
    };
    table.rows.iter().map(|row| (number(&row[3]).map(|hands| hands / 10), number(&row[4]))).collect()
}

#[test]
fn no_few_can_be_told_from_many_not_even_by_subtraction() {
    let people = 11;
    // What a file shows, by what may be known: the mean in tenths.
    let mut alike: BTreeMap<u32, (bool, Files)> = BTreeMap::new();
    for counts in all_counts(people).into_iter().filter(|counts| counts.iter().sum::<u32>() >= 5) {
        let sum: u32 = counts.iter().sum();
        let few = |hands: &u32| (1..5).contains(hands);
        let session = rated(people, 0, false, counts);
        let shown = shown(&session);
        let hands: Vec<u32> = shown.iter().filter_map(|row| row.0).collect();
        let means: Vec<u32> = shown.iter().filter_map(|row| row.1).collect();
        let weighed: u32 = (1..).zip(counts).map(|(value, hands): (u32, u32)| value * hands).sum();
        let hundredths = (weighed * 200 + sum) / (sum * 2);
        assert_eq!(means, [(hundredths + 5) / 10], "{counts:?}: the mean in tenths, and no finer");
        if counts.iter().any(few) || few(&(people - sum)) {
            assert!(hands.is_empty(), "{counts:?} of {people}: {hands:?}");
            let files = files(&session);
            let (_, same) = alike.entry(means[0]).or_insert_with(|| (true, files.clone()));
            assert!(*same == files, "{counts:?} can be told from others with the same mean");
        } else {
            assert_eq!(hands, counts, "those who are many are shown");
            let record = json(&tables_of(&session), &session);
            assert!(!record.contains("\\trate\\t"), "and no hands are in the record");
        }
    }
    assert!(alike.len() > 30, "{} means were met", alike.len());
}

/// A session in which much was said that was not meant to stay, or, where `secret` is empty, was never said.
fn with_second_thoughts(secret: Option<&str>) -> Session {
    let scenario = shipped("crisis");
    let mut session = session(&scenario);
    let said = |session: &mut Session, acts: &[Act]| {
        if secret.is_some() {
            at_once(session, acts);
        }
    };
    let words = || format!("{} Ltd.", secret.unwrap_or_default());
    said(&mut session, &[Act::Label(words())]);
    take(&mut session, [Act::Mode(Mode::Teams)]);
    go_to(&mut session, Phase::Teams);
    take(&mut session, [Act::Label("Tuesday".into())]);
    let codes = [code(&scenario, &[0]), code(&scenario, &[1, 0])];
    let team = |name: String, code: &str| Act::Team(name, code.to_owned());
    said(&mut session, &[team(words(), &codes[1]), Act::DropTeam(0)]);
    take(&mut session, [team("Red".into(), &codes[0])]);
    said(&mut session, &[team(words(), &codes[1]), Act::DropTeam(1)]);
    take(&mut session, [team("Blue".into(), &codes[1])]);
    go_to(&mut session, Phase::NowWhat);
    take(&mut session, [Act::Write(Note::Commitment, "I ask first".into())]);
    said(&mut session, &[Act::Write(Note::Plus, words()), Act::Write(Note::Commitment, words())]);
    take(&mut session, [Act::Write(Note::Commitment, "I wait".into())]);
    said(&mut session, &[Act::Strike(Note::Commitment, 1), Act::Strike(Note::Plus, 0)]);
    if secret.is_some() {
        said(&mut session, &[Act::Write(Note::Delta, words())]);
        assert!(session.undo());
    }
    session
}

#[test]
fn what_no_longer_stands_is_in_no_file() {
    let meant = with_second_thoughts(Some("Secretive"));
    assert!(meant.record().contains("Secretive"), "on the device it can be undone");
    for ((name, file), (_, never)) in files(&meant).iter().zip(&files(&with_second_thoughts(None))) {
        assert!(!holds(file, "Secretive"), "{name} holds what was taken back");
        assert!(holds(file, "Tuesday") && holds(file, "I wait") && holds(file, "Blue"), "{name} holds what stands");
        assert!(file == never, "{name} tells that something was taken back");
    }
}

#[test]
fn a_team_that_was_looked_at_before_it_was_taken_out_leaves_no_name() {
    let scenario = shipped("crisis");
    let mut session = session(&scenario);
    take(&mut session, [Act::Mode(Mode::Teams)]);
    go_to(&mut session, Phase::Teams);
    let codes = [code(&scenario, &[0]), code(&scenario, &[1, 0])];
    take(&mut session, [Act::Team("(1)".into(), codes[0].clone()), Act::Team("Secretive".into(), codes[1].clone())]);
    take(&mut session, [Act::Next, Act::Focus(1), Act::Next, Act::Back, Act::Back, Act::DropTeam(1)]);
    take(&mut session, [Act::Team("Secretive too".into(), codes[1].clone()), Act::DropTeam(1)]);
    take(&mut session, [Act::Team("Blue".into(), codes[1].clone()), Act::Next, Act::Focus(1)]);
    for (name, file) in files(&session) {
        assert!(!holds(&file, "Secretive") && holds(&file, "Blue"), "{name}");
    }
    let there = Session::resume(&handed_on(&session.record()).expect("a record"), scenario).expect("a record");
    assert_eq!(there.left_over, 0);
    assert_eq!(tables_of(&there.session), tables_of(&session));
}

#[test]
fn hands_that_were_counted_anew_are_handed_on_as_they_were_left() {
    let counted = |counts: &[u32]| {
        let mut session = session(&shipped("crisis"));
        go_to(&mut session, Phase::Vote);
        let ids = offered(&session);
        for count in counts {
            at_once(&mut session, &[Act::Votes(ids[0].clone(), *count)]);
        }
        take(&mut session, [Act::Votes(ids[1].clone(), 3), Act::Next]);
        session
    };
    assert_eq!(files(&counted(&[1, 12, 9])), files(&counted(&[9])));
}

#[test]
fn a_session_that_was_handed_on_still_knows_how_ratings_moved() {
    let scenario = shipped("crisis");
    let mut here = session(&scenario);
    go_to(&mut here, Phase::RateBefore);
    take(&mut here, [Act::Rate(0, 1, 12), Act::Rate(1, 0, 4)]);
    go_to(&mut here, Phase::Vote);
    let record = handed_on(&here.record()).expect("a record");
    assert!(!record.contains("\trate\t") && here.record().contains("\trate\t"));
    let mut there = Session::resume(&record, scenario.clone()).expect("a record").session;
    assert_eq!((there.state().mean(false, 0), there.state().mean(false, 1)), (Some(200), None));
    go_to(&mut there, Phase::RateAfter);
    take(&mut there, [Act::Rate(0, 3, 12)]);
    assert_eq!(there.state().shift(0), Some((200, 400)));
    assert!(there.undo() && there.redo());
    let again = Session::resume(&there.record(), scenario.clone()).expect("a record").session;
    assert_eq!(again, there);
    let third = Session::resume(&handed_on(&again.record()).expect("a record"), scenario).expect("a record").session;
    assert_eq!(third.state().shift(0), Some((200, 400)), "nor on a third device");
}

#[test]
fn what_is_no_record_of_this_version_is_left_out_and_told() {
    assert_eq!(handed_on("two-hats session 9\nabc\twhatever\n"), None);
    assert_eq!(handed_on(""), None);
    let kept = |kind: &str| format!("\nkept\troom/{kind}/abc\ttwo-hats session 9\\nabc\\tSecretive\\n\t");
    let all = format!("{}{}\nkept\troom/open\tabc\t\nkept\tsettings\tpace=1\t", kept("session"), kept("copy"));
    assert_eq!(saved(&format!("keep{all}")), "room/open\tabc\nsettings\tpace=1\n");
    let told = "Left out: 2 group sessions of another version of the game.";
    assert!(journal::page(&journal::told(&format!("journal{all}"), &[])).contains(told));
    let (here, record) = (with_second_thoughts(None), "journal\nkept\troom/session/a1\t");
    let record = format!("{record}{}\t", here.record().replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n"));
    assert!(!journal::page(&journal::told(&record, &[])).contains("Left out"), "nothing is said of what can be read");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn what_is_handed_on_is_the_same_session(acts in acts(&shipped("crisis"), 120), back in 0..6usize) {
        let scenario = shipped("crisis");
        let mut session = after(&scenario, &acts);
        for _ in 0..back {
            session.undo();
        }
        let record = handed_on(&session.record()).expect("a record");
        prop_assert_eq!(handed_on(&record), Some(record.clone()), "handed on once more it is the same");
        prop_assert!(!record.contains("\trate\t") && !record.contains("\n~"));
        let resumed = Session::resume(&record, scenario).expect("a record");
        prop_assert_eq!(resumed.left_over, 0);
        let there = resumed.session;
        let (state, other) = (session.state(), there.state());
        prop_assert_eq!((state.phase(), state.label(), state.people()), (other.phase(), other.label(), other.people()));
        prop_assert_eq!((state.run(), state.ballots(), state.ballot()), (other.run(), other.ballots(), other.ballot()));
        prop_assert_eq!((state.clock(), state.stop(), state.what_if()), (other.clock(), other.stop(), other.what_if()));
        prop_assert_eq!((state.pick(), state.teams(), state.focus()), (other.pick(), other.teams(), other.focus()));
        for note in Note::ALL {
            prop_assert_eq!(state.notes(note), other.notes(note));
        }
        let tenths = |session: &Session| session.state().means().map(|of| of.map(|mean| mean.map(|mean| (mean + 5) / 10)));
        prop_assert_eq!(tenths(&session), tenths(&there));
    }
}

#[test]
fn what_was_pasted_around_a_teams_code_is_in_no_record() {
    let scenario = shipped("crisis");
    let mut session = session(&scenario);
    take(&mut session, [Act::Mode(Mode::Teams)]);
    go_to(&mut session, Phase::Teams);
    let code = code(&scenario, &[0]);
    take(&mut session, [Act::Team("Red".into(), format!("Secretive's code: {code}."))]);
    assert!(session.record().contains(&code) && !session.record().contains("Secretive"), "nor on the device");
    for (name, file) in files(&session) {
        assert!(!holds(&file, "Secretive") && holds(&file, "Red"), "{name}");
    }
}
