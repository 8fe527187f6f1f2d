//! What an author wants of a scenario's figures, and what must stay as it is.

use scenario::{MeterName, Number, Outcome, Persona, Scenario, StepIndex};
use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// A range of shares in per cent, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The lowest, 0 to 100.
    pub low: f64,
    /// The highest, from [`Band::low`] to 100.
    pub high: f64,
}

impl Band {
    /// What `balanced` is held to where an author says nothing else.
    pub const BALANCED: Band = Band { low: 15.0, high: 30.0 };

    /// How many per cent a share is outside of it; 0 where it is inside.
    pub fn miss(&self, percent: f64) -> f64 {
        (self.low - percent).max(percent - self.high).max(0.0)
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low, self.high) {
            (low, 100.0) => write!(f, "{low} % or more"),
            (0.0, high) => write!(f, "{high} % or less"),
            (low, high) => write!(f, "{low} to {high} %"),
        }
    }
}

/// A text that names no aim or no lock, with a sentence that says how one is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AimError(pub String);

impl fmt::Display for AimError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for AimError {}

impl FromStr for Band {
    type Err = AimError;

    /// Reads `18..25`, `2..` or `..40`.
    fn from_str(text: &str) -> Result<Self, AimError> {
        let written = || AimError(format!("`{text}` is no range of shares in per cent: write 18..25, 2.. or ..40."));
        let (low, high) = text.split_once("..").ok_or_else(written)?;
        let number = |text: &str, none: f64| if text.is_empty() { Some(none) } else { text.parse().ok() };
        let (low, high) = number(low, 0.0).zip(number(high, 100.0)).ok_or_else(written)?;
        let fits = 0.0 <= low && low <= high && high <= 100.0;
        if fits { Ok(Band { low, high }) } else { Err(written()) }
    }
}

/// What must not be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Where both meters start and how much of each is enough.
    Meters,
    /// A step: its pressure, and the effects of all its responses.
    Step(StepIndex),
    /// The effect of one response, by its place in the step's list.
    Response(StepIndex, usize),
}

impl Lock {
    /// Reads `meters`, `STEP` or `STEP/RESPONSE`.
    ///
    /// # Errors
    /// [`AimError`] where the scenario has no such step or response, with the nearest name.
    pub fn of(scenario: &Scenario, text: &str) -> Result<Self, AimError> {
        let (step, response) = text.split_once('/').map_or((text, None), |(step, response)| (step, Some(response)));
        let mut steps = scenario.steps().iter().zip(0..);
        let Some((found, at)) = steps.find(|(known, _)| known.id.as_str() == step) else {
            let names = ["meters"].into_iter().chain(scenario.steps().iter().map(|step| step.id.as_str()));
            return if text == "meters" { Ok(Lock::Meters) } else { Err(unknown("step", step, names)) };
        };
        let Some(response) = response else { return Ok(Lock::Step(StepIndex(at))) };
        let names = || found.responses.iter().map(|response| response.id.as_str());
        match names().position(|name| name == response) {
            Some(place) => Ok(Lock::Response(StepIndex(at), place)),
            None => Err(unknown(&format!("response of {step}"), response, names())),
        }
    }

    fn holds(&self, number: Number) -> bool {
        match (self, number) {
            (Lock::Meters, Number::Start(_) | Number::Enough(_)) => true,
            (Lock::Step(locked), Number::Pressure(step, _) | Number::Effect(step, _, _)) => *locked == step,
            (Lock::Response(locked, place), Number::Effect(step, response, _)) => (*locked, *place) == (step, response),
            _ => false,
        }
    }
}

/// How many names are listed where none is near.
const LISTED: usize = 12;

fn unknown<'n>(what: &str, name: &str, names: impl Iterator<Item = &'n str> + Clone) -> AimError {
    let help = match scenario::nearest(name, names.clone()) {
        Some(near) => format!("Did you mean {near}?"),
        None => {
            let listed: Vec<&str> = names.clone().take(LISTED).collect();
            let more = if names.count() > LISTED { " and others" } else { "" };
            format!("There are {}{more}.", listed.join(", "))
        }
    };
    AimError(format!("There is no {what} `{name}`. {help}"))
}

/// What an author wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Aims {
    /// The shares of outcomes, in the order of [`Outcome::ALL`]; `None` where any will do.
    pub shares: [Option<Band>; 4],
    /// Which outcomes must be possible at all, in the same order.
    pub reached: [bool; 4],
    /// Where personas must end.
    pub personas: Vec<(Persona, Outcome)>,
    /// Whether no response may be dominated, in steps that do not allow it.
    pub choices: bool,
    /// What must not be changed.
    pub locks: Vec<Lock>,
    /// How many points may be changed at most, all changes added up.
    pub most: u32,
}

impl Aims {
    /// How many points may be changed where an author says nothing else.
    pub const MOST: u32 = 20;

