//! What each event does.

use super::{Effect, Event, Model, Notice, Site, Spot, Tab};
use crate::app::Source;
use author::new_scenario;
use delivery::Catalogue;
use scenario::{Id, written};
use std::rc::Rc;

impl Model {
    /// Takes up an event, and says what is to be done to the browser. Never fails: an event that does not fit changes
    /// nothing.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Started { kept, open, window } => {
                self.not_stored = kept.is_none();
                let kept = kept.unwrap_or_default();
                self.own = Rc::new(library::opened_scenarios(&kept));
                let mut effects = vec![Effect::FetchIndex];
                effects.extend(self.take_up_drafts(kept, open, window));
                effects
            }
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
            Event::Start => match Source::from_key(&self.picked) {
                Some(Source::Shipped(id)) => vec![Effect::FetchSource(id)],
                Some(Source::Own(id)) => match self.own.iter().find(|own| *own.id() == id).map(written) {
                    Some(text) => self.replace(text, None),
                    None => self.say(Notice::NotCome),
                },
                None => match Id::new("new-story") {
                    Some(id) => self.replace(new_scenario(&id, None), None),
                    None => Vec::new(),
                },
            },
            // The file that an author makes of it is named by its id.
            Event::SourceCame(_, Some(bytes)) => self.replace(String::from_utf8_lossy(&bytes).into_owned(), None),
            Event::SourceCame(_, None) => self.say(Notice::NotCome),
            Event::BringBack => self.bring_back(),
            Event::TakeBack if self.drafts.can_go_back() => self.bring_back(),
            Event::TakeBack => Vec::new(),
            Event::OpenDraft(id) => self.open_draft(&id),
            Event::TakeAway(id) => self.take_away(&id),
            Event::KeepAfterAll => self.keep_after_all(),
            Event::ShowNewer => self.show_newer(),
            Event::Stored(key, value) => self.heard(&key, value),
            Event::NotErased => self.say(Notice::NotErased),
            Event::FileNotSaved => self.say(Notice::FileNotSaved),
            Event::Save => {
                let mut effects = self.save();
                effects.extend(self.keep_version(""));
                effects
            }
            Event::Keep => self.pause(),
            Event::Kept { id, known, value, outcome } => self.kept(&id, known, value, outcome),
            Event::PictureKept(key, fits) => self.picture_kept(&key, fits),
            Event::Leave => self.leave(),
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
            Event::Cursor(at, before, behind) => {
                self.cursor = at;
                self.site = Site::between(&before, &behind);
                Vec::new()
            }
            Event::PutConcept(concept) => {
                let put = self.site.as_ref().map(|site| site.put(self.cursor, concept));
                put.map(|(from, to, text)| Effect::Write(from, to, text)).into_iter().collect()
            }
            Event::Look(step) => self.look_at(step),
            Event::Zoomed(to, room) => self.draw_map(to, room),
            Event::Meter(stance, value) => self.set_meter(stance, &value),
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
            Event::Balance(event) => self.balance(event),
            Event::Import(event) => self.import(event),
            Event::Sheet(event) => self.sheet(event),
            Event::Studio(event) => self.studio(event),
            Event::StopPlay => {
                self.trial = None;
                vec![Effect::Focus(".look h3")]
            }
        }
    }

    pub(super) fn say(&mut self, notice: Notice) -> Vec<Effect> {
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
        self.touch();
        let mut effects = self.ask();
        effects.push(Effect::KeepSoon);
        effects
    }

    /// Puts a text into the field.
    pub(super) fn put(&mut self, text: String, stem: Option<String>) -> Vec<Effect> {
        self.notice = None;
        self.look = None;
        self.trial = None;
        self.site = None;
        // A field holds line feeds alone.
        self.text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.stem = stem;
        self.unkept = true;
        self.edit_anew();
        let mut effects = vec![Effect::PutText(self.text.clone())];
        effects.extend(self.ask());
        effects.push(Effect::KeepSoon);
        effects
    }

    /// What the text is called: by its file, or by the scenario's id.
    pub(super) fn title(&self) -> String {
        let id = self.report.as_ref().map(|report| report.id.clone());
        self.stem.clone().or(id).unwrap_or_else(|| "scenario".into())
    }

    /// The name to save under.
    pub(super) fn file_name(&self) -> String {
        self.title() + ".json"
    }

    fn land(&mut self, spot: Spot) -> Vec<Effect> {
        let mut effects = self.show_text();
        self.tab = Tab::Text;
        effects.push(Effect::Select(spot, self.lines()));
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::super::{answer_to, check};
    use super::*;
    use library::Packed;
    use scenario::{Limits, Stance, StepIndex, pack, read};

    const SMALL: &str = include_str!("../../tests/fixtures/small.json");

    /// A workbench with a text that has been checked.
    fn with(text: &str) -> Model {
        let mut model = Model::default();
        model.update(Event::Took(text.into()));
        answer(&mut model);
        model
    }

    fn answer(model: &mut Model) {
        let question = check::question(&model.text, model.stem.as_deref(), &[]);
        answer_to(&question, &mut |part| {
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
        let (low, high) = model.choosable(Stance::Leader);
        for refused in ["900".to_owned(), (high + 1).to_string(), (low - 1).to_string(), "x".into(), "2.5".into()] {
            model.update(Event::Meter(Stance::Leader, refused));
            assert_eq!(model.refused, Some(Stance::Leader));
            assert_eq!(model.update(Event::Play), [Effect::Focus(".from [aria-invalid]")]);
            assert!(model.trial.is_none(), "no run has that here");
        }
        model.update(Event::Meter(Stance::Leader, high.to_string()));
        assert_eq!(model.refused, None);
        model.update(Event::Play);
        assert_eq!(model.trial.as_ref().map(|trial| trial.now.leadership), Some(high));
        model.update(Event::Choose(99));
        assert!(model.trial.as_ref().is_some_and(|trial| trial.now.step().is_some()), "nothing of the kind is offered");
        model.update(Event::Choose(0));
        assert!(model.trial.as_ref().is_some_and(|trial| trial.variant().is_some()));
        model.update(Event::StopPlay);
        assert!(model.trial.is_none() && model.look.is_some());
    }

    #[test]
    fn a_file_in_utf_16_is_opened_and_one_that_is_something_else_is_named() {
        let mut model = with(SMALL);
        let utf_16 = "\u{feff}{\"å\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        model.update(Event::FileCame("other.json".into(), Some(utf_16)));
        assert_eq!(model.text, "{\"å\": 1}");
        for (bytes, what) in [(&b"\x89PNG\r\n\x1a\n"[..], "PNG"), (b"a,b\n1,2\n", "CSV"), (b"caf\xE9", "`é`")] {
            model.update(Event::FileCame("other.json".into(), Some(bytes.to_vec())));
            let Some(Notice::NoText(name, message, help)) = &model.notice else { panic!("{:?}", model.notice) };
            assert!(name == "other.json" && message.contains(what) && !help.is_empty(), "{message}");
            assert_eq!(model.text, "{\"å\": 1}", "the text stays");
        }
    }

    #[test]
    fn a_file_is_taken_as_a_field_holds_it_and_what_it_replaces_is_not_lost() {
        let mut model = with(SMALL);
        model.update(Event::FileCame("other.json".into(), Some(b"\xEF\xBB\xBF{}\r\n".to_vec())));
        assert_eq!((model.text.as_str(), model.stem.as_deref()), ("{}\n", Some("other")));
        assert_eq!(model.notice, Some(Notice::Replaced));
        let mut hidden = Model::default();
        hidden.update(Event::FileCame("small.json.txt".into(), Some(SMALL.into())));
        assert_eq!(hidden.file_name(), "small.json");
    }

    #[test]
    fn a_scenario_that_was_opened_in_the_game_is_there_to_start_from() {
        let small = read(SMALL.as_bytes(), &Limits::default()).expect("a scenario");
        let packed = Packed(pack::pack(&small)).to_text();
        let kept = [("scenario/small", &*packed), ("scenario/rubbish", "no pack"), ("run/own/small", "")];
        let kept = kept.map(|(key, value)| (key.to_owned(), value.to_owned())).to_vec();
        let mut model = Model::default();
        model.update(Event::Started { kept: Some(kept), open: None, window: "w".into() });
        assert_eq!(model.own.len(), 1);
        // A shipped one of the same id is another.
        model.update(Event::Picked("small".into()));
        assert_eq!(model.update(Event::Start), [Effect::FetchSource(small.id().clone())]);
        model.update(Event::Picked("own/small".into()));
        model.update(Event::Start);
        let again = read(model.text.as_bytes(), &Limits::default()).expect("a scenario");
        assert_eq!(again.fingerprint(), small.fingerprint());
        model.update(Event::Picked("own/gone".into()));
        model.update(Event::Start);
        assert_eq!(model.notice, Some(Notice::NotCome));
    }
}
