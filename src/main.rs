//! The web binary: mounts the app, nothing else.

/// A heap whose keeper is a third as large as the standard one: 5 KB less to wait for.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    two_hats::ui::mount();
}
