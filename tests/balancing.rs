//! The workbench's balance helper from the form to the text, with the worker's own answers.

use balance::Figures;
use scenario::{Limits, Outcome, read};
use std::rc::Rc;
use two_hats::workbench::{Aim, Balance, Effect, Event, Found, Helper, Model, Notice, Search, Tab, Trouble, answer_to};

const SMALL: &str = include_str!("fixtures/small.json");

/// Hands an answer's parts to a model, and says how many there were.
fn answered(model: &mut Model, question: &[u8], event: impl Fn(Vec<u8>) -> Event) -> usize {
    let mut parts = Vec::new();
    answer_to(question, &mut |part| parts.push(part));
    let count = parts.len();
    for part in parts {
        model.update(event(part));
    }
    count
}

/// A workbench whose text has been checked.
fn with(text: &str) -> Model {
    let mut model = Model::default();
    for effect in model.update(Event::Took(text.into())) {
        if let Effect::Ask(question) = effect {
            answered(&mut model, &question, |part| Event::Told(Some(part)));
        }
    }
    model.update(Event::Painted);
    model
}

fn act(model: &mut Model, event: Balance) -> Vec<Effect> {
    model.update(Event::Balance(event))
}

/// What the helper is asked.
fn asked(effects: &[Effect]) -> Vec<u8> {
    let question = effects.iter().find_map(|effect| match effect {
        Effect::AskHelper(Helper::Balance, question) => Some(question.clone()),
        _ => None,
    });
    question.expect("a question")
}

fn told(part: Vec<u8>) -> Event {
    Event::Balance(Balance::Told(Ok(part)))
}

/// Wants some runs adrift: none is.
fn wants_some_adrift(model: &mut Model) {
    act(model, Balance::Aim(Aim::Low(Outcome::Adrift, "10".into())));
    if model.balancing.form.choices {
        act(model, Balance::Aim(Aim::Choices));
    }
}

