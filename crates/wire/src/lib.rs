//! What phones and the facilitator's page say to each other in a room, over anything that carries MQTT 3.1.1.
//!
//! Whatever carries the messages is trusted with nothing but carrying. A [`Host`](host::Host) signs and seals what the
//! phones show, a [`Seat`](seat::Seat) joins by a key agreement and seals what it says; both are machines: the socket's
//! bytes, time and chance come in as messages, and what is to be done comes out. Nothing here knows a browser, a clock or a
//! socket.
//!
//! What the protocol's text leaves open is read like this:
//! - A room's name is made of the 16 bytes that a link has of its public keys, and the secret: a phone does not know the
//!   keys themselves before the first state.
//! - A seat subscribes to the room's state and to its own `a` topic; what is said to it comes there.
//! - A state may have 12 KB before it is deflated, and its frame 8,000 bytes, so that an engine that takes 8,192 bytes
//!   carries it. States are retained, and cleared when the room is closed or has a new code.
//! - A fifth kind of frame says that a seat is still here, which keeps its presence and counts for nothing.
//! - After a new code, the keys of a seat that was removed are dropped; those of the others stay, so that nobody joins anew.
//!   What an admitted seat says under an older code counts, and is answered with the newer one.
//! - Receipts still go out after a round is closed: they tell a phone whether it was in time. A receipt is of what was counted
//!   last; a round has one question, and a seat one answer to it, which it may change.
//! - A seat that joined twice, as two tabs of a phone may, has both keys; so a join that is sent once more by somebody
//!   else changes nothing.
//! - A phone that several people share counts for each of them, at most four.
//! - A typed line has at most 280 characters, and is cleaned of control and bidirectional characters before it is shown.
//! - Values are read only from the bytes that would be written for them: a number in more bytes than it needs is none.
//!
//! ```
//! use wire::host::Host;
//! use wire::{Chance, Link, NoChance, Now};
//!
//! /// Not for rooms of people: everybody can foretell it.
//! struct Counting(u8);
//! impl Chance for Counting {
//!     fn fill(&mut self, out: &mut [u8]) -> Result<(), NoChance> {
//!         for byte in out {
//!             self.0 = self.0.wrapping_mul(5).wrapping_add(77);
//!             *byte = self.0;
//!         }
//!         Ok(())
//!     }
//! }
//!
//! let now = Now { wall: 1_700_000_000_000, run: 0 };
//! let host = Host::open(12, None, now, &mut Counting(1))?;
//! let link = host.link(None).expect("this window is not shared");
//! assert_eq!(Link::parse(&format!("#{}", link.fragment()))?.room(), host.room());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod body;
mod chance;
pub mod codec;
mod down;
pub mod host;
mod join;
mod keys;
mod line;
mod link;
mod receipt;
mod seal;
pub mod seat;
mod state;
mod up;
mod words;

pub use body::{Asked, Asks, FEWEST, HIGHEST_RATING, Hat, LONGEST_LINE, Phase, Reveal, Shown, State, Step, plain_line};
pub use chance::{Chance, NoChance, Now};
pub use down::{Answer, DOWN_FRAME, Down, open_down, seal_down};
pub use join::{HostPublic, JOIN_FRAME, Join, SeatKeys, Way, joining, open_join, seal_join};
pub use keys::{HostKeys, Key, Pin, RoomId, SeatId};
pub use line::{Heard, Line, Wire};
pub use link::{Engine, Link, LinkError};
pub use receipt::{Receipt, receipt};
pub use state::{Dropped, LARGEST_FRAME, LARGEST_STATE, Order, StateError, Told, VERIFIED_A_SECOND, Watch, seal_state};
pub use up::{LINE_FRAME, SHORT_FRAME, Said, Up, open_up, seal_up};
pub use words::given_words;
