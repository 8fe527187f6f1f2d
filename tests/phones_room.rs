//! A session with phones, from the code on the stage to the end: nothing is lost, nothing counted twice.

use crate::support;

use session::{Act, Note, Phase, Tally};
use support::phones::{Party, Who};
use two_hats::room::phones::{Ask, Means, Trouble};
use two_hats::room::stage::{Slide, stage};
use two_hats::room::{Event, Notice, Page};
use wire::seat::Standing;
use wire::{Hat, Phase as Shown, Said, Way};

fn counts(tally: &Tally) -> Vec<u32> {
    tally.counts().to_vec()
}

fn first(party: &Party) -> Vec<u32> {
    counts(&party.state().ballot().expect("a ballot").first)
}

fn second(party: &Party) -> Vec<u32> {
    counts(party.state().ballot().expect("a ballot").second.as_ref().expect("a second vote"))
}

/// The ids of what can be voted for.
fn offered(party: &Party) -> Vec<scenario::Id> {
    party.state().run().offered().map(|(_, response)| response.id.clone()).collect()
}

fn vote_all(party: &mut Party, votes: &[u8]) {
    for (phone, vote) in votes.iter().enumerate() {
        assert!(party.say(phone, Said::Vote(*vote)), "phone {phone} is asked");
    }
    party.pass(1_500);
    let now = party.now;
    assert!((0..votes.len()).all(|phone| party.phone(phone).is_sent(now)), "each has its receipt");
}

