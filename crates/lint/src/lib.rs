//! What is wrong with a scenario, and what it will do to players that its author hardly meant.
//!
//! Errors come from reading ([`scenario::read`]) and keep a scenario from being played; warnings come from the
//! rules here, and an author can allow each with a reason. One rule is one file of `rules`: what it is called, what
//! it means and why it matters, an example, its check, its test. [`render`] shows what was found.
//!
//! ```
//! use lint::{Options, Severity, check};
//!
//! let file = std::fs::read("../../scenarios/crisis.json")?;
//! assert_eq!(check(&file, &Options::default()).count(Severity::Error), 0);
//!
//! let checked = check(b"{\"format\": 1, \"titel\": \"A slip\"}", &Options::default());
//! let slip = checked.diagnostics.iter().find(|found| found.code == "unknown-field");
//! assert!(slip.is_some_and(|slip| slip.help.contains("title")));
//! # Ok::<(), std::io::Error>(())
//! ```

mod diagnostic;
mod explain;
mod finding;
mod grade;
mod language;
mod markup;
pub mod render;
mod rule;
mod rules;

pub use diagnostic::{Diagnostic, Severity};
pub use explain::{checks_page, explain};
pub use grade::grade;
pub use rule::Rule;

use analysis::{Analysis, TooMany};
use finding::{Facts, Finding};
use scenario::sorted::sort_by_key;
use scenario::{Beside, Limits, ReadErrors, Related, Scenario, Segment, SourceMap, Span};
use std::fmt;
use std::rc::Rc;

/// How to check.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The file's name without `.json`, which the scenario's id must be; `None` where there is no file.
    pub file_stem: Option<&'a str>,
    /// The file's whole name, where it is another than that with `.json` behind.
    pub file_name: Option<&'a str>,
    /// The limits that the file is read under.
    pub limits: Limits,
    /// How many states an analysis visits at most; 0 for no analysis at all.
    pub states: usize,
    /// What lies beside the file; `None` where that is not known, and pictures are not looked for.
    pub folder: Option<Folder<'a>>,
}

/// Looks up what lies beside a scenario under the name of a picture.
#[derive(Clone, Copy)]
pub struct Folder<'a>(pub &'a dyn Fn(&str) -> Beside);

impl fmt::Debug for Folder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Folder")
    }
}

impl Default for Options<'_> {
    fn default() -> Self {
        let (limits, states) = (Limits::default(), analysis::STATE_LIMIT);
        Options { file_stem: None, file_name: None, limits, states, folder: None }
    }
}

/// What came of checking a file.
#[derive(Clone, Debug)]
pub struct Checked {
    /// All that was found, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there are, past the most that are listed.
    pub omitted: usize,
    /// The scenario, where the file could be read.
    pub scenario: Option<Rc<Scenario>>,
    /// What is proved about it, where that was asked for and decided.
    pub analysis: Option<Analysis>,
    /// Why nothing is proved about it, where the states were too many.
    pub undecided: Option<TooMany>,
}

impl Checked {
    /// How many diagnostics of a severity are listed.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}

/// How many diagnostics are listed; the rest is counted, so that rubbish cannot fill the memory or the screen.
const MOST: usize = 10_000;

/// Checks a file: all that is wrong with it, and, where it can be read, all that its author should know.
pub fn check(bytes: &[u8], options: &Options<'_>) -> Checked {
    let read = match options.folder {
        Some(Folder(look)) => scenario::read_beside(bytes, &options.limits, &mut |file| look(file)),
        None => scenario::read(bytes, &options.limits),
    };
    match read {
        Ok(scenario) => readable(bytes, Rc::new(scenario), options),
        Err(errors) => unreadable(bytes, &errors, options),
    }
}

/// All rules, in the order of their page: errors first.
pub fn rules() -> &'static [&'static Rule] {
    &rules::ALL
}

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.code == code).copied()
}

fn unreadable(bytes: &[u8], errors: &ReadErrors, options: &Options<'_>) -> Checked {
    let mut diagnostics: Vec<Diagnostic> = errors.iter().map(Diagnostic::of).collect();
    let omitted = errors.count() - diagnostics.len();
    if let Some(stem) = options.file_stem {
        let source_map = SourceMap::new(bytes, &options.limits);
        // A text that is no id has its own error.
        let id = source_map.text(&ID).filter(|id| scenario::Id::new(id).is_some());
        diagnostics.extend(id.and_then(|id| mismatch(id, stem, options.file_name, &source_map)));
    }
    let (diagnostics, cut) = in_order(diagnostics);
    Checked { diagnostics, omitted: omitted + cut, scenario: None, analysis: None, undecided: None }
}

