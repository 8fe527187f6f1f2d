//! Packed scenarios: what a player downloads and a browser keeps.
//!
//! Reading what an author wrote takes a JSON reader and every rule of the format, a seventh of a player's download,
//! and a player of a shipped scenario needs none of it: a build has read it already. So it is packed: the same
//! scenario as a row of bytes, without the facilitator's notes. Only a [`Scenario`] can be packed, so a pack whose
//! fingerprint is right is one; all else is refused. What somebody else sent is held against the rules as well.

mod bytes;
mod sound;

pub use bytes::{Packer, Unpacker};
pub use sound::{resealed, unpack_untrusted};

use super::model::{Outcomes, Scenario};
use super::{
    Bounds, Branch, Concept, Condition, Dimension, Effect, Facilitator, Fingerprint, Flag, Goal, Id, Line, Member,
    Meter, Meters, Outcome, Response, Stance, Step, StepIndex, Variant,
};

/// The first bytes of a pack, with the version of its layout.
const MARK: &str = "two-hats 1";

/// Packs a scenario.
pub fn pack(scenario: &Scenario) -> Vec<u8> {
    let mut to = Packer::default();
    to.text(MARK);
    to.text(&scenario.fingerprint().to_string());
    for text in [scenario.id().as_str(), scenario.title(), scenario.summary(), scenario.role(), scenario.language()] {
        to.text(text);
    }
    to.number(scenario.minutes());
    to.text(scenario.scene().map(Id::as_str).unwrap_or_default());
    for meter in [scenario.meters().leadership, scenario.meters().management] {
        to.signed(meter.start);
        to.signed(meter.enough);
    }
    to.each(scenario.cast(), |to, member| {
        to.text(member.id.as_str());
        to.text(&member.name);
        to.text(&member.role);
    });
    to.each(scenario.flags(), |to, flag| {
        to.text(flag.id.as_str());
        to.text(&flag.text);
    });
    to.number(scenario.start().0);
    to.each(scenario.steps(), pack_step);
    for outcome in Outcome::ALL {
        to.each(scenario.outcomes().of(outcome), |to, variant| {
            pack_condition(to, &variant.when);
            to.text(&variant.title);
            pack_lines(to, &variant.story);
            to.text(&variant.lesson);
        });
    }
    to.bytes()
}

fn pack_step(to: &mut Packer, step: &Step) {
    to.text(step.id.as_str());
    to.text(&step.title);
    to.number(step.dimension as u32);
    pack_concepts(to, &step.concepts);
    pack_lines(to, &step.situation);
    pack_effect(to, step.pressure);
    to.each(&step.responses, |to, response| {
        to.text(response.id.as_str());
        to.number(response.stance as u32);
        to.text(&response.text);
        pack_condition(to, &response.when);
        pack_effect(to, response.effect);
        to.flags(response.sets);
        pack_lines(to, &response.consequence);
        pack_concepts(to, &response.concepts);
        to.each(&response.next, |to, branch| {
            pack_condition(to, &branch.when);
            to.number(match branch.to {
                Goal::End => 0,
                Goal::Step(step) => step.0 + 1,
            });
        });
    });
}

fn pack_concepts(to: &mut Packer, concepts: &[Concept]) {
    to.each(concepts, |to, concept| to.number(concept.place()));
}

fn pack_effect(to: &mut Packer, effect: Effect) {
    to.signed(effect.leadership);
    to.signed(effect.management);
}

fn pack_lines(to: &mut Packer, lines: &[Line]) {
    to.each(lines, |to, line| {
        to.number(line.who.map_or(0, |who| who + 1));
        to.text(&line.text);
        pack_condition(to, &line.when);
    });
}

/// Most conditions hold always, and take one byte.
fn pack_condition(to: &mut Packer, when: &Condition) {
    if *when == Condition::ALWAYS {
        return to.number(0);
    }
    to.number(1 + when.broke.map_or(0, |broke| 1 + u32::from(broke)));
    to.flags(when.has);
    to.flags(when.lacks);
    for bounds in [when.leadership, when.management] {
        to.signed(bounds.at_least);
        to.signed(bounds.at_most);
    }
}

/// The scenario of a pack, without what a player does not meet; `None` where the bytes are cut short, changed,
/// or something else.
pub fn unpack(bytes: &[u8]) -> Option<Scenario> {
    let (scenario, whole) = contents(bytes)?;
    let whole = whole && is_sound(&scenario) && Fingerprint::of(&scenario) == scenario.fingerprint;
    whole.then_some(scenario)
}

