//! How wide an element is, now and whenever that changes. The one observer of sizes.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};
use yew::NodeRef;

use super::tasks;

/// The letters' usual size, in CSS pixels: a reader may have set another.
const USUAL_LETTERS: f64 = 16.0;

/// Watches an element until dropped.
pub struct Watched {
    observer: ResizeObserver,
    _then: Closure<dyn FnMut()>,
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `then` with the element's width now, and again when it has changed, for as long as
/// what is returned is held. Nothing is told of an element that is not shown.
///
/// The width is in CSS pixels of the usual size of letters: where the page's letters are half as
/// large again, as much less goes into the same box.
#[must_use]
pub fn watch(node: &NodeRef, then: impl Fn(f64) + Clone + 'static) -> Option<Watched> {
    let element = node.cast::<Element>()?;
    if let Some(width) = width_of(&element) {
        then(width);
    }
    let watched = element.clone();
    let changed = Closure::<dyn FnMut()>::new(move || {
        let (element, then) = (watched.clone(), then.clone());
        // What follows may change the element's height, which must not happen while sizes are
        // being told.
        tasks::spawn(async move {
            tasks::pause(0).await;
            if let Some(width) = width_of(&element) {
                then(width);
            }
        });
    });
    let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element);
    Some(Watched {
        observer,
        _then: changed,
    })
}

fn width_of(element: &Element) -> Option<f64> {
    let width = f64::from(element.client_width());
    (width > 0.0).then(|| width * USUAL_LETTERS / letters().unwrap_or(USUAL_LETTERS))
}

/// The size of the page's letters, CSS pixels.
fn letters() -> Option<f64> {
    let window = web_sys::window()?;
    let root = window.document()?.document_element()?;
    let style = window.get_computed_style(&root).ok()??;
    let size = style.get_property_value("font-size").ok()?;
    size.trim_end_matches("px").parse().ok()
}
