//! A host of the game that is a journey's own, in a folder deep below its address, where the game is kept on the device.
//! It can be given another version, and be taken away.

use fantoccini::Locator;
use serde_json::json;

use crate::page::Page;

/// The game is kept whole, and this page is served from there; another site's worker keeps nothing of it.
const KEPT: &str = "return navigator.serviceWorker.controller?.scriptURL.endsWith('/a/b/c/worker.js') ?? false";

/// A host.
#[derive(Debug)]
pub struct Host<'p> {
    page: &'p Page,
    name: String,
}

impl<'p> Host<'p> {
    /// A host that no other journey knows.
    pub async fn of(page: &'p Page) -> Host<'p> {
        let name = page.client().session_id().await.ok().flatten().unwrap_or_default();
        Host { page, name }
    }

    /// Goes to an address of the game on this host, such as `/#/play/crisis`.
    pub async fn open(&self, path: &str) {
        self.page.open(&self.address(path)).await;
    }

    /// Goes to an address of the game on this host, and waits for nothing but the page itself.
    pub async fn arrive(&self, path: &str) {
        self.page.arrive(&self.address(path)).await;
    }

    /// Goes to the folder of the game on this host, by an address without the slash at its end.
    pub async fn folder_without_slash(&self, behind: &str) {
        self.page.arrive(&self.address(behind)).await;
    }

    /// Goes to an address of the game on this host in a frame of another page of it: so many pixels high, with what its
    /// sandbox allows. The page is the frame's from now on.
    pub async fn in_a_frame(&self, height: u32, allows: &str, path: &str) {
        let inside = self.address(path).replace('#', "%23");
        self.page.arrive(&format!("/~host@{}/frame.html#{height}|{allows}|{inside}", self.name)).await;
        let enter = async || {
            let frame = self.page.client().find(Locator::Css("iframe")).await?;
            frame.enter_frame().await?;
            self.page.client().find(Locator::Css("#app")).await.map(drop)
        };
        self.page.until_done("the frame has the game", enter).await;
    }

    /// Goes to an address of the game on this host, which is a folder of its own beside those that were opened before.
    pub async fn opens_beside(&self, path: &str) {
        let address = self.address(path);
        self.page.script("location.href = arguments[0]", vec![json!(address)]).await;
        let folder = address.split('#').next().unwrap_or_default();
        self.page.holds_that("it is there", &format!("return location.pathname === {folder:?}")).await;
        self.page.has("#app").await;
    }

    /// Lets a worker of the site that the game is a part of have all its pages.
    pub async fn has_a_portal(&self) {
        self.page.arrive(&format!("/~host@{}/", self.name)).await;
        let register = "
            return navigator.serviceWorker.register('portal.js').then(() => navigator.serviceWorker.ready).then(() => true)";
        self.page.finds("the site has a worker of its own", register, &json!(true)).await;
    }

    fn address(&self, path: &str) -> String {
        format!("/~host@{}/a/b/c{path}", self.name)
    }

    /// Loads the page again, as a player does. Firefox's driver would do so by force, past what is kept.
    pub async fn reload(&self) {
        self.page.script("document.documentElement.dataset.left = ''; location.reload()", vec![]).await;
        self.page.has("html:not([data-left])").await;
    }

    /// Waits until the game is kept on the device.
    pub async fn is_kept(&self) {
        self.page.holds_that("the game is kept on the device", KEPT).await;
    }

    /// Gives the host another version by its number, or takes it away (`"away"`).
    pub async fn turns(&self, to: &str) {
        let turn = format!("return fetch('/~turn@{}/{to}').then(it => it.status)", self.name);
        self.page.finds(&format!("the host turns to {to}"), &turn, &json!(200)).await;
    }
}
