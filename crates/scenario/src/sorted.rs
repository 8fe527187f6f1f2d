//! Sorting that is compiled once: what the standard library makes for each type that it sorts is 4 KB of every bundle.

use std::cmp::Ordering;

/// Sorts as `Vec::sort_by` does: what is equal keeps its order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|one, other| compare(&items[one], &items[other]));
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| unsorted[at].take()));
}

/// Sorts as `Vec::sort_by_key` does.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn items_stand_as_the_standard_library_puts_them(numbers in prop::collection::vec(0_u8..20, 0..60)) {
            let items: Vec<(u8, usize)> = numbers.into_iter().zip(0..).collect();
            let (mut here, mut there) = (items.clone(), items);
            sort_by_key(&mut here, |item| item.0);
            there.sort_by_key(|item| item.0);
            prop_assert_eq!(here, there);
        }
    }
}
