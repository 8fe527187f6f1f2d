//! Elements of a page, put together by calls.
//!
//! Yew's `html!` writes every element out in place, which made the pages a fifth of a player's download; calls to
//! these few functions draw the same pages in a third of the bytes. Children keep their places: what is not there is
//! an empty node, so that a page that changes never moves what a player has the focus on.
//!
//! Words are set as the whole content of an element that holds nothing else, never as a node beside others: a browser that
//! translates a page puts elements of its own in the place of its text nodes, and a node that Yew still held would then be
//! changed where nobody sees it, or be looked for where it no longer is.

use yew::AttrValue;
use yew::html::{onchange, onclick, onclose, onfocus};
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VTag, VText};

pub(crate) use yew::events::{Event, FocusEvent, InputEvent, KeyboardEvent, MouseEvent};
pub(crate) use yew::{Callback, Html};

/// An element with attributes: `el!("a", "class" = "button", "href" = address)`.
macro_rules! el {
    ($tag:literal) => {
        $crate::components::element::Element::new($tag, &["textContent"])
    };
    ($tag:literal $(, $key:literal = $value:expr)+ $(,)?) => {{
        let mut element = $crate::components::element::Element::new($tag, &["textContent" $(, $key)+]);
        $( $crate::components::element::Words::value($value, &mut element); )+
        element
    }};
}
pub(crate) use el;

/// What can be an attribute's value, or text: words of the interface, or words made for the occasion.
pub(crate) trait Words {
    fn value(self, element: &mut Element);
    fn add(self, words: &mut String);
}

/// A class and, where there is one, a second.
pub(crate) fn classes(first: &'static str, second: Option<&'static str>) -> String {
    match second {
        Some(second) => format!("{first} {second}"),
        None => first.into(),
    }
}

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

/// The property of an element that is its whole content; each element has it first. Outside of a browser there are no
/// properties, and the content is a child.
const CONTENT: &[&str] = &["textContent"];

impl Words for &'static str {
    #[inline(never)]
    fn value(self, element: &mut Element) {
        element.0.values.push(Some(attribute(self)));
    }

    #[inline(never)]
    fn add(self, words: &mut String) {
        words.push_str(self);
    }
}

/// A value that Yew writes out as text too, as it does not an [`AttributeOrProperty::Static`] among others.
fn attribute(words: &'static str) -> AttributeOrProperty {
    AttributeOrProperty::Attribute(AttrValue::Static(words))
}

/// An attribute that may be missing, in words made for the occasion.
impl Words for Option<String> {
    fn value(self, element: &mut Element) {
        element.0.values.push(self.map(|words| AttributeOrProperty::Attribute(words.into())));
    }

