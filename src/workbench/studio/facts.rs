//! What is proved of a draft's steps and answers, by their ids, so that it still fits when others come and go.

use super::super::{Plan, Standing, StepReport};
use std::collections::BTreeMap;

/// What is proved of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its place in the file when it was proved.
    pub place: u32,
    /// The step's own figures.
    pub report: StepReport,
    /// How each of its answers stands, by their ids.
    pub standings: BTreeMap<String, Standing>,
}

/// What is proved of a draft, as it could last be read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Facts {
    /// The steps by their ids.
    pub steps: BTreeMap<String, Known>,
}

impl Facts {
    /// What a plan says.
    pub(super) fn of(plan: &Plan) -> Self {
        let scenario = plan.scenario();
        let steps = scenario.iter().flat_map(|scenario| scenario.steps()).zip(&plan.steps).enumerate();
        let known = |place: usize, step: &scenario::Step, report: &StepReport| {
            let standings = plan.survey.standings.get(place).map(Vec::as_slice).unwrap_or_default();
            let standings = step.responses.iter().zip(standings);
            let standings = standings.filter_map(|(response, it)| Some((response.id.to_string(), it.clone()?)));
            Known { place: place as u32, report: report.clone(), standings: standings.collect() }
        };
        let steps = steps.map(|(place, (step, report))| (step.id.to_string(), known(place, step, report)));
        Facts { steps: steps.collect() }
    }
}
