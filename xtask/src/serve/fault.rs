//! Faults that a journey asks for by the address it opens.
//!
//! `/~500@scenarios/#/play/crisis` is the app with status 500 for every file whose path starts with `scenarios` (a slash
//! in there is written as a colon; the app's own folder, which is named by what is in it, is left out); `~stall@…` leaves such a request without an answer, `~cut@…` gives half of the file,
//! `~page@…` a web page in its place, as a network does that asks for a password first, and `~503x2@…` fails two times and
//! then gives the file.
//! The app names its files relative to the page, so all its requests carry the prefix. Whatever follows a second `@` is
//! only there to make a prefix a journey's own, for the times are counted for each prefix.

use std::{collections::HashMap, sync::Mutex};

/// The faults asked for so far, with how often each has struck.
#[derive(Default)]
pub struct Faults {
    struck: Mutex<HashMap<String, u32>>,
}

/// What is to be done with a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// Give the file at this path.
    Serve(&'a str),
    /// Answer with this status.
    Fail(u16),
    /// Do not answer.
    Stall,
    /// Give the first half of the file at this path.
    Cut(&'a str),
    /// Give a web page, whatever was asked for.
    Page,
}

#[derive(Clone, Copy)]
enum Kind {
    Status(u16),
    Stall,
    Cut,
    Page,
}

struct Fault {
    kind: Kind,
    times: u32,
    below: String,
}

impl Faults {
    /// What is to be done with the request for a path, given without its first slash.
    pub fn judge<'a>(&self, path: &'a str) -> Verdict<'a> {
        let Some((asked, fault, path)) = split(path) else { return Verdict::Serve(path) };
        if !within(path).starts_with(&fault.below) || !self.strikes(asked, fault.times) {
            return Verdict::Serve(path);
        }
        match fault.kind {
            Kind::Status(status) => Verdict::Fail(status),
            Kind::Stall => Verdict::Stall,
            Kind::Cut => Verdict::Cut(path),
            Kind::Page => Verdict::Page,
        }
    }

    fn strikes(&self, asked: &str, times: u32) -> bool {
        let Ok(mut struck) = self.struck.lock() else { return true };
        let count = struck.entry(asked.to_owned()).or_default();
        *count = count.saturating_add(1);
        *count <= times
    }
}

/// A path without the app's own folder.
fn within(path: &str) -> &str {
    path.split_once('/').filter(|(folder, _)| folder.starts_with("app-")).map_or(path, |(_, within)| within)
}

/// The prefix as it was asked for, its meaning, and the path behind it.
fn split(path: &str) -> Option<(&str, Fault, &str)> {
    let (prefix, behind) = path.strip_prefix('~')?.split_once('/')?;
    let (kind, rest) = prefix.split_once('@')?;
    let (below, _) = rest.split_once('@').unwrap_or((rest, ""));
    let (kind, times) = match kind.split_once('x') {
        Some((kind, times)) => (kind, times.parse().ok()?),
        None => (kind, u32::MAX),
    };
    let kind = match kind {
        "stall" => Kind::Stall,
        "cut" => Kind::Cut,
        "page" => Kind::Page,
        status => Kind::Status(status.parse().ok()?),
    };
    Some((prefix, Fault { kind, times, below: below.replace(':', "/") }, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_without_a_fault_is_served() {
        assert_eq!(Faults::default().judge("scenarios/a.json"), Verdict::Serve("scenarios/a.json"));
        assert_eq!(Faults::default().judge("~home/a.json"), Verdict::Serve("~home/a.json"));
    }

    #[test]
    fn a_fault_strikes_below_its_path_only() {
        let faults = Faults::default();
        assert_eq!(faults.judge("~500@scenarios/scenarios/a.json"), Verdict::Fail(500));
        assert_eq!(faults.judge("~500@scenarios/index.html"), Verdict::Serve("index.html"));
        assert_eq!(faults.judge("~stall@/index.html"), Verdict::Stall);
        assert_eq!(faults.judge("~cut@app/app.wasm"), Verdict::Cut("app.wasm"));
        assert_eq!(faults.judge("~page@app/app.wasm"), Verdict::Page);
        assert_eq!(faults.judge("~404@scenarios:a/scenarios/a.json"), Verdict::Fail(404));
        assert_eq!(faults.judge("~404@scenarios:a/scenarios/b.json"), Verdict::Serve("scenarios/b.json"));
    }

    #[test]
    fn a_fault_may_end() {
        let faults = Faults::default();
        let verdicts: Vec<_> = (0..3).map(|_| faults.judge("~503x2@a@mine/a.json")).collect();
        assert_eq!(verdicts, [Verdict::Fail(503), Verdict::Fail(503), Verdict::Serve("a.json")]);
        assert_eq!(faults.judge("~503x2@a@yours/a.json"), Verdict::Fail(503));
    }
}
