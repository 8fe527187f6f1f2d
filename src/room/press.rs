//! What each key does.

use super::{Effect, Key, Model, Page};
use session::{Act, Phase, Session};

impl Model {
    /// A key that is nobody else's was pressed.
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        let Some(state) = self.state() else { return Vec::new() };
        let act = match key {
            // What is on the stage is seen to its end before it goes on; over the drawer whoever leads has both in sight.
            Key::Next if *self.page() == Page::Stage && !self.drawer && self.pages.0 < self.pages.1 => {
                return vec![Effect::Scroll(true)];
            }
            Key::Next => Act::Next,
            Key::Back => Act::Back,
            Key::Blank => Act::Blank(!state.is_blank()),
            Key::Talk => Act::Talk,
            Key::Pause if state.clock().is_stopped() => Act::Go,
            Key::Pause => Act::Pause,
            Key::Hand(number, more) => {
                let votes = matches!(state.phase(), Phase::Vote | Phase::VoteAgain);
                let offered = state.run().offered().nth(number.saturating_sub(1)).filter(|_| votes && number > 0);
                let (Some((at, response)), Some(ballot)) = (offered, state.ballot()) else { return Vec::new() };
                let tally = if state.phase() == Phase::VoteAgain { ballot.last() } else { &ballot.first };
                let hands = tally.counts()[at];
                let hands = if more { hands + 1 } else { hands.saturating_sub(1) };
                Act::Votes(response.id.clone(), hands)
            }
            Key::Undo => return self.undo(),
            Key::Redo => return self.turn_back(Session::redo),
            Key::FullScreen if *self.page() == Page::Stage => return vec![Effect::FullScreen],
            Key::FullScreen => return Vec::new(),
            Key::Drawer => return self.set_drawer(!self.drawer),
            Key::Escape if self.asking.is_some() => return self.ask(None),
            Key::Escape if self.drawer => return self.set_drawer(false),
            Key::Escape if state.is_blank() => Act::Blank(false),
            Key::Escape => return Vec::new(),
        };
        self.take(act)
    }
}
