//! A step that is looked at: what can be chosen to play from there, and how large the map is drawn.

use super::{Effect, Model, Setup, Trial, View, Zoom, ZoomTo};
use scenario::{Stance, StepIndex};
use std::rc::Rc;

/// The highest value that a meter to play from can be given where nothing is proved of its step.
const FARTHEST: i32 = 2_000;

impl Model {
    pub(super) fn look_at(&mut self, step: Option<u32>) -> Vec<Effect> {
        self.trial = None;
        if step.map(StepIndex) == self.look && self.look.is_some() {
            return vec![Effect::Focus(".look h3")];
        }
        self.look = step.map(StepIndex);
        self.refused = None;
        self.keep_looking();
        // What was pressed is gone.
        let Some(look) = self.look else { return vec![Effect::Focus(".graph")] };
        self.setup = self.setup_at(look);
        vec![Effect::Focus(".look h3")]
    }

    /// Looks at the same step of the plan as it is now, where there still is one.
    pub(super) fn keep_looking(&mut self) {
        let Some(look) = self.look else {
            self.scenario = None;
            return;
        };
        let before = self.scenario.as_ref().and_then(|scenario| scenario.steps().get(look.0 as usize));
        let id = before.map(|step| step.id.clone());
        self.scenario = self.plan.as_ref().and_then(|plan| plan.scenario());
        let steps = self.scenario.as_ref().map(|scenario| scenario.steps()).unwrap_or_default();
        let found = match id {
            Some(id) => steps.iter().position(|step| step.id == id),
            None => Some(look.0 as usize).filter(|at| *at < steps.len()),
        };
        self.look = found.map(|at| StepIndex(at as u32));
    }

    /// What a run has at a step: the middle of what it can have there, or what it starts with.
    fn setup_at(&self, step: StepIndex) -> Setup {
        let meter = |stance| {
            let start = self.scenario.as_ref().map_or(1, |scenario| match stance {
                Stance::Leader => scenario.meters().leadership.start,
                Stance::Manager => scenario.meters().management.start,
            });
            self.range_at(step, stance).map_or(start, |(low, high)| low.midpoint(high))
        };
        Setup { leadership: meter(Stance::Leader), management: meter(Stance::Manager), flags: 0 }
    }

    /// What runs that wait at a step have on a hat's meter; `None` where that is not known, or no run waits there.
    fn range_at(&self, step: StepIndex, stance: Stance) -> Option<(i32, i32)> {
        let [leadership, management] = self.plan.as_ref()?.steps.get(step.0 as usize)?.ranges?;
        let (low, high) = if stance == Stance::Leader { leadership } else { management };
        // A run with less does not wait: it has broken.
        Some((low.max(1), high.max(1)))
    }

    /// What can be chosen for a meter to play from, at the step that is looked at.
    pub fn choosable(&self, stance: Stance) -> (i32, i32) {
        self.look.and_then(|look| self.range_at(look, stance)).unwrap_or((1, FARTHEST))
    }

    /// Takes a value for a meter to play from, if a run can have it there.
    pub(super) fn set_meter(&mut self, stance: Stance, value: &str) -> Vec<Effect> {
        let (low, high) = self.choosable(stance);
        let value = value.trim().parse::<i32>().ok().filter(|value| (low..=high).contains(value));
        self.refused = value.is_none().then_some(stance);
        if let Some(value) = value {
            match stance {
                Stance::Leader => self.setup.leadership = value,
                Stance::Manager => self.setup.management = value,
            }
        }
        Vec::new()
    }

    pub(super) fn draw_map(&mut self, to: ZoomTo, room: i32) -> Vec<Effect> {
        let wide = match self.editing.view {
            View::Text => self.plan.as_ref().map_or(0, |plan| plan.picture.wide),
            _ => self.editing.map.wide,
        };
        let now = self.zoom.percent(wide, self.room);
        self.room = room;
        self.zoom = match to {
            ZoomTo::In => Zoom::next(now, true),
            ZoomTo::Out => Zoom::next(now, false),
            ZoomTo::Fit => Zoom::Fit,
            ZoomTo::Whole => Zoom::Percent(100),
        };
        vec![if self.editing.view == View::Text { Effect::Centre } else { Effect::CentreMap }]
    }

    pub(super) fn play(&mut self) -> Vec<Effect> {
        let (Some(step), Some(scenario)) = (self.look, &self.scenario) else { return Vec::new() };
        if self.refused.is_some() {
            return vec![Effect::Focus(".from [aria-invalid]")];
        }
        let outside = |stance| {
            let (low, high) = self.choosable(stance);
            !(low..=high).contains(&self.setup.meter(stance))
        };
        // The text may have changed since the values were chosen.
        if let Some(stance) = Stance::ALL.into_iter().find(|stance| outside(*stance)) {
            self.refused = Some(stance);
            return vec![Effect::Focus(".from [aria-invalid]")];
        }
        self.trial = Some(Trial::at(Rc::clone(scenario), step, self.setup));
        vec![Effect::Focus(".trial h3")]
    }
}
