//! The worker's part: searches, tells how far it is, and then what is proposed.

use super::form::Wanted;
use crate::workbench::check::STATES;
use crate::workbench::place::Units;
use balance::{Balance, BalanceError, Options, Proposal, balance, place, response_id, take_up, words_of};
use lint::Severity;
use scenario::{Limits, Number, Scenario, SourceMap, read, with_numbers};
use serde::{Deserialize, Serialize};

/// Numbers that are changed: each by its place among [`Scenario::numbers`], with its new value.
pub type Numbers = Vec<(u32, i32)>;

/// What the worker is asked.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Question {
    /// The scenario's text.
    pub text: String,
    /// What is wanted of it.
    pub wanted: Wanted,
    /// Which chances the search takes.
    pub seed: u64,
    /// What a search had found when it was ended: that is proposed, and nothing is searched.
    pub found: Option<Vec<Numbers>>,
}

/// A part of its answer; the last is no progress.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// How far it is.
    Progress {
        /// How much of the search is done, in per cent.
        percent: u8,
        /// What the best so far misses, as [`balance::Progress::missing`].
        missing: f64,
        /// What was found so far.
        found: Vec<Numbers>,
    },
    /// What is proposed.
    Found(Found),
    /// The text cannot be read.
    Unreadable,
    /// Why nothing is searched, in a sentence.
    Refused(String),
}

/// The figures of a scenario, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The shares of the outcomes, in the order of [`scenario::Outcome::ALL`].
    pub shares: [String; 4],
    /// Where each persona ends, by the outcome's place, in the order of [`scenario::Persona::ALL`].
    pub personas: [Option<u8>; 4],
    /// The dominated responses, each as `step/response`.
    pub dominated: Vec<String>,
}

/// One number that a proposal changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which, in words.
    pub place: String,
    /// Its value in the text.
    pub from: String,
    /// Its value in the proposal.
    pub to: String,
    /// The words that it belongs to: a response's text, or a step's title; may be empty.
    pub words: String,
    /// The figures with this change alone.
    pub alone: Figures,
}

/// Some changes that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// How many points they are.
    pub points: u32,
    /// The changes.
    pub changes: Vec<Change>,
    /// The figures with all of them.
    pub after: Figures,
    /// The aims that are still missed, in words.
    pub missed: Vec<String>,
    /// What the checks would say of it that they do not say now.
    pub new: Vec<String>,
    /// What puts them into the text: from where to where, in units of UTF-16, and what stands there then.
    pub edit: (u32, u32, String),
}

/// What came of a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The figures as they are.
    pub before: Figures,
    /// The aims that they miss, in words; where there are none, nothing is proposed.
    pub missed: Vec<String>,
    /// Up to three proposals, the best first.
    pub offers: Vec<Offer>,
    /// How many points could be changed at most.
    pub most: u32,
    /// Whether the search was ended by its author.
    pub stopped: bool,
}

/// Tells the answer to a [`Question`], part by part.
pub fn answer(question: &[u8], tell: &mut dyn FnMut(Vec<u8>)) {
    let question: Question = postcard::from_bytes(question).unwrap_or_default();
    let mut said = None;
    let mut say = |reply: &Reply| {
        // Nobody sees less than a per cent, and a page that is told too often is held up.
        let percent = if let Reply::Progress { percent, .. } = reply { Some(*percent) } else { None };
        if percent.is_none() || percent != said {
            said = percent;
            tell(postcard::to_allocvec(reply).unwrap_or_default());
        }
    };
    let reply = match read(question.text.as_bytes(), &Limits::default()) {
        Ok(scenario) => searched(&scenario, &question, &mut say).map_or_else(Reply::Refused, Reply::Found),
        Err(_) => Reply::Unreadable,
    };
    say(&reply);
}

