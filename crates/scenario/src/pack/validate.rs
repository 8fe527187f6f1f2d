//! Packs that somebody sent.
//!
//! A fingerprint tells a pack that was cut or changed by mischance. Whoever makes one up can give it the right one as
//! well; so a pack that comes from elsewhere than this game is held against every rule that playing relies on.

use super::{contents, pack, unpack};
use crate::schema::{METER_STARTS, METER_VALUES, MINUTES, VISITS};
use crate::{
    Bounds, Branch, Condition, Effect, Fingerprint, Flag, Flags, Goal, Id, Limits, Line, Member, Meter, Meters,
    Outcome, Response, Scenario, Stance, Step, Variant,
};
use std::collections::HashSet;

/// The scenario of a pack that came from elsewhere; as [`unpack`], and `None` also where no file could have said so.
pub fn unpack_untrusted(bytes: &[u8]) -> Option<Scenario> {
    unpack(bytes).filter(|scenario| Rules { scenario, entries: scenario.entries() }.are_kept())
}

/// A pack with the fingerprint of what it holds in place of the one that it came with: what somebody would send who
/// made it up. `None` where it is no pack even so.
pub fn with_fresh_fingerprint(bytes: &[u8]) -> Option<Vec<u8>> {
    let (scenario, whole) = contents(bytes)?;
    whole.then(|| pack(&Scenario { fingerprint: Fingerprint::of(&scenario), ..scenario }))
}

/// The rules of the format that playing relies on.
struct Rules<'s> {
    scenario: &'s Scenario,
    /// The flags that count entries.
    entries: Flags,
}

fn all_differ<'s>(ids: impl Iterator<Item = &'s Id>) -> bool {
    let mut seen = HashSet::new();
    ids.into_iter().all(|id| seen.insert(id))
}

fn is_written(text: &str) -> bool {
    !text.chars().all(char::is_whitespace)
}

fn within(number: i32, (low, high): (i32, i32)) -> bool {
    (low..=high).contains(&number)
}

fn effect_fits(Effect { leadership, management }: Effect) -> bool {
    within(leadership, METER_VALUES) && within(management, METER_VALUES)
}

fn meter_fits(Meter { start, enough }: Meter) -> bool {
    within(start, METER_STARTS) && within(enough, METER_VALUES)
}

