//! The room's hour: an ending within the plan, by the room's habit where it does not decide; and what helps when it runs
//! late.

use crate::support;

use analysis::STATE_LIMIT;
use play::Run;
use proptest::prelude::*;
use scenario::{Scenario, Stance};
use session::{Act, ActError, Decides, Habit, How, Length, Phase, Plan, Session, State, Weights};
use std::collections::BTreeSet;
use std::rc::Rc;
use support::browser::Browser;
use support::room::{go_to, offered, session, take};
use support::{shipped, shipped_ids};
use two_hats::room::hour::{What, mends, plan};
use two_hats::room::stage::{Slide, stage};
use two_hats::room::{Event, Key, Page};

/// What a room takes in each phase of a decision for which the author says so many minutes: read, think, vote, reveal,
/// consequence.
const OF_STEP: [(u32, [u64; 5]); 4] =
    [(2, [21, 60, 9, 12, 18]), (3, [42, 60, 18, 24, 36]), (4, [63, 60, 27, 36, 54]), (5, [84, 60, 36, 48, 72])];

/// Coming in and rating oneself, by the length of the session, beside half a second for each who is there.
const OPENING: [(Length, [u64; 2]); 3] =
    [(Length::Short, [80, 50]), (Length::Hour, [170, 110]), (Length::Long, [230, 170])];

fn weights(scenario: &Scenario) -> Weights {
    Weights::of(scenario, STATE_LIMIT)
}

/// How long a room of so many people stays in the phase it is in, by the tables.
fn takes(state: &State, people: u32) -> u64 {
    let each = u64::from(people);
    let of_step = |place: usize| {
        let minutes = state.step().and_then(|step| step.facilitator.minutes).expect("shipped steps have minutes");
        OF_STEP.iter().find(|(known, _)| *known == minutes).expect("in the table").1[place]
    };
    let opening = OPENING.iter().find(|(length, _)| *length == state.length()).expect("in the table").1;
    match state.phase() {
        Phase::SetUp => 0,
        Phase::Gather => opening[0] + each / 2,
        Phase::RateBefore => opening[1] + each / 2,
        Phase::Read => of_step(0),
        Phase::Think => of_step(1),
        Phase::Vote => (of_step(2) + each / 4) - 5,
        Phase::Reveal => of_step(3),
        Phase::Consequence => of_step(4),
        Phase::Talk => 150,
        Phase::VoteAgain => 40 + each / 4 - 5,
        Phase::Told => 20 * state.habits() as u64,
        Phase::Ending => 60,
        other => panic!("{other:?} is not before the debrief"),
    }
}

/// Lots, the same in every run.
fn lots(seed: u32) -> impl FnMut() -> u32 {
    let mut lot = 0x2545_f491 ^ seed.wrapping_mul(0x9e37_79b9);
    move || {
        lot ^= lot << 13;
        lot ^= lot >> 17;
        lot ^= lot << 5;
        lot
    }
}

/// A room that votes by lots, talks over every third decision where there is time for it, and stays in each phase as long
/// as the tables say, up to the debrief: the session, and when that begins.
fn plays(session: &mut Session, people: u32, seed: u32) -> u64 {
    let mut lot = lots(seed);
    let mut now = session.head().began;
    let mut votes = 0;
    while !session.state().phase().is_debrief() {
        now += takes(session.state(), people);
        let state = session.state();
        if matches!(state.phase(), Phase::Vote | Phase::VoteAgain) {
            let ids = offered(session);
            let id = ids[lot() as usize % ids.len()].clone();
            session.take(Act::Votes(id, people), now).expect("hands");
        }
        votes += u32::from(session.state().phase() == Phase::Vote);
        let talks =
            session.state().phase() == Phase::Vote && votes % 3 == 0 && session.state().length() != Length::Short;
        session.take(if talks { Act::Talk } else { Act::Next }, now).expect("on");
    }
    now - session.head().began
}

