//! The picture that is sent around: the map of a run, and its outcome in large words.

use super::Report;
use super::drawing::Shape;
use crate::pages::debrief::CURIOUS;
use crate::words::fill;
use play::Run;
use scenario::{Stance, direction};

/// The looks of the picture, which stands alone: the light ones of the game.
const LOOKS: &str = "text{font-family:system-ui,sans-serif;fill:#2a2129}.large{font:600 44px Georgia,serif}.small{font-size:24px;fill:#64585a}.sea{fill:#fffcf5;stroke:#8a7c6c}.good{fill:#e4ecd2}.grid{stroke:#dccfb6;stroke-width:.75}.need{stroke:#2a2129;stroke-width:1.25}.edge{stroke:#a1261e;stroke-width:2;stroke-dasharray:5 4}.zone{font:italic 13px Georgia,serif}.tick,.axis{font-size:12px}.axis{font-weight:600}.trail{fill:none;stroke:#2a2129;stroke-width:2.2;stroke-linejoin:round}.other{display:none}.at{stroke:#241a14;stroke-width:1.25;fill:#62b9ae}.leader .at{fill:#eeab45}.number{font-size:12px;font-weight:700;fill:#241a14}.home{fill:#faf3e3;stroke:#2a2129;stroke-width:2}.here{fill:none;stroke:#2a2129;stroke-width:1.75}.heat{fill:#8a7c6c;opacity:.35}";

/// How many characters fit a line of the picture's large words.
const LINE: usize = 24;

/// The picture of a run, perhaps beside another, as SVG.
pub(super) fn picture(report: &Report, other: Option<&Run>) -> String {
    let run = &report.run;
    let heading = lines(run.variant().map(|variant| &*variant.title).unwrap_or_default());
    let title = fill(CURIOUS.picture_title, &[("title", run.scenario().title())]);
    let hats = || run.turns().iter().filter_map(|turn| run.response(turn).stance);
    let worn = |hat: Stance| hats().filter(|worn| *worn == hat).count().to_string();
    let (leader, manager) = (worn(Stance::Leader), worn(Stance::Manager));
    let stops = hats().enumerate().map(|(at, hat)| stop(at, hat)).collect::<Vec<_>>();
    let hats = fill(CURIOUS.picture_hats, &[("leader", &leader), ("manager", &manager)]);
    let text =
        |class, y: usize, words: &str| Shape::new("text", &[("class", class), ("x", "60")]).with("y", y).words(words);
    let background = Shape::new("rect", &[("width", "1200"), ("height", "630"), ("fill", "#faf3e3")]);
    let mut inside = vec![Shape::new("style", &[]).words(LOOKS), background, text("small", 86, &title)];
    let right_to_left = direction(run.scenario().language()) == "rtl";
    inside.extend(heading.iter().enumerate().map(|(at, line)| {
        let line = text("large", 150 + 54 * at, line);
        if right_to_left { line.with("direction", "rtl").with("text-anchor", "end") } else { line }
    }));
    inside.push(text("small", 160 + 54 * heading.len(), report.verdict()));
    inside.push(text("small", 458, &hats));
    inside.extend(stops);
    let map = Shape::new("g", &[("transform", "translate(592 20)scale(1.57)")]);
    inside.push(map.holding(report.map(other).shapes()));
    let page = [("viewBox", "0 0 1200 630"), ("width", "1200"), ("height", "630")];
    let mut out = String::new();
    Shape::new("svg", &[("xmlns", "http://www.w3.org/2000/svg")].into_iter().chain(page).collect::<Vec<_>>())
        .holding(inside)
        .write(&mut out);
    out
}

/// A decision, as the sign of the hat that was worn.
fn stop(at: usize, stance: Stance) -> Shape {
    let (x, y) = (72 + at % 12 * 40, 500 + at / 12 * 40);
    match stance {
        Stance::Leader => {
            let circle = Shape::new("circle", &[("class", "at")]).with("cx", x).with("cy", y).with("r", 15);
            Shape::new("g", &[("class", "leader")]).holding([circle])
        }
        Stance::Manager => Shape::new("rect", &[("class", "at")])
            .with("x", x - 14)
            .with("y", y - 14)
            .with("width", 28)
            .with("height", 28),
    }
}

/// A text in lines that fit; at most four, and the last one says when there was more.
fn lines(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last().map_or(0, |line| line.chars().count());
        if last > 0 && last + 1 + word.chars().count() > LINE {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    if lines.len() > 4 {
        lines.truncate(4);
        lines[3].push('…');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_heading_is_broken_between_words_and_cut_with_a_sign() {
        assert_eq!(lines("The press stood still for good"), ["The press stood still", "for good"]);
        let long = lines(&"word ".repeat(40));
        assert!(long.len() == 4 && long[3].ends_with('…'), "{long:?}");
    }
}
