//! What a program can tell about how a story is written: its figures, each beside the bar that it is held to.

pub mod balance;
pub mod clarity;
pub mod hats;
pub mod length;
pub mod set;
pub mod variety;
pub mod walk;
pub mod wording;

#[cfg(test)]
mod tiny;

use analysis::{Analysis, Difficulty, STATE_LIMIT, analyse};
use scenario::{Condition, Limits, Line, Outcome, Scenario, StepIndex, read};
use std::path::Path;
use walk::{Walk, anything, walk};

/// One figure of a story, and the least and the most that it may be.
#[derive(Clone, Debug)]
pub struct Figure {
    pub name: &'static str,
    pub value: f64,
    pub least: f64,
    pub most: f64,
    /// Where to look, and what stands there.
    pub places: Vec<String>,
}

impl Figure {
    pub fn new(name: &'static str, value: f64, (least, most): (f64, f64), places: Vec<String>) -> Self {
        Figure { name, value, least, most, places }
    }

    /// A figure that counts what should not be there.
    pub fn none(name: &'static str, places: Vec<String>) -> Self {
        Figure::new(name, places.len() as f64, (0.0, 0.0), places)
    }

    /// How far a value is from the bar; 0 where it is within. Sums of shares carry a rounding error, which is no miss.
    pub fn miss(&self, value: f64) -> f64 {
        let miss = (self.least - value).max(value - self.most);
        if miss < 1e-6 { 0.0 } else { miss }
    }

    pub fn is_met(&self) -> bool {
        self.miss(self.value) == 0.0
    }

    /// The bar, in words.
    pub fn bar(&self) -> String {
        match (self.least, self.most) {
            (least, most) if least == most => format!("{least}"),
            (least, f64::INFINITY) => format!("{least} or more"),
            (f64::NEG_INFINITY, most) => format!("{most} or less"),
            (least, most) => format!("{least} to {most}"),
        }
    }
}

/// No bar on one side.
pub const AT_MOST: f64 = f64::NEG_INFINITY;
/// No bar on one side.
pub const AT_LEAST: f64 = f64::INFINITY;

/// A story, with what is asked of it more than once.
pub struct Story {
    pub scenario: Scenario,
    pub analysis: Analysis,
    /// All runs of the uniform player.
    pub runs: Walk,
}

impl Story {
    pub fn new(scenario: Scenario) -> Self {
        let analysis = analyse(&scenario, STATE_LIMIT).expect("a story has few enough states");
        let runs = walk(&scenario, anything);
        Story { scenario, analysis, runs }
    }

    /// The story in a file.
    pub fn open(path: &Path) -> Result<Self, String> {
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let scenario = read(&bytes, &Limits::default()).map_err(|errors| {
            format!("{}: {} errors; `two-hats check` tells them", path.display(), errors.iter().count())
        })?;
        Ok(Story::new(scenario))
    }

    pub fn id(&self) -> &str {
        self.scenario.id().as_str()
    }

    /// Whether it is a first story of five minutes, whose endings are short as well.
    pub fn is_short(&self) -> bool {
        self.scenario.minutes() <= 6
    }

    pub fn difficulty(&self) -> Difficulty {
        Difficulty::of(&self.analysis.outcome(Outcome::Balanced).share)
    }

    /// The steps that any run comes to.
    pub fn met(&self) -> impl Iterator<Item = (StepIndex, &scenario::Step)> {
        let steps = (0..).map(StepIndex).zip(self.scenario.steps());
        steps.filter(|(at, _)| self.analysis.steps[at.0 as usize].ranges.is_some())
    }

    /// All texts that a player reads, as lines, and where each stands.
    pub fn texts(&self) -> Vec<Text<'_>> {
        let mut texts = Vec::new();
        for step in self.scenario.steps() {
            texts.push(Text { place: step.id.to_string(), kind: Kind::Situation, lines: lines(&step.situation) });
            for response in &step.responses {
                let place = format!("{}/{}", step.id, response.id);
                texts.push(Text { place: place.clone(), kind: Kind::Response, lines: vec![(&response.text, false)] });
                texts.push(Text { place, kind: Kind::Consequence, lines: lines(&response.consequence) });
            }
        }
        for outcome in Outcome::ALL {
            for variant in self.scenario.outcomes().of(outcome) {
                let place = format!("{}: {}", outcome.name(), variant.title);
                let mut lines = lines(&variant.story);
                lines.push((&variant.lesson, false));
                texts.push(Text { place, kind: Kind::Ending, lines });
            }
        }
        texts
    }
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Situation,
    Response,
    Consequence,
    Ending,
}

/// A text that a player reads.
pub struct Text<'s> {
    pub place: String,
    pub kind: Kind,
    /// The lines, and whether each is speech.
    pub lines: Vec<(&'s str, bool)>,
}

fn lines(lines: &[Line]) -> Vec<(&str, bool)> {
    lines.iter().map(|line| (&*line.text, line.who.is_some())).collect()
}

/// How many words a text has.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The words of a text without the signs around them, in lower case.
pub fn plain_words(text: &str) -> Vec<String> {
    let plain = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect()
}

/// Whether a condition looks at a meter.
pub fn looks_at_meters(when: &Condition) -> bool {
    (when.leadership, when.management) != (Condition::ALWAYS.leadership, Condition::ALWAYS.management)
}

/// A part of a whole, in per cent; nothing of nothing is 0.
pub fn percent(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part * 100.0 / whole } else { 0.0 }
}

/// The stories of a folder, in the order of their ids.
pub fn stories_of(folder: &Path) -> Result<Vec<Story>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_story = |path: &Path| {
        path.extension().is_some_and(|extension| extension == "json") && !path.ends_with("scenario.schema.json")
    };
    let mut paths: Vec<_> = paths.filter(|path| is_story(path)).collect();
    paths.sort();
    paths.iter().map(|path| Story::open(path)).collect()
}

/// The folder of the shipped stories.
pub fn shipped() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios"))
}

/// All figures of a story; the word counter learns from the other stories.
pub fn figures(story: &Story, others: &[&Story]) -> Vec<Figure> {
    let mut all = hats::figures(story, others);
    all.extend(balance::figures(story));
    all.extend(clarity::figures(story));
    all.extend(wording::figures(story));
    all.extend(length::figures(story));
    all.extend(variety::figures(story));
    all
}

#[test]
fn a_bar_is_missed_by_what_is_beyond_it() {
    let between = Figure::new("between", 39.0, (40.0, 60.0), vec![]);
    assert_eq!([39.0, 40.0, 60.0, 62.0].map(|value| between.miss(value)), [1.0, 0.0, 0.0, 2.0]);
    assert!(!between.is_met() && between.bar() == "40 to 60");
    let most = Figure::new("most", 75.0 + 1e-9, (AT_MOST, 75.0), vec![]);
    assert!(most.is_met(), "a rounding error is no miss");
    assert!(!Figure::none("none", vec!["here".into()]).is_met() && Figure::none("none", vec![]).is_met());
}
