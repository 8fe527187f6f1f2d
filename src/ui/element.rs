//! Elements of a page, put together by calls.
//!
//! Yew's `html!` writes every element out in place, which made the pages a fifth of a player's download; calls to
//! these few functions draw the same pages in a third of the bytes. Children keep their places: what is not there is
//! an empty node, so that a page that changes never moves what a player has the focus on.
//!
//! In a browser Yew draws them; without the feature `web` they are written out as text, for the pages that stand in
//! `index.html` before the app is there.

#[cfg(target_arch = "wasm32")]
mod drawn;
#[cfg(not(target_arch = "wasm32"))]
mod still;

#[cfg(target_arch = "wasm32")]
pub(crate) use drawn::{Callback, Element, Html, MouseEvent, drawing, list};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use still::{Callback, Element, Html, MouseEvent, drawing, list};

/// An element with attributes: `el!("a", "class" = "button", "href" = address)`.
macro_rules! el {
    ($tag:literal) => {
        $crate::ui::element::Element::new($tag, &["textContent"])
    };
    ($tag:literal $(, $key:literal = $value:expr)+ $(,)?) => {{
        let mut element = $crate::ui::element::Element::new($tag, &["textContent" $(, $key)+]);
        $( $crate::ui::element::Words::value($value, &mut element); )+
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
