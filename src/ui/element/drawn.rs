//! Elements that Yew draws.
//!
//! Words are set as the whole content of an element that holds nothing else, never as a node beside others: a browser that
//! translates a page puts elements of its own in the place of its text nodes, and a node that Yew still held would then be
//! changed where nobody sees it, or be looked for where it no longer is.

use super::Words;
use wasm_bindgen::JsValue;
use yew::AttrValue;
use yew::html::{onchange, onclick, onclose, onfocus};
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VTag, VText};

pub(crate) use yew::events::{Event, FocusEvent, MouseEvent};
pub(crate) use yew::{Callback, Html};

/// An element that is being put together.
pub(crate) struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    keys: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
    /// Words that come after the last child.
    words: String,
}

/// The property of an element that is its whole content; each element has it first.
const CONTENT: &[&str] = &["textContent"];

impl Words for &'static str {
    #[inline(never)]
    fn value(self, element: &mut Element) {
        element.0.values.push(Some(AttributeOrProperty::Static(self)));
    }

    #[inline(never)]
    fn add(self, words: &mut String) {
        words.push_str(self);
    }
}

impl Words for String {
    #[inline(never)]
    fn value(self, element: &mut Element) {
        element.0.values.push(Some(AttributeOrProperty::Attribute(self.into())));
    }

    #[inline(never)]
    fn add(self, words: &mut String) {
        words.push_str(&self);
    }
}

impl Element {
    /// An element; its attributes' values follow in the order of their keys, after the first, which is its content. Through
    /// [`el!`] they stand side by side.
    #[inline(never)]
    pub(crate) fn new(tag: &'static str, keys: &'static [&'static str]) -> Self {
        let tag = VTag::new(AttrValue::Static(tag));
        Element(Box::new(Parts { tag, keys, values: vec![None], children: Vec::new(), words: String::new() }))
    }

    /// A child.
    #[inline(never)]
    pub(crate) fn put(&mut self, child: Html) -> &mut Self {
        self.wrap();
        self.0.children.push(child);
        self
    }

    /// Gives the words so far an element of their own. White space is no words, and is translated by nobody.
    #[inline(never)]
    fn wrap(&mut self) {
        let words = std::mem::take(&mut self.0.words);
        if words.trim_ascii().is_empty() {
            if !words.is_empty() {
                self.0.children.push(VText::new(AttrValue::from(words)).into());
            }
            return;
        }
        let mut span = VTag::new(AttrValue::Static("span"));
        let values = Box::new([content(&words)]);
        span.set_attributes(Attributes::Dynamic { keys: CONTENT, values });
        self.0.children.push(span.into());
    }

    /// A child that is an element.
    #[inline(never)]
    pub(crate) fn with(&mut self, child: &mut Element) -> &mut Self {
        self.put(child.build())
    }

    /// A child that may be missing; its place is kept.
    #[inline(never)]
    pub(crate) fn maybe(&mut self, child: Option<Html>) -> &mut Self {
        self.put(child.unwrap_or_default())
    }

    /// Plain text.
    pub(crate) fn text(&mut self, text: impl Words) -> &mut Self {
        text.add(&mut self.0.words);
        self
    }

    /// Children of one kind, however many: together they take one place.
    pub(crate) fn each(&mut self, children: impl Iterator<Item = Html>) -> &mut Self {
        self.put(list(children.collect()))
    }

    /// Draws the element anew, rather than changing it, when the key is another.
    #[inline(never)]
    pub(crate) fn key(&mut self, key: String) -> &mut Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// Whether a box is checked.
    pub(crate) fn checked(&mut self, checked: bool) -> &mut Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// What a field holds.
    pub(crate) fn holds(&mut self, value: String) -> &mut Self {
        self.0.tag.set_value(value);
        self
    }

    #[inline(never)]
    pub(crate) fn on_click(&mut self, callback: Callback<MouseEvent>) -> &mut Self {
        self.listen(std::rc::Rc::new(onclick::Wrapper::new(callback)))
    }

    #[inline(never)]
    pub(crate) fn on_change(&mut self, callback: Callback<Event>) -> &mut Self {
        self.listen(std::rc::Rc::new(onchange::Wrapper::new(callback)))
    }

    #[inline(never)]
    pub(crate) fn on_close(&mut self, callback: Callback<Event>) -> &mut Self {
        self.listen(std::rc::Rc::new(onclose::Wrapper::new(callback)))
    }

    #[inline(never)]
    pub(crate) fn on_focus(&mut self, callback: Callback<FocusEvent>) -> &mut Self {
        self.listen(std::rc::Rc::new(onfocus::Wrapper::new(callback)))
    }

    pub(crate) fn on_input(&mut self, callback: Callback<yew::events::InputEvent>) -> &mut Self {
        self.listen(std::rc::Rc::new(yew::html::oninput::Wrapper::new(callback)))
    }

    pub(crate) fn on_blur(&mut self, callback: Callback<FocusEvent>) -> &mut Self {
        self.listen(std::rc::Rc::new(yew::html::onblur::Wrapper::new(callback)))
    }

    pub(crate) fn on_key(&mut self, callback: Callback<yew::events::KeyboardEvent>) -> &mut Self {
        self.listen(std::rc::Rc::new(yew::html::onkeydown::Wrapper::new(callback)))
    }

    #[inline(never)]
    fn listen(&mut self, listener: std::rc::Rc<dyn Listener>) -> &mut Self {
        self.0.tag.add_listener(listener);
        self
    }

    /// The element as it is now, as a node of the page.
    #[inline(never)]
    pub(crate) fn build(&mut self) -> Html {
        if !self.0.children.is_empty() {
            self.wrap();
        }
        let parts = &mut *self.0;
        let mut tag = std::mem::replace(&mut parts.tag, VTag::new(AttrValue::Static("")));
        if !parts.words.is_empty() {
            parts.values[0] = content(&parts.words);
        }
        let values = std::mem::take(&mut parts.values).into_boxed_slice();
        tag.set_attributes(Attributes::Dynamic { keys: parts.keys, values });
        if let Some(children) = tag.children_mut() {
            *children = list(std::mem::take(&mut parts.children));
        }
        tag.into()
    }
}

/// The value of [`CONTENT`].
fn content(words: &str) -> Option<AttributeOrProperty> {
    Some(AttributeOrProperty::Property(JsValue::from_str(words)))
}

/// Nodes side by side.
#[inline(never)]
pub(crate) fn list(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// A drawing, as the markup of one element. The browser reads it at once; put together, a face would take some seventy
/// calls. Only what is drawn here is markup: no word of a scenario is ever in it.
#[inline(never)]
pub(crate) fn drawing(markup: String) -> Html {
    Html::from_html_unchecked(AttrValue::from(markup))
}
