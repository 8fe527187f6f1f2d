//! What is wrong with a file that was opened.

use super::element::{Html, el};
use super::icon;
use crate::app::{FaultyFile, PlacedFault};
use crate::words::{ASIDE, fill};

/// The list of a file's faults, with what can be done below it.
pub(super) fn panel(file: &FaultyFile, actions: Option<Html>) -> Html {
    let template = if file.count == 1 { ASIDE.faults_one } else { ASIDE.faults_many };
    let more = file.count - file.faults.len();
    let more = (more > 0).then(|| el!("p").text(fill(ASIDE.faults_more, &[("n", &more.to_string())])).build());
    el!("section", "class" = "faults", "role" = "alert", "aria-labelledby" = "faults")
        .with(el!("h2", "id" = "faults", "tabindex" = "-1").put(icon::draw(icon::WARNING)).text(ASIDE.faults))
        .with(el!("p").text(fill(template, &[("file", &file.name), ("n", &file.count.to_string())])))
        .with(el!("ol").each(file.faults.iter().map(entry)))
        .maybe(more)
        .maybe(actions)
        .build()
}

fn entry(fault: &PlacedFault) -> Html {
    let (line, column) = (fault.line.to_string(), fault.column.to_string());
    let spoken = fill(ASIDE.fault_place, &[("line", &line), ("column", &column)]);
    el!("li")
        .with(
            el!("code", "translate" = "no")
                .with(el!("span", "aria-hidden" = "true").text(line + ":" + &column))
                .with(el!("span", "class" = "hidden").text(spoken)),
        )
        .with(el!("b").text(fault.message.clone()))
        .with(el!("span").text(fault.help.clone()))
        .build()
}
