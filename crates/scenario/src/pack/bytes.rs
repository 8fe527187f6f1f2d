//! Numbers and texts as a row of bytes. Numbers take seven bits a byte, the lowest first; texts stand behind their
//! length.

/// Writes a row of bytes.
#[derive(Default)]
pub struct Packer(Vec<u8>);

impl Packer {
    /// What was written.
    pub fn bytes(self) -> Vec<u8> {
        self.0
    }

    /// Up to 64 bits.
    pub fn flags(&mut self, mut flags: u64) {
        while flags > 0x7f {
            self.0.push(flags as u8 | 0x80);
            flags >>= 7;
        }
        self.0.push(flags as u8);
    }

    /// A number.
    pub fn number(&mut self, number: u32) {
        self.flags(u64::from(number));
    }

    /// A number that may be below zero: small ones stay small.
    pub fn signed(&mut self, number: i32) {
        self.number(((number << 1) ^ (number >> 31)) as u32);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.row(text.as_bytes());
    }

    /// A row of bytes: its length, then the row.
    pub fn row(&mut self, row: &[u8]) {
        self.flags(row.len() as u64);
        self.0.extend_from_slice(row);
    }

    /// A list: its length, then each of its items.
    pub fn each<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.flags(items.len() as u64);
        items.iter().for_each(|item| write(self, item));
    }
}

/// Reads a row of bytes. Past the end it reads zeros and empty texts, and [`Unpacker::is_done`] says so at the end.
pub struct Unpacker<'b> {
    rest: &'b [u8],
    short: bool,
}

impl<'b> Unpacker<'b> {
    /// Reads from the first byte.
    pub fn new(bytes: &'b [u8]) -> Self {
        Unpacker { rest: bytes, short: false }
    }

    /// Whether all has been read, and nothing was missing.
    pub fn is_done(&self) -> bool {
        self.rest.is_empty() && !self.short
    }

    /// Up to 64 bits.
    #[inline(never)]
    pub fn flags(&mut self) -> u64 {
        let mut flags = 0;
        for place in (0..64).step_by(7) {
            let Some((byte, rest)) = self.rest.split_first() else { break };
            self.rest = rest;
            flags |= u64::from(byte & 0x7f) << place;
            if byte & 0x80 == 0 {
                return flags;
            }
        }
        self.short = true;
        0
    }

    /// A number.
    #[inline(never)]
    pub fn number(&mut self) -> u32 {
        self.flags() as u32
    }

    /// A number that may be below zero.
    #[inline(never)]
    pub fn signed(&mut self) -> i32 {
        let number = self.number();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self) -> &'b str {
        let length = self.flags() as usize;
        let text = self.rest.get(..length).and_then(|text| std::str::from_utf8(text).ok());
        self.short |= text.is_none();
        self.rest = self.rest.get(length..).unwrap_or_default();
        text.unwrap_or_default()
    }

    /// A row of bytes.
    pub fn row(&mut self) -> &'b [u8] {
        let length = self.flags() as usize;
        let row = self.rest.get(..length);
        self.short |= row.is_none();
        self.rest = self.rest.get(length..).unwrap_or_default();
        row.unwrap_or_default()
    }

    /// A list, each item read by the same function; `None` where one is none, or the list is longer than the row.
    pub fn each<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.flags() as usize;
        if count > self.rest.len() {
            return None;
        }
        // No room is made for items that a row only says it has, and none is read past its end.
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(read(self)?);
            if self.short {
                return None;
            }
        }
        Some(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut to = Packer::default();
        let numbers = [0, 1, -1, 63, 64, -64, -65, 1000, -1000, i32::MAX, i32::MIN];
        numbers.iter().for_each(|number| to.signed(*number));
        to.flags(u64::MAX);
        to.text("åäö");
        to.row(&[0xFF, 0]);
        to.each(&[7, 8], |to, item| to.number(*item));
        let bytes = to.bytes();
        let mut from = Unpacker::new(&bytes);
        numbers.iter().for_each(|number| assert_eq!(from.signed(), *number));
        assert_eq!((from.flags(), from.text(), from.row()), (u64::MAX, "åäö", &[0xFF, 0][..]));
        assert_eq!(from.each(|from| Some(from.number())), Some(vec![7, 8]));
        assert!(from.is_done());
    }

    #[test]
    fn past_the_end_nothing_is_there() {
        let mut from = Unpacker::new(&[0x80]);
        assert_eq!((from.number(), from.text()), (0, ""));
        assert!(!from.is_done());
        assert_eq!(Unpacker::new(&[200, 1]).each(|_| Some(())), None, "a length no row can hold");
    }
}
