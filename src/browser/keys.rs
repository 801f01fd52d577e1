//! Keys pressed anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// A shortcut of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl or Command with Z, outside text being typed.
    Undo,
    /// The same with Shift, or Ctrl with Y.
    Redo,
    /// Ctrl or Command with S.
    Save,
    /// Ctrl or Command with O.
    Open,
}

/// Calls `then` for every shortcut pressed, until dropped.
#[must_use]
pub fn on_shortcut(then: impl Fn(Shortcut) + 'static) -> Option<EventListener> {
    on_keydown(move |event| {
        let pressed = shortcut(event);
        pressed.inspect(|shortcut| then(*shortcut)).is_some()
    })
}

/// Where a key was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// A control that has a use for keys of its own: a field, a list, a slider.
    Field,
    /// Anywhere else on the page.
    Page,
}

/// Calls `then` for every key pressed without Ctrl, Alt or Command outside a dialog, until
/// dropped; what it says it has used does nothing else.
#[must_use]
pub fn on_key(then: impl Fn(&str, Within) -> bool + 'static) -> Option<EventListener> {
    on_keydown(move |event| {
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        if held
            || event.is_composing()
            || event.default_prevented()
            || is_in(event, "dialog, dialog *")
        {
            return false;
        }
        let within = if is_in(event, "input, textarea, select") {
            Within::Field
        } else {
            Within::Page
        };
        then(&event.key(), within)
    })
}

/// Calls `used` for every key pressed, until dropped; a key that it has used does nothing
/// else.
fn on_keydown(used: impl Fn(&KeyboardEvent) -> bool + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    let listener = move |event: &Event| {
        if event.dyn_ref().is_some_and(&used) {
            event.prevent_default();
        }
    };
    Some(EventListener::new_with_options(
        &document, "keydown", options, listener,
    ))
}

fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match event.key().to_lowercase().as_str() {
        "s" => Some(Shortcut::Save),
        "o" => Some(Shortcut::Open),
        // In a text the browser's own undo goes keystroke by keystroke.
        "z" | "y" if is_in_text(event) => None,
        "z" if event.shift_key() => Some(Shortcut::Redo),
        "z" => Some(Shortcut::Undo),
        "y" => Some(Shortcut::Redo),
        _ => None,
    }
}

fn is_in_text(event: &Event) -> bool {
    is_in(event, "input[type='text'], textarea")
}

fn is_in(event: &Event, selector: &str) -> bool {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches(selector).unwrap_or(false))
}
