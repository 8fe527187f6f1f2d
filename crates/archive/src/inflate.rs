//! Deflate, undone: RFC 1951.

/// What a row of deflated bytes holds: exactly `size` bytes, and nothing after it; `None` where that is not so. No room is made
/// for more than is there.
pub fn inflate(bytes: &[u8], size: usize) -> Option<Vec<u8>> {
    let mut from = Bits { bytes, at: 0, held: 0, count: 0 };
    let mut out = Vec::new();
    loop {
        let last = from.take(1)?;
        match from.take(2)? {
            0 => from.stored(&mut out, size)?,
            1 => {
                let (lengths, distances) = fixed()?;
                block(&mut from, &lengths, &distances, &mut out, size)?;
            }
            2 => {
                let (lengths, distances) = dynamic(&mut from)?;
                block(&mut from, &lengths, &distances, &mut out, size)?;
            }
            _ => return None,
        }
        if last == 1 {
            return (out.len() == size && from.is_done()).then_some(out);
        }
    }
}

/// Bits of a row of bytes, the lowest of each byte first.
struct Bits<'b> {
    bytes: &'b [u8],
    at: usize,
    held: u32,
    count: u32,
}

impl Bits<'_> {
    /// The next bits as a number, the first the lowest; up to 16.
    fn take(&mut self, count: u32) -> Option<u32> {
        while self.count < count {
            self.held |= u32::from(*self.bytes.get(self.at)?) << self.count;
            self.at += 1;
            self.count += 8;
        }
        let bits = self.held & ((1 << count) - 1);
        self.held >>= count;
        self.count -= count;
        Some(bits)
    }

    /// Whether nothing but the rest of a byte is left.
    fn is_done(&self) -> bool {
        self.at == self.bytes.len() && self.count < 8
    }

    /// A block that is not made smaller.
    fn stored(&mut self, out: &mut Vec<u8>, size: usize) -> Option<()> {
        // Whole bytes that are held already go back.
        self.at -= (self.count / 8) as usize;
        (self.held, self.count) = (0, 0);
        let length = self.take(16)?;
        let again = self.take(16)?;
        let part = self.bytes.get(self.at..self.at + length as usize)?;
        if length != !again & 0xffff || out.len() + part.len() > size {
            return None;
        }
        out.extend_from_slice(part);
        self.at += part.len();
        Some(())
    }
}

/// The longest that a code may be, in bits.
const LONGEST: usize = 15;

/// A Huffman code: how many codes there are of each length, and what they stand for in their order.
struct Code {
    counts: [u16; LONGEST + 1],
    symbols: Vec<u16>,
}

impl Code {
    /// The code whose symbols' codes have these lengths, 0 for none; `None` where there are more than bits can tell apart.
    fn new(lengths: &[u8]) -> Option<Self> {
        let mut counts = [0_u16; LONGEST + 1];
        for length in lengths {
            *counts.get_mut(usize::from(*length))? += 1;
        }
        counts[0] = 0;
        let mut left = 1_i32;
        let mut starts = [0_usize; LONGEST + 2];
        for length in 1..=LONGEST {
            left = left * 2 - i32::from(counts[length]);
            if left < 0 {
                return None;
            }
            starts[length + 1] = starts[length] + usize::from(counts[length]);
        }
        let mut symbols = vec![0; starts[LONGEST + 1]];
        for (symbol, length) in (0_u16..).zip(lengths).filter(|(_, length)| **length > 0) {
            let place = &mut starts[usize::from(*length)];
            *symbols.get_mut(*place)? = symbol;
            *place += 1;
        }
        Some(Code { counts, symbols })
    }

    /// The next symbol. A code that stands for nothing is none.
    fn next(&self, from: &mut Bits<'_>) -> Option<u16> {
        let (mut code, mut first, mut index) = (0_i32, 0_i32, 0_i32);
        for count in &self.counts[1..] {
            code |= from.take(1)? as i32;
            let count = i32::from(*count);
            if code - count < first {
                return self.symbols.get((index + code - first) as usize).copied();
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}

/// The codes of a block that brings none.
fn fixed() -> Option<(Code, Code)> {
    let length = |symbol| match symbol {
        0..144 => 8,
        144..256 => 9,
        256..280 => 7,
        _ => 8,
    };
    let lengths: Vec<u8> = (0..288).map(length).collect();
    Some((Code::new(&lengths)?, Code::new(&[5; 30])?))
}

/// In which order the lengths of the lengths' code stand.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// The codes that a block brings.
fn dynamic(from: &mut Bits<'_>) -> Option<(Code, Code)> {
    let (literals, distances, count) = (from.take(5)? + 257, from.take(5)? + 1, from.take(4)? + 4);
    if literals > 286 || distances > 30 {
        return None;
    }
    let mut lengths = [0; 19];
    for place in &ORDER[..count as usize] {
        lengths[*place] = from.take(3)? as u8;
    }
    let code = Code::new(&lengths)?;
    let (literals, all) = (literals as usize, (literals + distances) as usize);
    let mut lengths: Vec<u8> = Vec::with_capacity(all);
    while lengths.len() < all {
        let (length, times) = match code.next(from)? {
            length @ 0..16 => (length as u8, 1),
            16 => (*lengths.last()?, 3 + from.take(2)?),
            17 => (0, 3 + from.take(3)?),
            _ => (0, 11 + from.take(7)?),
        };
        lengths.extend(std::iter::repeat_n(length, times as usize));
    }
    // Without a code for its end a block has none.
    if lengths.len() > all || lengths[256] == 0 {
        return None;
    }
    Some((Code::new(&lengths[..literals])?, Code::new(&lengths[literals..])?))
}

/// The shortest length of each kind, and how many bits follow; then the same of distances.
const LENGTHS: [(u16, u8); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];
const DISTANCES: [(u16, u8); 30] = [
    (1, 0),
    (2, 0),
    (3, 0),
    (4, 0),
    (5, 1),
    (7, 1),
    (9, 2),
    (13, 2),
    (17, 3),
    (25, 3),
    (33, 4),
    (49, 4),
    (65, 5),
    (97, 5),
    (129, 6),
    (193, 6),
    (257, 7),
    (385, 7),
    (513, 8),
    (769, 8),
    (1025, 9),
    (1537, 9),
    (2049, 10),
    (3073, 10),
    (4097, 11),
    (6145, 11),
    (8193, 12),
    (12289, 12),
    (16385, 13),
    (24577, 13),
];

/// A block of bytes, and of what stood before.
fn block(from: &mut Bits<'_>, lengths: &Code, distances: &Code, out: &mut Vec<u8>, size: usize) -> Option<()> {
    loop {
        let symbol = lengths.next(from)?;
        if let Ok(byte) = u8::try_from(symbol) {
            if out.len() == size {
                return None;
            }
            out.push(byte);
            continue;
        }
        if symbol == 256 {
            return Some(());
        }
        let mut number = |(least, bits): (u16, u8)| Some((u32::from(least) + from.take(u32::from(bits))?) as usize);
        let length = number(*LENGTHS.get(usize::from(symbol) - 257)?)?;
        let kind = distances.next(from)?;
        let mut number = |(least, bits): (u16, u8)| Some((u32::from(least) + from.take(u32::from(bits))?) as usize);
        let distance = number(*DISTANCES.get(usize::from(kind))?)?;
        let start = out.len().checked_sub(distance)?;
        if out.len() + length > size {
            return None;
        }
        for at in start..start + length {
            out.push(*out.get(at)?);
        }
    }
}
