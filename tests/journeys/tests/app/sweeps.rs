//! Sweeps over all pages: read in forced colours, from right to left, with large letters and in a window as small as zooming
//! makes it; and no page looks otherwise after another.

use std::collections::BTreeMap;

use journeys::Page;
use journeys::journey;
use play::Record;
use serde_json::{Value, json};

use crate::{
    kept, story,
    tour::{Look, Story, every_page},
};

/// What cannot be read of what is in the window.
const UNREADABLE: &str = include_str!("unreadable.js");
/// What has the focus without a ring that can be seen.
const RINGLESS: &str = include_str!("ringless.js");

/// What acts and cannot be reached.
const UNREACHABLE: &str = include_str!("unreachable.js");

/// What is looked at beside the texts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Nothing.
    Nothing,
    /// The rings around what has the focus, and what pictures tell by colours.
    Rings,
    /// Whether what acts can be reached, rather than colours.
    Reach,
}

/// Reads every page: all text can be seen, and the focus wherever it can be.
struct Reading {
    /// The least contrast of a text with what is painted around it.
    least: f64,
    beside: Beside,
    wrong: Vec<String>,
}

impl Reading {
    fn of(least: f64) -> Reading {
        Reading { least, beside: Beside::Nothing, wrong: Vec::new() }
    }

    /// Fails when something could not be read.
    fn ends(self) {
        assert!(self.wrong.is_empty(), "{} things cannot be read:\n{}", self.wrong.len(), self.wrong.join("\n"));
    }
}

/// Ends what moves, and shows everything from its top.
const STILL: &str = "
    document.getAnimations().forEach(it => { try { it.finish(); } catch {} });
    document.querySelectorAll('dialog, .stage').forEach(it => it.scrollTop = 0);
    scrollTo(0, 0);";

impl Look for Reading {
    async fn at(&mut self, page: &Page, name: &str) {
        let mut found = self.reads(page, name).await;
        if !found.is_empty() {
            // A browser under load may give a picture before it has painted all of it: what is so is so twice.
            found = self.reads(page, name).await;
        }
        self.wrong.extend(found.into_iter().map(|wrong| format!("{name}: {wrong}")));
    }
}

impl Reading {
    /// What is wrong on a page, from its top to its end.
    async fn reads(&self, page: &Page, name: &str) -> Vec<String> {
        page.script(STILL, vec![]).await;
        let mut found: Vec<String> = Vec::new();
        for part in 0..60 {
            let picture = page.screenshot().await.unwrap_or_default();
            if part == 0 {
                keep(name, &picture);
            }
            let pixels = if self.beside == Beside::Reach { Value::Null } else { json!(base64(&picture)) };
            let seen = page.client().execute_async(UNREADABLE, vec![pixels, json!(self.least)]).await;
            let seen = seen.unwrap_or_else(|fault| panic!("{name} cannot be looked at: {fault}"));
            found.extend(words(&seen["found"]));
            if seen["more"] != json!(true) {
                break;
            }
        }
        match self.beside {
            Beside::Nothing => {}
            Beside::Rings => found.extend(words(&page.script(RINGLESS, vec![]).await)),
            Beside::Reach => found.extend(words(&page.script(UNREACHABLE, vec![]).await)),
        }
        found.sort();
        found.dedup();
        found
    }
}

/// Keeps a picture where the environment names a folder for them.
fn keep(name: &str, picture: &[u8]) {
    if let Ok(folder) = std::env::var("TWO_HATS_PICTURES") {
        let journey = std::thread::current().name().unwrap_or_default().replace("::", "-");
        let _ = std::fs::create_dir_all(&folder);
        let _ = std::fs::write(format!("{folder}/{journey} {}.png", name.replace('/', "-")), picture);
    }
}

fn words(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}

/// Bytes as a text.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len() / 3 * 4 + 4);
    for part in bytes.chunks(3) {
        let all = part.iter().chain([&0; 3]).take(3).fold(0, |all, byte| all << 8 | usize::from(*byte));
        for at in 0..4 {
            text.push(if at <= part.len() { char::from(SIGNS[all >> (18 - 6 * at) & 63]) } else { '=' });
        }
    }
    text
}

fn in_forced_colours(ground: &'static str) {
    journey(async |page| {
        page.has_forced_colours(ground).await;
        let mut reading = Reading { beside: Beside::Rings, ..Reading::of(4.5) };
        every_page(page, &Story::shipped("first-delegation"), "text-1 system", &mut reading).await;
        reading.ends();
    });
}

#[test]
fn every_page_is_read_in_forced_colours_on_a_light_ground() {
    in_forced_colours("light");
}

#[test]
fn every_page_is_read_in_forced_colours_on_a_dark_ground() {
    in_forced_colours("dark");
}

#[test]
fn every_page_is_read_from_right_to_left() {
    journey(async |page| {
        let mut reading = Reading::of(3.0);
        every_page(page, &Story::from_right_to_left(), "text-1 light", &mut reading).await;
        reading.ends();
    });
}

/// Reads all pages in a window of so many pixels, by letters of so many where a page asks for no size, and reaches all that
/// acts.
fn in_a_window(width: u32, height: u32, letters: u32, settings: &'static str) {
    journey(async |page| {
        page.has_letters_of(letters).await;
        page.open_at_size(width, height, "/").await;
        let mut reading = Reading { beside: Beside::Reach, ..Reading::of(1.0) };
        every_page(page, &Story::shipped("first-delegation"), settings, &mut reading).await;
        reading.ends();
    });
}

