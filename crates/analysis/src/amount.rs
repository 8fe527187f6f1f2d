//! Whole numbers as wide as a scenario needs: most fit a machine word, some pass any.

use num_bigint::BigUint;

/// A whole number from 0 on. Every division asked of it leaves no rest.
pub(super) trait Amount: Clone + Default + Ord {
    fn one() -> Self;
    fn of(small: usize) -> Self;
    /// 2, 3 and 5 to some powers, multiplied.
    fn product(powers: Powers) -> Self;
    fn add(&mut self, other: &Self);
    fn times(&self, factor: &Self) -> Self;
    fn over(&self, divisor: &Self) -> Self;
    fn distance(&self, other: &Self) -> Self;
    fn to_big(&self) -> BigUint;

    fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

macro_rules! machine_word {
    ($word:ty) => {
        impl Amount for $word {
            fn one() -> Self {
                1
            }
            fn of(small: usize) -> Self {
                small as $word
            }
            fn product(powers: Powers) -> Self {
                (2 as $word).pow(powers.twos) * (3 as $word).pow(powers.threes) * (5 as $word).pow(powers.fives)
            }
            #[inline]
            fn add(&mut self, other: &Self) {
                *self += other;
            }
            #[inline]
            fn times(&self, factor: &Self) -> Self {
                self * factor
            }
            #[inline]
            fn over(&self, divisor: &Self) -> Self {
                self / divisor
            }
            #[inline]
            fn distance(&self, other: &Self) -> Self {
                self.abs_diff(*other)
            }
            fn to_big(&self) -> BigUint {
                BigUint::from(*self)
            }
        }
    };
}

machine_word!(u64);
machine_word!(u128);

impl Amount for BigUint {
    fn one() -> Self {
        BigUint::from(1_u32)
    }
    fn of(small: usize) -> Self {
        BigUint::from(small)
    }
    fn product(powers: Powers) -> Self {
        let power = |base: u32, to| BigUint::from(base).pow(to);
        power(2, powers.twos) * power(3, powers.threes) * power(5, powers.fives)
    }
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn times(&self, factor: &Self) -> Self {
        self * factor
    }
    fn over(&self, divisor: &Self) -> Self {
        self / divisor
    }
    fn distance(&self, other: &Self) -> Self {
        if self < other { other - self } else { self - other }
    }
    fn to_big(&self) -> BigUint {
        self.clone()
    }
}

/// A number whose only prime factors are 2, 3 and 5: what the counts of offered responses, 2 to 6, multiply to. (A count
/// past 6 can stand only in files read under raised limits; [`Powers::of`] says so.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Powers {
    pub twos: u32,
    pub threes: u32,
    pub fives: u32,
}

impl Powers {
    /// The powers of a count, or `None` where it has another prime factor.
    pub fn of(mut count: usize) -> Option<Self> {
        let mut powers = Powers::default();
        let mut divide = |by: usize, power: &mut u32| {
            while count != 0 && count.is_multiple_of(by) {
                count /= by;
                *power += 1;
            }
        };
        divide(2, &mut powers.twos);
        divide(3, &mut powers.threes);
        divide(5, &mut powers.fives);
        (count == 1).then_some(powers)
    }

    /// The least common multiple.
    pub fn with(self, other: Powers) -> Self {
        Powers {
            twos: self.twos.max(other.twos),
            threes: self.threes.max(other.threes),
            fives: self.fives.max(other.fives),
        }
    }

    pub fn times(self, other: Powers) -> Self {
        Powers { twos: self.twos + other.twos, threes: self.threes + other.threes, fives: self.fives + other.fives }
    }

    /// How many bits the number takes at most.
    pub fn bits(self) -> f64 {
        f64::from(self.twos) + f64::from(self.threes) * 3_f64.log2() + f64::from(self.fives) * 5_f64.log2()
    }
}
