//! What fills the gaps of the field guide's templates.

use super::ask::Told;
use super::shelf::{Shelf, Story};
use crate::app::Source;
use crate::shapes;
use crate::template::Data;
use crate::words::fill;
use crate::words::guide::{self, ConceptWords, GUIDE, Heading};
use library::Played;
use scenario::{Concept, Outcome, Stance};

/// The parts of the guide, in the concept list's order: the heading, and how many concepts are in it.
const PARTS: [(&Heading, usize); 9] = [
    (&GUIDE.hats, 6),
    (&GUIDE.managers, 5),
    (&GUIDE.leaders, 5),
    (&GUIDE.differ, 8),
    (&GUIDE.places, 4),
    (&GUIDE.examples, 2),
    (&GUIDE.ends, 4),
    (&GUIDE.asked, 10),
    (&GUIDE.mirror, 3),
];

/// The places of parts that are told in ways of their own.
const MANAGERS: usize = 1;
const LEADERS: usize = 2;
const DIFFER: usize = 3;
const PLACES: usize = 4;
const ENDS: usize = 6;
const ASKED: usize = 7;
const MIRROR: usize = 8;

/// The outcomes in the guide's order.
const OUTCOMES: [Outcome; 4] = [Outcome::UnderLed, Outcome::UnderManaged, Outcome::Adrift, Outcome::Balanced];

/// The data of the field guide.
pub(super) struct Guide<'a> {
    /// The scenarios that came with the game: where each concept can be practised.
    stories: Vec<&'a Story>,
    shelf_came: bool,
    /// Whether the player has met each concept; `None` where nothing is kept that could say so.
    met: Option<Vec<bool>>,
}

impl<'a> Guide<'a> {
    pub fn of(told: &Told, shelf: &'a Shelf, runs: &[Played]) -> Self {
        Guide {
            stories: shelf.stories.iter().collect(),
            shelf_came: shelf.came,
            met: told.kept.as_ref().map(|_| Concept::all().map(|concept| met(concept, runs)).collect()),
        }
    }

    /// How many concepts can be met in a story, and how many of them were met.
    fn met_of(&self) -> (usize, usize) {
        let in_play: Vec<Concept> = Concept::all()
            .filter(|concept| self.stories.iter().any(|story| story.concepts.contains(concept)))
            .collect();
        let met = in_play.iter().filter(|concept| self.has_met(concept.place() as usize)).count();
        (met, in_play.len())
    }

    fn has_met(&self, place: usize) -> bool {
        self.met.as_ref().and_then(|met| met.get(place)).copied().unwrap_or_default()
    }

    /// The stories in which the concept at a place can be practised.
    fn practised(&self, place: usize) -> impl Iterator<Item = &Story> {
        let concept = Concept::all().nth(place);
        self.stories
            .iter()
            .copied()
            .filter(move |story| concept.is_some_and(|concept| story.concepts.contains(&concept)))
    }

    /// Whether all stories that came with the game practise the concept at a place.
    fn everywhere(&self, place: usize) -> bool {
        let shipped = |story: &&Story| matches!(story.source, Source::Shipped(_));
        let all = self.stories.iter().copied().filter(shipped).count();
        all > 1 && self.practised(place).filter(shipped).count() == all
    }
}

/// Whether a concept was met in a step or a response of a run.
fn met(concept: Concept, runs: &[Played]) -> bool {
    runs.iter().filter_map(Played::run).any(|run| {
        run.turns().iter().any(|turn| {
            let tags = [&run.scenario().step(turn.step).concepts, &run.response(turn).concepts];
            tags.into_iter().any(|tags| tags.contains(&concept))
        })
    })
}

/// The place in the list of the concept that is the second number's of the part that is the first number's.
fn place(at: &[usize]) -> usize {
    let part = at.first().copied().unwrap_or_default();
    let before: usize = PARTS.iter().take(part).map(|(_, count)| count).sum();
    before + at.get(1).copied().unwrap_or_default()
}

fn concept(at: &[usize]) -> Option<&'static ConceptWords> {
    GUIDE.concepts.get(place(at))
}

