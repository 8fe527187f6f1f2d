//! A scenario's fingerprint: equal for equal content, so that a saved run can tell an edited scenario.

use super::{Branch, Condition, Effect, Goal, Line, Scenario};
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

    fn effect(&mut self, effect: &Effect) {
        self.pair(effect.leadership, effect.management);
    }

    /// Most conditions hold always, and take one turn.
    fn condition(&mut self, when: &Condition) {
        if *when == Condition::ALWAYS {
            return self.number(0);
        }
        self.number(1 + when.broke.map_or(2, u64::from));
        self.number(when.has);
        self.number(when.lacks);
        for bounds in [when.leadership, when.management] {
            self.pair(bounds.at_least, bounds.at_most);
        }
    }

    fn lines(&mut self, lines: &[Line]) {
        self.number(lines.len() as u64);
        for line in lines {
            self.number(line.who.map_or(u64::MAX, u64::from));
            self.text(&line.text);
            self.condition(&line.when);
        }
    }

    fn next(&mut self, next: &[Branch]) {
        self.number(next.len() as u64);
        for branch in next {
            self.condition(&branch.when);
            self.number(match branch.to {
                Goal::Step(step) => u64::from(step.0),
                Goal::End => u64::MAX,
            });
        }
    }

    fn scenario(&mut self, scenario: &Scenario) {
        let Scenario { id, title, summary, role, language, minutes: _, scene: _, meters, cast, flags, .. } = scenario;
        for text in [id.as_str(), title, summary, role, language] {
            self.text(text);
        }
        for meter in [meters.leadership, meters.management] {
            self.pair(meter.start, meter.enough);
        }
        self.number(cast.len() as u64);
        for member in cast {
            self.text(member.id.as_str());
            self.text(&member.name);
            self.text(&member.role);
        }
        self.number(flags.len() as u64);
        for flag in flags {
            self.text(flag.id.as_str());
            self.text(&flag.text);
        }
        self.number(u64::from(scenario.start.0));
        self.number(scenario.steps.len() as u64);
        for step in &scenario.steps {
            self.text(step.id.as_str());
            self.text(&step.title);
            self.number(step.dimension as u64);
            self.lines(&step.situation);
            self.effect(&step.pressure);
            self.number(step.responses.len() as u64);
            for response in &step.responses {
                self.text(response.id.as_str());
                self.number(response.stance as u64);
                self.text(&response.text);
                self.condition(&response.when);
                self.effect(&response.effect);
                self.number(response.sets);
                self.lines(&response.consequence);
                self.next(&response.next);
            }
        }
        for variants in &scenario.outcomes.0 {
            self.number(variants.len() as u64);
            for variant in variants {
                self.condition(&variant.when);
                self.text(&variant.title);
                self.lines(&variant.story);
                self.text(&variant.lesson);
            }
        }
    }
}
