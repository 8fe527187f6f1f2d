//! What one connection may do: packets in, actions out. It knows no socket, clock or chance.

use crate::packet::{self, Connect, Packet, PacketError, Packets, Publish};
use crate::topic::{Filter, Name, Topic};
use bytes::Bytes;
use mqtt_protocol_core::mqtt::result_code::ConnectReturnCode;
use std::fmt;

/// The user's name by which the facilitator's page connects, with the token as its password. Seats have none.
pub const HOST: &str = "host";

/// The most topics that a seat follows at once: those of a room, and of the one that takes its place.
const FOLLOWED: usize = 4;

/// The most that the facilitator's page follows at once.
const FOLLOWED_BY_HOST: usize = 1024;

/// The most packets in one message of the socket.
const AT_ONCE: usize = 32;

/// What a connection may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Publishes on its own `v`, follows `s` and its own `a`.
    Seat,
    /// Publishes on `s` and `a`, follows `v/+`.
    Host,
}

/// What is to be done for a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It may do what its role may, and will send something every so many seconds; 0 for no promise.
    Opened(Role, u16),
    /// These bytes go back to it.
    Reply(Bytes),
    /// It follows a filter from now on.
    Follow(Filter),
    /// It follows a filter no more.
    Leave(Filter),
    /// A message for those who follow a topic, perhaps kept for those who come later.
    Pass(Topic, Bytes, bool),
    /// It is over. Nothing comes after this.
    Close(End),
}

/// Why a connection is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The client said farewell.
    Left,
    /// The client has no right to be here.
    Refused,
    /// The client did what it may not: publish elsewhere, with QoS, retained, or too much.
    NotAllowed,
    /// What came is no packet, or comes at the wrong time.
    Fault(PacketError),
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Left => f.write_str("the client left"),
            End::Refused => f.write_str("the client has no right to be here"),
            End::NotAllowed => f.write_str("the client did what it may not"),
            End::Fault(error) => error.fmt(f),
        }
    }
}

/// Who a connection can be.
pub trait Rights {
    /// Whether a password is that of the facilitator's page.
    fn is_host(&self, password: &[u8]) -> bool;
}

/// One connection.
#[derive(Debug)]
pub struct Talk {
    packets: Packets,
    role: Option<Role>,
    /// The one seat that this connection speaks for: that of the first of its topics.
    seat: Option<Name>,
    followed: Vec<Filter>,
    most_of_seat: usize,
    over: bool,
}

impl Talk {
    /// A connection that has said nothing. A packet may have `most` bytes, and a seat's message `most_of_seat`.
    pub fn new(most: usize, most_of_seat: usize) -> Self {
        Talk { packets: Packets::new(most), role: None, seat: None, followed: Vec::new(), most_of_seat, over: false }
    }

    /// What is to be done about bytes that came, and how many packets they held.
    pub fn receive(&mut self, bytes: &[u8], rights: &impl Rights) -> (Vec<Action>, usize) {
        let (mut actions, mut count) = (Vec::new(), 0);
        self.packets.push(bytes);
        while !self.over {
            match self.packets.take() {
                Ok(None) => break,
                Ok(Some(_)) if count == AT_ONCE => self.close(End::NotAllowed, &mut actions),
                Ok(Some(packet)) => {
                    count += 1;
                    self.judge(packet, rights, &mut actions);
                }
                Err(PacketError::Version) if self.role.is_none() => {
                    let code = ConnectReturnCode::UnacceptableProtocolVersion;
                    self.refuse(code, End::Fault(PacketError::Version), &mut actions);
                }
                Err(error) => self.close(End::Fault(error), &mut actions),
            }
        }
        (actions, count)
    }

    /// The filters that are followed.
    pub fn followed(&self) -> &[Filter] {
        &self.followed
    }

    fn close(&mut self, end: End, actions: &mut Vec<Action>) {
        self.over = true;
        actions.push(Action::Close(end));
    }

    fn refuse(&mut self, code: ConnectReturnCode, end: End, actions: &mut Vec<Action>) {
        actions.push(Action::Reply(packet::connack(code)));
        self.close(end, actions);
    }

