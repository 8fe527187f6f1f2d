//! The console leads the phones: each phase asks its question, a question that is left is counted.

use super::model::{Ask, Means, Room, Trouble, here};
use super::question::{self, Question};
use super::shown::{self, Beside, shown};
use super::{Board, together};
use crate::room::{Effect, Model, listen};
use session::{Act, Phase, State};
use wire::host::{Effect as HostEffect, Event as HostEvent, Host};
use wire::{Chance, Engine, FEWEST, Heard, Now};

/// The user by which the program that serves this page knows the facilitator.
const HOST: &str = "host";
/// The folder of the phones' page.
const JOIN: &str = "join/";
/// Where the story can be played alone, from there.
const PLAY: &str = "./../#/story/";
/// How often the program that serves the page is asked, in milliseconds: it shuts the door where it is not.
const ASKS: u64 = 15_000;
/// For how long what another window said of phones holds, in seconds.
const HOLDS: u64 = 12;

impl Model {
    /// What this window knows of phones.
    pub fn phones(&self) -> &super::Phones {
        &self.phones
    }

    /// What the stage shows of phones: as this window knows it, or the one that leads them.
    pub fn board(&self) -> Option<&Board> {
        let heard = self.phones.heard.as_ref().filter(|(at, _)| self.now.saturating_sub(*at) <= HOLDS);
        self.phones.told.as_ref().or(heard.map(|(_, board)| board))
    }

    /// Something happened to the connection to the phones, or time goes on: four times a second are enough. After each
    /// event of this window it is called with a tick, because what was done may need chance, or concern phones.
    pub fn hear_phones(&mut self, heard: Heard<'_>, now: Now, chance: &mut dyn Chance) -> Vec<Effect> {
        self.phones.now = now;
        let mut out = self.rest(now);
        out.extend(self.resume_phones(now));
        out.extend(self.open_room(now, chance));
        out.extend(self.catch_up());
        self.follow();
        if let Some(room) = &mut self.phones.room {
            let effects = room.host.take(heard, now, chance);
            self.perform(effects, &mut out);
        }
        self.look_at_phones();
        out.extend(self.ask_host_program(now));
        out.extend(self.tell_board(false));
        out
    }

    /// Another window is the console: this one is silent from now on.
    fn rest(&mut self, now: Now) -> Vec<Effect> {
        if !std::mem::take(&mut self.phones.resting) {
            return Vec::new();
        }
        let room = self.phones.room.take();
        let effects = room.map(|mut room| room.host.replaced(u64::MAX, now)).unwrap_or_default();
        (self.phones.told, self.phones.read, self.phones.trouble) = (None, false, None);
        self.phones.changes += 1;
        effects.into_iter().filter_map(wire_of).collect()
    }

    fn open_room(&mut self, now: Now, chance: &mut dyn Chance) -> Vec<Effect> {
        if let Some(without) = self.phones.new_code.take()
            && let Some(room) = &mut self.phones.room
        {
            room.no_chance = room.host.new_code(&without, chance).is_err();
        }
        if !std::mem::take(&mut self.phones.opening) {
            return Vec::new();
        }
        let (Some(session), Some(engine), Some(here)) = (&self.session, self.engine(), here()) else {
            return Vec::new();
        };
        let people = u16::try_from(session.state().people()).unwrap_or(u16::MAX);
        match Host::open(people, Some(engine), now, chance) {
            Ok(host) => self.phones.room = Some(Room::of(here, session.head().id.clone(), host)),
            Err(_) => self.phones.trouble = Some(Trouble::NoChance),
        }
        self.keep_phones()
    }

    /// What carries the messages; one without an address is the program that serves this page.
    fn engine(&self) -> Option<Engine> {
        if !self.phones.engine.is_empty() {
            return self.phones.engine.engine();
        }
        let token = self.phones.token.clone()?;
        Some(Engine { address: String::new(), login: Some((HOST.into(), token)) })
    }

    /// A room that is gone on with may have another token by now.
    pub(super) fn same_engine(&mut self, now: Now) -> Vec<Effect> {
        let engine = self.engine();
        let (Some(room), Some(engine)) = (&mut self.phones.room, engine) else { return Vec::new() };
        room.host.use_engine(Some(engine), now).into_iter().filter_map(wire_of).collect()
    }

