//! All figures of a session, as tables.

use super::{Cell, Table};
use crate::room::hours;
use crate::room::steps::passed;
use crate::room::words::ENGLISH as W;
use crate::words::ENGLISH as GAME;
use analysis::Fraction;
use play::Run;
use scenario::{Outcome, Response};
use session::{Ballot, Mode, Note, Phase, Review, SCALES, Session, State};

/// The tables of a session; shares need the debrief's figures. The clocks here are so many minutes `ahead` of universal
/// time.
pub fn tables(session: &Session, review: &Review, ahead: i32) -> Vec<Table> {
    let state = session.state();
    vec![
        about(session, ahead),
        votes(state),
        way(state),
        ratings(state),
        teams(state),
        shares(state, review),
        notes(state),
        times(state),
    ]
}

fn yes(so: bool) -> Cell {
    if so { W.yes } else { W.no }.into()
}

fn about(session: &Session, ahead: i32) -> Table {
    let (head, state) = (session.head(), session.state());
    let mut table = Table::new(W.t_session, &[W.h_field, W.h_value]);
    let mut field = |name: &'static str, value: Cell| table.row([name.into(), value]);
    field(W.h_name, state.label().into());
    field(W.h_began, format!("{} {}", hours::date(head.began, ahead), hours::zone(ahead)).into());
    field(W.h_story, state.scenario().title().into());
    field(W.h_story_id, head.scenario.as_str().into());
    field(W.h_version, head.fingerprint.to_string().into());
    field(W.h_people, state.people().into());
    field(W.h_minutes, state.length().minutes().into());
    field(W.h_mode, W.modes[state.mode() as usize].into());
    field(W.h_phase, W.phases[state.phase() as usize].into());
    if state.mode() == Mode::Room {
        let run = state.run();
        field(W.h_outcome, outcome(run));
        field(W.h_broke, yes(run.ending().is_some_and(|ending| ending.broke)));
        field(W.h_leadership, run.now().leadership.into());
        field(W.h_management, run.now().management.into());
    }
    table
}

fn outcome(run: &Run) -> Cell {
    run.ending().map_or(W.not_over, |ending| GAME.verdict(ending.outcome)).into()
}

fn votes(state: &State) -> Table {
    let head = [
        W.h_decision,
        W.h_step,
        W.h_response,
        W.h_hat,
        W.h_first,
        W.h_second,
        W.h_in_room,
        W.h_played,
        W.h_taken_back,
        W.h_in_room_again,
    ];
    let mut table = Table::new(W.t_votes, &head);
    let open = state.ballot().filter(|ballot| ballot.has_votes());
    for ballot in state.ballots().iter().chain(open) {
        let Ballot { decision, step, first, second, played, taken_back } = ballot;
        let step = state.scenario().step(*step);
        for (at, response) in step.responses.iter().enumerate() {
            let played = played.filter(|(played, _)| *played == at).map(|(_, how)| W.hows[how as usize].into());
            table.row([
                (decision + 1).into(),
                (&*step.title).into(),
                (&*response.text).into(),
                hat(response),
                first.counts()[at].into(),
                second.as_ref().map_or(Cell::Empty, |second| second.counts()[at].into()),
                first.room().into(),
                played.unwrap_or(Cell::Empty),
                yes(*taken_back),
                second.as_ref().map_or(Cell::Empty, |second| second.room().into()),
            ]);
        }
    }
    table
}

