//! Journeys through the built app in a real browser, with real clicks and real keys.
//!
//! `cargo xtask test` starts a server of the app and a browser's driver, says where they are in the environment (see
//! [`setting`]) and runs the tests of this package. A journey is a function over a [`Page`], and reads as sentences:
//!
//! ```no_run
//! # use journeys::journey;
//! // #[test]
//! fn a_step_can_be_taken_back() {
//!     journey(async |page| {
//!         page.open("/#/play/crisis").await;
//!         page.choose("leader").await;
//!         page.sees("Continue").await;
//!         page.press("u").await;
//!         page.sees_not("Continue").await;
//!         page.axe().await;
//!     });
//! }
//! ```
//!
//! Each journey has a browser session of its own, with nothing stored. Nothing sleeps: a sentence that is not yet true is
//! asked again until it is, up to [`page::PATIENCE`]. What goes wrong ends the journey with the sentence that is not true,
//! a screenshot and the page's text.

pub mod axe;
pub mod devtools;
pub mod eyes;
pub mod files;
pub mod hands;
pub mod host;
pub mod journey;
pub mod keys;
pub mod network;
pub mod page;
pub mod selectors;
pub mod session;
pub mod setting;
pub mod tabs;
pub mod touch;

pub use host::Host;
pub use journey::journey;
pub use network::Network;
pub use page::Page;
