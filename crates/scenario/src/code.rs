//! The names of what can be wrong with a scenario.

/// What kind of error it is. [`Code::name`] is the name that authors see and can look up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The file is not JSON.
    InvalidJson,
    /// A value of another type than the format asks for.
    WrongType,
    /// A field that the format requires is not there.
    MissingField,
    /// A field that the format does not have.
    UnknownField,
    /// The same key twice in one object.
    DuplicateKey,
    /// An id that is not lower-case letters and digits in words joined by `-` or `_`.
    InvalidId,
    /// A `format` other than 1.
    UnsupportedFormat,
    /// The `id` is not the name of the file.
    IdMismatch,
    /// A way on to a step that does not exist.
    UnknownStep,
    /// A flag that is not declared.
    UnknownFlag,
    /// A speaker who is not in the cast.
    UnknownSpeaker,
    /// A concept id that the list does not have.
    UnknownConcept,
    /// A stance, dimension, outcome or warning code that does not exist.
    UnknownValue,
    /// A number outside of what the field allows.
    InvalidNumber,
    /// A text with nothing in it.
    EmptyText,
    /// Steps that lead back to themselves.
    Cycle,
    /// A step where one of the two hats cannot always be worn.
    MissingStance,
    /// A list of branches or variants whose last has a `when`.
    MissingFallback,
    /// An outcome without any variant.
    MissingOutcome,
    /// A picture that is not beside the scenario.
    MissingPicture,
    /// A file that is no picture, or of another kind than its name says.
    InvalidPicture,
    /// Larger than the format's limits.
    OverLimit,
    /// A decision that a draft leaves to its author.
    ToDo,
}

/// The codes of warnings, which a scenario may allow with a reason. A test holds them against the rules, which are known
/// to those above only.
pub const WARNINGS: [&str; 23] = [
    "unreachable-step",
    "unreachable-response",
    "unreachable-branch",
    "unreachable-variant",
    "unreachable-outcome",
    "unused-speaker",
    "unused-flag",
    "unread-flag",
    "identical-responses",
    "weightless-decision",
    "dominated-response",
    "one-hat-wins",
    "decided-early",
    "telling-length",
    "missing-dimension",
    "hard-to-read",
    "markup-in-text",
    "unwritten-text",
    "unknown-scene",
    "unknown-face",
    "script-in-picture",
    "unknown-language",
    "unlikely-minutes",
];

impl Code {
    /// Every code.
    pub const ALL: [Code; 23] = [
        Code::InvalidJson,
        Code::WrongType,
        Code::MissingField,
        Code::UnknownField,
        Code::DuplicateKey,
        Code::InvalidId,
        Code::UnsupportedFormat,
        Code::IdMismatch,
        Code::UnknownStep,
        Code::UnknownFlag,
        Code::UnknownSpeaker,
        Code::UnknownConcept,
        Code::UnknownValue,
        Code::InvalidNumber,
        Code::EmptyText,
        Code::Cycle,
        Code::MissingStance,
        Code::MissingFallback,
        Code::MissingOutcome,
        Code::MissingPicture,
        Code::InvalidPicture,
        Code::OverLimit,
        Code::ToDo,
    ];

    /// The code as authors see it, such as `unknown-step`.
    pub fn name(self) -> &'static str {
        match self {
            Code::InvalidJson => "invalid-json",
            Code::WrongType => "wrong-type",
            Code::MissingField => "missing-field",
            Code::UnknownField => "unknown-field",
            Code::DuplicateKey => "duplicate-key",
            Code::InvalidId => "invalid-id",
            Code::UnsupportedFormat => "unsupported-format",
            Code::IdMismatch => "id-mismatch",
            Code::UnknownStep => "unknown-step",
            Code::UnknownFlag => "unknown-flag",
            Code::UnknownSpeaker => "unknown-speaker",
            Code::UnknownConcept => "unknown-concept",
            Code::UnknownValue => "unknown-value",
            Code::InvalidNumber => "invalid-number",
            Code::EmptyText => "empty-text",
            Code::Cycle => "cycle",
            Code::MissingStance => "missing-stance",
            Code::MissingFallback => "missing-fallback",
            Code::MissingOutcome => "missing-outcome",
            Code::MissingPicture => "missing-picture",
            Code::InvalidPicture => "invalid-picture",
            Code::OverLimit => "over-limit",
            Code::ToDo => "to-do",
        }
    }
}
