//! Paths: which value of a file, told by the keys and numbers that lead to it.

use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// A segment of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// The member of an object that has this key; of several with it, the first.
    Key(String),
    /// The item of a list, or the member of an object, at this place, from 0.
    At(usize),
}

/// The path to a value of a file, from the whole file's value on: `steps.fork.responses[1].text`. A key that has more in
/// it than letters, digits, `-`, `_` and `$` is written as `["…"]`, as JSON writes it.
///
/// ```
/// use document::Path;
///
/// let path: Path = "steps.fork.responses[1].text".parse()?;
/// assert_eq!(path, Path::root().key("steps").key("fork").key("responses").at(1).key("text"));
/// assert_eq!(Path::root().key("allow").key("a b").to_string(), r#"allow["a b"]"#);
/// # Ok::<(), document::PathError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Path {
    segments: Vec<Segment>,
}

/// What is no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathError {
    /// The text that was to be one.
    pub text: String,
    /// The byte of it that nothing can be made of.
    pub at: usize,
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (text, at) = (&self.text, self.at);
        write!(f, "`{text}` is no path: byte {at} of it fits nowhere; write one as `steps.fork.responses[1].text`")
    }
}

impl Error for PathError {}

impl Path {
    /// The path to the whole file's value.
    pub fn root() -> Self {
        Path::default()
    }

    /// The path of some segments.
    pub fn of(segments: impl IntoIterator<Item = Segment>) -> Self {
        Path { segments: segments.into_iter().collect() }
    }

    /// The path to a step of an id.
    pub fn step(id: &str) -> Self {
        Path::root().key("steps").key(id)
    }

    /// The path to a response of a step, both by their ids.
    pub fn response(step: &str, response: &str) -> Self {
        Path::step(step).key("responses").key(response)
    }

    /// One segment further, by a key.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.segments.push(Segment::Key(key.into()));
        self
    }

    /// One segment further, by a place, from 0.
    #[must_use]
    pub fn at(mut self, at: usize) -> Self {
        self.segments.push(Segment::At(at));
        self
    }

    /// Its segments.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The path of what its value stands in; `None` of the whole file's.
    pub fn parent(&self) -> Option<Path> {
        let (_, before) = self.segments.split_last()?;
        Some(Path { segments: before.to_vec() })
    }

    /// Its last segment.
    pub fn last(&self) -> Option<&Segment> {
        self.segments.last()
    }

    /// The id of the step that it leads into, where it begins with `steps` and an id.
    pub fn step_id(&self) -> Option<&str> {
        match self.segments.as_slice() {
            [Segment::Key(steps), Segment::Key(id), ..] if steps == "steps" => Some(id),
            _ => None,
        }
    }

    /// Whether it leads to the value of another path, or to one inside of that.
    pub fn is_within(&self, other: &Path) -> bool {
        self.segments.starts_with(&other.segments)
    }
}

impl From<&[scenario::Segment<'_>]> for Path {
    fn from(segments: &[scenario::Segment<'_>]) -> Self {
        Path::of(segments.iter().map(|segment| match segment {
            scenario::Segment::Key(key) => Segment::Key((*key).into()),
            scenario::Segment::At(at) => Segment::At(*at),
        }))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, segment) in self.segments.iter().enumerate() {
            match segment {
                Segment::At(at) => write!(f, "[{at}]")?,
                Segment::Key(key) if key.is_empty() || !key.chars().all(is_plain) => {
                    write!(f, "[{}]", scenario::layout::quoted(key))?;
                }
                Segment::Key(key) if number == 0 => f.write_str(key)?,
                Segment::Key(key) => write!(f, ".{key}")?,
            }
        }
        Ok(())
    }
}

/// Whether a character of a key stands in a path as it is.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '$')
}

impl FromStr for Path {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        let mut segments = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let taken = match rest.strip_prefix('[') {
                Some(inside) => bracketed(inside).map(|(segment, length)| (segment, length + 1)),
                None => plain(rest, segments.is_empty()),
            };
            let Some((segment, length)) = taken else {
                return Err(PathError { text: text.into(), at: text.len() - rest.len() });
            };
            segments.push(segment);
            rest = rest.get(length..).unwrap_or_default();
        }
        Ok(Path { segments })
    }
}

/// A key as it is, with a dot before it unless it is the first; and how long that is.
fn plain(text: &str, first: bool) -> Option<(Segment, usize)> {
    let dot = usize::from(text.starts_with('.'));
    let key: String = text.get(dot..)?.chars().take_while(|c| is_plain(*c)).collect();
    let length = dot + key.len();
    (!key.is_empty() && first == (dot == 0)).then_some((Segment::Key(key), length))
}

/// A place or a quoted key, up to its closing bracket; and how long that is.
fn bracketed(text: &str) -> Option<(Segment, usize)> {
    if !text.starts_with('"') {
        let end = text.find(']')?;
        let digits = text.get(..end)?;
        let at = digits.parse().ok().filter(|_| digits.bytes().all(|digit| digit.is_ascii_digit()))?;
        return Some((Segment::At(at), end + 1));
    }
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    })?;
    let quoted = text.get(..=end.0)?;
    text.get(end.0 + 1..)?.strip_prefix(']')?;
    let syntax = scenario::Syntax::of(quoted, &scenario::Limits::default());
    let key = syntax.text(0, quoted).filter(|_| syntax.is_json())?;
    Some((Segment::Key(key.into()), end.0 + 2))
}

impl TryFrom<String> for Path {
    type Error = PathError;

    fn try_from(text: String) -> Result<Self, PathError> {
        text.parse()
    }
}

impl From<Path> for String {
    fn from(path: Path) -> Self {
        path.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_it_is_written() {
        let odd = Path::root().at(3).key("a.b").key("").key("say \"no\"\\").key("é").at(0);
        for path in [Path::root(), Path::step("fork").key("situation").at(2), odd] {
            assert_eq!(path.to_string().parse(), Ok(path));
        }
    }

    #[test]
    fn what_is_no_path_is_told_by_its_place() {
        for (text, at) in [(".a", 0), ("a..b", 1), ("a[x]", 1), ("a[1", 1), ("a[\"b]", 1), ("a b", 1), ("a[+1]", 1)] {
            assert_eq!(text.parse::<Path>(), Err(PathError { text: text.into(), at }), "{text}");
        }
    }
}
