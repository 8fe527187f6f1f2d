//! What an exported file adds to what is kept here.
//!
//! Nothing that is kept here is lost: what stands here stays, and what comes finds a place of its own beside it, or is
//! said to have stayed out. Only what the app itself could read is taken.

use super::ask::{Kept, Told};
use super::runs;
use crate::app::{Settings, Source, packed_bytes};
use crate::pages::debrief::model::Answers;
use play::Record;
use scenario::{Id, Outcome, pack};
use session::Head;
use std::collections::{BTreeMap, BTreeSet};

/// The format of a file that is exported here.
const FORMAT: u32 = 1;

/// The most things that a file may hold, far beyond what a browser has room for.
const MOST: usize = 5_000;

/// The longest key, in bytes.
const LONGEST_KEY: usize = 300;

/// A moment that no clock of today comes to, in milliseconds since 1970.
const LATEST: u64 = 1_000_000_000_000_000;

/// Why a file is refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is no JSON, or not an object with what is needed.
    Broken,
    /// It is something else's.
    Other,
    /// A newer version made it.
    Newer,
    /// It is larger than anything that was ever exported.
    TooLarge,
}

/// What will be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// What is to be kept, in this order.
    pub puts: Vec<(String, String)>,
    /// How many runs, opened scenarios, answers, texts of the workbench and other things are new.
    pub runs: usize,
    pub scenarios: usize,
    pub answers: usize,
    pub drafts: usize,
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
    /// What is open in which window: this device's own affair.
    Window,
}

/// What is kept under a key, where the app can read it.
fn kind(key: &str, value: &str) -> Option<Kind> {
    if key.len() > LONGEST_KEY || key.chars().any(char::is_control) {
        return None;
    }
    let (first, rest) = key.split_once('/').unwrap_or((key, ""));
    let source = || Source::from_key(rest);
    let moment = || moment_of(rest).filter(|moment| (1..LATEST).contains(moment));
    match first {
        "run" => {
            let source = source()?;
            let record = Record::from_line(value)?;
            (record.scenario == *source.id()).then_some(Kind::Run(source))
        }
        "waiting" => source().map(|_| Kind::Waiting),
        "reached" => source().filter(|_| outcomes(value).is_some()).map(|_| Kind::Reached),
        "journal" => runs::read(value).and_then(|_| moment()).map(Kind::Journal),
        "self" => Answers::from_text(value).and_then(|_| moment()).map(Kind::Answers),
        "scenario" => {
            let id = Id::new(rest)?;
            let scenario = pack::unpack_untrusted(&packed_bytes(value)?)?;
            (*scenario.id() == id).then_some(Kind::Scenario)
        }
        "settings" if rest.is_empty() => Settings::from_text(value).map(|_| Kind::Other),
        "last" if rest.is_empty() => Source::from_key(value).map(|_| Kind::Other),
        "room" => match rest.split_once('/') {
            Some((kind @ ("session" | "copy"), id)) => {
                let head = Head::of(value).ok().filter(|head| head.id == id)?;
                let name = Head::label(value).filter(|label| !label.is_empty());
                let name = name.unwrap_or_else(|| head.scenario.to_string());
                Some(if kind == "session" { Kind::Session(name) } else { Kind::Other })
            }
            _ => Some(Kind::Window),
        },
        "author" if rest == "windows" => Some(Kind::Window),
        "author" if is_draft(key) && !value.is_empty() => Some(Kind::Draft),
        // What could not be read once stays as it is.
        "author" | "unreadable" => Some(Kind::Other),
        _ => None,
    }
}

/// Whether a text of the workbench is kept under a key, and not what belongs to one.
pub(crate) fn is_draft(key: &str) -> bool {
    key == "author/text" || key.starts_with("author/draft/")
}

fn outcomes(value: &str) -> Option<Vec<Outcome>> {
    value.split_ascii_whitespace().map(Outcome::from_name).collect()
}

