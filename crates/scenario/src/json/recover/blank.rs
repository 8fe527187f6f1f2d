//! What stands between tokens: white space, signs that cannot be seen, comments.

use super::super::super::error::Span;
use super::super::super::signs::{self, Meant};
use super::Reading;
use super::slips::Group;

impl Reading<'_, '_> {
    /// Passes over white space; over comments and signs that show as nothing with a slip each.
    pub(super) fn blank(&mut self) {
        loop {
            let from = self.now.at;
            match self.text.as_bytes().get(from) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.now.at += 1,
                Some(b'/' | b'#' | b'<') if self.comment() => {}
                Some(byte) if *byte < b' ' || *byte >= 0x7F => {
                    let Some(c) = self.peek() else { return };
                    let Some(sign) = signs::sign(c).filter(|sign| sign.meant == Meant::Space) else { return };
                    self.now.at += c.len_utf8();
                    self.slip_of(Group::Blank, Span::new(from, self.now.at), || {
                        let help =
                            "Take it out, or write a plain space. An editor can show it: search for it by its number.";
                        (format!("{}, which has no place in JSON.", signs::named(c, sign.name)), help.into())
                    });
                }
                _ => return,
            }
        }
    }

    /// Passes over a comment, where there is one.
    fn comment(&mut self) -> bool {
        let from = self.now.at;
        let rest = self.slice(from, self.text.len());
        let closed = [("/*", "*/"), ("<!--", "-->")].into_iter().find(|(open, _)| rest.starts_with(open));
        let line = || rest.find('\n').map_or(self.text.len(), |at| from + at);
        let end = match closed {
            Some((open, close)) => {
                let end = if self.now.endless { None } else { rest.get(open.len()..).and_then(|it| it.find(close)) };
                self.now.endless |= end.is_none();
                end.map_or_else(line, |end| from + open.len() + end + close.len())
            }
            None if rest.starts_with("//") || rest.starts_with('#') => line(),
            None => return false,
        };
        self.now.at = end;
        let shown = from + self.slice(from, end).trim_end().len();
        self.slip_of(Group::Comment, Span::new(from, shown), || {
            let help = "Take it out; notes for a facilitator go into the step's `facilitator`.";
            ("JSON has no comments.".into(), help.into())
        });
        true
    }
}
