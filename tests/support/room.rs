//! Sessions made at random, and led on purpose.

use play::{Code, Run};
use proptest::prelude::*;
use scenario::{Id, Scenario};
use session::{Act, Decides, Length, Mode, Note, Phase, Session};
use std::rc::Rc;

/// A session of a scenario that begins at second 1000.
pub fn session(scenario: &Rc<Scenario>) -> Session {
    Session::begin("a1".into(), Rc::clone(scenario), 1000)
}

/// The code of a run that takes responses by lots.
pub fn code(scenario: &Rc<Scenario>, lots: &[u8]) -> String {
    let mut run = Run::start(Rc::clone(scenario));
    let mut lots = lots.iter().cycle();
    while run.ending().is_none() {
        let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
        let lot = usize::from(lots.next().copied().unwrap_or(0));
        run.choose(offered[lot % offered.len()]).expect("it was offered");
    }
    Code::of(&run).expect("the run has ended").to_string()
}

/// Any act at all on a scenario, with numbers near those that fit. On and back come often, so that all phases are met.
pub fn act(scenario: &Rc<Scenario>) -> impl Strategy<Value = Act> + use<> {
    let ids: Vec<Id> = scenario.steps().iter().flat_map(|step| &step.responses).map(|it| it.id.clone()).collect();
    let id = move || proptest::sample::select(ids.clone());
    let codes: Vec<String> = (0..6).map(|lot| code(scenario, &[lot, 0, lot / 2, 1])).chain(["ABC".into()]).collect();
    let steps: Vec<Id> = scenario.steps().iter().filter(|it| !it.is_passage()).map(|it| it.id.clone()).collect();
    let note = || proptest::sample::select(Note::ALL.to_vec());
    let text = || "[ -~\t\n\\\\é=]{0,12}";
    prop_oneof![
        12 => Just(Act::Next),
        3 => Just(Act::Back),
        12 => (id(), 0..30u32).prop_map(|(response, count)| Act::Votes(response, count)),
        3 => id().prop_map(|response| Act::Pick(Some(response))),
        1 => Just(Act::Pick(None)),
        2 => Just(Act::Talk),
        2 => Just(Act::TakeBack),
        1 => Just(Act::ToDebrief),
        4 => (0..3usize, 0..6usize, 0..30u32).prop_map(|(scale, value, count)| Act::Rate(scale, value, count)),
        2 => (0..600u32).prop_map(Act::People),
        1 => text().prop_map(Act::Label),
        1 => proptest::sample::select(Length::ALL.to_vec()).prop_map(Act::Length),
        1 => proptest::sample::select(vec![Mode::Room, Mode::Teams]).prop_map(Act::Mode),
        1 => any::<bool>().prop_map(Act::Hats),
        1 => Just(Act::Decides(Decides::All)),
        3 => proptest::sample::subsequence(steps.clone(), 0..=steps.len())
            .prop_map(|steps| Act::Decides(Decides::These(steps.into_iter().collect()))),
        1 => (0..100u32).prop_map(Act::Debrief),
        4 => (text(), proptest::sample::select(codes)).prop_map(|(name, code)| Act::Team(name, code)),
        1 => (0..4usize).prop_map(Act::DropTeam),
        1 => (0..4usize).prop_map(Act::Focus),
        1 => (0..9usize).prop_map(Act::Stop),
        2 => proptest::option::of((0..5usize, 0..4usize)).prop_map(Act::WhatIf),
        3 => (note(), text()).prop_map(|(note, text)| Act::Write(note, text)),
        1 => (note(), 0..4usize).prop_map(|(note, at)| Act::Strike(note, at)),
        1 => any::<bool>().prop_map(Act::Blank),
        1 => any::<u32>().prop_map(Act::Extend),
        1 => Just(Act::Pause),
        1 => Just(Act::Go),
    ]
}

/// Acts, and the time at which each is done.
pub fn acts(scenario: &Rc<Scenario>, most: usize) -> impl Strategy<Value = Vec<(Act, u64)>> + use<> {
    proptest::collection::vec((act(scenario), 0..5000u64), 0..most)
}

/// A session that took all of some acts that it would take.
pub fn after(scenario: &Rc<Scenario>, acts: &[(Act, u64)]) -> Session {
    let mut session = session(scenario);
    for (act, at) in acts {
        // What does not fit changes nothing, which is tested elsewhere.
        let _ = session.take(act.clone(), *at);
    }
    session
}

/// Does what fits, and fails where it does not.
pub fn take(session: &mut Session, acts: impl IntoIterator<Item = Act>) {
    let at = session.acts().last().map_or(1000, |last| last.at) + 10;
    for act in acts {
        let said = format!("{act:?} in {:?}", session.state().phase());
        session.take(act, at).unwrap_or_else(|refused| panic!("{said}: {refused:?}"));
    }
}

/// Goes on until a phase is reached; where the facilitator must pick, the first response is picked.
pub fn go_to(session: &mut Session, phase: Phase) {
    for _ in 0..200 {
        let state = session.state();
        if state.phase() == phase {
            return;
        }
        if state.phase() == Phase::Reveal && state.ballot().is_some_and(|ballot| ballot.result(state.pick()).is_none())
        {
            let (_, first) = state.run().offered().next().expect("a step has responses");
            let first = first.id.clone();
            take(session, [Act::Pick(Some(first))]);
        }
        take(session, [Act::Next]);
    }
    panic!("{phase:?} is not reached");
}

/// The ids of the responses that are offered now.
pub fn offered(session: &Session) -> Vec<Id> {
    session.state().run().offered().map(|(_, response)| response.id.clone()).collect()
}
