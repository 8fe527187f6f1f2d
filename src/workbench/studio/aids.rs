//! Writing aids: how long and how hard a text is, who speaks without marks, which flags are called back.

use super::map::{responses, steps};
use document::{Document, Node, Path, ReferenceKind, Segment, references};
use lint::grade;

/// What is measured of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// How many words it has.
    pub words: usize,
    /// How many years of school it asks for, where it is English and long enough for that to mean anything.
    pub grade: Option<f64>,
}

/// A text's range, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aid {
    /// A step's situation.
    Situation,
    /// What an answer says.
    Answer,
    /// What comes of it.
    Consequence,
    /// An ending's story.
    Story,
}

impl Aid {
    /// The fewest and the most words that such a text should have.
    pub fn range(self) -> (usize, usize) {
        match self {
            Aid::Situation => (30, 130),
            Aid::Answer => (8, 45),
            Aid::Consequence => (15, 90),
            Aid::Story => (40, 160),
        }
    }
}

/// The hardest text that everybody reads, in years of school.
const HARDEST: f64 = 10.0;

impl Measure {
    /// The measure of a text in lines.
    pub fn of<'t>(lines: impl Iterator<Item = &'t str> + Clone, is_english: bool) -> Self {
        let words = lines.clone().map(|line| line.split_whitespace().count()).sum();
        Measure { words, grade: if is_english { grade(lines) } else { None } }
    }

    /// Whether it is harder than it should be.
    pub fn is_hard(&self) -> bool {
        self.grade.is_some_and(|grade| grade > HARDEST)
    }
}

/// The first piece of a narration that reads as speech without marks: `she says that`, `he asks whether`.
pub fn spoken_without_marks(text: &str) -> Option<&str> {
    const VERBS: [&str; 16] = [
        "says",
        "said",
        "asks",
        "asked",
        "tells",
        "told",
        "replies",
        "replied",
        "answers",
        "answered",
        "explains",
        "explained",
        "adds",
        "added",
        "wonders",
        "wondered",
    ];
    const LINKS: [&str; 8] = ["that", "whether", "if", "why", "how", "you", "them", "when"];
    if text.contains(['“', '"', '«', '„']) {
        return None;
    }
    let mut words = text.split_whitespace().map(|word| (word.trim_matches(|sign: char| !sign.is_alphanumeric()), word));
    let mut before = words.next()?;
    for word in words {
        if VERBS.contains(&before.0) && LINKS.contains(&word.0) {
            let start = before.1.as_ptr() as usize - text.as_ptr() as usize;
            let end = word.1.as_ptr() as usize - text.as_ptr() as usize + word.1.len();
            return text.get(start..end);
        }
        before = word;
    }
    None
}

/// Where a flag of the story is set, asked for and told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallBack {
    /// Its id.
    pub id: String,
    /// What it says to the player.
    pub text: String,
    /// The steps and responses that set it, by their ids.
    pub set: Vec<(String, String)>,
    /// The steps whose answers are offered, or whose ways are taken, by it.
    pub asked: Vec<String>,
    /// The steps and endings whose lines are told by it.
    pub told: Vec<String>,
}

impl CallBack {
    /// Whether it is set, and the story never comes back to it.
    pub fn is_forgotten(&self) -> bool {
        !self.set.is_empty() && self.asked.is_empty() && self.told.is_empty()
    }
}

/// The flags of a draft, in the order of the file, and what becomes of each.
pub fn callbacks(document: &Document) -> Vec<CallBack> {
    let flags = document.node(&Path::root().key("flags")).into_iter().flat_map(Node::children);
    let mut found: Vec<CallBack> = flags
        .filter_map(|flag| {
            let text = flag.text().unwrap_or_default().to_owned();
            Some(CallBack { id: flag.key()?.to_owned(), text, set: vec![], asked: vec![], told: vec![] })
        })
        .collect();
    for reference in references(document).into_iter().filter(|it| it.kind == ReferenceKind::Flag) {
        let Some(flag) = found.iter_mut().find(|flag| flag.id == reference.name) else { continue };
        let path = reference.node.path();
        let place = reference.node.step_id().map_or_else(|| ending(&path), str::to_owned);
        let keys: Vec<&str> = path.segments().iter().filter_map(key).collect();
        let add = |places: &mut Vec<String>| {
            if !places.contains(&place) {
                places.push(place.clone());
            }
        };
        match keys.as_slice() {
            ["steps", step, "responses", response, "sets"] => flag.set.push(((*step).into(), (*response).into())),
            _ if keys
                .iter()
                .any(|key| matches!(*key, "situation" | "consequence" | "note" | "outcomes" | "pressure")) =>
            {
                add(&mut flag.told);
            }
            _ => add(&mut flag.asked),
        }
    }
    found
}

