//! What is typed into the console's fields. A number counts at once, so that nothing that follows can lose it, whichever
//! key or click that is; a text waits until it is added, and is added before its phase is left. What does not count stays
//! where it was typed, and its field says why.

use super::model::Notice;
use super::{Effect, Model};
use scenario::Id;
use session::{Act, ActError, Note, Phase, State};

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// What the session is called.
    Label,
    /// How many are in the room.
    People,
    /// Hands for a response.
    Votes(Id),
    /// Hands for a value on a scale of the self-rating.
    Rate(usize, usize),
    /// Something to write down.
    Note(Note),
    /// A team's name.
    TeamName,
    /// A team's code.
    TeamCode,
}

/// Why what was typed into a field does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It is no whole number.
    NotWhole,
    /// The session refuses it.
    Refused(ActError),
}

/// What was typed into a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    field: Field,
    text: String,
    slip: Option<Slip>,
}

impl Field {
    /// The act of a field that holds so many; `None` for a text.
    pub fn counts(&self, count: u32) -> Option<Act> {
        Some(match self {
            Field::People => Act::People(count),
            Field::Votes(response) => Act::Votes(response.clone(), count),
            Field::Rate(scale, value) => Act::Rate(*scale, *value, count),
            Field::Label | Field::Note(_) | Field::TeamName | Field::TeamCode => return None,
        })
    }

    /// The act of what was typed; `None` where it waits until it is added.
    fn act(&self, text: &str) -> Result<Option<Act>, Slip> {
        let text = text.trim();
        if *self == Field::Label {
            return Ok(Some(Act::Label(text.to_owned())));
        }
        if self.counts(0).is_none() {
            return Ok(None);
        }
        let digits: Option<Vec<u32>> = text.chars().map(digit).collect();
        // A number that is too large for anything is still a number.
        let count =
            |digits: Vec<u32>| digits.iter().fold(0_u32, |count, it| count.saturating_mul(10).saturating_add(*it));
        digits.map(|digits| self.counts(count(digits))).ok_or(Slip::NotWhole)
    }

    /// The act that comes to what stands; `None` where the field has no place in this phase, or is one for a text.
    fn standing(&self, state: &State) -> Option<Act> {
        match (self, state.phase()) {
            (Field::Label, _) => Some(Act::Label(state.label().to_owned())),
            (Field::People, _) => self.counts(state.people()),
            (Field::Votes(response), Phase::Vote | Phase::VoteAgain) => {
                let at = state.run().offered().find(|(_, offered)| offered.id == *response)?.0;
                let ballot = state.ballot()?;
                let tally = if state.phase() == Phase::Vote { &ballot.first } else { ballot.second.as_ref()? };
                self.counts(*tally.counts().get(at)?)
            }
            (Field::Rate(scale, value), Phase::RateBefore | Phase::RateAfter) => {
                let tally = state.ratings(state.phase() == Phase::RateAfter).get(*scale)?;
                self.counts(*tally.counts().get(*value)?)
            }
            _ => None,
        }
    }

    /// Whether the field is on the console in this phase.
    fn is_here(&self, state: &State) -> bool {
        match self {
            Field::Note(Note::Commitment) => state.phase() == Phase::NowWhat,
            Field::Note(Note::Plus | Note::Delta) => state.phase() == Phase::PlusDelta,
            Field::TeamName | Field::TeamCode => state.phase() == Phase::Teams,
            _ => self.standing(state).is_some(),
        }
    }

    fn is_text(&self) -> bool {
        matches!(self, Field::Note(_) | Field::TeamName | Field::TeamCode)
    }

    /// The fields that an act is about.
    fn of(act: &Act) -> Vec<Field> {
        match act {
            Act::Label(_) => vec![Field::Label],
            Act::People(_) => vec![Field::People],
            Act::Votes(response, _) => vec![Field::Votes(response.clone())],
            Act::Rate(scale, value, _) => vec![Field::Rate(*scale, *value)],
            Act::Write(note, _) => vec![Field::Note(*note)],
            Act::Team(..) => vec![Field::TeamName, Field::TeamCode],
            _ => Vec::new(),
        }
    }

    /// Whether a refusal is this field's, of all that an act is about.
    fn is_refused(&self, refused: ActError) -> bool {
        let of_code = matches!(refused, ActError::Code(_) | ActError::NoCode);
        match self {
            Field::TeamName => !of_code,
            Field::TeamCode => of_code,
            _ => true,
        }
    }
}

/// A digit, as keyboards of several scripts write it.
fn digit(character: char) -> Option<u32> {
    let zeros = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    zeros.iter().find_map(|zero| u32::from(character).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10))
}

impl Model {
    /// What was typed into a field, while it is more than what counts.
    pub fn typed(&self, field: &Field) -> Option<&str> {
        self.draft(field).map(|draft| &*draft.text)
    }

    /// Why what was typed into a field does not count.
    pub fn slip(&self, field: &Field) -> Option<Slip> {
        self.draft(field)?.slip
    }

