//! LZMA, with better guesses: what repeats is found as LZMA finds it, and each choice is written by how likely it has
//! become at its place. A place is new for the first choices at it, and settles.

use crate::digits::Digits;
use alloc::vec::Vec;

/// Where choices are read, or heard on their way to another writing.
pub trait Choices {
    /// The next choice of two at a place.
    fn at(&mut self, place: usize) -> usize;

    /// The next choice of two that are as likely as each other.
    fn even(&mut self) -> usize;
}

// The places of choices: twelve for each question that the last steps decide, then trees.
const REPEATED: usize = 12;
const NOT_LAST: usize = 24;
const NOT_SECOND: usize = 36;
const FOURTH: usize = 48;
const LONGER: usize = 60;
const SLOTS: usize = 72;
const FAR: usize = 328;
const ALIGNED: usize = 456;
const LENGTH: usize = 472;
const LENGTH_REPEATED: usize = LENGTH + 274;
const LITERALS: usize = LENGTH_REPEATED + 274;

/// How many places there are where `context` bits of the byte before choose how a byte is written.
pub const fn places(context: u32) -> usize {
    LITERALS + (0x300 << context)
}

fn tree(choices: &mut impl Choices, base: usize, bits: u32) -> usize {
    let mut at = 1;
    for _ in 0..bits {
        at = at << 1 | choices.at(base + at);
    }
    at - (1 << bits)
}

/// A tree that is asked for its lowest bit first.
fn reverse(choices: &mut impl Choices, base: usize, bits: u32) -> usize {
    let (mut at, mut sum) = (1, 0);
    for bit in 0..bits {
        let choice = choices.at(base + at);
        at = at << 1 | choice;
        sum |= choice << bit;
    }
    sum
}

fn length(choices: &mut impl Choices, base: usize) -> usize {
    if choices.at(base) == 0 {
        tree(choices, base + 2, 3)
    } else if choices.at(base + 1) == 0 {
        8 + tree(choices, base + 10, 3)
    } else {
        16 + tree(choices, base + 18, 8)
    }
}

fn distance(choices: &mut impl Choices, length: usize) -> usize {
    let slot = tree(choices, SLOTS + 64 * length.min(3), 6);
    if slot < 4 {
        return slot;
    }
    let bits = (slot as u32 >> 1) - 1;
    let base = (2 | slot & 1) << bits;
    if slot < 14 {
        return base + reverse(choices, FAR + base - slot, bits);
    }
    base | number(choices, bits - 4) << 4 | reverse(choices, ALIGNED, 4)
}

/// A number whose bits are as likely as not.
pub fn number(choices: &mut impl Choices, bits: u32) -> usize {
    (0..bits).fold(0, |number, _| number << 1 | choices.even())
}

/// Puts `size` more bytes behind `out`, of which they repeat nothing; `None` where they would repeat what is not there.
pub fn unpack(choices: &mut impl Choices, context: u32, size: usize, out: &mut Vec<u8>) -> Option<()> {
    let start = out.len();
    let end = start + size;
    // What the last steps were: below seven, the last one was a byte on its own.
    let mut state = 0;
    let mut distances = [0_usize; 4];
    while out.len() < end {
        let back = |out: &Vec<u8>, distance: usize| {
            out[start..].len().checked_sub(distance)?.checked_sub(1).and_then(|at| out.get(start + at)).copied()
        };
        if choices.at(state) == 0 {
            let before = if out.len() > start { usize::from(*out.last()?) } else { 0 };
            let base = LITERALS + 0x300 * (before >> (8 - context));
            let mut byte = 1;
            if state >= 7 {
                // The byte that would have gone on with the repetition is not this one: it guides as far as it agrees.
                let mut other = usize::from(back(out, distances[0])?);
                while byte < 0x100 {
                    let expected = other >> 7 & 1;
                    other <<= 1;
                    let choice = choices.at(base + ((1 + expected) << 8) + byte);
                    byte = byte << 1 | choice;
                    if choice != expected {
                        break;
                    }
                }
            }
            while byte < 0x100 {
                byte = byte << 1 | choices.at(base + byte);
            }
            out.push(byte as u8);
            state = match state {
                0..4 => 0,
                4..10 => state - 3,
                _ => state - 6,
            };
            continue;
        }
        let after_byte = state < 7;
        let mut count = 1;
        if choices.at(REPEATED + state) == 0 {
            distances.rotate_right(1);
            count = length(choices, LENGTH) + 2;
            distances[0] = distance(choices, count - 2);
            state = if after_byte { 7 } else { 10 };
        } else {
            let which = if choices.at(NOT_LAST + state) == 0 {
                0
            } else if choices.at(NOT_SECOND + state) == 0 {
                1
            } else {
                2 + choices.at(FOURTH + state)
            };
            distances[..=which].rotate_right(1);
            if which == 0 && choices.at(LONGER + state) == 0 {
                state = if after_byte { 9 } else { 11 };
            } else {
                count = length(choices, LENGTH_REPEATED) + 2;
                state = if after_byte { 8 } else { 11 };
            }
        }
        for _ in 0..count {
            let byte = back(out, distances[0])?;
            out.push(byte);
        }
    }
    (out.len() == end).then_some(())
}

/// How likely a choice has become.
#[derive(Clone, Copy)]
pub struct Guess {
    /// In 65536ths, that it is the first of two.
    first: u16,
    /// How often it was made, until that no longer counts.
    made: u16,
}

impl Guess {
    /// Before the first choice.
    pub const NEW: Self = Self { first: 1 << 15, made: 0 };

    /// The part of a range that goes to the first of two; neither goes without any.
    pub fn part(self, range: u32) -> u32 {
        (range >> 12) * (u32::from(self.first >> 4) | 1)
    }

    /// Learns what was chosen: much at first, less and less later.
    pub fn learn(&mut self, choice: usize) {
        const SETTLED: u16 = 30;
        let aim = if choice == 0 { i32::from(u16::MAX) } else { 0 };
        let first = i32::from(self.first);
        self.first = (first + (aim - first) * 2 / (2 * i32::from(self.made) + 3)) as u16;
        self.made = (self.made + 1).min(SETTLED);
    }
}

/// What reads choices from digits.
pub struct Reader<'a> {
    digits: Digits<'a>,
    guesses: Vec<Guess>,
}

impl<'a> Reader<'a> {
    /// A reader at the beginning.
    pub fn new(packed: &'a [u8]) -> Self {
        Self { digits: Digits::new(packed), guesses: Vec::new() }
    }

    /// All guesses as before the first choice.
    pub fn forget(&mut self, context: u32) {
        self.guesses.clear();
        self.guesses.resize(places(context), Guess::NEW);
    }

    /// Whether more was read than there is.
    pub fn is_over(&self) -> bool {
        self.digits.over
    }
}

impl Choices for Reader<'_> {
    fn at(&mut self, place: usize) -> usize {
        let guess = &mut self.guesses[place];
        let choice = self.digits.choice(guess.part(self.digits.range));
        guess.learn(choice);
        choice
    }

    fn even(&mut self) -> usize {
        self.digits.choice(self.digits.range >> 1)
    }
}
