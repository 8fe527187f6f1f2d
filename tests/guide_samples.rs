//! The samples of the guide for authors: each of them, put where it belongs, is read.

use crate::support;

use serde_json::{Map, Value, json};
use support::{SMALL, reading};

/// The pieces of JSON in the guide, without what they leave to the author.
fn samples() -> Vec<String> {
    let guide = include_str!("../scenarios/README.md");
    let blocks = guide.split("\n```json\n").skip(1).filter_map(|rest| rest.split_once("\n```"));
    blocks.map(|(block, _)| block.replace(", … }", " }").replace('…', "And so on.")).collect()
}

/// Steps beside the small scenario's, which begins with the first of them; where they lead to nothing, to its own first.
fn with_steps(scenario: &mut Value, steps: Map<String, Value>) {
    let first = steps.keys().next().expect("a step").clone();
    let own = scenario["start"].clone();
    let ids: Vec<String> = steps.keys().cloned().collect();
    for (id, mut step) in steps {
        if step.get("situation").is_none() {
            // What the guide leaves out of a step is the small scenario's.
            let mut whole = scenario["steps"][own.as_str().expect("an id")].clone();
            whole.as_object_mut().expect("a step").extend(step.as_object().expect("fields").clone());
            step = whole;
        }
        for response in step["responses"].as_object_mut().expect("responses").values_mut() {
            let goal = response["next"].as_str().map(str::to_owned);
            if goal.is_some_and(|goal| goal != "end" && goal != "rush" && !ids.contains(&goal)) {
                response["next"] = own.clone();
            }
        }
        scenario["steps"][&id] = step;
    }
    scenario["start"] = json!(first);
}

#[test]
fn each_sample_of_the_guide_is_read_where_it_belongs() {
    let samples = samples();
    assert!(samples.len() >= 9, "{samples:#?}");
    for sample in samples {
        let mut scenario: Value = serde_json::from_str(SMALL).expect("JSON");
        let line = sample.starts_with('{');
        let fields = if line { format!("{{\"line\": {sample}}}") } else { format!("{{{sample}}}") };
        let fields: Map<String, Value> =
            serde_json::from_str(&fields).unwrap_or_else(|error| panic!("{error}: {sample}"));
        let (key, value) = fields.iter().next().map(|(key, value)| (key.clone(), value.clone())).expect("a field");
        match key.as_str() {
            "line" => {
                scenario["cast"]["mara"] = json!({ "name": "Mara Quint", "role": "Baker" });
                scenario["steps"]["oven"]["situation"].as_array_mut().expect("lines").push(value);
            }
            "cast" => scenario["cast"].as_object_mut().expect("a cast").extend(value.as_object().expect("it").clone()),
            "image" => scenario["image"] = value,
            "pressure" => scenario["steps"]["oven"]["pressure"] = value,
            "note" => scenario["steps"]["oven"]["responses"]["ask"]["note"] = value,
            _ => with_steps(&mut scenario, fields),
        }
        let text = serde_json::to_string_pretty(&scenario).expect("JSON");
        let errors = reading(&text).err().map(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(errors, None, "{sample}");
    }
}
