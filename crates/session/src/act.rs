//! What a facilitator does to a session, and why it may be refused.

use super::{Decides, Length, Mode};
use play::CodeError;
use scenario::Id;
use std::error::Error;
use std::fmt;

/// What a facilitator does. Responses are named by their ids, so that a record survives an edited scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Calls the session something.
    Label(String),
    /// Says how many are in the room.
    People(u32),
    /// Plans so much time.
    Length(Length),
    /// Plays in the room, or in teams.
    Mode(Mode),
    /// Shows each response's hat before the vote, or only once it is played.
    Hats(bool),
    /// Says which decisions the room takes; the others go by its habit.
    Decides(Decides),
    /// Plans so many minutes for the debrief, in place of half of the time.
    Debrief(u32),
    /// On to the next phase.
    Next,
    /// Back to the phase before.
    Back,
    /// From the run to the debrief, wherever the run is.
    ToDebrief,
    /// So many hands for a response.
    Votes(Id, u32),
    /// Pairs talk, then vote again.
    Talk,
    /// This response is played, whatever the votes say; `None` leaves it to the votes.
    Pick(Option<Id>),
    /// The last decision is taken back, and its step read again; its votes stay in the record.
    TakeBack,
    /// So many hands for a value (0 to 4) on a scale of the self-rating.
    Rate(usize, usize, u32),
    /// A team reports its code.
    Team(String, String),
    /// A team's report was wrong.
    DropTeam(usize),
    /// This team's run is debriefed.
    Focus(usize),
    /// Shows the run up to so many decisions.
    Stop(usize),
    /// Asks what had come of another response to a decision, or no longer.
    WhatIf(Option<(usize, usize)>),
    /// Writes something down.
    Write(Note, String),
    /// Strikes out what was written down.
    Strike(Note, usize),
    /// Blanks the stage, or shows it again.
    Blank(bool),
    /// Gives the phase more time, in seconds.
    Extend(u32),
    /// Stops the clock.
    Pause,
    /// Lets the clock go on.
    Go,
}

/// What is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// What somebody will do.
    Commitment,
    /// What was good.
    Plus,
    /// What should be different.
    Delta,
}

impl Note {
    /// All three.
    pub const ALL: [Note; 3] = [Note::Commitment, Note::Plus, Note::Delta];
}

/// Why an act changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActError {
    /// It has no place in this phase.
    NotNow,
    /// What it speaks of is not there.
    Unknown,
    /// More hands than people.
    TooManyHands,
    /// The votes are tied, or nobody voted: the facilitator must pick.
    MustPick,
    /// No team has reported.
    NoTeams,
    /// A team of that name has reported already.
    SameName,
    /// The team's code is not one of this scenario.
    Code(CodeError),
    /// Pairs talk once for a decision, after its first vote.
    NoTalkNow,
    /// A room of nobody.
    NoPeople,
    /// More people than a room may have.
    TooManyPeople,
    /// A team without a name.
    NoName,
    /// A team without a code.
    NoCode,
    /// A text of nothing.
    Empty,
    /// A text that is longer than it may be, by so many characters.
    TooLong(usize),
    /// As many as there may be, so many, are there already.
    Full(usize),
}

impl fmt::Display for ActError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ActError::NotNow => "the phase has no place for it",
            ActError::Unknown => "what it speaks of is not there",
            ActError::TooManyHands => "there are more hands than people",
            ActError::MustPick => "the votes are tied or none was cast: the facilitator picks",
            ActError::NoTeams => "no team has reported",
            ActError::SameName => "a team of that name has reported",
            ActError::NoTalkNow => "pairs talk once for a decision, after its first vote",
            ActError::NoPeople => "a room needs people",
            ActError::TooManyPeople => "a room has fewer people than that",
            ActError::NoName => "the team has no name",
            ActError::NoCode => "the team has no code",
            ActError::Empty => "there is no text",
            ActError::Code(error) => return error.fmt(f),
            ActError::TooLong(over) => return write!(f, "the text is {over} characters too long"),
            ActError::Full(most) => return write!(f, "there are {most} already, and no more may be"),
        })
    }
}

impl Error for ActError {}
