//! Where things lie in the checkout.

use std::{env, path::PathBuf};

/// The root of the checkout.
pub fn root() -> PathBuf {
    // Cargo names the package's folder when it runs the chore, so a checkout may be moved after a build.
    let package =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Cargo's folder for what it builds, where the chores keep their own stamps and logs too.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The built app, ready to be served.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What is handed on as a file.
pub fn downloads() -> PathBuf {
    root().join("downloads")
}

/// What hosts are told beside what is put there, each in its language.
pub fn hosting() -> PathBuf {
    root().join("hosting")
}

/// What is put on a host: the built app and its compressed copies.
pub fn release() -> PathBuf {
    root().join("release")
}
