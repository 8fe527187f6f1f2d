//! What a saved file adds to what is kept here.
//!
//! Nothing that is kept here is lost: what stands here stays, and what comes finds a place of its own beside it, or is
//! said to have stayed out. Only what the app itself could read is taken, and what a newer one may.

use crate::key::{ANSWERS, JOURNAL};
use crate::saved::run_of;
use crate::{
    Answers, Commitment, DraftPicture, Entry, Invitation, Key, KeyError, Packed, Reached, Reflecting, Reflections,
    SavedFile, SessionRecord, Settings, Source, is_newer, moment_key,
};
use play::Record;
use std::collections::{BTreeMap, BTreeSet};

/// The longest key, in bytes.
const LONGEST_KEY: usize = 300;

/// A moment that no clock of today comes to, in milliseconds since 1970.
const LATEST: u64 = 1_000_000_000_000_000;

/// What will be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is to be kept, in this order.
    pub puts: Vec<(String, String)>,
    /// How many runs are new.
    pub runs: usize,
    /// How many opened scenarios are new.
    pub scenarios: usize,
    /// How many answers are new.
    pub answers: usize,
    /// How many texts of the workbench are new.
    pub drafts: usize,
    /// How many other things are new.
    pub others: usize,
    /// What the new sessions of groups are called.
    pub sessions: Vec<String>,
    /// How many things stand here already.
    pub here: usize,
    /// How many things stand here in another form, which stays.
    pub stays: usize,
    /// The keys of what cannot be read.
    pub unread: Vec<String>,
}

/// What a key says that its value is.
enum Kind {
    Run(Source),
    Waiting,
    Reached,
    Journal(u64),
    Answers(u64),
    Scenario,
    /// A session of a group, and what it is called.
    Session(String),
    Draft,
    Other,
    /// What is open in which window, and what was told: this device's own affair.
    Device,
}

/// What is kept under a key, where the app can read it, or a newer one may.
fn kind(key: &str, value: &str) -> Option<Kind> {
    if key.len() > LONGEST_KEY || key.chars().any(char::is_control) {
        return None;
    }
    let key = match key.parse() {
        Ok(key) => key,
        Err(KeyError::Unknown) => return Some(Kind::Other),
        Err(KeyError::Malformed) => return None,
    };
    let newer = is_newer(value);
    Some(match key {
        Key::Windows | Key::OpenDraft | Key::OpenSession | Key::Console | Key::Newer => Kind::Device,
        Key::Opening | Key::Erased | Key::Phones => return None,
        // Whatever it is by now, it is one of its moment.
        Key::Journal(moment) | Key::Answers(moment) | Key::Commitment(moment) if !(1..LATEST).contains(&moment) => {
            return None;
        }
        Key::Journal(moment) if newer || value.parse::<Entry>().is_ok() => Kind::Journal(moment),
        Key::Answers(moment) if newer || value.parse::<Answers>().is_ok() => Kind::Answers(moment),
        // What could not be read once stays as it is.
        Key::Unreadable(_) | Key::FirstDraftFile => Kind::Other,
        _ if newer => Kind::Other,
        Key::Run(source) => run_of(&source, value).map(|_| Kind::Run(source))?,
        Key::Commitment(_) => value.parse::<Commitment>().ok().map(|_| Kind::Other)?,
        Key::Invitation(_) => value.parse::<Invitation>().ok().map(|_| Kind::Other)?,
        Key::Reflecting => value.parse::<Reflecting>().ok().map(|_| Kind::Other)?,
        Key::Reflections(_) => value.parse::<Reflections>().ok().map(|_| Kind::Other)?,
        Key::Waiting(_) => Kind::Waiting,
        Key::Reached(_) => value.parse::<Reached>().ok().map(|_| Kind::Reached)?,
        Key::Scenario(id) => Packed::scenario(value).filter(|it| *it.id() == id).map(|_| Kind::Scenario)?,
        Key::Settings => value.parse::<Settings>().ok().map(|_| Kind::Other)?,
        Key::Last => Source::from_key(value).map(|_| Kind::Other)?,
        Key::Session(id) => Kind::Session(session_name(&id, value)?),
        Key::Copy(id) => session_name(&id, value).map(|_| Kind::Other)?,
        Key::Picture(draft, file) => DraftPicture::of(&draft, &file, value).map(|_| Kind::Other)?,
        Key::Draft(_) | Key::FirstDraft if value.is_empty() => Kind::Other,
        Key::Draft(_) | Key::FirstDraft => Kind::Draft,
        Key::Journal(_) | Key::Answers(_) => return None,
    })
}

/// What a session is called, where the record is that session's.
fn session_name(id: &str, record: &str) -> Option<String> {
    record.parse().ok().filter(|session: &SessionRecord| session.head().id == id).map(|session| session.name())
}

