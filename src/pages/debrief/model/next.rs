//! Which story comes next, and why; and which endings were found.

use super::Other;
use super::concept::short_concept;
use library::Source;
use play::{Record, Run, variant};
use scenario::{Concept, Id, Outcome};

/// A story of the game's own, as its list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// The concepts that it practises.
    pub concepts: Vec<Concept>,
}

/// The stories of the list: a line each, its id, version, title and concepts between tabs. What is no such line is left
/// out, as of a host's own page that answers everything.
pub(super) fn listed(list: &str) -> Vec<Listed> {
    let row = |line: &str| {
        let [id, _, title, concepts] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
        let concepts = concepts.split(' ').filter_map(Concept::new).collect();
        Some(Listed { id: Id::new(id)?, title: title.into(), concepts })
    };
    list.split('\n').filter_map(row).collect()
}

/// The story that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Whether it was never played to an end here.
    pub new: bool,
    /// The concept that was short, where it practises that.
    pub trains: Option<Concept>,
}

/// The story after a run: of the others the first that was not played yet and practises what was short; else one that was
/// not played yet; else one that practises it; else the first.
pub(super) fn next(run: &Run, source: &Source, list: &[Listed], played: &[String]) -> Option<Next> {
    let short = short_concept(run);
    let others = list.iter().filter(|story| *source != Source::Shipped(story.id.clone()));
    let others = others.map(|story| Next {
        id: story.id.clone(),
        title: story.title.clone(),
        new: !played.iter().any(|key| *key == Source::Shipped(story.id.clone()).key()),
        trains: short.filter(|short| story.concepts.contains(short)),
    });
    let mut best: Option<Next> = None;
    for story in others {
        let rank = |story: &Next| (story.new, story.trains.is_some());
        if best.as_ref().is_none_or(|best| rank(best) < rank(&story)) {
            best = Some(story);
        }
    }
    best
}

/// How many of a scenario's endings were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endings {
    /// So many, this run's among them.
    pub found: usize,
    /// Of so many.
    pub all: usize,
    /// Whether this run's was never found before.
    pub new: bool,
}

/// The endings of a run's scenario, by the journal's lines, this run's own among them, and the other runs that are kept.
pub(super) fn endings(run: &Run, source: &Source, journal: &[(String, String)], others: &[Other]) -> Endings {
    let ending = |run: &Run| Some((run.ending()?.outcome, variant(run.scenario(), &run.now())?.0));
    let own = [&*source.key(), " ", &*Record::of(run).to_line()].concat();
    let twice = journal.iter().filter(|(_, line)| *line == own).count() > 1;
    let mut found = vec![ending(run)];
    let mut new = !twice;
    for other in others {
        let other = ending(&other.run);
        new &= other != found[0];
        if !found.contains(&other) {
            found.push(other);
        }
    }
    let all = Outcome::ALL.into_iter().map(|outcome| run.scenario().outcomes().of(outcome).len()).sum();
    Endings { found: found.len(), all, new }
}
