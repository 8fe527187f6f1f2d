//! Two Hats: a scenario game about leading and managing.
pub mod app;
#[cfg(feature = "web")]
pub mod platform;
pub mod play;
pub mod scenario;
#[cfg(feature = "web")]
pub mod ui;
pub mod words;
