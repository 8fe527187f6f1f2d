//! How quick the machine is.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// Slows Chromium's pages down so many times, as a phone is.
    pub async fn slows_down(&self, times: f64) {
        let asked = self.client().issue_cmd(DevTools("Emulation.setCPUThrottlingRate", json!({ "rate": times }))).await;
        asked.unwrap_or_else(|fault| panic!("Chromium cannot be slowed down: {fault}"));
    }
}

/// A command of Chromium's developer tools, by way of chromedriver.
#[derive(Debug)]
struct DevTools(&'static str, Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}
