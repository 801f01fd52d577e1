//! Saving a file: by the browser's picker where it has one, else as a
//! download.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DomException, HtmlAnchorElement, Url};

use super::{FileError, words};
use crate::browser::tasks::Timer;

/// How a file was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// To a file of this name that the user has picked.
    File {
        /// Its name.
        name: String,
    },
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
    let not_written = |thrown: JsValue| FileError::NotWritten(words(&thrown));
    match ask_where(name).await {
        Asked::Picked(handle) => {
            write_to(&handle, text).await.map_err(not_written)?;
            let name = Reflect::get(&handle, &"name".into()).map_err(not_written)?;
            Ok(Saved::File {
                name: name.as_string().unwrap_or_default(),
            })
        }
        Asked::Cancelled => Ok(Saved::Cancelled),
        Asked::NoPicker => {
            download(name, media_type, text).map_err(not_written)?;
            Ok(Saved::Download {
                name: name.to_owned(),
            })
        }
    }
}

enum Asked {
    Picked(JsValue),
    Cancelled,
    /// The browser has no picker, or does not let this page use it.
    NoPicker,
}

async fn ask_where(name: &str) -> Asked {
    let Ok(dialog) = open_picker(name) else {
        return Asked::NoPicker;
    };
    match JsFuture::from(dialog).await {
        Ok(handle) => Asked::Picked(handle),
        Err(thrown) if is_abort(&thrown) => Asked::Cancelled,
        Err(_) => Asked::NoPicker,
    }
}

fn open_picker(name: &str) -> Result<Promise, JsValue> {
    let window = js_sys::global();
    let picker: Function = Reflect::get(&window, &"showSaveFilePicker".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    picker.call1(&window, &options)?.dyn_into()
}

async fn write_to(handle: &JsValue, text: &str) -> Result<(), JsValue> {
    let stream = call(handle, "createWritable", None).await?;
    let written = call(&stream, "write", Some(&text.into())).await;
    if let Err(thrown) = written {
        // The file keeps its former content; a failing abort changes nothing.
        let _ = call(&stream, "abort", None).await;
        return Err(thrown);
    }
    call(&stream, "close", None).await?;
    Ok(())
}

/// Calls a method that gives a promise, and waits for it.
async fn call(
    object: &JsValue,
    method: &str,
    argument: Option<&JsValue>,
) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let promise = match argument {
        Some(argument) => method.call1(object, argument)?,
        None => method.call0(object)?,
    };
    JsFuture::from(Promise::resolve(&promise)).await
}

fn is_abort(thrown: &JsValue) -> bool {
    thrown
        .dyn_ref::<DomException>()
        .is_some_and(|exception| exception.name() == "AbortError")
}

fn download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
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
