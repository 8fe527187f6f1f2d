//! One thing that an author should know about a file.

use scenario::{ReadError, Related, Span};

/// How bad it is. The rule decides it, and nobody after the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be played, or does not do what its author wrote that it does.
    Error,
    /// It can be played, and is hardly meant so.
    Warning,
    /// Something to know.
    Note,
}

impl Severity {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One thing that an author should know about a file, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's code, such as `unknown-step`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in a plain sentence.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What to do next; empty where there is nothing to add.
    pub help: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// The ids of responses that, taken in order from the start, show it.
    pub witness: Option<Vec<String>>,
}

impl Diagnostic {
    /// An error of reading, which is always an error.
    pub(super) fn of(error: &ReadError) -> Self {
        Diagnostic {
            code: error.code.name(),
            severity: Severity::Error,
            message: error.message.clone(),
            span: error.span,
            help: error.help.clone(),
            related: error.related.clone(),
            witness: None,
        }
    }
}
