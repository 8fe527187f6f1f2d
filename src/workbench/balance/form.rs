//! What an author wants of the figures, as it is typed and ticked.

use balance::{AimError, Aims, Band, Lock};
use scenario::{Outcome, Persona, Scenario};
use serde::{Deserialize, Serialize};

/// What is wanted, as it goes to the worker and comes from it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Wanted {
    /// The lowest and highest share of each outcome in per cent, in the order of [`Outcome::ALL`]; `None` where any will do.
    pub shares: [Option<(f64, f64)>; 4],
    /// Which outcomes must be possible, in the same order.
    pub reached: [bool; 4],
    /// Where each persona is to end, by the outcome's place, in the order of [`Persona::ALL`]; `None` for anywhere.
    pub personas: [Option<u8>; 4],
    /// Whether no response may be dominated.
    pub choices: bool,
    /// Whether the meters' starts, and what is enough, stay as they are.
    pub meters: bool,
    /// The ids of the steps that stay as they are.
    pub steps: Vec<String>,
    /// How many points are changed at most.
    pub most: u32,
}

impl Wanted {
    /// What a scenario's file wants.
    pub fn of(scenario: &Scenario) -> Self {
        let aims = Aims::of(scenario);
        let goal = |persona| aims.personas.iter().find(|(known, _)| *known == persona).map(|(_, goal)| *goal as u8);
        Wanted {
            shares: aims.shares.map(|band| band.map(|band| (band.low, band.high))),
            reached: aims.reached,
            personas: Persona::ALL.map(goal),
            choices: aims.choices,
            meters: false,
            steps: Vec::new(),
            most: aims.most,
        }
    }

    /// The aims for a scenario.
    ///
    /// # Errors
    /// [`AimError`] where it has no step of an id that is to stay.
    pub fn aims(&self, scenario: &Scenario) -> Result<Aims, AimError> {
        let mut aims = Aims {
            shares: [None; 4],
            reached: self.reached,
            personas: Vec::new(),
            choices: self.choices,
            locks: Vec::new(),
            most: self.most,
        };
        for (outcome, share) in Outcome::ALL.into_iter().zip(self.shares) {
            if let Some((low, high)) = share {
                aims.share(outcome, Band { low, high });
            }
        }
        for (persona, goal) in Persona::ALL.into_iter().zip(self.personas) {
            if let Some(goal) = goal.and_then(|goal| Outcome::ALL.get(usize::from(goal))) {
                aims.persona(persona, *goal);
            }
        }
        aims.locks.extend(self.meters.then_some(Lock::Meters));
        for step in &self.steps {
            aims.locks.push(Lock::of(scenario, step)?);
        }
        Ok(aims)
    }
}

/// The fields, as they are filled in.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Form {
    /// The lowest and the highest share of each outcome in per cent; an empty one is no limit.
    pub shares: [[String; 2]; 4],
    /// Where each persona is to end; `None` for anywhere.
    pub personas: [Option<Outcome>; 4],
    /// How many points are changed at most.
    pub most: String,
    /// Whether no response may be dominated.
    pub choices: bool,
    /// Whether the meters' starts, and what is enough, stay as they are.
    pub meters: bool,
    /// The ids of the steps that stay as they are.
    pub steps: Vec<String>,
    /// Which outcomes must be possible: as the file allows.
    reached: [bool; 4],
}

/// A field with something that it cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The share of an outcome.
    Share(Outcome),
    /// How many points are changed.
    Most,
}

/// A change of the form.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    /// The lowest share of an outcome.
    Low(Outcome, String),
    /// The highest.
    High(Outcome, String),
    /// Where a persona is to end.
    Persona(Persona, Option<Outcome>),
    /// How many points are changed at most.
    Most(String),
    /// Whether no response may be dominated: the other way now.
    Choices,
    /// Whether the meters stay: the other way now.
    Meters,
    /// Whether a step stays: the other way now.
    Step(String),
}

