//! What happens to the page, and what it does then.

use super::next::{endings, listed, next};
use super::open::open;
use super::past::others;
use super::{
    Appointment, Error, Figures, Fold, Model, Notice, Past, Question, Report, Request, RunText, Stage, Told, count,
};
use crate::share::Qr;
use library::{Commitment, Source};
use std::rc::Rc;

/// How long counting may take before the page says so, in milliseconds.
const SLOW: u32 = 1000;

/// How long a region stands before it changes, so that it is heard, in milliseconds.
const HEARD: u32 = 100;

/// What happens to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The scenario's pack arrived, or did not; with it comes what is kept.
    Loaded(Result<Vec<u8>, Error>, Past),
    /// The list of the game's own stories arrived.
    Listed(String),
    /// Counting takes long.
    Slow,
    /// The ways are counted, or cannot be.
    Counted(Option<Figures>),
    /// No worker starts.
    NoWorker,
    /// The page is to go on without the figures.
    GaveUp,
    /// What stands under *For the curious* is to be opened, or folded.
    ToggleCurious,
    /// It is to be fetched once more.
    FetchCurious,
    /// It arrived, or did not.
    CuriousCame(bool),
    /// Another run was chosen to stand beside this one, or none.
    OtherChosen(Option<usize>),
    /// A slider was moved.
    SliderMoved(usize, u8),
    /// The answers are to be kept.
    KeepAnswers,
    /// The answers are kept, and this is what is kept now; `None` where they are not.
    AnswersKept(Option<Past>),
    /// What the player will do was typed.
    MineTyped(String),
    /// It is to be kept.
    KeepMine,
    /// It is kept, or it is not.
    MineKept(bool),
    /// A calendar's file with it is to be saved.
    SaveCalendar,
    /// That file is saved, or it is not.
    CalendarSaved(bool),
    /// The link is to be copied.
    CopyLink,
    /// The link is to be copied, to be shared.
    Share,
    /// The text is to be copied.
    CopyText,
    /// Something was copied, or was not.
    Copied(Copied, bool),
    /// A picture is to be saved.
    SavePicture(Picture),
    /// A picture was saved, or was not.
    PictureSaved(Picture, bool),
    /// What is open of the page is to be printed.
    Print,
    /// All of the page is to be printed.
    PrintAll,
    /// The result code is to be shown as a picture.
    ShowQr,
    /// The result code is drawn, or there is no picture of it.
    QrDrawn(Option<Qr>),
    /// What came some time ago can be told.
    Announce,
    /// The page is to be loaded anew.
    Reload,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The link, to be shared.
    Shared,
    /// The link.
    Link,
    /// The text.
    Text,
}

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// As lines.
    Svg,
    /// As dots.
    Png,
}

