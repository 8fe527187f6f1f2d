//! From a story to a draft: passages become steps, links responses, variables meters and flags.

mod draft;
mod entry;
mod ids;
mod loops;
mod prose;
mod variables;
mod ways;
mod write;

use crate::conditions::{Conditions, When};
use crate::markup::{Dialect, Event, Link, Target, What, events};
use crate::report::{Counts, Report};
use crate::rows::{Fate, Place, Rows};
use crate::source::{self, Passage};
use crate::{Imported, Options};
use draft::{Draft, Line, Step};
use ids::Ids;
use prose::{Cast, Prose};
use scenario::{Dimension, Id};
use std::collections::HashMap;
use variables::{Setting, Variables};
use ways::Ways;
use write::to_write;

/// A meter's option, and the variable that it names.
#[derive(Clone, Copy)]
pub(crate) struct Named<'o> {
    pub option: &'static str,
    pub name: Option<&'o str>,
}

/// A story whose passages are known by their names.
pub(crate) struct Story<'s> {
    story: &'s source::Story,
    dialect: Dialect,
    /// The passages that become steps, by their places in the story.
    steps: Vec<usize>,
    /// The step of each passage.
    step_at: Vec<Option<usize>>,
    by_name: HashMap<&'s str, usize>,
    /// The first step.
    start: usize,
}

/// Passages that a story format reads for itself, by their names.
const SPECIAL: [&str; 16] = [
    "StoryInit",
    "StoryCaption",
    "StoryMenu",
    "StoryBanner",
    "StoryAuthor",
    "StorySubtitle",
    "StoryInterface",
    "StorySettings",
    "StoryShare",
    "StoryDisplayTitle",
    "StoryIncludes",
    "PassageHeader",
    "PassageFooter",
    "PassageReady",
    "PassageDone",
    "StoryStylesheet",
];

/// Passages that a story format reads for itself, by their tags.
const SPECIAL_TAGS: [&str; 11] = [
    "widget",
    "init",
    "startup",
    "header",
    "footer",
    "debug-header",
    "debug-footer",
    "debug-startup",
    "Twine.image",
    "Twine.audio",
    "Twine.private",
];

impl<'s> Story<'s> {
    fn of(story: &'s source::Story) -> Self {
        let special = |passage: &Passage| {
            SPECIAL.contains(&passage.name.as_str()) || SPECIAL_TAGS.iter().any(|tag| passage.has_tag(tag))
        };
        let mut step_at = vec![None; story.passages.len()];
        let mut by_name = HashMap::new();
        let mut steps = Vec::new();
        for (at, passage) in story.passages.iter().enumerate().filter(|(_, passage)| !special(passage)) {
            step_at[at] = Some(steps.len());
            by_name.entry(passage.name.trim()).or_insert(steps.len());
            steps.push(at);
        }
        let named = |start: &str| by_name.get(start.trim()).copied();
        let numbered = |start: &str| {
            let passages = story.passages.iter().zip(&step_at);
            passages.filter(|(passage, _)| !start.is_empty() && passage.pid == start).find_map(|(_, step)| *step)
        };
        let start =
            numbered(&story.start).or_else(|| named(&story.start)).or_else(|| named("Start")).unwrap_or_default();
        Story { story, dialect: Dialect::of(story), steps, step_at, by_name, start }
    }

    /// The step of a passage's name.
    pub fn step_of(&self, name: &str) -> Option<usize> {
        self.by_name.get(name.trim()).copied()
    }

    /// The step of a passage's place.
    pub fn step_at(&self, passage: usize) -> Option<usize> {
        self.step_at.get(passage).copied().flatten()
    }

    fn name(&self, passage: usize) -> &'s str {
        self.story.passages.get(passage).map(|passage| passage.name.as_str()).unwrap_or_default()
    }
}

