//! From a session to what the stage shows of it.

use super::debriefed;
use super::stage::{
    ByHabit, Choice, Choices, Consequence, Ending, Place, Reveal, Shown, Situation, Slide, Told, Welcome,
};
use super::steps::passed;
use crate::app::view::spoken;
use play::{Moment, Run, longest_after};
use scenario::{Feedback, Id, Response, StepIndex};
use session::{Note, Phase, Review, State, moved};

/// What is shown in a session's phase.
pub(super) fn slide<'s>(state: &'s State, review: Option<&'s Review>) -> Slide<'s> {
    let slide = match state.phase() {
        Phase::SetUp | Phase::Gather => None,
        Phase::RateBefore => Some(Slide::Rate { after: false }),
        Phase::RateAfter => Some(Slide::Rate { after: true }),
        Phase::Read => situation(state),
        Phase::Think | Phase::Vote | Phase::Talk | Phase::VoteAgain => choices(state),
        Phase::Reveal => reveal(state),
        Phase::Consequence => consequence(state),
        Phase::Told => told(state),
        Phase::Ending => ending(state.run()),
        Phase::Teams => Some(Slide::Teams(state.teams().iter().map(|team| team.name.as_str()).collect())),
        Phase::What => debriefed::way(state, state.stop()).map(Slide::Way),
        Phase::SoWhat => {
            debriefed::asked(state, review).or_else(|| debriefed::meaning(state, review).map(Slide::Meaning))
        }
        Phase::NowWhat => Some(Slide::Wall(state.notes(Note::Commitment))),
        Phase::PlusDelta => Some(Slide::PlusDelta(state.notes(Note::Plus), state.notes(Note::Delta))),
        Phase::Close => Some(Slide::Close([state.shift(0), state.shift(1)])),
    };
    slide.unwrap_or_else(|| welcome(state))
}

/// The place that the story is at, while it is told.
pub(super) fn scene(state: &State) -> Option<&str> {
    let told = state.phase().is_step() || state.phase() == Phase::Ending;
    let own = state.step().and_then(|step| step.scene.as_ref());
    own.or(state.scenario().scene()).map(Id::as_str).filter(|_| told && !state.is_blank())
}

fn welcome(state: &State) -> Slide<'_> {
    let scenario = state.scenario();
    let scene = scenario.scene().map(Id::as_str);
    let image = scenario.image().map(|image| Shown(scenario, image));
    Slide::Welcome(Welcome { scene, image, role: scenario.role(), summary: scenario.summary() })
}

/// Which decision of a run a step is, after so many turns. A passage has the number of the decision after it.
fn place(state: &State, turns: usize, at: StepIndex) -> Place<'_> {
    let step = state.scenario().step(at);
    let decided = state.run().decisions().filter(|(turn, _)| *turn < turns).count();
    let of = decided + usize::from(!step.is_passage()) + longest_after(state.scenario(), at, state.run().now().flags);
    Place { number: decided + 1, of, dimension: step.dimension, title: &step.title, moment: &step.moment }
}

fn enough(state: &State) -> (i32, i32) {
    let meters = state.scenario().meters();
    (meters.leadership.enough, meters.management.enough)
}

fn situation(state: &State) -> Option<Slide<'_>> {
    let (run, at) = (state.run(), state.step_at()?);
    Some(Slide::Situation(Situation {
        place: place(state, run.turns().len(), at),
        image: state.scenario().step(at).image.as_ref().map(|image| Shown(state.scenario(), image)),
        lines: spoken(state.scenario(), run.situation()?),
        pressure: passed(run).last()?.pressure,
        why: &state.scenario().step(at).why,
        meters: (run.now().leadership, run.now().management),
        enough: enough(state),
    }))
}

/// The responses that are offered at a moment, numbered as the room calls them, each with its place in the file.
pub(super) fn offered<'s>(state: &'s State, now: &Moment, hats: bool) -> Vec<(usize, Choice<'s>)> {
    let offers = now.offered(state.scenario()).enumerate();
    let choice = |number: usize, response: &'s Response| Choice {
        number: number + 1,
        hat: response.stance.filter(|_| hats),
        text: &response.text,
    };
    offers.map(|(number, (at, response))| (at, choice(number, response))).collect()
}

fn choices(state: &State) -> Option<Slide<'_>> {
    let (run, at) = (state.run(), state.step_at()?);
    let choices = offered(state, &run.now(), state.shows_hats()).into_iter().map(|(_, choice)| choice).collect();
    Some(Slide::Choices(Choices { place: place(state, run.turns().len(), at), choices }))
}

fn reveal(state: &State) -> Option<Slide<'_>> {
    let (run, ballot) = (state.run(), state.ballot()?);
    let played = ballot.result(state.pick());
    let offered = offered(state, &run.now(), state.shows_hats());
    let number = |at: usize| offered.iter().find(|(place, _)| *place == at).map(|(_, choice)| choice.number);
    let second = ballot.second.as_ref();
    Some(Slide::Reveal(Reveal {
        place: place(state, ballot.decision, ballot.step),
        silent: (ballot.first.silent(), second.map(|second| second.silent())),
        moved: second.map(|second| moved(&ballot.first, second)),
        played: played.and_then(|(played, how)| Some((number(played)?, how))),
        choices: offered
            .iter()
            .map(|(at, choice)| (*choice, ballot.first.counts()[*at], second.map(|second| second.counts()[*at])))
            .collect(),
    }))
}

/// What was done at a decision of a run, as the room called it, its hat shown.
pub(super) fn done<'s>(state: &'s State, run: &Run, decision: usize) -> Option<Choice<'s>> {
    let turn = run.turns().get(decision)?;
    let offered = offered(state, &turn.before, true);
    offered.into_iter().find(|(at, _)| *at == turn.response).map(|(_, choice)| choice)
}

fn consequence(state: &State) -> Option<Slide<'_>> {
    let run = state.run();
    let decision = run.turns().len().checked_sub(1)?;
    let turn = run.turns()[decision];
    let coached = state.scenario().feedback() == Feedback::AtOnce;
    Some(Slide::Consequence(Consequence {
        note: if coached { spoken(state.scenario(), run.note(run.turns().last()?)) } else { Vec::new() },
        place: place(state, decision, turn.step),
        choice: done(state, run, decision)?,
        how: state.how(decision),
        effect: run.response(&turn).effect,
        lines: spoken(state.scenario(), run.consequence(run.turns().last()?)),
        meters: (turn.after.leadership, turn.after.management),
        enough: enough(state),
    }))
}

/// What went by habit since the last decision of the room.
fn told(state: &State) -> Option<Slide<'_>> {
    let run = state.run();
    let from = run.turns().len() - state.habits();
    let decisions = passed(run).into_iter().enumerate().skip(from).filter_map(|(at, step)| {
        let (_, effect) = step.answer?;
        let about = state.scenario().step(step.step);
        let choice = done(state, run, at)?;
        Some(ByHabit { title: &about.title, choice, effect, pressure: step.pressure, why: &about.why })
    });
    let decisions: Vec<ByHabit<'_>> = decisions.collect();
    let after = run.turns().last()?.after;
    let meters = (after.leadership, after.management);
    Some(Slide::Told(Told { habit: state.habit(), decisions, meters, enough: enough(state) }))
}

fn ending(run: &Run) -> Option<Slide<'_>> {
    let (ending, variant) = (run.ending()?, run.variant()?);
    Some(Slide::Ending(Ending {
        outcome: ending.outcome,
        title: &variant.title,
        lines: spoken(run.scenario(), play::Told { lines: &variant.story, at: run.now() }),
    }))
}
