//! The names that a scenario file chooses from: stances, dimensions, outcomes, personas.

/// The two hats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Sets direction and moves people (A2).
    Leader,
    /// Keeps a system running well (A1).
    Manager,
}

impl Stance {
    /// Both, in the order that the game names them.
    pub const ALL: [Stance; 2] = [Stance::Leader, Stance::Manager];

    /// Their names in a scenario file, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] = [Self::ALL[0].name(), Self::ALL[1].name()];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Stance::Leader => "leader",
            Stance::Manager => "manager",
        }
    }
}

/// What a step is about (D1 to D4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Creating an agenda (D1).
    Agenda,
    /// Developing a human network (D2).
    Network,
    /// Execution (D3).
    Execution,
    /// Outcomes (D4).
    Outcomes,
}

impl Dimension {
    /// All four, in the order of the concept list.
    pub const ALL: [Dimension; 4] = [Dimension::Agenda, Dimension::Network, Dimension::Execution, Dimension::Outcomes];

    /// Their names in a scenario file, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] =
        [Self::ALL[0].name(), Self::ALL[1].name(), Self::ALL[2].name(), Self::ALL[3].name()];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Dimension::Agenda => "agenda",
            Dimension::Network => "network",
            Dimension::Execution => "execution",
            Dimension::Outcomes => "outcomes",
        }
    }
}

/// How a run can end (O1 to O4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Enough of both (O4).
    Balanced,
    /// Too little leading: over-managed and under-led (O1).
    UnderLed,
    /// Too little managing: over-led and under-managed (O2).
    UnderManaged,
    /// Too little of both (O3).
    Adrift,
}

impl Outcome {
    /// All four, in the order of the file format.
    pub const ALL: [Outcome; 4] = [Outcome::Balanced, Outcome::UnderLed, Outcome::UnderManaged, Outcome::Adrift];

    /// Their names in a scenario file, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] =
        [Self::ALL[0].name(), Self::ALL[1].name(), Self::ALL[2].name(), Self::ALL[3].name()];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Balanced => "balanced",
            Outcome::UnderLed => "under_led",
            Outcome::UnderManaged => "under_managed",
            Outcome::Adrift => "adrift",
        }
    }

    /// The outcome of a name in a scenario file.
    pub fn from_name(name: &str) -> Option<Self> {
        Outcome::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

/// A player of fixed habits, for `expect` and the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Persona {
    /// Takes the first offered leader response, always.
    AlwaysLeader,
    /// Takes the first offered manager response, always.
    AlwaysManager,
    /// Starts with leader and changes hats at every step.
    Alternating,
    /// Takes the stance of the lower meter, leader when they are equal.
    Balancing,
}

impl Persona {
    /// All four.
    pub const ALL: [Persona; 4] =
        [Persona::AlwaysLeader, Persona::AlwaysManager, Persona::Alternating, Persona::Balancing];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Persona::AlwaysLeader => "always_leader",
            Persona::AlwaysManager => "always_manager",
            Persona::Alternating => "alternating",
            Persona::Balancing => "balancing",
        }
    }
}

/// When a player is told the coach's notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Feedback {
    /// In the debrief.
    #[default]
    AtEnd,
    /// Under each consequence, and in the debrief.
    AtOnce,
}

impl Feedback {
    /// Both, the usual one first.
    pub const ALL: [Feedback; 2] = [Feedback::AtEnd, Feedback::AtOnce];

    /// Their names in a scenario file, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] = [Self::ALL[0].name(), Self::ALL[1].name()];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Feedback::AtEnd => "at-end",
            Feedback::AtOnce => "at-once",
        }
    }
}

/// How somebody looks who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Mood {
    /// As they always do.
    #[default]
    Calm,
    /// Pleased.
    Glad,
    /// Afraid of what may come.
    Worried,
    /// Beside themselves.
    Angry,
}

impl Mood {
    /// All, the usual one first.
    pub const ALL: [Mood; 4] = [Mood::Calm, Mood::Glad, Mood::Worried, Mood::Angry];

    /// Their names in a scenario file, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] =
        [Self::ALL[0].name(), Self::ALL[1].name(), Self::ALL[2].name(), Self::ALL[3].name()];

    /// The name in a scenario file, and of the picture in a face's file.
    pub const fn name(self) -> &'static str {
        match self {
            Mood::Calm => "calm",
            Mood::Glad => "glad",
            Mood::Worried => "worried",
            Mood::Angry => "angry",
        }
    }
}
