//! Lines that people typed on their phones: whoever leads reads them first, and shows, hides or merges them.

use super::Phones;
use wire::host::Typed;

/// What stands between lines that become one.
const BETWEEN: &str = " · ";

impl Phones {
    /// The lines that wait, in the order of their letters, each with whether it is picked to be merged.
    pub fn inbox(&self) -> Vec<(Typed, bool)> {
        let Some(room) = &self.room else { return Vec::new() };
        let waits = |line: &Typed| {
            // What was changed since it was shown is another line.
            let is_shown = room.shown.iter().any(|(id, text)| *id == line.id && *text == line.text);
            !is_shown && !room.hidden.contains(&line.id)
        };
        let lines = room.host.typed().into_iter().filter(waits);
        lines.map(|line| (room.picked.contains(&line.id), line)).map(|(picked, line)| (line, picked)).collect()
    }

    /// How many lines are hidden.
    pub fn hidden(&self) -> usize {
        let Some(room) = &self.room else { return 0 };
        room.host.typed().iter().filter(|line| room.hidden.contains(&line.id)).count()
    }

    /// The lines of these ids as one note; `None` where none of them waits.
    pub(super) fn merged(&self, ids: &[u32]) -> Option<(Vec<Typed>, String)> {
        let lines: Vec<Typed> = self.inbox().into_iter().map(|(line, _)| line).collect();
        let lines: Vec<Typed> = lines.into_iter().filter(|line| ids.contains(&line.id)).collect();
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let text = texts.join(BETWEEN);
        (!lines.is_empty()).then_some((lines, text))
    }

    /// These lines became a note.
    pub(super) fn mark_shown(&mut self, lines: &[Typed]) {
        let Some(room) = &mut self.room else { return };
        for line in lines {
            room.shown.retain(|(id, _)| *id != line.id);
            room.shown.push((line.id, line.text.clone()));
            room.picked.retain(|id| *id != line.id);
        }
    }

    /// The lines that are picked.
    pub(super) fn picked(&self) -> Vec<u32> {
        self.room.as_ref().map(|room| room.picked.clone()).unwrap_or_default()
    }
}
