//! For code scanning: SARIF 2.1.0, the common format of checkers' results.

use super::{File, commas, quote};
use crate::{Diagnostic, Rule, rules};
use scenario::{Positions, Span};
use std::fmt::Write as _;

/// Diagnostics as one SARIF log with one run.
pub fn sarif(files: &[File<'_>]) -> String {
    let mut out = String::from(
        r#"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","tool":{"driver":{"name":"two-hats","version":"#,
    );
    quote(&mut out, env!("CARGO_PKG_VERSION"));
    out.push_str(",\"rules\":[");
    commas(&mut out, rules(), |out, rule| descriptor(out, rule));
    out.push_str("]}},\"results\":[");
    let mut first = true;
    for file in files {
        let (positions, uri) = (Positions::new(file.bytes), uri(file.name));
        for diagnostic in &file.checked.diagnostics {
            if !std::mem::take(&mut first) {
                out.push(',');
            }
            result(&mut out, &uri, &positions, diagnostic);
        }
    }
    out.push_str("]}]}\n");
    out
}

fn descriptor(out: &mut String, rule: &Rule) {
    // A string takes all that is written to it.
    let _ = write!(out, r#"{{"id":"{}","shortDescription":{{"text":"#, rule.code);
    quote(out, rule.summary);
    out.push_str("},\"fullDescription\":{\"text\":");
    quote(out, rule.why);
    let _ = write!(out, r#"}},"defaultConfiguration":{{"level":"{}"}}}}"#, rule.severity.name());
}

fn result(out: &mut String, uri: &str, positions: &Positions<'_>, diagnostic: &Diagnostic) {
    let level = diagnostic.severity.name();
    let _ = write!(out, r#"{{"ruleId":"{}","level":"{level}","message":{{"text":"#, diagnostic.code);
    let says = [&*diagnostic.message, &diagnostic.help].join(" ");
    quote(out, says.trim_end());
    out.push_str("},\"locations\":[");
    location(out, uri, positions, diagnostic.span, None);
    out.push(']');
    if !diagnostic.related.is_empty() {
        out.push_str(",\"relatedLocations\":[");
        commas(out, &diagnostic.related, |out, related| {
            location(out, uri, positions, related.span, Some(&related.message));
        });
        out.push(']');
    }
    if let Some(witness) = &diagnostic.witness {
        out.push_str(",\"properties\":{\"witness\":[");
        commas(out, witness, |out, id| quote(out, id));
        out.push_str("]}");
    }
    out.push('}');
}

fn location(out: &mut String, uri: &str, positions: &Positions<'_>, span: Span, message: Option<&str>) {
    let (start, end) = positions.of(span);
    let _ = write!(
        out,
        r#"{{"physicalLocation":{{"artifactLocation":{{"uri":"{uri}"}},"region":{{"startLine":{},"startColumn":{},"endLine":{},"endColumn":{}}}}}"#,
        start.line, start.column, end.line, end.column
    );
    if let Some(message) = message {
        out.push_str(",\"message\":{\"text\":");
        quote(out, message);
        out.push('}');
    }
    out.push('}');
}

/// A file's name as a reference that a URI may hold.
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => uri.push(char::from(byte)),
            b'\\' => uri.push('/'),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}
