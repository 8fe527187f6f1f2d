//! A range of choices, written in those bytes that an HTML page leaves as they are: 252 digits.

/// How many digits there are.
pub const BASE: u32 = 252;

/// What four digits count; a range is never more.
pub const FULL: u32 = BASE * BASE * BASE * BASE;

/// What a range is at least while a choice is made.
pub const LEAST: u32 = BASE * BASE * BASE;

/// The bytes that are no digits: a page changes the first two, the third could end the element, and the last stands before
/// what is written otherwise.
pub const OTHERS: [u8; 4] = [0, b'\r', b'<', b'='];

/// What is read digit by digit.
pub struct Digits<'a> {
    /// The digits to come, as bytes.
    rest: &'a [u8],
    /// How much is still to be chosen from.
    pub range: u32,
    /// Where in it the choices lie.
    code: u32,
    /// Whether more was read than there is, or what is no digit.
    pub over: bool,
}

impl<'a> Digits<'a> {
    /// What begins with these bytes.
    pub fn new(rest: &'a [u8]) -> Self {
        let mut digits = Self { rest, range: FULL, code: 0, over: false };
        for _ in 0..4 {
            digits.code = digits.code * BASE + digits.digit();
        }
        digits
    }

    fn digit(&mut self) -> u32 {
        match self.rest.split_first() {
            Some((byte, rest)) if !OTHERS.contains(byte) => {
                self.rest = rest;
                u32::from(*byte) - OTHERS.iter().filter(|other| *other < byte).count() as u32
            }
            _ => {
                self.over = true;
                0
            }
        }
    }

    /// Which of two was chosen, of which the first has `part` of the range.
    pub fn choice(&mut self, part: u32) -> usize {
        let choice = usize::from(self.code >= part);
        if choice == 0 {
            self.range = part;
        } else {
            self.range -= part;
            self.code -= part;
        }
        while self.range < LEAST {
            self.range *= BASE;
            self.code = self.code * BASE + self.digit();
        }
        choice
    }
}
