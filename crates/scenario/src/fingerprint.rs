//! A scenario's fingerprint: equal for equal content, so that a saved run can tell an edited scenario.

use super::pack::has_more;
use super::{
    Bounds, Branch, Condition, Effect, Feedback, Flag, Goal, Image, Line, Member, Meter, Meters, Response, Scenario,
    Step, Variant,
};
use std::fmt;

/// 64 bits over all that a player can meet in a scenario, independent of the file's layout and of its facilitator's
/// notes. Written as 16 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Fingerprint(pub u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Fingerprint {
    /// The fingerprint that 16 hexadecimal digits spell.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 16 {
            return None;
        }
        u64::from_str_radix(text, 16).ok().map(Fingerprint)
    }

    /// The fingerprint of a scenario.
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut mix = Mix(0xcbf2_9ce4_8422_2325);
        mix.scenario(scenario);
        Fingerprint(mix.0)
    }
}

/// Mixes eight bytes at a time. Each turn can be undone, so two scenarios that differ in eight bytes never share a
/// fingerprint, and the upper half, which a product stirs best, is folded back into the lower.
struct Mix(u64);

impl Mix {
    fn number(&mut self, number: u64) {
        let product = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = product ^ product >> 32;
    }

    /// A text ends with a byte that no UTF-8 holds, so that texts cannot run together.
    fn text(&mut self, text: &str) {
        let (words, rest) = text.as_bytes().as_chunks();
        for word in words {
            self.number(u64::from_le_bytes(*word));
        }
        let last = rest.iter().rev().fold(0xff, |word, byte| word << 8 | u64::from(*byte));
        self.number(last);
    }

    /// Two numbers of either sign.
    fn pair(&mut self, one: i32, other: i32) {
        self.number(u64::from(one as u32) << 32 | u64::from(other as u32));
    }

    fn effect(&mut self, Effect { leadership, management }: &Effect) {
        self.pair(*leadership, *management);
    }

    /// Most conditions hold always, and take one turn.
    fn condition(&mut self, when: &Condition) {
        if *when == Condition::ALWAYS {
            return self.number(0);
        }
        let Condition { has, lacks, leadership, management, broke } = *when;
        self.number(1 + broke.map_or(2, u64::from));
        self.number(has);
        self.number(lacks);
        for Bounds { at_least, at_most } in [leadership, management] {
            self.pair(at_least, at_most);
        }
    }

    fn lines(&mut self, lines: &[Line]) {
        self.number(lines.len() as u64);
        for Line { who, mood: _, text, when } in lines {
            self.number(who.map_or(u64::MAX, u64::from));
            self.text(text);
            self.condition(when);
        }
    }

    fn next(&mut self, next: &[Branch]) {
        self.number(next.len() as u64);
        for Branch { when, to } in next {
            self.condition(when);
            self.number(match to {
                Goal::Step(step) => u64::from(step.0),
                Goal::End => u64::MAX,
                Goal::Outcome(outcome) => u64::MAX - 1 - *outcome as u64,
            });
        }
    }

    fn step(&mut self, step: &Step) {
        let Step {
            id,
            title,
            moment: _,
            scene: _,
            image: _,
            dimension,
            concepts: _,
            situation,
            pressure,
            why: _,
            entries: _,
            responses,
            facilitator: _,
            allow: _,
        } = step;
        self.text(id.as_str());
        self.text(title);
        self.number(dimension.map_or(u64::MAX, |dimension| dimension as u64));
        self.lines(situation);
        self.effect(pressure);
        self.number(responses.len() as u64);
        for response in responses {
            let Response { id, stance, text, when, effect, sets, consequence, note: _, concepts: _, next } = response;
            self.text(id.as_str());
            self.number(stance.map_or(u64::MAX, |stance| stance as u64));
            self.text(text);
            self.condition(when);
            self.effect(effect);
            self.number(*sets);
            self.lines(consequence);
            self.next(next);
        }
    }

    fn scenario(&mut self, scenario: &Scenario) {
        let Scenario {
            id,
            title,
            summary,
            role,
            language,
            minutes: _,
            scene: _,
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
            fingerprint: _,
            pictures: _,
        } = scenario;
        for text in [id.as_str(), title, summary, role, language] {
            self.text(text);
        }
        let Meters { leadership, management } = meters;
        for Meter { start, enough } in [leadership, management] {
            self.pair(*start, *enough);
        }
        self.number(cast.len() as u64);
        for Member { id, name, role, face: _ } in cast {
            self.text(id.as_str());
            self.text(name);
            self.text(role);
        }
        self.number(flags.len() as u64);
        for Flag { id, text } in flags {
            self.text(id.as_str());
            self.text(text);
        }
        self.number(u64::from(start.0));
        self.number(steps.len() as u64);
        steps.iter().for_each(|step| self.step(step));
        for variants in &outcomes.0 {
            self.number(variants.len() as u64);
            for Variant { when, title, story, lesson } in variants {
                self.condition(when);
                self.text(title);
                self.lines(story);
                self.text(lesson);
            }
        }
        // What a story may have since: one that has none of it keeps its fingerprint.
        for (at, step) in steps.iter().enumerate().filter(|(_, step)| has_more(step)) {
            self.number(at as u64);
            self.text(&step.moment);
            self.text(&step.why);
            self.number(step.entries);
            step.responses.iter().for_each(|response| self.lines(&response.note));
        }
        if *feedback != Feedback::AtEnd {
            self.number(*feedback as u64);
        }
        for (at, Image { file, alt }) in scenario.images() {
            self.number(u64::MAX - u64::from(at));
            self.text(file);
            self.text(alt);
        }
    }
}
