//! What an older game kept, before courses kept what is theirs apart.
//!
//! Games on one disk share what a browser keeps. All that was kept then is the plain game's, and stays so; a course takes
//! over a copy of what was played of its very stories, in their very versions, and of nothing else.

use super::runs;
use crate::app::{Catalogue, Source};
use crate::play::Record;
use crate::workshop::Head;

/// What a course takes over of what is kept for the plain game, when it is opened for the first time.
pub fn adopted(plain: &[(String, String)], course: &Catalogue) -> Vec<(String, String)> {
    let fits = |source: &Source, fingerprint: String| match source {
        Source::Shipped(id) => course.find(id).is_some_and(|entry| entry.version == fingerprint),
        Source::Own(_) => false,
    };
    let record_fits = |source: &Source, record: &Record| fits(source, record.fingerprint.to_string());
    let is_played = |key: &str, value: &str| {
        let source = key.strip_prefix("run/").and_then(Source::from_key);
        let record = Record::from_line(value);
        source.zip(record).is_some_and(|(source, record)| record_fits(&source, &record))
    };
    // Which step waits, and which ends were reached, belongs to a run.
    let of_a_run =
        |key: &str| plain.iter().any(|(run, value)| run.strip_prefix("run/") == Some(key) && is_played(run, value));
    let is_ours = |(key, value): &&(String, String)| {
        let (kind, rest) = key.split_once('/').unwrap_or((key, ""));
        match kind {
            "run" => is_played(key, value),
            "waiting" | "reached" => of_a_run(rest),
            "last" => of_a_run(value),
            "journal" => runs::read(value).is_some_and(|(source, record)| record_fits(&source, &record)),
            "room" if rest.starts_with("session/") => Head::of(value)
                .is_ok_and(|head| !head.own && fits(&Source::Shipped(head.scenario), head.fingerprint.to_string())),
            // How the game looks is a person's, not a story's.
            "settings" => true,
            _ => false,
        }
    };
    plain.iter().filter(is_ours).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Entry;
    use crate::play::Run;
    use crate::scenario::{Limits, Scenario, read};
    use crate::workshop::Session;
    use std::rc::Rc;

    const SMALL: &str = include_str!("../../tests/fixtures/small.json");

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
    fn a_course_takes_over_what_was_played_of_its_very_stories_and_nothing_else() {
        let ours = scenario(SMALL);
        let theirs = scenario(&SMALL.replace("A small one", "Another course"));
        let course = Catalogue { entries: vec![Entry::of(&ours)], ..Catalogue::default() };
        let settings = ("settings".to_owned(), "text-2 dark".to_owned());
        let mut fits = kept(&ours);
        fits.push(settings.clone());
        let mut all = fits.clone();
        let line = fits[0].1.clone();
        let beside = [
            ("run/crisis", line.replace("small", "crisis")),
            ("run/own/small", line.clone()),
            ("waiting/own/small", "A step".into()),
            ("journal/8", format!("own/small {line}")),
            ("scenario/small", "a pack".into()),
            ("self/1", "1 2 3".into()),
            ("author/text", "{".into()),
            ("room/open", "a1".into()),
            ("unreadable/run/small", line),
        ];
        all.extend(beside.map(|(key, value)| (key.to_owned(), value)));
        assert_eq!(adopted(&all, &course), fits);
        // The same id in another course, or in another version, is another story.
        let mut others = kept(&theirs);
        others.push(settings.clone());
        assert_eq!(adopted(&others, &course), [settings]);
        assert_eq!(adopted(&[], &course), []);
    }
}
