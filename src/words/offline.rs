//! The words of the messages that another version of the game waits, and that none is kept.
//!
//! The app does not hold them: the build puts them into the script that keeps the game on a device.

/// What is said of another version.
pub struct Offline {
    /// That it is there.
    pub version_waits: &'static str,
    /// The button that goes over to it.
    pub use_version: &'static str,
    /// The button that leaves it waiting.
    pub later: &'static str,
    /// That the game is not kept on the device, and what that takes.
    pub unkept: &'static str,
}

/// The words in English.
pub const OFFLINE: Offline = Offline {
    version_waits: "A new version of the game is ready. Your run is kept.",
    use_version: "Use the new version",
    later: "Later",
    unkept: "This device does not keep the game: without the network it will not open again. Keeping it takes https, some \
             room, and a browser that allows it.",
};