impl Rules<'_> {
    fn are_kept(&self) -> bool {
        let Scenario {
            id: _,
            title,
            summary,
            role,
            language,
            minutes,
            scene: _,
            image: _,
            feedback: _,
            meters,
            cast,
            flags,
            start: _,
            steps,
            outcomes,
            expect: _,
            allow: _,
            fingerprint: _,
            pictures: _,
        } = self.scenario;
        let Meters { leadership, management } = *meters;
        let limits = Limits::default();
        [title, summary, role, language].iter().all(|text| is_written(text))
            && within(*minutes as i32, MINUTES)
            && [leadership, management].into_iter().all(meter_fits)
            && flags.len() <= limits.flags
            && steps.len() <= limits.steps
            && all_differ(cast.iter().map(|member| &member.id))
            && all_differ(flags.iter().map(|flag| &flag.id))
            && all_differ(steps.iter().map(|step| &step.id))
            && cast.iter().all(|Member { id: _, name, role, face: _ }| is_written(name) && is_written(role))
            && flags.iter().all(|Flag { id: _, text }| is_written(text))
            && steps.iter().all(|step| self.step_valid(step, limits.responses))
            && Outcome::ALL.into_iter().all(|outcome| self.variants_valid(outcomes.of(outcome)))
            && self.entries_valid()
            && self.ends()
            && self.scenario.pictures_valid(&limits)
    }

    /// Whether entries are counted one behind the other, behind the flags.
    fn entries_valid(&self) -> bool {
        let mut free = self.scenario.flags.len() as u32;
        self.scenario.steps.iter().all(|step| {
            let visits = step.entries.count_ones();
            let own = (Flags::MAX >> (Flags::BITS - visits.clamp(1, 3))).checked_shl(free).unwrap_or(0);
            free += visits;
            visits == 0 || within(visits as i32, VISITS) && free <= Flags::BITS && step.entries == own
        })
    }

    fn step_valid(&self, step: &Step, most: usize) -> bool {
        // A pack has neither the facilitator's notes nor what the author allows.
        let Step {
            id: _,
            title,
            moment,
            scene: _,
            image: _,
            dimension,
            concepts: _,
            situation,
            pressure,
            why,
            entries: _,
            responses,
            facilitator: _,
            allow: _,
        } = step;
        let leads_on = |it: &Response| is_always(&it.when) && it.next.last().is_some_and(|way| is_always(&way.when));
        let offered = |stance: Stance| responses.iter().any(|it| it.stance == Some(stance) && leads_on(it));
        let passage = |one: &Response| one.stance.is_none() && leads_on(one);
        let decision = |one: &Response| is_written(&one.text) && !one.consequence.is_empty() && one.stance.is_some();
        let asks = dimension.is_some() && responses.iter().all(decision) && Stance::ALL.into_iter().all(offered);
        is_written(title)
            && [moment, why].into_iter().all(|text| text.is_empty() || is_written(text))
            && effect_fits(*pressure)
            && self.lines_valid(situation, false)
            && responses.len() <= most
            && (asks || matches!(&**responses, [one] if passage(one)))
            && all_differ(responses.iter().map(|response| &response.id))
            && responses.iter().all(|response| self.response_valid(response))
    }

    fn response_valid(&self, response: &Response) -> bool {
        let Response { id: _, stance: _, text, when, effect, sets, consequence, note, concepts: _, next } = response;
        (text.is_empty() || is_written(text))
            && effect_fits(*effect)
            && sets & self.entries == 0
            && self.knows(*sets)
            && self.condition_valid(when, false)
            && [consequence, note].into_iter().all(|lines| lines.is_empty() || self.lines_valid(lines, false))
            && next.len() <= Limits::FORMAT.branches
            && next.iter().all(|branch| self.condition_valid(&branch.when, false) && self.closes(branch))
            && next.last().is_some_and(|Branch { when, to }| {
                is_always(&Condition { lacks: when.lacks & !self.last_entry(*to), ..*when })
            })
    }

    /// The entry that closes a way.
    fn last_entry(&self, to: Goal) -> Flags {
        if let Goal::Step(to) = to { self.scenario.step(to).last_entry() } else { 0 }
    }

    /// Whether a way is closed once its step is used up.
    fn closes(&self, Branch { when, to }: &Branch) -> bool {
        !when.lacks & self.last_entry(*to) == 0
    }

    fn variants_valid(&self, variants: &[Variant]) -> bool {
        let holds = |Variant { when, title, story, lesson }: &Variant| {
            is_written(title) && is_written(lesson) && self.lines_valid(story, true) && self.condition_valid(when, true)
        };
        variants.len() <= Limits::FORMAT.variants
            && variants.iter().all(holds)
            && variants.last().is_some_and(|last| is_always(&last.when))
    }

    fn lines_valid(&self, lines: &[Line], at_the_end: bool) -> bool {
        let holds =
            |Line { who: _, mood: _, text, when }: &Line| is_written(text) && self.condition_valid(when, at_the_end);
        (1..=Limits::FORMAT.lines).contains(&lines.len()) && lines.iter().all(holds)
    }

    fn condition_valid(&self, when: &Condition, at_the_end: bool) -> bool {
        let Condition { has, lacks, leadership, management, broke } = *when;
        let bounds = |Bounds { at_least, at_most }: Bounds| {
            [(at_least, Bounds::ANY.at_least), (at_most, Bounds::ANY.at_most)]
                .into_iter()
                .all(|(bound, open)| bound == open || within(bound, METER_VALUES))
        };
        self.knows(has)
            && self.knows(lacks)
            && bounds(leadership)
            && bounds(management)
            && (at_the_end || broke.is_none())
    }

    /// Whether each of some flags is one of the scenario's, or counts an entry.
    fn knows(&self, flags: Flags) -> bool {
        let flags = flags & !self.entries;
        flags.checked_shr(self.scenario.flags.len() as u32).unwrap_or(0) == 0
    }

    /// Whether no step leads back to itself but over one with visits: then steps without any edge to them can be taken away until none is left.
    fn ends(&self) -> bool {
        let steps = &self.scenario.steps;
        let edges = |step: &Step| {
            let branches = step.responses.iter().flat_map(|response| &response.next).map(|branch| branch.to);
            let to = |goal| if let Goal::Step(step) = goal { Some(step.0 as usize) } else { None };
            branches.filter_map(to).filter(|to| steps[*to].entries == 0).collect::<Vec<_>>()
        };
        let mut edges_to = vec![0_usize; steps.len()];
        steps.iter().flat_map(edges).for_each(|to| edges_to[to] += 1);
        let mut free: Vec<usize> = (0..steps.len()).filter(|at| edges_to[*at] == 0).collect();
        let mut left = steps.len();
        while let Some(at) = free.pop() {
            left -= 1;
            for to in edges(&steps[at]) {
                edges_to[to] -= 1;
                if edges_to[to] == 0 {
                    free.push(to);
                }
            }
        }
        left == 0
    }
}

