//! A debrief's report: all that is told of a run, as rows.

use super::course::over_time;
use super::map::Chart;
use super::{Appointment, Course, Endings, Figures, Monday, Other, Pattern, Stop, picture, summary};
use crate::pages::debrief::{BELOW, WORDS};
use crate::share::Qr;
use crate::words::fill;
use analysis::debrief::Hats;
use library::{Reflections, Source};
use play::{Code, Record, Run};
use scenario::{Response, Stance};

/// All that a debrief tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The run.
    pub run: Run,
    /// What is counted of it; `None` where it is not counted.
    pub figures: Option<Figures>,
    /// Where the scenario comes from.
    pub source: Source,
    /// The page's own address up to the `#`; empty where nobody else could open it, as that of a file on a disk.
    pub base: String,
    /// Whether it was opened by its link, so that nothing else tells how the run ended.
    pub alone: bool,
    /// The other runs of the scenario that are kept; the newest first.
    pub others: Vec<Other>,
    /// How many of the scenario's endings were found.
    pub endings: Endings,
    /// What the player thought before the decisions; nothing of a run that was opened by its link.
    pub thoughts: Reflections,
}

/// A decision of two runs side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow<'r> {
    /// The first is 1.
    pub number: usize,
    /// This run's, then the other's.
    pub sides: [Option<Side<'r>>; 2],
}

/// A decision of one of two runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Side<'r> {
    /// The hat that was worn.
    pub stance: Stance,
    /// The step's title.
    pub step: &'r str,
    /// The response's words.
    pub response: &'r str,
}

impl Report {
    /// Whether there is an address that holds the whole run: there is none where nobody else could open it, and for a
    /// scenario of the player's own, which nobody else has.
    pub fn has_link(&self) -> bool {
        matches!(self.source, Source::Shipped(_)) && !self.base.is_empty()
    }

    /// The address that holds the whole run; `None` where there is none.
    pub fn link(&self) -> Option<String> {
        match &self.source {
            Source::Shipped(id) if self.has_link() => Some(format!("{}#/run/{id}/{}", self.base, self.code())),
            _ => None,
        }
    }

    /// What is sent to whoever is asked to play the same: the hats that were worn, the story's first question, and the
    /// address where it is played. It tells nothing of what was answered; `None` where there is no such address.
    pub fn invitation(&self) -> Option<String> {
        let Source::Shipped(id) = &self.source else { return None };
        let scenario = self.run.scenario();
        let worn: String =
            self.run.hats().map(|stance| if stance == Stance::Leader { '\u{25cf}' } else { '\u{25a0}' }).collect();
        let asked = scenario.step(scenario.start()).situation.last().map_or("", |line| &line.text);
        let link = format!("{}#/with/{id}/{}", self.base, self.code());
        let gaps = [("title", scenario.title()), ("hats", &*worn), ("question", asked), ("link", &*link)];
        self.has_link().then(|| fill(BELOW.invitation, &gaps))
    }

    /// The run's result code.
    pub fn code(&self) -> String {
        // Only a run that has ended is opened.
        Code::of(&self.run).map(|code| code.to_string()).unwrap_or_default()
    }

    /// How the run ended.
    pub fn verdict(&self) -> &'static str {
        verdict(&self.run)
    }

    /// The other run of a place in the list.
    pub fn other(&self, at: Option<usize>) -> Option<&Run> {
        self.others.get(at?).map(|other| &other.run)
    }

    /// The map, perhaps with another run on it.
    pub(super) fn map<'r>(&'r self, other: Option<&'r Run>) -> Chart<'r> {
        let ends = self.figures.as_ref().map_or(&[][..], |figures| &figures.ends);
        Chart { run: &self.run, other, ends }
    }

    /// What the map draws, perhaps with another run on it.
    pub fn shapes(&self, other: Option<&Run>) -> Vec<super::drawing::Shape> {
        self.map(other).shapes()
    }

    /// The result code as a drawing; `None` where it is too long for any. Who scans it is led to the debrief, where there
    /// is an address that leads there.
    pub fn qr(&self) -> Option<Qr> {
        self.link().and_then(|link| Qr::of(&link)).or_else(|| Qr::of(&self.code()))
    }

    /// The picture that is sent around, perhaps with another run on it, as SVG.
    pub fn picture(&self, other: Option<&Run>) -> String {
        picture::picture(self, other)
    }

    /// The run as a plain text.
    pub fn summary(&self) -> String {
        summary::summary(self)
    }

    /// Leadership and management from the start to the end.
    pub fn courses(&self) -> [Course; 2] {
        Course::of(&self.run)
    }

    /// The meters at the start, then after each decision.
    pub fn over_time(&self) -> Vec<Stop> {
        over_time(&self.run)
    }

    /// What is typical of the run.
    pub fn pattern(&self) -> Pattern {
        Pattern::of(&self.run)
    }

    /// What it gives for the week after.
    pub fn monday(&self) -> Monday {
        Monday::of(&self.run)
    }

    /// The appointment of what the player will do, or of the act that the run gives, with the ending's lesson.
    pub fn appointment(&self, mine: &str) -> Appointment {
        let Monday { question, act } = self.monday();
        let lesson = self.run.variant().map_or("", |variant| &*variant.lesson);
        let mine = mine.trim();
        let summary = if mine.is_empty() { act.into() } else { mine.into() };
        let description = [question, act, lesson, self.run.scenario().title()].join("\n");
        Appointment { summary, description }
    }

    /// The address at which the story can be played once more.
    pub fn again(&self) -> String {
        self.play_on(0, None)
    }

    /// Which hats were worn where.
    pub fn hats(&self) -> Hats {
        Hats::of(&self.run)
    }

    /// The address of a new run with the decisions before one, and perhaps one more.
    pub(super) fn play_on(&self, at: usize, response: Option<&Response>) -> String {
        let mut record = Record::of(&self.run);
        record.responses.truncate(at);
        record.responses.extend(response.map(|response| response.id.clone()));
        format!("#/take/{}+{}", self.source.key(), record.to_line().replace(' ', "+"))
    }

    /// The decisions of this run and another side by side.
    pub fn pairs<'r>(&'r self, other: &'r Run) -> Vec<PairRow<'r>> {
        let runs = [&self.run, other];
        let most = runs.map(|run| run.decisions().count()).into_iter().max().unwrap_or_default();
        let side = |run: &'r Run, at: usize| {
            let (_, turn) = run.decisions().nth(at)?;
            let response = run.response(turn);
            let step = &*run.scenario().step(turn.step).title;
            Some(Side { stance: response.stance?, step, response: &response.text })
        };
        (0..most).map(|at| PairRow { number: at + 1, sides: runs.map(|run| side(run, at)) }).collect()
    }

    /// At which decision this run and another part, the first being 1; `None` where they do not.
    pub fn parted(&self, other: &Run) -> Option<usize> {
        let way = |run: &Run| run.decisions().map(|(_, turn)| (turn.step, turn.response)).collect::<Vec<_>>();
        let (one, two) = (way(&self.run), way(other));
        let shared = one.iter().zip(&two).take_while(|(one, two)| one == two).count();
        (shared < one.len().max(two.len())).then_some(shared + 1)
    }
}

/// How a run ended.
pub fn verdict(run: &Run) -> &'static str {
    run.ending().map(|ending| WORDS.outcomes[ending.outcome as usize]).unwrap_or_default()
}
