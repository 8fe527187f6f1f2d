//! What fills the gaps of the journal's templates.

use super::ask::Told;
use super::en;
use super::endings::{self, Card, Page};
use super::mirror::{Chart, percent, y};
use super::shelf::Shelf;
use crate::app::Route;
use crate::debrief_view::OUTCOMES;
use crate::shapes;
use crate::template::Data;
use library::{Fate, Inventory, Look, Mirror, Played, Source, left_behind};
use play::Code;
use scenario::sorted::sort_by;
use scenario::{Stance, direction};

/// How many runs stand in the open; the older ones can be opened.
const RECENT: usize = 12;

/// What stands for a run that has no outcome: the clock of what is past.
const PAST: &str = "M4.5 14a8 8 0 1 0 1.4-6.5L4 9.5M4 5v4.5h4.5M12 8v4.5l3 1.7";

/// The data of the journal.
pub(super) struct Journal<'a> {
    told: &'a Told,
    shelf: &'a Shelf,
    runs: &'a [Played],
    pages: Vec<Page<'a>>,
    mirror: Mirror,
    /// How many things of each sort are kept; `None` where the browser keeps nothing.
    kept: Option<String>,
    /// How many sessions a file cannot take along.
    unread: usize,
}

impl<'a> Journal<'a> {
    pub fn of(told: &'a Told, shelf: &'a Shelf, runs: &'a [Played]) -> Self {
        let mirror = Mirror::of(told.all(), runs);
        let own = shelf.stories.iter().filter(|story| matches!(story.source, Source::Own(_))).count();
        let kept = Inventory::of(told.all());
        let counts = [
            (runs.len(), en::RUNS),
            (own, en::SCENARIOS),
            (mirror.looks.len(), en::ANSWERS),
            (kept.sessions, en::SESSIONS),
            (kept.drafts, en::DRAFTS),
            (kept.others, en::THINGS),
        ];
        Journal {
            told,
            shelf,
            runs,
            unread: left_behind(told.all()),
            pages: endings::pages(shelf, runs),
            mirror,
            kept: told.kept.as_ref().map(|_| en::listed(&counts)),
        }
    }

    /// The run that a row of the list is about.
    fn run(&self, at: &[usize]) -> Option<&Played> {
        let [page, row, ..] = at else { return None };
        self.runs.get(page * RECENT + row)
    }

