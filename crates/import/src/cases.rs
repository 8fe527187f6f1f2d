//! Conditions as cases of which no two hold at once, as a scenario's `when` can ask for them.

use crate::expression::{Comparison, Expr};

/// What a variable of a story becomes in a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A flag by its number; where the story begins with the variable being true, the flag says that it no longer is.
    Flag { flag: usize, inverted: bool },
    /// A meter, 0 for leadership and 1 for management, and what is added to the story's numbers so that it starts above 0.
    Meter { meter: usize, shift: i64 },
}

/// One case: flags that are set or not, and what the two meters are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Case {
    /// Flags by their numbers, in order, and whether each is set.
    pub flags: Vec<(usize, bool)>,
    /// The lowest and highest of each meter, both included.
    pub meters: [(i64, i64); 2],
}

impl Default for Case {
    fn default() -> Self {
        Case { flags: Vec::new(), meters: [Self::ANY; 2] }
    }
}

impl Case {
    /// Any number: what a scenario can ask for is well within.
    const ANY: (i64, i64) = (i64::MIN / 4, i64::MAX / 4);

    /// The least and the most that a meter is asked for, where it is.
    pub fn bounds(&self, meter: usize) -> (Option<i64>, Option<i64>) {
        let (low, high) = self.meters.get(meter).copied().unwrap_or(Self::ANY);
        (Some(low).filter(|low| *low != Self::ANY.0), Some(high).filter(|high| *high != Self::ANY.1))
    }

    /// Whether it holds always.
    pub fn is_always(&self) -> bool {
        *self == Case::default()
    }

    fn flag(flag: usize, set: bool) -> Self {
        Case { flags: vec![(flag, set)], ..Case::default() }
    }

    fn meter(meter: usize, low: i64, high: i64) -> Self {
        let mut case = Case::default();
        if let Some(bounds) = case.meters.get_mut(meter) {
            *bounds = (low, high);
        }
        case
    }

    /// Both at once; `None` where that cannot be.
    pub fn and(&self, other: &Case) -> Option<Case> {
        let mut both = self.clone();
        for (flag, set) in &other.flags {
            match both.flags.binary_search_by_key(flag, |(known, _)| *known) {
                Ok(at) if both.flags.get(at).is_some_and(|(_, known)| known != set) => return None,
                Ok(_) => {}
                Err(at) => both.flags.insert(at, (*flag, *set)),
            }
        }
        for (mine, theirs) in both.meters.iter_mut().zip(&other.meters) {
            *mine = (mine.0.max(theirs.0), mine.1.min(theirs.1));
            if mine.0 > mine.1 {
                return None;
            }
        }
        Some(both)
    }

    /// The one case that two are together, where nothing but one flag or one meter is between them.
    fn joined(&self, other: &Case) -> Option<Case> {
        let mut joined = self.clone();
        if self.meters == other.meters && self.flags.len() == other.flags.len() {
            let mut differ =
                self.flags.iter().zip(&other.flags).enumerate().filter(|(_, (mine, theirs))| mine != theirs);
            let (at, (mine, theirs)) = differ.next()?;
            if mine.0 != theirs.0 || differ.next().is_some() {
                return None;
            }
            joined.flags.remove(at);
            return Some(joined);
        }
        if self.flags != other.flags {
            return None;
        }
        let mut differ = (0..2).filter(|at| self.meters[*at] != other.meters[*at]);
        let at = differ.next()?;
        let (mine, theirs) = (self.meters[at], other.meters[at]);
        let touches = mine.1.saturating_add(1) == theirs.0 || theirs.1.saturating_add(1) == mine.0;
        joined.meters[at] = (mine.0.min(theirs.0), mine.1.max(theirs.1));
        (touches && differ.next().is_none()).then_some(joined)
    }

    /// Each single thing that it asks.
    fn parts(&self) -> Vec<Case> {
        let mut parts: Vec<Case> = self.flags.iter().map(|(flag, set)| Case::flag(*flag, *set)).collect();
        for (meter, (low, high)) in self.meters.iter().enumerate() {
            if *low != Self::ANY.0 {
                parts.push(Case::meter(meter, *low, Self::ANY.1));
            }
            if *high != Self::ANY.1 {
                parts.push(Case::meter(meter, Self::ANY.0, *high));
            }
        }
        parts
    }

