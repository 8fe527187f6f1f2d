//! How each rule's example is tried.

use crate::rule::{Change, Rule};
use crate::{Folder, Options, check};
use scenario::Beside;
use std::collections::BTreeSet;

/// A small scenario without any diagnostic, which the examples change.
pub(super) const BASE: &str = include_str!("base.json");

/// A longer one, where half of the decisions are enough to settle something.
const LONG: &str = include_str!("long.json");

/// What makes a text of the base scenario longer: 18 words.
pub(super) const LATE: &str = "It is late, and they are all tired. The phone rings, and not one of them gets up. ";

/// The base scenario with texts as long as they should be.
pub(super) fn full() -> String {
    let last = "\"consequence\": [\"There is cake";
    let longer =
        format!("{last}, and a card that all of them have signed. Tom asks who takes the first slice on Saturday");
    let text = BASE.replacen(last, &longer, 1);
    let text = text.replace("\"consequence\": [\"", &format!("\"consequence\": [\"{LATE}"));
    let text = text.replace(&format!("{LATE}There is"), "There is");
    text.replace("\"story\": [\"", &format!("\"story\": [\"{}", LATE.repeat(7)))
}

/// What lies beside the base scenarios: a drawing, one that has a script, and one that is called otherwise.
fn beside(file: &str) -> Beside {
    let files: [(&str, &[u8]); 3] = [
        ("doors.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9v9z'/></svg>"),
        ("quarrel.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("doors.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ];
    let files = files.map(|(name, bytes)| (name, std::rc::Rc::from(bytes)));
    Beside::among(file, files.iter().map(|(name, bytes)| (*name, bytes)))
}

/// A rule's base scenario with some changes, each of a piece that stands in it once.
fn changed(rule: &Rule, changes: &[Change]) -> String {
    let base = match rule.code {
        "decided-early" => LONG.to_owned(),
        "text-length" => full(),
        _ => BASE.to_owned(),
    };
    changes.iter().fold(base, |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "this must stand once in the base scenario: {old}");
        text.replacen(old, new, 1)
    })
}

/// The codes of all that is said about a text, with the messages for whoever reads a failure. That the base scenarios' texts
/// are short, which lets an example be read, is not.
pub(super) fn said(text: &str) -> (BTreeSet<&'static str>, String) {
    all_said(text, |code| code != "text-length")
}

fn all_said(text: &str, counts: impl Fn(&str) -> bool) -> (BTreeSet<&'static str>, String) {
    let folder = Some(Folder(&beside));
    let mut checked = check(text.as_bytes(), &Options { file_stem: Some("open-day"), folder, ..Options::default() });
    checked.diagnostics.retain(|found| counts(found.code));
    let messages: Vec<String> =
        checked.diagnostics.iter().map(|found| format!("{}: {}", found.code, found.message)).collect();
    (checked.diagnostics.iter().map(|found| found.code).collect(), messages.join("\n"))
}

/// The bad example triggers this rule and nothing else, and the near miss nothing at all.
pub fn holds(rule: &Rule) {
    let said = |text: &str| all_said(text, |code| code == rule.code || code != "text-length");
    let (codes, messages) = said(&changed(rule, rule.bad));
    assert_eq!(codes, BTreeSet::from([rule.code]), "the example of `{}` says:\n{messages}", rule.code);
    let (codes, messages) = said(&changed(rule, rule.miss));
    assert!(codes.is_empty(), "the near miss of `{}` says:\n{messages}", rule.code);
    assert!(!rule.miss.is_empty(), "`{}` has no near miss", rule.code);
}

#[test]
fn the_base_scenarios_are_clean() {
    for base in [BASE, LONG] {
        let (codes, messages) = said(base);
        assert!(codes.is_empty(), "{messages}");
    }
}

#[test]
fn every_rule_has_a_name_of_its_own_and_a_page() {
    let rules = crate::rules();
    let codes: BTreeSet<&str> = rules.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), rules.len());
    for rule in rules {
        assert!(rule.summary.ends_with('.') && rule.why.ends_with('.'), "{}", rule.code);
        let shown = rule.severity == crate::Severity::Note || (!rule.bad.is_empty() && rule.mend.ends_with('.'));
        assert!(shown, "{}", rule.code);
    }
}
