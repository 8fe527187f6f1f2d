//! Sessions: any acts at all leave a valid one, and a room's way through votes, talk and debrief.

use crate::support;

use analysis::STATE_LIMIT;
use play::{CodeError, Run};
use proptest::prelude::*;
use scenario::Scenario;
use session::{
    Act, ActError, How, Length, Mode, Note, Phase, Plan, Review, Session, State, Unreadable, moved, step_seconds,
};
use std::rc::Rc;
use support::room::{act, acts, after, code, go_to, offered, session, take};
use support::{SMALL, scenario, shipped, shipped_ids};

/// What must hold of every session.
fn is_valid(session: &Session) {
    let state = session.state();
    let tallies = || {
        let ballots = state.ballots().iter().chain(state.ballot());
        let votes = ballots.flat_map(|ballot| [Some(&ballot.first), ballot.second.as_ref()]).flatten();
        votes.chain(state.ratings(false)).chain(state.ratings(true))
    };
    for tally in tallies() {
        assert!(tally.sum() <= tally.room() && tally.room() <= 500, "more hands than people: {tally:?}");
    }
    assert!((1..=500).contains(&state.people()));
    // The run is what the ballots that stand say, one a decision.
    let standing: Vec<_> = state.ballots().iter().filter(|ballot| !ballot.taken_back).collect();
    let mut run = Run::start(Rc::clone(state.scenario()));
    for (at, ballot) in standing.iter().enumerate() {
        let (response, _) = ballot.played.expect("what stands was played");
        assert_eq!((ballot.decision, Some(ballot.step)), (at, run.now().step()));
        run.choose(response).expect("what was played was offered");
    }
    assert_eq!(&run, state.run());
    assert_eq!(
        state.ballot().map(|ballot| (ballot.decision, ballot.step)),
        run.now().step().map(|it| (standing.len(), it))
    );
    // Hands go up for what is offered alone.
    if let Some(ballot) = state.ballot() {
        for (at, _) in ballot.last().counts().iter().enumerate().filter(|(_, count)| **count > 0) {
            assert!(state.run().offered().any(|(offered, _)| offered == at));
        }
    }
    let needs_step = matches!(
        state.phase(),
        Phase::Read | Phase::Think | Phase::Vote | Phase::Talk | Phase::VoteAgain | Phase::Reveal
    );
    assert!(!needs_step || run.now().step().is_some(), "{:?} without a step", state.phase());
    assert!(state.phase() != Phase::Consequence || !run.turns().is_empty());
    assert!(state.phase() != Phase::Ending || run.ending().is_some());
    assert!(state.phase() != Phase::VoteAgain || state.ballot().is_some_and(|ballot| ballot.second.is_some()));
    assert!(state.pick().is_none() || state.phase() <= Phase::Reveal, "a pick is played or gone");
    let stops = state.debriefed().map_or(0, |run| run.turns().len());
    assert!(state.phase() < Phase::What || state.stop() <= stops);
    assert!(state.what_if().is_none() || state.phase() == Phase::SoWhat);
    assert!(state.focus() == 0 || state.focus() < state.teams().len());
    // Screens can be asked at any time.
    for now in [0, 999, 5000, u64::MAX / 4] {
        let _ = (state.left(now), state.left_for_debrief(now), state.clock().elapsed(now));
    }
}

