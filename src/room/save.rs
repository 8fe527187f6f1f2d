//! The record as files to take home.

use super::export::{csv, json, tables, xlsx};
use super::update::STATES;
use super::{Effect, Kind, Model, Notice, hours};
use session::{Review, Session};

/// How many characters of a session's own name a file's name takes up.
const LONGEST: usize = 60;

impl Model {
    /// Saves the record in a form.
    pub(super) fn save(&mut self, kind: Kind, ahead: i32) -> Vec<Effect> {
        let Some(session) = self.session.as_ref().filter(|_| !self.is_rehearsal()) else { return Vec::new() };
        let state = session.state();
        let review = match &self.review {
            Some(review) if review.is_of(state) => review.clone(),
            _ => Review::of(state, STATES),
        };
        let tables = tables(session, &review, ahead);
        let (ending, mime, bytes) = match kind {
            Kind::Json => ("json", "application/json", Some(json(&tables, session).into_bytes())),
            Kind::Csv => ("csv", "text/csv", Some(csv(&tables).into_bytes())),
            Kind::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx(&tables)),
        };
        let name = format!("{}.{ending}", name(session, ahead));
        match bytes {
            Some(bytes) => vec![Effect::SaveFile(name, mime, bytes)],
            None => {
                self.notice = Some(Notice::TooLarge);
                Vec::new()
            }
        }
    }
}

/// What a session's files are called: for whom it was, of which story, on which day.
fn name(session: &Session, ahead: i32) -> String {
    let mut label = String::new();
    // What no file's name may hold, and what would hide its ending, becomes a hyphen.
    for character in session.state().label().chars() {
        match character {
            sign if sign.is_alphanumeric() => label.push(sign),
            _ if label.ends_with('-') || label.is_empty() => {}
            _ => label.push('-'),
        }
    }
    let label: String = label.chars().take(LONGEST).collect();
    let label = label.trim_end_matches('-');
    let began = hours::date(session.head().began, ahead);
    let day = began.split(' ').next().unwrap_or_default();
    let parts = ["two-hats", label, session.head().scenario.as_str(), day];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
