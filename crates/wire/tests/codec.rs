//! The codec against a server's side that others wrote, and against bytes of no meaning.

use mqtt_protocol_core::mqtt::packet::v3_1_1 as other;
use mqtt_protocol_core::mqtt::result_code::{ConnectReturnCode, SubackReturnCode};
use proptest::collection::vec;
use proptest::prelude::*;
use wire::codec::{
    CodecError, Connect, Decoder, LARGEST_PACKET, Packet, Publish, connect, disconnect, ping, publish, subscribe,
};

/// A packet's first byte and its body.
fn opened(packet: &[u8]) -> (u8, Vec<u8>) {
    let (mut length, mut at) = (0_usize, 1);
    loop {
        length |= usize::from(packet[at] & 127) << (7 * (at - 1));
        at += 1;
        if packet[at - 1] < 128 {
            break;
        }
    }
    assert_eq!(packet.len(), at + length, "the length is that of the packet");
    (packet[0], packet[at..].to_vec())
}

fn fed(bytes: &[u8], cuts: &[usize]) -> (Vec<Packet>, Result<(), CodecError>) {
    let (mut decoder, mut out, mut from) = (Decoder::default(), Vec::new(), 0);
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
    cuts.sort_unstable();
    cuts.push(bytes.len());
    for cut in cuts {
        if let Err(error) = decoder.feed(&bytes[from..cut], &mut out) {
            return (out, Err(error));
        }
        from = cut;
    }
    (out, Ok(()))
}

proptest! {
    #[test]
    fn a_server_reads_what_is_written(
        client in "[a-z0-9]{1,26}", keep_alive: u16, user in proptest::option::of("[^\0]{0,40}"), password in "[^\0]{0,40}",
        id in 1_u16.., filters in vec("th/[a-z2-7]{16}/(s|v/\\+|a/[a-z2-7]{16})", 1..9),
        topic in "th/[a-z2-7]{16}/s", payload in vec(any::<u8>(), 0..9000), retain: bool,
    ) {
        let asked = Connect { client: &client, keep_alive, user: user.as_deref(), password: Some(&password) };
        let (first, body) = opened(&connect(&asked));
        prop_assert_eq!(first, 0x10);
        let (read, length) = other::Connect::parse(&body).expect("a CONNECT");
        prop_assert_eq!(length, body.len());
        prop_assert_eq!((read.client_id(), read.keep_alive(), read.clean_session()), (&client[..], keep_alive, true));
        prop_assert_eq!((read.user_name(), read.will_flag()), (user.as_deref(), false));
        prop_assert_eq!(read.password(), user.as_ref().map(|_| password.as_bytes()));

        let (first, body) = opened(&subscribe(id, &filters));
        prop_assert_eq!(first, 0x82);
        let (read, length) = other::Subscribe::parse(&body).expect("a SUBSCRIBE");
        prop_assert_eq!((read.packet_id(), length), (id, body.len()));
        let entries: Vec<String> = read.entries().iter().map(|entry| entry.topic_filter().to_owned()).collect();
        prop_assert_eq!(entries, filters);

        let (first, body) = opened(&publish(&topic, &payload, retain));
        let (read, length) = other::Publish::parse(first & 15, body.clone().into()).expect("a PUBLISH");
        prop_assert_eq!((read.topic_name(), read.retain(), length), (&topic[..], retain, body.len()));
        prop_assert_eq!(read.payload().as_slice(), &payload[..]);
        prop_assert_eq!(ping(), other::Pingreq::new().to_continuous_buffer());
        prop_assert_eq!(disconnect(), other::Disconnect::new().to_continuous_buffer());
    }

    #[test]
    fn what_a_server_writes_is_read_in_pieces_of_any_length(
        messages in vec(("[a-z/]{1,40}", vec(any::<u8>(), 0..3000), any::<bool>()), 0..6), id in 1_u16.., granted in 1..5_usize,
        cuts in vec(any::<usize>(), 0..30),
    ) {
        let mut bytes = other::Connack::builder().session_present(false).return_code(ConnectReturnCode::Accepted).build()
            .expect("a CONNACK").to_continuous_buffer();
        let mut expected = vec![Packet::ConnAck(0), Packet::SubAck(id, true)];
        let codes = vec![SubackReturnCode::SuccessMaximumQos0; granted];
        let suback = other::Suback::builder().packet_id(id).return_codes(codes).build().expect("a SUBACK");
        bytes.extend(suback.to_continuous_buffer());
        for (topic, payload, retained) in messages {
            let message = other::Publish::builder().topic_name(&topic).expect("a topic").retain(retained)
                .payload(payload.clone()).build().expect("a PUBLISH");
            bytes.extend(message.to_continuous_buffer());
            expected.push(Packet::Publish(Publish { topic, payload, retained }));
        }
        bytes.extend(other::Pingresp::new().to_continuous_buffer());
        expected.push(Packet::PingResp);
        prop_assert_eq!(fed(&bytes, &cuts), (expected, Ok(())));
    }

    /// Whatever comes, nothing panics, and pieces make no difference.
    #[test]
    fn bytes_of_no_meaning(bytes in vec(any::<u8>(), 0..600), cuts in vec(any::<usize>(), 0..10)) {
        let (whole, error) = fed(&bytes, &[]);
        prop_assert_eq!(fed(&bytes, &cuts), (whole, error));
    }

    /// As above, with packets that begin as they should.
    #[test]
    fn packets_of_no_meaning(
        packets in vec((prop_oneof![Just(0x20_u8), Just(0x30), Just(0x31), Just(0x90), Just(0xD0), any::<u8>()], vec(any::<u8>(), 0..40)), 0..8),
        cuts in vec(any::<usize>(), 0..10),
    ) {
        let bytes: Vec<u8> =
            packets.iter().flat_map(|(first, body)| [&[*first, body.len() as u8], &body[..]].concat()).collect();
        let (whole, error) = fed(&bytes, &[]);
        for packet in &whole {
            if let Packet::Publish(publish) = packet {
                prop_assert!(!publish.topic.is_empty() && !publish.topic.contains(['\0', '#', '+']));
            }
        }
        prop_assert_eq!(fed(&bytes, &cuts), (whole, error));
    }
}

