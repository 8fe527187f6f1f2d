//! What rules find, before it has a place in the file: rules speak of steps and responses, not of bytes.

use analysis::{Analysis, StepFacts};
use play::Run;
use scenario::Segment::{At, Key};
use scenario::{Condition, Flags, Line, Outcome, Scenario, Segment, SourceMap, Span, Step, Variant};
use std::rc::Rc;

/// What the rules look at.
pub(super) struct Facts<'f> {
    /// The scenario.
    pub scenario: &'f Rc<Scenario>,
    /// What is proved about it; `None` where that was not asked for, or not decided.
    pub analysis: Option<&'f Analysis>,
}

impl<'f> Facts<'f> {
    /// The steps that runs come to, with what is proved about each; none where nothing is proved.
    pub fn reached(&self) -> impl Iterator<Item = (usize, &'f Step, &'f StepFacts)> {
        let proved = self.analysis.map(|analysis| &*analysis.steps).unwrap_or_default();
        let steps = self.scenario.steps().iter().zip(proved).enumerate();
        steps.filter(|(_, (_, proved))| proved.ranges.is_some()).map(|(at, (step, proved))| (at, step, proved))
    }

    /// All lines of all texts.
    pub fn lines(&self) -> impl Iterator<Item = &'f Line> {
        let responses = self.scenario.steps().iter().flat_map(|step| &step.responses);
        let told = self.scenario.steps().iter().flat_map(|step| &step.situation);
        told.chain(responses.flat_map(|response| response.consequence.iter().chain(&response.note)))
            .chain(self.variants().flat_map(|variant| &variant.story))
    }

    fn variants(&self) -> impl Iterator<Item = &'f Variant> {
        let outcomes = self.scenario.outcomes();
        Outcome::ALL.into_iter().flat_map(|outcome| outcomes.of(outcome))
    }

    /// The flags that some response sets.
    pub fn flags_set(&self) -> Flags {
        let responses = self.scenario.steps().iter().flat_map(|step| &step.responses);
        responses.fold(0, |flags, response| flags | response.sets)
    }

    /// The flags that some condition asks for.
    pub fn flags_asked(&self) -> Flags {
        let responses = || self.scenario.steps().iter().flat_map(|step| &step.responses);
        let offers = responses().map(|response| &response.when);
        let ways = responses().flat_map(|response| &response.next).map(|branch| &branch.when);
        let told = self.lines().map(|line| &line.when).chain(self.variants().map(|variant| &variant.when));
        let asked = |flags, when: &Condition| flags | when.has | when.lacks;
        offers.chain(ways).chain(told).fold(0, asked)
    }

    /// The ids of a run's responses.
    pub fn responses_of(&self, run: &Run) -> Vec<String> {
        run.turns().iter().map(|turn| run.response(turn).id.to_string()).collect()
    }
}

/// A place in a scenario's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    segments: [Segment<'static>; Place::DEEPEST],
    length: usize,
    key: bool,
}

impl Place {
    /// The deepest place that any rule speaks of: steps, step, responses, response, next, branch, field.
    const DEEPEST: usize = 7;

    /// The key of a field of the scenario.
    pub fn field(name: &'static str) -> Self {
        Place { segments: [At(0); Self::DEEPEST], length: 0, key: true }.then(Key(name))
    }

    /// The key of a step.
    pub fn step(step: usize) -> Self {
        Place::field("steps").then(At(step))
    }

    /// The key of a response.
    pub fn response(step: usize, response: usize) -> Self {
        Place::step(step).then(Key("responses")).then(At(response))
    }

    /// One segment further; a rule never goes further than [`Place::DEEPEST`].
    pub fn then(mut self, segment: Segment<'static>) -> Self {
        if let Some(place) = self.segments.get_mut(self.length) {
            *place = segment;
            self.length += 1;
        }
        self
    }

    /// The value there, not its key.
    pub fn value(self) -> Self {
        Place { key: false, ..self }
    }

    /// Where that is in the file.
    pub fn span(&self, source_map: &SourceMap<'_>) -> Span {
        let path = self.segments.get(..self.length).unwrap_or_default();
        debug_assert!(source_map.has(path), "a rule speaks of a place that the file does not have");
        if self.key { source_map.key(path) } else { source_map.value(path) }
    }
}

/// What a rule found.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// Where.
    pub place: Place,
    /// The step whose `allow` can silence it.
    pub step: Option<usize>,
    /// What is wrong, in a plain sentence.
    pub message: String,
    /// What to do next.
    pub help: String,
    /// Other places that belong to it.
    pub related: Vec<(Place, String)>,
    /// Responses that show it.
    pub witness: Option<Vec<String>>,
}

impl Finding {
    /// A finding about the scenario as a whole.
    pub fn at(place: Place, message: String, help: &str) -> Self {
        Finding { place, step: None, message, help: help.into(), related: Vec::new(), witness: None }
    }

    /// A finding that belongs to a step.
    pub fn in_step(step: usize, place: Place, message: String, help: &str) -> Self {
        Finding { step: Some(step), ..Finding::at(place, message, help) }
    }

    /// With another place that belongs to it.
    pub fn beside(mut self, place: Place, message: &str) -> Self {
        self.related.push((place, message.into()));
        self
    }
}