#[test]
fn every_shipped_story_comes_to_its_end_within_every_plan() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        let weights = weights(&scenario);
        for (length, people) in Length::ALL.into_iter().flat_map(|length| [14, 20, 200].map(|people| (length, people)))
        {
            let plan = Plan::of(&scenario, length, people);
            let decides = weights.propose(&scenario, &plan);
            let votes = Plan::most_votes(&scenario, &decides);
            println!(
                "{id} {length:?} {people}: {votes} of {}, {} of {} s",
                plan.longest,
                plan.story_needs(&scenario, &decides),
                plan.story()
            );
            // Two hundred take longer over each, and over each second vote.
            let least = if people > 100 { [1, 2, 4] } else { [1, 3, 6] }[length as usize];
            // A story of fewer decisions has them all.
            let least = least.min(plan.longest as u32);
            assert!(votes >= least, "{id}, {length:?}, {people} people: {votes} votes");
            assert!(plan.story_needs(&scenario, &decides) <= plan.story());
            for seed in 0..8 {
                let mut session = session(&scenario);
                take(&mut session, [Act::Length(length), Act::People(people), Act::Decides(decides.clone())]);
                let began = plays(&mut session, people, seed);
                let state = session.state();
                assert!(state.run().ending().is_some(), "{id}, {length:?}: the story is over");
                let limit = u64::from(length.minutes()) * 30;
                assert!(began <= limit, "{id}, {length:?}, {people} people: {began} of {limit} s");
            }
        }
    }
}

#[test]
fn nothing_lighter_is_proposed_where_something_heavier_would_fit() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        let weights = weights(&scenario);
        let analysis = analysis::analyse(&scenario, STATE_LIMIT).expect("few enough states");
        let moves = |step: &scenario::StepIndex| {
            let facts = &analysis.steps[step.0 as usize];
            facts.weight.percent() * facts.visits.percent()
        };
        assert!(weights.heaviest().is_sorted_by(|one, other| moves(one) >= moves(other) - 1e-9), "{id}");
        let plan = Plan::of(&scenario, Length::Hour, 20);
        let Decides::These(taken) = weights.propose(&scenario, &plan) else {
            // A story of a few decisions fits whole.
            assert!(plan.story_needs(&scenario, &Decides::All) <= plan.story(), "{id}");
            continue;
        };
        assert!(taken.contains(&scenario.step(scenario.start()).id), "{id}: the room takes the first decision");
        for step in weights.heaviest().iter().filter(|step| !taken.contains(&scenario.step(**step).id)) {
            // With all that is heavier, it would not fit.
            let heavier = weights.heaviest().iter().take_while(|other| *other != step);
            let mut more: BTreeSet<_> = heavier.map(|step| scenario.step(*step).id.clone()).collect();
            more.retain(|step| taken.contains(step));
            more.extend([scenario.step(scenario.start()).id.clone(), scenario.step(*step).id.clone()]);
            assert!(plan.story_needs(&scenario, &Decides::These(more)) > plan.story(), "{id}");
        }
        for (at, facts) in analysis.steps.iter().enumerate() {
            let told = weights.thousandths(scenario::StepIndex(at as u32)).expect("every step is met");
            assert!((f64::from(told) - facts.weight.percent() * 10.0).abs() <= 0.5, "{id}");
        }
    }
}

