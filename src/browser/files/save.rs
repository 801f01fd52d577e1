//! Saving a file: to a place the user picks where the browser lets pages write there,
//! else as a download.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{
    FileError,
    handle::{Asked, FileHandle, ask_where},
    words,
};
use crate::browser::tasks::Timer;

/// How a file was saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// To a file that the user has picked.
    File(FileHandle),
    /// Handed to the browser as a download under this name. Whether it
    /// arrived the page is not told.
    Download {
        /// The name proposed.
        name: String,
    },
    /// Not at all: the user has cancelled.
    Cancelled,
}

/// Saves a text under the proposed name. To be called from the click itself,
/// or the browser refuses the picker; it is then downloaded.
///
/// # Errors
/// When the picked file could not be written, or no download could be begun.
pub async fn save(name: &str, media_type: &str, text: &str) -> Result<Saved, FileError> {
    match ask_where(name).await {
        Asked::Picked(handle) => {
            handle.write(text).await?;
            Ok(Saved::File(handle))
        }
        Asked::Cancelled => Ok(Saved::Cancelled),
        Asked::CannotAsk => {
            download(name, media_type, text)?;
            Ok(Saved::Download {
                name: name.to_owned(),
            })
        }
    }
}

/// Hands a text to the browser as a download under this name.
///
/// # Errors
/// When no download could be begun.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), FileError> {
    hand_over(name, media_type, text).map_err(|thrown| FileError::NotWritten(words(&thrown)))
}

fn hand_over(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no page")?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timer::after(KEPT_MILLISECONDS, move || {
        // An address that is gone already is no harm.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// How long the download's bytes stay reachable: a browser may ask the user
/// where to put them first.
const KEPT_MILLISECONDS: u32 = 120_000;