    fn add(self, words: &mut String) {
        words.push_str(&self.unwrap_or_default());
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

/// An attribute that may be missing.
impl Words for Option<&'static str> {
    #[inline(never)]
    fn value(self, element: &mut Element) {
        element.0.values.push(self.map(attribute));
    }

    fn add(self, words: &mut String) {
        words.push_str(self.unwrap_or_default());
    }
}

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "some pages are drawn in browsers alone"))]
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
        let values = Box::new([content(&mut span, &words)]);
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

    /// Words beside elements that no element is made for: such as stay as long as what they stand in, so that it is all the
    /// same whether a translation has taken their place.
    pub(crate) fn beside(&mut self, text: impl Words) -> &mut Self {
        let mut words = String::new();
        text.add(&mut words);
        self.put(VText::new(AttrValue::from(words)).into())
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

    /// Lets a component find the element on the page.
    pub(crate) fn at(&mut self, place: &yew::NodeRef) -> &mut Self {
        self.0.tag.node_ref = place.clone();
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

    pub(crate) fn on_input(&mut self, callback: Callback<InputEvent>) -> &mut Self {
        self.listen(std::rc::Rc::new(yew::html::oninput::Wrapper::new(callback)))
    }

    pub(crate) fn on_blur(&mut self, callback: Callback<FocusEvent>) -> &mut Self {
        self.listen(std::rc::Rc::new(yew::html::onblur::Wrapper::new(callback)))
    }

    pub(crate) fn on_key(&mut self, callback: Callback<KeyboardEvent>) -> &mut Self {
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
        if let Some(children) = tag.children_mut() {
            *children = list(std::mem::take(&mut parts.children));
        }
        if !parts.words.is_empty() {
            parts.values[0] = content(&mut tag, &parts.words);
        }
        let values = std::mem::take(&mut parts.values).into_boxed_slice();
        tag.set_attributes(Attributes::Dynamic { keys: parts.keys, values });
        tag.into()
    }
}

/// Gives an element without children words as its content; the value of [`CONTENT`].
#[cfg(target_arch = "wasm32")]
fn content(_: &mut VTag, words: &str) -> Option<AttributeOrProperty> {
    Some(AttributeOrProperty::Property(wasm_bindgen::JsValue::from_str(words)))
}

#[cfg(not(target_arch = "wasm32"))]
fn content(tag: &mut VTag, words: &str) -> Option<AttributeOrProperty> {
    tag.add_child(VText::new(words.to_owned()).into());
    None
}

/// Nodes side by side.
#[inline(never)]
pub(crate) fn list(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// Nodes side by side that are drawn anew, rather than changed, when the key is another.
#[inline(never)]
pub(crate) fn keyed(key: &'static str, nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, Some(Key::from(key))).into()
}

/// A drawing, as the markup of one element. The browser reads it at once; put together, a face would take some seventy
/// calls. Only what is drawn here is markup: no word of a scenario is ever in it.
#[inline(never)]
pub(crate) fn drawing(markup: String) -> Html {
    Html::from_html_unchecked(AttrValue::from(markup))
}

/// A part of a page, written out.
#[cfg(not(target_arch = "wasm32"))]
pub fn written(part: Html) -> String {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};
    #[derive(PartialEq, yew::Properties)]
    struct Props {
        part: Html,
    }
    #[yew::component]
    fn Written(Props { part }: &Props) -> Html {
        part.clone()
    }
    let mut rendering =
        pin!(yew::LocalServerRenderer::<Written>::with_props(Props { part }).hydratable(false).render());
    // What holds no component that waits is written at once.
    let text = loop {
        if let Poll::Ready(text) = rendering.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            break text;
        }
    };
    // An element of a drawing that holds nothing is written shorter.
    ALONE.iter().fold(text, |text, tag| text.replace(&format!("></{tag}>"), "/>"))
}

/// The elements of drawings that hold nothing.
#[cfg(not(target_arch = "wasm32"))]
const ALONE: [&str; 5] = ["path", "circle", "rect", "polyline", "use"];

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Element, written};

    fn text(element: &mut Element) -> String {
        written(element.build())
    }

    #[test]
    fn words_and_values_are_data() {
        let page = text(el!("p", "title" = "\"a\" & b".to_owned()).text("<b>&</b>"));
        assert_eq!(page, "<p title=\"&quot;a&quot; &amp; b\">&lt;b&gt;&amp;&lt;/b&gt;</p>");
    }

    #[test]
    fn words_beside_other_elements_have_one_of_their_own() {
        let page = text(
            el!("p").with(&mut el!("i")).text("two ").text("words").text("").with(el!("b").text("bold")).text(" "),
        );
        assert_eq!(page, "<p><i></i><span>two words</span><b>bold</b> </p>");
        assert_eq!(text(el!("p").text("one ").text("place")), "<p>one place</p>");
    }

    #[test]
    fn what_may_be_missing_is() {
        assert_eq!(text(el!("p", "hidden" = None::<&str>, "class" = Some("a")).maybe(None)), "<p class=\"a\"></p>");
    }

    #[test]
    fn what_has_no_end_has_none() {
        let mut box_ = el!("input", "type" = "radio");
        let page = text(el!("label").with(box_.checked(true)).with(el!("svg").with(&mut el!("path", "d" = "M0 0"))));
        assert_eq!(page, "<label><input checked type=\"radio\"><svg><path d=\"M0 0\"/></svg></label>");
    }
}
