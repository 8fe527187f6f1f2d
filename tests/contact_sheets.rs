//! The sheets of faces and places in the guide for authors: made of what the game shows, and none of it missing.

use scenario::{FACES, Mood, SCENES};
use std::fmt::Write;
use std::fs;

/// A text of the checkout.
fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|_| panic!("{path} is missing"))
}

/// What a symbol of a drawing holds.
fn symbol(drawing: &str, id: &str) -> String {
    let from = drawing.find(&format!("<symbol id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
    let rest = &drawing[from..];
    let inner = rest.split_once('>').and_then(|(_, rest)| rest.split_once("</symbol>"));
    inner.expect("a whole symbol").0.trim().to_owned()
}

/// Paper of its own, so that the ids can be read on any page and in print.
const PAPER: &str = "<style>text{font:600 15px system-ui,sans-serif;fill:#2b2326;text-anchor:middle}</style>\n\
                     <path fill=\"#fffaf0\" d=\"M0 0h9999v9999H0Z\"/>\n";

fn sheet(width: usize, height: usize, title: &str, body: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
         <title>{title}</title>\n{PAPER}{body}</svg>\n"
    )
}

/// All faces, seven in a row, and one of them in every mood.
fn faces() -> String {
    const ROW: usize = 7;
    const WIDE: usize = 128;
    const HIGH: usize = 136;
    let mut body = String::from("<clipPath id=\"round\"><circle cx=\"32\" cy=\"32\" r=\"32\"/></clipPath>\n");
    let mut put = |at: usize, face: &str, mood: Mood, words: &str| {
        let picture = symbol(&file(&format!("art/faces/{face}.svg")), mood.name());
        let (x, y) = (at % ROW * WIDE + 16, at / ROW * HIGH + 12);
        write!(
            body,
            "<g transform=\"translate({x} {y})\"><g transform=\"scale(1.5)\" clip-path=\"url(#round)\">{picture}</g>\
             <text x=\"48\" y=\"114\">{words}</text></g>\n"
        )
        .expect("a string takes all");
    };
    for (at, face) in FACES.into_iter().enumerate() {
        put(at, face, Mood::Calm, face);
    }
    let below = FACES.len().next_multiple_of(ROW);
    for (at, mood) in Mood::ALL.into_iter().enumerate() {
        put(below + at, "olive", mood, &format!("olive, {}", mood.name()));
    }
    sheet(ROW * WIDE, (below / ROW + 1) * HIGH, "The faces by their ids", &body)
}

/// All places, by day and in the dark.
fn places() -> String {
    const WIDE: usize = 400;
    const HIGH: usize = 150;
    let style = file("src/ui/style.css");
    let colours = |dark: bool| {
        let colours = (1..=7).map(|at| {
            let rest = style.split_once(&format!("--s{at}: light-dark(")).expect("a colour").1;
            let (light, rest) = rest.split_once(", ").expect("two colours");
            let colour = if dark { rest.split_once(')').expect("an end").0 } else { light };
            format!("--s{at}:{colour};")
        });
        colours.collect::<String>()
    };
    let mut body = format!("<style>.light{{{}}}.dark{{{}}}</style>\n", colours(false), colours(true));
    for (at, place) in SCENES.into_iter().enumerate() {
        let picture = symbol(&file(&format!("art/scenes/{place}.svg")), "scene");
        let y = at * (HIGH + 44) + 14;
        write!(
            body,
            "<symbol id=\"{place}\" viewBox=\"0 0 800 300\">{picture}</symbol>\n<g transform=\"translate(0 {y})\">"
        )
        .expect("a string takes all");
        for (class, x) in [("light", 14), ("dark", WIDE + 28)] {
            write!(body, "<use href=\"#{place}\" class=\"{class}\" x=\"{x}\" width=\"{WIDE}\" height=\"{HIGH}\"/>")
                .expect("a string takes all");
        }
        writeln!(body, "<text x=\"{}\" y=\"{}\">{place}</text></g>", WIDE + 21, HIGH + 20).expect("a string takes all");
    }
    sheet(2 * WIDE + 42, SCENES.len() * (HIGH + 44) + 14, "The places by their ids, in light and dark", &body)
}

#[test]
fn the_guide_shows_every_face_and_every_place_as_the_game_does() {
    let guide = file("scenarios/README.md");
    for (name, sheet) in [("faces", faces()), ("places", places())] {
        let path = format!("docs/{name}.svg");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(format!("{}/{path}", env!("CARGO_MANIFEST_DIR")), &sheet).expect("it can be written");
        }
        assert!(file(&path) == sheet, "{path} is stale: UPDATE=1 cargo test --test contact_sheets");
        assert!(guide.contains(&format!("](../{path})")), "the guide for authors does not show {path}");
    }
}
