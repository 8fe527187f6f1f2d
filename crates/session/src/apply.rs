//! What each act does to a session.

use super::state::{LONGEST_TEXT, MOST_NOTES, MOST_PEOPLE, MOST_TEAMS};
use super::{Act, ActError, Mode, Note, Phase, State, Tally, Team};
use play::{ChoiceError, Code};
use scenario::Id;

impl State {
    /// Applies an act at a time.
    ///
    /// # Errors
    /// [`ActError`] when it does not fit; nothing has changed then.
    pub(super) fn apply(&mut self, act: &Act, at: u64) -> Result<(), ActError> {
        match act {
            Act::Label(label) => self.set_label(label),
            Act::People(people) => self.set_people(*people),
            Act::Length(length) => {
                self.debrief = None;
                change(&mut self.length, *length)
            }
            Act::Decides(decides) => self.set_decides(decides),
            Act::Debrief(minutes) if (1..self.length.minutes()).contains(minutes) => {
                change(&mut self.debrief, Some(*minutes))
            }
            Act::Debrief(_) => Err(ActError::Unknown),
            Act::Mode(mode) => self.at_set_up()?.set_mode(*mode),
            Act::Hats(hats) => change(&mut self.hats, *hats),
            Act::Next => self.next(at),
            Act::Back => self.back(at),
            Act::ToDebrief => self.begin_debrief(at),
            Act::Votes(response, count) => self.vote(response, *count),
            Act::Talk => self.talk(at),
            Act::Pick(pick) => self.choose(pick.as_ref()),
            Act::TakeBack => self.take_back(at),
            Act::Rate(scale, value, count) => self.rate(*scale, *value, *count),
            Act::Team(name, code) => self.report(name, code),
            Act::DropTeam(team) => self.drop_team(*team),
            Act::Focus(team) => self.look_at(*team),
            Act::Stop(stop) => self.show_up_to(*stop),
            Act::WhatIf(asked) => self.ask(*asked),
            Act::Write(note, text) => self.write(*note, text),
            Act::Strike(note, at) => {
                let notes = &mut self.notes[*note as usize];
                if *at >= notes.len() {
                    return Err(ActError::Unknown);
                }
                notes.remove(*at);
                Ok(())
            }
            Act::Blank(blank) => change(&mut self.blank, *blank),
            Act::Extend(seconds) => {
                self.clock.extend(*seconds);
                Ok(())
            }
            Act::Pause => self.clock.stop(at).then_some(()).ok_or(ActError::NotNow),
            Act::Go => self.clock.go(at).then_some(()).ok_or(ActError::NotNow),
        }
    }

    pub(super) fn turn(&mut self, to: Phase, at: u64) -> Result<(), ActError> {
        self.clock.turn(self.phase, at);
        self.phase = to;
        let people = self.people;
        if to == Phase::VoteAgain
            && let Some(ballot) = &mut self.ballot
        {
            let responses = ballot.first.counts().len();
            ballot.second.get_or_insert_with(|| Tally::new(responses, people));
        }
        // What nobody has been counted in yet is counted among those who are here now.
        for tally in self.counting().into_iter().filter(|tally| tally.sum() == 0) {
            tally.resize(people);
        }
        Ok(())
    }

    /// What is being counted in this phase.
    fn counting(&mut self) -> Vec<&mut Tally> {
        match (self.phase, &mut self.ballot) {
            (Phase::Vote, Some(ballot)) => vec![&mut ballot.first],
            (Phase::VoteAgain, Some(ballot)) => ballot.second.iter_mut().collect(),
            (Phase::RateBefore, _) => self.ratings[0].iter_mut().collect(),
            (Phase::RateAfter, _) => self.ratings[1].iter_mut().collect(),
            _ => Vec::new(),
        }
    }

    fn at_set_up(&mut self) -> Result<&mut Self, ActError> {
        if self.phase == Phase::SetUp { Ok(self) } else { Err(ActError::NotNow) }
    }

    fn set_label(&mut self, label: &str) -> Result<(), ActError> {
        let label = within_limit(label)?;
        change(&mut self.label, label.to_owned())
    }

    fn set_mode(&mut self, mode: Mode) -> Result<(), ActError> {
        change(&mut self.mode, mode)
    }

