//! What players think before they see what comes of an answer: kept for its run, and told beside what came of it.

use crate::support;

use delivery::{objectives, weightiest};
use library::{Kept, Key, Reflections, Source, Sureness};
use play::{Record, Run, play_as};
use scenario::{Outcome, Persona};
use std::rc::Rc;
use support::debrief::{asked, of_run, page, report, told, told_with};
use support::{shipped, shipped_ids};
use two_hats::pages::debrief::model::{Past, RunText};

const BALANCED: usize = Outcome::Balanced as usize;

/// A run with something noted before each of its decisions, and what is kept of it.
fn noted(run: &Run) -> (Reflections, Past) {
    let mut noted = Reflections::default();
    let mut so_far = Run::start(Rc::clone(run.scenario()));
    for (at, turn) in run.turns().iter().enumerate() {
        let words = if at == 1 { "Ask <b>Mara</b> & wait" } else { "" };
        noted.note(&Record::of(&so_far), Some(Sureness::ALL[at % 3]), words);
        so_far.choose(turn.response).expect("it was offered");
    }
    let source = Source::Shipped(run.scenario().id().clone());
    let past = Past::of(&[(Reflections::key(&source), noted.to_text())], |moment| moment.to_string());
    (noted, past)
}

#[test]
fn what_was_thought_stands_beside_what_came_of_it() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let (_, past) = noted(&run);
    let model = told_with(of_run(&run), run.scenario(), past.clone());
    let shown = page(&model);
    assert!(shown.contains("Ask &lt;b&gt;Mara&lt;/b&gt; &amp; wait"), "words are data: {shown}");
    assert_eq!(shown.matches("How sure you were:").count(), run.decisions().count());
    // How often each was right, counted here again: no other response has better odds of balance.
    let report = report(&model);
    let figures = report.figures.as_ref().expect("it is counted");
    let mut right = [[0_usize; 2]; 3];
    for (at, _) in run.decisions() {
        let decision = &figures.decisions[at];
        let odds: Vec<u32> = decision.what_if.iter().map(|other| other.odds[BALANCED].thousandths).collect();
        // Where nothing hung on the answer nobody was right or wrong.
        if odds.iter().all(|other| *other == odds[0]) {
            continue;
        }
        right[at % 3][0] += usize::from(odds.iter().max() == Some(&decision.after[BALANCED].thousandths));
        right[at % 3][1] += 1;
    }
    let said = report.calibration().expect("it was said each time");
    for (name, [right, all]) in ["Sure", "Likely", "A guess"].into_iter().zip(right) {
        assert!(said.contains(&format!("{name}: {right} of {all}.")), "{said}");
    }
    assert!(shown.contains(&*said), "{said}");
}

#[test]
fn nothing_that_leaves_the_page_holds_what_was_thought() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let (_, past) = noted(&run);
    let report = report(&told_with(of_run(&run), run.scenario(), past));
    let sent = [
        report.summary(),
        report.picture(None),
        report.invitation().expect("it is shipped"),
        report.link().expect("it has one"),
    ];
    for text in sent {
        assert!(!text.contains("Mara") && !text.contains("Likely"), "{text}");
    }
}

#[test]
fn another_run_and_a_run_that_somebody_else_opens_tell_nothing_of_it() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let (_, past) = noted(&run);
    let other = play_as(Persona::AlwaysLeader, run.scenario());
    let shown = page(&told_with(of_run(&other), other.scenario(), past.clone()));
    // What was thought before anything was decided is every run's.
    assert!(shown.matches("How sure you were:").count() <= 1, "{shown}");
    assert!(!shown.contains("Mara"), "{shown}");
    let linked = RunText::Code(play::Code::of(&run).expect("it has ended").to_string());
    let shown = page(&told_with(asked(run.scenario(), linked), run.scenario(), past));
    assert!(!shown.contains("How sure you were:"), "{shown}");
    assert_eq!(report(&told(&run)).calibration(), None, "who was never asked is told nothing");
}

#[test]
fn a_way_that_is_decided_anew_keeps_what_was_thought_before_it() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let (mut noted, _) = noted(&run);
    let mut again = run.clone();
    again.undo_to(3);
    let other = again.offered().map(|(at, _)| at).find(|at| *at != run.turns()[3].response).expect("another");
    noted.note(&Record::of(&again), Some(Sureness::Guess), "Now I would");
    again.choose(other).expect("it is offered");
    let record = Record::of(&again);
    assert_eq!(noted.before(&record, 3).map(|thought| &*thought.words), Some("Now I would"));
    assert!(noted.before(&record, 1).is_some_and(|thought| thought.words.contains("Mara")));
    // What was thought further on the old way is the old way's.
    assert!(noted.before(&Record::of(&run), 4).is_some());
    let next = again.offered().map(|(at, _)| at).next().expect("the run goes on");
    again.choose(next).expect("it is offered");
    assert_eq!(noted.before(&Record::of(&again), 4), None);
}

#[test]
fn the_pages_that_read_it_know_its_keys() {
    for (key, value) in [("reflection", "words sure"), ("reflection/crisis", "0 811c9dc5 sure Ask")] {
        assert!(key.parse::<Key>().is_ok(), "{key}");
        assert_eq!(Kept::read(key, value), Kept::Later);
    }
}

#[test]
fn every_story_says_what_players_learn_and_where_most_hangs() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        let found = objectives(&scenario);
        assert_eq!(found.len(), 3, "{id}: {found:?}");
        for objective in &found {
            assert!(objective.chars().count() <= 100 && objective.starts_with(char::is_lowercase), "{id}: {objective}");
        }
        let analysis = analysis::analyse(&scenario, analysis::STATE_LIMIT).expect("it is counted");
        let heavy = weightiest(&scenario, &analysis);
        assert_eq!(heavy.len(), 2, "{id}");
        for step in scenario.steps().iter().filter(|step| heavy.contains(&step.id)) {
            assert!(!step.is_passage(), "{id}: {}", step.id);
        }
    }
}
