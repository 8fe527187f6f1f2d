//! A result code as a picture that a phone reads: the address of its debrief, where the game has one that others can
//! open, and else the code itself.

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
    /// The picture of a code, and the link to its debrief; `None` where both are longer than any are.
    pub fn of(code: &'a str, link: &str) -> Option<Self> {
        let leads = link.starts_with("http:") || link.starts_with("https:");
        let qr = leads.then(|| Qr::of(link)).flatten().or_else(|| Qr::of(code))?;
        Some(Picture { code, qr })
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
