//! What somebody writes by hand who has the link.

use super::{Dice, Mail, Room};
use wire::{Join, Key, Way, seal_join};

/// The host's public keys, as its last state tells them.
pub fn host_public(room: &Room) -> wire::HostPublic {
    let topic = room.host.as_ref().expect("a host").room().state_topic();
    let state = room.seen.iter().rev().find(|mail| mail.topic == topic).expect("a state");
    let (hs, hx) = (&state.payload[..32], &state.payload[32..64]);
    (hs.try_into().expect("32 bytes"), hx.try_into().expect("32 bytes"))
}

/// A join with the room's secret, of somebody who is no phone.
pub fn fake(room: &mut Room, dice: &mut Dice) -> Mail {
    let (host, link) = (host_public(room), room.host().link(None).expect("a link"));
    let key = Key::random(dice).expect("chance");
    let join = Join { challenge: [0; 16], way: Way::Here };
    let frame = seal_join((link.room(), &link.secret), &host, &key, &join, dice).expect("chance").expect("sealed").0;
    let topic = link.room().up_topic(wire::joining(&frame).expect("a join"));
    Mail { topic, payload: frame, retain: false }
}