    fn judge(&mut self, packet: Packet, rights: &impl Rights, actions: &mut Vec<Action>) {
        match (self.role, packet) {
            (None, Packet::Connect(connect)) => self.connect(&connect, rights, actions),
            // Whatever else comes first is not MQTT, as is a second CONNECT.
            (None, _) | (Some(_), Packet::Connect(_)) => self.close(End::Fault(PacketError::Malformed), actions),
            (Some(role), Packet::Publish(publish)) => self.publish(role, publish, actions),
            (Some(role), Packet::Subscribe { id, filters }) => self.subscribe(role, id, &filters, actions),
            (Some(_), Packet::Unsubscribe { id, filters }) => {
                for filter in filters.iter().filter_map(|filter| Filter::parse(filter)) {
                    if let Some(at) = self.followed.iter().position(|followed| *followed == filter) {
                        self.followed.swap_remove(at);
                        actions.push(Action::Leave(filter));
                    }
                }
                actions.push(Action::Reply(packet::unsuback(id)));
            }
            (Some(_), Packet::Ping) => actions.push(Action::Reply(packet::pingresp())),
            (Some(_), Packet::Disconnect) => self.close(End::Left, actions),
        }
    }

    fn connect(&mut self, connect: &Connect, rights: &impl Rights, actions: &mut Vec<Action>) {
        let role = match &connect.user {
            None => Some(Role::Seat),
            Some((user, password)) if user == HOST && rights.is_host(password) => Some(Role::Host),
            Some(_) => None,
        };
        match role {
            None => self.refuse(ConnectReturnCode::BadUserNameOrPassword, End::Refused, actions),
            Some(_) if connect.will || !connect.clean => {
                self.refuse(ConnectReturnCode::NotAuthorized, End::NotAllowed, actions);
            }
            Some(role) => {
                self.role = Some(role);
                actions.push(Action::Opened(role, connect.keep_alive));
                actions.push(Action::Reply(packet::connack(ConnectReturnCode::Accepted)));
            }
        }
    }

    /// Whether this connection speaks for a seat, from now on if it has spoken for none.
    fn owns(&mut self, seat: Name) -> bool {
        *self.seat.get_or_insert(seat) == seat
    }

    fn publish(&mut self, role: Role, publish: Publish, actions: &mut Vec<Action>) {
        let topic = Topic::parse(&publish.topic).filter(|topic| match (role, topic) {
            (Role::Host, Topic::State(_)) => true,
            (Role::Host, Topic::Answer(..)) => !publish.retain,
            (Role::Seat, Topic::Vote(_, seat)) => {
                !publish.retain && publish.payload.len() <= self.most_of_seat && self.owns(*seat)
            }
            _ => false,
        });
        match topic.filter(|_| publish.plain) {
            Some(topic) => actions.push(Action::Pass(topic, publish.payload, publish.retain)),
            None => self.close(End::NotAllowed, actions),
        }
    }

    fn subscribe(&mut self, role: Role, id: u16, filters: &[String], actions: &mut Vec<Action>) {
        let most = if role == Role::Host { FOLLOWED_BY_HOST } else { FOLLOWED };
        let mut new = Vec::new();
        let mut followed = Vec::new();
        for filter in filters {
            let filter = Filter::parse(filter).filter(|filter| match (role, filter) {
                (Role::Host, _) | (Role::Seat, Filter::One(Topic::State(_))) => true,
                (Role::Seat, Filter::One(Topic::Answer(_, seat))) => self.owns(*seat),
                (Role::Seat, _) => false,
            });
            let filter = filter.filter(|filter| self.followed.contains(filter) || self.followed.len() < most);
            followed.push(filter.is_some());
            if let Some(filter) = filter {
                if !self.followed.contains(&filter) {
                    self.followed.push(filter);
                }
                new.push(filter);
            }
        }
        // The reply goes first: what was kept follows it.
        actions.push(Action::Reply(packet::suback(id, &followed)));
        actions.extend(new.into_iter().map(Action::Follow));
    }
}
