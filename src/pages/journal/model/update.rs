//! What happens to the page, and what it does then.

use super::{Asked, Asking, Kept, Model, Notice, Preview, Report, Shown, Stage, Told};
use crate::album_view::preview::added;
use crate::album_view::to_add;
use crate::pages::journal::WORDS;
use crate::words::fill;
use library::{Answers, exported};
use std::rc::Rc;

/// How long a region stands before it changes, so that it is heard, in milliseconds.
const HEARD: u32 = 100;

/// What happens to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The stories arrived, as far as they did, with what is kept.
    Loaded(Told, Vec<u8>),
    /// The address names a part of the page.
    Named(String),
    /// A link to a part of the page was followed.
    Followed(&'static str),
    /// Whether the player did what they set out to do, by its key.
    Did(String, bool),
    /// That is kept, and this is what is kept now; `None` where it is not.
    Noted(Option<Kept>),
    /// A slider was moved.
    SliderMoved(usize, u8),
    /// The answers are to be kept.
    KeepAnswers,
    /// The answers are kept, and this is what is kept now; `None` where they are not.
    AnswersKept(Option<Kept>),
    /// All is to be saved as a file.
    Export,
    /// This is kept now, and is to be saved.
    ToSave(Option<Kept>),
    /// The file was saved, or was not.
    Exported(bool),
    /// A file was picked, and holds this; beside it is what is kept now.
    Picked(Told),
    /// What the game in another folder of the host keeps is to be looked through.
    LookBeside(String),
    /// What the picked file adds is to be added.
    Add,
    /// This is kept now, at this time, and what the picked file adds is to be added.
    ToAdd(Option<Kept>, u64),
    /// So many parts fitted.
    Added(usize),
    /// The picked file is to be left.
    Leave,
    /// Erasing is asked for.
    Erase,
    /// Erasing is asked for still.
    EraseOn,
    /// Nothing is to be erased.
    EraseNo,
    /// Everything is to be erased.
    EraseYes,
    /// Everything is erased, or something is left.
    Erased(bool),
    /// What came some time ago can be told.
    Announce,
    /// The page is to be loaded anew.
    Reload,
}

/// What all that is kept is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// To be saved.
    ToSave,
    /// To have a file added.
    ToAdd,
}

/// What the page does.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Sends a message after so many milliseconds.
    After(u32, Message),
    /// Shows a part of the page, and focuses it.
    Show(String),
    /// Shows a part of the page where the address names it already.
    ShowNamed(&'static str),
    /// Focuses the first element of a selector.
    Focus(&'static str),
    /// Keeps the answers of a text, under the time.
    KeepAnswers(String),
    /// Keeps a text under a key.
    Note(String, String),
    /// Reads all that is kept.
    Read(Reading),
    /// Saves texts under their keys as a file.
    Save(Vec<(String, String)>),
    /// Reads what the game in another folder of the host keeps, as a file is that was picked.
    ReadBeside(String),
    /// Keeps texts under their keys: all of them or none.
    Put(Vec<(String, String)>),
    /// Erases everything.
    Erase,
    /// Loads the page anew, which then says what was done.
    Again(String),
    /// Loads the page anew.
    Reload,
}

impl Model {
    /// A page of which the address names a part, and which may say what was done before it was loaded anew.
    pub fn new(anchor: String, banner: Option<String>) -> Self {
        Model { anchor, banner, stage: Stage::Loading }
    }

    /// Takes up what happens, and says what is to be done.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Loaded(told, packs) => {
                self.stage = Stage::Shown(Rc::new(Shown::new(told, packs.into())));
                let mut effects: Vec<Effect> =
                    self.banner.iter().map(|_| Effect::Focus("#album > .flag[tabindex]")).collect();
                effects.extend(self.show());
                effects
            }
            Message::Named(anchor) => {
                self.anchor = anchor;
                match self.stage {
                    Stage::Loading => Vec::new(),
                    Stage::Shown(_) => self.show().into_iter().collect(),
                }
            }
            Message::Followed(anchor) => vec![Effect::ShowNamed(anchor)],
            Message::Reload => vec![Effect::Reload],
            other => match &mut self.stage {
                Stage::Shown(shown) => Rc::make_mut(shown).update(other),
                Stage::Loading => Vec::new(),
            },
        }
    }

    fn show(&self) -> Option<Effect> {
        (!self.anchor.is_empty()).then(|| Effect::Show(self.anchor.clone()))
    }
}

impl Shown {
    fn new(told: Told, packs: Rc<[u8]>) -> Self {
        let report = Rc::new(Report::of(&told, &packs));
        let sliders = standing(&report);
        let (asking, preview) = (Asking::Nothing, None);
        Shown { told, packs, report, sliders, asking, preview, notice: None, waiting: None }
    }

    fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::SliderMoved(which, answer) => {
                if let Some(slider) = self.sliders.0.get_mut(which) {
                    *slider = answer.min(10);
                }
                Vec::new()
            }
            Message::KeepAnswers => vec![Effect::KeepAnswers(self.sliders.to_text())],
            Message::AnswersKept(kept) => {
                let mut effects = self.say(Notice::AnswersKept(kept.is_some()));
                if let Some(kept) = kept {
                    self.told.kept = Some(kept);
                    self.report = Rc::new(Report::of(&self.told, &self.packs));
                    self.sliders = standing(&self.report);
                }
                effects.push(Effect::Focus("#album [data-do=answers]"));
                effects
            }
            Message::Did(key, did) => {
                let asked = self.report.commitments.iter().find(|asked| asked.key == key);
                let note = |asked: &Asked| Effect::Note(key.clone(), asked.commitment.answered(did).to_text());
                asked.map(note).into_iter().collect()
            }
            Message::Noted(kept) => {
                let mut effects = self.say(Notice::Noted(kept.is_some()));
                if let Some(kept) = kept {
                    self.told.kept = Some(kept);
                    self.report = Rc::new(Report::of(&self.told, &self.packs));
                }
                // What was pressed is gone.
                effects.push(Effect::Focus("#commitments"));
                effects
            }
            Message::Export => vec![Effect::Read(Reading::ToSave)],
            Message::ToSave(kept) => vec![Effect::Save(exported(&kept.unwrap_or_default().texts))],
            Message::Exported(done) => self.say(Notice::Exported(done)),
            Message::Picked(file) => {
                let plan = file.plan();
                self.preview = Some(Preview { file, plan, fitted: None });
                vec![Effect::Focus("#import-said h3")]
            }
            Message::LookBeside(folder) => vec![Effect::ReadBeside(folder)],
            Message::Add => vec![Effect::Read(Reading::ToAdd)],
            Message::ToAdd(kept, now) => {
                let Some(preview) = &mut self.preview else { return Vec::new() };
                // What is kept may have changed since the question was put.
                (preview.file.kept, preview.file.now) = (kept, now);
                vec![Effect::Put(to_add(&preview.file))]
            }
            Message::Added(fitted) => {
                let Some(preview) = &mut self.preview else { return Vec::new() };
                if fitted == to_add(&preview.file).len() {
                    let things = preview.plan.as_ref().map(added).unwrap_or_default();
                    return vec![Effect::Again(fill(WORDS.added, &[("things", &things)]))];
                }
                preview.fitted = Some(fitted);
                vec![Effect::Focus("#import-said h3")]
            }
            Message::Leave => {
                self.preview = None;
                vec![Effect::Focus("#import")]
            }
            Message::Erase => self.ask(Asking::Sure, "#erase-1 h3"),
            Message::EraseOn => self.ask(Asking::Surer { left: false }, "#erase-2 h3"),
            Message::EraseNo => self.ask(Asking::Nothing, "#album [data-do=erase]"),
            Message::EraseYes => vec![Effect::Erase],
            Message::Erased(true) => vec![Effect::Again(WORDS.erased.into())],
            Message::Erased(false) => self.ask(Asking::Surer { left: true }, "#erase-2 h3"),
            Message::Announce => {
                self.notice = self.waiting.take().or(self.notice);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn ask(&mut self, asking: Asking, focus: &'static str) -> Vec<Effect> {
        self.asking = asking;
        vec![Effect::Focus(focus)]
    }

    /// Says what came of an act. It is not left standing after the next.
    fn say(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = None;
        self.waiting = Some(notice);
        vec![Effect::After(HEARD, Message::Announce)]
    }
}

impl Preview {
    /// What it says first.
    pub fn heading(&self) -> String {
        match (&self.plan, self.fitted) {
            (Ok(_), Some(fitted)) => {
                let all = to_add(&self.file).len();
                fill(WORDS.no_room, &[("n", &fitted.to_string()), ("all", &all.to_string())])
            }
            (Ok(plan), None) if plan.adds() => fill(WORDS.adds, &[("things", &added(plan))]),
            (Ok(_), None) => WORDS.adds_nothing.into(),
            (Err(refusal), _) => WORDS.refused[*refusal as usize].0.into(),
        }
    }
}

/// Where sliders stand that nobody has moved: as they were kept last, or in the middle.
fn standing(report: &Report) -> Answers {
    report.mirror.looks.first().map_or(Answers([5; 3]), |look| look.answers)
}
