//! Where the server, the drivers and the browser are: what `cargo xtask test` says in the environment.
//!
//! | variable | what it says |
//! | --- | --- |
//! | `TWO_HATS_ADDRESS` | the app's address, without a slash at its end |
//! | `TWO_HATS_BROWSER` | `chromium`, `firefox` or `webkit` |
//! | `TWO_HATS_BROWSER_PROGRAM` | the browser's program; without it the driver looks in the usual places |
//! | `TWO_HATS_DRIVERS` | one WebDriver address for each browser that may run at once, with commas between them |
//! | `TWO_HATS_AXE` | the file `axe.min.js` |
//! | `TWO_HATS_SHOTS` | the folder for the screenshots of failed journeys |
//! | `TWO_HATS_HANDED_ON` | the folder of the files that are handed on |
//! | `TWO_HATS_TOOL` | the authors' tool |
//! | `TWO_HATS_APP` | the folder of the built app |

use std::{
    env,
    path::PathBuf,
    sync::{Condvar, LazyLock, Mutex, PoisonError},
};

/// The browsers that journeys are made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKit, by its own driver.
    WebKit,
}

/// Everything that the environment says.
#[derive(Debug)]
pub struct Setting {
    /// The app's address.
    pub address: String,
    /// The browser.
    pub browser: Browser,
    /// The browser's program, where it is known.
    pub program: Option<String>,
    /// The script that finds barriers.
    pub axe: PathBuf,
    /// Where screenshots go.
    pub shots: PathBuf,
    /// Where the files are that are handed on.
    pub handed_on: PathBuf,
    /// The authors' tool.
    pub tool: PathBuf,
    /// The folder of the built app.
    pub app: PathBuf,
    free_drivers: Mutex<Vec<String>>,
    freed: Condvar,
}

/// The setting of this run; without one there is no journey to be made.
pub fn setting() -> &'static Setting {
    static SETTING: LazyLock<Option<Setting>> = LazyLock::new(read);
    SETTING.as_ref().unwrap_or_else(|| panic!("run these by `cargo xtask test`"))
}

fn read() -> Option<Setting> {
    let said = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    Some(Setting {
        address: said("TWO_HATS_ADDRESS")?,
        browser: match said("TWO_HATS_BROWSER")?.as_str() {
            "chromium" => Browser::Chromium,
            "firefox" => Browser::Firefox,
            "webkit" => Browser::WebKit,
            _ => return None,
        },
        program: said("TWO_HATS_BROWSER_PROGRAM"),
        axe: said("TWO_HATS_AXE")?.into(),
        shots: said("TWO_HATS_SHOTS")?.into(),
        handed_on: said("TWO_HATS_HANDED_ON")?.into(),
        tool: said("TWO_HATS_TOOL")?.into(),
        app: said("TWO_HATS_APP")?.into(),
        free_drivers: Mutex::new(said("TWO_HATS_DRIVERS")?.split(',').map(str::to_owned).collect()),
        freed: Condvar::new(),
    })
}

/// A driver for one session at a time; it goes back to the others when this is dropped.
#[derive(Debug)]
pub struct Seat {
    /// The driver's address.
    pub driver: String,
    setting: &'static Setting,
}

impl Setting {
    /// Waits for a free driver.
    pub fn seat(&'static self) -> Seat {
        let free = self.free_drivers.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self.freed.wait_while(free, |free| free.is_empty()).unwrap_or_else(PoisonError::into_inner);
        let driver = free.pop().unwrap_or_default();
        Seat { driver, setting: self }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut free = self.setting.free_drivers.lock().unwrap_or_else(PoisonError::into_inner);
        free.push(std::mem::take(&mut self.driver));
        self.setting.freed.notify_one();
    }
}