fn some_scenario() -> Rc<Scenario> {
    shipped("crisis")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_acts_leave_a_valid_session(acts in acts(&some_scenario(), 120)) {
        let mut session = session(&some_scenario());
        for (act, at) in acts {
            let before = session.clone();
            if session.take(act, at).is_err() {
                prop_assert_eq!(&session, &before, "what is refused changes nothing");
            }
            is_valid(&session);
        }
    }

    #[test]
    fn undo_and_redo_are_inverses(acts in acts(&some_scenario(), 60), back in 1..20usize) {
        let session = after(&some_scenario(), &acts);
        let mut other = session.clone();
        let mut before = vec![other.clone()];
        for _ in 0..back {
            if !other.undo() {
                break;
            }
            is_valid(&other);
            before.push(other.clone());
        }
        while let Some(was) = before.pop() {
            prop_assert_eq!(&other, &was);
            prop_assert_eq!(other.redo(), !before.is_empty());
        }
        prop_assert_eq!(other, session);
    }

    #[test]
    fn an_act_that_is_undone_was_never_there(acts in acts(&some_scenario(), 60), more in act(&some_scenario())) {
        let session = after(&some_scenario(), &acts);
        let mut other = session.clone();
        if other.take(more, 6000).is_ok() {
            prop_assert!(other.undo());
            prop_assert_eq!(other.state(), session.state());
            prop_assert_eq!(other.acts(), session.acts());
        }
    }

    #[test]
    fn a_record_is_the_whole_session(acts in acts(&some_scenario(), 80), back in 0..10usize) {
        let scenario = some_scenario();
        let mut session = after(&scenario, &acts);
        for _ in 0..back {
            session.undo();
        }
        let resumed = Session::resume(&session.record(), scenario).expect("a record");
        prop_assert_eq!(resumed.session.head(), session.head(), "how often it was changed, too");
        prop_assert_eq!(resumed.session, session);
        prop_assert!(!resumed.edited);
        prop_assert_eq!(resumed.left_over, 0);
    }

    #[test]
    fn a_record_that_was_cut_is_read_up_to_the_cut(acts in acts(&some_scenario(), 60), cut in 0.0..1.0f64) {
        let scenario = some_scenario();
        let session = after(&scenario, &acts);
        let record = session.record();
        let mut cut = (record.len() as f64 * cut) as usize;
        while !record.is_char_boundary(cut) {
            cut -= 1;
        }
        if let Ok(resumed) = Session::resume(&record[..cut], scenario) {
            is_valid(&resumed.session);
            let acts = resumed.session.acts();
            prop_assert_eq!(acts, &session.acts()[..acts.len()]);
        }
    }

    #[test]
    fn no_text_breaks_a_session(text in "(two-hats session 1\n)?[ -~\n\t]{0,80}") {
        if let Ok(resumed) = Session::resume(&text, some_scenario()) {
            is_valid(&resumed.session);
        }
    }
}

/// Leads a room to its first vote.
fn at_first_vote(people: u32) -> Session {
    let mut session = session(&shipped("product-launch"));
    take(&mut session, [Act::People(people)]);
    go_to(&mut session, Phase::Vote);
    session
}

#[test]
fn a_split_room_talks_votes_again_and_sees_how_many_moved() {
    let mut session = at_first_vote(20);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 11), Act::Votes(ids[1].clone(), 8)]);
    let ballot = session.state().ballot().expect("a vote");
    assert!(ballot.first.is_split());
    assert_eq!(ballot.first.silent(), 1);
    assert_eq!(session.take(Act::Votes(ids[1].clone(), 10), 2000), Err(ActError::TooManyHands));
    take(&mut session, [Act::Talk]);
    assert_eq!(session.state().phase(), Phase::Talk);
    take(&mut session, [Act::Next, Act::Votes(ids[0].clone(), 6), Act::Votes(ids[1].clone(), 14), Act::Next]);
    let ballot = session.state().ballot().expect("a vote").clone();
    assert_eq!(moved(&ballot.first, ballot.last()), 6);
    assert_eq!(ballot.result(None), Some((1, How::Majority)));
    take(&mut session, [Act::Next]);
    assert_eq!(session.state().phase(), Phase::Consequence);
    assert_eq!(session.state().run().turns()[0].response, 1);
}

