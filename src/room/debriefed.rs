//! What the stage shows in the debrief.

use super::map::{Stop, map};
use super::percent;
use super::slides::{done, offered};
use super::stage::{Chance, Last, Meaning, Shares, Slide, Way, WhatIf};
use super::steps::{apart, passed};
use analysis::Fraction;
use analysis::debrief::Decision;
use play::Run;
use scenario::Outcome;
use session::{Mode, Review, State};

/// The way over the map, up to so many decisions.
pub fn way(state: &State, stop: usize) -> Option<Way<'_>> {
    let run = state.debriefed()?;
    let stop = stop.min(run.turns().len());
    let mut shown = map(run);
    shown.stops.truncate(stop + 1);
    let last = stop.checked_sub(1).and_then(|last| {
        let turn = run.turns().get(last)?;
        let effect = run.response(turn).effect;
        let at = |stop: &Stop| (stop.leadership, stop.management);
        let moved = apart(at(shown.stops.get(last)?), at(shown.stops.get(stop)?));
        let pressure = apart((effect.leadership, effect.management), (moved.leadership, moved.management));
        let how = state.how(last).filter(|_| state.mode() == Mode::Room);
        Some(Last {
            step: &state.scenario().step(turn.step).title,
            choice: done(state, run, last)?,
            how,
            effect,
            pressure,
            // What moved them after the answer is the step that came next.
            why: passed(run).get(stop).map_or("", |next| &state.scenario().step(next.step).why),
        })
    });
    let teams = state.teams().iter().filter(|_| state.mode() == Mode::Teams);
    let teams = teams.map(|team| (team.name.as_str(), map(&team.run))).collect();
    Some(Way { map: shown, teams, stop, last })
}

/// Which decision of a run a turn is, from 1.
fn number(run: &Run, turn: usize) -> usize {
    run.decisions().take_while(|(at, _)| *at <= turn).count()
}

/// What another response would have meant, where the facilitator asks.
pub(super) fn asked<'s>(state: &'s State, review: Option<&'s Review>) -> Option<Slide<'s>> {
    let (decision, response) = state.what_if()?;
    let found = review?.debrief.as_ref()?.decisions.get(decision)?;
    what_if(state, decision, response, found)
}

/// What it means.
pub fn meaning<'s>(state: &'s State, review: Option<&'s Review>) -> Option<Meaning<'s>> {
    let run = state.debriefed()?;
    let debrief = review.and_then(|review| review.debrief.as_ref());
    let step = |decision: usize| {
        let turn = run.turns().get(decision)?;
        Some((number(run, decision), &*state.scenario().step(turn.step).title))
    };
    let merged = review.and_then(|review| review.merged.as_ref());
    let parted = merged.and_then(|merged| {
        let crossroads = merged.crossroads.get(merged.parted?)?;
        Some(&*state.scenario().step(crossroads.step).title)
    });
    let chance = match (run.ending(), debrief.and_then(|debrief| debrief.decisions.last())) {
        // What could still have come, where the story was not over.
        (None, Some(last)) => Some(&last.after),
        _ => review.and_then(|review| review.chance.as_ref()),
    };
    let shares = Shares { teams: merged.map(|merged| merged.outcomes), ..shares(chance) };
    Some(Meaning {
        outcome: run.ending().map(|ending| (ending.outcome, ending.broke)),
        lesson: run.variant().map(|variant| &*variant.lesson),
        no_return: debrief.and_then(|debrief| debrief.point_of_no_return).and_then(step),
        last_chance: debrief.and_then(|debrief| debrief.last_chance).and_then(step),
        parted,
        shares,
    })
}

fn what_if<'s>(state: &'s State, at: usize, response: usize, decision: &'s Decision) -> Option<Slide<'s>> {
    let run = state.debriefed()?;
    let turn = run.turns().get(at)?;
    let asked = offered(state, &turn.before, true).into_iter().find(|(place, _)| *place == response)?.1;
    let found = decision.what_if.iter().find(|other| other.response == response)?;
    Some(Slide::WhatIf(Box::new(WhatIf {
        number: number(run, at),
        step: &state.scenario().step(turn.step).title,
        done: done(state, run, at)?,
        asked,
        before: shares(Some(&decision.after)),
        shares: shares(Some(&found.shares)),
        best: found.best(),
        kept: found.kept,
    })))
}

/// Shares in per cent; what cannot come has none.
fn shares(of: Option<&analysis::Shares>) -> Shares {
    let Some(shares) = of else { return Shares { chance: [const { None }; 4], teams: None } };
    let told = percent::together(shares);
    let chance = |outcome: Outcome| {
        let share = shares[outcome as usize];
        let exact = Fraction::new(share.part().into(), share.whole().into());
        let (percent, told) = (exact.percent(), told[outcome as usize]);
        (!share.is_none()).then_some(Chance { percent, told })
    };
    Shares { chance: Outcome::ALL.map(chance), teams: None }
}
