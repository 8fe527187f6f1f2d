//! What there is to be drawn: the spots of a scenario and the ways between them.

use analysis::{Analysis, Fraction};
use scenario::{Goal, Outcome, Scenario, Stance};

/// A spot of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A step, by its place in the file.
    Step(usize),
    /// Where the meters are judged.
    End,
    /// An outcome.
    Outcome(Outcome),
}

/// A way from one spot to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The place in [`Picture::spots`] where it begins.
    pub from: usize,
    /// The place in [`Picture::spots`] where it ends.
    pub to: usize,
    /// The hat of the response that takes it; `None` from a passage, and from the end to an outcome.
    pub stance: Option<Stance>,
    /// The response, by its place in the step's list.
    pub response: Option<usize>,
    /// How wide it is drawn, from 0 to 1: the share of the uniform player's runs that come to the step it leaves, or to
    /// the outcome it leads to. `None` where nothing is proved.
    pub share: Option<f64>,
}

/// All that there is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The spots: the steps in the order of the file, the end, the outcomes.
    pub spots: Vec<Spot>,
    /// The ways, in the order of the file.
    pub ways: Vec<Way>,
}

impl Picture {
    /// The picture of a scenario, with the shares where they are proved.
    pub fn new(scenario: &Scenario, analysis: Option<&Analysis>) -> Self {
        let count = scenario.steps().len();
        let mut spots: Vec<Spot> = (0..count).map(Spot::Step).collect();
        spots.push(Spot::End);
        spots.extend(Outcome::ALL.map(Spot::Outcome));
        let mut picture = Picture { spots, ways: Vec::new() };
        for from in 0..count {
            picture.leave(scenario, from, analysis);
        }
        for outcome in Outcome::ALL {
            let share = analysis.map(|analysis| analysis.outcome(outcome).share.percent() / 100.0);
            // What cannot happen is not drawn as if it could.
            if share != Some(0.0) {
                let to = count + 1 + outcome as usize;
                picture.ways.push(Way { from: count, to, stance: None, response: None, share });
            }
        }
        picture
    }

    /// The ways from a step: one for each response and spot it leads to, where any run takes it.
    fn leave(&mut self, scenario: &Scenario, from: usize, analysis: Option<&Analysis>) {
        let facts = analysis.and_then(|analysis| analysis.steps.get(from));
        let share = facts.map(|facts| facts.visits.percent() / 100.0);
        for (place, response) in scenario.steps()[from].responses.iter().enumerate() {
            let mut goals: Vec<usize> = Vec::new();
            for branch in &response.next {
                let to = match branch.to {
                    Goal::Step(step) => step.0 as usize,
                    Goal::End => scenario.steps().len(),
                    Goal::Outcome(outcome) => scenario.steps().len() + 1 + outcome as usize,
                };
                if !goals.contains(&to) {
                    goals.push(to);
                }
            }
            let stance = response.stance;
            self.ways.extend(goals.into_iter().map(|to| Way { from, to, stance, response: Some(place), share }));
        }
    }
}

/// What is said of a spot: its title, and a quieter line below.
pub(super) fn words(scenario: &Scenario, spot: Spot, analysis: Option<&Analysis>) -> (String, String) {
    let percent = Fraction::rounded;
    match spot {
        Spot::Step(at) => {
            let facts = analysis.and_then(|analysis| analysis.steps.get(at));
            let visits = facts.map(|facts| super::super::report::visits(&facts.visits));
            let step = &scenario.steps()[at];
            let note = visits.map_or_else(|| step.id.to_string(), |visits| format!("{visits} · {}", step.id));
            (step.title.to_string(), note)
        }
        Spot::End => ("The end".into(), "the meters are judged".into()),
        Spot::Outcome(outcome) => {
            let share = analysis.map(|analysis| percent(&analysis.outcome(outcome).share));
            (outcome.name().to_owned(), share.unwrap_or_default())
        }
    }
}
