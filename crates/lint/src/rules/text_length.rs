//! Texts with more words, or fewer, than read well.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::Segment::{At, Key};
use scenario::{Condition, Line, Outcome, Step, TO_WRITE};
use std::ops::RangeInclusive;

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "text-length",
    severity: Severity::Note,
    summary: "A text has more words, or fewer, than read well.",
    why: "A situation has up to 140 words, a response up to 45, a consequence 20 to 70, and an ending 120 to 220, its \
          lesson included. What is longer is skipped, on a phone and in a room; what is shorter leaves out what people do \
          next. Of lines with a condition the longest counts where a text may be too long, and all count where it may be too \
          short. Each kind of text is named once, at the first that is meant, with the others beside it. A passage may be as \
          short as it likes; what is still to be written is not counted, nor a language that is written without spaces.",
    bad: &[(
        r#""consequence": ["There is cake, and a card that all of them have signed. Tom asks who takes the first slice on Saturday."]"#,
        r#""consequence": ["There is cake."]"#,
    )],
    mend: "Tell what people do next: who stays after the meeting, which number moves.",
    miss: &[(
        r#""consequence": ["There is cake, and a card that all of them have signed. Tom asks who takes the first slice on Saturday."]"#,
        r#""consequence": ["There is cake, and a card that all of them have signed. Tom asks who takes the very first slice."]"#,
    )],
    check: Some(check),
};

/// How many others of a kind are named beside the first.
const BESIDE: usize = 9;

/// A kind of text, how many words of it read well, and the texts that have others.
struct Kind {
    name: &'static str,
    words: RangeInclusive<usize>,
    found: Vec<(Place, usize)>,
}

impl Kind {
    fn new(name: &'static str, words: RangeInclusive<usize>) -> Self {
        Kind { name, words, found: Vec::new() }
    }

    /// Looks at a text that has so many words at least for somebody, and so many at most for anybody.
    fn look(&mut self, place: Place, (least, most): (usize, usize)) {
        if least > *self.words.end() {
            self.found.push((place, least));
        } else if most < *self.words.start() {
            self.found.push((place, most));
        }
    }

    fn finding(self) -> Option<Finding> {
        let (first, rest) = self.found.split_first()?;
        let (place, words) = *first;
        let (least, most) = (self.words.start(), self.words.end());
        let well = if *least == 0 { format!("up to {most}") } else { format!("{least} to {most}") };
        let more = match rest.len() {
            0 => String::new(),
            1 => ", and one other is too long or too short".to_owned(),
            more => format!(", and {more} others are too long or too short"),
        };
        let message = format!("This {} has {words} words, where {well} read well{more}.", self.name);
        let help = if words > *most {
            "Cut what a player can do without: what is skipped is not played."
        } else {
            "Tell what people do next: who stays, what is said, which number moves."
        };
        let others = rest.iter().take(BESIDE);
        let finding = Finding::at(place, message, help);
        Some(others.fold(finding, |it, (place, words)| it.beside(*place, &format!("This one has {words}."))))
    }
}

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    // Chinese, Japanese, Thai, Lao, Khmer and Burmese put no spaces between words.
    let language = facts.scenario.language().split('-').next().unwrap_or_default().to_ascii_lowercase();
    if ["zh", "ja", "th", "lo", "km", "my"].contains(&language.as_str()) {
        return Vec::new();
    }
    let mut situations = Kind::new("situation", 0..=140);
    let mut responses = Kind::new("response", 0..=45);
    let mut consequences = Kind::new("consequence", 20..=70);
    let mut endings = Kind::new("ending", 120..=220);
    for (at, step) in facts.scenario.steps().iter().enumerate() {
        situations.look(Place::step(at).then(Key("situation")), told(&step.situation));
        for (number, response) in step.responses.iter().enumerate() {
            let text = count(&response.text);
            responses.look(Place::response(at, number).then(Key("text")), (text, text));
            if !response.consequence.is_empty() && !is_unwritten(&response.consequence) {
                let place = Place::response(at, number).then(Key("consequence"));
                consequences.look(place, as_short_as_it_likes(step, told(&response.consequence)));
            }
        }
    }
    for outcome in Outcome::ALL {
        for (at, variant) in facts.scenario.outcomes().of(outcome).iter().enumerate() {
            let place = Place::field("outcomes").then(Key(outcome.name())).then(At(at)).then(Key("story"));
            let ((least, most), lesson) = (told(&variant.story), count(&variant.lesson));
            if !is_unwritten(&variant.story) {
                endings.look(place, (least + lesson, most + lesson));
            }
        }
    }
    [situations, responses, consequences, endings].into_iter().filter_map(Kind::finding).collect()
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// How many words somebody reads at least, where each line with a condition is told to someone; and all there are.
fn told(lines: &[Line]) -> (usize, usize) {
    let words = |always: bool| {
        let those = lines.iter().filter(move |line| (line.when == Condition::ALWAYS) == always);
        those.map(|line| count(&line.text))
    };
    let always: usize = words(true).sum();
    (always + words(false).max().unwrap_or(0), always + words(false).sum::<usize>())
}

