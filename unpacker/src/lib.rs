//! Unpacks the game in one file, before anything else of it can run.
//!
//! The page's script makes [`room`] for what is packed, writes it there, and asks for it [`unpacked`]. It calls plain
//! wasm: what binds a script to wasm would weigh as much again. How things are packed stands in `two_hats::course::parcel`.
#![cfg_attr(target_arch = "wasm32", no_std)]
#![allow(unsafe_code, reason = "plain wasm takes and gives addresses, and names that a script can call")]

extern crate alloc;

use alloc::vec::Vec;
use lzma_rust2::LzmaReader;
#[cfg(target_arch = "wasm32")]
use lzma_rust2::Read;
#[cfg(not(target_arch = "wasm32"))]
use std::io::Read;

/// How many bits of the byte before choose how a byte is packed.
const CONTEXT: u32 = 4;

/// The least that LZMA looks back on.
const LEAST: u32 = 1 << 16;

/// A heap whose keeper is a third as large as the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn fall(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

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
pub unsafe extern "C" fn unpacked(packed: *const u8, length: usize, size: u32) -> *const u8 {
    // SAFETY: as the caller has promised; nothing writes there in the meantime.
    let packed = unsafe { core::slice::from_raw_parts(packed, length) };
    unpack(packed, size).map_or(core::ptr::null(), |plain| plain.leak().as_ptr())
}

/// The `size` bytes that were packed; `None` where there are fewer, or it is not packed.
fn unpack(packed: &[u8], size: u32) -> Option<Vec<u8>> {
    let mut reader = LzmaReader::new(packed, size.into(), CONTEXT, 0, 0, size.max(LEAST), None).ok()?;
    let mut plain = alloc::vec![0; usize::try_from(size).ok()?];
    let mut done = 0;
    while done < plain.len() {
        match reader.read(&mut plain[done..]) {
            Ok(0) | Err(_) => return None,
            Ok(more) => done += more,
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use two_hats::course::parcel::packed;

    fn words() -> Vec<u8> {
        "Two hats hang on one hook. ".repeat(4_000).into_bytes()
    }

    #[test]
    fn what_was_packed_comes_back() {
        let plain = words();
        let packed = packed(&plain);
        assert!(packed.len() < 1_000, "{}", packed.len());
        let place = room(packed.len());
        // SAFETY: there is room for all of it, and for what it says.
        let back = unsafe {
            core::ptr::copy_nonoverlapping(packed.as_ptr(), place, packed.len());
            core::slice::from_raw_parts(unpacked(place, packed.len(), plain.len() as u32), plain.len())
        };
        assert_eq!(back, plain);
    }

    #[test]
    fn what_was_cut_short_or_is_something_else_is_refused() {
        let plain = words();
        let packed = packed(&plain);
        for length in 0..packed.len() - 8 {
            assert_eq!(unpack(&packed[..length], plain.len() as u32), None, "{length}");
        }
        assert_eq!(unpack(&packed, plain.len() as u32 + 1), None);
        assert_eq!(unpack(b"<!doctype html><p>Not found</p>", 100), None);
    }
}
