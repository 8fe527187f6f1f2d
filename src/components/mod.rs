//! Components that pages share.

pub(crate) mod field;
mod icon;
mod sliders;

pub(crate) use icon::icon;
pub(crate) use sliders::Sliders;
