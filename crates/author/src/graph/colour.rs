//! The colours of the two hats, on a light ground. The manager's ways are dashed as well, so that colour is not the
//! only sign.

use scenario::Stance;

/// The ground.
pub const GROUND: &str = "#fbf8f2";
/// Words and outlines.
pub const INK: &str = "#2b2621";
/// What is said in a lower voice.
pub const QUIET: &str = "#6b6259";

/// The colour of a way: a hat's, or none's.
pub fn of(stance: Option<Stance>) -> &'static str {
    match stance {
        Some(Stance::Leader) => "#b96a00",
        Some(Stance::Manager) => "#0b5c5d",
        None => "#8a8077",
    }
}
