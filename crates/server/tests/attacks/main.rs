//! The attacks of the wire's list that the server answers for, by their numbers.

mod door;
mod messages;
mod slow;
#[path = "../support/mod.rs"]
mod support;
