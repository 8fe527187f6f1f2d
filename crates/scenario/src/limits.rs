//! How large a scenario may be: stated limits, so that no file makes the program slow or run out of memory.

/// The limits a file is read under. [`Limits::default`] are those of the format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in the file.
    pub bytes: usize,
    /// Steps in the scenario.
    pub steps: usize,
    /// Flags in the scenario; never more than 64, because a run holds them in one word.
    pub flags: usize,
    /// Responses in one step.
    pub responses: usize,
    /// Branches of one response's `next`.
    pub branches: usize,
    /// Variants of one outcome.
    pub variants: usize,
    /// Lines in one text.
    pub lines: usize,
    /// Levels of `{` and `[` inside one another.
    pub nesting: usize,
    /// Bytes in one picture.
    pub picture: usize,
    /// Bytes in all pictures of a scenario.
    pub pictures: usize,
}

impl Limits {
    /// Those of the format.
    pub const FORMAT: Limits = Limits {
        bytes: 2 * 1024 * 1024,
        steps: 2_000,
        flags: 64,
        responses: 6,
        branches: 32,
        variants: 64,
        lines: 200,
        nesting: 32,
        picture: 300 * 1024,
        pictures: 3 * 1024 * 1024,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Limits::FORMAT
    }
}