const ID: [Segment<'static>; 1] = [Segment::Key("id")];

/// The error of an id that is not the file's name.
fn mismatch(id: &str, stem: &str, name: Option<&str>, source_map: &SourceMap<'_>) -> Option<Diagnostic> {
    let name = name.map_or_else(|| format!("{stem}.json"), str::to_owned);
    let rename = format!("ename the file to `{id}.json`");
    let help = match scenario::Id::new(stem) {
        Some(other) => format!("Write `\"id\": \"{other}\"`, or r{rename}."),
        None => format!("R{rename}: what it is called now cannot be an id."),
    };
    (id != stem).then(|| Diagnostic {
        code: rules::ID_MISMATCH.code,
        severity: rules::ID_MISMATCH.severity,
        message: format!("The scenario's id is `{id}`, and its file is called `{name}`."),
        span: source_map.value(&ID),
        help,
        related: Vec::new(),
        witness: None,
    })
}

fn readable(bytes: &[u8], scenario: Rc<Scenario>, options: &Options<'_>) -> Checked {
    let (analysis, undecided) = match options.states {
        0 => (None, None),
        limit => match analysis::analyse(&scenario, limit) {
            Ok(analysis) => (Some(analysis), None),
            Err(too_many) => (None, Some(too_many)),
        },
    };
    let found = found(&Facts { scenario: &scenario, analysis: analysis.as_ref() });
    let stem = options.file_stem.filter(|stem| *stem != scenario.id().as_str());
    let mut diagnostics = Vec::with_capacity(found.len());
    if stem.is_some() || !found.is_empty() {
        let source_map = SourceMap::new(bytes, &options.limits);
        let id = scenario.id().as_str();
        diagnostics.extend(stem.and_then(|stem| mismatch(id, stem, options.file_name, &source_map)));
        diagnostics.extend(found.into_iter().map(|(rule, finding)| placed(rule, finding, &source_map)));
    }
    diagnostics.extend(undecided.as_ref().map(not_decided));
    let (diagnostics, omitted) = in_order(diagnostics);
    Checked { diagnostics, omitted, scenario: Some(scenario), analysis, undecided }
}

/// What the rules find and the author does not allow.
fn found(facts: &Facts<'_>) -> Vec<(&'static Rule, Finding)> {
    let mut all = Vec::new();
    for rule in rules() {
        let Some(check) = rule.check else { continue };
        if allows(facts.scenario.allow(), rule) {
            continue;
        }
        let steps = facts.scenario.steps();
        let allowed = |finding: &Finding| finding.step.is_some_and(|step| allows(&steps[step].allow, rule));
        let findings = check(facts).into_iter().filter(|finding| !allowed(finding));
        all.extend(findings.map(|finding| (*rule, finding)));
    }
    all
}

/// Whether a list of what is meant names a rule; only warnings can be meant, and reading sees to that.
fn allows(allow: &[(Box<str>, Box<str>)], rule: &Rule) -> bool {
    allow.iter().any(|(code, _)| **code == *rule.code)
}

fn placed(rule: &'static Rule, finding: Finding, source_map: &SourceMap<'_>) -> Diagnostic {
    let related = finding.related.into_iter();
    Diagnostic {
        code: rule.code,
        severity: rule.severity,
        message: finding.message,
        span: finding.place.span(source_map),
        help: finding.help,
        related: related.map(|(place, message)| Related { span: place.span(source_map), message }).collect(),
        witness: finding.witness,
    }
}

fn not_decided(too_many: &TooMany) -> Diagnostic {
    let limit = too_many.limit;
    Diagnostic {
        code: rules::NOT_DECIDED.code,
        severity: rules::NOT_DECIDED.severity,
        message: format!(
            "A run of this scenario can be in more states than the {limit} that are looked at, those with very long \
             numbers or many conditions counting for several: what can be reached, and how likely it is, is not decided."
        ),
        span: Span::default(),
        help: "Let steps come together again with fewer flags and smaller numbers. The command line goes further: \
               `two-hats check --limit`."
            .into(),
        related: Vec::new(),
        witness: None,
    }
}

/// In the order of the file, and how many were cut.
fn in_order(mut diagnostics: Vec<Diagnostic>) -> (Vec<Diagnostic>, usize) {
    sort_by_key(&mut diagnostics, |diagnostic| diagnostic.span);
    let cut = diagnostics.len().saturating_sub(MOST);
    diagnostics.truncate(MOST);
    (diagnostics, cut)
}
