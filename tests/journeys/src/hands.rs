//! What a person does on a page.

use std::time::Duration;

use fantoccini::{
    Locator,
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    error::CmdError,
};
use serde_json::{Value, json};

use crate::{keys, page::Page, selectors, setting::Browser};

/// In which something that moves on the page has moved.
const A_MOMENT: Duration = Duration::from_millis(60);

/// No page has as many places for the focus.
const MOST_TABS: usize = 80;

/// A place one pixel or two within the first element of a selector (argument 0), at its `top` or its `bottom` (argument 1).
const EDGE: &str = "
    const it = document.querySelector(arguments[0]);
    if (!it) return null;
    it.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, width, top, bottom } = it.getBoundingClientRect();
    return { x: Math.round(left + width * .7), y: arguments[1] === 'top' ? Math.ceil(top) + 1 : Math.floor(bottom) - 2 };";

/// The middle of an element (argument 0), which is moved into sight where it is not.
const MIDDLE: &str = "
    const it = arguments[0];
    let place = it.getBoundingClientRect();
    const [x, y] = [place.left + place.width / 2, place.top + place.height / 2];
    // What acts in the room stands over the page's foot.
    if (place.top < 0 || place.bottom > innerHeight || !it.contains(document.elementFromPoint(x, y))) {
        it.scrollIntoView({ block: 'center', behavior: 'instant' });
        place = it.getBoundingClientRect();
    }
    return [place.left + place.width / 2, place.top + place.height / 2];";

impl Page {
    /// Clicks a response of a hat, `"leader"` or `"manager"`.
    pub async fn choose(&self, hat: &str) {
        self.click_on(&selectors::response_of(hat)).await;
    }

    /// Clicks the response with this number, counted from 1.
    pub async fn choose_number(&self, number: usize) {
        let click = async || match self.client().find_all(Locator::Css(selectors::RESPONSE)).await?.get(number - 1) {
            Some(response) => self.hits(response).await,
            None => Err(CmdError::NotW3C("there are fewer responses".into())),
        };
        self.until_done(format!("response {number} can be clicked"), click).await;
    }

    /// Clicks the button that goes on after a consequence.
    pub async fn goes_on(&self) {
        self.click_on(selectors::CONTINUE).await;
    }

    /// Clicks what bears a name: a button, a link, a tab.
    pub async fn click(&self, name: &str) {
        let click = async || self.hits(&self.named(selectors::CLICKABLE, name).await?).await;
        self.until_done(format!("{name:?} can be clicked"), click).await;
    }

    /// Clicks the first element of a selector.
    pub async fn click_on(&self, css: &str) {
        let click = async || self.hits(&self.client().find(Locator::Css(css)).await?).await;
        self.until_done(format!("{css} can be clicked"), click).await;
    }

    /// Clicks an element, wherever on the page it is.
    async fn hits(&self, element: &Element) -> Result<(), CmdError> {
        if self.setting().browser == Browser::WebKit {
            // The other drivers scroll to what is not in sight; this one says that it cannot be clicked.
            let near = "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })";
            self.try_script(near, vec![json!(element)]).await?;
        }
        let place = self.try_script(MIDDLE, vec![json!(element)]).await?;
        match (place[0].as_f64(), place[1].as_f64()) {
            (Some(x), Some(y)) => self.clicks_once((x, y), element.click()).await,
            _ => element.click().await,
        }
    }

    /// Clicks an element of a selector a pixel or two within its `"top"` or its `"bottom"`, once it has been moved into sight.
    pub async fn clicks_on_edge(&self, css: &str, edge: &str) {
        let click = async || {
            let place = self.try_script(EDGE, vec![json!(css), json!(edge)]).await?;
            let of = |name: &str| place.get(name).and_then(Value::as_f64);
            let (Some(x), Some(y)) = (of("x"), of("y")) else {
                return Err(CmdError::NotW3C("nothing is there".into()));
            };
            let mouse = MouseActions::new("mouse".into())
                .then(PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y })
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
            self.clicks_once((x, y), self.client().perform_actions(mouse)).await
        };
        self.until_done(format!("{css} can be clicked on its {edge}"), click).await;
    }

    /// Clicks the first element of a selector twice at one place, as fast as a hand does, once it has been moved into sight.
    pub async fn double_clicks(&self, css: &str) {
        let click = async || {
            let element = self.client().find(Locator::Css(css)).await?;
            let place = self.try_script(MIDDLE, vec![json!(element)]).await?;
            let (Some(x), Some(y)) = (place[0].as_f64(), place[1].as_f64()) else {
                return Err(CmdError::NotW3C("nothing is there".into()));
            };
            // Whoever aims waits until it stands still.
            tokio::time::sleep(A_MOMENT).await;
            if self.try_script(MIDDLE, vec![json!(element)]).await? != place {
                return Err(CmdError::NotW3C("it moves".into()));
            }
            let between = PointerAction::Pause { duration: Duration::from_millis(120) };
            let mouse = MouseActions::new("mouse".into())
                .then(PointerAction::MoveTo { duration: Some(Duration::ZERO), x: x.round(), y: y.round() })
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT })
                .then(between)
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
            self.clicks_once((x, y), self.client().perform_actions(mouse)).await
        };
        self.until_done(format!("{css} can be clicked twice"), click).await;
    }

    /// Holds a key until it has repeated so many times: in Chromium as its keyboard does, elsewhere by the key's events.
    pub async fn holds_key(&self, key: &str, repeats: usize) {
        self.tell(format!("{key} is held"));
        if self.setting().browser == Browser::Chromium {
            return self.repeats(key, repeats).await;
        }
        let events = "
            for (let at = 0; at <= arguments[1]; at++) {
                const of = { key: arguments[0], repeat: at > 0, bubbles: true, cancelable: true };
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', of));
            }";
        self.script(events, vec![json!(key), json!(repeats)]).await;
    }

    /// Presses keys: `"u"`, `"Escape"`, `"Shift+Tab"`.
    pub async fn press(&self, keys: &str) {
        self.tell(format!("{keys} is pressed"));
        let pressed = self.client().perform_actions(keys::strokes(keys)).await;
        pressed.unwrap_or_else(|fault| panic!("{keys} cannot be pressed: {fault}"));
    }

    /// Presses Tab until the focus is on an element of a selector, and fails when it comes to nothing on its way.
    pub async fn tabs_to(&self, css: &str) {
        for _ in 0..MOST_TABS {
            self.script("window.focusBefore = document.activeElement", vec![]).await;
            self.press("Tab").await;
            self.holds_that("the focus moves", "return document.activeElement !== window.focusBefore").await;
            self.keeps_the_focus().await;
            if self.holds(&format!(":is({css}):focus")).await {
                return;
            }
        }
        panic!("Tab does not lead to {css}");
    }

    /// Types into the field that has the focus.
    pub async fn types(&self, text: &str) {
        for mark in text.chars() {
            self.press(&mark.to_string()).await;
        }
    }
}
