//! Stories made with Twine 2 as drafts of scenarios, with a report of what came along.
//!
//! [`import`] reads a published page, an archive, Twee 3 or JSON. Passages become steps, links responses; the two variables
//! that [`Options`] name become the meters, and those that are only ever true or false become flags. What a scenario cannot
//! hold is not guessed: the author finds `to-do` where something has to be decided, and a [`Row`] of the [`Report`] for each
//! piece of the story, carried, changed or left out, with its passage and line.
//!
//! ```
//! use import::{Fate, Options, import};
//!
//! let twee = ":: Start\nThe press has stopped.\n\n[[Ask Mara->Ask]]\n[[Read the log|Log]]\n\n:: Ask\nMara: It is the belt.\n\n:: Log\nIt is the belt.\n";
//! let imported = import(twee.as_bytes(), &Options::default())?;
//! assert_eq!((imported.report.counts.passages, imported.report.counts.links), (3, 2));
//! assert!(imported.text.contains("\"text\": \"Ask Mara\""));
//! assert_eq!(imported.report.count(Fate::LeftOut), 0);
//! # Ok::<(), import::ImportError>(())
//! ```

mod build;
mod cases;
mod conditions;
mod error;
mod expression;
mod markup;
mod report;
mod rows;
mod source;

pub use error::ImportError;
pub use report::{Counts, Report};
pub use rows::{Fate, Row};
pub use source::LARGEST;

use scenario::Id;

/// How to import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'o> {
    /// The scenario's id; without one it has the words of the story's name.
    pub id: Option<&'o str>,
    /// The variable that becomes the meter of leadership, with its `$` or without.
    pub leadership: Option<&'o str>,
    /// The variable that becomes the meter of management, with its `$` or without.
    pub management: Option<&'o str>,
    /// The name of the story, where the file is an archive of several.
    pub story: Option<&'o str>,
}

/// A story as a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The scenario's id.
    pub id: Id,
    /// The text of the scenario's file.
    pub text: String,
    /// What became of each piece of the story.
    pub report: Report,
}

/// Makes a draft of a story: of a file's bytes as they came.
///
/// # Errors
/// What the file is instead of a story of Twine 2, what is wrong with it, or which story of an archive is meant. It never
/// panics, whatever the bytes are, and takes time as they are long.
pub fn import(bytes: &[u8], options: &Options<'_>) -> Result<Imported, ImportError> {
    let stories = source::stories(bytes)?;
    let story = match (options.story, stories.as_slice()) {
        (None, [story]) => story,
        (Some(name), stories) => match stories.iter().find(|story| story.name.trim() == name.trim()) {
            Some(story) => story,
            None => {
                let near = scenario::nearest(name, stories.iter().map(|story| story.name.as_str()));
                let help = near.map_or_else(|| names(stories), |near| format!("Did you mean `{near}`?"));
                return Err(ImportError::new(0, format!("The file holds no story called `{name}`."), help));
            }
        },
        (None, stories) => {
            let message = format!("This is an archive of {} stories, and one is imported.", stories.len());
            let known = stories.iter().map(|story| story.name.clone()).collect();
            return Err(ImportError { stories: known, ..ImportError::new(0, message, names(stories)) });
        }
    };
    build::import(story, options).ok_or_else(|| {
        ImportError::new(0, "The story has no passage that players read.", "Open it in Twine, and look for its start.")
    })
}

/// The names of stories, in a sentence.
fn names(stories: &[source::Story]) -> String {
    let quoted: Vec<String> = stories.iter().take(20).map(|story| format!("`{}`", story.name)).collect();
    format!("Its stories are {}.", quoted.join(", "))
}
