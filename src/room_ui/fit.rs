//! Fits what the stage shows to its window: as large as all of it fits, or else block by block on several pages. In a window
//! that is too small for pages it scrolls as any page does.

use crate::platform::page::find;
use crate::room::fit::{Division, LEAST, largest};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The least stage that is fitted, in pixels; the console's drawer leaves 800 of a window of 1280.
const FITTED: (i32, i32) = (640, 440);

/// What a slide is made of: all within these but the headings, which stay on each page. The style hides those that are
/// empty.
const BLOCKS: &str = ".stage :is(.slide:not(.welcome), .story, .habits, .rows, .cards, .notes, .names, .shares, .two, .two > div, .way > div, .last) > \
     :not(h1, :has(h1), .story, .habits, .rows, .cards, .notes, .names, .shares, .two, .two > div, .last, .big-map, .held)";

/// What marks a stage whose slide takes several pages.
const PAGED: &str = "data-paged";

/// How much larger than the least size the letters are, for the style.
const GROW: &str = "--grow";

/// How much of a page may be free before the next one, in hundredths, for letters to be larger than the least: a third and
/// more would look empty.
const MOST_FREE: i32 = 27;

/// Whether a stage is large enough for pages.
fn is_fitted(stage: &HtmlElement) -> bool {
    stage.client_width() >= FITTED.0 && stage.client_height() >= FITTED.1
}

/// How the slide that is shown was fitted.
#[derive(Default)]
pub(super) struct Fit {
    /// What that depends on: the slide's words, and the window's size, which no fitting changes.
    key: Option<String>,
    /// How high the stage's content was then, in pixels.
    height: i32,
    /// The blocks of a slide that takes several pages, each with its page, from 0.
    blocks: Vec<(Element, u32)>,
    page: u32,
}

impl Fit {
    /// Fits the slide where it, or its window, is another one; which page is shown then, from 1, and of how many.
    pub(super) fn renew(&mut self) -> Option<(u32, u32)> {
        let found = found();
        let key = found.as_ref().map(|(stage, slide)| {
            let text = slide.text_content().unwrap_or_default();
            format!("{} {} {} {text}", slide.class_name(), stage.offset_width(), stage.offset_height())
        });
        // What stands above the slide, such as a clock that starts, may have taken room from it since.
        let has_outgrown = found.as_ref().is_some_and(|(stage, _)| {
            let height = stage.scroll_height();
            self.blocks.is_empty() && is_fitted(stage) && height > stage.client_height() && height != self.height
        });
        if key == self.key && !has_outgrown {
            return None;
        }
        self.key = key;
        // An element of the slide before may stand for something else now.
        self.blocks.drain(..).for_each(|(block, _)| hide(&block, false));
        let (stage, slide) = found?;
        // Fails for no name that is written here.
        let _ = stage.remove_attribute(PAGED);
        self.page = 0;
        // A scroll bar of letters that were too large would take its width from those that are tried next.
        let _ = stage.style().set_property("overflow", "hidden");
        if is_fitted(&stage) {
            let fits = |size: u32| {
                grow(&stage, size);
                stage.scroll_height() <= stage.client_height() && slide.scroll_width() <= slide.client_width()
            };
            match largest(&mut { fits }) {
                Some(size) => grow(&stage, size),
                None => self.divide(&stage, &slide),
            }
        } else {
            grow(&stage, LEAST);
        }
        let _ = stage.style().remove_property("overflow");
        self.height = stage.scroll_height();
        Some((1, self.count()))
    }

    /// Divides the slide into as few pages as it takes, with letters as large as fit so many, and shows the first.
    fn divide(&mut self, stage: &HtmlElement, slide: &Element) {
        // The style keeps room for the page's number.
        let _ = stage.set_attribute(PAGED, "");
        let Ok(found) = stage.query_selector_all(BLOCKS) else { return };
        let blocks = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
        let blocks: Vec<Element> = blocks.collect();
        let mut division = divided(stage, &blocks, LEAST);
        let count = division.count();
        let size = largest(&mut |size| {
            size == LEAST || {
                let found = divided(stage, &blocks, size);
                let fits = found.is_whole
                    && found.count() <= count
                    && found.free <= MOST_FREE
                    && slide.scroll_width() <= slide.client_width();
                if fits {
                    division = found;
                }
                fits
            }
        });
        if count > 1 {
            grow(stage, size.unwrap_or(LEAST));
            self.blocks = blocks.into_iter().zip(division.pages).collect();
            self.show();
        } else {
            grow(stage, LEAST);
            let _ = stage.remove_attribute(PAGED);
        }
    }

    fn count(&self) -> u32 {
        self.blocks.iter().map(|(_, page)| page + 1).max().unwrap_or(1)
    }

    fn show(&self) {
        self.blocks.iter().for_each(|(block, page)| hide(block, *page != self.page));
    }

    /// Shows the next page, or the one before; which one is shown then, from 1, and of how many. Where there is one alone it
    /// is scrolled by most of what is seen of it.
    pub(super) fn turn(&mut self, on: bool) -> (u32, u32) {
        let count = self.count();
        if count > 1 {
            self.page = if on { (self.page + 1).min(count - 1) } else { self.page.saturating_sub(1) };
            self.show();
        } else if let Some((stage, _)) = found() {
            let by = stage.client_height() * 4 / 5;
            stage.set_scroll_top(stage.scroll_top() + if on { by } else { -by });
        }
        (self.page + 1, count)
    }
}

fn found() -> Option<(HtmlElement, Element)> {
    Some((find(".stage")?.dyn_into().ok()?, find(".stage > .slide")?))
}

/// How blocks are divided at a size of letters. All are on one page where headings alone take most of the stage, for pages
/// help nobody there.
fn divided(stage: &HtmlElement, blocks: &[Element], size: u32) -> Division {
    grow(stage, size);
    let edges = |block: &Element| {
        let edges = block.get_bounding_client_rect();
        (edges.top().floor() as i32, edges.bottom().ceil() as i32)
    };
    let edges: Vec<(i32, i32)> = blocks.iter().map(edges).collect();
    let (mut top, mut bottom) = (i32::MAX, i32::MIN);
    edges.iter().for_each(|(upper, lower)| (top, bottom) = (top.min(*upper), bottom.max(*lower)));
    let room = bottom.saturating_sub(top) - (stage.scroll_height() - stage.client_height());
    if room > stage.client_height() / 4 { Division::of(&edges, room) } else { Division::default() }
}

/// Sets how large the letters are, in hundredths of the least size.
fn grow(stage: &HtmlElement, size: u32) {
    // Fails for no value that is a number.
    let _ = stage.style().set_property(GROW, &format!("{}.{:02}", size / 100, size % 100));
}

fn hide(block: &Element, hidden: bool) {
    // Fails for no name that is written here.
    let _ = if hidden { block.set_attribute("hidden", "") } else { block.remove_attribute("hidden") };
}
