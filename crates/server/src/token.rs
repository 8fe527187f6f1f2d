//! The facilitator's token: 128 bits by chance, in the address that is opened on this device and nowhere else.

use std::fmt;

/// The facilitator's token, as 32 hex digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one; none where the system has no chance to give.
    pub fn new() -> Option<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).ok()?;
        Some(Token(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// Whether a text is the token. How long this takes says nothing of how much of it is right.
    pub fn is(&self, text: &[u8]) -> bool {
        let differs = self.0.bytes().zip(text).fold(0, |differs, (one, other)| differs | (one ^ other));
        text.len() == self.0.len() && differs == 0
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A token is in no trace.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_itself_alone() {
        let (token, other) = (Token::new().expect("chance"), Token::new().expect("chance"));
        let text = token.to_string();
        assert!(text.len() == 32 && token.is(text.as_bytes()) && !other.is(text.as_bytes()));
        for at in 0..text.len() {
            assert!(!token.is(&text.as_bytes()[..at]));
        }
        assert!(!token.is(format!("{text}0").as_bytes()) && !token.is(b""));
    }
}