fn key(segment: &Segment) -> Option<&str> {
    match segment {
        Segment::Key(key) => Some(key),
        Segment::At(_) => None,
    }
}

/// The outcome that a path leads into, as a file names it.
fn ending(path: &Path) -> String {
    path.segments().get(1).and_then(key).map(|outcome| format!("end:{outcome}")).unwrap_or_default()
}

/// The words of a list of lines.
pub fn words_in<'d>(list: Option<Node<'d>>) -> Vec<&'d str> {
    let lines = list.into_iter().flat_map(Node::children);
    let said = |line: Node<'d>| line.get("says").or(line.get("text"))?.text();
    lines.filter_map(|line| line.text().or_else(|| said(line))).map(super::lines::shown).collect()
}

/// How many minutes a run takes to read on average: all that each step tells, by how often a run comes to it, at 200 words a
/// minute. `often` gives the thousandths of runs that come to a step.
pub fn reading_minutes(document: &Document, often: impl Fn(&str) -> u32) -> f64 {
    let words =
        |list: Option<Node<'_>>| words_in(list).iter().map(|line| line.split_whitespace().count()).sum::<usize>();
    let of_step = |(id, step): &(&str, Node<'_>)| {
        let answers: Vec<Node<'_>> = responses(*step).map(|(_, response)| response).collect();
        let offered = answers.iter().filter_map(|it| it.get("text")?.text()).map(|it| it.split_whitespace().count());
        let after = answers.iter().map(|it| words(it.get("consequence"))).sum::<usize>() / answers.len().max(1);
        f64::from(often(id)) / 1000.0 * (words(step.get("situation")) + offered.sum::<usize>() + after) as f64
    };
    steps(document).iter().map(of_step).sum::<f64>() / 200.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

    #[test]
    fn a_flag_is_followed_from_where_it_is_set_to_where_it_is_told() {
        let found = callbacks(&Document::new(SMALL));
        let [promised] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(promised.set, [("oven".to_owned(), "ask".to_owned())]);
        assert_eq!(
            (promised.asked.as_slice(), promised.told.as_slice()),
            (&["rush".to_owned()][..], &["rush".to_owned()][..])
        );
        assert!(!promised.is_forgotten());
        let lost = SMALL.replace("\"has\": [\"promised\"]", "\"lacks\": []");
        assert!(callbacks(&Document::new(lost))[0].is_forgotten());
        assert!(callbacks(&Document::new("{")).is_empty());
    }

    #[test]
    fn speech_without_marks_is_found() {
        assert_eq!(spoken_without_marks("Ana says that it is late."), Some("says that"));
        assert_eq!(spoken_without_marks("Then he asked, whether you know."), Some("asked, whether"));
        for fine in ["", "says", "She says no.", "“He said that it is late.”", "It is told."] {
            assert_eq!(spoken_without_marks(fine), None, "{fine}");
        }
    }

    #[test]
    fn a_text_is_measured_in_words_and_years() {
        let lines = ["Forty people.", "They wait."];
        assert_eq!(Measure::of(lines.into_iter(), true), Measure { words: 4, grade: None });
        let heavy = "Organisational accountability necessitates comprehensive communication. ".repeat(8);
        assert!(Measure::of([&*heavy].into_iter(), true).is_hard());
        assert!(!Measure::of([&*heavy].into_iter(), false).is_hard());
        assert!(reading_minutes(&Document::new(SMALL), |_| 1000) > 0.1);
    }
}