#[test]
fn a_whole_session_with_phones_and_hands_loses_nothing_and_counts_nothing_twice() {
    let mut party = Party::joined(7, 5, Means::Both, false);
    let stage_window = party.open(Page::Stage);
    party.pass(500);
    let board = party.windows[stage_window].board().expect("the stage hears of phones").clone();
    assert_eq!((board.here, board.people, board.code.as_deref()), (5, 7, Some("K3V8TQ")));
    assert!(board.link.as_ref().is_some_and(|link| link.starts_with("http://192.168.1.5:8640/join/#")));
    assert_eq!(party.shown(0).shown.phase, Shown::Welcome);

    // Self-rating: five phones, and one hand.
    party.take(Act::Next);
    party.take(Act::Next);
    party.pass(500);
    for phone in 0..5 {
        assert!(party.say(phone, Said::Rating([phone as u8 + 1, 3])));
    }
    party.take(Act::Rate(0, 0, 1));
    party.take(Act::Rate(1, 2, 1));
    party.pass(1_500);
    assert_eq!(party.board().said, Some(5));
    assert_eq!(counts(&party.state().ratings(false)[0]), [1, 0, 0, 0, 0], "no bars before it is closed");
    party.take(Act::Next);
    assert_eq!(party.state().phase(), Phase::Read);
    assert_eq!(counts(&party.state().ratings(false)[0]), [2, 1, 1, 1, 1]);
    assert_eq!(counts(&party.state().ratings(false)[1]), [0, 0, 6, 0, 0]);
    party.pass(500);
    let shown = party.shown(0);
    assert_eq!(shown.shown.phase, Shown::Read);
    let step = shown.shown.step.expect("a step");
    assert!(!step.situation.is_empty() && step.responses.is_empty(), "responses wait for their time");
    assert!(!party.say(0, Said::Vote(0)), "nothing is asked");

    // The first vote, on the stage's own word.
    party.take(Act::Next);
    party.take(Act::Next);
    party.pass(500);
    assert_eq!((party.state().phase(), party.shown(0).shown.phase), (Phase::Vote, Shown::Ask));
    assert!(!party.windows[0].phones().is_door_open(), "the first vote closes the door");
    vote_all(&mut party, &[0, 0, 0, 1, 1]);
    assert!(party.say(2, Said::Vote(1)), "until it is closed a vote may be changed");
    let ids = offered(&party);
    party.take(Act::Votes(ids[0].clone(), 1));
    party.pass(1_500);
    assert_eq!(first(&party)[..2], [1, 0]);
    assert_eq!(party.windows[stage_window].board().and_then(|board| board.said), Some(5));
    let before = stage(party.state(), None, 0);
    assert!(matches!(before.slide, Slide::Choices(_)), "no bars on the stage");
    party.tell(stage_window, Event::Take(Act::Next));
    assert_eq!(party.state().phase(), Phase::Reveal, "the stage's clicker goes on, by the console that counts");
    assert_eq!(first(&party)[..2], [3, 3]);
    // It has not heard yet that the vote is closed.
    let _ = party.say(0, Said::Vote(2));
    party.pass(3_000);
    assert_eq!(first(&party)[..2], [3, 3], "what comes later counts for nothing");
    let Shown::Reveal(reveal) = party.shown(0).shown.phase else { panic!("no reveal") };
    assert_eq!(reveal.counts.as_ref().map(|counts| counts[..2].to_vec()), Some(vec![3, 3]));
    assert!(reveal.hats.is_empty(), "no hat before it is played");

    // Pair talk, and a second vote, in the middle of which a phone and the console are loaded again.
    party.take(Act::Talk);
    party.pass(500);
    assert!(matches!(party.shown(0).shown.phase, Shown::Talk(_)));
    party.take(Act::Next);
    party.pass(500);
    for phone in 0..3 {
        assert!(party.say(phone, Said::Vote(0)));
    }
    party.pass(100);
    party.reload_phone(1);
    party.reload(0, Page::Console);
    assert!(party.windows[0].phones().is_open(), "the room is gone on with");
    party.pass(6_000);
    assert!(party.say(3, Said::Vote(0)) && party.say(4, Said::Vote(1)));
    party.pass(3_000);
    let now = party.now;
    assert!((0..5).all(|phone| party.phone(phone).is_sent(now)));
    assert_eq!(party.board().said, Some(5));
    party.take(Act::Next);
    assert_eq!(second(&party)[..2], [4, 1]);
    party.pass(500);
    let Shown::Reveal(reveal) = party.shown(3).shown.phase else { panic!("no reveal") };
    assert_eq!(reveal.moves, [(1, 0, 2)], "phones 2 and 3 moved, and nobody else");
    assert_eq!(party.board().moves, [(1, 0, 2)]);

    // Somebody comes late.
    let late = party.add_phone(Way::Here);
    party.pass(2_500);
    assert_eq!(party.phone(late).standing(), Standing::Waiting);
    party.take(Act::People(5));
    let number = party.windows[0].phones().seats().iter().find(|seat| !seat.admitted).expect("one waits").number;
    party.ask(Ask::Admit(number));
    assert_eq!(party.state().people(), 6, "one more person is here");
    party.pass(2_500);
    assert_eq!(party.phone(late).standing(), Standing::In);
    assert_eq!(second(&party)[..2], [4, 1], "a closed vote stays as it was");
    party.take(Act::Next);
    party.pass(500);
    assert_eq!(party.state().phase(), Phase::Consequence);
    let Shown::Reveal(reveal) = party.shown(late).shown.phase else { panic!("no consequence") };
    assert!(!reveal.consequence.is_empty());
    assert_eq!(reveal.hats.iter().flatten().count(), 1, "the hat of what is played alone");
    let seen = |hat: &Option<Hat>| hat.is_some();
    assert_eq!(reveal.hats.iter().position(seen), Some(usize::from(reveal.chosen.expect("one is played"))));

    // The debrief.
    party.take(Act::ToDebrief);
    party.pass(500);
    assert!(matches!(party.shown(0).shown.phase, Shown::Debrief(Some(_))));
    while party.state().phase() != Phase::NowWhat {
        party.take(Act::Next);
    }
    party.pass(500);
    for (phone, line) in ["When I plan, I will ask first", "ask before I plan", "rude", "by Friday"].iter().enumerate()
    {
        assert!(party.say(phone, Said::Line((*line).into())));
    }
    party.pass(2_000);
    assert!(party.state().notes(Note::Commitment).is_empty(), "nothing is on the stage before a tap");
    let inbox = party.windows[0].phones().inbox();
    assert_eq!(inbox.len(), 4);
    let id = |text: &str| inbox.iter().find(|(line, _)| line.text == text).expect("a line").0.id;
    let (plan, ask, rude, friday) =
        (id("When I plan, I will ask first"), id("ask before I plan"), id("rude"), id("by Friday"));
    party.ask(Ask::Hide(rude));
    party.ask(Ask::Pick(plan));
    party.ask(Ask::Pick(ask));
    party.ask(Ask::Merge(Note::Commitment));
    party.ask(Ask::Show(friday, Note::Commitment));
    assert_eq!(
        party.state().notes(Note::Commitment),
        ["When I plan, I will ask first · ask before I plan", "by Friday"]
    );
    assert_eq!((party.windows[0].phones().inbox().len(), party.windows[0].phones().hidden()), (0, 1));

    // The end.
    while party.state().phase() != Phase::RateAfter {
        party.take(Act::Next);
    }
    party.pass(500);
    for phone in 0..6 {
        assert!(party.say(phone, Said::Rating([4, 4])));
    }
    party.pass(1_500);
    party.take(Act::Next);
    assert_eq!(counts(&party.state().ratings(true)[0]), [0, 0, 0, 6, 0]);
    party.pass(500);
    assert!(matches!(party.shown(0).shown.phase, Shown::Close { ref play } if play == "./../#/story/crisis"));

    // Whatever is kept or handed on knows no seat, no key and no code.
    let record = party.session().record();
    let link = party.link();
    let secret = link.split_once('#').expect("a fragment").1.to_owned();
    for phone in 0..6 {
        let seat = party.phone(phone).id();
        assert!(!record.contains(&seat.to_string()), "{record}");
    }
    assert!(!record.contains(&secret) && !record.contains("rude"));
    let kept: Vec<(String, String)> = party.stored.clone().into_iter().collect();
    let saved = library::saved_text(&library::exported(&kept));
    for never in ["room/phones", &secret, "rude"] {
        assert!(!saved.contains(never), "{never} is in {saved}");
    }

    party.ask(Ask::Close);
    let phones = party.stored.get("room/phones").cloned().unwrap_or_default();
    party.pass(6_000);
    assert!((0..6).all(|phone| party.phone(phone).standing() == Standing::Over));
    assert!(party.kept.is_empty(), "phones forget");
    assert!(!party.windows[0].phones().is_open() && phones.len() < 120, "of the room nothing is kept");
}

