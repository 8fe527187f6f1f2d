//! For people: each diagnostic in the manner of rustc, with the line itself and a mark under it.

use super::shown::visible;
use super::{File, shown, shown_lines};
use crate::{Diagnostic, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use scenario::{Positions, Span};
use std::ops::Range;

/// Diagnostics of all files, in colours or without.
pub fn text(files: &[File<'_>], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for file in files {
        let name = shown(file.name);
        let source = Source { name: &name, bytes: file.bytes, positions: Positions::new(file.bytes) };
        for diagnostic in &file.checked.diagnostics {
            out.push_str(&renderer.render(&source.groups(diagnostic)));
            out.push_str("\n\n");
        }
        if file.checked.omitted > 0 {
            out.push_str(&format!("and {} more in {name}\n\n", file.checked.omitted));
        }
    }
    out
}

/// A file to show pieces of.
struct Source<'a> {
    name: &'a str,
    bytes: &'a [u8],
    positions: Positions<'a>,
}

/// How many lines may lie between two places that are shown as one piece.
const NEAR: u32 = 8;

/// The longest line, in bytes, that is shown as a whole; of a longer one, what stands around the place is.
const LONGEST: usize = 600;

/// How many responses of a witness are named.
const NAMED: usize = 24;

impl<'a> Source<'a> {
    fn groups(&self, diagnostic: &'a Diagnostic) -> Vec<Group<'a>> {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.primary_title(shown_lines(&diagnostic.message)).id(diagnostic.code);
        let mut groups = vec![self.pieces(title.elements([] as [Snippet<'_, Annotation<'_>>; 0]), diagnostic)];
        if let Some(witness) = diagnostic.witness.as_ref().filter(|witness| !witness.is_empty()) {
            let mut named = witness.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
            if witness.len() > NAMED {
                named.push_str(&format!(" and {} more", witness.len() - NAMED));
            }
            groups
                .push(Group::with_title(Level::NOTE.secondary_title(shown(&format!("with these responses: {named}")))));
        }
        if !diagnostic.help.is_empty() {
            groups.push(Group::with_title(Level::HELP.secondary_title(shown_lines(&diagnostic.help))));
        }
        groups
    }

    /// The pieces of the file that a diagnostic marks: places that lie near one another are one piece.
    fn pieces(&self, mut group: Group<'a>, diagnostic: &'a Diagnostic) -> Group<'a> {
        let related = diagnostic.related.iter().map(|related| Mark::new(self, related.span, Some(&*related.message)));
        let mut marks: Vec<Mark<'a>> = std::iter::once(Mark::new(self, diagnostic.span, None)).chain(related).collect();
        while !marks.is_empty() {
            let mut lines = marks[0].lines.clone();
            let mut here = Vec::new();
            marks.retain(|mark| {
                let near = mark.lines.start <= lines.end + NEAR && lines.start <= mark.lines.end + NEAR;
                if near {
                    lines = lines.start.min(mark.lines.start)..lines.end.max(mark.lines.end);
                    here.push(mark.clone());
                }
                !near
            });
            let (from, to) = (self.positions.line_bytes(lines.start).0, self.positions.line_bytes(lines.end).1);
            if to.saturating_sub(from) <= LONGEST * (1 + lines.len()) {
                group = group.element(self.snippet(from..to, lines.start, &here).path(self.name));
            } else {
                for mark in &here {
                    group = self.excerpt(group, mark);
                }
            }
        }
        group
    }

