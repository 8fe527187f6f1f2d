//! Components that pages share.

pub(crate) mod field;
mod icon;
mod loading;
mod share;
mod sliders;

pub(crate) use icon::icon;
pub(crate) use loading::Loading;
pub(crate) use share::share;
pub(crate) use sliders::Sliders;
