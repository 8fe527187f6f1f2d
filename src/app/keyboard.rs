//! Keys: digits and arrows choose, Enter goes on, U undoes, Shift+U redoes, H is the history, ? the help.

use super::{Dialog, Effect, Focus, Key, Model, Playing, Route, Showing};

impl Model {
    /// What a key does on the page that is shown. An open dialog has the keys to itself.
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        if !matches!(self.route, Route::Play(_) | Route::Take(..)) {
            return Vec::new();
        }
        let Some(playing) = self.run_mut().filter(|playing| playing.dialog.is_none()) else {
            return Vec::new();
        };
        let waiting = playing.showing == Showing::Now && playing.run.step().is_some();
        match key {
            Key::Digit(digit) if waiting => {
                let response = playing.run.offered().nth(digit.wrapping_sub(1)).map(|(at, _)| at);
                response.map(|at| self.choose(at)).unwrap_or_default()
            }
            Key::Next if waiting => playing.step_focus(1),
            Key::Previous if waiting => playing.step_focus(-1),
            Key::Enter if playing.showing == Showing::Consequence => self.go_on(),
            Key::Undo => self.undo(None),
            Key::Redo => self.redo(),
            Key::History if playing.run.ending().is_none() || playing.showing == Showing::Consequence => {
                playing.dialog = Some(Dialog::History);
                Vec::new()
            }
            Key::Help => {
                playing.dialog = Some(Dialog::Help);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

impl Playing {
    /// The focus to the next offered response or the one before, round the ends.
    fn step_focus(&mut self, by: isize) -> Vec<Effect> {
        let count = self.run.offered().count() as isize;
        let to = match self.focused {
            Some(at) => (at as isize + by).rem_euclid(count.max(1)),
            None if by > 0 => 0,
            None => count - 1,
        } as usize;
        self.focused = Some(to);
        vec![Effect::Focus(Focus::Response(to))]
    }
}