#[test]
fn every_page_is_read_and_reached_with_letters_twice_as_large() {
    in_a_window(1280, 720, 32, "text-1 light");
}

/// A window of 1280 by 1024 pixels, four times enlarged.
#[test]
fn every_page_is_read_and_reached_at_four_hundred_per_cent() {
    in_a_window(320, 256, 16, "text-1 light");
}

#[test]
fn every_page_is_read_and_reached_on_a_narrow_phone_with_large_letters() {
    in_a_window(320, 740, 16, "text-3 light");
}

/// How everything on the page looks: for each element its place in the tree and what is computed of it.
const LOOKS: &str = "
    const told = ['font', 'color', 'backgroundColor', 'display', 'margin', 'padding', 'border', 'borderRadius', 'gap', 'maxWidth', 'textAlign',
        'position', 'gridTemplateColumns', 'fill', 'stroke', 'opacity', 'cursor', 'minHeight', 'listStyle', 'boxShadow', 'flexDirection'];
    const looks = {};
    for (const it of document.body.querySelectorAll('*')) {
        if (it.closest('script, style, template, link')) continue;
        const way = [];
        for (let at = it; at !== document.body; at = at.parentElement) way.unshift(`${at.localName}.${[...at.classList].join('.')}`);
        const style = getComputedStyle(it);
        const before = getComputedStyle(it, '::before').content;
        looks[way.join(' ')] = told.map(name => `${name}: ${style[name]}`).join('; ') + `; before: ${before}`;
    }
    return looks;";

#[test]
fn no_page_looks_otherwise_after_another() {
    journey(async |page| {
        page.open("/").await;
        kept::set(page, "settings", "text-1 light still").await;
        let way = story::way_to(&story::crisis(), scenario::Outcome::Balanced);
        kept::set(page, "run/crisis", &Record::of(&way).to_line()).await;
        page.reload().await;
        // Each page with what it has when all of it is there.
        let pages = [
            ("#/", "main.home .shelf li"),
            ("#/settings", "main.settings"),
            ("#/play/first-delegation", "main.play .response"),
            ("#/play/crisis", "main.outcome #self-check"),
            ("#/guide", "#album .ideas"),
            ("#/journal", "#album #self-check"),
            ("#/author", "#workbench .bench"),
            ("#/room", "#room .stories"),
            ("#/room/handout/crisis", "#room .paper"),
        ];
        let looks = async |(address, has): (&str, &str)| {
            page.script("location.hash = arguments[0]", vec![json!(address)]).await;
            page.has(has).await;
            // The focus comes to the heading of a page that was gone to.
            page.script("document.activeElement?.blur(); document.getAnimations().forEach(it => { try { it.finish(); } catch {} })", vec![])
                .await;
            let looks = page.script(LOOKS, vec![]).await;
            let looks = looks.as_object().cloned().unwrap_or_default();
            looks.into_iter().map(|(way, look)| (way, look.to_string())).collect::<BTreeMap<_, _>>()
        };
        let mut alone = BTreeMap::new();
        for (address, has) in pages {
            page.open(&format!("/{address}")).await;
            page.reload().await;
            alone.insert(address, looks((address, has)).await);
        }
        let mut wrong = Vec::new();
        for before in pages {
            page.open("/#/settings").await;
            page.reload().await;
            looks(before).await;
            for after in pages {
                if after.0 == before.0 {
                    continue;
                }
                let now = looks(after).await;
                for (way, look) in &alone[after.0] {
                    // What comes and goes, such as a notice, is not there each time.
                    let other = now.get(way).filter(|now| *now != look);
                    wrong.extend(other.map(|now| format!("{} after {}: {way}\n  {look}\n  {now}", after.0, before.0)));
                }
                looks(before).await;
            }
        }
        wrong.truncate(30);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// A4, in centimetres.
const PAPER: (f64, f64) = (21.0, 29.7);

#[test]
fn a_debrief_of_ten_decisions_is_eight_pages_of_paper() {
    journey(async |page| {
        let crisis = story::crisis();
        let way = story::longest(&crisis, 10);
        assert_eq!(way.turns().len(), 10);
        page.open("/").await;
        kept::set(page, "run/crisis", &Record::of(&way).to_line()).await;
        page.reload().await;
        page.open("/#/play/crisis").await;
        page.has("main.outcome #self-check").await;
        let paper = fantoccini::wd::PrintConfigurationBuilder::default()
            .size(fantoccini::wd::PrintSize { width: PAPER.0, height: PAPER.1 })
            .build();
        let paper = paper.unwrap_or_else(|fault| panic!("there is no such paper: {fault}"));
        let printed = page.client().print(paper).await;
        let printed = printed.unwrap_or_else(|fault| panic!("the page does not print: {fault}"));
        let path = page.writes("debrief.pdf", &printed);
        let file = lopdf::Document::load_mem(&printed);
        let file = file.unwrap_or_else(|fault| panic!("what was printed is no PDF: {fault}"));
        let pages = file.get_pages().len();
        assert!(pages <= 8, "{pages} pages: {}", path.display());
    });
}
