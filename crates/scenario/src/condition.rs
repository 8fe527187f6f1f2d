//! Conditions: the `when` of a response, a line, a branch or an outcome's variant.

/// The flags that are set, one bit a flag in the order of the file; at most 64. Behind them stand the entries of steps
/// with visits: one bit an entry, set by the first, the second, the third.
pub type Flags = u64;

/// The values that a meter may have, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The lowest.
    pub at_least: i32,
    /// The highest.
    pub at_most: i32,
}

impl Bounds {
    /// Any value at all.
    pub const ANY: Bounds = Bounds { at_least: i32::MIN, at_most: i32::MAX };

    /// Whether a value is within.
    pub fn hold(&self, value: i32) -> bool {
        self.at_least <= value && value <= self.at_most
    }
}

/// A condition: it holds when every part of it does (design, "rules of play").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Condition {
    /// Flags that must be set.
    pub has: Flags,
    /// Flags that must not be set.
    pub lacks: Flags,
    /// What the leadership meter must be.
    pub leadership: Bounds,
    /// What the management meter must be.
    pub management: Bounds,
    /// Whether the run must have broken, or must not have; asked in outcomes only.
    pub broke: Option<bool>,
}

impl Condition {
    /// What holds always: the condition of whatever has no `when`.
    pub const ALWAYS: Condition =
        Condition { has: 0, lacks: 0, leadership: Bounds::ANY, management: Bounds::ANY, broke: None };

    /// Whether it holds at these meters, with these flags, in a run that broke or did not.
    pub fn holds(&self, leadership: i32, management: i32, flags: Flags, broke: bool) -> bool {
        flags & self.has == self.has
            && flags & self.lacks == 0
            && self.leadership.hold(leadership)
            && self.management.hold(management)
            && self.broke.is_none_or(|wanted| wanted == broke)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_must_hold() {
        let calm =
            Condition { has: 0b01, lacks: 0b10, management: Bounds { at_least: 6, at_most: 9 }, ..Condition::ALWAYS };
        assert!(calm.holds(-5, 6, 0b101, false));
        assert!(!calm.holds(-5, 5, 0b101, false), "management too low");
        assert!(!calm.holds(-5, 10, 0b101, false), "management too high");
        assert!(!calm.holds(-5, 6, 0b100, false), "a flag is missing");
        assert!(!calm.holds(-5, 6, 0b111, false), "a flag is too many");
        assert!(Condition::ALWAYS.holds(i32::MIN, i32::MAX, u64::MAX, true));
        let broken = Condition { broke: Some(true), ..Condition::ALWAYS };
        assert!(broken.holds(0, 0, 0, true) && !broken.holds(0, 0, 0, false));
    }
}
