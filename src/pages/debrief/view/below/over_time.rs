//! The meters over a run: a chart, and the same as a table.

use crate::components::{Html, el, table_head};
use crate::pages::debrief::model::{Report, Stop, shown};
use crate::pages::debrief::view::parts::{Language, hat_tag};
use crate::pages::debrief::{BELOW, WORDS};
use scenario::Stance;

/// The chart's own measures: its edges, and the size of what is plotted.
const LEFT: i32 = 26;
const TOP: i32 = 8;
const WIDE: i32 = 560;
const HIGH: i32 = 120;

/// The chart and the table.
pub(super) fn over_time(report: &Report, language: &Language) -> Html {
    let stops = report.over_time();
    el!("section", "class" = "over-time", "aria-labelledby" = "over-time")
        .with(el!("h2", "id" = "over-time").text(BELOW.over_time))
        .with(
            el!("figure")
                .put(chart(report, &stops))
                .with(el!("figcaption", "class" = "soft").text(BELOW.over_time_means)),
        )
        .with(el!("details").with(el!("summary").text(BELOW.over_time_table)).put(table(report, &stops, language)))
        .build()
}

/// From the meters' values and a stop's number to places in the chart.
struct Scale {
    low: i32,
    high: i32,
    last: i32,
}

impl Scale {
    fn of(stops: &[Stop], enough: [i32; 2]) -> Self {
        let values = stops.iter().flat_map(|stop| stop.meters).chain(enough);
        let (low, high) = values.fold((0, 1), |(low, high), value| (low.min(value), high.max(value)));
        Scale { low, high, last: stops.len() as i32 - 1 }
    }

    fn x(&self, stop: usize) -> i32 {
        LEFT + WIDE * stop as i32 / self.last.max(1)
    }

    fn y(&self, value: i32) -> i32 {
        let [value, low, high] = [value, self.low, self.high].map(i64::from);
        TOP + HIGH - ((value - low) * i64::from(HIGH) / (high - low).max(1)) as i32
    }
}

fn chart(report: &Report, stops: &[Stop]) -> Html {
    let enough = report.courses().map(|course| course.enough);
    let scale = Scale::of(stops, enough);
    let (wide, high) = (LEFT + WIDE + 8, TOP + HIGH + 10);
    let view = format!("0 0 {wide} {high}");
    let mut chart =
        el!("svg", "class" = "chart", "viewBox" = view, "role" = "img", "aria-label" = BELOW.over_time_table);
    for (hat, enough) in Stance::ALL.into_iter().zip(enough) {
        let (y, at) = (scale.y(enough), hat as usize);
        let points = stops.iter().enumerate().map(|(stop, it)| (scale.x(stop), scale.y(it.meters[at])));
        let points: Vec<(i32, i32)> = points.collect();
        let line = points.iter().map(|(x, y)| format!("{x} {y} ")).collect::<String>();
        let mut of = el!("g", "class" = hat.name());
        of.with(&mut el!("path", "class" = "need", "d" = format!("M{LEFT} {y}h{WIDE}"))).with(&mut el!(
            "polyline",
            "class" = "line",
            "points" = line
        ));
        for (x, y) in points {
            let sign = match hat {
                Stance::Leader => format!("M{} {y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0", x - 4),
                Stance::Manager => format!("M{} {}h8v8h-8z", x - 4, y - 4),
            };
            of.with(&mut el!("path", "class" = "at", "d" = sign));
        }
        chart.with(&mut of);
    }
    chart.build()
}

fn table(report: &Report, stops: &[Stop], language: &Language) -> Html {
    let [leadership, management] = WORDS.meter_names;
    let cells = |row: &mut crate::components::element::Element, stop: Option<&Stop>| {
        for value in stop.map(|stop| stop.meters).into_iter().flatten() {
            row.with(el!("td").text(value.to_string()));
        }
    };
    let mut body = el!("tbody");
    let mut start = el!("tr");
    start.with(el!("th", "scope" = "row").text(BELOW.at_start));
    cells(&mut start, stops.first());
    body.with(&mut start);
    for (row, stop) in report.decisions().iter().zip(stops.iter().skip(1)) {
        let mut line = el!("tr");
        let mut step = el!("span", "lang" = language.lang.clone(), "dir" = language.dir);
        line.with(
            el!("th", "scope" = "row")
                .beside(format!("{}. ", row.number))
                .with(step.text(shown(row.step)))
                .text(" ")
                .put(hat_tag(row.stance)),
        );
        cells(&mut line, Some(stop));
        body.with(&mut line);
    }
    let mut enough = el!("tr");
    enough.with(el!("th", "scope" = "row").text(BELOW.enough));
    for course in report.courses() {
        enough.with(el!("td").text(course.enough.to_string()));
    }
    el!("table", "class" = "table levels")
        .put(table_head(&[BELOW.decision, leadership, management], false))
        .with(body.with(&mut enough))
        .build()
}
