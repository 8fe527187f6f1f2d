//! Two Hats: a scenario game about leading and managing.
pub mod app;
pub mod play;
pub mod scenario;
pub mod words;
