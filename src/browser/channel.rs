//! Short messages to the other tabs of this browser that have the same page open.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel by its name; closed when dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Opens a channel, and calls `heard` with what other tabs say on it. `None` where the
    /// browser has no channels.
    #[must_use]
    pub fn open(name: &str, heard: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            if let Some(text) = message.and_then(|data| data.as_string()) {
                heard(text);
            }
        });
        Some(Self {
            channel,
            _listener: listener,
        })
    }

    /// Says something to all other tabs.
    pub fn say(&self, text: &str) {
        // It fails only for a closed channel, where nobody listens.
        let _ = self.channel.post_message(&JsValue::from_str(text));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
