//! Exact shares in a machine word: what a player's own bundle can afford.

use std::cmp::Ordering;

/// An exact share from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    part: u64,
    whole: u64,
}

impl Share {
    /// A part of a whole, which is not 0.
    pub fn new(part: u64, whole: u64) -> Self {
        Share { part, whole }
    }

    /// How many of [`Share::whole`] parts.
    pub fn part(self) -> u64 {
        self.part
    }

    /// Into how many parts the whole is cut; never 0.
    pub fn whole(self) -> u64 {
        self.whole
    }

    /// Whether it is 0.
    pub fn is_none(self) -> bool {
        self.part == 0
    }

    /// Whether it is 1.
    pub fn is_all(self) -> bool {
        self.part == self.whole
    }

    /// In thousandths, rounded.
    pub fn thousandths(self) -> u32 {
        // So wide a share keeps its first fifty bits: far more than a thousandth asks for.
        let wide = (64 - self.whole.leading_zeros()).saturating_sub(50);
        let (part, whole) = (self.part >> wide, self.whole >> wide);
        ((part * 2000 + whole) / (whole * 2).max(1)) as u32
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        let times = |one: u64, two: u64| u128::from(one) * u128::from(two);
        times(self.part, other.whole).cmp(&times(other.part, self.whole))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Share {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_compared_whatever_their_parts_are() {
        assert_eq!(Share::new(6, 32), Share::new(3, 16));
        assert!(Share::new(2, 3) > Share::new(3, 5) && Share::new(u64::MAX - 1, u64::MAX) < Share::new(1, 1));
        assert!(Share::new(0, 7).is_none() && Share::new(5, 5).is_all() && !Share::new(4, 5).is_all());
    }

    #[test]
    fn a_share_is_rounded_to_thousandths() {
        let said = [(1, 3), (2, 3), (1, 16), (1, 1), (0, 9)].map(|(part, whole)| Share::new(part, whole).thousandths());
        assert_eq!(said, [333, 667, 63, 1000, 0]);
        assert_eq!(Share::new(u64::MAX / 3 * 2, u64::MAX / 3 * 3).thousandths(), 667, "no width is too wide");
    }
}