#[test]
fn attack_18_and_19_lengths() {
    let (packets, error) = fed(&[0x30, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], &[]);
    assert_eq!((packets, error), (Vec::new(), Err(CodecError::Length)));
    // 256 MB, and 16 MB, are passed over and never kept; what follows them is read.
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(&[0x30, 0x80, 0x80, 0x80, 0x08], &mut out).expect("a length of four bytes");
    let piece = vec![0x55; 1 << 20];
    for _ in 0..16 {
        decoder.feed(&piece, &mut out).expect("it is passed over");
    }
    decoder.feed(&[0xD0, 0], &mut out).expect("a packet");
    assert_eq!((out, decoder.skipped()), (vec![Packet::PingResp], 1));
    let (packets, _) = fed(&publish("a", &vec![1; LARGEST_PACKET - 3], false), &[]);
    assert_eq!(packets.len(), 1);
    let (packets, _) = fed(&publish("a", &vec![1; LARGEST_PACKET - 2], false), &[]);
    assert!(packets.is_empty());
}

#[test]
fn attack_27_topics_that_no_server_may_send() {
    for topic in ["", "#", "th/+/s", "a\0b"] {
        assert_eq!(fed(&publish(topic, b"x", false), &[]).1, Err(CodecError::Body), "{topic}");
    }
    let mut bad = publish("abc", b"", false);
    bad[4] = 0xFF;
    assert_eq!(fed(&bad, &[]).1, Err(CodecError::Body), "no UTF-8");
    assert_eq!(fed(&[0x30, 2, 0, 9], &[]).1, Err(CodecError::Body), "a topic longer than its packet");
    for first in [0x00, 0x10, 0x32, 0x34, 0x38, 0x40, 0x82, 0xC0, 0xE0, 0xF0] {
        assert_eq!(fed(&[first, 0], &[]).1, Err(CodecError::Kind(first)));
    }
    let deep = "a/".repeat(3_000);
    assert_eq!(fed(&publish(&deep, b"", false), &[]).0.len(), 1, "its topic is nobody's, and that is all");
}
