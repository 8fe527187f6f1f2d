//! What happens to the page, and what it does then.

use super::open::open;
use super::past::others;
use super::{Error, Figures, Model, Notice, Past, Question, Report, Request, RunText, Stage, Told, count};
use crate::share::Qr;
use library::Source;
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
    /// Counting takes long.
    Slow,
    /// The ways are counted, or cannot be.
    Counted(Option<Figures>),
    /// No worker starts.
    NoWorker,
    /// The page is to go on without the figures.
    GaveUp,
    /// Another run was chosen to stand beside this one, or none.
    OtherChosen(Option<usize>),
    /// A slider was moved.
    SliderMoved(usize, u8),
    /// The answers are to be kept.
    KeepAnswers,
    /// The answers are kept, and this is what is kept now; `None` where they are not.
    AnswersKept(Option<Past>),
    /// The link is to be copied.
    CopyLink,
    /// The text is to be copied.
    CopyText,
    /// Something was copied, or was not.
    Copied(Copied, bool),
    /// A picture is to be saved.
    SavePicture(Picture),
    /// A picture was saved, or was not.
    PictureSaved(Picture, bool),
    /// The page is to be printed.
    Print,
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
    /// Prints the page.
    Print,
    /// Loads the page anew.
    Reload,
}

impl Model {
    /// A page that is asked to tell a run, and what it does first.
    pub fn new(request: Request) -> (Self, Vec<Effect>) {
        let mut model = Model { request, stage: Stage::Loading };
        let effects = match &model.request.source {
            Some(source) => vec![Effect::Load(source.clone(), model.request.version.clone())],
            None => model.fail(Error::NotThere),
        };
        (model, effects)
    }

    /// Takes up what happens, and says what is to be done.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Loaded(pack, past) => self.opened(pack, past),
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
        let report = Report {
            others: others(&run, &source, &past.journal),
            run,
            figures: None,
            source,
            base: self.request.base.clone(),
            alone: matches!(self.request.run, RunText::Code(_)),
        };
        self.stage = Stage::Counting { report: Rc::new(report), answers: past.answers, slow: false };
        vec![Effect::Count(question), Effect::After(SLOW, Message::Slow)]
    }

    fn fail(&mut self, error: Error) -> Vec<Effect> {
        self.stage = Stage::Failed(error);
        self.focus_heading()
    }

    fn tell(&mut self, figures: Option<Figures>) -> Vec<Effect> {
        let Stage::Counting { report, answers, .. } = &self.stage else { return Vec::new() };
        let report = Report { figures, ..Report::clone(report) };
        self.stage = Stage::Told(Rc::new(Told::new(Rc::new(report), answers.clone())));
        let mut effects = self.focus_heading();
        effects.push(Effect::After(HEARD, Message::Announce));
        effects
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
            Message::CopyLink => self.report.link().map(|link| Effect::Copy(Copied::Link, link)).into_iter().collect(),
            Message::CopyText => {
                self.by_hand = false;
                vec![Effect::Copy(Copied::Text, self.report.summary())]
            }
            Message::Copied(what, done) => {
                let mut effects = self.say(Notice::Copied(done));
                match what {
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
            Message::Print => vec![Effect::Print],
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

    /// Says what came of an act. It is not left standing after the next.
    fn say(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = None;
        self.waiting = Some(notice);
        vec![Effect::After(HEARD, Message::Announce)]
    }
}
