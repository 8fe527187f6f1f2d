//! A scenario as a file that an author can go on with: what a pack holds, written down again.

use scenario::layout::quoted;
use scenario::{
    Bounds, Branch, Condition, Effect, Flags, Goal, Limits, Line, Meter, Outcome, Response, Scenario, Step, formatted,
};

/// The file of a scenario, in its steady form. What a pack does not hold is not in it: the facilitator's notes, and what
/// the author expected and allowed.
pub fn written(scenario: &Scenario) -> String {
    let it = File { scenario };
    let meters = scenario.meters();
    let meter =
        |meter: Meter| object([("start", meter.start.to_string()), ("enough", meter.enough.to_string())].map(Some));
    let cast = scenario.cast().iter().map(|member| {
        let about = object([("name", quoted(&member.name)), ("role", quoted(&member.role))].map(Some));
        format!("{}:{about}", quoted(member.id.as_str()))
    });
    let flags = scenario.flags().iter().map(|flag| format!("{}:{}", quoted(flag.id.as_str()), quoted(&flag.text)));
    let steps = scenario.steps().iter().map(|step| format!("{}:{}", quoted(step.id.as_str()), it.step(step)));
    let start = scenario.step(scenario.start()).id.as_str();
    let outcomes = Outcome::ALL.map(|outcome| format!("{}:{}", quoted(outcome.name()), it.variants(outcome)));
    let text = object([
        Some(("$schema", quoted("scenario.schema.json"))),
        Some(("format", "1".into())),
        Some(("id", quoted(scenario.id().as_str()))),
        Some(("title", quoted(scenario.title()))),
        Some(("summary", quoted(scenario.summary()))),
        Some(("role", quoted(scenario.role()))),
        Some(("language", quoted(scenario.language()))),
        Some(("minutes", scenario.minutes().to_string())),
        scenario.scene().map(|scene| ("scene", quoted(scene.as_str()))),
        Some((
            "meters",
            object([("leadership", meter(meters.leadership)), ("management", meter(meters.management))].map(Some)),
        )),
        some("cast", braced(cast)),
        some("flags", braced(flags)),
        Some(("start", quoted(start))),
        Some(("steps", braced(steps))),
        Some(("outcomes", braced(outcomes.into_iter()))),
    ]);
    // It is JSON, so that it can be put in order.
    formatted(text.as_bytes(), &Limits::default()).unwrap_or(text)
}

/// What stands between braces.
fn braced(members: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// A list.
fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// The members that there are.
fn object<const N: usize>(members: [Option<(&str, String)>; N]) -> String {
    braced(members.into_iter().flatten().map(|(key, value)| format!("{}:{value}", quoted(key))))
}

/// A member, unless nothing is in it.
fn some(key: &'static str, value: String) -> Option<(&'static str, String)> {
    (value.len() > 2).then_some((key, value))
}

fn effect(effect: Effect) -> String {
    let part = |key, value: i32| (value != 0).then(|| (key, value.to_string()));
    object([part("leadership", effect.leadership), part("management", effect.management)])
}

fn bounds(bounds: Bounds) -> String {
    let part = |key, value: i32, open: i32| (value != open).then(|| (key, value.to_string()));
    object([
        part("at_least", bounds.at_least, Bounds::ANY.at_least),
        part("at_most", bounds.at_most, Bounds::ANY.at_most),
    ])
}

/// A scenario whose ids are to be named.
struct File<'s> {
    scenario: &'s Scenario,
}

impl File<'_> {
    fn flags(&self, flags: Flags) -> String {
        let known = self.scenario.flags().iter().enumerate();
        list(known.filter(|(at, _)| flags >> at & 1 == 1).map(|(_, flag)| quoted(flag.id.as_str())))
    }

    fn when(&self, when: &Condition) -> Option<(&'static str, String)> {
        let condition = object([
            some("has", self.flags(when.has)),
            some("lacks", self.flags(when.lacks)),
            some("leadership", bounds(when.leadership)),
            some("management", bounds(when.management)),
            when.broke.map(|broke| ("broke", broke.to_string())),
        ]);
        some("when", condition)
    }

    fn lines(&self, lines: &[Line]) -> String {
        list(lines.iter().map(|line| {
            let who = line.who.and_then(|who| self.scenario.cast().get(who as usize));
            let (when, text) = (self.when(&line.when), quoted(&line.text));
            match who {
                Some(member) => object([Some(("who", quoted(member.id.as_str()))), Some(("says", text)), when]),
                None if when.is_some() => object([Some(("text", text)), when]),
                None => text,
            }
        }))
    }

    fn goal(&self, goal: Goal) -> String {
        match goal {
            Goal::End => quoted("end"),
            Goal::Step(step) => quoted(self.scenario.step(step).id.as_str()),
        }
    }

    fn next(&self, branches: &[Branch]) -> String {
        match branches {
            [Branch { when, to }] if *when == Condition::ALWAYS => self.goal(*to),
            _ => list(
                branches.iter().map(|branch| object([self.when(&branch.when), Some(("to", self.goal(branch.to)))])),
            ),
        }
    }

    fn response(&self, response: &Response) -> String {
        let concepts = list(response.concepts.iter().map(|concept| quoted(concept.id())));
        object([
            Some(("stance", quoted(response.stance.name()))),
            Some(("text", quoted(&response.text))),
            self.when(&response.when),
            some("effect", effect(response.effect)),
            some("sets", self.flags(response.sets)),
            Some(("consequence", self.lines(&response.consequence))),
            some("concepts", concepts),
            Some(("next", self.next(&response.next))),
        ])
    }

    fn step(&self, step: &Step) -> String {
        let responses = step.responses.iter();
        let responses = responses.map(|it| format!("{}:{}", quoted(it.id.as_str()), self.response(it)));
        object([
            Some(("title", quoted(&step.title))),
            Some(("dimension", quoted(step.dimension.name()))),
            some("concepts", list(step.concepts.iter().map(|concept| quoted(concept.id())))),
            Some(("situation", self.lines(&step.situation))),
            some("pressure", effect(step.pressure)),
            Some(("responses", braced(responses))),
        ])
    }

    fn variants(&self, outcome: Outcome) -> String {
        list(self.scenario.outcomes().of(outcome).iter().map(|variant| {
            object([
                self.when(&variant.when),
                Some(("title", quoted(&variant.title))),
                Some(("story", self.lines(&variant.story))),
                Some(("lesson", quoted(&variant.lesson))),
            ])
        }))
    }
}
