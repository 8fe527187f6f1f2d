//! For programs: one array of all diagnostics of all files.

use super::{File, commas, quote};
use crate::Diagnostic;
use scenario::Positions;
use std::fmt::Write as _;

/// Diagnostics as one JSON array; lines and columns count from 1, columns in characters.
pub fn json(files: &[File<'_>]) -> String {
    let mut out = String::from("[");
    let mut first = true;
    for file in files {
        let positions = Positions::new(file.bytes);
        for diagnostic in &file.checked.diagnostics {
            if !std::mem::take(&mut first) {
                out.push_str(",\n ");
            }
            object(&mut out, file.name, &positions, diagnostic);
        }
    }
    out.push_str("]\n");
    out
}

fn object(out: &mut String, file: &str, positions: &Positions<'_>, diagnostic: &Diagnostic) {
    let _ = write!(out, r#"{{"code":"{}","severity":"{}","message":"#, diagnostic.code, diagnostic.severity.name());
    quote(out, &diagnostic.message);
    out.push_str(",\"file\":");
    quote(out, file);
    let (start, end) = positions.of(diagnostic.span);
    // A string takes all that is written to it.
    let _ = write!(
        out,
        r#","line":{},"column":{},"end_line":{},"end_column":{}"#,
        start.line, start.column, end.line, end.column
    );
    if !diagnostic.help.is_empty() {
        out.push_str(",\"help\":");
        quote(out, &diagnostic.help);
    }
    if !diagnostic.related.is_empty() {
        out.push_str(",\"related\":[");
        commas(out, &diagnostic.related, |out, related| {
            out.push_str("{\"message\":");
            quote(out, &related.message);
            let at = positions.at(related.span.start);
            let _ = write!(out, r#","line":{},"column":{}}}"#, at.line, at.column);
        });
        out.push(']');
    }
    if let Some(witness) = &diagnostic.witness {
        out.push_str(",\"witness\":[");
        commas(out, witness, |out, id| quote(out, id));
        out.push(']');
    }
    out.push('}');
}
