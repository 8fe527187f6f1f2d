//! The author's command-line tool: arguments, files and exit codes. What it says is made in the library.

mod balance;
mod expand;
#[cfg(feature = "host")]
mod host;
mod import;
mod output;
mod pack;
mod source;
mod write;

use analysis::{STATE_LIMIT, analyse};
use author::graph;
use clap::{Args, Parser, Subcommand, ValueEnum};
use lint::render::{shown, shown_lines};
use lint::{Checked, Options, Severity, render};
use output::{arrived, complain, in_colour, note, report, say};
use scenario::{Id, Limits};
use source::{Source, is_schema, is_standard_input, read};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Tools for the authors of Two Hats' scenarios.
#[derive(Parser)]
#[command(name = "two-hats", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say everything that is wrong with scenarios, where it is, and what to do
    Check(Check),
    /// Explain a code that `check` names
    Explain {
        /// The code, such as unreachable-step
        code: String,
    },
    /// Say exactly what a scenario will do: ways, shares, ranges, and where outcomes are decided
    Analyse(Analyse),
    /// Propose which numbers to change so that a scenario does what its author wants
    Balance(balance::Arguments),
    /// Draw a scenario
    Graph(Graph),
    /// Write a small scenario to start from
    New(New),
    /// Make a draft of a story made with Twine, and say what of it came along
    Import(import::Import),
    /// Set keys in the documented order, and a steady layout
    Fmt(Format),
    /// Make the whole game with these scenarios one file, which opens in any browser from anywhere
    Pack(pack::Pack),
    /// Serve the game and a room's phones in this network, with no internet
    #[cfg(feature = "host")]
    Host(host::Host),
}

