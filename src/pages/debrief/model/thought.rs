//! What the player thought before their decisions, beside what came of them.

use super::{AllOdds, Figures, Report};
use crate::pages::debrief::BELOW;
use crate::words::fill;
use library::{Reflection, Sureness};
use play::Record;
use scenario::Outcome;

impl Report {
    /// What was thought before the decision of a place; `None` where nothing was noted.
    pub fn thought(&self, at: usize) -> Option<&Reflection> {
        self.thoughts.before(&Record::of(&self.run), at)
    }

    /// How often the answers gave balance its best odds, by how sure the player was of them; `None` where they never said
    /// how sure they were, and where nothing is counted.
    pub fn calibration(&self) -> Option<String> {
        let figures = self.figures.as_ref()?;
        let record = Record::of(&self.run);
        let mut said = Vec::new();
        for (at, name) in Sureness::ALL.into_iter().zip(BELOW.sureness) {
            let of = |(place, _): (usize, _)| {
                let thought = self.thoughts.before(&record, place)?;
                (thought.sure == Some(at)).then(|| best(figures, place))?
            };
            let answers: Vec<bool> = self.run.decisions().filter_map(of).collect();
            let good = answers.iter().filter(|best| **best).count();
            let gaps = [("sure", name), ("n", &*good.to_string()), ("all", &*answers.len().to_string())];
            said.extend((!answers.is_empty()).then(|| fill(BELOW.calibrated, &gaps)));
        }
        (!said.is_empty()).then(|| [BELOW.calibration, " ", &said.join(" ")].concat())
    }
}

/// Whether no other answer of a decision had better odds of balance; `None` where it is not counted, and where all had the
/// same.
fn best(figures: &Figures, at: usize) -> Option<bool> {
    let decision = figures.decisions.get(at)?;
    let balanced = |odds: &AllOdds| odds[Outcome::Balanced as usize].thousandths;
    let odds = || decision.what_if.iter().map(|other| balanced(&other.odds));
    let (least, most) = (odds().min()?, odds().max()?);
    (least < most).then(|| balanced(&decision.after) == most)
}
