//! A session as it is kept: lines of text, one act a line, with tabs between an act's parts.
//!
//! The first line says what it is and its version, the second whose it is, how often it was changed, and what its
//! self-ratings come to: those of other devices, and those that were counted here. Acts that were undone stand at the
//! end, marked by a `~`, the last undone last.

use super::{Act, Decides, Length, Means, Mode, Note, Session, Stamped};
use scenario::{Fingerprint, Id};
use std::error::Error;
use std::fmt::{self, Write};

/// The first line, with the version of what follows.
const MARK: &str = "two-hats session 1";

/// The first line of a record with acts that a game of the first version does not know: it leaves such a record alone.
const MARK_2: &str = "two-hats session 2";

/// The acts that came with the second version.
const OF_2: [&str; 2] = ["decides", "debrief"];

/// The version of the rule that [`Decides`] speaks of: a record of another rule would not come to the same.
const HABIT: &str = "1";

/// The first line of a record with these acts, each known by its first word.
pub(super) fn mark<'a>(mut acts: impl Iterator<Item = &'a str>) -> &'static str {
    if acts.any(|act| OF_2.contains(&act)) { MARK_2 } else { MARK }
}

/// What the line of a session's head ends with where its scenario was opened from a file.
const OWN: &str = "\town";

/// A second that no clock of today comes to: whoever wrote a later one made it up.
const LATEST: u64 = 1_000_000_000_000;

/// More changes than anybody makes: whoever counted more made them up.
const MOST_CHANGES: u64 = 1_000_000_000;

/// What a session is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its id, a word of letters and digits.
    pub id: String,
    /// The scenario's id.
    pub scenario: Id,
    /// The fingerprint of the scenario as it was played.
    pub fingerprint: Fingerprint,
    /// When it began, in seconds since 1970.
    pub began: u64,
    /// Whether the scenario was opened from a file, and is not the shipped one of its id.
    pub own: bool,
    /// How often it was changed; 0 in records that do not say.
    pub revision: u64,
    /// What self-ratings came to that were counted on another device.
    pub means: Means,
}

/// Why a text is not taken for a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no record of a session.
    NoRecord,
    /// It is a record of a version that is not known here.
    OtherVersion,
    /// It is of another scenario.
    OtherScenario,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unreadable::NoRecord => "the text is no record of a session",
            Unreadable::OtherVersion => "the session was recorded by another version",
            Unreadable::OtherScenario => "the session is of another scenario",
        })
    }
}

impl Error for Unreadable {}

/// The words of the acts, as they are written.
const NOTES: [&str; 3] = ["commitment", "plus", "delta"];

impl Session {
    /// The record of the session.
    pub fn record(&self) -> String {
        let acts = self.acts.iter().map(|stamped| ("", stamped));
        let acts = acts.chain(self.undone.iter().map(|stamped| ("~", stamped)));
        let lines: Vec<_> = acts.map(|(undone, stamped)| (undone, stamped.at, act_line(&stamped.act))).collect();
        let mark = mark(lines.iter().filter_map(|(_, _, line)| line.split('\t').next()));
        let mut record = format!("{mark}\n{}\n", head_line(&self.head, Some(&self.state().means())));
        for (undone, at, line) in lines {
            // Writing to a string does not fail.
            let _ = writeln!(record, "{undone}{at}\t{line}");
        }
        record
    }
}

impl Head {
    /// The head of a record.
    ///
    /// # Errors
    /// [`Unreadable`] where it is no record, or of a version that is not known.
    pub fn of(record: &str) -> Result<Self, Unreadable> {
        let mut lines = record.lines();
        match lines.next() {
            Some(MARK | MARK_2) => {}
            Some(line) if line.starts_with("two-hats session ") => return Err(Unreadable::OtherVersion),
            _ => return Err(Unreadable::NoRecord),
        }
        lines.next().and_then(head).ok_or(Unreadable::NoRecord)
    }

    /// The last name that a record's session was given; it can be read without the scenario.
    pub fn label(record: &str) -> Option<String> {
        let labels = record.lines().skip(2).filter(|line| !line.starts_with('~'));
        labels.filter_map(|line| plain(line.split_once('\t')?.1.strip_prefix("label\t")?)).last()
    }
}

