//! What an older game kept, before courses kept what is theirs apart.
//!
//! Games on one disk share what a browser keeps. All that was kept then is the plain game's, and stays so; a course takes
//! over a copy of what was played of its very stories, in their very versions. Where any of it was, what belongs to no
//! story of a game was at hand in the course as well: answers about oneself, texts of the workbench, files that were
//! opened and what was played of them. Nobody can tell where that was done, so the course takes a copy of it, too.

use crate::saved::run_of;
use crate::{Entry, Key, KeyError, SessionRecord, Source, is_newer};
use delivery::Catalogue;
use play::Record;

/// What a course takes over of what is kept for the plain game, when it is opened for the first time.
pub fn adopted(plain: &[(String, String)], course: &Catalogue) -> Vec<(String, String)> {
    let taken = |played| {
        let course = Course { plain, course, played };
        plain.iter().filter(|(key, value)| course.takes(key, value)).cloned().collect::<Vec<_>>()
    };
    let of_its_stories = taken(false);
    // How the game looks says nothing of what was played.
    let played = of_its_stories.iter().any(|(key, _)| key != "settings");
    if played { taken(true) } else { of_its_stories }
}

/// A course, beside what is kept for the plain game.
struct Course<'a> {
    plain: &'a [(String, String)],
    course: &'a Catalogue,
    /// Whether any of its stories was played, so that it takes over what belongs to none.
    played: bool,
}

impl Course<'_> {
    fn takes(&self, key: &str, value: &str) -> bool {
        match key.parse() {
            // How the game looks is a person's, not a story's.
            Ok(Key::Settings | Key::Reflecting) => true,
            Ok(Key::Run(_)) if !is_newer(value) => self.takes_run(key, value),
            Ok(Key::Waiting(source) | Key::Reached(source) | Key::Invitation(source) | Key::Reflections(source)) => {
                self.takes_of_run(&source)
            }
            Ok(Key::Last) => Source::from_key(value).is_some_and(|source| self.takes_of_run(&source)),
            Ok(Key::Journal(_)) if !is_newer(value) => {
                value.parse().is_ok_and(|Entry { source, record }| self.takes_record(&source, &record))
            }
            Ok(Key::Session(_)) => value.parse().is_ok_and(|session: SessionRecord| {
                self.takes_version(&session.source(), &session.head().fingerprint.to_string())
            }),
            Ok(
                Key::Answers(_)
                | Key::Commitment(_)
                | Key::Draft(_)
                | Key::Picture(..)
                | Key::FirstDraft
                | Key::FirstDraftFile
                | Key::Scenario(_),
            ) => self.played,
            // Nobody can tell either whose a newer game's things are.
            Ok(Key::Run(_) | Key::Journal(_)) | Err(KeyError::Unknown) => self.played,
            _ => false,
        }
    }

    fn takes_version(&self, source: &Source, fingerprint: &str) -> bool {
        match source {
            Source::Shipped(id) => self.course.find(id).is_some_and(|entry| entry.version == fingerprint),
            Source::Own(_) => self.played,
        }
    }

    fn takes_record(&self, source: &Source, record: &Record) -> bool {
        self.takes_version(source, &record.fingerprint.to_string())
    }

    fn takes_run(&self, key: &str, value: &str) -> bool {
        let Ok(Key::Run(source)) = key.parse() else { return false };
        run_of(&source, value).is_some_and(|record| self.takes_record(&source, &record))
    }

    /// Which step waits, and which ends were reached, belongs to a run.
    fn takes_of_run(&self, source: &Source) -> bool {
        let key = source.run_key();
        self.plain.iter().any(|(run, value)| *run == key && self.takes_run(run, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delivery::Entry;
    use play::Run;
    use scenario::{Limits, Scenario, read};
    use session::Session;
    use std::rc::Rc;

    const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

    fn scenario(text: &str) -> Rc<Scenario> {
        Rc::new(read(text.as_bytes(), &Limits::default()).expect("a scenario"))
    }

    /// What is kept of a run, an entry of the journal and a session of a scenario.
    fn kept(scenario: &Rc<Scenario>) -> Vec<(String, String)> {
        let mut run = Run::start(Rc::clone(scenario));
        run.choose(0).expect("it is offered");
        let line = Record::of(&run).to_line();
        let id = scenario.id();
        let session = Session::begin("a1".into(), Rc::clone(scenario), 1000).record();
        let things = [
            (format!("run/{id}"), line.clone()),
            (format!("waiting/{id}"), "A step".into()),
            (format!("reached/{id}"), "balanced".into()),
            ("last".into(), id.to_string()),
            ("journal/7".into(), format!("{id} {line}")),
            ("room/session/a1".into(), session),
        ];
        things.into()
    }

    #[test]
    fn a_course_takes_over_what_was_played_of_its_very_stories_and_what_was_at_hand_then() {
        let ours = scenario(SMALL);
        let theirs = scenario(&SMALL.replace("A small one", "Another course"));
        let course = Catalogue { entries: vec![Entry::of(&ours)], ..Catalogue::default() };
        let settings = ("settings".to_owned(), "text-2 dark".to_owned());
        let mut fits = kept(&ours);
        fits.push(settings.clone());
        let line = fits[0].1.clone();
        let own = Session::begin("b2".into(), Rc::clone(&theirs), 1000).of_own(true).record();
        let here = [
            ("run/own/small", line.clone()),
            ("waiting/own/small", "A step".into()),
            ("journal/8", format!("own/small {line}")),
            ("room/session/b2", own),
            ("scenario/small", "a pack".into()),
            ("self/1", "1 2 3".into()),
            ("author/text", "{".into()),
            ("team/a", "a newer game's".into()),
            ("run/other", "two-hats/2 a newer game's".into()),
        ];
        let here = here.map(|(key, value)| (key.to_owned(), value));
        fits.extend(here.clone());
        let mut all = fits.clone();
        let beside = [
            ("run/crisis", line.replace("small", "crisis")),
            ("waiting/crisis", "A step".into()),
            ("author/windows", "a1".into()),
            ("room/open", "a1".into()),
            ("unreadable/run/small", line),
        ];
        all.extend(beside.map(|(key, value)| (key.to_owned(), value)));
        assert_eq!(adopted(&all, &course), fits);
        // The same id in another course, or in another version, is another story. Where none of the course's was played
        // the rest is another game's.
        let mut others = kept(&theirs);
        others.push(settings.clone());
        others.extend(here);
        assert_eq!(adopted(&others, &course), [settings]);
        assert_eq!(adopted(&[], &course), []);
    }
}
