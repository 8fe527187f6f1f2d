//! Which hats were worn where.

use play::Run;
use scenario::{Concept, Dimension, Stance};

/// How often each hat was worn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Times as leader.
    pub leader: usize,
    /// Times as manager.
    pub manager: usize,
}

impl Tally {
    fn add(&mut self, stance: Stance) {
        match stance {
            Stance::Leader => self.leader += 1,
            Stance::Manager => self.manager += 1,
        }
    }

    /// How often in all.
    pub fn all(&self) -> usize {
        self.leader + self.manager
    }

    /// How often a hat was worn.
    pub fn of(&self, stance: Stance) -> usize {
        match stance {
            Stance::Leader => self.leader,
            Stance::Manager => self.manager,
        }
    }
}

/// The hats of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hats {
    /// In all.
    pub all: Tally,
    /// By what the steps were about, in the order of [`Dimension::ALL`].
    pub dimensions: [Tally; 4],
    /// By concept, in the list's order: those that a taken response or its step is tagged with.
    pub concepts: Vec<(Concept, Tally)>,
    /// When a meter stood lower than the other: how often that meter's own hat was worn then.
    pub answered: usize,
    /// How often a meter stood lower than the other.
    pub uneven: usize,
}

impl Hats {
    /// The hats of a run, finished or not.
    pub fn of(run: &Run) -> Self {
        let mut hats = Hats {
            all: Tally::default(),
            dimensions: [Tally::default(); 4],
            concepts: Concept::all().map(|concept| (concept, Tally::default())).collect(),
            answered: 0,
            uneven: 0,
        };
        for turn in run.turns() {
            let step = run.scenario().step(turn.step);
            let response = run.response(turn);
            let Some(stance) = response.stance else { continue };
            hats.all.add(stance);
            if let Some(dimension) = step.dimension {
                hats.dimensions[dimension as usize].add(stance);
            }
            for (concept, tally) in &mut hats.concepts {
                if response.concepts.contains(concept) || step.concepts.contains(concept) {
                    tally.add(stance);
                }
            }
            let short = match turn.before.leadership.cmp(&turn.before.management) {
                std::cmp::Ordering::Less => Some(Stance::Leader),
                std::cmp::Ordering::Greater => Some(Stance::Manager),
                std::cmp::Ordering::Equal => None,
            };
            hats.uneven += usize::from(short.is_some());
            hats.answered += usize::from(short == Some(stance));
        }
        hats.concepts.retain(|(_, tally)| tally.all() > 0);
        hats
    }

    /// The tally of a dimension.
    pub fn dimension(&self, dimension: Dimension) -> Tally {
        self.dimensions[dimension as usize]
    }
}
