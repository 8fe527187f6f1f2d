//! Hosts that change while a journey looks on: `/~host@name/…` is a host of that name, whatever folders lie between it and
//! the game, as in `/~host@name/a/b/c/`. `/~turn@name/1` gives it the second version, `/~turn@name/away` takes it away.
//! `/~turn@name/1!policy` gives that version with a quirk: see [`Quirk`]. `/~host@name/portal.js` is the worker of a site
//! that has the game in a folder of it.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Mutex,
};

use crate::sign;

/// The folders below a host's address that lead to the game.
const BELOW: &str = "a/b/c/";

/// A page that has what is named after its `#` in a frame: a height in pixels, what a sandbox allows (`none` for no
/// sandbox), and an address.
pub const FRAME: &str = "frame.html";

/// What that page holds.
pub const FRAME_PAGE: &str =
    "<!doctype html><title>A frame</title><body style='margin: 0'><div style='height: 700px'></div><script>
const [height, sandbox, src] = location.hash.slice(1).split('|');
const frame = document.createElement('iframe');
if (sandbox !== 'none') frame.sandbox = sandbox.replaceAll('+', ' ');
frame.style = `border: 0; width: 100%; height: ${height}px`;
frame.src = decodeURIComponent(src);
document.body.append(frame);
</script>";

/// The worker of a site that knows nothing of the game.
pub const PORTAL: &str = "portal.js";

/// What a host does to every answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quirk {
    /// Nothing.
    #[default]
    None,
    /// It sends a policy under which no game can run.
    Policy,
    /// It sends a policy that forbids WebAssembly alone.
    NoWasm,
    /// It says that each file is a part of one.
    Partial,
    /// It says that each answer depends on everything, but for the script of the worker, which Firefox would not take then.
    Varies,
    /// It gives no file of an ending that is not among those of twenty years ago.
    Endings,
    /// It gives its pages no origin, so that they keep nothing, and all its files to such pages.
    Sandbox,
    /// It forbids its pages other windows, files and prints.
    Bound,
    /// It lets other pages have its own in a frame.
    Framed,
    /// It gives a page to sign in on in the place of every file.
    SignedOut,
    /// It says of its pages that they are written in Latin-1.
    Latin,
    /// It has another page in the place of the game, and the worker that takes the game down.
    TakenDown,
}

impl Quirk {
    fn called(name: &str) -> Quirk {
        match name {
            "policy" => Quirk::Policy,
            "nowasm" => Quirk::NoWasm,
            "partial" => Quirk::Partial,
            "varies" => Quirk::Varies,
            "endings" => Quirk::Endings,
            "sandbox" => Quirk::Sandbox,
            "bound" => Quirk::Bound,
            "framed" => Quirk::Framed,
            "signedout" => Quirk::SignedOut,
            "latin" => Quirk::Latin,
            "takendown" => Quirk::TakenDown,
            _ => Quirk::None,
        }
    }

    /// What it is beside the file of a path.
    pub fn of(self, path: &str) -> Quirk {
        if self == Quirk::Varies && path == sign::WORKER { Quirk::None } else { self }
    }

    /// What it says beside a file.
    pub fn headers(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Quirk::Policy => &[("content-security-policy", "default-src 'self'")],
            Quirk::NoWasm => &[("content-security-policy", "script-src 'self' 'unsafe-inline'")],
            Quirk::Varies => &[("vary", "*")],
            Quirk::Sandbox => {
                &[("content-security-policy", "sandbox allow-scripts"), ("access-control-allow-origin", "*")]
            }
            Quirk::Bound => &[("content-security-policy", "sandbox allow-scripts allow-same-origin")],
            Quirk::None
            | Quirk::Partial
            | Quirk::Endings
            | Quirk::Framed
            | Quirk::SignedOut
            | Quirk::Latin
            | Quirk::TakenDown => &[],
        }
    }

    /// The media type that it says instead of a file's own.
    pub fn kind(self, kind: &'static str) -> &'static str {
        if self == Quirk::Latin && kind.starts_with("text/html") { "text/html; charset=iso-8859-1" } else { kind }
    }

    /// Whether it gives the file of a path.
    pub fn gives(self, path: &str) -> bool {
        self != Quirk::Endings || !path.ends_with(".webmanifest")
    }
}

/// The versions there are, and what each host has now.
pub struct Hosts {
    versions: Vec<PathBuf>,
    now: Mutex<HashMap<String, (Option<usize>, Quirk)>>,
}

/// What a host does with a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// It gives the file at this path of a folder.
    Serve(&'a Path, &'a str, Quirk),
    /// It gives the script of the site's own worker.
    Portal,
    /// It gives the page with a frame.
    Frame,
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
            let (version, quirk) = rest.split_once('!').unwrap_or((rest, ""));
            now.insert(name.to_owned(), (version.parse().ok(), Quirk::called(quirk)));
            return Some(Verdict::Turned);
        }
        let (version, quirk) = now.get(host.strip_prefix("~host@")?).copied().unwrap_or((Some(0), Quirk::None));
        let Some(folder) = version.and_then(|version| self.versions.get(version)) else { return Some(Verdict::Away) };
        Some(match rest {
            PORTAL => Verdict::Portal,
            FRAME => Verdict::Frame,
            // Not every host sends a browser to a folder's own address, which has a slash at its end.
            rest if rest == BELOW.trim_end_matches('/') => Verdict::Serve(folder, "", quirk),
            rest => Verdict::Serve(folder, rest.strip_prefix(BELOW).unwrap_or("~nothing"), quirk),
        })
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
        assert_eq!(judge("~host@x/a/b/c/app.js").as_deref(), Some("Serve(\"one\", \"app.js\", None)"));
        assert_eq!(judge("~host@x/a/b/c").as_deref(), Some("Serve(\"one\", \"\", None)"));
        assert_eq!(judge("~host@x/portal.js").as_deref(), Some("Portal"));
        assert_eq!(judge("~host@x/frame.html").as_deref(), Some("Frame"));
        assert_eq!(judge("~turn@x/1").as_deref(), Some("Turned"));
        assert_eq!(judge("~host@x/a/b/c/").as_deref(), Some("Serve(\"two\", \"\", None)"));
        assert_eq!(judge("~host@y/a/b/c/").as_deref(), Some("Serve(\"one\", \"\", None)"));
        assert_eq!(judge("~turn@x/0!endings").as_deref(), Some("Turned"));
        assert_eq!(judge("~host@x/a/b/c/").as_deref(), Some("Serve(\"one\", \"\", Endings)"));
        assert_eq!(judge("~turn@x/away").as_deref(), Some("Turned"));
        assert_eq!(judge("~host@x/a/b/c/app.js").as_deref(), Some("Away"));
        // Nothing lies outside the game's own folder.
        assert_eq!(judge("~host@y/app.js").as_deref(), Some("Serve(\"one\", \"~nothing\", None)"));
    }
}
