//! What all story formats' readers share: a place in the source, the words up to it, and what is open there.

use super::{Event, Link, Set, Target, What};
use crate::conditions::{Conditions, When};
use crate::expression::{Assignment, Expr, assignments};
use crate::rows::{Place, Rows};

/// How many pieces may be open within one another; what opens more is not looked into.
const DEEPEST: usize = 32;

/// How far the end of a piece is looked for, in bytes.
pub(super) const FAR: usize = 4_000;

/// What is open at a place in the source.
pub(super) enum Kind {
    /// A piece whose words players do not see, by its name.
    Hidden(String),
    /// `<<if>>`, with what is told where none of its tests so far held.
    If { rest: When },
    /// `<<switch>>`, with what it asks of and what is told where none of its cases so far held.
    Switch { subject: Option<Expr>, rest: When },
    /// A hook of Harlowe.
    Hook,
    /// A link with something within: its name, its words, where it leads, and how it stands there.
    Link { name: String, link: Link, line: u32 },
}

struct Frame {
    kind: Kind,
    when: When,
    /// Of Harlowe's `(if:)` that came last in here: what is told where it did not hold.
    rest: Option<When>,
}

pub(super) struct Reader<'s, 'b> {
    pub text: &'s str,
    /// The next byte.
    pub at: usize,
    /// Up to where line breaks are counted, and how many there are.
    counted: (usize, u32),
    passage: usize,
    pub conditions: &'b mut Conditions,
    pub rows: &'b mut Rows,
    /// The events of the passage, and on top of them those of each open link.
    events: Vec<Vec<Event>>,
    frames: Vec<Frame>,
    /// What is told from here on where nothing is open: Chapbook's modifiers.
    pub base: When,
    rest: Option<When>,
    /// How many pieces are open that were not looked into.
    too_deep: usize,
    /// The words that were read last, and the line they begin in.
    words: (String, u32),
    /// How many bytes were looked at in vain, so that no text makes reading slow.
    vain: usize,
    /// How many opened pieces hide their words.
    hidden: usize,
}

impl<'s, 'b> Reader<'s, 'b> {
    pub fn new(text: &'s str, place: Place, conditions: &'b mut Conditions, rows: &'b mut Rows) -> Self {
        Reader {
            text,
            at: 0,
            counted: (0, place.line),
            passage: place.passage,
            conditions,
            rows,
            events: vec![Vec::new()],
            frames: Vec::new(),
            base: When::ALWAYS,
            rest: None,
            too_deep: 0,
            words: (String::new(), place.line),
            vain: 0,
            hidden: 0,
        }
    }

    /// Reads to the end: at each of some signs, which are ASCII, `piece` reads what begins there, or says that nothing does.
    pub fn read(&mut self, signs: &str, piece: &mut dyn FnMut(&mut Self, char) -> bool) {
        let mut begins = [false; 256];
        signs.bytes().chain([b'\n']).for_each(|sign| begins[usize::from(sign)] = true);
        while let Some(rest) = self.text.get(self.at..).filter(|rest| !rest.is_empty()) {
            let next = rest.bytes().position(|byte| begins[usize::from(byte)]).unwrap_or(rest.len());
            if let Some(words) = rest.get(..next).filter(|words| !words.is_empty()) {
                self.say(words);
                self.at += next;
            } else if rest.starts_with('\n') {
                self.newline();
                self.at += 1;
            } else if let Some(sign) = rest.chars().next() {
                let before = self.at;
                if self.is_tired() || !piece(self, sign) || self.at == before {
                    self.at = before + sign.len_utf8();
                    self.say(sign.encode_utf8(&mut [0; 4]));
                }
            }
        }
    }

    /// All that was read.
    pub fn finish(mut self) -> Vec<Event> {
        if self.is_tired() {
            let place = self.place();
            self.rows.left_out(
                place,
                "",
                "This passage opens so much without closing it that its rest is taken as words.",
            );
        }
        self.close_to(0);
        self.flush();
        self.events.pop().unwrap_or_default()
    }

