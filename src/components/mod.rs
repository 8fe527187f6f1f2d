//! What pages share: their elements, and the parts that are made of them.

mod button;
pub(crate) mod element;
pub(crate) mod field;
mod icon;
mod loading;
mod share;
mod sliders;
mod table;

pub(crate) use button::{button, on_click};
pub(crate) use element::{Html, el};
pub(crate) use icon::icon;
pub(crate) use loading::loading;
pub(crate) use share::{bar, share};
pub(crate) use sliders::sliders;
pub(crate) use table::table_head;
