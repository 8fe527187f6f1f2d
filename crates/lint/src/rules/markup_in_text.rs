//! Markup in a text.

use crate::finding::{Facts, Finding, Place};
use crate::markup::{Markup, markup, sign_of};
use crate::{Rule, Severity};
use scenario::Segment::{At, Key};
use scenario::{Line, Outcome, Step};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "markup-in-text",
    severity: Severity::Warning,
    summary: "A text has what looks like markup, and players will read it as it stands.",
    why: "Texts are plain: tags (`<b>`), names of signs (`&eacute;`), gaps (`{{name}}`), links (`[[next]]`) and stars \
          around words (`**so**`) mean nothing here, so players see the brackets and stars themselves. They mostly \
          come along from another program. A sign can be typed as it is, in any language.",
    bad: &[(r#""consequence": ["There is cake."]"#, r#""consequence": ["There is <b>cake</b>."]"#)],
    mend: "Take the tags away; let the words carry the weight.",
    miss: &[(r#""consequence": ["There is cake."]"#, r#""consequence": ["There is cake for < 20 & tea for > 20."]"#)],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let scenario = facts.scenario;
    let mut found = Found::default();
    for (key, text) in [("title", scenario.title()), ("summary", scenario.summary()), ("role", scenario.role())] {
        found.text(Place::field(key), None, text);
    }
    for (at, member) in scenario.cast().iter().enumerate() {
        let place = Place::field("cast").then(At(at));
        found.text(place.then(Key("name")), None, &member.name);
        found.text(place.then(Key("role")), None, &member.role);
    }
    for (at, flag) in scenario.flags().iter().enumerate() {
        found.text(Place::field("flags").then(At(at)), None, &flag.text);
    }
    for (at, step) in scenario.steps().iter().enumerate() {
        found.step(at, step);
    }
    for outcome in Outcome::ALL {
        for (at, variant) in scenario.outcomes().of(outcome).iter().enumerate() {
            let place = Place::field("outcomes").then(Key(outcome.name())).then(At(at));
            found.text(place.then(Key("title")), None, &variant.title);
            found.lines(place.then(Key("story")), None, &variant.story);
            found.text(place.then(Key("lesson")), None, &variant.lesson);
        }
    }
    found.0
}

#[derive(Default)]
struct Found(Vec<Finding>);

impl Found {
    fn step(&mut self, at: usize, step: &Step) {
        let place = Place::step(at);
        self.text(place.then(Key("title")), Some(at), &step.title);
        self.text(place.then(Key("moment")), Some(at), &step.moment);
        self.text(place.then(Key("pressure")).then(Key("why")), Some(at), &step.why);
        self.lines(place.then(Key("situation")), Some(at), &step.situation);
        for (number, response) in step.responses.iter().enumerate() {
            let place = Place::response(at, number);
            self.text(place.then(Key("text")), Some(at), &response.text);
            self.lines(place.then(Key("consequence")), Some(at), &response.consequence);
            self.lines(place.then(Key("note")), Some(at), &response.note);
        }
        let place = place.then(Key("facilitator"));
        for (number, question) in step.facilitator.discuss.iter().enumerate() {
            self.text(place.then(Key("discuss")).then(At(number)), Some(at), question);
        }
        self.text(place.then(Key("notes")), Some(at), &step.facilitator.notes);
    }

    fn lines(&mut self, place: Place, step: Option<usize>, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            self.text(place.then(At(at)), step, &line.text);
        }
    }

    fn text(&mut self, place: Place, step: Option<usize>, text: &str) {
        let mut pieces: Vec<&str> = Vec::new();
        let mut helps: Vec<String> = Vec::new();
        for markup in markup(text) {
            pieces.push(markup.piece());
            let help = cure(markup);
            if !helps.contains(&help) && helps.len() < 3 {
                helps.push(help);
            }
        }
        let (shown, more) = pieces.split_at(pieces.len().min(3));
        let stands = match (shown.len(), more.len()) {
            (0, _) => return,
            (1, _) => "as it stands".to_owned(),
            (_, 0) => "as they stand".to_owned(),
            (_, more) => format!("and {more} more as they stand"),
        };
        let message = format!("Players will read `{}` {stands}: texts are plain.", shown.join("`, `"));
        self.0.push(Finding { step, ..Finding::at(place.value(), message, &helps.join(" ")) });
    }
}

fn cure(markup: Markup<'_>) -> String {
    let help = match markup {
        Markup::Tag(_) => "Take the tag away. What begins a new paragraph is a line of its own.",
        Markup::Entity(piece) => {
            let sign = sign_of(piece.trim_matches(['&', ';'])).filter(|sign| !sign.contains(['\u{a0}', '\u{ad}']));
            return sign.map_or_else(
                || format!("Write the sign itself in place of `{piece}`."),
                |sign| format!("Write {sign} itself in place of `{piece}`."),
            );
        }
        Markup::Gap(_) => "Nothing is put into a gap: write what players should read.",
        Markup::Link(_) => "Write the words of a link alone. Where a response leads stands in its `next`.",
        Markup::Stress(_) => "Take the signs around the words away; let the words carry the weight.",
    };
    help.into()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
