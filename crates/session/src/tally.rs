//! Hands counted: never more than there are people in the room.

/// How many hands went up for each of some options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    counts: Vec<u32>,
    room: u32,
}

/// What leads a tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Nobody has voted.
    Nothing,
    /// One option.
    One(usize),
    /// Several options have the same number of hands.
    Tie(Vec<usize>),
}

impl Tally {
    /// A tally of so many options in a room of so many people.
    pub fn new(options: usize, room: u32) -> Self {
        Tally { counts: vec![0; options], room }
    }

    /// The hands for each option.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// All hands.
    pub fn sum(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// The number in the room when it was counted.
    pub fn room(&self) -> u32 {
        self.room
    }

    /// Those who did not vote.
    pub fn silent(&self) -> u32 {
        self.room - self.sum()
    }

    /// Sets the hands for an option in a room of so many people. False, and nothing changes, where there is no such
    /// option or more hands would be up than there are people.
    pub(super) fn set(&mut self, option: usize, count: u32, people: u32) -> bool {
        let Some(old) = self.counts.get(option).copied() else { return false };
        let sum = u64::from(self.sum() - old) + u64::from(count);
        // A tally of a larger room can still be lowered when people have left.
        let room = if sum <= u64::from(people) { people } else { self.room };
        if sum > u64::from(room) {
            return false;
        }
        self.counts[option] = count;
        self.room = room;
        true
    }

    /// Sets the number in the room. False, and nothing changes, where more hands are up.
    pub(super) fn resize(&mut self, people: u32) -> bool {
        let fits = self.sum() <= people;
        if fits {
            self.room = people;
        }
        fits
    }

    /// What leads.
    pub fn lead(&self) -> Lead {
        let most = self.counts.iter().copied().max().unwrap_or(0);
        let leading: Vec<usize> = (0..self.counts.len()).filter(|at| self.counts[*at] == most).collect();
        match (most, &leading[..]) {
            (0, _) => Lead::Nothing,
            (_, [one]) => Lead::One(*one),
            _ => Lead::Tie(leading),
        }
    }

    /// Whether the room is split: of all hands, 30 % or more are up for something else than what has the most.
    pub fn is_split(&self) -> bool {
        let (sum, most) = (u64::from(self.sum()), u64::from(self.counts.iter().copied().max().unwrap_or(0)));
        sum > 0 && (sum - most) * 10 >= sum * 3
    }

    /// How many of a hundred hands are up for something else than what has the most, to the nearest; 0 without hands.
    pub fn apart(&self) -> u32 {
        let (sum, most) = (u64::from(self.sum()), u64::from(self.counts.iter().copied().max().unwrap_or(0)));
        // Half a per cent more, so that what is cut off is rounded.
        ((sum - most) * 200 + sum).checked_div(sum * 2).map_or(0, |percent| percent as u32)
    }

    /// The mean of the options, the first counting as 1, in hundredths; `None` where nobody voted.
    pub fn mean(&self) -> Option<u32> {
        let sum = u64::from(self.sum());
        let weighed: u64 = (1..).zip(&self.counts).map(|(value, count): (u64, _)| value * u64::from(*count)).sum();
        (sum > 0).then(|| ((weighed * 200 + sum) / (sum * 2)) as u32)
    }
}

/// How many people at least changed their vote from one tally to the next.
pub fn moved(first: &Tally, second: &Tally) -> u32 {
    let pairs = || first.counts.iter().zip(&second.counts);
    let up: u32 = pairs().map(|(before, after)| after.saturating_sub(*before)).sum();
    let down: u32 = pairs().map(|(before, after)| before.saturating_sub(*after)).sum();
    up.max(down)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(counts: &[u32], room: u32) -> Tally {
        Tally { counts: counts.to_vec(), room }
    }

    #[test]
    fn no_more_hands_go_up_than_there_are_people() {
        let mut hands = Tally::new(2, 20);
        assert!(hands.set(0, 12, 20) && hands.set(1, 8, 20));
        assert!(!hands.set(1, 9, 20) && !hands.set(0, u32::MAX, 20) && !hands.set(2, 1, 20));
        assert_eq!((hands.counts(), hands.silent()), (&[12, 8][..], 0));
        assert!(!hands.resize(19) && hands.resize(25));
        assert_eq!(hands.silent(), 5);
    }

    #[test]
    fn a_tally_can_be_lowered_after_people_have_left() {
        let mut hands = tally(&[12, 8], 20);
        assert!(hands.set(0, 11, 10), "one hand less than before");
        assert!(!hands.set(0, 13, 10), "and not one more than the room it was");
        assert!(hands.set(0, 2, 10));
        assert_eq!(hands.room(), 10);
    }

    #[test]
    fn thirty_per_cent_are_a_split_room() {
        assert!(tally(&[7, 3], 10).is_split());
        assert!(!tally(&[71, 29], 100).is_split());
        assert!(tally(&[4, 3, 3], 10).is_split());
        assert!(!tally(&[0, 0], 10).is_split());
    }

    #[test]
    fn those_apart_are_told_to_the_nearest_per_cent() {
        assert_eq!([tally(&[8, 6], 14).apart(), tally(&[9, 5], 14).apart()], [43, 36]);
        assert_eq!([tally(&[0, 0], 9).apart(), tally(&[3, 0], 9).apart(), tally(&[250, 250], 500).apart()], [0, 0, 50]);
    }

    #[test]
    fn what_leads_is_one_several_or_nothing() {
        assert_eq!(tally(&[0, 0], 9).lead(), Lead::Nothing);
        assert_eq!(tally(&[1, 4, 2], 9).lead(), Lead::One(1));
        assert_eq!(tally(&[3, 0, 3], 9).lead(), Lead::Tie(vec![0, 2]));
    }

    #[test]
    fn those_who_moved_are_counted_once() {
        assert_eq!(moved(&tally(&[12, 8], 20), &tally(&[7, 13], 20)), 5);
        assert_eq!(moved(&tally(&[12, 8], 20), &tally(&[12, 5], 20)), 3, "three now keep their hands down");
        assert_eq!(moved(&tally(&[1, 1], 2), &tally(&[1, 1], 2)), 0);
    }

    #[test]
    fn a_mean_is_in_hundredths() {
        assert_eq!(tally(&[1, 0, 0, 0, 2], 9).mean(), Some(367));
        assert_eq!(tally(&[0, 0, 0, 0, 0], 9).mean(), None);
    }
}