/// What the page does.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Gets a scenario's pack, and what is kept.
    Load(Source, String),
    /// Gets the list of the game's own stories.
    LoadList,
    /// Gets what stands under *For the curious*.
    LoadCurious,
    /// Asks a worker to count.
    Count(Question),
    /// Ends the worker.
    StopCounting,
    /// Sends a message after so many milliseconds.
    After(u32, Message),
    /// Focuses the first element of a selector, without scrolling to it where `stays`.
    Focus {
        /// The selector.
        selector: &'static str,
        /// Whether the page stays where it is.
        stays: bool,
    },
    /// Focuses the first element of a selector, which may be one that cannot have the focus otherwise: a heading, a drawing.
    FocusAny(&'static str),
    /// Selects what a field holds.
    Select(&'static str),
    /// Copies a text.
    Copy(Copied, String),
    /// Draws the result code of a run.
    DrawQr(Rc<Report>),
    /// Saves the picture of a run, beside another of its others where that is said.
    Save(Picture, Rc<Report>, Option<usize>),
    /// Keeps the answers of a text, under the time.
    KeepAnswers(String),
    /// Keeps what the player will do, under the time.
    KeepCommitment(String),
    /// Saves an appointment for Monday as a calendar's file.
    SaveCalendar(Appointment),
    /// Prints the page.
    Print,
    /// Opens the details of a selector.
    Unfold(&'static str),
    /// Opens all that is folded, and prints the page.
    PrintAll,
    /// Loads the page anew.
    Reload,
}

impl Model {
    /// A page that is asked to tell a run, and what it does first.
    pub fn new(request: Request) -> (Self, Vec<Effect>) {
        let mut model = Model { request, stage: Stage::Loading, list: Vec::new() };
        let effects = match &model.request.source {
            Some(source) => {
                vec![Effect::Load(source.clone(), model.request.version.clone()), Effect::LoadList]
            }
            None => model.fail(Error::NotThere),
        };
        (model, effects)
    }

    /// Takes up what happens, and says what is to be done.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Loaded(pack, past) => self.opened(pack, past),
            Message::Listed(list) => {
                self.list = listed(&list);
                self.find_next();
                Vec::new()
            }
            Message::Slow => {
                if let Stage::Counting { slow, .. } = &mut self.stage {
                    *slow = true;
                }
                Vec::new()
            }
            Message::Counted(figures) => self.tell(figures),
            Message::NoWorker => {
                let figures = match &self.stage {
                    Stage::Counting { report, .. } => count(&report.run),
                    _ => None,
                };
                self.tell(figures)
            }
            Message::GaveUp => {
                let mut effects = vec![Effect::StopCounting];
                effects.extend(self.tell(None));
                // What was pressed is gone.
                effects.push(Effect::FocusAny("#debrief :is(h1, h2)"));
                effects
            }
            Message::Reload => vec![Effect::Reload],
            other => match &mut self.stage {
                Stage::Told(told) => Rc::make_mut(told).update(other),
                _ => Vec::new(),
            },
        }
    }

    fn opened(&mut self, pack: Result<Vec<u8>, Error>, past: Past) -> Vec<Effect> {
        let Some(source) = self.request.source.clone() else { return Vec::new() };
        let opened = pack.and_then(|pack| Ok((open(&source, &self.request.run, &pack)?, pack)));
        let (run, pack) = match opened {
            Ok(opened) => opened,
            Err(error) => return self.fail(error),
        };
        let question = Question::of(pack, &run);
        let others = others(&run, &source, &past.journal);
        let report = Report {
            endings: endings(&run, &source, &past.journal, &others),
            others,
            run,
            figures: None,
            source,
            base: self.request.base.clone(),
            alone: matches!(self.request.run, RunText::Code(_)),
        };
        let played = past.played();
        self.stage = Stage::Counting { report: Rc::new(report), answers: past.answers, played, slow: false };
        vec![Effect::Count(question), Effect::After(SLOW, Message::Slow)]
    }

    fn fail(&mut self, error: Error) -> Vec<Effect> {
        self.stage = Stage::Failed(error);
        self.focus_heading()
    }

    fn tell(&mut self, figures: Option<Figures>) -> Vec<Effect> {
        let Stage::Counting { report, answers, played, .. } = &self.stage else { return Vec::new() };
        let report = Report { figures, ..Report::clone(report) };
        self.stage = Stage::Told(Rc::new(Told::new(Rc::new(report), answers.clone(), played.clone())));
        self.find_next();
        let mut effects = self.focus_heading();
        effects.push(Effect::After(HEARD, Message::Announce));
        effects
    }

    fn find_next(&mut self) {
        if let Stage::Told(told) = &mut self.stage {
            let told = Rc::make_mut(told);
            told.next = next(&told.report.run, &told.report.source, &self.list, &told.played);
        }
    }

    /// A run that was opened by its link is told from its heading on.
    fn focus_heading(&self) -> Vec<Effect> {
        let alone = self.request.version.is_empty();
        alone.then_some(Effect::Focus { selector: "#debrief h1", stays: true }).into_iter().collect()
    }
}

