//! What a rule is: its facts, its page, its check.

use super::Severity;
use super::finding::{Facts, Finding};

/// A piece of text to find in the base scenario, once, and what to put in its place.
pub(super) type Change = (&'static str, &'static str);

/// One thing that can be wrong with a scenario.
#[derive(Debug)]
pub struct Rule {
    /// The name that authors see and can look up.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it says, in a line.
    pub summary: &'static str,
    /// What it means, and why it matters.
    pub why: &'static str,
    /// An example: what to change in the clean base scenario so that this rule speaks, and no other.
    pub(super) bad: &'static [Change],
    /// How to mend the example, in a sentence.
    pub mend: &'static str,
    /// A near miss: what to change so that this rule nearly speaks, and nothing does.
    pub(super) miss: &'static [Change],
    /// Looks for it in a scenario; `None` where reading the file does already.
    pub(super) check: Option<Check>,
}

/// Looks for a rule's findings.
pub(super) type Check = fn(&Facts<'_>) -> Vec<Finding>;