/// Whether a text is still to be written.
fn is_unwritten(lines: &[Line]) -> bool {
    lines.iter().any(|line| line.text.starts_with(TO_WRITE))
}

/// The words of a consequence; after a passage none are too few.
fn as_short_as_it_likes(step: &Step, (least, most): (usize, usize)) -> (usize, usize) {
    (least, if step.is_passage() { usize::MAX } else { most })
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}

/// What is said of the base scenario's texts at full length, with one piece changed.
#[cfg(test)]
fn said(old: &str, new: &str) -> Vec<(String, usize)> {
    let text = super::trial::full();
    assert!(text.contains(old), "{old}");
    let checked = crate::check(text.replacen(old, new, 1).as_bytes(), &crate::Options::default());
    let notes = checked.diagnostics.into_iter().filter(|found| found.code == RULE.code);
    notes.map(|found| (found.message, found.related.len())).collect()
}

#[test]
fn each_kind_has_its_own_measure_and_is_named_once() {
    let words = |count: usize| "word ".repeat(count);
    let situation = |count| said("\"The team waits.\", {", &format!("\"{}\", {{", words(count)));
    assert!(situation(133).is_empty(), "and seven words of Ida's");
    let one = "This situation has 141 words, where up to 140 read well.";
    assert_eq!(situation(134), [(one.to_owned(), 0)]);
    let response = |count| said("Put all tasks on the wall and give each a date.", &words(count));
    assert_eq!((response(45).len(), response(46).len()), (0, 1));
    let consequence = |count| said(super::trial::LATE, &words(count));
    assert_eq!((consequence(62).len(), consequence(63).len()), (0, 1), "and the eight words that were there");
    let checked = crate::check(super::trial::BASE.as_bytes(), &crate::Options::default());
    let notes: Vec<(&str, usize)> =
        checked.diagnostics.iter().map(|it| (it.message.as_str(), it.related.len())).collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    let first = "This consequence has 8 words, where 20 to 70 read well, and 10 others are too long or too short.";
    assert_eq!(notes[0], (first, 9), "no more than nine are named beside it");
    assert!(notes[1].0.starts_with("This ending has ") && notes[1].0.contains(" 5 others ") && notes[1].1 == 5);
}

#[test]
fn lines_with_a_condition_count_one_by_one_and_what_is_to_be_written_does_not() {
    let line = |count: usize, flag: &str| {
        format!("{{ \"when\": {{ \"has\": [\"{flag}\"] }}, \"text\": \"{}\" }}, ", "word ".repeat(count))
    };
    // Two that exclude one another, as far as is known here, and one that is too long by itself.
    let both = format!("{}{}\"The doors", line(90, "promised"), line(90, "listed"));
    assert!(said("\"The doors", &both).is_empty());
    assert_eq!(said("\"The doors", &format!("{}\"The doors", line(139, "promised"))).len(), 1);
    let to_write = format!("\"consequence\": [\"{}", super::trial::LATE);
    assert!(said(&to_write, "\"consequence\": [\"TO DO: write it. ").is_empty());
    assert_eq!(said(&to_write, "\"consequence\": [\"").len(), 1);
    let in_japanese = super::trial::BASE.replacen("\"language\": \"en\"", "\"language\": \"ja-JP\"", 1);
    assert_eq!(crate::check(in_japanese.as_bytes(), &crate::Options::default()).diagnostics.len(), 0);
}
