//! A file that the browser lets the page read and write where it is: the File System
//! Access API, which some browsers have. What it is used for is decided elsewhere.
//!
//! web-sys has these calls behind its unstable flag; here are the few that are needed.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, File};

use super::{FileError, OpenedFile, open::read, words};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug, PartialEq)]
    type FileSystemFileHandle;
    #[wasm_bindgen(method, getter)]
    fn name(this: &FileSystemFileHandle) -> String;
    #[wasm_bindgen(method, catch, js_name = getFile)]
    fn get_file(this: &FileSystemFileHandle) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &FileSystemFileHandle) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = isSameEntry)]
    fn is_same_entry(this: &FileSystemFileHandle, other: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &FileSystemFileHandle, mode: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &FileSystemFileHandle, mode: &JsValue) -> Result<Promise, JsValue>;

    type FileSystemWritableFileStream;
    #[wasm_bindgen(method, catch)]
    fn write(this: &FileSystemWritableFileStream, text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn close(this: &FileSystemWritableFileStream) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn abort(this: &FileSystemWritableFileStream) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_name = showOpenFilePicker)]
    fn show_open_file_picker(options: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    fn show_save_file_picker(options: &JsValue) -> Result<Promise, JsValue>;
}

/// A file in its place on the user's disk.
#[derive(Debug, Clone, PartialEq)]
pub struct FileHandle(FileSystemFileHandle);

/// What the user has said when asked for a file.
pub(super) enum Asked {
    /// This one.
    Picked(FileHandle),
    /// None.
    Cancelled,
    /// The browser has no such question, or does not let this page ask it.
    CannotAsk,
}

/// What a page wants to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read it.
    Read,
    /// Read and write it.
    Write,
}

impl FileHandle {
    /// The handle that a value is; nothing when it is none.
    pub(in crate::browser) fn of(value: JsValue) -> Option<Self> {
        let kind = Reflect::get(&value, &"kind".into()).ok()?;
        (kind.as_string()? == "file").then(|| Self(value.unchecked_into()))
    }

    /// The handle as the browser's own value, to be kept in IndexedDB.
    pub(in crate::browser) fn as_value(&self) -> &JsValue {
        &self.0
    }

    /// The file's name, without its place.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Whether the page may do this with the file, after asking the user if need be; to be
    /// called from a click, or the browser does not ask.
    pub async fn allow(&self, access: Access) -> bool {
        let options = options([(
            "mode",
            match access {
                Access::Read => "read".into(),
                Access::Write => "readwrite".into(),
            },
        )]);
        let granted = |answer: JsValue| answer.as_string().as_deref() == Some("granted");
        // Without these calls every handle that a page has may be used.
        let Ok(asked) = settled(self.0.query_permission(&options)).await else {
            return true;
        };
        if granted(asked) {
            return true;
        }
        settled(self.0.request_permission(&options))
            .await
            .is_ok_and(granted)
    }

    /// Reads the file.
    ///
    /// # Errors
    /// When it is gone, too large, no text, or cannot be read.
    pub async fn read(&self) -> Result<OpenedFile, FileError> {
        let file = settled(self.0.get_file()).await;
        let file: File = file
            .map_err(|thrown| self.fault(&thrown, FileError::NotRead))?
            .unchecked_into();
        let mut opened = match read(&file).await {
            // A file that changes or goes while it is read cannot be read.
            Err(FileError::NotRead(_)) if self.is_gone().await => return Err(self.gone()),
            outcome => outcome?,
        };
        opened.handle = Some(self.clone());
        Ok(opened)
    }

    /// Writes the file and reads it back. It is replaced as a whole or not at all.
    ///
    /// # Errors
    /// When it could not be written, or holds something else afterwards.
    pub async fn write(&self, text: &str) -> Result<(), FileError> {
        let not_written = |thrown: &JsValue| self.fault(thrown, FileError::NotWritten);
        let stream = settled(self.0.create_writable()).await;
        let stream: FileSystemWritableFileStream = stream
            .map_err(|thrown| not_written(&thrown))?
            .unchecked_into();
        if let Err(thrown) = settled(stream.write(text)).await {
            // The file keeps its former content; a failing abort changes nothing.
            let _ = settled(stream.abort()).await;
            return Err(not_written(&thrown));
        }
        settled(stream.close())
            .await
            .map_err(|thrown| not_written(&thrown))?;
        if self.read().await?.text == text {
            Ok(())
        } else {
            Err(FileError::WrittenDiffers)
        }
    }

    /// Whether both are the same file on disk.
    pub async fn is_same(&self, other: &Self) -> bool {
        let same = settled(self.0.is_same_entry(other.as_value())).await;
        same.is_ok_and(|same| same.is_truthy())
    }

    async fn is_gone(&self) -> bool {
        let file = settled(self.0.get_file()).await;
        file.is_err_and(|thrown| is(&thrown, "NotFoundError"))
    }

    fn gone(&self) -> FileError {
        FileError::Gone { name: self.name() }
    }

    fn fault(&self, thrown: &JsValue, otherwise: fn(String) -> FileError) -> FileError {
        if is(thrown, "NotFoundError") {
            self.gone()
        } else {
            otherwise(words(thrown))
        }
    }
}

/// Asks the user which file to open. To be called from the click itself.
pub(super) async fn ask_which() -> Asked {
    if !has("showOpenFilePicker") {
        return Asked::CannotAsk;
    }
    let handles = settled(show_open_file_picker(&Object::new())).await;
    asked(handles.map(|handles| js_sys::Array::from(&handles).get(0)))
}

/// Asks the user where to save, proposing a name. To be called from the click itself.
pub(super) async fn ask_where(name: &str) -> Asked {
    if !has("showSaveFilePicker") {
        return Asked::CannotAsk;
    }
    let options = options([("suggestedName", name.into())]);
    asked(settled(show_save_file_picker(&options)).await)
}

fn asked(answer: Result<JsValue, JsValue>) -> Asked {
    match answer {
        Ok(handle) => FileHandle::of(handle).map_or(Asked::CannotAsk, Asked::Picked),
        Err(thrown) if is(&thrown, "AbortError") => Asked::Cancelled,
        Err(_) => Asked::CannotAsk,
    }
}

/// Whether this browser lets a page open and save files in place.
#[must_use]
pub fn in_place() -> bool {
    has("showOpenFilePicker") && has("showSaveFilePicker")
}

fn has(name: &str) -> bool {
    Reflect::get(&js_sys::global(), &name.into()).is_ok_and(|found| found.is_function())
}

fn options<const N: usize>(entries: [(&str, JsValue); N]) -> JsValue {
    let options = Object::new();
    for (name, value) in entries {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    options.into()
}

/// The value of a promise that a call gives; what the call throws is thrown by it too.
pub(super) async fn settled(called: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(called?).await
}

fn is(thrown: &JsValue, name: &str) -> bool {
    thrown
        .dyn_ref::<DomException>()
        .is_some_and(|exception| exception.name() == name)
}
