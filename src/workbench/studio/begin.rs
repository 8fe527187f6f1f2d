//! What something new begins as: ids that are free, steps and answers still to be written.

use super::lines::to_write;
use document::{Document, Edit, Path, Value};
use scenario::{Id, Outcome, Stance};

/// How many words of a text make an id.
const WORDS: usize = 5;

/// How long such an id is at most.
const LONGEST: usize = 40;

/// The id of a new step, until its title gives it another.
pub(super) const STEP: &str = "new-step";

/// The id of a new answer, until its words give it another.
pub(super) const RESPONSE: &str = "new-answer";

/// An id of the first words of a text; `None` where it has no letter or digit that an id can have.
pub fn slug(text: &str, between: char) -> Option<String> {
    let mut id = String::new();
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '\'' && sign != '’');
    let words = words.map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    for word in words.filter(|word| !word.is_empty()).take(WORDS) {
        let longer = id.len() + word.len() + 1;
        if !id.is_empty() && longer > LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push(between);
        }
        id.extend(word.chars().take(LONGEST).map(|letter| letter.to_ascii_lowercase()));
    }
    (Id::new(&id).is_some() && id != "end").then_some(id)
}

/// A free id in a map of the document: the wanted one, or that with a number.
pub fn free(document: &Document, map: &Path, wanted: &str) -> String {
    let taken = document.ids(map);
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let mut ids = std::iter::once(wanted.to_owned()).chain(numbered);
    ids.find(|id| !taken.contains(&id.as_str())).unwrap_or_else(|| wanted.to_owned())
}

/// Whether an id is one that something new was given.
pub(super) fn is_given(id: &str, given: &str) -> bool {
    id.strip_prefix(given).is_some_and(|rest| {
        rest.is_empty() || rest.strip_prefix('-').is_some_and(|number| number.bytes().all(|it| it.is_ascii_digit()))
    })
}

/// A step that is still to be written; its answers lead to a target, or, with `None`, wherever it is put.
pub(super) fn step(title: &str, to: Option<&str>) -> Value {
    let answers = Stance::ALL.map(|stance| (stance.name(), response(stance, to)));
    Value::object([
        ("title", Value::text(title)),
        ("dimension", Value::text("agenda")),
        ("situation", Value::list([to_write()])),
        ("responses", Value::object(answers.map(|(name, answer)| (format!("as-{name}"), answer)))),
    ])
}

/// The text of a story that is still to be written, with one step of this id: valid, so that its figures are there at once.
pub(super) fn story(first: &str, title: &str) -> String {
    let meter = || Value::object([("start", Value::from(4)), ("enough", Value::from(5))]);
    let telling =
        || Value::object([("title", to_write()), ("story", Value::list([to_write()])), ("lesson", to_write())]);
    let whole = Value::object([
        ("format", Value::from(1)),
        ("id", Value::text("new-story")),
        ("title", to_write()),
        ("summary", to_write()),
        ("role", to_write()),
        ("language", Value::text("en")),
        ("minutes", Value::from(10)),
        ("meters", Value::object([("leadership", meter()), ("management", meter())])),
        ("start", Value::text(first)),
        ("steps", Value::object([(first, step(title, Some("end")))])),
        ("outcomes", Value::object(Outcome::ALL.map(|outcome| (outcome.name(), Value::list([telling()]))))),
    ]);
    let mut document = Document::new("{}\n");
    // What has nothing in it has room for anything.
    let _ = document.apply(&Edit::Set { path: Path::root(), value: whole });
    document.text().to_owned()
}

/// An answer that is still to be written.
pub(super) fn response(stance: Stance, to: Option<&str>) -> Value {
    let (leadership, management) = match stance {
        Stance::Leader => (2, -1),
        Stance::Manager => (-1, 2),
    };
    let effect = [("leadership", Value::from(leadership)), ("management", Value::from(management))];
    let mut members = vec![
        ("stance", Value::text(stance.name())),
        ("text", to_write()),
        ("effect", Value::object(effect)),
        ("consequence", Value::list([to_write()])),
    ];
    members.extend(to.map(|to| ("next", Value::text(to))));
    Value::object(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_first_words_of_a_text() {
        for (text, id) in [
            ("The gap on the shelf", Some("the-gap-on-the-shelf")),
            ("You told the team what it would cost", Some("you-told-the-team-what")),
            ("Don't wait!", Some("dont-wait")),
            ("  3 a.m. ", Some("3-a-m")),
            ("End", None),
            ("…", None),
            ("Прыжок", None),
        ] {
            assert_eq!(slug(text, '-').as_deref(), id, "{text}");
        }
        let long = slug(&"x".repeat(200), '-').expect("an id");
        assert_eq!(long.len(), LONGEST);
    }

    #[test]
    fn a_taken_id_is_given_a_number() {
        let document = Document::new("{ \"steps\": { \"a\": {}, \"a-2\": {} } }");
        let steps = Path::root().key("steps");
        assert_eq!(free(&document, &steps, "a"), "a-3");
        assert_eq!(free(&document, &steps, "b"), "b");
        assert_eq!(free(&Document::default(), &steps, "b"), "b");
        assert!(is_given("new-step", STEP) && is_given("new-step-12", STEP));
        assert!(!is_given("new-steps", STEP) && !is_given("new-step-a", STEP));
    }
}