/// The draft of a story, and what became of each piece of it. A story without any passage to begin at has none.
pub(crate) fn import(story: &source::Story, options: &Options<'_>) -> Option<Imported> {
    let known = Story::of(story);
    if known.steps.is_empty() {
        return None;
    }
    let mut rows = Rows::default();
    let mut conditions = Conditions::default();
    let passages = story.passages.iter().enumerate();
    let read: Vec<Vec<Event>> =
        passages.map(|(at, passage)| events(known.dialect, (at, &passage.text), &mut conditions, &mut rows)).collect();
    about_story(&known, &mut rows);
    let settings = settings(&known, &read);
    let named = [
        Named { option: "leadership", name: options.leadership },
        Named { option: "management", name: options.management },
    ];
    let variables = Variables::of(&settings, named, &mut rows);
    let resolved = conditions.resolved(&|name| variables.role(name), &mut rows);
    special(&known, &read, &variables, &mut rows);
    let mut cast = Cast::default();
    let before = before(&known, &read);
    let ways = Ways { story: &known, variables: &variables, before: &before };
    let mut ids = Ids::default();
    ids.keep("end");
    let mut steps: Vec<Step> = Vec::with_capacity(known.steps.len());
    for passage in known.steps.iter().copied() {
        let (Some(of), Some(events)) = (story.passages.get(passage), read.get(passage)) else { continue };
        let mut prose = Prose { dialect: known.dialect, resolved: &resolved, cast: &mut cast, rows: &mut rows };
        let mut situation = prose.lines(events, passage, When::ALWAYS);
        if situation.is_empty() {
            let place = Place { passage, line: 0 };
            prose.rows.changed(place, "", "It has no text, so its situation is to be written.");
            situation.push(Line { who: None, text: to_write("what the player meets here"), when: Default::default() });
        }
        let responses = ways.responses(passage, events, &mut prose);
        let dimension = Dimension::NAMES.into_iter().find(|name| of.has_tag(name));
        for tag in of.tags.iter().filter(|tag| !Dimension::NAMES.iter().any(|name| tag.eq_ignore_ascii_case(name))) {
            prose.rows.left_out(Place { passage, line: 0 }, &format!("#{tag}"), "Steps have no tags.");
        }
        let name = if of.name.trim().is_empty() { "Untitled" } else { of.name.trim() };
        let id = ids.of(name, &format!("passage-{}", steps.len() + 1));
        steps.push(Step {
            id,
            title: name.to_owned(),
            dimension,
            visits: None,
            situation,
            pressure: [0; 2],
            responses,
        });
    }
    entry::apply(&known, &read, &variables, &mut steps, &mut rows);
    for (step, visits, head) in loops::limits(&steps, known.start) {
        let (passage, head) = (known.steps.get(step).copied(), known.steps.get(head).copied());
        let (Some(passage), Some(head)) = (passage, head) else { continue };
        let times = if visits == 1 { "once" } else { "twice" };
        let why = format!(
            "It leads back to `{}`: `visits` lets a run enter it {times}. Where it is used up, each hat needs another way on.",
            known.name(head)
        );
        rows.changed(Place { passage, line: 0 }, "visits", why);
        if let Some(step) = steps.get_mut(step) {
            step.visits = Some(visits);
        }
    }
    let counts = counts(&known, &read, &steps);
    let title = if story.name.trim().is_empty() { "Untitled" } else { story.name.trim() };
    let id = options.id.map(str::to_owned).unwrap_or_else(|| Ids::default().of(title, "story"));
    let id = Id::new(&id)?;
    let draft = Draft {
        id: id.to_string(),
        title: title.to_owned(),
        minutes: minutes(&steps),
        starts: variables.starts,
        cast: cast.members,
        flags: variables.flags,
        start: known.start,
        steps,
    };
    let passages = story.passages.iter().map(|passage| passage.name.clone()).collect();
    let format = if story.format.trim().is_empty() { known.dialect.name() } else { story.format.trim() };
    let report = Report { story: title.to_owned(), format: format.to_owned(), counts, passages, rows: rows.finish() };
    Some(Imported { id, text: write::file(&draft), report })
}

/// What is said of the story as a whole.
fn about_story(known: &Story<'_>, rows: &mut Rows) {
    let story = known.story;
    if story.has_script {
        rows.story(Fate::LeftOut, "Story JavaScript", "Scripts are not carried.");
    }
    if story.has_style {
        rows.story(Fate::LeftOut, "Story Stylesheet", "Style sheets are not carried.");
    }
    let dialect = known.dialect;
    if dialect == Dialect::Plain {
        let why = "Of stories for this format links alone are read; what else its marks mean is not known here.";
        rows.story(Fate::Changed, if story.format.is_empty() { "format" } else { &story.format }, why);
    } else if story.format.trim().is_empty() {
        let why = format!("The file names no story format; by its passages it is read as {}.", dialect.name());
        rows.story(Fate::Changed, "format", why);
    }
    let written = "It is not in a story of Twine, and is to be written: the texts that begin with `TO DO`.";
    rows.story(Fate::Changed, "summary, role, outcomes", written);
    rows.story(
        Fate::Changed,
        "stance, dimension",
        format!("Where the story does not say them, `{}` stands.", write::TO_DO),
    );
    rows.story(
        Fate::Changed,
        "enough",
        "What the end asks for is as much as a run starts with: put your own numbers there.",
    );
    rows.story(Fate::Changed, "language, minutes", "The language is `en`, and the minutes are counted from the words.");
}

