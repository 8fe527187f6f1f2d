//! Something that is done after a pause.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back once so many milliseconds have passed.
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let callback = Closure::once_into_js(callback);
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    // Fails only for more arguments than there can be.
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
}

/// Calls back once nothing has asked for it for a while.
pub struct Pause {
    callback: Closure<dyn Fn()>,
    waiting: Option<i32>,
}

impl Pause {
    /// A pause that has not begun.
    pub fn new(callback: impl Fn() + 'static) -> Self {
        Pause { callback: Closure::new(callback), waiting: None }
    }

    /// Begins the pause anew, for some milliseconds.
    pub fn begin(&mut self, milliseconds: u32) {
        let Some(window) = web_sys::window() else { return };
        self.stop();
        let callback = self.callback.as_ref().unchecked_ref();
        let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let waiting = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds);
        self.waiting = waiting.ok();
    }

    fn stop(&mut self) {
        if let (Some(window), Some(waiting)) = (web_sys::window(), self.waiting.take()) {
            window.clear_timeout_with_handle(waiting);
        }
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        self.stop();
    }
}
