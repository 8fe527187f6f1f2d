//! What players think before they see what comes of an answer: how sure they are of it, and what they would do in words of
//! their own; and whether they want to be asked.

use crate::key::{REFLECTION, joined};
use crate::text::{RecordError, text_record};
use crate::{Commitment, Source};
use play::Record;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The most decisions of which something is kept for a scenario.
const MOST: usize = 64;

/// What a player wants beside a story's own pages. All of it is as [`Default`] says until they say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reflecting {
    /// To be asked for their own words first, at the decisions that weigh most.
    pub words: bool,
    /// To be asked how sure they are.
    pub sure: bool,
    /// No touch of the phone when they answer.
    pub no_haptics: bool,
}

impl Reflecting {
    /// Its key.
    pub const KEY: &str = REFLECTION;

    /// What is wanted, in words.
    pub fn to_text(self) -> String {
        let words = [("words", self.words), ("sure", self.sure), ("no-haptics", self.no_haptics)];
        words.into_iter().filter(|(_, wanted)| *wanted).map(|(word, _)| word).collect::<Vec<_>>().join(" ")
    }
}

impl FromStr for Reflecting {
    type Err = RecordError;

    fn from_str(text: &str) -> Result<Self, RecordError> {
        let mut wanted = Reflecting::default();
        for word in text.split_ascii_whitespace() {
            *match word {
                "words" => &mut wanted.words,
                "sure" => &mut wanted.sure,
                "no-haptics" => &mut wanted.no_haptics,
                _ => return Err(RecordError),
            } = true;
        }
        Ok(wanted)
    }
}

text_record!(Reflecting);

/// How sure somebody is of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// Sure.
    Sure,
    /// Likely.
    Likely,
    /// It is a guess.
    Guess,
}

impl Sureness {
    /// All of them, the surest first.
    pub const ALL: [Sureness; 3] = [Sureness::Sure, Sureness::Likely, Sureness::Guess];

    fn word(sure: Option<Sureness>) -> &'static str {
        match sure {
            Some(Sureness::Sure) => "sure",
            Some(Sureness::Likely) => "likely",
            Some(Sureness::Guess) => "guess",
            None => "-",
        }
    }
}

/// What somebody thought before one decision.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reflection {
    /// How sure they were; `None` where they did not say.
    pub sure: Option<Sureness>,
    /// Their own words; empty where they wrote none. One line, as a [`Commitment`]'s.
    pub words: String,
}

/// What somebody thought before the decisions of a scenario. Each belongs to the way that led there, so that what was
/// thought in another run is not taken for this one's.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reflections(Vec<(Place, Reflection)>);

/// Before which decision, the first being 0, and a checksum of the responses up to there.
type Place = (usize, u32);

impl Reflections {
    /// The key of what is kept for a scenario.
    pub fn key(source: &Source) -> String {
        joined(REFLECTION, &source.key())
    }

    /// What was thought before a decision of a run, the first being 0.
    pub fn before(&self, run: &Record, decision: usize) -> Option<&Reflection> {
        let place = place(run, decision)?;
        self.0.iter().find(|(of, _)| *of == place).map(|(_, reflection)| reflection)
    }

    /// A run begins: what was noted further on in another is dropped.
    pub fn begin(&mut self, run: &Record) {
        if self.0.iter().any(|((decision, _), _)| *decision > run.responses.len()) {
            self.0.clear();
        }
    }

    /// Notes what is thought before the decision that a run waits at, as it was typed. What was noted there before gives
    /// its place; where there is nothing to note, nothing is.
    pub fn note(&mut self, run: &Record, sure: Option<Sureness>, typed: &str) {
        let Some(place) = place(run, run.responses.len()) else { return };
        self.0.retain(|((decision, _), _)| *decision != place.0);
        let words = Commitment::one_line(typed);
        if (sure.is_some() || !words.is_empty()) && self.0.len() < MOST {
            self.0.push((place, Reflection { sure, words }));
        }
    }

    /// A line for each.
    pub fn to_text(&self) -> String {
        let line = |((decision, way), of): &(Place, Reflection)| {
            format!("{decision} {way:08x} {} {}", Sureness::word(of.sure), of.words)
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// The place of a decision in a run; `None` where the run does not come to it.
fn place(run: &Record, decision: usize) -> Option<Place> {
    // FNV; a space stands in no id.
    let bytes = run.responses.get(..decision)?.iter().flat_map(|id| id.as_str().bytes().chain([b' ']));
    Some((decision, bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))))
}

impl FromStr for Reflections {
    type Err = RecordError;

