//! How long the texts are, and how long a run takes.

use super::{AT_LEAST, AT_MOST, Figure, Kind, Story, percent, words};
use play::{Moment, Told, variant};
use scenario::Line;
use std::collections::BTreeMap;

/// How many words are read aloud in a minute.
const WORDS_A_MINUTE: f64 = 130.0;
/// How many minutes a decision takes.
const DECISION: f64 = 20.0 / 60.0;

pub fn figures(story: &Story) -> Vec<Figure> {
    let told = told(story);
    let beyond = |kind: Kind, (least, most): (usize, usize)| {
        let of_kind = told.iter().filter(|((is, _), _)| *is == kind);
        let beyond = of_kind.filter(|(_, lengths)| lengths.0 < least || lengths.1 > most);
        beyond.map(|((_, place), (short, long))| format!("{place}: {short} to {long}")).collect::<Vec<_>>()
    };
    let consequences = told.iter().filter(|((kind, _), _)| *kind == Kind::Consequence);
    let consequences: Vec<f64> = consequences.map(|(_, lengths)| lengths.1 as f64).collect();
    let minutes = minutes(story);
    vec![
        Figure::new(
            "time to read and decide, % of `minutes`",
            percent(minutes, f64::from(story.scenario.minutes())),
            (AT_MOST, 100.0),
            vec![format!("{minutes:.1} minutes")],
        ),
        Figure::none("situations not of 50 to 140 words", beyond(Kind::Situation, (50, 140))),
        Figure::none("responses of more than 45 words", beyond(Kind::Response, (0, 45))),
        Figure::none("consequences not of 20 to 70 words", beyond(Kind::Consequence, (20, 70))),
        if story.is_short() {
            Figure::none("endings not of 80 to 120 words", beyond(Kind::Ending, (80, 120)))
        } else {
            Figure::none("endings not of 120 to 220 words", beyond(Kind::Ending, (120, 220)))
        },
        Figure::new("standard deviation of consequences, words", deviation(&consequences), (10.0, AT_LEAST), vec![]),
    ]
}

/// How many words of lines are told at a moment.
fn told_words(lines: &[Line], at: Moment) -> usize {
    Told { lines, at }.iter().map(|line| words(&line.text)).sum()
}

/// The fewest and the most words that each text that is ever told is told with. An ending is told with its lesson.
fn told(story: &Story) -> BTreeMap<(Kind, String), (usize, usize)> {
    let Story { scenario, runs, .. } = story;
    let mut told = BTreeMap::new();
    let mut note = |kind: Kind, place: String, words: usize| {
        let lengths = told.entry((kind, place)).or_insert((words, words));
        *lengths = (lengths.0.min(words), lengths.1.max(words));
    };
    for moment in runs.waiting.keys() {
        let Some(step) = moment.step().map(|at| scenario.step(at)) else { continue };
        note(Kind::Situation, step.id.to_string(), told_words(&step.situation, *moment));
    }
    for (at, response, after) in runs.taken.keys() {
        let step = scenario.step(*at);
        let response = &step.responses[*response];
        let place = format!("{}/{}", step.id, response.id);
        note(Kind::Response, place.clone(), words(&response.text));
        note(Kind::Consequence, place, told_words(&response.consequence, *after));
    }
    for end in runs.ends.keys() {
        let (Some(ending), Some((at, variant))) = (end.ending(), variant(scenario, end)) else { continue };
        let place = format!("{} {}: {}", ending.outcome.name(), at + 1, variant.title);
        note(Kind::Ending, place, told_words(&variant.story, *end) + words(&variant.lesson));
    }
    told
}

/// How many minutes the uniform player's runs take, on average: the titles, the situations, all responses that are
/// offered, the consequences, the endings, and a while for each decision.
fn minutes(story: &Story) -> f64 {
    let Story { scenario, runs, .. } = story;
    let waiting = runs.waiting.iter().map(|(moment, share)| {
        let step = moment.step().map(|at| scenario.step(at));
        let title = step.map_or(0, |step| words(&step.title) + told_words(&step.situation, *moment));
        let offered: usize = moment.offered(scenario).map(|(_, response)| words(&response.text)).sum();
        share * ((title + offered) as f64 / WORDS_A_MINUTE + DECISION)
    });
    let taken = runs.taken.iter().map(|((step, response, after), share)| {
        let consequence = &scenario.step(*step).responses[*response].consequence;
        share * told_words(consequence, *after) as f64 / WORDS_A_MINUTE
    });
    let ends = runs.ends.iter().map(|(end, share)| {
        let ending = variant(scenario, end).map_or(0, |(_, variant)| {
            words(&variant.title) + told_words(&variant.story, *end) + words(&variant.lesson)
        });
        share * ending as f64 / WORDS_A_MINUTE
    });
    waiting.sum::<f64>() + taken.sum::<f64>() + ends.sum::<f64>()
}

