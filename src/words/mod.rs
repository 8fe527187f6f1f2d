//! Every word of the interface, in one place: a second language is a second file beside `en.rs`.
//!
//! Words with a gap are templates: `{n}` and the like are filled by [`fill`]. Faults of a scenario file are worded by
//! the rules that find them, in [`scenario`].

mod aside;
mod concepts;
mod en;
pub mod guide;
mod offline;

pub use aside::{ASIDE, AsideWords};
pub use concepts::NAMES as CONCEPT_NAMES;
pub use en::ENGLISH;
pub use offline::{OFFLINE, Offline};

use play::ChoiceError;
use scenario::{Dimension, Effect, Outcome, Stance, Step, has_rtl};

/// The words of one language. The comments say what fills the gaps.
#[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
pub struct Words {
    /// The language, as a BCP 47 tag.
    pub tag: &'static str,

    pub name: &'static str,
    pub skip: &'static str,
    pub home: &'static str,
    pub retry: &'static str,
    pub settings: &'static str,
    /// The pages of [`crate::app::Guest`].
    pub guests: [&'static str; 5],
    pub on_its_way: &'static str,
    pub late: &'static str,

    pub leader: &'static str,
    pub manager: &'static str,
    pub leadership: &'static str,
    pub management: &'static str,
    pub meters: &'static str,
    pub breaks: &'static str,
    /// {n}
    pub enough: &'static str,
    pub low: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    /// Why a step took leadership, and why management, by its dimension, where the story does not say.
    /// What a coach says on a newcomer's first three pages: a step, what came of it, the next step.
    pub coach: [&'static str; 3],
    pub fades: [[&'static str; 4]; 2],
    /// Why it gave leadership, and management.
    pub grows: [&'static str; 2],

    /// {n}, {of}
    pub decision_of: &'static str,
    /// {n}
    pub decision_last: &'static str,
    pub history: &'static str,
    pub help: &'static str,
    pub back_home: &'static str,
    pub what_do_you_do: &'static str,
    pub you_answered: &'static str,
    pub what_it_did: &'static str,
    pub go_on: &'static str,
    pub see_end: &'static str,
    pub story_over: &'static str,
    pub take_back: &'static str,
    pub bring_back: &'static str,
    /// What a heading adds for who hears it: that it is what came of an answer, or that it is asked once more.
    pub what_came: &'static str,
    pub asked_again: &'static str,
    /// What was done, in the order of [`crate::app::Done`]. {step}
    pub done: [&'static str; 3],
    /// {meter}, {value}
    pub meter_now: &'static str,
    /// {meter}, {change}, {value}
    pub meter_moved: &'static str,
    /// {name}
    pub says: &'static str,
    pub dimensions: [&'static str; 4],

    /// In the order of [`Outcome::ALL`].
    pub verdicts: [&'static str; 4],
    /// What each outcome means, in the order of [`Outcome::ALL`].
    pub verdicts_mean: [&'static str; 4],
    /// What a break means, for leadership, management, both.
    pub broke: [&'static str; 3],
    /// {n}
    pub the_end: &'static str,
    pub the_end_one: &'static str,
    pub take_along: &'static str,
    pub play_again: &'static str,

    pub loading: &'static str,
    pub failed: &'static str,
    pub failed_is: &'static str,
    pub signed_out: &'static str,
    pub no_scenario: &'static str,
    pub no_scenario_is: &'static str,

    pub refused: [&'static str; 3],
    /// What a challenge says in the meters' place.
    pub hidden: &'static str,
}

impl Words {
    /// A hat's name.
    pub fn stance(&self, stance: Stance) -> &'static str {
        match stance {
            Stance::Leader => self.leader,
            Stance::Manager => self.manager,
        }
    }

    /// The meter of a hat.
    pub fn meter(&self, stance: Stance) -> &'static str {
        match stance {
            Stance::Leader => self.leadership,
            Stance::Manager => self.management,
        }
    }

    /// Why coming to a step moved the meters: what the story says, or [`Words::reasons`]; empty where it moved none.
    pub fn why(&self, step: &Step) -> String {
        if step.why.is_empty() { self.reasons(step.dimension, step.pressure) } else { step.why.to_string() }
    }

    /// Why meters move at a step of a dimension whose story does not say: a plain sentence for each that does.
    pub fn reasons(&self, dimension: Option<Dimension>, pressure: Effect) -> String {
        let about = dimension.map_or(0, |dimension| dimension as usize);
        let of = |meter: usize, change: i32| match change {
            0 => "",
            1.. => self.grows[meter],
            _ => self.fades[meter][about],
        };
        let (one, other) = (of(0, pressure.leadership), of(1, pressure.management));
        let gap = if one.is_empty() || other.is_empty() { "" } else { " " };
        [one, gap, other].concat()
    }

    /// A dimension's name.
    pub fn dimension(&self, dimension: Dimension) -> &'static str {
        self.dimensions[dimension as usize]
    }

    /// An outcome's verdict.
    pub fn verdict(&self, outcome: Outcome) -> &'static str {
        self.verdicts[outcome as usize]
    }

    /// Why a recorded response could not be taken.
    pub fn refusal(&self, refused: ChoiceError) -> &'static str {
        self.refused[refused as usize]
    }
}

/// A template with its gaps filled. A filling that is written from right to left is isolated, so that it does not move the
/// words and signs around it.
pub fn fill(template: &str, gaps: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let filling = gaps.iter().find(|(gap, _)| *gap == name).map(|(_, filling)| *filling);
        match filling.unwrap_or_default() {
            rtl if has_rtl(rtl) => out.extend(["\u{2068}", rtl, "\u{2069}"]),
            filling => out.push_str(filling),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A number with its sign, as it is added to a meter: `+2`, `−1`, `0`.
pub fn signed(number: i32) -> String {
    match number {
        0 => "0".into(),
        1.. => format!("+{number}"),
        _ => format!("\u{2212}{}", number.unsigned_abs()),
    }
}

/// A text as it is shown: what is no character of a text stands as a box, so that nothing obeys it where it is pasted.
pub fn shown(text: &str) -> String {
    let seen = |character: char| match character {
        '\t' | '\n' => character,
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        other if other.is_control() => '\u{fffd}',
        other => other,
    };
    text.chars().map(seen).collect()
}

/// A part of a whole in per cent, rounded the same on every page; of nothing it is none.
pub fn percent_of(part: usize, whole: usize) -> usize {
    (part * 100 + whole / 2) / whole.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_and_fillings_are_never_templates() {
        assert_eq!(fill("Decision {n} of about {of}", &[("n", "3"), ("of", "9")]), "Decision 3 of about 9");
        assert_eq!(fill("{file} has faults", &[("file", "a{n}.json"), ("n", "7")]), "a{n}.json has faults");
        assert_eq!(fill("no gap", &[]), "no gap");
        assert_eq!(fill("{a} ({b})", &[("a", "ليل."), ("b", "C++")]), "\u{2068}ليل.\u{2069} (C++)");
    }

    #[test]
    fn what_is_no_character_of_a_text_stands_as_a_box() {
        let bent = "a\u{1b}[31m\u{1}\u{9b}\u{ffff}\tb\n\u{202b}ü";
        assert_eq!(shown(bent), "a\u{fffd}[31m\u{fffd}\u{fffd}\u{fffd}\tb\n\u{202b}ü");
    }

    #[test]
    fn a_part_is_rounded_to_the_nearest_per_cent() {
        assert_eq!([percent_of(7, 11), percent_of(5, 14), percent_of(6, 14), percent_of(0, 0)], [64, 36, 43, 0]);
    }

    #[test]
    fn numbers_carry_their_sign() {
        assert_eq!([signed(2), signed(0), signed(-1)], ["+2", "0", "\u{2212}1"]);
    }
}
