//! What the page does when something happens to it.

use super::next::{endings, listed, next};
use super::open::open;
use super::past::{others, sent, thoughts};
use super::{
    Arrival, Copied, Effect, Error, Figures, Fold, Message, Model, Notice, Past, Picture, Question, Report, Request,
    RunText, Stage, Told,
};
use library::{Commitment, Reflections};
use std::rc::Rc;

/// How long counting may take before the page says so, in milliseconds.
const SLOW: u32 = 1000;

/// How long a region stands before it changes, so that it is heard, in milliseconds.
const HEARD: u32 = 100;

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
            Message::NoWorker => match &self.stage {
                Stage::Counting { report, .. } => vec![Effect::CountHere(report.run.clone())],
                _ => Vec::new(),
            },
            Message::GaveUp => {
                let mut effects = vec![Effect::StopCounting];
                effects.extend(self.tell(None));
                // What was pressed is gone.
                effects.push(Effect::FocusAny("#debrief :is(h1, h2)"));
                effects
            }
            Message::Reload => vec![Effect::Reload],
            other => match &mut self.stage {
                Stage::Told(told) => told.update(other),
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
        let mut others = others(&run, &source, &past.journal);
        let endings = endings(&run, &source, &past.journal, &others);
        let alone = matches!(self.request.run, RunText::Code(_));
        if !alone {
            others.splice(0..0, sent(&run, &source, &past.invitations));
        }
        let thoughts = if alone { Reflections::default() } else { thoughts(&source, &past.thoughts) };
        let base = self.request.base.clone();
        let report = Report { endings, others, run, figures: None, source, base, alone, thoughts };
        let played = past.played();
        self.stage = Stage::Counting { report: Box::new(report), answers: past.answers, played, slow: false };
        vec![Effect::Count(question), Effect::After(SLOW, Message::Slow)]
    }

    fn fail(&mut self, error: Error) -> Vec<Effect> {
        self.stage = Stage::Failed(error);
        self.focus_heading()
    }

    fn tell(&mut self, figures: Option<Figures>) -> Vec<Effect> {
        let stage = std::mem::replace(&mut self.stage, Stage::Loading);
        let Stage::Counting { mut report, answers, played, .. } = stage else {
            self.stage = stage;
            return Vec::new();
        };
        report.figures = figures;
        self.stage = Stage::Told(Box::new(Told::new(Rc::new(*report), answers, played)));
        self.find_next();
        let mut effects = self.focus_heading();
        effects.extend([Effect::After(HEARD, Message::Announce), Effect::LoadBelow]);
        effects
    }

    fn find_next(&mut self) {
        if let Stage::Told(told) = &mut self.stage {
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
            Message::CopyLink => self.copy_link(Copied::Link),
            Message::Share => self.copy_link(Copied::Shared),
            Message::CopyText => self.copy(Copied::Text),
            Message::Copied(what, left) => {
                let shared = what == Copied::Shared;
                let mut effects = self.say(match left.as_deref() {
                    Some("") => Notice::NotArrived(shared),
                    _ if shared => Notice::Shared(left.is_none()),
                    _ => Notice::Copied(left.is_none()),
                });
                // What the page may not copy the reader can.
                let left = left.filter(|text| !text.is_empty());
                let field = match what {
                    Copied::Link => Some("#link"),
                    Copied::Shared => left.as_ref().map(|_| "#debrief .next > textarea"),
                    Copied::Text => left.as_ref().map(|_| "#debrief .keep > textarea"),
                };
                self.by_hand = left.map(|text| (what, text));
                effects.extend(field.map(Effect::Select));
                effects
            }
            Message::SavePicture(kind) => vec![Effect::Save(kind, Rc::clone(&self.report), self.beside)],
            Message::PictureSaved(kind, done) => self.say(match kind {
                _ if !done => Notice::NotSaved,
                Picture::Svg => Notice::SvgSaved,
                Picture::Png => Notice::PngSaved,
            }),
            Message::FetchBelow => {
                self.below = Arrival::OnceMore;
                vec![Effect::LoadBelow]
            }
            Message::BelowCame(came) => {
                let pressed = self.below == Arrival::OnceMore;
                self.below = if came { Arrival::There } else { Arrival::Failed };
                // What was pressed is gone.
                let place = if came { "#decisions" } else { "#debrief [data-do=below-again]" };
                pressed.then_some(Effect::FocusAny(place)).into_iter().collect()
            }
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

    fn copy_link(&mut self, what: Copied) -> Vec<Effect> {
        if self.report.has_link() { self.copy(what) } else { Vec::new() }
    }

    fn copy(&mut self, what: Copied) -> Vec<Effect> {
        self.by_hand = None;
        vec![Effect::Copy(what, Rc::clone(&self.report))]
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