/// The rule, as it is told to people.
fn by_the_rule(state: &State) {
    let mut run = Run::start(Rc::clone(state.scenario()));
    let (mut leader, mut manager) = (0, 0);
    for (at, turn) in state.run().turns().iter().enumerate() {
        let stance = state.run().response(turn).stance;
        if state.how(at) == Some(How::Habit) {
            let lower = if run.now().leadership <= run.now().management { Stance::Leader } else { Stance::Manager };
            let hat = match leader - manager {
                0 => lower,
                1.. => Stance::Leader,
                _ => Stance::Manager,
            };
            let (first, _) = run.offered().find(|(_, response)| response.stance == Some(hat)).expect("one of each hat");
            assert_eq!(turn.response, first);
        } else {
            leader += i32::from(stance == Some(Stance::Leader));
            manager += i32::from(stance == Some(Stance::Manager));
        }
        run.choose(turn.response).expect("it was offered");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn what_the_room_does_not_decide_goes_by_its_habit(seed in any::<u32>(), taken in any::<u32>(), id in 0..6_usize) {
        let scenario = shipped(&shipped_ids()[id]);
        let steps = scenario.steps().iter().enumerate().filter(|(at, _)| taken >> at & 1 == 1);
        let decides: BTreeSet<_> = steps.map(|(_, step)| step.id.clone()).collect();
        let mut session = session(&scenario);
        take(&mut session, [Act::People(20), Act::Decides(Decides::These(decides.clone()))]);
        plays(&mut session, 20, seed);
        let state = session.state();
        prop_assert!(state.run().ending().is_some());
        by_the_rule(state);
        for (at, turn) in state.run().turns().iter().enumerate() {
            let voted = decides.contains(&scenario.step(turn.step).id);
            prop_assert_eq!(state.how(at) != Some(How::Habit), voted, "what is ticked is the room's");
        }
        let again = Session::resume(&session.record(), Rc::clone(&scenario)).expect("its record");
        prop_assert!(again.left_over == 0 && again.session == session, "the record comes to the same");
    }
}

#[test]
fn what_went_by_habit_is_told_and_can_be_stepped_back() {
    let scenario = shipped("crisis");
    let mut session = session(&scenario);
    let first = scenario.step(scenario.start()).id.clone();
    take(&mut session, [Act::Decides(Decides::These([first].into()))]);
    go_to(&mut session, Phase::Vote);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[1].clone(), 12)]);
    go_to(&mut session, Phase::Consequence);
    let before = session.state().run().clone();
    take(&mut session, [Act::Next]);
    assert_eq!(session.state().phase(), Phase::Told);
    assert_eq!(session.state().habits(), session.state().run().turns().len() - 1);
    let Slide::Told(told) = stage(session.state(), None, 2000).slide else { panic!("nothing is told") };
    assert_eq!(told.habit, Habit::Hat(Stance::Manager));
    assert!(told.decisions.iter().all(|decision| decision.choice.hat == Some(Stance::Manager)));
    // Every change of the meters is on the slide.
    let now = before.turns().last().expect("a decision").after;
    let sum = told.decisions.iter().fold((now.leadership, now.management), |sum, it| {
        let (pressure, effect) = (it.pressure, it.effect);
        (sum.0 + pressure.leadership + effect.leadership, sum.1 + pressure.management + effect.management)
    });
    assert_eq!(sum, told.meters);
    take(&mut session, [Act::Next]);
    assert_eq!(session.state().phase(), Phase::Ending);
    take(&mut session, [Act::Back]);
    assert_eq!(session.state().phase(), Phase::Told);
    take(&mut session, [Act::Back]);
    assert_eq!((session.state().phase(), session.state().run()), (Phase::Consequence, &before));
    assert_eq!(session.state().ballots().len(), 1, "nobody voted, and nothing of it stays");
    // A decision that went by habit and is taken back is put to the vote.
    take(&mut session, [Act::Next, Act::TakeBack]);
    assert_eq!(session.state().phase(), Phase::Read);
    go_to(&mut session, Phase::Consequence);
    let last = session.state().run().turns().len() - 1;
    assert_eq!(session.state().how(last), Some(How::NoVotes));
}

#[test]
fn a_record_says_its_version_and_one_from_before_is_read() {
    let scenario = shipped("crisis");
    let mut session = session(&scenario);
    take(&mut session, [Act::People(12), Act::Next]);
    let old = session.record();
    assert!(old.starts_with("two-hats session 1\n"), "a game from before reads what it knows");
    let decides = Act::Decides(Decides::These([scenario.step(scenario.start()).id.clone()].into()));
    take(&mut session, [decides, Act::Debrief(20)]);
    let new = session.record();
    assert!(new.starts_with("two-hats session 2\n"), "{new}");
    assert!(new.contains(&format!("\tdecides\t1\tthese\t{}\n", scenario.step(scenario.start()).id)), "{new}");
    for record in [&old, &new] {
        let resumed = Session::resume(record, Rc::clone(&scenario)).expect("a record");
        assert_eq!((resumed.left_over, &resumed.session.record()), (0, record));
    }
    assert!(session::handed_on(&new).expect("a record").starts_with("two-hats session 2\n"));
    assert!(session::handed_on(&old).expect("a record").starts_with("two-hats session 1\n"));
    // Another rule would come to something else, and is not guessed.
    let other = new.replace("decides\t1\t", "decides\t2\t");
    assert_eq!(Session::resume(&other, Rc::clone(&scenario)).expect("a record").left_over, 2);
    let unknown = scenario::Id::new("no-such-step").expect("an id");
    assert_eq!(session.take(Act::Decides(Decides::These([unknown].into())), 3000), Err(ActError::Unknown));
    assert_eq!(session.take(Act::Debrief(60), 3000), Err(ActError::Unknown));
}