    fn draft(&self, field: &Field) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.field == *field)
    }

    /// Something was typed into a field.
    pub(super) fn type_in(&mut self, field: Field, text: String) -> Vec<Effect> {
        if self.elsewhere || self.session.is_none() {
            return Vec::new();
        }
        if matches!(self.notice, Some(Notice::Refused(_) | Notice::Held)) {
            self.notice = None;
        }
        // A name that is missing is missed again when its team is added, if it still is to be.
        let missing = |draft: &Draft| draft.field == Field::TeamName && draft.text.is_empty();
        self.drafts.retain(|draft| draft.field != field && !(field == Field::TeamCode && missing(draft)));
        self.drafts.push(Draft { field: field.clone(), text, slip: None });
        let again = self.typing.take().is_some_and(|typing| typing == field);
        let effects = self.count(&field, again);
        self.typing = Some(field);
        effects
    }

    /// A field was left: what counts is shown as it counts.
    pub(super) fn leave_field(&mut self, field: &Field) {
        let stays = |draft: &Draft| field.is_text() || draft.slip.is_some() && !draft.text.trim().is_empty();
        self.drafts.retain(|draft| draft.field != *field || stays(draft));
        self.typing = None;
    }

    /// Counts what a field holds; `again` where the last act is what it held a moment ago.
    fn count(&mut self, field: &Field, again: bool) -> Vec<Effect> {
        let (Some(session), Some(draft)) = (&mut self.session, self.drafts.iter_mut().find(|it| it.field == *field))
        else {
            return Vec::new();
        };
        let now = self.now;
        let act = match field.act(&draft.text) {
            Ok(Some(act)) => act,
            Ok(None) => return Vec::new(),
            Err(slip) => {
                draft.slip = Some(slip);
                return Vec::new();
            }
        };
        let stands = field.standing(session.state()).is_none_or(|standing| standing == act);
        let took =
            match (stands, again && session.acts().last().is_some_and(|last| Field::of(&last.act).contains(field))) {
                (true, _) => Ok(()),
                (false, true) => session.retake(act, now),
                (false, false) => session.take(act, now),
            };
        draft.slip = took.err().map(Slip::Refused);
        if stands || took.is_err() {
            return Vec::new();
        }
        self.look_back();
        let mut effects = self.keep();
        effects.extend(self.tidy());
        effects
    }

    /// After a change: what was typed and is something else now is no longer shown, and what did not count may count now.
    pub(super) fn tidy(&mut self) -> Vec<Effect> {
        let Some(state) = self.session.as_ref().map(|session| session.state().clone()) else { return Vec::new() };
        self.drafts.retain(|draft| match draft.field.standing(&state) {
            None => draft.field.is_text(),
            Some(standing) => draft.slip.is_some() || draft.field.act(&draft.text) == Ok(Some(standing)),
        });
        let mended = self.drafts.iter().find(|draft| {
            let act = draft.field.act(&draft.text).ok().flatten();
            !draft.field.is_text() && draft.slip.is_some() && act.is_some_and(|act| state.after(&act).is_some())
        });
        let mended = mended.map(|draft| draft.field.clone());
        mended.map(|field| self.count(&field, false)).unwrap_or_default()
    }

    /// An act was taken, or refused: what its fields hold is done with, or says why not.
    pub(super) fn settle(&mut self, act: &Act, took: Result<(), ActError>) {
        let fields = Field::of(act);
        match took {
            Ok(()) => self.drafts.retain(|draft| !fields.contains(&draft.field)),
            Err(refused) => {
                // A name that is missing was typed nowhere; its field says so all the same.
                let name = Field::TeamName;
                if fields.contains(&name) && name.is_refused(refused) && self.typed(&name).is_none() {
                    self.drafts.push(Draft { field: name, text: String::new(), slip: None });
                }
                let theirs = self.drafts.iter_mut().filter(|draft| fields.contains(&draft.field));
                theirs
                    .filter(|draft| draft.field.is_refused(refused))
                    .for_each(|it| it.slip = Some(Slip::Refused(refused)));
            }
        }
        self.typing = None;
    }

    /// Adds the texts that were typed and not added, before their phase is left.
    pub(super) fn hand_in(&mut self) -> Vec<Effect> {
        let Some(phase) = self.state().map(State::phase) else { return Vec::new() };
        let text = |field: Field| self.typed(&field).unwrap_or_default().trim().to_owned();
        let mut acts = Vec::new();
        if phase == Phase::Teams {
            acts.push(Act::Team(text(Field::TeamName), text(Field::TeamCode)));
        } else if phase.is_debrief() {
            acts.extend(Note::ALL.map(|note| Act::Write(note, text(Field::Note(note)))));
        }
        acts.retain(|act| match act {
            Act::Team(name, code) => !name.is_empty() || !code.is_empty(),
            Act::Write(_, words) => !words.is_empty(),
            _ => false,
        });
        acts.into_iter().flat_map(|act| self.take(act)).collect()
    }

    /// Whether a field of this phase holds something that does not count.
    pub(super) fn is_held(&self) -> bool {
        let held = |state: &State| self.drafts.iter().any(|draft| draft.slip.is_some() && draft.field.is_here(state));
        self.state().is_some_and(held)
    }
}
