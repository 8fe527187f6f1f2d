//! Harlowe: `(macros:)`, hooks in single brackets, links, naked variables.

use super::reader::{FAR, Kind, Reader, end_of};
use super::reasons::{plain_name, prints, reason};
use super::{Link, Target};
use crate::conditions::When;
use crate::expression::condition;
use crate::rows::Fate;

pub(super) fn read(reader: &mut Reader<'_, '_>) {
    reader.read("<[](|$_\\`{}", &mut |reader, sign| match sign {
        '<' => reader.hook_name_behind() || reader.tag(),
        '[' if reader.rest().starts_with("[[") && !reader.rest().starts_with("[[[") => reader.link(false),
        '[' => reader.hook(),
        ']' => reader.hook_end(),
        '(' => reader.macro_call(),
        '|' => reader.hook_name(),
        '\\' => reader.joined_lines(),
        '`' => reader.verbatim("`", "`"),
        '{' | '}' => reader.collapsed(),
        _ => reader.naked_variable(),
    });
}

/// What the macros before a hook make of it.
struct Changed {
    when: When,
    rest: Option<When>,
    /// Whether a condition is among them, which a link takes as a hook does.
    asks: bool,
    link: Option<(String, Link, u32)>,
}

impl<'s> Reader<'s, '_> {
    fn joined_lines(&mut self) -> bool {
        let is_end = self.rest().starts_with("\\\n");
        self.at += if is_end { 2 } else { 0 };
        is_end
    }

    /// Braces take white space away; the words within stay.
    fn collapsed(&mut self) -> bool {
        let place = self.place();
        self.rows.style(place, "{ }");
        self.at += 1;
        true
    }

    fn hook(&mut self) -> bool {
        self.open(Kind::Hook, self.when());
        self.at += 1;
        true
    }

    fn hook_end(&mut self) -> bool {
        let is_hook = self.kinds().next_back().is_some_and(|kind| matches!(kind, Kind::Hook | Kind::Link { .. }));
        if is_hook {
            self.close(|kind| matches!(kind, Kind::Hook | Kind::Link { .. }));
            self.at += 1;
        }
        is_hook
    }

    /// `|name>[hook]`, or a hidden one as `|name)[hook]`.
    fn hook_name(&mut self) -> bool {
        self.name_of_hook(|after| after.starts_with(">[") || after.starts_with(")["))
    }

    /// `[hook]<name|`.
    fn hook_name_behind(&mut self) -> bool {
        self.name_of_hook(|after| after.starts_with('|'))
    }

    /// A name between two signs, where what comes behind it makes it a hook's.
    fn name_of_hook(&mut self, is_hooks: impl Fn(&str) -> bool) -> bool {
        let window = self.window(100);
        let name = window.get(1..).unwrap_or_default();
        let length = name.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-')).unwrap_or(name.len());
        if length == 0 || !is_hooks(name.get(length..).unwrap_or_default()) {
            return false;
        }
        let source = window.get(..length + 2).unwrap_or_default();
        let place = self.place();
        self.rows.changed(place, source, "Parts of a text have no names: the words stay, and are told at once.");
        self.at += source.len();
        true
    }

    /// One macro, or several before one hook.
    fn macro_call(&mut self) -> bool {
        let mut changed = Changed { when: self.when(), rest: None, asks: false, link: None };
        let mut is_first = true;
        loop {
            let Some((name, arguments, source)) = self.call() else {
                return !is_first || self.in_vain(self.window(FAR).len().min(200));
            };
            is_first = false;
            self.macro_of(&name, arguments, source, &mut changed);
            self.at += source.len();
            let rest = self.window(FAR);
            let after = rest.trim_start();
            let gap = rest.len() - after.len();
            let joined = after.strip_prefix('+').map(str::trim_start);
            if let Some(joined) = joined.filter(|joined| joined.starts_with('(')) {
                self.at += rest.len() - joined.len();
                continue;
            }
            // A hook, or a link, which takes what stands before it as a hook does.
            let is_link = after.starts_with("[[") && !after.starts_with("[[[");
            let changes = changed.asks || changed.link.is_some() || !prints(&name);
            if !after.starts_with('[') || !changes || is_link && !changed.asks {
                self.without_hook(changed);
                return true;
            }
            self.at += gap;
            if let Some(rest) = changed.rest {
                *self.last_rest() = Some(rest);
            }
            match changed.link {
                Some((name, link, line)) => self.open(Kind::Link { name, link, line }, changed.when),
                None => self.open(Kind::Hook, changed.when),
            }
            if is_link {
                self.link(false);
                self.close(|kind| matches!(kind, Kind::Hook | Kind::Link { .. }));
            } else {
                self.at += 1;
            }
            return true;
        }
    }

    /// A macro that no hook follows.
    fn without_hook(&mut self, changed: Changed) {
        let place = self.place();
        if let Some((_, link, line)) = changed.link {
            match link.ways.first() {
                Some((_, to)) => self.leads(&link.label, to.clone(), Vec::new(), &link.source),
                None => {
                    let place = crate::rows::Place { line, ..place };
                    self.rows.left_out(
                        place,
                        &link.source,
                        "It has no hook and leads nowhere; its words stay in the text.",
                    );
                    self.say(&link.label);
                }
            }
        }
        if let Some(rest) = changed.rest {
            *self.last_rest() = Some(rest);
        }
    }

    /// A macro's name, arguments and source, where one begins here.
    fn call(&mut self) -> Option<(String, &'s str, &'s str)> {
        let window = self.window(FAR);
        let inside = window.strip_prefix('(')?;
        let length = inside.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'))?;
        let arguments = inside.get(length..)?.strip_prefix(':')?;
        let name = inside.get(..length).filter(|name| name.starts_with(char::is_alphabetic))?;
        let Some(end) = end_of(arguments, ")", Some(('(', ')'))) else {
            self.in_vain(window.len());
            return None;
        };
        let source = window.get(..1 + length + 1 + end)?;
        Some((plain_name(name), arguments.get(..end - 1)?.trim(), source))
    }

    /// What a macro is, or makes of the hook that follows.
    fn macro_of(&mut self, name: &str, arguments: &'s str, source: &'s str, changed: &mut Changed) {
        let place = self.place();
        let texts = texts(arguments);
        let passage = |at: usize| texts.get(at).map(|to| Target::Passage((*to).to_owned()));
        let link = |ways: Vec<(When, Target)>| Link {
            label: texts.first().copied().unwrap_or_default().to_owned(),
            ways,
            source: source.to_owned(),
            ..Link::default()
        };
        match name {
            "if" | "unless" | "elseif" => {
                let outer = match name {
                    "elseif" => self.last_rest().take(),
                    _ => Some(changed.when),
                };
                let Some(outer) = outer else {
                    self.rows.left_out(place, source, "It belongs to no `(if:)`.");
                    return;
                };
                let (holds, not) = self.asks(outer, condition(arguments), source);
                let (when, rest) = if name == "unless" { (not, holds) } else { (holds, not) };
                (changed.when, changed.rest, changed.asks) = (when, Some(rest), true);
            }
            "else" => match self.last_rest().take() {
                Some(rest) => {
                    (changed.when, changed.asks) = (rest, true);
                    self.rows.carried(place, source, "It is told where what was asked before does not hold.");
                }
                None => self.rows.left_out(place, source, "It belongs to no `(if:)`."),
            },
            "set" | "put" => self.sets(arguments, source),
            "linkgoto" | "linkrevealgoto" => {
                let to = passage(1).or(passage(0));
                let ways = to.map(|to| (When::ALWAYS, to)).into_iter().collect();
                changed.link = Some((name.to_owned(), link(ways), place.line));
            }
            "linkundo" => changed.link = Some((name.to_owned(), link(vec![(When::ALWAYS, Target::Back)]), place.line)),
            "link" | "linkreplace" | "linkreveal" | "linkappend" | "linkprepend" | "linkrepeat" | "linkrerun" => {
                changed.link = Some((name.to_owned(), link(Vec::new()), place.line));
            }
            "goto" => match passage(0) {
                Some(to) => self.goes(to, source),
                None => self.rows.left_out(
                    place,
                    source,
                    "Which passage it goes to is not known before the story is played.",
                ),
            },
            "hidden" | "ignore" => {
                self.rows.left_out(place, source, "What it hides is told: cut what players should not read.")
            }
            _ => {
                let (fate, why) = reason(name);
                self.rows.add(fate, place, source, why);
                if prints(name) && fate == Fate::LeftOut {
                    self.unknown_words();
                }
            }
        }
    }
}

/// The texts in quotes among a macro's arguments.
fn texts(arguments: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = arguments;
    while let Some(at) = rest.find(['"', '\'']) {
        let quote = if rest.get(at..).is_some_and(|rest| rest.starts_with('"')) { '"' } else { '\'' };
        let inside = rest.get(at + 1..).unwrap_or_default();
        let Some(length) = inside.find(quote) else { return found };
        found.extend(inside.get(..length));
        rest = inside.get(length + 1..).unwrap_or_default();
    }
    found
}
