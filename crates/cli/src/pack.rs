//! `two-hats pack`: the whole game with an author's scenarios, in one file.

use super::output::{complain, in_colour, note, report, say};
use super::{End, Source, expand, is_schema, write};
use analysis::Difficulty;
use clap::Args;
use delivery::course::{self, Story};
use lint::render::shown;
use lint::{Severity, render};
use scenario::Outcome;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The packed app, where this tool was built around it.
#[cfg(feature = "app-inside")]
static SHELL: Option<&[u8]> = Some(include_bytes!(env!("TWO_HATS_SHELL")));
#[cfg(not(feature = "app-inside"))]
static SHELL: Option<&[u8]> = None;

#[derive(Args)]
pub struct Pack {
    /// The scenarios, each a `.json` or a `.zip` of it and its pictures, in the order in which the home page shows them
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where to write it
    #[arg(short, long, value_name = "FILE.html")]
    output: PathBuf,
    /// What the course is called
    #[arg(long, default_value = course::NAME)]
    title: String,
    /// Under which name browsers keep what is played: the same for each version of a course [default: its title]
    #[arg(long, value_name = "NAME")]
    keep_as: Option<String>,
}

/// Makes a course of the scenarios, all of which must be sound.
pub fn run(asked: &Pack) -> End {
    run_with(SHELL, asked)
}

fn run_with(shell: Option<&[u8]>, asked: &Pack) -> End {
    let Some(shell) = shell else {
        return complain("This tool was built without the app inside. Take the one that `cargo xtask dist` makes.");
    };
    if asked.title.trim().is_empty() {
        return complain("The title is empty. Write one, or leave --title out.");
    }
    let mut end = End::Good;
    let mut stories: Vec<Story> = Vec::new();
    let named = match expand::files(&asked.files) {
        Ok(named) => named,
        Err(trouble) => return complain(&trouble),
    };
    for path in named.iter().filter(|path| !is_schema(path)) {
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
        note(&format!("{} was not written.", output.display()));
        return end;
    }
    if stories.is_empty() {
        return complain("There is no scenario among these files.");
    }
    // What was written here before may be written anew; anything else stays.
    match write::replaceable(output) {
        Ok(None) => {}
        Ok(Some((there, _))) if is_course(&there) => {}
        Ok(Some(_)) => {
            return complain(&format!("{} is there already and is no course: it is left as it is.", output.display()));
        }
        Err(error) => {
            return complain(&format!("{} is there already and is left as it is: {error}.", output.display()));
        }
    }
    let kept = course::kept_as(asked.keep_as.as_deref(), &asked.title, &stories);
    let Some(page) = course::course(shell, &asked.title, Some(&kept), &stories) else {
        return complain("The app inside this tool is not whole. Get the tool again.");
    };
    match write::replace(output, &page) {
        Ok(()) => {
            let (path, count, size) = (shown(&output.display().to_string()), stories.len(), page.len());
            let scenarios = if count == 1 { "1 scenario".into() } else { format!("{count} scenarios") };
            say(&format!("{path} is written: the game with {scenarios}, {size} bytes. Open it in a browser.\n"))
        }
        Err(error) => complain(&format!("{} could not be written: {error}.", output.display())),
    }
}