    /// What a single part is not.
    fn opposite(&self) -> Case {
        if let [(flag, set)] = self.flags[..] {
            return Case::flag(flag, !set);
        }
        let mut opposite = Case::default();
        for ((low, high), other) in self.meters.iter().zip(&mut opposite.meters) {
            if *low != Self::ANY.0 {
                *other = (Self::ANY.0, low - 1);
            } else if *high != Self::ANY.1 {
                *other = (high + 1, Self::ANY.1);
            }
        }
        opposite
    }
}

/// Cases of which no two hold at once; none where it never holds.
pub(crate) type Cases = Vec<Case>;

/// The most cases that a condition comes apart into, and the most flags that one of them asks for.
const MOST: usize = 12;

/// The same in as few cases as two and two together make; `None` where they stay too many.
fn few(mut cases: Cases) -> Option<Cases> {
    if cases.len() > MOST * MOST {
        return None;
    }
    let mut at = 0;
    while at < cases.len() {
        let case = cases[at].clone();
        let other = cases.iter().enumerate().skip(at + 1).find_map(|(other, it)| Some((other, case.joined(it)?)));
        match other {
            // What was made may go together with one that came before.
            Some((other, joined)) => {
                cases[at] = joined;
                cases.remove(other);
                at = 0;
            }
            None => at += 1,
        }
    }
    let is_small = cases.len() <= MOST && cases.iter().all(|case| case.flags.len() <= MOST);
    is_small.then_some(cases)
}

/// Where both hold; `None` where those are too many cases.
pub(crate) fn and(one: &[Case], other: &[Case]) -> Option<Cases> {
    few(one.iter().flat_map(|one| other.iter().filter_map(|other| one.and(other))).collect())
}

/// Where one holds and the other does not; `None` where those are too many cases.
pub(crate) fn without(one: &[Case], other: &[Case]) -> Option<Cases> {
    let mut rest = one.to_vec();
    for case in other {
        let mut next = Vec::new();
        for left in &rest {
            // Each part may be the first that does not hold.
            let mut so_far = Some(left.clone());
            for part in case.parts() {
                next.extend(so_far.as_ref().and_then(|so_far| so_far.and(&part.opposite())));
                so_far = so_far.and_then(|so_far| so_far.and(&part));
            }
        }
        rest = few(next)?;
    }
    Some(rest)
}

/// The cases in which an expression holds; `None` where a scenario cannot ask for it.
pub(crate) fn cases_of(expr: &Expr, role: &dyn Fn(&str) -> Option<Role>) -> Option<Cases> {
    let always = || vec![Case::default()];
    Some(match expr {
        Expr::Truth(true) => always(),
        Expr::Truth(false) => Vec::new(),
        Expr::Variable(name) => match role(name)? {
            Role::Flag { flag, inverted } => vec![Case::flag(flag, !inverted)],
            Role::Meter { .. } => return None,
        },
        Expr::Not(inner) => without(&always(), &cases_of(inner, role)?)?,
        Expr::And(one, other) => and(&cases_of(one, role)?, &cases_of(other, role)?)?,
        Expr::Or(one, other) => {
            let mut cases = cases_of(one, role)?;
            let more = without(&cases_of(other, role)?, &cases)?;
            cases.extend(more);
            few(cases)?
        }
        Expr::Compare(comparison, one, other) => match (&**one, &**other) {
            (_, Expr::Truth(truth)) => is_so(one, *comparison, *truth, role)?,
            (Expr::Truth(truth), _) => is_so(other, *comparison, *truth, role)?,
            (Expr::Variable(name), Expr::Number(number)) => compared(role(name)?, *comparison, *number)?,
            (Expr::Number(number), Expr::Variable(name)) => compared(role(name)?, comparison.turned(), *number)?,
            _ => return None,
        },
        Expr::Number(_) | Expr::Text | Expr::It | Expr::Sum(..) => return None,
    })
}

fn is_so(expr: &Expr, comparison: Comparison, truth: bool, role: &dyn Fn(&str) -> Option<Role>) -> Option<Cases> {
    let cases = cases_of(expr, role)?;
    match (comparison, truth) {
        (Comparison::Is, true) | (Comparison::IsNot, false) => Some(cases),
        (Comparison::Is, false) | (Comparison::IsNot, true) => without(&[Case::default()], &cases),
        _ => None,
    }
}

