//! The decisions of a run as they are told, and the three that mattered.

use super::figures::{Decision, WhatIf};
use super::{AllOdds, Figures, Kept, Report};
use crate::pages::debrief::CURIOUS;
use crate::words::signed;
use play::{Run, Turn};
use scenario::{Outcome, Stance};

const BALANCED: usize = Outcome::Balanced as usize;

/// How many decisions are told in the open.
const OPEN: usize = 3;

/// A decision, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRow<'r> {
    /// Its place among the turns, the first being 0.
    pub at: usize,
    /// The first is 1.
    pub number: usize,
    /// Which visit of its step it was, where there can be several.
    pub visit: Option<u32>,
    /// Where its step is in the story; empty where the story does not say.
    pub moment: &'r str,
    /// The step's title.
    pub step: &'r str,
    /// Why coming to the step moved the meters; empty where it did not.
    pub why: String,
    /// The response's words.
    pub response: &'r str,
    /// The coach's note on it, line by line.
    pub note: Vec<&'r str>,
    /// The hat that was worn.
    pub stance: Stance,
    /// What it added to leadership, with its sign.
    pub leadership: String,
    /// What it added to management, with its sign.
    pub management: String,
    /// The address at which it can be decided once more.
    pub again: String,
    /// What is to be said of it, of what is counted.
    pub flags: Vec<Flag>,
    /// Whether it is one of the moments that mattered.
    pub mattered: bool,
}

/// What a decision was in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// It turned the run.
    Turned,
    /// Balance was within reach for the last time.
    ChanceLost,
    /// One outcome alone was left after it.
    NoReturn(Outcome),
}

/// What a decision was worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth<'r> {
    /// How much hung on it, in words; `None` where nothing did.
    pub words: Option<&'static str>,
    /// How often the end is another one under the two responses that are furthest apart, of a hundred.
    pub weight: String,
    /// The odds of balance before it, of a hundred.
    pub before: String,
    /// The odds of balance after it, of a hundred.
    pub after: String,
    /// What its responses lead to.
    pub what_if: Vec<WhatIfRow<'r>>,
}

/// What a response leads to, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfRow<'r> {
    /// Its words.
    pub response: &'r str,
    /// Its hat.
    pub stance: Stance,
    /// Whether it was taken.
    pub taken: bool,
    /// What chance comes to after it.
    pub odds: AllOdds,
    /// The best that can be reached after it.
    pub best: Outcome,
    /// What comes of it with the later decisions kept.
    pub kept: Kept,
    /// The address at which a run goes on after it.
    pub play_on: String,
}

/// The decision that turned the run, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct TurningRow<'r> {
    /// The decision.
    pub decision: DecisionRow<'r>,
    /// The other response's words.
    pub other: &'r str,
    /// Its hat.
    pub stance: Stance,
    /// What would have come of it: who says it, where somebody does, and the words.
    pub consequence: Vec<(Option<&'r str>, &'r str)>,
    /// The odds of balance after the response that was taken, of a hundred.
    pub taken_odds: String,
    /// The odds of balance after the other, of a hundred.
    pub other_odds: String,
}

