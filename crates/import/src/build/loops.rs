//! Ways that lead back: which steps a run may enter a limited number of times, so that every loop has one.

use super::draft::Step;

/// The steps that need a limit, each with how often a run may enter it, and where the way back leads.
pub(crate) fn limits(steps: &[Step], start: usize) -> Vec<(usize, u8, usize)> {
    let edges: Vec<Vec<usize>> = steps
        .iter()
        .map(|step| {
            let mut to: Vec<usize> = step.responses.iter().flat_map(|response| response.steps()).collect();
            to.sort_unstable();
            to.dedup();
            to
        })
        .collect();
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); steps.len()];
    for (from, to) in edges.iter().enumerate() {
        for to in to {
            if let Some(before) = before.get_mut(*to) {
                before.push(from);
            }
        }
    }
    let back = ways_back(&edges, start);
    let mut ways_to = vec![0_usize; steps.len()];
    for (_, head) in &back {
        ways_to[*head] += 1;
    }
    let mut limits: Vec<Option<(u8, usize)>> = vec![None; steps.len()];
    for (from, head) in &back {
        // What is visited in any order comes back to one place in several ways; what is tried again, in one.
        let visits = if ways_to[*head] > 1 { 1 } else { 2 };
        let step = first_after_a_decision(*from, *head, steps, &before);
        if let Some(limit) = limits.get_mut(step) {
            let known = limit.map_or(visits, |(known, _)| known);
            *limit = Some((visits.min(known), *head));
        }
    }
    let found = limits.into_iter().enumerate();
    found.filter_map(|(step, limit)| limit.map(|(visits, head)| (step, visits, head))).collect()
}

/// The step that a run comes to first on its way to one, since the last decision: that one is limited, so that the decision
/// can be closed.
fn first_after_a_decision(from: usize, head: usize, steps: &[Step], before: &[Vec<usize>]) -> usize {
    let mut step = from;
    // A chain of passages has no more steps than the story.
    for _ in 0..steps.len() {
        let Some([only]) = before.get(step).map(Vec::as_slice) else { break };
        let is_passage = steps.get(*only).is_some_and(|step| step.responses.len() == 1);
        if step == head || *only == head || *only == from || !is_passage {
            break;
        }
        step = *only;
    }
    step
}

/// The ways that lead back to a step that a run has come through, found in the order of the story.
fn ways_back(edges: &[Vec<usize>], start: usize) -> Vec<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        New,
        Open,
        Done,
    }
    let mut seen = vec![Seen::New; edges.len()];
    let mut back = Vec::new();
    for root in std::iter::once(start).chain(0..edges.len()) {
        if seen.get(root) != Some(&Seen::New) {
            continue;
        }
        let mut path = vec![(root, 0_usize)];
        seen[root] = Seen::Open;
        while let Some((step, at)) = path.last_mut() {
            let (step, next) = (*step, edges.get(*step).and_then(|to| to.get(*at)).copied());
            *at += 1;
            match next {
                Some(next) => match seen.get(next) {
                    Some(Seen::Open) => back.push((step, next)),
                    Some(Seen::New) => {
                        seen[next] = Seen::Open;
                        path.push((next, 0));
                    }
                    _ => {}
                },
                None => {
                    seen[step] = Seen::Done;
                    path.pop();
                }
            }
        }
    }
    back
}

#[cfg(test)]
mod tests {
    use super::super::draft::{Goal, Response};
    use super::*;
    use crate::cases::Case;

    fn steps(ways: &[&[usize]]) -> Vec<Step> {
        let response = |to: &usize| Response { next: vec![(Case::default(), Goal::Step(*to))], ..Response::default() };
        let step = |to: &&[usize]| Step { responses: to.iter().map(response).collect(), ..Step::default() };
        ways.iter().map(step).collect()
    }

    #[test]
    fn a_retry_may_be_tried_twice_and_what_a_hub_leads_to_once() {
        assert_eq!(limits(&steps(&[&[1, 2], &[0], &[]]), 0), [(1, 2, 0)]);
        assert_eq!(limits(&steps(&[&[1, 2, 3], &[0], &[0], &[]]), 0), [(1, 1, 0), (2, 1, 0)]);
        assert_eq!(limits(&steps(&[&[0, 1], &[]]), 0), [(0, 2, 0)]);
    }

    #[test]
    fn the_first_step_of_a_chain_that_leads_back_is_limited() {
        assert_eq!(limits(&steps(&[&[1, 3], &[2], &[0], &[]]), 0), [(1, 2, 0)]);
        // No decision is on the way: the loop itself is what is limited.
        assert_eq!(limits(&steps(&[&[1], &[0]]), 0), [(1, 2, 0)]);
    }

    #[test]
    fn of_every_loop_a_step_is_limited() {
        // Each number is a graph of five steps with up to two ways each.
        for seed in 0..20_000_u64 {
            let mut chance = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
            let mut draw = |up_to: usize| {
                chance ^= chance << 13;
                chance ^= chance >> 7;
                chance ^= chance << 17;
                (chance % up_to as u64) as usize
            };
            let ways: Vec<Vec<usize>> = (0..5).map(|_| (0..draw(3)).map(|_| draw(5)).collect()).collect();
            let ways: Vec<&[usize]> = ways.iter().map(Vec::as_slice).collect();
            let limited: Vec<usize> = limits(&steps(&ways), 0).into_iter().map(|(step, ..)| step).collect();
            let free: Vec<Vec<usize>> = ways
                .iter()
                .enumerate()
                .map(|(from, to)| {
                    let open = |step: &usize| !limited.contains(step);
                    if open(&from) { to.iter().copied().filter(open).collect() } else { Vec::new() }
                })
                .collect();
            assert_eq!(ways_back(&free, 0), [], "{seed}: {ways:?} {limited:?}");
        }
    }
}
