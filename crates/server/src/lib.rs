//! `two-hats host`: the game, the phones' page and the socket of a room, on one port of a local network.
//!
//! One program serves a facilitator's device and the phones around it, without the internet: files by HTTP, and messages
//! by MQTT 3.1.1 over WebSocket at [`SOCKET`]. It carries messages and understands none: what a room says is sealed and
//! signed by the pages themselves. It is no general broker. There are the topics of rooms and no others ([`topic`]), QoS 0
//! alone, and two roles ([`talk`]): the facilitator's page, by a 128-bit [`Token`] that never leaves this device, and seats,
//! which publish on their own `v` and follow `s` and their own `a`.
//!
//! What each module is for, from the outside in: [`Server`] accepts connections, `http` answers requests from a [`Site`] or
//! opens a socket, `socket` is one of them, [`packet`] takes its bytes apart, [`talk`] says what may be done about them, and
//! [`hub`] does it, into the [`outbox`] of each reader. [`door`] keeps the short code. [`Limits`] bounds all of it.
//!
//! The facilitator's page, and it alone, asks [`HOST`] with `Authorization: Bearer <token>`:
//!
//! | request | what it does |
//! |---|---|
//! | `GET /host` | says `{"addresses": ["http://192.168.1.5:8640/"], "code": "K3V8TQ" or null, "wrong": 0, "renewed": 0, "seats": 12, "devices": 12}`; asked at least every three minutes, it keeps an open door open |
//! | `PUT /host` with what stands after the `#` of the room's link | opens the door; the code stays while the link does |
//! | `DELETE /host` | shuts it |
//!
//! On the socket it connects as the user `host` with the token as its password. A phone sends what was typed to
//! `POST /code`: 200 with what stands after the `#`, 404 for a wrong code, 429 where somebody's wrong code is less than a
//! second old, 410 while the door is shut.

pub mod address;
pub mod counts;
pub mod door;
mod http;
pub mod hub;
pub mod limits;
pub mod outbox;
pub mod packet;
mod rate;
mod server;
mod site;
mod socket;
pub mod talk;
mod token;
pub mod topic;

pub use counts::Summary;
pub use http::{CODE, HOST, SOCKET};
pub use limits::Limits;
pub use server::{Options, Server};
pub use site::{Site, SiteError};
pub use token::Token;
