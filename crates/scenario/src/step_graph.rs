//! The edges between steps, and the loops among them that no run is counted in: a scenario has none, so that everything
//! about it can be counted.

use super::Span;

/// Which step leads where, step by step in the order of the file.
#[derive(Debug, Default)]
pub(super) struct StepGraph {
    /// Where each step's edges begin among all.
    begun: Vec<u32>,
    /// The step that each way leads to, and the place where it is written.
    all: Vec<(u32, Span)>,
    /// The steps that a run comes to a few times only, in the order of the file: a loop over one comes to an end.
    limited: Vec<u32>,
}

/// A loop: a way that leads back to a step it came from.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Loop {
    /// Where the way that closes the loop is written.
    pub span: Span,
    /// The steps on the loop, from where it is entered; of a long one the first.
    pub steps: Vec<u32>,
    /// How many more there are.
    pub more: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    /// On the way that is being walked, at this place.
    OnTrail(usize),
    Done,
}

/// How many steps of a loop are told: a file can have thousands of loops with thousands of steps each.
const TOLD: usize = 8;

impl StepGraph {
    /// Begins with the next step.
    pub fn begin(&mut self) {
        self.begun.push(self.all.len() as u32);
    }

    /// How many steps were begun.
    pub fn steps(&self) -> u32 {
        self.begun.len() as u32
    }

    /// A run comes to the step that was begun last a few times only.
    pub fn limit(&mut self) {
        self.limited.extend(self.begun.len().checked_sub(1).map(|step| step as u32));
    }

    /// A way on from the step that was begun last.
    pub fn add(&mut self, to: u32, span: Span) {
        self.all.push((to, span));
    }

    /// The edges from a step.
    fn from(&self, step: u32) -> &[(u32, Span)] {
        let place = |step: usize| self.begun.get(step).map_or(self.all.len(), |at| *at as usize);
        self.all.get(place(step as usize)..place(step as usize + 1)).unwrap_or_default()
    }

    /// The loops, one for each way that leads back.
    ///
    /// Walks depth first with a stack of its own, so that a long chain of steps cannot overflow the program's.
    pub fn loops(&self) -> Vec<Loop> {
        let mut marks = vec![Mark::New; self.begun.len()];
        let mut loops = Vec::new();
        let mut trail: Vec<(u32, usize)> = Vec::new();
        for first in 0..self.begun.len() as u32 {
            if marks[first as usize] != Mark::New {
                continue;
            }
            marks[first as usize] = Mark::OnTrail(0);
            trail.push((first, 0));
            while let Some(top) = trail.last_mut() {
                let (step, way) = *top;
                let Some((to, span)) = self.from(step).get(way).copied() else {
                    marks[step as usize] = Mark::Done;
                    trail.pop();
                    continue;
                };
                top.1 += 1;
                if self.limited.binary_search(&to).is_ok() {
                    continue;
                }
                match marks[to as usize] {
                    Mark::New => {
                        marks[to as usize] = Mark::OnTrail(trail.len());
                        trail.push((to, 0));
                    }
                    Mark::OnTrail(place) => {
                        let steps = trail.iter().skip(place).take(TOLD).map(|(step, _)| *step).collect();
                        loops.push(Loop { span, steps, more: (trail.len() - place).saturating_sub(TOLD) });
                    }
                    Mark::Done => {}
                }
            }
        }
        loops
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The loops of a graph: `edges[step]` are the steps that it leads to. An edge is written at the place of its step.
    fn loops(edges: impl IntoIterator<Item = Vec<u32>>) -> Vec<Loop> {
        let mut all = StepGraph::default();
        for (step, edges) in edges.into_iter().enumerate() {
            all.begin();
            edges.into_iter().for_each(|to| all.add(to, Span::new(step, step)));
        }
        all.loops()
    }

    #[test]
    fn a_graph_that_forks_and_merges_has_no_loop() {
        assert_eq!(loops([vec![1, 2], vec![3], vec![3], vec![]]), []);
    }

    #[test]
    fn a_loop_is_told_by_its_steps() {
        let edges = [vec![1], vec![2, 3], vec![1], vec![]];
        assert_eq!(loops(edges), [Loop { span: Span::new(2, 2), steps: vec![1, 2], more: 0 }]);
        assert_eq!(loops([vec![0]]), [Loop { span: Span::new(0, 0), steps: vec![0], more: 0 }]);
    }

    #[test]
    fn a_loop_over_a_step_with_visits_is_none_and_one_beside_it_is() {
        let mut all = StepGraph::default();
        for (step, edges) in [vec![1], vec![0, 2], vec![2]].into_iter().enumerate() {
            all.begin();
            if step == 1 {
                all.limit();
            }
            edges.into_iter().for_each(|to| all.add(to, Span::new(step, step)));
        }
        assert_eq!(all.loops(), [Loop { span: Span::new(2, 2), steps: vec![2], more: 0 }]);
    }

    #[test]
    fn of_a_long_loop_the_first_steps_are_told() {
        let found = loops((0..20).map(|step| vec![(step + 1) % 20]));
        assert_eq!(found, [Loop { span: Span::new(19, 19), steps: (0..8).collect(), more: 12 }]);
    }

    #[test]
    fn a_chain_of_a_million_steps_is_walked() {
        assert_eq!(loops((1..1_000_000).map(|to| vec![to]).chain([vec![]])), []);
    }
}