#[test]
fn pairs_may_still_talk_once_a_split_has_been_shown() {
    let mut session = at_first_vote(20);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 12), Act::Votes(ids[1].clone(), 8), Act::Next]);
    take(&mut session, [Act::Pick(Some(ids[1].clone())), Act::Talk]);
    assert_eq!((session.state().phase(), session.state().pick()), (Phase::Talk, None), "a pick was of the first vote");
    take(&mut session, [Act::Next, Act::Votes(ids[0].clone(), 17), Act::Next]);
    assert_eq!(session.state().phase(), Phase::Reveal);
    assert_eq!(session.state().ballot().map(|ballot| ballot.first.counts()[..2].to_vec()), Some(vec![12, 8]));
    assert_eq!(session.take(Act::Talk, 2000), Err(ActError::NoTalkNow), "pairs talk once");
    take(&mut session, [Act::Next]);
    assert_eq!(session.take(Act::Talk, 2000), Err(ActError::NoTalkNow));
    assert_eq!(session.state().how(0), Some(How::Majority));
}

#[test]
fn a_record_from_before_votes_could_be_shown_first_goes_on_as_it_went() {
    let mut session = at_first_vote(12);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 7), Act::Votes(ids[1].clone(), 5), Act::Next]);
    take(&mut session, [Act::Pick(Some(ids[1].clone())), Act::Back]);
    // As it was written then: the room talked, voted again, and played what had been picked.
    let (record, at) = (session.record(), 3000);
    let lines = ["talk".into(), "next".into(), format!("votes\t{}\t8", ids[0]), "next".into(), "next".into()];
    let record: String = [record].into_iter().chain(lines.map(|line: String| format!("{at}\t{line}\n"))).collect();
    let there = Session::resume(&record, shipped("product-launch")).expect("a record");
    assert_eq!(there.left_over, 0);
    let state = there.session.state();
    assert_eq!(state.ballots()[0].played, Some((1, How::Override)), "the second response was picked");
}

#[test]
fn on_a_tie_the_facilitator_must_pick() {
    let mut session = at_first_vote(20);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 9), Act::Votes(ids[1].clone(), 9), Act::Next]);
    assert_eq!(session.take(Act::Next, 2000), Err(ActError::MustPick));
    take(&mut session, [Act::Pick(Some(ids[1].clone())), Act::Next]);
    assert_eq!(session.state().ballots()[0].played, Some((1, How::Tie)));
}

#[test]
fn the_facilitator_may_play_what_the_room_did_not_choose() {
    let mut session = at_first_vote(20);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 15), Act::Next, Act::Pick(Some(ids[1].clone())), Act::Next]);
    assert_eq!(session.state().ballots()[0].played, Some((1, How::Override)));
    take(&mut session, [Act::Back]);
    assert_eq!(session.state().phase(), Phase::Reveal);
    assert_eq!(session.state().ballot().map(|ballot| ballot.first.counts()[0]), Some(15), "a slip costs no votes");
    take(&mut session, [Act::Pick(None), Act::Next]);
    assert_eq!(session.state().ballots()[0].played, Some((0, How::Majority)));
}

#[test]
fn a_decision_that_is_taken_back_stays_in_the_record() {
    let mut session = at_first_vote(20);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 15), Act::Next, Act::Next, Act::Next]);
    assert_eq!(session.state().phase(), Phase::Read);
    take(&mut session, [Act::TakeBack]);
    assert_eq!((session.state().phase(), session.state().run().turns().len()), (Phase::Read, 0));
    take(&mut session, [Act::Next, Act::Next, Act::Votes(ids[1].clone(), 20), Act::Next, Act::Next]);
    let ballots = session.state().ballots();
    assert_eq!(ballots.len(), 2);
    assert!(ballots[0].taken_back && !ballots[1].taken_back);
    assert_eq!(ballots[0].first.counts()[0], 15);
}