    fn perform(&mut self, effects: Vec<HostEffect>, out: &mut Vec<Effect>) {
        for effect in effects {
            match effect {
                HostEffect::Wire(wire) => out.push(Effect::Wire(wire)),
                HostEffect::Keep => out.extend(self.keep_phones()),
                HostEffect::Wipe => {
                    (self.phones.room, self.phones.served, self.phones.trouble) = (None, None, None);
                    out.extend(self.keep_phones());
                    self.phones.changes += 1;
                }
                HostEffect::Event(event) => {
                    self.phones.changes += 1;
                    let Some(room) = &mut self.phones.room else { continue };
                    match event {
                        HostEvent::Up => (room.was_up, room.no_chance) = (true, false),
                        HostEvent::NoChance => room.no_chance = true,
                        // Less of it, until it fits: whoever is in the room sees the stage.
                        HostEvent::TooLong(_) => room.short = (room.short + 1).min(2),
                        HostEvent::TakenOver => self.phones.resting = true,
                        HostEvent::Down | HostEvent::Seats | HostEvent::Said | HostEvent::Closed => {}
                    }
                }
            }
        }
    }

    /// Asks what the phase asks, and shows the phones where the session is.
    fn follow(&mut self) {
        let (now, means) = (self.phones.now, self.phones.means);
        let (Some(session), Some(room)) = (&self.session, &mut self.phones.room) else { return };
        if session.head().id != room.session || room.closing {
            return;
        }
        let state = session.state();
        let people = u16::try_from(state.people()).unwrap_or(u16::MAX);
        if room.people.replace(people) != Some(people) {
            room.host.set_people(people);
        }
        room.counted.retain(|(counted, _)| !question::is_anew(state, *counted));
        if room.host.tally().is_some() {
            room.asked = room.asked.filter(|asked| !question::is_anew(state, *asked));
        }
        let question = question::of(state).filter(|_| means != Means::Hands);
        if let Some(question) = question
            && room.asked != Some(question)
            && room.counted(question).is_none()
        {
            room.host.open_round(question::asks(state, question), now);
            (room.asked, room.short) = (Some(question), 0);
            room.picked.clear();
            self.phones.left_out = 0;
            self.phones.changes += 1;
        }
        let beside = Beside {
            asked: question.is_some() && room.asked == question,
            hides: hides(state, room),
            moves: moves(state, room),
            small: room.small,
            short: room.short,
            play: format!("{PLAY}{}", state.scenario().id()),
        };
        room.host.show(shown(state, beside));
    }

    /// Closes the question of the phase, and adds what phones said of it to the hands.
    pub(in super::super) fn count_phones(&mut self) -> Vec<Effect> {
        let now = self.now;
        let (Some(session), Some(room)) = (&mut self.session, &mut self.phones.room) else { return Vec::new() };
        let is_ours = session.head().id == room.session;
        let Some(question) = room.open(session.state()).filter(|_| is_ours) else { return Vec::new() };
        let Some(tally) = room.host.close_round() else { return Vec::new() };
        self.phones.changes += 1;
        if matches!(question, Question::Line(_)) {
            return self.keep_phones();
        }
        let state = session.state();
        let (hands, people) = (question::standing(state, question), state.people());
        let size = (hands.len() / question::parts(question)).max(1);
        let mut phones = tally.counts.clone();
        phones.resize(hands.len(), 0);
        let (mut sums, mut most) = (Vec::new(), 0);
        for (hands, phones) in hands.chunks(size).zip(phones.chunks(size)) {
            let (sum, over) = together(hands, phones, people);
            sums.extend(sum);
            most = most.max(over);
        }
        let mut refused = None;
        for act in question::acts(state, question, &sums, false) {
            refused = session.take(act, now).err().or(refused);
        }
        room.counted.retain(|(counted, _)| *counted != question);
        room.counted.push((question, tally.counts));
        room.floor = session.acts().len();
        self.phones.left_out = most;
        self.typing = None;
        if let Some(refused) = refused {
            self.refuse(refused);
        }
        let mut effects = self.keep();
        effects.extend(self.tidy());
        effects.extend(self.keep_phones());
        effects
    }

