//! The backdrops that have names.

/// The backdrops that are drawn by hand, as files beside the app: `scenes/<name>.svg`.
pub const SCENES: [&str; 2] = ["harbour", "workshop"];
