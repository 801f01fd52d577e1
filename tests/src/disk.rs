//! A browser that grants little room.

use serde_json::json;

use crate::{Page, wait::wait_until};

/// Fills the room with what cannot be compressed, beside the product's own database, and
/// says so at the end.
const FILL: &str = r#"
const done = arguments[arguments.length - 1];
const opening = indexedDB.open("filler", 1);
opening.onupgradeneeded = () => opening.result.createObjectStore("bytes", { autoIncrement: true });
opening.onsuccess = () => {
  const put = (size) => {
    if (size < 1024) { opening.result.close(); return done("full"); }
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65536) {
      crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65536)));
    }
    const writing = opening.result.transaction("bytes", "readwrite", { durability: "strict" });
    writing.objectStore("bytes").add(bytes);
    writing.oncomplete = () => put(size);
    writing.onabort = () => put(size / 2);
  };
  put(262144);
};
opening.onerror = () => done(String(opening.error));
"#;

/// Takes what fills the room away again.
const CLEAR: &str = r#"
const done = arguments[arguments.length - 1];
const gone = indexedDB.deleteDatabase("filler");
gone.onsuccess = () => done("cleared");
gone.onerror = gone.onblocked = () => done("not cleared");
"#;

impl Page {
    /// Has the browser grant the page a few megabytes more than it uses, and fills them.
    ///
    /// # Panics
    /// When they do not get full.
    #[track_caller]
    pub fn fill_storage(&self) {
        let origin = self.script("return location.origin", Vec::new());
        let quota = json!({ "origin": origin, "quotaSize": 4 * 1024 * 1024 });
        self.cdp("Storage.overrideQuotaForOrigin", quota);
        self.wait_for_script(FILL, "full");
    }

    /// Takes away what [`Page::fill_storage`] put there.
    ///
    /// # Panics
    /// When it stays.
    #[track_caller]
    pub fn clear_storage(&self) {
        let origin = self.script("return location.origin", Vec::new());
        self.cdp(
            "Storage.overrideQuotaForOrigin",
            json!({ "origin": origin }),
        );
        self.wait_for_script(CLEAR, "cleared");
    }

    #[track_caller]
    fn wait_for_script(&self, script: &str, answer: &str) {
        wait_until(&format!("{answer:?} from the browser's storage"), || {
            let told = self.run(self.driver().execute_async(script, Vec::new()));
            (told.ok()?.json() == answer).then_some(())
        });
    }
}