/// Whether a file begins as every course does.
fn is_course(path: &Path) -> bool {
    let mut start = [0; course::START.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == course::START
}

/// A scenario with all that a course knows of it, after saying what an author should know; or the end.
fn story(path: &Path) -> Result<Story, End> {
    let source = Source::read(path).map_err(|trouble| complain(&trouble))?;
    let checked = source.checked(&source.options());
    report(&render::text(&[source.with(&checked)], in_colour(&io::stderr())));
    let difficulty = checked.analysis.as_ref().map(|found| Difficulty::of(&found.outcome(Outcome::Balanced).share));
    let sound = checked.count(Severity::Error) == 0;
    match checked.scenario.filter(|_| sound) {
        Some(scenario) => {
            let found = checked.analysis.as_ref();
            let weightiest = found.map(|found| delivery::weightiest(&scenario, found)).unwrap_or_default();
            Ok(Story { scenario, difficulty, weightiest, source: source.bytes })
        }
        None => Err(End::Faulty),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const SMALL: &str = include_str!("../../../tests/fixtures/small.json");
    const OTHER: &str = "<p>A page of one's own.";

    /// A shell without an app: what is said and written is the same.
    fn shell() -> Vec<u8> {
        [course::START, course::TITLE.as_bytes(), course::SCENARIOS.as_bytes()].concat()
    }

    /// Packs files of a folder that has a sound scenario, its copy, a faulty one, a schema and a page.
    fn pack(folder: &Path, files: &[&str], output: &str, title: &str) -> End {
        let put = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
        put("small.json", SMALL);
        fs::create_dir_all(folder.join("again")).unwrap();
        put("again/small.json", SMALL);
        put("faulty.json", &SMALL.replacen("\"oven\",", "\"over\",", 1));
        put("scenario.schema.json", "{}");
        put("page.html", OTHER);
        let files = files.iter().map(|file| folder.join(file)).collect();
        run_with(Some(&shell()), &Pack { files, output: folder.join(output), title: title.into(), keep_as: None })
    }

    #[test]
    fn what_is_no_course_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let refused = [
            (&["small.json"][..], " ", End::Unusable),
            (&["small.json", "again/small.json"], "Two", End::Unusable),
            (&["small.json", "none.json"], "Gone", End::Unusable),
            (&["small.json", "faulty.json"], "Faulty", End::Faulty),
            (&["scenario.schema.json"], "None", End::Unusable),
        ];
        for (files, title, end) in refused {
            assert_eq!(pack(folder.path(), files, "course.html", title), end, "{files:?} {title:?}");
            assert!(!folder.path().join("course.html").exists(), "{files:?} {title:?}");
        }
        assert_eq!(pack(folder.path(), &["small.json"], "none/course.html", "No folder"), End::Unusable);
    }

    #[test]
    fn a_course_is_written_anew_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
        for title in ["Once", "Twice"] {
            assert_eq!(pack(folder.path(), &["small.json"], "course.html", title), End::Good);
            let page = read("course.html");
            assert!(page.windows(title.len()).any(|part| part == title.as_bytes()), "{title}");
        }
        assert_eq!(pack(folder.path(), &["small.json"], "page.html", "Over"), End::Unusable);
        assert_eq!(read("page.html"), OTHER.as_bytes());
        assert_eq!(pack(folder.path(), &["small.json"], "small.json", "Over"), End::Unusable);
        assert_eq!(read("small.json"), SMALL.as_bytes());
    }

    #[test]
    fn a_shell_that_is_not_whole_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("small.json");
        fs::write(&file, SMALL).unwrap();
        let output = folder.path().join("course.html");
        for shell in [None, Some(&b"<p>"[..]), Some(course::START)] {
            let asked = Pack { files: vec![file.clone()], output: output.clone(), title: "Cut".into(), keep_as: None };
            assert_eq!(run_with(shell, &asked), End::Unusable);
            assert!(!output.exists());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_course_takes_the_place_of_nothing_but_a_course() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        assert_eq!(pack(folder.path(), &["small.json"], "far.html", "Far"), End::Good);
        fs::set_permissions(path("far.html"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink("far.html", path("near.html")).unwrap();
        assert_eq!(pack(folder.path(), &["small.json"], "near.html", "Near"), End::Good);
        assert!(fs::symlink_metadata(path("near.html")).unwrap().is_symlink());
        let far = fs::metadata(path("far.html")).unwrap();
        assert!(
            far.permissions().mode() & 0o777 == 0o640
                && String::from_utf8_lossy(&fs::read(path("far.html")).unwrap()).contains("Near")
        );
        symlink("nowhere.html", path("lost.html")).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(path("pipe.html")).status().unwrap().success());
        for refused in ["lost.html", "pipe.html", "/dev/null", "/dev/full", "again"] {
            assert_eq!(pack(folder.path(), &["small.json"], refused, "Over"), End::Unusable, "{refused}");
        }
        assert!(!path("nowhere.html").exists());
        let strays = fs::read_dir(folder.path())
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".two-hats-"));
        assert_eq!(strays.count(), 0);
    }
}
