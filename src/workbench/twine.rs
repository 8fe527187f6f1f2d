//! A story made with Twine, opened here: a worker of its own makes a draft of it, which goes into the field, and its author
//! is told what became of each piece.

use super::worker::{Helper, Trouble, Work};
use super::{Effect, Model};
use import::{Counts, Fate, ImportError, Imported, Options, import};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// How many pieces of each fate are listed; the rest is counted.
const LISTED: usize = 200;

/// Something that happened to an import.
#[derive(Clone, Debug, PartialEq)]
pub enum Import {
    /// The variable that becomes leadership was named; empty for none.
    Leadership(String),
    /// The variable that becomes management.
    Management(String),
    /// A story of an archive was picked.
    Story(String),
    /// The same file is imported once more, as the fields say.
    Again,
    /// The worker's answer, or why there is none.
    Told(Result<Vec<u8>, Trouble>),
    /// The report was read.
    Dismiss,
}

/// What a worker is asked.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Question {
    bytes: Vec<u8>,
    leadership: String,
    management: String,
    story: String,
}

/// A draft, and what became of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    id: String,
    text: String,
    /// The story's name.
    pub story: String,
    /// The story format that it was read as.
    pub format: String,
    /// How many passages and links there were, and how many steps and responses there are.
    pub counts: [u32; 4],
    /// What was left out, what was changed, what was carried.
    pub fates: [Pieces; 3],
}

/// The pieces of a story that had one fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pieces {
    /// How many they are.
    pub count: u32,
    /// The first of them.
    pub listed: Vec<Piece>,
}

/// A piece of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The passage that it stands in; empty for the story as a whole.
    pub passage: String,
    /// The line of the passage, from 1; 0 for all of it.
    pub line: u32,
    /// The piece itself; may be empty.
    pub what: String,
    /// What was done with it, and why.
    pub why: String,
    /// How often it stands there.
    pub times: u32,
}

/// Why there is no draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The line of the file, from 1; 0 for all of it.
    pub line: u32,
    /// What is wrong.
    pub message: String,
    /// What to do next.
    pub help: String,
    /// The stories of an archive, one of which is to be picked.
    pub stories: Vec<String>,
}

/// How far an import is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// The worker is at work.
    Working,
    /// The draft is in the field.
    Done(Rc<Draft>),
    /// There is none.
    Failed(Failure),
    /// The worker told nothing.
    Fell(Trouble),
}

/// A file that is imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Twine {
    /// The file's name.
    pub name: String,
    /// How far it is.
    pub state: State,
    /// The variable that becomes leadership; empty for none.
    pub leadership: String,
    /// The variable that becomes management; empty for none.
    pub management: String,
    /// The story that is picked, of those of [`Twine::stories`].
    pub story: String,
    /// The stories of an archive; empty where the file holds one.
    pub stories: Rc<Vec<String>>,
    bytes: Rc<Vec<u8>>,
}

/// The ends of the names of Twine's files. Its JSON is told from a scenario by what stands in it.
const ENDS: [&str; 5] = [".html", ".htm", ".twee", ".tw", ".twee3"];

