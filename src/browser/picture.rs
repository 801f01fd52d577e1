//! Pictures that the user chooses, drawn anew and small: whatever the file held besides
//! its pixels stays behind.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, Event, File, HtmlCanvasElement, HtmlInputElement, ImageBitmap,
};

/// Kinds of pixels, as the browser calls them; a drawing such as SVG could hold more.
pub const PIXELS: &str = "image/png,image/jpeg,image/webp,image/gif";

/// A larger file is no logo.
const MOST_BYTES: f64 = 10.0 * 1024.0 * 1024.0;
/// The largest picture made, in pixels.
const MOST_WIDE: f64 = 480.0;
const MOST_HIGH: f64 = 160.0;
/// How often it is halved before giving up.
const HALVINGS: i32 = 4;

/// The file chosen in an input for files, which forgets it, so that the same one can be
/// chosen again.
#[must_use]
pub fn chosen(event: &Event) -> Option<ChosenPicture> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(ChosenPicture(file))
}

/// A file that should be a picture.
#[derive(Debug)]
pub struct ChosenPicture(File);

impl ChosenPicture {
    /// The picture as PNG in a data URL of at most so many characters. Nothing when the file
    /// is no picture of pixels, or too large.
    pub async fn as_small_png(&self, most: usize) -> Option<String> {
        let is_pixels = PIXELS.split(',').any(|kind| kind == self.0.type_());
        if !is_pixels || self.0.size() > MOST_BYTES {
            return None;
        }
        let bitmap = decoded(&self.0).await.ok()?;
        let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
        let fit = (MOST_WIDE / width).min(MOST_HIGH / height).min(1.0);
        let small = (0..=HALVINGS).find_map(|halving| {
            let scale = fit * 0.5_f64.powi(halving);
            let address = drawn(&bitmap, width * scale, height * scale).ok()?;
            (address.len() <= most).then_some(address)
        });
        bitmap.close();
        small
    }
}

async fn decoded(file: &File) -> Result<ImageBitmap, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let promise: Promise = window.create_image_bitmap_with_blob(file)?;
    JsFuture::from(promise).await?.dyn_into()
}

fn drawn(bitmap: &ImageBitmap, width: f64, height: f64) -> Result<String, JsValue> {
    let (width, height) = (width.round().max(1.0), height.round().max(1.0));
    let document = web_sys::window().and_then(|window| window.document());
    let canvas: HtmlCanvasElement = document
        .ok_or(JsValue::NULL)?
        .create_element("canvas")?
        .dyn_into()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)?;
    canvas.to_data_url_with_type("image/png")
}
