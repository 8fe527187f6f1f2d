//! What each variable of a story becomes: one of the two meters, a flag, or nothing.

use super::Named;
use super::ids::Ids;
use super::write::to_write;
use crate::cases::Role;
use crate::expression::Value;
use crate::markup::Set;
use crate::rows::{Fate, Place, Rows};
use scenario::Limits;
use std::collections::HashMap;

/// One place where a variable is set.
pub(crate) struct Setting<'e> {
    pub set: &'e Set,
    pub place: Place,
    /// Whether it is so before anything is decided.
    pub is_first: bool,
}

/// What a set does to a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Flag(usize),
    Meter(usize, i64),
}

/// What all variables become.
#[derive(Default)]
pub(crate) struct Variables {
    roles: HashMap<String, Role>,
    /// The flags: ids and what they mean.
    pub flags: Vec<(String, String)>,
    /// Where the meters start.
    pub starts: [i64; 2],
}

#[derive(Default)]
struct Known<'e> {
    first: Vec<&'e Setting<'e>>,
    is_ever_true: bool,
    is_other: bool,
}

/// Where a meter starts whose variable starts at 0 or below, or nowhere: a run breaks at 0.
const START: i64 = 5;

/// The most that a step or a response adds.
pub(super) const MOST: i64 = 1_000;

impl Variables {
    pub fn of(settings: &[Setting<'_>], named: [Named<'_>; 2], rows: &mut Rows) -> Self {
        let mut known: HashMap<&str, Known<'_>> = HashMap::new();
        let mut order: Vec<&str> = Vec::new();
        for setting in settings {
            let name = setting.set.assignment.name.as_str();
            let about = known.entry(name).or_insert_with(|| {
                order.push(name);
                Known::default()
            });
            match setting.set.assignment.value() {
                Some(Value::Truth(truth)) => about.is_ever_true |= truth,
                _ => about.is_other = true,
            }
            if setting.is_first {
                about.first.push(setting);
            }
        }
        let mut all = Variables { starts: [START; 2], ..Variables::default() };
        for (meter, Named { option, name }) in named.into_iter().enumerate() {
            let what = format!("--{option}");
            let Some(name) = name else {
                let why = format!("No variable is named with `{what}`, so nothing moves this meter.");
                rows.story(Fate::Changed, &what, why);
                continue;
            };
            let plain = name.trim().trim_start_matches('$');
            let Some(about) = known.get(plain) else {
                let near = scenario::nearest(plain, order.iter().copied());
                let near = near.map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
                rows.story(Fate::LeftOut, name, format!("The story sets no variable of this name.{near}"));
                continue;
            };
            all.meter(meter, plain, option, about, rows);
        }
        let mut ids = Ids::default();
        let mut others = Vec::new();
        for name in order {
            let Some(about) = known.get(name).filter(|_| !all.roles.contains_key(name)) else { continue };
            if about.is_other {
                others.push(name);
            } else if about.is_ever_true && all.flags.len() == Limits::FORMAT.flags {
                let why = format!("A scenario has at most {} flags.", Limits::FORMAT.flags);
                rows.story(Fate::LeftOut, &format!("${name}"), why);
            } else if about.is_ever_true {
                all.flag(name, about, &mut ids, rows);
            }
        }
        for name in others {
            let why = "It is neither one of the two meters nor only true or false: a scenario has no other variables.";
            rows.story(Fate::LeftOut, &format!("${name}"), why);
        }
        all
    }

    fn meter(&mut self, meter: usize, name: &str, option: &str, about: &Known<'_>, rows: &mut Rows) {
        let mut start = 0.0;
        for setting in &about.first {
            let what = &setting.set.source;
            match setting.set.assignment.value() {
                Some(Value::Number(number)) => start = number,
                Some(Value::More(more)) => start += more,
                _ => rows.left_out(setting.place, what, "A meter starts at a number."),
            }
        }
        let is_fit = start >= 1.0 && start <= MOST as f64 && start.fract() == 0.0;
        let shift =
            if is_fit || !start.is_finite() { 0 } else { START - (start.floor() as i64).clamp(-MOST, 2 * MOST) };
        let begins = if is_fit { start as i64 } else { START };
        if let Some(slot) = self.starts.get_mut(meter) {
            *slot = begins;
        }
        self.roles.insert(name.to_owned(), Role::Meter { meter, shift });
        for setting in &about.first {
            rows.carried(setting.place, &setting.set.source, format!("It is where {option} starts."));
        }
        match is_fit {
            true => rows.story(
                Fate::Carried,
                &format!("${name}"),
                format!("It is the meter {option}, and starts at {begins}."),
            ),
            false => {
                let why = format!(
                    "It is the meter {option}. A run breaks where a meter is at 0 or below, so it starts at {begins}, and what the \
                     story asks of it is moved by {shift}."
                );
                rows.story(Fate::Changed, &format!("${name}"), why);
            }
        }
    }

    fn flag(&mut self, name: &str, about: &Known<'_>, ids: &mut Ids, rows: &mut Rows) {
        let inverted = about.first.last().is_some_and(|first| first.set.assignment.value() == Some(Value::Truth(true)));
        let flag = self.flags.len();
        self.roles.insert(name.to_owned(), Role::Flag { flag, inverted });
        let (id, means, why) = match inverted {
            false => {
                (ids.of(name, "flag"), format!("what `{name}` means, as a sentence to the player"), "It is a flag.")
            }
            true => (
                ids.of(&format!("no longer {name}"), "flag"),
                format!("what it means that `{name}` is no longer so, as a sentence to the player"),
                "It is true from the start, so the flag is that it no longer is.",
            ),
        };
        rows.story(Fate::Changed, &format!("${name}"), format!("{why} Its sentence to the player is to be written."));
        self.flags.push((id, to_write(&means)));
        for setting in &about.first {
            rows.carried(setting.place, &setting.set.source, "A run starts so.");
        }
    }

    /// What a variable is in conditions.
    pub fn role(&self, name: &str) -> Option<Role> {
        self.roles.get(name).copied()
    }

    /// What a set does; or why it does nothing.
    pub fn done(&self, set: &Set) -> Result<Done, &'static str> {
        let value = set.assignment.value();
        match self.role(&set.assignment.name) {
            Some(Role::Flag { flag, inverted }) => match value {
                Some(Value::Truth(truth)) if truth != inverted => Ok(Done::Flag(flag)),
                _ => Err("Flags are set once and never taken back."),
            },
            Some(Role::Meter { meter, .. }) => match value {
                Some(Value::More(more)) if more.fract() == 0.0 && more.abs() <= MOST as f64 => {
                    Ok(Done::Meter(meter, more as i64))
                }
                Some(Value::Number(_)) => Err("After the start a meter is moved by a number, not set to one."),
                _ => Err("A meter is moved by a whole number that is known before the story is played."),
            },
            None => Err("It is neither one of the two meters nor only true or false."),
        }
    }
}
