//! Archives as other tools make them, and as nobody should.
#![allow(dead_code, reason = "each test binary uses its own part of this")]

use archive::checksum;
use miniz_oxide::deflate::compress_to_vec;

/// A file of an archive that is being made, with all that can be said of it.
#[derive(Clone)]
pub struct Part {
    pub name: String,
    pub flags: u16,
    pub method: u16,
    pub sum: u32,
    pub packed: Vec<u8>,
    pub size: u32,
    /// The name in front of its bytes, where it is another.
    pub other_name: Option<String>,
    /// Where the directory says that it begins, where it is elsewhere.
    pub start: Option<u32>,
}

/// A file whose bytes stand as they are.
pub fn stored(name: &str, bytes: &[u8]) -> Part {
    Part {
        name: name.into(),
        flags: 0,
        method: 0,
        sum: checksum(bytes),
        packed: bytes.into(),
        size: bytes.len() as u32,
        other_name: None,
        start: None,
    }
}

/// A file whose bytes are deflated.
pub fn deflated(name: &str, bytes: &[u8]) -> Part {
    Part { method: 8, packed: compress_to_vec(bytes, 9), ..stored(name, bytes) }
}

/// An archive of some files.
pub fn made(parts: &[Part]) -> Vec<u8> {
    made_with(parts, b"")
}

/// An archive with a remark at its end.
pub fn made_with(parts: &[Part], remark: &[u8]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for part in parts {
        let start = part.start.unwrap_or(out.len() as u32);
        let about = |name: &str| {
            let shorts = [20, part.flags, part.method, 0, 33].map(u16::to_le_bytes).concat();
            let longs = [part.sum, part.packed.len() as u32, part.size].map(u32::to_le_bytes).concat();
            [shorts, longs, [name.len() as u16, 0].map(u16::to_le_bytes).concat()].concat()
        };
        let inner = part.other_name.as_ref().unwrap_or(&part.name);
        out.extend(b"PK\x03\x04");
        out.extend(about(inner));
        out.extend(inner.as_bytes());
        out.extend(&part.packed);
        list.extend(b"PK\x01\x02");
        list.extend(20_u16.to_le_bytes());
        list.extend(about(&part.name));
        list.extend([0; 10]);
        list.extend(start.to_le_bytes());
        list.extend(part.name.as_bytes());
    }
    let (start, length) = (out.len() as u32, list.len() as u32);
    out.extend(list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([parts.len() as u16; 2].map(u16::to_le_bytes).concat());
    out.extend([length, start].map(u32::to_le_bytes).concat());
    out.extend((remark.len() as u16).to_le_bytes());
    out.extend(remark);
    out
}
