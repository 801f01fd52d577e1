//! Opening the database, and noticing when it is closed under our feet.

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomStringList, IdbDatabase, IdbOpenDbRequest};

use super::request::{error_of, success, within_patience};
use crate::browser::{
    local_storage,
    storage::{StorageError, Store},
    tasks,
};

/// The name of the database; `static/recovery.js` opens the same.
const NAME: &str = "plumbline";

/// Raised when a store is added or what is in one is written otherwise: tabs with an older
/// program then let go of the database, and can neither read nor write it any more.
const VERSION: u32 = 3;

/// An open database.
pub(super) struct Connection {
    database: IdbDatabase,
    fate: Rc<Cell<Fate>>,
    _listeners: [EventListener; 2],
}

#[derive(Clone, Copy)]
enum Fate {
    Open,
    /// The browser has closed it, as when the user clears the site's data.
    Closed,
    /// Another tab wants to upgrade it; this one has let go.
    Outdated,
}

impl Connection {
    /// The database, or `None` when it must be opened again.
    pub(super) fn database(&self) -> Result<Option<IdbDatabase>, StorageError> {
        match self.fate.get() {
            Fate::Open => Ok(Some(self.database.clone())),
            Fate::Closed => Ok(None),
            Fate::Outdated => Err(StorageError::Outdated),
        }
    }

    fn new(database: IdbDatabase) -> Self {
        let fate = Rc::new(Cell::new(Fate::Open));
        let closed = Rc::clone(&fate);
        let on_close = EventListener::new(&database, "close", move |_| {
            closed.set(Fate::Closed);
        });
        let (outdated, held) = (Rc::clone(&fate), database.clone());
        let on_upgrade = EventListener::new(&database, "versionchange", move |_| {
            outdated.set(Fate::Outdated);
            held.close();
        });
        Self {
            database,
            fate,
            _listeners: [on_close, on_upgrade],
        }
    }
}

/// A connection that nobody uses would hold up upgrades in other tabs.
impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

/// Opens the database, creating its stores where they are missing.
pub(super) async fn open() -> Result<Connection, StorageError> {
    let factory = web_sys::window()
        .and_then(|window| window.indexed_db().ok().flatten())
        .ok_or(StorageError::Unavailable)?;
    let request = factory
        .open_with_u32(NAME, VERSION)
        .map_err(|thrown| error_of(&thrown))?;
    let on_upgrade = create_stores_in(&request);
    let blocked = Rc::new(Cell::new(false));
    let noticed = Rc::clone(&blocked);
    let on_blocked = EventListener::once(&request, "blocked", move |_| noticed.set(true));
    let opened = within_patience(success(&request)).await;
    drop((on_upgrade, on_blocked));
    match opened {
        Ok(database) => Ok(Connection::new(database.unchecked_into())),
        Err(StorageError::Hung) => {
            close_if_late(request);
            Err(if blocked.get() {
                StorageError::Blocked
            } else {
                StorageError::Hung
            })
        }
        // What cannot be written now cannot even be opened.
        Err(StorageError::Unwritable) if local_storage::is_denied() => {
            Err(StorageError::Unavailable)
        }
        Err(StorageError::Unwritable) => Err(StorageError::Corrupt),
        Err(StorageError::Other(words)) => Err(reason_of_refusal(words)),
        Err(why) => Err(why),
    }
}

/// Browsers have no name of their own for a private window or site data switched off.
fn reason_of_refusal(words: String) -> StorageError {
    if local_storage::is_denied() || words.starts_with("InvalidStateError") {
        StorageError::Unavailable
    } else {
        StorageError::Other(words)
    }
}

fn create_stores_in(request: &IdbOpenDbRequest) -> EventListener {
    let upgrading = request.clone();
    EventListener::once(request, "upgradeneeded", move |_| {
        let Ok(Ok(database)) = upgrading.result().map(JsCast::dyn_into::<IdbDatabase>) else {
            return;
        };
        let present: DomStringList = database.object_store_names();
        for store in Store::ALL {
            if !present.contains(store.name())
                && database.create_object_store(store.name()).is_err()
            {
                call_off(&upgrading);
                return;
            }
        }
    })
}

/// Leaves the database as it was; the open then fails.
fn call_off(upgrading: &IdbOpenDbRequest) {
    if let Some(transaction) = upgrading.transaction() {
        // Refused only when it is being called off already.
        let _ = transaction.abort();
    }
}

/// A database that opens after we stopped waiting would hold up upgrades in
/// other tabs.
fn close_if_late(late: IdbOpenDbRequest) {
    let opened = Promise::new(&mut |resolve, _| late.set_onsuccess(Some(&resolve)));
    tasks::spawn(async move {
        let _ = JsFuture::from(opened).await;
        if let Ok(database) = late
            .result()
            .and_then(|held| held.dyn_into::<IdbDatabase>())
        {
            database.close();
        }
    });
}
