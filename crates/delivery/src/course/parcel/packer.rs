//! Packs pieces of files as the `unpacker` reads them.
//!
//! LZMA finds what repeats. Its choices are heard as they are read back, and written once more: in digits that a page leaves
//! as they are, and by better guesses of how likely each choice is.

use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::{self, Write};
use unpacker::digits::{BASE, FULL, LEAST, OTHERS};
use unpacker::lz::{Choices, Guess, places, unpack};

/// How many bits of the byte before may choose how a byte is packed.
const CONTEXTS: std::ops::RangeInclusive<u32> = 0..=4;

/// What writes choices in digits.
#[derive(Clone)]
pub(super) struct Packer {
    digits: Vec<u8>,
    /// Where in the range the choices lie, with what goes over to the digits before.
    low: u64,
    range: u32,
}

impl Default for Packer {
    fn default() -> Self {
        Self { digits: Vec::new(), low: 0, range: FULL }
    }
}

impl Packer {
    /// Packs bytes as they are, where there are any.
    pub(super) fn plain(&mut self, bytes: &[u8]) -> Option<()> {
        if bytes.is_empty() {
            return Some(());
        }
        self.number(0, unpacker::BITS[2]);
        self.piece(bytes)
    }

    /// Packs a wasm; `None` where it is none, or of what is not known here.
    pub(super) fn wasm(&mut self, wasm: &[u8]) -> Option<()> {
        self.number(1, unpacker::BITS[2]);
        unpacker::split(wasm)?.iter().try_for_each(|stream| self.piece(stream))
    }

    /// Packs a piece in the way that makes the least of it.
    fn piece(&mut self, bytes: &[u8]) -> Option<()> {
        let [context, size, _] = unpacker::BITS;
        let length = u32::try_from(bytes.len()).ok().filter(|length| *length < 1 << size)?;
        let ways = CONTEXTS.map(|bits| {
            let mut packer = self.clone();
            packer.number(bits, context);
            packer.number(length, size);
            packer.pack(bytes, bits)?;
            Some(packer)
        });
        *self = ways.flatten().min_by_key(|packer| packer.digits.len())?;
        Some(())
    }

    fn pack(&mut self, bytes: &[u8], context: u32) -> Option<()> {
        let packed = packed(bytes, context).ok()?;
        let guesses = vec![Guess::NEW; places(context)];
        let mut listener = Listener { packer: self, packed: packed.iter(), range: 0, code: 0, odds: vec![], guesses };
        listener.begin(context);
        let mut again = Vec::new();
        unpack(&mut listener, context, bytes.len(), &mut again)?;
        (again == bytes).then_some(())
    }

    fn number(&mut self, number: u32, bits: u32) {
        for bit in (0..bits).rev() {
            self.choice(self.range >> 1, (number >> bit & 1) as usize);
        }
    }

    /// Writes which of two is chosen, of which the first has `part` of the range.
    fn choice(&mut self, part: u32, choice: usize) {
        if choice == 0 {
            self.range = part;
        } else {
            self.low += u64::from(part);
            self.range -= part;
        }
        while self.range < LEAST {
            self.range *= BASE;
            self.digit();
        }
    }

    /// Writes the first digit of where the choices lie.
    fn digit(&mut self) {
        let least = u64::from(LEAST);
        let mut digit = (self.low / least) as u32;
        self.low = self.low % least * u64::from(BASE);
        if digit >= BASE {
            digit -= BASE;
            for before in self.digits.iter_mut().rev() {
                *before = (*before + 1) % BASE as u8;
                if *before > 0 {
                    break;
                }
            }
        }
        self.digits.push(digit as u8);
    }

    /// The digits, as the bytes that stand for them.
    pub(super) fn done(mut self) -> Vec<u8> {
        for _ in 0..4 {
            self.digit();
        }
        let bytes: Vec<u8> = (0..=u8::MAX).filter(|byte| !OTHERS.contains(byte)).collect();
        self.digits.into_iter().map(|digit| bytes[usize::from(digit)]).collect()
    }
}

/// Bytes packed by LZMA, without the header that says how.
fn packed(plain: &[u8], context: u32) -> io::Result<Vec<u8>> {
    let size = u32::try_from(plain.len()).unwrap_or(u32::MAX).max(1 << 16);
    let mut options = LzmaOptions::with_preset(9);
    (options.dict_size, options.lc, options.lp, options.pb) = (size, context, 0, 0);
    (options.nice_len, options.depth_limit) = (LzmaOptions::NICE_LEN_MAX, 1024);
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(plain)?;
    writer.finish()
}

/// What hears the choices of LZMA, and has them written.
struct Listener<'a> {
    packer: &'a mut Packer,
    packed: std::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
    /// How likely the first of two is to LZMA, in 2048ths.
    odds: Vec<u32>,
    guesses: Vec<Guess>,
}

impl Listener<'_> {
    fn begin(&mut self, context: u32) {
        self.odds = vec![1 << 10; places(context)];
        self.range = u32::MAX;
        // The first byte says nothing.
        self.packed.next();
        for _ in 0..4 {
            self.byte();
        }
    }

    fn byte(&mut self) {
        self.code = self.code << 8 | u32::from(*self.packed.next().unwrap_or(&0));
    }

    fn heard(&mut self, part: u32) -> usize {
        let choice = usize::from(self.code >= part);
        if choice == 0 {
            self.range = part;
        } else {
            self.range -= part;
            self.code -= part;
        }
        choice
    }

    /// Reads on where LZMA does: before a choice.
    fn fill(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.byte();
        }
    }
}

impl Choices for Listener<'_> {
    fn at(&mut self, place: usize) -> usize {
        self.fill();
        let odds = self.odds[place];
        let choice = self.heard((self.range >> 11) * odds);
        self.odds[place] = if choice == 0 { odds + ((2048 - odds) >> 5) } else { odds - (odds >> 5) };
        let guess = &mut self.guesses[place];
        self.packer.choice(guess.part(self.packer.range), choice);
        guess.learn(choice);
        choice
    }

    fn even(&mut self) -> usize {
        self.fill();
        self.range >>= 1;
        let choice = usize::from(self.code >= self.range);
        if choice == 1 {
            self.code -= self.range;
        }
        self.packer.choice(self.packer.range >> 1, choice);
        choice
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_packed_comes_back(parts in prop::collection::vec((0..4_usize, 1..300_usize), 0..20)) {
            let words = [&b"Two hats "[..], b"hang on one hook. ", &[0], &[255, 0, 61, 60]];
            let plain: Vec<u8> = parts.iter().flat_map(|(word, times)| words[*word].repeat(*times)).collect();
            let mut packer = Packer::default();
            packer.plain(&plain).unwrap();
            let packed = packer.done();
            prop_assert!(!packed.iter().any(|byte| OTHERS.contains(byte)));
            prop_assert_eq!(unpacker::unpack(&packed, plain.len()), Some(plain));
        }
    }

    #[test]
    fn what_was_cut_short_is_refused() {
        let plain = b"Two hats hang on one hook. ".repeat(400);
        let mut packer = Packer::default();
        packer.plain(&plain).unwrap();
        let packed = packer.done();
        for length in 0..packed.len() - 4 {
            assert_eq!(unpacker::unpack(&packed[..length], plain.len()), None, "{length}");
        }
        assert_eq!(unpacker::unpack(&packed, plain.len() + 1), None);
    }
}