impl Plan {
    /// What a file that was told of adds.
    pub fn of(told: &Told) -> Result<Self, Refusal> {
        let [name, format] = [0, 1].map(|at| told.file.get(at).map(String::as_str).unwrap_or_default());
        match (name, format.parse::<u32>()) {
            ("too-large", _) => return Err(Refusal::TooLarge),
            ("broken", _) => return Err(Refusal::Broken),
            ("two-hats", Ok(FORMAT)) => {}
            ("two-hats", Ok(newer)) if newer > FORMAT => return Err(Refusal::Newer),
            ("two-hats", _) => return Err(Refusal::Broken),
            _ => return Err(Refusal::Other),
        }
        if told.came.len() > MOST {
            return Err(Refusal::TooLarge);
        }
        let mut plan = Plan::default();
        let mut here: BTreeMap<&str, &str> = BTreeMap::new();
        // One by one: what is collected at once is sorted first, by code of its own for each type.
        here.extend(told.all().iter().map(|Kept { key, value, .. }| (&**key, &**value)));
        let [mut journal, mut answers] = ["journal", "self"].map(|kind| Moments::of(kind, &here));
        let mut runs = Vec::new();
        for (key, value) in &told.came {
            match value.as_deref().and_then(|value| Some((value, kind(key, value)?))) {
                None => plan.unread.push(key.clone()),
                Some((value, Kind::Run(source))) => runs.push((key, value, source)),
                Some((value, Kind::Journal(moment))) => {
                    let added = plan.add(&mut journal, moment, value);
                    plan.runs += usize::from(added);
                }
                Some((value, Kind::Answers(moment))) => {
                    let added = plan.add(&mut answers, moment, value);
                    plan.answers += usize::from(added);
                }
                Some((_, Kind::Window)) => {}
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
            let now = here.get(&**key).copied();
            let entry = format!("{} {value}", source.key());
            if now == Some(value) {
                plan.here += 1;
            } else if now.is_none_or(is_empty) {
                plan.runs += usize::from(!is_empty(value) && !noted.contains(&entry));
                plan.puts.push((key.clone(), value.into()));
                // What waits here is the start of a run that nobody played.
                let waiting = format!("waiting/{}", source.key());
                let came =
                    told.came.iter().find(|(other, _)| *other == waiting).and_then(|(_, waits)| waits.as_deref());
                if let Some(came) = came.filter(|came| here.get(&*waiting).is_some_and(|now| now != came)) {
                    plan.puts.push((waiting, came.into()));
                }
            } else if is_empty(value) || noted.contains(&entry) {
                plan.here += 1;
            } else {
                // The run that stands here is gone on with; the other waits in the journal.
                plan.runs += usize::from(plan.add(&mut journal, told.now, &entry));
                noted.insert(entry);
            }
        }
        Ok(plan)
    }

    /// Adds what belongs to a moment, or to the next that is free. False where it stands here already.
    fn add(&mut self, moments: &mut Moments, moment: u64, value: &str) -> bool {
        let Some(free) = moments.free(moment, value) else {
            self.here += 1;
            return false;
        };
        self.puts.push((format!("{}/{free}", moments.kind), value.into()));
        moments.taken.insert(free, value.into());
        true
    }

    /// Joins the outcomes that were reached there to those that were reached here.
    fn join(&mut self, key: &str, here: &str, came: &str) {
        let Some(mut all) = outcomes(here) else {
            self.stays += 1;
            return;
        };
        let new: Vec<Outcome> =
            outcomes(came).unwrap_or_default().into_iter().filter(|outcome| !all.contains(outcome)).collect();
        if new.is_empty() {
            self.here += 1;
            return;
        }
        for outcome in new {
            if !all.contains(&outcome) {
                all.push(outcome);
            }
        }
        let names: Vec<&str> = all.into_iter().map(Outcome::name).collect();
        self.others += 1;
        self.puts.push((key.into(), names.join(" ")));
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
            let rest = key.strip_prefix(kind)?.strip_prefix('/')?;
            Some((moment_of(rest)?, (*value).to_owned()))
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

/// The moment that a key's end spells, in the one way that the app spells it.
fn moment_of(text: &str) -> Option<u64> {
    text.parse().ok().filter(|moment: &u64| moment.to_string() == text)
}

/// Whether nothing was decided in a run.
fn is_empty(line: &str) -> bool {
    Record::from_line(line).is_some_and(|record| record.responses.is_empty())
}
