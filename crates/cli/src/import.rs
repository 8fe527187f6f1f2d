//! `two-hats import`: a story made with Twine as a draft of a scenario, and a report of what came along.

use super::output::{complain, note, say};
use super::{End, Plain, Source, is_standard_input, write};
use ::import::{Fate, Imported, Options};
use clap::Args;
use lint::render::{shown, shown_lines};
use scenario::Id;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Import {
    /// The story: a page that Twine 2 published or archived, Twee 3, or JSON; `-` is the standard input
    file: PathBuf,
    /// Where to write the draft; ID.json in this folder without one
    #[arg(short, long, value_name = "FILE.json")]
    output: Option<PathBuf>,
    /// The story's variable that becomes the meter of leadership
    #[arg(long, value_name = "VARIABLE")]
    leadership: Option<String>,
    /// The story's variable that becomes the meter of management
    #[arg(long, value_name = "VARIABLE")]
    management: Option<String>,
    /// Which story of an archive, by its name
    #[arg(long, value_name = "NAME")]
    story: Option<String>,
    /// How to say what became of the story
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    format: Plain,
}

/// Writes the draft, and says what became of each piece of the story.
pub fn run(asked: &Import) -> End {
    let named =
        |variable: &Option<String>| variable.as_deref().map(|name| name.trim().trim_start_matches('$').to_owned());
    let (leadership, management) = (named(&asked.leadership), named(&asked.management));
    if leadership.is_some() && leadership == management {
        return complain("Both meters are the same variable. Name one for each, or leave one out.");
    }
    let stem = asked.output.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    if let Some(stem) = stem.as_deref().filter(|stem| Id::new(stem).is_none()) {
        let help = "A scenario's file is called by its id: small letters and digits in words joined by - or _, as in night-train.json.";
        return complain(&format!("{stem} is not an id. {help}"));
    }
    let source = match Source::read(&asked.file) {
        Ok(source) => source,
        Err(trouble) => return complain(&trouble),
    };
    let options = Options {
        id: stem.as_deref(),
        leadership: leadership.as_deref(),
        management: management.as_deref(),
        story: asked.story.as_deref(),
    };
    let Imported { id, text, report } = match ::import::import(&source.bytes, &options) {
        Ok(imported) => imported,
        Err(error) => {
            let name = if is_standard_input(&asked.file) { "standard input" } else { &source.name };
            let place = if error.line > 0 { format!("{name}:{}", error.line) } else { name.to_owned() };
            let how = if error.stories.is_empty() { "" } else { "Name it with `--story`. " };
            note(&format!("error: {place}: {} {how}{}", error.message, error.help));
            return End::Faulty;
        }
    };
    let path = asked.output.clone().unwrap_or_else(|| PathBuf::from(format!("{id}.json")));
    match write::create(&path, text.as_bytes()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return complain(&format!("{} is there already, and is left as it is.", path.display()));
        }
        Err(error) => return complain(&format!("{} could not be written: {error}.", path.display())),
    }
    let end = say(&match asked.format {
        Plain::Text => shown_lines(&report.text()),
        Plain::Json => report.json(),
    });
    let path = shown(&path.display().to_string());
    let [left_out, changed, carried] = Fate::ALL.map(|fate| report.count(fate));
    note(&format!(
        "{path} is written: {carried} carried, {changed} changed, {left_out} left out. See: two-hats check {path}"
    ));
    end
}