/// What stands in the guide's own words.
fn of_guide(key: &str, at: &[usize]) -> Option<&'static str> {
    let labels = &GUIDE.labels;
    let part = PARTS.get(*at.first().unwrap_or(&0)).map(|(heading, _)| *heading)?;
    let which = at.get(1).copied().unwrap_or_default();
    let last = at.last().copied().unwrap_or_default();
    let question = GUIDE.questions.get(which);
    let outcome = GUIDE.outcomes.get(which);
    let contrast = GUIDE.contrasts.get(which);
    let mirror = GUIDE.reflections.get(which);
    Some(match key {
        "line" => GUIDE.page.line,
        "part" => part.title,
        "part-line" => part.line,
        "part-id" => GUIDE.concepts.get(place(&[*at.first()?, 0]))?.id,
        "id" => concept(at)?.id,
        "name" => match at.first() {
            Some(&ASKED) => question?.question,
            Some(&MIRROR) => mirror?.question,
            _ => concept(at)?.name,
        },
        "text" => concept(at)?.text,
        "managing" => labels.managing,
        "leading" => labels.leading,
        "by-managing" if at.first() == Some(&PLACES) => GUIDE.dimensions.get(which)?.manager,
        "by-leading" if at.first() == Some(&PLACES) => GUIDE.dimensions.get(which)?.leader,
        "by-managing" => contrast?.managing,
        "by-leading" => contrast?.leading,
        "happens-label" => labels.happens,
        "feels-label" => labels.feels,
        "first-label" => labels.first,
        "happens" => outcome?.happens,
        "feels" => outcome?.feels,
        "first" => outcome?.first,
        "outcome-shape" => shapes::outcome(*OUTCOMES.get(which)?),
        "answer" => question?.answer,
        "left" => mirror?.left,
        "right" => mirror?.right,
        "says-left" => mirror?.says[0],
        "says-middle" => mirror?.says[1],
        "says-right" => mirror?.says[2],
        "practised" => labels.practised,
        "only-here" => labels.only_here,
        "met" => labels.met,
        "not-met" => labels.not_met,
        "print" => labels.print,
        "leader-shape" => shapes::hat(Stance::Leader),
        "manager-shape" => shapes::hat(Stance::Manager),
        _ => return of_handout(key, last),
    })
}

/// What stands on the page to keep; its rows are not within one another.
fn of_handout(key: &str, row: usize) -> Option<&'static str> {
    let handout: &guide::Handout = &GUIDE.handout;
    let contrast = GUIDE.contrasts.get(row);
    let named = |first: usize| GUIDE.concepts.get(first + row);
    Some(match key {
        "sheet" => handout.page.title,
        "sheet-line" => handout.page.line,
        "managers" => GUIDE.managers.title,
        "leaders" => GUIDE.leaders.title,
        "manager-does" => named(place(&[MANAGERS]))?.name,
        "leader-does" => named(place(&[LEADERS]))?.name,
        "differ" => GUIDE.differ.title,
        "aspect" => contrast?.aspect,
        "aspect-managing" => contrast?.managing,
        "aspect-leading" => contrast?.leading,
        "ends" => GUIDE.ends.title,
        "end" => named(place(&[ENDS]))?.name,
        "end-text" => named(place(&[ENDS]))?.text,
        "end-shape" => shapes::outcome(*OUTCOMES.get(row)?),
        "ask-title" => handout.ask_title,
        "ask" => handout.ask.get(row)?,
        "foot" => handout.foot,
        _ => return None,
    })
}

impl Data for Guide<'_> {
    fn text(&self, key: &str, at: &[usize]) -> String {
        let story = || self.practised(place(at)).nth(at.last().copied().unwrap_or_default());
        match key {
            "met-of" => {
                let (met, of) = self.met_of();
                fill(GUIDE.labels.met_of, &[("n", &met.to_string()), ("of", &of.to_string())])
            }
            "met-wide" => {
                let (met, of) = self.met_of();
                (met * 1000 / of.max(1)).to_string()
            }
            "story" => story().map(|story| story.title.clone()).unwrap_or_default(),
            "story-key" => story().map(|story| story.source.key()).unwrap_or_default(),
            _ => of_guide(key, at).unwrap_or_default().into(),
        }
    }

    fn count(&self, key: &str, at: &[usize]) -> usize {
        match key {
            "parts" => PARTS.len(),
            "ideas" => at.first().and_then(|part| PARTS.get(*part)).map_or(0, |(_, count)| *count),
            "stories" => self.practised(place(at)).count(),
            "five" => 5,
            "contrasts" => GUIDE.contrasts.len(),
            "four" => OUTCOMES.len(),
            "asks" => GUIDE.handout.ask.len(),
            _ => 0,
        }
    }

    fn holds(&self, key: &str, at: &[usize]) -> bool {
        let part = at.first().copied();
        match key {
            "no-shelf" => !self.shelf_came,
            "counted" => self.met.is_some() && self.shelf_came,
            "kept" => self.met.is_some(),
            "table" => part == Some(DIFFER),
            "of-managers" => part == Some(MANAGERS),
            "of-leaders" => part == Some(LEADERS),
            "places" => part == Some(PLACES),
            "ends" => part == Some(ENDS),
            "asked" => part == Some(ASKED),
            "mirror" => part == Some(MIRROR),
            "everywhere" => self.everywhere(place(at)),
            "practised" => !self.everywhere(place(at)) && self.practised(place(at)).next().is_some(),
            "only-here" => self.shelf_came && self.practised(place(at)).next().is_none(),
            "met" => self.has_met(place(at)),
            // What no story practises cannot be met in one.
            "not-met" => self.met.is_some() && !self.has_met(place(at)) && self.practised(place(at)).next().is_some(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_the_concept_list_and_name_what_is_theirs() {
        assert_eq!(PARTS.iter().map(|(_, count)| count).sum::<usize>(), Concept::all().count());
        let first = |part| concept(&[part, 0]).map(|concept| concept.id);
        let firsts: Vec<_> = (0..PARTS.len()).filter_map(first).collect();
        assert_eq!(firsts, ["A1", "M1", "L1", "C1", "D1", "S1", "O1", "Q1", "R1"]);
        assert_eq!(first(ASKED), Some("Q1"));
        assert_eq!(first(ENDS), Some("O1"));
    }
}