impl Form {
    /// The form filled in with what is wanted.
    pub fn of(wanted: &Wanted) -> Self {
        let end = |end: f64, none: f64| if end == none { String::new() } else { end.to_string() };
        Form {
            shares: wanted.shares.map(|share| match share {
                Some((low, high)) => [end(low, 0.0), end(high, 100.0)],
                None => Default::default(),
            }),
            personas: wanted.personas.map(|goal| Outcome::ALL.get(usize::from(goal?)).copied()),
            most: wanted.most.to_string(),
            choices: wanted.choices,
            meters: wanted.meters,
            steps: wanted.steps.clone(),
            reached: wanted.reached,
        }
    }

    /// Takes a change.
    pub fn take(&mut self, aim: Aim) {
        match aim {
            Aim::Low(outcome, share) => self.shares[outcome as usize][0] = share,
            Aim::High(outcome, share) => self.shares[outcome as usize][1] = share,
            Aim::Persona(persona, goal) => self.personas[persona as usize] = goal,
            Aim::Most(most) => self.most = most,
            Aim::Choices => self.choices = !self.choices,
            Aim::Meters => self.meters = !self.meters,
            Aim::Step(id) => match self.steps.iter().position(|known| *known == id) {
                Some(at) => drop(self.steps.remove(at)),
                None => self.steps.push(id),
            },
        }
    }

    /// What is wanted.
    ///
    /// # Errors
    /// The first field with something that it cannot hold.
    pub fn wanted(&self) -> Result<Wanted, Refused> {
        let mut shares = [None; 4];
        for (outcome, [low, high]) in Outcome::ALL.into_iter().zip(&self.shares) {
            let (low, high) = (low.trim(), high.trim());
            if !(low.is_empty() && high.is_empty()) {
                let band = format!("{low}..{high}").parse::<Band>().map_err(|_| Refused::Share(outcome))?;
                shares[outcome as usize] = Some((band.low, band.high));
            }
        }
        Ok(Wanted {
            shares,
            reached: self.reached,
            personas: self.personas.map(|goal| goal.map(|goal| goal as u8)),
            choices: self.choices,
            meters: self.meters,
            steps: self.steps.clone(),
            most: self.most.trim().parse().map_err(|_| Refused::Most)?,
        })
    }

    /// The first field with something that it cannot hold.
    pub fn refused(&self) -> Option<Refused> {
        self.wanted().err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::{Limits, StepIndex, read};

    fn small() -> Scenario {
        read(include_bytes!("../../../tests/fixtures/small.json"), &Limits::default()).expect("a scenario")
    }

    #[test]
    fn the_file_fills_the_form_and_the_form_gives_the_same_aims() {
        let small = small();
        let form = Form::of(&Wanted::of(&small));
        assert_eq!(form.shares[0], ["15", "30"]);
        assert_eq!(form.wanted(), Ok(Wanted::of(&small)));
        let mut aims = Wanted::of(&small).aims(&small).expect("aims");
        let mut wanted = Aims::of(&small);
        aims.personas.sort();
        wanted.personas.sort();
        assert_eq!(aims, wanted);
    }

    #[test]
    fn what_is_ticked_stays_and_what_cannot_be_is_refused() {
        let small = small();
        let mut form = Form::of(&Wanted::of(&small));
        let id = small.steps()[1].id.to_string();
        form.take(Aim::Step(id.clone()));
        form.take(Aim::Meters);
        let locks = form.wanted().expect("a form").aims(&small).expect("aims").locks;
        assert_eq!(locks, [Lock::Meters, Lock::Step(StepIndex(1))]);
        form.take(Aim::Step(id));
        form.take(Aim::Step("gone".into()));
        assert!(form.wanted().expect("a form").aims(&small).is_err(), "there is no such step");
        form.take(Aim::Step("gone".into()));
        for (low, high, fits) in
            [("", "", true), ("2", "", true), ("", "40", true), ("30", "20", false), ("x", "", false)]
        {
            form.take(Aim::Low(Outcome::Adrift, low.into()));
            form.take(Aim::High(Outcome::Adrift, high.into()));
            assert_eq!(form.refused(), (!fits).then_some(Refused::Share(Outcome::Adrift)), "{low}..{high}");
        }
        form.take(Aim::Low(Outcome::Adrift, String::new()));
        form.take(Aim::Most("-1".into()));
        assert_eq!(form.refused(), Some(Refused::Most));
    }
}
