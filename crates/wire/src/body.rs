//! What a state tells the phones.

use crate::up::Said;
use serde::{Deserialize, Serialize};

/// The longest line that somebody types, in characters.
pub const LONGEST_LINE: usize = 280;
/// The values of a self-rating's row: 1 up to this.
pub const HIGHEST_RATING: u8 = 5;
/// The fewest voices that are shown apart, where a room was not told otherwise before.
pub const FEWEST: u32 = 5;

/// Which side a response was on. It is told when a round is closed, never before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hat {
    /// The leader's.
    Leader,
    /// The manager's.
    Manager,
}

/// The step that the room is at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its title.
    pub title: String,
    /// Its situation, line by line.
    pub situation: Vec<String>,
    /// What can be answered, in the order of the stage.
    pub responses: Vec<String>,
}

/// What came of a vote, once it is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reveal {
    /// The response that the room goes on with.
    pub chosen: Option<u8>,
    /// The votes for each response, phones and hands together; `None` where there are too few to be shown apart.
    pub counts: Option<Vec<u16>>,
    /// How many went from one response to another between two votes.
    pub moves: Vec<(u8, u8, u16)>,
    /// What the response led to, line by line.
    pub consequence: Vec<String>,
    /// The hat of each response; empty as long as the room is not to see them.
    pub hats: Vec<Option<Hat>>,
}

/// Where the room is in its session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// People arrive.
    #[default]
    Welcome,
    /// The facilitator speaks, or the room reads: phones say *look up*.
    Read,
    /// A question is asked: see [`State::asked`].
    Ask,
    /// People talk in pairs, for so many seconds.
    Talk(u16),
    /// A vote is shown.
    Reveal(Reveal),
    /// The room looks back: its votes for each hat, leader first; `None` where they are too few.
    Debrief(Option<[u16; 2]>),
    /// Thanks, and where the story can be played alone.
    Close {
        /// An address beside the page, or a whole one.
        play: String,
    },
}

/// What the facilitator's page wants the phones to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// What the room is called.
    pub room: String,
    /// The story's title.
    pub story: String,
    /// The language of the texts, as HTML names it.
    pub language: String,
    /// The step, once there is one.
    pub step: Option<Step>,
    /// The phase.
    pub phase: Phase,
    /// What was before, in at most three lines, for whoever comes late.
    pub earlier: Vec<String>,
    /// Whether groups of fewer than five are shown apart, which the room was told before.
    pub small_groups: bool,
}

/// A question of one round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asks {
    /// One of so many responses; the second vote of a step starts empty, like the first.
    Choice {
        /// How many responses there are, 1 to 6.
        offered: u8,
        /// Whether it is the second vote on this step.
        again: bool,
    },
    /// Two rows of five.
    Rating {
        /// What is rated.
        rows: [String; 2],
        /// Whether it is asked after play.
        after: bool,
    },
    /// One line.
    Line {
        /// What is asked.
        prompt: String,
        /// Whether it is a promise, which stays on the phone unless its owner shows it.
        promise: bool,
    },
    /// One word of a few.
    Reaction(Vec<String>),
}

impl Asks {
    /// Whether an answer fits this question.
    pub fn accepts(&self, said: &Said) -> bool {
        match (self, said) {
            (Self::Choice { offered, .. }, Said::Vote(response)) => response < offered,
            (Self::Rating { .. }, Said::Rating(values)) => values.iter().all(|one| (1..=HIGHEST_RATING).contains(one)),
            (Self::Line { .. }, Said::Line(text)) => {
                text.chars().count() <= LONGEST_LINE && !plain_line(text).is_empty()
            }
            (Self::Reaction(words), Said::Reaction(word)) => usize::from(*word) < words.len(),
            _ => false,
        }
    }
}

/// A round: one question, from its opening on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Its number, which is given once.
    pub round: u64,
    /// The question.
    pub asks: Asks,
    /// Whether answers still count.
    pub open: bool,
    /// How many have answered.
    pub said: u16,
}

/// All that phones are told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What is shown.
    pub shown: Shown,
    /// The last question, open or closed.
    pub asked: Option<Asked>,
    /// How many people are in the room.
    pub people: u16,
    /// How many of them a phone speaks for.
    pub here: u16,
    /// Whether new seats enter without a tap of the facilitator.
    pub door: bool,
    /// What was counted last of each seat, by its number.
    pub receipts: Vec<[u8; 2]>,
}

/// A line as it may be shown: one line, without control and bidirectional characters, with at most two marks on a letter.
pub fn plain_line(text: &str) -> String {
    let (mut out, mut marks) = (String::with_capacity(text.len()), 0);
    for sign in text.chars() {
        let is_mark = matches!(sign, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}');
        marks = if is_mark { marks + 1 } else { 0 };
        match sign {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{61C}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}' => {}
            sign if sign.is_control() || marks > 2 => {}
            sign => out.push(sign),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
