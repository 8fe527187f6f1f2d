//! QR codes as drawings.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// The white around a QR code, in squares, without which readers do not find it.
const QUIET: i32 = 4;

/// A QR code, ready to be drawn in black on white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// The side of the drawing, in squares, the white around it included.
    pub side: i32,
    /// The black squares as SVG path data: a rectangle for each row of neighbours.
    pub path: String,
}

impl Qr {
    /// The QR code of a text, readable with a sixth of it hidden; `None` where the text is too long for any.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let from = x;
                while code.get_module(x, y) {
                    x += 1;
                }
                if x > from {
                    // Writing to a string does not fail.
                    let _ = write!(path, "M{} {}h{}v1h-{}z", from + QUIET, y + QUIET, x - from, x - from);
                }
                x += 1;
            }
        }
        Some(Qr { side: code.size() + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The squares that a path draws.
    fn squares(qr: &Qr) -> Vec<Vec<bool>> {
        let side = qr.side as usize;
        let mut squares = vec![vec![false; side]; side];
        for run in qr.path.split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let [x, y, wide, 1, _] = numbers[..] else { panic!("{run}") };
            squares[y][x..x + wide].fill(true);
        }
        squares
    }

    #[test]
    fn the_drawing_has_the_squares_of_the_code_and_white_around_it() {
        let text = "K3V80TQ2M4ZP";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let qr = Qr::of(text).unwrap();
        assert_eq!(qr.side, code.size() + 8);
        for (y, row) in squares(&qr).iter().enumerate() {
            for (x, black) in row.iter().enumerate() {
                assert_eq!(*black, code.get_module(x as i32 - 4, y as i32 - 4), "{x} {y}");
            }
        }
    }

    #[test]
    fn a_result_code_makes_a_small_picture_and_a_novel_makes_none() {
        assert!(Qr::of("K3V80TQ2M4ZP").unwrap().side <= 29);
        assert!(Qr::of("https://example.org/two-hats/#/code/K3V80TQ2M4ZP").is_some());
        assert_eq!(Qr::of(&"x".repeat(4000)), None);
    }
}