    /// What a scenario is held to where its author says nothing else: its `expect`, 15 to 30 % of runs balanced, every
    /// outcome possible, nothing dominated; without what it allows.
    pub fn of(scenario: &Scenario) -> Self {
        let allows = |code: &str| scenario.allow().iter().any(|(allowed, _)| **allowed == *code);
        let possible = !allows("unreachable-outcome");
        Aims {
            shares: [Some(Band::BALANCED), None, None, None],
            reached: [possible; 4],
            personas: scenario.expect().to_vec(),
            choices: !allows("dominated-response"),
            locks: Vec::new(),
            most: Aims::MOST,
        }
    }

    /// Wants another share of an outcome; one of 0 alone lets the outcome be impossible.
    pub fn share(&mut self, outcome: Outcome, band: Band) {
        self.shares[outcome as usize] = Some(band);
        self.reached[outcome as usize] &= band.high > 0.0;
    }

    /// Wants a persona to end so, whatever the scenario expects.
    pub fn persona(&mut self, persona: Persona, outcome: Outcome) {
        self.personas.retain(|(known, _)| *known != persona);
        self.personas.push((persona, outcome));
    }

    /// Whether the aims can be met at all, as far as that shows without the scenario.
    ///
    /// # Errors
    /// [`AimError`] where they contradict each other.
    pub fn check(&self) -> Result<(), AimError> {
        let sum = |of: fn(&Band) -> f64, none: f64| -> f64 {
            self.shares.iter().map(|band| band.as_ref().map_or(none, of)).sum()
        };
        let (low, high) = (sum(|band| band.low, 0.0), sum(|band| band.high, 100.0));
        if low > 100.0 || high < 100.0 {
            let sum = if low > 100.0 { format!("{low} % at least") } else { format!("{high} % at most") };
            return Err(AimError(format!("The shares of all outcomes are 100 % together, and these are {sum}.")));
        }
        let none = |outcome: Outcome| self.shares[outcome as usize].is_some_and(|band| band.high <= 0.0);
        match self.personas.iter().find(|(_, goal)| none(*goal)) {
            Some((persona, goal)) => {
                let (persona, goal) = (persona.name(), goal.name());
                Err(AimError(format!("{persona} cannot end {goal} where no run is to end so.")))
            }
            None => Ok(()),
        }
    }

    /// Whether a number must stay as it is.
    pub fn locked(&self, number: Number) -> bool {
        self.locks.iter().any(|lock| lock.holds(number))
    }
}

/// A number that may be changed, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movable {
    /// Which number.
    pub number: Number,
    /// Its value in the file.
    pub value: i32,
    /// The lowest value that is tried.
    pub low: i32,
    /// The highest.
    pub high: i32,
}

/// How far a start, and what is enough, is moved at most: no sentence of a story tells them, but everything hangs on them.
const METER_MOVES: i32 = 2;

/// The numbers of a scenario that may be changed: those that stand in its file and are not locked. What a file leaves out
/// is left out on purpose: the response, or the step, does nothing to that meter.
///
/// An effect stays among those that the story has already, or that the guide for authors calls bold (-2 to 3); a pressure
/// among those of the story, or -2 to 0; a start, and what is enough, within two points of where it is.
pub fn movable(scenario: &Scenario, aims: &Aims, written: impl Fn(Number) -> bool) -> Vec<Movable> {
    let numbers = scenario.numbers();
    let range = |of: fn(&Number) -> bool, (low, high): (i32, i32)| {
        let values = numbers.iter().filter(|number| of(number)).filter_map(|number| scenario.number(*number));
        values.fold((low, high), |(low, high), value| (low.min(value), high.max(value)))
    };
    let effects = range(|number| matches!(number, Number::Effect(..)), (-2, 3));
    let pressures = range(|number| matches!(number, Number::Pressure(..)), (-2, 0));
    let free = numbers.iter().filter(|number| written(**number) && !aims.locked(**number));
    free.filter_map(|number| {
        let value = scenario.number(*number)?;
        let (least, most) = number.range();
        let (low, high) = match number {
            Number::Effect(..) => effects,
            Number::Pressure(..) => pressures,
            _ => ((value - METER_MOVES).max(least), (value + METER_MOVES).min(most)),
        };
        Some(Movable { number: *number, value, low, high })
    })
    .collect()
}

/// A number's place in words: `daughter/from-seven: management`, `daughter pressure: management`, `leadership enough`.
pub fn place(scenario: &Scenario, number: Number) -> String {
    let step = |at: StepIndex| scenario.step(at).id.as_str();
    let meter = MeterName::name(number.meter());
    match number {
        Number::Start(_) => format!("{meter} start"),
        Number::Enough(_) => format!("{meter} enough"),
        Number::Pressure(at, _) => format!("{} pressure: {meter}", step(at)),
        Number::Effect(at, response, _) => match scenario.step(at).responses.get(response) {
            Some(response) => format!("{}/{}: {meter}", step(at), response.id),
            None => format!("{}: {meter}", step(at)),
        },
    }
}
