//! The rules of play: by hand on the small scenario, and as properties of random ones.

use crate::support;

use play::{ChoiceError, Ending, Mismatch, Record, Run, play_as};
use proptest::prelude::*;
use scenario::{Id, Outcome, Persona};
use std::rc::Rc;
use support::{SMALL, made, scenario};

/// The small scenario played by ids.
fn played(ids: &[&str]) -> Run {
    let mut run = Run::start(scenario(SMALL));
    for id in ids {
        run.choose_id(id).expect("offered");
    }
    run
}

fn meters(run: &Run) -> (i32, i32) {
    (run.now().leadership, run.now().management)
}

#[test]
fn a_run_starts_at_the_first_step_with_no_flags() {
    let run = played(&[]);
    assert_eq!(run.step().map(|step| step.id.as_str()), Some("oven"));
    assert_eq!((meters(&run), run.now().flags), ((4, 4), 0));
}

#[test]
fn effect_flags_and_the_next_steps_pressure_are_added_in_turn() {
    let run = played(&["ask"]);
    let turn = run.turns()[0];
    assert_eq!((turn.after.leadership, turn.after.management, turn.after.flags), (6, 3, 1));
    assert_eq!(meters(&run), (6, 2), "the step's pressure of -1");
}

#[test]
fn a_response_is_offered_when_its_condition_holds() {
    let offered = |run: &Run| run.offered().map(|(_, response)| response.id.to_string()).collect::<Vec<_>>();
    assert_eq!(offered(&played(&["ask"])), ["step-aside", "two-lines", "keep-the-word"]);
    assert_eq!(offered(&played(&["list"])), ["step-aside", "two-lines"]);
}

#[test]
fn lines_are_told_when_their_condition_holds() {
    let told =
        |run: &Run| run.situation().expect("a step").iter().map(|line| line.text.to_string()).collect::<Vec<_>>();
    assert_eq!(told(&played(&["ask"])), ["Forty people.", "Ana looks at you."]);
    assert_eq!(told(&played(&["list"])), ["Forty people."]);
}

#[test]
fn the_end_is_judged_by_both_meters() {
    let ending = |ids: &[&str]| played(ids).ending();
    let at_end = |outcome| Some(Ending { outcome, broke: false });
    assert_eq!(ending(&["ask", "two-lines"]), at_end(Outcome::Balanced), "5 and 5");
    assert_eq!(ending(&["ask", "keep-the-word"]), at_end(Outcome::UnderManaged), "9 and 2");
    assert_eq!(ending(&["list", "two-lines"]), at_end(Outcome::UnderLed), "2 and 8");
    assert_eq!(ending(&["ask"]), None);
}

#[test]
fn a_meter_at_zero_breaks_the_run_at_once() {
    let run = played(&["ask", "step-aside"]);
    assert_eq!(run.ending(), Some(Ending { outcome: Outcome::UnderManaged, broke: true }));
    assert_eq!(meters(&run), (8, 0));
    let pressed = SMALL.replacen("\"pressure\": { \"management\": -1 }", "\"pressure\": { \"leadership\": -9 }", 1);
    let mut run = Run::start(scenario(&pressed));
    run.choose_id("list").expect("offered");
    assert_eq!(run.ending(), Some(Ending { outcome: Outcome::UnderLed, broke: true }), "by the step's pressure");
    assert_eq!(run.variant().map(|variant| &*variant.title), Some("Silence"), "the variant for a break");
}

#[test]
fn branches_are_judged_after_the_effect() {
    let text = SMALL.replacen("{ \"start\": 4, \"enough\": 5 }\n", "{ \"start\": 5, \"enough\": 5 }\n", 1);
    let mut run = Run::start(scenario(&text));
    run.choose_id("list").expect("offered");
    assert_eq!(run.ending(), Some(Ending { outcome: Outcome::UnderLed, broke: false }), "7 leads to the end");
}

#[test]
fn an_illegal_choice_leaves_the_run_as_it_was() {
    let mut run = played(&["list"]);
    let before = run.clone();
    assert_eq!(run.choose(2), Err(ChoiceError::NotOffered));
    assert_eq!(run.choose(9), Err(ChoiceError::Unknown));
    assert_eq!(run.choose_id("no-such"), Err(ChoiceError::Unknown));
    assert_eq!(run, before);
    run.choose_id("two-lines").expect("offered");
    let ended = run.clone();
    assert_eq!(run.choose(0), Err(ChoiceError::Ended));
    assert_eq!(run, ended);
}

