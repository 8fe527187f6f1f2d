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

/// FNV-1a over 64 bits; each text ends with a byte that no UTF-8 holds, so that texts cannot run together.
struct Mix(u64);

impl Mix {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    fn number(&mut self, number: u64) {
        number.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
    }

    fn signed(&mut self, number: i32) {
        self.number(number as u64);
    }

    fn effect(&mut self, effect: &Effect) {
        self.signed(effect.leadership);
        self.signed(effect.management);
    }

    fn condition(&mut self, when: &Condition) {
        self.number(when.has);
        self.number(when.lacks);
        for bounds in [when.leadership, when.management] {
            self.signed(bounds.at_least);
            self.signed(bounds.at_most);
        }
        self.byte(when.broke.map_or(2, u8::from));
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
            self.signed(meter.start);
            self.signed(meter.enough);
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
            self.byte(step.dimension as u8);
            self.lines(&step.situation);
            self.effect(&step.pressure);
            self.number(step.responses.len() as u64);
            for response in &step.responses {
                self.text(response.id.as_str());
                self.byte(response.stance as u8);
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
