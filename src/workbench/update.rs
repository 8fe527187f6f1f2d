//! What each event does.

use super::{Effect, Event, Model, Notice, Setup, Spot, Tab, Trial};
use crate::app::Catalogue;
use crate::author::new_scenario;
use crate::scenario::{Id, Stance, StepIndex};
use std::rc::Rc;

/// The keys under which the text is kept.
const TEXT: &str = "author/text";
const STEM: &str = "author/file";

impl Model {
    /// Takes up an event, and says what is to be done to the browser. Never fails: an event that does not fit changes
    /// nothing.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Started(kept) => self.start(kept),
            Event::IndexCame(bytes) => {
                self.catalogue = bytes.and_then(|bytes| Catalogue::unpack(&bytes)).map(Rc::new).unwrap_or_default();
                Vec::new()
            }
            Event::Took(text) => self.take(text),
            Event::Told(part) => self.hear(part),
            Event::Painted => self.painted(),
            Event::Waited => self.waited(),
            Event::FileCame(name, bytes) => self.open(name, bytes),
            Event::Hovering(hovering) => {
                self.hovering = hovering;
                Vec::new()
            }
            Event::Picked(picked) => {
                self.picked = picked;
                Vec::new()
            }
            Event::Start => match Id::new(&self.picked) {
                Some(id) => vec![Effect::FetchSource(id)],
                None => match Id::new("new-story") {
                    Some(id) => self.replace(new_scenario(&id, None), None),
                    None => Vec::new(),
                },
            },
            // The file that an author makes of it is named by its id.
            Event::SourceCame(_, Some(bytes)) => self.replace(String::from_utf8_lossy(&bytes).into_owned(), None),
            Event::SourceCame(_, None) => self.say(Notice::NotCome),
            Event::BringBack => match self.before.take() {
                Some((text, stem)) => self.put(text, stem),
                None => Vec::new(),
            },
            Event::Save => vec![Effect::SaveFile(self.file_name(), self.text.clone())],
            Event::Keep => self.keep(),
            Event::NotStored if self.not_stored => Vec::new(),
            Event::NotStored => {
                self.not_stored = true;
                self.say(Notice::NotStored)
            }
            Event::Dismiss => {
                self.notice = None;
                // What was pressed is gone.
                vec![Effect::Focus("main h1")]
            }
            Event::Show(tab) => {
                self.tab = tab;
                vec![Effect::Centre]
            }
            Event::Land(spot) => self.land(spot),
            Event::Look(step) => self.look_at(step),
            Event::Meter(stance, value) => {
                let meter = match stance {
                    Stance::Leader => &mut self.setup.leadership,
                    Stance::Manager => &mut self.setup.management,
                };
                *meter = value.parse().unwrap_or(*meter);
                Vec::new()
            }
            Event::Flag(at) => {
                self.setup.flags ^= 1_u64.checked_shl(at as u32).unwrap_or_default();
                Vec::new()
            }
            Event::Play => self.play(),
            Event::Choose(response) => {
                if let Some(trial) = &mut self.trial {
                    trial.choose(response);
                }
                vec![Effect::Focus(".trial h3")]
            }
            Event::StopPlay => {
                self.trial = None;
                vec![Effect::Focus(".look h3")]
            }
        }
    }

    fn start(&mut self, kept: Option<Vec<(String, String)>>) -> Vec<Effect> {
        let mut effects = vec![Effect::FetchIndex];
        if kept.is_none() {
            effects.extend(self.update(Event::NotStored));
        }
        let mut kept = kept.unwrap_or_default();
        let mut take = |key: &str| kept.iter_mut().find(|(of, _)| of == key).map(|(_, value)| std::mem::take(value));
        if let Some(text) = take(TEXT) {
            let stem = take(STEM).filter(|stem| !stem.is_empty());
            effects.extend(self.put(text, stem));
            self.unkept = false;
        }
        effects
    }

    fn say(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = Some(notice);
        Vec::new()
    }

    /// Takes the text from the field.
    fn take(&mut self, text: String) -> Vec<Effect> {
        if text == self.text {
            return Vec::new();
        }
        self.text = text;
        self.unkept = true;
        let mut effects = self.ask();
        effects.push(Effect::KeepSoon);
        effects
    }

    fn open(&mut self, name: String, bytes: Option<Vec<u8>>) -> Vec<Effect> {
        self.hovering = false;
        let Some(bytes) = bytes else { return self.say(Notice::Unreadable(name)) };
        let Ok(text) = String::from_utf8(bytes) else { return self.say(Notice::NoText(name)) };
        let stem = name.strip_suffix(".json").unwrap_or(&name).to_owned();
        self.replace(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned(), Some(stem))
    }

    /// Puts another text into the field, and says so where there was one that could be missed.
    fn replace(&mut self, text: String, stem: Option<String>) -> Vec<Effect> {
        self.before = (!self.is_blank()).then(|| (self.text.clone(), self.stem.clone()));
        let effects = self.put(text, stem);
        self.notice = self.before.is_some().then_some(Notice::Replaced);
        effects
    }

    fn put(&mut self, text: String, stem: Option<String>) -> Vec<Effect> {
        self.notice = None;
        self.look = None;
        self.trial = None;
        // A field holds line feeds alone.
        self.text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.stem = stem;
        self.unkept = true;
        let mut effects = vec![Effect::PutText(self.text.clone())];
        effects.extend(self.ask());
        effects.push(Effect::KeepSoon);
        effects
    }

    fn keep(&mut self) -> Vec<Effect> {
        if !std::mem::take(&mut self.unkept) {
            return Vec::new();
        }
        let stem = self.stem.clone().unwrap_or_default();
        vec![Effect::Store(TEXT, self.text.clone()), Effect::Store(STEM, stem)]
    }

    /// The name to save under: the file's own, or the scenario's id.
    fn file_name(&self) -> String {
        let id = self.report.as_ref().map(|report| report.id.clone());
        self.stem.clone().or(id).unwrap_or_else(|| "scenario".into()) + ".json"
    }

    fn land(&mut self, spot: Spot) -> Vec<Effect> {
        self.tab = Tab::Text;
        vec![Effect::Select(spot, self.lines())]
    }

    fn look_at(&mut self, step: Option<u32>) -> Vec<Effect> {
        self.trial = None;
        if step.map(StepIndex) == self.look && self.look.is_some() {
            return vec![Effect::Focus(".look h3")];
        }
        self.look = step.map(StepIndex);
        self.keep_looking();
        // What was pressed is gone.
        let Some(look) = self.look else { return vec![Effect::Focus(".graph")] };
        self.setup = self.setup_at(look);
        vec![Effect::Focus(".look h3")]
    }

    /// Looks at the same step of the plan as it is now, where there still is one.
    pub(super) fn keep_looking(&mut self) {
        let Some(look) = self.look else {
            self.scenario = None;
            return;
        };
        let before = self.scenario.as_ref().and_then(|scenario| scenario.steps().get(look.0 as usize));
        let id = before.map(|step| step.id.clone());
        self.scenario = self.plan.as_ref().and_then(|plan| plan.scenario());
        let steps = self.scenario.as_ref().map(|scenario| scenario.steps()).unwrap_or_default();
        let found = match id {
            Some(id) => steps.iter().position(|step| step.id == id),
            None => Some(look.0 as usize).filter(|at| *at < steps.len()),
        };
        self.look = found.map(|at| StepIndex(at as u32));
    }

    /// What a run has at a step: the middle of what it can have there, or what it starts with.
    fn setup_at(&self, step: StepIndex) -> Setup {
        let facts = self.plan.as_ref().and_then(|plan| plan.steps.get(step.0 as usize));
        match (facts.and_then(|facts| facts.ranges), &self.scenario) {
            (Some(ranges), _) => {
                let [leadership, management] = ranges.map(|(low, high)| low.midpoint(high).max(1));
                Setup { leadership, management, flags: 0 }
            }
            (None, Some(scenario)) => {
                let (leadership, management) = (scenario.meters().leadership.start, scenario.meters().management.start);
                Setup { leadership, management, flags: 0 }
            }
            (None, None) => Setup::default(),
        }
    }

    fn play(&mut self) -> Vec<Effect> {
        let (Some(step), Some(scenario)) = (self.look, &self.scenario) else { return Vec::new() };
        self.trial = Some(Trial::at(Rc::clone(scenario), step, self.setup));
        vec![Effect::Focus(".trial h3")]
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    const SMALL: &str = include_str!("../../tests/fixtures/small.json");

    /// A workbench with a text that has been checked.
    fn with(text: &str) -> Model {
        let mut model = Model::default();
        model.update(Event::Took(text.into()));
        answer(&mut model);
        model
    }

    fn answer(model: &mut Model) {
        let question = check::question(&model.text, model.stem.as_deref());
        check::answer_to(&question, &mut |part| {
            model.update(Event::Told(Some(part)));
        });
        model.update(Event::Painted);
    }

    #[test]
    fn a_text_that_breaks_leaves_the_last_report_and_says_that_it_is_old() {
        let mut model = with(SMALL);
        model.update(Event::Took(SMALL.replace("\"next\": \"rush\"", "\"next\": \"rusch\"")));
        answer(&mut model);
        assert!(model.stale && model.report.is_some());
        assert!(model.answer.as_ref().is_some_and(|answer| answer.counts[0] > 0));
        model.update(Event::Took(" \n".into()));
        assert!(model.report.is_none() && model.answer.is_none());
    }

    #[test]
    fn a_step_is_looked_at_and_played_from() {
        let mut model = with(SMALL);
        model.update(Event::Look(Some(1)));
        assert_eq!(
            model.scenario.as_ref().map(|scenario| scenario.step(StepIndex(1)).id.to_string()),
            Some("rush".into())
        );
        model.update(Event::Meter(Stance::Leader, "9".into()));
        model.update(Event::Meter(Stance::Manager, "x".into()));
        model.update(Event::Play);
        assert_eq!(model.trial.as_ref().map(|trial| trial.now.leadership), Some(9));
        model.update(Event::Choose(99));
        assert!(model.trial.as_ref().is_some_and(|trial| trial.now.step().is_some()), "nothing of the kind is offered");
        model.update(Event::Choose(0));
        assert!(model.trial.as_ref().is_some_and(|trial| trial.variant().is_some()));
        model.update(Event::StopPlay);
        assert!(model.trial.is_none() && model.look.is_some());
    }

    #[test]
    fn what_is_replaced_can_be_brought_back_and_what_is_kept_is_taken_up() {
        let mut model = with(SMALL);
        model.update(Event::FileCame("other.json".into(), Some(b"\xEF\xBB\xBF{}\r\n".to_vec())));
        assert_eq!((model.text.as_str(), model.stem.as_deref()), ("{}\n", Some("other")));
        assert_eq!(model.notice, Some(Notice::Replaced));
        model.update(Event::BringBack);
        assert_eq!(model.text, SMALL);
        let kept = model.update(Event::Keep);
        assert!(kept.contains(&Effect::Store(TEXT, SMALL.into())));
        assert!(model.update(Event::Keep).is_empty(), "it is kept");
        let mut again = Model::default();
        again.update(Event::Started(Some(vec![(TEXT.into(), SMALL.into()), (STEM.into(), "small".into())])));
        assert_eq!((again.text.as_str(), again.file_name().as_str()), (SMALL, "small.json"));
    }
}