fn way(state: &State) -> Table {
    let head = [
        W.h_team,
        W.h_decision,
        W.h_step,
        W.h_response,
        W.h_hat,
        W.h_leadership_by_situation,
        W.h_management_by_situation,
        W.h_leadership_by_answer,
        W.h_management_by_answer,
        W.h_leadership,
        W.h_management,
    ];
    let mut table = Table::new(W.t_way, &head);
    // A column that a story has nothing for would only be in the way.
    let told = state.scenario().steps().iter().any(|step| !step.why.is_empty());
    table.head.extend(told.then_some(W.h_why));
    let room = [(W.room.to_owned(), state.run())];
    let teams = state.teams().iter().map(|team| (team.name.clone(), &team.run));
    let runs: Vec<(String, &Run)> =
        if state.mode() == Mode::Room { room.into_iter().collect() } else { teams.collect() };
    for (name, run) in runs {
        // The first row is the start, the last the step that waits: from row to row all that changed the meters is told.
        let meters = run.scenario().meters();
        let none: [Cell; 11] = [const { Cell::Empty }; 11];
        let mut start = none.clone();
        (start[0], start[2]) = (name.as_str().into(), W.start.into());
        (start[9], start[10]) = (meters.leadership.start.into(), meters.management.start.into());
        table.wide(start.into(), told.then_some(Cell::Empty));
        for (at, step) in passed(run).into_iter().enumerate() {
            let mut row = none.clone();
            (row[0], row[1]) = (name.as_str().into(), (at + 1).into());
            row[2] = (&*run.scenario().step(step.step).title).into();
            (row[5], row[6]) = (step.pressure.leadership.into(), step.pressure.management.into());
            if let Some((turn, effect)) = step.answer {
                let response = run.response(&turn);
                (row[3], row[4]) = ((&*response.text).into(), hat(response));
                (row[7], row[8]) = (effect.leadership.into(), effect.management.into());
            } else {
                row[3] = W.not_answered.into();
            }
            (row[9], row[10]) = (step.after.0.into(), step.after.1.into());
            let why = &*run.scenario().step(step.step).why;
            table.wide(row.into(), told.then(|| why.into()));
        }
    }
    table
}

/// The hat of a response; of a passage none.
fn hat(response: &Response) -> Cell {
    response.stance.map_or(Cell::Empty, |stance| GAME.stance(stance).into())
}

fn ratings(state: &State) -> Table {
    let mut table = Table::new(W.t_ratings, &[W.h_scale, W.h_when, W.h_value, W.h_hands, W.h_mean]);
    for scale in 0..SCALES {
        let name = format!("{} – {}", W.low_ends[scale], W.high_ends[scale]);
        for (after, when) in [(false, W.before), (true, W.after)] {
            let tally = &state.ratings(after)[scale];
            let mut row = |value: Cell, hands: Cell, mean: Cell| {
                table.row([name.as_str().into(), when.into(), value, hands, mean]);
            };
            // Nobody and a few look alike.
            let Some(mean) = state.mean(after, scale) else {
                row(Cell::Empty, W.too_few.into(), Cell::Empty);
                continue;
            };
            // As on the stage: from a finer mean a single rating could be worked out.
            let mean = Cell::from(f64::from((mean + 5) / 10) / 10.0);
            if !State::may_show_values(tally) {
                row(Cell::Empty, W.few_somewhere.into(), mean);
                continue;
            }
            row(Cell::Empty, Cell::Empty, mean);
            for (value, hands) in (1_u32..).zip(tally.counts()) {
                row(value.into(), (*hands).into(), Cell::Empty);
            }
        }
    }
    table
}

fn teams(state: &State) -> Table {
    let mut table = Table::new(W.t_teams, &[W.h_team, W.h_code, W.h_outcome, W.h_leadership, W.h_management]);
    for team in state.teams() {
        let now = team.run.now();
        let (name, code) = (team.name.as_str(), team.code.as_str());
        table.row([name.into(), code.into(), outcome(&team.run), now.leadership.into(), now.management.into()]);
    }
    table
}

fn shares(state: &State, review: &Review) -> Table {
    let mut table = Table::new(W.t_shares, &[W.h_outcome, W.h_share, W.h_percent, W.h_ended]);
    for outcome in Outcome::ALL {
        let share = review.chance.as_ref().map(|chance| chance[outcome as usize]);
        let share = share.map(|share| Fraction::new(share.part().into(), share.whole().into()));
        let ended = match &review.merged {
            Some(merged) => merged.ended(outcome),
            None => usize::from(state.run().ending().is_some_and(|ending| ending.outcome == outcome)),
        };
        table.row([
            GAME.verdict(outcome).into(),
            share.as_ref().map_or(Cell::Empty, |share| share.to_string().into()),
            share.map_or(Cell::Empty, |share| share.percent().into()),
            ended.into(),
        ]);
    }
    table
}

fn notes(state: &State) -> Table {
    let mut table = Table::new(W.t_notes, &[W.h_kind, W.h_text]);
    for note in Note::ALL {
        for text in state.notes(note) {
            table.row([W.kinds[note as usize].into(), text.as_str().into()]);
        }
    }
    table
}

fn times(state: &State) -> Table {
    let mut table = Table::new(W.t_times, &[W.h_phase, W.h_seconds]);
    for phase in Phase::ALL {
        let spent = state.clock().spent(phase);
        if spent > 0 {
            table.row([W.phases[phase as usize].into(), (spent as usize).into()]);
        }
    }
    table
}
