//! Whether a story can be followed: what is due, who is who, and who says what.

use super::{AT_MOST, Figure, Story, plain_words};
use play::{Moment, Place, Told};
use std::collections::BTreeSet;

pub fn figures(story: &Story) -> Vec<Figure> {
    let (names, numbers) = first_step(story);
    vec![
        Figure::none("situations whose last line names no decision", silent_endings(story)),
        Figure::new("names in the first situation", names.len() as f64, (AT_MOST, 4.0), names.into_iter().collect()),
        Figure::new(
            "numbers in the first situation",
            numbers.len() as f64,
            (AT_MOST, 4.0),
            numbers.into_iter().collect(),
        ),
        Figure::none("reported speech without quotation marks", reported(story)),
    ]
}

/// What a line that names a decision holds, if not a question.
const DUE: [&str; 12] = [
    "decide",
    "decision",
    "choose",
    "choice",
    "you have to",
    "you must",
    "you need to",
    "your call",
    "up to you",
    "answer",
    "wants to know",
    "yes or no",
];

fn names_a_decision(line: &str) -> bool {
    let line = line.to_lowercase();
    line.contains('?') || DUE.iter().any(|due| line.contains(due))
}

/// The situations that, in a state in which they are met, end on a line that names no decision.
fn silent_endings(story: &Story) -> Vec<String> {
    let mut silent = BTreeSet::new();
    for moment in story.runs.waiting.keys() {
        let Place::Step(at) = moment.place else { continue };
        let step = story.scenario.step(at);
        let last = Told { lines: &step.situation, at: *moment }.iter().last();
        if let Some(last) = last.filter(|last| !names_a_decision(&last.text)) {
            silent.insert((at, format!("{}: {}", step.id, last.text)));
        }
    }
    silent.into_iter().map(|(_, place)| place).collect()
}

/// The names and the numbers that the first situation is told with. Somebody of the cast is one name, by whichever part
/// of it they are called.
fn first_step(story: &Story) -> (BTreeSet<String>, BTreeSet<String>) {
    let scenario = &story.scenario;
    let cast = || scenario.cast().iter().map(|member| member.name.to_string());
    let is_of = |name: &str, member: &str| name.split(' ').all(|part| member.split(' ').any(|own| own == part));
    let texts = story.texts();
    let lines = texts.iter().flat_map(|text| text.lines.iter().map(|(line, _)| *line));
    let inside = lines.flat_map(sentences).flat_map(|words| words.into_iter().skip(1));
    let inside: BTreeSet<&str> = inside.filter_map(capital).collect();
    let is_name = |word: &str| inside.contains(word) || cast().any(|member| is_of(word, &member));

    let (mut names, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    let situation = &scenario.step(scenario.start()).situation;
    for line in (Told { lines: situation, at: Moment::first(scenario) }).iter() {
        let named = names_in(&line.text, &is_name).into_iter();
        names.extend(named.map(|name| cast().find(|member| is_of(&name, member)).unwrap_or(name)));
        names.extend(line.who.and_then(|who| cast().nth(who as usize)));
        numbers.extend(numbers_in(&line.text));
    }
    (names, numbers)
}

const DAYS_AND_MONTHS: [&str; 19] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The names in a text: words with a capital letter that follow one another, perhaps with "of" between them. A word that
/// opens a sentence has its capital letter from there, unless it is known as a name, or another such word follows it that
/// is not a known name itself.
/// Days and months are no names.
fn names_in(text: &str, is_known: &dyn Fn(&str) -> bool) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for words in sentences(text) {
        let mut at = 0;
        while at < words.len() {
            let (start, mut name) = (at, Vec::new());
            while let Some(word) = words.get(at) {
                let of =
                    *word == "of" && !name.is_empty() && words.get(at + 1).is_some_and(|next| capital(next).is_some());
                let Some(part) = capital(word).or(of.then_some("of")) else { break };
                name.push(part);
                at += 1;
                // A comma ends a name.
                if word.ends_with(|sign: char| !sign.is_alphanumeric()) || word.ends_with("'s") {
                    break;
                }
            }
            if start == 0 && name.first().is_some_and(|first| !is_known(first)) {
                let is_part = name.get(1).is_some_and(|next| !is_known(next));
                name.drain(..usize::from(!is_part));
            }
            name.retain(|part| *part != "The");
            if !name.is_empty() {
                names.insert(name.join(" "));
            }
            at = at.max(start + 1);
        }
    }
    names
}

/// The words of each sentence; a quotation opens one.
fn sentences(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.split_inclusive(['.', '!', '?', ':', '…', '"', '“', '”']).map(|sentence| sentence.split_whitespace().collect())
}

/// A word that may be a name, or a part of one.
fn capital(word: &str) -> Option<&str> {
    let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let bare = ["'s", "’s"].iter().find_map(|s| bare.strip_suffix(s)).unwrap_or(bare);
    let pronoun = bare == "I" || bare.starts_with("I'") || bare.starts_with("I’");
    let capital = bare.starts_with(char::is_uppercase);
    (capital && !pronoun && !DAYS_AND_MONTHS.contains(&bare)).then_some(bare)
}

const NUMBER_WORDS: [&str; 20] = [
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
];

