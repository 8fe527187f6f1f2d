//! The numbers by which a scenario plays: read, tried out, and found in its file.

use super::schema::{METER_STARTS, METER_VALUES};
use super::{Effect, Fingerprint, Scenario, Segment, SourceMap, StepIndex};
use std::error::Error;
use std::fmt;

/// One of the two meters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeterName {
    /// Leadership.
    Leadership,
    /// Management.
    Management,
}

impl MeterName {
    /// Both, in the order of the file format.
    pub const ALL: [MeterName; 2] = [MeterName::Leadership, MeterName::Management];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            MeterName::Leadership => "leadership",
            MeterName::Management => "management",
        }
    }
}

/// Which number of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// Where a meter starts.
    Start(MeterName),
    /// From where on there is enough of a meter.
    Enough(MeterName),
    /// What entering a step adds to a meter.
    Pressure(StepIndex, MeterName),
    /// What a response, by its place in the step's list, adds to a meter.
    Effect(StepIndex, usize, MeterName),
}

impl Number {
    /// The meter that it sets, asks for or adds to.
    pub fn meter(self) -> MeterName {
        match self {
            Number::Start(meter) | Number::Enough(meter) | Number::Pressure(_, meter) | Number::Effect(_, _, meter) => {
                meter
            }
        }
    }

    /// The lowest and the highest value that the format allows it.
    pub fn range(self) -> (i32, i32) {
        match self {
            Number::Start(_) => METER_STARTS,
            _ => METER_VALUES,
        }
    }

    /// Its path in a scenario's file.
    pub fn path(self) -> Vec<Segment<'static>> {
        use Segment::{At, Key};
        let meter = Key(self.meter().name());
        let step = |step: StepIndex| [Key("steps"), At(step.0 as usize)];
        match self {
            Number::Start(_) => vec![Key("meters"), meter, Key("start")],
            Number::Enough(_) => vec![Key("meters"), meter, Key("enough")],
            Number::Pressure(at, _) => [&step(at)[..], &[Key("pressure"), meter]].concat(),
            Number::Effect(at, response, _) => {
                [&step(at)[..], &[Key("responses"), At(response), Key("effect"), meter]].concat()
            }
        }
    }
}

/// A number that a scenario does not have, or a value that it cannot have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberError {
    /// Which number.
    pub number: Number,
    /// The value that was asked for.
    pub value: i32,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = self.number.range();
        let meter = self.number.meter().name();
        write!(f, "there is no such number of {meter}, or it cannot be {}: {low} to {high}", self.value)
    }
}

impl Error for NumberError {}

impl Scenario {
    /// All its numbers, those that its file leaves out (they are 0) among them: the meters' first, then step by step.
    pub fn numbers(&self) -> Vec<Number> {
        let of = |number: fn(MeterName) -> Number| MeterName::ALL.map(number);
        let mut all: Vec<Number> = of(Number::Start).into_iter().chain(of(Number::Enough)).collect();
        for (step, index) in self.steps.iter().zip(0..) {
            let at = StepIndex(index);
            all.extend(MeterName::ALL.map(|meter| Number::Pressure(at, meter)));
            let effects = (0..step.responses.len())
                .flat_map(|response| MeterName::ALL.map(|meter| Number::Effect(at, response, meter)));
            all.extend(effects);
        }
        all
    }

    /// The value of a number; `None` where there is no such step or response.
    pub fn number(&self, number: Number) -> Option<i32> {
        let of = |effect: &Effect, meter| match meter {
            MeterName::Leadership => effect.leadership,
            MeterName::Management => effect.management,
        };
        let meter = |meter| match meter {
            MeterName::Leadership => &self.meters.leadership,
            MeterName::Management => &self.meters.management,
        };
        match number {
            Number::Start(name) => Some(meter(name).start),
            Number::Enough(name) => Some(meter(name).enough),
            Number::Pressure(step, name) => self.steps.get(step.0 as usize).map(|step| of(&step.pressure, name)),
            Number::Effect(step, response, name) => {
                let response = self.steps.get(step.0 as usize)?.responses.get(response)?;
                Some(of(&response.effect, name))
            }
        }
    }

    /// Where a number is held.
    fn place(&mut self, number: Number) -> Option<&mut i32> {
        match number {
            Number::Start(MeterName::Leadership) => Some(&mut self.meters.leadership.start),
            Number::Start(MeterName::Management) => Some(&mut self.meters.management.start),
            Number::Enough(MeterName::Leadership) => Some(&mut self.meters.leadership.enough),
            Number::Enough(MeterName::Management) => Some(&mut self.meters.management.enough),
            Number::Pressure(step, name) => Some(part(&mut self.steps.get_mut(step.0 as usize)?.pressure, name)),
            Number::Effect(step, response, name) => {
                let response = self.steps.get_mut(step.0 as usize)?.responses.get_mut(response)?;
                Some(part(&mut response.effect, name))
            }
        }
    }
}

