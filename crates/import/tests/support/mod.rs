//! Fixtures, and what is asked of their drafts and reports.
#![allow(dead_code, reason = "each test uses its own part of this")]

use import::{Fate, Imported, Options, Report, import};
use serde_json::Value;
use std::path::{Path, PathBuf};

pub const OPTIONS: Options<'static> =
    Options { id: Some("draft"), leadership: Some("$trust"), management: Some("order"), story: None };

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

pub fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).expect("a fixture")
}

/// A fixture's draft and report.
pub struct Story {
    pub text: String,
    pub draft: Value,
    pub report: Report,
}

impl Story {
    pub fn of(name: &str) -> Story {
        Story::with(name, &OPTIONS)
    }

    pub fn with(name: &str, options: &Options<'_>) -> Story {
        let Imported { text, report, .. } = import(&file(name), options).expect("a story");
        let draft = serde_json::from_str(&text).expect("JSON");
        Story { text, draft, report }
    }

    pub fn step(&self, id: &str) -> &Value {
        let step = &self.draft["steps"][id];
        assert!(step.is_object(), "there is no step {id} in {:?}", self.ids());
        step
    }

    pub fn ids(&self) -> Vec<&str> {
        let steps = self.draft["steps"].as_object().expect("steps");
        steps.keys().map(String::as_str).collect()
    }

    /// A step's responses: ids with where they lead, in the order of the file.
    pub fn ways(&self, id: &str) -> String {
        let responses = self.step(id)["responses"].as_object().expect("responses");
        let mut ways: Vec<(usize, String)> = responses
            .iter()
            .map(|(name, response)| {
                let at = self.text.find(&format!("\"{name}\": {{")).unwrap_or_default();
                (at, format!("{name}>{}", response["next"].to_string().replace('"', "")))
            })
            .collect();
        ways.sort();
        ways.into_iter().map(|(_, way)| way).collect::<Vec<_>>().join(" ")
    }

    pub fn response(&self, step: &str, id: &str) -> &Value {
        let response = &self.step(step)["responses"][id];
        assert!(response.is_object(), "there is no {id}: {}", self.ways(step));
        response
    }

    /// A step's situation, as it stands in the file.
    pub fn situation(&self, id: &str) -> Vec<String> {
        let lines = self.step(id)["situation"].as_array().expect("lines");
        lines.iter().map(|line| line.as_str().map_or_else(|| line.to_string(), str::to_owned)).collect()
    }

    pub fn counts(&self) -> (usize, usize, usize, usize) {
        let counts = self.report.counts;
        (counts.passages, counts.links, counts.steps, counts.responses)
    }

    /// Asserts a row: its fate, passage, line, and how what it shows begins.
    pub fn row(&self, fate: Fate, passage: &str, line: u32, what: &str) {
        let found = self.report.rows.iter().any(|row| {
            let own = row.passage.and_then(|at| self.report.passages.get(at)).map_or("", String::as_str);
            row.fate == fate && own == passage && row.line == line && row.what.starts_with(what)
        });
        assert!(found, "no row {} {passage}:{line} {what} in\n{}", fate.name(), self.report.text());
    }

    pub fn left_out(&self, passage: &str, line: u32, what: &str) {
        self.row(Fate::LeftOut, passage, line, what);
    }

    pub fn changed(&self, passage: &str, line: u32, what: &str) {
        self.row(Fate::Changed, passage, line, what);
    }

    pub fn carried(&self, passage: &str, line: u32, what: &str) {
        self.row(Fate::Carried, passage, line, what);
    }
}
