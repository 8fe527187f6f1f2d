//! What each event does.

use super::{Catalogue, Effect, Event, Focus, Loading, Model, Notice, Route, Settings};

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
            Event::NotStored => {
                if !std::mem::replace(&mut self.not_stored, true) {
                    self.notice = Some(Notice::NotStored);
                }
                Vec::new()
            }
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
                Vec::new()
            }
            Event::GoOn => self.go_on(),
            Event::Undo => self.undo(None),
            Event::BackTo(decision) => self.undo(Some(decision)),
            Event::PlayAgain => self.undo(Some(0)),
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
        if let Route::Play(source) = &route {
            effects.extend(self.enter(source.clone()));
        }
        if let Route::Take(source, record) = route {
            effects.extend(self.take_over(&source, record));
            effects.extend(self.enter(source.clone()));
            // The address of a run's page says which scenario it is, and no more.
            effects.push(Effect::Replace(Route::Play(source.clone())));
            self.route = Route::Play(source);
            return effects;
        }
        self.route = route;
        effects
    }

    fn retry(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !matches!(self.catalogue, Loading::Ready(_)) {
            self.catalogue = Loading::Waiting;
            effects.push(Effect::FetchIndex);
        }
        if let Route::Play(source) = self.route.clone() {
            self.playing = None;
            effects.extend(self.enter(source));
        }
        effects
    }

    fn set(&mut self, settings: Settings) -> Vec<Effect> {
        self.settings = settings;
        vec![Effect::Look(settings), Effect::Store("settings".into(), settings.to_text())]
    }

    /// Forgets everything on this device: asked once, done when sure.
    fn erase(&mut self, sure: bool) -> Vec<Effect> {
        if !self.erasing || !sure {
            self.erasing = sure;
            return vec![Effect::Focus(if sure { Focus::Question } else { Focus::Heading })];
        }
        let catalogue = std::mem::replace(&mut self.catalogue, Loading::Waiting);
        let route = std::mem::replace(&mut self.route, Route::Home);
        *self = Model { catalogue, route, notice: Some(Notice::Erased), ..Model::default() };
        vec![Effect::Forget(String::new()), Effect::Look(self.settings), Effect::Focus(Focus::Heading)]
    }
}
