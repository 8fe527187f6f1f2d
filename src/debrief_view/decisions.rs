//! What fills the gaps of a decision: what it was worth, and what else could have come.

use super::data::percent;
use super::{About, en};
use crate::shapes::hat;
use crate::words::signed;
use analysis::debrief::{Decision, Kept, WhatIf, reachable};
use play::Record;
use scenario::{Outcome, Response};

const BALANCED: usize = Outcome::Balanced as usize;

/// The decision that the first number of `at` names.
pub(super) fn of<'a>(about: &'a About<'_>, at: &[usize]) -> Option<&'a Decision> {
    about.debrief.as_ref()?.decisions.get(*at.first()?)
}

/// One of a decision's other responses, which the second number of `at` names, as it is told and what it leads to.
fn other<'a>(about: &'a About<'_>, at: &[usize]) -> Option<(&'a Response, &'a WhatIf)> {
    let decision = of(about, at)?;
    let other = decision.what_if.get(*at.get(1)?)?;
    Some((&about.run.scenario().step(decision.step).responses[other.response], other))
}

pub(super) fn text(about: &About<'_>, key: &str, at: &[usize]) -> Option<String> {
    let turn = about.run.turns().get(*at.first()?)?;
    let response = about.run.response(turn);
    Some(match key {
        "number" => (at[0] + 1).to_string(),
        "step" => about.run.scenario().step(turn.step).title.to_string(),
        "response" => response.text.to_string(),
        "stance" => response.stance.name().into(),
        "hat" => en::HATS[response.stance as usize].into(),
        "hat-shape" => hat(response.stance).into(),
        "leadership" => signed(response.effect.leadership),
        "management" => signed(response.effect.management),
        "play" => play_on(about, at[0], None),
        _ => return worth(about, key, at).or_else(|| what_if(about, key, at)),
    })
}

fn worth(about: &About<'_>, key: &str, at: &[usize]) -> Option<String> {
    let decision = of(about, at)?;
    Some(match key {
        "worth" if decision.weight.is_none() => en::WEIGHTLESS.into(),
        "worth" => {
            let weight = decision.weight.thousandths();
            en::WEIGHTS.iter().find(|(from, _)| weight >= *from)?.1.into()
        }
        "weight" => percent(decision.weight),
        "before" => percent(decision.before[BALANCED]),
        "after" => percent(decision.after[BALANCED]),
        "settled-as" => en::OUTCOMES_WITHIN[reachable(&decision.after).next()? as usize].into(),
        _ => return None,
    })
}

fn what_if(about: &About<'_>, key: &str, at: &[usize]) -> Option<String> {
    let (response, other) = other(about, at)?;
    let share = || at.get(2).map(|outcome| other.shares[*outcome]);
    Some(match key {
        "if-response" => response.text.to_string(),
        "if-stance" => response.stance.name().into(),
        "if-hat" => en::HATS[response.stance as usize].into(),
        "if-shape" => hat(response.stance).into(),
        "if-share" => percent(share()?),
        "if-wide" => share()?.thousandths().to_string(),
        "if-play" => play_on(about, at[0], Some(response)),
        "best" => en::OUTCOMES_WITHIN[other.best() as usize].into(),
        "kept" => match other.kept {
            Kept::Ends(ending) => en::OUTCOMES_WITHIN[ending.outcome as usize].into(),
            _ => return None,
        },
        "stop" => match other.kept {
            Kept::Stops { decision, .. } => (decision + 1).to_string(),
            _ => return None,
        },
        _ => return None,
    })
}

pub(super) fn holds(about: &About<'_>, key: &str, at: &[usize]) -> bool {
    let (Some(debrief), Some(decision)) = (&about.debrief, of(about, at)) else { return false };
    let here = at.first().copied();
    let kept = other(about, at).map(|(_, other)| other.kept);
    match key {
        "moved" => percent(decision.before[BALANCED]) != percent(decision.after[BALANCED]),
        "lost" => debrief.last_chance == here && decision.after[BALANCED].is_none(),
        // Where it was settled before, this was no chance any more.
        "taken" => {
            debrief.last_chance == here && debrief.point_of_no_return == here && !decision.after[BALANCED].is_none()
        }
        "settled" => debrief.point_of_no_return == here,
        "mine" => {
            at.get(1).and_then(|at| decision.what_if.get(*at)).is_some_and(|this| this.response == decision.response)
        }
        "ends-so" => matches!(kept, Some(Kept::Ends(ending)) if !ending.broke),
        "breaks-so" => matches!(kept, Some(Kept::Ends(ending)) if ending.broke),
        "stops-so" => matches!(kept, Some(Kept::Stops { .. })),
        _ => false,
    }
}

/// The address of a new run with the decisions before one, and perhaps one more.
fn play_on(about: &About<'_>, at: usize, response: Option<&Response>) -> String {
    let mut record = Record::of(about.run);
    record.responses.truncate(at);
    record.responses.extend(response.map(|response| response.id.clone()));
    format!("#/take/{}+{}", about.key, record.to_line().replace(' ', "+"))
}