fn searched(scenario: &Scenario, question: &Question, say: &mut dyn FnMut(&Reply)) -> Result<Found, String> {
    let text = question.text.as_str();
    let aims = question.wanted.aims(scenario).map_err(|error| error.to_string())?;
    let source_map = SourceMap::new(text.as_bytes(), &Limits::default());
    let numbers = scenario.numbers();
    let written = |number: Number| source_map.has(&number.path());
    let options = Options { seed: question.seed, limit: STATES };
    let balance = match &question.found {
        Some(found) => {
            let number = |(at, value): &(u32, i32)| Some((*numbers.get(*at as usize)?, *value));
            let found: Vec<_> = found.iter().map(|numbers| numbers.iter().filter_map(number).collect()).collect();
            take_up(scenario, &aims, written, options, &found)
        }
        None => balance(scenario, &aims, written, options, &mut |progress| {
            let at = |(number, value): &(Number, i32)| {
                Some((numbers.iter().position(|known| known == number)? as u32, *value))
            };
            let found = progress.found.iter().map(|numbers| numbers.iter().filter_map(at).collect()).collect();
            let percent = (progress.evaluations * 100 / progress.most.max(1)).min(99) as u8;
            say(&Reply::Progress { percent, missing: progress.missing, found });
            true
        }),
    };
    let balance = balance.map_err(|error: BalanceError| error.to_string())?;
    Ok(told(scenario, text, &source_map, &balance, aims.most))
}

fn told(scenario: &Scenario, text: &str, source_map: &SourceMap<'_>, balance: &Balance, most: u32) -> Found {
    let said = diagnostics(text.as_bytes());
    let offer = |proposal: &Proposal| {
        let changed = with_numbers(text.as_bytes(), source_map, &proposal.numbers())?;
        let changes = proposal.changes.iter().map(|change| {
            let (from, to) = change.values();
            Change {
                place: place(scenario, change.number),
                from,
                to,
                words: words_of(scenario, change.number).unwrap_or_default().into(),
                alone: figures(scenario, &change.alone),
            }
        });
        Some(Offer {
            points: proposal.points(),
            changes: changes.collect(),
            after: figures(scenario, &proposal.after),
            missed: proposal.missed.iter().map(|miss| miss.in_words(scenario)).collect(),
            new: diagnostics(&changed).into_iter().filter(|new| !said.contains(new)).collect(),
            edit: edit(text, &String::from_utf8(changed).ok()?),
        })
    };
    Found {
        before: figures(scenario, &balance.before),
        missed: balance.missed.iter().map(|miss| miss.in_words(scenario)).collect(),
        offers: balance.proposals.iter().filter_map(offer).collect(),
        most,
        stopped: balance.stopped,
    }
}

fn figures(scenario: &Scenario, figures: &balance::Figures) -> Figures {
    Figures {
        shares: figures.shares.each_ref().map(|share| share.rounded()),
        personas: figures.personas.map(|(_, outcome)| outcome.map(|outcome| outcome as u8)),
        dominated: figures.dominated.iter().map(|(step, at)| response_id(scenario, *step, *at)).collect(),
    }
}

/// What the checks say of a text, but for what is merely noted.
fn diagnostics(text: &[u8]) -> Vec<String> {
    let options = lint::Options { states: STATES, ..lint::Options::default() };
    let found = lint::check(text, &options).diagnostics.into_iter();
    let grave = found.filter(|found| found.severity != Severity::Note);
    grave.map(|found| format!("{}: {}", found.code, found.message)).collect()
}

/// What makes one text of another: from where to where, in units of UTF-16, and what stands there then. They differ in
/// digits and signs alone, so that no character is cut.
fn edit(from: &str, to: &str) -> (u32, u32, String) {
    let (old, new) = (from.as_bytes(), to.as_bytes());
    let same = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let left = old.len().min(new.len()) - same;
    let back = old.iter().rev().zip(new.iter().rev()).take(left).take_while(|(one, other)| one == other).count();
    let units = Units::new(old);
    let (start, end) = (units.at(same as u32), units.at((old.len() - back) as u32));
    (start, end, to.get(same..new.len() - back).unwrap_or_default().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_makes_one_text_of_the_other() {
        for (from, to) in [("å: 1, 2", "å: 3, 2"), ("🎩 -1 x 5 y", "🎩 10 x 4 y"), ("11", "111"), ("7", "7")] {
            let (start, end, put) = edit(from, to);
            let units: Vec<u16> = from.encode_utf16().collect();
            let piece = |units: &[u16]| String::from_utf16(units).expect("whole characters");
            let made = piece(&units[..start as usize]) + &put + &piece(&units[end as usize..]);
            assert_eq!(made, to);
        }
    }

    #[test]
    fn rubbish_is_answered() {
        let mut parts = Vec::new();
        answer(b"\xff", &mut |part| parts.push(part));
        let [part] = parts.as_slice() else { panic!("{} parts", parts.len()) };
        assert!(matches!(postcard::from_bytes(part), Ok(Reply::Unreadable)));
    }
}