    fn snippet(&self, piece: Range<usize>, line: u32, marks: &[Mark<'a>]) -> Snippet<'a, Annotation<'a>> {
        let text = visible(&String::from_utf8_lossy(self.bytes.get(piece.clone()).unwrap_or_default()));
        let annotations = marks.iter().map(|mark| mark.annotation(self.within(&piece, mark.span, &text)));
        let annotations: Vec<Annotation<'a>> = annotations.collect();
        Snippet::source(text).line_start(line as usize).annotations(annotations)
    }

    /// What stands around a place in a line too long to be shown; the place is told in words.
    fn excerpt(&self, group: Group<'a>, mark: &Mark<'a>) -> Group<'a> {
        const AROUND: usize = 60;
        let at = self.positions.at(mark.span.start);
        let (start, end) = self.positions.line_bytes(at.line);
        let place = (mark.span.start as usize).clamp(start, end);
        let from = self.boundary(place.saturating_sub(AROUND).max(start));
        let to = self.boundary((place + AROUND).min(end));
        let origin = Origin::path(self.name).line(at.line as usize).char_column(at.column as usize);
        let cut = Mark { span: Span::new(place, (mark.span.end as usize).clamp(place, to.max(place))), ..mark.clone() };
        group.element(origin).element(self.snippet(from..to.max(from), at.line, &[cut]))
    }

    /// Where a span stands in a piece of the file, as a range of that piece's text.
    fn within(&self, piece: &Range<usize>, span: Span, text: &str) -> Range<usize> {
        let place = |byte: u32| {
            let byte = self.boundary((byte as usize).clamp(piece.start, piece.end));
            let before = self.bytes.get(piece.start..byte).unwrap_or_default();
            floor(text, visible(&String::from_utf8_lossy(before)).len())
        };
        let start = place(span.start);
        start..place(span.end).max(start)
    }

    /// The nearest place at or after a byte where a character begins.
    fn boundary(&self, byte: usize) -> usize {
        let inside = |at: &usize| self.bytes.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80);
        (byte..byte + 4).find(|at| !inside(at)).unwrap_or(byte)
    }
}

/// A place to mark.
#[derive(Clone)]
struct Mark<'a> {
    span: Span,
    /// What is said beside it; `None` for the place that the diagnostic is about.
    label: Option<&'a str>,
    /// Its first and its last line.
    lines: Range<u32>,
}

impl<'a> Mark<'a> {
    fn new(source: &Source<'_>, span: Span, label: Option<&'a str>) -> Self {
        let (start, end) = source.positions.of(span);
        Mark { span, label, lines: start.line..end.line }
    }

    fn annotation(&self, range: Range<usize>) -> Annotation<'a> {
        match self.label {
            Some(label) => AnnotationKind::Context.span(range).label(shown(label)),
            None => AnnotationKind::Primary.span(range),
        }
    }
}

/// The nearest place at or before a byte where a character begins.
fn floor(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check};

    fn shown(bytes: &[u8]) -> String {
        let checked = check(bytes, &Options::default());
        text(&[File { name: "night.json", bytes, checked: &checked }], false)
    }

    #[test]
    fn an_error_is_shown_where_it_is_with_the_first_of_two_beside_it() {
        let report = shown("\u{feff}{\r\n  \"id\": \"x\",\r\n  \"å\": 1, \"id\": \"y\"\r\n}".as_bytes());
        for part in [
            "error[duplicate-key]: The key `id` stands twice in this object.",
            "--> night.json:3:11",
            "2 |   \"id\": \"x\",",
            "---- It stands here first.",
            "3 |   \"å\": 1, \"id\": \"y\"",
            "^^^^",
            "help: Rename one of them, or take one out.",
        ] {
            assert!(report.contains(part), "{part} is not in\n{report}");
        }
    }

    #[test]
    fn of_an_endless_line_what_stands_around_the_place_is_shown() {
        let report = shown(format!("{{\"id\": \"{}\", \"rolle\": 1}}", "å".repeat(5_000)).as_bytes());
        assert!(report.contains("night.json:1:5012"), "{report}");
        assert!(report.contains("\"rolle\""), "{report}");
        assert!(report.len() < 20_000, "{}", report.len());
    }

    #[test]
    fn no_file_is_too_bent_to_be_shown() {
        for bytes in
            [&b""[..], b"\0", b"\xFF\xFE", b"{\"a\xFF", "{\"title\": \"åäö".as_bytes(), b"\xEF\xBB\xBF", b"[\n[\n"]
        {
            assert!(shown(bytes).contains("error["), "{bytes:?}");
        }
    }
}
