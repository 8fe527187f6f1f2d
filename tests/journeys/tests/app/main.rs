//! Journeys through the app, from its first page to an outcome and wherever else a player goes.
//!
//! What a page must say is taken from the library: the rules of play find the ways through a scenario and say what
//! each step of it shows, and the interface's words are its own. So no journey knows a scenario's texts.

mod by_hand;
mod kept;
mod seen;
mod story;
mod tour;

mod addresses;
mod album;
mod barriers;
mod challenge;
mod data;
mod debrief;
mod fallen;
mod faults;
mod files;
mod first;
mod guide;
mod handed_on;
mod heard;
mod hosts;
mod insecure;
mod invited;
mod keyboard;
mod moment;
mod mouse;
mod offline;
mod privacy;
mod room;
mod rubbish;
mod settings;
mod steps;
mod storage;
mod studio;
mod sweeps;
mod touch;
mod translated;
mod undo;
mod visits;
mod ways;
mod workbench;
