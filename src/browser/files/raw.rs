//! Files read as they are, whatever is in them: tables in any encoding, spreadsheets.

use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::{DroppedFile, FileError, open::pick_any, words};
use crate::browser::bytes::Bytes;

/// A larger file is refused before a byte of it is read: 200 MB.
const LARGEST_BYTES: f64 = 200.0 * 1024.0 * 1024.0;

/// A file not yet read.
pub struct RawFile(File);

/// Lets the user pick a file whose name ends as `accept` says (as in `.csv,.txt`). `None`
/// when the user cancels. To be called from the click itself, or the browser refuses.
///
/// # Errors
/// When the page cannot ask.
pub async fn pick_raw(accept: &str) -> Result<Option<RawFile>, FileError> {
    Ok(pick_any(accept).await?.map(RawFile))
}

impl RawFile {
    /// A file that was dropped on the page.
    #[must_use]
    pub fn dropped(file: DroppedFile) -> Self {
        Self(file.into_file())
    }

    /// Its name and its bytes.
    ///
    /// # Errors
    /// When it is too large or cannot be read.
    pub async fn read(self) -> Result<(String, Bytes), FileError> {
        let (name, bytes) = (self.0.name(), self.0.size());
        if bytes > LARGEST_BYTES {
            return Err(FileError::TooLarge { name, bytes });
        }
        let buffer = JsFuture::from(self.0.array_buffer())
            .await
            .map_err(|thrown| FileError::NotRead(words(&thrown)))?;
        let buffer: ArrayBuffer = buffer
            .dyn_into()
            .map_err(|thrown| FileError::NotRead(words(&thrown)))?;
        Ok((name, Bytes::of(buffer)))
    }
}
