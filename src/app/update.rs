//! What each event does.

use super::{Effect, Event, Focus, Loading, Model, Notice, Route, Settings};
use delivery::Catalogue;
use library::{Invitation, SETTINGS};

impl Model {
    /// Takes up an event, and says what is to be done to the browser. Never fails: an event that does not fit changes
    /// nothing.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Started { hash, stored } => self.start(&hash, stored),
            Event::Moved(hash) => self.arrive(Route::parse(&hash), true),
            Event::IndexCame(Ok(bytes)) => {
                self.catalogue =
                    Catalogue::unpack(&bytes).map_or(Loading::Failed(super::FetchFault::Failed), Loading::Ready);
                Vec::new()
            }
            Event::IndexCame(Err(fault)) => {
                self.catalogue = Loading::Failed(fault);
                Vec::new()
            }
            Event::ScenarioCame(source, answer) => self.scenario_came(source, answer),
            Event::Stored(key, value) => self.hear(&key, &value),
            Event::Unkept(unkept) => {
                self.unkept = unkept;
                Vec::new()
            }
            Event::Erased => self.erased(),
            Event::Take => {
                self.taking = false;
                match self.route.clone() {
                    Route::Take(source, _) => self.enter(source),
                    _ => Vec::new(),
                }
            }
            Event::Unpack(source, hidden) => self.unpack(source, hidden),
            Event::SaveFile => vec![Effect::SaveFile],
            Event::FileNotSaved => self.say(Notice::FileNotSaved),
            Event::NotErased => self.say(Notice::NotErased),
            Event::FileCame { name, bytes } => {
                self.hovering = false;
                vec![Effect::ReadFile { name, bytes }]
            }
            Event::FileRead(Ok(pack)) => self.open_pack(pack),
            Event::FileRead(Err(file)) => self.refuse_file(file),
            Event::FileUnreadable(name) => {
                self.notice = Some(Notice::FileUnreadable(name));
                self.hovering = false;
                Vec::new()
            }
            Event::Hovering(hovering) => {
                self.hovering = hovering;
                Vec::new()
            }
            Event::Retry => self.retry(),
            Event::Reload => vec![Effect::Reload],
            Event::Chose(response) => self.choose(response),
            Event::Painted => {
                if let Some(playing) = self.run_mut() {
                    playing.painted = true;
                }
                std::mem::take(&mut self.opening).then_some(Effect::Opening(None)).into_iter().collect()
            }
            Event::GoOn => self.go_on(),
            Event::Undo => self.undo(None),
            Event::BackTo(decision) => self.undo(Some(decision)),
            Event::Redo => self.redo(),
            Event::PlayAgain => self.play_again(),
            Event::Open(dialog) => {
                if let Some(playing) = self.run_mut() {
                    playing.dialog = dialog;
                }
                Vec::new()
            }
            Event::Pressed(key) => self.press(key),
            Event::Focused(response) => {
                if let Some(playing) = self.run_mut() {
                    playing.focused = Some(response);
                }
                Vec::new()
            }
            Event::Set(settings) => self.set(settings),
            Event::Erase(sure) => self.erase(sure),
            Event::Dismiss => {
                self.notice = None;
                // What was pressed is gone.
                vec![Effect::Focus(Focus::Heading)]
            }
            Event::DismissFaults => {
                self.faulty = None;
                vec![Effect::Focus(Focus::Heading)]
            }
            Event::Remove(source) => self.take_off_shelf(&source),
        }
    }

    /// Shows a page. `moved`: the player came from another one, so that the focus moves along.
    pub(super) fn arrive(&mut self, route: Route, moved: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        if moved && route != self.route {
            effects.push(Effect::Focus(Focus::Heading));
            self.notice = None;
            self.faulty = None;
        }
        self.erasing = false;
        let before = std::mem::replace(&mut self.route, route.clone());
        // A run that an address holds is nobody's until a decision is made in it.
        if matches!(before, Route::Take(..)) && before != route {
            self.playing = None;
        }
        match route {
            Route::Start(source) => effects.extend(self.enter(source)),
            Route::Invited(source, code) => {
                let code = code.parse().ok().map(|code: Invitation| code.to_text());
                effects.extend(code.map(|code| Effect::Store(Invitation::key(&source), code)));
                effects.extend(self.enter(source));
            }
            Route::Play(source) => {
                effects.extend(self.enter(source.clone()));
                if matches!(before, Route::Start(_) | Route::Invited(..)) {
                    effects.extend(self.remember(&source, false));
                }
            }
            Route::Take(source, record) if before != self.route => {
                self.playing = None;
                self.taking = self.open_run(&source).is_some_and(|open| open.record.as_ref() != Some(&record));
                if !self.taking {
                    effects.extend(self.enter(source));
                }
            }
            _ => {}
        }
        effects
    }

    fn retry(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !matches!(self.catalogue, Loading::Ready(_)) {
            self.catalogue = Loading::Waiting;
            effects.push(Effect::FetchIndex);
        }
        if let Route::Start(source) | Route::Invited(source, _) | Route::Play(source) | Route::Take(source, _) =
            self.route.clone()
        {
            self.playing = None;
            effects.extend(self.enter(source));
        }
        effects
    }

    fn set(&mut self, settings: Settings) -> Vec<Effect> {
        self.settings = settings;
        vec![Effect::Look(settings), Effect::Store(SETTINGS.into(), settings.to_text())]
    }

    fn say(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = Some(notice);
        Vec::new()
    }

    /// Forgets everything on this device: asked once, done when sure.
    fn erase(&mut self, sure: bool) -> Vec<Effect> {
        if !self.erasing || !sure {
            self.erasing = sure;
            return vec![Effect::Focus(if sure { Focus::Question } else { Focus::Heading })];
        }
        let mut effects = vec![Effect::Forget(String::new())];
        effects.extend(self.erased());
        effects
    }

    /// Forgets what was erased, so that it is not stored again; the run on the page goes with it.
    fn erased(&mut self) -> Vec<Effect> {
        let catalogue = std::mem::replace(&mut self.catalogue, Loading::Waiting);
        let route = std::mem::replace(&mut self.route, Route::Home);
        *self = Model { catalogue, notice: Some(Notice::Erased), ..Model::default() };
        let mut effects = vec![Effect::Look(self.settings), Effect::Focus(Focus::Heading)];
        match route {
            Route::Start(_) | Route::Invited(..) | Route::Play(_) | Route::Take(..) => {
                effects.push(Effect::Replace(Route::Home))
            }
            other => self.route = other,
        }
        effects
    }
}