#[test]
fn who_begins_without_a_word_gets_an_end_within_the_time() {
    let (mut browser, console) = Browser::begun();
    browser.take(console, Act::Length(Length::Short));
    let state = browser.session(console).state().clone();
    let weights = browser.windows[console].weights().expect("they are known on the console");
    let shown = plan(&state, weights);
    assert!(shown.propose.is_none() && !shown.all && shown.needs <= shown.has);
    let taken = shown.decisions.iter().filter(|decision| decision.taken).count();
    assert!(taken > 0 && taken < shown.decisions.len());
    // Another tick is one more decision of the room's, and the proposal can be had again.
    let more = shown.decisions.iter().find(|decision| !decision.taken).expect("one is not").change.clone();
    browser.take(console, more);
    let changed = plan(browser.session(console).state(), browser.windows[console].weights().expect("known"));
    assert_eq!(changed.decisions.iter().filter(|decision| decision.taken).count(), taken + 1);
    let propose = changed.propose.expect("it is no longer as proposed");
    browser.take(console, propose);
    browser.take(console, Act::Next);
    assert_eq!(browser.session(console).state().phase(), Phase::Gather);
    assert!(matches!(browser.session(console).state().decides(), Some(Decides::These(_))));
    // On the stage a clicker begins, and teams decide everything themselves.
    for (page, mode, said) in [(Page::Stage, session::Mode::Room, true), (Page::Console, session::Mode::Teams, false)] {
        let (mut browser, console) = Browser::begun();
        browser.take(console, Act::Mode(mode));
        browser.tell(console, Event::Moved(page));
        browser.take(console, Act::Next);
        assert_eq!(browser.session(console).state().decides().is_some(), said);
    }
}

#[test]
fn when_it_runs_late_it_is_said_and_mended() {
    let (mut browser, console) = Browser::begun();
    let mut now = 1000;
    for _ in 0..3 {
        browser.take(console, Act::Next);
    }
    assert_eq!(browser.session(console).state().phase(), Phase::Read);
    let forecast = |browser: &Browser, now: u64| browser.session(console).state().forecast(now);
    let helps = |browser: &Browser, now: u64| {
        let weights = browser.windows[console].weights().expect("known");
        let mends = mends(browser.session(console).state(), weights, now);
        mends.into_iter().map(|mend| (matches!(mend.what, What::Drop(_)), mend.saves, mend.act)).collect::<Vec<_>>()
    };
    assert!(forecast(&browser, now).late() <= 0 && helps(&browser, now).is_empty(), "at first it is on time");
    // A quarter of an hour goes by at the first situation.
    now += 900;
    browser.tell(console, Event::Tick(now));
    let late = forecast(&browser, now).late();
    assert!(late > 300, "{late}");
    let found = helps(&browser, now);
    assert_eq!(found.len(), 3, "leave one out, a shorter debrief, or the end");
    assert!(found[0].0);
    // Each does what it says.
    for (_, saves, act) in &found {
        let after = browser.session(console).state().after(act).expect("it fits");
        assert_eq!(forecast(&browser, now).end - after.forecast(now).end, *saves);
    }
    // One after the other, the heaviest last, until it is on time.
    let mut dropped = 0;
    while let Some((_, _, act)) = helps(&browser, now).into_iter().find(|(drop, _, _)| *drop) {
        browser.take(console, act);
        dropped += 1;
    }
    assert!(dropped > 1 && forecast(&browser, now).late() < late);
    let (mut browser, console) = Browser::begun();
    (0..3).for_each(|_| browser.take(console, Act::Next));
    browser.tell(console, Event::Tick(now));
    let weights = browser.windows[console].weights().expect("known").clone();
    let state = browser.session(console).state().clone();
    let end = mends(&state, &weights, now).into_iter().find(|mend| mend.what == What::EndHere).expect("an end");
    browser.take(console, end.act);
    for phase in [Phase::Think, Phase::Vote] {
        browser.take(console, Act::Next);
        assert_eq!(browser.session(console).state().phase(), phase, "what is in sight stays the room's");
    }
    let first = offered(browser.session(console))[0].clone();
    browser.take(console, Act::Votes(first, 9));
    for phase in [Phase::Reveal, Phase::Consequence, Phase::Told, Phase::Ending] {
        browser.take(console, Act::Next);
        assert_eq!(browser.session(console).state().phase(), phase);
    }
    assert!(browser.session(console).state().run().ending().is_some());
    // The debrief's own time is kept by nobody but the room.
    browser.take(console, Act::Next);
    browser.tell(console, Event::Tick(now + 7200));
    assert!(mends(browser.session(console).state(), &weights, now + 7200).is_empty());
}

#[test]
fn a_forecast_adds_up_to_what_the_plan_has() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        for length in Length::ALL {
            let mut session = session(&scenario);
            let decides = weights(&scenario).propose(&scenario, &Plan::of(&scenario, length, 20));
            take(&mut session, [Act::Length(length), Act::Decides(decides)]);
            let mut now = 1000;
            let mut end = session.state().forecast(now).end;
            assert!(end <= u64::from(length.minutes()) * 60, "{id}, {length:?}");
            // Whoever stays in each phase as long as planned is never late, and never gets later.
            while session.state().phase() != Phase::Close {
                now += u64::from(session.state().planned());
                let state = session.state();
                if state.phase() == Phase::Vote {
                    let first = offered(&session)[0].clone();
                    session.take(Act::Votes(first, 9), now).expect("hands");
                }
                session.take(Act::Next, now).expect("on");
                let later = session.state().forecast(now);
                assert!(later.end <= end, "{id}, {length:?}, {:?}: {later:?}", session.state().phase());
                end = later.end;
                if session.state().phase().is_debrief() {
                    break;
                }
            }
        }
    }
}

