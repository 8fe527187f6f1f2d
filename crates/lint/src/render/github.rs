//! For a pull request: workflow commands that GitHub shows beside the line.

use super::{File, shown_lines};
use crate::{Diagnostic, Severity};
use scenario::Positions;
use std::fmt::Write as _;

/// Diagnostics as workflow commands, a line each, and none but those.
pub fn github(files: &[File<'_>]) -> String {
    let mut out = String::new();
    for file in files {
        let positions = Positions::new(file.bytes);
        for diagnostic in &file.checked.diagnostics {
            command(&mut out, file.name, &positions, diagnostic);
        }
    }
    out
}

fn command(out: &mut String, file: &str, positions: &Positions<'_>, diagnostic: &Diagnostic) {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = positions.of(diagnostic.span);
    let mut says = diagnostic.message.clone();
    if !diagnostic.help.is_empty() {
        says.push('\n');
        says.push_str(&diagnostic.help);
    }
    // A string takes all that is written to it.
    let _ = writeln!(
        out,
        "::{level} file={},line={},endLine={},col={},endColumn={},title={}::{}",
        property(&shown_lines(file)),
        start.line,
        end.line,
        start.column,
        end.column,
        diagnostic.code,
        data(&shown_lines(&says))
    );
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
