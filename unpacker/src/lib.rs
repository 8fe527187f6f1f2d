//! Unpacks the game in one file, before anything else of it can run.
//!
//! The page's script makes [`room`] for what is packed, writes it there, and asks for it [`unpacked`]. It calls plain
//! wasm: what binds a script to wasm would weigh as much again. How things are packed stands in `delivery::course::parcel`,
//! which hears of the same choices, [`lz::Choices`].
#![cfg_attr(target_arch = "wasm32", no_std)]
#![allow(unsafe_code, reason = "plain wasm takes and gives addresses, and names that a script can call")]

extern crate alloc;

pub mod digits;
#[cfg(target_arch = "wasm32")]
mod heap;
pub mod lz;
#[cfg(not(target_arch = "wasm32"))]
mod split;
pub mod wasm;

use alloc::vec::Vec;
use lz::{Reader, number};
#[cfg(not(target_arch = "wasm32"))]
pub use split::split;

/// How many bits say how a piece is packed, how long it is, and whether it is one of a wasm's streams.
pub const BITS: [u32; 3] = [3, 24, 1];

/// Makes room for `length` bytes, which is never given back, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Vec::leak(alloc::vec![0; length]).as_mut_ptr()
}

/// Unpacks what stands at a place for which [`room`] was made, and says where its `size` bytes are; 0 where it is not what
/// was packed.
///
/// # Safety
/// `packed` must be a place for which [`room`] was made, for at least `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unpacked(packed: *const u8, length: usize, size: usize) -> *const u8 {
    // SAFETY: as the caller has promised; nothing writes there in the meantime.
    let packed = unsafe { core::slice::from_raw_parts(packed, length) };
    unpack(packed, size).map_or(core::ptr::null(), |plain| plain.leak().as_ptr())
}

/// The `size` bytes that were packed; `None` where there are fewer or more, or it is not packed.
pub fn unpack(packed: &[u8], size: usize) -> Option<Vec<u8>> {
    let mut reader = Reader::new(packed);
    let mut plain = Vec::with_capacity(size);
    while plain.len() < size {
        if number(&mut reader, BITS[2]) == 0 {
            piece(&mut reader, size - plain.len(), &mut plain)?;
        } else {
            let mut streams = [const { Vec::new() }; wasm::COUNT];
            for stream in &mut streams {
                piece(&mut reader, size, stream)?;
            }
            wasm::join(&mut streams.each_ref().map(Vec::as_slice), &mut plain)?;
        }
        if reader.is_over() {
            return None;
        }
    }
    (plain.len() == size).then_some(plain)
}

/// Puts the next piece behind other bytes, where it is not longer than it may be.
fn piece(reader: &mut Reader<'_>, most: usize, out: &mut Vec<u8>) -> Option<()> {
    let [context, size, _] = BITS;
    let (context, size) = (number(reader, context) as u32, number(reader, size));
    reader.forget(context);
    (size <= most).then(|| lz::unpack(reader, context, size, out))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_something_else_is_refused() {
        for other in [&b""[..], b"<!doctype html><p>Not found</p>", b"Two hats hang on one hook.", &[255; 100]] {
            assert_eq!(unpack(other, 100), None);
        }
    }
}
