//! The report: how long each step took, what failed, and the one line at the end.

use std::{fmt, time::Duration};

use super::tally::Tally;

/// What the steps came to.
#[derive(Debug, Default)]
pub struct Report {
    steps: Vec<(String, Tally, Duration)>,
}

impl Report {
    /// Tells how a step went and keeps it for the end.
    pub fn add(&mut self, name: &str, tally: Tally, took: Duration) {
        println!("── {}", line(name, &tally, took));
        self.steps.push((name.to_owned(), tally, took));
    }

    /// Whether a step of this name has failed.
    pub fn has_failed(&self, name: impl AsRef<str>) -> bool {
        self.steps.iter().any(|(step, tally, _)| step == name.as_ref() && tally.failed > 0)
    }

    /// Whether something was checked and nothing failed.
    pub fn is_good(&self) -> bool {
        !self.steps.is_empty() && self.steps.iter().all(|(_, tally, _)| tally.failed == 0)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, tally, took) in &self.steps {
            writeln!(out, "{}", line(name, tally, *took))?;
        }
        let took: Duration = self.steps.iter().map(|(_, _, took)| *took).sum();
        writeln!(out, "All steps took {:.0} s.", took.as_secs_f64())?;
        if !self.is_good() {
            writeln!(out, "\nFailed:")?;
        }
        for (name, tally, _) in &self.steps {
            for failure in &tally.failures {
                writeln!(out, "  {name}: {failure}")?;
            }
        }
        let sum = |of: fn(&Tally) -> usize| self.steps.iter().map(|(_, tally, _)| of(tally)).sum::<usize>();
        write!(out, "{} passed, {} failed", sum(|tally| tally.passed), sum(|tally| tally.failed))
    }
}

fn line(name: &str, tally: &Tally, took: Duration) -> String {
    let came_to = match (tally.passed, tally.failed) {
        (passed, 0) => format!("{passed} good"),
        (passed, failed) => format!("{passed} good, {failed} bad"),
    };
    format!("{name}: {came_to}, {:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_the_sum() {
        let mut report = Report::default();
        report.add("fmt", Tally::good(), Duration::from_secs(1));
        report.add(
            "native",
            Tally { passed: 40, failed: 2, failures: vec!["a".into(), "b".into()] },
            Duration::from_secs(2),
        );
        let told = report.to_string();
        assert_eq!(told.lines().last(), Some("41 passed, 2 failed"));
        assert_eq!(told.matches(" passed, ").count(), 1);
        assert!(told.contains("Failed:\n  native: a\n  native: b\n"), "{told}");
        assert!(report.has_failed("native") && !report.has_failed("fmt") && !report.is_good());
    }

    #[test]
    fn nothing_checked_is_not_good() {
        assert!(!Report::default().is_good());
    }
}
