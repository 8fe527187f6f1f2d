//! Icons: one line of drawing each, in the colour of the text around them.

use super::element::{Html, drawing};
use scenario::{Dimension, Stance};

pub(crate) use crate::components::icon as draw;
pub(crate) use crate::shapes::{hat, outcome};

pub(crate) const BACK: &str = "M15 5l-7 7 7 7";
pub(crate) const NEXT: &str = "M9 5l7 7-7 7";
pub(crate) const HISTORY: &str = "M4.5 14a8 8 0 1 0 1.4-6.5L4 9.5M4 5v4.5h4.5M12 8v4.5l3 1.7";
pub(crate) const HELP: &str =
    "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M9.5 9.7a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2.9-1.2 1.7M12 16.8v.1";
pub(crate) const SETTINGS: &str = "M4 7h8.5M18.5 7H20M4 17h1.5M11.5 17H20M13 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M6 17a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0";
pub(crate) const UNDO: &str = "M9 5 4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 0 10h-4";
pub(crate) const REDO: &str = "M15 5l4.5 4.5L15 14M19 9.5h-9a5 5 0 0 0 0 10h4";
pub(crate) const PLAY: &str = "M7.5 4.5v15l12-7.5Z";
pub(crate) const FILE: &str = "M6 3h8l4.5 4.5V21H6ZM14 3v4.5h4.5";
pub(crate) const WARNING: &str = "M12 4 2.5 20h19ZM12 10v4.5M12 17.2v.1";
pub(crate) const UP: &str = "M12 19V5M6 11l6-6 6 6";
pub(crate) const DOWN: &str = "M12 5v14M6 13l6 6 6-6";
pub(crate) const CLOSE: &str = "M6 6l12 12M18 6 6 18";
pub(crate) const HOME: &str = "M4 11l8-7 8 7v9H4Z";
pub(crate) const TRASH: &str = "M4 6.5h16M9 6.5V4h6v2.5M6 6.5 7 21h10l1-14.5";
pub(crate) const INFO: &str = "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 11v5.5M12 7.5v.1";

pub(crate) const PEOPLE: &str = "M5.4 8.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M2.5 19c0-3.6 2.6-5.5 5.9-5.5s5.9 1.9 5.9 5.5M15 6a3 3 0 1 1 1.2 5.7M17.3 13.8c2.5.5 4.2 2.2 4.2 5.2";

/// The instrument of a meter: leadership is a compass, management a level.
pub(crate) const fn instrument(stance: Stance) -> &'static str {
    match stance {
        Stance::Leader => "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M15.8 8.2l-2.3 5.3-5.3 2.3 2.3-5.3Z",
        Stance::Manager => "M2.5 8h19v8h-19ZM8 8v8M16 8v8M10.4 12a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0",
    }
}

pub(crate) const fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Agenda => "M6 21V4h12l-3 4 3 4H6",
        Dimension::Network => {
            "M12 7.8v4.2l-5 3.6M12 12l5 3.6M9.4 5.2a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0M2.4 17.5a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0M16.4 17.5a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0"
        }
        Dimension::Execution => "M13.5 9.5 4 19l1.8 1.8 9.4-9.4M9.5 5.5c2-2 5-2.5 7-1L21 9l-4.5 4.5-7-7Z",
        Dimension::Outcomes => "M20.5 11.5a8.5 8.5 0 1 1-8-8M16 12a4 4 0 1 1-4-4M12 12l8-8M20.5 7.5 16.8 7.2 16.5 3.5",
    }
}

/// The two hats as one mark.
pub(crate) fn logo() -> Html {
    drawing(include_str!("logo.svg").replace('\n', ""))
}