fn found(model: &Model) -> Rc<Found> {
    match &model.balancing.search {
        Search::Found(found) => Rc::clone(found),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_form_is_the_files_until_its_author_changes_it() {
    let mut model = with(SMALL);
    assert_eq!(model.balancing.form.shares[0], ["15", "30"]);
    assert_eq!(model.balancing.steps.len(), model.plan.as_ref().map_or(0, |plan| plan.steps.len()));
    act(&mut model, Balance::Aim(Aim::Low(Outcome::Balanced, "99".into())));
    let other = SMALL.replacen("\"id\": \"rush\"", "\"id\": \"rush\" ", 1);
    for effect in model.update(Event::Took(other)) {
        if let Effect::Ask(question) = effect {
            answered(&mut model, &question, |part| Event::Told(Some(part)));
        }
    }
    model.update(Event::Painted);
    assert_eq!(model.balancing.form.shares[0], ["99", "30"], "what was typed stays");
    assert_eq!(act(&mut model, Balance::Start), [Effect::Focus(".balance [aria-invalid]")]);
    act(&mut model, Balance::AsInFile);
    assert_eq!(model.balancing.form.shares[0], ["15", "30"]);
}

#[test]
fn a_proposal_is_put_into_the_text_as_one_change() {
    let mut model = with(SMALL);
    wants_some_adrift(&mut model);
    let question = asked(&act(&mut model, Balance::Start));
    assert!(answered(&mut model, &question, told) > 2, "progress is told before the end");
    let found = found(&model);
    let best = &found.offers[0];
    assert!(best.missed.is_empty() && !best.changes.is_empty() && !found.missed.is_empty());
    assert!(best.changes.iter().all(|change| change.from != change.to && change.alone.shares.len() == 4));
    let effects = act(&mut model, Balance::Apply(0));
    let [Effect::Write(from, to, text)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((model.tab, &model.notice), (Tab::Text, &Some(Notice::Applied)));
    let units: Vec<u16> = SMALL.encode_utf16().collect();
    let piece = |units: &[u16]| String::from_utf16(units).expect("whole characters");
    let changed = piece(&units[..*from as usize]) + text + &piece(&units[*to as usize..]);
    let scenario = read(changed.as_bytes(), &Limits::default()).expect("a scenario");
    let after = Figures::of(&scenario, 1_000_000).expect("few enough states");
    assert_eq!(after.share(Outcome::Adrift).rounded(), best.after.shares[Outcome::Adrift as usize]);
    // In another text it is put nowhere, and in the same one once more.
    model.update(Event::Took(changed));
    assert!(!model.is_searched_text() && act(&mut model, Balance::Apply(0)).is_empty());
    model.update(Event::Took(SMALL.into()));
    assert!(model.is_searched_text() && !act(&mut model, Balance::Apply(0)).is_empty());
    assert!(act(&mut model, Balance::Apply(9)).is_empty());
}

#[test]
fn a_search_that_is_stopped_proposes_what_it_had_found() {
    let mut model = with(SMALL);
    wants_some_adrift(&mut model);
    let question = asked(&act(&mut model, Balance::Start));
    let mut parts = Vec::new();
    answer_to(&question, &mut |part| parts.push(part));
    // It is stopped when half of its progress was heard.
    for part in parts.drain(..parts.len() / 2) {
        model.update(told(part));
    }
    assert!(matches!(&model.balancing.search, Search::Running { found, .. } if !found.is_empty()));
    let effects = act(&mut model, Balance::Stop);
    assert_eq!(effects.first(), Some(&Effect::EndHelper(Helper::Balance)));
    assert_eq!(model.balancing.search, Search::Ending);
    answered(&mut model, &asked(&effects), told);
    let found = found(&model);
    assert!(found.stopped && !found.offers.is_empty());
}

#[test]
fn a_search_that_is_stopped_at_once_or_twice_is_over() {
    let mut model = with(SMALL);
    act(&mut model, Balance::Start);
    assert_eq!(act(&mut model, Balance::Stop), [Effect::EndHelper(Helper::Balance)]);
    assert_eq!(model.balancing.search, Search::Idle);
    assert!(act(&mut model, Balance::Told(Err(Trouble::Fallen))).is_empty(), "it is not listened to any more");
    assert_eq!(model.balancing.search, Search::Idle);
}

#[test]
fn a_worker_that_does_not_start_or_falls_is_said_and_another_can_be_asked() {
    for trouble in [Trouble::NotStarted, Trouble::Fallen] {
        let mut model = with(SMALL);
        act(&mut model, Balance::Start);
        act(&mut model, Balance::Told(Err(trouble)));
        assert_eq!(model.balancing.search, Search::Failed(trouble));
        assert!(!asked(&act(&mut model, Balance::Start)).is_empty());
    }
    let mut model = with(SMALL);
    act(&mut model, Balance::Start);
    act(&mut model, Balance::Told(Ok(vec![99])));
    assert_eq!(model.balancing.search, Search::Failed(Trouble::Fallen), "what it says is nothing");
}

#[test]
fn what_cannot_be_searched_is_said() {
    let mut model = with(SMALL);
    for outcome in [Outcome::Balanced, Outcome::Adrift] {
        act(&mut model, Balance::Aim(Aim::Low(outcome, "80".into())));
        act(&mut model, Balance::Aim(Aim::High(outcome, "90".into())));
    }
    let question = asked(&act(&mut model, Balance::Start));
    answered(&mut model, &question, told);
    assert!(matches!(&model.balancing.search, Search::Refused(why) if why.contains("160 % at least")));
    model.update(Event::Took("{".into()));
    let question = asked(&act(&mut model, Balance::Start));
    answered(&mut model, &question, told);
    assert_eq!(model.balancing.search, Search::Unreadable);
}

#[test]
fn where_the_aims_cannot_be_met_the_nearest_are_proposed_with_what_they_miss() {
    let mut model = with(SMALL);
    act(&mut model, Balance::Aim(Aim::Low(Outcome::Adrift, "60".into())));
    act(&mut model, Balance::Aim(Aim::Most("2".into())));
    let question = asked(&act(&mut model, Balance::Others));
    answered(&mut model, &question, told);
    let found = found(&model);
    assert!(found.most == 2 && found.offers.iter().all(|offer| !offer.missed.is_empty() && offer.points <= 2));
}

#[test]
fn progress_is_said_every_few_seconds_at_most() {
    let mut model = with(SMALL);
    wants_some_adrift(&mut model);
    model.now = 100;
    let question = asked(&act(&mut model, Balance::Start));
    let mut parts = Vec::new();
    answer_to(&question, &mut |part| parts.push(part));
    parts.pop();
    assert!(parts.len() > 6, "there is progress to tell");
    let mut said = (0, 100);
    for (part, now) in parts.into_iter().zip(101..) {
        model.now = now;
        model.update(told(part));
        let Search::Running { percent, .. } = model.balancing.search else { panic!("it is not done") };
        if now >= said.1 + 5 {
            said = (percent, now);
        }
        assert_eq!(model.balancing.said, said.0, "after {} seconds", now - 100);
    }
    assert!(said.0 > 0);
}