#[test]
fn every_phase_can_be_stepped_back() {
    for mode in [Mode::Room, Mode::Teams] {
        let scenario = shipped("crisis");
        let mut session = session(&scenario);
        take(&mut session, [Act::Mode(mode)]);
        let mut met = vec![Phase::SetUp];
        while session.state().phase() != Phase::Close {
            match session.state().phase() {
                Phase::Vote if session.state().run().turns().len() == 1 => take(&mut session, [Act::Talk]),
                Phase::Teams if session.state().teams().is_empty() => {
                    take(&mut session, [Act::Team("Blue".into(), code(&scenario, &[1]))]);
                }
                now => {
                    if now == Phase::Reveal {
                        let first = offered(&session)[0].clone();
                        take(&mut session, [Act::Pick(Some(first))]);
                    }
                    take(&mut session, [Act::Next]);
                }
            }
            if met.last() != Some(&session.state().phase()) {
                met.push(session.state().phase());
            }
        }
        for now in met.iter().rev() {
            assert_eq!(session.state().phase(), *now);
            while session.state().phase() == *now && *now != Phase::SetUp {
                take(&mut session, [Act::Back]);
            }
        }
        assert_eq!(session.state().run().turns().len(), 0);
    }
}

#[test]
fn the_debrief_can_begin_before_the_run_is_over() {
    let mut session = at_first_vote(20);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 20), Act::Next, Act::Next, Act::ToDebrief]);
    assert_eq!(session.state().phase(), Phase::What);
    let review = Review::of(session.state(), STATE_LIMIT);
    let debrief = review.debrief.expect("a small scenario");
    assert_eq!(debrief.decisions.len(), 1);
    take(&mut session, [Act::Next, Act::Next, Act::WhatIf(Some((0, 1)))]);
    assert_eq!(session.take(Act::WhatIf(Some((0, 9))), 3000), Err(ActError::Unknown));
    assert_eq!(session.take(Act::WhatIf(Some((1, 0))), 3000), Err(ActError::Unknown));
    go_to(&mut session, Phase::Close);
}

#[test]
fn people_may_come_late_but_hands_stay_within_the_room() {
    let mut session = at_first_vote(12);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 12)]);
    assert_eq!(session.take(Act::People(11), 2000), Err(ActError::TooManyHands));
    take(&mut session, [Act::People(13), Act::Votes(ids[1].clone(), 1)]);
    assert_eq!(session.take(Act::People(0), 2000), Err(ActError::NoPeople));
    assert_eq!(session.take(Act::People(501), 2000), Err(ActError::TooManyPeople));
}

/// Everything that was counted, and among how many: the votes, and the self-ratings.
fn counted(session: &Session) -> Vec<(Vec<u32>, u32)> {
    let state = session.state();
    let ballots = state.ballots().iter().flat_map(|ballot| [Some(&ballot.first), ballot.second.as_ref()]).flatten();
    let ratings = state.ratings(false).iter().chain(state.ratings(true));
    ballots.chain(ratings).map(|tally| (tally.counts().to_vec(), tally.room())).collect()
}

