//! SugarCube: `<<macros>>`, links with setters, naked variables.

use super::reader::{FAR, Kind, Reader, end_of};
use super::reasons::{prints, reason};
use super::{Link, Target, link};
use crate::conditions::When;
use crate::expression::{Expr, condition, one_of};

pub(super) fn read(reader: &mut Reader<'_, '_>) {
    reader.read("<[$_/\\\"{", &mut |reader, sign| match sign {
        '<' if reader.rest().starts_with("<<") => reader.macro_tag(),
        '<' => reader.tag(),
        '[' => reader.link(true) || reader.picture(),
        '/' => reader.comment("/*", "*/") || reader.comment("/%", "%/"),
        // A backslash takes the line break after it, or before it, away.
        '\\' => reader.line_end(),
        '"' => reader.verbatim("\"\"\"", "\"\"\""),
        '{' => reader.verbatim("{{{", "}}}"),
        _ => reader.naked_variable(),
    });
}

/// A macro's argument.
enum Argument<'a> {
    /// In quotes, without them.
    Text(&'a str),
    /// A link, without its brackets.
    Link(&'a str),
    /// A word, as it stands.
    Word(&'a str),
}

impl Reader<'_, '_> {
    fn line_end(&mut self) -> bool {
        let is_end = self.rest().starts_with("\\\n");
        self.at += if is_end { 2 } else { 0 };
        is_end
    }

    /// Words that are told as they stand.
    pub(super) fn verbatim(&mut self, open: &str, close: &str) -> bool {
        let window = self.window(FAR);
        let Some(inside) = window.strip_prefix(open) else { return false };
        let Some(length) = inside.find(close) else { return self.in_vain(window.len()) };
        for (number, line) in inside.get(..length).unwrap_or_default().split('\n').enumerate() {
            if number > 0 {
                self.newline();
            }
            self.say(line);
        }
        self.at += open.len() + length + close.len();
        true
    }

    /// `$name` in a text: what it prints is known only while the story is played.
    pub(super) fn naked_variable(&mut self) -> bool {
        let before = self.text.get(..self.at).and_then(|text| text.chars().next_back());
        let window = self.window(200);
        let name = window.get(1..).unwrap_or_default();
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        // An underscore within a word, or around words, is none of a temporary variable.
        let is_temporary = window.starts_with('_');
        if !is_name || is_temporary && (before.is_some_and(char::is_alphanumeric) || name.starts_with('_')) {
            return false;
        }
        let inside = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let mut length = 1 + name.find(|c: char| !inside(c)).unwrap_or(name.len());
        while let Some(rest) = window.get(length..).and_then(|rest| rest.strip_prefix('.')) {
            let more = rest.find(|c: char| !inside(c)).unwrap_or(rest.len());
            if more == 0 {
                break;
            }
            length += 1 + more;
        }
        // `_so_` is a mark of style.
        if is_temporary && name.get(..length - 1).is_some_and(|name| name.ends_with('_')) {
            return false;
        }
        let source = window.get(..length).unwrap_or_default();
        let place = self.place();
        self.rows.left_out(
            place,
            source,
            "What it prints is not known before the story is played: write it in place of `…`.",
        );
        self.unknown_words();
        self.at += length;
        true
    }

    /// `[img[source][Passage]]`: the picture is left out, and where it leads is a link.
    fn picture(&mut self) -> bool {
        let window = self.window(FAR);
        let is_picture = ["[img[", "[<img[", "[>img["].iter().any(|open| window.starts_with(open));
        if !is_picture {
            return false;
        }
        let Some(end) = window.find("]]") else { return self.in_vain(window.len()) };
        let source = window.get(..end + 2).unwrap_or_default();
        let place = self.place();
        self.rows.left_out(place, source, "Pictures and sounds are not carried.");
        let mut parts = source.split("][");
        let words = parts.next().and_then(|first| first.rsplit('[').next()).unwrap_or_default();
        let words = words.split_once('|').map_or("", |(words, _)| words);
        if let Some(to) = parts.next() {
            let to = to.trim_end_matches(']');
            let words = if words.trim().is_empty() { to } else { words };
            self.leads(words.trim(), Target::Passage(to.to_owned()), Vec::new(), source);
        }
        self.at += source.len();
        true
    }

    fn macro_tag(&mut self) -> bool {
        let window = self.window(FAR);
        let inside = window.get(2..).unwrap_or_default();
        let is_end = inside.starts_with('/') || inside.starts_with("end") && !inside.starts_with("end>>");
        let named = inside.strip_prefix('/').unwrap_or(inside);
        let named = if is_end { named.strip_prefix("end").unwrap_or(named) } else { named };
        let length = match named.chars().next() {
            Some('=' | '-') => 1,
            Some(first) if first.is_ascii_alphabetic() || first == '_' => {
                named.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')).unwrap_or(named.len())
            }
            _ => return false,
        };
        let name = named.get(..length).unwrap_or_default();
        let from = window.len() - named.len() + length;
        let rest = window.get(from..).unwrap_or_default();
        let Some(end) = end_of(rest, ">>", None).or_else(|| rest.find(">>").map(|at| at + 2)) else {
            return self.in_vain(window.len());
        };
        let source = window.get(..from + end).unwrap_or_default();
        let arguments = rest.get(..end - 2).unwrap_or_default().trim();
        if is_end {
            self.end(name);
            self.at += source.len();
        } else {
            self.begin(name, arguments, source);
        }
        true
    }

    fn end(&mut self, name: &str) {
        let name = if name == "button" || name == "click" { "link" } else { name };
        self.close(|kind| match kind {
            Kind::If { .. } => name == "if",
            Kind::Switch { .. } => name == "switch",
            Kind::Hidden(own) | Kind::Link { name: own, .. } => own == name,
            Kind::Hook => false,
        });
    }

    /// Reads a macro; what it opens begins after it.
    fn begin(&mut self, name: &str, arguments: &str, source: &str) {
        let place = self.place();
        match name {
            "if" => {
                let (when, rest) = self.asks(self.when(), condition(arguments), source);
                self.open(Kind::If { rest }, when);
            }
            "elseif" => self.otherwise(Some(arguments), source),
            "else" => match arguments.strip_prefix("if ") {
                Some(arguments) => self.otherwise(Some(arguments), source),
                None => self.otherwise(None, source),
            },
            "switch" => {
                let subject = condition(arguments);
                self.rows.carried(place, source, "Each of its cases is a `when`, where a `when` can ask for it.");
                self.open(Kind::Switch { subject, rest: self.when() }, self.when());
            }
            "case" | "default" => self.case(name, arguments, source),
            "set" => self.sets(arguments, source),
            "link" | "button" | "click" | "linkreplace" | "linkappend" | "linkprepend" => {
                self.opens_link(name, arguments, source);
            }
            "choice" | "actions" => self.choice(name, arguments, source),
            "goto" => match arguments_of(arguments).first().map(target) {
                Some(to) => self.goes(to, source),
                None => self.rows.left_out(place, source, "It names no passage."),
            },
            "back" | "return" => {
                let arguments = arguments_of(arguments);
                let (label, to) = match arguments.first() {
                    Some(Argument::Link(inside)) => {
                        let (label, to) = link::parts(inside);
                        (label, Target::Passage(to.to_owned()))
                    }
                    Some(Argument::Text(label)) => (*label, arguments.get(1).map_or(Target::Back, target)),
                    _ => ("Back", Target::Back),
                };
                self.leads(label, to, Vec::new(), source);
            }
            "script" => {
                self.rows.left_out(place, source, reason(name).1);
                self.at += source.len();
                self.skip_to("<</script");
                return;
            }
            "widget" | "silently" | "silent" => {
                match name {
                    "widget" => self.rows.left_out(place, source, reason(name).1),
                    _ => self.rows.carried(place, source, "Its words stay hidden; what it sets is carried."),
                }
                self.open(Kind::Hidden(name.to_owned()), self.when());
            }
            _ => {
                let (fate, why) = reason(name);
                self.rows.add(fate, place, source, why);
                if prints(name) {
                    self.unknown_words();
                }
            }
        }
        self.at += source.len();
    }

    /// `<<elseif>>` and `<<else>>`.
    fn otherwise(&mut self, arguments: Option<&str>, source: &str) {
        let place = self.place();
        let Some(at) = self.kinds().rposition(|kind| matches!(kind, Kind::If { .. })) else {
            self.rows.left_out(place, source, "It belongs to no `<<if>>`.");
            return;
        };
        self.close_to(at + 1);
        let Some((Kind::If { rest }, when)) = self.top() else { return };
        *when = *rest;
        let outer = *rest;
        let Some(arguments) = arguments else {
            self.rows.carried(place, source, "It is told where what was asked before does not hold.");
            return;
        };
        let (inside, others) = self.asks(outer, condition(arguments), source);
        if let Some((Kind::If { rest }, when)) = self.top() {
            (*when, *rest) = (inside, others);
        }
    }

    /// `<<case>>` and `<<default>>`.
    fn case(&mut self, name: &str, arguments: &str, source: &str) {
        let place = self.place();
        let Some(at) = self.kinds().rposition(|kind| matches!(kind, Kind::Switch { .. })) else {
            self.rows.left_out(place, source, "It belongs to no `<<switch>>`.");
            return;
        };
        self.close_to(at + 1);
        let Some((Kind::Switch { subject, rest }, when)) = self.top() else { return };
        let outer = *rest;
        *when = outer;
        if name == "default" {
            self.rows.carried(place, source, "It is told where none of the cases before it holds.");
            return;
        }
        let values: Option<Vec<Expr>> = arguments.split_whitespace().map(condition).collect();
        let expr = subject.as_ref().zip(values).and_then(|(subject, values)| one_of(subject, &values));
        let (inside, others) = self.asks(outer, expr, source);
        if let Some((Kind::Switch { rest, .. }, when)) = self.top() {
            (*when, *rest) = (inside, others);
        }
    }

    fn opens_link(&mut self, name: &str, arguments: &str, source: &str) {
        let line = self.place().line;
        let list = arguments_of(arguments);
        let (label, to) = match list.first() {
            Some(Argument::Link(inside)) => {
                let (label, to) = link::parts(inside);
                (label, Some(Target::Passage(to.to_owned())))
            }
            Some(Argument::Text(label) | Argument::Word(label)) => (*label, list.get(1).map(target)),
            None => ("", None),
        };
        let replaces = name.starts_with("link") && name != "link";
        let ways = to.filter(|_| !replaces).map(|to| (When::ALWAYS, to)).into_iter().collect();
        let link = Link { label: label.to_owned(), ways, source: source.to_owned(), ..Link::default() };
        let name = if replaces { name } else { "link" };
        self.open(Kind::Link { name: name.to_owned(), link, line }, self.when());
    }

    /// `<<choice "Hall" "Go in">>`, and `<<actions "Hall" "Garden">>` with a link for each.
    fn choice(&mut self, name: &str, arguments: &str, source: &str) {
        let place = self.place();
        let list = arguments_of(arguments);
        if list.is_empty() {
            self.rows.left_out(place, source, "It names no passage.");
        }
        let words = |argument: &Argument<'_>| match argument {
            Argument::Link(inside) => link::parts(inside).0.to_owned(),
            Argument::Text(text) | Argument::Word(text) => (*text).to_owned(),
        };
        match list.as_slice() {
            [to, label] if name == "choice" => self.leads(&words(label), target(to), Vec::new(), source),
            _ => list.iter().for_each(|to| self.leads(&words(to), target(to), Vec::new(), source)),
        }
    }
}

fn target(argument: &Argument<'_>) -> Target {
    Target::Passage(match argument {
        Argument::Link(inside) => link::parts(inside).1.to_owned(),
        Argument::Text(text) | Argument::Word(text) => (*text).to_owned(),
    })
}

fn arguments_of(text: &str) -> Vec<Argument<'_>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (argument, length) = if let Some(inside) = rest.strip_prefix("[[") {
            let length = inside.find(']').unwrap_or(inside.len());
            let end = inside.find("]]").map_or(rest.len(), |end| end + 4);
            (Argument::Link(inside.get(..length).unwrap_or_default()), end)
        } else if matches!(first, '"' | '\'' | '`') {
            let inside = rest.get(1..).unwrap_or_default();
            let length = inside.find(first).unwrap_or(inside.len());
            (Argument::Text(inside.get(..length).unwrap_or_default()), (length + 2).min(rest.len()))
        } else {
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            (Argument::Word(rest.get(..length).unwrap_or_default()), length)
        };
        found.push(argument);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    found
}