#[test]
fn whoever_is_far_away_is_sent_the_link_that_the_stage_does_not_show() {
    let mut party = Party::joined(6, 2, Means::Both, false);
    let link = party.link();
    assert_eq!(party.windows[0].invitation().as_ref(), Some(&link));
    party.ask(Ask::Stream(true));
    party.pass(500);
    assert_eq!(party.board().link, None, "everybody would see it");
    assert_eq!(party.windows[0].invitation(), Some(link));
}

#[test]
fn a_program_that_is_started_anew_in_a_vote_is_gone_on_with_by_its_new_address() {
    let mut party = Party::joined(6, 5, Means::Both, true);
    vote_all(&mut party, &[0, 0, 1]);
    party.ask(Ask::Token("fedcba9876543210fedcba9876543210".into()));
    assert!(
        party.stored.get("room/phones").is_some_and(|kept| kept.contains("fedcba9876543210fedcba9876543210")),
        "it is kept at once"
    );
    party.pass(6_000);
    assert_eq!(party.board().here, 5, "phones are back by themselves");
    vote_all(&mut party, &[0, 0, 1, 1, 1]);
    party.ask(Ask::Count);
    assert_eq!(first(&party)[..2], [2, 3]);
}

#[test]
fn asking_again_takes_back_what_phones_said_and_counts_it_once() {
    let mut party = Party::joined(6, 5, Means::Both, true);
    let ids = offered(&party);
    party.take(Act::Votes(ids[1].clone(), 1));
    vote_all(&mut party, &[0, 0, 0, 1, 1]);
    party.ask(Ask::Count);
    assert_eq!(first(&party)[..2], [3, 3]);
    assert_eq!(party.windows[0].phones().counted(party.state()), Some(5));
    // Nothing of it is undone step by step.
    party.tell(0, Event::Undo);
    assert_eq!((first(&party)[..2].to_vec(), party.windows[0].notice()), (vec![3, 3], Some(Notice::Counted)));
    // Back and on again asks nobody anew, and counts nobody twice.
    party.take(Act::Next);
    party.take(Act::Back);
    party.pass(500);
    party.take(Act::Back);
    party.take(Act::Next);
    party.take(Act::Next);
    assert_eq!((party.state().phase(), first(&party)[..2].to_vec()), (Phase::Reveal, vec![3, 3]));
    party.take(Act::Back);
    party.ask(Ask::Again);
    assert_eq!(first(&party)[..2], [0, 1], "the hand stays up");
    party.pass(500);
    vote_all(&mut party, &[0, 0, 0, 0, 1]);
    party.tell(0, Event::Redo);
    party.take(Act::Next);
    assert_eq!(first(&party)[..2], [4, 2]);
    // A decision that is taken back is asked anew.
    party.take(Act::Next);
    party.take(Act::TakeBack);
    party.take(Act::Next);
    party.take(Act::Next);
    party.pass(500);
    assert_eq!((party.state().phase(), first(&party).iter().sum::<u32>()), (Phase::Vote, 0));
    vote_all(&mut party, &[1, 1, 1, 1, 1]);
    party.take(Act::Next);
    assert_eq!(first(&party)[..2], [0, 5]);
}