#[test]
fn whoever_comes_late_is_there_from_now_on_and_nothing_before_changes() {
    let mut session = session(&shipped("crisis"));
    take(&mut session, [Act::People(12)]);
    go_to(&mut session, Phase::RateBefore);
    take(&mut session, [Act::Rate(0, 1, 9)]);
    go_to(&mut session, Phase::Vote);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 7), Act::Votes(ids[1].clone(), 5), Act::Talk, Act::Next]);
    take(&mut session, [Act::Votes(ids[1].clone(), 12), Act::Next]);
    // One more comes while the votes are shown: they are of twelve.
    take(&mut session, [Act::People(13)]);
    let ballot = session.state().ballot().expect("a vote");
    assert_eq!((ballot.first.room(), ballot.last().room()), (12, 12));
    take(&mut session, [Act::Next]);
    let before = counted(&session);
    go_to(&mut session, Phase::Vote);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 13)]);
    for phase in [Phase::Talk, Phase::VoteAgain, Phase::Reveal, Phase::Consequence, Phase::Read, Phase::Think] {
        let open = session.state().ballot().map(|ballot| (ballot.first.clone(), ballot.second.clone()));
        match phase {
            Phase::Talk => take(&mut session, [Act::People(14), Act::Votes(ids[1].clone(), 1), Act::Talk]),
            _ => {
                let more = session.state().people() + 1;
                take(&mut session, [Act::Next, Act::People(more)]);
            }
        }
        assert_eq!(session.state().phase(), phase);
        assert!(counted(&session).starts_with(&before[..2]), "{phase:?}");
        let first = session.state().ballot().map(|ballot| ballot.first.room());
        match phase {
            Phase::Talk => assert_eq!(first, Some(14), "who came while hands were counted is counted"),
            Phase::VoteAgain => {
                let second = session.state().ballot().and_then(|ballot| ballot.second.clone());
                assert_eq!((first, second.map(|second| second.room())), (Some(14), Some(15)), "{open:?}");
                take(&mut session, [Act::Votes(ids[0].clone(), 15)]);
            }
            Phase::Reveal => assert_eq!(first, Some(14)),
            _ => {}
        }
    }
    assert_eq!(counted(&session)[2..4].iter().map(|tally| tally.1).collect::<Vec<_>>(), [14, 15]);
    go_to(&mut session, Phase::Vote);
    let people = session.state().people();
    assert_eq!(session.state().ballot().map(|ballot| ballot.first.room()), Some(people));
    let ratings = session.state().ratings(false).each_ref().map(|tally| tally.room());
    assert_eq!(ratings, [12, 12], "the rating before play is of those who were there");
    // Some leave after their hands were counted: that vote stays, and the next is of those who are left.
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), people), Act::Next, Act::People(10), Act::Next]);
    assert_eq!(
        session.state().ballots().last().map(|ballot| (ballot.first.sum(), ballot.first.room())),
        Some((people, people))
    );
    go_to(&mut session, Phase::RateAfter);
    assert_eq!(session.state().ratings(true).each_ref().map(|tally| tally.room()), [10, 10]);
}

#[test]
fn an_act_taken_in_place_of_the_last_leaves_no_other_trace() {
    let mut session = at_first_vote(20);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 1)]);
    let revision = session.head().revision;
    assert_eq!(session.retake(Act::Votes(ids[0].clone(), 12), 3000), Ok(()));
    assert_eq!(session.state().ballot().map(|ballot| ballot.first.sum()), Some(12));
    let before = session.clone();
    assert_eq!(session.retake(Act::Votes(ids[0].clone(), 120), 3000), Err(ActError::TooManyHands));
    assert_eq!(session, before);
    assert_eq!(session.acts().iter().filter(|it| matches!(it.act, Act::Votes(..))).count(), 1);
    assert!(session.head().revision > revision);
}

#[test]
fn every_change_counts_and_a_record_without_a_count_is_read() {
    let mut session = at_first_vote(20);
    let mut last = session.head().revision;
    let mut grew = |session: &Session| std::mem::replace(&mut last, session.head().revision) < session.head().revision;
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 1)]);
    assert!(grew(&session));
    assert!(session.undo() && grew(&session));
    assert!(session.redo() && grew(&session));
    assert_eq!(session.take(Act::People(0), 2000), Err(ActError::NoPeople));
    assert!(!grew(&session), "what is refused is no change");
    let head = format!("\t1000\t{}\t-,-,-,-\t-,-,-,-\n", session.head().revision);
    let old = session.record().replacen(&head, "\t1000\n", 1);
    assert!(!old.contains("-,-"), "{old}");
    let resumed = Session::resume(&old, shipped("product-launch")).expect("a record as it was written before");
    assert_eq!((resumed.session.head().revision, resumed.left_over), (0, 0));
    assert_eq!(resumed.session, session);
}

#[test]
fn a_self_rating_is_shown_in_aggregate_and_never_of_a_handful() {
    let mut session = session(&shipped("crisis"));
    take(&mut session, [Act::People(9)]);
    go_to(&mut session, Phase::RateBefore);
    take(&mut session, [Act::Rate(0, 1, 4), Act::Rate(0, 2, 2), Act::Rate(1, 0, 4)]);
    go_to(&mut session, Phase::RateAfter);
    take(&mut session, [Act::Rate(0, 3, 6), Act::Rate(1, 4, 9)]);
    assert_eq!(session.state().shift(0), Some((233, 400)));
    assert_eq!(session.state().shift(1), None, "four rated themselves before");
    assert!(!State::may_show(&session.state().ratings(false)[1]));
    assert_eq!(session.take(Act::Rate(0, 5, 1), 9000), Err(ActError::Unknown));
}

