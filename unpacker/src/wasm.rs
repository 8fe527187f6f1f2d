//! The code of a wasm, taken apart into streams of what is alike, and put together again: a packer makes less of those.
//!
//! Both ways take the same steps, in [`body`], from [`Streams`] or into them. What is usual is left out: the alignment that
//! a value has by nature, and that a block gives nothing.

use alloc::vec::Vec;

/// What stands before the code, and at its beginning.
pub const BEFORE: usize = 0;
/// What stands behind it.
pub const AFTER: usize = COUNT - 1;
/// How many streams there are.
pub const COUNT: usize = 17;

const LOCALS: usize = 1;
/// Operations, and what says more of them.
pub const OPERATIONS: usize = 2;
const BRANCHES: usize = 3;
const CALLS: usize = 4;
const OTHERS: usize = 5;
/// Three: for what is got, set, and both.
const LOCAL: usize = 6;
/// Two: for what is loaded and stored.
const OFFSETS: usize = 9;
/// Five: for small ones, by what is done with them next, and for large ones.
const NUMBERS: usize = 11;

/// Before an operation that is not as usual; no operation is called like this.
pub const SPELT_OUT: u8 = 0xc5;

/// The streams of a wasm.
pub type Streams<T> = [T; COUNT];

/// One of the ways between a wasm and its streams.
pub trait Way {
    /// Moves the next operation, and says which.
    fn operation(&mut self) -> Option<u8>;

    /// Moves a byte that belongs to a stream, and says which.
    fn byte(&mut self, stream: usize) -> Option<u8>;

    /// Moves what is usually this byte behind the last operation; see [`usual`].
    fn usual(&mut self, byte: u8) -> Option<()>;

    /// The operation behind the number that comes next.
    fn next(&self) -> u8;

    /// Moves a number that belongs to a stream, and says which.
    fn number(&mut self, stream: usize) -> Option<u32> {
        let (mut number, mut bits) = (0, 0);
        loop {
            let byte = self.byte(stream)?;
            number |= u32::from(byte & 0x7f).checked_shl(bits).unwrap_or(0);
            bits += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    /// Moves some numbers that belong to a stream.
    fn numbers(&mut self, stream: usize, count: u32) -> Option<()> {
        (0..count).try_for_each(|_| self.number(stream).map(drop))
    }
}

/// What usually stands behind an operation that says how its value is aligned, or what its block gives.
pub fn usual(operation: u8) -> Option<u8> {
    match operation {
        0x02..=0x04 => Some(0x40),
        0x28..=0x3e => Some(b"23230011001122232301012"[usize::from(operation - 0x28)] - b'0'),
        _ => None,
    }
}

/// Moves the body of a function; `None` where it does not go on, or an operation is not known.
pub fn body(way: &mut impl Way) -> Option<()> {
    for _ in 0..way.number(LOCALS)? {
        way.numbers(LOCALS, 2)?;
    }
    let mut depth = 1_u32;
    while depth > 0 {
        let operation = way.operation()?;
        if let Some(byte) = usual(operation) {
            way.usual(byte)?;
        }
        match operation {
            0x02..=0x04 => depth += 1,
            0x0b => depth -= 1,
            0x0c | 0x0d => way.numbers(BRANCHES, 1)?,
            0x0e => {
                let count = way.number(OTHERS)?;
                way.numbers(OTHERS, count.checked_add(1)?)?;
            }
            0x10 => way.numbers(CALLS, 1)?,
            0x11 => way.numbers(OTHERS, 2)?,
            0x1c => {
                let count = way.number(OTHERS)?;
                way.numbers(OTHERS, count)?;
            }
            0x20..=0x22 => way.numbers(LOCAL + usize::from(operation - 0x20), 1)?,
            0x23..=0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => way.numbers(OTHERS, 1)?,
            0x28..=0x3e => way.numbers(OFFSETS + usize::from(operation >= 0x36), 1)?,
            0x41 => {
                let used = match way.next() {
                    0x10 | 0x20 | 0x41 | 0x42 => 1,
                    0x6a => 2,
                    0x36..=0x3e => 3,
                    _ => 0,
                };
                way.numbers(NUMBERS + used, 1)?;
            }
            0x42 => way.numbers(NUMBERS + 4, 1)?,
            0x43 | 0x44 => {
                for _ in 0..(operation - 0x42) * 4 {
                    way.byte(OTHERS)?;
                }
            }
            0xfc => {
                let count = match way.number(OPERATIONS)? {
                    0..=7 => 0,
                    9 | 11 | 13 | 15..=17 => 1,
                    8 | 10 | 12 | 14 => 2,
                    _ => return None,
                };
                way.numbers(OPERATIONS, count)?;
            }
            0x00 | 0x01 | 0x05 | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => {}
            _ => return None,
        }
    }
    Some(())
}

/// Streams on their way to be a wasm again.
struct Joiner<'a> {
    streams: &'a mut Streams<&'a [u8]>,
    out: Vec<u8>,
    spelt_out: bool,
}

impl Joiner<'_> {
    fn taken(&mut self, stream: usize) -> Option<u8> {
        let (byte, rest) = self.streams[stream].split_first()?;
        self.streams[stream] = rest;
        Some(*byte)
    }
}

impl Way for Joiner<'_> {
    fn operation(&mut self) -> Option<u8> {
        let mut operation = self.taken(OPERATIONS)?;
        self.spelt_out = operation == SPELT_OUT;
        if self.spelt_out {
            operation = self.taken(OPERATIONS)?;
        }
        self.out.push(operation);
        Some(operation)
    }

    fn byte(&mut self, stream: usize) -> Option<u8> {
        let byte = self.taken(stream)?;
        self.out.push(byte);
        Some(byte)
    }

    fn usual(&mut self, byte: u8) -> Option<()> {
        if self.spelt_out {
            return self.numbers(OPERATIONS, 1);
        }
        self.out.push(byte);
        Some(())
    }

    fn next(&self) -> u8 {
        let next = |at| self.streams[OPERATIONS].get(at).copied().unwrap_or(0);
        if next(0) == SPELT_OUT { next(1) } else { next(0) }
    }
}

/// Puts the wasm of some streams behind other bytes; `None` where they are not what a wasm was taken apart into.
pub fn join<'a>(streams: &'a mut Streams<&'a [u8]>, out: &mut Vec<u8>) -> Option<()> {
    out.extend_from_slice(streams[BEFORE]);
    let after = streams[AFTER];
    let mut joiner = Joiner { streams, out: Vec::new(), spelt_out: false };
    while !joiner.streams[OPERATIONS].is_empty() {
        joiner.out.clear();
        body(&mut joiner)?;
        let mut size = joiner.out.len();
        while size >= 0x80 {
            out.push(size as u8 | 0x80);
            size >>= 7;
        }
        out.push(size as u8);
        out.extend_from_slice(&joiner.out);
    }
    out.extend_from_slice(after);
    Some(())
}
