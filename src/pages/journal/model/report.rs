//! What the journal tells of what is kept.

use crate::album_view::ask::Told;
use crate::album_view::en;
use crate::album_view::endings::{self, Page};
use crate::album_view::shelf::Shelf;
use crate::app::Route;
use library::{Commitment, Inventory, Key, Look, Mirror, Played, Source, left_behind};
use play::Code;
use scenario::sorted::sort_by;

/// How many runs stand in the open; the older ones can be opened.
const RECENT: usize = 12;

/// How long after it was kept somebody is asked whether they did what they set out to do, in milliseconds: the next visit
/// is not the same evening's.
const LATER: u64 = 12 * 60 * 60 * 1000;

/// What somebody set out to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its key.
    pub key: String,
    /// When it was kept, in words.
    pub day: String,
    /// What it is.
    pub commitment: Commitment,
    /// Whether it is time to ask.
    pub due: bool,
    moment: u64,
}

/// The journal: the runs, the stories, the answers.
pub struct Report {
    pub(crate) shelf: Shelf,
    pub(crate) runs: Vec<Played>,
    pub(crate) mirror: Mirror,
    /// What the player set out to do, the newest first.
    pub commitments: Vec<Asked>,
    days: Vec<String>,
    /// How many things of each sort are kept; `None` where the browser keeps nothing.
    pub kept: Option<String>,
    /// How many sessions a file cannot take along.
    pub unread: usize,
    /// The other folders of the host whose game keeps something on this device.
    pub beside: Vec<String>,
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        // Each change of what is kept makes a new one.
        std::ptr::eq(self, other)
    }
}

impl Report {
    /// The report of what was told; `packs` are the scenarios' packs, one behind the other.
    pub(crate) fn of(told: &Told, packs: &[u8]) -> Self {
        let shelf = Shelf::of(told, packs);
        let runs = Played::all(told.all(), |source| shelf.story(source));
        let mirror = Mirror::of(told.all(), &runs);
        let own = shelf.stories.iter().filter(|story| matches!(story.source, Source::Own(_))).count();
        let inventory = Inventory::of(told.all());
        let counts = [
            (runs.len(), en::RUNS),
            (own, en::SCENARIOS),
            (mirror.looks.len(), en::ANSWERS),
            (inventory.sessions, en::SESSIONS),
            (inventory.drafts, en::DRAFTS),
            (inventory.others, en::THINGS),
        ];
        let days = told.kept.as_ref().map(|kept| kept.days.clone()).unwrap_or_default();
        Report {
            commitments: commitments(told, &days),
            kept: told.kept.as_ref().map(|_| en::listed(&counts)),
            unread: left_behind(told.all()),
            beside: told.kept.as_ref().map(|kept| kept.beside.clone()).unwrap_or_default(),
            days,
            shelf,
            runs,
            mirror,
        }
    }

    /// When a run was written down, in words; empty where that is not known.
    pub(crate) fn day(&self, played: &Played) -> &str {
        played.place.and_then(|place| self.days.get(place)).map_or("", String::as_str)
    }

    /// When answers were kept, in words.
    pub(crate) fn answered(&self, look: &Look) -> &str {
        self.days.get(look.place).map_or("", String::as_str)
    }

    /// How many runs there are of how many stories, in words.
    pub fn counted(&self) -> String {
        let mut sources: Vec<&Source> = self.runs.iter().map(|run| &run.source).collect();
        sort_by(&mut sources, Ord::cmp);
        sources.dedup();
        en::journal(self.runs.len(), sources.len())
    }

    /// The runs that stand in the open, and the older ones.
    pub(crate) fn recent(&self) -> (&[Played], &[Played]) {
        self.runs.split_at(self.runs.len().min(RECENT))
    }

    /// The name of a run's story.
    pub(crate) fn title(&self, played: &Played) -> String {
        let story = self.shelf.find(&played.source);
        story.map_or_else(|| played.source.id().to_string(), |story| story.title.clone())
    }

    /// The endings of all stories.
    pub(crate) fn endings(&self) -> Vec<Page<'_>> {
        endings::pages(&self.shelf, &self.runs)
    }
}

/// What is kept of what the player set out to do.
fn commitments(told: &Told, days: &[String]) -> Vec<Asked> {
    let asked = |(place, (key, value)): (usize, &(String, String))| {
        let Ok(Key::Commitment(moment)) = key.parse() else { return None };
        let (commitment, day) = (value.parse().ok()?, days.get(place).cloned().unwrap_or_default());
        let due = told.now.saturating_sub(moment) >= LATER;
        Some(Asked { key: key.clone(), day, commitment, due, moment })
    };
    let mut all: Vec<Asked> = told.all().iter().enumerate().filter_map(asked).collect();
    sort_by(&mut all, |one, other| other.moment.cmp(&one.moment));
    all
}

/// The address of a run's debrief, or of its end where a file of the player's own tells it.
pub(crate) fn link(played: &Played) -> Option<String> {
    match &played.source {
        Source::Shipped(id) => Some(format!("#/run/{id}/{}", Code::of(played.run()?)?)),
        Source::Own(_) => Some(take(played)),
    }
}

/// The address at which a run is taken up.
pub(crate) fn take(played: &Played) -> String {
    Route::Take(played.source.clone(), played.record.clone()).to_string()
}
