//! A host of the game that is a journey's own, in a folder deep below its address, where the game is kept on the device.
//! It can be given another version, and be taken away.

use serde_json::json;

use crate::page::Page;

/// The game is kept whole, and this page is served from there.
const KEPT: &str = "return navigator.serviceWorker.controller !== null";

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
