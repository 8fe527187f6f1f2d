//! Scenarios, and the ways through them that the rules find.

use std::{
    collections::{HashMap, VecDeque},
    fs,
    path::Path,
    rc::Rc,
};

use play::{Ending, Moment, Run, Turn};
use scenario::{Limits, Outcome, Scenario, read};

/// A small scenario, as the file of an author.
pub const SMALL: &str = include_str!("../../../fixtures/small.json");

/// A scenario of this text.
pub fn scenario(text: &str) -> Rc<Scenario> {
    match read(text.as_bytes(), &Limits::default()) {
        Ok(scenario) => Rc::new(scenario),
        Err(faults) => panic!("not a scenario: {faults:#?}"),
    }
}

/// The small scenario.
pub fn small() -> Rc<Scenario> {
    scenario(SMALL)
}

/// A shipped scenario.
pub fn crisis() -> Rc<Scenario> {
    shipped_as("crisis")
}

/// Every shipped scenario.
pub fn shipped() -> Vec<Rc<Scenario>> {
    let files = fs::read_dir(folder()).unwrap_or_else(|fault| panic!("there is no folder of scenarios: {fault}"));
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut ids: Vec<String> = names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect();
    ids.retain(|id| id != "scenario.schema");
    ids.sort();
    assert!(!ids.is_empty(), "there is no shipped scenario");
    ids.iter().map(|id| shipped_as(id)).collect()
}

/// The shortest way to an ending.
pub fn way(scenario: &Rc<Scenario>, wanted: impl Fn(Ending) -> bool) -> Run {
    find_way(scenario, wanted).unwrap_or_else(|| panic!("no way through {} ends so", scenario.id()))
}

/// The shortest way to an ending, where there is one.
pub fn find_way(scenario: &Rc<Scenario>, wanted: impl Fn(Ending) -> bool) -> Option<Run> {
    let first = Moment::first(scenario);
    let mut came_from = HashMap::from([(first, None)]);
    let mut reached = VecDeque::from([first]);
    while let Some(here) = reached.pop_front() {
        if here.ending().is_some_and(&wanted) {
            return Some(run_to(scenario, here, &came_from));
        }
        for (response, offered) in here.offered(scenario) {
            let there = here.after(offered).onward(scenario, offered);
            came_from.entry(there).or_insert_with(|| {
                reached.push_back(there);
                Some((here, response))
            });
        }
    }
    None
}

/// The shortest way to an outcome that is not a break.
pub fn way_to(scenario: &Rc<Scenario>, outcome: Outcome) -> Run {
    way(scenario, |ending| ending == Ending { outcome, broke: false })
}

/// A run's first decisions.
pub fn first(decisions: usize, of: &Run) -> Run {
    let mut run = of.clone();
    run.undo_to(decisions);
    run
}

/// The number that a decision's response bears among those that are offered, from 1.
pub fn number(scenario: &Scenario, turn: &Turn) -> usize {
    turn.before.offered(scenario).take_while(|(response, _)| *response != turn.response).count() + 1
}

fn run_to(scenario: &Rc<Scenario>, end: Moment, came_from: &HashMap<Moment, Option<(Moment, usize)>>) -> Run {
    let before = |moment: &Moment| came_from.get(moment).copied().flatten();
    let mut responses: Vec<usize> =
        std::iter::successors(before(&end), |(moment, _)| before(moment)).map(|(_, response)| response).collect();
    responses.reverse();
    let mut run = Run::start(Rc::clone(scenario));
    for response in responses {
        run.choose(response).unwrap_or_else(|refused| panic!("the rules refuse their own way: {refused:?}"));
    }
    run
}

/// A shipped scenario of an id.
pub fn shipped_as(id: &str) -> Rc<Scenario> {
    scenario(&text(id))
}

/// The file of a shipped scenario.
pub fn text(id: &str) -> String {
    let file = folder().join(format!("{id}.json"));
    fs::read_to_string(&file).unwrap_or_else(|fault| panic!("{} cannot be read: {fault}", file.display()))
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios")
}

/// A way of so many decisions to its end.
pub fn longest(scenario: &Rc<Scenario>, decisions: usize) -> Run {
    fn walk(run: &mut Run, left: usize) -> bool {
        if run.ending().is_some() || left == 0 {
            return run.ending().is_some() && left == 0;
        }
        let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
        for response in offered {
            let before = run.turns().len();
            if run.choose(response).is_ok() {
                if walk(run, left - 1) {
                    return true;
                }
                run.undo_to(before);
            }
        }
        false
    }
    let mut run = Run::start(Rc::clone(scenario));
    assert!(walk(&mut run, decisions), "no way through {} has {decisions} decisions", scenario.id());
    run
}
