//! From phase to phase, forwards and back.

use super::{ActError, Mode, Phase, State};
use scenario::Step;

impl State {
    /// On to the next phase. In *what?* the run is first shown to its end, decision by decision.
    pub(super) fn next(&mut self, at: u64) -> Result<(), ActError> {
        let to = match self.phase {
            Phase::SetUp => Phase::Gather,
            Phase::Gather => Phase::RateBefore,
            Phase::RateBefore if self.mode == Mode::Teams => Phase::Teams,
            Phase::RateBefore => self.onward(),
            // A passage is shown, and not voted on.
            Phase::Read if self.step().is_some_and(Step::is_passage) => {
                self.run.choose(0).map_err(|_| ActError::NotNow)?;
                self.ballot = self.new_ballot();
                match self.told() {
                    Some(told) => told,
                    None => self.onward(),
                }
            }
            Phase::Read => Phase::Think,
            Phase::Think => Phase::Vote,
            // A second vote that was begun is not lost by a step back and forth.
            Phase::Talk => Phase::VoteAgain,
            Phase::Vote | Phase::VoteAgain => Phase::Reveal,
            Phase::Reveal => {
                self.play()?;
                Phase::Consequence
            }
            Phase::Consequence | Phase::Told => self.onward(),
            Phase::Teams if self.teams.is_empty() => return Err(ActError::NoTeams),
            Phase::Ending | Phase::Teams => Phase::What,
            Phase::What if self.stop < self.decisions() => {
                self.stop += 1;
                return Ok(());
            }
            Phase::What => Phase::SoWhat,
            Phase::SoWhat => Phase::NowWhat,
            Phase::NowWhat => Phase::PlusDelta,
            Phase::PlusDelta => Phase::RateAfter,
            Phase::RateAfter => Phase::Close,
            Phase::Close => return Err(ActError::NotNow),
        };
        if to == Phase::What {
            self.stop = 0;
        }
        self.what_if = None;
        self.turn(to, at)
    }

    /// Back to the phase before. From a consequence the decision is open again, with its votes as they were.
    pub(super) fn back(&mut self, at: u64) -> Result<(), ActError> {
        let to = match self.phase {
            Phase::SetUp => return Err(ActError::NotNow),
            Phase::Gather => Phase::SetUp,
            Phase::RateBefore => Phase::Gather,
            Phase::Read | Phase::Ending if self.run.turns().is_empty() => Phase::RateBefore,
            Phase::Read | Phase::Ending => self.back_to_told(),
            Phase::Told => {
                self.take_habit_back();
                if self.run.turns().is_empty() { Phase::RateBefore } else { self.back_to_told() }
            }
            Phase::Think => Phase::Read,
            Phase::Vote => Phase::Think,
            Phase::Talk => Phase::Vote,
            Phase::VoteAgain => Phase::Talk,
            Phase::Reveal if self.ballot.as_ref().is_some_and(|ballot| ballot.second.is_some()) => Phase::VoteAgain,
            Phase::Reveal => Phase::Vote,
            Phase::Consequence if self.came_by_passage() => self.back_to_passage(),
            Phase::Consequence => {
                self.reopen();
                Phase::Reveal
            }
            Phase::Teams => Phase::RateBefore,
            Phase::What if self.stop > 0 => {
                self.stop -= 1;
                return Ok(());
            }
            Phase::What if self.mode == Mode::Teams => Phase::Teams,
            Phase::What if self.run.ending().is_some() => Phase::Ending,
            Phase::What if self.run.turns().is_empty() => Phase::Read,
            Phase::What => self.told().unwrap_or(Phase::Read),
            Phase::SoWhat => Phase::What,
            Phase::NowWhat => Phase::SoWhat,
            Phase::PlusDelta => Phase::NowWhat,
            Phase::RateAfter => Phase::PlusDelta,
            Phase::Close => Phase::RateAfter,
        };
        self.what_if = None;
        self.turn(to, at)
    }

    pub(super) fn begin_debrief(&mut self, at: u64) -> Result<(), ActError> {
        if !self.phase.is_step() && self.phase != Phase::Ending {
            return Err(ActError::NotNow);
        }
        self.put_aside();
        self.ballot = self.new_ballot();
        self.stop = 0;
        self.turn(Phase::What, at)
    }

    /// What went by habit, the step that waits, or the end.
    fn onward(&mut self) -> Phase {
        match (self.follow_habit(), self.run.ending()) {
            (true, _) => Phase::Told,
            (false, Some(_)) => Phase::Ending,
            (false, None) => Phase::Read,
        }
    }

    /// Where the last response is told; `None` where nothing is told of it, as of a passage without a consequence.
    fn told(&self) -> Option<Phase> {
        let last = self.run.turns().last()?;
        if self.habits() > 0 {
            return Some(Phase::Told);
        }
        (!self.run.response(last).consequence.is_empty()).then_some(Phase::Consequence)
    }

    /// Back to where the last response is told, or to the passage of which nothing is.
    fn back_to_told(&mut self) -> Phase {
        match self.told() {
            Some(told) => told,
            None => self.back_to_passage(),
        }
    }

    /// Whether the last response was a passage.
    fn came_by_passage(&self) -> bool {
        self.run.turns().last().is_some_and(|turn| !self.run.is_decision(turn))
    }

    /// Back to the passage that was gone through last.
    fn back_to_passage(&mut self) -> Phase {
        self.put_aside();
        self.run.undo();
        self.ballot = self.new_ballot();
        Phase::Read
    }

    /// Opens the last decision again.
    fn reopen(&mut self) {
        self.put_aside();
        let last = self.ballots.iter().rposition(|ballot| !ballot.taken_back);
        self.run.undo();
        self.ballot = match last.map(|last| self.ballots.remove(last)) {
            Some(mut ballot) => {
                // What was picked against the votes, or between them, is still picked.
                self.pick = ballot.played.take().map(|(response, _)| response);
                Some(ballot)
            }
            None => self.new_ballot(),
        };
    }
}