/// What a row of bytes holds, sound or not, and whether it holds that and nothing else.
fn contents(bytes: &[u8]) -> Option<(Scenario, bool)> {
    let mut from = Unpacker::new(bytes);
    let from = &mut from;
    if from.text() != MARK {
        return None;
    }
    let fingerprint = Fingerprint::parse(from.text())?;
    let mut scenario = Scenario {
        id: id(from)?,
        title: from.text().into(),
        summary: from.text().into(),
        role: from.text().into(),
        language: from.text().into(),
        minutes: from.number(),
        scene: Id::new(from.text()),
        meters: Meters { leadership: unpack_meter(from), management: unpack_meter(from) },
        cast: from.each(|from| Some(Member { id: id(from)?, name: from.text().into(), role: from.text().into() }))?,
        flags: from.each(|from| Some(Flag { id: id(from)?, text: from.text().into() }))?,
        start: StepIndex(from.number()),
        steps: from.each(unpack_step)?,
        outcomes: Outcomes::default(),
        expect: Vec::new(),
        allow: Vec::new(),
        fingerprint,
    };
    for outcome in Outcome::ALL {
        scenario.outcomes.0[outcome as usize] = from.each(unpack_variant)?;
    }
    Some((scenario, from.is_done()))
}

/// Whether every place that is named is there, so that playing can rely on it.
fn is_sound(scenario: &Scenario) -> bool {
    let steps = scenario.steps.len();
    let there = |goal: Goal| match goal {
        Goal::End => true,
        Goal::Step(step) => (step.0 as usize) < steps,
    };
    let spoken =
        |lines: &[Line]| lines.iter().all(|line| line.who.is_none_or(|who| (who as usize) < scenario.cast.len()));
    let response =
        |response: &Response| spoken(&response.consequence) && response.next.iter().all(|branch| there(branch.to));
    let step = |step: &Step| spoken(&step.situation) && step.responses.iter().all(response);
    let stories = scenario.outcomes.0.iter().flatten();
    there(Goal::Step(scenario.start))
        && scenario.steps.iter().all(step)
        && stories.into_iter().all(|variant| spoken(&variant.story))
}

fn id(from: &mut Unpacker<'_>) -> Option<Id> {
    Id::new(from.text())
}

fn unpack_meter(from: &mut Unpacker<'_>) -> Meter {
    Meter { start: from.signed(), enough: from.signed() }
}

fn unpack_step(from: &mut Unpacker<'_>) -> Option<Step> {
    Some(Step {
        id: id(from)?,
        title: from.text().into(),
        dimension: *Dimension::ALL.get(from.number() as usize)?,
        concepts: unpack_concepts(from)?,
        situation: unpack_lines(from)?,
        pressure: unpack_effect(from),
        responses: from.each(unpack_response)?,
        facilitator: Facilitator::default(),
        allow: Vec::new(),
    })
}

fn unpack_response(from: &mut Unpacker<'_>) -> Option<Response> {
    Some(Response {
        id: id(from)?,
        stance: *Stance::ALL.get(from.number() as usize)?,
        text: from.text().into(),
        when: unpack_condition(from),
        effect: unpack_effect(from),
        sets: from.flags(),
        consequence: unpack_lines(from)?,
        concepts: unpack_concepts(from)?,
        next: from.each(|from| {
            let when = unpack_condition(from);
            let to = from.number().checked_sub(1).map_or(Goal::End, |step| Goal::Step(StepIndex(step)));
            Some(Branch { when, to })
        })?,
    })
}

fn unpack_variant(from: &mut Unpacker<'_>) -> Option<Variant> {
    Some(Variant {
        when: unpack_condition(from),
        title: from.text().into(),
        story: unpack_lines(from)?,
        lesson: from.text().into(),
    })
}

fn unpack_concepts(from: &mut Unpacker<'_>) -> Option<Vec<Concept>> {
    from.each(|from| Concept::at(from.number()))
}

fn unpack_effect(from: &mut Unpacker<'_>) -> Effect {
    Effect { leadership: from.signed(), management: from.signed() }
}

fn unpack_lines(from: &mut Unpacker<'_>) -> Option<Vec<Line>> {
    from.each(|from| {
        let who = from.number().checked_sub(1);
        Some(Line { who, text: from.text().into(), when: unpack_condition(from) })
    })
}

#[inline(never)]
fn unpack_condition(from: &mut Unpacker<'_>) -> Condition {
    let broke = match from.number() {
        0 => return Condition::ALWAYS,
        kind => kind.checked_sub(2).map(|broke| broke == 1),
    };
    let (has, lacks) = (from.flags(), from.flags());
    let mut bounds = || Bounds { at_least: from.signed(), at_most: from.signed() };
    Condition { has, lacks, leadership: bounds(), management: bounds(), broke }
}
