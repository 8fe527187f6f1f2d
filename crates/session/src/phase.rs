//! The phases of a session.

/// Where a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// The facilitator sets the session up.
    SetUp,
    /// People come in.
    Gather,
    /// The room rates itself before play.
    RateBefore,
    /// A step's situation is read.
    Read,
    /// Everybody thinks alone, responses in sight.
    Think,
    /// Hands are counted.
    Vote,
    /// Pairs talk, before a second vote.
    Talk,
    /// Hands are counted once more.
    VoteAgain,
    /// The votes are shown, and what will be played.
    Reveal,
    /// What came of it.
    Consequence,
    /// What went by the room's habit since then.
    Told,
    /// How the run ended.
    Ending,
    /// Teams play on their own devices and report their codes.
    Teams,
    /// What happened?
    What,
    /// So what does it mean?
    SoWhat,
    /// Now what will each of us do?
    NowWhat,
    /// What was good, what should be different.
    PlusDelta,
    /// The room rates itself after play.
    RateAfter,
    /// The end.
    Close,
}

impl Phase {
    /// All phases, in the order that a session meets them first.
    pub const ALL: [Phase; 19] = [
        Phase::SetUp,
        Phase::Gather,
        Phase::RateBefore,
        Phase::Read,
        Phase::Think,
        Phase::Vote,
        Phase::Talk,
        Phase::VoteAgain,
        Phase::Reveal,
        Phase::Consequence,
        Phase::Told,
        Phase::Ending,
        Phase::Teams,
        Phase::What,
        Phase::SoWhat,
        Phase::NowWhat,
        Phase::PlusDelta,
        Phase::RateAfter,
        Phase::Close,
    ];

    /// Whether a step is being played.
    pub fn is_step(self) -> bool {
        (Phase::Read..=Phase::Told).contains(&self)
    }

    /// Whether it belongs to the debrief.
    pub fn is_debrief(self) -> bool {
        self >= Phase::What
    }
}
