//! Packed scenarios: what a player downloads and a browser keeps.
//!
//! Reading what an author wrote takes a JSON reader and every rule of the format, a seventh of a player's download,
//! and a player of a shipped scenario needs none of it: a build has read it already. So it is packed: the same
//! scenario as a row of bytes, without the facilitator's notes. Only a [`Scenario`] can be packed, so a pack whose
//! fingerprint is right is one; all else is refused. What somebody else sent is held against the rules as well.

mod bytes;
mod validate;

pub use bytes::{Packer, Unpacker};
pub use validate::{unpack_untrusted, with_fresh_fingerprint};

use super::model::{Outcomes, Scenario};
use super::{
    Bounds, Branch, Concept, Condition, Dimension, Effect, Facilitator, Feedback, Fingerprint, Flag, Goal, Id, Image,
    Line, Member, Meter, Meters, Mood, Outcome, Picture, Response, Stance, Step, StepIndex, Variant,
};

/// Above which bit of the number of who says a line their mood stands.
const MOOD: u32 = 24;

/// What stands for no stance and no dimension: more than there are.
const NONE: u32 = 4;

/// The first bytes of a pack, with the version of its layout.
const MARK: &str = "two-hats 1";

/// Packs a scenario.
pub fn pack(scenario: &Scenario) -> Vec<u8> {
    let Scenario {
        id,
        title,
        summary,
        role,
        language,
        minutes,
        scene,
        image: _,
        feedback,
        meters,
        cast,
        flags,
        start,
        steps,
        outcomes,
        expect: _,
        allow: _,
        fingerprint,
        pictures,
    } = scenario;
    let mut to = Packer::default();
    to.text(MARK);
    to.text(&fingerprint.to_string());
    for text in [id.as_str(), title, summary, role, language] {
        to.text(text);
    }
    to.number(*minutes);
    to.text(text_of(scene));
    let Meters { leadership, management } = meters;
    for Meter { start, enough } in [leadership, management] {
        to.signed(*start);
        to.signed(*enough);
    }
    to.each(cast, |to, Member { id, name, role, face: _ }| {
        to.text(id.as_str());
        to.text(name);
        to.text(role);
    });
    to.each(flags, |to, Flag { id, text }| {
        to.text(id.as_str());
        to.text(text);
    });
    to.number(start.0);
    to.each(steps, pack_step);
    for outcome in Outcome::ALL {
        to.each(outcomes.of(outcome), |to, Variant { when, title, story, lesson }| {
            pack_condition(to, when);
            to.text(title);
            pack_lines(to, story);
            to.text(lesson);
        });
    }
    // What a story may have since; one that has none of it keeps its bytes.
    let added: Vec<(u32, &Step)> = (0..).zip(steps).filter(|(_, step)| has_more(step)).collect();
    let images: Vec<(u32, &Image)> = scenario.images().collect();
    let faced = cast.iter().any(|member| member.face.is_some());
    if *feedback != Feedback::AtEnd || !added.is_empty() || faced || !images.is_empty() {
        to.number(*feedback as u32);
        to.each(cast, |to, member| to.text(text_of(&member.face)));
        to.each(&added, |to, (at, step)| {
            to.number(*at);
            to.text(&step.moment);
            to.text(text_of(&step.scene));
            to.text(&step.why);
            to.flags(step.entries);
            to.each(&step.responses, |to, response| pack_lines(to, &response.note));
        });
    }
    if !images.is_empty() {
        to.each(&images, |to, (at, Image { file, alt })| {
            to.number(*at);
            to.text(file);
            to.text(alt);
        });
        to.each(pictures, |to, Picture { file, bytes }| {
            to.text(file);
            to.row(bytes);
        });
    }
    to.bytes()
}

/// Whether a step has what steps may have since packs have their layout.
pub(super) fn has_more(Step { moment, scene, why, entries, responses, .. }: &Step) -> bool {
    let noted = |response: &Response| !response.note.is_empty();
    !moment.is_empty() || scene.is_some() || !why.is_empty() || *entries != 0 || responses.iter().any(noted)
}

fn text_of(id: &Option<Id>) -> &str {
    id.as_ref().map(Id::as_str).unwrap_or_default()
}

fn pack_step(to: &mut Packer, step: &Step) {
    let Step {
        id,
        title,
        moment: _,
        scene: _,
        image: _,
        dimension,
        concepts,
        situation,
        pressure,
        why: _,
        entries: _,
        responses,
        facilitator: _,
        allow: _,
    } = step;
    to.text(id.as_str());
    to.text(title);
    to.number(dimension.map_or(NONE, |dimension| dimension as u32));
    pack_concepts(to, concepts);
    pack_lines(to, situation);
    pack_effect(to, *pressure);
    to.each(responses, |to, response| {
        let Response { id, stance, text, when, effect, sets, consequence, note: _, concepts, next } = response;
        to.text(id.as_str());
        to.number(stance.map_or(NONE, |stance| stance as u32));
        to.text(text);
        pack_condition(to, when);
        pack_effect(to, *effect);
        to.flags(*sets);
        pack_lines(to, consequence);
        pack_concepts(to, concepts);
        to.each(next, |to, Branch { when, to: goal }| {
            pack_condition(to, when);
            to.number(match goal {
                Goal::End => 0,
                Goal::Step(step) => step.0 + 1,
                Goal::Outcome(outcome) => u32::MAX - *outcome as u32,
            });
        });
    });
}

fn pack_concepts(to: &mut Packer, concepts: &[Concept]) {
    to.each(concepts, |to, concept| to.number(concept.place()));
}

fn pack_effect(to: &mut Packer, Effect { leadership, management }: Effect) {
    to.signed(leadership);
    to.signed(management);
}

