//! The text of an address's path.

/// The text of an address's path; none where a `%` is not followed by two hex digits or the bytes are no text.
pub fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()?
            }
            byte => byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_bytes_becomes_text() {
        assert_eq!(decode("/a%20b/%C3%BC").as_deref(), Some("/a b/ü"));
        for bad in ["/%zz", "/%2", "/%", "/%ff"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
