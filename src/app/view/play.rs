//! A step, and the consequence of a decision.

use super::super::{Done, Mode, Model, Playing, Showing};
use super::{MeterView, meters};
use play::{Ending, Run, Told, longest_after};
use scenario::{Dimension, Effect, Feedback, Image, Mood, Scenario, Stance, Step, face_of};

/// Who says a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker<'m> {
    /// The name of their face.
    pub face: &'m str,
    /// How they look.
    pub mood: Mood,
    /// The name.
    pub name: &'m str,
    /// The role or trade.
    pub role: &'m str,
}

/// A line as it is told: narration, or speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken<'m> {
    /// Who says it; `None` is narration.
    pub who: Option<Speaker<'m>>,
    /// Plain text.
    pub text: &'m str,
}

/// That coming to a step moved the meters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival<'m> {
    /// The step, which may say why.
    pub step: &'m Step,
    /// The language of what it says.
    pub language: &'m str,
}

impl<'m> Arrival<'m> {
    /// Coming to a step; `None` where that moved nothing.
    pub fn of(scenario: &'m Scenario, step: &'m Step) -> Option<Self> {
        (step.pressure != Effect::default()).then(|| Arrival { step, language: scenario.language() })
    }
}

/// A response that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer<'m> {
    /// Its place in the step's list.
    pub response: usize,
    /// The hat; `None` where it is hidden.
    pub hat: Option<Stance>,
    /// What the player would do; empty where a passage leaves that to the interface.
    pub text: &'m str,
}

/// A decision that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<'m> {
    /// The step's title.
    pub step: &'m str,
    /// The place of what the player did among what was offered, from 0.
    pub at: usize,
    /// What the player did.
    pub text: &'m str,
    /// The hat; `None` where it is hidden.
    pub hat: Option<Stance>,
    /// What it did; `None` where that is hidden.
    pub effect: Option<Effect>,
}

/// A step's page.
#[derive(Clone, Debug, PartialEq)]
pub struct PlayView<'m> {
    /// The scenario's title.
    pub title: &'m str,
    /// The language of its texts.
    pub language: &'m str,
    /// The backdrop's name.
    pub scene: Option<&'m str>,
    /// The picture that is shown in its place, if any.
    pub image: Option<&'m Image>,
    /// Which decision this is, from 1.
    pub decision: usize,
    /// How many decisions the longest way through here has.
    pub of: usize,
    /// The meters; `None` where they are hidden until the outcome.
    pub meters: Option<[MeterView; 2]>,
    /// What coming to a step did to the meters, where that is told: to this one; or, where the run broke on the way to the
    /// next, to that.
    pub arrival: Option<Arrival<'m>>,
    /// What the step is about.
    pub dimension: Option<Dimension>,
    /// Where one is in the story; empty where the story does not say.
    pub moment: &'m str,
    /// The step's title.
    pub heading: &'m str,
    /// The situation, which stays while its consequence is told.
    pub situation: Vec<Spoken<'m>>,
    /// The consequence; nothing while a step waits.
    pub consequence: Vec<Spoken<'m>>,
    /// The coach's note on it, where the page may tell it.
    pub note: Vec<Spoken<'m>>,
    /// The decision whose consequence is shown; `None` while a step waits.
    pub chosen: Option<Decision<'m>>,
    /// How the run ended with the decision whose consequence is shown.
    pub over: Option<Ending>,
    /// What was done last.
    pub done: Option<Done>,
    /// Whether a decision that was taken back can be brought back.
    pub can_redo: bool,
    /// Whether digits give responses.
    pub keys: bool,
    /// Which of a newcomer's first three pages it is, from 0, for what a coach says there.
    pub coached: Option<usize>,
    /// The responses that are offered; none at a consequence.
    pub offers: Vec<Offer<'m>>,
}

/// The page of a run that goes on, or of the consequence of its last decision; `None` at the outcome.
pub fn play<'m>(model: &Model, playing: &'m Playing) -> Option<PlayView<'m>> {
    let run = &playing.run;
    let mode = model.settings.mode;
    let hidden = mode == Mode::Challenge;
    let scenario = run.scenario();
    let turns = run.turns();
    let chosen = turns.last().filter(|_| playing.showing == Showing::Consequence);
    let at = chosen.map(|turn| turn.step).or(run.now().step())?;
    let step = scenario.step(at);
    let (situation, offers) = match chosen {
        Some(turn) => (run.answered(turn), Vec::new()),
        None => {
            let offer = |(response, offered): (usize, &'m scenario::Response)| Offer {
                response,
                hat: offered.stance.filter(|_| mode == Mode::Shown),
                text: &offered.text,
            };
            (run.situation()?, run.offered().map(offer).collect())
        }
    };
    let told_step = if chosen.is_some() { run.broke_before() } else { Some(at) };
    let decided = run.decisions().count();
    let passage = step.is_passage();
    let coached = scenario.feedback() == Feedback::AtOnce;
    let asks = usize::from(!passage && chosen.is_none());
    Some(PlayView {
        title: scenario.title(),
        language: scenario.language(),
        scene: step.scene.as_ref().or(scenario.scene()).map(|scene| scene.as_str()),
        image: scenario.image_of(step),
        decision: decided + asks.max(usize::from(passage)),
        of: decided + asks + longest_after(scenario, at, run.now().flags),
        meters: (!hidden).then(|| meters(playing)),
        arrival: told_step.filter(|_| !hidden).and_then(|step| Arrival::of(scenario, scenario.step(step))),
        dimension: step.dimension,
        moment: &step.moment,
        heading: &step.title,
        situation: spoken(scenario, situation),
        consequence: chosen.map_or(Vec::new(), |turn| spoken(scenario, run.consequence(turn))),
        note: chosen.filter(|_| coached && !hidden).map_or(Vec::new(), |turn| spoken(scenario, run.note(turn))),
        chosen: chosen.and_then(|_| decisions(run, hidden).pop()),
        over: chosen.and(run.ending()),
        done: playing.done,
        can_redo: playing.can_redo(),
        keys: !model.settings.no_keys,
        coached: (!hidden && super::newcomer(model))
            .then(|| turns.len() * 2 - usize::from(chosen.is_some()))
            .filter(|page| *page < 3),
        offers,
    })
}

/// A text's lines as they are told.
pub fn spoken<'m>(scenario: &'m Scenario, told: Told<'m>) -> Vec<Spoken<'m>> {
    let speaker = |who: u32, mood: Mood| {
        let member = &scenario.cast()[who as usize];
        Speaker { face: face_of(member), mood, name: &member.name, role: &member.role }
    };
    told.iter().map(|line| Spoken { who: line.who.map(|who| speaker(who, line.mood)), text: &line.text }).collect()
}

/// The decisions of a run, with their hats and effects unless those are hidden.
pub fn decisions(run: &Run, hidden: bool) -> Vec<Decision<'_>> {
    let decision = |turn: &play::Turn| {
        let response = run.response(turn);
        Decision {
            step: &run.scenario().step(turn.step).title,
            at: run.place(turn),
            text: &response.text,
            hat: response.stance.filter(|_| !hidden),
            effect: (!hidden).then_some(response.effect),
        }
    };
    run.turns().iter().map(decision).collect()
}
