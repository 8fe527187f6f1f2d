//! Loops: a scenario has none, so that everything about it can be counted.

/// A loop: a way that leads back to a step it came from.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Loop {
    /// The step whose way closes the loop.
    pub from: u32,
    /// Which of its ways.
    pub way: usize,
    /// The steps on the loop, from where it is entered.
    pub steps: Vec<u32>,
}

/// The loops of a graph, one for each way that leads back. `ways[step]` are the steps that it leads to.
///
/// Walks depth first with a stack of its own, so that a long chain of steps cannot overflow the program's.
pub(super) fn find(ways: &[Vec<u32>]) -> Vec<Loop> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        OnTrail,
        Done,
    }
    let mut marks = vec![Mark::New; ways.len()];
    let mut loops = Vec::new();
    for first in 0..ways.len() as u32 {
        if marks[first as usize] != Mark::New {
            continue;
        }
        marks[first as usize] = Mark::OnTrail;
        let mut trail: Vec<(u32, usize)> = vec![(first, 0)];
        while let Some(top) = trail.last_mut() {
            let (step, way) = *top;
            let Some(to) = ways[step as usize].get(way).copied() else {
                marks[step as usize] = Mark::Done;
                trail.pop();
                continue;
            };
            top.1 += 1;
            match marks[to as usize] {
                Mark::New => {
                    marks[to as usize] = Mark::OnTrail;
                    trail.push((to, 0));
                }
                Mark::OnTrail => {
                    let steps = trail.iter().map(|(step, _)| *step).skip_while(|step| *step != to).collect();
                    loops.push(Loop { from: step, way, steps });
                }
                Mark::Done => {}
            }
        }
    }
    loops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_that_forks_and_merges_has_no_loop() {
        assert_eq!(find(&[vec![1, 2], vec![3], vec![3], vec![]]), []);
    }

    #[test]
    fn a_loop_is_told_by_its_steps() {
        let ways = [vec![1], vec![2, 3], vec![1], vec![]];
        assert_eq!(find(&ways), [Loop { from: 2, way: 0, steps: vec![1, 2] }]);
        assert_eq!(find(&[vec![0]]), [Loop { from: 0, way: 0, steps: vec![0] }]);
    }

    #[test]
    fn a_chain_of_a_million_steps_is_walked() {
        let ways: Vec<Vec<u32>> = (1..1_000_000).map(|to| vec![to]).chain([vec![]]).collect();
        assert_eq!(find(&ways), []);
    }
}
