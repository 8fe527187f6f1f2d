//! Elements that are written out as text.

use super::Words;
use std::marker::PhantomData;

/// What HTML knows to have no end.
const ALONE: [&str; 5] = ["input", "path", "circle", "rect", "use"];

/// A part of a page, written out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Html(String);

impl Html {
    /// The text of it.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

/// What would be done: a page that only stands does nothing.
pub(crate) struct Callback<E>(PhantomData<E>);

impl<E> Callback<E> {
    /// Nothing.
    pub(crate) fn nothing() -> Self {
        Callback(PhantomData)
    }
}

/// A click, or whatever else does not come.
pub(crate) type MouseEvent = ();

/// An element that is being put together.
pub(crate) struct Element {
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<String>,
    inside: String,
    /// Words that come after the last child.
    words: String,
    /// Whether there is a child, be it an empty one.
    mixed: bool,
    checked: bool,
}

impl Words for &'static str {
    fn value(self, element: &mut Element) {
        element.values.push(self.into());
    }

    fn add(self, words: &mut String) {
        words.push_str(self);
    }
}

impl Words for String {
    fn value(self, element: &mut Element) {
        element.values.push(self);
    }

    fn add(self, words: &mut String) {
        words.push_str(&self);
    }
}

/// A text as it stands between marks and in a quoted value.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

impl Element {
    /// An element; its attributes' values follow in the order of their keys, after the first, which is its content.
    pub(crate) fn new(tag: &'static str, keys: &'static [&'static str]) -> Self {
        let (inside, words) = (String::new(), String::new());
        Element { tag, keys: &keys[1..], values: Vec::new(), inside, words, mixed: false, checked: false }
    }

    /// A child.
    pub(crate) fn put(&mut self, child: Html) -> &mut Self {
        self.wrap();
        self.inside.push_str(&child.0);
        self.mixed = true;
        self
    }

    /// Gives the words so far an element of their own, as they have one once the app draws them.
    fn wrap(&mut self) {
        let words = escaped(&std::mem::take(&mut self.words));
        match words.trim_ascii() {
            "" => self.inside.push_str(&words),
            _ => self.inside.push_str(&format!("<span>{words}</span>")),
        }
    }

    /// A child that is an element.
    pub(crate) fn with(&mut self, child: &mut Element) -> &mut Self {
        self.put(child.build())
    }

    /// A child that may be missing.
    pub(crate) fn maybe(&mut self, child: Option<Html>) -> &mut Self {
        self.put(child.unwrap_or_default())
    }

    /// Plain text.
    pub(crate) fn text(&mut self, text: impl Words) -> &mut Self {
        text.add(&mut self.words);
        self
    }

    /// Children of one kind, however many.
    pub(crate) fn each(&mut self, children: impl Iterator<Item = Html>) -> &mut Self {
        self.put(list(children.collect()))
    }

    /// What is drawn once is not drawn anew.
    pub(crate) fn key(&mut self, _: String) -> &mut Self {
        self
    }

    /// Whether a box is checked.
    pub(crate) fn checked(&mut self, checked: bool) -> &mut Self {
        self.checked = checked;
        self
    }

    pub(crate) fn on_click(&mut self, _: Callback<MouseEvent>) -> &mut Self {
        self
    }

    pub(crate) fn on_change(&mut self, _: Callback<MouseEvent>) -> &mut Self {
        self
    }

    pub(crate) fn on_close(&mut self, _: Callback<MouseEvent>) -> &mut Self {
        self
    }

    pub(crate) fn on_focus(&mut self, _: Callback<MouseEvent>) -> &mut Self {
        self
    }

    /// The element as it is now, written out.
    pub(crate) fn build(&mut self) -> Html {
        match self.mixed {
            true => self.wrap(),
            false => self.inside = escaped(&self.words),
        }
        let tag = self.tag;
        let values = self.keys.iter().zip(&self.values);
        let values: String = values.map(|(key, value)| format!(" {key}=\"{}\"", escaped(value))).collect();
        let checked = if self.checked { " checked" } else { "" };
        // In a drawing an element without an end would hold those after it; elsewhere the stroke means nothing.
        let end = if ALONE.contains(&tag) { "/>".into() } else { format!(">{}</{tag}>", self.inside) };
        Html(format!("<{tag}{values}{checked}{end}"))
    }
}

/// Nodes side by side.
pub(crate) fn list(nodes: Vec<Html>) -> Html {
    Html(nodes.into_iter().map(|node| node.0).collect())
}

/// A drawing, as the markup of one element.
pub(crate) fn drawing(markup: String) -> Html {
    Html(markup)
}

#[cfg(test)]
mod tests {
    use crate::ui::element::el;

    #[test]
    fn words_and_values_are_data() {
        let page = el!("p", "title" = "\"a\" & b".to_owned()).text("<b>&</b>").build();
        assert_eq!(page.into_text(), "<p title=\"&quot;a&quot; &amp; b\">&lt;b&gt;&amp;&lt;/b&gt;</p>");
    }

    #[test]
    fn words_beside_other_elements_have_one_of_their_own() {
        let mut icon = el!("i");
        let page =
            el!("p").with(&mut icon).text("two ").text("words").text("").with(el!("b").text("bold")).text(" ").build();
        assert_eq!(page.into_text(), "<p><i></i><span>two words</span><b>bold</b> </p>");
        let alone = el!("p").text("one ").text("place").build();
        assert_eq!(alone.into_text(), "<p>one place</p>");
    }

    #[test]
    fn what_has_no_end_has_none() {
        let mut box_ = el!("input", "type" = "radio");
        let page = el!("label").with(box_.checked(true)).with(el!("svg").with(&mut el!("path", "d" = "M0 0"))).build();
        assert_eq!(page.into_text(), "<label><input type=\"radio\" checked/><svg><path d=\"M0 0\"/></svg></label>");
    }
}
