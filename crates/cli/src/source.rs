//! A file that an author names: a scenario as it is, with what lies beside it, or in an archive with its pictures.

use super::End;
use super::output::{complain, in_colour, report};
use archive::{Archive, is_zip};
use lint::{Checked, Options, render};
use scenario::{Beside, Limits, Scenario, nearest};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A file that was read.
pub struct Source {
    /// What it is called in messages.
    pub name: String,
    /// The scenario's file name without `.json`; the standard input has none.
    pub stem: Option<String>,
    /// What the scenario's file holds.
    pub bytes: Vec<u8>,
    around: Around,
}

/// What lies beside a scenario's file.
enum Around {
    /// That is not known.
    Unknown,
    /// What is in this folder.
    Folder(PathBuf),
    /// What is in the archive in which it is, whose file has this name.
    Archive(String, Box<Archive<'static>>),
}

/// Far more than any scenario; what is larger is not read to its end.
const LARGEST: u64 = 256 * 1024 * 1024;

impl Source {
    /// Reads a file; or says in a sentence why it cannot be read.
    pub fn read(path: &Path) -> Result<Source, String> {
        let standard = is_standard_input(path);
        let name = if standard { "standard input".into() } else { path.display().to_string() };
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
            Ok(_) if is_zip(&bytes) => Source::unpacked(name, bytes),
            Ok(_) => {
                let stem = path.file_stem().filter(|_| !standard).map(|stem| stem.to_string_lossy().into_owned());
                let around =
                    path.parent().filter(|_| !standard).map_or(Around::Unknown, |it| Around::Folder(it.to_owned()));
                Ok(Source { name, stem, bytes, around })
            }
            Err(error) => Err(match error.kind() {
                ErrorKind::NotFound => format!("{name} does not exist."),
                ErrorKind::PermissionDenied => format!("{name} may not be read by this user."),
                _ => format!("{name} could not be read: {error}."),
            }),
        }
    }

    /// The scenario of an archive.
    fn unpacked(name: String, bytes: Vec<u8>) -> Result<Source, String> {
        let opened = Archive::open(bytes, &Limits::default());
        let opened = opened.and_then(|archive| Ok((archive.scenario()?, archive)));
        let (bytes, archive) = opened.map_err(|error| format!("{name}: {error} {}", error.help()))?;
        let file = archive.name().to_owned();
        let stem = file.rsplit_once('.').map(|(stem, _)| stem.to_owned());
        Ok(Source { name, stem, bytes, around: Around::Archive(file, Box::new(archive)) })
    }

    /// Whether it is the scenario of an archive, and not a file that can be written anew.
    pub fn is_archived(&self) -> bool {
        matches!(self.around, Around::Archive(..))
    }

    /// How it is checked, but for what lies beside it: see [`Source::beside`].
    pub fn options(&self) -> Options<'_> {
        let file_name = match &self.around {
            Around::Archive(file, _) => Some(file.as_str()),
            _ => self.stem.as_ref().and(Path::new(&self.name).file_name()).and_then(|name| name.to_str()),
        };
        Options { file_stem: self.stem.as_deref(), file_name, ..Options::default() }
    }

    /// Checks it, with its pictures where what lies beside it is known.
    pub fn checked(&self, options: &Options<'_>) -> Checked {
        let look = |file: &str| self.beside(file);
        let folder = (!matches!(self.around, Around::Unknown)).then_some(lint::Folder(&look));
        lint::check(&self.bytes, &Options { folder, ..options.clone() })
    }

    /// What lies beside it under the name of a picture.
    fn beside(&self, file: &str) -> Beside {
        match &self.around {
            Around::Unknown => Beside::Missing(None),
            Around::Folder(folder) => in_folder(folder, file),
            Around::Archive(_, archive) => archive.beside(file),
        }
    }

    /// It, with what was found, as it is rendered.
    pub fn with<'a>(&'a self, checked: &'a Checked) -> render::File<'a> {
        render::File { name: &self.name, bytes: &self.bytes, checked }
    }
}

/// The file of a folder by its very name, whatever the disk takes for the same.
fn in_folder(folder: &Path, file: &str) -> Beside {
    let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let listed = match fs::read_dir(place) {
        Ok(listed) => listed.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect::<Vec<_>>(),
        Err(error) => return Beside::Unreadable(format!("its folder could not be read: {error}")),
    };
    if !listed.iter().any(|name| name == file) {
        let same = listed.iter().find(|name| name.eq_ignore_ascii_case(file)).map(String::as_str);
        let pictures = listed.iter().map(String::as_str).filter(|name| scenario::is_file_name(name));
        return Beside::Missing(same.or_else(|| nearest(file, pictures)).map(str::to_owned));
    }
    let path = place.join(file);
    let most = Limits::default().picture as u64;
    let read = fs::metadata(&path).and_then(|about| match about.len() {
        _ if !about.is_file() => Err(io::Error::other("it is no file")),
        size if size > most => Ok(Beside::TooLarge(size)),
        _ => fs::read(&path).map(|bytes| Beside::File(bytes.into())),
    });
    read.unwrap_or_else(|error| Beside::Unreadable(error.to_string()))
}

/// A valid scenario; or the end, after saying what is wrong with its file.
pub fn read(path: &Path) -> Result<(Source, Rc<Scenario>), End> {
    let source = Source::read(path).map_err(|trouble| complain(&trouble))?;
    match scenario::read(&source.bytes, &Limits::default()) {
        Ok(scenario) => Ok((source, Rc::new(scenario))),
        Err(_) => {
            let checked = source.checked(&Options { states: 0, ..Options::default() });
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
