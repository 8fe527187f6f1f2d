//! A language that is no language's tag.

use crate::finding::{Facts, Finding, Place};
use crate::language::{Doubt, doubt};
use crate::{Rule, Severity};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-language",
    severity: Severity::Warning,
    summary: "The `language` is not a language's tag, such as `en` or `pt-BR`.",
    why: "A screen reader picks its voice by the tag, a browser its hyphens, its quotation marks and the side on which \
          a line begins. A tag is a language's two letters (three, where it has no two), and where it matters a script \
          or a country behind a `-`, as BCP 47 says. By any other name the texts are read in the wrong voice.",
    bad: &[(r#""language": "en""#, r#""language": "english""#)],
    mend: "Write the tag: `en`.",
    miss: &[(r#""language": "en""#, r#""language": "en-GB""#)],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let language = facts.scenario.language();
    let finding = |doubt: Doubt| {
        let help = match doubt {
            Doubt::Meant(tag) => format!("Did you mean `{tag}`?"),
            Doubt::Unknown => "Write a tag such as `en`, `de` or `pt-BR`.".into(),
        };
        let message = format!("`{}` is not the tag of a language.", language.chars().take(64).collect::<String>());
        Finding::at(Place::field("language").value(), message, &help)
    };
    doubt(language).map(finding).into_iter().collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
