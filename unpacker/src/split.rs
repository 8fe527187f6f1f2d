//! Taking a wasm apart, where it is packed.

use crate::wasm::{AFTER, BEFORE, OPERATIONS, SPELT_OUT, Streams, Way, body, join, usual};

/// The section that holds the code.
const CODE: u8 = 10;

/// A wasm on its way to be streams.
struct Splitter<'a> {
    wasm: &'a [u8],
    at: usize,
    streams: Streams<Vec<u8>>,
    spelt_out: bool,
}

impl Splitter<'_> {
    /// Whether the number at a place goes on behind its byte.
    fn goes_on(&self, at: usize) -> bool {
        self.wasm.get(at).is_some_and(|byte| *byte >= 0x80)
    }
}

impl Way for Splitter<'_> {
    fn operation(&mut self) -> Option<u8> {
        let operation = *self.wasm.get(self.at)?;
        self.spelt_out = usual(operation).is_some_and(|usual| self.wasm.get(self.at + 1) != Some(&usual));
        if self.spelt_out {
            self.streams[OPERATIONS].push(SPELT_OUT);
        }
        self.byte(OPERATIONS)
    }

    fn byte(&mut self, stream: usize) -> Option<u8> {
        let byte = *self.wasm.get(self.at)?;
        self.at += 1;
        self.streams[stream].push(byte);
        Some(byte)
    }

    fn usual(&mut self, _: u8) -> Option<()> {
        if self.spelt_out {
            return self.numbers(OPERATIONS, 1);
        }
        self.at += 1;
        Some(())
    }

    fn next(&self) -> u8 {
        let mut at = self.at;
        while self.goes_on(at) {
            at += 1;
        }
        self.wasm.get(at + 1).copied().unwrap_or(0)
    }
}

/// A number at a place of a wasm, and where it ends.
fn number(wasm: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let (mut number, mut bits) = (0, 0);
    loop {
        let byte = *wasm.get(at)?;
        number |= usize::from(byte & 0x7f).checked_shl(bits)?;
        (at, bits) = (at + 1, bits + 7);
        if byte < 0x80 {
            return Some((number, at));
        }
    }
}

/// Where the functions of a wasm begin, how many they are, and where they end.
fn code(wasm: &[u8]) -> Option<(usize, usize, usize)> {
    let mut at = wasm.starts_with(b"\0asm\x01\0\0\0").then_some(8)?;
    loop {
        let section = *wasm.get(at)?;
        let (size, start) = number(wasm, at + 1)?;
        at = start.checked_add(size)?;
        if section == CODE {
            let (count, start) = number(wasm, start)?;
            return Some((start, count, at));
        }
    }
}

/// The streams of a wasm; `None` where it is none, or one that would not come back as it was: one of operations that are
/// not known here, or of sizes that could be written shorter.
pub fn split(wasm: &[u8]) -> Option<Streams<Vec<u8>>> {
    let (start, count, end) = code(wasm)?;
    let mut splitter = Splitter { wasm: wasm.get(..end)?, at: start, streams: Default::default(), spelt_out: false };
    splitter.streams[BEFORE] = wasm[..start].to_vec();
    splitter.streams[AFTER] = wasm[end..].to_vec();
    for _ in 0..count {
        (_, splitter.at) = number(wasm, splitter.at)?;
        body(&mut splitter)?;
    }
    let streams = splitter.streams;
    let mut again = Vec::new();
    join(&mut streams.each_ref().map(Vec::as_slice), &mut again)?;
    (again == wasm).then_some(streams)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wasm with a function of these bytes.
    fn wasm(body: &[u8]) -> Vec<u8> {
        let size = body.len() as u8;
        [b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x0a", &[size + 2, 1, size][..], body, b"\x0b\x03\x01\x01\0"].concat()
    }

    /// The streams of a wasm that can be taken apart, joined again.
    fn joined(streams: &Streams<Vec<u8>>) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        join(&mut streams.each_ref().map(Vec::as_slice), &mut out)?;
        Some(out)
    }

    /// Of everything that has a stream, or stands beside an operation.
    const BODY: &[u8] = b"\x02\x02\x7f\x01\x7e\x02\x40\x03\x7f\x04\x05\x05\x0b\x0b\x0c\x01\x0d\x80\x00\x0e\x01\x00\x01\x0b\x10\x81\x02\
        \x11\x01\x00\x1c\x01\x7f\x20\x00\x21\x01\x22\x02\x23\x00\x24\x00\x28\x02\x04\x28\x00\x84\x80\x00\x37\x03\x08\x41\x7f\
        \x6a\x41\x80\x01\x28\x00\x00\x41\x01\x36\x02\x00\x42\x80\x7f\x43abcd\x44abcdefgh\xfc\x0a\x00\x00\xfc\x07\x41\x00\x41\x00\x1a\x0f\x0b";

    #[test]
    fn a_wasm_is_joined_as_it_was() {
        let wasm = wasm(BODY);
        let streams = split(&wasm).unwrap();
        assert_eq!(joined(&streams).unwrap(), wasm);
        assert!(streams.iter().all(|stream| !stream.is_empty()), "{streams:?}");
    }

    #[test]
    fn what_would_not_come_back_is_refused() {
        assert!(split(b"\0asm\x01\0\0\0").is_none(), "there is no code");
        assert!(split(&wasm(b"\0\x06\x0b")).is_none(), "an operation that nobody knows");
        assert!(split(&wasm(b"\0\x01")).is_none(), "a function that does not end");
        let mut longer = wasm(b"\0\x0b");
        let at = longer.iter().position(|byte| *byte == CODE).unwrap();
        longer.splice(at + 1..at + 4, [5, 1, 0x82, 0]);
        assert!(split(&longer).is_none(), "a size that could be written shorter");
    }

    #[test]
    fn streams_that_were_cut_short_or_changed_come_to_an_end() {
        let wasm = wasm(BODY);
        let streams = split(&wasm).unwrap();
        for (number, stream) in streams.iter().enumerate().take(AFTER).skip(1) {
            for at in 0..stream.len() {
                let mut cut = streams.clone();
                cut[number].truncate(at);
                assert_ne!(joined(&cut).as_ref(), Some(&wasm), "{number} {at}");
                for byte in 0..=255 {
                    let mut changed = streams.clone();
                    changed[number][at] = byte;
                    joined(&changed);
                }
            }
        }
    }

    /// Numbers that come in no order, the same every time.
    fn noise() -> impl FnMut(u32) -> u32 {
        let mut state = 1_u32;
        move |below| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        }
    }

    #[test]
    fn any_wasm_is_joined_as_it_was_or_refused() {
        let mut noise = noise();
        let mut taken_apart = 0;
        for _ in 0..20_000 {
            let mut body = vec![0];
            for _ in 0..noise(12) {
                // Operations, each with bytes that may be numbers, longer than they need be.
                body.push(noise(0xd3) as u8);
                body.extend((0..noise(4)).map(|_| [0, 1, 2, 0x40, 0x7f, 0x80, 0x81, 0xff][noise(8) as usize]));
            }
            body.push(0x0b);
            let wasm = wasm(&body);
            if let Some(streams) = split(&wasm) {
                assert_eq!(joined(&streams).unwrap(), wasm);
                taken_apart += 1;
            }
        }
        assert!(taken_apart > 500, "{taken_apart}");
    }
}
