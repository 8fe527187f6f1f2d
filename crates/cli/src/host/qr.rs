//! A QR code in a terminal.

use qrcodegen::{QrCode, QrCodeEcc};

/// The white around a code, in squares, without which readers do not find it.
const QUIET: i32 = 2;

/// Black on white, whatever the terminal's own colours are; and back to those.
const COLOURS: (&str, &str) = ("\x1b[38;5;16;48;5;231m", "\x1b[0m");

/// The code of a text, two rows of squares in each line; none where the text is too long for one. Without colours it is
/// drawn for a terminal that writes in light letters.
pub fn drawn(text: &str, colour: bool) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut drawn = String::new();
    let all = -QUIET..code.size() + QUIET;
    for y in all.clone().step_by(2) {
        drawn.push_str("    ");
        drawn.push_str(if colour { COLOURS.0 } else { "" });
        for x in all.clone() {
            // Without colours the white squares are drawn, and the black ones are the terminal's own.
            let (above, below) = (code.get_module(x, y) == colour, code.get_module(x, y + 1) == colour);
            drawn.push(match (above, below) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            });
        }
        drawn.push_str(if colour { COLOURS.1 } else { "" });
        drawn.push('\n');
    }
    Some(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader sees: true for black.
    fn seen(drawn: &str, colour: bool) -> Vec<Vec<bool>> {
        let plain = drawn.replace(COLOURS.0, "").replace(COLOURS.1, "");
        let mut rows = Vec::new();
        for line in plain.lines() {
            let signs: Vec<char> = line.chars().skip(4).collect();
            rows.push(signs.iter().map(|sign| matches!(sign, '█' | '▀') == colour).collect());
            rows.push(signs.iter().map(|sign| matches!(sign, '█' | '▄') == colour).collect());
        }
        rows
    }

    #[test]
    fn a_terminal_shows_the_squares_of_the_code() {
        let text = "http://192.168.178.123:8640/join/";
        let code = QrCode::encode_text(text, QrCodeEcc::Low).expect("a code");
        for colour in [true, false] {
            let rows = seen(&drawn(text, colour).expect("a code"), colour);
            for (y, row) in rows.iter().enumerate() {
                assert!(row.len() <= 76, "it fits in a terminal");
                for (x, black) in row.iter().enumerate() {
                    assert_eq!(*black, code.get_module(x as i32 - QUIET, y as i32 - QUIET), "{x} {y}");
                }
            }
        }
        assert_eq!(drawn(&"x".repeat(4_000), true), None);
    }
}