/// The numbers of a text, each once: in digits, or in words from eleven on. Days of a month, years and times of day are
/// dates, not numbers.
fn numbers_in(text: &str) -> BTreeSet<String> {
    let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    let is_month = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| DAYS_AND_MONTHS[7..].contains(&word.as_str()))
    };
    let mut numbers = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let digits = word.starts_with(|sign: char| sign.is_ascii_digit());
        let after_digits = at > 0 && words[at - 1].starts_with(|sign: char| sign.is_ascii_digit());
        let date = is_month(at.checked_sub(1)) || is_month(Some(at + 1)) || word.contains(':');
        let spelled = word.split('-').any(|part| NUMBER_WORDS.contains(&part.to_lowercase().as_str()));
        // "5.7 million" is one number.
        if (digits && !date) || (spelled && !digits && !after_digits) {
            numbers.insert(word.to_lowercase());
        }
    }
    numbers
}

const SAYING: [&str; 16] = [
    "say", "says", "said", "ask", "asks", "asked", "tell", "tells", "told", "answer", "answers", "answered", "write",
    "writes", "wrote", "insists",
];
const SAID: [&str; 3] = ["that", "whether", "if"];
const ASKED: [&str; 8] = ["what", "when", "where", "who", "whose", "which", "why", "how"];
/// What stands before a verb that reports no speech: "can say that", "you said that", "nobody asked if".
const NO_SPEAKER: [&str; 18] = [
    "to", "can", "cannot", "could", "will", "would", "may", "might", "must", "should", "not", "never", "only", "you",
    "i", "nobody", "one", "and",
];

/// The places at which narration reports what somebody says: a form of saying, and "that", "whether" or "if" right behind
/// it or one word later; or a form of asking and a question word.
fn reported(story: &Story) -> Vec<String> {
    let mut found = Vec::new();
    for text in story.texts() {
        if text.kind == super::Kind::Response {
            continue;
        }
        for (line, _) in text.lines.iter().filter(|(_, speech)| !speech) {
            found.extend(reports_in(line).into_iter().map(|words| format!("{}: {words}", text.place)));
        }
    }
    found
}

fn reports_in(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    // What stands between quotation marks is speech; every second part does.
    let line = line.replace(['“', '”'], "\"");
    for sentence in line.split('"').step_by(2).flat_map(|part| part.split(['.', '!', '?', ':', ';'])) {
        let words = plain_words(sentence);
        for at in 1..words.len() {
            let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| list.contains(&word.as_str()));
            let asks = words[at].starts_with("ask") && is(at + 1, &ASKED);
            let says = is(at + 1, &SAID) || is(at + 2, &SAID);
            let speaker = !is(at - 1, &NO_SPEAKER) && !words[at - 1].ends_with("n't");
            if is(at, &SAYING) && speaker && (asks || says) {
                found.push(words[at - 1..words.len().min(at + 4)].join(" "));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tiny::{Answer, LEAD, MANAGE, story};
    use super::*;

    #[test]
    fn the_last_line_that_is_told_names_the_decision() {
        let first = [Answer { effect: (1, 0), to: "s1", ..LEAD }, Answer { to: "s1", ..MANAGE }];
        let last = r#"["Which one?", { "when": { "leadership": { "at_least": 6 } }, "text": "It rains." }]"#;
        let silent =
            |last: &str| silent_endings(&story(&[(r#"["It is up to you."]"#, &first), (last, &[LEAD, MANAGE])]));
        assert_eq!(silent(last), ["s1: It rains."]);
        assert!(silent(&last.replace("at_least\": 6", "at_least\": 7")).is_empty(), "no run has 7 of it");
        assert!(silent(r#"["It rains.", "You have to tell them by noon."]"#).is_empty());
    }

    #[test]
    fn names_and_numbers_are_counted_once() {
        let situation = r#"["Monday 5 May, 7:10. Ana runs the Mill of Lissow: 64 people, twelve of them new. When Ana came, it had 5.7 million.",
            { "who": "ana", "says": "Twelve! I'll ring Lissow." }]"#;
        let (names, numbers) = first_step(&story(&[(situation, &[LEAD, MANAGE])]));
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["Ana Duarte", "Lissow", "Mill of Lissow"]);
        assert_eq!(numbers.into_iter().collect::<Vec<_>>(), ["5.7", "64", "twelve"]);
        let (names, numbers) = first_step(&story(&[(
            r#"["Rain falls, and she says, \"You go.\" You have three days."]"#,
            &[LEAD, MANAGE],
        )]));
        assert!(names.is_empty() && numbers.is_empty(), "{names:?} {numbers:?}");
    }

    #[test]
    fn speech_is_reported_by_a_verb_and_what_follows_it() {
        for (line, found) in [
            ("Imre says that it rains.", 1),
            ("She asks you whether it rains, and he asks what it costs.", 2),
            ("\"Imre says that it rains,\" she says.", 0),
            ("Imre says: \u{201c}He asked if it rains.\u{201d}", 0),
            ("You said that it rains. Nobody asks why. She can't say if it does.", 0),
            ("He asks for tea and tells her the price.", 0),
        ] {
            assert_eq!(reports_in(line).len(), found, "{line}: {:?}", reports_in(line));
        }
    }
}