impl Plan {
    /// What a file adds to what is kept here, at a moment in milliseconds since 1970.
    pub fn of(kept: &[(String, String)], file: &SavedFile, now: u64) -> Self {
        let mut plan = Plan::default();
        let mut here: BTreeMap<&str, &str> = BTreeMap::new();
        // One by one: what is collected at once is sorted first, by code of its own for each type.
        here.extend(kept.iter().map(|(key, value)| (&**key, &**value)));
        let [mut journal, mut answers] = [JOURNAL, ANSWERS].map(|kind| Moments::of(kind, &here));
        let mut runs = Vec::new();
        for (key, value) in &file.saved {
            match value.as_deref().and_then(|value| Some((value, kind(key, value)?))) {
                None => plan.unread.push(key.clone()),
                Some((value, Kind::Run(source))) => runs.push((key, value, source)),
                Some((value, Kind::Journal(moment))) => {
                    let added = usize::from(plan.add(&mut journal, moment, value));
                    *if is_newer(value) { &mut plan.others } else { &mut plan.runs } += added;
                }
                Some((value, Kind::Answers(moment))) => {
                    let added = usize::from(plan.add(&mut answers, moment, value));
                    *if is_newer(value) { &mut plan.others } else { &mut plan.answers } += added;
                }
                Some((_, Kind::Device)) => {}
                Some((value, kind)) => match here.get(&**key).copied() {
                    Some(same) if same == value => plan.here += 1,
                    Some(now) if matches!(kind, Kind::Reached) => plan.join(key, now, value),
                    // Which step waits belongs to the run that stands here.
                    Some(_) if matches!(kind, Kind::Waiting) => {}
                    Some(_) => plan.stays += 1,
                    None => {
                        plan.scenarios += usize::from(matches!(kind, Kind::Scenario));
                        plan.drafts += usize::from(matches!(kind, Kind::Draft));
                        plan.others += usize::from(matches!(kind, Kind::Other | Kind::Reached));
                        if let Kind::Session(name) = kind {
                            plan.sessions.push(name);
                        }
                        plan.puts.push((key.clone(), value.into()));
                    }
                },
            }
        }
        let mut noted: BTreeSet<String> = BTreeSet::new();
        noted.extend(journal.values().map(str::to_owned));
        for (key, value, source) in runs {
            let stands = here.get(&**key).copied();
            let entry = [&*source.key(), " ", value].concat();
            if stands == Some(value) {
                plan.here += 1;
            } else if stands.is_none_or(is_empty) {
                plan.runs += usize::from(!is_empty(value) && !noted.contains(&entry));
                plan.puts.push((key.clone(), value.into()));
                // What waits here is the start of a run that nobody played.
                let waiting = source.waiting_key();
                let came =
                    file.saved.iter().find(|(other, _)| *other == waiting).and_then(|(_, waits)| waits.as_deref());
                let gives_way = |now: &&str, came: &str| *now != came && !is_newer(now);
                if let Some(came) = came.filter(|came| here.get(&*waiting).is_some_and(|now| gives_way(now, came))) {
                    plan.puts.push((waiting, came.into()));
                }
            } else if is_empty(value) || noted.contains(&entry) {
                plan.here += 1;
            } else {
                // The run that stands here is gone on with; the other waits in the journal.
                plan.runs += usize::from(plan.add(&mut journal, now, &entry));
                noted.insert(entry);
            }
        }
        plan
    }

    /// Adds what belongs to a moment, or to the next that is free. False where it stands here already.
    fn add(&mut self, moments: &mut Moments, moment: u64, value: &str) -> bool {
        let Some(free) = moments.free(moment, value) else {
            self.here += 1;
            return false;
        };
        self.puts.push((moment_key(moments.kind, free), value.into()));
        moments.taken.insert(free, value.into());
        true
    }

    /// Joins the outcomes that were reached there to those that were reached here.
    fn join(&mut self, key: &str, here: &str, came: &str) {
        let Ok(mut all) = here.parse::<Reached>() else {
            self.stays += 1;
            return;
        };
        let came: Reached = came.parse().unwrap_or_default();
        let added = came.0.into_iter().filter(|outcome| all.add(*outcome)).count();
        if added == 0 {
            self.here += 1;
            return;
        }
        self.others += 1;
        self.puts.push((key.into(), all.to_text()));
    }

    /// Whether there is something to do.
    pub fn adds(&self) -> bool {
        !self.puts.is_empty()
    }
}

/// What stands at moments: runs in the journal, or answers.
struct Moments {
    kind: &'static str,
    taken: BTreeMap<u64, String>,
}

impl Moments {
    /// What is kept of a kind.
    fn of(kind: &'static str, here: &BTreeMap<&str, &str>) -> Self {
        let taken = here.iter().filter_map(|(key, value)| {
            let moment = match key.parse() {
                Ok(Key::Journal(moment)) if kind == JOURNAL => moment,
                Ok(Key::Answers(moment)) if kind == ANSWERS => moment,
                _ => return None,
            };
            Some((moment, (*value).to_owned()))
        });
        Moments { kind, taken: taken.collect() }
    }

    fn values(&self) -> impl Iterator<Item = &str> {
        self.taken.values().map(String::as_str)
    }

    /// The first free moment from one on; `None` where the value itself stands before it.
    fn free(&self, from: u64, value: &str) -> Option<u64> {
        let mut free = from;
        for (moment, there) in self.taken.range(from..) {
            if *moment > free {
                break;
            }
            if there == value {
                return None;
            }
            free = moment.saturating_add(1);
        }
        Some(free)
    }
}

/// Whether nothing was decided in a run.
fn is_empty(line: &str) -> bool {
    Record::from_line(line).is_some_and(|record| record.responses.is_empty())
}