    /// Takes what phones said of the question of the phase out of the counts, and asks it anew.
    pub(super) fn ask_again(&mut self) -> Vec<Effect> {
        let now = self.now;
        let (Some(session), Some(room)) = (&mut self.session, &mut self.phones.room) else { return Vec::new() };
        let Some(question) = question::of(session.state()).filter(|_| session.head().id == room.session) else {
            return Vec::new();
        };
        let counted = room.counted(question).map(<[u16]>::to_vec);
        if room.open(session.state()).is_some() || (counted.is_none() && room.asked != Some(question)) {
            return Vec::new();
        }
        let standing = question::standing(session.state(), question);
        let phones = counted.unwrap_or_default();
        let hands = standing.iter().enumerate().map(|(at, count)| {
            let phones = phones.get(at).copied().unwrap_or(0);
            count.saturating_sub(u32::from(phones))
        });
        let hands: Vec<u32> = hands.collect();
        // All of them, so that nothing of before can be redone on top.
        for act in question::acts(session.state(), question, &hands, true) {
            // Fewer hands than stood there.
            let _ = session.take(act, now);
        }
        room.counted.retain(|(counted, _)| *counted != question);
        (room.asked, room.floor) = (None, session.acts().len());
        self.typing = None;
        let mut effects = self.keep();
        effects.extend(self.tidy());
        effects.extend(self.keep_phones());
        effects
    }

    /// Another window went on before phones were counted: it did not hear of them.
    fn catch_up(&mut self) -> Vec<Effect> {
        let left = |state: &State, room: &Room| {
            let asked = room.asked.filter(|_| room.host.tally().is_none() && !room.closing)?;
            let ballot = state.ballot()?;
            let was = |again| question::vote_of(ballot, again) == asked;
            match state.phase() {
                Phase::Reveal if was(ballot.second.is_some()) => Some(Act::Next),
                Phase::Talk if was(false) => Some(Act::Talk),
                _ => None,
            }
        };
        let (Some(state), Some(room)) = (self.state(), &self.phones.room) else { return Vec::new() };
        let Some(onward) = left(state, room).filter(|_| !self.elsewhere) else { return Vec::new() };
        let mut effects = self.take(Act::Back);
        effects.extend(self.count_phones());
        effects.extend(self.take(onward));
        effects
    }

    /// Whether another window leads the phones and is to do this act; what to say to it.
    pub(in super::super) fn hand_over(&self, act: &Act) -> Option<Effect> {
        let word = match act {
            Act::Next => listen::NEXT,
            Act::Talk => listen::TALK,
            _ => return None,
        };
        let is_asking = self.board().is_some_and(|board| board.said.is_some());
        (self.phones.room.is_none() && is_asking && self.linked).then(|| Effect::Say(word.into()))
    }

    /// Finds what is wrong, and since when.
    fn look_at_phones(&mut self) {
        let (admitted, here) = self.phones.people();
        let now = self.phones.now.wall / 1000;
        let phones = &mut self.phones;
        let Some(room) = &phones.room else { return };
        let trouble = match room.host.refused() {
            _ if room.no_chance => Some(Trouble::NoChance),
            Some(4 | 5) => Some(Trouble::Refused),
            _ if !room.host.is_up() && room.was_up => Some(Trouble::Down),
            _ if !room.host.is_up() => Some(Trouble::Connecting),
            _ if admitted > 0 && here == 0 => Some(Trouble::NoPhone),
            _ => None,
        };
        phones.silent = trouble.map(|_| phones.silent.unwrap_or(now));
        if phones.trouble != trouble {
            phones.trouble = trouble;
            phones.changes += 1;
        }
    }

    /// Tells the program that serves this page of the door, and asks for the addresses and the code.
    fn ask_host_program(&mut self, now: Now) -> Option<Effect> {
        let token = self.phones.token.clone().filter(|_| self.phones.engine.is_empty())?;
        let room = self.phones.room.as_mut()?;
        let is_open = room.host.is_door_open() && !room.closing;
        let link = room.host.link(None).filter(|_| is_open).map(|link| link.fragment());
        if room.told != link {
            (room.told, room.asked_at) = (link.clone(), Some(now.run));
            let method = if link.is_some() { "PUT" } else { "DELETE" };
            return Some(Effect::AskHost { token, method, link: link.unwrap_or_default() });
        }
        let is_due = room.asked_at.is_none_or(|at| at + ASKS <= now.run);
        is_due.then(|| {
            room.asked_at = Some(now.run);
            Effect::AskHost { token, method: "GET", link: String::new() }
        })
    }