    /// From now on so many are here: what is being counted shrinks or grows with the room, and what was counted before
    /// stays as it was.
    fn set_people(&mut self, people: u32) -> Result<(), ActError> {
        match people {
            0 => return Err(ActError::NoPeople),
            1..=MOST_PEOPLE => {}
            _ => return Err(ActError::TooManyPeople),
        }
        let votes = matches!(self.phase, Phase::Vote | Phase::VoteAgain);
        let mut counting = self.counting();
        if votes && counting.iter().any(|tally| tally.sum() > people) {
            return Err(ActError::TooManyHands);
        }
        for tally in &mut counting {
            tally.resize(people);
        }
        change(&mut self.people, people)
    }

    /// A response of the step that waits, by its id, where it is offered.
    fn offered(&self, id: &Id) -> Result<usize, ActError> {
        self.run.offered().find(|(_, response)| response.id == *id).map(|(at, _)| at).ok_or(ActError::Unknown)
    }

    fn vote(&mut self, response: &Id, count: u32) -> Result<(), ActError> {
        let again = match self.phase {
            Phase::Vote => false,
            Phase::VoteAgain => true,
            _ => return Err(ActError::NotNow),
        };
        let at = self.offered(response)?;
        let people = self.people;
        let ballot = self.ballot.as_mut().ok_or(ActError::NotNow)?;
        let tally = if again { ballot.second.as_mut().ok_or(ActError::NotNow)? } else { &mut ballot.first };
        tally.set(at, count, people).then_some(()).ok_or(ActError::TooManyHands)
    }

    /// Pairs talk after the first vote, also when that has been shown already.
    fn talk(&mut self, at: u64) -> Result<(), ActError> {
        let talked = self.ballot.as_ref().is_none_or(|ballot| ballot.second.is_some());
        if self.phase != Phase::Vote && (self.phase != Phase::Reveal || talked) {
            return Err(ActError::NoTalkNow);
        }
        // What was picked on the first vote is no answer to the second. A record from before votes could be shown first
        // goes on as it went.
        if self.phase == Phase::Reveal {
            self.pick = None;
        }
        self.turn(Phase::Talk, at)
    }

    fn choose(&mut self, pick: Option<&Id>) -> Result<(), ActError> {
        if self.phase != Phase::Reveal {
            return Err(ActError::NotNow);
        }
        self.pick = pick.map(|id| self.offered(id)).transpose()?;
        Ok(())
    }

    /// Plays what the votes, or the facilitator, say.
    pub(super) fn play(&mut self) -> Result<(), ActError> {
        let ballot = self.ballot.as_ref().ok_or(ActError::NotNow)?;
        let (response, how) = ballot.result(self.pick).ok_or(ActError::MustPick)?;
        self.run.choose(response).map_err(|refused| match refused {
            ChoiceError::Ended => ActError::NotNow,
            ChoiceError::Unknown | ChoiceError::NotOffered => ActError::Unknown,
        })?;
        if let Some(mut ballot) = self.ballot.take() {
            ballot.played = Some((response, how));
            self.ballots.push(ballot);
        }
        self.pick = None;
        self.ballot = self.new_ballot();
        Ok(())
    }

    /// Puts aside the votes on a step that is left without being played.
    pub(super) fn put_aside(&mut self) {
        if let Some(mut ballot) = self.ballot.take().filter(super::Ballot::has_votes) {
            ballot.taken_back = true;
            self.ballots.push(ballot);
        }
        self.pick = None;
    }

    fn take_back(&mut self, at: u64) -> Result<(), ActError> {
        let allowed = self.phase.is_step() || self.phase == Phase::Ending;
        if !allowed || self.run.turns().is_empty() {
            return Err(ActError::NotNow);
        }
        // With the passages that were gone through since the last decision.
        let to = self.run.decisions().last().map_or(0, |(at, _)| at);
        if let Some(last) = self.ballots.iter_mut().rev().find(|ballot| !ballot.taken_back) {
            last.taken_back = true;
        }
        self.put_aside();
        self.run.undo_to(to);
        self.ballot = self.new_ballot();
        self.turn(Phase::Read, at)
    }

