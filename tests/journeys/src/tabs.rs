//! Tabs and windows: more than one of them, and of a certain size.

use fantoccini::wd::WindowHandle;
use serde_json::json;

use crate::{page::Page, setting::Browser};

const HEIGHT: u32 = 800;
/// Firefox and WebKit keep windows with a toolbar wider than a phone.
const NARROW: u32 = 500;
/// Where no screen is: a window of WebKit's that is there lies over no other.
const ASIDE: u32 = 4000;

impl Page {
    /// Opens an address in a new tab and goes there; the tab left behind is given back.
    pub async fn open_in_new_tab(&self, path: &str) -> WindowHandle {
        let here = self.tab().await;
        let tab = self
            .client()
            .new_window(self.has_tabs())
            .await
            .unwrap_or_else(|fault| panic!("no tab can be opened: {fault}"));
        self.go_to_tab(tab.handle).await;
        self.open(path).await;
        here
    }

    /// The tab that is shown.
    pub async fn tab(&self) -> WindowHandle {
        self.client().window().await.unwrap_or_else(|fault| panic!("there is no tab: {fault}"))
    }

    /// Goes to another tab.
    pub async fn go_to_tab(&self, tab: WindowHandle) {
        self.is_moved_to(ASIDE).await;
        self.takes(tab).await;
    }

    /// Closes the tab that is shown, and goes to another.
    pub async fn closes_for_tab(&self, tab: WindowHandle) {
        self.client().close_window().await.unwrap_or_else(|fault| panic!("the tab does not close: {fault}"));
        self.takes(tab).await;
    }

    async fn takes(&self, tab: WindowHandle) {
        self.client().switch_to_window(tab).await.unwrap_or_else(|fault| panic!("there is no such tab: {fault}"));
        self.is_moved_to(0).await;
    }

    /// Whether tabs can be gone to. WebKit's driver speaks to one that stays hidden, so that there each tab is a window.
    fn has_tabs(&self) -> bool {
        self.setting().browser != Browser::WebKit
    }

    /// Moves the window, where tabs are windows: nothing else raises the one that is gone to, and gives it the focus.
    async fn is_moved_to(&self, x: u32) {
        if !self.has_tabs() {
            let moved = self.client().set_window_position(x, 0).await;
            moved.unwrap_or_else(|fault| panic!("the window cannot be moved: {fault}"));
        }
    }

    /// Goes to an address in a window that shows this many pixels across, as a phone does or a projector.
    pub async fn open_at_width(&self, width: u32, path: &str) {
        match self.setting().browser {
            Browser::Firefox | Browser::WebKit if width < NARROW => self.pop_up(width).await,
            _ => self.size(width).await,
        }
        self.open(path).await;
        let is_wide = format!("return innerWidth === {width}");
        self.holds_that(&format!("the window is {width} pixels wide"), &is_wide).await;
    }

    /// Makes the window's page so many pixels wide and, in Chromium, whose windows take any size, so high, and goes to an
    /// address.
    pub async fn open_at_size(&self, width: u32, height: u32, path: &str) {
        if self.setting().browser != Browser::Chromium {
            return self.open_at_width(width, path).await;
        }
        self.is_so_large(width, height).await;
        self.open(path).await;
        let is_so = format!("return innerWidth === {width} && innerHeight === {height}");
        self.holds_that(&format!("the page is {width} by {height} pixels"), &is_so).await;
    }

    async fn size(&self, width: u32) {
        let sized = self.client().set_window_size(width, HEIGHT).await;
        sized.unwrap_or_else(|fault| panic!("the window cannot be {width} pixels wide: {fault}"));
    }

    /// Only a window without a toolbar may be narrow there, and only a page opens one.
    async fn pop_up(&self, width: u32) {
        let client = self.client();
        let before = client.windows().await.unwrap_or_default();
        let features = format!("popup,width={width},height={HEIGHT}");
        self.script("window.open('about:blank', '_blank', arguments[0])", vec![json!(features)]).await;
        let opened = async || {
            let windows = client.windows().await.map_err(|fault| fault.to_string())?;
            windows.into_iter().find(|window| !before.contains(window)).ok_or_else(|| "there is none".to_owned())
        };
        let window = self.until_done("a new window is there", opened).await;
        self.go_to_tab(window).await;
    }
}
