//! Chance that can be had again: the same seed, the same lots.

/// Lots drawn from a seed.
#[derive(Debug)]
pub struct Chance(u64);

impl Chance {
    /// The lots of a seed.
    pub fn of(seed: u64) -> Self {
        Chance(seed)
    }

    /// A number below another, as SplitMix64 draws it.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % count.max(1) as u64) as usize
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Yes or no.
    pub fn tosses(&mut self) -> bool {
        self.below(2) == 0
    }
}
