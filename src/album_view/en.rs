//! What is counted in the journal, in words.

/// The questions of the self-check, in a word or two.
pub(crate) static QUESTIONS: [&str; 3] = ["Your time", "What you rely on", "What you ask first"];

/// Things that are counted: one, more.
pub(crate) static RUNS: [&str; 2] = ["run", "runs"];
pub(crate) static STORIES: [&str; 2] = ["story", "stories"];
pub(crate) static SCENARIOS: [&str; 2] = ["scenario", "scenarios"];
pub(crate) static ANSWERS: [&str; 2] = ["answer", "answers"];
pub(crate) static DECISIONS: [&str; 2] = ["decision", "decisions"];
pub(crate) static SESSIONS: [&str; 2] = ["group session", "group sessions"];
pub(crate) static DRAFTS: [&str; 2] = ["text on the workbench", "texts on the workbench"];
pub(crate) static THINGS: [&str; 2] = ["other thing", "other things"];
pub(crate) static ARE: [&str; 2] = ["thing is", "things are"];
pub(crate) static THINGS_ALONE: [&str; 2] = ["thing", "things"];

/// A number of things.
pub(crate) fn counted(count: usize, [one, more]: [&str; 2]) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Things in a row, with the word before the last; those that there are none of are left out.
pub(crate) fn listed(counts: &[(usize, [&str; 2])]) -> String {
    let parts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, words)| counted(*count, *words)).collect();
    match parts.split_last() {
        None => counted(0, THINGS_ALONE),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// How many runs the journal has, of how many stories.
pub(crate) fn journal(runs: usize, stories: usize) -> String {
    format!("{} of {}, the newest first.", counted(runs, RUNS), counted(stories, STORIES))
}

/// How the runs of a while were played.
pub(crate) fn played(runs: usize, percent: usize) -> String {
    match runs {
        0 => "no run".into(),
        _ => format!("{}, leader’s hat {percent} %", counted(runs, RUNS)),
    }
}
