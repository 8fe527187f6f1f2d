//! Prints what a program can tell about stories, each figure beside the bar that it is held to:
//! `story_figures FILE...`. The other stories of the shipped ones, or of `--among FOLDER`, are what it compares them with.
#![allow(dead_code, reason = "the tests use the rest")]

#[path = "../tests/stories/figures/mod.rs"]
mod figures;

use figures::{Figure, Story};
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: story_figures [--among FOLDER] FILE...";

fn main() -> ExitCode {
    match table(std::env::args().skip(1)) {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn table(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let mut folder = figures::shipped().to_owned();
    let mut stories = Vec::new();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--among" => folder = PathBuf::from(arguments.next().ok_or(USAGE)?),
            _ if argument.starts_with('-') => return Err(USAGE.into()),
            _ => stories.push(Story::open(argument.as_ref())?),
        }
    }
    if stories.is_empty() {
        return Err(USAGE.into());
    }
    let mut among = figures::stories_of(&folder)?;
    among.retain(|other| stories.iter().all(|story| story.id() != other.id()));
    let mut out = String::new();
    for story in &stories {
        // A story is compared with the others that were named, too.
        let others: Vec<&Story> = among.iter().chain(&stories).filter(|other| other.id() != story.id()).collect();
        let (id, count) = (story.id(), story.scenario.steps().len());
        out += &format!("{id} ({:?}, {count} steps; words learnt from {} others)\n", story.difficulty(), others.len());
        figures::figures(story, &others).iter().for_each(|figure| out += &row(figure));
        out.push('\n');
    }
    let all: Vec<&Story> = among.iter().chain(&stories).collect();
    out += &format!("all {} stories\n", all.len());
    figures::set::figures(&all).iter().for_each(|figure| out += &row(figure));
    Ok(out)
}

/// A figure, its bar, and where the bar is missed the places.
fn row(figure: &Figure) -> String {
    let (value, bar) = (format!("{:.1}", figure.value), figure.bar());
    let mark = if figure.is_met() { "" } else { "MISSED" };
    let mut row = format!("  {:<58}{value:>7}  {bar:<14}{mark}\n", figure.name);
    if !figure.is_met() {
        figure.places.iter().for_each(|place| row += &format!("      {place}\n"));
    }
    row
}
