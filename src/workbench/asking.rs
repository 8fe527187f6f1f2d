//! The talk with the worker: it is asked about one text at a time, and tells its answer in two parts.

use super::{Answer, Effect, Model, Notice, Plan, check};
use std::rc::Rc;

/// How long a newer text waits for a worker that is busy with an older one, in milliseconds. Each time in a row it is
/// twice as long, so that a scenario that takes long is checked at last, however often its author changes it.
const PATIENCE: u32 = 2_000;

/// What the worker is doing, and for whom.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Asking {
    /// Whether the worker is at work.
    at_work: bool,
    /// Whether it has told its answer, and its plan is still to come.
    planning: bool,
    /// Whether the text has changed since it was asked.
    behind: bool,
    /// How often in a row it was ended because a newer text had waited for long.
    ended: u32,
    /// The plan that came, until the answer before it is painted.
    plan: Option<Vec<u8>>,
}

impl Model {
    /// Asks the worker, unless it is at work: then it is asked once more when it is done, so that it is never further
    /// behind than one text, however quickly the author types.
    pub(super) fn ask(&mut self) -> Vec<Effect> {
        if self.is_blank() {
            (self.answer, self.report, self.plan, self.scenario, self.look) = (None, None, None, None, None);
            return Vec::new();
        }
        if self.asking.at_work {
            let waits = std::mem::replace(&mut self.asking.behind, true);
            return if waits { Vec::new() } else { vec![Effect::Wait(PATIENCE << self.asking.ended.min(5))] };
        }
        self.asking.at_work = true;
        vec![Effect::Ask(check::question(&self.text, self.stem.as_deref(), &self.pictures()))]
    }

    /// Whether what the worker tells next is drawn later, once its answer is painted.
    pub fn is_planned(&self) -> bool {
        self.asking.planning
    }

    /// Hears a part of the worker's answer; `None` where it fell.
    pub(super) fn hear(&mut self, told: Option<Vec<u8>>) -> Vec<Effect> {
        let Some(told) = told else { return self.fell() };
        if std::mem::take(&mut self.asking.planning) {
            self.asking.plan = Some(told);
            let mut effects = vec![Effect::AwaitPaint];
            effects.extend(self.done());
            return effects;
        }
        let Some(answer) = Answer::unpack(&told) else { return self.fell() };
        self.asking.planning = answer.report.is_some();
        if !self.is_blank() {
            self.stale = answer.report.is_none();
            self.report = answer.report.clone().or(self.report.take());
            self.answer = Some(Rc::new(answer));
        }
        if self.asking.planning { Vec::new() } else { self.done() }
    }

    /// Takes up the plan: the answer before it is painted.
    pub(super) fn painted(&mut self) -> Vec<Effect> {
        let plan = self.asking.plan.take().and_then(|plan| Plan::unpack(&plan));
        let Some(plan) = plan.filter(|_| !self.is_blank()) else { return Vec::new() };
        let first = self.plan.replace(Rc::new(plan)).is_none();
        self.keep_looking();
        self.take_up_facts();
        self.take_wanted();
        if first { vec![Effect::Centre] } else { Vec::new() }
    }

    /// Ends a worker that a newer text has waited for, and asks another.
    pub(super) fn waited(&mut self) -> Vec<Effect> {
        if !self.asking.behind {
            return Vec::new();
        }
        self.asking = Asking { ended: self.asking.ended + 1, plan: self.asking.plan.take(), ..Asking::default() };
        let mut effects = vec![Effect::EndWorker];
        effects.extend(self.ask());
        effects
    }

    /// The worker has told everything.
    fn done(&mut self) -> Vec<Effect> {
        self.asking.at_work = false;
        self.asking.ended = 0;
        if std::mem::take(&mut self.asking.behind) { self.ask() } else { Vec::new() }
    }

    /// The worker fell. Another is asked about the next text, which may be there already.
    fn fell(&mut self) -> Vec<Effect> {
        let behind = self.asking.behind;
        self.asking = Asking { plan: self.asking.plan.take(), ..Asking::default() };
        self.notice = Some(Notice::Fell);
        let mut effects = vec![Effect::EndWorker];
        if behind {
            effects.extend(self.ask());
        }
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Event, answer_to};
    use super::*;

    const SMALL: &str = include_str!("../../tests/fixtures/small.json");

    /// What the effects ask the worker, if anything.
    fn asked(effects: &[Effect]) -> Option<Vec<u8>> {
        effects.iter().find_map(|effect| if let Effect::Ask(question) = effect { Some(question.clone()) } else { None })
    }

    /// The parts of the worker's answer.
    fn parts(question: &[u8]) -> Vec<Vec<u8>> {
        let mut parts = Vec::new();
        answer_to(question, &mut |part| parts.push(part));
        parts
    }

    fn took(model: &mut Model, text: &str) -> Vec<Effect> {
        model.update(Event::Took(text.into()))
    }

    #[test]
    fn the_worker_is_asked_once_at_a_time_and_the_last_text_is_always_checked() {
        let mut model = Model::default();
        let first = asked(&took(&mut model, "{")).expect("a question");
        assert!(asked(&took(&mut model, "{}")).is_none());
        assert!(asked(&took(&mut model, SMALL)).is_none());
        let last = asked(&model.update(Event::Told(parts(&first).pop()))).expect("the last text");
        let told: Vec<Vec<Effect>> =
            parts(&last).into_iter().map(|part| model.update(Event::Told(Some(part)))).collect();
        assert!(told.iter().all(|effects| asked(effects).is_none()));
        assert!(model.report.is_some() && !model.stale);
        assert!(asked(&took(&mut model, SMALL)).is_none(), "nothing has changed");
    }

    #[test]
    fn the_shares_are_drawn_before_the_plan() {
        let mut model = Model::default();
        let question = asked(&took(&mut model, SMALL)).expect("a question");
        let [answer, plan] = <[_; 2]>::try_from(parts(&question)).expect("two parts");
        assert!(model.update(Event::Told(Some(answer))).is_empty());
        assert!(model.report.is_some() && model.plan.is_none());
        assert_eq!(model.update(Event::Told(Some(plan))), [Effect::AwaitPaint]);
        assert!(model.plan.is_none());
        assert_eq!(model.update(Event::Painted), [Effect::Centre]);
        assert!(model.plan.is_some());
    }

    #[test]
    fn a_worker_that_a_newer_text_waits_for_is_ended_each_time_later() {
        let mut model = Model::default();
        took(&mut model, "{");
        assert!(model.update(Event::Waited).is_empty(), "no text waits");
        assert!(took(&mut model, "{}").contains(&Effect::Wait(2_000)));
        assert!(!took(&mut model, "{ }").iter().any(|effect| matches!(effect, Effect::Wait(_))), "it waits already");
        let effects = model.update(Event::Waited);
        assert_eq!(effects.first(), Some(&Effect::EndWorker));
        assert_eq!(asked(&effects), Some(check::question("{ }", None, &[])));
        assert!(took(&mut model, "{  }").contains(&Effect::Wait(4_000)));
    }

    #[test]
    fn a_worker_that_falls_is_followed_by_another() {
        let mut model = Model::default();
        took(&mut model, "{");
        assert_eq!(model.update(Event::Told(None)), [Effect::EndWorker]);
        assert_eq!(model.notice, Some(Notice::Fell));
        assert!(asked(&took(&mut model, "{}")).is_some());
        took(&mut model, "{ }");
        assert!(asked(&model.update(Event::Told(None))).is_some(), "the newer text is asked about at once");
    }
}
