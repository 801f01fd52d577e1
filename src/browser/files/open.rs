//! Opening a file: by the browser's picker.

use gloo::events::EventListener;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use super::{
    FileError, LARGEST_FILE_BYTES, OpenedFile,
    handle::{Asked, ask_which},
    words,
};

/// Lets the user pick a file whose name ends as `accept` says (as in
/// `.json,.csv`) and reads it. `None` when the user cancels. To be called from
/// the click itself, or the browser refuses.
///
/// # Errors
/// When the file is too large, is no text or can't be read.
pub async fn pick(accept: &str) -> Result<Option<OpenedFile>, FileError> {
    match ask_which().await {
        Asked::Picked(handle) => handle.read().await.map(Some),
        Asked::Cancelled => Ok(None),
        Asked::CannotAsk => pick_to_read(accept).await,
    }
}

/// The same where the browser lets a page read a file, but not write it.
async fn pick_to_read(accept: &str) -> Result<Option<OpenedFile>, FileError> {
    match pick_any(accept).await? {
        Some(file) => read(&file).await.map(Some),
        None => Ok(None),
    }
}

/// Lets the user pick a file by the page's own means; `None` when the user cancels.
pub(super) async fn pick_any(accept: &str) -> Result<Option<File>, FileError> {
    let input = input(accept).ok_or_else(|| FileError::NotRead("no page".into()))?;
    let mut listeners = Vec::new();
    let decided = Promise::new(&mut |resolve, _| {
        for event in ["change", "cancel"] {
            let resolve = resolve.clone();
            listeners.push(EventListener::once(&input, event, move |_| {
                // Calling `resolve` cannot throw.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }));
        }
    });
    input.click();
    // The promise is only ever resolved.
    let _ = JsFuture::from(decided).await;
    Ok(input.files().and_then(|files| files.get(0)))
}

/// Reads a file as text.
///
/// # Errors
/// When the file is too large, is no text or can't be read.
pub(super) async fn read(file: &File) -> Result<OpenedFile, FileError> {
    let name = file.name();
    check_size(&name, file.size())?;
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|thrown| FileError::NotRead(words(&thrown)))?;
    let text = decode(&name, Uint8Array::new(&buffer).to_vec())?;
    Ok(OpenedFile {
        name,
        text,
        handle: None,
    })
}

fn input(accept: &str) -> Option<HtmlInputElement> {
    let document = web_sys::window()?.document()?;
    let input: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
    input.set_type("file");
    input.set_accept(accept);
    Some(input)
}

fn check_size(name: &str, bytes: f64) -> Result<(), FileError> {
    if bytes > LARGEST_FILE_BYTES {
        return Err(FileError::TooLarge {
            name: name.to_owned(),
            bytes,
        });
    }
    Ok(())
}

/// Text from UTF-8 bytes, with or without a byte order mark.
fn decode(name: &str, bytes: Vec<u8>) -> Result<String, FileError> {
    let mut text = String::from_utf8(bytes).map_err(|_| FileError::NotText {
        name: name.to_owned(),
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Case 32.
    #[test]
    fn a_file_of_500_megabytes_is_refused_by_its_size() {
        let refused = check_size("big.json", 5e8);
        assert!(matches!(refused, Err(FileError::TooLarge { bytes, .. }) if bytes == 5e8));
        assert_eq!(check_size("plan.json", LARGEST_FILE_BYTES), Ok(()));
    }

    /// Case 27.
    #[test]
    fn a_picture_is_told_from_text() {
        let png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".to_vec();
        assert_eq!(
            decode("logo.png", png),
            Err(FileError::NotText {
                name: "logo.png".into()
            })
        );
    }

    /// Case 37.
    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let text = "\u{feff}{}".as_bytes().to_vec();
        assert_eq!(decode("plan.json", text), Ok("{}".into()));
    }
}
