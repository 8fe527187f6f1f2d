//! What the stage shows, to all in the room: nothing that is the facilitator's alone.
//!
//! Votes are not in it before they are revealed, notes and questions never, and self-ratings only as what they come to.
//! `tests/room.rs` takes these types apart field by field, and plays sessions that differ in private things alone.

use super::map::MapView;
use super::slides;
use crate::app::view::Spoken;
use scenario::{Dimension, Effect, Image, Outcome, Scenario, Stance};
use session::{Habit, How, Phase, Review, State};

/// The stage.
#[derive(Clone, Debug, PartialEq)]
pub struct StageView<'s> {
    /// The story's title.
    pub title: &'s str,
    /// The language of its texts.
    pub language: &'s str,
    /// The phase.
    pub phase: Phase,
    /// The time that is left, in seconds; below 0 it has run over. `None` where there is none.
    pub left: Option<i64>,
    /// Whether the clock stands still.
    pub stopped: bool,
    /// The drawn place that the story is at; `None` where a slide has a picture of its own, or is about no place.
    pub scene: Option<&'s str>,
    /// What is shown.
    pub slide: Slide<'s>,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Slide<'s> {
    /// Nothing.
    Blank,
    /// Welcome to the story.
    Welcome(Welcome<'s>),
    /// The room rates itself: before play, or after it.
    Rate {
        /// Whether it is after play.
        after: bool,
    },
    /// A step's situation.
    Situation(Situation<'s>),
    /// The responses, while people think, vote or talk.
    Choices(Choices<'s>),
    /// The votes.
    Reveal(Reveal<'s>),
    /// What came of a decision.
    Consequence(Consequence<'s>),
    /// What went by habit.
    Told(Told<'s>),
    /// How it ended.
    Ending(Ending<'s>),
    /// Teams play; those that have reported.
    Teams(Vec<&'s str>),
    /// The way over the map.
    Way(Way<'s>),
    /// What it means.
    Meaning(Meaning<'s>),
    /// Another response to a decision.
    WhatIf(Box<WhatIf<'s>>),
    /// What each will do.
    Wall(&'s [String]),
    /// What was good, and what should be different.
    PlusDelta(&'s [String], &'s [String]),
    /// The end: how the self-ratings moved, before and after in hundredths, on each scale.
    Close([Option<(u32, u32)>; 2]),
}

/// A picture, with the scenario whose it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown<'s>(pub &'s Scenario, pub &'s Image);

/// Welcome to the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Welcome<'s> {
    /// The backdrop's name.
    pub scene: Option<&'s str>,
    /// The scenario, and its picture in the backdrop's place.
    pub image: Option<Shown<'s>>,
    /// Who the room is.
    pub role: &'s str,
    /// What it is about.
    pub summary: &'s str,
}

/// Which decision it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place<'s> {
    /// Its number, from 1.
    pub number: usize,
    /// How many there are on the longest way through here.
    pub of: usize,
    /// What the step is about.
    pub dimension: Option<Dimension>,
    /// The step's title.
    pub title: &'s str,
    /// Where it is in the story; empty where the story does not say.
    pub moment: &'s str,
}

/// A step's situation.
#[derive(Clone, Debug, PartialEq)]
pub struct Situation<'s> {
    /// Which decision.
    pub place: Place<'s>,
    /// The step's own picture.
    pub image: Option<Shown<'s>>,
    /// What is told.
    pub lines: Vec<Spoken<'s>>,
    /// What the situation itself did to the meters.
    pub pressure: Effect,
    /// Why; empty where the story does not say.
    pub why: &'s str,
    /// Leadership and management, after that.
    pub meters: (i32, i32),
    /// How much of each is enough.
    pub enough: (i32, i32),
}

/// A response.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice<'s> {
    /// Its number among those that are offered, from 1: what people call it.
    pub number: usize,
    /// Its hat; `None` while that is hidden.
    pub hat: Option<Stance>,
    /// What the room would do.
    pub text: &'s str,
}

/// The responses, without any votes.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices<'s> {
    /// Which decision.
    pub place: Place<'s>,
    /// Those that are offered.
    pub choices: Vec<Choice<'s>>,
}

/// The votes, once they are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal<'s> {
    /// Which decision.
    pub place: Place<'s>,
    /// The responses, with the hands of the first vote and, where there was one, of the second.
    pub choices: Vec<(Choice<'s>, u32, Option<u32>)>,
    /// Those who did not vote, in either vote.
    pub silent: (u32, Option<u32>),
    /// How many changed their minds at least, where there were two votes.
    pub moved: Option<u32>,
    /// The number of the response that will be played, and how it came to that; `None` where that is not decided.
    pub played: Option<(usize, How)>,
}

/// What came of a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Consequence<'s> {
    /// The coach's note, where the story has it told at once.
    pub note: Vec<Spoken<'s>>,
    /// Which decision.
    pub place: Place<'s>,
    /// What the room did; its hat is known now.
    pub choice: Choice<'s>,
    /// How it came to that.
    pub how: Option<How>,
    /// What it did to the meters.
    pub effect: Effect,
    /// What is told.
    pub lines: Vec<Spoken<'s>>,
    /// Leadership and management, after it.
    pub meters: (i32, i32),
    /// How much of each is enough.
    pub enough: (i32, i32),
}

/// What went by habit.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<'s> {
    /// The habit.
    pub habit: Habit,
    /// The decisions, the first one first.
    pub decisions: Vec<ByHabit<'s>>,
    /// Leadership and management, after the last of them.
    pub meters: (i32, i32),
    /// How much of each is enough.
    pub enough: (i32, i32),
}

/// A decision that went by habit.
#[derive(Clone, Debug, PartialEq)]
pub struct ByHabit<'s> {
    /// Its step.
    pub title: &'s str,
    /// What was done; its hat is known.
    pub choice: Choice<'s>,
    /// What the answer did to the meters.
    pub effect: Effect,
    /// What the situation itself did.
    pub pressure: Effect,
    /// Why; empty where the story does not say.
    pub why: &'s str,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending<'s> {
    /// The outcome.
    pub outcome: Outcome,
    /// Its title.
    pub title: &'s str,
    /// What is told; the lesson waits for the debrief.
    pub lines: Vec<Spoken<'s>>,
}

/// Runs on the map, the first so many decisions of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Way<'s> {
    /// The map: the room's run, or the team's that is looked at.
    pub map: MapView,
    /// All teams' runs, whole, with their names; empty where the room played.
    pub teams: Vec<(&'s str, MapView)>,
    /// How many decisions are shown.
    pub stop: usize,
    /// The last of them.
    pub last: Option<Last<'s>>,
}

/// The last decision that a way shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Last<'s> {
    /// Its step.
    pub step: &'s str,
    /// What was done.
    pub choice: Choice<'s>,
    /// How it came to that; `None` where no room voted.
    pub how: Option<How>,
    /// What the answer did to the meters.
    pub effect: Effect,
    /// What else moved them since the stop before: the situations themselves.
    pub pressure: Effect,
    /// Why; empty where the story does not say.
    pub why: &'s str,
}

/// How often an outcome comes by chance.
#[derive(Clone, Debug, PartialEq)]
pub struct Chance {
    /// In per cent.
    pub percent: f64,
    /// In whole per cents, which add up to a hundred over all outcomes.
    pub told: u32,
}

/// How often each outcome comes: in the order of [`Outcome::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// By chance; `None` where it cannot come.
    pub chance: [Option<Chance>; 4],
    /// How many teams ended so; empty where the room played.
    pub teams: Option<[usize; 4]>,
}

/// What it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning<'s> {
    /// The outcome, and whether a meter ran out; `None` where the story was not over.
    pub outcome: Option<(Outcome, bool)>,
    /// The lesson of the end.
    pub lesson: Option<&'s str>,
    /// The decision after which one outcome alone was left: its number and its step.
    pub no_return: Option<(usize, &'s str)>,
    /// The last decision before which balance could still come.
    pub last_chance: Option<(usize, &'s str)>,
    /// Where teams parted; `None` where they did not, or the room played.
    pub parted: Option<&'s str>,
    /// The shares.
    pub shares: Shares,
}

/// Another response to a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf<'s> {
    /// Which decision.
    pub number: usize,
    /// Its step.
    pub step: &'s str,
    /// What was done.
    pub done: Choice<'s>,
    /// What is asked about.
    pub asked: Choice<'s>,
    /// The shares after what was done.
    pub before: Shares,
    /// The shares after what is asked about.
    pub shares: Shares,
    /// The best that could still come.
    pub best: Outcome,
    /// What becomes of the later decisions.
    pub kept: analysis::debrief::Kept,
}

/// What the stage shows of a session at a time, with the debrief's figures once they are known.
pub fn stage<'s>(state: &'s State, review: Option<&'s Review>, now: u64) -> StageView<'s> {
    let timed = !matches!(state.phase(), Phase::SetUp);
    StageView {
        title: state.scenario().title(),
        language: state.scenario().language(),
        phase: state.phase(),
        left: timed.then(|| state.left(now)),
        stopped: state.clock().is_stopped(),
        scene: slides::scene(state),
        slide: if state.is_blank() { Slide::Blank } else { slides::slide(state, review) },
    }
}
