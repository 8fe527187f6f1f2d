//! Files from where the app came from.

#[cfg(not(feature = "one-file"))]
use super::page;
use js_sys::{Array, Promise, Uint8Array};
#[cfg(not(feature = "one-file"))]
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
#[cfg(not(feature = "one-file"))]
use web_sys::Response;

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The host has no such file.
    NotThere,
    /// The host gives a page of its own in its place, or asks who is there, as it does once a sign-on has ended.
    SignedOut,
    /// The network or the host failed.
    Failed,
}

/// The bytes of some files beside the app, which are fetched at once; none of one that does not come whole.
pub async fn all(addresses: Vec<String>) -> Vec<Vec<u8>> {
    let fetched = addresses.into_iter().map(|address| {
        future_to_promise(async move {
            let bytes = bytes(&address).await.unwrap_or_default();
            Ok(Uint8Array::from(&*bytes).into())
        })
    });
    let all = JsFuture::from(Promise::all(&fetched.collect::<Array>())).await;
    all.map(|all| Array::from(&all).iter().map(|bytes| Uint8Array::new(&bytes).to_vec()).collect()).unwrap_or_default()
}

/// The bytes of a file beside the app.
///
/// # Errors
/// [`Failure`] where there is none.
#[cfg(feature = "one-file")]
pub async fn bytes(address: &str) -> Result<Vec<u8>, Failure> {
    super::one_file::file(address).ok_or(Failure::NotThere)
}

/// The bytes of a file beside the app.
///
/// # Errors
/// [`Failure`] where it does not come whole.
#[cfg(not(feature = "one-file"))]
pub async fn bytes(address: &str) -> Result<Vec<u8>, Failure> {
    let window = web_sys::window().ok_or(Failure::Failed)?;
    // No copy of another build's is taken for this one's.
    let build = page::marked("data-stories").unwrap_or_default();
    let address = [address, if address.contains('?') { "&" } else { "?" }, &build].concat();
    let answer = JsFuture::from(window.fetch_with_str(&address)).await.map_err(|_| Failure::Failed)?;
    let answer: Response = answer.dyn_into().map_err(|_| Failure::Failed)?;
    if matches!(answer.status(), 404 | 410) {
        return Err(Failure::NotThere);
    }
    if matches!(answer.status(), 401 | 403) {
        return Err(Failure::SignedOut);
    }
    if !answer.ok() {
        return Err(Failure::Failed);
    }
    let body = answer.array_buffer().map_err(|_| Failure::Failed)?;
    let body = JsFuture::from(body).await.map_err(|_| Failure::Failed)?;
    let bytes = Uint8Array::new(&body).to_vec();
    // No file of the game's begins as a page does.
    if bytes.first() == Some(&b'<') { Err(Failure::SignedOut) } else { Ok(bytes) }
}
