//! IndexedDB's events as futures that keep the reason of a failure and do not
//! wait for ever.

use std::future::Future;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbRequest, IdbTransaction};

use crate::browser::{
    storage::{PATIENCE_MILLISECONDS, StorageError},
    tasks::timeout,
};

/// A transaction with strict durability. web-sys has the option only behind
/// its unstable flag; browsers that do not know it ignore it.
pub(in crate::browser) fn transaction(
    database: &IdbDatabase,
    store: &str,
    mode: &str,
) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    begin
        .call3(database, &store.into(), &mode.into(), &options)?
        .dyn_into()
}

/// The result of a request.
pub(in crate::browser) async fn success(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let event = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(event).await {
        Ok(_) => request.result().map_err(|thrown| error_of(&thrown)),
        Err(_) => Err(reason(request.error().ok().flatten())),
    }
}

/// Ends when the transaction is complete, which with strict durability means
/// on disk. A full disk shows only here, as an abort.
pub(in crate::browser) async fn finished(transaction: &IdbTransaction) -> Result<(), StorageError> {
    let event = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(event).await {
        Ok(_) => Ok(()),
        Err(_) => Err(reason(transaction.error())),
    }
}

/// The outcome of `work`, or `Hung` when it takes too long.
pub(in crate::browser) async fn within_patience<T>(
    work: impl Future<Output = Result<T, StorageError>>,
) -> Result<T, StorageError> {
    timeout(PATIENCE_MILLISECONDS, work)
        .await
        .unwrap_or(Err(StorageError::Hung))
}

/// The meaning of a thrown value.
pub(in crate::browser) fn error_of(thrown: &JsValue) -> StorageError {
    match thrown.dyn_ref::<DomException>() {
        Some(exception) => reason(Some(exception.clone())),
        None => StorageError::Other(format!("{thrown:?}")),
    }
}

fn reason(exception: Option<DomException>) -> StorageError {
    match exception {
        Some(exception) => StorageError::from_exception(&exception.name(), &exception.message()),
        None => StorageError::Other("the browser gave no reason".into()),
    }
}
