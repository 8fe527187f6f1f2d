//! The cuts of stories for a room, in `scenarios/workshop`: five decisions, 15 minutes, and a debrief of 20 in the notes.

use lint::{Checked, Options, check};
use play::longest_after;
use scenario::{Outcome, Scenario, Step, StepIndex};
use std::fs;
use std::path::Path;

/// Each cut by its file's name, checked.
fn cuts() -> Vec<(String, Checked)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/workshop");
    let files = fs::read_dir(folder).expect("the folder of cuts").map(|entry| entry.expect("a file").path());
    let cut = |path: std::path::PathBuf| {
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let checked =
            check(&fs::read(&path).expect("a file"), &Options { file_stem: Some(&stem), ..Options::default() });
        (stem, checked)
    };
    let cuts: Vec<_> = files.map(cut).collect();
    assert!(!cuts.is_empty());
    cuts
}

fn scenario(checked: &Checked) -> &Scenario {
    checked.scenario.as_deref().expect("a scenario")
}

/// The steps after which a run ends.
fn last_steps(scenario: &Scenario) -> impl Iterator<Item = &Step> {
    let steps = (0..).map(StepIndex).zip(scenario.steps());
    steps.filter(|(at, _)| longest_after(scenario, *at, 0) == 0).map(|(_, step)| step)
}

#[test]
fn a_cut_has_no_error_and_no_warning_and_can_end_in_every_way() {
    for (name, checked) in cuts() {
        let found: Vec<_> =
            checked.diagnostics.iter().map(|found| format!("{}: {}", found.code, found.message)).collect();
        assert!(found.is_empty(), "{name}: {found:?}");
        let analysis = checked.analysis.as_ref().expect("it has few enough states");
        for outcome in Outcome::ALL {
            assert!(analysis.outcome(outcome).witness.is_some(), "{name} never ends {}", outcome.name());
        }
        let balanced = analysis.outcome(Outcome::Balanced).share.percent();
        assert!((10.0..=35.0).contains(&balanced), "{name} ends balanced in {balanced:.1} %");
    }
}

#[test]
fn a_cut_has_five_decisions_and_fifteen_minutes() {
    for (name, checked) in cuts() {
        let scenario = scenario(&checked);
        assert_eq!(longest_after(scenario, scenario.start(), 0) + 1, 5, "{name}");
        let most = scenario.steps().iter().map(|step| step.facilitator.minutes.expect("minutes")).max();
        assert!(most.is_some_and(|most| most * 5 <= 15), "{name}: {most:?} minutes on a step");
        assert_eq!(scenario.minutes(), 15, "{name}");
    }
}

#[test]
fn each_last_step_of_a_cut_says_how_to_spend_twenty_minutes_on_the_debrief() {
    for (name, checked) in cuts() {
        let scenario = scenario(&checked);
        let mut steps = last_steps(scenario).peekable();
        assert!(steps.peek().is_some(), "{name} has a last step");
        for step in steps {
            let notes = &step.facilitator.notes;
            let plan = notes.split_once("Debrief, 20 minutes.").map(|(_, plan)| plan);
            let plan = plan.unwrap_or_else(|| panic!("{name}: {} has no debrief", step.id));
            // "(1) What happened, 4: …"
            let minutes = |part: &str| part.split_once(':')?.0.rsplit_once(", ")?.1.parse::<u32>().ok();
            let parts: Vec<u32> = plan.split('(').skip(1).filter_map(minutes).collect();
            assert_eq!((parts.len(), parts.iter().sum::<u32>()), (4, 20), "{name}: {}: {parts:?}", step.id);
            assert!(step.facilitator.discuss.len() >= 2, "{name}: {}", step.id);
        }
    }
}