fn part(effect: &mut Effect, meter: MeterName) -> &mut i32 {
    match meter {
        MeterName::Leadership => &mut effect.leadership,
        MeterName::Management => &mut effect.management,
    }
}

/// A scenario whose numbers are being tried out. Its fingerprint stays that of the scenario it began with, so that a
/// change costs nothing but itself.
#[derive(Clone, Debug)]
pub struct Trial {
    scenario: Scenario,
}

impl Trial {
    /// A trial that begins with a scenario as it is.
    pub fn of(scenario: &Scenario) -> Self {
        Trial { scenario: scenario.clone() }
    }

    /// The scenario as it is now.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Sets a number.
    ///
    /// # Errors
    /// [`NumberError`] where the scenario has no such number, or the value is outside of [`Number::range`]; nothing is
    /// changed then.
    pub fn set(&mut self, number: Number, value: i32) -> Result<(), NumberError> {
        let (low, high) = number.range();
        let place = self.scenario.place(number).filter(|_| (low..=high).contains(&value));
        *place.ok_or(NumberError { number, value })? = value;
        Ok(())
    }

    /// The scenario with the numbers as they are now, and the fingerprint that goes with them.
    pub fn finish(mut self) -> Scenario {
        self.scenario.fingerprint = Fingerprint::of(&self.scenario);
        self.scenario
    }
}

/// A file with some of its numbers changed, and every other byte as it was; `None` where one of them does not stand in
/// the file. The bytes must be those of a valid scenario, and the source map theirs.
pub fn with_numbers(bytes: &[u8], source_map: &SourceMap<'_>, changes: &[(Number, i32)]) -> Option<Vec<u8>> {
    let mut spans = Vec::with_capacity(changes.len());
    for (number, value) in changes {
        let path = number.path();
        let span = source_map.has(&path).then(|| source_map.value(&path))?;
        spans.push((span, *value));
    }
    super::sorted::sort_by_key(&mut spans, |(span, _)| *span);
    let mut out = Vec::with_capacity(bytes.len() + 8 * changes.len());
    let mut done = 0;
    for (span, value) in spans {
        out.extend_from_slice(bytes.get(done..span.start as usize)?);
        out.extend_from_slice(value.to_string().as_bytes());
        done = span.end as usize;
    }
    out.extend_from_slice(bytes.get(done..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, read};

    const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

    fn small() -> Scenario {
        read(SMALL.as_bytes(), &Limits::default()).expect("a scenario")
    }

    #[test]
    fn a_changed_file_is_read_as_the_changed_scenario_whatever_stands_in_front_of_it() {
        let scenario = small();
        for text in [SMALL.to_owned(), format!("\u{feff}{}", SMALL.replace('\n', "\r\n"))] {
            let source_map = SourceMap::new(text.as_bytes(), &Limits::default());
            let written: Vec<Number> =
                scenario.numbers().into_iter().filter(|number| source_map.has(&number.path())).collect();
            assert!(written.len() > 6, "the small scenario has numbers");
            for value in [-7, 1, 1000] {
                let changes: Vec<(Number, i32)> =
                    written.iter().map(|number| (*number, value.max(number.range().0))).collect();
                let mut trial = Trial::of(&scenario);
                changes.iter().for_each(|(number, value)| trial.set(*number, *value).expect("in its range"));
                let changed = trial.finish();
                let file = with_numbers(text.as_bytes(), &source_map, &changes).expect("they stand there");
                assert_eq!(read(&file, &Limits::default()).expect("a scenario"), changed);
                assert_ne!(changed.fingerprint(), scenario.fingerprint());
                let back: Vec<(Number, i32)> =
                    written.iter().map(|number| (*number, scenario.number(*number).expect("a number"))).collect();
                let map = SourceMap::new(&file, &Limits::default());
                assert_eq!(with_numbers(&file, &map, &back).expect("they stand there"), text.as_bytes(), "to the byte");
            }
        }
    }

    #[test]
    fn what_does_not_stand_in_the_file_or_does_not_fit_is_refused() {
        let scenario = small();
        let source_map = SourceMap::new(SMALL.as_bytes(), &Limits::default());
        let absent = scenario.numbers().into_iter().find(|number| !source_map.has(&number.path())).expect("a default");
        assert_eq!(scenario.number(absent), Some(0));
        assert_eq!(with_numbers(SMALL.as_bytes(), &source_map, &[(absent, 1)]), None);
        let mut trial = Trial::of(&scenario);
        let gone = Number::Pressure(StepIndex(99), MeterName::Leadership);
        for (number, value) in [(gone, 1), (absent, 1001), (Number::Start(MeterName::Management), 0)] {
            assert_eq!(trial.set(number, value), Err(NumberError { number, value }));
        }
        assert_eq!(trial.finish(), scenario);
    }
}