    pub fn rest(&self) -> &'s str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// As much of the rest as a piece may take.
    pub fn window(&self, most: usize) -> &'s str {
        let rest = self.rest();
        let end = (0..=rest.len().min(most)).rev().find(|end| rest.is_char_boundary(*end));
        end.and_then(|end| rest.get(..end)).unwrap_or_default()
    }

    /// Says that so much was looked at for nothing; always false.
    pub fn in_vain(&mut self, bytes: usize) -> bool {
        self.vain += bytes;
        false
    }

    fn is_tired(&self) -> bool {
        self.vain > 256 * 1024 + 8 * self.text.len()
    }

    /// The place of the next byte.
    pub fn place(&mut self) -> Place {
        let (from, line) = self.counted;
        let between = self.text.as_bytes().get(from..self.at).unwrap_or_default();
        let line = line + between.iter().filter(|byte| **byte == b'\n').count() as u32;
        self.counted = (self.at.max(from), line);
        Place { passage: self.passage, line }
    }

    /// When what comes next is told.
    pub fn when(&self) -> When {
        self.frames.last().map_or(self.base, |frame| frame.when)
    }

    /// The words up to here are told as far as they go.
    pub fn say(&mut self, words: &str) {
        if self.hidden > 0 {
            return;
        }
        if self.words.0.is_empty() {
            self.words.1 = self.place().line;
        }
        self.words.0.push_str(words);
    }

    pub fn newline(&mut self) {
        self.emit(What::Newline);
    }

    fn flush(&mut self) {
        let (words, line) = (std::mem::take(&mut self.words.0), self.words.1);
        if !words.is_empty() {
            let event = Event { line, when: self.when(), what: What::Words(words) };
            self.put(event);
        }
    }

    /// An event of the innermost link that is open, or of the passage.
    fn put(&mut self, event: Event) {
        if let Some(events) = self.events.last_mut() {
            events.push(event);
        }
    }

    pub fn emit(&mut self, what: What) {
        self.flush();
        match &what {
            What::Link(link) if self.hidden > 0 => return self.hide(&link.source),
            What::Set(set) if self.is_code() => return self.hide(&set.source),
            What::Set(_) => {}
            _ if self.hidden > 0 => return,
            _ => {}
        }
        let event = Event { line: self.place().line, when: self.when(), what };
        self.put(event);
    }

    /// A piece that stands where players see nothing.
    fn hide(&mut self, source: &str) {
        let place = self.place();
        self.rows.left_out(place, source, "It stands where players see nothing.");
    }

    /// Whether what is read here happens elsewhere, or nowhere: only what is silent happens all the same.
    fn is_code(&self) -> bool {
        self.kinds().any(|kind| matches!(kind, Kind::Hidden(name) if !name.starts_with("silent")))
    }

    /// Words that only the played story knows.
    pub fn unknown_words(&mut self) {
        self.say("…");
    }

    /// What a piece of the source sets.
    pub fn sets(&mut self, text: &str, source: &str) {
        let place = self.place();
        let found = assignments(text);
        if found.is_empty() {
            self.rows.left_out(place, source, "It sets nothing that could be a flag or one of the two meters.");
        }
        for assignment in found {
            self.emit(What::Set(Set { assignment, source: source.to_owned() }));
        }
    }

    /// What is told within the next piece where a test holds, and where it does not.
    pub fn asks(&mut self, outer: When, expr: Option<Expr>, source: &str) -> (When, When) {
        let place = self.place();
        let test = self.conditions.test(expr, place, source);
        (self.conditions.within(outer, test, true), self.conditions.within(outer, test, false))
    }

    /// What is told where the last `(if:)` here did not hold.
    pub fn last_rest(&mut self) -> &mut Option<When> {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.rest,
            None => &mut self.rest,
        }
    }

    /// What is open here, innermost last.
    pub fn kinds(&self) -> impl DoubleEndedIterator<Item = &Kind> + ExactSizeIterator {
        self.frames.iter().map(|frame| &frame.kind)
    }

    /// The innermost open piece.
    pub fn top(&mut self) -> Option<(&mut Kind, &mut When)> {
        self.flush();
        self.frames.last_mut().map(|frame| (&mut frame.kind, &mut frame.when))
    }

    pub fn open(&mut self, kind: Kind, when: When) {
        self.flush();
        if self.frames.len() == DEEPEST {
            self.too_deep += 1;
            if self.too_deep == 1 {
                let place = self.place();
                self.rows.left_out(place, "", format!("More than {DEEPEST} pieces are open within one another here."));
            }
            return;
        }
        self.hidden += usize::from(matches!(kind, Kind::Hidden(_)));
        if matches!(kind, Kind::Link { .. }) {
            self.events.push(Vec::new());
        }
        self.frames.push(Frame { kind, when, rest: None });
    }

    /// Closes the innermost piece that is one of some, with all that is open within it.
    pub fn close(&mut self, is_it: impl Fn(&Kind) -> bool) -> bool {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return true;
        }
        let found = self.frames.iter().rposition(|frame| is_it(&frame.kind));
        found.is_some_and(|at| {
            self.close_to(at);
            true
        })
    }

    /// Closes all but so many of what is open.
    pub fn close_to(&mut self, count: usize) {
        while self.frames.len() > count {
            self.flush();
            let Some(frame) = self.frames.pop() else { return };
            match frame.kind {
                Kind::Hidden(_) => self.hidden -= 1,
                Kind::Link { name, link, line } => self.close_link(&name, link, line),
                _ => {}
            }
        }
    }

    /// A link's end is a way on, or what is told at once where it leads nowhere.
    fn close_link(&mut self, name: &str, mut link: Link, line: u32) {
        let within = self.events.pop().unwrap_or_default();
        if self.hidden > 0 {
            return self.hide(&link.source);
        }
        let place = Place { passage: self.passage, line };
        let leads = |event: &Event| matches!(&event.what, What::Link(inner) if inner.is_automatic);
        if link.ways.is_empty() && !within.iter().any(leads) {
            self.rows.changed(
                place,
                &link.source,
                "It leads to no passage: what it shows when clicked is told at once.",
            );
            // What is clicked away is not told.
            if !matches!(name, "link" | "linkreplace" | "linkrerun") {
                self.emit(What::Label(link.label));
            }
            for event in within {
                match event.what {
                    What::Set(set) => {
                        let why = format!("`{name}` sets it when clicked, and leads to no passage.");
                        self.rows.left_out(Place { line: event.line, ..place }, &set.source, why);
                    }
                    _ => self.put(event),
                }
            }
            return;
        }
        let mut ways = Vec::new();
        let mut others = Vec::new();
        for event in within {
            match event.what {
                What::Link(inner) if inner.is_automatic => {
                    let place = Place { line: event.line, ..place };
                    self.rows.carried(place, &inner.source, "It is where the link leads.");
                    let reaches =
                        |(when, to): (When, Target)| (if when == When::ALWAYS { event.when } else { when }, to);
                    ways.extend(inner.ways.into_iter().map(reaches));
                }
                What::Link(_) => others.push(event),
                What::Set(set) => link.sets.push((event.line, event.when, set)),
                _ => link.told.push(event),
            }
        }
        if !ways.is_empty() {
            link.ways = ways;
        }
        self.emit(What::Label(link.label.clone()));
        self.put(Event { line, when: self.when(), what: What::Link(link) });
        others.into_iter().for_each(|event| self.put(event));
    }

    /// A link without anything within, and its words in the text.
    pub fn leads(&mut self, label: &str, target: Target, sets: Vec<Assignment>, source: &str) {
        let place = self.place();
        let when = self.when();
        let set = |assignment| (place.line, when, Set { assignment, source: source.to_owned() });
        self.emit(What::Label(label.to_owned()));
        self.emit(What::Link(Link {
            label: label.to_owned(),
            ways: vec![(When::ALWAYS, target)],
            sets: sets.into_iter().map(set).collect(),
            told: Vec::new(),
            source: source.to_owned(),
            is_automatic: false,
        }));
    }

    /// A way on that is taken by itself.
    pub fn goes(&mut self, target: Target, source: &str) {
        let ways = vec![(When::ALWAYS, target)];
        self.emit(What::Link(Link { ways, source: source.to_owned(), is_automatic: true, ..Link::default() }));
    }
}

/// Where the piece ends that begins a text, after a closing sign outside of quotes; `None` where it does not.
pub(super) fn end_of(text: &str, close: &str, nests: Option<(char, char)>) -> Option<usize> {
    let mut quote = None;
    let mut depth = 0_usize;
    let mut before = ' ';
    let mut signs = text.char_indices();
    while let Some((at, sign)) = signs.next() {
        match quote {
            Some(_) if sign == '\\' => {
                signs.next();
            }
            Some(open) => quote = Some(open).filter(|open| *open != sign),
            None if depth == 0 && text.get(at..).is_some_and(|rest| rest.starts_with(close)) => {
                return Some(at + close.len());
            }
            // An apostrophe within a word opens nothing.
            None if sign == '"' || sign == '`' || sign == '\'' && !before.is_alphanumeric() => quote = Some(sign),
            None => match nests {
                Some((open, _)) if open == sign => depth += 1,
                Some((_, end)) if end == sign => depth = depth.saturating_sub(1),
                _ => {}
            },
        }
        before = sign;
    }
    None
}
