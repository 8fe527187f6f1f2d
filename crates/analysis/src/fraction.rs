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

    /// As a number from 0 to 100: the float that is nearest to it.
    pub fn percent(&self) -> f64 {
        let mut scaled = &self.numerator * 100_u64;
        if scaled == BigUint::ZERO {
            return 0.0;
        }
        // The parts may be longer than any float. Doubled so often that the quotient has 64 bits, and marked in the
        // last of them where the division leaves a rest, it is rounded as the exact share would be.
        let mut doubled = 0;
        while scaled < self.denominator {
            scaled *= 1_u64 << 32;
            doubled += 32;
        }
        let room = u64::try_from(&scaled / &self.denominator).map_or(0, u64::leading_zeros);
        scaled *= 1_u64 << room;
        doubled += room;
        let whole = &scaled / &self.denominator;
        let rest = &whole * &self.denominator != scaled;
        let mut percent = (u64::try_from(whole).unwrap_or(u64::MAX) | u64::from(rest)) as f64;
        while doubled > 0 {
            let halved = doubled.min(60);
            percent /= (1_u64 << halved) as f64;
            doubled -= halved;
        }
        percent
    }

    /// It in per cent, as people read it; what is neither all nor nothing is never rounded to either.
    pub fn rounded(&self) -> String {
        let percent = self.percent();
        let (none, all) = (self.numerator == BigUint::ZERO, self.numerator == self.denominator);
        match (none, all) {
            (true, _) => "0 %".into(),
            (_, true) => "100 %".into(),
            _ if percent < 0.05 => "<0.1 %".into(),
            _ if percent >= 99.95 => ">99.9 %".into(),
            _ => format!("{percent:.1} %"),
        }
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
    fn a_per_cent_is_the_nearest_float() {
        let share = |part: &BigUint, whole: &BigUint| Fraction::new(part.clone(), whole.clone()).percent();
        let power = |of: u32, exponent: u32| BigUint::from(of).pow(exponent);
        for whole in 1..300_u32 {
            for part in 0..=whole {
                // The division of two small whole numbers is the nearest float by the standard of floats.
                let nearest = f64::from(part * 100) / f64::from(whole);
                assert_eq!(share(&part.into(), &whole.into()), nearest, "{part}/{whole}");
            }
        }
        assert_eq!(share(&power(7, 400), &(power(7, 400) * 6_u32)), 100.0 / 6.0);
        assert_eq!(share(&1_u32.into(), &power(2, 900)), 100.0 * 0.5_f64.powi(900));
        assert_eq!(share(&1_u32.into(), &power(10, 20)), 1e-18);
        assert_eq!(share(&(power(10, 20) - 1_u32), &power(10, 20)), 100.0);
        assert_eq!(share(&1_u32.into(), &power(3, 4000)), 0.0);
    }

    #[test]
    fn what_is_rare_is_never_rounded_to_nothing() {
        let of = |part: u32, whole: u32| Fraction::new(part.into(), whole.into()).rounded();
        assert_eq!(
            [of(0, 1), of(1, 1), of(1, 16_384), of(16_383, 16_384), of(3, 16)],
            ["0 %", "100 %", "<0.1 %", ">99.9 %", "18.8 %"]
        );
    }

    #[test]
    fn a_share_is_in_lowest_terms() {
        let share = |part: u32, whole: u32| Fraction::new(part.into(), whole.into());
        assert_eq!(share(6, 32).to_string(), "3/16");
        assert_eq!(share(5, 5).to_string(), "1");
        assert_eq!(share(0, 7).to_string(), "0");
        assert_eq!(share(0, 0), Fraction::zero());
        assert_eq!(share(1, 6).plus(&share(1, 3)).to_string(), "1/2");
        assert_eq!(share(1, 6).apart(&share(1, 3)).half().to_string(), "1/12");
        assert!(share(2, 3).is_over(&share(3, 5)) && !share(3, 5).is_over(&share(3, 5)));
        assert!(share(2, 3).is_over_half() && !share(1, 2).is_over_half());
    }
}
