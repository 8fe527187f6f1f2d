//! What a person sees on a page: sentences that are waited for.

use serde_json::Value;

use crate::page::Page;

/// The focus, in words: nothing, an element with its text.
const FOCUS: &str = "
    const it = document.activeElement;
    return it && it !== document.body ? `${it.localName}.${it.className} ${it.textContent.slice(0, 60)}` : 'nothing';";

impl Page {
    /// Waits until this text can be seen; case and line breaks do not count, for styles change both.
    pub async fn sees(&self, text: &str) {
        self.until(format!("the page says {text:?}"), async || self.says(text).await).await;
    }

    /// Waits until this text can no longer be seen.
    pub async fn sees_not(&self, text: &str) {
        self.until(format!("the page no longer says {text:?}"), async || !self.says(text).await).await;
    }

    /// Waits until there is an element of this selector.
    pub async fn has(&self, css: &str) {
        self.until(format!("the page has {css}"), async || self.holds(css).await).await;
    }

    /// Waits until there is no element of this selector.
    pub async fn has_no(&self, css: &str) {
        self.until(format!("the page has no {css}"), async || !self.holds(css).await).await;
    }

    /// Waits until the address ends in this, such as `#/play/crisis`.
    pub async fn is_at(&self, end: &str) {
        self.until(format!("the address ends in {end}"), async || self.address().await.ends_with(end)).await;
    }

    /// Waits until a script's value is true; `what` says it in words.
    pub async fn holds_that(&self, what: &str, script: &str) {
        let value = async || self.try_script(script, vec![]).await.ok().and_then(|value| value.as_bool());
        self.until(what, async || value().await == Some(true)).await;
    }

    /// Waits until a script's value is this one; `what` says it in words.
    pub async fn finds(&self, what: &str, script: &str, wanted: &Value) {
        let same = async || match self.try_script(script, vec![]).await {
            Ok(found) if found == *wanted => Ok(()),
            Ok(found) => Err(difference(wanted, &found)),
            Err(fault) => Err(fault.to_string()),
        };
        self.until_done(what, same).await;
    }

    /// Waits until the focus is on the first element of a selector.
    pub async fn focuses_on(&self, css: &str) {
        let on = async || match self
            .try_script(&format!("return document.activeElement === document.querySelector({css:?})"), vec![])
            .await
        {
            Ok(Value::Bool(true)) => Ok(()),
            _ => Err(format!("it is on {}", self.focus().await)),
        };
        self.until_done(format!("the focus is on {css}"), on).await;
    }

    /// Fails when the focus is on nothing, so that a person who uses keys alone would have to begin anew.
    pub async fn keeps_the_focus(&self) {
        assert_ne!(self.focus().await, "nothing", "the focus is lost");
    }

    /// What the focus is on now: an element and its text, or `nothing`.
    pub async fn focus(&self) -> String {
        let focus = self.try_script(FOCUS, vec![]).await;
        focus.ok().and_then(|focus| focus.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until the focus is on something of this name or text.
    pub async fn focuses(&self, name: &str) {
        self.until(format!("the focus is on {name:?}"), async || self.named(":focus", name).await.is_ok()).await;
    }

    /// Waits until nothing has to be scrolled sideways.
    pub async fn fits_its_width(&self) {
        let fits = "const page = document.documentElement; return page.scrollWidth <= page.clientWidth";
        self.holds_that("the page fits its width", fits).await;
    }

    async fn says(&self, text: &str) -> bool {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        plain(&self.text().await).contains(&plain(text))
    }
}

/// Where two values differ.
fn difference(wanted: &Value, found: &Value) -> String {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            let differing = wanted.iter().filter(|(key, wanted)| found.get(*key) != Some(*wanted));
            let told = differing.map(|(key, wanted)| {
                format!("\n{key}: wanted {wanted}, found {}", found.get(key).unwrap_or(&Value::Null))
            });
            told.collect()
        }
        _ => format!("wanted {wanted}, found {found}"),
    }
}
