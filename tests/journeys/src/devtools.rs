//! What only Chromium's developer tools do: by way of chromedriver, a page is held on a slow machine or on a phone.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// Slows Chromium's pages down so many times, as a phone is.
    pub async fn slows_down(&self, times: f64) {
        self.asks_chromium("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Gives Chromium's pages the network that Lighthouse calls slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
    pub async fn has_a_slow_network(&self) {
        let (down, up) = (1.6 * 1024.0 * 1024.0 / 8.0, 750.0 * 1024.0 / 8.0);
        let network = json!({ "offline": false, "latency": 150, "downloadThroughput": down, "uploadThroughput": up });
        self.asks_chromium("Network.enable", json!({})).await;
        self.asks_chromium("Network.emulateNetworkConditions", network).await;
    }

    /// Runs a script in each of Chromium's pages before anything of its own.
    pub async fn begins_each_page_with(&self, script: &str) {
        self.asks_chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Holds a key on Chromium's keyboard until it has repeated so many times.
    pub(crate) async fn repeats(&self, key: &str, repeats: usize) {
        let (code, number) = match key {
            "Enter" => ("Enter".to_owned(), 13),
            "Right" | "ArrowRight" => ("ArrowRight".to_owned(), 39),
            _ => (format!("Key{}", key.to_uppercase()), key.to_uppercase().bytes().next().unwrap_or_default().into()),
        };
        let text = match key {
            "Enter" => "\r",
            "Right" | "ArrowRight" => "",
            _ => key,
        };
        let key = if key == "Right" { "ArrowRight" } else { key };
        let stroke = |kind: &str, again: bool| {
            json!({
                "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "text": text, "autoRepeat": again,
            })
        };
        for at in 0..=repeats {
            self.asks_chromium("Input.dispatchKeyEvent", stroke("keyDown", at > 0)).await;
        }
        let up = json!({ "type": "keyUp", "key": key, "code": code, "windowsVirtualKeyCode": number });
        self.asks_chromium("Input.dispatchKeyEvent", up).await;
    }

    /// Makes Chromium's pages so many pixels wide and high.
    pub(crate) async fn is_so_large(&self, width: u32, height: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.asks_chromium("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Makes Chromium's pages those of a phone that shows so many pixels and is touched.
    pub(crate) async fn is_on_a_phone(&self, width: u32, height: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.asks_chromium("Emulation.setDeviceMetricsOverride", screen).await;
        self.asks_chromium("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 })).await;
    }

    /// Gives Chromium's letters so many pixels where a page asks for no size, as a person sets them in the browser.
    pub async fn has_letters_of(&self, pixels: u32) {
        let sizes = json!({ "standard": pixels, "fixed": pixels * 13 / 16 });
        self.asks_chromium("Page.setFontSizes", json!({ "fontSizes": sizes })).await;
    }

    /// Shows Chromium's pages in the few colours that somebody has chosen for all programs, on a light or on a dark ground.
    pub async fn has_forced_colours(&self, ground: &str) {
        let features = json!([
            { "name": "forced-colors", "value": "active" },
            { "name": "prefers-color-scheme", "value": ground },
        ]);
        self.asks_chromium("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    async fn asks_chromium(&self, command: &'static str, of: Value) {
        let asked = self.client().issue_cmd(DevTools(command, of)).await;
        asked.unwrap_or_else(|fault| panic!("Chromium does not do {command}: {fault}"));
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
