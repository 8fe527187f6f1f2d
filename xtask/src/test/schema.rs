//! The scenarios' schema, in two validators: they must accept every shipped scenario, and refuse each planted fault.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::tally::Tally;
use crate::{process, tools, workspace};

const SCHEMA: &str = "scenario.schema.json";

/// Faults to be planted in a scenario: where, as a JSON pointer with `*` for the first member, and what to put there;
/// `None` takes what is there out.
fn faults() -> Vec<(&'static str, Option<Value>)> {
    let put = |at, value| (at, Some(value));
    vec![
        put("/format", json!("1")),
        put("/id", json!("Not An Id")),
        put("/title", json!(7)),
        put("/summary", json!("  ")),
        put("/minutes", json!(0)),
        put("/minutes", json!(2.5)),
        put("/color", json!("amber")),
        put("/meters/leadership/start", json!(0)),
        put("/meters/management/enough", json!("9")),
        put("/cast/*/nmae", json!("Mara")),
        put("/flags/*", json!(true)),
        put("/steps", json!([])),
        put("/steps/*/dimension", json!("agendas")),
        put("/steps/*/concepts", json!(["Z9"])),
        put("/steps/*/situation", json!([])),
        put("/steps/*/situation", json!("One line.")),
        put("/steps/*/situation", json!([{ "who": "mara" }])),
        put("/steps/*/situation", json!([{ "who": "mara", "says": "No.", "text": "No." }])),
        put("/steps/*/situation", json!([{ "text": "No.", "when": { "broke": true } }])),
        put("/steps/*/pressure", json!({ "leadership": "-1" })),
        put("/steps/*/allow", json!({ "no-such-warning": "because" })),
        put("/steps/*/responses", json!({})),
        put("/steps/*/responses/*/stance", json!("boss")),
        put("/steps/*/responses/*/effect", json!({ "leadership": 1001 })),
        put("/steps/*/responses/*/sets", json!("a_flag")),
        put("/steps/*/responses/*/next", json!(7)),
        put("/steps/*/responses/*/next", json!([])),
        put("/steps/*/responses/*/when", json!({ "leadership": 3 })),
        put("/outcomes/balanced", json!([])),
        put("/outcomes/lost", json!([])),
        put("/expect", json!({ "balancing": "fine" })),
        ("/outcomes/adrift", None),
        ("/steps/*/responses/*/text", None),
        ("/start", None),
    ]
}

/// Runs both validators over the shipped scenarios and the planted faults.
pub fn run() -> Result<Tally> {
    let scenarios = workspace::root().join("scenarios");
    let schema = scenarios.join(SCHEMA);
    let shipped = shipped(&scenarios)?;
    let planted = plant(shipped.first().context("there is no scenario to plant faults in")?)?;
    let node = {
        let mut node = process::command("node");
        node.args(["-e", include_str!("schema.js")]).arg(tools::ajv()?);
        node
    };
    let python = {
        let mut python = process::command("python3");
        python.args(["-c", include_str!("schema.py")]).env("PYTHONPATH", tools::jsonschema()?);
        python
    };
    let mut tally = Tally::default();
    for (name, mut validator) in [("ajv", node), ("jsonschema", python)] {
        validator.arg(&schema).args(&shipped).args(planted.iter().map(|(_, file)| file));
        let said = answers(name, &mut validator)?;
        let good = shipped.iter().map(|file| ("good", format!("{name} refuses {}", file.display())));
        let bad = planted.iter().map(|(fault, _)| ("bad", format!("{name} accepts {fault}")));
        judge(&said, good.chain(bad), &mut tally);
    }
    println!("{} scenarios, {} planted faults", shipped.len(), planted.len());
    Ok(tally)
}

/// What a validator says of each file, a line each.
fn answers(name: &str, validator: &mut Command) -> Result<Vec<String>> {
    let output = validator.output().with_context(|| format!("{name} does not start"))?;
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    anyhow::ensure!(output.status.success(), "{name} broke off; what it says stands above");
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}

/// Counts the answers that are as they should be; each of the others is a failure with its sentence.
fn judge(said: &[String], wanted: impl Iterator<Item = (&'static str, String)>, tally: &mut Tally) {
    for (at, (wanted, failure)) in wanted.enumerate() {
        if said.get(at).is_some_and(|said| said == wanted) {
            tally.passed += 1;
        } else {
            tally.failed += 1;
            tally.failures.push(failure);
        }
    }
}

fn shipped(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).context("the scenarios cannot be listed")? {
        let path = entry?.path();
        let json = path.extension().is_some_and(|extension| extension == "json");
        if json && path.file_name().is_some_and(|name| name != SCHEMA) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Writes a copy of a scenario for each fault.
fn plant(scenario: &Path) -> Result<Vec<(String, PathBuf)>> {
    let good: Value = serde_json::from_slice(&fs::read(scenario)?).context("the scenario is no JSON")?;
    let folder = workspace::target().join("schema");
    fs::create_dir_all(&folder).context("the planted faults cannot be written")?;
    let mut planted = Vec::new();
    for (number, (at, value)) in faults().into_iter().enumerate() {
        let mut bad = good.clone();
        let said = format!("{at}: {}", value.as_ref().map_or_else(|| "nothing".into(), Value::to_string));
        put(&mut bad, at, value).with_context(|| format!("{at} is nowhere in {}", scenario.display()))?;
        let file = folder.join(format!("{number}.json"));
        fs::write(&file, bad.to_string()).context("the planted faults cannot be written")?;
        planted.push((said, file));
    }
    Ok(planted)
}

/// Puts a value where a pointer points, or takes out what is there; `None` where the way to it is missing.
fn put(value: &mut Value, at: &str, new: Option<Value>) -> Option<()> {
    let mut here = value;
    let (way, last) = at.rsplit_once('/')?;
    for key in way.split('/').skip(1) {
        here = member(here, key)?;
    }
    match new {
        Some(new) if last == "*" => *member(here, last)? = new,
        Some(new) => {
            here.as_object_mut()?.insert(last.to_owned(), new);
        }
        None => {
            here.as_object_mut()?.remove(last)?;
        }
    }
    Some(())
}

fn member<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    let object = value.as_object_mut()?;
    if key == "*" { object.values_mut().next() } else { object.get_mut(key) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_planted_where_it_is_meant() {
        let mut value = json!({ "steps": { "a": { "title": "A" } } });
        assert_eq!(put(&mut value, "/steps/*/title", Some(json!(7))), Some(()));
        assert_eq!(value, json!({ "steps": { "a": { "title": 7 } } }));
        assert_eq!(put(&mut value, "/steps/*/title", None), Some(()));
        assert_eq!(value, json!({ "steps": { "a": {} } }));
        assert_eq!(put(&mut value, "/cast/*/name", Some(json!(7))), None);
    }

    #[test]
    fn an_answer_that_is_missing_or_wrong_is_a_failure() {
        let mut tally = Tally::default();
        let wanted = [("good", "a".to_owned()), ("bad", "b".to_owned()), ("bad", "c".to_owned())];
        judge(&["good".into(), "good".into()], wanted.into_iter(), &mut tally);
        assert_eq!((tally.passed, tally.failures), (1, vec!["b".to_owned(), "c".to_owned()]));
    }
}
