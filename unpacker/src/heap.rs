//! A heap that gives whole pages and takes nothing back: little is asked for, and the page forgets all of it at once.

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32;

/// How large a page is.
const PAGE: usize = 1 << 16;

struct Heap;

#[global_allocator]
static HEAP: Heap = Heap;

// SAFETY: pages are new whenever the memory grows, nothing else grows it, and every alignment that is asked for is theirs.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match wasm32::memory_grow(0, layout.size().div_ceil(PAGE)) {
            usize::MAX => core::ptr::null_mut(),
            page => (page * PAGE) as *mut u8,
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the same is asked for, and new pages hold zeros.
        unsafe { self.alloc(layout) }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[panic_handler]
fn fall(_: &core::panic::PanicInfo<'_>) -> ! {
    wasm32::unreachable()
}
