//! The file of *Save everything as a file*: `{"format":1,"app":"two-hats","saved":{…}}`, keys and values as they are kept.

use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;

/// The format of a file that is saved here.
pub const FORMAT: u32 = 1;

/// What a file says that it is for.
pub const APP: &str = "two-hats";

/// The most things that a file may hold, far beyond what a browser has room for.
const MOST: usize = 5_000;

/// Why a file is refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is no JSON, or not an object with what is needed.
    Broken,
    /// It is something else's.
    Other,
    /// A newer version made it.
    Newer,
    /// It is larger than anything that was ever exported.
    TooLarge,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FileError::Broken => "the file is damaged, or was never saved by this game",
            FileError::Other => "the file is another program's",
            FileError::Newer => "a newer version saved the file",
            FileError::TooLarge => "the file holds more than was ever saved",
        })
    }
}

impl Error for FileError {}

/// A saved file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFile {
    /// Its format.
    pub format: u32,
    /// What it is for.
    pub app: String,
    /// Keys and values, in the order of the file; no value where that is no text.
    #[serde(with = "texts")]
    pub saved: Vec<(String, Option<String>)>,
}

impl SavedFile {
    /// A file of what is to be saved.
    pub fn new(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let saved = texts.into_iter().map(|(key, value)| (key, Some(value))).collect();
        SavedFile { format: FORMAT, app: APP.into(), saved }
    }

    /// The file, where it is one that can be taken.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn checked(self) -> Result<Self, FileError> {
        match self {
            file if file.app != APP => Err(FileError::Other),
            file if file.format > FORMAT => Err(FileError::Newer),
            file if file.format < FORMAT => Err(FileError::Broken),
            file if file.saved.len() > MOST => Err(FileError::TooLarge),
            file => Ok(file),
        }
    }

    /// The file that a text is.
    ///
    /// # Errors
    /// Why it is refused.
    #[cfg(feature = "file")]
    pub fn read(text: &str) -> Result<Self, FileError> {
        let whole: serde_json::Value = serde_json::from_str(text).map_err(|_| FileError::Broken)?;
        match whole.as_object().map(|object| object.get("app")) {
            None => return Err(FileError::Broken),
            Some(app) if app.is_none_or(|app| app != APP) => return Err(FileError::Other),
            Some(_) => {}
        }
        serde_json::from_str::<SavedFile>(text).map_err(|_| FileError::Broken)?.checked()
    }
}

/// Texts under their keys as an object, in the order of a file; of what is no text the key stays.
mod texts {
    use serde::de::{IgnoredAny, MapAccess, Visitor};
    use serde::{Deserialize, Deserializer, Serializer};
    use std::collections::BTreeMap;
    use std::fmt;

    type Texts = Vec<(String, Option<String>)>;

    pub(super) fn serialize<S: Serializer>(texts: &Texts, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(texts.iter().map(|(key, value)| (key, value)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Texts, D::Error> {
        from.deserialize_map(Object)
    }

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Thing {
        Text(String),
        Other(IgnoredAny),
    }

    struct Object;

    impl<'de> Visitor<'de> for Object {
        type Value = Texts;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Texts, A::Error> {
            let mut texts = Texts::new();
            let mut places: BTreeMap<String, usize> = BTreeMap::new();
            while let Some((key, thing)) = from.next_entry::<String, Thing>()? {
                let text = match thing {
                    Thing::Text(text) => Some(text),
                    Thing::Other(_) => None,
                };
                // Of what stands there twice the last counts, as everywhere in JSON.
                match places.get(&key) {
                    Some(place) => texts[*place].1 = text,
                    None => {
                        places.insert(key.clone(), texts.len());
                        texts.push((key, text));
                    }
                }
            }
            Ok(texts)
        }
    }
}

/// The file of what is to be saved, as a text: what serde would write, without its 20 KB.
pub fn saved_text(texts: &[(String, String)]) -> String {
    let mut out = format!("{{\"format\":{FORMAT},\"app\":\"{APP}\",\"saved\":{{");
    for (at, (key, value)) in texts.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        quote(&mut out, key);
        out.push(':');
        quote(&mut out, value);
    }
    out.push_str("}}");
    out
}

/// Writes a JSON string.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\0'..='\x1f' => {
                out.push_str("\\u00");
                let digits = [u32::from(letter) / 16, u32::from(letter) % 16];
                out.extend(digits.iter().filter_map(|digit| char::from_digit(*digit, 16)));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(test)]
#[cfg(feature = "file")]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect()
    }

    #[test]
    fn what_is_saved_is_read_and_is_what_serde_writes() {
        let controls: String = (0..=0x20).filter_map(char::from_u32).collect();
        let texts = pairs(&[
            ("a", "plain"),
            ("b\"\\", "\" \\ / \u{7f} \u{2028} \u{1F3A9}"),
            ("c", &controls),
            ("run/crisis", "two-hats/2 a newer game's"),
            ("team/a", ""),
        ]);
        let file = SavedFile::new(texts.clone());
        assert_eq!(SavedFile::read(&saved_text(&texts)), Ok(file.clone()));
        assert_eq!(SavedFile::read(&serde_json::to_string_pretty(&file).expect("JSON")), Ok(file));
        assert_eq!(saved_text(&[]), "{\"format\":1,\"app\":\"two-hats\",\"saved\":{}}");
    }

    #[test]
    fn a_file_that_is_none_is_refused_with_a_reason() {
        for (text, error) in [
            ("", FileError::Broken),
            ("{", FileError::Broken),
            ("null", FileError::Broken),
            ("7", FileError::Broken),
            ("{}", FileError::Other),
            ("{\"app\":\"another-game\",\"format\":1,\"saved\":{}}", FileError::Other),
            ("{\"app\":\"two-hats\"}", FileError::Broken),
            ("{\"app\":\"two-hats\",\"format\":\"1\",\"saved\":{}}", FileError::Broken),
            ("{\"app\":\"two-hats\",\"format\":1.5,\"saved\":{}}", FileError::Broken),
            ("{\"app\":\"two-hats\",\"format\":0,\"saved\":{}}", FileError::Broken),
            ("{\"app\":\"two-hats\",\"format\":1,\"saved\":[]}", FileError::Broken),
            ("{\"app\":\"two-hats\",\"format\":2,\"saved\":{}}", FileError::Newer),
        ] {
            assert_eq!(SavedFile::read(text), Err(error), "{text}");
        }
        let odd = "{\"app\":\"two-hats\",\"format\":1,\"saved\":{\"b\":\"x\",\"a\":7,\"b\":\"y\",\"c\":{\"d\":[null]}},\"more\":1}";
        let saved = SavedFile::read(odd).expect("a file").saved;
        assert_eq!(saved, [("b".into(), Some("y".into())), ("a".into(), None), ("c".into(), None)]);
        let many = SavedFile::new((0..MOST + 1).map(|at| (at.to_string(), String::new())));
        assert_eq!(many.checked(), Err(FileError::TooLarge));
    }
}
