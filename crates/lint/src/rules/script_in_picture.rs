//! A drawing that has a script.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::PictureKind;
use scenario::Segment::Key;

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "script-in-picture",
    severity: Severity::Warning,
    summary: "A drawing has a script, or fetches something.",
    why: "Drawings are shown as pictures alone, so that nothing in them runs and nothing is fetched. It is harmless, and \
          what was meant to move or to be fetched is not there. Shown by itself, in a window of its own, such a file may do \
          what its script says.",
    bad: &[(
        r#""minutes": 5,"#,
        "\"minutes\": 5,\n  \"image\": { \"file\": \"quarrel.svg\", \"alt\": \"The doors of the school stand open.\" },",
    )],
    mend: "Save it anew as a plain drawing.",
    miss: &[(
        r#""minutes": 5,"#,
        "\"minutes\": 5,\n  \"image\": { \"file\": \"doors.svg\", \"alt\": \"The doors of the school stand open.\" },",
    )],
    check: Some(check),
};

/// What could run or fetch something, were a drawing more than a picture: pieces of its text, in small letters.
const ACTIVE: [&str; 6] = ["<script", "javascript:", "<foreignobject", "<iframe", "href=\"http", "href='http"];

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let svg = |file: &str| {
        let picture = facts.scenario.picture(file).filter(|_| PictureKind::of_name(file) == Some(PictureKind::Svg))?;
        Some(std::str::from_utf8(&picture.bytes).ok()?.to_ascii_lowercase())
    };
    let is_active = |text: String| ACTIVE.into_iter().any(|piece| text.contains(piece)) || has_handler(&text);
    let found = facts.scenario.images().filter(|(_, image)| svg(&image.file).is_some_and(is_active));
    let finding = |(at, image): (u32, &scenario::Image)| {
        let step = (at as usize).checked_sub(1);
        let place = step.map_or(Place::field("image"), |step| Place::step(step).then(Key("image")));
        let message = format!("The drawing `{}` has a script, or fetches something: neither happens here.", image.file);
        let help = "Save it anew as a plain drawing, or take the script out.";
        Finding { step, ..Finding::at(place.then(Key("file")).value(), message, help) }
    };
    found.map(finding).collect()
}

/// Whether a drawing has an attribute such as `onload`.
fn has_handler(text: &str) -> bool {
    text.match_indices("on").any(|(at, _)| {
        let name = text[at + 2..].trim_start_matches(|letter: char| letter.is_ascii_lowercase());
        let is_named = text[..at].ends_with(char::is_whitespace) && name.len() < text.len() - at - 2;
        is_named && name.trim_start().strip_prefix('=').is_some_and(|value| value.trim_start().starts_with(['"', '\'']))
    })
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