#[test]
fn a_vote_that_is_left_and_come_back_to_is_the_same_vote() {
    let mut party = Party::joined(5, 5, Means::Phones, true);
    vote_all(&mut party, &[0, 0, 0]);
    party.take(Act::Back);
    party.pass(1_000);
    assert_eq!(party.shown(0).shown.phase, Shown::Read);
    party.take(Act::Next);
    party.pass(1_000);
    assert_eq!(party.board().said, Some(3));
    assert!(party.say(3, Said::Vote(1)));
    party.pass(1_500);
    party.take(Act::Next);
    assert_eq!(first(&party)[..2], [3, 1]);
}

#[test]
fn a_window_that_takes_over_goes_on_with_the_phones() {
    let mut party = Party::joined(5, 5, Means::Phones, true);
    let stage_window = party.open(Page::Stage);
    vote_all(&mut party, &[0, 0, 0]);
    party.tell(stage_window, Event::Drawer(true));
    party.pass(4_000);
    assert!(party.windows[0].is_elsewhere() && !party.windows[0].phones().is_open());
    assert!(party.windows[stage_window].phones().is_open());
    assert!(party.say(3, Said::Vote(1)) && party.say(0, Said::Vote(1)));
    party.pass(3_000);
    party.tell(stage_window, Event::Drawer(false));
    party.tell(stage_window, Event::Take(Act::Next));
    assert_eq!((party.state().phase(), first(&party)[..2].to_vec()), (Phase::Reveal, vec![2, 2]));
}

#[test]
fn where_phones_fall_silent_hands_go_on_and_it_is_said_since_when() {
    let mut party = Party::joined(6, 5, Means::Both, true);
    vote_all(&mut party, &[0, 0, 1]);
    let before = party.now.wall / 1000;
    party.cut.insert(Who::Window(0));
    party.pass(30_000);
    let (trouble, since) = party.windows[0].phones().trouble().expect("it is said");
    assert_eq!(trouble, Trouble::Down);
    assert!(since.is_some_and(|since| (before..before + 25).contains(&since)), "{since:?}");
    let ids = offered(&party);
    party.take(Act::Votes(ids[1].clone(), 2));
    party.take(Act::Next);
    assert_eq!((party.state().phase(), first(&party)[..2].to_vec()), (Phase::Reveal, vec![2, 3]));
    party.cut.clear();
    party.pass(20_000);
    assert_eq!(party.windows[0].phones().trouble(), None);
    assert!(matches!(party.shown(0).shown.phase, Shown::Reveal(_)), "phones catch up");
}

#[test]
fn fewer_than_five_are_shown_apart_only_where_the_room_was_told() {
    for small in [false, true] {
        let mut party = Party::joined(4, 4, Means::Phones, true);
        party.ask(Ask::Small(small));
        vote_all(&mut party, &[0, 0, 0, 1]);
        party.take(Act::Next);
        party.pass(1_000);
        assert_eq!(party.board().hides, !small);
        let Shown::Reveal(reveal) = party.shown(0).shown.phase else { panic!("no reveal") };
        assert_eq!(reveal.counts.is_some(), small);
        assert_eq!(reveal.chosen, Some(0), "what is played is known all the same");
    }
}

#[test]
fn more_phones_and_hands_than_people_are_capped_and_said() {
    let mut party = Party::joined(5, 5, Means::Both, true);
    let ids = offered(&party);
    party.take(Act::Votes(ids[0].clone(), 2));
    vote_all(&mut party, &[1, 1, 1, 1]);
    party.take(Act::Next);
    assert_eq!(first(&party)[..2], [1, 4]);
    assert_eq!(party.windows[0].phones().left_out(), 1);
}

