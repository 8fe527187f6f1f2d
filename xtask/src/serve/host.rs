//! Hosts that change while a journey looks on: `/~host@name/…` is a host of that name, whatever folders lie between it and
//! the game, as in `/~host@name/a/b/c/`. `/~turn@name/1` gives it the second version, `/~turn@name/away` takes it away.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Mutex,
};

/// The folders below a host's address that lead to the game.
const BELOW: &str = "a/b/c/";

/// The versions there are, and what each host has now.
pub struct Hosts {
    versions: Vec<PathBuf>,
    now: Mutex<HashMap<String, Option<usize>>>,
}

/// What a host does with a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// It gives the file at this path of a folder.
    Serve(&'a Path, &'a str),
    /// It is another from now on.
    Turned,
    /// It does not answer.
    Away,
}

impl Hosts {
    /// Hosts of these versions; each has the first to begin with.
    pub fn of(versions: Vec<PathBuf>) -> Hosts {
        Hosts { versions, now: Mutex::default() }
    }

    /// What is to be done with the request for a path, given without its first slash; nothing where no host is asked.
    pub fn judge<'a>(&'a self, path: &'a str) -> Option<Verdict<'a>> {
        let (host, rest) = path.split_once('/')?;
        let mut now = self.now.lock().ok()?;
        if let Some(name) = host.strip_prefix("~turn@") {
            now.insert(name.to_owned(), rest.parse().ok());
            return Some(Verdict::Turned);
        }
        let version = now.get(host.strip_prefix("~host@")?).copied().unwrap_or(Some(0));
        let folder = version.and_then(|version| self.versions.get(version));
        Some(
            folder
                .map_or(Verdict::Away, |folder| Verdict::Serve(folder, rest.strip_prefix(BELOW).unwrap_or("~nothing"))),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_has_one_version_after_another_and_may_be_away() {
        let hosts = Hosts::of(vec!["one".into(), "two".into()]);
        let judge = |path: &'static str| hosts.judge(path).map(|verdict| format!("{verdict:?}"));
        assert_eq!(judge("index.html"), None);
        assert_eq!(judge("~host@x/a/b/c/app.js").as_deref(), Some("Serve(\"one\", \"app.js\")"));
        assert_eq!(judge("~turn@x/1").as_deref(), Some("Turned"));
        assert_eq!(judge("~host@x/a/b/c/").as_deref(), Some("Serve(\"two\", \"\")"));
        assert_eq!(judge("~host@y/a/b/c/").as_deref(), Some("Serve(\"one\", \"\")"));
        assert_eq!(judge("~turn@x/away").as_deref(), Some("Turned"));
        assert_eq!(judge("~host@x/a/b/c/app.js").as_deref(), Some("Away"));
        // Nothing lies outside the game's own folder.
        assert_eq!(judge("~host@y/app.js").as_deref(), Some("Serve(\"one\", \"~nothing\")"));
    }
}
