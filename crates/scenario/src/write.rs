//! A scenario as a file that an author can go on with.

use super::formatted;
use super::layout::quoted;
use super::schema::{
    BOUNDS, BRANCH, EFFECT, END_CONDITION, FACILITATOR, Field, LINE, MEMBER, METER, METERS, RESPONSE, SCENARIO, STEP,
    VARIANT,
};
use super::{
    Bounds, Branch, Concept, Condition, Effect, Facilitator, Flag, Flags, Goal, Id, Limits, Line, Member, Meter,
    Meters, Outcome, Response, Scenario, Step, Variant,
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
        meters: Meters { leadership, management },
        cast,
        flags,
        start,
        steps,
        outcomes,
        expect,
        allow,
        fingerprint: _,
    } = scenario;
    let it = File { scenario };
    let meters = object([
        member(const { METERS.field("leadership") }, meter(leadership)),
        member(const { METERS.field("management") }, meter(management)),
    ]);
    let cast = cast.iter().map(|Member { id, name, role }| {
        let about = object([
            member(const { MEMBER.field("name") }, quoted(name)),
            member(const { MEMBER.field("role") }, quoted(role)),
        ]);
        entry(id.as_str(), &about)
    });
    let flags = flags.iter().map(|Flag { id, text }| entry(id.as_str(), &quoted(text)));
    let steps = steps.iter().map(|step| entry(step.id.as_str(), &it.step(step)));
    let outcomes = Outcome::ALL.map(|outcome| entry(outcome.name(), &it.variants(outcomes.of(outcome))));
    let expect = expect.iter().map(|(persona, outcome)| entry(persona.name(), &quoted(outcome.name())));
    let text = object([
        member(const { SCENARIO.field("$schema") }, quoted("scenario.schema.json")),
        member(const { SCENARIO.field("format") }, "1".into()),
        member(const { SCENARIO.field("id") }, quoted(id.as_str())),
        member(const { SCENARIO.field("title") }, quoted(title)),
        member(const { SCENARIO.field("summary") }, quoted(summary)),
        member(const { SCENARIO.field("role") }, quoted(role)),
        member(const { SCENARIO.field("language") }, quoted(language)),
        member(const { SCENARIO.field("minutes") }, minutes.to_string()),
        scene.as_ref().and_then(|scene| member(const { SCENARIO.field("scene") }, quoted(scene.as_str()))),
        member(const { SCENARIO.field("meters") }, meters),
        some(const { SCENARIO.field("cast") }, braced(cast)),
        some(const { SCENARIO.field("flags") }, braced(flags)),
        member(const { SCENARIO.field("start") }, it.goal(&Goal::Step(*start))),
        member(const { SCENARIO.field("steps") }, braced(steps)),
        member(const { SCENARIO.field("outcomes") }, braced(outcomes)),
        some(const { SCENARIO.field("expect") }, braced(expect)),
        some(const { SCENARIO.field("allow") }, allowed(allow)),
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
    object([
        member(const { METER.field("start") }, start.to_string()),
        member(const { METER.field("enough") }, enough.to_string()),
    ])
}

fn effect(Effect { leadership, management }: &Effect) -> String {
    let part = |field: &Field, value: &i32| (*value != 0).then(|| entry(field.key, &value.to_string()));
    object([
        part(const { EFFECT.field("leadership") }, leadership),
        part(const { EFFECT.field("management") }, management),
    ])
}

fn bounds(Bounds { at_least, at_most }: &Bounds) -> String {
    let part = |field: &Field, value: &i32, open| (*value != open).then(|| entry(field.key, &value.to_string()));
    object([
        part(const { BOUNDS.field("at_least") }, at_least, Bounds::ANY.at_least),
        part(const { BOUNDS.field("at_most") }, at_most, Bounds::ANY.at_most),
    ])
}

fn concepts(concepts: &[Concept]) -> String {
    list(concepts.iter().map(|concept| quoted(concept.id())))
}

fn allowed(allow: &[(Box<str>, Box<str>)]) -> String {
    braced(allow.iter().map(|(code, reason)| entry(code, &quoted(reason))))
}

fn facilitator(Facilitator { discuss, notes, minutes }: &Facilitator) -> String {
    object([
        some(const { FACILITATOR.field("discuss") }, list(discuss.iter().map(|question| quoted(question)))),
        some(const { FACILITATOR.field("notes") }, quoted(notes)),
        minutes.and_then(|minutes| member(const { FACILITATOR.field("minutes") }, minutes.to_string())),
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

    fn condition(&self, Condition { has, lacks, leadership, management, broke }: &Condition) -> String {
        object([
            some(const { END_CONDITION.field("has") }, self.flags(*has)),
            some(const { END_CONDITION.field("lacks") }, self.flags(*lacks)),
            some(const { END_CONDITION.field("leadership") }, bounds(leadership)),
            some(const { END_CONDITION.field("management") }, bounds(management)),
            broke.and_then(|broke| member(const { END_CONDITION.field("broke") }, broke.to_string())),
        ])
    }

    fn lines(&self, lines: &[Line]) -> String {
        let speaker = |who: &Option<u32>| self.scenario.cast.get((*who)? as usize).map(|member| &member.id);
        list(lines.iter().map(|Line { who, text, when }| {
            let when = some(const { LINE.field("when") }, self.condition(when));
            match speaker(who).map(Id::as_str) {
                Some(who) => object([
                    member(const { LINE.field("who") }, quoted(who)),
                    member(const { LINE.field("says") }, quoted(text)),
                    when,
                ]),
                None if when.is_some() => object([member(const { LINE.field("text") }, quoted(text)), when]),
                None => quoted(text),
            }
        }))
    }

    fn goal(&self, goal: &Goal) -> String {
        match goal {
            Goal::End => quoted("end"),
            Goal::Step(step) => quoted(self.scenario.step(*step).id.as_str()),
        }
    }

    fn next(&self, branches: &[Branch]) -> String {
        match branches {
            [Branch { when, to }] if *when == Condition::ALWAYS => self.goal(to),
            _ => list(branches.iter().map(|Branch { when, to }| {
                object([
                    some(const { BRANCH.field("when") }, self.condition(when)),
                    member(const { BRANCH.field("to") }, self.goal(to)),
                ])
            })),
        }
    }

    fn response(&self, response: &Response) -> String {
        let Response { id: _, stance, text, when, effect: adds, sets, consequence, concepts: practises, next } =
            response;
        object([
            member(const { RESPONSE.field("stance") }, quoted(stance.name())),
            member(const { RESPONSE.field("text") }, quoted(text)),
            some(const { RESPONSE.field("when") }, self.condition(when)),
            some(const { RESPONSE.field("effect") }, effect(adds)),
            some(const { RESPONSE.field("sets") }, self.flags(*sets)),
            member(const { RESPONSE.field("consequence") }, self.lines(consequence)),
            some(const { RESPONSE.field("concepts") }, concepts(practises)),
            member(const { RESPONSE.field("next") }, self.next(next)),
        ])
    }

    fn step(&self, step: &Step) -> String {
        let Step {
            id: _,
            title,
            dimension,
            concepts: practises,
            situation,
            pressure,
            responses,
            facilitator: notes,
            allow,
        } = step;
        let responses = responses.iter().map(|response| entry(response.id.as_str(), &self.response(response)));
        object([
            member(const { STEP.field("title") }, quoted(title)),
            member(const { STEP.field("dimension") }, quoted(dimension.name())),
            some(const { STEP.field("concepts") }, concepts(practises)),
            member(const { STEP.field("situation") }, self.lines(situation)),
            some(const { STEP.field("pressure") }, effect(pressure)),
            member(const { STEP.field("responses") }, braced(responses)),
            some(const { STEP.field("facilitator") }, facilitator(notes)),
            some(const { STEP.field("allow") }, allowed(allow)),
        ])
    }

    fn variants(&self, variants: &[Variant]) -> String {
        list(variants.iter().map(|Variant { when, title, story, lesson }| {
            object([
                some(const { VARIANT.field("when") }, self.condition(when)),
                member(const { VARIANT.field("title") }, quoted(title)),
                member(const { VARIANT.field("story") }, self.lines(story)),
                member(const { VARIANT.field("lesson") }, quoted(lesson)),
            ])
        }))
    }
}
