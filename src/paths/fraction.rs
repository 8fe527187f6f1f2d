//! Exact shares.

use num_bigint::BigUint;
use std::fmt;

/// An exact share from 0 to 1, in lowest terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fraction {
    numerator: BigUint,
    denominator: BigUint,
}

impl Fraction {
    /// A part of a whole; nothing of nothing is 0.
    pub fn new(part: BigUint, whole: BigUint) -> Self {
        let common = common_divisor(&whole, &part);
        if common == BigUint::ZERO {
            return Fraction { numerator: BigUint::ZERO, denominator: BigUint::from(1_u32) };
        }
        Fraction { numerator: part / &common, denominator: whole / common }
    }

    /// 0.
    pub fn zero() -> Self {
        Fraction::new(BigUint::ZERO, BigUint::from(1_u32))
    }

    /// How many of [`Fraction::denominator`] parts.
    pub fn numerator(&self) -> &BigUint {
        &self.numerator
    }

    /// Into how many parts the whole is cut; never 0.
    pub fn denominator(&self) -> &BigUint {
        &self.denominator
    }

    /// As a number from 0 to 100, as near as a float comes.
    pub fn percent(&self) -> f64 {
        // Fifteen digits are more than a float tells apart; so the parts may be longer than any float.
        const SCALE: u64 = 1_000_000_000_000_000;
        let scaled = &self.numerator * SCALE / &self.denominator;
        u64::try_from(scaled).unwrap_or(SCALE) as f64 / (SCALE / 100) as f64
    }

    /// The sum of two shares; it may pass 1.
    pub fn plus(&self, other: &Fraction) -> Self {
        let part = &self.numerator * &other.denominator + &other.numerator * &self.denominator;
        Fraction::new(part, &self.denominator * &other.denominator)
    }

    /// How far two shares are apart.
    pub fn apart(&self, other: &Fraction) -> Self {
        let (one, two) = (&self.numerator * &other.denominator, &other.numerator * &self.denominator);
        let part = if one < two { two - one } else { one - two };
        Fraction::new(part, &self.denominator * &other.denominator)
    }

    /// Half of it.
    pub fn half(&self) -> Self {
        Fraction::new(self.numerator.clone(), &self.denominator * 2_u32)
    }

    /// Whether it is the larger of two.
    pub fn is_over(&self, other: &Fraction) -> bool {
        &self.numerator * &other.denominator > &other.numerator * &self.denominator
    }

    /// Whether it is more than a half.
    pub fn is_over_half(&self) -> bool {
        &self.numerator * 2_u32 > self.denominator
    }
}

/// The greatest common divisor. Most shares fit a machine word, where a division costs no memory.
fn common_divisor(one: &BigUint, other: &BigUint) -> BigUint {
    if let (Ok(mut large), Ok(mut small)) = (u128::try_from(one), u128::try_from(other)) {
        while small != 0 {
            (large, small) = (small, large % small);
        }
        return large.into();
    }
    let (mut large, mut small) = (one.clone(), other.clone());
    while small != BigUint::ZERO {
        let rest = &large % &small;
        large = std::mem::replace(&mut small, rest);
    }
    large
}

impl fmt::Display for Fraction {
    /// `3/16`; 0 and 1 without a denominator.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == BigUint::from(1_u32) {
            return self.numerator.fmt(f);
        }
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_in_lowest_terms() {
        let share = |part: u32, whole: u32| Fraction::new(part.into(), whole.into());
        assert_eq!(share(6, 32).to_string(), "3/16");
        assert_eq!(share(5, 5).to_string(), "1");
        assert_eq!(share(0, 7).to_string(), "0");
        assert_eq!(share(0, 0), Fraction::zero());
        assert!((share(3, 16).percent() - 18.75).abs() < 1e-12);
        assert_eq!(share(1, 6).plus(&share(1, 3)).to_string(), "1/2");
        assert_eq!(share(1, 6).apart(&share(1, 3)).half().to_string(), "1/12");
        assert!(share(2, 3).is_over(&share(3, 5)) && !share(3, 5).is_over(&share(3, 5)));
        assert!(share(2, 3).is_over_half() && !share(1, 2).is_over_half());
    }
}
