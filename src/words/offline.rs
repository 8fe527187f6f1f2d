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
    /// That another folder of this host keeps runs.
    pub beside: &'static str,
    /// The link to where they can be taken over.
    pub journal: &'static str,
    /// What is said of a file, in a frame that may forbid files, before where the game is by itself.
    pub file: &'static str,
    /// The name of a text that such a file holds.
    pub holds: &'static str,
    /// The name of a picture that it is.
    pub picture: &'static str,
    /// What is said where nothing is printed, likewise.
    pub print: &'static str,
    /// The button that closes it.
    pub close: &'static str,
    /// That the game is not kept on the device, and what that takes.
    pub unkept: &'static str,
}

/// The words in English.
pub const OFFLINE: Offline = Offline {
    version_waits: "A new version of the game is ready. Your run is kept.",
    use_version: "Use the new version",
    later: "Later",
    beside: "The game in another folder of this host keeps what you did there on this device, apart from this one. You can \
             take it over.",
    journal: "Your journal",
    file: "No file? The page that has the game in a frame may forbid it. Take what it holds from here, or open the game in a \
           tab of its own:",
    holds: "What the file holds",
    picture: "The picture",
    print: "Nothing to print? The page that has the game in a frame may forbid it. Open the game in a tab of its own:",
    close: "Close",
    unkept: "This device does not keep the game: without the network it will not open again. Keeping it takes https, some \
             room, and a browser that allows it.",
};