    fn card(&self, at: &[usize]) -> Option<&Card<'a>> {
        self.page(at)?.cards.get(*at.get(1)?)
    }

    fn page(&self, at: &[usize]) -> Option<&Page<'a>> {
        self.pages.get(*at.first()?)
    }

    fn chart(&self) -> Chart<'_> {
        Chart(&self.mirror)
    }

    fn look(&self, at: &[usize]) -> Option<&Look> {
        self.mirror.looks.get(*at.first()?)
    }

    fn of_run(&self, key: &str, at: &[usize]) -> Option<String> {
        let played = self.run(at)?;
        let run = played.run();
        let ended = played.ended();
        let tally = played.tally().unwrap_or_default();
        let story = self.shelf.find(&played.source);
        Some(match key {
            "day" => played.place.map(|place| self.told.day(place)).unwrap_or_default(),
            "title" => story.map_or_else(|| played.source.id().to_string(), |story| story.title.clone()),
            "lang" => run?.scenario().language().into(),
            "dir" => direction(run?.scenario().language()).into(),
            "class" => ended.map_or("open", |(ending, _)| ending.outcome.name()).into(),
            "shape" => ended.map_or(PAST, |(ending, _)| shapes::outcome(ending.outcome)).into(),
            "heading" => run?.variant()?.title.to_string(),
            "verdict" => OUTCOMES[ended?.0.outcome as usize].into(),
            "step" => run?.step()?.title.to_string(),
            "n-decided" => en::counted(played.record.responses.len(), en::DECISIONS),
            "led" => tally.0.to_string(),
            "managed" => (tally.1 - tally.0).to_string(),
            "led-wide" => (tally.0 * 1000 / tally.1.max(1)).to_string(),
            "link" => self.link(played)?,
            "take" => Route::Take(played.source.clone(), played.record.clone()).to_string(),
            "play" => Route::Play(played.source.clone()).to_string(),
            _ => return None,
        })
    }

    /// The address of a run's debrief, or of its end where a file of the player's own tells it.
    fn link(&self, played: &Played) -> Option<String> {
        match &played.source {
            Source::Shipped(id) => Some(format!("#/run/{id}/{}", Code::of(played.run()?)?)),
            Source::Own(_) => Some(Route::Take(played.source.clone(), played.record.clone()).to_string()),
        }
    }

    fn of_album(&self, key: &str, at: &[usize]) -> Option<String> {
        let page = self.page(at)?;
        let found = page.found();
        Some(match key {
            "story" => page.story.title.clone(),
            "story-key" => page.story.source.key(),
            "story-lang" => page.story.scenario.as_ref()?.language().into(),
            "story-dir" => direction(page.story.scenario.as_ref()?.language()).into(),
            "found" => found.to_string(),
            "of" => page.cards.len().to_string(),
            "found-wide" => (found * 1000 / page.cards.len().max(1)).to_string(),
            "card-class" => self.card(at)?.outcome.name().into(),
            "card-shape" => shapes::outcome(self.card(at)?.outcome).into(),
            "card-title" => self.card(at)?.variant.title.to_string(),
            "card-verdict" => OUTCOMES[self.card(at)?.outcome as usize].into(),
            "card-link" => self.link(self.runs.get(self.card(at)?.found?)?)?,
            _ => return None,
        })
    }

    fn of_mirror(&self, key: &str, at: &[usize]) -> Option<String> {
        let first = at.first().copied().unwrap_or_default();
        let which = at.last().copied().unwrap_or_default();
        let newest = self.mirror.looks.first();
        let chart = self.chart();
        let oldest = chart.charted(0);
        let answer = |look: Option<&Look>| look.map(|look| usize::from(look.answers.0[first]));
        // Where an answer's mark stands on the chart: the middle.
        let x = chart.x(which);
        let high = || Some(y(10 * usize::from(*chart.charted(which)?.answers.0.get(first)?)));
        let bar = || Some(percent(chart.charted(first)?.played));
        let number = match key {
            "first" => answer(oldest)?,
            "last" => answer(newest)?,
            "dot-x" => x,
            "dot-left" => x - 5,
            "dot-y" => high()?,
            "dot-top" => high()? - 5,
            "dot-peak" => high()? - 7,
            "bar-x" => chart.x(first) - 8,
            "bar-y" => y(bar()?),
            "bar-high" => y(0) - y(bar()?),
            "answer" => usize::from(*self.look(at)?.answers.0.get(which)?),
            _ => {
                return Some(match key {
                    "question" => (*en::QUESTIONS.get(first)?).into(),
                    "asked" => (*en::QUESTIONS.get(which)?).into(),
                    "points" => chart.points(first),
                    "look-day" => self.told.day(self.look(at)?.place),
                    "look-played" => {
                        let played = self.look(at)?.played;
                        en::played(played.runs, percent(played))
                    }
                    "since-played" => en::played(self.mirror.since.runs, percent(self.mirror.since)),
                    _ => return None,
                });
            }
        };
        Some(number.to_string())
    }

    fn of_all(&self, key: &str, at: &[usize]) -> Option<String> {
        let slider = |which: usize| {
            let set = self.mirror.looks.first().map_or(5, |look| look.answers.0[which]);
            set.to_string()
        };
        Some(match key {
            "at" => at.last()?.to_string(),
            "r0" => slider(0),
            "r1" => slider(1),
            "r2" => slider(2),
            "leader" => shapes::hat(Stance::Leader).into(),
            "manager" => shapes::hat(Stance::Manager).into(),
            "counted" => {
                let mut sources: Vec<&Source> = self.runs.iter().map(|run| &run.source).collect();
                sort_by(&mut sources, Ord::cmp);
                sources.dedup();
                en::journal(self.runs.len(), sources.len())
            }
            "older-n" => (self.runs.len() - RECENT).to_string(),
            "found-all" => self.pages.iter().map(Page::found).sum::<usize>().to_string(),
            "all-cards" => self.all_cards().to_string(),
            "kept-all" => self.kept.clone()?,
            "unread" => en::counted(self.unread, en::SESSIONS),
            _ => return None,
        })
    }

    fn all_cards(&self) -> usize {
        self.pages.iter().map(|page| page.cards.len()).sum()
    }
}

