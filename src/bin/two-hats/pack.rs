//! `two-hats pack`: the whole game with an author's scenarios, in one file.

use super::{End, Source, complain, in_colour, is_schema, say};
use clap::Args;
use std::path::{Path, PathBuf};
use std::{fs, io};
use two_hats::check::{self, Options, Severity, render};
use two_hats::course::{self, Story};
use two_hats::paths::Difficulty;
use two_hats::scenario::Outcome;

/// The packed app, where this tool was built around it.
#[cfg(feature = "app-inside")]
static SHELL: Option<&[u8]> = Some(include_bytes!(env!("TWO_HATS_SHELL")));
#[cfg(not(feature = "app-inside"))]
static SHELL: Option<&[u8]> = None;

#[derive(Args)]
pub struct Pack {
    /// The scenarios, in the order in which the home page shows them
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where to write it
    #[arg(short, long, value_name = "FILE.html")]
    output: PathBuf,
    /// What the course is called
    #[arg(long, default_value = "Two Hats")]
    title: String,
}

/// Makes a course of the scenarios, all of which must be sound.
pub fn run(asked: &Pack) -> End {
    let Some(shell) = SHELL else {
        return complain("This tool was built without the app inside. Take the one that `cargo xtask dist` makes.");
    };
    if asked.title.trim().is_empty() {
        return complain("The title is empty. Write one, or leave --title out.");
    }
    let mut end = End::Good;
    let mut stories: Vec<Story> = Vec::new();
    for path in asked.files.iter().filter(|path| !is_schema(path)) {
        match story(path) {
            Ok(story) if stories.iter().any(|other| other.scenario.id() == story.scenario.id()) => {
                let trouble = format!("{} has the id {} of another file.", path.display(), story.scenario.id());
                end = end.max(complain(&trouble));
            }
            Ok(story) => stories.push(story),
            Err(fault) => end = end.max(fault),
        }
    }
    let output = &asked.output;
    if end != End::Good {
        eprintln!("{} was not written.", output.display());
        return end;
    }
    if stories.is_empty() {
        return complain("There is no scenario among these files.");
    }
    // What was written here before may be written anew; anything else stays.
    if fs::exists(output).unwrap_or(true)
        && !Source::read(output).is_ok_and(|there| there.bytes.starts_with(course::START))
    {
        return complain(&format!("{} is there already and is no course: it is left as it is.", output.display()));
    }
    let Some(page) = course::course(shell, &asked.title, &stories) else {
        return complain("The app inside this tool is not whole. Get the tool again.");
    };
    match fs::write(output, &page) {
        Ok(()) => {
            let (path, count, size) = (output.display(), stories.len(), page.len());
            let scenarios = if count == 1 { "1 scenario".into() } else { format!("{count} scenarios") };
            say(&format!("{path} is written: the game with {scenarios}, {size} bytes. Open it in a browser.\n"));
            End::Good
        }
        Err(error) => complain(&format!("{} could not be written: {error}.", output.display())),
    }
}

/// A scenario with all that a course knows of it, after saying what an author should know; or the end.
fn story(path: &Path) -> Result<Story, End> {
    let source = Source::read(path).map_err(|trouble| complain(&trouble))?;
    let checked = check::check(&source.bytes, &Options { file_stem: source.stem.as_deref(), ..Options::default() });
    eprint!("{}", render::text(&[source.with(&checked)], in_colour(&io::stderr())));
    let difficulty = checked.analysis.as_ref().map(|found| Difficulty::of(&found.outcome(Outcome::Balanced).share));
    let sound = checked.count(Severity::Error) == 0;
    match checked.scenario.filter(|_| sound) {
        Some(scenario) => Ok(Story { scenario, difficulty, source: source.bytes }),
        None => Err(End::Faulty),
    }
}
