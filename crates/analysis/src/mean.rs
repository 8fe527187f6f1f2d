//! Exact means of what can be below 0.

use num_bigint::{BigInt, BigUint, Sign};
use std::fmt;

/// The exact mean of whole numbers of either sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mean {
    sum: BigInt,
    /// By what the sum is divided; never 0.
    weight: BigUint,
}

impl Mean {
    /// A sum, each part of it as often as it weighs, by all weights together; nothing of nothing is 0.
    pub(super) fn new(sum: BigInt, weight: BigUint) -> Self {
        if weight == BigUint::ZERO {
            return Mean { sum: BigInt::ZERO, weight: BigUint::from(1_u32) };
        }
        let (mut large, mut small) = (weight.clone(), sum.magnitude().clone());
        while small != BigUint::ZERO {
            let rest = &large % &small;
            large = std::mem::replace(&mut small, rest);
        }
        Mean { sum: sum / BigInt::from(large.clone()), weight: weight / large }
    }

    /// A whole number.
    pub(super) fn whole(number: i32) -> Self {
        Mean { sum: number.into(), weight: BigUint::from(1_u32) }
    }

    /// What is left of it when another is taken away.
    pub fn less(&self, other: &Mean) -> Self {
        let (one, two) = (BigInt::from(self.weight.clone()), BigInt::from(other.weight.clone()));
        Mean::new(&self.sum * two - &other.sum * one, &self.weight * &other.weight)
    }

    /// Rounded to tenths, with its sign: `+3.2`, `-0.5`, `0.0`.
    pub fn rounded(&self) -> String {
        let doubled = (self.sum.magnitude() * 20_u32 + &self.weight) / (&self.weight * 2_u32);
        let (whole, tenth) = (&doubled / 10_u32, &doubled % 10_u32);
        let sign = match self.sum.sign() {
            _ if doubled == BigUint::ZERO => "",
            Sign::Minus => "-",
            _ => "+",
        };
        format!("{sign}{whole}.{tenth}")
    }
}

impl fmt::Display for Mean {
    /// `-3/2`; a whole number without a denominator.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.weight == BigUint::from(1_u32) {
            return self.sum.fmt(f);
        }
        write!(f, "{}/{}", self.sum, self.weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_in_lowest_terms_and_rounded_to_tenths() {
        let mean = |sum: i32, weight: u32| Mean::new(sum.into(), weight.into());
        let said = [(6, 4), (-6, 4), (8, 4), (0, 3), (-1, 100), (1, 20), (7, 0)].map(|(sum, weight)| {
            let mean = mean(sum, weight);
            (mean.to_string(), mean.rounded())
        });
        let expected = [
            ("3/2", "+1.5"),
            ("-3/2", "-1.5"),
            ("2", "+2.0"),
            ("0", "0.0"),
            ("-1/100", "0.0"),
            ("1/20", "+0.1"),
            ("0", "0.0"),
        ];
        assert_eq!(said, expected.map(|(exact, rounded)| (exact.to_owned(), rounded.to_owned())));
        assert_eq!(mean(1, 6).less(&mean(1, 2)), mean(-1, 3));
        assert_eq!(Mean::whole(-4).to_string(), "-4");
    }
}
