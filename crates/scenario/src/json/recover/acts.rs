//! The ways to go on where brackets do not fit, and which of them is taken.

use super::super::super::error::Span;
use super::frame::{Frame, Member, Place, What, fits, inner, member};
use super::{AHEAD, MISFIT, Reading, SLIP};
use super::{Token, token};

/// A way to go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Act {
    /// Takes what stands here as it is.
    Accept,
    /// Goes into a container as its bracket says, though another kind of value should stand here.
    Enter(bool),
    /// Goes into a container of the other kind: its bracket is wrong.
    Turned(bool),
    /// The innermost container is of the other kind: its bracket was wrong.
    Flip,
    /// The closing bracket under the cursor is wrong.
    Replace,
    /// So many closing brackets are missing before this.
    Insert(usize),
    /// A closing bracket is missing before the last item, which is a key.
    InsertBefore,
    /// The bracket that closed the last container was one too many.
    Reopen,
    /// The sign under the cursor is one too many.
    Skip,
    /// A value is missing before this.
    NoValue,
    /// The file's value is complete, and there is more.
    Stop,
}

impl Act {
    /// What it costs by itself, as far as that is known before.
    fn cost(self) -> u32 {
        match self {
            Act::Accept | Act::Enter(_) => MISFIT,
            Act::Insert(count) => SLIP * count as u32,
            Act::Stop => 2 * SLIP,
            _ => SLIP,
        }
    }
}

