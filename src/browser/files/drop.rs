//! Files dragged onto the page, wherever they are let go.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, Event, File};

use super::{
    FileError, OpenedFile,
    handle::{FileHandle, settled},
    open::read,
};

/// Listeners for files dragged onto the page; dropping them ends the listening.
pub struct DropListeners(#[expect(dead_code, reason = "held for their drop")] Vec<EventListener>);

/// A file let go over the page. What is not read before the event has ended is gone, so
/// the file is taken at once and read later.
pub struct DroppedFile {
    file: File,
    handle: Option<Promise>,
}

/// Tells `over` whether files are held over the page, and gives the first file that is let
/// go on it to `dropped`. Without this the browser would show the file in place of the page.
#[must_use]
pub fn on_drop(
    over: impl Fn(bool) + Clone + 'static,
    dropped: impl Fn(DroppedFile) + 'static,
) -> DropListeners {
    let Some(window) = web_sys::window() else {
        return DropListeners(Vec::new());
    };
    let listen = |name: &'static str, then: Box<dyn Fn(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, name, options, move |event: &Event| {
            let event: &DragEvent = event.unchecked_ref();
            if carries_files(event) {
                event.prevent_default();
                then(event);
            }
        })
    };
    let (enter, leave, end) = (over.clone(), over.clone(), over);
    DropListeners(vec![
        listen("dragenter", Box::new(move |_| enter(true))),
        listen("dragover", Box::new(|_| {})),
        // Between two elements the event names the next one; out of the window, none.
        listen(
            "dragleave",
            Box::new(move |event| {
                if event.related_target().is_none() {
                    leave(false);
                }
            }),
        ),
        listen(
            "drop",
            Box::new(move |event| {
                end(false);
                if let Some(file) = first_file(event) {
                    dropped(file);
                }
            }),
        ),
    ])
}

impl DroppedFile {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.file.name()
    }

    pub(super) fn into_file(self) -> File {
        self.file
    }

    /// Reads the file.
    ///
    /// # Errors
    /// When it is too large, no text, or cannot be read.
    pub async fn read(self) -> Result<OpenedFile, FileError> {
        let mut opened = read(&self.file).await?;
        if let Some(handle) = self.handle {
            // Without a handle the file is opened all the same, but not saved in place.
            let handle = settled(Ok(handle)).await.ok();
            opened.handle = handle.and_then(FileHandle::of);
        }
        Ok(opened)
    }
}

fn carries_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

fn first_file(event: &DragEvent) -> Option<DroppedFile> {
    let data = event.data_transfer()?;
    let file = data.files()?.get(0)?;
    Some(DroppedFile {
        file,
        handle: handle_of(&data).ok(),
    })
}

/// The promise of a handle for the first thing dropped, where the browser gives one.
fn handle_of(data: &JsValue) -> Result<Promise, JsValue> {
    let items = Reflect::get(data, &"items".into())?;
    let item = Reflect::get_u32(&items, 0)?;
    let handle: Function = Reflect::get(&item, &"getAsFileSystemHandle".into())?.dyn_into()?;
    handle.call0(&item)?.dyn_into()
}