#[test]
fn a_new_code_leaves_out_whoever_is_removed_and_keeps_the_others() {
    let mut party = Party::joined(5, 5, Means::Phones, true);
    vote_all(&mut party, &[0, 0, 0, 0, 1]);
    let old = party.link();
    let seats = party.windows[0].phones().seats();
    let number = party.phone(4).given().expect("it is in").number;
    assert_eq!(seats.len(), 5);
    party.ask(Ask::Remove(number));
    party.pass(6_000);
    assert_ne!(party.link(), old);
    assert_eq!(party.windows[0].phones().seats().len(), 4);
    party.take(Act::Next);
    assert_eq!(first(&party)[..2], [4, 0]);
}

#[test]
fn hands_are_one_key_away_and_keep_what_was_counted() {
    let mut party = Party::joined(6, 5, Means::Phones, true);
    vote_all(&mut party, &[0, 0, 1]);
    party.ask(Ask::Means(Means::Hands));
    assert_eq!(first(&party)[..2], [2, 1]);
    party.pass(1_000);
    assert_eq!((party.board().said, party.shown(0).shown.phase), (None, Shown::Read));
    let ids = offered(&party);
    party.take(Act::Votes(ids[1].clone(), 4));
    party.take(Act::Next);
    assert_eq!(first(&party)[..2], [2, 4]);
}

#[test]
fn the_program_that_serves_the_page_is_told_of_the_door() {
    let mut party = Party::of(5, Means::Phones);
    let fragment = party.link().split_once('#').expect("a fragment").1.to_owned();
    assert_eq!(party.asked.first(), Some(&("PUT", fragment)));
    party.pass(40_000);
    assert!(party.asked.iter().filter(|(method, _)| *method == "GET").count() >= 2, "the door is kept open");
    party.ask(Ask::Door(false));
    assert_eq!(party.asked.last(), Some(&("DELETE", String::new())));
    party.ask(Ask::Stream(true));
    party.ask(Ask::Door(true));
    party.pass(500);
    assert_eq!(party.board().link, None, "a stream shows no code");
}

#[test]
fn a_room_is_forgotten_with_its_session_and_after_a_day() {
    let mut party = Party::joined(5, 2, Means::Phones, false);
    assert!(party.stored.contains_key("room/phones"));
    party.tell(0, Event::Leave);
    party.pass(6_000);
    assert!((0..2).all(|phone| party.phone(phone).standing() == Standing::Over));
    let mut party = Party::joined(5, 2, Means::Phones, false);
    party.now.wall += 25 * 60 * 60 * 1000;
    party.reload(0, Page::Console);
    assert!(!party.windows[0].phones().is_open() && !party.stored.contains_key("room/phones"));
    let mut party = Party::joined(5, 2, Means::Phones, false);
    party.stored.clear();
    party.tell(0, Event::Erased);
    party.pass(6_000);
    assert!(party.stored.is_empty(), "nothing is kept again: {:?}", party.stored.keys());
}

#[test]
fn without_anything_that_carries_answers_that_is_said() {
    let mut other = Party::begun(None);
    other.ask(Ask::Means(Means::Both));
    other.ask(Ask::Open);
    assert_eq!(other.windows[0].phones().trouble().map(|(trouble, _)| trouble), Some(Trouble::NoEngine));
    other.ask(Ask::Engine(two_hats::room::phones::EngineField::Address, "https://engine.example".into()));
    other.ask(Ask::Open);
    assert_eq!(other.windows[0].phones().trouble().map(|(trouble, _)| trouble), Some(Trouble::BadAddress));
    other.ask(Ask::Engine(two_hats::room::phones::EngineField::Address, "wss://engine.example/mqtt".into()));
    other.ask(Ask::Open);
    assert!(other.windows[0].phones().is_open());
    assert_eq!(other.windows[0].phones().socket(), Some("wss://engine.example/mqtt"));
    let link = other.link();
    assert!(link.starts_with("http://127.0.0.1:8640/join/#") && link.ends_with("@wss://engine.example/mqtt"), "{link}");
}
