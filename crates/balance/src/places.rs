//! Where the states of a step stand in its list.

use play::Moment;

/// A table of the places of states: one that is cleared and filled thousands of times, and whose key is
/// mostly three small numbers.
#[derive(Default)]
pub(crate) struct Places {
    /// A power of two of them, no more than half of them taken.
    slots: Vec<u32>,
}

/// A slot that is not taken.
const FREE: u32 = u32::MAX;

impl Places {
    pub fn clear(&mut self) {
        self.slots.fill(FREE);
    }

    /// The place of a state, which is put at the end of the list when it is new.
    pub fn place(&mut self, moment: Moment, states: &mut Vec<Moment>) -> u32 {
        if states.len() * 2 >= self.slots.len() {
            self.slots = vec![FREE; (self.slots.len() * 2).max(64)];
            for (at, state) in states.iter().enumerate() {
                let slot = self.slot(state, states);
                self.slots[slot] = at as u32;
            }
        }
        let slot = self.slot(&moment, states);
        if self.slots[slot] == FREE {
            self.slots[slot] = states.len() as u32;
            states.push(moment);
        }
        self.slots[slot]
    }

    /// The slot of a state, or the free one that it is to take.
    fn slot(&self, moment: &Moment, states: &[Moment]) -> usize {
        let meters = u64::from(moment.leadership as u32) << 32 | u64::from(moment.management as u32);
        let mixed = (meters ^ moment.flags.rotate_left(17)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut slot = (mixed ^ mixed >> 32) as usize & (self.slots.len() - 1);
        while self.slots[slot] != FREE && states[self.slots[slot] as usize] != *moment {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use play::Place;
    use scenario::StepIndex;

    #[test]
    fn a_state_has_one_place_however_many_there_are() {
        let moment = |at: i32| {
            let place = Place::Step(StepIndex(0));
            Moment { place, leadership: at % 20, management: at / 20, flags: u64::from(at as u32 % 3) }
        };
        let (mut places, mut states) = (Places::default(), Vec::new());
        for round in 0..3 {
            for at in 0..1_000 {
                assert_eq!(places.place(moment(at), &mut states), at as u32, "round {round}");
            }
        }
        assert_eq!(states.len(), 1_000);
        states.clear();
        places.clear();
        assert_eq!(places.place(moment(999), &mut states), 0);
    }
}
