//! Storage in IndexedDB, with strict durability.
//!
//! A thin wrapper of our own over web-sys: the `idb` crate opens no transaction
//! with a durability, and its transaction future loses the reason of a failure
//! (it looks for the transaction in the event of a request), so that a full
//! disk could not be told from anything else.
//!
//! It never deletes a database and never opens another page's.

mod open;
pub(super) mod request;

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use self::{
    open::Connection,
    request::{error_of, finished, success, within_patience},
};
use super::{
    bytes::Bytes,
    panic,
    storage::{Added, Answer, Storage, StorageError, Store},
};

/// The database of this origin. Opened on first use, and again after the
/// browser has closed it.
#[derive(Default)]
pub struct IndexedDb {
    connection: RefCell<Option<Connection>>,
}

impl IndexedDb {
    /// The storage; nothing is opened yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    async fn database(&self) -> Result<IdbDatabase, StorageError> {
        if let Some(connection) = &*self.connection.borrow()
            && let Some(database) = connection.database()?
        {
            return Ok(database);
        }
        let connection = open::open().await?;
        let database = connection.database()?;
        *self.connection.borrow_mut() = Some(connection);
        database.ok_or(StorageError::Corrupt)
    }

    async fn begin(&self, store: Store, mode: Mode) -> Result<Running, StorageError> {
        let database = self.database().await?;
        Running::begin(&database, store, mode).map_err(|thrown| error_of(&thrown))
    }

    async fn put_array(
        &self,
        store: Store,
        key: &str,
        bytes: &Uint8Array,
    ) -> Result<(), StorageError> {
        let running = self.begin(store, Mode::Write).await?;
        running.put(key, bytes)?;
        running.patiently(running.commit()).await
    }
}

impl Storage for IndexedDb {
    fn read<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            let running = self.begin(store, Mode::Read).await?;
            let work = async { Ok(bytes_of(&running.get(key).await?)) };
            running.patiently(work).await
        })
    }

    fn add<'a>(&'a self, store: Store, key: &'a str, bytes: &'a [u8]) -> Answer<'a, Added> {
        Box::pin(async move {
            refuse_after_failure()?;
            let running = self.begin(store, Mode::Write).await?;
            running.add(key, bytes)?;
            match running.patiently(running.commit()).await {
                Ok(()) => Ok(Added::Yes),
                Err(StorageError::Other(words)) if words.starts_with("ConstraintError") => {
                    Ok(Added::Refused)
                }
                Err(why) => Err(why),
            }
        })
    }

    fn put<'a>(&'a self, store: Store, key: &'a str, bytes: &'a [u8]) -> Answer<'a, ()> {
        Box::pin(async move {
            refuse_after_failure()?;
            self.put_array(store, key, &Uint8Array::from(bytes)).await
        })
    }

    fn put_held<'a>(&'a self, store: Store, key: &'a str, bytes: &'a Bytes) -> Answer<'a, ()> {
        Box::pin(async move {
            refuse_after_failure()?;
            self.put_array(store, key, &bytes.view()).await
        })
    }

    fn remove<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            refuse_after_failure()?;
            let running = self.begin(store, Mode::Write).await?;
            let gone = running.store.delete(&key.into());
            gone.map_err(|thrown| error_of(&thrown))?;
            running.patiently(running.commit()).await
        })
    }

    fn keys<'a>(&'a self, store: Store, beginning: &'a str) -> Answer<'a, Vec<String>> {
        Box::pin(async move {
            let running = self.begin(store, Mode::Read).await?;
            let work = async {
                let request = running.keys(beginning);
                let keys = success(&request.map_err(|thrown| error_of(&thrown))?).await?;
                Ok(Array::from(&keys)
                    .iter()
                    .filter_map(|key| key.as_string())
                    .collect())
            };
            running.patiently(work).await
        })
    }
}

/// After a panic nothing in memory can be trusted.
fn refuse_after_failure() -> Result<(), StorageError> {
    if panic::has_failed() {
        return Err(StorageError::Stopped);
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Mode {
    Read,
    Write,
}

/// A transaction on one store.
struct Running {
    transaction: IdbTransaction,
    store: IdbObjectStore,
}

impl Running {
    fn begin(database: &IdbDatabase, store: Store, mode: Mode) -> Result<Self, JsValue> {
        let transaction = request::transaction(
            database,
            store.name(),
            match mode {
                Mode::Read => "readonly",
                Mode::Write => "readwrite",
            },
        )?;
        let store = transaction.object_store(store.name())?;
        Ok(Self { transaction, store })
    }

    async fn get(&self, key: &str) -> Result<JsValue, StorageError> {
        let request = self.store.get(&key.into());
        success(&request.map_err(|thrown| error_of(&thrown))?).await
    }

    fn add(&self, key: &str, bytes: &[u8]) -> Result<(), StorageError> {
        let bytes = Uint8Array::from(bytes);
        let added = self.store.add_with_key(&bytes, &key.into());
        added.map(drop).map_err(|thrown| error_of(&thrown))
    }

    fn put(&self, key: &str, bytes: &Uint8Array) -> Result<(), StorageError> {
        let put = self.store.put_with_key(bytes, &key.into());
        put.map(drop).map_err(|thrown| error_of(&thrown))
    }

    /// The keys that begin so: strings up to the beginning followed by the last character.
    fn keys(&self, beginning: &str) -> Result<IdbRequest, JsValue> {
        let end = format!("{beginning}\u{ffff}");
        let range = IdbKeyRange::bound(&beginning.into(), &end.into())?;
        self.store.get_all_keys_with_key(&range)
    }

    /// Ends when the changes have reached the disk. The browser is told at once that no
    /// more will come: it then completes them even if the page goes away meanwhile.
    async fn commit(&self) -> Result<(), StorageError> {
        // Older browsers do not know the call and commit by themselves.
        #[expect(deprecated, reason = "it is so in web-sys alone, and in no browser")]
        let _ = self.transaction.commit();
        finished(&self.transaction).await
    }

    /// The outcome of `work` on this transaction, or `Hung` when it takes too
    /// long; the transaction is then called off, so that a late write is
    /// unlikely (it can't be ruled out once the browser is committing).
    async fn patiently<T>(
        &self,
        work: impl Future<Output = Result<T, StorageError>>,
    ) -> Result<T, StorageError> {
        let outcome = within_patience(work).await;
        if matches!(outcome, Err(StorageError::Hung)) {
            // Refused when it has ended in the meantime, which is as good.
            let _ = self.transaction.abort();
        }
        outcome
    }
}

/// Anything but bytes under a key is not ours, and reads as bytes that are no
/// record.
fn bytes_of(held: &JsValue) -> Option<Vec<u8>> {
    if held.is_undefined() {
        return None;
    }
    Some(
        held.dyn_ref::<Uint8Array>()
            .map_or_else(Vec::new, Uint8Array::to_vec),
    )
}
