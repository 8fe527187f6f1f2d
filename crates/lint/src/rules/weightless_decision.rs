//! A decision that changes nothing.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::{Response, Step};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "weightless-decision",
    severity: Severity::Warning,
    summary: "Whatever is answered here, the outcomes stay as likely as they were.",
    why: "In every state that a run can be in here, all responses lead to the same outcome shares: the \
          probabilities of the four outcomes for a player who picks by chance from there on. The decision costs \
          the player thought and has no price. The shares are exact.",
    bad: &[
        (
            r#""consequence": ["There is cake."],
          "next": "end""#,
            r#""consequence": ["There is cake."],
          "next": "the-evening""#,
        ),
        (
            r#""consequence": ["You find three gaps and close them."],
          "next": "end"
        }
      }
    }"#,
            r#""consequence": ["You find three gaps and close them."],
          "next": "the-evening"
        }
      }
    },
    "the-evening": {
      "title": "The evening",
      "dimension": "outcomes",
      "situation": ["The lights go out."],
      "responses": {
        "give-a-speech": {
          "stance": "leader",
          "text": "Say a few words on what this was for.",
          "sets": ["promised"],
          "consequence": ["They clap."],
          "next": "end"
        },
        "count-the-chairs": {
          "stance": "manager",
          "text": "Count the chairs before the van comes.",
          "consequence": ["All there."],
          "next": "end"
        }
      }
    }"#,
        ),
    ],
    mend: "Let its responses move a meter, or lead on to different steps; or end the story before it.",
    miss: &[(
        r#""text": "Bring them to one table and speak of the town.",
          "effect": { "leadership": 2, "management": -1 }"#,
        r#""text": "Bring them to one table and speak of the town.",
          "effect": { "leadership": 1 }"#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let weightless = facts.reached().filter(|(_, _, proved)| proved.weightless);
    let finding = |(at, step, _): (usize, &Step, _)| {
        let message =
            format!("The decision at `{}` has no weight: each response leads to the same outcome shares.", step.id);
        let first = step.responses.first();
        let alike = |other: &Response| first.is_none_or(|one| (one.effect, &one.next) == (other.effect, &other.next));
        let help = if step.responses.iter().all(alike) {
            "Let its responses move the meters, or lead on to different steps."
        } else {
            "What its responses do to the meters changes no outcome: by here all is settled, or later steps make up for \
             it. Let them do more, or settle less before it."
        };
        Finding::in_step(at, Place::step(at), message, help)
    };
    weightless.map(finding).collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
