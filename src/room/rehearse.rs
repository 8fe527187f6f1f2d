//! A rehearsal: the first decision with made-up votes, in all windows, of which nothing is kept.

use super::{Effect, Model, listen};
use scenario::Id;
use session::{Act, Decides, Phase, Session, State};
use std::rc::Rc;

/// The id of every rehearsal: nothing is stored under it.
pub const REHEARSAL: &str = "rehearsal";

/// How many people are made up, and how they vote: split, so that pair talk is proposed.
const PEOPLE: u32 = 12;
const HANDS: [u32; 2] = [7, 5];

impl Model {
    /// Whether what is shown is a rehearsal.
    pub fn is_rehearsal(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.head().id == REHEARSAL)
    }

    /// Begins a rehearsal in place of a session that is being set up, which is put by; or ends it.
    pub(super) fn rehearse(&mut self, begins: bool) -> Vec<Effect> {
        if self.elsewhere {
            return Vec::new();
        }
        let shown = if begins { self.begin_rehearsal() } else { self.end_rehearsal() };
        if shown.is_none() {
            return Vec::new();
        }
        (self.notice, self.asking, self.typing) = (None, None, None);
        self.drafts.clear();
        let mut effects = self.keep();
        effects.push(Effect::Focus(".console-top :is(h1, h2)"));
        effects
    }

    fn begin_rehearsal(&mut self) -> Option<()> {
        let real = self.session.as_ref().filter(|session| session.state().phase() == Phase::SetUp)?;
        if self.is_rehearsal() {
            return None;
        }
        let scenario = Rc::clone(real.state().scenario());
        let steps: Vec<Id> = scenario.steps().iter().filter(|it| !it.is_passage()).map(|it| it.id.clone()).collect();
        let mut practice = Session::begin(REHEARSAL.into(), scenario, self.now).of_own(real.head().own);
        let begins = [Act::People(PEOPLE), Act::Decides(Decides::These(steps.into_iter().collect()))];
        for act in begins.into_iter().chain([Act::Next, Act::Next, Act::Next]) {
            // Each fits a session that has only begun.
            let _ = practice.take(act, self.now);
        }
        self.rehearsed = self.session.replace(practice);
        Some(())
    }

    fn end_rehearsal(&mut self) -> Option<()> {
        if !self.is_rehearsal() {
            return None;
        }
        // A console that took over in the middle of it has nothing to go back to but the list.
        self.session = self.rehearsed.take();
        self.open = self.session.as_ref().map(|session| session.head().id.clone());
        Some(())
    }

    /// After an act of a rehearsal: made-up hands go up at a vote, and after what came of it the rehearsal is over.
    pub(super) fn go_on_rehearsing(&mut self, done: &Act) -> Vec<Effect> {
        if !self.is_rehearsal() {
            return Vec::new();
        }
        let now = self.now;
        let Some(session) = &mut self.session else { return Vec::new() };
        let phase = session.state().phase();
        if *done == Act::Next && !session.state().run().turns().is_empty() && phase != Phase::Consequence {
            return self.rehearse(false);
        }
        let waits = |state: &State| {
            let ballot = state.ballot()?;
            let again = state.phase() == Phase::VoteAgain;
            let tally = if again { ballot.second.as_ref()? } else { &ballot.first };
            (tally.sum() == 0).then_some(again)
        };
        if !matches!(phase, Phase::Vote | Phase::VoteAgain) || *done != Act::Next {
            return Vec::new();
        }
        let Some(again) = waits(session.state()) else { return Vec::new() };
        let hands = if again { [HANDS[0] + 2, HANDS[1] - 2] } else { HANDS };
        let offered: Vec<Id> = session.state().run().offered().map(|(_, response)| response.id.clone()).collect();
        for (response, hands) in offered.into_iter().zip(hands) {
            // So many are in the room.
            let _ = session.take(Act::Votes(response, hands), now);
        }
        self.keep()
    }

    /// Says the rehearsal to the other windows, and keeps nothing.
    pub(super) fn say_rehearsal(&self) -> Option<Vec<Effect>> {
        let session = self.session.as_ref().filter(|_| self.is_rehearsal())?;
        Some(vec![Effect::Say(format!("{}{REHEARSAL}\n{}", listen::TAKE, session.record()))])
    }
}
