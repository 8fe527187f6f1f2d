//! What is tried natively of the whole, in one program: to link one takes far less time than one for each file.

#[path = "../fuzz/properties/mod.rs"]
mod properties;
mod support;

mod advice;
mod album;
mod app;
mod author;
mod balancing;
mod check;
mod codes;
mod concepts;
mod debrief;
mod debrief_first;
mod debrief_page;
mod drafts;
mod format;
mod fuzz_corpus;
mod grown;
mod guide;
mod guide_page;
mod handed_on;
mod heard;
mod hostile;
mod hour;
mod house;
mod journal_page;
mod kept;
mod looks;
mod packing;
mod paths;
mod pictures;
mod playing;
mod reading;
mod room;
mod scenarios;
mod sheets;
mod slips;
mod studio_changes;
mod studio_page;
mod typed;
mod windows;
mod workbench_page;
mod workshop;
mod workshop_cuts;
mod writing;
