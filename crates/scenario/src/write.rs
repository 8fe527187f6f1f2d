//! A scenario as a file that an author can go on with.

use super::formatted;
use super::layout::quoted;
use super::reader::END_WITH;
use super::schema::{
    BOUNDS, BRANCH, CONDITION, EFFECT, END_CONDITION, FACILITATOR, Field, IMAGE, LINE, MEMBER, METER, METERS, PRESSURE,
    RESPONSE, SCENARIO, STEP, VARIANT, VISIT, field,
};
use super::{
    Bounds, Branch, Concept, Condition, Effect, Facilitator, Feedback, Flag, Flags, Goal, Id, Image, Limits, Line,
    Member, Meter, Meters, Mood, Outcome, Response, Scenario, Step, Variant,
};

/// The file of a scenario, in its steady form: reading it gives the same scenario again. Of one that comes from a pack
/// the file has no more than the pack: neither the facilitator's notes nor what the author expected and allowed.
pub fn written(scenario: &Scenario) -> String {
    let Scenario {
        id,
        title,
        summary,
        role,
        language,
        minutes,
        scene,
        image,
        feedback,
        meters: Meters { leadership, management },
        cast,
        flags,
        start,
        steps,
        outcomes,
        expect,
        allow,
        fingerprint: _,
        pictures: _,
    } = scenario;
    let it = File { scenario };
    let meters = object([
        member(field!(METERS, "leadership"), meter(leadership)),
        member(field!(METERS, "management"), meter(management)),
    ]);
    let cast = cast.iter().map(|Member { id, name, role, face }| {
        let about = object([
            member(field!(MEMBER, "name"), quoted(name)),
            member(field!(MEMBER, "role"), quoted(role)),
            face.as_ref().and_then(|face| member(field!(MEMBER, "face"), quoted(face.as_str()))),
        ]);
        entry(id.as_str(), &about)
    });
    let flags = flags.iter().map(|Flag { id, text }| entry(id.as_str(), &quoted(text)));
    let steps = steps.iter().map(|step| entry(step.id.as_str(), &it.step(step)));
    let outcomes = Outcome::ALL.map(|outcome| entry(outcome.name(), &it.variants(outcomes.of(outcome))));
    let expect = expect.iter().map(|(persona, outcome)| entry(persona.name(), &quoted(outcome.name())));
    let text = object([
        member(field!(SCENARIO, "$schema"), quoted("scenario.schema.json")),
        member(field!(SCENARIO, "format"), "1".into()),
        member(field!(SCENARIO, "id"), quoted(id.as_str())),
        member(field!(SCENARIO, "title"), quoted(title)),
        member(field!(SCENARIO, "summary"), quoted(summary)),
        member(field!(SCENARIO, "role"), quoted(role)),
        member(field!(SCENARIO, "language"), quoted(language)),
        member(field!(SCENARIO, "minutes"), minutes.to_string()),
        scene.as_ref().and_then(|scene| member(field!(SCENARIO, "scene"), quoted(scene.as_str()))),
        image.as_ref().and_then(|image| member(field!(SCENARIO, "image"), picture(image))),
        (*feedback != Feedback::AtEnd).then(|| entry(field!(SCENARIO, "feedback").key, &quoted(feedback.name()))),
        member(field!(SCENARIO, "meters"), meters),
        some(field!(SCENARIO, "cast"), braced(cast)),
        some(field!(SCENARIO, "flags"), braced(flags)),
        member(field!(SCENARIO, "start"), it.goal(&Goal::Step(*start))),
        member(field!(SCENARIO, "steps"), braced(steps)),
        member(field!(SCENARIO, "outcomes"), braced(outcomes)),
        some(field!(SCENARIO, "expect"), braced(expect)),
        some(field!(SCENARIO, "allow"), allowed(allow)),
    ]);
    // It is JSON, so that it can be put in order.
    formatted(text.as_bytes(), &Limits::default()).unwrap_or(text)
}

/// What stands between braces.
fn braced(members: impl IntoIterator<Item = String>) -> String {
    format!("{{{}}}", members.into_iter().collect::<Vec<_>>().join(","))
}

/// A list.
fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// A key and its value.
fn entry(key: &str, value: &str) -> String {
    format!("{}:{value}", quoted(key))
}

/// The members that there are.
fn object<const N: usize>(members: [Option<String>; N]) -> String {
    braced(members.into_iter().flatten())
}

