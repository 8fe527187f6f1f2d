//! The short code by which people come in who cannot scan: only while the door is open, and hard to guess.
//!
//! It knows no clock and no chance: the time, in milliseconds, and new codes come with each call.

use std::fmt;

/// How long after a wrong code none is looked at, in milliseconds, whoever sends it.
pub const PAUSE: u64 = 1_000;

/// How many wrong codes there may be before another takes the code's place.
pub const WRONG: u32 = 20;

/// How long a door stays open after the facilitator's page was last heard of, in milliseconds. A page in the background
/// may have a turn once a minute only.
pub const LEASE: u64 = 180_000;

/// The longest link that a code stands for, in bytes.
pub const LONGEST_LINK: usize = 256;

/// Six signs that are hard to take for one another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code([u8; Code::LENGTH]);

impl Code {
    /// How many signs a code has.
    pub const LENGTH: usize = 6;

    /// The 30 signs: no I, L, O, U, 0 or 1.
    pub const SIGNS: &'static [u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// A code by chance, a byte at a time; none where there is no chance.
    pub fn by_chance(mut byte: impl FnMut() -> Option<u8>) -> Option<Self> {
        let mut signs = [0; Code::LENGTH];
        for sign in &mut signs {
            // The last bytes are left out, so that all signs are equally likely.
            let lot = loop {
                let lot = usize::from(byte()?);
                if lot < 256 / Code::SIGNS.len() * Code::SIGNS.len() {
                    break lot;
                }
            };
            *sign = Code::SIGNS[lot % Code::SIGNS.len()];
        }
        Some(Code(signs))
    }

    /// The code that somebody typed: in any case, with spaces or hyphens in it.
    pub fn typed(text: &str) -> Option<Self> {
        let signs: Vec<u8> = text.bytes().filter(|sign| !matches!(sign, b' ' | b'-')).take(Code::LENGTH + 1).collect();
        let signs: [u8; Code::LENGTH] = signs.to_ascii_uppercase().try_into().ok()?;
        signs.iter().all(|sign| Code::SIGNS.contains(sign)).then_some(Code(signs))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|sign| fmt::Write::write_char(f, char::from(*sign)))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The door of the room.
#[derive(Debug, Default)]
pub struct Door {
    open: Option<Open>,
    /// Before this, no code is looked at.
    quiet_until: u64,
    renewed: u32,
}

#[derive(Debug)]
struct Open {
    code: Code,
    link: String,
    since: u64,
    until: u64,
    wrong: u32,
}

/// What came of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is right: the link that it stands for.
    Right(String),
    /// It is wrong.
    Wrong,
    /// A wrong one came less than a second ago, from whomever: this one was not looked at.
    TooSoon,
    /// The door is shut.
    Shut,
}

/// What the facilitator is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The code, while the door is open.
    pub code: Option<Code>,
    /// How many wrong ones came for it.
    pub wrong: u32,
    /// How often another took a code's place because too many wrong ones came.
    pub renewed: u32,
}

impl Door {
    /// Opens the door, or keeps it open. The code stays while the link does.
    ///
    /// False where the link is too long, is none of plain signs, or there is no code: the door stays as it was.
    pub fn open(&mut self, now: u64, link: &str, fresh: impl FnOnce() -> Option<Code>) -> bool {
        let plain = !link.is_empty() && link.len() <= LONGEST_LINK && link.bytes().all(|sign| sign.is_ascii_graphic());
        if !plain {
            return false;
        }
        self.look(now);
        let until = now.saturating_add(LEASE);
        match &mut self.open {
            Some(open) if open.link == link => open.until = until,
            _ => match fresh() {
                Some(code) => self.open = Some(Open { code, link: link.to_owned(), since: now, until, wrong: 0 }),
                None => return false,
            },
        }
        true
    }

    /// Shuts the door: the code is worth nothing from now on.
    pub fn shut(&mut self) {
        self.open = None;
    }

