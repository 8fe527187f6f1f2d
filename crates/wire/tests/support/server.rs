//! A broker's side of a connection.

use super::Mail;

/// A server's side of a connection, read as simply as can be.
#[derive(Default)]
pub struct Server(Vec<u8>);

pub enum Answer {
    Opened,
    Closed,
    Bytes(Vec<u8>),
}

pub enum Asked {
    Connect(String),
    Subscribe(u16, Vec<String>),
    Publish(Mail),
    Ping,
    Disconnect,
}

fn text(body: &[u8], at: &mut usize) -> String {
    let length = usize::from(u16::from_be_bytes([body[*at], body[*at + 1]]));
    let text = String::from_utf8(body[*at + 2..*at + 2 + length].to_vec()).expect("UTF-8");
    *at += 2 + length;
    text
}

impl Server {
    pub fn read(&mut self, bytes: &[u8]) -> Vec<Asked> {
        self.0.extend_from_slice(bytes);
        let mut out = Vec::new();
        while self.0.len() >= 2 {
            let (mut length, mut at, mut shift) = (0_usize, 1, 0);
            loop {
                let byte = self.0[at];
                length |= usize::from(byte & 127) << shift;
                (at, shift) = (at + 1, shift + 7);
                if byte < 128 {
                    break;
                }
            }
            let (first, body) = (self.0[0], self.0[at..at + length].to_vec());
            self.0.drain(..at + length);
            let mut at = 0;
            out.push(match first & 0xF0 {
                0x10 => {
                    at = 10;
                    Asked::Connect(text(&body, &mut at))
                }
                0x80 => {
                    let id = u16::from_be_bytes([body[0], body[1]]);
                    at = 2;
                    let mut filters = Vec::new();
                    while at < body.len() {
                        filters.push(text(&body, &mut at));
                        at += 1;
                    }
                    Asked::Subscribe(id, filters)
                }
                0x30 => {
                    let topic = text(&body, &mut at);
                    Asked::Publish(Mail { topic, payload: body[at..].to_vec(), retain: first & 1 == 1 })
                }
                0xC0 => Asked::Ping,
                0xE0 => Asked::Disconnect,
                other => panic!("a client sent {other:x}"),
            });
        }
        out
    }
}
