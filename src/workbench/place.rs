//! From a byte of a text to the place that a browser counts: it counts in units of UTF-16.

/// How many bytes apart the counted places are: a place is found by counting on from the one before it.
const APART: usize = 256;

/// Counts a text's bytes in units of UTF-16, many times and quickly.
pub struct Units<'t> {
    text: &'t [u8],
    counted: Vec<u32>,
}

impl<'t> Units<'t> {
    /// Counts the text once.
    pub fn new(text: &'t [u8]) -> Self {
        let mut sum = 0;
        let counted = text.chunks(APART).map(|chunk| {
            let before = sum;
            sum += units(chunk);
            before
        });
        Units { text, counted: counted.collect() }
    }

    /// How many units stand before a byte; past the end, how many there are.
    pub fn at(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let block = byte / APART;
        match self.counted.get(block) {
            Some(before) => before + units(self.text.get(block * APART..byte).unwrap_or_default()),
            // The text ends where a block would begin.
            None => self.counted.last().map_or(0, |before| before + units(&self.text[(block - 1) * APART..byte])),
        }
    }
}

/// Every byte but the continuations of a character (10xxxxxx) begins one, and characters of four bytes take two units.
fn units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_that_a_browser_counts() {
        let text = "aå€🎩z".repeat(100);
        let counted = Units::new(text.as_bytes());
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let wanted = text[..byte].encode_utf16().count() as u32;
            assert_eq!(counted.at(byte as u32), wanted, "byte {byte}");
        }
        assert_eq!(counted.at(u32::MAX), counted.at(text.len() as u32));
        assert_eq!(Units::new(b"").at(7), 0);
        assert_eq!(Units::new(&[b'a'; 512]).at(512), 512);
    }
}
