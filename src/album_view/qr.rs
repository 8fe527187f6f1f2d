//! A result code as a picture that a phone reads.

use crate::share::Qr;
use crate::template::Data;

/// How large a square is drawn, in pixels.
const SQUARE: i32 = 7;

/// A code and its picture.
pub(super) struct Picture<'a> {
    code: &'a str,
    qr: Qr,
}

impl<'a> Picture<'a> {
    /// The picture of a code; `None` where it is longer than any code is.
    pub fn of(code: &'a str) -> Option<Self> {
        Some(Picture { code, qr: Qr::of(code)? })
    }
}

impl Data for Picture<'_> {
    fn text(&self, key: &str, _: &[usize]) -> String {
        match key {
            "code" => self.code.into(),
            "side" => self.qr.side.to_string(),
            "wide" => (self.qr.side * SQUARE).to_string(),
            "path" => self.qr.path.clone(),
            _ => String::new(),
        }
    }

    fn count(&self, _: &str, _: &[usize]) -> usize {
        0
    }

    fn holds(&self, _: &str, _: &[usize]) -> bool {
        false
    }
}
