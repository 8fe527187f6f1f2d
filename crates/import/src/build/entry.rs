//! What a passage sets when a run comes to it: a step adds to meters by itself, but flags are set by the responses that
//! lead to it.

use super::Story;
use super::draft::Step;
use super::variables::{Done, MOST, Variables};
use crate::conditions::When;
use crate::markup::{Event, Set, What};
use crate::rows::{Place, Rows};

/// Gives what the passages set to steps and responses.
pub(super) fn apply(
    known: &Story<'_>,
    read: &[Vec<Event>],
    variables: &Variables,
    steps: &mut [Step],
    rows: &mut Rows,
) {
    let ways_to = ways_to(steps);
    for (at, passage) in known.steps.iter().copied().enumerate() {
        let incoming = ways_to.get(at).map(Vec::as_slice).unwrap_or_default();
        for event in read.get(passage).map(Vec::as_slice).unwrap_or_default() {
            let What::Set(set) = &event.what else { continue };
            let place = Place { passage, line: event.line };
            if event.when != When::ALWAYS {
                rows.left_out(place, &set.source, "What is set under a condition has no place in a scenario.");
            } else if at != known.start {
                match variables.done(set) {
                    Ok(done) => Entry { at, place, set }.give(done, incoming, steps, rows),
                    Err(why) => rows.left_out(place, &set.source, why),
                }
            } else if variables.role(&set.assignment.name).is_none() {
                // What a start sets has its row already where it is a flag or a meter.
                rows.left_out(place, &set.source, "It is neither one of the two meters nor only true or false.");
            }
        }
    }
}

/// The responses that lead to each step, as places of steps and responses.
fn ways_to(steps: &[Step]) -> Vec<Vec<(usize, usize)>> {
    let mut ways: Vec<Vec<(usize, usize)>> = vec![Vec::new(); steps.len()];
    for (from, step) in steps.iter().enumerate() {
        for (number, response) in step.responses.iter().enumerate() {
            for to in response.steps() {
                if let Some(ways) = ways.get_mut(to).filter(|ways| ways.last() != Some(&(from, number))) {
                    ways.push((from, number));
                }
            }
        }
    }
    ways
}

/// Something that a step sets when a run comes to it.
struct Entry<'e> {
    at: usize,
    place: Place,
    set: &'e Set,
}

impl Entry<'_> {
    fn give(&self, done: Done, incoming: &[(usize, usize)], steps: &mut [Step], rows: &mut Rows) {
        let Entry { at, place, set } = *self;
        let source = &set.source;
        match done {
            Done::Flag(flag) => {
                let mut others = 0;
                for (from, number) in incoming {
                    let response = steps.get_mut(*from).and_then(|step| step.responses.get_mut(*number));
                    match response.filter(|response| response.leads_only_to(at)) {
                        Some(response) if response.sets.contains(&flag) => {}
                        Some(response) => response.sets.push(flag),
                        None => others += 1,
                    }
                }
                match (incoming.len(), others) {
                    (0, _) => rows.left_out(place, source, "No response leads here that could set the flag."),
                    (_, 0) => rows.changed(place, source, "Each response that leads here sets the flag."),
                    (_, others) => {
                        let why =
                            format!("{others} of the responses that lead here lead elsewhere, too, and set no flag.");
                        rows.left_out(place, source, why);
                    }
                }
            }
            Done::Meter(meter, by) => {
                let only = match incoming {
                    [(from, number)] => {
                        steps.get(*from).and_then(|step| step.responses.get(*number)).map(|_| (*from, *number))
                    }
                    _ => None,
                };
                let response = only.and_then(|(from, number)| steps.get_mut(from)?.responses.get_mut(number));
                let (slot, why) = match response.filter(|response| response.leads_only_to(at)) {
                    Some(response) => {
                        (response.effect.get_mut(meter), "It is an effect of the one response that leads here.")
                    }
                    None => {
                        let step = steps.get_mut(at).and_then(|step| step.pressure.get_mut(meter));
                        (step, "It is the step's pressure.")
                    }
                };
                match slot {
                    Some(slot) if (*slot + by).abs() <= MOST => {
                        *slot += by;
                        rows.changed(place, source, why);
                    }
                    _ => rows.left_out(place, source, "A step or a response moves a meter by at most 1000."),
                }
            }
        }
    }
}
