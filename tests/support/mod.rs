//! What the tests share: a small scenario to bend, and scenarios made at random.

pub mod browser;
pub mod debrief;
pub mod guide;
pub mod journal;
pub mod made;
pub mod phones;
pub mod room;

use scenario::{Goal, Limits, Positions, ReadErrors, Scenario, pack, read};
use std::rc::Rc;

/// A small valid scenario: two steps, one flag, one speaker, every outcome.
pub const SMALL: &str = include_str!("../fixtures/small.json");

/// Reads a text as a scenario file.
pub fn reading(text: &str) -> Result<Scenario, ReadErrors> {
    read(text.as_bytes(), &Limits::default())
}

/// A text that must be a valid scenario.
pub fn scenario(text: &str) -> Rc<Scenario> {
    match reading(text) {
        Ok(scenario) => Rc::new(scenario),
        Err(faults) => panic!("not a scenario:\n{}", listed(text.as_bytes(), &faults).join("\n")),
    }
}

/// A shipped scenario.
pub fn shipped(id: &str) -> Rc<Scenario> {
    scenario(&shipped_text(id))
}

/// The file of a shipped scenario.
pub fn shipped_text(id: &str) -> String {
    let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a shipped scenario")
}

/// The ids of all shipped scenarios.
pub fn shipped_ids() -> Vec<String> {
    let folder = format!("{}/scenarios", env!("CARGO_MANIFEST_DIR"));
    let mut ids: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of scenarios")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name != "scenario.schema.json")
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect();
    ids.sort();
    ids
}

/// A pack of the small scenario that somebody made up: its fingerprint is right, and a step of it leads back to itself.
pub fn looped() -> Vec<u8> {
    let packed = pack::pack(&scenario(SMALL));
    let leads_back = |scenario: &Scenario| {
        let mut steps = scenario.steps().iter().enumerate();
        steps.any(|(at, step)| {
            let mut branches = step.responses.iter().flat_map(|response| &response.next);
            branches.any(|branch| matches!(branch.to, Goal::Step(to) if to.0 as usize <= at))
        })
    };
    let changed = (0..packed.len()).flat_map(|at| [1, 2].map(|value| (at, value)));
    let made_up = changed.filter_map(|(at, value)| {
        let mut packed = packed.clone();
        packed[at] = value;
        pack::with_fresh_fingerprint(&packed)
    });
    let mut looped = made_up.filter(|made_up| pack::unpack(made_up).is_some_and(|scenario| leads_back(&scenario)));
    looped.next().expect("one byte says where a response leads")
}

/// ReadErrors as `code line:column`.
pub fn listed(bytes: &[u8], faults: &ReadErrors) -> Vec<String> {
    let positions = Positions::new(bytes);
    let place = |fault: &scenario::ReadError| positions.at(fault.span.start);
    faults.iter().map(|fault| format!("{} {}:{}", fault.code.name(), place(fault).line, place(fault).column)).collect()
}
