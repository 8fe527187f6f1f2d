//! Budgets, and the line that puts a figure beside its own.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use anyhow::{Context, Result};

/// The budgets by the name of what they are for, in seconds.
pub fn read(file: &Path) -> Result<BTreeMap<String, f64>> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    parse(&text).with_context(|| format!("{} is not a table of names with times like \"25 ms\"", file.display()))
}

fn parse(text: &str) -> Option<BTreeMap<String, f64>> {
    let table: toml::Table = text.parse().ok()?;
    table.into_iter().map(|(name, budget)| Some((name, seconds(budget.as_str()?)?))).collect()
}

/// `name: figure, budget, ratio`.
pub fn line(name: &str, figure: f64, budget: Option<f64>) -> String {
    match budget {
        Some(budget) => format!("{name}: {}, budget {}, ratio {:.2}", time(figure), time(budget), figure / budget),
        None => format!("{name}: {}, no budget, no ratio", time(figure)),
    }
}

/// Runs a command that prints a figure for each name, as `name: 12.5 ms`.
pub fn said(mut command: Command, names: &[&str]) -> Result<Vec<(String, f64)>> {
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::inherit());
    let output = command.output().with_context(|| format!("what measures {names:?} does not start"))?;
    let says = String::from_utf8_lossy(&output.stdout);
    let figure = |name: &&str| {
        let figure = says.lines().find_map(|line| seconds(line.strip_prefix(name)?.strip_prefix(": ")?));
        let figure = figure.with_context(|| format!("there is no figure for {name}; what is wrong stands above"));
        Ok((String::from(*name), figure?))
    };
    names.iter().map(figure).collect()
}

/// The seconds in a time like `25 ms`.
fn seconds(time: &str) -> Option<f64> {
    let (number, unit) = time.trim().split_once(' ')?;
    let unit = UNITS.iter().find(|(name, _)| *name == unit)?.1;
    Some(number.parse::<f64>().ok()? * unit)
}

const UNITS: [(&str, f64); 4] = [("s", 1.0), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9)];

fn time(seconds: f64) -> String {
    let (unit, size) = UNITS.into_iter().find(|(_, size)| seconds >= *size).unwrap_or(UNITS[3]);
    let number = format!("{:.3}", seconds / size);
    format!("{} {unit}", number.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_the_figure_its_budget_and_their_ratio() {
        assert_eq!(line("click-to-paint", 0.0125, Some(0.025)), "click-to-paint: 12.5 ms, budget 25 ms, ratio 0.50");
        assert_eq!(line("parse", 3.25e-6, None), "parse: 3.25 µs, no budget, no ratio");
    }

    #[test]
    fn budgets_are_times_by_name() {
        let budgets = parse("click-to-paint = \"25 ms\"\n\"paths/largest\" = \"1.5 s\"").unwrap();
        assert!((budgets["click-to-paint"] - 0.025).abs() < 1e-12);
        assert!((budgets["paths/largest"] - 1.5).abs() < 1e-12);
        assert!(parse("a = 3").is_none());
        assert!(parse("a = \"3 hours\"").is_none());
    }
}
