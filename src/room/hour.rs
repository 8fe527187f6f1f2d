//! The hour: what the room decides of a story so that it comes to an end, how the time goes, and what can be done when it
//! runs late.

use scenario::{Id, StepIndex};
use session::{Act, Decides, Plan, State, Weights};
use std::collections::BTreeSet;

/// A session is late from so many seconds on: less is nobody's worry.
const LATE: i64 = 60;

/// A decision that can be the room's.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision<'s> {
    /// Its step's title.
    pub title: &'s str,
    /// How far it moves the outcome shares on average, in thousandths; `None` where that is not known.
    pub weight: Option<u32>,
    /// Whether it is the room's.
    pub taken: bool,
    /// What gives it to the room, or to its habit.
    pub change: Act,
}

/// What is planned for the story.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView<'s> {
    /// Whether the room takes all decisions.
    pub all: bool,
    /// What gives it some of them: those that it has, or that are proposed; `None` where all fit the time.
    pub some: Option<Act>,
    /// The decisions, in the order of the file.
    pub decisions: Vec<Decision<'s>>,
    /// How many decisions the room takes at most.
    pub votes: u32,
    /// How many decisions the longest run has.
    pub longest: usize,
    /// How long the story takes at most, its end included, in seconds.
    pub needs: u32,
    /// What there is for it, in seconds.
    pub has: u32,
    /// What takes up what is proposed for this time and room; `None` where it is planned so.
    pub propose: Option<Act>,
}

/// What is planned for a session's story; before anybody has said so, what is proposed.
pub fn plan<'s>(state: &'s State, weights: &Weights) -> PlanView<'s> {
    let (scenario, plan) = (state.scenario(), state.plan());
    let proposed = weights.propose(scenario, &plan);
    let decides = state.decides().unwrap_or(&proposed);
    let decisions = scenario.steps().iter().zip(0..).filter(|(step, _)| !step.is_passage());
    let decisions = decisions.map(|(step, at)| Decision {
        title: &step.title,
        weight: weights.thousandths(StepIndex(at)),
        taken: decides.takes(&step.id),
        change: Act::Decides(changed(state, decides, &step.id)),
    });
    PlanView {
        all: *decides == Decides::All,
        some: [decides, &proposed].into_iter().find(|it| **it != Decides::All).cloned().map(Act::Decides),
        decisions: decisions.collect(),
        votes: Plan::most_votes(scenario, decides),
        longest: plan.longest,
        needs: plan.story_needs(scenario, decides),
        has: plan.story(),
        propose: (*decides != proposed).then(|| Act::Decides(proposed.clone())),
    }
}

/// The same decisions, with one more of the room's, or one less.
fn changed(state: &State, decides: &Decides, step: &Id) -> Decides {
    let decisions = state.scenario().steps().iter().filter(|step| !step.is_passage());
    let taken = decisions.map(|step| &step.id).filter(|id| decides.takes(id) != (*id == step));
    Decides::These(taken.cloned().collect())
}

/// What can be done about a session that runs late.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend<'s> {
    /// What it is.
    pub what: What<'s>,
    /// How many seconds it saves.
    pub saves: u64,
    /// What does it.
    pub act: Act,
}

/// A way to be less late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What<'s> {
    /// The decision of a step goes by habit.
    Drop(&'s str),
    /// The debrief takes so many minutes, in place of so many.
    Shorten(u32, u32),
    /// All decisions to come go by habit, and the end is told.
    EndHere,
}

/// What can be done, where the session is late and the debrief has not begun: the decision on which least hangs, the
/// debrief, the end.
pub fn mends<'s>(state: &'s State, weights: &Weights, now: u64) -> Vec<Mend<'s>> {
    let forecast = state.forecast(now);
    if state.phase().is_debrief() || forecast.late() < LATE {
        return Vec::new();
    }
    let mend = |what: What<'s>, act: Act| {
        let saves = forecast.end.saturating_sub(state.after(&act)?.forecast(now).end);
        (saves > 0).then_some(Mend { what, saves, act })
    };
    let all = Decides::All;
    let decides = state.decides().unwrap_or(&all);
    let lightest = weights.heaviest().iter().rev().filter(|step| state.step_at() != Some(**step)).find_map(|step| {
        let step = state.scenario().step(*step);
        let drop = || Act::Decides(changed(state, decides, &step.id));
        decides.takes(&step.id).then(drop).and_then(|act| mend(What::Drop(&step.title), act))
    });
    let (whole, debrief) = (state.plan().whole / 60, state.plan().debrief / 60);
    let least = debrief.saturating_sub((forecast.late() as u32).div_ceil(60)).max(whole / 4);
    let shorter = (least < debrief).then(|| mend(What::Shorten(debrief, least), Act::Debrief(least))).flatten();
    let end = mend(What::EndHere, Act::Decides(Decides::These(BTreeSet::new())));
    lightest.into_iter().chain(shorter).chain(end).collect()
}