#[test]
fn teams_report_by_code_and_are_merged() {
    let scenario = shipped("crisis");
    let mut session = session(&scenario);
    take(&mut session, [Act::Mode(Mode::Teams)]);
    go_to(&mut session, Phase::Teams);
    assert_eq!(session.take(Act::Next, 2000), Err(ActError::NoTeams));
    let codes = [code(&scenario, &[0]), code(&scenario, &[1]), code(&scenario, &[0])];
    let report = |name: &str, code: &str| Act::Team(name.into(), code.into());
    take(&mut session, [report("=1+1", &codes[0]), report("Blue", &codes[1].to_lowercase())]);
    assert_eq!(session.take(report("Blue", &codes[2]), 2000), Err(ActError::SameName));
    assert_eq!(session.take(report("Red", &codes[2][1..]), 2000), Err(ActError::Code(CodeError::Mistyped)));
    assert_eq!(session.take(report("Red", "  "), 2000), Err(ActError::NoCode));
    assert_eq!(session.take(report("", &codes[2]), 2000), Err(ActError::NoName));
    let launch = code(&shipped("product-launch"), &[0]);
    assert_eq!(session.take(report("Red", &launch), 2000), Err(ActError::Code(CodeError::OtherScenario)));
    take(&mut session, [report("Red", &codes[2]), Act::Next]);
    let review = Review::of(session.state(), STATE_LIMIT);
    let merged = review.merged.as_ref().expect("teams played");
    assert_eq!(merged.outcomes.iter().sum::<usize>(), 3);
    assert_eq!(merged.parted, Some(0));
    assert_eq!(merged.crossroads[0].took, [vec![0, 2], vec![1]]);
    assert!(review.is_of(session.state()));
    take(&mut session, [Act::Focus(1)]);
    assert!(!review.is_of(session.state()));
    assert_eq!(session.state().debriefed(), Some(&session.state().teams()[1].run));
}

#[test]
fn a_session_of_an_edited_scenario_is_read_as_far_as_it_fits() {
    let before = scenario(SMALL);
    let mut session = session(&before);
    go_to(&mut session, Phase::Vote);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 3), Act::Next, Act::Next]);
    let record = session.record();
    let reworded = scenario(&SMALL.replace("It is four in the morning.", "It is five in the morning."));
    let resumed = Session::resume(&record, reworded).expect("a record");
    assert!(resumed.edited && resumed.left_over == 0);
    let renamed = scenario(&SMALL.replace(&format!("\"{}\"", ids[0]), "\"another-name\""));
    let resumed = Session::resume(&record, renamed).expect("a record");
    assert!(resumed.edited);
    assert_eq!(resumed.left_over, 3);
    assert_eq!(resumed.session.state().phase(), Phase::Vote);
    assert_eq!(Session::resume(&record, shipped("crisis")), Err(Unreadable::OtherScenario));
    assert_eq!(
        Session::resume(&record.replacen("session 1", "session 7", 1), before.clone()),
        Err(Unreadable::OtherVersion)
    );
    assert_eq!(Session::resume("{}", before), Err(Unreadable::NoRecord));
}