fn deviation(lengths: &[f64]) -> f64 {
    let count = lengths.len().max(1) as f64;
    let mean = lengths.iter().sum::<f64>() / count;
    (lengths.iter().map(|length| (length - mean).powi(2)).sum::<f64>() / count).sqrt()
}

#[cfg(test)]
mod tests {
    use super::super::tiny::{Answer, LEAD, MANAGE, story, told as endings};
    use super::*;

    #[test]
    fn a_run_takes_the_time_to_read_it_and_to_decide() {
        // Title 1, situation 3, responses 2 and 2, consequence 3, ending 1 + 1 + 1: 14 words.
        let one = story(&[(r#"["Will you go?"]"#, &[LEAD, MANAGE])]);
        assert!((minutes(&one) - (14.0 / 130.0 + 20.0 / 60.0)).abs() < 1e-9);
        // Every second run has the step once more, with 11 words.
        let first = [Answer { to: "s1", ..LEAD }, MANAGE];
        let two = story(&[(r#"["Will you go?"]"#, &first), (r#"["Will you go?"]"#, &[LEAD, MANAGE])]);
        assert!((minutes(&two) - minutes(&one) - (11.0 / 130.0 + 20.0 / 60.0) / 2.0).abs() < 1e-9);
        let share = |story: &Story| figures(story)[0].value;
        assert!(share(&one) < 100.0 && (share(&one) - minutes(&one) * 100.0).abs() < 1e-9, "it has a minute");
    }

    #[test]
    fn a_text_is_as_long_as_it_is_told() {
        let first = [Answer { effect: (1, 0), to: "s1", ..LEAD }, Answer { to: "s1", ..MANAGE }];
        let when = r#"["One two.", { "when": { "leadership": { "at_least": 6 } }, "text": "Three four five." }]"#;
        let last = [Answer { consequence: when, ..LEAD }, MANAGE];
        let ending = r#"[{ "title": "T", "story": ["Over and out."], "lesson": "Wait." }]"#;
        let told = told(&endings(&[(r#"["Go?"]"#, &first), (when, &last)], ending));
        let lengths = |kind, place: &str| told[&(kind, place.to_owned())];
        assert_eq!(lengths(Kind::Situation, "s1"), (2, 5));
        assert_eq!(lengths(Kind::Consequence, "s1/r0"), (2, 5));
        assert_eq!(lengths(Kind::Consequence, "s1/r1"), (3, 3));
        assert_eq!(lengths(Kind::Ending, "adrift 1: T"), (4, 4), "with its lesson");
    }

    #[test]
    fn what_is_too_short_or_too_long_is_named() {
        let words = |count: usize| format!(r#"["{}"]"#, "word ".repeat(count).trim_end());
        let beyond = |situation: usize, consequence: usize| {
            let consequence = words(consequence);
            let answers =
                [Answer { consequence: &consequence, ..LEAD }, Answer { consequence: &consequence, ..MANAGE }];
            let found = figures(&story(&[(&words(situation), &answers)]));
            ["situations not", "consequences not"].map(|name| super::super::tiny::value(&found, name))
        };
        assert_eq!(beyond(50, 20), [0.0, 0.0]);
        assert_eq!(beyond(140, 70), [0.0, 0.0]);
        assert_eq!(beyond(49, 19), [1.0, 2.0]);
        assert_eq!(beyond(141, 71), [1.0, 2.0]);
    }

    #[test]
    fn a_first_story_has_short_endings() {
        let is_beyond = |words: usize| {
            let told = "word ".repeat(words - 1);
            let ending = format!(r#"[{{ "title": "T", "story": ["{}"], "lesson": "Wait." }}]"#, told.trim_end());
            let story = endings(&[(r#"["Go?"]"#, &[LEAD, MANAGE])], &ending);
            super::super::tiny::value(&figures(&story), "endings not") > 0.0
        };
        assert_eq!([79, 80, 120, 121].map(is_beyond), [true, false, false, true]);
    }

    #[test]
    fn the_deviation_is_that_of_the_schoolbook() {
        assert_eq!(deviation(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]), 2.0);
        assert_eq!(deviation(&[30.0; 5]), 0.0);
    }
}
