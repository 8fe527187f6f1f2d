//! A record as it leaves the device: what stands, and nothing that was only on the way there.
//!
//! It is made from the record's own lines, because whoever hands records on need not have their scenarios. What it comes
//! to is the same session; of the self-rating it holds what the stage shows, the means of five or more, and no hands.

use super::Head;
use super::record::{head_line, mark, means_now};
use std::collections::BTreeSet;

/// The acts of which a later one takes the place of one right before it.
const REPLACED: [&str; 7] = ["people", "length", "decides", "debrief", "hats", "pick", "votes"];

/// The acts that lead nowhere else, so that a team that came and went between them was never needed.
const STILL: [&str; 11] =
    ["team", "drop-team", "label", "people", "length", "decides", "debrief", "hats", "blank", "extend", "rate"];

/// A line: when, what, and whether it is handed on.
struct Line<'r> {
    parts: Vec<&'r str>,
    stays: bool,
}

impl Line<'_> {
    fn act(&self) -> &str {
        self.parts.get(1).copied().unwrap_or_default()
    }

    /// The number that an act ends with.
    fn number(&self) -> Option<usize> {
        self.parts.last()?.parse().ok()
    }
}

/// What leaves the device of a record: no rating of fewer than five, no name that was replaced or taken out, no note that
/// was struck out, nothing that was undone. `None` where it is no record that is known here.
pub fn handed_on(record: &str) -> Option<String> {
    let head = Head::of(record).ok()?;
    // What ends without a line's end was cut within its last line.
    let whole = record[..record.rfind('\n')?].lines().skip(2);
    let done = whole.filter(|line| !line.starts_with('~'));
    let mut lines: Vec<Line<'_>> = done.map(|line| Line { parts: line.split('\t').collect(), stays: true }).collect();
    leave_ratings_out(&mut lines);
    leave_names_out(&mut lines);
    leave_notes_out(&mut lines);
    let stand_ins = leave_teams_out(&mut lines);
    lines.retain(|line| line.stays);
    leave_replaced_out(&mut lines);
    lines.retain(|line| line.stays);
    for (line, name) in lines.iter_mut().filter(|line| line.act() == "team").zip(&stand_ins) {
        if let (Some(name), Some(place)) = (name, line.parts.get_mut(2)) {
            *place = name;
        }
    }
    let means = means_now(record).unwrap_or(head.means);
    let head = Head { revision: lines.len() as u64, means, ..head };
    let mark = mark(lines.iter().map(Line::act));
    let mut out = format!("{mark}\n{}\n", head_line(&head, None));
    for line in lines {
        out.push_str(&line.parts.join("\t"));
        out.push('\n');
    }
    Some(out)
}

fn leave_ratings_out(lines: &mut [Line<'_>]) {
    lines.iter_mut().filter(|line| line.act() == "rate").for_each(|line| line.stays = false);
}

/// Of the names of a session the last stays.
fn leave_names_out(lines: &mut [Line<'_>]) {
    let names = lines.iter_mut().rev().filter(|line| line.act() == "label");
    names.skip(1).for_each(|line| line.stays = false);
}

/// A note that was struck out goes, with what struck it out.
fn leave_notes_out(lines: &mut [Line<'_>]) {
    let mut notes: Vec<(String, usize)> = Vec::new();
    for at in 0..lines.len() {
        let kind = lines[at].parts.get(2).map(|kind| (*kind).to_owned()).unwrap_or_default();
        match lines[at].act() {
            "write" => notes.push((kind, at)),
            "strike" => {
                let place = lines[at].number().unwrap_or(usize::MAX);
                let of_kind = notes.iter().enumerate().filter(|(_, note)| note.0 == kind);
                let struck = of_kind.map(|(place, _)| place).nth(place);
                if let Some((_, written)) = struck.map(|struck| notes.remove(struck)) {
                    (lines[at].stays, lines[written].stays) = (false, false);
                }
            }
            _ => {}
        }
    }
}

/// A team that was taken out goes, where nothing was done with it in between. Else its report stays, because what was done
/// then depends on it, without its name. The names that stand in for those of the teams that stay, in their order.
fn leave_teams_out(lines: &mut [Line<'_>]) -> Vec<Option<String>> {
    let mut here: Vec<usize> = Vec::new();
    let mut nameless = BTreeSet::new();
    let (mut led_on, mut looked_at) = (0, false);
    for at in 0..lines.len() {
        match lines[at].act() {
            "team" => here.push(at),
            "drop-team" => {
                let place = lines[at].number().filter(|place| *place < here.len());
                let Some(reported) = place.map(|place| here.remove(place)) else { continue };
                if reported >= led_on && !looked_at {
                    (lines[at].stays, lines[reported].stays) = (false, false);
                } else {
                    nameless.insert(reported);
                }
            }
            act if STILL.contains(&act) => {}
            act => {
                looked_at |= act == "focus";
                led_on = at;
            }
        }
    }
    // A team without a name has one of these already in a record that was handed on before.
    let named = |(at, line): &(usize, &Line<'_>)| line.act() == "team" && line.stays && !nameless.contains(at);
    let names: Vec<String> = lines
        .iter()
        .enumerate()
        .filter(named)
        .filter_map(|(_, line)| line.parts.get(2))
        .map(|it| (*it).to_owned())
        .collect();
    let mut free = (1..).map(|number: usize| format!("({number})")).filter(|name| !names.contains(name));
    let teams = lines.iter().enumerate().filter(|(_, line)| line.act() == "team" && line.stays);
    teams.map(|(at, _)| nameless.contains(&at).then(|| free.next()).flatten()).collect()
}

/// What was counted or chosen anew right away stays as it was left.
fn leave_replaced_out(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let (before, now) = (&lines[at - 1], &lines[at]);
        let same_response = now.act() != "votes" || before.parts.get(2) == now.parts.get(2);
        if REPLACED.contains(&now.act()) && before.act() == now.act() && same_response {
            lines[at - 1].stays = false;
        }
    }
}
