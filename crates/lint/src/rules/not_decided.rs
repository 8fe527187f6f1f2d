//! What is said where too many states were met to decide anything.

use crate::{Rule, Severity};

/// The rule; checking itself looks for it, when the analysis gives up.
pub(crate) const RULE: Rule = Rule {
    code: "not-decided",
    severity: Severity::Note,
    summary: "There are more states than were allowed to be looked at, so some rules were left out.",
    why: "What can be reached, and how likely it is, is computed over every state that a run can be in: its step, \
          its meters, its flags. Where those are more than the limit (in a \
          story of hundreds of decisions, or of many conditions, a state counts for several), nothing is guessed: the rules on reaching, \
          weight and shares are left out, and this note says so. A higher limit decides it, or fewer flags and \
          smaller numbers do, because then more runs come together again in one state.",
    bad: &[],
    mend: "",
    miss: &[],
    check: None,
};

#[test]
fn it_is_said_when_there_are_too_many_states_and_only_then() {
    let bytes = include_bytes!("base.json");
    let said = |states| crate::check(bytes, &crate::Options { states, ..Default::default() });
    let codes = |states| {
        let found = said(states).diagnostics.into_iter().map(|found| found.code);
        found.filter(|code| *code != "text-length").collect::<Vec<_>>()
    };
    assert_eq!(codes(3), ["not-decided"]);
    assert_eq!(codes(3_000), [""; 0]);
    assert_eq!(codes(0), [""; 0], "nothing was asked for");
    assert_eq!(said(3).undecided.map(|too_many| too_many.limit), Some(3));
}
