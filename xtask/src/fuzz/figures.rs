//! What the fuzzer says of its work.

use std::fmt;

/// What came of fuzzing a target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many inputs were tried.
    pub executions: u64,
    /// How many places of the program were met.
    pub coverage: u64,
    /// How many inputs are worth going on from, and their size as the fuzzer writes it.
    pub corpus: String,
    /// The most memory that was used, in megabytes.
    pub memory: u64,
}

impl Figures {
    /// The figures of the fuzzer's log.
    pub fn of(log: &str) -> Self {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let last = log.lines().rev().find(|line| line.starts_with('#') && line.contains(" cov: "));
        let last = words(last.unwrap_or_default());
        let after = |word: &str| {
            let at = last.iter().position(|known| known == word);
            at.and_then(|at| last.get(at + 1)).cloned().unwrap_or_default()
        };
        let stat = |name: &str| {
            let line = log.lines().find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name)?.strip_prefix(':'));
            line.and_then(|number| number.trim().parse().ok())
        };
        // A fuzzer that fell says no more than its last line.
        let tried = last.first().and_then(|word| word.trim_start_matches('#').parse().ok());
        Figures {
            executions: stat("number_of_executed_units").or(tried).unwrap_or_default(),
            coverage: after("cov:").parse().unwrap_or_default(),
            corpus: after("corp:"),
            memory: stat("peak_rss_mb").or(after("rss:").trim_end_matches("Mb").parse().ok()).unwrap_or_default(),
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Figures { executions, coverage, corpus, memory } = self;
        let (inputs, size) = corpus.split_once('/').unwrap_or((corpus, ""));
        write!(
            f,
            "{executions} executions, coverage {coverage}, corpus of {inputs} inputs ({size}), {memory} MB at most"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "INFO: Seed: 1\n#2\tINITED cov: 10 ft: 11 corp: 1/1b exec/s: 0 rss: 30Mb\n\
        #1185\tNEW    cov: 6267 ft: 18254 corp: 426/2274Kb lim: 16384 exec/s: 42 rss: 40Mb L: 6260/15363 MS: 2 -\n";

    #[test]
    fn the_last_word_counts_and_the_final_figures_more() {
        let figures = Figures::of(LOG);
        assert_eq!((figures.executions, figures.coverage, figures.memory), (1185, 6267, 40));
        let figures = Figures::of(&format!("{LOG}stat::number_of_executed_units: 1215\nstat::peak_rss_mb:    57\n"));
        assert_eq!(figures.to_string(), "1215 executions, coverage 6267, corpus of 426 inputs (2274Kb), 57 MB at most");
        assert_eq!(Figures::of("nothing"), Figures::default());
    }
}