#[derive(Args)]
struct Check {
    /// The scenarios, each a `.json` or a `.zip` of it and its pictures; `-` is the standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// Let warnings fail the check as errors do
    #[arg(long)]
    deny_warnings: bool,
    /// How many states of a scenario to look at before its analysis is given up; 0 for no analysis
    #[arg(long, default_value_t = STATE_LIMIT, value_name = "STATES")]
    limit: usize,
    /// Check scenarios of any length: they can be checked, but not played
    #[arg(long)]
    any_length: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Report {
    Text,
    Json,
    Sarif,
    Github,
}

#[derive(Args)]
struct Analyse {
    /// The scenario; `-` is the standard input
    file: PathBuf,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    format: Plain,
    /// How many states to look at before the analysis is given up
    #[arg(long, default_value_t = STATE_LIMIT, value_name = "STATES")]
    limit: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum Plain {
    Text,
    Json,
}

#[derive(Args)]
struct Graph {
    /// The scenario; `-` is the standard input
    file: PathBuf,
    /// The picture's language
    #[arg(long, value_enum, default_value_t = Picture::Svg)]
    format: Picture,
    /// How many states to look at before it is drawn without shares
    #[arg(long, default_value_t = STATE_LIMIT, value_name = "STATES")]
    limit: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum Picture {
    Svg,
    Dot,
    Mermaid,
}

#[derive(Args)]
struct New {
    /// The scenario's id: small letters and digits in words joined by `-` or `_`
    id: String,
    /// Its title; the id's words without one
    #[arg(long)]
    title: Option<String>,
    /// Where to write it; ID.json in this folder without one
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Args)]
struct Format {
    /// The scenarios; `-` is from the standard input to the standard output
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Change nothing, and say which files would change
    #[arg(long)]
    check: bool,
}

/// What came of a command; of many files, the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Good = 0,
    /// A scenario is faulty.
    Faulty = 1,
    /// The arguments or a file could not be used.
    Unusable = 2,
}

fn main() -> ExitCode {
    let asked = match Arguments::try_parse() {
        Ok(asked) => asked,
        // Asked for help or the version, it has an answer; anything else is a fault in the arguments.
        Err(told) if told.use_stderr() => {
            // It names what it does not understand, which may be the name of a file.
            report(&shown_lines(&told.render().to_string()));
            return ExitCode::from(End::Unusable as u8);
        }
        Err(told) => return ExitCode::from(arrived(told.print().and_then(|()| io::stdout().flush())) as u8),
    };
    let end = match asked.command {
        Command::Check(asked) => check_all(&asked),
        Command::Explain { code } => explain(&code),
        Command::Analyse(asked) => analyse_one(&asked),
        Command::Balance(asked) => balance::run(&asked),
        Command::Graph(asked) => draw(&asked),
        Command::New(asked) => begin(&asked),
        Command::Import(asked) => import::run(&asked),
        Command::Fmt(asked) => match expand::files(&asked.files) {
            Ok(files) => files.iter().map(|file| format(file, asked.check)).max().unwrap_or(End::Good),
            Err(trouble) => complain(&trouble),
        },
        Command::Pack(asked) => pack::run(&asked),
        #[cfg(feature = "host")]
        Command::Host(asked) => host::run(&asked),
    };
    ExitCode::from(end as u8)
}

fn check_all(asked: &Check) -> End {
    let mut end = End::Good;
    let mut files: Vec<(Source, Checked)> = Vec::new();
    let named = match expand::files(&asked.files) {
        Ok(named) => named,
        Err(trouble) => return complain(&trouble),
    };
    for path in named.iter().filter(|path| !is_schema(path)) {
        match Source::read(path) {
            Ok(source) => {
                let limits = if asked.any_length {
                    Limits { bytes: usize::MAX, steps: usize::MAX, ..Limits::default() }
                } else {
                    Limits::default()
                };
                let options = Options { limits, states: asked.limit, ..source.options() };
                let checked = source.checked(&options);
                files.push((source, checked));
            }
            Err(trouble) => end = complain(&trouble),
        }
    }
    end = end.max(say(&rendered(asked.format, &files)));
    let count = |severity| files.iter().map(|(_, checked)| checked.count(severity)).sum::<usize>();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    if matches!(asked.format, Report::Text) {
        let said = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
        let files = said(files.len(), "scenario");
        let notes = if notes > 0 { format!(", {}", said(notes, "note")) } else { String::new() };
        note(&format!("{files} checked: {}, {}{notes}", said(errors, "error"), said(warnings, "warning")));
    }
    if errors > 0 || asked.deny_warnings && warnings > 0 {
        end = end.max(End::Faulty);
    }
    end
}

fn rendered(format: Report, files: &[(Source, Checked)]) -> String {
    let files: Vec<render::File<'_>> = files.iter().map(|(source, checked)| source.with(checked)).collect();
    match format {
        Report::Text => render::text(&files, in_colour(&io::stdout())),
        Report::Json => render::json(&files),
        Report::Sarif => render::sarif(&files),
        Report::Github => render::github(&files),
    }
}

fn explain(code: &str) -> End {
    if let Some(rule) = lint::rule(code) {
        return say(&lint::explain(rule));
    }
    let near = scenario::nearest(code, lint::rules().iter().map(|rule| rule.code));
    let help = near.map_or_else(
        || format!("The codes are {}.", lint::rules().iter().map(|rule| rule.code).collect::<Vec<_>>().join(", ")),
        |near| format!("Did you mean {near}?"),
    );
    complain(&format!("There is no code {code}. {help}"))
}

fn analyse_one(asked: &Analyse) -> End {
    let (_, scenario) = match read(&asked.file) {
        Ok(read) => read,
        Err(end) => return end,
    };
    let analysis = analyse(&scenario, asked.limit);
    let analysis = analysis.as_ref().map_err(|too_many| *too_many);
    say(&match asked.format {
        Plain::Text => shown_lines(&author::analysis_report(&scenario, analysis)),
        Plain::Json => author::analysis_json(&scenario, analysis),
    })
}

fn draw(asked: &Graph) -> End {
    let (source, scenario) = match read(&asked.file) {
        Ok(read) => read,
        Err(end) => return end,
    };
    let analysis = analyse(&scenario, asked.limit);
    if let Err(too_many) = &analysis {
        note(&format!("{} is drawn without shares: {too_many}.", source.name));
    }
    let analysis = analysis.as_ref().ok();
    say(&match asked.format {
        Picture::Svg => graph::svg(&scenario, &graph::Layout::new(&scenario, analysis)),
        Picture::Dot => graph::dot(&scenario, analysis),
        Picture::Mermaid => graph::mermaid(&scenario, analysis),
    })
}

fn begin(asked: &New) -> End {
    let Some(id) = Id::new(&asked.id) else {
        let help =
            "An id is small letters and digits in words joined by - or _, at most 64 characters in all: night-train.";
        return complain(&format!("{} is not an id. {help}", asked.id));
    };
    if asked.title.as_deref().is_some_and(|title| title.trim().is_empty()) {
        return complain("The title is empty. Write one, or leave --title out.");
    }
    let path = asked.output.clone().unwrap_or_else(|| PathBuf::from(format!("{id}.json")));
    let text = author::new_scenario(&id, asked.title.as_deref());
    match write::create(&path, text.as_bytes()) {
        Ok(()) => {
            let path = shown(&path.display().to_string());
            say(&format!("{path} is written. Change it, and see: two-hats check {path}\n"))
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            complain(&format!("{} is there already, and is left as it is.", path.display()))
        }
        Err(error) => complain(&format!("{} could not be written: {error}.", path.display())),
    }
}

fn format(path: &Path, only_check: bool) -> End {
    if is_schema(path) {
        return End::Good;
    }
    // What could not be written back, such as a pipe, is not read first: it may never end.
    let may_replace =
        if only_check || is_standard_input(path) || path.is_dir() { Ok(None) } else { write::replaceable(path) };
    if let Err(error) = may_replace {
        return complain(&format!("{} cannot be laid out anew: {error}.", path.display()));
    }
    let source = match Source::read(path) {
        Ok(source) => source,
        Err(trouble) => return complain(&trouble),
    };
    if source.is_archived() {
        return complain(&format!("{} is an archive: lay out the file in it before it is put there.", source.name));
    }
    let text = match scenario::formatted(&source.bytes, &Limits::default()) {
        Ok(text) => text,
        Err(faults) => {
            let mut checked = source.checked(&Options { states: 0, ..Options::default() });
            checked.diagnostics.retain(|found| faults.iter().any(|fault| fault.code.name() == found.code));
            report(&render::text(&[source.with(&checked)], in_colour(&io::stderr())));
            note(&format!("{} is left as it is.", source.name));
            return End::Faulty;
        }
    };
    let steady = text.as_bytes() == source.bytes;
    match (only_check, is_standard_input(path)) {
        (true, _) if steady => End::Good,
        (true, _) => say(&format!("{} would change.\n", shown(&source.name))).max(End::Faulty),
        (false, true) => say(&text),
        (false, false) if steady => End::Good,
        (false, false) => match write::replace(path, text.as_bytes()) {
            Ok(()) => End::Good,
            Err(error) => complain(&format!("{} could not be written: {error}.", source.name)),
        },
    }
}