/// Whether a passage is read before a story begins.
fn prepares(passage: &Passage) -> bool {
    passage.name == "StoryInit" || passage.has_tag("startup") || passage.has_tag("init")
}

/// All that is set in a story, in its order.
fn settings<'e>(known: &Story<'_>, read: &'e [Vec<Event>]) -> Vec<Setting<'e>> {
    let mut found = Vec::new();
    for (passage, events) in read.iter().enumerate() {
        let own = known.story.passages.get(passage);
        let prepares = own.is_some_and(prepares);
        let is_start = known.step_at(passage) == Some(known.start);
        let place = |line| Place { passage, line };
        for event in events {
            match &event.what {
                What::Set(set) => {
                    let is_first = (prepares || is_start) && event.when == When::ALWAYS;
                    found.push(Setting { set, place: place(event.line), is_first });
                }
                What::Link(Link { sets, .. }) => {
                    let of = |(line, _, set): &'e (u32, When, _)| Setting { set, place: place(*line), is_first: false };
                    found.extend(sets.iter().map(of));
                }
                _ => {}
            }
        }
    }
    // What prepares a story comes before its start, wherever it stands in the file.
    found.sort_by_key(|setting| known.step_at(setting.place.passage).is_some());
    found
}

/// Says of passages that are no steps that they are none, and of their links that they lead nowhere.
fn special(known: &Story<'_>, read: &[Vec<Event>], variables: &Variables, rows: &mut Rows) {
    for (passage, events) in read.iter().enumerate().filter(|(passage, _)| known.step_at(*passage).is_none()) {
        let place = Place { passage, line: 0 };
        rows.left_out(place, known.name(passage), "The story format reads this passage for itself: it is no step.");
        for event in events {
            let place = Place { passage, line: event.line };
            match &event.what {
                What::Link(link) => rows.left_out(place, &link.source, "It stands in a passage that is no step."),
                // What prepares the story has its row already where it is a flag or a meter.
                What::Set(set) => {
                    let prepares =
                        known.story.passages.get(passage).is_some_and(prepares) && event.when == When::ALWAYS;
                    if !prepares || variables.role(&set.assignment.name).is_none() {
                        rows.left_out(place, &set.source, "It stands in a passage that is no step.");
                    }
                }
                _ => {}
            }
        }
    }
}

/// The one passage that each passage is come to from, where it is one.
fn before(known: &Story<'_>, read: &[Vec<Event>]) -> Vec<Option<usize>> {
    let mut from: Vec<Option<usize>> = vec![None; read.len()];
    let mut several = vec![false; read.len()];
    for (passage, events) in read.iter().enumerate().filter(|(passage, _)| known.step_at(*passage).is_some()) {
        for event in events {
            let What::Link(link) = &event.what else { continue };
            for (_, target) in &link.ways {
                let Target::Passage(name) = target else { continue };
                let Some(to) = known.step_of(name).and_then(|step| known.steps.get(step)).copied() else { continue };
                several[to] |= from[to].is_some_and(|known| known != passage);
                from[to] = Some(passage);
            }
        }
    }
    from.into_iter().zip(several).map(|(from, several)| from.filter(|_| !several)).collect()
}

fn counts(known: &Story<'_>, read: &[Vec<Event>], steps: &[Step]) -> Counts {
    let links = |events: &Vec<Event>| events.iter().filter(|event| matches!(event.what, What::Link(_))).count();
    Counts {
        passages: known.story.passages.len(),
        links: read.iter().map(links).sum(),
        steps: steps.len(),
        responses: steps.iter().map(|step| step.responses.len()).sum(),
    }
}

/// How long a run takes, at 130 words a minute, if it comes to half of what there is.
fn minutes(steps: &[Step]) -> usize {
    let lines = |lines: &[Line]| lines.iter().map(|line| line.text.split_whitespace().count()).sum::<usize>();
    let responses = |step: &Step| {
        let of = step.responses.iter();
        of.map(|response| response.text.split_whitespace().count() + lines(&response.consequence)).sum::<usize>()
    };
    let words: usize = steps.iter().map(|step| lines(&step.situation) + responses(step)).sum();
    (words / 260 + 1).min(1_000)
}
