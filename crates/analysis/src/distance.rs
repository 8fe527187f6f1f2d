//! How far a run ended from where it was meant to.

use play::{Ending, Moment};
use scenario::{Meter, Outcome, Scenario};

/// How far the end of a run is from an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Distance {
    /// What leadership would have to be moved by for that outcome at the scenario's end; 0 where it fits.
    pub leadership: i32,
    /// What management would have to be moved by.
    pub management: i32,
    /// Whether the run broke with another outcome, before the meters were asked.
    pub broke: bool,
}

impl Distance {
    /// How far the end of a run is from an outcome; nothing from the one that it has. A run that goes on is measured by
    /// its meters now.
    pub fn of(scenario: &Scenario, end: &Moment, goal: Outcome) -> Self {
        let ending = end.ending();
        if ending.is_some_and(|ending| ending.outcome == goal) {
            return Distance::default();
        }
        let meters = scenario.meters();
        let led = matches!(goal, Outcome::Balanced | Outcome::UnderManaged);
        let managed = matches!(goal, Outcome::Balanced | Outcome::UnderLed);
        Distance {
            leadership: moved(&meters.leadership, end.leadership, led),
            management: moved(&meters.management, end.management, managed),
            broke: matches!(ending, Some(Ending { broke: true, .. })),
        }
    }

    /// How many points of both meters it is; at least 1 for a run that broke with another outcome.
    pub fn points(&self) -> u32 {
        let points = self.leadership.unsigned_abs().saturating_add(self.management.unsigned_abs());
        points.max(u32::from(self.broke))
    }

    /// It as a clause: `it needs 2 more leadership and 1 less management`.
    pub fn in_words(&self) -> String {
        let parts = [(self.leadership, "leadership"), (self.management, "management")];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(points, _)| *points != 0)
            .map(|(points, meter)| {
                format!("{} {} {meter}", points.unsigned_abs(), if points > 0 { "more" } else { "less" })
            })
            .collect();
        match (self.broke, parts.join(" and ")) {
            (false, needs) if needs.is_empty() => "it is there".into(),
            (true, needs) if needs.is_empty() => "it breaks before the end".into(),
            (false, needs) => format!("it needs {needs}"),
            (true, needs) => format!("it breaks before the end, and needs {needs}"),
        }
    }
}

/// By how much a meter would have to be moved to be enough, or to be short.
fn moved(meter: &Meter, value: i32, enough: bool) -> i32 {
    let missing = meter.enough.saturating_sub(value);
    if enough { missing.max(0) } else { missing.saturating_sub(1).min(0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use play::Place;
    use scenario::{Limits, read};

    #[test]
    fn a_distance_is_what_the_meters_would_have_to_be_moved_by() {
        let text = include_str!("../../../tests/fixtures/small.json");
        let small = read(text.as_bytes(), &Limits::default()).expect("a scenario");
        let from = |leadership, management, goal| {
            let ending = Ending { outcome: play::judge(&small, leadership, management), broke: false };
            let end = Moment { place: Place::Ended(ending), leadership, management, flags: 0 };
            let Distance { leadership, management, broke: false } = Distance::of(&small, &end, goal) else {
                return (0, 0, 0);
            };
            (leadership, management, Distance::of(&small, &end, goal).points())
        };
        // Both meters ask for 5.
        assert_eq!(from(5, 5, Outcome::Balanced), (0, 0, 0));
        assert_eq!(from(3, 7, Outcome::Balanced), (2, 0, 2));
        assert_eq!(from(3, 7, Outcome::UnderManaged), (2, -3, 5));
        assert_eq!(from(5, 9, Outcome::Adrift), (-1, -5, 6));
        assert_eq!(from(4, 4, Outcome::UnderLed), (0, 1, 1));
    }

    #[test]
    fn a_run_that_broke_with_another_outcome_is_never_at_its_goal() {
        let text = include_str!("../../../tests/fixtures/small.json");
        let small = read(text.as_bytes(), &Limits::default()).expect("a scenario");
        let ending = Ending { outcome: Outcome::UnderLed, broke: true };
        let end = Moment { place: Place::Ended(ending), leadership: 0, management: 4, flags: 0 };
        assert_eq!(Distance::of(&small, &end, Outcome::Adrift).points(), 1, "management is short of enough already");
        assert_eq!(Distance::of(&small, &end, Outcome::Balanced).points(), 6);
        assert_eq!(Distance::of(&small, &end, Outcome::UnderLed).points(), 0);
        let words = Outcome::ALL.map(|goal| Distance::of(&small, &end, goal).in_words());
        assert_eq!(
            words,
            [
                "it breaks before the end, and needs 5 more leadership and 1 more management",
                "it is there",
                "it breaks before the end, and needs 5 more leadership",
                "it breaks before the end",
            ]
        );
    }
}
