//! Backdrops: a picture of the scenario's own, or one drawn from its id.

use super::element::{Html, drawing, el};
use super::portrait::hash;
use scenario::SCENES;
use std::fmt::Write;

/// The backdrop of a scenario: by its name where that is known, else by its id.
pub(crate) fn draw(name: Option<&str>, id: &str) -> Html {
    match name.filter(|name| SCENES.contains(name)) {
        // The picture takes its colours from the page, so that it is light or dark as the page is.
        Some(name) => {
            el!("svg", "class" = "scene", "aria-hidden" = "true").with(&mut el!("use", "href" = address(name))).build()
        }
        None => drawing(from_id(id)),
    }
}

/// Where a scene is: in a file of its own, or on the page of the game in one file.
fn address(name: &str) -> String {
    if cfg!(feature = "one-file") { format!("#scene-{name}") } else { format!("scenes/{name}.svg#scene") }
}

/// A sequence of lots drawn from a text (xorshift over 32 bits).
struct Lots(u32);

impl Lots {
    fn up_to(&mut self, count: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % count
    }
}

/// A sun, two ranges of hills, a row of houses with some windows lit.
fn from_id(id: &str) -> String {
    let mut lots = Lots(hash(id).max(1));
    let (x, y, r) = (150 + lots.up_to(500), 80 + lots.up_to(50), 36 + lots.up_to(20));
    let far = hills(&mut lots, 150, 50);
    let near = hills(&mut lots, 186, 40);
    let (walls, roofs, windows) = houses(&mut lots);
    format!(
        "<svg class=\"scene\" viewBox=\"0 0 800 300\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">\
        <path class=\"s1\" d=\"M0 0h800v300H0Z\"/><circle class=\"s6\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>\
        <path class=\"s3\" d=\"{far}\"/><path class=\"s7\" d=\"{near}\"/><path class=\"s4\" d=\"{walls}\"/>\
        <path class=\"s5\" d=\"{roofs}\"/><path class=\"s6\" d=\"{windows}\"/>\
        <path class=\"s5\" d=\"M0 246c200-12 560-6 800 0V300H0Z\"/></svg>"
    )
}

fn hills(lots: &mut Lots, base: u32, tall: u32) -> String {
    let mut path = format!("M0 {base}");
    let mut x = 0;
    while x < 800 {
        let (wide, up) = (120 + lots.up_to(120), 14 + lots.up_to(tall));
        let quarter = wide / 4;
        write(&mut path, format_args!("c{quarter}-{up} {}-{up} {wide} 0", wide - quarter));
        x += wide;
    }
    path + "V300H0Z"
}

fn houses(lots: &mut Lots) -> (String, String, String) {
    let (mut walls, mut roofs, mut windows) = (String::new(), String::new(), String::new());
    let mut x = 20 + lots.up_to(60);
    while x < 720 {
        let (wide, tall) = (44 + lots.up_to(48), 34 + lots.up_to(52));
        let (top, half) = (246 - tall, wide / 2);
        write(&mut walls, format_args!("M{x} {top}h{wide}V250h-{wide}Z"));
        match lots.up_to(3) {
            0 => write(&mut roofs, format_args!("M{} {top}l{}-26 {} 26Z", x - 6, half + 6, wide - half + 6)),
            1 => write(&mut roofs, format_args!("M{} {}h{}v8h-{}Z", x - 4, top - 7, wide + 8, wide + 8)),
            _ => write(&mut roofs, format_args!("M{x} {top}v-18l{half} 18v-18l{} 18Z", wide - half)),
        }
        for row in 0..tall / 22 {
            for column in 0..(wide - 12) / 17 {
                if lots.up_to(3) > 0 {
                    write(&mut windows, format_args!("M{} {}h8v11h-8Z", x + 9 + column * 17, top + 10 + row * 22));
                }
            }
        }
        x += wide + if lots.up_to(3) > 0 { 0 } else { 20 + lots.up_to(70) };
    }
    (walls, roofs, windows)
}

fn write(path: &mut String, part: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = path.write_fmt(part);
}
