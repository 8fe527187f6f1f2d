//! A debrief's report: all that is told of a run, as rows.

use super::figures::{AllOdds, Decision, Kept, WhatIf};
use super::map::Chart;
use super::{Figures, Odds, Other, picture, summary};
use crate::pages::debrief::WORDS;
use crate::share::Qr;
use crate::words::signed;
use analysis::debrief::Hats;
use library::Source;
use play::{Code, Record, Run};
use scenario::{Outcome, Response, Stance};

const BALANCED: usize = Outcome::Balanced as usize;

/// All that a debrief tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The run.
    pub run: Run,
    /// What is counted of it; `None` where it is not counted.
    pub figures: Option<Figures>,
    /// Where the scenario comes from.
    pub source: Source,
    /// The page's own address up to the `#`; empty where nobody else could open it, as that of a file on a disk.
    pub base: String,
    /// Whether it was opened by its link, so that nothing else tells how the run ended.
    pub alone: bool,
    /// The other runs of the scenario that are kept; the newest first.
    pub others: Vec<Other>,
}

/// A decision, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRow<'r> {
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
    /// What it was worth; `None` where that is not counted.
    pub worth: Option<Worth<'r>>,
}

/// What a decision was worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth<'r> {
    /// How much hung on it, in words.
    pub words: &'static str,
    /// The same in per cent.
    pub weight: String,
    /// The odds of balance before it.
    pub before: String,
    /// The odds of balance after it.
    pub after: String,
    /// What else is to be said of it.
    pub flags: Vec<Flag>,
    /// What its responses lead to.
    pub what_if: Vec<WhatIfRow<'r>>,
}

/// What a decision was in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Balance was within reach for the last time.
    ChanceLost,
    /// Balance was within reach to the end, and was taken.
    ChanceTaken,
    /// One outcome alone was left after it.
    NoReturn(Outcome),
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

/// A decision of two runs side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow<'r> {
    /// The first is 1.
    pub number: usize,
    /// This run's, then the other's.
    pub sides: [Option<Side<'r>>; 2],
}

/// A decision of one of two runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Side<'r> {
    /// The hat that was worn.
    pub stance: Stance,
    /// The step's title.
    pub step: &'r str,
    /// The response's words.
    pub response: &'r str,
}

impl Report {
    /// The address that holds the whole run; `None` where nobody else could open it, and for a scenario of the player's
    /// own, which nobody else has.
    pub fn link(&self) -> Option<String> {
        match &self.source {
            Source::Shipped(id) if !self.base.is_empty() => Some(format!("{}#/run/{id}/{}", self.base, self.code())),
            _ => None,
        }
    }

    /// The run's result code.
    pub fn code(&self) -> String {
        // Only a run that has ended is opened.
        Code::of(&self.run).map(|code| code.to_string()).unwrap_or_default()
    }

