//! The app: on a page it is mounted; in a worker it does what the worker is named for.

/// A heap whose keeper is a third as large as the standard one: 5 KB less to wait for.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    match two_hats::platform::worker::name() {
        None => {
            #[cfg(feature = "one-file")]
            two_hats::one_file::begin();
            two_hats::ui::mount();
        }
        Some(name) => wasm_bindgen_futures::spawn_local(async move {
            let served = match name.as_str() {
                "check" => two_hats::lazy::check().await,
                "count" => two_hats::lazy::count().await,
                _ => two_hats::lazy::read().await,
            };
            if served.is_err() {
                two_hats::platform::worker::fail();
            }
        }),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
