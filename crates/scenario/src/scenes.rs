//! The places that are drawn.

/// The places that a scenario can name for its backdrop, each a file beside the app: `scenes/<name>.svg`.
pub const SCENES: [&str; 15] = [
    "canteen",
    "classroom",
    "council-room",
    "ferry-landing",
    "harbour",
    "hills",
    "kitchen",
    "night-train",
    "office",
    "shop-floor",
    "street",
    "studio",
    "ward",
    "warehouse",
    "workshop",
];

/// The place of a scenario that names none, or one that is not drawn.
pub const ANYWHERE: &str = "hills";