/// A field and its value.
fn member(field: &Field, value: String) -> Option<String> {
    Some(entry(field.key, &value))
}

/// A member, unless nothing is in it.
fn some(field: &Field, value: String) -> Option<String> {
    (value.len() > 2).then(|| entry(field.key, &value))
}

fn meter(Meter { start, enough }: &Meter) -> String {
    object([member(field!(METER, "start"), start.to_string()), member(field!(METER, "enough"), enough.to_string())])
}

fn picture(Image { file, alt }: &Image) -> String {
    object([member(field!(IMAGE, "file"), quoted(file)), member(field!(IMAGE, "alt"), quoted(alt))])
}

fn added(field: &Field, value: i32) -> Option<String> {
    (value != 0).then(|| entry(field.key, &value.to_string()))
}

fn effect(Effect { leadership, management }: &Effect) -> String {
    object([added(field!(EFFECT, "leadership"), *leadership), added(field!(EFFECT, "management"), *management)])
}

fn pressure(Effect { leadership, management }: &Effect, why: &str) -> String {
    object([
        added(field!(PRESSURE, "leadership"), *leadership),
        added(field!(PRESSURE, "management"), *management),
        some(field!(PRESSURE, "why"), quoted(why)),
    ])
}

fn bounds(Bounds { at_least, at_most }: &Bounds) -> String {
    let part = |field: &Field, value: &i32, open| (*value != open).then(|| entry(field.key, &value.to_string()));
    object([
        part(field!(BOUNDS, "at_least"), at_least, Bounds::ANY.at_least),
        part(field!(BOUNDS, "at_most"), at_most, Bounds::ANY.at_most),
    ])
}

/// Which entry of a step with these entries is asked for, by the entries that must be there and must not.
fn visit(has: Flags, lacks: Flags, entries: Flags) -> String {
    let number = |entry: u32| entry - entries.trailing_zeros();
    let first = entries & entries.wrapping_neg();
    // What lacks even the first entry asks for one that never is.
    let never = (lacks & first != 0).then(|| entries.count_ones() + 1);
    let at_least = never.or((has != 0).then(|| number(u64::BITS - has.leading_zeros())));
    let at_most = (lacks & !first != 0).then(|| number((lacks & !first).trailing_zeros()));
    let part = |field: &Field, bound: Option<u32>| bound.map(|bound| entry(field.key, &bound.to_string()));
    object([part(field!(VISIT, "at_least"), at_least), part(field!(VISIT, "at_most"), at_most)])
}

fn concepts(concepts: &[Concept]) -> String {
    list(concepts.iter().map(|concept| quoted(concept.id())))
}

fn allowed(allow: &[(Box<str>, Box<str>)]) -> String {
    braced(allow.iter().map(|(code, reason)| entry(code, &quoted(reason))))
}

fn facilitator(Facilitator { discuss, notes, minutes }: &Facilitator) -> String {
    object([
        some(field!(FACILITATOR, "discuss"), list(discuss.iter().map(|question| quoted(question)))),
        some(field!(FACILITATOR, "notes"), quoted(notes)),
        minutes.and_then(|minutes| member(field!(FACILITATOR, "minutes"), minutes.to_string())),
    ])
}

/// A scenario whose ids are to be named.
struct File<'s> {
    scenario: &'s Scenario,
}

