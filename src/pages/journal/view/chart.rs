//! The answers over time, as a chart.

use crate::album_view::en;
use crate::album_view::mirror::{Chart, percent, y};
use crate::components::element::{Html, el, list};
use crate::pages::debrief::BELOW;
use crate::pages::journal::WORDS;
use crate::words::fill;
use library::{Look, Mirror};

/// The chart of the answers, with what its signs mean.
pub(super) fn chart(mirror: &Mirror) -> Html {
    let chart = Chart(mirror);
    let told: Vec<String> = (0..3).map(|question| asked_twice(&chart, question)).collect();
    let means = told.iter().map(|told| format!("{told}. ")).collect::<String>() + WORDS.chart_means;
    let text = |x: &'static str, y: &'static str, end: bool, words: &'static str| {
        el!("text", "x" = x, "y" = y, "text-anchor" = end.then_some("end")).text(words).build()
    };
    let labelled = "years-title years-text";
    let mut drawing = el!("svg", "viewBox" = "0 0 640 214", "role" = "img", "aria-labelledby" = labelled);
    drawing
        .with(el!("title", "id" = "years-title").text(BELOW.history))
        .with(el!("desc", "id" = "years-text").text(means))
        .with(el!("g", "class" = "grid").with(&mut el!("path", "d" = "M44 16H632M44 96H632M44 176H632")))
        .put(text("38", "20", true, "10"))
        .put(text("38", "100", true, "5"))
        .put(text("38", "180", true, "0"));
    for at in 0..chart.shown() {
        drawing.maybe(bar(&chart, at));
    }
    for question in 0..3 {
        let mut line = el!("g", "class" = format!("q{question}"));
        line.with(&mut el!("polyline", "points" = chart.points(question)));
        for at in 0..chart.shown() {
            line.maybe(dot(&chart, question, at));
        }
        drawing.with(&mut line);
    }
    drawing.put(text("56", "204", false, WORDS.chart_first)).put(text("616", "204", true, WORDS.chart_now));
    let mut key = el!("ul");
    for (question, told) in told.into_iter().enumerate() {
        let class = format!("key q{question}");
        let mut picture = el!("svg", "class" = class, "viewBox" = "0 0 36 14", "aria-hidden" = "true");
        picture.with(&mut el!("polyline", "points" = "0,7 36,7")).put(sign(question, 18, 7));
        key.with(el!("li").with(&mut picture).text(" ").with(el!("span").text(told)));
    }
    let legend = el!("figcaption").with(&mut key).with(el!("p").text(WORDS.chart_legend)).build();
    list(vec![drawing.build(), legend])
}

/// The first answer that the chart shows, and the last.
fn asked_twice(chart: &Chart<'_>, question: usize) -> String {
    let answer = |look: Option<&Look>| look.map(|look| look.answers.0[question].to_string()).unwrap_or_default();
    let (first, last) = (answer(chart.charted(0)), answer(chart.0.looks.first()));
    fill(WORDS.asked_twice, &[("question", en::QUESTIONS[question]), ("first", &first), ("last", &last)])
}

/// How the runs before an answer were played.
fn bar(chart: &Chart<'_>, at: usize) -> Option<Html> {
    let look = chart.charted(at).filter(|look| look.played.runs > 0)?;
    let top = y(percent(look.played));
    let [x, y, height] = [chart.x(at) - 8, top, y(0) - top].map(|number| number.to_string());
    Some(el!("rect", "class" = "played", "x" = x, "y" = y, "width" = "16", "height" = height).build())
}

/// An answer, as the sign of its question.
fn dot(chart: &Chart<'_>, question: usize, at: usize) -> Option<Html> {
    let look = chart.charted(at)?;
    Some(sign(question, chart.x(at), y(usize::from(look.answers.0[question]) * 10)))
}

/// The sign of a question, around a place.
fn sign(question: usize, x: usize, y: usize) -> Html {
    match question {
        0 => el!("circle", "cx" = x.to_string(), "cy" = y.to_string(), "r" = "5").build(),
        1 => {
            let (x, y) = ((x - 5).to_string(), (y - 5).to_string());
            el!("rect", "x" = x, "y" = y, "width" = "10", "height" = "10").build()
        }
        _ => el!("path", "d" = format!("M{x} {}l7 12h-14Z", y - 7)).build(),
    }
}
