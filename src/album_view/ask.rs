//! What the browser's page tells, as a text: lines of fields between tabs. In a field `\\`, `\t` and `\n` stand for a
//! backslash, a tab and a line's end.
//!
//! The first line says what is asked. The others, in any order, of which the guide tells the first five:
//! - `now`, the time in milliseconds since 1970;
//! - `shelf`, and a line of [`super::shelf`]'s list; `no-shelf` where the list did not come;
//! - `pack`, a shipped scenario's id, how many of the bytes beside the text are its pack; the packs lie there in the
//!   order of these lines, and 0 stands for one that did not come;
//! - `kept`, a key, a value, a day in words; `unkept` where the browser keeps nothing;
//! - `file`, what a file says it is for, and its format; or `file` and what is wrong with it;
//! - `came`, a key, a value of a file; `odd`, a key whose value is no text.

use library::{APP, FORMAT, FileError, Plan, SavedFile};

/// All that was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What is asked.
    pub what: String,
    /// The time, in milliseconds since 1970.
    pub now: u64,
    /// The list of shipped scenarios, a line of fields each; `None` where it did not come.
    pub shelf: Option<Vec<Vec<String>>>,
    /// The packs: each scenario's id, and where its pack begins and ends.
    pub packs: Vec<(String, std::ops::Range<usize>)>,
    /// What is kept here; `None` where the browser keeps nothing.
    pub kept: Option<Kept>,
    /// The file that was picked, or why it is none.
    pub file: Option<Result<SavedFile, FileError>>,
}

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Keys and values.
    pub texts: Vec<(String, String)>,
    /// When each of them was kept, in words; empty where that is not known.
    pub days: Vec<String>,
    /// The other folders of the host whose game keeps something on this device.
    pub beside: Vec<String>,
}

impl Told {
    /// What a text tells.
    pub fn read(ask: &str) -> Self {
        let mut lines = ask.split('\n').map(|line| line.split('\t').map(unescape).collect::<Vec<_>>());
        let mut first = lines.next().unwrap_or_default();
        let mut told =
            Told { what: take(&mut first, 0), shelf: Some(Vec::new()), kept: Some(Kept::default()), ..Told::default() };
        let (mut end, mut file, mut came) = (0, None, Vec::new());
        for mut fields in lines {
            match fields.first().map(String::as_str).unwrap_or_default() {
                "now" => told.now = take(&mut fields, 1).parse().unwrap_or_default(),
                "shelf" => told.shelf.iter_mut().for_each(|shelf| shelf.push(fields.split_off(1))),
                "no-shelf" => told.shelf = None,
                "pack" => {
                    let start = end;
                    end += take(&mut fields, 2).parse().unwrap_or(0);
                    told.packs.push((take(&mut fields, 1), start..end));
                }
                "kept" => {
                    let (key, value) = (take(&mut fields, 1), take(&mut fields, 2));
                    if let Some(kept) = &mut told.kept {
                        kept.texts.push((key, value));
                        kept.days.push(take(&mut fields, 3));
                    }
                }
                "unkept" => told.kept = None,
                "file" => file = Some([take(&mut fields, 1), take(&mut fields, 2)]),
                "came" => came.push((take(&mut fields, 1), Some(take(&mut fields, 2)))),
                "odd" => came.push((take(&mut fields, 1), None)),
                _ => {}
            }
        }
        told.file = file.map(|file| saved(file, came));
        told
    }

    /// All that is kept; nothing where the browser keeps nothing.
    pub fn all(&self) -> &[(String, String)] {
        self.kept.as_ref().map(|kept| &*kept.texts).unwrap_or_default()
    }

    /// When what stands at a place was kept, in words.
    pub fn day(&self, place: usize) -> String {
        self.kept.as_ref().and_then(|kept| kept.days.get(place)).cloned().unwrap_or_default()
    }

    /// What the file adds to what is kept.
    ///
    /// # Errors
    /// Why the file is refused.
    pub fn plan(&self) -> Result<Plan, FileError> {
        match &self.file {
            Some(Ok(file)) => Ok(Plan::of(self.all(), file, self.now)),
            Some(Err(error)) => Err(*error),
            None => Err(FileError::Other),
        }
    }
}

/// The file of what it says it is for, its format, and what it holds.
fn saved([app, format]: [String; 2], saved: Vec<(String, Option<String>)>) -> Result<SavedFile, FileError> {
    match (&*app, format.parse()) {
        ("too-large", _) => Err(FileError::TooLarge),
        ("broken", _) | (APP, Err(_)) => Err(FileError::Broken),
        (_, format) => SavedFile { format: format.unwrap_or(FORMAT), app, saved }.checked(),
    }
}

fn take(fields: &mut [String], at: usize) -> String {
    fields.get_mut(at).map(std::mem::take).unwrap_or_default()
}

fn unescape(field: &str) -> String {
    let mut out = String::with_capacity(field.len());
    let mut characters = field.chars();
    while let Some(character) = characters.next() {
        out.push(match character {
            '\\' => match characters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some(other) => other,
                None => break,
            },
            other => other,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use delivery::escape;

    #[test]
    fn any_text_survives_as_a_field() {
        for text in ["", "plain", "a\tb\nc\\d", "\\t", "\\", "\t\t\n\n\\\\", "é\u{202e}\u{0}"] {
            assert_eq!(unescape(&escape(text)), text);
            assert!(!escape(text).contains(['\t', '\n']));
        }
    }

    #[test]
    fn what_is_told_is_taken_up_and_other_lines_are_not() {
        let told = Told::read("journal\nnow\t7\npack\ta\t3\npack\tb\t0\npack\tc\t2\nkept\tx\ty\\tz\tMonday\nwhat\t1\n");
        assert_eq!((&*told.what, told.now), ("journal", 7));
        assert_eq!(told.packs, [("a".into(), 0..3), ("b".into(), 3..3), ("c".into(), 3..5)]);
        assert_eq!(told.all(), [("x".to_owned(), "y\tz".to_owned())]);
        assert_eq!((told.day(0).as_str(), told.day(1).as_str()), ("Monday", ""));
        assert!(Told::read("journal\nunkept\nkept\tx\ty").kept.is_none());
        assert!(Told::read("").shelf.is_some_and(|shelf| shelf.is_empty()));
    }
}
