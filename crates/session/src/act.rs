//! What a facilitator does to a session, and why it may be refused.

use super::{Length, Mode};
use play::NotThis;
use scenario::Id;

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
pub enum Refused {
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
    Code(NotThis),
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
