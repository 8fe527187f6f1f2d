//! What is asked before it is done.

use super::{Effect, Model, Question};

impl Model {
    /// Asks a question, or takes it back.
    pub(super) fn ask(&mut self, question: Option<Question>) -> Vec<Effect> {
        if self.session.is_none() || self.elsewhere {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.asking, question);
        let focus = match (question, before) {
            // Whoever goes on without reading does no harm.
            (Some(_), _) => ".sure .stay",
            (None, Some(Question::Leave)) => ".leave",
            (None, Some(Question::TakeBack)) => ".take-back",
            (None, None) => return Vec::new(),
        };
        vec![Effect::Focus(focus)]
    }
}