impl Report {
    /// The decisions, the first one first.
    pub fn decisions(&self) -> Vec<DecisionRow<'_>> {
        let mattered = self.mattered();
        let row = |(number, (at, turn)): (usize, (usize, &Turn))| {
            let (run, step, response) = (&self.run, self.run.scenario().step(turn.step), self.run.response(turn));
            Some(DecisionRow {
                at,
                number: number + 1,
                visit: step.visits().filter(|visits| *visits > 1).map(|_| turn.before.visit(step)),
                moment: &step.moment,
                step: &step.title,
                why: crate::words::ENGLISH.why(step),
                response: &response.text,
                note: run.note(turn).iter().map(|line| &*line.text).collect(),
                stance: response.stance?,
                leadership: signed(response.effect.leadership),
                management: signed(response.effect.management),
                again: self.play_on(at, None),
                flags: self.figures.as_ref().map(|figures| flags(figures, &self.run, at)).unwrap_or_default(),
                mattered: mattered.contains(&at),
            })
        };
        self.run.decisions().enumerate().filter_map(row).collect()
    }

    /// The places of the moments that mattered: those of which something is to be said, then those on which most hung, or
    /// that moved the meters most where nothing is counted; of several the first ones.
    fn mattered(&self) -> Vec<usize> {
        let rank = |at: usize, turn: &Turn| match &self.figures {
            Some(figures) => {
                let weight = figures.decisions.get(at).map_or(0, |decision| decision.weight.thousandths);
                // More than any weight: what the player wrote down first, and of what something is to be said.
                let wrote = self.thought(at).is_some_and(|thought| !thought.words.is_empty());
                let told = !flags(figures, &self.run, at).is_empty();
                weight + u32::from(wrote) * 2000 + u32::from(told) * 4000
            }
            None => {
                let effect = self.run.response(turn).effect;
                effect.leadership.unsigned_abs().saturating_add(effect.management.unsigned_abs())
            }
        };
        let mut found: Vec<(u32, usize)> = Vec::new();
        for (at, turn) in self.run.decisions() {
            let rank = rank(at, turn);
            let place = found.partition_point(|(higher, _)| *higher >= rank);
            found.insert(place, (rank, at));
        }
        found.into_iter().take(OPEN).map(|(_, at)| at).collect()
    }

    /// The decision that turned the run; `None` where that is not counted, or none did.
    pub fn turning(&self) -> Option<TurningRow<'_>> {
        let figures = self.figures.as_ref()?;
        let turning = figures.turning?;
        let turn = self.run.turns().get(turning.decision)?;
        let counted = figures.decisions.get(turning.decision)?;
        let response = self.run.scenario().step(turn.step).responses.get(turning.response)?;
        let mut other = self.run.clone();
        other.undo_to(turning.decision);
        other.choose(turning.response).ok()?;
        let after = other.turns().last()?.after;
        let cast = self.run.scenario().cast();
        let told = play::Told { lines: &response.consequence, at: after };
        let who = |line: &scenario::Line| line.who.and_then(|who| cast.get(who as usize));
        let odds = counted.what_if.iter().find(|it| it.response == turning.response)?;
        Some(TurningRow {
            decision: self.decisions().into_iter().find(|row| row.at == turning.decision)?,
            other: &response.text,
            stance: response.stance?,
            consequence: told.iter().map(|line| (who(line).map(|it| &*it.name), &*line.text)).collect(),
            taken_odds: counted.after[BALANCED].of_hundred(),
            other_odds: odds.odds[BALANCED].of_hundred(),
        })
    }

    /// What the decision of a place was worth.
    pub fn worth(&self, at: usize) -> Option<Worth<'_>> {
        let decision = self.figures.as_ref()?.decisions.get(at)?;
        let row = |other: &WhatIf| self.what_if(at, other);
        Some(Worth {
            words: weight(decision),
            weight: decision.weight.of_hundred(),
            before: decision.before[BALANCED].of_hundred(),
            after: decision.after[BALANCED].of_hundred(),
            what_if: decision.what_if.iter().filter_map(row).collect(),
        })
    }

    fn what_if(&self, at: usize, other: &WhatIf) -> Option<WhatIfRow<'_>> {
        let turn = self.run.turns().get(at)?;
        let response = self.run.scenario().step(turn.step).responses.get(other.response)?;
        Some(WhatIfRow {
            response: &response.text,
            stance: response.stance?,
            taken: other.response == turn.response,
            odds: other.odds,
            best: other.best,
            kept: other.kept,
            play_on: self.play_on(at, Some(response)),
        })
    }
}

/// How much hung on a decision, in words; `None` where nothing did.
fn weight(decision: &Decision) -> Option<&'static str> {
    let weight = decision.weight;
    let words = CURIOUS.weights.iter().find(|(from, _)| weight.thousandths >= *from);
    words.filter(|_| !weight.none).map(|(_, words)| *words)
}

/// What is to be said of a decision. Of a run that ended in balance nothing is said to be its last chance, or to have
/// settled it.
fn flags(figures: &Figures, run: &Run, at: usize) -> Vec<Flag> {
    let mut flags = Vec::new();
    if figures.turning.is_some_and(|turning| turning.decision == at) {
        flags.push(Flag::Turned);
    }
    let balanced = run.ending().is_some_and(|ending| ending.outcome == Outcome::Balanced);
    let Some(decision) = figures.decisions.get(at).filter(|_| !balanced) else { return flags };
    if figures.last_chance == Some(at) && decision.after[BALANCED].none {
        flags.push(Flag::ChanceLost);
    }
    let left = Outcome::ALL.into_iter().find(|outcome| !decision.after[*outcome as usize].none);
    flags.extend(left.filter(|_| figures.point_of_no_return == Some(at)).map(Flag::NoReturn));
    flags
}