/// Whether a file is one of Twine's, or cannot be anything else that is opened here.
pub(super) fn is_twine(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    if ENDS.iter().any(|end| name.ends_with(end)) {
        return true;
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let holds = |key: &str| text.contains(key);
    match text.as_bytes() {
        [b'{', ..] => holds("\"passages\"") && !holds("\"steps\""),
        [b':', b':', ..] => true,
        [b'<', ..] => holds("<tw-storydata"),
        _ => false,
    }
}

impl Model {
    /// What each event does to an import.
    pub(super) fn import(&mut self, event: Import) -> Vec<Effect> {
        let Some(twine) = &mut self.twine else { return Vec::new() };
        match event {
            Import::Leadership(name) => twine.leadership = name,
            Import::Management(name) => twine.management = name,
            Import::Story(name) => twine.story = name,
            Import::Again => return twine.ask(),
            Import::Told(told) => return self.hear_import(told),
            Import::Dismiss => {
                self.twine = None;
                // What was pressed is gone.
                return vec![Effect::EndHelper(Helper::Import), Effect::Focus("main h1")];
            }
        }
        Vec::new()
    }

    /// Imports a file.
    pub(super) fn import_file(&mut self, name: String, bytes: Vec<u8>) -> Vec<Effect> {
        let twine = self.twine.insert(Twine {
            name,
            state: State::Working,
            leadership: String::new(),
            management: String::new(),
            story: String::new(),
            stories: Rc::default(),
            bytes: Rc::new(bytes),
        });
        twine.ask()
    }

    fn hear_import(&mut self, told: Result<Vec<u8>, Trouble>) -> Vec<Effect> {
        let Some(twine) = self.twine.as_mut().filter(|twine| twine.state == State::Working) else { return Vec::new() };
        let answer = told.and_then(|part| postcard::from_bytes(&part).map_err(|_| Trouble::Fallen));
        let mut effects = vec![Effect::EndHelper(Helper::Import)];
        twine.state = match answer {
            Ok(Ok(draft)) => State::Done(Rc::new(draft)),
            Ok(Err(failure)) => State::Failed(failure),
            Err(trouble) => State::Fell(trouble),
        };
        match &twine.state {
            State::Done(draft) => {
                let (id, text) = (draft.id.clone(), draft.text.clone());
                effects.extend(self.replace(text, Some(id)));
            }
            State::Failed(failure) if !failure.stories.is_empty() => {
                twine.story = failure.stories.first().cloned().unwrap_or_default();
                twine.stories = Rc::new(failure.stories.clone());
            }
            _ => {}
        }
        effects.push(Effect::Focus(".import h2"));
        effects
    }
}

impl Twine {
    fn ask(&mut self) -> Vec<Effect> {
        self.state = State::Working;
        let question = Question {
            bytes: self.bytes.to_vec(),
            leadership: self.leadership.trim().into(),
            management: self.management.trim().into(),
            story: self.story.clone(),
        };
        // Writing to memory does not fail.
        let bytes = postcard::to_allocvec(&question).unwrap_or_default();
        vec![Effect::EndHelper(Helper::Import), Effect::AskHelper(Helper::Import, Work::Import.ask(bytes))]
    }
}

/// In a worker: tells what comes of a file: a [`Draft`], or a [`Failure`].
pub(super) fn answer(question: &[u8], tell: &mut dyn FnMut(Vec<u8>)) {
    let question: Question = postcard::from_bytes(question).unwrap_or_default();
    tell(postcard::to_allocvec(&imported(&question)).unwrap_or_default());
}

fn imported(question: &Question) -> Result<Draft, Failure> {
    let named = |name: &'_ String| (!name.is_empty()).then(|| name.clone());
    let (leadership, management) = (named(&question.leadership), named(&question.management));
    let story = named(&question.story);
    let plain = |name: &Option<String>| name.as_deref().map(|name| name.trim_start_matches('$').to_owned());
    if leadership.is_some() && plain(&leadership) == plain(&management) {
        return Err(Failure {
            line: 0,
            message: "Both meters are the same variable.".into(),
            help: "Name one for each, or leave one out.".into(),
            stories: Vec::new(),
        });
    }
    let options = Options {
        id: None,
        leadership: leadership.as_deref(),
        management: management.as_deref(),
        story: story.as_deref(),
    };
    let Imported { id, text, report } = import(&question.bytes, &options)?;
    let Counts { passages, links, steps, responses } = report.counts;
    let pieces = |fate: Fate| {
        let rows = report.rows.iter().filter(|row| row.fate == fate);
        let listed = rows.take(LISTED).map(|row| Piece {
            passage: row.passage.and_then(|at| report.passages.get(at)).cloned().unwrap_or_default(),
            line: row.line,
            what: row.what.clone(),
            why: row.why.to_string(),
            times: row.times,
        });
        Pieces { count: report.count(fate) as u32, listed: listed.collect() }
    };
    Ok(Draft {
        id: id.to_string(),
        text,
        counts: [passages, links, steps, responses].map(|count| count as u32),
        fates: Fate::ALL.map(pieces),
        story: report.story.clone(),
        format: report.format.clone(),
    })
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        let ImportError { line, message, help, stories } = error;
        Failure { line, message, help, stories }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Event, Notice, answer_to};
    use super::*;

    const TWEE: &str = ":: StoryTitle\nThe belt\n\n:: Start\nThe press has stopped.\n\n[[Ask Mara->Ask]]\n\n:: Ask\n<<set $trust += 2>>Mara: It is the belt.\n";

    /// Lets the worker answer what the effects ask it.
    fn answered(model: &mut Model, effects: &[Effect]) -> Vec<Effect> {
        let question = effects.iter().find_map(|effect| match effect {
            Effect::AskHelper(Helper::Import, question) => Some(question.clone()),
            _ => None,
        });
        let mut parts = Vec::new();
        answer_to(&question.expect("a question"), &mut |part| parts.push(part));
        let [part] = <[_; 1]>::try_from(parts).expect("one part");
        model.update(Event::Import(Import::Told(Ok(part))))
    }

    fn came(model: &mut Model, name: &str, bytes: &[u8]) -> Vec<Effect> {
        let effects = model.update(Event::FileCame(name.into(), Some(bytes.to_vec())));
        answered(model, &effects)
    }

    #[test]
    fn a_story_becomes_a_draft_with_a_report() {
        let mut model = Model::default();
        let effects = came(&mut model, "belt.twee", TWEE.as_bytes());
        assert!(effects.iter().any(|effect| matches!(effect, Effect::PutText(text) if text.contains("Ask Mara"))));
        assert_eq!(effects.last(), Some(&Effect::Focus(".import h2")));
        assert!(model.text.contains("\"title\": \"The belt\"") && model.stem.as_deref() == Some("the-belt"));
        let twine = model.twine.clone().expect("an import");
        let State::Done(draft) = &twine.state else { panic!("{:?}", twine.state) };
        assert_eq!((draft.counts, draft.story.as_str()), ([2, 1, 2, 2], "The belt"));
        assert!(draft.fates.iter().map(|pieces| pieces.listed.len()).sum::<usize>() > 0);
        model.update(Event::Import(Import::Dismiss));
        assert!(model.twine.is_none() && model.text.contains("Ask Mara"));
    }

    #[test]
    fn what_an_import_replaces_stays_among_the_drafts() {
        let mut model = Model::default();
        model.update(Event::Took("{ \"mine\": 1 }".into()));
        model.update(Event::Keep);
        came(&mut model, "belt.tw", TWEE.as_bytes());
        assert_eq!(model.notice, Some(Notice::Replaced));
    }

    #[test]
    fn files_of_twine_are_known_by_name_or_by_what_they_hold() {
        for (name, text) in [
            ("story.html", "<html>"),
            ("STORY.HTM", ""),
            ("a.twee", ""),
            ("a.tw", ""),
            ("a.json", "\u{feff} {\"name\": \"A\", \"passages\": []}"),
            ("a.txt", ":: Start\nHere."),
            ("a", "<tw-storydata name=\"A\">"),
        ] {
            assert!(is_twine(name, text.as_bytes()), "{name}");
        }
        for (name, text) in
            [("a.json", "{\"steps\": [], \"text\": \"\\\"passages\\\"\"}"), ("a.json", "{}"), ("a.txt", "Hello")]
        {
            assert!(!is_twine(name, text.as_bytes()), "{name}");
        }
        assert!(!is_twine("a.json", b"\xff\xfe{\0"));
    }

    #[test]
    fn a_file_that_is_neither_is_said_and_the_text_stays() {
        let mut model = Model::default();
        model.update(Event::Took("{}".into()));
        came(&mut model, "page.html", b"<html><body>Hello</body></html>");
        let twine = model.twine.clone().expect("an import");
        let State::Failed(failure) = &twine.state else { panic!("{:?}", twine.state) };
        assert!(!failure.message.is_empty() && !failure.help.is_empty() && failure.stories.is_empty());
        assert_eq!(model.text, "{}");
    }

    #[test]
    fn a_story_of_an_archive_is_picked() {
        let story = |name: &str| {
            format!(
                "<tw-storydata name=\"{name}\" startnode=\"1\" format=\"Harlowe\"><tw-passagedata pid=\"1\" name=\"{name}\">Hello.</tw-passagedata></tw-storydata>"
            )
        };
        let mut model = Model::default();
        came(&mut model, "archive.html", (story("One") + &story("Two")).as_bytes());
        let twine = model.twine.clone().expect("an import");
        assert_eq!(
            (twine.stories.as_slice(), twine.story.as_str()),
            (&["One".to_owned(), "Two".to_owned()][..], "One")
        );
        model.update(Event::Import(Import::Story("Two".into())));
        let effects = model.update(Event::Import(Import::Again));
        answered(&mut model, &effects);
        assert_eq!(model.stem.as_deref(), Some("two"));
    }

    #[test]
    fn the_meters_are_named_and_the_file_is_imported_once_more() {
        let mut model = Model::default();
        came(&mut model, "belt.twee", TWEE.as_bytes());
        let first = model.text.clone();
        model.update(Event::Import(Import::Leadership("$trust".into())));
        model.update(Event::Import(Import::Management("trust".into())));
        let effects = model.update(Event::Import(Import::Again));
        answered(&mut model, &effects);
        assert!(
            matches!(&model.twine, Some(Twine { state: State::Failed(failure), .. }) if failure.message.contains("same variable"))
        );
        model.update(Event::Import(Import::Management(String::new())));
        let effects = model.update(Event::Import(Import::Again));
        answered(&mut model, &effects);
        assert_ne!(model.text, first, "what sets the variable moves the meter");
    }

    #[test]
    fn a_worker_that_tells_nothing_is_said_and_can_be_asked_again() {
        for trouble in [Trouble::NotStarted, Trouble::Fallen] {
            let mut model = Model::default();
            model.update(Event::FileCame("belt.twee".into(), Some(TWEE.into())));
            model.update(Event::Import(Import::Told(Err(trouble))));
            assert!(matches!(&model.twine, Some(Twine { state: State::Fell(fell), .. }) if *fell == trouble));
            let effects = model.update(Event::Import(Import::Again));
            answered(&mut model, &effects);
            assert!(model.text.contains("Ask Mara"));
        }
    }
}
