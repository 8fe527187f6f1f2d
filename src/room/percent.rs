//! Shares that stand side by side, in whole per cents that add up.

use analysis::Share;
use scenario::sorted::sort_by_key;
use std::cmp::Reverse;

/// The shares of one whole in whole per cents: each is cut off, and what is missing to a hundred goes to those that
/// were cut the most.
pub fn together(shares: &[Share; 4]) -> [u32; 4] {
    let hundredfold = shares.map(|share| (u128::from(share.part()) * 100, u128::from(share.whole()).max(1)));
    let mut told = hundredfold.map(|(part, whole)| (part / whole) as u32);
    let rests = hundredfold.map(|(part, whole)| Share::new((part % whole) as u64, whole as u64));
    let mut cut: Vec<usize> = (0..4).filter(|at| !rests[*at].is_none()).collect();
    sort_by_key(&mut cut, |at| Reverse(rests[*at]));
    let missing = 100_u32.saturating_sub(told.iter().sum());
    for at in cut.into_iter().take(missing as usize) {
        told[at] += 1;
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<const N: usize>(parts: [u64; N], whole: u64) -> [u32; 4] {
        let mut shares = [Share::new(0, whole); 4];
        for (share, part) in shares.iter_mut().zip(parts) {
            *share = Share::new(part, whole);
        }
        together(&shares)
    }

    #[test]
    fn what_is_told_side_by_side_is_a_hundred_together() {
        assert_eq!(of([6, 8], 14), [43, 57, 0, 0]);
        assert_eq!(of([5, 9], 14), [36, 64, 0, 0]);
        assert_eq!(of([1, 1, 1], 3), [34, 33, 33, 0]);
        assert_eq!(of([1, 1, 1, 5], 8).iter().sum::<u32>(), 100);
        assert_eq!(
            of([1, 9999], 10_000),
            [0, 100, 0, 0],
            "what is not quite nothing is said to be so where it is shown"
        );
        assert_eq!(of([u64::MAX], u64::MAX), [100, 0, 0, 0]);
        for whole in 1..60 {
            for first in 0..=whole {
                for second in 0..=whole - first {
                    let told = of([first, second, whole - first - second], whole);
                    assert_eq!(told.iter().sum::<u32>(), 100, "{first} and {second} of {whole}");
                    let near =
                        |part: u64, told: u32| (part as f64 * 100.0 / whole as f64 - f64::from(told)).abs() < 1.0;
                    assert!(near(first, told[0]) && near(second, told[1]));
                }
            }
        }
    }
}