fn pack_lines(to: &mut Packer, lines: &[Line]) {
    to.each(lines, |to, Line { who, mood, text, when }| {
        to.number(who.map_or(0, |who| who + 1) | (*mood as u32) << MOOD);
        to.text(text);
        pack_condition(to, when);
    });
}

/// Most conditions hold always, and take one byte.
fn pack_condition(to: &mut Packer, when: &Condition) {
    if *when == Condition::ALWAYS {
        return to.number(0);
    }
    let Condition { has, lacks, leadership, management, broke } = *when;
    to.number(1 + broke.map_or(0, |broke| 1 + u32::from(broke)));
    to.flags(has);
    to.flags(lacks);
    for Bounds { at_least, at_most } in [leadership, management] {
        to.signed(at_least);
        to.signed(at_most);
    }
}

/// The scenario of a pack, without what a player does not meet; `None` where the bytes are cut short, changed,
/// or something else.
pub fn unpack(bytes: &[u8]) -> Option<Scenario> {
    let (scenario, whole) = contents(bytes)?;
    let whole = whole && has_valid_indices(&scenario) && Fingerprint::of(&scenario) == scenario.fingerprint;
    whole.then_some(scenario)
}

/// What a row of bytes holds, valid or not, and whether it holds that and nothing else.
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
        image: None,
        feedback: Feedback::AtEnd,
        meters: Meters { leadership: unpack_meter(from), management: unpack_meter(from) },
        cast: from.each(|from| {
            Some(Member { id: id(from)?, name: from.text().into(), role: from.text().into(), face: None })
        })?,
        flags: from.each(|from| Some(Flag { id: id(from)?, text: from.text().into() }))?,
        start: StepIndex(from.number()),
        steps: from.each(unpack_step)?,
        outcomes: Outcomes::default(),
        expect: Vec::new(),
        allow: Vec::new(),
        fingerprint,
        pictures: Vec::new(),
    };
    for outcome in Outcome::ALL {
        scenario.outcomes.0[outcome as usize] = from.each(unpack_variant)?;
    }
    if !from.is_done() {
        scenario.feedback = *Feedback::ALL.get(from.number() as usize)?;
        let faces = from.each(|from| Some(Id::new(from.text())))?;
        let faced = faces.iter().any(Option::is_some);
        if faces.len() != scenario.cast.len() {
            return None;
        }
        scenario.cast.iter_mut().zip(faces).for_each(|(member, face)| member.face = face);
        let more = from.each(|from| {
            let step = scenario.steps.get_mut(from.number() as usize)?;
            step.moment = from.text().into();
            step.scene = Id::new(from.text());
            step.why = from.text().into();
            step.entries = from.flags();
            let notes = from.each(unpack_lines)?;
            step.responses.iter_mut().zip(notes).for_each(|(response, note)| response.note = note);
            Some(())
        })?;
        // Where nothing is added, nothing stands there.
        if from.is_done() {
            return (!more.is_empty() || faced || scenario.feedback != Feedback::AtEnd).then_some((scenario, true));
        }
        let images = from.each(|from| {
            let image = match from.number() {
                0 => &mut scenario.image,
                at => &mut scenario.steps.get_mut(at as usize - 1)?.image,
            };
            *image = Some(Image { file: from.text().into(), alt: from.text().into() });
            Some(())
        })?;
        if images.is_empty() {
            return None;
        }
        scenario.pictures = from.each(|from| Some(Picture { file: from.text().into(), bytes: from.row().into() }))?;
    }
    Some((scenario, from.is_done()))
}

/// Whether every place that is named is there, so that playing can rely on it.
fn has_valid_indices(scenario: &Scenario) -> bool {
    let steps = scenario.steps.len();
    let there = |goal: Goal| match goal {
        Goal::End | Goal::Outcome(_) => true,
        Goal::Step(step) => (step.0 as usize) < steps,
    };
    let spoken =
        |lines: &[Line]| lines.iter().all(|line| line.who.is_none_or(|who| (who as usize) < scenario.cast.len()));
    let response = |response: &Response| {
        spoken(&response.consequence) && spoken(&response.note) && response.next.iter().all(|branch| there(branch.to))
    };
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
        moment: "".into(),
        scene: None,
        image: None,
        dimension: Dimension::ALL.get(from.number() as usize).copied(),
        concepts: unpack_concepts(from)?,
        situation: unpack_lines(from)?,
        pressure: unpack_effect(from),
        why: "".into(),
        entries: 0,
        responses: from.each(unpack_response)?,
        facilitator: Facilitator::default(),
        allow: Vec::new(),
    })
}

fn unpack_response(from: &mut Unpacker<'_>) -> Option<Response> {
    Some(Response {
        id: id(from)?,
        stance: Stance::ALL.get(from.number() as usize).copied(),
        text: from.text().into(),
        when: unpack_condition(from),
        effect: unpack_effect(from),
        sets: from.flags(),
        consequence: unpack_lines(from)?,
        note: Vec::new(),
        concepts: unpack_concepts(from)?,
        next: from.each(|from| {
            let when = unpack_condition(from);
            let to = from.number();
            let outcome = Outcome::ALL.get((u32::MAX - to) as usize).map(|outcome| Goal::Outcome(*outcome));
            let step = || to.checked_sub(1).map_or(Goal::End, |step| Goal::Step(StepIndex(step)));
            Some(Branch { when, to: outcome.unwrap_or_else(step) })
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
        let said = from.number();
        let who = (said & ((1 << MOOD) - 1)).checked_sub(1);
        let mood = *Mood::ALL.get((said >> MOOD) as usize)?;
        Some(Line { who, mood, text: from.text().into(), when: unpack_condition(from) })
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
