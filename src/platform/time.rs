//! The time, and its going on.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Seconds since 1970.
pub fn now() -> u64 {
    (js_sys::Date::now() / 1000.0).max(0.0) as u64
}

/// A moment as people here write it, of seconds since 1970.
pub fn local(seconds: u64) -> String {
    written(seconds as f64 * 1000.0, "default")
}

/// A moment as the page's language writes it, of milliseconds since 1970.
pub fn day(milliseconds: u64) -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.document_element());
    let language = root.and_then(|root| root.get_attribute("lang"));
    written(milliseconds as f64, language.as_deref().unwrap_or("default"))
}

fn written(milliseconds: f64, language: &str) -> String {
    let date = js_sys::Date::new(&milliseconds.into());
    let options = js_sys::Object::new();
    for (name, style) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Fails for no object that was made here.
        let _ = js_sys::Reflect::set(&options, &name.into(), &style.into());
    }
    date.to_locale_string(language, &options).into()
}

/// How many minutes the clocks here are ahead of universal time at a second since 1970.
pub fn ahead(at: u64) -> i32 {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at as f64 * 1000.0));
    -(date.get_timezone_offset() as i32)
}

/// A word of eight letters and digits that no other window has, as far as chance allows.
pub fn lot() -> String {
    let mut lot = (js_sys::Math::random() * 2_821_109_907_456.0) as u64;
    let mut word = String::with_capacity(8);
    for _ in 0..8 {
        word.extend(char::from_digit((lot % 36) as u32, 36));
        lot /= 36;
    }
    word
}

/// Calls back again and again, until it is dropped.
pub struct Seconds {
    _callback: Closure<dyn Fn()>,
    every: Option<i32>,
}

impl Seconds {
    /// Begins to call back every second.
    pub fn new(callback: impl Fn() + 'static) -> Self {
        Self::every(1000, callback)
    }

    /// Begins to call back every so many milliseconds.
    pub fn every(milliseconds: i32, callback: impl Fn() + 'static) -> Self {
        let callback = Closure::<dyn Fn()>::new(callback);
        let every = web_sys::window().and_then(|window| {
            let function = callback.as_ref().unchecked_ref();
            window.set_interval_with_callback_and_timeout_and_arguments_0(function, milliseconds).ok()
        });
        Seconds { _callback: callback, every }
    }
}

impl Drop for Seconds {
    fn drop(&mut self) {
        if let (Some(window), Some(every)) = (web_sys::window(), self.every) {
            window.clear_interval_with_handle(every);
        }
    }
}