/// A line of a record: whether the act was undone, and the act where it is known.
type Line = (bool, Option<Stamped>);

/// Reads a record.
pub(super) fn read(record: &str) -> Result<(Head, Vec<Line>), Unreadable> {
    let head = Head::of(record)?;
    // What ends without a line's end was cut within its last line.
    let whole = record.rfind('\n').map_or("", |end| &record[..end]);
    Ok((head, whole.lines().skip(2).map(line).collect()))
}

fn head(line: &str) -> Option<Head> {
    let mut parts = line.split('\t');
    let id = parts.next().filter(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))?;
    let (scenario, fingerprint) = (Id::new(parts.next()?)?, Fingerprint::parse(parts.next()?)?);
    let began = second(parts.next()?)?;
    // What follows did not always stand there.
    let revision = parts.next().and_then(|word| word.parse().ok()).filter(|changes| *changes <= MOST_CHANGES);
    let means = parts.next().and_then(means_of).unwrap_or_default();
    let revision = revision.unwrap_or(0);
    Some(Head { id: id.into(), scenario, fingerprint, began, own: line.ends_with(OWN), revision, means })
}

/// The line of a head, with what the self-ratings of this device come to.
pub(super) fn head_line(head: &Head, now: Option<&Means>) -> String {
    let Head { id, scenario, fingerprint, began, own, revision, means } = head;
    let now = now.map(|now| format!("\t{}", means_line(now))).unwrap_or_default();
    let (brought, own) = (means_line(means), if *own { OWN } else { "" });
    format!("{id}\t{scenario}\t{fingerprint}\t{began}\t{revision}\t{brought}{now}{own}")
}

/// What the self-ratings of a record come to that was written on this device; it can be read without the scenario.
pub(super) fn means_now(record: &str) -> Option<Means> {
    record.lines().nth(1)?.split('\t').nth(6).and_then(means_of)
}

/// Means as they are shown to all, in tenths: before play, then after it.
fn means_line(means: &Means) -> String {
    let words = means.iter().flatten().map(|mean| mean.map_or("-".into(), |mean| ((mean + 5) / 10).to_string()));
    words.collect::<Vec<_>>().join(",")
}

fn means_of(words: &str) -> Option<Means> {
    let mut means = Means::default();
    let mut words = words.split(',');
    for mean in means.iter_mut().flatten() {
        let tenths = words.next()?.parse().ok().filter(|tenths| (10..=50).contains(tenths));
        *mean = tenths.map(|tenths: u32| tenths * 10);
    }
    Some(means)
}

/// A time, in seconds since 1970.
fn second(word: &str) -> Option<u64> {
    word.parse().ok().filter(|second| *second <= LATEST)
}

fn line(line: &str) -> Line {
    let (undone, line) = line.strip_prefix('~').map_or((false, line), |line| (true, line));
    let stamped = || {
        let (at, act) = line.split_once('\t')?;
        Some(Stamped { at: second(at)?, act: act_of(act)? })
    };
    (undone, stamped())
}

