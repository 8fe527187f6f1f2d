//! Files that are given to a page.

use std::{fs, path::PathBuf, thread};

use fantoccini::Locator;
use serde_json::json;

use crate::page::Page;

/// Drops a file (arguments: its name, its text) in the middle of the page, as a person does with a mouse.
const DROP: &str = "
    const carried = new DataTransfer();
    carried.items.add(new File([arguments[1]], arguments[0], { type: 'application/json' }));
    const below = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const name of ['dragenter', 'dragover', 'drop']) {
        below.dispatchEvent(new DragEvent(name, { dataTransfer: carried, bubbles: true, cancelable: true }));
    }";

impl Page {
    /// A file that the build hands on.
    pub fn handed_on(&self, name: &str) -> PathBuf {
        self.setting().handed_on.join(name)
    }

    /// Picks a file of this name with these bytes, in the field for files.
    pub async fn picks_file(&self, name: &str, bytes: &[u8]) {
        let path = self.writes(name, bytes);
        let path = path.to_str().unwrap_or_else(|| panic!("{} is no text", path.display()));
        let pick = async || {
            let field = self.client().find(Locator::Css("input[type=file]")).await?;
            field.send_keys(path).await
        };
        self.until_done(format!("{name} can be picked"), pick).await;
    }

    /// Drops a file of this name with this text on the page.
    pub async fn drops_file(&self, name: &str, text: &str) {
        self.has("main").await;
        self.tell(format!("{name} is dropped"));
        self.script(DROP, vec![json!(name), json!(text)]).await;
    }

    /// Writes a file beside the screenshots, in a folder of this journey's own.
    pub fn writes(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let journey = thread::current().name().unwrap_or("journey").replace("::", "-");
        let browser = format!("{:?}", self.setting().browser).to_lowercase();
        let path = self.setting().shots.join("files").join(browser).join(journey).join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, bytes));
        written.unwrap_or_else(|fault| panic!("{} cannot be written: {fault}", path.display()));
        path
    }
}
