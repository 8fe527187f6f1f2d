//! What a seat makes of states, answers and new codes.

use super::{Effect, Given, Note, Seat, filters};
use crate::body::{Phase, State};
use crate::chance::{Chance, NoChance, Now};
use crate::down::{Down, open_down};
use crate::line::Wire;
use crate::receipt::receipt;
use crate::state::{Dropped, Told};

impl Seat {
    pub(super) fn hear_state(&mut self, frame: &[u8], now: Now, wires: &mut Vec<Wire>, out: &mut Vec<Effect>) {
        let start = self.watch.newest().0;
        match self.watch.take(frame, now) {
            Ok(Told::State(state)) => {
                self.fresh = Some(now.run);
                self.other_version = false;
                if start != self.watch.newest().0 {
                    // A host that begins anew counts what is said to it, not what was said before.
                    (self.due, self.tries) = (now.run, 0);
                }
                self.receive(*state);
                out.push(Effect::Keep);
            }
            Ok(Told::Over) => {
                self.line.end(now, wires);
                self.forget();
                out.push(Effect::Wipe);
            }
            Err(Dropped::Version) => self.other_version = true,
            Err(_) => {}
        }
    }

    pub(super) fn receive(&mut self, state: State) {
        let own = self.given.and_then(|given| state.receipts.get(usize::from(given.number))).copied();
        if let Some(mine) = &mut self.mine {
            let asked = state.asked.as_ref().filter(|asked| asked.round == mine.round);
            match asked {
                Some(asked) => {
                    // What was counted before a seat joined again has its receipt under the keys of before.
                    let mut receipts =
                        self.agreed.iter().map(|one| receipt(&one.keys.down, mine.round, mine.n, &mine.said));
                    mine.counted = receipts.any(|receipt| own == Some(receipt));
                    mine.late = !mine.counted && !asked.open;
                    if mine.counted && !asked.open {
                        Note::of(mine, asked, &state).add_to(&mut self.notes);
                    }
                }
                None => {
                    mine.late |= !mine.counted;
                    // The next question has come before this one was seen closed.
                    let before = self.state.as_ref().filter(|_| mine.counted);
                    let asked = before.and_then(|before| Some((before, before.asked.as_ref()?)));
                    if let Some((before, asked)) = asked.filter(|(_, asked)| asked.round == mine.round) {
                        Note::of(mine, asked, before).add_to(&mut self.notes);
                    }
                }
            }
        }
        if let (Phase::Reveal(reveal), Some(asked)) = (&state.shown.phase, &state.asked) {
            for note in self.notes.iter_mut().filter(|note| note.round == asked.round) {
                note.see(reveal);
            }
        }
        self.state = Some(state);
    }

    pub(super) fn hear_down(
        &mut self,
        frame: &[u8],
        now: Now,
        chance: &mut dyn Chance,
        wires: &mut Vec<Wire>,
        out: &mut Vec<Effect>,
    ) -> Result<(), NoChance> {
        let asked = self.joining.as_ref().map(|joining| &joining.agreed);
        let heard = asked.into_iter().chain(self.agreed.iter()).find_map(|agreed| {
            let down = open_down(&agreed.keys.down, self.room, self.id, frame)?;
            Some((down, agreed.clone(), asked == Some(agreed)))
        });
        let Some((down, agreed, is_asked)) = heard else {
            return Ok(());
        };
        match down {
            // An answer from before a later one, on its way for long, may name what is no longer so.
            Down::Answer(answer)
                if answer.challenge == agreed.challenge && (answer.start, answer.seq) >= self.answered =>
            {
                let admitted = answer.admitted || self.given.is_some_and(|given| given.admitted);
                self.given = Some(Given { number: answer.number, words: answer.words, admitted });
                self.answered = (answer.start, answer.seq);
                if is_asked {
                    self.agreed.speak_under(agreed);
                    self.joining = None;
                    self.due = now.run;
                }
                if !self.watch.raise((answer.start, answer.seq)) {
                    // What was shown so far was an old state, sent once more.
                    (self.state, self.fresh) = (None, None);
                }
            }
            Down::Answer(_) => return Ok(()),
            Down::NewCode(secret) => {
                self.link.secret = secret;
                self.room = self.link.room();
                self.watch.follow((self.room, &self.link.secret));
                if is_asked {
                    self.agreed.speak_under(agreed);
                }
                self.joining = None;
                self.line.subscribe_to(filters(self.room, self.id));
                self.line.again(now, chance, wires)?;
            }
        }
        out.push(Effect::Keep);
        Ok(())
    }
}
