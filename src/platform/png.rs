//! Drawings as pictures of dots.

use super::save;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Saves an SVG of a size as a PNG of twice that size. False where the browser does not, or is short of memory.
pub async fn save(name: &str, svg: &str, (width, height): (u32, u32)) -> bool {
    match drawn(svg, width, height).await {
        Ok(bytes) => save::bytes(name, "image/png", &bytes),
        Err(_) => false,
    }
}

async fn drawn(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let bytes = dots(&address, width, height).await;
    Url::revoke_object_url(&address)?;
    bytes
}

async fn dots(address: &str, width: u32, height: u32) -> Result<Vec<u8>, JsValue> {
    let image = HtmlImageElement::new_with_width_and_height(width, height)?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = (width * 2, height * 2);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    let made = Promise::new(&mut |made, failed| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            // Fails for no function that a promise gives.
            let _ = made.call1(&JsValue::NULL, &blob);
        });
        if let Err(error) = canvas.to_blob(take.unchecked_ref()) {
            let _ = failed.call1(&JsValue::NULL, &error);
        }
    });
    let blob: Blob = JsFuture::from(made).await?.dyn_into()?;
    Ok(Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec())
}
