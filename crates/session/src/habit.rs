//! What goes by the room's habit, where the room does not decide.
//!
//! The rule: the hat that the room has worn at more of the decisions that it took itself; where it has worn both equally
//! often, the hat of the lower meter, and the leader's where the meters are equal. Of that hat the first response that is
//! offered is taken. Nothing else is looked at, so that a record comes to the same whenever it is played again. Whoever
//! changes the rule gives it another version in the record.

use super::{Ballot, How, State};
use play::choice_of;
use scenario::{Persona, Stance};

/// Which hat a room has made its habit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// The hat that it has worn more often.
    Hat(Stance),
    /// It has worn both equally often: the hat of the lower meter.
    LowerMeter,
}

impl State {
    /// The room's habit so far.
    pub fn habit(&self) -> Habit {
        let own = self.ballots.iter().filter(|ballot| !ballot.taken_back);
        let worn = own.filter_map(|ballot| {
            let (response, _) = ballot.played.filter(|(_, how)| *how != How::Habit)?;
            self.scenario.step(ballot.step).responses.get(response)?.stance
        });
        let (leader, manager) = worn.fold((0_usize, 0), |(leader, manager), stance| match stance {
            Stance::Leader => (leader + 1, manager),
            Stance::Manager => (leader, manager + 1),
        });
        match leader.cmp(&manager) {
            std::cmp::Ordering::Greater => Habit::Hat(Stance::Leader),
            std::cmp::Ordering::Less => Habit::Hat(Stance::Manager),
            std::cmp::Ordering::Equal => Habit::LowerMeter,
        }
    }

    /// How many of the last turns went by habit.
    pub fn habits(&self) -> usize {
        let turns = 0..self.run.turns().len();
        turns.rev().take_while(|turn| self.how(*turn) == Some(How::Habit)).count()
    }

    /// Takes the decisions that are not the room's, up to one that is, a passage, or the end. Whether there was any.
    pub(super) fn follow_habit(&mut self) -> bool {
        let persona = match self.habit() {
            Habit::Hat(Stance::Leader) => Persona::AlwaysLeader,
            Habit::Hat(Stance::Manager) => Persona::AlwaysManager,
            Habit::LowerMeter => Persona::Balancing,
        };
        let mut went = false;
        while let Some(ballot) = self.new_ballot() {
            let now = self.run.now();
            let waits = self.scenario.step(ballot.step);
            let response = choice_of(persona, 0, &now, &self.scenario);
            let Some(response) = response.filter(|_| !waits.is_passage() && !self.decides_at(ballot.step)) else {
                break;
            };
            if self.run.choose(response).is_err() {
                break;
            }
            self.ballots.push(Ballot { played: Some((response, How::Habit)), ..ballot });
            went = true;
        }
        if went {
            self.ballot = self.new_ballot();
        }
        went
    }

    /// Takes back what went by habit last; nobody voted on it, so that nothing of it stays.
    pub(super) fn take_habit_back(&mut self) {
        self.put_aside();
        for _ in 0..self.habits() {
            self.run.undo();
            if let Some(last) = self.ballots.iter().rposition(|ballot| !ballot.taken_back) {
                self.ballots.remove(last);
            }
        }
        self.ballot = self.new_ballot();
    }
}
