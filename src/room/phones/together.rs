//! Phones and hands counted together, capped at the people present.

/// The sums of hands and phones for each option, and how many were left out because there are not so many people.
///
/// Whoever raises a hand and has a phone, too, is one person: of too many, hands are left out first, where most are up.
pub fn together(hands: &[u32], phones: &[u16], people: u32) -> (Vec<u32>, u32) {
    let mut hands = hands.to_vec();
    let mut phones: Vec<u32> = phones.iter().map(|count| u32::from(*count)).collect();
    phones.resize(hands.len(), 0);
    let sum = hands.iter().chain(&phones).fold(0_u32, |sum, count| sum.saturating_add(*count));
    let over = sum.saturating_sub(people);
    for _ in 0..over {
        let from = if hands.iter().any(|count| *count > 0) { &mut hands } else { &mut phones };
        // Of several the first, so that the same counts always come to the same.
        if let Some(most) = from.iter_mut().rev().max_by_key(|count| **count) {
            *most = most.saturating_sub(1);
        }
    }
    (hands.iter().zip(&phones).map(|(hands, phones)| hands + phones).collect(), over)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_and_hands_add_up_to_no_more_than_the_people() {
        assert_eq!(together(&[2, 1, 0], &[3, 0, 4], 14), (vec![5, 1, 4], 0));
        assert_eq!(together(&[0, 0], &[], 14), (vec![0, 0], 0), "nobody answered");
        assert_eq!(together(&[3, 1], &[4, 4], 10), (vec![5, 5], 2), "hands go first, where most are up");
        assert_eq!(together(&[0, 1], &[5, 4], 7), (vec![3, 4], 3), "then phones");
        assert_eq!(together(&[5], &[5], 0), (vec![0], 10));
    }

    #[test]
    fn nobody_is_added() {
        for people in 0..12 {
            let (sums, over) = together(&[2, 3, 1], &[1, 0, 4], people);
            assert_eq!(sums.iter().sum::<u32>() + over, 11);
            assert!(sums.iter().sum::<u32>() <= people.max(11 - over));
        }
    }
}
