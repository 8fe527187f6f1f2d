//! The journal and the field guide in English: their pages, and the words that fill their gaps. What the guide teaches is
//! in [`crate::words::guide`].

pub(super) static JOURNAL: &str = include_str!("journal.html");
pub(super) static MIRROR: &str = include_str!("mirror.html");
pub(super) static KEEP: &str = include_str!("keep.html");
pub(super) static PREVIEW: &str = include_str!("preview.html");
pub(super) static GUIDE: &str = include_str!("guide.html");
pub(super) static HANDOUT: &str = include_str!("handout.html");
pub(super) static SELF_CHECK: &str = include_str!("self_check.html");

/// The questions of the self-check, in a word or two.
pub(super) static QUESTIONS: [&str; 3] = ["Your time", "What you rely on", "What you ask first"];

/// Things that are counted: one, more.
pub(super) static RUNS: [&str; 2] = ["run", "runs"];
pub(super) static STORIES: [&str; 2] = ["story", "stories"];
pub(super) static SCENARIOS: [&str; 2] = ["scenario", "scenarios"];
pub(super) static ANSWERS: [&str; 2] = ["answer", "answers"];
pub(super) static DECISIONS: [&str; 2] = ["decision", "decisions"];
pub(super) static SESSIONS: [&str; 2] = ["group session", "group sessions"];
pub(super) static DRAFTS: [&str; 2] = ["text on the workbench", "texts on the workbench"];
pub(super) static THINGS: [&str; 2] = ["other thing", "other things"];
pub(super) static ARE: [&str; 2] = ["thing is", "things are"];
pub(super) static THINGS_ALONE: [&str; 2] = ["thing", "things"];

/// A number of things.
pub(super) fn counted(count: usize, [one, more]: [&str; 2]) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Things in a row, with the word before the last; those that there are none of are left out.
pub(super) fn listed(counts: &[(usize, [&str; 2])]) -> String {
    let parts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, words)| counted(*count, *words)).collect();
    match parts.split_last() {
        None => counted(0, THINGS_ALONE),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// How many runs the journal has, of how many stories.
pub(super) fn journal(runs: usize, stories: usize) -> String {
    format!("{} of {}, the newest first.", counted(runs, RUNS), counted(stories, STORIES))
}

/// How the runs of a while were played.
pub(super) fn played(runs: usize, percent: usize) -> String {
    match runs {
        0 => "no run".into(),
        _ => format!("{}, leader’s hat {percent} %", counted(runs, RUNS)),
    }
}
