//! The layout of a file, as far as what is new in it takes after it.

use crate::value::Separators;
use crate::{Document, Node, Range, Value};
use scenario::schema::Kind;
use scenario::{SyntaxKind, laid_out};

/// The widest line, in characters, as long as its content lets it: that of `two-hats fmt`.
const WIDEST: usize = scenario::layout::WIDEST;

/// How a file is laid out.
pub(super) struct Style {
    newline: &'static str,
    /// What a level is indented by.
    unit: String,
    separators: Separators,
    /// Whether the whole file stands on one line.
    one_line: bool,
}

impl Style {
    pub fn of(document: &Document) -> Self {
        let text = document.text();
        let newline = if text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r')) { "\r\n" } else { "\n" };
        let root = document.root();
        let first = root.at(0);
        let lead = first.map(lead).unwrap_or_default();
        let outer = indentation(document, root.range().start);
        let unit =
            lead.rsplit_once('\n').and_then(|(_, indent)| indent.strip_prefix(outer)).filter(|unit| !unit.is_empty());
        let colon = first.and_then(|first| Some(text.get(first.key_range()?.end..first.range().start)?.to_owned()));
        let colon = colon.filter(|colon| colon.trim_matches([' ', '\t']) == ":").unwrap_or_else(|| ": ".into());
        let one_line = first.is_some() && !lead.contains('\n') && !text.trim().contains('\n');
        // A file that spares its spaces spares them everywhere.
        let spare = one_line && colon == ":";
        let (comma, pad) = if spare { (",", "") } else { (", ", " ") };
        Style { newline, unit: unit.unwrap_or("  ").to_owned(), separators: Separators { colon, comma, pad }, one_line }
    }

    pub fn newline(&self) -> &'static str {
        self.newline
    }

    pub fn comma(&self) -> &'static str {
        self.separators.comma
    }

    /// A key and what stands before its value.
    pub fn key(&self, key: &str) -> String {
        scenario::layout::quoted(key) + &self.separators.colon
    }

    /// A value on one line.
    pub fn flat(&self, value: &Value, kind: Option<&'static Kind>) -> String {
        let mut out = String::new();
        value.clone().ordered(kind).json(&self.separators, &mut out);
        out
    }

    /// A value as `two-hats fmt` would lay it out where lines are indented by `indent`, on a line that has some characters
    /// already.
    pub fn laid(&self, value: &Value, kind: Option<&'static Kind>, indent: &str, before: usize) -> String {
        let flat = self.flat(value, kind);
        if self.one_line { flat } else { self.laid_json(&flat, kind, indent, before) }
    }

    /// The same of a value that is JSON already.
    pub fn laid_json(&self, json: &str, kind: Option<&'static Kind>, indent: &str, before: usize) -> String {
        let level = indent.chars().count() / self.unit.chars().count().max(1);
        laid_out(json, kind, level, before).map_or_else(|| json.to_owned(), |laid| self.restyled(&laid, indent, level))
    }

    /// What is laid out in the steady layout, in this one.
    fn restyled(&self, laid: &str, indent: &str, level: usize) -> String {
        let mut lines = laid.split('\n');
        let mut out = self.with_colons(lines.next().unwrap_or_default());
        for line in lines {
            let inside = line.trim_start_matches(' ');
            let levels = ((line.len() - inside.len()) / 2).saturating_sub(level);
            out.push_str(self.newline);
            out.push_str(indent);
            out.push_str(&self.unit.repeat(levels));
            out.push_str(&self.with_colons(inside));
        }
        out
    }

    fn with_colons(&self, line: &str) -> String {
        if self.separators.colon == ": " {
            return line.to_owned();
        }
        let mut out = String::with_capacity(line.len());
        let (mut quoted, mut escaped, mut after) = (false, false, false);
        for c in line.chars() {
            // The space behind a colon belongs to it.
            if after && c == ' ' {
                after = false;
                continue;
            }
            after = c == ':' && !quoted;
            if after {
                out.push_str(&self.separators.colon)
            } else {
                out.push(c)
            }
            quoted ^= c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
        }
        out
    }

    /// A container on one line with something changed in it: as it is where that fits its line, and otherwise as it would
    /// be laid out. `changed` is the container's new text. What is given back is the range that is to be written, and how.
    pub fn settled(&self, container: Node<'_>, changed: String) -> (Range, String) {
        let document = container.document;
        let (mut outer, mut changed) = (container, changed);
        while let Some(parent) = outer.parent().filter(|parent| !parent.source().contains('\n') && parent.is_whole()) {
            let (around, inner) = (parent.range(), outer.range());
            let before = document.text().get(around.start..inner.start).unwrap_or_default();
            let after = document.text().get(inner.end..around.end).unwrap_or_default();
            changed = format!("{before}{changed}{after}");
            outer = parent;
        }
        let range = outer.range();
        let line = document.line(range.start);
        let width = |range: Range| document.text().get(range).map_or(0, |text| text.chars().count());
        let (before, old, after) =
            (width(line.start..range.start), width(range.clone()), width(range.end..line.end.max(range.end)));
        let kind = document.kind(&outer.path());
        let hugs = kind.and_then(crate::value::type_of).is_some_and(|of| of.hugs);
        let fits = before + changed.chars().count() + after <= WIDEST;
        let wide_before = before + old + after > WIDEST && !hugs;
        if self.one_line || fits || wide_before || changed.contains('\n') {
            return (range, changed);
        }
        let indent = indentation(document, range.start).to_owned();
        // A layout that changed the order of what was there would change more than it must.
        let json = Document::new(&*changed);
        let kind = kind.filter(|kind| in_order(json.root(), kind));
        let laid = self.laid_json(&changed, kind, &indent, before + after.min(1));
        (range, laid)
    }
}

/// Whether the members of an object, and of what is in it, stand in the documented order.
fn in_order(node: Node<'_>, kind: &'static Kind) -> bool {
    let of = crate::value::type_of(kind);
    let ranks = node.children().map(|child| of.zip(child.key()).map_or(0, |(of, key)| crate::value::rank(of, key)));
    let sorted = node.kind() != SyntaxKind::Object || ranks.is_sorted();
    let ordered = |child: Node<'_>| crate::document::inside(kind, child.key()).is_none_or(|kind| in_order(child, kind));
    sorted && node.children().all(ordered)
}

/// What stands between a value, with its key, and what comes before it in its container: the bracket or the comma.
pub(super) fn lead(node: Node<'_>) -> &str {
    let end = node.item_range().start;
    let text = node.document.text().get(..end).unwrap_or_default();
    let from = text.trim_end_matches([' ', '\t', '\r', '\n']).len();
    node.document.text().get(from..end).unwrap_or_default()
}

/// What the line of a byte is indented by.
pub(super) fn indentation(document: &Document, byte: usize) -> &str {
    let line = document.text().get(document.line(byte)).unwrap_or_default().trim_start_matches('\u{feff}');
    let length = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..length).unwrap_or_default()
}