impl File<'_> {
    fn flags(&self, flags: Flags) -> String {
        let known = self.scenario.flags.iter().enumerate();
        list(known.filter(|(at, _)| flags >> at & 1 == 1).map(|(_, flag)| quoted(flag.id.as_str())))
    }

    /// A condition that stands in a step with these entries.
    fn condition(&self, when: &Condition, entries: Flags) -> String {
        let Condition { has, lacks, leadership, management, broke } = when;
        object([
            some(field!(END_CONDITION, "has"), self.flags(*has)),
            some(field!(END_CONDITION, "lacks"), self.flags(*lacks)),
            some(field!(END_CONDITION, "leadership"), bounds(leadership)),
            some(field!(END_CONDITION, "management"), bounds(management)),
            some(field!(CONDITION, "visit"), visit(has & entries, lacks & entries, entries)),
            broke.and_then(|broke| member(field!(END_CONDITION, "broke"), broke.to_string())),
        ])
    }

    fn lines(&self, lines: &[Line], entries: Flags) -> String {
        let speaker = |who: &Option<u32>| self.scenario.cast.get((*who)? as usize).map(|member| &member.id);
        list(lines.iter().map(|Line { who, mood, text, when }| {
            let when = some(field!(LINE, "when"), self.condition(when, entries));
            match speaker(who).map(Id::as_str) {
                Some(who) => object([
                    member(field!(LINE, "who"), quoted(who)),
                    member(field!(LINE, "says"), quoted(text)),
                    (*mood != Mood::Calm).then(|| entry(field!(LINE, "mood").key, &quoted(mood.name()))),
                    when,
                ]),
                None if when.is_some() => object([member(field!(LINE, "text"), quoted(text)), when]),
                None => quoted(text),
            }
        }))
    }

    fn goal(&self, goal: &Goal) -> String {
        match goal {
            Goal::End => quoted("end"),
            Goal::Outcome(outcome) => quoted(&format!("{END_WITH}{}", outcome.name())),
            Goal::Step(step) => quoted(self.scenario.step(*step).id.as_str()),
        }
    }

    fn next(&self, branches: &[Branch], entries: Flags) -> String {
        // That a way closes is said by the step that it leads to.
        let own = |Branch { when, to }: &Branch| match to {
            Goal::Step(to) => Condition { lacks: when.lacks & !self.scenario.step(*to).last_entry(), ..*when },
            Goal::End | Goal::Outcome(_) => *when,
        };
        match branches {
            [branch] if own(branch) == Condition::ALWAYS => self.goal(&branch.to),
            _ => list(branches.iter().map(|branch| (own(branch), branch.to)).map(|(when, to)| {
                object([
                    some(field!(BRANCH, "when"), self.condition(&when, entries)),
                    member(field!(BRANCH, "to"), self.goal(&to)),
                ])
            })),
        }
    }

    fn response(&self, response: &Response, entries: Flags) -> String {
        let Response { id: _, stance, text, when, effect: adds, sets, consequence, note, concepts: practises, next } =
            response;
        object([
            stance.and_then(|stance| member(field!(RESPONSE, "stance"), quoted(stance.name()))),
            some(field!(RESPONSE, "text"), quoted(text)),
            some(field!(RESPONSE, "when"), self.condition(when, entries)),
            some(field!(RESPONSE, "effect"), effect(adds)),
            some(field!(RESPONSE, "sets"), self.flags(*sets)),
            some(field!(RESPONSE, "consequence"), self.lines(consequence, entries)),
            some(field!(RESPONSE, "note"), self.lines(note, entries)),
            some(field!(RESPONSE, "concepts"), concepts(practises)),
            member(field!(RESPONSE, "next"), self.next(next, entries)),
        ])
    }

    fn step(&self, step: &Step) -> String {
        let Step {
            id: _,
            title,
            moment,
            scene,
            image,
            dimension,
            concepts: practises,
            situation,
            pressure: adds,
            why,
            entries,
            responses,
            facilitator: notes,
            allow,
        } = step;
        let responses = responses.iter().map(|one| entry(one.id.as_str(), &self.response(one, *entries)));
        object([
            member(field!(STEP, "title"), quoted(title)),
            some(field!(STEP, "moment"), quoted(moment)),
            scene.as_ref().and_then(|scene| member(field!(STEP, "scene"), quoted(scene.as_str()))),
            image.as_ref().and_then(|image| member(field!(STEP, "image"), picture(image))),
            dimension.and_then(|dimension| member(field!(STEP, "dimension"), quoted(dimension.name()))),
            some(field!(STEP, "concepts"), concepts(practises)),
            member(field!(STEP, "situation"), self.lines(situation, *entries)),
            some(field!(STEP, "pressure"), pressure(adds, why)),
            step.visits().and_then(|visits| member(field!(STEP, "visits"), visits.to_string())),
            member(field!(STEP, "responses"), braced(responses)),
            some(field!(STEP, "facilitator"), facilitator(notes)),
            some(field!(STEP, "allow"), allowed(allow)),
        ])
    }

    fn variants(&self, variants: &[Variant]) -> String {
        list(variants.iter().map(|Variant { when, title, story, lesson }| {
            object([
                some(field!(VARIANT, "when"), self.condition(when, 0)),
                member(field!(VARIANT, "title"), quoted(title)),
                member(field!(VARIANT, "story"), self.lines(story, 0)),
                member(field!(VARIANT, "lesson"), quoted(lesson)),
            ])
        }))
    }
}
