//! A page in a browser: going there, asking it, waiting for it. What a person does is in `hands`, what they see in `eyes`.

use std::{cell::RefCell, fmt::Display, path::Path, time::Duration};

use fantoccini::{Client, Locator, elements::Element, error::CmdError};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::{session::INSECURE, setting::Setting};

/// How long a sentence may take to come true; far more than any machine needs, for it only ends what hangs.
pub const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(40);
/// How many of a journey's sentences are shown when it fails: enough to see where it was.
const SHOWN: usize = 12;

/// The elements of `selector` (argument 0) that can be seen and bear a name (argument 1), the exact ones first.
const NAMED: &str = r"
    const plain = text => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
    const wanted = plain(arguments[1]);
    const name = it => {
        const by = it.getAttribute('aria-labelledby')?.split(/\s+/).map(id => document.getElementById(id)?.textContent).join(' ');
        return plain(it.getAttribute('aria-label') ?? by ?? (it.innerText?.trim() || it.value || it.title));
    };
    const seen = [...document.querySelectorAll(arguments[0])].filter(it => it.checkVisibility() && name(it).includes(wanted));
    return seen.find(it => name(it) === wanted) ?? seen[0] ?? null;";

/// The text that can be seen on the page, on one line.
const TEXT: &str = "return (document.body?.innerText ?? '')";

/// A page in a browser session.
#[derive(Debug)]
pub struct Page {
    client: Client,
    setting: &'static Setting,
    /// Where the game is; a file has no addresses below it.
    place: RefCell<String>,
    /// When and where something was clicked a moment ago, in whichever tab.
    clicked: RefCell<Vec<(Instant, f64, f64)>>,
    /// The driver's address.
    driver: String,
    /// The journey's sentences so far.
    told: RefCell<Vec<String>>,
}

/// Two clicks at one place within this time are a double click, which a person who reads does not make.
const DOUBLE_CLICK: Duration = Duration::from_millis(800);
/// How near, in pixels, is one place.
const ONE_PLACE: f64 = 40.0;

impl Page {
    /// A page of a session with a driver.
    pub fn new(client: Client, setting: &'static Setting, driver: &str) -> Page {
        Page {
            client,
            setting,
            driver: driver.into(),
            place: RefCell::new(setting.address.clone()),
            clicked: RefCell::default(),
            told: RefCell::default(),
        }
    }

    /// Goes to an address of the app, and waits until the app has taken over from the page that was written out.
    pub async fn open(&self, path: &str) {
        self.arrive(path).await;
        self.is_taken_over().await;
    }

    /// From now on the game is one that was handed on as a file, opened from the disk.
    pub async fn takes_file(&self, file: &Path) {
        // A blank page has no address, and so cannot be taken for another part of the one before.
        let left = self.client.goto("about:blank").await;
        left.unwrap_or_else(|fault| panic!("no page can be left: {fault}"));
        self.place.replace(format!("file://{}", file.display()));
    }

    /// From now on the app is at another address, without a slash at its end.
    pub fn takes_address(&self, address: &str) {
        self.place.replace(address.into());
    }

    /// From now on the server is called by a name of a network, over plain http.
    pub fn is_insecure(&self) {
        let address = self.setting.address.replace("127.0.0.1", INSECURE);
        self.place.replace(address);
    }

    /// The app has taken over from the page that was written out.
    pub async fn is_taken_over(&self) {
        self.has_no("#still").await;
    }

    /// Goes to an address of the app, such as `/#/play/crisis`, and waits for nothing but the page itself.
    pub async fn arrive(&self, path: &str) {
        self.tell(format!("{path} is opened"));
        let place = self.place.borrow().clone();
        let path = if place.ends_with(".html") { path.trim_start_matches('/') } else { path };
        let address = format!("{place}{path}");
        // The server has the game in a folder for each fault, and all of them are one installation here.
        self.try_script("delete localStorage['two-hats-home']", vec![]).await.ok();
        self.client.goto(&address).await.unwrap_or_else(|fault| panic!("{path} does not open: {fault}"));
    }

