//! Links as responses: where they lead, when they are offered, what they do.

use super::Story;
use super::draft::{Goal, Response};
use super::ids::Ids;
use super::prose::Prose;
use super::variables::{Done, MOST, Variables};
use super::write::to_write;
use crate::cases::{Case, Cases, without};
use crate::conditions::When;
use crate::markup::{Event, Link, Target, What};
use crate::rows::Place;
use scenario::Limits;
use std::collections::HashMap;

/// A link on its way to become responses.
struct Way<'e> {
    place: Place,
    when: When,
    link: &'e Link,
    /// When it is offered.
    cases: Cases,
    next: Vec<(Case, Goal)>,
}

impl Way<'_> {
    /// Whether it does nothing but lead to one place.
    fn only_leads(&self) -> Option<Goal> {
        match self.next.as_slice() {
            [(_, goal)] if self.link.sets.is_empty() && self.link.told.is_empty() => Some(*goal),
            _ => None,
        }
    }
}

/// Makes responses of a story's links.
pub(crate) struct Ways<'b> {
    pub story: &'b Story<'b>,
    pub variables: &'b Variables,
    /// The one passage that each is come to from, where it is one.
    pub before: &'b [Option<usize>],
}

impl Ways<'_> {
    /// The responses of a passage.
    pub fn responses(&self, passage: usize, events: &[Event], prose: &mut Prose<'_>) -> Vec<Response> {
        let mut ways: Vec<Way<'_>> = Vec::new();
        for event in events {
            let What::Link(link) = &event.what else { continue };
            let place = Place { passage, line: event.line };
            match self.way(link, event.when, place, prose) {
                Some(way) => ways.push(way),
                None => link.sets.iter().for_each(|(line, _, set)| {
                    prose.rows.left_out(Place { line: *line, ..place }, &set.source, "Its link is not carried.");
                }),
            }
        }
        drop_repeated(&mut ways, prose);
        if ways.is_empty() {
            let next = vec![(Case::default(), Goal::End)];
            prose.rows.changed(Place { passage, line: 0 }, "", "It leads nowhere, so the story ends after it.");
            return vec![Response { id: "go-on".into(), next, ..Response::default() }];
        }
        if let Some(response) = one_way(&ways, prose) {
            return vec![response];
        }
        let is_choice = ways.len() > 1 || ways.iter().any(|way| way.cases.len() > 1);
        let mut ids = Ids::default();
        let mut responses = Vec::new();
        for way in &ways {
            let text = prose.plain(&way.link.label, way.place);
            if way.link.is_automatic && is_choice {
                prose.rows.changed(
                    way.place,
                    &way.link.source,
                    "It was taken by itself, and is a response among others.",
                );
            } else if way.cases.len() > 1 {
                let why = format!("It is offered in {} cases, and in each is a response of its own.", way.cases.len());
                prose.rows.changed(way.place, &way.link.source, why);
            } else {
                let why = if is_choice { "It is a response." } else { "It is the one way on." };
                prose.rows.carried(way.place, &way.link.source, why);
            }
            let consequence = prose.lines(&way.link.told, passage, way.when);
            let (effect, sets) = self.effect(way, prose);
            let name = if text.is_empty() { "go-on" } else { &text };
            for case in &way.cases {
                responses.push(Response {
                    id: ids.of(name, "response"),
                    text: if text.is_empty() && is_choice {
                        to_write("what the player would do")
                    } else {
                        text.clone()
                    },
                    when: case.clone(),
                    effect,
                    sets: sets.clone(),
                    consequence: consequence.clone(),
                    next: way.next.clone(),
                });
            }
        }
        responses
    }

    /// A link whose ways lead to steps; `None` after a row where it is not carried.
    fn way<'e>(&self, link: &'e Link, when: When, place: Place, prose: &mut Prose<'_>) -> Option<Way<'e>> {
        let told = prose.resolved.cases(when).to_vec();
        if told.is_empty() {
            prose.rows.left_out(place, &link.source, "What it is offered under never holds.");
            return None;
        }
        let mut next: Vec<(Case, Goal)> = Vec::new();
        let mut rest: Cases = vec![Case::default()];
        for (under, target) in &link.ways {
            let goal = match self.goal(target, place.passage) {
                Ok(goal) => goal,
                Err(why) => {
                    prose.rows.left_out(place, &link.source, why);
                    continue;
                }
            };
            let cases = match *under == when || *under == When::ALWAYS {
                true => vec![Case::default()],
                false => prose.resolved.cases(*under).to_vec(),
            };
            rest = without(&rest, &cases).unwrap_or(rest);
            next.extend(cases.into_iter().map(|case| (case, goal)));
        }
        close(&mut next, &rest)?;
        Some(Way { place, when, link, cases: told, next })
    }

    fn goal(&self, target: &Target, from: usize) -> Result<Goal, String> {
        match target {
            Target::Passage(name) => match self.story.step_of(name) {
                Some(step) => Ok(Goal::Step(step)),
                None if name.starts_with(['$', '_']) => {
                    Err("Where it leads is not known before the story is played.".into())
                }
                None => Err("The story has no passage of this name that could be a step.".into()),
            },
            Target::Back => match self.before.get(from).copied().flatten().and_then(|step| self.story.step_at(step)) {
                Some(step) => Ok(Goal::Step(step)),
                None => Err("It leads back to where the run came from, which is not one passage alone.".into()),
            },
        }
    }

    /// What a link does to the meters, and the flags that it sets.
    fn effect(&self, way: &Way<'_>, prose: &mut Prose<'_>) -> ([i64; 2], Vec<usize>) {
        let (mut effect, mut sets) = ([0_i64; 2], Vec::new());
        for (line, when, set) in &way.link.sets {
            let place = Place { line: *line, ..way.place };
            if *when != way.when && *when != When::ALWAYS {
                prose.rows.left_out(place, &set.source, "What is set under a condition has no place in a response.");
                continue;
            }
            match self.variables.done(set) {
                Ok(Done::Flag(flag)) => {
                    prose.rows.carried(place, &set.source, "The response sets the flag.");
                    if !sets.contains(&flag) {
                        sets.push(flag);
                    }
                }
                Ok(Done::Meter(meter, by)) => match effect.get_mut(meter) {
                    Some(slot) if (*slot + by).abs() <= MOST => {
                        *slot += by;
                        prose.rows.carried(place, &set.source, "It is an effect of the response.");
                    }
                    _ => prose.rows.left_out(place, &set.source, "A response moves a meter by at most 1000."),
                },
                Err(why) => prose.rows.left_out(place, &set.source, why),
            }
        }
        (effect, sets)
    }
}

