//! How a slide fits its stage: how large its letters may be, and which of its blocks stand on which page where even the
//! least are too large.

use scenario::sorted::sort_by_key;

/// How large letters may be, in hundredths of the least size.
const LARGEST: u32 = 160;
/// The least size.
pub const LEAST: u32 = 100;
/// How much larger than what is found letters might be, and fit.
const NEAR: u32 = 4;

/// The largest letters that fit, or nearly so, in hundredths of the least size; `None` where even those do not. Asks six
/// times at most, for each answer lays the page out.
pub fn largest(fits: &mut dyn FnMut(u32) -> bool) -> Option<u32> {
    if fits(LARGEST) {
        return Some(LARGEST);
    }
    if !fits(LEAST) {
        return None;
    }
    let (mut fitting, mut too_large) = (LEAST, LARGEST);
    while too_large - fitting > NEAR {
        let middle = u32::midpoint(fitting, too_large);
        if fits(middle) {
            fitting = middle;
        } else {
            too_large = middle;
        }
    }
    Some(fitting)
}

/// The page of each block, from 0, by the blocks' upper and lower edges where a page is `room` high, all in pixels. Blocks
/// that stand side by side are read together, and one that is higher than a page begins one.
pub fn pages(blocks: &[(i32, i32)], room: i32) -> Vec<u32> {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    sort_by_key(&mut order, |at| blocks[*at].0);
    let mut pages = vec![0; blocks.len()];
    let Some(first) = order.first() else { return pages };
    let (mut page, mut top) = (0, blocks[*first].0);
    for at in order {
        let (upper, lower) = blocks[at];
        if lower - top > room && upper > top {
            (page, top) = (page + 1, upper);
        }
        pages[at] = page;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_large_as_they_fit_after_six_looks() {
        for most in 0..200 {
            let mut looks = 0;
            let found = largest(&mut |size| {
                looks += 1;
                size <= most
            });
            assert!(looks <= 6, "{looks} looks at {most}");
            assert_eq!(found.is_some(), most >= LEAST);
            let is_near = |found| found <= most && (most.min(LARGEST) - found) < NEAR;
            assert!(found.is_none_or(is_near), "{found:?} of {most}");
        }
    }

    #[test]
    fn letters_that_fit_by_no_rule_end_too_and_with_some_that_fit() {
        for odd in 0..64_u32 {
            let fits = |size: u32| size == LEAST || (size * 37 + odd * 11) % 5 < 2;
            let mut looks = 0;
            let found = largest(&mut |size| {
                looks += 1;
                fits(size)
            });
            assert!(looks <= 6 && found.is_some_and(fits), "{found:?} after {looks} looks");
        }
    }

    #[test]
    fn a_page_holds_what_it_has_room_for_and_no_block_is_lost() {
        let lines: Vec<(i32, i32)> = (0..10).map(|at| (at * 50, at * 50 + 40)).collect();
        assert_eq!(pages(&lines, 490), [0; 10]);
        assert_eq!(pages(&lines, 240), [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
        assert_eq!(pages(&lines, 200), [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
        // One that is higher than a page has it alone.
        assert_eq!(pages(&[(0, 40), (50, 400), (410, 440)], 100), [0, 1, 2]);
        assert_eq!(pages(&lines, 0), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert!(pages(&[], 100).is_empty());
    }

    #[test]
    fn what_stands_side_by_side_stays_so() {
        let cards = [(0, 100), (0, 80), (110, 200), (110, 210), (220, 300)];
        assert_eq!(pages(&cards, 210), [0, 0, 0, 0, 1]);
        assert_eq!(pages(&cards, 150), [0, 0, 1, 1, 2]);
        // Two columns of their own lengths.
        let columns = [(0, 40), (50, 90), (100, 140), (0, 90), (100, 190)];
        assert_eq!(pages(&columns, 100), [0, 0, 1, 0, 1]);
    }
}
