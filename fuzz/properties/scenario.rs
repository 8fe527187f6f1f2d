//! A scenario's file: either all that is wrong with it, each fault at its place, or a scenario that stays what it is
//! through every form that it takes.

use super::places::Widths;
use super::stories::run_by;
use play::{Code, Record, play_as};
use scenario::pack::{pack, unpack};
use scenario::{Facilitator, Limits, Persona, Positions, ReadErrors, Scenario, formatted, read};
use std::rc::Rc;
use two_hats::app::{opened_file, read_file};

/// The longest sentence about a file, in bytes, however long the words in the file are.
const LONGEST: usize = 1_200;

pub fn holds(bytes: &[u8]) {
    is_json_or_is_told(bytes);
    match read(bytes, &Limits::default()) {
        Ok(scenario) => stays(bytes, Rc::new(scenario)),
        Err(faults) => faults_hold(bytes, &faults),
    }
    assert_eq!(opened_file::from_answer(&opened_file::to_answer(bytes), "a"), Some(read_file("a".into(), bytes)));
}

/// Of the same JSON everyone makes the same, and what is no JSON is told.
fn is_json_or_is_told(bytes: &[u8]) {
    let plain = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let value = serde_json::from_slice::<serde_json::Value>(plain);
    match (formatted(bytes, &Limits::default()), value) {
        (Ok(file), Ok(value)) => {
            assert_eq!(serde_json::from_str::<serde_json::Value>(&file).ok(), Some(value), "{file}");
            assert_eq!(formatted(file.as_bytes(), &Limits::default()).ok(), Some(file), "what is in order stays so");
        }
        (Ok(_), Err(fault)) => assert!(fault.to_string().starts_with("number out of range"), "{fault}"),
        (Err(faults), Ok(_)) => {
            let known = ["duplicate-key", "over-limit"];
            assert!(faults.iter().all(|fault| known.contains(&fault.code.name())), "{faults:?}");
        }
        (Err(_), Err(_)) => {}
    }
}

fn faults_hold(bytes: &[u8], faults: &ReadErrors) {
    assert_eq!(read(bytes, &Limits::default()).err().as_ref(), Some(faults), "the same file has the same faults");
    assert!(faults.count() >= faults.iter().count() && faults.iter().count() > 0);
    assert!(faults.iter().is_sorted_by_key(|fault| fault.span), "in the order of the file");
    let (positions, widths) = (Positions::new(bytes), Widths::of(bytes));
    for fault in faults.iter() {
        widths.hold(&positions, fault.span);
        assert!(!fault.message.is_empty());
        for text in [&fault.message, &fault.help].into_iter().chain(fault.related.iter().map(|it| &it.message)) {
            assert!(text.len() <= LONGEST, "{} bytes: {text}", text.len());
        }
        fault.related.iter().for_each(|related| widths.hold(&positions, related.span));
    }
}

/// What a player meets of a scenario.
pub fn told(scenario: &Scenario) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut steps = scenario.steps().to_vec();
    for step in &mut steps {
        step.facilitator = Facilitator::default();
        step.allow = Vec::new();
    }
    let texts = [scenario.title(), scenario.summary(), scenario.role(), scenario.language()].map(str::to_owned);
    let (cast, flags) = (scenario.cast().to_vec(), scenario.flags().to_vec());
    let head = (scenario.id().clone(), scenario.minutes(), scenario.scene().cloned(), scenario.start());
    let shown = (scenario.image().cloned(), scenario.pictures().to_vec());
    (texts, head, cast, flags, *scenario.meters(), steps, scenario.outcomes().clone(), scenario.fingerprint(), shown)
}

/// Whether a scenario stays what it is: put in order, packed, played, written down.
fn stays(bytes: &[u8], scenario: Rc<Scenario>) {
    let file = formatted(bytes, &Limits::default()).expect("a scenario can be put in order");
    let again = read(file.as_bytes(), &Limits { bytes: usize::MAX, ..Limits::default() });
    assert_eq!(again.as_ref().ok(), Some(&*scenario), "read again");
    let unpacked = Rc::new(unpack(&pack(&scenario)).expect("a pack"));
    assert_eq!(told(&unpacked), told(&scenario));
    plays(&scenario, &unpacked, bytes);
}

/// Whether two forms of a scenario play alike, and a run of one can be written down and read.
pub fn plays(one: &Rc<Scenario>, other: &Rc<Scenario>, lots: &[u8]) {
    let by_personas = Persona::ALL.map(|persona| [one, other].map(|scenario| play_as(persona, scenario)));
    for [run, same] in by_personas.into_iter().chain([[one, other].map(|scenario| run_by(lots, scenario))]) {
        assert_eq!((run.turns(), run.now()), (same.turns(), same.now()));
        assert!(run.turns().len() <= one.steps().len() && run.variant().is_some());
        let code = Code::of(&run).expect("the run has ended");
        assert_eq!(Code::read(code.as_str(), other).ok().as_ref(), Some(&same), "{code}");
        let record = Record::of(&run);
        let replay = Record::from_line(&record.to_line()).expect("a record").replay(Rc::clone(one)).expect("its own");
        assert!(replay.run == run && replay.stop.is_none() && !replay.edited);
    }
}
