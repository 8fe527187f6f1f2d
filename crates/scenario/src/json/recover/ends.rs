//! Where a text may end that does not end as JSON says.

use super::slips::Group;
use super::texts::Of;
use super::{AGAIN, MISFIT, Reading, SLIP, Token, quote, token};

/// A place where a text may end, and what is then wrong with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    /// The place after the text's last character.
    pub to: usize,
    /// The place from which reading goes on.
    pub after: usize,
    /// The mark that closes it; `None` where it is missing.
    pub closer: Option<char>,
    /// How many quotation marks of JSON stand inside of it.
    pub stray: u32,
    /// Where the first of them stands.
    pub first: usize,
    /// How many lines end inside of it.
    pub breaks: u32,
    /// How many keys seem to stand inside of it.
    pub keys: u32,
    /// Whether what follows is what may follow a text.
    pub follows: bool,
}

impl End {
    /// At a place where nothing closes it.
    pub fn unclosed(at: usize) -> Self {
        End { to: at, after: at, closer: None, stray: 0, first: 0, breaks: 0, keys: 0, follows: true }
    }
}

/// How far a text is looked through, in bytes.
const FAR: usize = 8192;
/// How many lines.
const LINES: u32 = 6;
/// How many ends are compared.
const MOST: usize = 14;

impl Reading<'_, '_> {
    /// The places where a text may end that begins at a place, after a mark or without one.
    pub(super) fn ends(&self, from: usize, opener: Option<char>, of: Of) -> Vec<End> {
        let mut found = Vec::new();
        let mut end = End::unclosed(from);
        let mut escaped = false;
        let mut passed = 0;
        for (at, c) in self.slice(from, self.text.len()).char_indices() {
            passed = at;
            if at > FAR || found.len() >= MOST {
                break;
            }
            let here = from + at;
            if std::mem::take(&mut escaped) {
                continue;
            }
            if c == '\n' {
                if end.breaks == 0 {
                    self.unclosed(from, here, end, &mut found);
                }
                end.breaks += 1;
                if opener.is_none() || end.breaks > LINES {
                    break;
                }
                continue;
            }
            escaped = c == '\\' && opener.is_some();
            let Some(double) = quote(c) else {
                if end.breaks == 0 && end.stray == 0 && self.may_be_unclosed(here, c, of) {
                    let to = from + self.slice(from, here).trim_end().len();
                    found.push(End { to, after: to, ..end });
                }
                continue;
            };
            let after = here + c.len_utf8();
            let closes = c == '"' || opener.is_none_or(|opener| quote(opener) == Some(double));
            let follows = closes && self.follows(after, of);
            if follows || c == '"' && opener == Some('"') && end.stray == 0 && end.breaks == 0 {
                found.push(End { to: here, after, closer: Some(c), follows, ..end });
            }
            if c == '"' || opener.is_some_and(|opener| opener != '"' && closes) {
                if end.stray == 0 {
                    end.first = here;
                }
                end.stray += 1;
                end.keys += u32::from(self.is_whole_key(here));
            }
        }
        self.pay(passed * 2);
        if end.breaks == 0 {
            let to = from + passed + self.char_at(from + passed).map_or(0, char::len_utf8);
            self.unclosed(from, to.min(self.text.len()), end, &mut found);
        }
        found
    }

    /// The ends of a text whose closing mark is missing, at the end of its line.
    fn unclosed(&self, from: usize, line_end: usize, end: End, found: &mut Vec<End>) {
        let line = self.slice(from, line_end).trim_end();
        let mut put = |to: usize| found.push(End { to, after: to, ..end });
        put(from + line.len());
        if let Some(line) = line.strip_suffix(',') {
            put(from + line.trim_end().len());
        }
    }

    /// Whether a text whose closing mark is missing may end before a sign.
    fn may_be_unclosed(&self, at: usize, c: char, of: Of) -> bool {
        let next = || self.past_blank(at + c.len_utf8());
        match (token(c), of) {
            (Token::Colon, Of::Key) => true,
            (Token::Comma, Of::Value) => self.is_key(next()),
            (Token::Comma, Of::Item) => self.char_at(next()).is_some_and(|c| c == '{' || quote(c) == Some(true)),
            (Token::Close(_), Of::Value | Of::Item) => {
                self.char_at(next()).is_none_or(|c| matches!(token(c), Token::Close(_) | Token::Comma))
            }
            _ => false,
        }
    }

