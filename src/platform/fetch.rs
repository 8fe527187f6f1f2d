//! Files from where the app came from.

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
    let answer = JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| Failure::Failed)?;
    let answer: Response = answer.dyn_into().map_err(|_| Failure::Failed)?;
    if matches!(answer.status(), 404 | 410) {
        return Err(Failure::NotThere);
    }
    if !answer.ok() {
        return Err(Failure::Failed);
    }
    let body = answer.array_buffer().map_err(|_| Failure::Failed)?;
    let body = JsFuture::from(body).await.map_err(|_| Failure::Failed)?;
    Ok(Uint8Array::new(&body).to_vec())
}
