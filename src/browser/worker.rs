//! Web workers: the page's own program once more, or another program of the page's, on a
//! thread of its own.
//!
//! A worker is made from a Blob of the glue and is handed the page's compiled module, so
//! nothing is fetched or compiled twice (`static/boot.js` leaves both on the page). What it
//! then does is decided in `main`. Knows nothing of what is sent to and fro: text, with
//! bytes beside it, which are handed over rather than copied.

use std::{cell::RefCell, rc::Rc};

use gloo::events::EventListener;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, ErrorEvent, Event, MessageEvent, Url,
};

use super::{bytes::Bytes, own_files};

/// Follows the glue in a worker: starts the program with the first message, the module. A
/// failure in a promise is made one of the worker, so that the page hears of it.
const START: &str = "
onmessage = ({ data }) => { onmessage = null; wasm_bindgen.initSync({ module: data }); };
onunhandledrejection = ({ reason }) => { throw reason; };
";

/// What workers are made of.
#[derive(Debug)]
pub struct Program {
    module: JsValue,
    address: String,
}

/// A running worker; ended when dropped.
pub struct Worker {
    inner: web_sys::Worker,
    _listeners: [EventListener; 3],
}

impl Program {
    /// The program of this page. Nothing where the page was not started by `boot.js`, the
    /// glue cannot be read again, or the browser refuses.
    pub async fn of_page() -> Option<Self> {
        let parts = Reflect::get(&js_sys::global(), &"plumbline".into()).ok()?;
        let module = Reflect::get(&parts, &"module".into()).ok()?;
        let glue: Promise = Reflect::get(&parts, &"glue".into()).ok()?.dyn_into().ok()?;
        let glue = JsFuture::from(glue).await.ok()?.as_string()?;
        let address = address(&glue)?;
        Some(Self { module, address })
    }

    /// Another program, by the addresses of its glue and its module: fetched and compiled
    /// now. Nothing when either cannot be had.
    pub async fn at(glue: &str, module: &str) -> Option<Self> {
        let glue = own_files::text_at(glue).await?;
        let bytes = own_files::fetched(module).await?;
        let compiled = js_sys::WebAssembly::compile(&Uint8Array::from(bytes.as_slice()).into());
        let module = JsFuture::from(compiled).await.ok()?;
        let address = address(&glue)?;
        Some(Self { module, address })
    }

    /// Starts a worker. `heard` is called with every message, `failed` with what the
    /// browser says, when the worker fails or sends what cannot be read. It may then be
    /// dropped at once.
    ///
    /// # Errors
    /// What the browser says when it does not let a worker start.
    pub fn start(
        &self,
        heard: impl Fn(String, Bytes) + 'static,
        failed: impl Fn(String) + Clone + 'static,
    ) -> Result<Worker, String> {
        let said = |error: JsValue| format!("{error:?}");
        let inner = web_sys::Worker::new(&self.address).map_err(said)?;
        let unreadable = failed.clone();
        let listeners = [
            EventListener::new(&inner, "message", move |event| match read(event) {
                Some((text, bytes)) => heard(text, bytes),
                None => unreadable("not a message".to_owned()),
            }),
            EventListener::new(&inner, "messageerror", {
                let failed = failed.clone();
                move |_| failed("a message that cannot be read".to_owned())
            }),
            EventListener::new(&inner, "error", move |event| {
                let error = event.dyn_ref::<ErrorEvent>();
                failed(error.map(ErrorEvent::message).unwrap_or_default());
            }),
        ];
        inner.post_message(&self.module).map_err(said)?;
        Ok(Worker {
            inner,
            _listeners: listeners,
        })
    }
}

impl Program {
    /// Starts a worker for a single question, and ends it with the answer.
    ///
    /// # Errors
    /// What the browser says when the worker does not start, or ends without an answer.
    pub async fn ask(&self, text: &str, bytes: &[u8]) -> Result<(String, Vec<u8>), String> {
        let answer = Rc::new(RefCell::new(None));
        let mut done = None;
        let answered = Promise::new(&mut |resolve, _| done = Some(resolve));
        let done = done.ok_or("no promise")?;
        let settle = {
            let (answer, done) = (Rc::clone(&answer), done);
            move |found: Result<(String, Vec<u8>), String>| {
                answer.borrow_mut().get_or_insert(found);
                // Calling `resolve` cannot throw.
                let _ = done.call0(&JsValue::UNDEFINED);
            }
        };
        let heard = settle.clone();
        let worker = self.start(
            move |text, bytes| heard(Ok((text, bytes.to_vec()))),
            move |why| settle(Err(why)),
        )?;
        worker.post(text, &Bytes::copied(bytes));
        // The promise is only ever resolved.
        let _ = JsFuture::from(answered).await;
        answer.take().unwrap_or_else(|| Err("no answer".to_owned()))
    }
}

impl Worker {
    /// Sends a message.
    pub fn post(&self, text: &str, bytes: &Bytes) {
        let (message, handed_over) = written(text, bytes);
        // A worker that has ended hears nothing; that it does not answer is noticed.
        let _ = self
            .inner
            .post_message_with_transfer(&message, &handed_over);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.inner.terminate();
    }
}

/// How many workers this machine has room for beside the page, so far as the browser tells;
/// at least one.
#[must_use]
pub fn room() -> usize {
    let cores = web_sys::window().map(|window| window.navigator().hardware_concurrency());
    (cores.unwrap_or(1.0) as usize).saturating_sub(1).max(1)
}

/// Whether this program runs in a worker rather than in the page.
#[must_use]
pub fn is_worker() -> bool {
    scope().is_some()
}

/// In a worker: has every message handled, as it comes.
pub fn serve(mut handle: impl FnMut(String, Bytes) + 'static) {
    if let Some(scope) = scope() {
        let listener = EventListener::new(&scope, "message", move |event| {
            if let Some((text, bytes)) = read(event) {
                handle(text, bytes);
            }
        });
        listener.forget();
    }
}

/// In a worker: sends the page a message.
pub fn report(text: &str, bytes: &[u8]) {
    if let Some(scope) = scope() {
        let (message, handed_over) = written(text, &Bytes::copied(bytes));
        // A page that is gone needs no report.
        let _ = scope.post_message_with_transfer(&message, &handed_over);
    }
}

/// The address workers are started from. The only place that makes one: here a policy for
/// trusted types would have to say yes.
fn address(glue: &str) -> Option<String> {
    let parts = Array::of2(&glue.into(), &START.into());
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let script = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    Url::create_object_url_with_blob(&script).ok()
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// A message, and what is handed over with it.
fn written(text: &str, bytes: &Bytes) -> (JsValue, Array) {
    match bytes.buffer() {
        Some(buffer) => (Array::of2(&text.into(), buffer).into(), Array::of1(buffer)),
        None => (Array::of1(&text.into()).into(), Array::new()),
    }
}

fn read(event: &Event) -> Option<(String, Bytes)> {
    let message = event.dyn_ref::<MessageEvent>()?.data();
    let message: Array = message.dyn_into().ok()?;
    let bytes = message
        .get(1)
        .dyn_into()
        .map_or_else(|_| Bytes::none(), Bytes::of);
    Some((message.get(0).as_string()?, bytes))
}
