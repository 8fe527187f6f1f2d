//! Files that are read: scenarios, and whatever was taken for one.

use super::End;
use super::output::{complain, in_colour, report};
use lint::{Checked, Options, render};
use scenario::{Limits, Scenario};
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::rc::Rc;

/// A file that was read.
pub struct Source {
    /// What it is called in messages.
    pub name: String,
    /// Its name without `.json`; the standard input has none.
    pub stem: Option<String>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Far more than any scenario; what is larger is not read to its end.
const LARGEST: u64 = 256 * 1024 * 1024;

impl Source {
    /// Reads a file; or says in a sentence why it cannot be read.
    pub fn read(path: &Path) -> Result<Source, String> {
        let standard = is_standard_input(path);
        let name = if standard { "standard input".into() } else { path.display().to_string() };
        let stem = path.file_stem().filter(|_| !standard).map(|stem| stem.to_string_lossy().into_owned());
        let mut bytes = Vec::new();
        let read = if standard {
            io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
        } else if path.is_dir() {
            return Err(format!("{name} is a folder. Name the files in it: {}", path.join("*.json").display()));
        } else {
            File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        };
        match read {
            Ok(_) if bytes.len() as u64 > LARGEST => Err(format!("{name} is far larger than any scenario.")),
            Ok(_) => Ok(Source { name, stem, bytes }),
            Err(error) => Err(match error.kind() {
                ErrorKind::NotFound => format!("{name} does not exist."),
                ErrorKind::PermissionDenied => format!("{name} may not be read by this user."),
                _ => format!("{name} could not be read: {error}."),
            }),
        }
    }

    /// How it is checked.
    pub fn options(&self) -> Options<'_> {
        let file_name = self.stem.as_ref().and(Path::new(&self.name).file_name()).and_then(|name| name.to_str());
        Options { file_stem: self.stem.as_deref(), file_name, ..Options::default() }
    }

    /// It, with what was found in it.
    pub fn with<'a>(&'a self, checked: &'a Checked) -> render::File<'a> {
        render::File { name: &self.name, bytes: &self.bytes, checked }
    }
}

/// A valid scenario; or the end, after saying what is wrong with its file.
pub fn read(path: &Path) -> Result<(Source, Rc<Scenario>), End> {
    let source = Source::read(path).map_err(|trouble| complain(&trouble))?;
    match scenario::read(&source.bytes, &Limits::default()) {
        Ok(scenario) => Ok((source, Rc::new(scenario))),
        Err(_) => {
            let checked = lint::check(&source.bytes, &Options { states: 0, ..Options::default() });
            report(&render::text(&[source.with(&checked)], in_colour(&io::stderr())));
            Err(End::Faulty)
        }
    }
}

/// Whether a path stands for the standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// The description of the format lies among the scenarios, where `*.json` meets it.
pub fn is_schema(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "scenario.schema.json")
}
