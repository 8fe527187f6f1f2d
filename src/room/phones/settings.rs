//! What the facilitator does with phones.

use super::model::{Ask, Means, Trouble, can_join};
use super::{Served, kept::Kept};
use crate::room::{Effect, Model, Notice};
use library::Key;
use session::{Act, ActError};
use wire::Now;

impl Model {
    /// Does what the facilitator asks of phones. What needs chance waits for [`Model::hear_phones`], which follows at once.
    pub(in super::super) fn ask_phones(&mut self, ask: Ask) -> Vec<Effect> {
        if self.elsewhere && !matches!(ask, Ask::Token(_) | Ask::Base(_)) {
            return Vec::new();
        }
        self.phones.changes += 1;
        let now = self.phones.now;
        match ask {
            Ask::Token(token) => {
                let is_plain = !token.is_empty() && token.bytes().all(|sign| sign.is_ascii_alphanumeric());
                if !is_plain {
                    return Vec::new();
                }
                if let Some(room) = &mut self.phones.room {
                    // The program was started anew while the room is open: it knows nothing of the room yet.
                    (room.told, room.asked_at) = (None, None);
                    (self.phones.token, self.phones.since) = (Some(token), now.wall);
                    let mut effects = self.same_engine(now);
                    effects.extend(self.keep_phones());
                    return effects;
                }
                // What is kept of a room is read first, so that it is not written over.
                (self.phones.token, self.phones.read) = (Some(token), false);
                return Vec::new();
            }
            Ask::Base(base) => {
                let end = base.rfind('/').map_or(0, |at| at + 1);
                self.phones.base = base[..end].to_owned();
                return Vec::new();
            }
            Ask::Served(said) => {
                self.phones.served = said.as_deref().and_then(Served::read).or(self.phones.served.take());
                return Vec::new();
            }
            Ask::Means(means) => {
                let counts = if means == Means::Hands { self.count_phones() } else { Vec::new() };
                self.phones.means = means;
                return counts.into_iter().chain(self.keep_phones()).collect();
            }
            Ask::Engine(field, text) => {
                self.phones.engine.set(field, text);
                self.phones.trouble = None;
                return Vec::new();
            }
            Ask::Open => return self.open_phones(now),
            Ask::Count => return self.count_phones(),
            Ask::Again => return self.ask_again(),
            Ask::Admit(number) => return self.admit(&[number]),
            Ask::AdmitAll => {
                let waits = self.phones.seats().into_iter().filter(|seat| !seat.admitted);
                return self.admit(&waits.map(|seat| seat.number).collect::<Vec<_>>());
            }
            Ask::Show(id, note) => return self.show_lines(&[id], note),
            Ask::Merge(note) => return self.show_lines(&self.phones.picked(), note),
            Ask::Close => return self.close_phones(),
            Ask::Door(_)
            | Ask::Stream(_)
            | Ask::Small(_)
            | Ask::Remove(_)
            | Ask::NewCode
            | Ask::Hide(_)
            | Ask::Unhide
            | Ask::Pick(_) => {}
        }
        let Some(room) = &mut self.phones.room else { return Vec::new() };
        match ask {
            Ask::Door(open) => room.host.set_door(open),
            Ask::Stream(stream) => {
                room.stream = stream;
                room.host.set_stream(stream);
            }
            Ask::Small(small) => room.small = small,
            Ask::Remove(number) => self.phones.new_code.get_or_insert_default().push(number),
            Ask::NewCode => {
                self.phones.new_code.get_or_insert_default();
            }
            Ask::Hide(id) => {
                room.hidden.push(id);
                room.picked.retain(|picked| *picked != id);
            }
            Ask::Unhide => room.hidden.clear(),
            Ask::Pick(id) if room.picked.contains(&id) => room.picked.retain(|picked| *picked != id),
            Ask::Pick(id) => room.picked.push(id),
            _ => {}
        }
        self.keep_phones()
    }

    fn open_phones(&mut self, now: Now) -> Vec<Effect> {
        if self.session.is_none() || self.is_rehearsal() || self.phones.is_open() {
            return Vec::new();
        }
        let phones = &mut self.phones;
        phones.trouble = match phones.engine.is_empty() {
            true if phones.token.is_none() => Some(Trouble::NoEngine),
            false if phones.engine.engine().is_none() => Some(Trouble::BadAddress),
            _ => None,
        };
        if phones.trouble.is_none() {
            (phones.opening, phones.since) = (true, now.wall);
            if phones.means == Means::Hands {
                phones.means = Means::Both;
            }
        }
        Vec::new()
    }

    /// Lets phones in that wait; there are as many people at least as they speak for.
    fn admit(&mut self, numbers: &[u16]) -> Vec<Effect> {
        let Some(room) = &mut self.phones.room else { return Vec::new() };
        numbers.iter().for_each(|number| room.host.admit(*number));
        let people = u32::from(self.phones.people().0);
        let mut effects = Vec::new();
        if self.state().is_some_and(|state| state.people() < people) {
            effects.extend(self.take(Act::People(people)));
        }
        effects.extend(self.keep_phones());
        effects
    }