#[test]
fn a_rehearsal_is_on_every_window_and_leaves_no_trace() {
    let (mut browser, console) = Browser::begun();
    let screen = browser.open(Page::Stage);
    browser.take(console, Act::Label("Tuesday".into()));
    let (stored, real) = (browser.stored.clone(), browser.session(console).record());
    browser.tell(console, Event::Rehearse(true));
    for window in [console, screen] {
        assert!(browser.windows[window].is_rehearsal());
        assert_eq!(browser.session(window).state().phase(), Phase::Read);
    }
    for phase in [Phase::Think, Phase::Vote] {
        browser.take(console, Act::Next);
        assert_eq!(browser.session(screen).state().phase(), phase);
    }
    let hands = browser.session(screen).state().ballot().map(|ballot| ballot.first.counts()[..2].to_vec());
    assert_eq!(hands, Some(vec![7, 5]), "made-up hands are up, and split the room");
    let late = browser.open(Page::Stage);
    assert!(browser.windows[late].is_rehearsal(), "a stage that opens in the middle of it shows it, too");
    browser.take(console, Act::Talk);
    for phase in [Phase::VoteAgain, Phase::Reveal, Phase::Consequence] {
        browser.take(console, Act::Next);
        assert_eq!(browser.session(screen).state().phase(), phase);
    }
    browser.tell(console, Event::Save(two_hats::room::Kind::Csv, 0));
    assert!(browser.saved.is_empty(), "there is nothing to take along");
    // It is over after its one decision.
    browser.take(console, Act::Next);
    for window in [console, screen, late] {
        assert_eq!(browser.session(window).record(), real);
        assert!(browser.windows[window].listed().iter().all(|listed| listed.id != two_hats::room::REHEARSAL));
    }
    assert_eq!(browser.stored, stored, "nothing was stored, and nothing forgotten");
    // At any moment it can be ended, and it begins only before people come in.
    browser.tell(console, Event::Rehearse(true));
    browser.take(console, Act::Next);
    browser.tell(console, Event::Rehearse(false));
    assert_eq!((browser.session(screen).record(), &browser.stored), (real, &stored));
    browser.take(console, Act::Next);
    browser.tell(console, Event::Rehearse(true));
    assert!(!browser.windows[console].is_rehearsal());
}

#[test]
fn the_console_knows_whether_a_stage_is_open_and_how_it_looks() {
    let (mut browser, console) = Browser::begun();
    assert_eq!(browser.windows[console].stage(), Some(None));
    let screen = browser.open(Page::Stage);
    browser.tell(screen, Event::Tick(1000));
    assert_eq!(browser.windows[console].stage(), Some(Some((1, 1))));
    browser.tell(screen, Event::Paged(1, 2));
    assert_eq!(browser.windows[console].stage(), Some(Some((1, 2))), "and that there is more on it");
    // A clicker in that window turns the page first, and then goes on.
    browser.tell(screen, Event::Pressed(Key::Next));
    assert_eq!(
        (browser.scrolled.last(), browser.session(console).state().phase()),
        (Some(&(screen, true)), Phase::SetUp)
    );
    browser.tell(screen, Event::Paged(2, 2));
    browser.tell(screen, Event::Pressed(Key::Next));
    assert_eq!(browser.session(console).state().phase(), Phase::Gather);
    browser.tell(console, Event::Tick(1009));
    assert!(browser.windows[console].stage().flatten().is_some());
    browser.tell(console, Event::Tick(1011));
    assert_eq!(browser.windows[console].stage(), Some(None), "one that says nothing for ten seconds is closed");
    browser.tell(screen, Event::Tick(1012));
    assert!(browser.windows[console].stage().flatten().is_some());
    browser.tell(console, Event::Darken(true));
    let late = browser.open(Page::Stage);
    for window in [screen, late] {
        assert_eq!(browser.windows[window].is_dark(), Some(true), "also where it is opened later");
    }
    let mut alone = Browser { silent: true, ..Browser::default() };
    let console = alone.open(Page::Console);
    assert_eq!(alone.windows[console].stage(), None, "where windows cannot speak nothing is said of it");
}