    /// How the run ended.
    pub fn verdict(&self) -> &'static str {
        verdict(&self.run)
    }

    /// The other run of a place in the list.
    pub fn other(&self, at: Option<usize>) -> Option<&Run> {
        self.others.get(at?).map(|other| &other.run)
    }

    /// The map, perhaps with another run on it.
    pub(super) fn map<'r>(&'r self, other: Option<&'r Run>) -> Chart<'r> {
        let ends = self.figures.as_ref().map_or(&[][..], |figures| &figures.ends);
        Chart { run: &self.run, other, ends }
    }

    /// What the map draws, perhaps with another run on it.
    pub fn shapes(&self, other: Option<&Run>) -> Vec<super::drawing::Shape> {
        self.map(other).shapes()
    }

    /// The result code as a drawing; `None` where it is too long for any. Who scans it is led to the debrief, where there
    /// is an address that leads there.
    pub fn qr(&self) -> Option<Qr> {
        self.link().and_then(|link| Qr::of(&link)).or_else(|| Qr::of(&self.code()))
    }

    /// The picture that is sent around, perhaps with another run on it, as SVG.
    pub fn picture(&self, other: Option<&Run>) -> String {
        picture::picture(self, other)
    }

    /// The run as a plain text.
    pub fn summary(&self) -> String {
        summary::summary(self)
    }

    /// Which hats were worn where.
    pub fn hats(&self) -> Hats {
        Hats::of(&self.run)
    }

    /// The decisions, the first one first.
    pub fn decisions(&self) -> Vec<DecisionRow<'_>> {
        let run = &self.run;
        let row = |(number, (at, turn)): (usize, (usize, &play::Turn))| {
            let (step, response) = (run.scenario().step(turn.step), run.response(turn));
            Some(DecisionRow {
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
                worth: self.worth(at),
            })
        };
        run.decisions().enumerate().filter_map(row).collect()
    }

    /// What the decision of a place was worth.
    fn worth(&self, at: usize) -> Option<Worth<'_>> {
        let figures = self.figures.as_ref()?;
        let decision = figures.decisions.get(at)?;
        let row = |other: &WhatIf| self.what_if(at, other);
        Some(Worth {
            words: weight(decision.weight),
            weight: decision.weight.percent(),
            before: decision.before[BALANCED].percent(),
            after: decision.after[BALANCED].percent(),
            flags: flags(figures, at, decision),
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

    /// The address of a new run with the decisions before one, and perhaps one more.
    fn play_on(&self, at: usize, response: Option<&Response>) -> String {
        let mut record = Record::of(&self.run);
        record.responses.truncate(at);
        record.responses.extend(response.map(|response| response.id.clone()));
        format!("#/take/{}+{}", self.source.key(), record.to_line().replace(' ', "+"))
    }

    /// The decisions of this run and another side by side.
    pub fn pairs<'r>(&'r self, other: &'r Run) -> Vec<PairRow<'r>> {
        let runs = [&self.run, other];
        let most = runs.map(|run| run.decisions().count()).into_iter().max().unwrap_or_default();
        let side = |run: &'r Run, at: usize| {
            let (_, turn) = run.decisions().nth(at)?;
            let response = run.response(turn);
            let step = &*run.scenario().step(turn.step).title;
            Some(Side { stance: response.stance?, step, response: &response.text })
        };
        (0..most).map(|at| PairRow { number: at + 1, sides: runs.map(|run| side(run, at)) }).collect()
    }

    /// At which decision this run and another part, the first being 1; `None` where they do not.
    pub fn parted(&self, other: &Run) -> Option<usize> {
        let way = |run: &Run| run.decisions().map(|(_, turn)| (turn.step, turn.response)).collect::<Vec<_>>();
        let (one, two) = (way(&self.run), way(other));
        let shared = one.iter().zip(&two).take_while(|(one, two)| one == two).count();
        (shared < one.len().max(two.len())).then_some(shared + 1)
    }
}

/// How a run ended.
pub fn verdict(run: &Run) -> &'static str {
    run.ending().map(|ending| WORDS.outcomes[ending.outcome as usize]).unwrap_or_default()
}

/// How much hung on a decision, in words.
fn weight(weight: Odds) -> &'static str {
    if weight.none {
        return WORDS.weightless;
    }
    WORDS.weights.iter().find(|(from, _)| weight.thousandths >= *from).map_or("", |(_, words)| words)
}

fn flags(figures: &Figures, at: usize, decision: &Decision) -> Vec<Flag> {
    let mut flags = Vec::new();
    let settles = figures.point_of_no_return == Some(at);
    if figures.last_chance == Some(at) {
        match decision.after[BALANCED].none {
            true => flags.push(Flag::ChanceLost),
            // Where it was settled before, this was no chance any more.
            false if settles => flags.push(Flag::ChanceTaken),
            false => {}
        }
    }
    let left = Outcome::ALL.into_iter().find(|outcome| !decision.after[*outcome as usize].none);
    flags.extend(left.filter(|_| settles).map(Flag::NoReturn));
    flags
}
