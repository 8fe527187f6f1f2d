//! Budgets, and the line that puts a figure beside its own.

use std::{collections::BTreeMap, fmt, fs, path::Path, process::Command};

use anyhow::{Context, Result};

/// What was measured, or what it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    amount: f64,
    of: Of,
}

/// What a figure is of; an amount is in the smallest unit of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Time,
    Bytes,
    Times,
}

/// The units, the largest first.
const UNITS: [(&str, f64, Of); 8] = [
    ("s", 1e9, Of::Time),
    ("ms", 1e6, Of::Time),
    ("µs", 1e3, Of::Time),
    ("ns", 1.0, Of::Time),
    ("MB", 1e6, Of::Bytes),
    ("KB", 1e3, Of::Bytes),
    ("bytes", 1.0, Of::Bytes),
    ("times", 1.0, Of::Times),
];

impl Figure {
    /// A time.
    pub fn seconds(seconds: f64) -> Figure {
        Figure { amount: seconds * 1e9, of: Of::Time }
    }

    /// A size.
    pub fn bytes(bytes: usize) -> Figure {
        Figure { amount: bytes as f64, of: Of::Bytes }
    }

    /// What is written like `25 ms` or `14 KB`.
    fn parse(written: &str) -> Option<Figure> {
        let (number, unit) = written.trim().split_once(' ')?;
        let (_, size, of) = UNITS.into_iter().find(|(name, ..)| *name == unit)?;
        Some(Figure { amount: number.parse::<f64>().ok()? * size, of })
    }

    /// How many times another it is; there is no such number of two different things.
    fn over(self, other: Figure) -> Option<f64> {
        (self.of == other.of).then(|| self.amount / other.amount)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut units = UNITS.into_iter().filter(|(_, _, of)| *of == self.of);
        let smallest = units.clone().next_back();
        let (unit, size, _) = units.find(|(_, size, _)| self.amount >= *size).or(smallest).unwrap_or(UNITS[0]);
        let number = format!("{:.3}", self.amount / size);
        write!(f, "{} {unit}", number.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// The budgets by the name of what they are for.
pub fn read(file: &Path) -> Result<BTreeMap<String, Figure>> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    parse(&text)
        .with_context(|| format!("{} is not a table of names with figures like \"25 ms\" or \"14 KB\"", file.display()))
}

fn parse(text: &str) -> Option<BTreeMap<String, Figure>> {
    let table: toml::Table = text.parse().ok()?;
    table.into_iter().map(|(name, budget)| Some((name, Figure::parse(budget.as_str()?)?))).collect()
}

/// `name: figure, budget, ratio`.
pub fn line(name: &str, figure: Figure, budget: Option<Figure>) -> String {
    match budget.and_then(|budget| Some((budget, figure.over(budget)?))) {
        Some((budget, ratio)) => format!("{name}: {figure}, budget {budget}, ratio {ratio:.2}"),
        None => format!("{name}: {figure}, no budget, no ratio"),
    }
}

/// Runs a command that prints a figure for each name, as `name: 12.5 ms`.
pub fn said(mut command: Command, names: &[impl AsRef<str>]) -> Result<Vec<(String, Figure)>> {
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::inherit());
    let output = command.output().context("what measures does not start")?;
    let says = String::from_utf8_lossy(&output.stdout);
    let figure = |name: &str| {
        let figure = says.lines().find_map(|line| Figure::parse(line.strip_prefix(name)?.strip_prefix(": ")?));
        let figure = figure.with_context(|| format!("there is no figure for {name}; what is wrong stands above"));
        Ok((String::from(name), figure?))
    };
    names.iter().map(|name| figure(name.as_ref())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_the_figure_its_budget_and_their_ratio() {
        let budget = Figure::parse("25 ms");
        let time = line("click-to-paint", Figure::seconds(0.0125), budget);
        assert_eq!(time, "click-to-paint: 12.5 ms, budget 25 ms, ratio 0.50");
        let size = line("bytes/page", Figure::bytes(13_538), Figure::parse("14 KB"));
        assert_eq!(size, "bytes/page: 13.538 KB, budget 14 KB, ratio 0.97");
        assert_eq!(line("parse", Figure::seconds(3.25e-6), None), "parse: 3.25 µs, no budget, no ratio");
        assert_eq!(line("page", Figure::bytes(12), budget), "page: 12 bytes, no budget, no ratio");
        assert_eq!(line("nothing", Figure::seconds(0.0), None), "nothing: 0 ns, no budget, no ratio");
    }

    #[test]
    fn budgets_are_figures_by_name() {
        let budgets = parse("click-to-paint = \"25 ms\"\n\"memory/home\" = \"30 MB\"").unwrap();
        assert_eq!(budgets["click-to-paint"], Figure::seconds(0.025));
        assert_eq!(parse("a = \"1.6 times\"").unwrap()["a"].to_string(), "1.6 times");
        assert_eq!(budgets["memory/home"], Figure::bytes(30_000_000));
        assert!(parse("a = 3").is_none());
        assert!(parse("a = \"3 hours\"").is_none());
    }
}
