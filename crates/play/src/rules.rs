//! The rules of play on bare moments: what one choice does. Small values that can be copied, so that millions of
//! choices a second can be tried.

use scenario::{Condition, Effect, Flags, Goal, Line, Outcome, Response, Scenario, Step, StepIndex, Variant};

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// At a step, waiting for a response.
    Step(StepIndex),
    /// At its end.
    Ended(Ending),
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ending {
    /// Its outcome.
    pub outcome: Outcome,
    /// Whether a meter fell to 0 before the scenario's end.
    pub broke: bool,
}

/// All that the rules know of a run at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// Where it is.
    pub place: Place,
    /// The leadership meter; never clamped.
    pub leadership: i32,
    /// The management meter; never clamped.
    pub management: i32,
    /// The flags that are set, those that count entries of steps included.
    pub flags: Flags,
}

impl Moment {
    /// The moment a run starts with: the first step, entered.
    pub fn first(scenario: &Scenario) -> Self {
        let meters = scenario.meters();
        let before = Moment {
            place: Place::Step(scenario.start()),
            leadership: meters.leadership.start,
            management: meters.management.start,
            flags: 0,
        };
        before.enter(scenario, scenario.start())
    }

    /// The step that waits for a response.
    pub fn step(&self) -> Option<StepIndex> {
        match self.place {
            Place::Step(step) => Some(step),
            Place::Ended(_) => None,
        }
    }

    /// How the run ended, once it has.
    pub fn ending(&self) -> Option<Ending> {
        match self.place {
            Place::Step(_) => None,
            Place::Ended(ending) => Some(ending),
        }
    }

    /// Whether a condition holds now.
    pub fn holds(&self, when: &Condition) -> bool {
        let broke = matches!(self.place, Place::Ended(Ending { broke: true, .. }));
        when.holds(self.leadership, self.management, self.flags, broke)
    }

    /// The responses that are offered now, each with its place in the step's list; none once the run has ended.
    pub fn offered<'s>(&self, scenario: &'s Scenario) -> impl Iterator<Item = (usize, &'s Response)> + use<'s> {
        let responses = self.step().map_or(&[][..], |step| &scenario.step(step).responses);
        let now = *self;
        responses.iter().enumerate().filter(move |(_, response)| now.offers(response))
    }

    /// Whether a response of the step is offered now: its condition holds, and some way on from it is open.
    pub fn offers(&self, response: &Response) -> bool {
        let open = || {
            let after = self.after(response);
            response.next.iter().any(|way| after.holds(&way.when))
        };
        // A last way that does not close is open, as nearly every one is.
        self.holds(&response.when) && (response.next.last().is_none_or(|last| last.when.lacks == 0) || open())
    }

    /// Which entry of the step this is, from 1; 0 where entries of it are not counted.
    pub fn visit(&self, step: &Step) -> u32 {
        (self.flags & step.entries).count_ones()
    }

    /// What a response does to the meters and flags, before the way on: the moment that its consequence is told at.
    /// A response that is not this step's own is the caller's mistake, and gives a moment that no run has.
    pub fn after(&self, response: &Response) -> Self {
        let mut after = self.add(response.effect);
        after.flags |= response.sets;
        after
    }

    /// The moment after [`Moment::after`] a response, once the way on is taken: at the next step, or at the end.
    pub fn onward(&self, scenario: &Scenario, response: &Response) -> Self {
        if self.ending().is_some() {
            return *self;
        }
        match self.goal(response) {
            Goal::Step(step) => self.enter(scenario, step),
            Goal::End => self.ended(judge(scenario, self.leadership, self.management)),
            Goal::Outcome(outcome) => self.ended(outcome),
        }
    }

    /// Where a response leads from the moment after it: the first way on that holds and is open.
    pub(crate) fn goal(&self, response: &Response) -> Goal {
        response.next.iter().find(|branch| self.holds(&branch.when)).map_or(Goal::End, |branch| branch.to)
    }

    fn enter(&self, scenario: &Scenario, step: StepIndex) -> Self {
        let entered = scenario.step(step);
        let flags = self.flags | entered.entry_after(self.flags);
        Moment { place: Place::Step(step), flags, ..*self }.add(entered.pressure)
    }

    /// Adds to the meters; the run breaks when one of them is at or below 0 then.
    fn add(&self, effect: Effect) -> Self {
        let leadership = self.leadership.saturating_add(effect.leadership);
        let management = self.management.saturating_add(effect.management);
        let place = match short(leadership <= 0, management <= 0) {
            Outcome::Balanced => self.place,
            outcome => Place::Ended(Ending { outcome, broke: true }),
        };
        Moment { place, leadership, management, flags: self.flags }
    }

    fn ended(&self, outcome: Outcome) -> Self {
        Moment { place: Place::Ended(Ending { outcome, broke: false }), ..*self }
    }
}

/// The outcome of two meters at the end of a scenario.
pub fn judge(scenario: &Scenario, leadership: i32, management: i32) -> Outcome {
    let meters = scenario.meters();
    short(leadership < meters.leadership.enough, management < meters.management.enough)
}

/// The outcome of which meters fall short.
fn short(leadership: bool, management: bool) -> Outcome {
    match (leadership, management) {
        (false, false) => Outcome::Balanced,
        (true, false) => Outcome::UnderLed,
        (false, true) => Outcome::UnderManaged,
        (true, true) => Outcome::Adrift,
    }
}

/// How an outcome is told: the first variant that holds, and its place in the outcome's list. `None` while the run
/// goes on.
pub fn variant<'s>(scenario: &'s Scenario, end: &Moment) -> Option<(usize, &'s Variant)> {
    let variants = scenario.outcomes().of(end.ending()?.outcome);
    variants.iter().enumerate().find(|(_, variant)| end.holds(&variant.when))
}

/// The lines of a text that are told at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Told<'s> {
    /// The text.
    pub lines: &'s [Line],
    /// The moment.
    pub at: Moment,
}

impl<'s> Told<'s> {
    /// The lines, in the order of the file.
    pub fn iter(self) -> impl Iterator<Item = &'s Line> {
        self.lines.iter().filter(move |line| self.at.holds(&line.when))
    }
}