#[test]
fn undo_goes_back_to_any_decision() {
    let mut run = played(&["ask", "two-lines"]);
    run.undo();
    assert_eq!(run, played(&["ask"]));
    run.choose_id("keep-the-word").expect("offered");
    run.undo_to(0);
    assert_eq!(run, played(&[]));
    run.undo();
    run.undo_to(7);
    assert_eq!(run, played(&[]));
}

#[test]
fn personas_play_by_their_habits() {
    let small = scenario(SMALL);
    let ids = |persona| Record::of(&play_as(persona, &small)).responses.iter().map(Id::to_string).collect::<Vec<_>>();
    assert_eq!(ids(Persona::AlwaysLeader), ["ask", "step-aside"]);
    assert_eq!(ids(Persona::AlwaysManager), ["list", "two-lines"]);
    assert_eq!(ids(Persona::Alternating), ["ask", "two-lines"]);
    assert_eq!(ids(Persona::Balancing), ["ask", "two-lines"]);
}

#[test]
fn a_record_of_an_edited_scenario_is_played_as_far_as_it_fits() {
    let record = Record::of(&played(&["ask", "keep-the-word"]));
    let edited = scenario(&SMALL.replacen("\"keep-the-word\"", "\"give-the-keys\"", 1));
    let replay = record.replay(Rc::clone(&edited)).expect("the same scenario");
    let stop = replay.stop.expect("a response is gone");
    assert_eq!((stop.decision, stop.response.as_str(), stop.reason), (1, "keep-the-word", ChoiceError::Unknown));
    assert!(replay.edited);
    assert_eq!(replay.run.turns().len(), 1);

    let unpromised = scenario(&SMALL.replacen("\"sets\": [\"promised\"],", "", 1));
    let replay = record.replay(unpromised).expect("the same scenario");
    assert_eq!(replay.stop.map(|stop| stop.reason), Some(ChoiceError::NotOffered));

    let other = scenario(&SMALL.replacen("\"id\": \"small\"", "\"id\": \"other\"", 1));
    assert_eq!(record.replay(other), Err(Mismatch));
    let whole = record.replay(scenario(SMALL)).expect("the same scenario");
    assert!(whole.stop.is_none() && !whole.edited);
}

#[test]
fn a_record_that_was_cut_or_changed_is_refused_or_stops() {
    let line = Record::of(&played(&["ask", "two-lines"])).to_line();
    assert!(Record::from_line(&line).is_some());
    for cut in 0..line.len() {
        // Cut within the last id, it is another id, and the replay says so.
        let stop =
            Record::from_line(&line[..cut]).map(|record| record.replay(scenario(SMALL)).map(|replay| replay.stop));
        assert!(stop.is_none() || matches!(stop, Some(Ok(Some(_)))), "{}", &line[..cut]);
    }
    assert_eq!(Record::from_line(&line.replacen("ask", "Ask", 1)), None);
    assert_eq!(Record::from_line(&format!("{line} more")), None);
    assert_eq!(Record::from_line(""), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any run of any scenario: its record plays the same run again, also through its line; undo is the inverse of choose;
    /// and what is not offered changes nothing.
    #[test]
    fn records_replay_and_undo_inverts(text in made::scenario_text(), lots in proptest::collection::vec(any::<u16>(), 8)) {
        let scenario = scenario(&text);
        let mut run = Run::start(Rc::clone(&scenario));
        for lot in lots {
            let before = run.clone();
            for response in 0..8 {
                if !run.offered().any(|(at, _)| at == response) {
                    prop_assert!(run.choose(response).is_err());
                    prop_assert_eq!(&run, &before);
                }
            }
            let offered: Vec<usize> = run.offered().map(|(at, _)| at).collect();
            let Some(response) = offered.get(usize::from(lot) % offered.len().max(1)) else {
                prop_assert!(run.ending().is_some(), "nobody is stuck");
                prop_assert!(run.variant().is_some(), "every end is told");
                break;
            };
            prop_assert!(run.choose(*response).is_ok());
            let mut undone = run.clone();
            undone.undo();
            prop_assert_eq!(&undone, &before);
        }
        let record = Record::of(&run);
        prop_assert_eq!(Record::from_line(&record.to_line()), Some(record.clone()));
        let replay = record.replay(scenario).expect("the same scenario");
        prop_assert!(replay.stop.is_none() && !replay.edited);
        prop_assert_eq!(&replay.run, &run);
        for decision in 0..run.turns().len() {
            let mut back = run.clone();
            back.undo_to(decision);
            prop_assert_eq!(back.turns(), &run.turns()[..decision]);
            prop_assert_eq!(back.now(), run.turns()[decision].before);
        }
    }
}
