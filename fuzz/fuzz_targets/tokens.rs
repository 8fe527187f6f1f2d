//! Changes a JSON text by its words, signs and values: one is doubled, dropped, moved, or put in another's place.

/// Numbers by chance, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn up_to(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % count.max(1) as u64) as usize
    }
}

/// What is put in now and then.
const ODD: [&[u8]; 14] = [
    b"null",
    b"true",
    b"-0",
    b"1e308",
    b"1000",
    b"-1001",
    b"9223372036854775807",
    b"\"end\"",
    b"\"\"",
    b"\"\\ud800\"",
    b"\"\\u0000\"",
    b"[]",
    b"{}",
    b"\"\xE2\x80\xAE\"",
];

/// A text with one to three changes; empty where there is nothing to change.
pub fn changed(text: &[u8], seed: u32) -> Vec<u8> {
    let mut chance = Chance(u64::from(seed) << 17 | 1);
    let mut tokens = split(text);
    for _ in 0..1 + chance.up_to(3) {
        if tokens.is_empty() {
            break;
        }
        let (one, other) = (chance.up_to(tokens.len()), chance.up_to(tokens.len()));
        match chance.up_to(8) {
            0 => {
                tokens.remove(one);
            }
            1 => tokens.insert(one, tokens[other]),
            2 => tokens.swap(one, other),
            3 => tokens[one] = ODD[chance.up_to(ODD.len())],
            4 | 5 => tokens[one] = tokens[other],
            _ => {
                // A whole value, from its opening bracket to its closing one.
                let (from, to) = value(&tokens, one);
                let piece = tokens[from..to].to_vec();
                let (from, to) = value(&tokens, other);
                tokens.splice(from..to, piece);
            }
        }
    }
    tokens.concat()
}

/// The value that begins at a token.
fn value(tokens: &[&[u8]], from: usize) -> (usize, usize) {
    let mut open = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token {
            [b'{' | b'['] => open += 1,
            [b'}' | b']'] => open = open.saturating_sub(1),
            _ => {}
        }
        if open == 0 {
            return (from, at + 1);
        }
    }
    (from, tokens.len())
}

/// A text cut into signs, texts in quotes, and what stands between.
fn split(text: &[u8]) -> Vec<&[u8]> {
    let mut tokens = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let length = match text[from] {
            b'"' => quoted(&text[from..]),
            b'{' | b'}' | b'[' | b']' | b':' | b',' => 1,
            _ => text[from..].iter().position(|byte| b"\"{}[]:,".contains(byte)).unwrap_or(text.len() - from),
        };
        tokens.push(&text[from..from + length]);
        from += length;
    }
    tokens
}

fn quoted(text: &[u8]) -> usize {
    let mut at = 1;
    while at < text.len() {
        match text[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}