#[test]
fn half_of_every_plan_is_the_debriefs() {
    for (id, people) in shipped_ids().into_iter().flat_map(|id| [14, 20, 200].map(|people| (id.clone(), people))) {
        let scenario = shipped(&id);
        let mut story = 0;
        for length in Length::ALL {
            let plan = Plan::of(&scenario, length, people);
            assert_eq!(plan.debrief * 2, plan.whole, "{id}");
            assert!(plan.story() > story, "{id}: more time, more of the story");
            story = plan.story();
            let seconds = |phase| plan.seconds(phase, &scenario, None);
            let debrief: u32 = Phase::ALL.into_iter().filter(|phase| phase.is_debrief()).map(seconds).sum();
            assert!(debrief <= plan.debrief && plan.debrief - debrief < 10, "{id}");
            let front = seconds(Phase::Gather) + seconds(Phase::RateBefore) + plan.story();
            assert_eq!(front, plan.whole - plan.debrief, "{id}: {length:?}");
            let longer = plan.clone().with_debrief(10);
            assert_eq!(longer.story() + longer.debrief, plan.story() + plan.debrief, "{id}");
        }
        let step = &scenario.steps()[0];
        let plan = Plan::of(&scenario, Length::Hour, 20);
        let phases = [Phase::Read, Phase::Think, Phase::Vote, Phase::Reveal, Phase::Consequence];
        let shared: u32 = phases.iter().map(|phase| plan.seconds(*phase, &scenario, Some(step))).sum();
        let whole = step_seconds(&scenario, step);
        assert!(whole - shared < 5, "{id}: a step's phases share its time");
    }
}

#[test]
fn times_grow_with_the_room_and_a_minute_of_silence_is_a_minute() {
    let scenario = shipped("crisis");
    let plans = [14, 20, 200].map(|people| Plan::of(&scenario, Length::Hour, people));
    for phase in [Phase::Gather, Phase::RateBefore, Phase::Vote, Phase::VoteAgain] {
        let seconds = plans.each_ref().map(|plan| plan.seconds(phase, &scenario, scenario.steps().first()));
        assert!(seconds[0] < seconds[1] && seconds[2] >= seconds[1] + 40, "{phase:?}: {seconds:?}");
    }
    for step in scenario.steps() {
        for plan in &plans {
            assert_eq!(plan.seconds(Phase::Think, &scenario, Some(step)), 60);
        }
    }
}

#[test]
fn the_timer_ends_nothing_and_says_what_is_left_for_the_debrief() {
    let mut session = session(&shipped("crisis"));
    session.take(Act::Next, 1000).expect("on");
    assert_eq!(session.state().left(1060), 120);
    session.take(Act::Extend(60), 1060).expect("more time");
    session.take(Act::Pause, 1060).expect("it runs");
    assert_eq!(session.state().left(4000), 180);
    session.take(Act::Go, 4000).expect("it stands");
    assert_eq!(session.state().left(4300), -120);
    assert_eq!(session.state().phase(), Phase::Gather, "time alone changes no phase");
    assert_eq!(session.state().left_for_debrief(4300), 3600 - 360);
}

#[test]
fn what_is_written_down_can_be_struck_out() {
    let mut session = session(&shipped("crisis"));
    assert_eq!(session.take(Act::Write(Note::Plus, "Early".into()), 1000), Err(ActError::NotNow));
    go_to(&mut session, Phase::NowWhat);
    let write = |text: &str| Act::Write(Note::Commitment, text.into());
    take(&mut session, [write(" I ask first. "), write("=SUM(A1)"), Act::Strike(Note::Commitment, 0)]);
    assert_eq!(session.state().notes(Note::Commitment), ["=SUM(A1)"]);
    assert_eq!(session.take(write("  "), 2000), Err(ActError::Empty));
    assert_eq!(wire::LONGEST_LINE, session::LONGEST_TEXT, "what a phone may send is what is taken");
    assert_eq!(session.take(write(&"x".repeat(281)), 2000), Err(ActError::TooLong(1)));
    assert_eq!(session.take(Act::Label("x".repeat(310)), 2000), Err(ActError::TooLong(30)));
    take(&mut session, (1..200).map(|_| write("again")));
    assert_eq!(session.take(write("once too often"), 3000), Err(ActError::Full(200)));
    assert_eq!(session.take(Act::Strike(Note::Plus, 0), 2000), Err(ActError::Unknown));
}