    /// Goes to an address while the files that start with a path fail with a status (`"500"`), fail so some times only
    /// (`"503x2"`) or never come (`"stall"`).
    pub async fn open_with_fault(&self, fault: &str, files: &str, path: &str) {
        // The times are counted for each prefix, and a session's id makes it this journey's own.
        let session = self.client.session_id().await.ok().flatten().unwrap_or_default();
        self.arrive(&format!("/~{fault}@{}@{session}{path}", files.replace('/', ":"))).await;
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.tell("the page is loaded again");
        self.client.refresh().await.unwrap_or_else(|fault| panic!("the page does not load again: {fault}"));
        self.is_taken_over().await;
    }

    /// Goes back in the browser's history.
    pub async fn back(&self) {
        self.tell("the browser goes back");
        self.client.back().await.unwrap_or_else(|fault| panic!("the browser does not go back: {fault}"));
    }

    /// Runs a script in the page and gives its value.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_script(script, arguments).await.unwrap_or_else(|fault| panic!("the script fails: {fault}\n{script}"))
    }

    /// Whether there is an element of this selector now.
    pub async fn holds(&self, css: &str) -> bool {
        self.client.find(Locator::Css(css)).await.is_ok()
    }

    /// What the page says now.
    pub async fn text(&self) -> String {
        let text = self.try_script(TEXT, vec![]).await;
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The address now.
    pub async fn address(&self) -> String {
        self.client.current_url().await.map(String::from).unwrap_or_default()
    }

    /// Asks until it is so, and fails with the sentence that did not come true.
    pub async fn until(&self, what: impl Display, is_so: impl AsyncFn() -> bool) {
        self.until_done(what, async || if is_so().await { Ok(()) } else { Err("it was not so") }).await;
    }

    /// Tries until it succeeds, and fails with the sentence that did not come true and the last reason why.
    pub async fn until_done<T, E: Display>(&self, what: impl Display, attempt: impl AsyncFn() -> Result<T, E>) -> T {
        self.tell(&what);
        let started = Instant::now();
        loop {
            match attempt().await {
                Ok(done) => return done,
                Err(_) if started.elapsed() < PATIENCE => sleep(PAUSE).await,
                Err(reason) => panic!("this did not come true in {} s: {what} ({reason})", PATIENCE.as_secs()),
            }
        }
    }

    /// Clicks at a place, once a click there would no longer be the second of a double click.
    pub(crate) async fn clicks_once(
        &self,
        (x, y): (f64, f64),
        click: impl Future<Output = Result<(), CmdError>>,
    ) -> Result<(), CmdError> {
        self.clicked.borrow_mut().retain(|(at, ..)| at.elapsed() < DOUBLE_CLICK);
        let near = |(_, from_x, from_y): &&(Instant, f64, f64)| (x - from_x).hypot(y - from_y) < ONE_PLACE;
        let last = self.clicked.borrow().iter().rfind(near).map(|(at, ..)| *at);
        if let Some(last) = last {
            sleep(DOUBLE_CLICK.saturating_sub(last.elapsed())).await;
        }
        let done = click.await;
        // From when it has arrived: a browser under load takes its time.
        self.clicked.borrow_mut().push((Instant::now(), x, y));
        done
    }

    /// The browser session, for what has no sentence here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn driver(&self) -> &str {
        &self.driver
    }

    pub(crate) fn setting(&self) -> &'static Setting {
        self.setting
    }

    /// Notes a sentence of the journey, whose last ones are shown if it fails: so far it came.
    pub(crate) fn tell(&self, sentence: impl Display) {
        self.told.borrow_mut().push(sentence.to_string());
    }

    /// The last sentences of the journey, a line each.
    pub(crate) fn last_told(&self) -> String {
        let told = self.told.borrow();
        told[told.len().saturating_sub(SHOWN)..].iter().map(|sentence| format!("- {sentence}\n")).collect()
    }

    /// A picture of the window as it is now, as a PNG file.
    pub async fn screenshot(&self) -> Option<Vec<u8>> {
        self.client.screenshot().await.ok()
    }

    /// Ends the session. Each journey ends its own.
    pub async fn close(self) {
        // A browser that has crashed is closed already.
        let _ = self.client.close().await;
    }

    pub(crate) async fn try_script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        self.client.execute(script, arguments).await
    }

    pub(crate) async fn named(&self, css: &str, name: &str) -> Result<Element, CmdError> {
        let found = self.try_script(NAMED, vec![json!(css), json!(name)]).await?;
        let id = found.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
        let id = id.ok_or_else(|| CmdError::NotW3C("nothing that can be seen has this name".into()))?.to_owned();
        Ok(Element::from_element_id(self.client.clone(), id.into()))
    }
}