impl Data for Journal<'_> {
    fn text(&self, key: &str, at: &[usize]) -> String {
        let found = self.of_all(key, at).or_else(|| self.of_album(key, at)).or_else(|| self.of_run(key, at));
        found.or_else(|| self.of_mirror(key, at)).unwrap_or_default()
    }

    fn count(&self, key: &str, at: &[usize]) -> usize {
        match key {
            "pages" => self.runs.len().min(RECENT + 1).div_ceil(RECENT),
            "rows" if at == [0] => self.runs.len().min(RECENT),
            "rows" => self.runs.len() - RECENT,
            "stories" => self.pages.len(),
            "cards" => self.page(at).map_or(0, |page| page.cards.len()),
            "questions" | "three" => 3,
            "dots" | "bars" => self.chart().shown(),
            "looks" => self.mirror.looks.len(),
            _ => 0,
        }
    }

    fn holds(&self, key: &str, at: &[usize]) -> bool {
        let played = self.run(at);
        let ended = played.and_then(Played::ended);
        let fate = played.map(|played| &played.fate);
        let own = played.is_some_and(|played| matches!(played.source, Source::Own(_)));
        let first = at.first().copied().unwrap_or_default();
        let card = self.card(at);
        match key {
            "runs" => !self.runs.is_empty(),
            "kept" => self.kept.is_some(),
            "unread" => self.unread > 0,
            "no-shelf" => !self.shelf.came,
            "older" => at == [1],
            "open" => played.is_some_and(|played| played.open),
            "dated" => played.is_some_and(|played| played.place.is_some_and(|place| !self.told.day(place).is_empty())),
            "own" => own,
            "ended" => ended.is_some(),
            "broke" => ended.is_some_and(|(ending, _)| ending.broke),
            "waits" => ended.is_none() && matches!(fate, Some(Fate::Known(_))),
            "edited" => matches!(fate, Some(Fate::Edited)),
            "gone" => matches!(fate, Some(Fate::Gone)),
            "late" => matches!(fate, Some(Fate::Late)),
            "tallied" => matches!(fate, Some(Fate::Known(_))),
            "linked" => ended.is_some() && !own,
            "own-end" => ended.is_some() && own,
            "any-cards" => self.all_cards() > 0,
            "story-own" => self.page(at).is_some_and(|page| matches!(page.story.source, Source::Own(_))),
            "story-came" => self.page(at).is_some_and(|page| page.story.scenario.is_some()),
            "card-broke" => card.is_some_and(|card| card.variant.when.broke == Some(true)),
            "unfound" => card.is_some_and(|card| card.found.is_none()),
            "looked" => !self.mirror.looks.is_empty(),
            "charted" => self.mirror.looks.len() > 1,
            "bar" => self.chart().charted(first).is_some_and(|look| look.played.runs > 0),
            "since" => self.mirror.since.runs > 0 && !self.mirror.looks.is_empty(),
            "round" => first == 0,
            "square" => first == 1,
            "pointed" => first == 2,
            _ => false,
        }
    }
}