fn act_line(act: &Act) -> String {
    let number = |flag: &bool| u8::from(*flag);
    match act {
        Act::Label(label) => format!("label\t{}", escaped(label)),
        Act::People(people) => format!("people\t{people}"),
        Act::Length(length) => format!("length\t{}", length.minutes()),
        Act::Mode(Mode::Room) => "mode\troom".into(),
        Act::Mode(Mode::Teams) => "mode\tteams".into(),
        Act::Hats(hats) => format!("hats\t{}", number(hats)),
        Act::Decides(Decides::All) => format!("decides\t{HABIT}\tall"),
        Act::Decides(Decides::These(steps)) => {
            let steps: String = steps.iter().map(|step| format!("\t{step}")).collect();
            format!("decides\t{HABIT}\tthese{steps}")
        }
        Act::Debrief(minutes) => format!("debrief\t{minutes}"),
        Act::Next => "next".into(),
        Act::Back => "back".into(),
        Act::ToDebrief => "to-debrief".into(),
        Act::Votes(response, count) => format!("votes\t{response}\t{count}"),
        Act::Talk => "talk".into(),
        Act::Pick(None) => "pick".into(),
        Act::Pick(Some(response)) => format!("pick\t{response}"),
        Act::TakeBack => "take-back".into(),
        Act::Rate(scale, value, count) => format!("rate\t{scale}\t{value}\t{count}"),
        Act::Team(name, code) => format!("team\t{}\t{}", escaped(name), escaped(code)),
        Act::DropTeam(team) => format!("drop-team\t{team}"),
        Act::Focus(team) => format!("focus\t{team}"),
        Act::Stop(stop) => format!("stop\t{stop}"),
        Act::WhatIf(None) => "what-if".into(),
        Act::WhatIf(Some((decision, response))) => format!("what-if\t{decision}\t{response}"),
        Act::Write(note, text) => format!("write\t{}\t{}", NOTES[*note as usize], escaped(text)),
        Act::Strike(note, at) => format!("strike\t{}\t{at}", NOTES[*note as usize]),
        Act::Blank(blank) => format!("blank\t{}", number(blank)),
        Act::Extend(seconds) => format!("extend\t{seconds}"),
        Act::Pause => "pause".into(),
        Act::Go => "go".into(),
    }
}

fn act_of(line: &str) -> Option<Act> {
    let parts: Vec<&str> = line.split('\t').collect();
    let flag = |word: &str| match word {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    };
    Some(match parts[..] {
        ["label", label] => Act::Label(plain(label)?),
        ["people", people] => Act::People(people.parse().ok()?),
        ["length", minutes] => Act::Length(Length::of(minutes.parse().ok()?)?),
        ["mode", "room"] => Act::Mode(Mode::Room),
        ["mode", "teams"] => Act::Mode(Mode::Teams),
        ["hats", hats] => Act::Hats(flag(hats)?),
        ["decides", HABIT, "all"] => Act::Decides(Decides::All),
        ["decides", HABIT, "these", ref steps @ ..] => {
            Act::Decides(Decides::These(steps.iter().map(|step| Id::new(step)).collect::<Option<_>>()?))
        }
        ["debrief", minutes] => Act::Debrief(minutes.parse().ok()?),
        ["next"] => Act::Next,
        ["back"] => Act::Back,
        ["to-debrief"] => Act::ToDebrief,
        ["votes", response, count] => Act::Votes(Id::new(response)?, count.parse().ok()?),
        ["talk"] => Act::Talk,
        ["pick"] => Act::Pick(None),
        ["pick", response] => Act::Pick(Some(Id::new(response)?)),
        ["take-back"] => Act::TakeBack,
        ["rate", scale, value, count] => Act::Rate(scale.parse().ok()?, value.parse().ok()?, count.parse().ok()?),
        ["team", name, code] => Act::Team(plain(name)?, plain(code)?),
        ["drop-team", team] => Act::DropTeam(team.parse().ok()?),
        ["focus", team] => Act::Focus(team.parse().ok()?),
        ["stop", stop] => Act::Stop(stop.parse().ok()?),
        ["what-if"] => Act::WhatIf(None),
        ["what-if", decision, response] => Act::WhatIf(Some((decision.parse().ok()?, response.parse().ok()?))),
        ["write", note, text] => Act::Write(note_of(note)?, plain(text)?),
        ["strike", note, at] => Act::Strike(note_of(note)?, at.parse().ok()?),
        ["blank", blank] => Act::Blank(flag(blank)?),
        ["extend", seconds] => Act::Extend(seconds.parse().ok()?),
        ["pause"] => Act::Pause,
        ["go"] => Act::Go,
        _ => return None,
    })
}

fn note_of(word: &str) -> Option<Note> {
    NOTES.iter().position(|known| *known == word).map(|at| Note::ALL[at])
}

/// A text on one line, without tabs.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out
}

fn plain(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        out.push(match character {
            '\\' => match characters.next()? {
                '\\' => '\\',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                _ => return None,
            },
            other => other,
        });
    }
    Some(out)
}
