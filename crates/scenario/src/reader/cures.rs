//! What to do about a value of another type than its field asks for: the value as it should be written, where what stands
//! there tells it.

use super::super::json::{Node, Value};
use super::fields::shortened;

/// For an object, by one as it is written.
pub(super) fn object(example: &str) -> String {
    format!("Write it as `{example}`.")
}

/// For a text.
pub(super) fn text(value: &Value<'_>) -> String {
    match value {
        Value::Whole(number) => format!("Put it between double quotes: `\"{number}\"`."),
        Value::Bool(word) => format!("Put it between double quotes: `\"{word}\"`."),
        Value::Fraction => "Put it between double quotes.".into(),
        Value::List(items) => match items.get(0).and_then(Node::text) {
            Some(text) if items.len() == 1 => format!("Take the square brackets away: `\"{}\"`.", beginning(text)),
            _ => "There is room for one text here: `\"…\"`.".into(),
        },
        _ => "Write a text between double quotes: `\"…\"`.".into(),
    }
}

/// For a list.
pub(super) fn list(node: Node<'_>) -> String {
    match node.value() {
        Value::Text => {
            format!("Put square brackets around it: `[\"{}\"]`.", beginning(node.text().unwrap_or_default()))
        }
        Value::Object(_) => "Put square brackets around it: `[{ … }]`.".into(),
        Value::Whole(_) | Value::Bool(_) | Value::Fraction | Value::Null | Value::List(_) | Value::Faulty => {
            "Write a list: `[ … ]`.".into()
        }
    }
}

/// For a whole number.
pub(super) fn number(node: Node<'_>) -> String {
    let text = node.text().unwrap_or_default().trim().replace(['\u{2212}', '\u{2013}'], "-");
    match text.parse::<i32>() {
        Ok(number) => format!("Take the quotation marks away: `{number}`."),
        Err(_) if matches!(node.value(), Value::Fraction) => "Round it: meters and minutes have no fractions.".into(),
        Err(_) => "Write a number without quotation marks, such as `2`.".into(),
    }
}

/// For `true` or `false`.
pub(super) fn truth(node: Node<'_>) -> String {
    match node.text() {
        Some(word @ ("true" | "false")) => format!("Take the quotation marks away: `{word}`."),
        _ => "Write `true` or `false`, without quotation marks.".into(),
    }
}

/// For the number of the format.
pub(super) fn format() -> String {
    "Write `\"format\": 1`, without quotation marks around the number.".into()
}

/// For a line of a text.
pub(super) fn line(value: &Value<'_>) -> String {
    match value {
        Value::Whole(_) | Value::Bool(_) | Value::Fraction => text(value),
        Value::List(_) => "Take its square brackets away: the lines of a text stand in one list.".into(),
        _ => "Write `\"…\"`, or `{ \"who\": \"mara\", \"says\": \"…\" }`.".into(),
    }
}

/// For where a response leads.
pub(super) fn next(value: &Value<'_>) -> String {
    match value {
        Value::Object(_) => "Put square brackets around it: `[{ \"to\": … }]`.".into(),
        _ => "Write a step's id, such as `\"the-gap\"`, or `\"end\"`.".into(),
    }
}

/// The beginning of a text, as it fits into a message and stands between quotes there.
fn beginning(text: &str) -> String {
    let short = shortened(text);
    let dots = if short.len() < text.len() { "…" } else { "" };
    format!("{}{dots}", short.replace('"', "\\\""))
}