impl Told {
    fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::OtherChosen(beside) => {
                self.beside = beside.filter(|at| *at < self.report.others.len());
                self.compared = false;
                vec![Effect::Focus { selector: "#other", stays: false }, Effect::After(HEARD, Message::Announce)]
            }
            Message::SliderMoved(which, answer) => {
                if let Some(slider) = self.sliders.0.get_mut(which) {
                    *slider = answer.min(10);
                }
                Vec::new()
            }
            Message::KeepAnswers => vec![Effect::KeepAnswers(self.sliders.to_text())],
            Message::AnswersKept(past) => {
                let mut effects = self.say(Notice::AnswersKept(past.is_some()));
                if let Some(past) = past {
                    self.set_answers(past);
                }
                effects.push(Effect::Focus { selector: "#debrief [data-do=answers]", stays: false });
                effects
            }
            Message::MineTyped(mine) => {
                self.mine = mine;
                Vec::new()
            }
            Message::KeepMine => match Commitment::new(self.report.source.clone(), &self.mine) {
                Some(commitment) => vec![Effect::KeepCommitment(commitment.to_text())],
                None => vec![Effect::Focus { selector: "#mine", stays: false }],
            },
            Message::MineKept(done) => {
                self.kept_mine = done;
                let mut effects = self.say(Notice::MineKept(done));
                // What was pressed gives its place to the button that saves the appointment.
                effects.extend(done.then_some(Effect::Focus { selector: "[data-do=calendar]", stays: false }));
                effects
            }
            Message::SaveCalendar => vec![Effect::SaveCalendar(self.report.appointment(&self.mine))],
            Message::CalendarSaved(done) => self.say(Notice::CalendarSaved(done)),
            Message::CopyLink => self.report.link().map(|link| Effect::Copy(Copied::Link, link)).into_iter().collect(),
            Message::Share => self.report.link().map(|link| Effect::Copy(Copied::Shared, link)).into_iter().collect(),
            Message::CopyText => {
                self.by_hand = false;
                vec![Effect::Copy(Copied::Text, self.report.summary())]
            }
            Message::Copied(what, done) => {
                let shared = what == Copied::Shared;
                let mut effects = self.say(if shared { Notice::Shared(done) } else { Notice::Copied(done) });
                match what {
                    // What the page may not copy the reader can.
                    Copied::Shared if !done => {
                        effects.extend([Effect::Unfold("#debrief .keep details"), Effect::Select("#link")]);
                    }
                    Copied::Shared => {}
                    Copied::Link => effects.push(Effect::Select("#link")),
                    // What the page may not copy the reader can.
                    Copied::Text if !done => {
                        self.by_hand = true;
                        effects.push(Effect::Select("#debrief .keep > textarea"));
                    }
                    Copied::Text => {}
                }
                effects
            }
            Message::SavePicture(kind) => vec![Effect::Save(kind, Rc::clone(&self.report), self.beside)],
            Message::PictureSaved(kind, done) => self.say(match kind {
                _ if !done => Notice::NotSaved,
                Picture::Svg => Notice::SvgSaved,
                Picture::Png => Notice::PngSaved,
            }),
            Message::ToggleCurious => match self.fold {
                Fold::Folded => self.fetch_curious(),
                Fold::OnItsWay | Fold::Failed | Fold::Open => {
                    self.fold = Fold::Folded;
                    Vec::new()
                }
            },
            Message::FetchCurious => self.fetch_curious(),
            Message::CuriousCame(came) => {
                // It may have been folded again.
                let waited = self.fold != Fold::Folded || self.print_all;
                if waited {
                    self.fold = if came { Fold::Open } else { Fold::Failed };
                }
                match (std::mem::take(&mut self.print_all), came) {
                    (true, true) => vec![Effect::PrintAll],
                    (true, false) => self.say(Notice::NotAll),
                    (false, _) => Vec::new(),
                }
            }
            Message::Print => vec![Effect::Print],
            Message::PrintAll => {
                self.print_all = true;
                self.fetch_curious()
            }
            Message::ShowQr => vec![Effect::DrawQr(Rc::clone(&self.report))],
            Message::QrDrawn(None) => self.say(Notice::NoQr),
            Message::QrDrawn(qr) => {
                self.qr = qr;
                vec![Effect::FocusAny("#debrief .qr")]
            }
            Message::Announce => {
                (self.arrived, self.compared) = (true, true);
                self.notice = self.waiting.take().or(self.notice);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn fetch_curious(&mut self) -> Vec<Effect> {
        if self.fold != Fold::Open {
            self.fold = Fold::OnItsWay;
        }
        vec![Effect::LoadCurious]
    }

    /// Says what came of an act. It is not left standing after the next.
    fn say(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = None;
        self.waiting = Some(notice);
        vec![Effect::After(HEARD, Message::Announce)]
    }
}
