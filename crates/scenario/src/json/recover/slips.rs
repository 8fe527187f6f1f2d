//! What is said of slips: each on its own, or all of a group at once where they are many.

use super::super::super::code::Code;
use super::super::super::error::{ReadError, Related, Span};
use super::super::super::reader::Log;

/// Signs that are wrong in the same way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// Quotation marks that are none of JSON's.
    Quote,
    /// `'`, and marks like it.
    Single,
    Minus,
    Plus,
    Digit,
    Comma,
    Colon,
    Bracket,
    Blank,
    Comment,
    /// A comma before a closing bracket.
    Trailing,
    /// A key without quotes.
    Key,
    /// `True` and `None`.
    Word,
    /// A control character in a text.
    Control,
    /// A backslash in a text.
    Backslash,
}

impl Group {
    const ALL: [Group; 15] = [
        Group::Quote,
        Group::Single,
        Group::Minus,
        Group::Plus,
        Group::Digit,
        Group::Comma,
        Group::Colon,
        Group::Bracket,
        Group::Blank,
        Group::Comment,
        Group::Trailing,
        Group::Key,
        Group::Word,
        Group::Control,
        Group::Backslash,
    ];

    /// On how many lines such signs are told each on its own. What one search can replace is told once.
    fn few(self) -> usize {
        match self {
            Group::Comment | Group::Trailing | Group::Key | Group::Word | Group::Control | Group::Backslash => 3,
            _ => 1,
        }
    }

    /// What to do where they are many.
    fn cure(self, first: &str) -> String {
        match self {
            Group::Quote | Group::Single => {
                "Replace all of them by `\"`, those around keys and texts; marks inside of a text may stay. \
                 A plain text editor leaves `\"` as it is typed."
            }
            Group::Minus => "Replace all of them by `-`, those before numbers.",
            Group::Plus => "Take all of them out: a number without a sign is added.",
            Group::Digit => "Replace all of them by the digits 0 to 9.",
            Group::Comma => "Replace all of them by `,`.",
            Group::Colon => "Replace all of them by `:`.",
            Group::Bracket => "Replace all of them by `{`, `}`, `[` and `]`.",
            Group::Blank => "Replace all of them by plain spaces: an editor finds them by their number.",
            Group::Trailing => "Take all of them out.",
            Group::Key => "Put all keys between `\"`.",
            Group::Comment | Group::Word | Group::Control | Group::Backslash => first,
        }
        .into()
    }
}

/// How many other places are named where they are told at once.
const PLACES: usize = 7;

/// How many different signs are named.
const SIGNS: usize = 4;

/// A slip that is told.
struct Slip {
    span: Span,
    message: String,
    help: String,
}

/// What came of a group.
#[derive(Default)]
struct Gathered {
    /// The first on each of a few lines.
    lines: Vec<Slip>,
    places: Vec<Span>,
    /// The different signs, as far as they are few.
    signs: Vec<char>,
    /// Where the last of them stands.
    last: usize,
    count: usize,
}

/// The slips found so far.
#[derive(Default)]
pub(super) struct Slips {
    errors: Vec<ReadError>,
    omitted: usize,
    gathered: [Option<Gathered>; Group::ALL.len()],
}

impl Slips {
    /// Takes up a slip of its own.
    pub fn add(&mut self, span: Span, beside: Option<(Span, &str)>, told: impl FnOnce() -> (String, String)) {
        if self.errors.len() >= Log::MOST {
            self.omitted += 1;
            return;
        }
        let (message, help) = told();
        let related = beside.map(|(span, message)| Related { span, message: message.into() });
        let related = related.into_iter().collect();
        self.errors.push(ReadError { code: Code::InvalidJson, span, message, help, related });
    }

    /// Takes up what is too much.
    pub fn add_over_limit(&mut self, span: Span, message: String, help: &str) {
        self.add(span, None, || (message, help.into()));
        if let Some(error) = self.errors.last_mut().filter(|error| error.span == span) {
            error.code = Code::OverLimit;
        }
    }

    /// Takes up a slip of a group.
    pub fn add_to(&mut self, group: Group, text: &str, span: Span, told: impl FnOnce() -> (String, String)) {
        let gathered = self.gathered[group as usize].get_or_insert_default();
        gathered.count += 1;
        let start = span.start as usize;
        let between = text.as_bytes().get(gathered.last..start).unwrap_or_default();
        let same_line = gathered.count > 1 && !between.contains(&b'\n');
        gathered.last = start;
        let sign = text.get(start..).and_then(|rest| rest.chars().next());
        gathered.signs.extend(sign.filter(|sign| gathered.signs.len() <= SIGNS && !gathered.signs.contains(sign)));
        if gathered.places.len() <= PLACES {
            gathered.places.push(span);
        }
        if !same_line && gathered.lines.len() <= group.few() {
            let (message, help) = told();
            gathered.lines.push(Slip { span, message, help });
        }
    }

    /// Reports all of them.
    pub fn report(self, log: &mut Log) {
        self.errors.into_iter().for_each(|error| log.add(error));
        log.omit(self.omitted);
        let gathered = Group::ALL.into_iter().zip(self.gathered).filter_map(|(group, it)| Some((group, it?)));
        gathered.flat_map(|(group, it)| it.errors(group)).for_each(|error| log.add(error));
    }
}

impl Gathered {
    /// One error for each line; one for all where there are more than a few.
    fn errors(self, group: Group) -> Vec<ReadError> {
        let error = |slip: Slip| ReadError {
            code: Code::InvalidJson,
            span: slip.span,
            message: slip.message,
            help: slip.help,
            related: Vec::new(),
        };
        let many = self.lines.len() > group.few();
        let Some(first) = self.lines.first().filter(|_| many) else {
            return self.lines.into_iter().map(error).collect();
        };
        let related = |span: &Span| Related { span: *span, message: "Here, too.".into() };
        vec![ReadError {
            code: Code::InvalidJson,
            span: first.span,
            message: format!("{} The file has {} of them{}.", first.message, self.count, shown(group, &self.signs)),
            help: group.cure(&first.help),
            related: self.places.iter().skip(1).take(PLACES).map(related).collect(),
        }]
    }
}

/// The signs of a group, where they can be seen and do not all look the same.
fn shown(group: Group, signs: &[char]) -> String {
    let seen = !matches!(group, Group::Blank | Group::Comment | Group::Key | Group::Word | Group::Control);
    let signs: Vec<String> = signs.iter().map(|sign| format!("`{sign}`")).collect();
    match signs.as_slice() {
        [_, _, ..] if seen && signs.len() <= SIGNS => format!(": {}", signs.join(", ")),
        _ => String::new(),
    }
}
