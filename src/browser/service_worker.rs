//! The service worker, which keeps the build on the machine: registering it, and noticing
//! that a newer build waits. Never makes the page change builds by itself.
//!
//! Where the browser has none, or refuses, the page works all the same while there is a
//! network.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

/// Its address beside the page, which it keeps in every build.
const ADDRESS: &str = "sw.js";

/// What `static/sw.js` takes for the wish to use the build that waits.
const USE_NEW_VERSION: &str = "use-new-version";

/// A newer build, whole on this machine, waiting to be used.
#[derive(Debug, Clone)]
pub struct NewBuild(JsValue);

impl NewBuild {
    /// Uses it: the page is loaded anew, once, with its files.
    pub fn take_up(&self) {
        if let Some(container) = container() {
            EventListener::once(&container, "controllerchange", |_| super::address::reload())
                .forget();
        }
        // A worker that is gone has been taken up by another tab.
        let _ = call(&self.0, "postMessage", &USE_NEW_VERSION.into());
    }
}

/// Registers the service worker. `found` is called with a newer build, as soon as it waits.
pub async fn register(found: impl Fn(NewBuild) + 'static) {
    // What the browser does not allow stays undone.
    let _ = try_register(Rc::new(found)).await;
}

async fn try_register(found: Rc<dyn Fn(NewBuild)>) -> Result<(), JsValue> {
    let container = container().ok_or(JsValue::UNDEFINED)?;
    let asked: Promise = call(&container, "register", &ADDRESS.into())?.dyn_into()?;
    let registration: EventTarget = JsFuture::from(asked).await?.dyn_into()?;
    let waiting = Reflect::get(&registration, &"waiting".into())?;
    if waiting.is_object() {
        found(NewBuild(waiting));
    }
    let of = registration.clone();
    EventListener::new(&registration, "updatefound", move |_| {
        let installing = Reflect::get(&of, &"installing".into()).unwrap_or_default();
        watch(installing, Rc::clone(&found));
    })
    .forget();
    Ok(())
}

/// Waits until a service worker is installed. The very first one replaces nobody.
fn watch(installing: JsValue, found: Rc<dyn Fn(NewBuild)>) {
    let Ok(worker) = installing.dyn_into::<EventTarget>() else {
        return;
    };
    let this = worker.clone();
    EventListener::new(&worker, "statechange", move |_| {
        let state = Reflect::get(&this, &"state".into()).unwrap_or_default();
        if state == "installed" && is_controlled() {
            found(NewBuild(this.clone().into()));
        }
    })
    .forget();
}

fn is_controlled() -> bool {
    let controller = container().map(|found| Reflect::get(&found, &"controller".into()));
    matches!(controller, Some(Ok(controller)) if controller.is_object())
}

fn container() -> Option<EventTarget> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"serviceWorker".into())
        .ok()?
        .dyn_into()
        .ok()
}

fn call(of: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    function.call1(of, with)
}
