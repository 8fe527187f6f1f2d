//! A scenario as a picture: the steps in layers, the responses as ways between them, the outcomes at the foot.
//!
//! [`Layout`] says where everything is; [`svg`] draws it. [`dot`] and [`mermaid`] leave the places to other programs
//! and share only [`Picture`], which says what there is to be drawn.

mod colour;
mod dot;
mod layered;
mod layout;
mod mermaid;
mod picture;
mod places;
mod svg;
mod wrap;

pub use dot::dot;
pub use layout::{Edge, Layout, Named, Node};
pub use mermaid::mermaid;
pub use picture::{Picture, Spot, Way};
pub use svg::svg;
