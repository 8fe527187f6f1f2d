//! What stands in an address, and what people type: a run's record, a run's code.

use super::lines::is_tame;
use super::stories::{crisis, run_by, small};
use play::{Code, Record, Run};
use scenario::{Scenario, pack};
use std::rc::Rc;
use two_hats::app::{Route, Source};
use two_hats::pages::debrief::model::{Effect, Message, Model, Past, Request, RunText, Stage, count};

pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let route = Route::parse(&text);
    let back = Route::parse(&route.to_string());
    assert!(back == route || route == Route::Unknown, "{route:?} leads to {back:?}");
    if let Route::Take(_, record) = &route {
        record_holds(record);
    }
    if let Some(record) = Record::from_line(&text) {
        record_holds(&record);
    }
    for scenario in [small(), crisis()] {
        code_holds(&text, &scenario);
        slip_holds(bytes, &scenario);
    }
    for run in [RunText::Code(text.clone().into_owned()), RunText::Record(text.into_owned())] {
        debrief_holds(run);
    }
}

/// A debrief is told, or it is said why it is not.
fn debrief_holds(run: RunText) {
    let (source, base) = (Source::from_key("small"), "https://example.org/".into());
    let (mut model, _) = Model::new(Request { source, version: String::new(), run, base });
    let _ = model.update(Message::Loaded(Ok(pack::pack(&small())), Past::default()));
    // Where no worker starts, the page counts.
    for effect in model.update(Message::NoWorker) {
        if let Effect::CountHere(run) = effect {
            let _ = model.update(Message::Counted(count(&run)));
        }
    }
    match &model.stage {
        Stage::Told(told) => {
            is_tame(&told.report.picture(None));
            assert!(told.report.summary().contains(&told.report.code()));
        }
        Stage::Failed(_) => {}
        other => panic!("{other:?} waits for nothing"),
    }
}

/// A record is written as it is read, and plays as far as it fits.
fn record_holds(record: &Record) {
    assert_eq!(Record::from_line(&record.to_line()).as_ref(), Some(record));
    for scenario in [small(), crisis()] {
        let Ok(replay) = record.replay(Rc::clone(&scenario)) else {
            assert_ne!(record.scenario, *scenario.id());
            continue;
        };
        let played = Record::of(&replay.run).responses;
        assert_eq!(record.responses.get(..played.len()), Some(&*played));
        match replay.stop {
            None => assert_eq!(played.len(), record.responses.len()),
            Some(stop) => assert_eq!(stop.decision, played.len()),
        }
    }
}

/// The letters and digits of a text, as a code is written.
fn plain(text: &str) -> String {
    let signs: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    signs.to_ascii_uppercase().replace('O', "0").replace(['I', 'L'], "1")
}

/// What is taken for a code holds the code of its run.
fn code_holds(text: &str, scenario: &Rc<Scenario>) {
    if let Ok(run) = Code::read(text, scenario) {
        assert!(run.ending().is_some());
        assert!(plain(text).contains(Code::of(&run).expect("it has ended").as_str()), "{text:?}");
    }
}

/// A run by lots comes back from its code; with one wrong character it is noticed.
fn slip_holds(lots: &[u8], scenario: &Rc<Scenario>) {
    let run: Run = run_by(lots, scenario);
    let code = Code::of(&run).expect("it has ended").to_string();
    assert_eq!(Code::read(&code, scenario).as_ref(), Ok(&run));
    let at = lots.first().map_or(0, |lot| usize::from(*lot)) % code.len();
    let wrong = char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[lots.len() % 32]);
    let mut typed = code.clone();
    typed.replace_range(at..=at, &wrong.to_string());
    assert!(typed == code || Code::read(&typed, scenario).is_err(), "{typed} for {code}");
}
