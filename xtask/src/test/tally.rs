//! Counting: what the runners' `test result:` lines add up to.

use std::{
    io::{self, BufRead, BufReader},
    process::Command,
};

use anyhow::{Context, Result};

/// How many checks passed and failed, and which failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The checks that passed.
    pub passed: usize,
    /// The checks that failed.
    pub failed: usize,
    /// The names of those that failed, or what is wrong with the run as a whole.
    pub failures: Vec<String>,
}

impl Tally {
    /// One check that passed.
    pub fn good() -> Tally {
        Tally { passed: 1, ..Tally::default() }
    }

    /// One check that failed, for this reason.
    pub fn fault(reason: &str) -> Tally {
        Tally { failed: 1, failures: vec![reason.to_owned()], ..Tally::default() }
    }

    /// Adds what a line of a test runner says.
    fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result:") {
            self.passed += count(counts, "passed");
            self.failed += count(counts, "failed");
        } else if let Some(test) = line.strip_prefix("test ") {
            // Cargo's runner says FAILED, the one of WebAssembly says FAIL.
            let name = test.strip_suffix(" ... FAILED").or_else(|| test.strip_suffix(" ... FAIL"));
            self.failures.extend(name.map(str::to_owned));
        }
    }

    /// A run counts as good only if tests ran, and as failed by itself if nothing in it says why.
    fn close(mut self, ended_well: bool) -> Tally {
        let reason = match (ended_well, self.failed, self.passed) {
            (false, 0, _) => "the run broke off; what is wrong stands above",
            (true, 0, 0) => "no test ran",
            _ => return self,
        };
        self.failed += 1;
        self.failures.push(reason.to_owned());
        self
    }
}

/// Runs commands that pass or fail as a whole, up to the first that fails.
pub fn of_check(commands: impl IntoIterator<Item = Command>, advice: &str) -> Result<Tally> {
    for mut command in commands {
        let status = command.status().with_context(|| format!("{} does not start", command.get_program().display()))?;
        if !status.success() {
            return Ok(Tally::fault(advice));
        }
    }
    Ok(Tally::good())
}

/// Runs a test runner, shows what it says and counts it.
pub fn of_tests(mut command: Command) -> Result<Tally> {
    let does_not_start = format!("{} does not start", command.get_program().display());
    // Both outputs go through one pipe, so that what is shown keeps its order.
    let (says, out) = io::pipe().context("the tests cannot be listened to")?;
    let err = out.try_clone().context("the tests cannot be listened to")?;
    let mut child = command.stdout(out).stderr(err).spawn().context(does_not_start)?;
    // The pipe ends when its last writer does, and the command keeps two.
    drop(command);
    let mut tally = Tally::default();
    for line in BufReader::new(says).split(b'\n') {
        let line = line.context("what the tests say cannot be read")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally.read(&line);
    }
    let status = child.wait().context("the tests cannot be waited for")?;
    Ok(tally.close(status.success()))
}

/// The number before a word, as in `ok. 3 passed; 0 failed;`.
fn count(counts: &str, word: &str) -> usize {
    let parts = counts.split([';', '.']).map(str::trim);
    parts.filter_map(|part| part.strip_suffix(word)?.trim().parse::<usize>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str, ended_well: bool) -> Tally {
        let mut tally = Tally::default();
        lines.lines().for_each(|line| tally.read(line));
        tally.close(ended_well)
    }

    #[test]
    fn the_counts_of_all_runners_add_up() {
        let lines = "running 3 tests\ntest a ... ok\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                     test result: ok. 12 passed; 0 failed; 0 ignored; 0 filtered out; finished in 1.50s";
        assert_eq!(read(lines, true), Tally { passed: 15, ..Tally::default() });
    }

    #[test]
    fn failures_are_known_by_name() {
        let lines = "test play::the_end ... FAILED\ntest page_opens ... FAIL\ntest result: FAILED. 1 passed; 2 failed; 0 ignored";
        let tally = read(lines, false);
        assert_eq!((tally.passed, tally.failed), (1, 2));
        assert_eq!(tally.failures, ["play::the_end", "page_opens"]);
    }

    #[test]
    fn a_run_that_breaks_off_or_tests_nothing_has_failed() {
        assert_eq!(
            read("test result: ok. 2 passed; 0 failed", false).failures,
            ["the run broke off; what is wrong stands above"]
        );
        assert_eq!(read("no tests to run!", true).failures, ["no test ran"]);
        assert_eq!(read("test result: ok. 0 passed; 0 failed; 4 ignored", true).failed, 1);
    }
}
