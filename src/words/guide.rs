//! The words of the field guide: each idea that the game teaches, and the page to keep.
//!
//! Nothing that a player waits for uses them: they belong to the guide's own chunk. A second language is a second file
//! beside `guide/en.rs`.

mod en;

pub use en::GUIDE;

use scenario::Concept;

/// The words of the guide in one language.
pub struct Guide {
    /// What the page is called, and what it is for.
    pub page: Heading,
    /// A1 to A6.
    pub hats: Heading,
    /// M1 to M5.
    pub managers: Heading,
    /// L1 to L5.
    pub leaders: Heading,
    /// C1 to C8.
    pub differ: Heading,
    /// D1 to D4.
    pub places: Heading,
    /// S1 and S2.
    pub examples: Heading,
    /// O1 to O4.
    pub ends: Heading,
    /// Q1 to Q10.
    pub asked: Heading,
    /// R1 to R3.
    pub mirror: Heading,
    /// What stands above and beside the texts.
    pub labels: Labels,
    /// Every concept, in the order of [`scenario::Concept::all`].
    pub concepts: [ConceptWords; 47],
    /// C1 to C8, side by side.
    pub contrasts: [Contrast; 8],
    /// D1 to D4, each hat's way.
    pub dimensions: [Dimension; 4],
    /// O1 to O4: over-managed, over-led, adrift, in balance. Not the order of [`scenario::Outcome::ALL`].
    pub outcomes: [Outcome; 4],
    /// Q1 to Q10.
    pub questions: [Question; 10],
    /// R1 to R3.
    pub reflections: [Reflection; 3],
    /// The page to print and keep.
    pub handout: Handout,
}

/// A heading and the line under it.
pub struct Heading {
    /// The heading.
    pub title: &'static str,
    /// What comes under it, in a sentence or two.
    pub line: &'static str,
}

/// One idea in short.
pub struct ConceptWords {
    /// Its id in the concept list.
    pub id: &'static str,
    /// Its name, in two to five words.
    pub name: &'static str,
    /// What it is, in one to three sentences.
    pub text: &'static str,
}

/// One way in which the hats differ.
pub struct Contrast {
    /// In what they differ.
    pub aspect: &'static str,
    /// How managing does it.
    pub managing: &'static str,
    /// How leading does it.
    pub leading: &'static str,
}

/// One of the four places where the hats show.
pub struct Dimension {
    /// Its name.
    pub name: &'static str,
    /// The manager's way.
    pub manager: &'static str,
    /// The leader's way.
    pub leader: &'static str,
}

/// One of the four ends.
pub struct Outcome {
    /// Its name.
    pub name: &'static str,
    /// What happens.
    pub happens: &'static str,
    /// How it feels from inside.
    pub feels: &'static str,
    /// The first thing to do about it.
    pub first: &'static str,
}

/// A question that people ask, and its answer.
pub struct Question {
    /// The question.
    pub question: &'static str,
    /// The answer, with an example.
    pub answer: &'static str,
}

/// A question to oneself, answered on a slider.
pub struct Reflection {
    /// The question.
    pub question: &'static str,
    /// The manager's end.
    pub left: &'static str,
    /// The leader's end.
    pub right: &'static str,
    /// What the left end, the middle and the right end say.
    pub says: [&'static str; 3],
}

/// What stands above and beside the texts.
pub struct Labels {
    /// Above the manager's side.
    pub managing: &'static str,
    /// Above the leader's side.
    pub leading: &'static str,
    /// Above [`Outcome::happens`].
    pub happens: &'static str,
    /// Above [`Outcome::feels`].
    pub feels: &'static str,
    /// Above [`Outcome::first`].
    pub first: &'static str,
    /// Before the stories that practise a concept.
    pub practised: &'static str,
    /// Where no story practises it.
    pub only_here: &'static str,
    /// At a concept that the player has met.
    pub met: &'static str,
    /// At a concept that the player has not met.
    pub not_met: &'static str,
    /// How much of it all the player has met: {n}, {of}.
    pub met_of: &'static str,
    /// On the button that prints the page to keep.
    pub print: &'static str,
}

/// The page to print and keep.
pub struct Handout {
    /// What it is called, and what it is for.
    pub page: Heading,
    /// Above [`Handout::ask`].
    pub ask_title: &'static str,
    /// What to ask oneself.
    pub ask: [&'static str; 3],
    /// Where the page comes from.
    pub foot: &'static str,
}

impl Guide {
    /// The words of a concept, by its id.
    pub fn concept(&self, id: &str) -> Option<&ConceptWords> {
        self.concepts.iter().find(|concept| concept.id == id)
    }

    /// What a concept is, in a line: its name, and what it says.
    pub fn about(&self, concept: Concept) -> Option<String> {
        let words = self.concept(concept.id())?;
        Some(format!("{}: {}", words.name, words.text))
    }

    /// All texts, in the order of the page.
    pub fn texts(&self) -> Vec<&'static str> {
        let headings = [
            &self.page,
            &self.hats,
            &self.managers,
            &self.leaders,
            &self.differ,
            &self.places,
            &self.examples,
            &self.ends,
            &self.asked,
            &self.mirror,
            &self.handout.page,
        ];
        let Labels { managing, leading, happens, feels, first, practised, only_here, met, not_met, met_of, print } =
            &self.labels;
        let mut all: Vec<&'static str> = headings.into_iter().flat_map(|h| [h.title, h.line]).collect();
        all.extend([managing, leading, happens, feels, first, practised, only_here, met, not_met, met_of, print]);
        all.extend(self.concepts.iter().flat_map(|c| [c.name, c.text]));
        all.extend(self.contrasts.iter().flat_map(|c| [c.managing, c.leading]));
        all.extend(self.dimensions.iter().flat_map(|d| [d.manager, d.leader]));
        all.extend(self.outcomes.iter().flat_map(|o| [o.happens, o.feels, o.first]));
        all.extend(self.questions.iter().flat_map(|q| [q.question, q.answer]));
        all.extend(self.reflections.iter().flat_map(|r| [r.question, r.left, r.right]));
        all.extend(self.reflections.iter().flat_map(|r| r.says));
        all.push(self.handout.ask_title);
        all.extend(self.handout.ask);
        all.push(self.handout.foot);
        all
    }
}
