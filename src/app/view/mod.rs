//! What the pages show, as plain data: the pages themselves decide nothing.

mod home;
mod meters;
mod outcome;
mod play;

pub use home::{Card, Continue, HomeView, course, home};
pub use meters::{Gauge, MeterView, meters};
pub use outcome::{OutcomeView, outcome};
pub use play::{Arrival, Decision, Offer, PlayView, Speaker, Spoken, decisions, play, spoken};
