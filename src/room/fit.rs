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

/// How a slide's blocks are divided into pages.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Division {
    /// The page of each block, from 0.
    pub pages: Vec<u32>,
    /// Whether each block is wholly within its page; one that is higher begins a page, and runs below it.
    pub is_whole: bool,
    /// The most that is left free on a page that another one follows, in hundredths of its height.
    pub free: i32,
}

impl Division {
    /// Divides blocks by their upper and lower edges where a page is `room` high, all in pixels. Blocks that stand side by
    /// side are read together.
    pub fn of(blocks: &[(i32, i32)], room: i32) -> Division {
        let mut order: Vec<usize> = (0..blocks.len()).collect();
        sort_by_key(&mut order, |at| blocks[*at].0);
        let mut found = Division { pages: vec![0; blocks.len()], is_whole: true, free: 0 };
        let (mut page, mut top, mut filled) = (0, order.first().map_or(0, |at| blocks[*at].0), 0);
        for at in order {
            let (upper, lower) = blocks[at];
            if lower - top > room && upper > top {
                found.free = found.free.max(100 - filled * 100 / room.max(1));
                (page, top, filled) = (page + 1, upper, 0);
            }
            found.pages[at] = page;
            filled = filled.max(lower - top);
            found.is_whole &= filled <= room;
        }
        found
    }

    /// How many pages there are.
    pub fn count(&self) -> u32 {
        self.pages.iter().max().map_or(1, |page| page + 1)
    }
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

    fn pages(blocks: &[(i32, i32)], room: i32) -> Vec<u32> {
        Division::of(blocks, room).pages
    }

    #[test]
    fn a_page_holds_what_it_has_room_for_and_no_block_is_lost() {
        let lines: Vec<(i32, i32)> = (0..10).map(|at| (at * 50, at * 50 + 40)).collect();
        assert_eq!(pages(&lines, 490), [0; 10]);
        assert_eq!(pages(&lines, 240), [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
        assert_eq!(pages(&lines, 200), [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
        assert_eq!(pages(&lines, 0), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(Division::of(&[], 100).count(), 1);
    }

    #[test]
    fn it_is_known_what_runs_below_and_what_is_left_free() {
        let lines = [(0, 40), (50, 90), (100, 190), (200, 220)];
        let division = Division::of(&lines, 130);
        assert_eq!(division, Division { pages: vec![0, 0, 1, 1], is_whole: true, free: 31 });
        assert_eq!(division.count(), 2);
        let high = Division::of(&[(0, 40), (50, 400), (410, 440)], 100);
        assert_eq!(high, Division { pages: vec![0, 1, 2], is_whole: false, free: 60 });
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