    /// What the facilitator is told, whose page is there and so keeps an open door open.
    pub fn tell(&mut self, now: u64) -> Told {
        self.look(now);
        if let Some(open) = &mut self.open {
            open.until = now.saturating_add(LEASE);
        }
        let (code, wrong) = self.open.as_ref().map_or((None, 0), |open| (Some(open.code), open.wrong));
        Told { code, wrong, renewed: self.renewed }
    }

    /// For how long the door has been open, in milliseconds; none where it is shut.
    pub fn open_for(&mut self, now: u64) -> Option<u64> {
        self.look(now);
        self.open.as_ref().map(|open| now.saturating_sub(open.since))
    }

    /// Tries what somebody typed.
    pub fn attempt(&mut self, now: u64, typed: &str, fresh: impl FnOnce() -> Option<Code>) -> Tried {
        self.look(now);
        let Some(open) = &mut self.open else { return Tried::Shut };
        if now < self.quiet_until {
            return Tried::TooSoon;
        }
        if Code::typed(typed) == Some(open.code) {
            return Tried::Right(open.link.clone());
        }
        self.quiet_until = now.saturating_add(PAUSE);
        open.wrong += 1;
        if open.wrong >= WRONG {
            self.renewed += 1;
            match fresh() {
                Some(code) => (open.code, open.wrong) = (code, 0),
                None => self.open = None,
            }
        }
        Tried::Wrong
    }

    fn look(&mut self, now: u64) {
        if self.open.as_ref().is_some_and(|open| now >= open.until) {
            self.open = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        Code::typed(text).expect("a code")
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(code(" k3v-8tq"), code("K3V8TQ"));
        for none in ["", "K3V8T", "K3V8TQ2", "K3V8TO", "K3V8T1", "K3V8Tü", &"K".repeat(10_000)] {
            assert_eq!(Code::typed(none), None);
        }
    }

    #[test]
    fn all_signs_are_equally_likely() {
        let mut bytes = (0..=255_u8).cycle().take(256 * 6);
        let mut counts = [0; 30];
        while let Some(code) = Code::by_chance(|| bytes.next()) {
            code.0.iter().for_each(|sign| counts[Code::SIGNS.iter().position(|one| one == sign).expect("a sign")] += 1);
        }
        assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
    }

    #[test]
    fn a_door_opens_for_its_code_alone_and_shuts() {
        let mut door = Door::default();
        assert_eq!(door.attempt(0, "K3V8TQ", || None), Tried::Shut);
        assert!(door.open(0, "abc", || Some(code("K3V8TQ"))) && door.open(1, "abc", || None));
        assert_eq!(door.attempt(2, "k3v 8tq", || None), Tried::Right("abc".into()));
        assert_eq!(door.attempt(3, "222222", || None), Tried::Wrong);
        assert_eq!(door.attempt(1_002, "K3V8TQ", || None), Tried::TooSoon);
        assert_eq!(door.attempt(1_003, "K3V8TQ", || None), Tried::Right("abc".into()));
        door.shut();
        assert_eq!(door.attempt(9_000, "K3V8TQ", || None), Tried::Shut);
    }

    #[test]
    fn a_door_shuts_where_nothing_is_heard_of_the_facilitator() {
        let mut door = Door::default();
        assert!(door.open(0, "abc", || Some(code("K3V8TQ"))));
        assert!(door.tell(LEASE - 1).code.is_some());
        assert!(door.tell(2 * LEASE - 2).code.is_some());
        assert_eq!(door.attempt(3 * LEASE - 2, "K3V8TQ", || None), Tried::Shut);
    }

    #[test]
    fn another_link_has_another_code_and_a_bad_one_changes_nothing() {
        let mut door = Door::default();
        assert!(door.open(0, "abc", || Some(code("K3V8TQ"))));
        for link in ["", "a b", "a\nb", "ü", &"x".repeat(LONGEST_LINK + 1)] {
            assert!(!door.open(0, link, || Some(code("222222"))));
        }
        assert_eq!(door.tell(0).code, Some(code("K3V8TQ")));
        assert!(door.open(0, "abd", || Some(code("222222"))));
        assert_eq!(door.attempt(0, "K3V8TQ", || None), Tried::Wrong);
    }
}
