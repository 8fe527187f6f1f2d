//! What the browser's page asks for, as a text: the debrief's bundle takes texts and gives texts, so that nothing of a
//! browser need be known in it.
//!
//! The first line says what is asked, in fields between tabs: `page`, `self`, `svg`, `text`, or `all` (page, picture and
//! text, with [`APART`] between them, so that what is counted is counted once) or `wait`; the name of the scenario's source;
//! the page's own address up to the `#`, empty where nobody else could open it; the run, as its record or its code; which
//! other run stands beside it; `plain` where nothing is to be counted. Each further line is something that is kept, the
//! newest first: `journal` or `self`, its day, its value.

use super::data::View;
use super::{About, en};
use crate::template::{Data, page, plain};
use analysis::Prospects;
use analysis::debrief::Debrief;
use library::Answers;
use play::{Code, NotThis, Record, Run};
use scenario::{Id, Scenario, pack};
use std::rc::Rc;

/// Between the parts of an answer.
pub const APART: &str = "\0";

/// How many states are counted at most: on a slow phone some seconds of work, and 60 MB.
pub const STATE_LIMIT: usize = 300_000;

/// The answer to what a page asks about a run of a packed scenario; an empty pack stands for one that is not there.
pub fn answer(packed: &[u8], ask: &str) -> String {
    read(packed, ask).unwrap_or_else(|sorry| page(en::SORRY, &sorry))
}

fn read(packed: &[u8], ask: &str) -> Result<String, Sorry> {
    let (first, kept) = ask.split_once('\n').unwrap_or((ask, ""));
    let mut fields = first.split('\t');
    let mut field = || fields.next().unwrap_or_default();
    let [what, key, base, text, beside, how] = [(); 6].map(|()| field());
    if what == "wait" {
        return Ok(en::WAIT.into());
    }
    let id = Id::new(key.strip_prefix("own/").unwrap_or(key)).filter(|_| !packed.is_empty());
    let id = id.ok_or(Sorry("not-there"))?;
    // Nothing pins which version a link asks for, so that a pack may be anybody's.
    let scenario = pack::unpack_untrusted(packed).filter(|scenario| *scenario.id() == id);
    let scenario = scenario.map(Rc::new).ok_or(Sorry("failed"))?;
    let (run, told) = run(text, &scenario)?;
    let counts = what != "self" && how != "plain";
    let prospects = counts.then(|| Prospects::of(&scenario, STATE_LIMIT).ok()).flatten();
    let about = About {
        run: &run,
        debrief: prospects.map(|prospects| Debrief::of(&run, &prospects)),
        key,
        base,
        alone: !told,
        others: others(&run, key, kept),
        beside: beside.parse().ok(),
        answers: of(kept, "self").filter_map(|(day, value)| Some((day.into(), Answers::from_text(value)?))).collect(),
    };
    let view = View::of(&about);
    let drawn = |parts: &[&'static str]| parts.iter().map(|part| page(part, &view)).collect::<String>();
    let whole = || {
        let verdict = if told { String::new() } else { drawn(&[en::VERDICT]) };
        verdict + &drawn(&[en::MAP_HEAD, en::MAP, en::PAGE, en::SELF_CHECK, en::KEEP])
    };
    let picture = || drawn(&[en::PICTURE, en::MAP]) + "</g></svg>";
    let summary = || plain(en::SUMMARY, &view);
    Ok(match what {
        "text" => summary(),
        "self" => drawn(&[en::SELF_CHECK]),
        "svg" => picture(),
        "all" => [whole(), picture(), summary()].join(APART),
        _ => whole(),
    })
}

/// The run that is asked about, and whether the game's own page has told how it ended.
fn run(text: &str, scenario: &Rc<Scenario>) -> Result<(Run, bool), Sorry> {
    let Some(record) = Record::from_line(text) else {
        return match Code::read(text, scenario) {
            Ok(run) => Ok((run, false)),
            Err(NotThis::OtherVersion) => Err(Sorry("other-version")),
            Err(_) => Err(Sorry("cut-short")),
        };
    };
    finished(&record, scenario).map(|run| (run, true)).ok_or(Sorry("other-version"))
}

/// The run of a record that fits whole, and has ended.
fn finished(record: &Record, scenario: &Rc<Scenario>) -> Option<Run> {
    let replay = record.replay(Rc::clone(scenario)).ok()?;
    (replay.stop.is_none() && replay.run.ending().is_some()).then_some(replay.run)
}

/// What is kept of a kind: each thing's day and value.
fn of<'k>(kept: &'k str, kind: &'static str) -> impl Iterator<Item = (&'k str, &'k str)> {
    kept.split('\n').filter_map(move |line| line.strip_prefix(kind)?.strip_prefix('\t')?.split_once('\t'))
}

/// The other runs of the scenario that are kept, each with its name.
fn others(run: &Run, key: &str, kept: &str) -> Vec<(String, Run)> {
    let this = Record::of(run);
    let others = of(kept, "journal").filter_map(|(day, value)| {
        let (of, line) = value.split_once(' ')?;
        let record = Record::from_line(line).filter(|record| of == key && *record != this)?;
        let other = finished(&record, run.scenario())?;
        Some((format!("{day}: \u{2068}{}\u{2069}", other.variant()?.title), other))
    });
    others.collect()
}

/// Why there is no debrief: a key of the page that says so.
struct Sorry(&'static str);

impl Data for Sorry {
    fn text(&self, _: &str, _: &[usize]) -> String {
        String::new()
    }

    fn count(&self, _: &str, _: &[usize]) -> usize {
        0
    }

    fn holds(&self, key: &str, _: &[usize]) -> bool {
        key == self.0
    }
}
