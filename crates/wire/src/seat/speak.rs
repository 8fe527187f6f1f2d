//! What a seat says: its join, its answer until there is a receipt, and that it is here.

use super::{Joining, Seat};
use crate::chance::{Chance, NoChance, Now, draw, wait};
use crate::codec::publish;
use crate::join::{Agreed, Join, seal_join};
use crate::line::Wire;
use crate::up::{Said, Up, seal_up};

/// It says that it is here this often, in milliseconds, before chance adds to it.
const HERE: u64 = 8_000;
/// The first wait for a receipt, and the longest, in milliseconds.
const AGAIN: (u64, u64) = (1_500, 10_000);
/// After so many tries without a receipt a seat joins once more: the host may have been given back an older memory.
const REJOIN: u32 = 3;

impl Seat {
    pub(super) fn speak(&mut self, now: Now, chance: &mut dyn Chance, wires: &mut Vec<Wire>) -> Result<(), NoChance> {
        if !self.line.is_up() {
            return Ok(());
        }
        if self.given.is_none() && self.joining.is_none() && self.way.is_some() {
            self.begin_join(now, chance)?;
        }
        let topic = self.room.up_topic(self.id);
        if let Some(joining) = &mut self.joining
            && joining.due <= now.run
        {
            self.line.send(publish(&topic, &joining.frame, false), now, wires);
            joining.due = now.run + back_off(joining.tries, chance)?;
            joining.tries += 1;
        }
        let (Some(keys), Some(given)) = (self.agreed.front().cloned(), self.given) else {
            return Ok(());
        };
        let start = self.watch.newest().0;
        let waits = self.mine.as_ref().filter(|mine| !mine.counted && !mine.late && self.due <= now.run).cloned();
        if let Some(mine) = waits {
            let up = Up { start, round: mine.round, n: mine.n, said: mine.said };
            let frame = seal_up(&keys.up, self.room, self.id, &up, chance)?;
            self.line.send(publish(&topic, &frame, false), now, wires);
            self.due = now.run + back_off(self.tries, chance)?;
            self.tries += 1;
            if self.tries.is_multiple_of(REJOIN) && self.is_fresh(now) && self.joining.is_none() {
                self.begin_join(now, chance)?;
            }
        }
        if self.here <= now.run {
            self.here = now.run + HERE + wait(chance, HERE / 4)?;
            self.n = now.wall.max(self.n.saturating_add(1));
            let up = Up { start, round: 0, n: self.n, said: Said::Here(given.admitted) };
            let frame = seal_up(&keys.up, self.room, self.id, &up, chance)?;
            self.line.send(publish(&topic, &frame, false), now, wires);
        }
        Ok(())
    }

    /// A join needs the host's keys, which a state brings. Who has joined speaks before there is one: in a room that has a
    /// new code there will be none, and the host has to hear who is left in it.
    fn begin_join(&mut self, now: Now, chance: &mut dyn Chance) -> Result<(), NoChance> {
        let (Some(way), Some(host)) = (self.way, self.watch.host()) else {
            return Ok(());
        };
        let challenge = draw(chance)?;
        let join = Join { challenge, way };
        let sealed = seal_join((self.room, &self.link.secret), host, &self.key, &join, chance)?;
        if let Some((frame, keys)) = sealed {
            self.joining = Some(Joining { agreed: Agreed { keys, challenge }, frame, due: now.run, tries: 0 });
        }
        Ok(())
    }
}

/// The wait before the next try: longer each time, and never the same for all phones of a room.
fn back_off(tries: u32, chance: &mut dyn Chance) -> Result<u64, NoChance> {
    let (first, longest) = AGAIN;
    let mean = (first << tries.min(3)).min(longest);
    Ok(if tries == 0 { first + wait(chance, 200)? } else { mean * 3 / 4 + wait(chance, mean / 4)? })
}
