//! What leaves the device of all that is kept, and how much of each sort there is.

use crate::{Draft, Key, KeyError, SessionRecord, is_newer};

fn is_session(key: &str) -> bool {
    key.parse().is_ok_and(|key: Key| key.is_session())
}

/// What a file is to hold of all that is kept. Of a group's sessions that is what stands: a file may reach others. One that
/// cannot be read cannot be cleared of the rest either, so it stays where it is.
pub fn exported(kept: &[(String, String)]) -> Vec<(String, String)> {
    let leaves = |(key, value): &(String, String)| match key.parse() {
        Ok(Key::Session(_) | Key::Copy(_)) => Some((key.clone(), value.parse::<SessionRecord>().ok()?.handed_on()?)),
        // What the player was told of is this device's own affair.
        Ok(Key::Newer) => None,
        // Keys of a room that is open stay on the device that opened it.
        Ok(Key::Phones) => None,
        _ => Some((key.clone(), value.clone())),
    };
    kept.iter().filter_map(leaves).collect()
}

/// How many sessions no file takes along.
pub fn left_behind(kept: &[(String, String)]) -> usize {
    kept.iter().filter(|(key, value)| is_session(key) && value.parse::<SessionRecord>().is_err()).count()
}

/// How many things of some sorts are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// Sessions of groups.
    pub sessions: usize,
    /// Texts of the workbench.
    pub drafts: usize,
    /// Settings, what somebody set out to do, invitations, what they thought, copies of sessions, what lies aside, and what a newer game keeps.
    pub others: usize,
}

impl Inventory {
    /// What there is among all that is kept.
    pub fn of(kept: &[(String, String)]) -> Self {
        let mut inventory = Inventory::default();
        for (key, value) in kept {
            match key.parse() {
                Ok(Key::Session(_)) => inventory.sessions += 1,
                Ok(Key::Draft(id)) if Draft::of_version(&id).is_some() => {}
                Ok(Key::Draft(_) | Key::FirstDraft) => inventory.drafts += usize::from(!value.is_empty()),
                Ok(
                    Key::Settings
                    | Key::Commitment(_)
                    | Key::Invitation(_)
                    | Key::Reflecting
                    | Key::Reflections(_)
                    | Key::Copy(_)
                    | Key::Unreadable(_),
                )
                | Err(KeyError::Unknown) => inventory.others += 1,
                _ if is_newer(value) => inventory.others += 1,
                _ => {}
            }
        }
        inventory
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect()
    }

    #[test]
    fn a_file_takes_a_newer_games_things_along_but_no_session_that_cannot_be_cleared() {
        let things = [("run/crisis", "two-hats/2 x"), ("team/a", "names"), ("unreadable/run/x", "cut sh")];
        let mut all = pairs(&things);
        all.extend(pairs(&[("room/session/a1", "two-hats session 9\nabc\n"), ("room/copy/a1", "two-hats/2 x")]));
        all.extend(pairs(&[("newer", "2"), ("room/phones", "keys")]));
        assert_eq!(exported(&all), pairs(&things));
        assert_eq!(left_behind(&all), 2);
        assert_eq!(Inventory::of(&all), Inventory { sessions: 1, drafts: 0, others: 4 });
    }
}