    fn rate(&mut self, scale: usize, value: usize, count: u32) -> Result<(), ActError> {
        let when = match self.phase {
            Phase::RateBefore => 0,
            Phase::RateAfter => 1,
            _ => return Err(ActError::NotNow),
        };
        let people = self.people;
        let tally = self.ratings[when].get_mut(scale).ok_or(ActError::Unknown)?;
        if value >= tally.counts().len() {
            return Err(ActError::Unknown);
        }
        tally.set(value, count, people).then_some(()).ok_or(ActError::TooManyHands)
    }

    fn report(&mut self, name: &str, code: &str) -> Result<(), ActError> {
        if self.phase != Phase::Teams {
            return Err(ActError::NotNow);
        }
        let name = match text(name) {
            Err(ActError::Empty) => return Err(ActError::NoName),
            name => name?,
        };
        if code.trim().is_empty() {
            return Err(ActError::NoCode);
        }
        if self.teams.iter().any(|team| team.name == name) {
            return Err(ActError::SameName);
        }
        if self.teams.len() >= MOST_TEAMS {
            return Err(ActError::Full(MOST_TEAMS));
        }
        let run = Code::read(code, &self.scenario).map_err(ActError::Code)?;
        // As it is written, however it was typed.
        let code = Code::of(&run).map(|code| code.to_string()).ok_or(ActError::Unknown)?;
        self.teams.push(Team { name, code, run });
        Ok(())
    }

    fn drop_team(&mut self, team: usize) -> Result<(), ActError> {
        if self.phase != Phase::Teams {
            return Err(ActError::NotNow);
        }
        if team >= self.teams.len() {
            return Err(ActError::Unknown);
        }
        self.teams.remove(team);
        self.focus = 0;
        Ok(())
    }

    fn look_at(&mut self, team: usize) -> Result<(), ActError> {
        if self.mode != Mode::Teams || !self.phase.is_debrief() {
            return Err(ActError::NotNow);
        }
        let run = self.teams.get(team).map(|team| &team.run).ok_or(ActError::Unknown)?;
        self.stop = self.stop.min(run.turns().len());
        self.what_if = None;
        change(&mut self.focus, team)
    }

    fn show_up_to(&mut self, stop: usize) -> Result<(), ActError> {
        if self.phase != Phase::What {
            return Err(ActError::NotNow);
        }
        if stop > self.decisions() {
            return Err(ActError::Unknown);
        }
        change(&mut self.stop, stop)
    }

    fn ask(&mut self, asked: Option<(usize, usize)>) -> Result<(), ActError> {
        if self.phase != Phase::SoWhat {
            return Err(ActError::NotNow);
        }
        if let Some((decision, response)) = asked {
            let run = self.debriefed().ok_or(ActError::Unknown)?;
            let turn = run.turns().get(decision).ok_or(ActError::Unknown)?;
            let mut offered = turn.before.offered(&self.scenario);
            if !offered.any(|(at, _)| at == response) {
                return Err(ActError::Unknown);
            }
        }
        change(&mut self.what_if, asked)
    }

    fn write(&mut self, note: Note, words: &str) -> Result<(), ActError> {
        if !self.phase.is_debrief() {
            return Err(ActError::NotNow);
        }
        let words = text(words)?;
        let notes = &mut self.notes[note as usize];
        if notes.len() >= MOST_NOTES {
            return Err(ActError::Full(MOST_NOTES));
        }
        notes.push(words);
        Ok(())
    }

    /// How many decisions the run that is debriefed has.
    pub(super) fn decisions(&self) -> usize {
        self.debriefed().map_or(0, |run| run.turns().len())
    }
}

fn change<T>(place: &mut T, value: T) -> Result<(), ActError> {
    *place = value;
    Ok(())
}

/// A person's own words: not empty, and not too long.
fn text(words: &str) -> Result<String, ActError> {
    let words = within_limit(words)?;
    if words.is_empty() { Err(ActError::Empty) } else { Ok(words.to_owned()) }
}

/// A text without the space around it, where it is not too long.
fn within_limit(text: &str) -> Result<&str, ActError> {
    let text = text.trim();
    match text.chars().count().saturating_sub(LONGEST_TEXT) {
        0 => Ok(text),
        over => Err(ActError::TooLong(over)),
    }
}