/// The most that a scenario can ask of a meter.
const HIGHEST: i64 = 1_000;

fn compared(role: Role, comparison: Comparison, number: f64) -> Option<Cases> {
    let Role::Meter { meter, shift } = role else { return None };
    if !number.is_finite() || number.abs() > HIGHEST as f64 {
        return None;
    }
    let (floor, ceil) = (number.floor() as i64 + shift, number.ceil() as i64 + shift);
    let is_whole = floor == ceil;
    let (low, high) = Case::ANY;
    let cases = match comparison {
        Comparison::AtLeast => vec![(ceil, high)],
        Comparison::Greater => vec![(floor + 1, high)],
        Comparison::AtMost => vec![(low, floor)],
        Comparison::Less => vec![(low, ceil - 1)],
        Comparison::Is if is_whole => vec![(floor, floor)],
        Comparison::IsNot if is_whole => vec![(low, floor - 1), (floor + 1, high)],
        Comparison::Is | Comparison::IsNot => return None,
    };
    let within = |bound: &i64| *bound == low || *bound == high || bound.abs() <= HIGHEST;
    let fits = cases.iter().all(|(low, high)| within(low) && within(high));
    fits.then(|| cases.into_iter().map(|(low, high)| Case::meter(meter, low, high)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::condition;

    /// `a`, `b` are flags, `c` is one that begins as true, `l` is leadership and `m` management, which is shifted by 5.
    fn role(name: &str) -> Option<Role> {
        Some(match name {
            "a" => Role::Flag { flag: 0, inverted: false },
            "b" => Role::Flag { flag: 1, inverted: false },
            "c" => Role::Flag { flag: 2, inverted: true },
            "l" => Role::Meter { meter: 0, shift: 0 },
            "m" => Role::Meter { meter: 1, shift: 5 },
            _ => return None,
        })
    }

    /// Whether a text holds, told by hand: the truth that the cases are held against.
    fn holds(case: &Case, flags: [bool; 3], meters: [i64; 2]) -> bool {
        case.flags.iter().all(|(flag, set)| flags[*flag] == *set)
            && case.meters.iter().zip(meters).all(|((low, high), meter)| (*low..=*high).contains(&meter))
    }

    #[test]
    fn of_the_cases_exactly_one_holds_where_the_expression_does() {
        type Truth = fn(bool, bool, bool, i64, i64) -> bool;
        let known: [(&str, Truth); 9] = [
            ("$a or $b", |a, b, _, _, _| a || b),
            ("not ($a and $b)", |a, b, _, _, _| !(a && b)),
            ("$a is not true or $c", |a, _, c, _, _| !a || !c),
            ("$l gte 3 and $l lt 6", |_, _, _, l, _| (3..6).contains(&l)),
            ("$l is 4 or $a", |a, _, _, l, _| l == 4 || a),
            ("$l isnot 4", |_, _, _, l, _| l != 4),
            ("2 < $m", |_, _, _, _, m| m - 5 > 2),
            ("not ($l > 3.5 or $m <= 1)", |_, _, _, l, m| !(l > 3 || m - 5 <= 1)),
            ("($a or $b) and ($b or $c) and true", |a, b, c, _, _| b || a && !c),
        ];
        for (text, truth) in known {
            let expr = condition(text).expect(text);
            let cases = cases_of(&expr, &role).expect(text);
            for state in 0..8 * 10 * 12 {
                let flags = [state & 1 == 1, state & 2 == 2, state & 4 == 4];
                let meters = [state as i64 / 8 % 10, state as i64 / 80];
                let count = cases.iter().filter(|case| holds(case, flags, meters)).count();
                let expected = truth(flags[0], flags[1], flags[2], meters[0], meters[1]);
                assert_eq!(count, usize::from(expected), "{text} {flags:?} {meters:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_asked_is_no_case() {
        for text in ["$other", "$l", "$l > 2000", "$a > 3", "$l is 1.5", "$l > $m", "$a is \"x\"", "$l + 1 > 3"] {
            assert_eq!(cases_of(&condition(text).expect(text), &role), None, "{text}");
        }
    }
}
