//! Addresses of pictures that the page holds as bytes, for as long as anybody else holds them.

use js_sys::{Array, Uint8Array, encode_uri_component};
use scenario::PictureKind;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Blob, BlobPropertyBag, Url};

/// What a picture holds, and its address.
type Addressed = (Rc<[u8]>, String);

thread_local! {
    /// The pictures that have an address.
    static PICTURES: RefCell<Vec<Addressed>> = RefCell::default();
}

/// The address of a picture of a media type; `None` where the browser gives none.
pub fn address(bytes: &Rc<[u8]>, kind: &str) -> Option<String> {
    PICTURES.with_borrow_mut(|pictures| {
        // Whose story is gone is shown no more.
        pictures.retain(|(bytes, address)| {
            let held = Rc::strong_count(bytes) > 1;
            if !held {
                // An address that is none any more is as good as given back.
                let _ = Url::revoke_object_url(address);
            }
            held
        });
        if let Some((_, address)) = pictures.iter().find(|(known, _)| Rc::ptr_eq(known, bytes)) {
            return Some(address.clone());
        }
        let address = made(bytes, kind)?;
        pictures.push((Rc::clone(bytes), address.clone()));
        Some(address)
    })
}

/// The address of bytes. A drawing's holds the drawing itself: opened in a tab of its own, where it is a document and can
/// have scripts, it then stands at no origin and reaches nothing, while some browsers give a blob the page's origin without
/// the page's policy.
fn made(bytes: &[u8], kind: &str) -> Option<String> {
    if kind == PictureKind::Svg.media_type() {
        let drawing = encode_uri_component(std::str::from_utf8(bytes).ok()?).as_string()?;
        return Some(["data:", kind, ",", &drawing].concat());
    }
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

#[cfg(feature = "one-file")]
thread_local! {
    /// The addresses of files in the page, by the addresses that they would have beside the app.
    static GIVEN: RefCell<Vec<(String, String)>> = RefCell::default();
}

/// The address of a picture in the page, by the one that it would have beside the app.
#[cfg(feature = "one-file")]
pub fn given(file: &str, kind: &str) -> Option<String> {
    GIVEN.with_borrow_mut(|given| {
        if let Some((_, address)) = given.iter().find(|(known, _)| known == file) {
            return Some(address.clone());
        }
        let address = made(&super::one_file::file(file)?, kind)?;
        given.push((file.to_owned(), address.clone()));
        Some(address)
    })
}
