//! How much anybody may take of the server.

use std::time::Duration;

/// How much anybody may take of the server, and how long.
///
/// The default is what a room of 300 phones needs twice over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Sockets that are open at once.
    pub sockets: usize,
    /// Connections that fetch files at once; others wait a moment.
    pub requests: usize,
    /// Connections that wait for their turn to fetch files; more are turned away.
    pub queue: usize,
    /// How long a connection waits for its turn.
    pub turn_within: Duration,
    /// How long the head of a request may take, the pause before it included.
    pub head_within: Duration,
    /// How long a connection may fetch files, whatever it fetches.
    pub files_within: Duration,
    /// How long CONNECT may take once a socket is open.
    pub connect_within: Duration,
    /// How long something that is sent may take to be taken.
    pub send_within: Duration,
    /// How long a client may be silent, whatever it promised.
    pub silent_within: Duration,
    /// The longest packet, in bytes.
    pub packet: usize,
    /// The longest message of a seat, in bytes: the longest text, sealed, is less than half of it.
    pub seat_message: usize,
    /// Packets that a seat may send in a second; what is more waits to be read.
    pub seat_rate: u32,
    /// Packets that the facilitator's page may send in a second: a new code is told to each seat at once.
    pub host_rate: u32,
    /// Messages of one sender that wait for one reader; of more, the oldest is dropped.
    pub waiting: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            sockets: 600,
            requests: 300,
            queue: 60,
            turn_within: Duration::from_secs(5),
            head_within: Duration::from_secs(10),
            files_within: Duration::from_secs(60),
            connect_within: Duration::from_secs(5),
            send_within: Duration::from_secs(10),
            silent_within: Duration::from_secs(90),
            packet: 16 * 1024,
            seat_message: 4 * 1024,
            seat_rate: 20,
            host_rate: 500,
            waiting: 4,
        }
    }
}
