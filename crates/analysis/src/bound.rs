//! How runs end, and what rules an outcome out.

use super::Ranges;
use play::{Ending, Moment};
use scenario::{Meters, Outcome, Scenario};

/// What is known of all ends of all runs.
pub(super) struct Ends {
    meters: Meters,
    /// Over all ends, breaks included.
    pub all: Option<Ranges>,
    /// Over the ends that are no breaks.
    unbroken: Option<Ranges>,
    /// Over the ends that are no breaks, where leadership is enough, and where it is short.
    led: [Option<Ranges>; 2],
    /// Whether the story itself decides how some runs end.
    decided: bool,
    /// By outcome, which variants are told.
    pub told: [Vec<bool>; 4],
}

impl Ends {
    pub fn of(scenario: &Scenario) -> Self {
        let told = Outcome::ALL.map(|outcome| vec![false; scenario.outcomes().of(outcome).len()]);
        Ends { meters: *scenario.meters(), all: None, unbroken: None, led: [None; 2], decided: false, told }
    }

    /// Takes an end into account; of one that the story decided, the meters were not judged.
    pub fn note(&mut self, ending: Ending, end: &Moment, told: Option<usize>, decided: bool) {
        if let Some(told) = told {
            self.told[ending.outcome as usize][told] = true;
        }
        widen(&mut self.all, end.leadership, end.management);
        self.decided |= decided;
        if !ending.broke && !decided {
            widen(&mut self.unbroken, end.leadership, end.management);
            let short = end.leadership < self.meters.leadership.enough;
            widen(&mut self.led[usize::from(short)], end.leadership, end.management);
        }
    }

    /// Why no run ends so, as a clause. What it says is true of an outcome that no run has.
    pub fn rules_out(&self, outcome: Outcome) -> String {
        if !self.decided {
            return self.judged_out(outcome);
        }
        let told = format!("no run comes to an `end:{}`", outcome.name());
        match self.unbroken {
            Some(_) => format!("{told}, and where the meters are judged, {}", self.judged_out(outcome)),
            None => format!("{told}, and nowhere are the meters judged"),
        }
    }

    /// Why no run whose meters are judged ends so.
    fn judged_out(&self, outcome: Outcome) -> String {
        let (leadership, management) = (self.meters.leadership.enough, self.meters.management.enough);
        let unbroken = match self.unbroken {
            Some(unbroken) => unbroken,
            None => return "every run breaks before the end, and none in this way".into(),
        };
        let clause = match outcome {
            Outcome::Balanced if unbroken.leadership.1 < leadership => {
                at_most("leadership", unbroken.leadership, leadership)
            }
            Outcome::Balanced | Outcome::UnderLed if unbroken.management.1 < management => {
                at_most("management", unbroken.management, management)
            }
            Outcome::UnderLed | Outcome::Adrift if unbroken.leadership.0 >= leadership => {
                at_least("leadership", unbroken.leadership, leadership)
            }
            Outcome::UnderManaged | Outcome::Adrift if unbroken.management.0 >= management => {
                at_least("management", unbroken.management, management)
            }
            Outcome::UnderManaged if unbroken.leadership.1 < leadership => {
                at_most("leadership", unbroken.leadership, leadership)
            }
            // Both meters can be where the outcome needs them, but not at once.
            _ => self.not_at_once(outcome, management),
        };
        match outcome {
            Outcome::Balanced => clause,
            Outcome::UnderLed => format!("no run breaks on leadership alone, and {clause}"),
            Outcome::UnderManaged => format!("no run breaks on management alone, and {clause}"),
            Outcome::Adrift => format!("no run breaks on both meters at once, and {clause}"),
        }
    }

    fn not_at_once(&self, outcome: Outcome, enough: i32) -> String {
        let short = matches!(outcome, Outcome::UnderLed | Outcome::Adrift);
        let place =
            if short { "where leadership is short at the end" } else { "where leadership is enough at the end" };
        match self.led[usize::from(short)] {
            Some(ranges) if matches!(outcome, Outcome::Balanced | Outcome::UnderLed) => {
                format!("{place}, {}", at_most("management", ranges.management, enough).replace(" at the end", ""))
            }
            Some(ranges) => {
                format!("{place}, {}", at_least("management", ranges.management, enough).replace(" at the end", ""))
            }
            None => format!("no run comes to a place {place}"),
        }
    }
}

fn at_most(meter: &str, range: (i32, i32), enough: i32) -> String {
    format!("{meter} reaches at most {} at the end, and {enough} is enough", range.1)
}

fn at_least(meter: &str, range: (i32, i32), enough: i32) -> String {
    format!("{meter} is at least {} at the end, and {enough} is enough", range.0)
}

/// Widens ranges so that they hold two meters.
pub(super) fn widen(ranges: &mut Option<Ranges>, leadership: i32, management: i32) {
    let ranges =
        ranges.get_or_insert(Ranges { leadership: (leadership, leadership), management: (management, management) });
    let widen = |range: &mut (i32, i32), value: i32| *range = (range.0.min(value), range.1.max(value));
    widen(&mut ranges.leadership, leadership);
    widen(&mut ranges.management, management);
}