    /// Tells the other windows what the room may see of phones, where that has changed, or they ask.
    pub(in super::super) fn tell_board(&mut self, asked: bool) -> Option<Effect> {
        let board = self.own_board();
        if board == self.phones.told && !asked {
            return None;
        }
        let is_news = board.is_some() || self.phones.told.is_some();
        self.phones.told = board;
        let said = Board::to_text(self.phones.told.as_ref());
        (self.linked && is_news).then(|| Effect::Say(format!("{}{said}", listen::PHONES)))
    }

    /// The link for those who come late or from afar, which the facilitator sends them.
    pub fn invitation(&self) -> Option<String> {
        let room = self.phones.room.as_ref().filter(|room| !room.closing)?;
        let link = room.host.invitation(self.phones.engine.of_seats());
        Some(format!("{}#{}", self.join_address()?, link.fragment()))
    }

    /// Where phones open their page, if they can reach it.
    fn join_address(&self) -> Option<String> {
        let first = self.phones.served.as_ref().and_then(|served| served.addresses.first());
        let base = if self.phones.engine.is_empty() { first } else { Some(&self.phones.base) };
        base.filter(|base| !base.is_empty()).map(|base| format!("{base}{JOIN}"))
    }

    fn own_board(&self) -> Option<Board> {
        let (state, room) = (self.state()?, self.phones.room.as_ref()?);
        let is_served = self.phones.engine.is_empty();
        Some(Board {
            means: self.phones.means,
            link: self.invitation().filter(|_| !room.stream),
            address: self.join_address().unwrap_or_default(),
            code: self.phones.served.as_ref().and_then(|served| served.code.clone()).filter(|_| is_served),
            here: self.phones.people().1,
            people: u16::try_from(state.people()).unwrap_or(u16::MAX),
            said: self.phones.said(state),
            hides: hides(state, room),
            moves: if hides(state, room) { Vec::new() } else { moves(state, room) },
        })
    }

    /// Another window said what the room may see of phones.
    pub(in super::super) fn hear_board(&mut self, said: &str) {
        self.phones.heard = Board::of_text(said).map(|board| (self.now, board));
    }

    /// Another window is the console from now on.
    pub(in super::super) fn rest_phones(&mut self) {
        self.phones.resting = self.phones.room.is_some();
    }

    /// An event of the facilitator's, as it comes from the page.
    pub(in super::super) fn phones_event(&mut self, ask: Ask) -> Vec<Effect> {
        let mut effects = self.ask_phones(ask);
        effects.extend(self.tell_board(false));
        effects
    }
}

fn wire_of(effect: HostEffect) -> Option<Effect> {
    match effect {
        HostEffect::Wire(wire) => Some(Effect::Wire(wire)),
        HostEffect::Keep | HostEffect::Wipe | HostEffect::Event(_) => None,
    }
}

/// The vote that is being shown: the one that waits to be played, or the one that was.
fn shown_vote(state: &State) -> Option<&session::Ballot> {
    match state.phase() {
        Phase::Reveal => state.ballot(),
        Phase::Consequence => shown::last_vote(state).map(|(_, ballot)| ballot),
        _ => None,
    }
}

/// Whether the vote that is shown was given by phone, by too few to be shown apart.
fn hides(state: &State, room: &Room) -> bool {
    let Some(ballot) = shown_vote(state).filter(|_| !room.small) else { return false };
    let by_phone = |again| {
        let counts = room.counted(question::vote_of(ballot, again)).unwrap_or_default();
        counts.iter().any(|count| *count > 0)
    };
    let few = |tally: &session::Tally| tally.sum() < FEWEST;
    (by_phone(false) && few(&ballot.first)) || (by_phone(true) && ballot.second.as_ref().is_some_and(few))
}

/// How many phones went from one response to another between the two votes that are shown.
fn moves(state: &State, room: &Room) -> Vec<(u8, u8, u16)> {
    let again = shown_vote(state).map(|ballot| question::vote_of(ballot, true));
    let is_shown = again.is_some() && room.asked == again;
    if is_shown { room.host.moves() } else { Vec::new() }
}
