//! A condition as clauses, so that a form can show it as a sentence.

use document::{Bounds, Condition};
use scenario::Stance;

/// What a clause asks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// That a flag is set, by its id.
    Has(String),
    /// That a flag is not set.
    Lacks(String),
    /// That a meter is at least so much.
    AtLeast(Stance, i32),
    /// That a meter is at most so much.
    AtMost(Stance, i32),
    /// That it is this entry of the step, or a later one.
    VisitFrom(i32),
    /// That it is this entry of the step, or an earlier one.
    VisitTo(i32),
    /// That the run broke, or did not.
    Broke(bool),
}

/// A clause, and the condition without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What it asks.
    pub part: Part,
    /// The condition that is left when it is taken away.
    pub without: Condition,
}

/// The clauses of a condition, in the order of the format.
pub fn clauses(condition: &Condition) -> Vec<Clause> {
    let parts = parts(condition);
    let clause = |at: usize| {
        let others = parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, part)| part.clone());
        Clause { part: parts[at].clone(), without: with_clauses(others) }
    };
    (0..parts.len()).map(clause).collect()
}

fn parts(condition: &Condition) -> Vec<Part> {
    let Condition { has, lacks, leadership, management, visit, broke } = condition;
    let mut parts: Vec<Part> = has.iter().cloned().map(Part::Has).collect();
    parts.extend(lacks.iter().cloned().map(Part::Lacks));
    for (stance, Bounds { at_least, at_most }) in [(Stance::Leader, leadership), (Stance::Manager, management)] {
        parts.extend(at_least.map(|number| Part::AtLeast(stance, number)));
        parts.extend(at_most.map(|number| Part::AtMost(stance, number)));
    }
    parts.extend(visit.at_least.map(Part::VisitFrom));
    parts.extend(visit.at_most.map(Part::VisitTo));
    parts.extend(broke.map(Part::Broke));
    parts
}

/// The condition of some clauses. Of two that ask for the same number, the last counts.
pub fn with_clauses(parts: impl IntoIterator<Item = Part>) -> Condition {
    let mut condition = Condition::default();
    for part in parts {
        let flag = |flags: &mut Vec<String>, flag: String| {
            if !flags.contains(&flag) {
                flags.push(flag);
            }
        };
        match part {
            Part::Has(id) => flag(&mut condition.has, id),
            Part::Lacks(id) => flag(&mut condition.lacks, id),
            Part::AtLeast(Stance::Leader, number) => condition.leadership.at_least = Some(number),
            Part::AtLeast(Stance::Manager, number) => condition.management.at_least = Some(number),
            Part::AtMost(Stance::Leader, number) => condition.leadership.at_most = Some(number),
            Part::AtMost(Stance::Manager, number) => condition.management.at_most = Some(number),
            Part::VisitFrom(number) => condition.visit.at_least = Some(number),
            Part::VisitTo(number) => condition.visit.at_most = Some(number),
            Part::Broke(broke) => condition.broke = Some(broke),
        }
    }
    condition
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_the_sum_of_its_clauses_and_less_without_one() {
        let condition = Condition {
            has: vec!["a".into(), "b".into()],
            lacks: vec!["c".into()],
            leadership: Bounds { at_least: Some(3), at_most: None },
            management: Bounds { at_least: Some(1), at_most: Some(5) },
            visit: Bounds { at_least: Some(2), at_most: Some(3) },
            broke: Some(true),
        };
        let all = clauses(&condition);
        assert_eq!(all.len(), 9);
        assert_eq!(with_clauses(all.iter().map(|clause| clause.part.clone())), condition);
        assert_eq!(all[0].without.has, ["b"]);
        assert_eq!(all[4].without.management, Bounds { at_least: None, at_most: Some(5) });
        assert_eq!(clauses(&Condition::default()), []);
        let one = with_clauses([Part::Has("a".into()), Part::Has("a".into())]);
        assert_eq!(clauses(&one)[0].without, Condition::default());
    }
}
