//! Remembers files from one visit to the next: those used last, and which file a plan
//! belongs to. Only IndexedDB can keep the handles by which the browser knows a file.
//!
//! A database of its own, apart from the plans': nothing of a plan is in it, and losing it
//! loses none. So nothing here is an error to the user: what cannot be remembered is not.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction};

use super::{
    files::FileHandle,
    indexed_db::request::{finished, success, transaction, within_patience},
    storage::StorageError,
};

const NAME: &str = "plumbline-files";
const VERSION: u32 = 1;

/// One record, the list of the files used last.
const RECENT: &str = "recent";
/// A record for each plan, by its id.
const OF_PLANS: &str = "of-plans";
const LIST: &str = "list";

/// How many files are remembered.
const LONGEST: usize = 8;

/// A file used before.
#[derive(Debug, Clone, PartialEq)]
pub struct RecentFile {
    /// The file.
    pub handle: FileHandle,
    /// The title of the plan in it when it was last used.
    pub title: String,
}

/// The file a plan belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct FileOfPlan {
    /// The file's name.
    pub name: String,
    /// The file itself, where the browser gave a handle.
    pub handle: Option<FileHandle>,
    /// A checksum of its content when it was last read or written here.
    pub checksum: String,
    /// When the plan was first changed since, milliseconds since 1970.
    pub unsaved_since: Option<f64>,
}

/// The files used last, the latest first.
pub async fn recent() -> Vec<RecentFile> {
    match read(RECENT, LIST).await {
        Some(list) if Array::is_array(&list) => Array::from(&list)
            .iter()
            .filter_map(|entry| recent_of(&entry))
            .collect(),
        _ => Vec::new(),
    }
}

/// Puts a file first among those used last.
pub async fn remember(file: RecentFile) {
    let mut kept = vec![file.clone()];
    for other in recent().await {
        if kept.len() < LONGEST && !other.handle.is_same(&file.handle).await {
            kept.push(other);
        }
    }
    write_list(&kept).await;
}

/// Takes a file off the list.
pub async fn forget(handle: &FileHandle) {
    let mut kept = Vec::new();
    for other in recent().await {
        if !other.handle.is_same(handle).await {
            kept.push(other);
        }
    }
    write_list(&kept).await;
}

/// The file that a plan belongs to, by the plan's id in this browser.
pub async fn file_of(plan: &str) -> Option<FileOfPlan> {
    let found = read(OF_PLANS, plan).await?;
    let text = |name| get(&found, name)?.as_string();
    Some(FileOfPlan {
        name: text("name")?,
        handle: get(&found, "handle").and_then(FileHandle::of),
        checksum: text("checksum")?,
        unsaved_since: get(&found, "unsavedSince").and_then(|at| at.as_f64()),
    })
}

/// Remembers the file that a plan belongs to.
pub async fn keep_file_of(plan: &str, file: &FileOfPlan) {
    let record = Object::new();
    set(&record, "name", &file.name.as_str().into());
    set(&record, "checksum", &file.checksum.as_str().into());
    if let Some(handle) = &file.handle {
        set(&record, "handle", handle.as_value());
    }
    if let Some(at) = file.unsaved_since {
        set(&record, "unsavedSince", &at.into());
    }
    write(OF_PLANS, plan, &record).await;
}

fn recent_of(entry: &JsValue) -> Option<RecentFile> {
    Some(RecentFile {
        handle: FileHandle::of(get(entry, "handle")?)?,
        title: get(entry, "title")?.as_string()?,
    })
}

async fn write_list(files: &[RecentFile]) {
    let list = Array::new();
    for file in files {
        let entry = Object::new();
        set(&entry, "handle", file.handle.as_value());
        set(&entry, "title", &file.title.as_str().into());
        list.push(&entry);
    }
    write(RECENT, LIST, &list).await;
}

async fn read(store: &str, key: &str) -> Option<JsValue> {
    let work = async {
        let (database, _, store) = begin(store, "readonly").await?;
        let request = store.get(&key.into()).map_err(other)?;
        let found = success(&request).await;
        database.close();
        found
    };
    let found = within_patience(work).await.ok()?;
    (!found.is_undefined()).then_some(found)
}

async fn write(store: &str, key: &str, value: &JsValue) {
    let work = async {
        let (database, running, store) = begin(store, "readwrite").await?;
        // The request's own outcome is the transaction's.
        let _ = store.put_with_key(value, &key.into()).map_err(other)?;
        let written = finished(&running).await;
        database.close();
        written
    };
    // Not remembered, then.
    let _ = within_patience(work).await;
}

async fn begin(
    store: &str,
    mode: &str,
) -> Result<(IdbDatabase, IdbTransaction, IdbObjectStore), StorageError> {
    let database = open().await?;
    let running = transaction(&database, store, mode).map_err(other)?;
    let store = running.object_store(store).map_err(other)?;
    Ok((database, running, store))
}

async fn open() -> Result<IdbDatabase, StorageError> {
    let factory = web_sys::window()
        .and_then(|window| window.indexed_db().ok().flatten())
        .ok_or(StorageError::Unavailable)?;
    let request = factory.open_with_u32(NAME, VERSION).map_err(other)?;
    let upgrading = request.clone();
    let on_upgrade = gloo::events::EventListener::once(&request, "upgradeneeded", move |_| {
        if let Ok(Ok(database)) = upgrading.result().map(JsCast::dyn_into::<IdbDatabase>) {
            for store in [RECENT, OF_PLANS] {
                // A store that cannot be made fails whoever looks for it.
                let _ = database.create_object_store(store);
            }
        }
    });
    let opened = success(&request).await;
    drop(on_upgrade);
    Ok(opened?.unchecked_into())
}

fn other(thrown: JsValue) -> StorageError {
    StorageError::Other(format!("{thrown:?}"))
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined()).then_some(value)
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}
