//! Proposals: what was found, with the exact figures that it comes to.

use crate::aims::{AimError, Aims, Movable, movable};
use crate::figures::{Figures, Miss};
use crate::score::Scorer;
use crate::search::{Found, Progress, Search, search, take_up as take_up_search};
use analysis::TooMany;
use scenario::{Number, NumberError, Scenario, Trial};
use std::error::Error;
use std::fmt;

/// How a search is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// What decides the chances that are taken: the same seed gives the same proposals.
    pub seed: u64,
    /// How many states an evaluation visits at most.
    pub limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options { seed: 0, limit: analysis::STATE_LIMIT }
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BalanceError {
    /// The scenario is too large to be evaluated.
    TooMany(TooMany),
    /// The aims contradict each other.
    Aims(AimError),
}

impl fmt::Display for BalanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BalanceError::TooMany(too_many) => write!(f, "It is not decided what the numbers come to: {too_many}."),
            BalanceError::Aims(error) => error.fmt(f),
        }
    }
}

impl Error for BalanceError {}

impl From<TooMany> for BalanceError {
    fn from(too_many: TooMany) -> Self {
        BalanceError::TooMany(too_many)
    }
}

/// One number that a proposal changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which number.
    pub number: Number,
    /// Its value in the scenario.
    pub from: i32,
    /// Its value in the proposal.
    pub to: i32,
    /// What the scenario comes to with this change alone.
    pub alone: Figures,
}

impl Change {
    /// Both values in words; what is added to a meter has its sign.
    pub fn values(&self) -> (String, String) {
        let said = |value: i32| match self.number {
            Number::Start(_) | Number::Enough(_) => value.to_string(),
            _ if value == 0 => "0".into(),
            _ => format!("{value:+}"),
        };
        (said(self.from), said(self.to))
    }
}

/// Some changes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The changes, in the order of [`Scenario::numbers`]; at least one.
    pub changes: Vec<Change>,
    /// What the scenario comes to with all of them.
    pub after: Figures,
    /// The aims that it still misses.
    pub missed: Vec<Miss>,
}

impl Proposal {
    /// How many points are changed, all changes added up.
    pub fn points(&self) -> u32 {
        self.changes.iter().map(|change| change.from.abs_diff(change.to)).sum()
    }

    /// The numbers that it changes, with their new values: what [`scenario::with_numbers`] takes.
    pub fn numbers(&self) -> Vec<(Number, i32)> {
        self.changes.iter().map(|change| (change.number, change.to)).collect()
    }
}

/// What came of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    /// The scenario's figures as it is.
    pub before: Figures,
    /// The aims that it misses as it is; where there are none, nothing is proposed.
    pub missed: Vec<Miss>,
    /// Up to three proposals, no two of which change mostly the same numbers: first those that meet all aims, of them
    /// those that change least.
    pub proposals: Vec<Proposal>,
    /// How many evaluations were made.
    pub evaluations: usize,
    /// Whether the caller stopped the search.
    pub stopped: bool,
}

impl Balance {
    /// Whether all aims are met, by the scenario as it is or by a proposal.
    pub fn is_met(&self) -> bool {
        self.missed.is_empty() || self.proposals.iter().any(|proposal| proposal.missed.is_empty())
    }
}

/// Looks for numbers of a scenario with which it meets its author's aims. `written` says which numbers stand in its
/// file: no other is changed. `go_on` is asked now and then, and ends the search by saying no; what was found by then is
/// proposed.
///
/// # Errors
/// [`BalanceError`] where the scenario has too many states, or the aims contradict each other.
pub fn balance(
    scenario: &Scenario,
    aims: &Aims,
    written: impl Fn(Number) -> bool,
    options: Options,
    go_on: &mut dyn FnMut(Progress) -> bool,
) -> Result<Balance, BalanceError> {
    propose(scenario, aims, written, options, |scorer| search(scenario, scorer, aims.most, options.seed, go_on))
}

/// Proposes what a search of the same scenario and aims had found when it was ended from outside: the last
/// [`Progress::found`]. It comes to what [`balance`] proposes when it is told to stop at that point.
///
/// # Errors
/// As [`balance`].
pub fn take_up(
    scenario: &Scenario,
    aims: &Aims,
    written: impl Fn(Number) -> bool,
    options: Options,
    found: &[Vec<(Number, i32)>],
) -> Result<Balance, BalanceError> {
    propose(scenario, aims, written, options, |scorer| take_up_search(scenario, scorer, aims.most, found))
}

fn propose(
    scenario: &Scenario,
    aims: &Aims,
    written: impl Fn(Number) -> bool,
    options: Options,
    look: impl FnOnce(&mut Scorer<'_>) -> Search,
) -> Result<Balance, BalanceError> {
    aims.check().map_err(BalanceError::Aims)?;
    let before = Figures::of(scenario, options.limit)?;
    let missed = before.missed(scenario, aims, &before);
    let mut balance = Balance { before, missed, proposals: Vec::new(), evaluations: 0, stopped: false };
    if balance.missed.is_empty() {
        return Ok(balance);
    }
    let movable = movable(scenario, aims, written);
    let mut scorer = Scorer::new(scenario, aims, &movable, options.limit)?;
    let searched = look(&mut scorer);
    (balance.evaluations, balance.stopped) = (searched.evaluations, searched.stopped);
    for found in &searched.found {
        balance.proposals.push(proposed(scenario, aims, &movable, found, &balance.before, options.limit)?);
    }
    Ok(balance)
}

/// A scenario with some of its numbers changed.
///
/// # Errors
/// [`NumberError`] where it has no such number, or it cannot have that value.
pub fn changed(scenario: &Scenario, numbers: &[(Number, i32)]) -> Result<Scenario, NumberError> {
    let mut trial = Trial::of(scenario);
    numbers.iter().try_for_each(|(number, value)| trial.set(*number, *value))?;
    Ok(trial.finish())
}

fn proposed(
    scenario: &Scenario,
    aims: &Aims,
    movable: &[Movable],
    found: &Found,
    before: &Figures,
    limit: usize,
) -> Result<Proposal, TooMany> {
    let mut all = Trial::of(scenario);
    let mut changes = Vec::new();
    for (movable, to) in movable.iter().zip(&found.values).filter(|(movable, to)| movable.value != **to) {
        let Movable { number, value: from, .. } = *movable;
        let mut alone = Trial::of(scenario);
        // A movable number is one of the scenario's, and its range one that the format allows.
        let _ = (all.set(number, *to), alone.set(number, *to));
        changes.push(Change { number, from, to: *to, alone: Figures::of(alone.scenario(), limit)? });
    }
    let after = Figures::of(all.scenario(), limit)?;
    let missed = after.missed(all.scenario(), aims, before);
    Ok(Proposal { changes, after, missed })
}
