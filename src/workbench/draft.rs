//! One of the author's drafts, and how it is kept.

/// A text of the author's.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Draft {
    /// What its key ends with.
    pub id: String,
    /// What it is called in the list; no other draft is called so.
    pub name: String,
    /// The name of the file that it came from, without `.json`.
    pub stem: Option<String>,
    /// When it was last changed, in seconds since 1970.
    pub changed: u64,
    /// The text.
    pub text: String,
}

impl Draft {
    /// What is kept of it: time, name and file in a line, and the text after it.
    pub(super) fn to_value(&self) -> String {
        let stem = self.stem.as_deref().unwrap_or_default().replace(|letter: char| letter.is_control(), " ");
        format!("{}\t{}\t{stem}\n{}", self.changed, self.name, self.text)
    }

    /// The draft that a value was kept of; of what nobody here wrote everything is its text.
    pub(super) fn of(id: &str, value: &str) -> Self {
        let split = value.split_once('\n').and_then(|(head, text)| {
            let [changed, name, stem] = head.split('\t').collect::<Vec<_>>().try_into().ok()?;
            let stem = Some(stem.to_owned()).filter(|stem| !stem.is_empty());
            Some(Draft { id: id.into(), name: name.into(), stem, changed: changed.parse().ok()?, text: text.into() })
        });
        split.unwrap_or_else(|| Draft { id: id.into(), name: id.into(), text: value.into(), ..Draft::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_nobody_here_wrote_is_a_text() {
        for value in ["", "no line", "a\tb\n", "x\ty\tz\n{}", "1\t2\n3"] {
            let draft = Draft::of("d", value);
            assert_eq!((draft.name.as_str(), draft.text.as_str()), ("d", value));
        }
        let draft = Draft { id: "d".into(), name: "n".into(), stem: None, changed: 5, text: "a\nb\t\n".into() };
        assert_eq!(Draft::of("d", &draft.to_value()), draft);
    }
}