/// Lets the last of a list of ways be taken in any case that is left; where the story has none for it, the run ends there.
/// `None` where there are no ways at all.
fn close(next: &mut Vec<(Case, Goal)>, rest: &[Case]) -> Option<()> {
    let last = next.last_mut()?;
    if rest.is_empty() || last.0.is_always() {
        last.0 = Case::default();
    } else {
        next.push((Case::default(), Goal::End));
    }
    // What comes after a way that is always taken is never taken.
    let first = next.iter().position(|(case, _)| case.is_always()).unwrap_or_default();
    next.truncate(first + 1);
    // Ways that all lead to one place are one.
    let goal = next.first()?.1;
    if next.iter().all(|(_, other)| *other == goal) {
        *next = vec![(Case::default(), goal)];
    }
    Some(())
}

/// Leaves links out that stand in a passage twice.
fn drop_repeated(ways: &mut Vec<Way<'_>>, prose: &mut Prose<'_>) {
    let mut seen: HashMap<(String, When, Goal), ()> = HashMap::new();
    ways.retain(|way| {
        let Some(goal) = way.only_leads() else { return true };
        let is_new = seen.insert((way.link.label.clone(), way.when, goal), ()).is_none();
        if !is_new {
            prose.rows.changed(way.place, &way.link.source, "It stands in the passage twice, and is one response.");
        }
        is_new
    });
}

/// The one response of a passage whose links, each under a condition, are never offered two at once: what holds decides
/// where it leads, and not the player.
fn one_way(ways: &[Way<'_>], prose: &mut Prose<'_>) -> Option<Response> {
    // Each is held against all before it.
    if ways.len() > Limits::FORMAT.branches {
        return None;
    }
    let mut next: Vec<(Case, Goal)> = Vec::new();
    let mut rest: Cases = vec![Case::default()];
    for way in ways {
        let goal = way.only_leads()?;
        let is_always = way.cases.iter().any(Case::is_always);
        let is_alone = || way.cases.iter().all(|case| next.iter().all(|(other, _)| other.and(case).is_none()));
        if !way.link.is_automatic && (is_always || !is_alone()) {
            return None;
        }
        rest = without(&rest, &way.cases)?;
        next.extend(way.cases.iter().map(|case| (case.clone(), goal)));
    }
    close(&mut next, &rest)?;
    let mut labels = ways.iter().map(|way| way.link.label.as_str()).filter(|label| !label.is_empty());
    let label = labels.next().unwrap_or_default();
    let is_same = labels.all(|other| other == label);
    for way in ways {
        match is_same {
            true => prose.rows.carried(
                way.place,
                &way.link.source,
                "It is one of the ways of the one response, by its `when`.",
            ),
            false => {
                let why =
                    "It is one of the ways of the one response, by its `when`; of the links' words the first stay.";
                prose.rows.changed(way.place, &way.link.source, why);
            }
        }
    }
    let place = ways.first()?.place;
    let text = prose.plain(label, place);
    Some(Response { id: "go-on".into(), text, next, ..Response::default() })
}