    /// What an end costs by itself.
    pub(super) fn cost_of(&self, end: &End, opener: Option<char>) -> u32 {
        let odd = |group: Group| if self.has_seen(group) { AGAIN } else { SLIP };
        let group = |c: char| if quote(c) == Some(true) { Group::Quote } else { Group::Single };
        let each = |count: u32, first: u32, more: u32| if count == 0 { 0 } else { first + more * (count - 1) };
        let straight = opener == Some('"');
        let marks = match (opener, end.closer) {
            (None, _) | (_, None) => SLIP,
            (Some('"'), Some('"')) => 0,
            (Some('"'), Some(closer)) => odd(group(closer)),
            (Some(opener), Some(closer)) => {
                odd(group(opener)) + u32::from(quote(opener) != quote(closer) || closer == '"')
            }
        };
        let stray = if straight { each(end.stray, SLIP, SLIP / 2) } else { 3 * end.stray };
        marks + stray + each(end.breaks, SLIP, SLIP / 3) + 15 * end.keys + if end.follows { 0 } else { MISFIT }
    }

    /// Whether what comes at a place may follow a text.
    pub(super) fn follows(&self, at: usize, of: Of) -> bool {
        let next = self.past_blank(at);
        let new_line = self.slice(at, next).contains('\n');
        let Some(c) = self.char_at(next) else { return true };
        let token = token(c);
        let behind = || self.past_blank(next + c.len_utf8());
        match of {
            Of::Key => matches!(token, Token::Colon),
            _ if c == ')' => {
                // In prose a bracket is closed after a quotation far more often than here.
                self.slice(next + 1, behind()).contains('\n') || matches!(self.char_at(behind()), None | Some(','))
            }
            _ if matches!(token, Token::Close(_)) => true,
            _ if matches!(token, Token::Comma) => {
                let behind = behind();
                let new_line = self.slice(next + c.len_utf8(), behind).contains('\n');
                let Some(second) = self.char_at(behind) else { return true };
                new_line
                    || c == second
                    || matches!(super::token(second), Token::Close(_))
                    || self.begins(behind, second, of)
            }
            Of::Value => (new_line || quote(c).is_some()) && self.is_key(next),
            Of::Item => new_line && self.begins(next, c, of),
        }
    }

    /// Whether a member or an item may begin at a place.
    fn begins(&self, at: usize, c: char, of: Of) -> bool {
        match of {
            Of::Item => quote(c).is_some() || matches!(token(c), Token::Open(_)),
            _ => self.is_key(at),
        }
    }

    /// Whether a key and its colon seem to stand at a place.
    pub(super) fn is_key(&self, at: usize) -> bool {
        let Some(c) = self.char_at(at) else { return false };
        let opened = quote(c).is_some();
        if !opened && !c.is_alphabetic() && c != '$' {
            return false;
        }
        let mut word = false;
        let mut done = false;
        for c in self.slice(if opened { at + c.len_utf8() } else { at }, self.text.len()).chars().take(72) {
            match token(c) {
                Token::Quote if word && !done => done = true,
                Token::Colon => return word,
                _ if c == ' ' => done = true,
                Token::Bare if !done && (c.is_alphanumeric() || "-_$".contains(c)) => word = true,
                _ => return false,
            }
        }
        false
    }

    /// Whether a key stands at a place as JSON has it, whatever its marks are.
    fn is_whole_key(&self, at: usize) -> bool {
        let next = |at: usize| self.char_at(at).map(|c| (c, at + c.len_utf8()));
        let Some((mark, from)) = next(at) else { return false };
        let word = self.slice(from, self.text.len()).chars().take(72);
        let length: usize = word.take_while(|c| c.is_alphanumeric() || "-_$".contains(*c)).map(char::len_utf8).sum();
        let closed = next(from + length).filter(|(c, _)| quote(*c).is_some());
        quote(mark).is_some() && length > 0 && closed.is_some_and(|(_, at)| self.follows(at, Of::Key))
    }
}
