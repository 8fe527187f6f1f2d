//! A story of another tool: it is refused at a place, or becomes a draft that is JSON, with a report of all of it.

use import::{Fate, Imported, Options, import};
use scenario::{Id, Limits, formatted};

/// The longest sentence of a report, in bytes, however long the words in the file are.
const LONGEST: usize = 1_200;

pub fn holds(bytes: &[u8]) {
    let options = Options { leadership: Some("trust"), management: Some("order"), ..Options::default() };
    let first = match import(bytes, &options) {
        Ok(imported) => imported,
        Err(error) => {
            assert!(!error.message.is_empty() && !error.help.is_empty());
            assert!(error.line as usize <= 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count());
            return;
        }
    };
    assert_eq!(import(bytes, &options).ok().as_ref(), Some(&first), "the same story is the same draft");
    is_a_draft(&first);
    is_told(&first);
}

/// Whether the draft is JSON in its steady form, its ids are valid, and each way leads to a step.
fn is_a_draft(imported: &Imported) {
    let limits = Limits { bytes: usize::MAX, ..Limits::default() };
    assert_eq!(formatted(imported.text.as_bytes(), &limits).ok().as_ref(), Some(&imported.text), "in order");
    let draft: serde_json::Value = serde_json::from_str(&imported.text).expect("JSON");
    let steps = draft["steps"].as_object().expect("steps");
    let id = |text: &str| assert!(Id::new(text).is_some() && text != "end", "{text}");
    assert!(steps.contains_key(draft["start"].as_str().expect("a start")));
    for (name, step) in steps {
        id(name);
        assert!(!step["situation"].as_array().expect("lines").is_empty());
        let responses = step["responses"].as_object().expect("responses");
        assert!(!responses.is_empty(), "{name}");
        for (name, response) in responses {
            assert!(Id::new(name).is_some(), "{name}");
            assert_eq!(response.get("stance").is_some(), responses.len() > 1, "a passage has no stance");
            let ways = match &response["next"] {
                serde_json::Value::Array(ways) => {
                    assert!(ways.last().is_some_and(|last| last.get("when").is_none()), "the last has no `when`");
                    ways.iter().map(|way| &way["to"]).collect()
                }
                one => vec![one],
            };
            for to in ways {
                let to = to.as_str().expect("a step or the end");
                assert!(to == "end" || steps.contains_key(to), "{to}");
            }
        }
    }
}

/// Whether the report is whole: its rows in order, none too long, and the same in text and JSON.
fn is_told(imported: &Imported) {
    let report = &imported.report;
    assert!(report.rows.is_sorted_by_key(|row| (row.passage, row.line)));
    for row in &report.rows {
        assert!(row.what.len() <= LONGEST && !row.why.is_empty() && row.why.len() <= LONGEST, "{}", row.what);
        assert!(row.passage.is_none_or(|at| at < report.passages.len()) && row.times > 0);
    }
    let json: serde_json::Value = serde_json::from_str(&report.json()).expect("JSON");
    assert_eq!(json["rows"].as_array().map(Vec::len), Some(report.rows.len()));
    let sum: usize = Fate::ALL.into_iter().map(|fate| report.count(fate)).sum();
    assert_eq!(sum, report.rows.len());
    assert!(report.text().lines().count() > report.rows.len());
}
