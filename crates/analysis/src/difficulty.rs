//! How hard a scenario is.

use super::Fraction;
use num_bigint::BigUint;

/// How hard it is to end in balance, by how often chance does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difficulty {
    /// Of five runs of the uniform player, one or more end in balance.
    Gentle,
    /// Of seven, one or more do; of five, fewer than one.
    Fair,
    /// Of seven, fewer than one does.
    Hard,
}

impl Difficulty {
    /// All, from gentle to hard.
    pub const ALL: [Difficulty; 3] = [Difficulty::Gentle, Difficulty::Fair, Difficulty::Hard];

    /// The difficulty of a scenario, from the uniform player's share of balanced ends.
    pub fn of(balanced: &Fraction) -> Self {
        let one_in = |runs: u32| Fraction::new(BigUint::from(1_u32), BigUint::from(runs));
        if one_in(7).is_over(balanced) {
            Difficulty::Hard
        } else if one_in(5).is_over(balanced) {
            Difficulty::Fair
        } else {
            Difficulty::Gentle
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_belong_to_the_gentler_side() {
        let share = |part: u32, whole: u32| Fraction::new(BigUint::from(part), BigUint::from(whole));
        for (balanced, difficulty) in [
            (share(1, 1), Difficulty::Gentle),
            (share(1, 5), Difficulty::Gentle),
            (share(199, 1000), Difficulty::Fair),
            (share(1, 7), Difficulty::Fair),
            (share(142, 1000), Difficulty::Hard),
            (Fraction::zero(), Difficulty::Hard),
        ] {
            assert_eq!(Difficulty::of(&balanced), difficulty, "{balanced:?}");
        }
    }
}