    /// Lines become one note, which the stage shows.
    fn show_lines(&mut self, ids: &[u32], note: session::Note) -> Vec<Effect> {
        let Some((lines, text)) = self.phones.merged(ids) else { return Vec::new() };
        let before = self.state().map_or(0, |state| state.notes(note).len());
        let mut effects = self.take(Act::Write(note, text));
        // Where it was refused, that is said, and the lines still wait.
        if self.state().is_some_and(|state| state.notes(note).len() > before) {
            self.phones.mark_shown(&lines);
            effects.extend(self.keep_phones());
        }
        effects
    }

    /// The room is over for phones. They are told so for a few seconds; what was kept of it goes at once.
    pub(in super::super) fn close_phones(&mut self) -> Vec<Effect> {
        let mut effects = self.count_phones();
        let now = self.phones.now;
        (self.phones.opening, self.phones.new_code) = (false, None);
        let Some(room) = &mut self.phones.room else { return effects };
        room.host.close(now);
        room.closing = true;
        effects.extend(self.keep_phones());
        effects
    }

    /// Everything on this device was erased.
    pub(in super::super) fn forget_phones(&mut self) {
        let now = self.phones.now;
        (self.phones.stored, self.phones.opening, self.phones.token) = (None, false, None);
        if let Some(room) = &mut self.phones.room {
            room.host.close(now);
            room.closing = true;
        }
    }

    /// Keeps the room's keys, or forgets them where there is nothing to go on with.
    pub(super) fn keep_phones(&mut self) -> Vec<Effect> {
        if !can_join() {
            return Vec::new();
        }
        let (key, known) = (Key::Phones.to_text(), &self.kept);
        let kept = self.phones.kept(|session| known.contains_key(session));
        let was = std::mem::replace(&mut self.phones.stored, kept.clone());
        match (was, kept) {
            (_, Some(kept)) => vec![Effect::Store(key, kept)],
            (Some(_), None) => vec![Effect::Forget(key)],
            (None, None) => Vec::new(),
        }
    }

    /// What another window keeps of phones, or that it is gone.
    pub(in super::super) fn see_phones(&mut self, kept: Option<String>) {
        if self.phones.room.is_none() {
            (self.phones.stored, self.phones.read) = (kept, false);
        }
    }

    /// Reads what is kept, and goes on with the room of the session that is open, where this window is the console.
    pub(super) fn resume_phones(&mut self, now: Now) -> Vec<Effect> {
        let is_console = (*self.page() == crate::room::Page::Console || self.drawer) && !self.elsewhere;
        if self.phones.room.is_some() || !is_console {
            return Vec::new();
        }
        // It is looked at once for each session that is opened here.
        let open = self.session.as_ref().map(|session| session.head().id.clone());
        let is_first = !std::mem::replace(&mut self.phones.read, true);
        let is_other = std::mem::replace(&mut self.phones.looked, open.clone()) != open;
        if !is_first && !is_other {
            return Vec::new();
        }
        let kept = self.phones.stored.as_ref().map(|stored| Kept::read(stored, now));
        // An address that was opened since has a newer token.
        let newer = self.phones.token.take_if(|_| is_first);
        let is_newer = newer.is_some();
        if is_newer {
            (self.phones.token, self.phones.since) = (newer, now.wall);
        }
        let kept = match kept {
            Some(Some(kept)) => kept,
            Some(None) if !is_newer => {
                self.phones.stored = None;
                return vec![Effect::Forget(Key::Phones.to_text())];
            }
            None if !is_newer => return Vec::new(),
            _ => return self.keep_phones(),
        };
        if is_first {
            (self.phones.means, self.phones.engine) = (kept.means, kept.engine);
            if !is_newer {
                (self.phones.token, self.phones.since) = (kept.token, kept.since);
            }
        }
        let Some(room) = kept.room.filter(|room| self.kept.contains_key(&room.session)) else {
            return if is_first { self.keep_phones() } else { Vec::new() };
        };
        if open.as_ref() != Some(&room.session) {
            return Vec::new();
        }
        self.phones.changes += 1;
        self.phones.room = room.resume(now);
        if self.phones.room.is_none() {
            self.phones.trouble = Some(Trouble::Lost);
        }
        let mut effects = self.same_engine(now);
        effects.extend(self.keep_phones());
        effects
    }

    /// Nothing that phones said is undone act by act. Whether an undo would reach that far is said.
    pub(in super::super) fn is_counted_last(&mut self) -> bool {
        let (Some(session), Some(room)) = (&self.session, &self.phones.room) else { return false };
        let is = session.head().id == room.session && room.floor > 0 && session.acts().len() <= room.floor;
        if is {
            self.notice = Some(Notice::Counted);
        }
        is
    }

    /// Says why a count of phones was refused, which the session knows.
    pub(super) fn refuse(&mut self, refused: ActError) {
        self.notice = Some(Notice::Refused(refused));
    }
}
