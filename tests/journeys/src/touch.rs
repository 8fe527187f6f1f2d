//! A phone that is touched: its screen, and a finger on it.

use std::time::Duration;

use fantoccini::{
    Locator,
    actions::{InputSource, MOUSE_BUTTON_LEFT, PointerAction, TouchActions},
};
use serde_json::json;

use crate::{page::Page, setting::Browser};

/// What can be aimed at and is smaller than it may be (argument 0, in pixels): its text, and how large it is. What stands
/// in a line of text may be as high as the line, and a field's label is aimed at with it.
const SMALL: &str = "
    const least = arguments[0];
    const inLine = it => getComputedStyle(it).display === 'inline' && it.parentElement.textContent.trim() !== it.textContent.trim();
    const targets = [...document.querySelectorAll(arguments[1])]
        .filter(it => it.checkVisibility() && !it.closest('.hidden, .skip') && !inLine(it))
        .map(it => it.closest('label') ?? it);
    return targets
        .map(it => [it.textContent.trim().slice(0, 40), it.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < least || height < least)
        .map(([text, { width, height }]) => `${text}: ${width} by ${height}`);";

/// What can be aimed at.
const TARGETS: &str = "a[href], button, summary, input, select, textarea, [role=button], [role=tab]";

/// Notes by what the page is pointed at.
const NOTE: &str = "addEventListener('pointerdown', it => window.pointedBy = it.pointerType, true)";

impl Page {
    /// Goes to an address on a phone that shows so many pixels: in Chromium on one that is touched, elsewhere in a window
    /// of its width.
    pub async fn open_on_a_phone(&self, width: u32, height: u32, path: &str) {
        if self.setting().browser == Browser::Chromium {
            self.is_on_a_phone(width, height).await;
            self.open(path).await;
        } else {
            self.open_at_width(width, path).await;
        }
        self.script(NOTE, vec![]).await;
    }

    /// Touches the first element of a selector with a finger, once it has been moved into sight.
    pub async fn taps(&self, css: &str) {
        let tap = async || {
            let target = self.client().find(Locator::Css(css)).await?;
            let near = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
            self.try_script(near, vec![json!(target)]).await?;
            let onto = PointerAction::MoveToElement { element: target, duration: Some(Duration::ZERO), x: 0.0, y: 0.0 };
            let finger = TouchActions::new("finger".into())
                .then(onto)
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
            self.client().perform_actions(finger).await
        };
        self.until_done(format!("{css} can be touched"), tap).await;
        self.holds_that("it was touched", "return window.pointedBy === 'touch'").await;
    }

    /// Fails when something that can be aimed at is smaller than this many pixels.
    pub async fn aims_at_no_less_than(&self, pixels: u32, css: Option<&str>) {
        let small = self.smaller_than(pixels, css).await;
        assert!(small.is_empty(), "smaller than {pixels} pixels: {small:#?}");
    }

    /// What can be aimed at and is smaller than this many pixels, each in words.
    pub async fn smaller_than(&self, pixels: u32, css: Option<&str>) -> Vec<String> {
        let small = self.script(SMALL, vec![json!(pixels), json!(css.unwrap_or(TARGETS))]).await;
        small.as_array().into_iter().flatten().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
    }
}