    fn from_str(text: &str) -> Result<Self, RecordError> {
        let line = |line: &str| {
            let mut fields = line.splitn(4, ' ');
            let decision = fields.next()?.parse().ok()?;
            let way = fields.next().filter(|way| way.len() == 8)?;
            let way = u32::from_str_radix(way, 16).ok()?;
            let word = fields.next()?;
            let sure = Sureness::ALL.map(Some).into_iter().chain([None]).find(|sure| Sureness::word(*sure) == word)?;
            let words = fields.next().filter(|words| Commitment::one_line(words) == *words)?.to_owned();
            Some(((decision, way), Reflection { sure, words }))
        };
        let lines: Option<Vec<_>> = text.split('\n').filter(|line| !line.is_empty()).map(line).collect();
        lines.filter(|lines| lines.len() <= MOST).map(Reflections).ok_or(RecordError)
    }
}

text_record!(Reflections);

#[cfg(test)]
mod tests {
    use super::*;

    fn run(responses: &str) -> Record {
        let count = responses.split_whitespace().count();
        Record::from_line(format!("crisis 0123456789abcdef {count} {responses}").trim_end()).expect("a record")
    }

    #[test]
    fn what_is_wanted_survives_storage_and_rubbish_is_refused() {
        for at in 0..8 {
            let wanted = Reflecting { words: at & 1 > 0, sure: at & 2 > 0, no_haptics: at & 4 > 0 };
            assert_eq!(wanted.to_text().parse(), Ok(wanted));
        }
        assert_eq!("words aloud".parse::<Reflecting>(), Err(RecordError));
    }

    #[test]
    fn what_was_thought_belongs_to_its_run_and_its_decision() {
        let mut noted = Reflections::default();
        noted.note(&run(""), Some(Sureness::Guess), "");
        noted.note(&run("one two"), None, " Ask\tMara \n");
        let whole = run("one two three");
        let words = |words: &str| Reflection { sure: None, words: words.into() };
        assert_eq!(noted.before(&whole, 2), Some(&words("Ask Mara")));
        assert_eq!(noted.before(&whole, 0).and_then(|of| of.sure), Some(Sureness::Guess));
        assert_eq!(noted.before(&whole, 1), None);
        assert_eq!(noted.before(&whole, 4), None, "the run does not come there");
        assert_eq!(noted.before(&run("one other three"), 2), None, "that was another run's");
        let text = noted.to_text();
        assert_eq!(
            text.lines().last().and_then(|line| line.split_once(" - ")),
            Some((&text.lines().last().unwrap()[..10], "Ask Mara"))
        );
        assert_eq!(text.parse(), Ok(noted.clone()));
        // Another run that comes to as many decisions takes the place; and what is taken back leaves nothing.
        noted.note(&run("one other"), Some(Sureness::Sure), "");
        assert_eq!(noted.before(&whole, 2), None);
        noted.note(&run("one other"), None, "");
        assert_eq!(noted.before(&run("one other"), 2), None);
        // A reload at the first decision keeps what was thought there; a new run does not.
        noted.begin(&run(""));
        assert!(noted.before(&run(""), 0).is_some());
        noted.note(&run("one"), Some(Sureness::Sure), "");
        noted.begin(&run(""));
        assert_eq!(noted, Reflections::default());
    }

    #[test]
    fn rubbish_is_refused_and_what_is_kept_has_an_end() {
        for rubbish in ["x", "0 811c9dc5", "0 811c9dc5 maybe ", "0 1 sure ", "a 811c9dc5 sure ", "0 811c9dc5 sure a\tb"]
        {
            assert!(rubbish.parse::<Reflections>().is_err(), "{rubbish}");
        }
        assert_eq!("".parse::<Reflections>(), Ok(Reflections::default()));
        let many = vec!["0 811c9dc5 sure "; MOST + 1].join("\n");
        assert!(many.parse::<Reflections>().is_err());
        let source = Source::from_key("own/crisis").expect("a source");
        assert_eq!(Reflections::key(&source), "reflection/own/crisis");
    }
}
