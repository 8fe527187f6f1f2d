//! A WebSocket that speaks MQTT.

use super::heard;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{BinaryType, MessageEvent, WebSocket};
use wire::Heard;

/// An open socket. It is silent and closed once it is dropped.
pub(super) struct Socket {
    socket: WebSocket,
    _opened: Closure<dyn FnMut()>,
    _closed: Closure<dyn FnMut()>,
    _message: Closure<dyn FnMut(MessageEvent)>,
}

impl Socket {
    /// Begins to open one; `None` where the browser will not try.
    pub(super) fn open(address: &str) -> Option<Self> {
        let socket = WebSocket::new_with_str(address, "mqtt").ok()?;
        socket.set_binary_type(BinaryType::Arraybuffer);
        let opened = Closure::<dyn FnMut()>::new(|| heard(Heard::Opened));
        let closed = Closure::<dyn FnMut()>::new(|| heard(Heard::Closed));
        let message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
            if let Ok(buffer) = event.data().dyn_into::<ArrayBuffer>() {
                heard(Heard::Bytes(&Uint8Array::new(&buffer).to_vec()));
            }
        });
        socket.set_onopen(Some(opened.as_ref().unchecked_ref()));
        socket.set_onclose(Some(closed.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(message.as_ref().unchecked_ref()));
        Some(Self { socket, _opened: opened, _closed: closed, _message: message })
    }

    /// Sends bytes. What cannot be sent is lost, as on any network, and is sent again.
    pub(super) fn send(&self, bytes: &[u8]) {
        let _ = self.socket.send_with_u8_array(bytes);
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.socket.set_onopen(None);
        self.socket.set_onclose(None);
        self.socket.set_onmessage(None);
        let _ = self.socket.close();
    }
}