impl<'a> Reading<'a, '_> {
    /// A reading from here that only tries.
    pub(super) fn trial(&self) -> Reading<'a, '_> {
        Reading { text: self.text, nesting: self.nesting, now: self.now.clone(), made: None, budget: self.budget }
    }

    /// What a trial costs up to a place, or as soon as it is more than so much.
    pub(super) fn follow(&self, trial: &mut Reading<'_, '_>, to: usize, most: u32) -> u32 {
        let from = self.now.at;
        let before = self.now.cost;
        while trial.now.at < to && trial.now.cost - before <= most && trial.step() {}
        self.pay(trial.now.at.saturating_sub(from) + 64);
        trial.now.cost - before
    }

    /// Takes the way that makes the fewest slips of what follows. False where the reading is at its end.
    pub(super) fn decide(&mut self, acts: &[Act]) -> bool {
        let best = self.best(acts);
        self.act(best);
        best != Act::Stop
    }

    pub(super) fn best(&self, acts: &[Act]) -> Act {
        let first = acts.first().copied().unwrap_or(Act::Skip);
        if acts.len() < 2 {
            return first;
        }
        let cheapest = || acts.iter().copied().min_by_key(|act| act.cost()).unwrap_or(first);
        if self.tries() || !self.pay(64) {
            return cheapest();
        }
        let to = self.now.at + AHEAD;
        let mut best = (u32::MAX, first);
        for act in acts {
            let mut trial = self.trial();
            trial.act(*act);
            let cost = if *act == Act::Stop { act.cost() } else { self.follow(&mut trial, to, best.0) };
            if cost < best.0 {
                best = (cost, *act);
            }
        }
        best.1
    }

    pub(super) fn act(&mut self, act: Act) {
        match act {
            Act::Accept => self.now.cost += MISFIT,
            Act::Enter(object) => self.enter(object),
            Act::Turned(object) => {
                let from = self.now.at;
                self.enter(!object);
                self.wrong_opening(from, !object);
            }
            Act::Flip => self.flip(),
            Act::Replace => {
                let meant = self.now.frames.last().map(Frame::close);
                self.close_as(meant);
            }
            Act::Insert(count) => (0..count).for_each(|_| self.insert()),
            Act::InsertBefore => self.insert_before(),
            Act::Reopen => self.reopen(),
            Act::Skip => {
                let from = self.now.at;
                let Some(c) = self.peek() else { return };
                self.now.at += c.len_utf8();
                if matches!(token(c), Token::Open(_)) {
                    while self.peek() == Some(c) {
                        self.now.at += c.len_utf8();
                    }
                }
                let what = if matches!(token(c), Token::Open(_) | Token::Close(_)) { "bracket" } else { "sign" };
                self.slip(Span::new(from, self.now.at), || {
                    (format!("This {what} is one too many."), "Take it out.".into())
                });
            }
            Act::NoValue => {
                let here = self.now.at;
                let key = self.now.frames.last().map(|frame| frame.key).unwrap_or_default();
                self.slip(key, || {
                    ("A value is missing after this key.".into(), "Write it like `\"title\": \"…\"`.".into())
                });
                self.place_faulty(Span::new(here, here));
            }
            Act::Stop => {
                let here = Span::new(self.now.at, self.now.at + self.peek().map_or(1, char::len_utf8));
                self.slip(here, || {
                    let help = "A file holds one object. Look for a bracket that closes too early.";
                    ("There is more after the end of the JSON value.".into(), help.into())
                });
                self.now.at = self.text.len();
            }
        }
    }

    fn wrong_opening(&mut self, at: usize, object: bool) {
        let (meant, what) = if object { ('{', "an object") } else { ('[', "a list") };
        let end = at + self.char_at(at).map_or(1, char::len_utf8);
        self.slip(Span::new(at, end), || {
            (format!("This bracket is wrong: {what} begins here, with `{meant}`."), format!("Write `{meant}`."))
        });
    }

    /// Takes the innermost container, in which there is at most a text or a key, for one of the other kind.
    fn flip(&mut self) {
        let (from, to) = self.now.said;
        let text = self.slice(from, to);
        let wanted = self.now.wanted_before();
        let Some(frame) = self.now.frames.last_mut() else { return };
        let (at, was) = (frame.open, frame.object);
        frame.object = !was;
        frame.comma = None;
        frame.kind = inner(wanted, !was);
        if was && self.now.place == Place::Colon {
            frame.count = 1;
            frame.text = true;
            frame.ends = [frame.key.end as usize; 2];
            self.now.place = Place::After;
        } else if was {
            self.now.place = Place::Item;
        } else {
            frame.count = 0;
            frame.key = Span::new(from, to);
            frame.field = match member(frame.kind, text) {
                Member::Field(kind, _) | Member::Named(kind) => Some(kind),
                _ => None,
            };
            self.now.place = Place::Colon;
        }
        self.wrong_opening(at, !was);
    }

    /// Closes the innermost container, whose bracket is missing.
    fn insert(&mut self) {
        let Some(frame) = self.now.frames.last().copied() else { return };
        let end = frame.ends[0];
        let start = (0..end).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(end);
        let close = frame.close();
        let what = if frame.object { "object" } else { "list" };
        let beside = (Span::new(frame.open, frame.open + 1), "It opens here.");
        if let Some(frame) = self.now.frames.last_mut() {
            frame.comma = None;
        }
        self.slip_beside(Span::new(start, end), Some(beside), || {
            (format!("The {what} that ends here has no closing `{close}`."), format!("Put a `{close}` behind this."))
        });
        self.pop(end);
        if let Some(outer) = self.now.frames.last_mut().filter(|_| frame.comma.is_some()) {
            outer.comma = frame.comma;
            self.now.place = if outer.object { Place::Key } else { Place::Item };
        }
    }

    /// Closes a list before its last item, which is the next key of what the list is in.
    fn insert_before(&mut self) {
        let (from, to) = self.now.said;
        let Some(frame) = self.now.frames.last_mut() else { return };
        frame.count = frame.count.saturating_sub(1);
        frame.ends = [frame.ends[1]; 2];
        let key = self.made.as_mut().and_then(|made| made.rows.take());
        self.insert();
        self.now.said = (from, to);
        self.take_key(key, Span::new(from, to));
    }

    /// Pays for the container that was closed last to be taken apart and completed once more: for each of its entries, and
    /// for its keys, which are compared again. False where it is not to be reopened, or there is none.
    pub(super) fn pays_to_reopen(&self) -> bool {
        let Some((frame, at)) = self.now.closed.as_ref() else { return false };
        self.tries() || self.pay(16 * frame.count as usize + (at - frame.open) / 16)
    }

    /// Goes on in the container that was closed last.
    fn reopen(&mut self) {
        let Some((mut frame, at)) = self.now.closed.take() else { return };
        let comma = match self.now.frames.last_mut() {
            Some(outer) => {
                outer.count = outer.count.saturating_sub(1);
                outer.comma.take()
            }
            None => None,
        };
        let root = self.now.root;
        if let Some(made) = &mut self.made {
            let container = if self.now.frames.is_empty() { Some(root) } else { made.rows.take() };
            container.into_iter().for_each(|container| made.rows.reopen(container));
        }
        frame.comma = comma;
        self.now.place = match (comma, frame.object) {
            (None, _) => Place::After,
            (_, true) => Place::Key,
            (_, false) => Place::Item,
        };
        self.now.frames.push(frame);
        self.slip(Span::new(at, at + 1), || {
            ("This bracket is one too many: it closes too early.".into(), "Take it out.".into())
        });
    }

    /// Takes up a key that has been read; where it does not fit, the brackets before it may be wrong.
    pub(super) fn take_key(&mut self, entry: Option<super::Entry>, span: Span) {
        let (from, to) = self.now.said;
        let key = self.slice(from, to);
        let what = self.what_follows();
        if !self.takes(self.now.frames.last(), key, what) {
            let mut acts = vec![Act::Accept];
            let outer = self.now.frames.iter().rev().enumerate().skip(1).take(4);
            let outer = outer.filter(|(_, frame)| self.takes(Some(frame), key, what));
            acts.extend(outer.map(|(count, _)| Act::Insert(count)));
            let closed = self.now.closed.as_ref().map(|(frame, _)| frame);
            let closed = closed.filter(|frame| self.takes(Some(frame), key, what) && self.pays_to_reopen());
            acts.extend(closed.map(|_| Act::Reopen));
            let best = self.best_before_key(&acts, span);
            self.act(best);
            self.now.said = (from, to);
        }
        self.put_key(entry, key, span);
    }

    /// The best way to go on before a key that has been read already.
    fn best_before_key(&self, acts: &[Act], span: Span) -> Act {
        if self.tries() || acts.len() < 2 || !self.pay(64) {
            return Act::Accept;
        }
        let key = self.slice(self.now.said.0, self.now.said.1);
        let mut best = (u32::MAX, Act::Accept);
        for act in acts {
            let mut trial = self.trial();
            trial.act(*act);
            trial.now.said = self.now.said;
            trial.put_key(None, key, span);
            let cost = self.follow(&mut trial, self.now.at + AHEAD, best.0);
            if cost < best.0 {
                best = (cost, *act);
            }
        }
        best.1
    }

    fn put_key(&mut self, entry: Option<super::Entry>, key: &str, span: Span) {
        self.now.closed = None;
        self.now.place = Place::Colon;
        if let (Some(made), Some(entry)) = (&mut self.made, entry) {
            made.rows.put(entry);
        }
        let Some(frame) = self.now.frames.last_mut() else { return };
        frame.key = span;
        frame.field = match member(frame.kind, key) {
            Member::Field(kind, at) => {
                frame.came |= 1 << at;
                Some(kind)
            }
            Member::Named(kind) => Some(kind),
            Member::Free | Member::Unknown => None,
        };
    }

    /// Whether an object takes a key and what seems to be its value.
    fn takes(&self, frame: Option<&Frame>, key: &str, what: What) -> bool {
        let Some(frame) = frame.filter(|frame| frame.object) else { return false };
        match member(frame.kind, key) {
            Member::Free => true,
            Member::Field(kind, at) => frame.came & 1 << at == 0 && fits(Some(kind), what),
            Member::Named(kind) => fits(Some(kind), what),
            Member::Unknown => false,
        }
    }

    /// What seems to stand behind the colon that should be next.
    fn what_follows(&self) -> What {
        let at = self.past_blank(self.now.at);
        let at = if self.char_at(at) == Some(':') { self.past_blank(at + 1) } else { at };
        match self.char_at(at) {
            Some('"') => What::Text,
            Some('{') => What::Object,
            Some('[') => What::List,
            Some('-' | '0'..='9') => What::Number,
            _ => What::Other,
        }
    }

    /// The place of the next character that is no white space, within reason.
    pub(super) fn past_blank(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let blank = |byte: &&u8| byte.is_ascii_whitespace();
        from + rest.iter().take(400).take_while(blank).count()
    }
}
