//! The web binary: mounts the app, nothing else.
fn main() {}
