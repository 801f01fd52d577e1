//! A disk for pages that open and save in place. No driver can answer the browser's own
//! file pickers, so here they answer with files of the page's private file system: real
//! files with real handles, written by the real calls.

use serde_json::{Value, json};

use crate::{Opening, Page};

/// The pickers answer at once: the one for saving with a file of the name proposed, the one
/// for opening with the file put there last. How often each was asked is counted.
const PICKERS: &str = r"
globalThis.disk = () => navigator.storage.getDirectory();
globalThis.asked = { open: 0, save: 0 };
globalThis.showSaveFilePicker = async ({ suggestedName }) => {
  asked.save += 1;
  return (await disk()).getFileHandle(globalThis.saveAs ?? suggestedName, { create: true });
};
globalThis.showOpenFilePicker = async () => {
  asked.open += 1;
  if (!globalThis.toOpen) throw new DOMException('The user has cancelled', 'AbortError');
  return [await (await disk()).getFileHandle(globalThis.toOpen)];
};
";

impl Opening<'_> {
    /// In a browser that lets pages open and save files in place.
    #[must_use]
    pub fn with_disk(self) -> Self {
        self.before_load(PICKERS)
    }
}

impl Page {
    /// The content of a file on the disk; nothing when there is none, or it is just being
    /// replaced.
    ///
    /// # Panics
    /// When the disk does not answer.
    #[must_use]
    #[track_caller]
    pub fn on_disk(&self, name: &str) -> Option<String> {
        let read = format!(
            "disk().then((disk) => disk.getFileHandle({}))
               .then((handle) => handle.getFile()).then((file) => file.text()).catch(() => null)",
            json!(name)
        );
        self.evaluate(&read).as_str().map(str::to_owned)
    }

    /// Writes a file on the disk, as another program does.
    ///
    /// # Panics
    /// When it cannot be written.
    #[track_caller]
    pub fn write_on_disk(&self, name: &str, text: &str) {
        let (name, text) = (json!(name), json!(text));
        self.evaluate(&format!(
            "disk().then((disk) => disk.getFileHandle({name}, {{ create: true }}))
               .then((handle) => handle.createWritable())
               .then((stream) => stream.write({text}).then(() => stream.close()))"
        ));
    }

    /// Removes a file from the disk.
    ///
    /// # Panics
    /// When it cannot be removed.
    #[track_caller]
    pub fn remove_from_disk(&self, name: &str) {
        let name = json!(name);
        self.evaluate(&format!("disk().then((disk) => disk.removeEntry({name}))"));
    }

    /// The file that the user picks from now on when asked which to open.
    #[track_caller]
    pub fn will_pick(&self, name: &str) {
        self.evaluate(&format!("globalThis.toOpen = {}", json!(name)));
    }

    /// The name under which the user saves from now on when asked where.
    #[track_caller]
    pub fn will_save_as(&self, name: &str) {
        self.evaluate(&format!("globalThis.saveAs = {}", json!(name)));
    }

    /// How often the user was asked where to save.
    #[must_use]
    #[track_caller]
    pub fn times_asked_where_to_save(&self) -> u64 {
        self.evaluate("asked.save").as_u64().unwrap_or_default()
    }

    #[track_caller]
    fn evaluate(&self, expression: &str) -> Value {
        let outcome = self.cdp(
            "Runtime.evaluate",
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true }),
        );
        assert!(
            outcome["exceptionDetails"].is_null(),
            "{expression}: {outcome}"
        );
        outcome["result"]["value"].clone()
    }
}