fn is_always(when: &Condition) -> bool {
    *when == Condition::ALWAYS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{StepIndex, read};

    fn small() -> Scenario {
        let text = include_bytes!("../../../../tests/fixtures/small.json");
        read(text, &Limits::default()).expect("a scenario")
    }

    /// Whether a changed scenario, with the right fingerprint, is taken.
    fn is_taken(change: impl Fn(&mut Scenario)) -> bool {
        let mut scenario = small();
        change(&mut scenario);
        let made_up = with_fresh_fingerprint(&pack(&scenario)).expect("a pack");
        unpack_untrusted(&made_up).is_some()
    }

    #[test]
    fn what_a_file_could_say_is_taken_and_nothing_else() {
        assert!(is_taken(|_| {}));
        assert!(is_taken(|scenario| scenario.title = "Another".into()));
        type Change = fn(&mut Scenario);
        let refused: [(&str, Change); 22] = [
            ("more branches than fit", |it| {
                let again = it.steps[0].responses[0].next[0];
                it.steps[0].responses[0].next.splice(0..0, std::iter::repeat_n(again, 32));
            }),
            ("more variants than fit", |it| {
                let again = it.outcomes.0[0][0].clone();
                it.outcomes.0[0].splice(0..0, std::iter::repeat_n(again, 64));
            }),
            ("more lines than fit", |it| {
                let again = it.steps[0].situation[0].clone();
                it.steps[0].situation.extend(std::iter::repeat_n(again, 200));
            }),
            ("a loop", |it| it.steps[1].responses[0].next[0].to = Goal::Step(StepIndex(0))),
            ("a step that leads to itself", |it| it.steps[0].responses[0].next[0].to = Goal::Step(StepIndex(0))),
            ("a flag that counts nothing", |it| it.steps[1].entries = 4),
            ("four visits", |it| it.steps[1].entries = 0b11110),
            ("a way that stays open", |it| it.steps[1].entries = 2),
            ("an answer without a hat", |it| it.steps[1].responses[0].stance = None),
            ("no way on", |it| it.steps[0].responses[0].next.clear()),
            ("no answer", |it| it.steps[0].responses.clear()),
            ("one hat alone", |it| it.steps[0].responses[1].stance = Some(Stance::Leader)),
            ("seven answers", |it| {
                let again = it.steps[1].responses[0].clone();
                it.steps[1].responses.extend(std::iter::repeat_n(again, 5));
            }),
            ("the same id twice", |it| it.steps[1].responses[1].id = it.steps[1].responses[0].id.clone()),
            ("a meter beyond all bounds", |it| it.meters.leadership.enough = i32::MAX),
            ("an effect beyond all bounds", |it| it.steps[0].responses[0].effect.leadership = i32::MIN),
            ("a flag that is none of its own", |it| it.steps[0].responses[0].sets = 1 << 63),
            ("a condition on a flag that is none of its own", |it| it.outcomes.0[0][0].story[0].when.has = 2),
            ("an outcome that is not told", |it| it.outcomes.0[3].clear()),
            ("an outcome that is not always told", |it| {
                it.outcomes.0[0].last_mut().expect("a variant").when.broke = Some(true);
            }),
            ("a text of blanks", |it| it.steps[0].title = " \u{2003}".into()),
            ("a way on that is not always there", |it| {
                it.steps[0].responses[0].next =
                    vec![Branch { when: Condition { has: 1, ..Condition::ALWAYS }, to: Goal::End }];
            }),
        ];
        for (what, change) in refused {
            assert!(!is_taken(change), "{what} is taken");
        }
    }
}
